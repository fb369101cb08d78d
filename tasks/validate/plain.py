"""Rows of a table as plain values, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa


def plain_rows(table: pa.Table) -> Iterator[dict[str, Any]]:
    """As `Table.to_pylist`, but each row is made when its turn comes, and each distinct day or time once.

    To make a time costs fifty times as much as a word, and all rows at once keep the garbage collector busy for longer
    than it takes to make them.
    """
    names = table.column_names
    for row in zip(*map(_values, table.columns), strict=True):
        yield dict(zip(names, row, strict=True))


def _values(column: pa.ChunkedArray) -> list[Any]:
    if not pa.types.is_temporal(column.type):
        return list(column.to_pylist())
    encoded = column.combine_chunks().dictionary_encode()
    values = [*encoded.dictionary.to_pylist(), None]
    return [values[-1 if index is None else index] for index in encoded.indices.to_pylist()]
