"""Statements for other databases, made from the contracts: tables, bulk loads, external tables.

Five dialects: PostgreSQL, DuckDB, ClickHouse, Snowflake, BigQuery. Nothing here talks to a
database. A release's folder (`{release}` in the templates) is where its Parquet files lie.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from tasks.contracts import Column, Contract

# Partition keys stand in the folder names; as columns they are null where the folder says unknown.
PARTITION_TYPES = {"year": pa.int32(), "month": pa.int32(), "province": pa.string()}


@dataclass(frozen=True)
class Dialect:
    """How one database spells types, nullability, comments and literals."""

    name: str
    types: Mapping[str, str]
    list_of: Callable[[str], str]
    records: str | None = None
    record_of: str = "STRUCT({})"
    field_of: str = "{} {}"
    quote: str = '"'
    not_null: Callable[[str], str] = "{} NOT NULL".format
    nullable: Callable[[str], str] = "{}".format
    column_comment: str | None = None

    def name_of(self, identifier: str) -> str:
        """The identifier quoted."""
        return f"{self.quote}{identifier}{self.quote}"

    def type_of(self, kind: pa.DataType) -> str:
        """The dialect's type for an Arrow type; lists of records are JSON where it has no better."""
        if pa.types.is_struct(kind):
            fields = (self.field_of.format(self.name_of(field.name), self.type_of(field.type)) for field in kind)
            return self.record_of.format(", ".join(fields))
        if pa.types.is_list(kind):
            if self.records and pa.types.is_struct(kind.value_type):
                return self.records
            return self.list_of(self.type_of(kind.value_type))
        return self.types[_family(kind)]

    def column(self, column: Column) -> str:
        """One line of a CREATE TABLE statement."""
        kind = self.type_of(column.type)
        # A list that is null is the empty list in most warehouses.
        spelled = self.nullable(kind) if column.nullable and not pa.types.is_list(column.type) else self.not_null(kind)
        comment = self.column_comment.format(literal(f"{column.zh} / {column.en}")) if self.column_comment else ""
        return f"{self.name_of(column.name)} {spelled}{comment}"


def _family(kind: pa.DataType) -> str:
    tests: Sequence[tuple[str, Callable[[pa.DataType], bool]]] = (
        ("text", pa.types.is_string),
        ("bool", pa.types.is_boolean),
        ("int", pa.types.is_int32),
        ("bigint", pa.types.is_int64),
        ("double", pa.types.is_float64),
        ("decimal", pa.types.is_decimal),
        ("date", pa.types.is_date32),
        ("timestamp", pa.types.is_timestamp),
    )
    for family, test in tests:
        if test(kind):
            return family
    raise TypeError(f"no SQL type for {kind}")


def _types(text: str) -> dict[str, str]:
    return dict(
        zip(("text", "bool", "int", "bigint", "double", "decimal", "date", "timestamp"), text.split(" | "), strict=True)
    )


POSTGRES = Dialect(
    "postgresql",
    _types("text | boolean | integer | bigint | double precision | numeric(38,9) | date | timestamptz"),
    "{}[]".format,
    records="json",
)
DUCKDB = Dialect(
    "duckdb",
    _types("VARCHAR | BOOLEAN | INTEGER | BIGINT | DOUBLE | DECIMAL(38,9) | DATE | TIMESTAMPTZ"),
    "{}[]".format,
)
CLICKHOUSE = Dialect(
    "clickhouse",
    _types("String | Bool | Int32 | Int64 | Float64 | Decimal(38, 9) | Date32 | DateTime64(6, 'Asia/Shanghai')"),
    "Array({})".format,
    record_of="Tuple({})",
    quote="`",
    not_null="{}".format,
    nullable="Nullable({})".format,
    column_comment=" COMMENT {}",
)
SNOWFLAKE = Dialect(
    "snowflake",
    _types("VARCHAR | BOOLEAN | INTEGER | BIGINT | DOUBLE | NUMBER(38,9) | DATE | TIMESTAMP_TZ(6)"),
    lambda _: "ARRAY",
    records="ARRAY",
    column_comment=" COMMENT {}",
)
BIGQUERY = Dialect(
    "bigquery",
    _types("STRING | BOOL | INT64 | INT64 | FLOAT64 | BIGNUMERIC(38,9) | DATE | TIMESTAMP"),
    "ARRAY<{}>".format,
    record_of="STRUCT<{}>",
    quote="`",
    column_comment=" OPTIONS (description={})",
)
DIALECTS = {dialect.name: dialect for dialect in (POSTGRES, DUCKDB, CLICKHOUSE, SNOWFLAKE, BIGQUERY)}


def literal(text: str) -> str:
    """A SQL string literal."""
    return "'" + text.replace("'", "''") + "'"


def partition_columns(contract: Contract) -> list[Column]:
    """The partition keys as nullable columns."""
    return [
        Column(key, PARTITION_TYPES[key], f"分区 {key}；不明为空", f"Partition {key}; null when unknown", nullable=True)
        for key in contract.partition_by
    ]


def columns_of(contract: Contract) -> list[Column]:
    """The contract's columns and then its partition keys."""
    return [*contract.columns, *partition_columns(contract)]


def create_table(contract: Contract, dialect: Dialect) -> str:
    """The CREATE TABLE statement of a table, with its key or its equivalent, and its partitions."""
    lines = [dialect.column(column) for column in columns_of(contract)]
    name = dialect.name_of(contract.name)
    key = ", ".join(dialect.name_of(each) for each in contract.primary_key)
    if dialect is BIGQUERY:
        lines = [_bigquery_line(line, column) for line, column in zip(lines, columns_of(contract), strict=True)]
    if dialect in (SNOWFLAKE, BIGQUERY):
        lines.append(f"PRIMARY KEY ({key})" + (" NOT ENFORCED" if dialect is BIGQUERY else ""))
    body = ",\n  ".join(lines)
    return f"CREATE TABLE IF NOT EXISTS {name} (\n  {body}\n){_tail(contract, dialect, key)};"


def _bigquery_line(line: str, column: Column) -> str:
    return line.replace(" NOT NULL", "") if pa.types.is_list(column.type) else line


def _tail(contract: Contract, dialect: Dialect, key: str) -> str:
    comment = literal(f"{contract.zh} / {contract.en}")
    year = dialect.name_of("year")
    tails = {
        "postgresql": f" PARTITION BY LIST ({year})" if contract.partition_by else "",
        "duckdb": "",
        "clickhouse": "\nENGINE = ReplacingMergeTree"
        + (f"\nPARTITION BY coalesce({year}, 0)" if contract.partition_by else "")
        + f"\nORDER BY ({key})\nCOMMENT {comment}",
        "snowflake": f"\nCOMMENT = {comment}",
        "bigquery": (
            f"\nPARTITION BY RANGE_BUCKET({year}, GENERATE_ARRAY(1900, 2100, 1))" if contract.partition_by else ""
        )
        + f"\nOPTIONS (description={comment})",
    }
    return tails[dialect.name]
