"""Where the pages of a web source are: its lists, feeds, sitemaps and calendars, read one after the other."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Protocol

from tasks.scrape.client import Answer
from tasks.scrape.decompress import gunzipped
from tasks.scrape.feeds import feed_links, sitemap_links
from tasks.scrape.frontier import Frontier
from tasks.scrape.limits import FetchError, Limits
from tasks.scrape.links import ARTICLE, Link, Links, calendar_pages, list_pages, page_links, page_text
from tasks.scrape.sources import Source
from tasks.scrape.urls import absolute_url
from tasks.scrape.window import Window
from tasks.snapshots import FetchFailure

_MOST_SITEMAPS = 500

Read = Callable[[Answer], Links]


class Fetch(Protocol):
    """Asks for one list page."""

    async def __call__(self, url: str) -> Answer:
        """The answer; raises FetchError."""


@dataclass(frozen=True)
class Found:
    """What one list gave; `list_url` is the list that is done once these links are."""

    links: tuple[Link, ...] = ()
    failures: tuple[FetchFailure, ...] = ()
    list_url: str | None = None


@dataclass
class Discovery:
    """The lists of one source, asked for as they are needed."""

    source: Source
    fetch: Fetch
    frontier: Frontier
    window: Window
    today: date
    limits: Limits = field(default_factory=Limits)

    async def lists(self) -> AsyncIterator[Found]:
        """What each list names, in the order of the lists; at least one Found or failure in all."""
        any_link = any_failure = resumed = False
        async for found in self._walk():
            any_link = any_link or bool(found.links)
            any_failure = any_failure or bool(found.failures)
            resumed = resumed or found == Found()
            yield found
        if not (any_link or any_failure or resumed):
            detail = "the list names no page: its address, link_pattern or layout may have changed"
            yield Found(failures=(self._failure(self.source.location, FetchError("no_links", detail)),))

    def _walk(self) -> AsyncIterator[Found]:
        kinds = {
            "urls": self._urls,
            "feed": self._feed,
            "sitemap": self._sitemaps,
            "list": self._list_pages,
            "newspaper": self._newspaper,
        }
        return kinds[self.source.kind]()

    async def _urls(self) -> AsyncIterator[Found]:
        urls = (self.source.location, *self.source.options.get("more", ()))
        yield Found(tuple(Link(absolute_url("", url) or url) for url in urls))

    async def _feed(self) -> AsyncIterator[Found]:
        yield await self._one(self.source.location, lambda answer: feed_links(self._plain(answer), answer.url))

    async def _sitemaps(self) -> AsyncIterator[Found]:
        waiting, seen = [self.source.location], {self.source.location}

        def read(answer: Answer) -> Links:
            links, maps = sitemap_links(self._plain(answer), answer.url)
            fresh = [url for url in dict.fromkeys(maps) if url not in seen]
            room = _MOST_SITEMAPS - len(seen)
            waiting.extend(fresh[:room])
            seen.update(fresh[:room])
            return Links(links.pages, cut=links.cut or len(fresh) > room)

        while waiting:
            known = len(seen)
            found = await self._one(waiting.pop(0), read)
            # One that names further sitemaps is not done before they are.
            yield found if len(seen) == known else replace(found, list_url=None)

    async def _list_pages(self) -> AsyncIterator[Found]:
        options = self.source.options
        first, count = int(options.get("first_page", 1)), int(options.get("pages", 1))
        for number, url in enumerate(list_pages(self.source.location, options.get("paging"), first, count)):
            found = await self._one(url, self._page_links(options.get("link_pattern", ARTICLE)))
            if number and found.failures and found.failures[0].code == "http_404":
                # The list is shorter than `pages` allows.
                return
            yield found
            if found.list_url is None:
                continue
            # Lists stand newest first: once all of a page is older than the window, the rest is too.
            days = [link.day for link in found.links if link.day is not None]
            if not found.links or (days and self.window.since and max(days) < self.window.since):
                return

    async def _newspaper(self) -> AsyncIterator[Found]:
        options = self.source.options
        until = self.window.until or self.today
        since = self.window.since or until - timedelta(days=int(options.get("days", 1)) - 1)
        for front in calendar_pages(self.source.location, since, until):
            yield await self._issue(front, options.get("page_pattern"), options.get("link_pattern"))

    async def _issue(self, front: Link, page_pattern: str | None, link_pattern: str | None) -> Found:
        """All articles of one day, out of the front page and the further pages that it names."""
        if self.frontier.is_listed(front.url):
            return Found()
        links: dict[str, Link] = {}
        failures: list[FetchFailure] = []
        waiting, asked = [front.url], {front.url}
        while waiting:
            url = waiting.pop(0)
            try:
                answer = await self.fetch(url)
            except FetchError as error:
                failures.append(self._failure(url, error))
                continue
            html = page_text(answer.data)
            for link in page_links(html, answer.url, link_pattern).pages:
                links.setdefault(link.url, Link(link.url, front.day))
            if url == front.url and page_pattern:
                pages = [link.url for link in page_links(html, answer.url, page_pattern).pages]
                waiting = [page for page in pages if page not in asked]
                asked.update(waiting)
        articles = tuple(link for link in links.values() if link.url not in asked)
        return Found(articles, tuple(failures), None if failures else front.url)

    def _page_links(self, pattern: str | None) -> Read:
        return lambda answer: page_links(page_text(answer.data), answer.url, pattern)

    def _plain(self, answer: Answer) -> bytes:
        return gunzipped(answer.data, self.limits)

    async def _one(self, url: str, read: Read) -> Found:
        if self.frontier.is_listed(url):
            return Found()
        try:
            links = read(await self.fetch(url))
        except FetchError as error:
            return Found(failures=(self._failure(url, error),))
        if links.cut:
            detail = f"the list names more than the {len(links.pages)} pages that are taken from it"
            return Found(links.pages, (self._failure(url, FetchError("too_many_links", detail)),))
        return Found(links.pages, list_url=url)

    def _failure(self, url: str, error: FetchError) -> FetchFailure:
        return FetchFailure(self.source.id, url, error.code, error.detail)
