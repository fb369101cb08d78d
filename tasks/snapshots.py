"""The snapshot store: bytes as fetched, kept by content, written once, listed in a Parquet index.

Objects stand under `snapshots/objects/<first two hex digits>/<sha256>.zst`; the index is a folder of
small Parquet files named by their content, so that the same batch stored twice is one file.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import pyarrow as pa
import pyarrow.compute as pc
import zstandard

from tasks.contracts import SNAPSHOTS, Contract
from tasks.store import Store, sort_keys

INDEX = "snapshots/index"
OBJECTS = "snapshots/objects"
MAX_OBJECT_BYTES = 64_000_000
HISTORY = [
    "snapshot_id",
    "source_url",
    "snapshot_sha256",
    "fetched_at",
    "revision",
    "etag",
    "last_modified",
    "redirects",
]


@dataclass(frozen=True)
class Fetched:
    """A page as it came: its bytes and everything that the transport said about it.

    A following page of an article names the URL of the first one (`part_of`) and which one it is (`part_no`).
    """

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
    part_of: str | None = None
    part_no: int | None = None


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


def read_history(store: Store, places: Sequence[str] | None = None) -> pa.Table:
    """The index columns that tell what was had and when, each row once, without headers and the like.

    `places` keeps only rows whose URL contains one of these: what one source can meet is far less than all.
    """
    files = [path for path in store.list(INDEX) if path.endswith(".parquet")]
    empty = SNAPSHOTS.empty().select(HISTORY)
    tables = [_at(store.read_table(path, columns=HISTORY), places) for path in files]
    return _first_of_each(pa.concat_tables([empty, *tables]).sort_by("revision"), SNAPSHOTS)


def _at(table: pa.Table, places: Sequence[str] | None) -> pa.Table:
    if places is None or table.num_rows == 0:
        return table
    found = [pc.match_substring(table["source_url"], place) for place in places]
    return table.filter(functools.reduce(pc.or_, found)) if found else table.slice(0, 0)


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
    """The revisions of one URL: their hashes as stored, and the one that was fetched last (microseconds of UTC)."""

    hashes: list[str] = field(default_factory=list)
    latest: str | None = None
    latest_at: int = -(1 << 62)

    def add(self, sha256: str, fetched_at: int) -> None:
        self.hashes.append(sha256)
        if fetched_at >= self.latest_at:
            self.latest, self.latest_at = sha256, fetched_at

    def holds(self, sha256: str, fetched_at: int) -> bool:
        """Whether this is no news: the bytes of the last fetch, or a capture not younger than that fetch."""
        return sha256 == self.latest or (sha256 in self.hashes and fetched_at <= self.latest_at)


@dataclass
class SnapshotWriter:
    """Stores pages that the index does not list yet; one writer a run and source.

    `history` is what `read_history` gave for the places that the writer will meet; all of it when None.
    """

    store: Store
    history: pa.Table | None = None
    _histories: dict[str, _History] = field(default_factory=dict)

    def __post_init__(self) -> None:
        history = read_history(self.store) if self.history is None else self.history
        # Moments as plain numbers: a million of them are made in a second, of aware datetimes in half a minute.
        moments = history["fetched_at"].cast(pa.int64()).to_pylist()
        columns = (history[name].to_pylist() for name in ("source_url", "snapshot_sha256"))
        for url, sha256, moment in zip(*columns, moments, strict=True):
            self._histories.setdefault(url, _History()).add(sha256, moment)
        self.history = None

    def add(self, pages: Iterable[Fetched]) -> Stored:
        """Write the new ones among the pages: objects first, the index file last.

        A page that goes back to what it said before is a revision too; the same archive read twice gives none.
        The pages of one article are stored together: where one is new, the others are listed again with it.
        """
        rows: list[Mapping[str, object]] = []
        known = 0
        pages = list(pages)
        again = self._to_list_again(pages)
        for page in pages:
            sha256 = hashlib.sha256(page.data).hexdigest()
            history = self._histories.setdefault(page.source_url, _History())
            moment = round(page.fetched_at.timestamp() * 1_000_000)
            if history.holds(sha256, moment) and page.source_url not in again:
                known += 1
                continue
            again.discard(page.source_url)
            rows.append(_index_row(page, sha256, len(history.hashes) + 1, history.hashes.count(sha256)))
            history.add(sha256, moment)
            self._write_object(sha256, page.data)
        table = SNAPSHOTS.from_rows(rows).sort_by([(name, "ascending") for name in SNAPSHOTS.sort_by])
        path = f"{INDEX}/{_batch_name(table['snapshot_id'].to_pylist())}.parquet" if rows else None
        if path:
            self.store.write_table(table, path)
        return Stored(table, known, path)

    def _to_list_again(self, pages: Sequence[Fetched]) -> set[str]:
        """The URLs of the articles of several pages of which any page is new."""
        families = {page.part_of for page in pages if page.part_of}
        articles = [(page.part_of or page.source_url, page) for page in pages] if families else []
        renewed = {article for article, page in articles if article in families and not self._holds(page)}
        return {page.source_url for article, page in articles if article in renewed}

    def _holds(self, page: Fetched) -> bool:
        history = self._histories.get(page.source_url)
        moment = round(page.fetched_at.timestamp() * 1_000_000)
        return history is not None and history.holds(hashlib.sha256(page.data).hexdigest(), moment)

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
        "part_of": page.part_of,
        "part_no": page.part_no,
    }


def _batch_name(ids: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(ids).encode()).hexdigest()[:24]
