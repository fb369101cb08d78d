"""The snapshot store: bytes as fetched, kept by content, written once, listed in a Parquet index.

Objects stand under `snapshots/objects/<first two hex digits>/<sha256>.zst`; the index is a folder of
small Parquet files named by their content, so that the same batch stored twice is one file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import pyarrow as pa
import zstandard

from tasks.contracts import SNAPSHOTS
from tasks.store import Store

INDEX = "snapshots/index"
OBJECTS = "snapshots/objects"
MAX_OBJECT_BYTES = 64_000_000


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
    """All index rows in a fixed order."""
    files = [path for path in store.list(INDEX) if path.endswith(".parquet")]
    tables = [store.read_table(path) for path in files]
    table = pa.concat_tables(tables) if tables else SNAPSHOTS.empty()
    return table.sort_by([(name, "ascending") for name in SNAPSHOTS.sort_by])


@dataclass
class SnapshotWriter:
    """Stores pages that the index does not list yet; one writer a run and source."""

    store: Store
    _revisions: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        index = read_index(self.store).select(["source_url", "snapshot_sha256"])
        for row in index.to_pylist():
            self._revisions.setdefault(row["source_url"], []).append(row["snapshot_sha256"])

    def add(self, pages: Iterable[Fetched]) -> Stored:
        """Write the new ones among the pages: objects first, the index file last."""
        rows: list[Mapping[str, object]] = []
        known = 0
        for page in pages:
            sha256 = hashlib.sha256(page.data).hexdigest()
            revisions = self._revisions.setdefault(page.source_url, [])
            if sha256 in revisions:
                known += 1
                continue
            revisions.append(sha256)
            self._write_object(sha256, page.data)
            rows.append(_index_row(page, sha256, len(revisions)))
        table = SNAPSHOTS.from_rows(rows).sort_by([(name, "ascending") for name in SNAPSHOTS.sort_by])
        path = f"{INDEX}/{_batch_name(table['snapshot_id'].to_pylist())}.parquet" if rows else None
        if path:
            self.store.write_table(table, path)
        return Stored(table, known, path)

    def _write_object(self, sha256: str, data: bytes) -> None:
        path = object_path(sha256)
        if not self.store.exists(path):
            self.store.write_bytes(zstandard.ZstdCompressor(level=6).compress(data), path)


def _index_row(page: Fetched, sha256: str, revision: int) -> dict[str, object]:
    return {
        "snapshot_id": hashlib.sha256(f"{page.source_id}\n{page.source_url}\n{sha256}".encode()).hexdigest()[:24],
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
    }


def _batch_name(ids: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(ids).encode()).hexdigest()[:24]
