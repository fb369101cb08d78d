"""What replaced input files change: the rows that went and those that came, whatever files they stood in.

Where other documents confirm or contradict a few observations, whole shards take the place of old
ones though nearly all of their rows are the same. Only the rows that differ touch partitions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

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
    """Compare the rows of removed and added input files by key; no two removed rows may share one."""
    old, new = _rows(store, contract, removed), _rows(store, contract, added)
    (key,) = contract.primary_key
    found = pc.index_in(new[key], value_set=old[key].combine_chunks()).combine_chunks()
    there = np.flatnonzero(pc.is_valid(found).to_numpy(zero_copy_only=False))
    partners = found.take(pa.array(there)).to_numpy(zero_copy_only=False)
    same = _same(old.take(pa.array(partners)), new.take(pa.array(there)))
    came, went = np.ones(len(new), bool), np.ones(len(old), bool)
    came[there[same]] = False
    went[partners[same]] = False
    return Patch(gone=old.filter(pa.array(went)), come=new.filter(pa.array(came)))


def _same(one: pa.Table, other: pa.Table) -> npt.NDArray[np.bool_]:
    """Which rows are equal in every column."""
    same = np.ones(len(one), bool)
    for left, right in zip(one.columns, other.columns, strict=True):
        equal = pc.fill_null(pc.equal(left, right), False)
        both_null = pc.and_(pc.is_null(left), pc.is_null(right))
        same &= pc.or_(equal, both_null).combine_chunks().to_numpy(zero_copy_only=False)
    return same


def _rows(store: Store, contract: Contract, paths: Sequence[str]) -> pa.Table:
    rows = [contract.conform(store.read_table(path)) for path in paths]
    return pa.concat_tables([contract.empty(), *rows]).combine_chunks()


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
