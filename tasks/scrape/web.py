"""Sources on the web: find the pages that a source names, and fetch those that are due."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from tasks.scrape.addresses import AddressGuard
from tasks.scrape.client import Answer, Client
from tasks.scrape.discover import Discovery, Found
from tasks.scrape.frontier import Frontier
from tasks.scrape.limits import FetchError, Limits
from tasks.scrape.links import Link
from tasks.scrape.manners import Manners, Patience
from tasks.scrape.pagers import MAX_PAGES, is_same_article, next_page_url
from tasks.scrape.sources import Source
from tasks.scrape.urls import host_of
from tasks.scrape.window import Window
from tasks.snapshots import Fetched, FetchFailure, Listed, Unchanged

# Small batches: what a killed run had not yet stored is fetched again, and that should be little.
BATCH = 20
BATCH_BYTES = 32_000_000
# What a record keeps of the headers: not what identifies this visitor.
_PRIVATE = frozenset({"set-cookie", "set-cookie2"})


@dataclass
class Extent:
    """How many pages a run knows to be due so far; it grows as lists are read."""

    expected: int = 0


Item = Fetched | FetchFailure | Unchanged | Listed


def web_client(source: Source, base: Path, hosts: tuple[str, ...]) -> tuple[Client, Manners, Patience]:
    """The client that a web source asks for, with its manners. Raises FetchError for a bad `ca_file`."""
    options = source.options
    ca_file = options.get("ca_file")
    client = Client(
        limits=Limits(max_bytes=source.max_bytes, max_seconds=float(options.get("max_seconds", 60))),
        guard=AddressGuard.of(options.get("allow_networks", ())),
        hosts=hosts,
        contact=str(options.get("contact", "the operator of this installation")),
        ca_file=base / ca_file if ca_file else None,
    )
    patience = Patience(int(options.get("tries", 3)), float(options.get("retry_seconds", 1.0)))
    delay_seconds = float(options.get("delay_seconds", 1.0))
    return client, Manners(client, delay_seconds, bool(options.get("robots", True)), patience), patience


class WebCrawl:
    """One run over one web source."""

    def __init__(
        self,
        source: Source,
        base: Path,
        frontier: Frontier,
        window: Window,
        now: datetime | None = None,
        extent: Extent | None = None,
    ) -> None:
        self._source = source
        self._frontier = frontier
        self._now = now or datetime.now(UTC)
        self.client, self._manners, self._patience = web_client(source, base, hosts_of(source))
        self._window = window.within(own_window(source))
        self._extent = extent or Extent()
        self._seen: set[str] = set()
        self._here, self._elsewhere = False, ""

    async def batches(self) -> AsyncIterator[list[Item]]:
        """What the source gives, in batches that can be stored as they come, list by list."""
        async with self.client:
            async for found in self.discovery().lists():
                if found.failures:
                    yield list(found.failures)
                async for batch in self._fetch_all(self._due(found)):
                    yield batch
                if found.list_url is not None:
                    yield [Listed(self._source.id, found.list_url, len(found.links))]
            if self._elsewhere and not self._here:
                detail = f"every page that the lists name stands on another host, such as {self._elsewhere}"
                yield [FetchFailure(self._source.id, self._source.location, "host_not_allowed", detail)]

    def discovery(self) -> Discovery:
        """The lists of the source, asked for with this run's manners."""
        today = self._now.date()
        return Discovery(self._source, self._list_page, self._frontier, self._window, today, self.client.limits)

    async def _list_page(self, url: str) -> Answer:
        return await self._patience.get(self._manners.get, url)

    def _due(self, found: Found) -> list[Link]:
        wanted = [
            link
            for link in found.links
            if self._is_here(link)
            and link.url not in self._seen
            and self._window.holds(link.day)
            and self._frontier.is_due(link.url, self._now)
        ]
        self._seen.update(link.url for link in wanted)
        self._extent.expected += len(wanted)
        return wanted

    def _is_here(self, link: Link) -> bool:
        permitted = self.permits(link)
        self._here = self._here or permitted
        self._elsewhere = self._elsewhere or ("" if permitted else host_of(link.url))
        return permitted

    def permits(self, link: Link) -> bool:
        """Whether a link leads to a host of the source."""
        return self.client.permits_host(host_of(link.url))

    async def _fetch_all(self, links: Sequence[Link]) -> AsyncIterator[list[Item]]:
        for start in range(0, len(links), BATCH):
            tasks = [asyncio.ensure_future(self.fetch_article(link.url)) for link in links[start : start + BATCH]]
            try:
                async for batch in _gathered(tasks):
                    yield batch
            finally:
                for task in tasks:
                    task.cancel()

    async def fetch_article(self, url: str) -> list[Item]:
        """A page of the source and those that continue it, one after the other, up to `article_pages` in all."""
        items = [await self.fetch(url)]
        pages = int(self._source.options.get("article_pages", MAX_PAGES))
        while len(items) < pages and isinstance(page := items[-1], Fetched):
            following = next_page_url(page.data, _address(page))
            if following is None or following in self._seen or not self.permits(Link(following)):
                break
            self._seen.add(following)
            self._extent.expected += 1
            # The parts of a new article are had anew, all of them, so that they belong together.
            items.append(_part(await self.fetch(following, conditional=False), items))
            if isinstance(part := items[-1], Fetched) and part.part_of is None:
                break
        return _with_all_parts(items)

    async def fetch(self, url: str, *, conditional: bool = True) -> Item:
        """One page of the source, or why it could not be had; `conditional` takes "not changed" for an answer."""
        validators = self._frontier.validators(url) if conditional else {}
        try:
            answer = await self._patience.get(lambda wanted: self._manners.get(wanted, validators), url)
        except FetchError as error:
            return FetchFailure(self._source.id, url, error.code, error.detail)
        if answer.status == 304:
            return Unchanged(self._source.id, url, datetime.now(UTC))
        return _fetched(self._source, url, answer)


async def _gathered(tasks: Sequence[asyncio.Future[list[Item]]]) -> AsyncIterator[list[Item]]:
    """The items as they come, in batches that a process can hold; the pages of an article stay together."""
    batch: list[Item] = []
    size = 0
    for done in asyncio.as_completed(tasks):
        items = await done
        batch += items
        size += sum(len(item.data) for item in items if isinstance(item, Fetched))
        if size > BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def hosts_of(source: Source) -> tuple[str, ...]:
    """The hosts that a source may ask: those it lists, else those of its own addresses; of an archive its servers."""
    if source.kind == "cdx":
        servers = (source.location, str(source.options["data_prefix"]))
        return tuple(dict.fromkeys(host for host in map(host_of, servers) if host))
    listed = tuple(source.options.get("hosts", ()))
    if listed:
        return listed
    addresses = (source.location, *source.options.get("more", ()))
    return tuple(dict.fromkeys(host for host in map(host_of, addresses) if host))


def own_window(source: Source) -> Window:
    """The publication dates that the source itself is limited to."""
    days = (source.options.get(key) for key in ("since", "until"))
    return Window(*(date.fromisoformat(str(day)) if day else None for day in days))


def _address(page: Fetched) -> str:
    return page.redirects[-1] if page.redirects else page.source_url


def _part(item: Item, before: Sequence[Item]) -> Item:
    """A page as the part of the article that the others make up; not if it says again what one of them does."""
    first = before[0].source_url
    if not isinstance(item, Fetched) or not is_same_article(item.source_url, _address(item)):
        return item
    if any(isinstance(page, Fetched) and page.data == item.data for page in before):
        return item
    return replace(item, part_of=first, part_no=len(before) + 1)


def _with_all_parts(items: list[Item]) -> list[Item]:
    """The pages of an article; one that lacks a part is asked for again unconditionally, so that the part is too."""
    first = items[0]
    if isinstance(first, Fetched) and isinstance(items[-1], FetchFailure):
        return [replace(first, etag=None, last_modified=None), *items[1:]]
    return items


def _fetched(source: Source, url: str, answer: Answer) -> Fetched:
    headers = {name: value for name, value in answer.headers.items() if name not in _PRIVATE}
    return Fetched(
        source_id=source.id,
        source_url=url,
        data=answer.data,
        fetched_at=datetime.now(UTC).replace(microsecond=0),
        http_status=answer.status,
        content_type=answer.headers.get("content-type"),
        etag=answer.headers.get("etag"),
        last_modified=answer.headers.get("last-modified"),
        headers=json.dumps(headers, ensure_ascii=False, sort_keys=True),
        redirects=answer.redirects,
        tls=answer.tls,
        hints=source.hints,
    )
