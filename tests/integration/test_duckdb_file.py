"""The DuckDB file: both kinds, from any folder, whole or not at all; its views and `zhibiao query` on top."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest
from typer.testing import CliRunner

from benchmarks.synthetic import dimensions, disputed, documents, observations, segments
from flows.load_cli import app as load_app
from flows.releases_cli import app as releases_app
from tasks.contracts import CONFLICTS, CONTRACTS, OBSERVATIONS
from tasks.load.duckdb import database_path, load_duckdb
from tasks.load.loaded import LoadError
from tasks.load.query import Filters, QueryError, ask, ask_sql
from tasks.load.views import VIEWS
from tasks.publish.release import publish_release
from tasks.store import Store
from tasks.warehouse import PUBLISHED, current_release, read_manifest, release_path

pytestmark = pytest.mark.integration


def publish(store: Store, folder: str = "one", **tables: pa.Table) -> str:
    tables = dimensions() | tables
    inputs = {name: [store.write_table(table, f"{folder}/{name}.parquet").path] for name, table in tables.items()}
    return publish_release(inputs, store, input_ids={}, code_version="1", confirm_deletions=True).release


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A warehouse in a folder whose name DuckDB would take for a pattern."""
    store = Store(tmp_path_factory.mktemp("data") / "it's [a] 数据*")
    publish(
        store,
        documents=documents(8),
        segments=segments(8),
        observations=observations(200, years=3, provinces=2),
        **disputed(observations(200, years=3, provinces=2)),
    )
    load_duckdb(store)
    return store


@pytest.mark.parametrize("mode", ["views", "tables"])
def test_both_kinds_hold_every_row_and_work_from_anywhere(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    path = tmp_path / "copy.duckdb"
    assert load_duckdb(store, path, mode=mode).changed  # type: ignore[arg-type]
    monkeypatch.chdir(tmp_path)
    with duckdb.connect(str(path), read_only=True) as connection:
        for name, rows in read_manifest(store).rows.items():
            assert connection.execute(f'SELECT count(*) FROM "{name}"').fetchall() == [(rows,)]
        for name in VIEWS:
            assert connection.execute(f"SELECT count(*) FROM {name}").fetchall()[0][0] > 0
        words = connection.execute("SELECT tokens[1].word FROM segments LIMIT 1").fetchall()
        years = connection.execute("SELECT count(*) FROM observations WHERE year = 2012").fetchall()
    assert words == [("全省",)]
    made = observations(200, years=3, provinces=2)["period_start"].to_pylist()
    assert years == [(sum(day.year == 2012 for day in made),)]


def test_a_year_is_read_from_its_folders_alone(store: Store) -> None:
    with duckdb.connect(str(database_path(store)), read_only=True) as connection:
        plan = connection.execute("EXPLAIN ANALYZE SELECT sum(value) FROM observations WHERE year = 2013").fetchall()
    files = len(read_manifest(store).files_of("observations"))
    in_year = sum(file.partition["year"] == "2013" for file in read_manifest(store).files_of("observations"))
    assert 0 < in_year < files
    assert f"{in_year}/{files}" in plan[0][1]


def test_a_second_load_changes_nothing(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "copy.duckdb"
    load_duckdb(store, path)
    before = path.stat()
    assert not load_duckdb(store, path).changed
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    assert load_duckdb(store, path, mode="tables").changed


def test_copied_rows_do_without_the_release(store: Store, tmp_path: Path) -> None:
    other = Store(tmp_path / "gone")
    shutil.copytree(store.local_path("one"), other.local_path("one"))
    publish(other, observations=observations(30, years=1, provinces=0))
    load_duckdb(other, tmp_path / "copy.duckdb", mode="tables")
    shutil.rmtree(other.local_path())
    assert ask_sql(tmp_path / "copy.duckdb", "SELECT count(*) FROM observations").rows == [(30,)]


@pytest.mark.parametrize(
    "sql",
    [
        "COPY (SELECT 1) TO '{file}'",
        "EXPLAIN ANALYZE COPY (SELECT 1) TO '{file}'",
        "SELECT 1; COPY (SELECT 1) TO '{file}'",
        "ATTACH '{file}'",
        "SET threads = 1",
        "",
    ],
)
def test_a_query_only_reads(store: Store, tmp_path: Path, sql: str) -> None:
    with pytest.raises(QueryError, match="one statement that reads"):
        ask_sql(database_path(store), sql.format(file=tmp_path / "out.csv"))
    assert list(tmp_path.iterdir()) == []


def test_a_load_that_fails_leaves_the_old_file(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "copy.duckdb"
    load_duckdb(store, path)
    before = path.read_bytes()
    monkeypatch.setattr("tasks.load.duckdb.create_views", lambda: ["CREATE VIEW broken AS SELECT nothing FROM nowhere"])
    with pytest.raises(LoadError, match="nowhere"):
        load_duckdb(store, path)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["copy.duckdb"]


def test_an_open_reader_keeps_the_release_it_opened(tmp_path: Path) -> None:
    store = Store(tmp_path)
    publish(store, "one", observations=observations(30, years=1, provinces=0))
    load_duckdb(store)
    with duckdb.connect(str(database_path(store)), read_only=True) as connection:
        publish(store, "two", observations=observations(60, years=1, provinces=0))
        assert load_duckdb(store).changed
        assert connection.execute("SELECT count(*) FROM observations").fetchall() == [(30,)]
    assert ask_sql(database_path(store), "SELECT count(*) FROM observations").rows == [(60,)]


def test_descriptions_travel(store: Store) -> None:
    query = "SELECT comment FROM duckdb_columns() WHERE table_name = 'observations' AND column_name = 'value'"
    assert ask_sql(database_path(store), query).rows == [("数值（基本单位） / Value in the base unit",)]


def stated(number: int, **values: object) -> dict[str, object]:
    """An observation of the GDP of Henan in 2020, as told in document d<number>."""
    row = observations(1, years=1, provinces=0).to_pylist()[0]
    day = pa.scalar(18_262, pa.date32()).as_py()
    return row | {
        "observation_id": f"{number:016x}", "document_id": f"d{number}", "indicator_id": "gdp", "indicator": "生产总值",
        "measure": "level", "unit": "元", "status": "observation", "baseline": None, "region_code": "410000",
        "region": "河南省", "province_code": "410000", "period": "2020", "period_start": day, "period_end": day,
        "published_at": pa.scalar(number * 86_400_000_000, pa.timestamp("us", tz="Asia/Shanghai")).as_py(),
        "value": float(number), "confidence": 0.9,
    } | values  # fmt: skip


def holding(store: Store) -> list[str]:
    load_duckdb(store)
    rows = ask_sql(
        database_path(store), "SELECT observation_id FROM observations_latest WHERE is_latest ORDER BY 1"
    ).rows
    return [str(int(row[0], 16)) for row in rows]


def test_of_several_values_the_last_published_holds(tmp_path: Path) -> None:
    store = Store(tmp_path)
    publish(store, observations=OBSERVATIONS.from_rows([stated(1), stated(3), stated(2), stated(4, published_at=None)]))
    assert holding(store) == ["3"]


def test_the_preferred_of_a_conflict_holds(tmp_path: Path) -> None:
    store = Store(tmp_path)
    conflict = {
        "conflict_id": "c", "indicator_id": "gdp", "indicator": "生产总值", "measure": "level", "unit": "元",
        "region_code": "410000", "period": "2020", "kind": "revision", "observation_ids": ["1", "3"],
        "values": [1.0, 3.0], "publishers": ["甲", "乙"], "published_at": [None, None], "why": "",
        "preferred_id": f"{1:016x}",
    }  # fmt: skip
    publish(
        store, observations=OBSERVATIONS.from_rows([stated(1), stated(3)]), conflicts=CONFLICTS.from_rows([conflict])
    )
    assert holding(store) == ["1"]


def test_different_questions_do_not_displace_each_other(tmp_path: Path) -> None:
    store = Store(tmp_path)
    rows = [
        stated(1),
        stated(2, measure="growth", unit="%"),
        stated(3, status="target"),
        stated(4, region_code="420000", region="湖北省"),
        stated(5, period="2021"),
        stated(6, period=None, period_start=None, period_end=None),
        stated(7, period=None, period_start=None, period_end=None),
        stated(8, indicator_id=None, indicator="光伏电站"),
    ]
    publish(store, observations=OBSERVATIONS.from_rows(rows))
    assert holding(store) == list("12345678")


def test_the_ready_views_answer_what_they_promise(tmp_path: Path) -> None:
    store = Store(tmp_path)
    later = {
        "period": "2021",
        "period_start": pa.scalar(18_628, pa.date32()).as_py(),
        "period_end": pa.scalar(18_992, pa.date32()).as_py(),
    }
    hubei = {"region_code": "420000", "region": "湖北省"}
    rows = [stated(1), stated(2, **later), stated(3, **hubei), stated(9, status="target", **later)]
    publish(store, observations=OBSERVATIONS.from_rows(rows))
    load_duckdb(store)
    path = database_path(store)
    latest = ask(path, "latest", Filters(indicator="gdp"))
    at = latest.columns.index
    assert {(row[at("region")], row[at("period")], row[at("value")]) for row in latest.rows} == {
        ("河南省", "2021", 2.0),
        ("湖北省", "2020", 3.0),
    }
    series = ask(path, "series", Filters(indicator="gdp", region="河南"))
    assert [row[series.columns.index("value")] for row in series.rows] == [1.0, 2.0, 9.0]
    compared = ask(path, "compare", Filters(period="2020"))
    at = compared.columns.index
    assert [(row[at("place")], row[at("regions")], row[at("region")]) for row in compared.rows] == [
        (1, 2, "湖北省"),
        (2, 2, "河南省"),
    ]
    evidence = ask(path, "evidence", Filters(observation=f"{3:016x}"))
    assert [row[evidence.columns.index("value")] for row in evidence.rows] == [3.0]


def region(code: str, name: str, level: str, parent: str | None, since: int = 1980, until: int | None = None) -> dict:
    province = f"{code[:2]}0000"
    return {
        "region_code": code, "name": name, "full_name": name, "level": level, "parent_code": parent,
        "province_code": province, "valid_from": since, "valid_to": until,
    }  # fmt: skip


def test_regions_within_a_province_or_prefecture(tmp_path: Path) -> None:
    store = Store(tmp_path)
    regions = [
        region("100000", "全国", "country", None),
        region("410000", "河南省", "province", "100000"),
        region("410100", "郑州市", "prefecture", "410000"),
        region("410182", "荥阳县", "county", "410100", 1980, 1993),
        region("410182", "荥阳市", "county", "410100", 1994),
        region("411300", "南阳市", "prefecture", "410000"),
        region("420000", "湖北省", "province", "100000"),
    ]
    places = ["100000", "410000", "410100", "410182", "411300", "420000"]
    names = {each["region_code"]: each["name"] for each in regions}
    rows = [stated(number, region_code=code, region=names[code]) for number, code in enumerate(places, 1)]
    publish(store, observations=OBSERVATIONS.from_rows(rows), dim_region=CONTRACTS["dim_region"].from_rows(regions))
    load_duckdb(store)
    path = database_path(store)

    def found(view: str = "latest", **filters: str) -> list[str]:
        answer = ask(path, view, Filters(**filters))
        return [row[answer.columns.index("region")] for row in answer.rows]

    assert found(within="郑州市") == found(within="410100") == ["郑州市", "荥阳市"]
    assert found(within="河南省") == ["河南省", "郑州市", "荥阳市", "南阳市"]
    assert found(within="河南省", level="county") == ["荥阳市"]
    assert len(found(within="100000")) == 6
    assert found(within="无此地") == []
    assert found("compare", level="province") == ["湖北省", "河南省"]
    compared = ask(path, "compare", Filters(level="province"))
    assert [row[compared.columns.index("place")] for row in compared.rows] == [1, 2]
    assert ask_sql(path, "SELECT name, prefecture, province FROM regions WHERE region_code = '410182'").rows == [
        ("荥阳市", "郑州市", "河南省")
    ]


def test_conflicts_and_what_is_held_back(store: Store) -> None:
    path = database_path(store)
    conflicts = ask(path, "conflicts", Filters())
    at = conflicts.columns.index
    made = observations(200, years=3, provinces=2)
    assert [row[at("value")] for row in conflicts.rows] == made["value"].to_pylist()[:2]
    assert [row[at("preferred")] for row in conflicts.rows] == [True, False]
    held = ask(path, "quarantine", Filters())
    assert held.rows[0][held.columns.index("reason_codes")] == ["value_misread"]
    with pytest.raises(QueryError, match="quarantine cannot be narrowed by region"):
        ask(path, "quarantine", Filters(region="河南"))


def test_large_numbers_are_shown_whole(tmp_path: Path) -> None:
    store = Store(tmp_path)
    publish(store, observations=OBSERVATIONS.from_rows([stated(1, value=114_000_000_000_000.0)]))
    load_duckdb(store)
    assert " 114000000000000 " in run(query_app(), "latest", "--data-root", str(tmp_path))


def test_questions_that_cannot_be_answered(store: Store, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="run the pipeline"):
        ask_sql(tmp_path / "none.duckdb", "SELECT 1")
    with pytest.raises(QueryError, match="no view"):
        ask(database_path(store), "observations; DROP VIEW series", Filters())
    with pytest.raises(QueryError, match="nothing"):
        ask_sql(database_path(store), "SELECT nothing")
    with pytest.raises(QueryError, match="one statement that reads"):
        ask_sql(database_path(store), "CREATE TABLE x (y int)")
    assert ask(database_path(store), "series", Filters(indicator="' OR true --")).rows == []


def run(app: object, *arguments: str) -> str:
    result = CliRunner().invoke(app, list(arguments))  # type: ignore[arg-type]
    assert result.exit_code == 0, result.output
    return result.output


def query_app() -> object:
    import typer

    from flows.query_cli import query

    app = typer.Typer()
    app.command()(query)
    return app


def test_query_prints_tables_csv_and_json(store: Store) -> None:
    root = ("--data-root", str(store.local_path()))
    assert "地区生产总值" in run(query_app(), "latest", "--indicator", "gdp", "--limit", "3", *root)
    rows = list(csv.DictReader(io.StringIO(run(query_app(), "series", "--format", "csv", "--limit", "3", *root))))
    assert len(rows) == 3
    line = json.loads(run(query_app(), "--sql", "SELECT 1 AS a, date '2020-01-01' AS b", "--format", "json", *root))
    assert line == {"a": 1, "b": "2020-01-01"}
    key = ask_sql(database_path(store), "SELECT observation_id FROM observations LIMIT 1").rows[0][0]
    assert "source_url" in run(query_app(), "evidence", key, *root)
    escaped = run(query_app(), "--sql", "SELECT '=1+1' AS a, -2 AS b", "--format", "csv", *root)
    assert escaped == "a,b\n'=1+1,-2\n"


def test_query_says_what_is_wrong(store: Store, tmp_path: Path) -> None:
    root = ("--data-root", str(tmp_path))
    result = CliRunner().invoke(query_app(), ["latest", *root])  # type: ignore[arg-type]
    assert result.exit_code == 2
    assert CliRunner().invoke(query_app(), list(root)).exit_code == 2  # type: ignore[arg-type]


def test_releases_on_the_command_line(tmp_path: Path) -> None:
    store = Store(tmp_path)
    root = ("--data-root", str(tmp_path))
    first = publish(store, "one", observations=observations(30, years=1, provinces=0))
    load_duckdb(store)
    second = publish(store, "two", observations=observations(31, years=1, provinces=0))
    listed = run(releases_app, "list", *root)
    assert [line.split()[:2] for line in listed.splitlines()] == [
        ["*", second],
        [first, listed.splitlines()[1].split()[1]],
    ]
    assert "observations: " in run(releases_app, "diff", first, *root)
    assert first in run(releases_app, "rollback", *root)
    assert current_release(store) == first
    assert ask_sql(database_path(store), "SELECT count(*) FROM observations").rows == [(30,)]
    assert "as the manifest says" in run(releases_app, "verify", *root)
    path = next(store.local_path(release_path(first)).glob("observations/*/*/*.parquet"))
    path.unlink()
    failed = CliRunner().invoke(releases_app, ["verify", *root])
    assert failed.exit_code == 1
    assert "missing" in failed.output
    unknown = CliRunner().invoke(releases_app, ["diff", "0" * 16, *root])
    assert unknown.exit_code == 2
    assert "no release" in unknown.output
    assert second in run(releases_app, "prune", "--keep", "1", *root)


def test_loads_on_the_command_line(store: Store, tmp_path: Path) -> None:
    root = ("--data-root", str(store.local_path()))
    assert "loaded release" in run(load_app, "duckdb", str(tmp_path / "a.duckdb"), "--mode", "tables", *root)
    assert "already there" in run(load_app, "duckdb", str(tmp_path / "a.duckdb"), "--mode", "tables", *root)
    assert "observations in" in run(load_app, "sdmx", str(tmp_path / "sdmx"), *root)
    assert "variables" in run(load_app, "statvar", str(tmp_path / "statvar"), *root)
    statements = run(load_app, "sql", "bigquery", "--location", "gs://bucket/release", *root)
    assert all(f"`{name}`" in statements for name in PUBLISHED)
    nothing = CliRunner().invoke(load_app, ["duckdb", "--data-root", str(tmp_path / "none")])
    assert nothing.exit_code == 2
    assert "nothing is published yet" in nothing.output
