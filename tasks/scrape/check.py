"""Trying a source without storing anything: what its first list names, and what its first page is."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

from tasks.scrape.cdx import CdxCrawl
from tasks.scrape.fetch import WEB_KINDS, fetch_batches
from tasks.scrape.frontier import Frontier
from tasks.scrape.limits import FetchError
from tasks.scrape.links import Link
from tasks.scrape.sources import Source
from tasks.scrape.web import Item, WebCrawl
from tasks.scrape.window import Window
from tasks.snapshots import Fetched, FetchFailure

_SHOWN = 5


@dataclass(frozen=True)
class SourceCheck:
    """What came of a try: how many pages the first list names, some of them, the first page, and what failed."""

    links: int = 0
    shown: tuple[Link, ...] = ()
    page: Fetched | None = None
    failures: tuple[FetchFailure, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether a page could be had and nothing failed."""
        return self.page is not None and not self.failures


async def check_source(source: Source, base: Path, now: datetime) -> SourceCheck:
    """Ask for the first list of a source and for the first page that it names; a newspaper's issue of yesterday."""
    try:
        if source.kind in WEB_KINDS:
            return await _check_web(source, base, now)
        batches = _batches(source, base, now)
        async for batch in batches:
            return _of_items(batch)
        return SourceCheck()
    except FetchError as error:
        return SourceCheck(failures=(FetchFailure(source.id, source.location, error.code, error.detail),))


async def _check_web(source: Source, base: Path, now: datetime) -> SourceCheck:
    yesterday = (now - timedelta(days=1)).date()
    window = Window(yesterday, yesterday) if source.kind == "newspaper" else Window()
    crawl = WebCrawl(source, base, Frontier(), window, now)
    async with crawl.client:
        async for found in crawl.discovery().lists():
            links = [link for link in found.links if crawl.permits(link)]
            if not links:
                if found.failures:
                    return SourceCheck(failures=found.failures)
                continue
            item = await crawl.fetch(links[0].url)
            failures = (*found.failures, item) if isinstance(item, FetchFailure) else found.failures
            page = item if isinstance(item, Fetched) else None
            return SourceCheck(len(links), tuple(links[:_SHOWN]), page, failures)
    return SourceCheck()


def _batches(source: Source, base: Path, now: datetime) -> AsyncIterator[list[Item]]:
    if source.kind == "cdx":
        return CdxCrawl(source, base, Frontier(), now).batches()
    return fetch_batches(source, base, Window(), Frontier(), now)


def _of_items(batch: list[Item]) -> SourceCheck:
    pages = [item for item in batch if isinstance(item, Fetched)]
    failures = tuple(islice((item for item in batch if isinstance(item, FetchFailure)), _SHOWN))
    shown = tuple(Link(page.source_url) for page in pages[:_SHOWN])
    return SourceCheck(len(pages), shown, pages[0] if pages else None, failures)
