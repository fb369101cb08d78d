"""What a release has to write, given the release before it.

A table whose input files are the same keeps its files. A table that only gained input files has
the new rows merged into the partitions they touch; where observations had some files replaced, the
rows that differ are. Anything else is written anew; files that come out with the same bytes are
shared with the release before all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.parquet as pq

from tasks.contracts import CONTRACTS, Contract
from tasks.publish.build import file_digest
from tasks.publish.partition import Labeller, document_labels, observation_labels, segment_labels, undivided
from tasks.publish.patch import replaced
from tasks.store import Store, StoreError
from tasks.warehouse import PUBLISHED, FileEntry, InputEntry, Manifest, release_path

# Tables that are made from the input of another one.
DERIVED = {"dim_document": "documents"}
# Tables whose partitions are looked up in another table: they are made anew when it is.
LOOKED_UP = {"segments": "documents"}


@dataclass(frozen=True)
class TablePlan:
    """How one table of the release is made.

    `sources` are the input files to read, `base` the files of the release before, all of which
    stay unless new rows fall into their partition. `removed` are input files of the release before
    whose rows are no more, but for those that `sources` have too.
    """

    contract: Contract
    sources: Sequence[str]
    base: Sequence[FileEntry]
    whole: bool
    removed: Sequence[str] = ()

    @property
    def keeps_all(self) -> bool:
        """Whether the table is as it was."""
        return not self.sources and not self.whole and not self.removed


def fingerprints(store: Store, inputs: Mapping[str, Sequence[str]]) -> list[InputEntry]:
    """The input files with what identifies their content, in fixed order.

    That is the SHA-256 of a local file. Object storage gives a file's name, size and time of
    writing without reading it: a file that is put anew there is read anew.
    """
    files = sorted((table, path) for table, paths in inputs.items() for path in set(paths))
    with ThreadPoolExecutor(4) as pool:
        return list(pool.map(lambda file: _fingerprint(store, *file), files))


def _fingerprint(store: Store, table: str, path: str) -> InputEntry:
    if store.is_local:
        local = store.local_path(path)
        return InputEntry(table, path, file_digest(local), pq.read_metadata(local).num_rows)
    address = store.address(path)
    info = store.filesystem.get_file_info([address])[0]
    with store.filesystem.open_input_file(address) as source:
        rows = pq.read_metadata(source).num_rows
    return InputEntry(table, path, f"{info.size}-{info.mtime_ns}", rows)


def table_plans(store: Store, entries: Sequence[InputEntry], previous: Manifest | None) -> dict[str, TablePlan]:
    """The plan of every published table. `previous` is None when nothing of it may be built upon."""
    plans = {name: _table_plan(store, name, entries, previous) for name in PUBLISHED}
    for name, other in LOOKED_UP.items():
        if plans[other].whole and not plans[name].whole:
            plans[name] = _table_plan(store, name, entries, None)
    return plans


def _table_plan(store: Store, name: str, entries: Sequence[InputEntry], previous: Manifest | None) -> TablePlan:
    source = DERIVED.get(name, name)
    now = {entry.path: entry.fingerprint for entry in entries if entry.table == source}
    before = {entry.path: entry.fingerprint for entry in previous.inputs if entry.table == source} if previous else None
    if previous is None or before is None:
        return TablePlan(CONTRACTS[name], list(now), (), whole=True)
    added = [path for path in now if path not in before]
    if before.items() <= now.items():
        return TablePlan(CONTRACTS[name], added, previous.files_of(name), whole=False)
    old = replaced(name, entries, previous, now)
    if old is None or not all(_still_there(store, entry) for entry in old):
        return TablePlan(CONTRACTS[name], list(now), (), whole=True)
    removed = [entry.path for entry in old]
    return TablePlan(CONTRACTS[name], added, previous.files_of(name), whole=False, removed=removed)


def _still_there(store: Store, entry: InputEntry) -> bool:
    """Whether an input of an earlier release is as it was."""
    try:
        return store.exists(entry.path) and _fingerprint(store, entry.table, entry.path) == entry
    except (StoreError, pa.ArrowInvalid):
        return False


def read_rows(store: Store, plan: TablePlan) -> Iterator[pa.Table]:
    """The rows of a plan's input files, one file at a time, with the table's columns."""
    derived = plan.contract.name in DERIVED
    for path in plan.sources:
        columns = plan.contract.column_names if derived else None
        yield plan.contract.conform(store.read_table(path, columns=columns))


def labeller(store: Store, plan: TablePlan, plans: Mapping[str, TablePlan], previous: Manifest | None) -> Labeller:
    """The function that gives the plan's rows their partitions."""
    name = plan.contract.name
    if name == "observations":
        return observation_labels(plan.contract)
    if name == "documents":
        return document_labels(plan.contract)
    if name == "segments":
        ids, moments = _publication(store, plans["dim_document"], previous)
        return segment_labels(plan.contract, ids, moments)
    return undivided


def _publication(
    store: Store, documents: TablePlan, previous: Manifest | None
) -> tuple[pa.ChunkedArray, pa.ChunkedArray]:
    """Ids and publication times of all documents, from the release before and the new input."""
    columns = ["document_id", "published_at"]
    folder = release_path(previous.release) if previous else ""
    paths = [f"{folder}/{file.path}" for file in documents.base] + list(documents.sources)
    tables = [store.read_table(path, columns=columns) for path in paths]
    schema = pa.schema([documents.contract.schema.field(name) for name in columns])
    rows = pa.concat_tables([schema.empty_table(), *(table.cast(schema) for table in tables)]).sort_by(
        [(name, "ascending") for name in columns]
    )
    return rows["document_id"], rows["published_at"]
