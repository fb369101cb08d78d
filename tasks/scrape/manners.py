"""Manners towards hosts: robots.txt, one request at a time, a pause between two, patience after a failure."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from protego import Protego

from tasks.scrape.client import USER_AGENT, Answer, Client
from tasks.scrape.limits import FetchError

_ROBOTS_BYTES = 500_000
_LONGEST_DELAY = 60.0
_AGENT = USER_AGENT.split("/")[0]

Get = Callable[[str], Awaitable[Answer]]


@dataclass
class Manners:
    """What a run knows of each host: its robots.txt, and when it may be asked again."""

    client: Client
    delay_seconds: float = 1.0
    obey_robots: bool = True
    _robots: dict[str, Protego | FetchError] = field(default_factory=dict)
    _locks: dict[str, asyncio.Lock] = field(default_factory=dict)
    _next: dict[str, float] = field(default_factory=dict)

    async def get(self, url: str, headers: dict[str, str] | None = None) -> Answer:
        """Fetch a URL when its host's turn has come. Raises FetchError, `robots` when it is not allowed."""
        host = urlsplit(url).netloc
        async with self._locks.setdefault(host, asyncio.Lock()):
            rules = await self._rules(url) if self.obey_robots else None
            if rules is not None and not rules.can_fetch(url, _AGENT):
                raise FetchError("robots", f"robots.txt of {host} does not allow this page")
            await self._pause(host, rules)
            return await self.client.get(url, headers)

    async def _pause(self, host: str, rules: Protego | None) -> None:
        clock = asyncio.get_running_loop().time
        await asyncio.sleep(max(0.0, self._next.get(host, 0.0) - clock()))
        asked = float(rules.crawl_delay(_AGENT) or 0.0) if rules is not None else 0.0
        self._next[host] = clock() + min(max(self.delay_seconds, asked), _LONGEST_DELAY)

    async def _rules(self, url: str) -> Protego:
        parts = urlsplit(url)
        root = f"{parts.scheme}://{parts.netloc}"
        if root not in self._robots:
            self._robots[root] = await self._read_rules(f"{root}/robots.txt")
        rules = self._robots[root]
        if isinstance(rules, FetchError):
            raise rules
        return rules

    async def _read_rules(self, url: str) -> Protego | FetchError:
        # A host that has no rules allows everything; one whose rules cannot be read is left alone (RFC 9309).
        try:
            answer = await self.client.get(url)
        except FetchError as error:
            return FetchError("robots_unreachable", f"{url}: {error}", retriable=error.retriable)
        if answer.status >= 500:
            return FetchError("robots_unreachable", f"{url}: status {answer.status}", retriable=True)
        text = answer.data[:_ROBOTS_BYTES].decode("utf-8", "replace") if answer.status == 200 else ""
        return Protego.parse(text)


@dataclass(frozen=True)
class Patience:
    """How often and how long to wait before a request is tried again."""

    tries: int = 3
    first_seconds: float = 1.0
    longest_seconds: float = 60.0

    async def get(self, fetch: Get, url: str) -> Answer:
        """Fetch with retries by kind of failure: never for a refusal, with growing, jittered pauses otherwise."""
        for tried in range(1, self.tries + 1):
            try:
                return checked(await fetch(url))
            except FetchError as error:
                if not error.retriable or tried == self.tries:
                    raise
                await asyncio.sleep(self._pause(tried, error.retry_after))
        raise AssertionError("the last try returns or raises")

    def _pause(self, tried: int, asked: float | None) -> float:
        grown = self.first_seconds * 2.0 ** (tried - 1) * random.uniform(0.5, 1.5)  # noqa: S311 - jitter, no secret
        return min(max(grown, asked or 0.0), self.longest_seconds)


def checked(answer: Answer) -> Answer:
    """The answer when it holds a page or says 'not modified'; FetchError `http_<status>` otherwise."""
    if answer.status in (200, 203, 304):
        return answer
    waits = answer.headers.get("retry-after", "")
    raise FetchError(
        f"http_{answer.status}",
        f"status {answer.status}",
        retriable=answer.status in (408, 425, 429) or answer.status >= 500,
        retry_after=float(waits) if waits.isdigit() else None,
    )
