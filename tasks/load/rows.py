"""Rows of a release's files in the shape that databases take."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from tasks.contracts import Contract
from tasks.load.ddl import PARTITION_TYPES


def with_partition(rows: pa.Table, contract: Contract, partition: Mapping[str, str]) -> pa.Table:
    """The rows with the keys of their folder as columns; unknown years and months are null."""
    for key in contract.partition_by:
        kind = PARTITION_TYPES[key]
        value = partition[key]
        typed = value if pa.types.is_string(kind) else int(value) if value.isdigit() else None
        rows = rows.append_column(key, pa.repeat(pa.scalar(typed, kind), len(rows)))
    return rows


def records_as_json(rows: pa.Table, contract: Contract) -> pa.Table:
    """The rows with lists of records as JSON text, for databases without such a type."""
    names = [
        column.name
        for column in contract.columns
        if pa.types.is_list(column.type) and pa.types.is_struct(column.type.value_type)
    ]
    if not names or not len(rows):
        return rows
    import duckdb

    replaced = ", ".join(f'CAST(to_json("{name}") AS VARCHAR) AS "{name}"' for name in names)
    query = " ".join(["SELECT", replaced, "FROM pieces"])
    with duckdb.connect(config={"threads": 1}) as connection:
        connection.register("pieces", rows.select(names))
        texts = connection.execute(query).to_arrow_table()
    for name in names:
        rows = rows.set_column(rows.schema.get_field_index(name), name, texts[name])
    return rows
