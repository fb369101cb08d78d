"""Statements for other databases: made from the contracts, and where a parser is at hand, run."""

from __future__ import annotations

import duckdb
import pytest

from benchmarks.synthetic import observations, segments
from tasks.contracts import CONTRACTS
from tasks.load.ddl import BIGQUERY, CLICKHOUSE, DIALECTS, DUCKDB, POSTGRES, SNOWFLAKE, create_table, literal
from tasks.load.rows import records_as_json, with_partition
from tasks.load.templates import copy_statements, external_table, script
from tasks.publish.release import publish_release
from tasks.store import Store
from tasks.warehouse import PUBLISHED


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
@pytest.mark.parametrize("name", PUBLISHED)
def test_every_column_of_every_table_is_named(name: str, dialect) -> None:
    contract = CONTRACTS[name]
    statement = create_table(contract, dialect)
    for column in [*contract.column_names, *contract.partition_by]:
        assert f"\n  {dialect.name_of(column)} " in statement
    for maker in (copy_statements, external_table):
        assert name in maker(contract, dialect)


def test_types_of_each_dialect() -> None:
    kinds = {
        POSTGRES.name: ["numeric(38,9)", "timestamptz", "json", "text[]"],
        DUCKDB.name: ["DECIMAL(38,9)", "TIMESTAMPTZ", 'STRUCT("start" INTEGER', "VARCHAR[]"],
        CLICKHOUSE.name: [
            "Nullable(Decimal(38, 9))",
            "DateTime64(6, 'Asia/Shanghai')",
            "Array(Tuple(`start` Int32",
            "Array(String)",
        ],
        SNOWFLAKE.name: ["NUMBER(38,9)", "TIMESTAMP_TZ(6)", "ARRAY", "ARRAY"],
        BIGQUERY.name: ["BIGNUMERIC(38,9)", "TIMESTAMP", "ARRAY<STRUCT<`start` INT64", "ARRAY<STRING>"],
    }
    for name, expected in kinds.items():
        dialect = DIALECTS[name]
        both = create_table(CONTRACTS["observations"], dialect) + create_table(CONTRACTS["documents"], dialect)
        for kind in expected:
            assert kind in both


def test_keys_and_partitions_of_each_dialect() -> None:
    contract = CONTRACTS["observations"]
    assert 'PARTITION BY LIST ("year")' in create_table(contract, POSTGRES)
    assert "PARTITION BY coalesce(`year`, 0)" in create_table(contract, CLICKHOUSE)
    assert "ORDER BY (`observation_id`)" in create_table(contract, CLICKHOUSE)
    assert 'PRIMARY KEY ("observation_id")' in create_table(contract, SNOWFLAKE)
    assert "RANGE_BUCKET(`year`" in create_table(contract, BIGQUERY)
    assert "NOT ENFORCED" in create_table(contract, BIGQUERY)


def test_literals_cannot_be_left() -> None:
    assert literal("it's") == "'it''s'"
    assert "text''s words" in create_table(CONTRACTS["observations"], CLICKHOUSE)


def test_the_duckdb_script_loads_a_release(tmp_path) -> None:
    store = Store(tmp_path)
    inputs = {
        "observations": [store.write_table(observations(60, years=2, provinces=1), "o.parquet").path],
        "segments": [store.write_table(segments(3), "s.parquet").path],
    }
    release = publish_release(inputs, store, input_ids={}, code_version="1")
    connection = duckdb.connect()
    connection.execute(script("duckdb", str(store.local_path(release.path))))
    assert connection.execute("SELECT count(*), count(year) FROM observations").fetchall() == [(60, 60)]
    assert connection.execute("SELECT count(*), count(year) FROM segments").fetchall() == [(24, 0)]
    views = "\n".join(external_table(CONTRACTS[name], DUCKDB) for name in PUBLISHED)
    other = duckdb.connect()
    other.execute(views.replace("{release}", str(store.local_path(release.path))))
    assert other.execute("SELECT count(*) FROM observations WHERE year = 2012").fetchall()[0][0] > 0


def test_scripts_name_the_place_of_the_release() -> None:
    for dialect in ("clickhouse", "bigquery", "snowflake"):
        text = script(dialect, "s3://bucket/release")
        assert "s3://bucket/release" in text
        assert "{release}" not in text


def test_rows_for_databases() -> None:
    rows = segments(2)
    contract = CONTRACTS["segments"]
    made = records_as_json(with_partition(rows, contract, {"year": "unknown", "month": "05"}), contract)
    assert made["year"].to_pylist() == [None] * 16
    assert made["month"].to_pylist() == [5] * 16
    assert made["tokens"][0].as_py().startswith('[{"word":"全省","tag":"n","start":8')
