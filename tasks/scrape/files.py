"""Local files as a source: a path, a folder or a glob, read within limits."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tasks.scrape.sources import Source
from tasks.snapshots import Fetched, FetchFailure

_MAGIC = frozenset("*?[")


def read_files(source: Source, base: Path) -> Iterator[Fetched | FetchFailure]:
    """Every file of the source in name order, or the reason why it could not be had.

    Relative locations count from `base`, the folder of the sources file; the URL of a file is its
    path relative to that folder, so that a checkout elsewhere gives the same rows.
    """
    try:
        paths = _paths(base, source.location)
    except OSError as error:
        yield _failure(source, source.location, error)
        return
    if not paths:
        yield FetchFailure(source.id, _url(base, base / source.location), "not_found", "no file matches this location")
    for path in paths:
        yield _read(source, base, path)


def _paths(base: Path, location: str) -> list[Path]:
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
    url = _url(base, path)
    try:
        facts = path.stat()
        if facts.st_size > source.max_bytes:
            detail = f"{facts.st_size} bytes, the limit of source {source.id} is {source.max_bytes}"
            return FetchFailure(source.id, url, "too_large", detail)
        data = path.read_bytes()
    except OSError as error:
        return _failure(source, url, error)
    return Fetched(source.id, url, data, datetime.fromtimestamp(int(facts.st_mtime), UTC))


def _failure(source: Source, url: str, error: OSError) -> FetchFailure:
    return FetchFailure(source.id, url, "unreadable", f"{error.strerror or error}: {error.filename or url}")


def _url(base: Path, path: Path) -> str:
    absolute = Path(os.path.normpath(path.absolute()))
    try:
        return "file:" + absolute.relative_to(Path(os.path.normpath(base.absolute()))).as_posix()
    except ValueError:
        return absolute.as_uri()
