"""From a source to its pages: each kind of source has its own way of being read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tasks.scrape.files import read_files
from tasks.scrape.sources import Source
from tasks.snapshots import Fetched, FetchFailure


def fetch_source(
    source: Source, base: Path, since: str | None = None, until: str | None = None
) -> Iterator[Fetched | FetchFailure]:
    """Every page of a source whose date lies in the window (ISO dates, inclusive), or why it could not be had.

    For files the date is that of the last change.
    """
    for item in read_files(source, base):
        if isinstance(item, FetchFailure) or _within(item.fetched_at.date().isoformat(), since, until):
            yield item


def _within(day: str, since: str | None, until: str | None) -> bool:
    return (since is None or day >= since) and (until is None or day <= until)
