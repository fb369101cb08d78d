"""Bulk loads and external tables for other databases, and whole scripts, made from the contracts.

`{release}` in a template is the folder or URL of a release; `script` puts it in.
"""

from __future__ import annotations

from collections.abc import Callable

from tasks.contracts import CONTRACTS, Contract
from tasks.load.ddl import DIALECTS, DUCKDB, POSTGRES, SNOWFLAKE, Dialect, columns_of, create_table, literal
from tasks.warehouse import PUBLISHED, table_glob

SNOWFLAKE_FILES = "FILE_FORMAT = (TYPE = PARQUET USE_LOGICAL_TYPE = TRUE) PATTERN = '.*[.]parquet'"


def copy_statements(contract: Contract, dialect: Dialect) -> str:
    """The statement that loads a table from the Parquet files of a release; `{release}` is their folder."""
    return _COPIES[dialect.name](contract)


def _duckdb_select(contract: Contract) -> str:
    keys = [key if key == "province" else f"try_cast({key} AS INTEGER) AS {key}" for key in contract.partition_by]
    columns = f"* EXCLUDE ({', '.join(contract.partition_by)}), {', '.join(keys)}" if keys else "*"
    options = ", hive_partitioning = true, hive_types_autocast = false" if keys else ""
    return " ".join(["SELECT", columns, f"FROM read_parquet('{{release}}/{table_glob(contract.name)}'{options})"])


def _copy_postgres(contract: Contract) -> str:
    names = ", ".join(POSTGRES.name_of(column.name) for column in columns_of(contract))
    return (
        f"-- zhibiao load postgres postgresql://… does this for all tables, in one transaction\n"
        f"COPY \"{contract.name}\" ({names}) FROM STDIN WITH (FORMAT csv, HEADER true, ENCODING 'UTF8');"
    )


def _copy_duckdb(contract: Contract) -> str:
    return f'INSERT INTO "{contract.name}" BY NAME\n{_duckdb_select(contract)};'


def _copy_clickhouse(contract: Contract) -> str:
    names = ", ".join(f"`{column.name}`" for column in contract.columns)
    keys = "".join(f", {_clickhouse_key(key)}" for key in contract.partition_by)
    source = f"s3('{{release}}/{table_glob(contract.name)}', 'Parquet') SETTINGS use_hive_partitioning = 1"
    return " ".join([f"INSERT INTO `{contract.name}`\nSELECT", f"{names}{keys}\nFROM", f"{source};"])


def _clickhouse_key(key: str) -> str:
    return f"`{key}`" if key == "province" else f"toInt32OrNull(toString(`{key}`)) AS `{key}`"


def _copy_snowflake(contract: Contract) -> str:
    columns = [*(f'"{column.name}"' for column in contract.columns), *(f'"{key}"' for key in contract.partition_by)]
    values = [
        *(f"$1:{column.name}::{SNOWFLAKE.type_of(column.type)}" for column in contract.columns),
        *(_snowflake_key(key) for key in contract.partition_by),
    ]
    lines = [
        f'COPY INTO "{contract.name}" ({", ".join(columns)})',
        f"FROM ({' '.join(['SELECT', ', '.join(values), 'FROM', f'@zhibiao_release/{contract.name}/'])})",
        f"{SNOWFLAKE_FILES};",
    ]
    return "\n".join(lines)


def _snowflake_key(key: str) -> str:
    value = f"regexp_substr(metadata$filename, '{key}=([^/]+)', 1, 1, 'e')"
    return value if key == "province" else f"try_to_number({value})"


def _copy_bigquery(contract: Contract) -> str:
    names = ", ".join(f"`{column.name}`" for column in contract.columns)
    keys = "".join(
        f", {key}" if key == "province" else f", SAFE_CAST({key} AS INT64) AS {key}" for key in contract.partition_by
    )
    return " ".join([f"INSERT INTO `{contract.name}`\nSELECT", f"{names}{keys}\nFROM", f"`{contract.name}_files`;"])


_COPIES: dict[str, Callable[[Contract], str]] = {
    "postgresql": _copy_postgres,
    "duckdb": _copy_duckdb,
    "clickhouse": _copy_clickhouse,
    "snowflake": _copy_snowflake,
    "bigquery": _copy_bigquery,
}


def external_table(contract: Contract, dialect: Dialect) -> str:
    """The statement that reads a release's files in place; PostgreSQL has none and says so."""
    return _EXTERNALS[dialect.name](contract)


def _external_duckdb(contract: Contract) -> str:
    return f'CREATE OR REPLACE VIEW "{contract.name}" AS\n{_duckdb_select(contract)};'


def _external_clickhouse(contract: Contract) -> str:
    return (
        f"CREATE TABLE IF NOT EXISTS `{contract.name}_files` ENGINE = "
        f"S3('{{release}}/{table_glob(contract.name)}', 'Parquet') SETTINGS use_hive_partitioning = 1;"
    )


def _external_snowflake(contract: Contract) -> str:
    lines = [
        f"\"{key}\" VARCHAR AS (regexp_substr(metadata$filename, '{key}=([^/]+)', 1, 1, 'e'))"
        for key in contract.partition_by
    ]
    lines += [
        f'"{column.name}" {SNOWFLAKE.type_of(column.type)} AS (value:{column.name}::{SNOWFLAKE.type_of(column.type)})'
        for column in contract.columns
    ]
    keys = ", ".join(f'"{key}"' for key in contract.partition_by)
    partition = f"\nPARTITION BY ({keys})" if keys else ""
    return (
        f'CREATE OR REPLACE EXTERNAL TABLE "{contract.name}_files" (\n  ' + ",\n  ".join(lines) + f"\n){partition}\n"
        f"LOCATION = @zhibiao_release/{contract.name}/ AUTO_REFRESH = FALSE\n"
        f"{SNOWFLAKE_FILES};"
    )


def _external_bigquery(contract: Contract) -> str:
    keys = ", ".join(f"{key} STRING" for key in contract.partition_by)
    partition = f"\nWITH PARTITION COLUMNS ({keys})" if keys else ""
    prefix = f", hive_partition_uri_prefix = '{{release}}/{contract.name}'" if keys else ""
    options = (
        f"format = 'PARQUET', enable_list_inference = true, uris = ['{{release}}/{contract.name}/*.parquet']{prefix}"
    )
    return f"CREATE OR REPLACE EXTERNAL TABLE `{contract.name}_files`{partition}\nOPTIONS ({options});"


def _external_postgres(contract: Contract) -> str:
    return f'-- PostgreSQL reads no Parquet of its own: load "{contract.name}" with zhibiao load postgres.'


_EXTERNALS: dict[str, Callable[[Contract], str]] = {
    "postgresql": _external_postgres,
    "duckdb": _external_duckdb,
    "clickhouse": _external_clickhouse,
    "snowflake": _external_snowflake,
    "bigquery": _external_bigquery,
}


def script(dialect_name: str, release: str) -> str:
    """The whole script for a dialect over a release's folder or URL: tables, external tables, loads."""
    dialect = DIALECTS[dialect_name]
    contracts = [CONTRACTS[name] for name in PUBLISHED]
    stage = [f"CREATE STAGE IF NOT EXISTS zhibiao_release URL = {literal(release)};"] if dialect is SNOWFLAKE else []
    makers = [create_table, external_table, copy_statements]
    if dialect is DUCKDB:
        makers.remove(external_table)
    statements = [maker(contract, dialect) for maker in makers for contract in contracts]
    return "\n\n".join([f"-- zhibiao for {dialect.name}", *stage, *statements]).replace("{release}", release) + "\n"
