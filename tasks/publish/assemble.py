"""What a release is made of: the files of every finished shard, with repeated documents told apart.

A shard in which no document repeats another goes in as it is. In the others documents learn whose
repetition they are, and what was read from repetitions stays out; where other documents confirm or
contradict an observation, its confidence says so. Those files are named by their content, so they
too are written once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc

from tasks.contracts import CONFIDENCES, CONTRACTS, DUPLICATES
from tasks.shards import (
    QUARANTINE_LEDGER,
    RELEASED,
    Tally,
    confidences_path,
    conflicts_path,
    done_shards,
    duplicates_path,
    shard_name,
    table_path,
)
from tasks.store import Store
from tasks.warehouse import Manifest

FOLDER = "staged/publish"
LOCK = f"{FOLDER}/.lock"
OBSERVATIONS = "observations"
# Table, the stage that wrote it, and whether repeated documents stay out of it.
_SHARDED = (
    ("documents", "clean", False),
    ("segments", "segment", False),
    ("observations", "validate", True),
    ("relations", "validate", True),
)


@dataclass
class Assembly:
    """Files by table, and what became of the validated observations."""

    files: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    tally: Tally = field(default_factory=Tally)


def assemble(store: Store) -> Assembly:
    """The files of all shards that went the whole way."""
    repeated, weighed = _repeated(store), _weighed(store)
    assembly = Assembly()
    for shard in sorted(set(done_shards(store, "validate")) & set(done_shards(store, "monitor"))):
        _add_shard(store, shard, repeated, assembly)
        assembly.files[OBSERVATIONS].append(_confident(store, assembly.files[OBSERVATIONS].pop(), weighed))
    _add_quarantine(store, assembly)
    assembly.files["runs"] = store.list("runs")
    assembly.files["conflicts"] = [path for path in (conflicts_path(store),) if store.exists(path)]
    return assembly


def prune_assembled(store: Store, assembly: Assembly, manifest: Manifest) -> list[str]:
    """Remove files of earlier assemblies that neither this one nor the release was made from; returns their paths.

    Only within the lock: another assembly's files are not known here. Object storage has no lock; there they stay.
    """
    if not store.is_local:
        return []
    used = {LOCK, *(path for paths in assembly.files.values() for path in paths)}
    used |= {entry.path for entry in manifest.inputs}
    stale = [path for path in store.list(FOLDER) if path not in used]
    for path in stale:
        store.delete(path)
    return stale


def _repeated(store: Store) -> dict[str, str]:
    path = duplicates_path(store)
    table = store.read_table(path) if store.exists(path) else DUPLICATES.empty()
    return dict(zip(table["document_id"].to_pylist(), table["duplicate_of"].to_pylist(), strict=True))


def _weighed(store: Store) -> pa.Table:
    path = confidences_path(store)
    return store.read_table(path) if store.exists(path) else CONFIDENCES.empty()


def _confident(store: Store, path: str, weighed: pa.Table) -> str:
    """The file with the confidences that other documents change; the file itself where they change none."""
    ids = store.read_table(path, columns=["observation_id"])["observation_id"]
    mine = weighed.filter(pc.is_in(weighed["observation_id"], value_set=ids.combine_chunks()))
    if not len(mine):
        return path
    changes = dict(zip(*(mine[name].to_pylist() for name in ("observation_id", "confidence")), strict=True))
    target = f"{FOLDER}/{OBSERVATIONS}/{shard_name([path, *map(str, sorted(changes.items()))])}.parquet"
    if not store.exists(target):
        rows = store.read_table(path)
        pairs = zip(ids.to_pylist(), rows["confidence"].to_pylist(), strict=True)
        confidence = pa.array([changes.get(key, before) for key, before in pairs], pa.float64())
        at = rows.schema.get_field_index("confidence")
        store.write_table(rows.set_column(at, rows.schema.field(at), confidence), target)
    return target


def _add_shard(store: Store, shard: str, repeated: Mapping[str, str], assembly: Assembly) -> None:
    documents = store.read_table(table_path("documents", "clean", shard), columns=["document_id"])
    ids = documents["document_id"].to_pylist()
    here = {key: repeated[key] for key in ids if key in repeated}
    held = _held_documents(store, shard) & set(ids)
    # The folder of a stage's present version is part of the name: what older rules left is another file.
    told = [*(f"{key} {of}" for key, of in sorted(here.items())), *sorted(held)]
    for table, stage, without in _SHARDED:
        path = table_path(table, stage, shard)
        if held or (here and table != "segments"):
            path = _told_apart(store, table, path, shard_name([path, *told]), here, held, without)
        assembly.files[table].append(path)
    assembly.files["warnings"].append(_warnings(store, shard, told, here))
    assembly.tally += _tally(store, shard, here)


def _held_documents(store: Store, shard: str) -> set[str]:
    """Documents of a shard that validation held back as a whole."""
    rows = store.read_table(table_path("quarantine", "validate", shard), columns=["record_id", "document_id"])
    return {key for key, of in zip(*(rows[name].to_pylist() for name in rows.column_names), strict=True) if key == of}


def _told_apart(
    store: Store, table: str, path: str, name: str, here: Mapping[str, str], held: set[str], without: bool
) -> str:
    target = f"{FOLDER}/{table}/{name}.parquet"
    if not store.exists(target):
        rows = _without(store.read_table(path), held)
        if without:
            rows = _without(rows, here)
        elif table == "documents":
            rows = _marked(rows, here)
        store.write_table(rows, target)
    return target


def _without(rows: pa.Table, here: Collection[str]) -> pa.Table:
    return rows.filter(pc.invert(pc.is_in(rows["document_id"], value_set=pa.array(list(here), pa.string()))))


def _marked(documents: pa.Table, here: Mapping[str, str]) -> pa.Table:
    marks = pa.array([here.get(key) for key in documents["document_id"].to_pylist()], pa.string())
    at = documents.schema.get_field_index("duplicate_of")
    return CONTRACTS["documents"].conform(documents.set_column(at, documents.schema.field(at), marks))


def _warnings(store: Store, shard: str, told: Sequence[str], here: Mapping[str, str]) -> str:
    path = table_path("warnings", "monitor", shard)
    if not here:
        return path
    target = f"{FOLDER}/warnings/{shard_name([path, *told])}.parquet"
    if not store.exists(target):
        rows = store.read_table(path)
        kept = _without(store.read_table(table_path("observations", "validate", shard)), here)["observation_id"]
        store.write_table(rows.filter(pc.is_in(rows["observation_id"], value_set=kept.combine_chunks())), target)
    return target


def _tally(store: Store, shard: str, here: Mapping[str, str]) -> Tally:
    column = store.read_table(table_path("observations", "validate", shard), columns=["document_id"])["document_id"]
    repeated = sum(key in here for key in column.to_pylist()) if here else 0
    return Tally(len(column), len(column) - repeated, 0, repeated, len(column) - repeated, 1)


def _add_quarantine(store: Store, assembly: Assembly) -> None:
    if store.exists(RELEASED):
        assembly.files["observations"].append(RELEASED)
        released = len(store.read_table(RELEASED, columns=["observation_id"]))
        assembly.tally += Tally(released, released, produced=released)
    if store.exists(QUARANTINE_LEDGER):
        # Which run saw a row first and last is the ledger's business: it would make every release another one.
        rows = store.read_table(QUARANTINE_LEDGER)
        for name in ("first_seen", "last_seen"):
            at = rows.schema.get_field_index(name)
            rows = rows.set_column(at, rows.schema.field(at), pa.nulls(len(rows), pa.string()))
        target = f"{FOLDER}/quarantine.parquet"
        store.write_table(CONTRACTS["quarantine"].conform(rows), target)
        assembly.files["quarantine"] = [target]
