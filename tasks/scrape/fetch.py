"""From a source to its pages, in batches that are stored as they come."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

from tasks.scrape.cdx import CdxCrawl
from tasks.scrape.files import read_files
from tasks.scrape.frontier import Frontier
from tasks.scrape.sequels import Sequels
from tasks.scrape.sources import Source
from tasks.scrape.warc import read_warcs
from tasks.scrape.web import BATCH_BYTES, Extent, Item, WebCrawl
from tasks.scrape.window import Window
from tasks.snapshots import Fetched, FetchFailure, Listed

WEB_KINDS = frozenset({"urls", "feed", "sitemap", "list", "newspaper"})
REMOTE_KINDS = WEB_KINDS | {"cdx"}
BATCH = 500


async def fetch_batches(
    source: Source,
    base: Path,
    window: Window,
    frontier: Frontier,
    now: datetime | None = None,
    extent: Extent | None = None,
) -> AsyncIterator[list[Item]]:
    """Every page of a source that the window holds and that is due, or why it could not be had.

    When a file was published only its text says, so a window passes over none of them; of archives it
    passes over what was captured before its first day. `base` is the folder of the sources file;
    `extent` learns how many pages are due as lists name them. Pages that continue another one of the
    source are marked as its parts.
    """
    sequels = Sequels()
    if source.kind in WEB_KINDS:
        async for batch in WebCrawl(source, base, frontier, window, now, extent).batches():
            yield sequels.linked(batch)
    elif source.kind == "cdx":
        async for batch in CdxCrawl(source, base, frontier, now, extent).batches():
            yield sequels.linked(batch)
    else:
        first = window.since if source.kind == "warc" else None
        for batch in _batched(item for item in _local(source, base, frontier) if _may_hold(item, first)):
            yield sequels.linked(batch)


def _may_hold(item: Item, first: date | None) -> bool:
    """Whether a page may have been published on a day or after it: what was captured before it was not."""
    return first is None or not isinstance(item, Fetched) or item.fetched_at.date() >= first


def _batched(items: Iterable[Item]) -> Iterator[list[Item]]:
    batch: list[Item] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.data) if isinstance(item, Fetched) else 0
        if len(batch) >= BATCH or size > BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _local(source: Source, base: Path, frontier: Frontier) -> Iterator[Fetched | FetchFailure | Listed]:
    if source.kind == "files":
        yield from read_files(source, base)
    elif source.kind == "warc":
        yield from read_warcs(source, base, frontier.was_listed)
    else:
        yield FetchFailure(source.id, source.location, "unknown_kind", f"no reader for sources of kind {source.kind!r}")
