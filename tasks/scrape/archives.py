"""Pages inside zip and tar archives, read within bounds; nothing is ever unpacked to disk."""

from __future__ import annotations

import lzma
import struct
import tarfile
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from zlib import error as ZlibError  # noqa: N812 - zlib calls it plainly `error`

from tasks.scrape.limits import FetchError
from tasks.scrape.unpacked import Unpacked
from tasks.scrape.urls import printable

ENDINGS = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
_NESTED = (*ENDINGS, ".gz", ".7z", ".rar", ".bz2", ".xz")
# Small: a reader is let read no more at once, so that no entry can claim a name of many megabytes.
_BLOCK = 1 << 13
_LONGEST_NAME = 1_000
# What the readers raise for damage, encryption and methods that they do not know.
_BROKEN = (
    zipfile.BadZipFile,
    tarfile.TarError,
    lzma.LZMAError,
    EOFError,
    OSError,
    ZlibError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    struct.error,
)
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2})
_ENCRYPTED = 1
_ZIP64_END = 56 + 20
_UTF8_NAME = 0x800
_DIRECTORY_ENTRY = b"PK\x01\x02"
_DIRECTORY_HEAD = struct.Struct("<4s24xHHH12x")


@dataclass(frozen=True)
class ArchiveLimits:
    """Bounds of one archive."""

    max_members: int = 100_000
    max_member_bytes: int = 20_000_000
    max_total_bytes: int = 4_000_000_000
    max_ratio: float = 200.0
    max_directory_bytes: int = 40_000_000
    max_seconds: float = 900.0


@dataclass(frozen=True)
class Member:
    """A file of an archive: its name (percent-encoded, never used as a path), and its bytes or its failure."""

    name: str
    data: bytes = b""
    failure: FetchError | None = None


def read_archive(path: Path, limits: ArchiveLimits) -> Iterator[Member]:
    """The regular files of an archive, in archive order. Raises FetchError `bad_archive` or `archive_too_large`."""
    budget = _Budget(limits, path.stat().st_size)
    try:
        if path.suffix.lower() == ".zip":
            yield from _zip_members(path, budget)
        else:
            yield from _tar_members(path, budget)
    except _BROKEN as error:
        raise FetchError("bad_archive", f"{type(error).__name__}: {error}") from error


class _Budget:
    """What may still be read out of an archive."""

    def __init__(self, limits: ArchiveLimits, packed: int) -> None:
        self.limits = limits
        self.most = min(limits.max_total_bytes, max(int(packed * limits.max_ratio), 1_000_000))
        self._members = 0
        self._bytes = 0
        self._until = time.monotonic() + limits.max_seconds

    def count(self) -> None:
        """One more entry, whatever its kind."""
        self._members += 1
        if self._members > self.limits.max_members:
            raise FetchError("archive_too_large", f"more than {self.limits.max_members} members")
        if time.monotonic() > self._until:
            raise FetchError("archive_too_large", f"not read within {self.limits.max_seconds:g} s")

    def read(self, name: str, stream: IO[bytes]) -> Member:
        data = bytearray()
        while block := stream.read(_BLOCK):
            data += block
            self._bytes += len(block)
            if self._bytes > self.most:
                raise FetchError("archive_too_large", f"more than {self.most} bytes unfold from it")
            if len(data) > self.limits.max_member_bytes:
                failure = FetchError("too_large", f"more than {self.limits.max_member_bytes} bytes in the archive")
                return Member(name, failure=failure)
        return Member(name, bytes(data))


def _zip_members(path: Path, budget: _Budget) -> Iterator[Member]:
    with path.open("rb") as file:
        _check_directory(file, budget.limits)
        with zipfile.ZipFile(file) as archive:
            for entry in archive.infolist():
                budget.count()
                if not entry.is_dir():
                    yield _zip_member(archive, entry, budget)


def _check_directory(file: IO[bytes], limits: ArchiveLimits) -> None:
    """Count the entries before the library loads them all: what the archive says of their number may be a lie."""
    end = zipfile._EndRecData(file)  # type: ignore[attr-defined]
    if end is None:
        raise zipfile.BadZipFile("no end of a directory")
    size, location = end[5], end[9]
    if size > limits.max_directory_bytes:
        raise FetchError("archive_too_large", f"{size} bytes of directory")
    file.seek(max(location - size - (_ZIP64_END if end[0] == b"PK\x06\x06" else 0), 0))
    directory, at, entries = file.read(size), 0, 0
    while directory.startswith(_DIRECTORY_ENTRY, at) and at + 46 <= len(directory):
        at += 46 + sum(_DIRECTORY_HEAD.unpack_from(directory, at)[1:])
        entries += 1
        if entries > limits.max_members:
            raise FetchError("archive_too_large", f"more than {limits.max_members} members")
    file.seek(0)


def _zip_member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: _Budget) -> Member:
    name = printable(_zip_name(entry)[:_LONGEST_NAME])
    if entry.flag_bits & _ENCRYPTED:
        return Member(name, failure=FetchError("encrypted", "the member is encrypted"))
    if entry.compress_type not in _METHODS:
        return Member(name, failure=FetchError("bad_archive", f"compression method {entry.compress_type}"))
    if name.lower().endswith(_NESTED):
        return Member(name, failure=FetchError("nested_archive", "an archive within the archive is not opened"))
    try:
        with archive.open(entry) as stream:
            return budget.read(name, stream)
    except _BROKEN as error:
        return Member(name, failure=FetchError("bad_archive", f"{type(error).__name__}: {error}"))


def _zip_name(entry: zipfile.ZipInfo) -> str:
    """The name as meant: without the UTF-8 mark, archives made in China hold GB18030."""
    if entry.flag_bits & _UTF8_NAME:
        return entry.filename
    raw = entry.filename.encode("cp437", "replace")
    for charset in ("utf-8", "gb18030"):
        try:
            return raw.decode(charset)
        except UnicodeDecodeError:
            continue
    return entry.filename


def _tar_members(path: Path, budget: _Budget) -> Iterator[Member]:
    with path.open("rb") as file:
        unpacked = Unpacked(file, budget.most, 2 * _BLOCK)
        with tarfile.open(fileobj=unpacked, mode="r:") as archive:  # type: ignore[call-overload]
            while (entry := archive.next()) is not None:
                budget.count()
                # The library keeps every entry; an archive of millions would fill the memory.
                archive.members.clear()
                if entry.isreg():
                    yield _tar_member(archive, entry, budget)


def _tar_member(archive: tarfile.TarFile, entry: tarfile.TarInfo, budget: _Budget) -> Member:
    name = printable(_tar_name(entry)[:_LONGEST_NAME])
    if name.lower().endswith(_NESTED):
        return Member(name, failure=FetchError("nested_archive", "an archive within the archive is not opened"))
    stream = archive.extractfile(entry)
    return budget.read(name, stream) if stream is not None else Member(name)


def _tar_name(entry: tarfile.TarInfo) -> str:
    try:
        return entry.name.encode("utf-8", "surrogateescape").decode("utf-8")
    except UnicodeDecodeError:
        return entry.name.encode("utf-8", "surrogateescape").decode("gb18030", "surrogateescape")
    except UnicodeEncodeError:
        return entry.name
