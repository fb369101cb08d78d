"""What is checked between building a release and letting readers see it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from tasks.contracts import CONTRACTS
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


def check_keys(
    staged: Path,
    built: Sequence[FileEntry],
    kept: Sequence[FileEntry],
    store: Store,
    source: str,
    sound: Collection[str] = (),
) -> None:
    """No key of a guarded table stands in two partitions. Raises DuplicateKeyError.

    `source` is the folder of the kept files, `sound` names tables whose keys are known to differ.
    """
    for table, key in GUARDED.items():
        if table in sound:
            continue
        new = _keys([staged / file.path for file in built if file.table == table], key)
        old = [store.read_table(f"{source}/{file.path}", columns=[key])[key] for file in kept if file.table == table]
        if not len(new):
            continue
        repeated = pc.value_counts(new)
        twice = repeated.filter(pc.greater(repeated.field("counts"), 1)).field("values").to_pylist()
        for keys in old:
            twice += keys.filter(pc.is_in(keys, value_set=new)).to_pylist()
        if twice:
            raise DuplicateKeyError(f"{table}: {len(twice)} keys in more than one partition, e.g. {twice[:EXAMPLES]}")


def check_deletions(store: Store, staged: Path, files: Sequence[FileEntry], previous: Manifest) -> None:
    """Stop when more than a tenth (and twenty) of the rows of a guarded table would vanish. Raises DeletionsError."""
    counts: dict[str, tuple[int, int]] = {}
    for table, key in GUARDED.items():
        before = previous.rows.get(table, 0)
        gone = _gone(store, staged, [file for file in files if file.table == table], previous, key)
        if gone > max(DELETION_FLOOR, DELETION_SHARE * before):
            counts[table] = (gone, before)
    if counts:
        raise DeletionsError(counts)


def _gone(store: Store, staged: Path, files: Sequence[FileEntry], previous: Manifest, key: str) -> int:
    now = {file.path for file in files}
    folder = release_path(previous.release)
    replaced = [file for file in previous.files if file.table == files[0].table and file.path not in now]
    if not replaced:
        return 0
    old_paths = {file.path for file in previous.files}
    new = _keys([staged / file.path for file in files if file.path not in old_paths], key)
    old = pa.chunked_array(
        [chunk for file in replaced for chunk in store.read_table(f"{folder}/{file.path}", columns=[key])[key].chunks],
        pa.string(),
    )
    return int(pc.sum(pc.invert(pc.is_in(old, value_set=new))).as_py() or 0)


def _keys(paths: Sequence[Path], key: str) -> pa.ChunkedArray:
    chunks = [chunk for path in paths for chunk in pq.read_table(path, columns=[key], partitioning=None)[key].chunks]
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


def contract_names(files: Sequence[FileEntry]) -> list[str]:
    """The tables of some files, in the order of the contracts."""
    present = {file.table for file in files}
    return [name for name in CONTRACTS if name in present]
