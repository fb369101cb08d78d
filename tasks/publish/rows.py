"""The rows of one partition: in their fixed order, each key once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from tasks.contracts import Contract
from tasks.store import ROW_GROUP_ROWS, sort_keys


def ordered(
    contract: Contract, rows: pa.Table, picks: npt.NDArray[np.int64] | None = None, *, keys_differ: bool = False
) -> pa.Table:
    """Rows (or the picked ones) in the table's total order, each primary key once.

    `keys_differ` says that no two rows share a key. Otherwise rows that share one and
    are not equal are settled by content, not by the order they came in, so that the result does
    not depend on how the input was cut into files.
    """
    names = sort_keys(contract)
    # Sorting and picking over several chunks takes a multiple of the time of one.
    rows = rows.combine_chunks()
    keys = rows.select(names)
    if picks is not None:
        keys = keys.take(pa.array(picks))
    order = pc.sort_indices(keys, sort_keys=[(name, "ascending") for name in names]).to_numpy()
    places = picks[order] if picks is not None else order
    if not keys_differ:
        codes = _key_codes(keys.select(list(contract.primary_key)))[order]
        if len(np.unique(codes)) < len(codes):
            places = _settled(rows, places, codes)
    return rows.take(pa.array(places)).combine_chunks()


def _key_codes(keys: pa.Table) -> npt.NDArray[np.int64]:
    codes = np.zeros(len(keys), np.int64)
    for column in keys.columns:
        encoded = pc.dictionary_encode(column.combine_chunks(), null_encoding="encode")
        codes = codes * max(len(encoded.dictionary), 1) + encoded.indices.to_numpy(zero_copy_only=False)
        codes = np.unique(codes, return_inverse=True)[1]
    return codes


def _settled(rows: pa.Table, places: npt.NDArray[np.int64], codes: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The places without those whose key another row stands for."""
    repeated = np.flatnonzero(np.bincount(codes) > 1)
    positions = np.flatnonzero(np.isin(codes, repeated))
    twins: dict[int, list[int]] = defaultdict(list)
    for position in positions:
        twins[int(codes[position])].append(int(position))
    dropped = [
        position
        for group in twins.values()
        for position in sorted(group, key=lambda at: _content(rows, int(places[at])))[1:]
    ]
    keep = np.ones(len(places), bool)
    keep[dropped] = False
    return places[keep]


def _content(rows: pa.Table, place: int) -> str:
    return repr(rows.slice(place, 1).to_pylist())


def ordered_on_disk(
    contract: Contract, pieces: Sequence[pa.Table], scratch: Path, memory_bytes: int
) -> Iterator[pa.Table]:
    """What `ordered` gives, for more rows than fit into memory: a sort that spills to `scratch`."""
    import duckdb

    settings = {"memory_limit": f"{max(memory_bytes >> 20, 128)}MiB", "temp_directory": str(scratch), "threads": 2}
    keys = ", ".join(f'"{name}"' for name in contract.primary_key)
    order = ", ".join(f'"{name}" ASC NULLS LAST' for name in sort_keys(contract))
    with duckdb.connect(config=settings) as connection:
        connection.execute("SET enable_progress_bar = false")
        connection.register("pieces", pa.concat_tables(pieces))
        connection.execute(f"CREATE TEMP TABLE twins AS SELECT {keys} FROM pieces GROUP BY ALL HAVING count(*) > 1")  # noqa: S608 - contract names
        twins = connection.execute(f"SELECT * FROM pieces SEMI JOIN twins USING ({keys})").to_arrow_table()  # noqa: S608
        connection.register("settled", ordered(contract, contract.conform(twins)))
        query = (
            f"SELECT * FROM (SELECT * FROM pieces ANTI JOIN twins USING ({keys}) UNION ALL SELECT * FROM settled)"  # noqa: S608
            f" ORDER BY {order}"
        )
        for batch in connection.execute(query).to_arrow_reader(ROW_GROUP_ROWS):
            yield contract.conform(pa.Table.from_batches([batch]))


def text_bytes(rows: pa.Table) -> int:
    """The size of rows by their content: text lengths and eight bytes for each other value.

    Unlike the size of Arrow's buffers it does not depend on how the rows were read or sliced.
    """
    total = 0
    for column in rows.columns:
        if pa.types.is_string(column.type):
            total += pc.sum(pc.binary_length(column)).as_py() or 0
        elif pa.types.is_list(column.type):
            total += 32 * (pc.sum(pc.list_value_length(column)).as_py() or 0)
        total += 8 * len(column)
    return total
