"""The Superset definitions name views and columns that a DuckDB file has, and pack into one archive."""

from __future__ import annotations

import re
import runpy
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

from benchmarks.synthetic import observations
from tasks.load.duckdb import database_path, load_duckdb
from tasks.load.query import ask_sql
from tasks.publish.release import publish_release
from tasks.store import Store

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "superset"
DATASETS = sorted((FOLDER / "zhibiao/datasets/zhibiao").glob("*.yaml"))
CHARTS = sorted((FOLDER / "zhibiao/charts").glob("*.yaml"))


def read(path: Path) -> dict:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = Store(tmp_path_factory.mktemp("data"))
    path = store.write_table(observations(20, years=1, provinces=0), "o.parquet").path
    publish_release({"observations": [path]}, store, input_ids={}, code_version="1")
    load_duckdb(store)
    return database_path(store)


@pytest.mark.parametrize("path", DATASETS, ids=lambda path: path.stem)
def test_every_column_and_metric_of_a_dataset_is_there(path: Path, database: Path) -> None:
    dataset = read(path)
    columns = ", ".join(column["column_name"] for column in dataset["columns"])
    metrics = ", ".join(metric["expression"] for metric in dataset["metrics"])
    assert ask_sql(database, f"SELECT {columns} FROM {dataset['table_name']}").rows
    assert ask_sql(database, f"SELECT {metrics} FROM {dataset['table_name']}").rows
    described = ask_sql(database, f"DESCRIBE SELECT {columns} FROM {dataset['table_name']}").rows
    assert [row[1] for row in described] == [column["type"] for column in dataset["columns"]]


@pytest.mark.parametrize("path", CHARTS, ids=lambda path: path.stem)
def test_every_chart_is_on_the_dashboard_over_a_dataset_that_has_its_columns(path: Path) -> None:
    chart = read(path)
    dataset = next(each for each in map(read, DATASETS) if each["uuid"] == chart["dataset_uuid"])
    columns = {column["column_name"] for column in dataset["columns"]}
    used = {*chart["params"].get("all_columns", []), *chart["params"].get("groupby", [])}
    assert used <= columns
    assert {metric["metric_name"] for metric in dataset["metrics"]} >= set(chart["params"].get("metrics", []))
    position = read(FOLDER / "zhibiao/dashboards/zhibiao.yaml")["position"]
    assert chart["uuid"] in {
        each["meta"]["uuid"] for each in position.values() if isinstance(each, dict) and each["type"] == "CHART"
    }


def test_the_archive_has_the_place_of_the_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "zhibiao.zip"
    monkeypatch.setattr(sys, "argv", ["bundle", str(FOLDER / "zhibiao"), "/data/zhibiao.duckdb", str(target)])
    runpy.run_path(str(FOLDER / "bundle.py"), run_name="__main__")
    with zipfile.ZipFile(target) as archive:
        assert "duckdb:////data/zhibiao.duckdb" in archive.read("zhibiao/databases/zhibiao.yaml").decode()
        assert {"zhibiao/metadata.yaml", "zhibiao/dashboards/zhibiao.yaml"} <= set(archive.namelist())


def test_without_a_database_nothing_is_installed(tmp_path: Path) -> None:
    home = tmp_path / "superset"
    done = subprocess.run(
        ["/bin/sh", str(FOLDER / "run.sh"), str(home), str(tmp_path / "none.duckdb")],
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert done.returncode == 2
    assert "run the pipeline" in done.stderr
    assert not home.exists()


def test_every_requirement_has_its_version_written_down() -> None:
    def names(file: str) -> set[str]:
        lines = (FOLDER / file).read_text(encoding="utf-8").splitlines()
        packages = (re.split(r"[=<>~]", line)[0] for line in lines if line and not line.startswith("#"))
        return {package.lower().replace("_", "-") for package in packages}

    assert names("requirements.txt") <= names("constraints.txt")
