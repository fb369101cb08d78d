"""What is checked between building a release and letting readers see it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from tasks.contracts import CONTRACTS
from tasks.publish.keys import Keys
from tasks.store import Store
from tasks.warehouse import FileEntry, Manifest, release_path

# Tables whose rows readers keep references to.
GUARDED = {"documents": "document_id", "observations": "observation_id"}
DELETION_SHARE = 0.1
DELETION_FLOOR = 20
EXAMPLES = 5


class PublishError(RuntimeError):
    """A release that may not be published; `current` stays where it was."""


class DuplicateKeyError(PublishError):
    """One key in two partitions: the same fact with two years or provinces."""


class DeletionsError(PublishError):
    """More rows would vanish than may without someone's word. `counts` maps table to (gone, before)."""

    def __init__(self, counts: dict[str, tuple[int, int]]) -> None:
        self.counts = counts
        listed = "; ".join(f"{table}: {gone} of {before} rows" for table, (gone, before) in sorted(counts.items()))
        super().__init__(
            f"this release would delete {listed}. Nothing was published; look at the difference, then confirm deletions"
        )


def check_keys(table: str, new: Keys, before: Iterable[tuple[str, pa.ChunkedArray]]) -> bool:
    """Whether every key stands once, among new rows and those of the release before (keys by partition).

    Raises DuplicateKeyError for a key that stands in two partitions.
    """
    twice = new.across()
    if twice:
        raise _in_two_partitions(table, twice)
    moved, restated = new.elsewhere(before)
    if moved:
        raise _in_two_partitions(table, moved)
    return new.differ and not restated


def _in_two_partitions(table: str, keys: Sequence[str]) -> DuplicateKeyError:
    return DuplicateKeyError(f"{table}: {len(keys)} keys in more than one partition, e.g. {list(keys[:EXAMPLES])}")


def check_deletions(
    store: Store,
    files: Sequence[FileEntry],
    previous: Manifest,
    anew: Mapping[str, pa.ChunkedArray],
    lost: Mapping[str, int],
) -> None:
    """Stop when more than a tenth (and twenty) of the rows of a guarded table would vanish. Raises DeletionsError.

    `anew` has all keys of the tables that were built anew, `lost` the number of keys that are gone from those that
    were patched; a table that only took rows in has lost none.
    """
    counts: dict[str, tuple[int, int]] = {}
    for table in GUARDED.keys() & {*anew, *lost}:
        before = previous.rows.get(table, 0)
        gone = lost.get(table, 0)
        if table in anew:
            gone = _gone(store, [file for file in files if file.table == table], previous, table, anew[table])
        if gone > max(DELETION_FLOOR, DELETION_SHARE * before):
            counts[table] = (gone, before)
    if counts:
        raise DeletionsError(counts)


def _gone(store: Store, files: Sequence[FileEntry], previous: Manifest, table: str, keys: pa.ChunkedArray) -> int:
    now = {file.path for file in files}
    replaced = [file for file in previous.files_of(table) if file.path not in now]
    if not replaced:
        return 0
    old = keys_of(store, previous, replaced)
    return int(pc.sum(pc.invert(pc.is_in(old, value_set=keys.combine_chunks()))).as_py() or 0)


def keys_of(store: Store, release: Manifest, files: Sequence[FileEntry]) -> pa.ChunkedArray:
    """The primary keys of some files of one table of a release; the key is a single column."""
    folder = release_path(release.release)
    chunks = []
    for file in files:
        (key,) = CONTRACTS[file.table].primary_key
        chunks += store.read_table(f"{folder}/{file.path}", columns=[key])[key].chunks
    return pa.chunked_array(chunks, pa.string())


def check_counts(files: Sequence[FileEntry], rows_in: dict[str, int]) -> dict[str, int]:
    """Rows of each table that another row with the same key stands for. Raises PublishError when rows appeared."""
    rows = dict.fromkeys(rows_in, 0)
    for file in files:
        rows[file.table] += file.rows
    repeated = {table: count - rows[table] for table, count in rows_in.items()}
    for table, count in repeated.items():
        if count < 0:
            raise PublishError(f"{table}: {rows[table]} rows would be published from {rows_in[table]}")
    return repeated
