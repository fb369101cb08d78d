"""DuckDB, pandas, polars and pyarrow read `warehouse/current` by the paths that the README shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow.compute as pc
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

from benchmarks.synthetic import observations, write_inputs
from tasks.contracts import OBSERVATIONS
from tasks.publish.release import publish_release
from tasks.store import Store

pytestmark = pytest.mark.integration


@pytest.fixture(scope="module", params=[True, False], ids=["all known", "some unknown"])
def data(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse; years are text to every reader, whether or not a row has an unknown one."""
    store = Store(tmp_path_factory.mktemp("data folder"))
    inputs = write_inputs(store, document_count=20, years=3, provinces=2)
    if not request.param:
        rows = store.read_table(inputs["observations"][0]).to_pylist()
        rows[0] |= {"period": None, "period_start": None, "period_end": None}
        store.write_table(OBSERVATIONS.from_rows(rows), inputs["observations"][0])
    publish_release(inputs, store, input_ids={}, code_version="1")
    return store.local_path()


def with_duckdb(data: Path) -> tuple[int, float, int]:
    path = data / "warehouse/current/observations/*/*/*.parquet"
    source = f"read_parquet('{path}', hive_partitioning = true)"
    query = f"SELECT count(*), sum(value), count(*) FILTER (WHERE year = '2012') FROM {source}"
    return duckdb.connect().execute(query).fetchall()[0]


def with_pandas(data: Path) -> tuple[int, float, int]:
    frame = pd.read_parquet(data / "warehouse/current/observations")
    part = pd.read_parquet(data / "warehouse/current/observations", filters=[("year", "==", "2012")])
    return len(frame), frame["value"].sum(), len(part)


def with_polars(data: Path) -> tuple[int, float, int]:
    frame = pl.scan_parquet(data / "warehouse/current/observations/**/*.parquet", hive_partitioning=True)
    counted = frame.select(pl.len(), pl.col("value").sum(), (pl.col("year") == "2012").sum().alias("part")).collect()
    return counted.row(0)


def with_pyarrow(data: Path) -> tuple[int, float, int]:
    dataset = ds.dataset(data / "warehouse/current/observations", partitioning="hive")
    rows = dataset.to_table()
    return len(rows), pc.sum(rows["value"]).as_py(), dataset.count_rows(filter=pc.field("year") == "2012")


@pytest.mark.parametrize("read", [with_duckdb, with_pandas, with_polars, with_pyarrow])
def test_rows_values_and_one_partition(data: Path, read: Callable[[Path], tuple[int, float, int]]) -> None:
    made = observations(500, years=3, provinces=2)
    unknown = (data / "warehouse/current/observations/year=unknown").glob("*/*.parquet")
    without_year = sum(pq.read_metadata(path).num_rows for path in unknown)
    years = [day.year for day in made["period_start"].to_pylist()][without_year:]
    rows, total, part = read(data)
    assert rows == 500
    assert total == pytest.approx(sum(made["value"].to_pylist()))
    assert part == years.count(2012)


def test_types_and_texts_arrive(data: Path) -> None:
    frame = pd.read_parquet(data / "warehouse/current/dim_document")
    assert str(frame["published_at"].dt.tz) == "Asia/Shanghai"
    assert frame["authors"].iloc[0].tolist() == ["记者甲"]
    polars = pl.read_parquet(data / "warehouse/current/observations/**/*.parquet", hive_partitioning=True)
    assert polars.schema["value_exact"] == pl.Decimal(38, 9)
    assert polars.schema["period_start"] == pl.Date


def test_a_join_over_the_star(data: Path) -> None:
    query = f"""
        SELECT i.name_en, d.publisher, count(*) AS n
        FROM read_parquet('{data}/warehouse/current/observations/*/*/*.parquet', hive_partitioning = true) o
        JOIN read_parquet('{data}/warehouse/current/dim_indicator/*.parquet') i USING (indicator_id)
        JOIN read_parquet('{data}/warehouse/current/dim_document/*.parquet') d USING (document_id)
        GROUP BY ALL ORDER BY n DESC LIMIT 1
    """
    name, publisher, count = duckdb.connect().execute(query).fetchall()[0]
    assert name
    assert publisher == "示例日报"
    assert count > 0
