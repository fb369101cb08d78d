"""Local files as a source: a path, a folder or a glob, read within limits."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tasks.scrape.archives import ENDINGS, ArchiveLimits, Member, read_archive
from tasks.scrape.limits import FetchError
from tasks.scrape.sources import Source
from tasks.scrape.urls import printable
from tasks.snapshots import Fetched, FetchFailure

_MAGIC = frozenset("*?[")


def read_files(source: Source, base: Path) -> Iterator[Fetched | FetchFailure]:
    """Every file of the source in name order, archives by their members, or the reason why it could not be had.

    Relative locations count from `base`, the folder of the sources file; the URL of a file is its
    path relative to that folder, so that a checkout elsewhere gives the same rows.
    """
    try:
        paths = files_of(base, source.location)
    except OSError as error:
        yield _failure(source, source.location, error)
        return
    if not paths:
        url = file_url(base, base / source.location)
        yield FetchFailure(source.id, url, "not_found", "no file matches this location")
    for path in paths:
        if path.name.lower().endswith(ENDINGS):
            yield from _read_members(source, base, path)
        else:
            yield _read(source, base, path)


def files_of(base: Path, location: str) -> list[Path]:
    """The files that a location names, in name order. Raises OSError for a folder that cannot be read."""
    if _MAGIC & set(location):
        root = Path(location).anchor
        pattern = str(Path(location).relative_to(root)) if root else location
        return sorted(path for path in Path(root or base).glob(pattern) if path.is_file())
    path = base / location
    if path.is_dir():
        return sorted(Path(folder) / name for folder, _, names in os.walk(path, onerror=_raise) for name in names)
    return [path] if path.exists() else []


def _raise(error: OSError) -> None:
    raise error


def _read(source: Source, base: Path, path: Path) -> Fetched | FetchFailure:
    url = file_url(base, path)
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            # A pipe or a device would be read for ever.
            return FetchFailure(source.id, url, "unreadable", "not a regular file")
        if facts.st_size > source.max_bytes:
            detail = f"{facts.st_size} bytes, the limit of source {source.id} is {source.max_bytes}"
            return FetchFailure(source.id, url, "too_large", detail)
        with path.open("rb") as file:
            data = file.read(source.max_bytes)
    except OSError as error:
        return _failure(source, url, error)
    return Fetched(source.id, url, data, _changed(facts), hints=source.hints)


def _read_members(source: Source, base: Path, path: Path) -> Iterator[Fetched | FetchFailure]:
    url = file_url(base, path)
    try:
        changed = _changed(path.stat())
        for member in read_archive(path, ArchiveLimits(max_member_bytes=source.max_bytes)):
            yield _member(source, f"{url}!/{member.name}", member, changed)
    except FetchError as error:
        yield FetchFailure(source.id, url, error.code, error.detail)
    except OSError as error:
        yield _failure(source, url, error)


def _member(source: Source, url: str, member: Member, changed: datetime) -> Fetched | FetchFailure:
    if member.failure:
        return FetchFailure(source.id, url, member.failure.code, member.failure.detail)
    return Fetched(source.id, url, member.data, changed, hints=source.hints)


def _changed(facts: os.stat_result) -> datetime:
    return datetime.fromtimestamp(int(facts.st_mtime), UTC)


def _failure(source: Source, url: str, error: OSError) -> FetchFailure:
    return FetchFailure(source.id, url, "unreadable", f"{error.strerror or error}: {url}")


def file_url(base: Path, path: Path) -> str:
    """The URL of a file: its path relative to `base`, or whole when it stands elsewhere."""
    absolute = Path(os.path.normpath(path.absolute()))
    try:
        return "file:" + printable(absolute.relative_to(Path(os.path.normpath(base.absolute()))).as_posix())
    except ValueError:
        return absolute.as_uri()
