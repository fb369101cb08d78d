"""The snapshot store: bytes as fetched, kept by content, written once, listed in a Parquet index.

Objects stand under `snapshots/objects/<first two hex digits>/<sha256>.zst`; the index is a folder of
small Parquet files named by their content, so that the same batch stored twice is one file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pyarrow as pa
import zstandard

from tasks.contracts import SNAPSHOTS, Contract
from tasks.store import Store, sort_keys

INDEX = "snapshots/index"
OBJECTS = "snapshots/objects"
MAX_OBJECT_BYTES = 64_000_000
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Fetched:
    """A page as it came: its bytes and everything that the transport said about it."""

    source_id: str
    source_url: str
    data: bytes
    fetched_at: datetime
    http_status: int | None = None
    content_type: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    headers: str | None = None
    redirects: tuple[str, ...] = ()
    tls: str | None = None
    hints: str | None = None


@dataclass(frozen=True)
class FetchFailure:
    """A page or a source that could not be had, and the reason code that says why."""

    source_id: str
    source_url: str
    code: str
    detail: str


@dataclass(frozen=True)
class Unchanged:
    """A page that the server says has not changed since it was stored."""

    source_id: str
    source_url: str
    checked_at: datetime


@dataclass(frozen=True)
class Listed:
    """A list, feed or archive that was read to its end, and how many pages it named; it is no page itself."""

    source_id: str
    source_url: str
    links: int


@dataclass(frozen=True)
class Stored:
    """What storing a batch came to: new index rows, and how many pages were there already."""

    new: pa.Table
    known: int
    index_file: str | None = None


def object_path(sha256: str) -> str:
    """Where the bytes of that hash stand, relative to the data root."""
    return f"{OBJECTS}/{sha256[:2]}/{sha256}.zst"


def read_object(store: Store, sha256: str) -> bytes:
    """The bytes of a snapshot. Raises ValueError when they are not what their name says."""
    data = zstandard.ZstdDecompressor().decompress(
        store.read_bytes(object_path(sha256)), max_output_size=MAX_OBJECT_BYTES
    )
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ValueError(f"snapshot {sha256} is damaged: its bytes have another hash")
    return data


def read_index(store: Store) -> pa.Table:
    """All index rows in a fixed order, each once."""
    return read_folder(store, INDEX, SNAPSHOTS)


def read_folder(store: Store, folder: str, contract: Contract) -> pa.Table:
    """The rows of all Parquet files of a folder, in the contract's order, of equal keys the first."""
    files = [path for path in store.list(folder) if path.endswith(".parquet")]
    tables = [store.read_table(path) for path in files]
    # Files written before a column was added lack it.
    table = contract.conform(pa.concat_tables([contract.empty(), *tables], promote_options="default"))
    return _first_of_each(table.sort_by([(name, "ascending") for name in sort_keys(contract)]), contract)


def _first_of_each(table: pa.Table, contract: Contract) -> pa.Table:
    keys = table.select(contract.primary_key).append_column("row", pa.array(range(table.num_rows), pa.int64()))
    first = keys.group_by(list(contract.primary_key)).aggregate([("row", "min")])["row_min"]
    return table if len(first) == table.num_rows else table.take(first.sort())


def compact(store: Store, folder: str, contract: Contract, above: int = 64) -> bool:
    """Put the files of a folder into one when they are more than `above`; returns whether it did.

    The new file is whole before the old ones go, and equal rows count once, so a crash does no harm.
    Only while nobody else writes to the folder.
    """
    files = [path for path in store.list(folder) if path.endswith(".parquet")]
    if len(files) <= above:
        return False
    name = hashlib.sha256("\n".join(files).encode()).hexdigest()[:24]
    target = f"{folder}/{name}.parquet"
    store.write_table(read_folder(store, folder, contract), target)
    for path in files:
        if path != target:
            store.delete(path)
    return True


@dataclass
class _History:
    """The revisions of one URL: their hashes as stored, and the one that was fetched last."""

    hashes: list[str] = field(default_factory=list)
    latest: str | None = None
    latest_at: datetime = _LONG_AGO

    def add(self, sha256: str, fetched_at: datetime) -> None:
        self.hashes.append(sha256)
        if fetched_at >= self.latest_at:
            self.latest, self.latest_at = sha256, fetched_at

    def holds(self, sha256: str, fetched_at: datetime) -> bool:
        """Whether this is no news: the bytes of the last fetch, or a capture not younger than that fetch."""
        return sha256 == self.latest or (sha256 in self.hashes and fetched_at <= self.latest_at)


@dataclass
class SnapshotWriter:
    """Stores pages that the index does not list yet; one writer a run and source."""

    store: Store
    _histories: dict[str, _History] = field(default_factory=dict)

    def __post_init__(self) -> None:
        columns = ["source_url", "snapshot_sha256", "fetched_at", "revision"]
        for row in read_index(self.store).select(columns).sort_by("revision").to_pylist():
            self._histories.setdefault(row["source_url"], _History()).add(row["snapshot_sha256"], row["fetched_at"])

    def add(self, pages: Iterable[Fetched]) -> Stored:
        """Write the new ones among the pages: objects first, the index file last.

        A page that goes back to what it said before is a revision too; the same archive read twice gives none.
        """
        rows: list[Mapping[str, object]] = []
        known = 0
        for page in pages:
            sha256 = hashlib.sha256(page.data).hexdigest()
            history = self._histories.setdefault(page.source_url, _History())
            if history.holds(sha256, page.fetched_at):
                known += 1
                continue
            rows.append(_index_row(page, sha256, len(history.hashes) + 1, history.hashes.count(sha256)))
            history.add(sha256, page.fetched_at)
            self._write_object(sha256, page.data)
        table = SNAPSHOTS.from_rows(rows).sort_by([(name, "ascending") for name in SNAPSHOTS.sort_by])
        path = f"{INDEX}/{_batch_name(table['snapshot_id'].to_pylist())}.parquet" if rows else None
        if path:
            self.store.write_table(table, path)
        return Stored(table, known, path)

    def _write_object(self, sha256: str, data: bytes) -> None:
        path = object_path(sha256)
        if not self.store.exists(path):
            self.store.write_bytes(zstandard.ZstdCompressor(level=6).compress(data), path)


def _index_row(page: Fetched, sha256: str, revision: int, before: int) -> dict[str, object]:
    again = f"\n{before}" if before else ""
    return {
        "snapshot_id": hashlib.sha256(f"{page.source_url}\n{sha256}{again}".encode()).hexdigest()[:24],
        "snapshot_sha256": sha256,
        "source_id": page.source_id,
        "source_url": page.source_url,
        "fetched_at": page.fetched_at,
        "bytes": len(page.data),
        "revision": revision,
        "http_status": page.http_status,
        "content_type": page.content_type,
        "etag": page.etag,
        "last_modified": page.last_modified,
        "headers": page.headers,
        "redirects": list(page.redirects),
        "tls": page.tls,
        "hints": page.hints,
    }


def _batch_name(ids: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(ids).encode()).hexdigest()[:24]
