"""Where tables and bytes are kept: one data root, a local folder or an `s3://bucket/prefix`.

Every path that goes in or comes out is relative to the root, with forward slashes. A file appears
whole or not at all: written aside in the same folder, flushed to disk and renamed locally; one
put on object storage, where an upload that is cut off never becomes visible. All Parquet is
written here, in one way, so that the same rows make the same bytes.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any

import pyarrow as pa
import pyarrow.fs as pafs
import pyarrow.parquet as pq

from tasks.contracts import CONTRACTS, Contract, ContractError

ROW_GROUP_ROWS = 122_880
COMPRESSION_LEVEL = 3
BLOOM_FALSE_POSITIVES = 0.01
BLOOM_LEAST_ROWS = 64
ASIDE = ".aside-"
COPY_BLOCK = 1 << 20


class StoreError(OSError):
    """A data root or a path in it that cannot be used; the message says which and why."""


@dataclass(frozen=True)
class Written:
    """A file that was written: its relative path, its rows and its size in bytes."""

    path: str
    rows: int
    bytes: int


def contract_of(table: pa.Table) -> Contract:
    """The contract that the table's schema metadata names; ContractError when it names none."""
    name = (table.schema.metadata or {}).get(b"table", b"").decode()
    if name not in CONTRACTS:
        raise ContractError(
            f"table {name or '(unnamed)'}: no such contract; pass the rows through Contract.conform first"
        )
    return CONTRACTS[name]


class ParquetFile:
    """A Parquet file being written from tables of one contract, in equal row groups.

    Rows are gathered into row groups of `ROW_GROUP_ROWS` whatever the pieces they arrive in, so
    the bytes depend on the rows and their order alone.
    """

    def __init__(self, sink: Any, contract: Contract, *, bloom_rows: int = 0, sorted_rows: bool = True) -> None:
        self.contract = contract
        self.rows = 0
        self._pending: list[pa.Table] = []
        self._pending_rows = 0
        self._writer = pq.ParquetWriter(sink, contract.schema, **_options(contract, bloom_rows, sorted_rows))

    def write(self, table: pa.Table) -> None:
        """Add rows; they must have the contract's columns and types."""
        table = self.contract.conform(table)
        self.rows += len(table)
        self._pending.append(table)
        self._pending_rows += len(table)
        if self._pending_rows >= ROW_GROUP_ROWS:
            self._flush(whole_groups=True)

    def __enter__(self) -> ParquetFile:
        return self

    def __exit__(self, failure: type[BaseException] | None, *_: object) -> None:
        """Write what is left, and the footer; after a failure the caller throws the sink away."""
        if failure is None:
            self._flush(whole_groups=False)
        self._writer.close()

    @property
    def metadata(self) -> pq.FileMetaData:
        """The footer of the file, once it is closed."""
        return self._writer.writer.metadata

    def _flush(self, *, whole_groups: bool) -> None:
        rows = pa.concat_tables(self._pending) if self._pending else self.contract.empty()
        start = 0
        while len(rows) - start >= ROW_GROUP_ROWS or (not whole_groups and start < len(rows)):
            group = rows.slice(start, ROW_GROUP_ROWS).combine_chunks()
            self._writer.write_table(group, row_group_size=ROW_GROUP_ROWS)
            start += len(group)
        self._pending = [rows.slice(start)]
        self._pending_rows = len(rows) - start


def _options(contract: Contract, bloom_rows: int, sorted_rows: bool) -> dict[str, Any]:
    options: dict[str, Any] = {
        "compression": "zstd",
        "compression_level": COMPRESSION_LEVEL,
        "use_dictionary": True,
        "write_statistics": True,
        "write_page_index": True,
        "write_page_checksum": True,
        "store_schema": True,
    }
    keys = [name for name in contract.sort_by if not pa.types.is_nested(contract.column(name).type)]
    if sorted_rows and keys:
        names = contract.schema.names
        options["sorting_columns"] = [pq.SortingColumn(names.index(name), nulls_first=False) for name in keys]
    if bloom_rows >= BLOOM_LEAST_ROWS:
        ndv = min(bloom_rows, ROW_GROUP_ROWS)
        options["bloom_filter_options"] = {
            name: {"ndv": ndv, "fpp": BLOOM_FALSE_POSITIVES} for name in bloom_columns(contract)
        }
    return options


def bloom_columns(contract: Contract) -> list[str]:
    """The text columns of the primary key: the keys that single rows are looked up by."""
    return [name for name in contract.primary_key if pa.types.is_string(contract.column(name).type)]


class Store:
    """Files under one data root, local or on object storage.

    `root` is a folder (made when first written to) or `s3://bucket/prefix`, with the options of
    Arrow's S3 address (`?endpoint_override=…&scheme=http&region=…`); credentials come from the
    usual AWS environment. Raises StoreError for an address that cannot be understood.
    """

    def __init__(self, root: str | os.PathLike[str]) -> None:
        self.root = os.fspath(root)
        self._folder: Path | None = None
        if "://" in self.root:
            try:
                self.filesystem, self._base = pafs.FileSystem.from_uri(self.root)
            except (pa.ArrowInvalid, OSError) as error:
                raise StoreError(f"data root {self.root}: {error}") from error
        else:
            self._folder = Path(self.root).expanduser().absolute()
            self.filesystem, self._base = pafs.LocalFileSystem(), str(self._folder)

    def __reduce__(self) -> tuple[type[Store], tuple[str]]:
        """Stores travel to worker processes as their address."""
        return (Store, (self.root,))

    def __repr__(self) -> str:
        return f"Store({self.root!r})"

    @property
    def is_local(self) -> bool:
        """Whether the root is a folder of this machine."""
        return self._folder is not None

    def local_path(self, relative_path: str = "") -> Path:
        """The file's place on this machine; StoreError when the root is object storage."""
        if self._folder is None:
            raise StoreError(f"{self.root} is not a local folder")
        return self._folder / checked_path(relative_path) if relative_path else self._folder

    def address(self, relative_path: str = "") -> str:
        """The path within the Arrow filesystem (`bucket/prefix/…` or an absolute local path)."""
        return f"{self._base}/{checked_path(relative_path)}" if relative_path else self._base

    def write_table(self, table: pa.Table, relative_path: str, *, sorted_rows: bool = False) -> Written:
        """Write a table of a contract as one Parquet file; an existing file is replaced whole.

        The schema metadata must name the contract (as `from_rows` and `conform` leave it).
        `sorted_rows` declares that the rows stand in the contract's order.
        Raises ContractError for a table that keeps no contract.
        """
        contract = contract_of(table)
        with self._replacing(relative_path) as sink:
            with ParquetFile(sink, contract, bloom_rows=len(table), sorted_rows=sorted_rows) as file:
                file.write(table)
            size = sink.tell()
        return Written(relative_path, len(table), size)

    def read_table(self, relative_path: str, columns: Sequence[str] | None = None) -> pa.Table:
        """A Parquet file as a table, all columns or the named ones; StoreError when it is not there."""
        names = list(columns) if columns is not None else None
        with self._opened(relative_path) as source, pq.ParquetFile(source) as file:
            return file.read(columns=names)

    def write_bytes(self, data: bytes, relative_path: str) -> None:
        """Write bytes as one file; an existing file is replaced whole."""
        with self._replacing(relative_path) as sink:
            sink.write(data)

    def read_bytes(self, relative_path: str) -> bytes:
        """The bytes of a file; StoreError when it is not there."""
        with self._opened(relative_path) as source:
            return bytes(source.readall())

    def list(self, prefix: str = "") -> list[str]:
        """The relative paths of all files under a folder, sorted; none when there is no such folder.

        Files that are still being written do not show.
        """
        selector = pafs.FileSelector(self.address(prefix), allow_not_found=True, recursive=True)
        start = len(self._base) + 1
        paths = (info.path[start:] for info in self.filesystem.get_file_info(selector) if info.is_file)
        return sorted(path for path in paths if ASIDE not in path)

    def exists(self, relative_path: str) -> bool:
        """Whether a file or folder of that path is there."""
        info = self.filesystem.get_file_info([self.address(relative_path)])[0]
        return bool(info.type != pafs.FileType.NotFound)

    def delete(self, relative_path: str) -> None:
        """Remove a file, or a folder with all in it; nothing happens when it is not there."""
        address = self.address(relative_path)
        kind = self.filesystem.get_file_info([address])[0].type
        if kind == pafs.FileType.Directory:
            self.filesystem.delete_dir(address)
        elif kind == pafs.FileType.File:
            self.filesystem.delete_file(address)

    def upload(self, source: Path, relative_path: str) -> None:
        """Copy a local file into the store."""
        with source.open("rb") as data, self._replacing(relative_path) as sink:
            while block := data.read(COPY_BLOCK):
                sink.write(block)

    def copy(self, source: str, target: str) -> None:
        """Copy a file within the store: a hard link locally, a server-side copy on object storage."""
        if self._folder is None:
            self.filesystem.copy_file(self.address(source), self.address(target))
            return
        path = self.local_path(target)
        path.parent.mkdir(parents=True, exist_ok=True)
        link_or_copy(self.local_path(source), path)

    @contextmanager
    def _opened(self, relative_path: str) -> Iterator[Any]:
        try:
            source = self.filesystem.open_input_file(self.address(relative_path))
        except FileNotFoundError as error:
            raise StoreError(f"{self.root}: there is no file {relative_path}") from error
        with source:
            yield source

    @contextmanager
    def _replacing(self, relative_path: str) -> Iterator[Any]:
        if self._folder is None:
            yield from self._put(relative_path)
            return
        with replacing(self.local_path(relative_path)) as sink:
            yield sink

    def _put(self, relative_path: str) -> Iterator[Any]:
        # The bytes are gathered first: a failure in the middle must not close, and so publish, half an object.
        buffer = pa.BufferOutputStream()
        yield buffer
        with self.filesystem.open_output_stream(self.address(relative_path)) as stream:
            stream.write(buffer.getvalue())


def checked_path(relative_path: str) -> str:
    """The path itself when it stays under the root; StoreError for absolute and climbing paths."""
    path = PurePosixPath(relative_path)
    if path.is_absolute() or ".." in path.parts or "\x00" in relative_path or "\\" in relative_path:
        raise StoreError(f"path {relative_path!r} does not stay under the data root")
    return str(path)


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A file to write that takes the place of `path`, whole and on disk, when the block ends well."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f"{ASIDE}{secrets.token_hex(6)}-{path.name}"[:200])
    try:
        with aside.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    finally:
        with suppress(FileNotFoundError):
            aside.unlink()
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Flush a folder's entries, or a file, to disk, so that a rename outlives a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def link_or_copy(source: Path, target: Path) -> None:
    """Hard-link a file; copy it where the filesystem has no hard links."""
    try:
        os.link(source, target)
    except OSError:
        with replacing(target) as sink, source.open("rb") as data:
            while block := data.read(COPY_BLOCK):
                sink.write(block)


def sort_keys(contract: Contract) -> list[str]:
    """The total order of a table's rows: the contract's order, then the primary key (ascending, nulls last)."""
    return list(dict.fromkeys((*contract.sort_by, *contract.primary_key)))
