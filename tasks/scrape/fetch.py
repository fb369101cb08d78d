"""From a source to its pages, in batches that are stored as they come."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path

from tasks.scrape.files import read_files
from tasks.scrape.frontier import Frontier
from tasks.scrape.sources import Source
from tasks.scrape.warc import read_warcs
from tasks.scrape.web import WEB_KINDS, Item, WebCrawl, Window
from tasks.snapshots import Fetched, FetchFailure

BATCH = 500


async def fetch_batches(
    source: Source, base: Path, window: Window, frontier: Frontier, now: datetime | None = None
) -> AsyncIterator[list[Item]]:
    """Every page of a source that the window holds and that is due, or why it could not be had.

    For files the date is that of the last change. `base` is the folder of the sources file.
    """
    if source.kind in WEB_KINDS:
        async for batch in WebCrawl(source, frontier, window, now).batches():
            yield batch
        return
    items = _local(source, base)
    wanted = (item for item in items if isinstance(item, FetchFailure) or window.holds(item.fetched_at.date()))
    while batch := list(islice(wanted, BATCH)):
        yield [*batch]


def _local(source: Source, base: Path) -> Iterator[Fetched | FetchFailure]:
    if source.kind == "files":
        yield from read_files(source, base)
    elif source.kind == "warc":
        yield from read_warcs(source, base)
    else:
        yield FetchFailure(source.id, source.location, "unknown_kind", f"no reader for sources of kind {source.kind!r}")
