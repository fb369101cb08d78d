"""Sources on the web: find the pages that a source names, and fetch those that are due."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from tasks.scrape.addresses import AddressGuard
from tasks.scrape.client import Answer, Client
from tasks.scrape.frontier import Frontier
from tasks.scrape.limits import FetchError, Limits
from tasks.scrape.links import Link, calendar_pages, feed_links, list_pages, page_links, sitemap_links
from tasks.scrape.manners import Manners, Patience
from tasks.scrape.sources import Source
from tasks.snapshots import Fetched, FetchFailure, Unchanged

WEB_KINDS = frozenset({"urls", "feed", "sitemap", "list", "newspaper"})
# Small batches: what a killed run had not yet stored is fetched again, and that should be little.
BATCH = 20
_MOST_SITEMAPS = 200

Item = Fetched | FetchFailure | Unchanged


@dataclass(frozen=True)
class Window:
    """Publication dates that are asked for, both included; pages without a date are in every window."""

    since: date | None = None
    until: date | None = None

    def holds(self, day: date | None) -> bool:
        """Whether a page of that day is wanted."""
        return day is None or ((self.since or date.min) <= day <= (self.until or date.max))


class WebCrawl:
    """One run over one web source."""

    def __init__(self, source: Source, frontier: Frontier, window: Window, now: datetime | None = None) -> None:
        self._source = source
        self._frontier = frontier
        self._window = window
        self._now = now or datetime.now(UTC)
        options = source.options
        self._client = Client(
            limits=Limits(max_bytes=source.max_bytes, max_seconds=float(options.get("max_seconds", 60))),
            guard=AddressGuard.of(options.get("allow_networks", ())),
            hosts=tuple(options.get("hosts", ())) or _hosts_of(source),
            contact=str(options.get("contact", "the operator of this installation")),
        )
        delay_seconds = float(options.get("delay_seconds", 1.0))
        self._manners = Manners(self._client, delay_seconds, bool(options.get("robots", True)))
        self._patience = Patience(int(options.get("tries", 3)), float(options.get("retry_seconds", 1.0)))

    async def batches(self) -> AsyncIterator[list[Item]]:
        """What the source gives, in batches that can be stored as they come."""
        async with self._client:
            links, failures = await self._discover()
            if failures:
                yield list(failures)
            wanted = (link for link in links if self._window.holds(link.day))
            due = [link for link in wanted if self._frontier.is_due(link.url, self._now)]
            for start in range(0, len(due), BATCH):
                yield await self._fetch_all(due[start : start + BATCH])

    async def _fetch_all(self, links: Sequence[Link]) -> list[Item]:
        return list(await asyncio.gather(*(self._fetch(link.url) for link in links)))

    async def _fetch(self, url: str) -> Item:
        validators = self._frontier.validators(url)
        try:
            answer = await self._patience.get(lambda wanted: self._manners.get(wanted, validators), url)
        except FetchError as error:
            return FetchFailure(self._source.id, url, error.code, error.detail)
        fetched_at = datetime.now(UTC).replace(microsecond=0)
        if answer.status == 304:
            return Unchanged(self._source.id, url, fetched_at)
        return _fetched(self._source, url, answer, fetched_at)

    async def _discover(self) -> tuple[list[Link], list[FetchFailure]]:
        """All pages that the source names, each once, and the lists that could not be read."""
        failures: list[FetchFailure] = []
        links: dict[str, Link] = {}
        async for found in self._lists(failures):
            for link in found:
                if self._client.permits_host(urlsplit(link.url).hostname or ""):
                    links.setdefault(link.url, link)
        return list(links.values()), failures

    async def _lists(self, failures: list[FetchFailure]) -> AsyncIterator[Iterable[Link]]:
        kind, location = self._source.kind, self._source.location
        if kind == "urls":
            yield [Link(url) for url in (location, *self._source.options.get("more", ()))]
        elif kind == "feed":
            yield await self._listed(location, failures, feed_links)
        elif kind == "sitemap":
            async for links in self._sitemaps(failures):
                yield links
        elif kind == "list":
            async for links in self._list_pages(failures):
                yield links
        else:
            async for links in self._newspaper(failures):
                yield links

    async def _listed(self, url: str, failures: list[FetchFailure], read: object) -> list[Link]:
        try:
            answer = await self._patience.get(self._manners.get, url)
            return read(answer.data, answer.url)  # type: ignore[operator, no-any-return]
        except FetchError as error:
            failures.append(FetchFailure(self._source.id, url, error.code, error.detail))
            return []

    async def _sitemaps(self, failures: list[FetchFailure]) -> AsyncIterator[list[Link]]:
        waiting, seen = [self._source.location], {self._source.location}

        def read(data: bytes, base: str) -> list[Link]:
            links, more = sitemap_links(data, base)
            waiting.extend(url for url in more if url not in seen and len(seen) < _MOST_SITEMAPS)
            seen.update(more[:_MOST_SITEMAPS])
            return links

        while waiting:
            yield await self._listed(waiting.pop(0), failures, read)

    async def _list_pages(self, failures: list[FetchFailure]) -> AsyncIterator[list[Link]]:
        options = self._source.options
        first, count = int(options.get("first_page", 1)), int(options.get("pages", 1))
        pages = list_pages(self._source.location, options.get("paging"), first, count)
        for url in pages:
            links = await self._links_of(url, options.get("link_pattern"), failures)
            yield links
            # Lists stand newest first: once all of a page is older than the window, the rest is too.
            days = [link.day for link in links if link.day is not None]
            if not links or (days and self._window.since and max(days) < self._window.since):
                return

    async def _newspaper(self, failures: list[FetchFailure]) -> AsyncIterator[list[Link]]:
        options = self._source.options
        until = self._window.until or self._now.date()
        since = self._window.since or until - timedelta(days=int(options.get("days", 1)) - 1)
        for front in calendar_pages(self._source.location, since, until):
            fronts = [front.url]
            if options.get("page_pattern"):
                fronts += [link.url for link in await self._links_of(front.url, options["page_pattern"], failures)]
            for url in dict.fromkeys(fronts):
                found = await self._links_of(url, options.get("link_pattern"), failures)
                yield [Link(link.url, front.day) for link in found]

    async def _links_of(self, url: str, pattern: str | None, failures: list[FetchFailure]) -> list[Link]:
        return await self._listed(url, failures, lambda data, base: page_links(_text(data), base, pattern))


def _hosts_of(source: Source) -> tuple[str, ...]:
    host = urlsplit(source.location).hostname
    return (host,) if host else ()


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")


def _fetched(source: Source, url: str, answer: Answer, fetched_at: datetime) -> Fetched:
    return Fetched(
        source_id=source.id,
        source_url=url,
        data=answer.data,
        fetched_at=fetched_at,
        http_status=answer.status,
        content_type=answer.headers.get("content-type"),
        etag=answer.headers.get("etag"),
        last_modified=answer.headers.get("last-modified"),
        headers=json.dumps(dict(answer.headers), ensure_ascii=False, sort_keys=True),
        redirects=answer.redirects,
        tls=answer.tls,
    )
