"""What replaced input files change: the rows that went and those that came, whatever files they stood in.

Where other documents confirm or contradict a few observations, whole shards take the place of old
ones though nearly all of their rows are the same. Only the rows that differ touch partitions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from tasks.contracts import Contract
from tasks.store import Store
from tasks.warehouse import InputEntry, Manifest

# The table whose files are replaced for the sake of a few rows; its key is one column.
PATCHED = frozenset({"observations"})


@dataclass(frozen=True)
class Patch:
    """The rows that are in the replaced files alone, and in the new ones alone."""

    gone: pa.Table
    come: pa.Table


def patch_of(store: Store, contract: Contract, removed: Sequence[str], added: Sequence[str]) -> Patch:
    """Compare the rows of removed and added input files, each with what it holds twice."""
    import duckdb

    names = ", ".join(f'"{name}"' for name in contract.column_names)
    with duckdb.connect() as connection:
        connection.execute("SET enable_progress_bar = false")
        connection.register("old", _rows(store, contract, removed))
        connection.register("new", _rows(store, contract, added))

        def except_all(one: str, other: str) -> pa.Table:
            query = " ".join(["SELECT", names, "FROM", one, "EXCEPT ALL SELECT", names, "FROM", other])
            return contract.conform(connection.execute(query).to_arrow_table())

        return Patch(gone=except_all("old", "new"), come=except_all("new", "old"))


def _rows(store: Store, contract: Contract, paths: Sequence[str]) -> pa.Table:
    return pa.concat_tables([contract.empty(), *(contract.conform(store.read_table(path)) for path in paths)])


def replaced(
    name: str, entries: Sequence[InputEntry], previous: Manifest, current: Mapping[str, str]
) -> list[InputEntry] | None:
    """The inputs of the release before that are no more, when the table may be patched; None when it may not.

    It may when every published row stood in exactly one input file, and when reading what changed is less than
    reading everything. `current` maps paths of this table to fingerprints; that the old files are still as they were
    is for the caller to see.
    """
    if name not in PATCHED or previous.duplicates.get(name, 0):
        return None
    removed = [entry for entry in previous.inputs if entry.table == name and entry.path not in current]
    before = {entry.path: entry.fingerprint for entry in previous.inputs if entry.table == name}
    if any(before.get(path, fingerprint) != fingerprint for path, fingerprint in current.items()):
        return None
    now = [entry for entry in entries if entry.table == name]
    changed = sum(entry.rows for entry in [*removed, *(entry for entry in now if entry.path not in before)])
    return removed if changed <= sum(entry.rows for entry in now) else None
