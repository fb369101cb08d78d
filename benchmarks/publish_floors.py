"""The plain tools that publishing and loading are measured against: pyarrow, DuckDB, COPY."""

from __future__ import annotations

from pathlib import Path

import adbc_driver_postgresql.dbapi as adbc
import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from tasks.contracts import OBSERVATIONS
from tasks.load.ddl import POSTGRES, create_table
from tasks.store import sort_keys

KEYS = ", ".join(f'"{name}"' for name in sort_keys(OBSERVATIONS))


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


def rewrite(files: list[Path], target: Path) -> None:
    """Read and write files as they are: what touching every partition costs at least."""
    for number, path in enumerate(files):
        table = pq.read_table(path, partitioning=None)
        target.mkdir(exist_ok=True)
        pq.write_table(table, target / f"{number}.parquet", compression="zstd", compression_level=3)


def load_with_duckdb(path: Path, source: Path) -> None:
    """Copy the rows of a release into a DuckDB table as they come."""
    with duckdb.connect(str(path)) as connection:
        connection.execute("SET enable_progress_bar = false")
        query = f"SELECT * FROM read_parquet('{source}', hive_partitioning = true)"
        connection.execute(f"CREATE TABLE observations AS {query}")
