"""Pages inside zip and tar archives, read within bounds; nothing is ever unpacked to disk."""

from __future__ import annotations

import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from zlib import error as ZlibError  # noqa: N812 - zlib calls it plainly `error`

from tasks.scrape.limits import FetchError

ENDINGS = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
_BLOCK = 1 << 16
# What the readers raise for damage, encryption and methods that they do not know.
_BROKEN = (zipfile.BadZipFile, tarfile.TarError, EOFError, OSError, ZlibError, NotImplementedError, RuntimeError)


@dataclass(frozen=True)
class ArchiveLimits:
    """Bounds of one archive."""

    max_members: int = 100_000
    max_member_bytes: int = 20_000_000
    max_total_bytes: int = 4_000_000_000
    max_ratio: float = 200.0


@dataclass(frozen=True)
class Member:
    """A file of an archive: its name as printed there (never used as a path), and its bytes or its failure."""

    name: str
    data: bytes = b""
    failure: FetchError | None = None


def read_archive(path: Path, limits: ArchiveLimits) -> Iterator[Member]:
    """The regular files of an archive, in archive order. Raises FetchError `bad_archive` or `archive_too_large`."""
    budget = _Budget(limits, path.stat().st_size)
    try:
        if zipfile.is_zipfile(path):
            yield from _zip_members(path, budget)
        else:
            yield from _tar_members(path, budget)
    except _BROKEN as error:
        raise FetchError("bad_archive", f"{type(error).__name__}: {error}") from error


class _Budget:
    """What may still be read out of an archive."""

    def __init__(self, limits: ArchiveLimits, packed: int) -> None:
        self.limits = limits
        self._members = 0
        self._bytes = 0
        self._most = min(limits.max_total_bytes, max(int(packed * limits.max_ratio), 1_000_000))

    def read(self, name: str, stream: IO[bytes]) -> Member:
        self._members += 1
        if self._members > self.limits.max_members:
            raise FetchError("archive_too_large", f"more than {self.limits.max_members} members")
        data = bytearray()
        while block := stream.read(_BLOCK):
            data += block
            self._bytes += len(block)
            if self._bytes > self._most:
                raise FetchError("archive_too_large", f"more than {self._most} bytes unfold from it")
            if len(data) > self.limits.max_member_bytes:
                failure = FetchError("too_large", f"more than {self.limits.max_member_bytes} bytes in the archive")
                return Member(name, failure=failure)
        return Member(name, bytes(data))


def _zip_members(path: Path, budget: _Budget) -> Iterator[Member]:
    with zipfile.ZipFile(path) as archive:
        if len(archive.filelist) > budget.limits.max_members:
            raise FetchError("archive_too_large", f"more than {budget.limits.max_members} members")
        for entry in archive.infolist():
            if entry.is_dir():
                continue
            with archive.open(entry) as stream:
                yield budget.read(entry.filename, stream)


def _tar_members(path: Path, budget: _Budget) -> Iterator[Member]:
    with tarfile.open(path, mode="r:*") as archive:
        for entry in archive:
            stream = archive.extractfile(entry) if entry.isreg() else None
            if stream is not None:
                yield budget.read(entry.name, stream)
