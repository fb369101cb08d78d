"""Manners towards hosts: robots.txt, one request at a time, a pause between two, patience after a failure."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from protego import Protego

from tasks.scrape.client import USER_AGENT, Answer, Client, follow
from tasks.scrape.limits import FetchError

_ROBOTS_BYTES = 500_000
_LONGEST_DELAY = 60.0
_LONGEST_HOLD = 300.0
_FAILURES_TO_GIVE_UP = 6
_AGENT = USER_AGENT.split("/")[0]
_UNREACHED = frozenset({"timeout", "connection", "dns_failure", "tls_failure"})
# A robots.txt that leads nowhere proper is none (RFC 9309, 2.3.1.2 and 2.3.1.3).
_NO_RULES = frozenset({"too_many_redirects", "redirect_loop", "bad_redirect", "bad_url", "host_not_allowed"})

Get = Callable[[str], Awaitable[Answer]]


@dataclass(frozen=True)
class Patience:
    """How often and how long to wait before a request is tried again."""

    tries: int = 3
    first_seconds: float = 1.0
    longest_seconds: float = 60.0

    async def get(self, fetch: Get, url: str, accept: frozenset[int] = frozenset({200, 203, 304})) -> Answer:
        """Fetch with retries by kind of failure: never for a refusal, with growing, jittered pauses otherwise."""
        for tried in range(1, self.tries + 1):
            try:
                return checked(await fetch(url), accept)
            except FetchError as error:
                if not error.retriable or tried == self.tries:
                    raise
                await asyncio.sleep(self._pause(tried, error.retry_after))
        raise AssertionError("the last try returns or raises")

    def _pause(self, tried: int, asked: float | None) -> float:
        grown = self.first_seconds * 2.0 ** (tried - 1) * random.uniform(0.5, 1.5)  # noqa: S311 - jitter, no secret
        return min(max(grown, asked or 0.0), self.longest_seconds)


@dataclass
class _Host:
    """What a run knows of a host."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    rules: Protego | FetchError | None = None
    next_at: float = 0.0
    unreached: int = 0


@dataclass
class Manners:
    """Asks hosts politely, redirect by redirect: each hop waits for its own host's turn and obeys its rules."""

    client: Client
    delay_seconds: float = 1.0
    obey_robots: bool = True
    patience: Patience = field(default_factory=Patience)
    _hosts: dict[str, _Host] = field(default_factory=dict)

    async def get(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Fetch a URL when its host's turn has come. Raises FetchError, `robots` when it is not allowed."""
        return await follow(lambda each: self._ask(each, headers), url, self.client.limits)

    async def _ask(self, url: str, headers: Mapping[str, str] | None) -> Answer:
        parsed = self.client.checked(url)
        root = f"{parsed.scheme}://{parsed.netloc.decode('ascii')}"
        host = self._hosts.setdefault(root, _Host())
        async with host.lock:
            if host.unreached >= _FAILURES_TO_GIVE_UP:
                raise FetchError("host_down", f"{root} did not answer {host.unreached} times in a row in this run")
            rules = await self._rules(host, root)
            if rules is not None and not rules.can_fetch(url, _AGENT):
                raise FetchError("robots", f"robots.txt of {root} does not allow this page")
            return await self._ask_in_turn(host, rules, url, headers)

    async def _ask_in_turn(
        self, host: _Host, rules: Protego | None, url: str, headers: Mapping[str, str] | None
    ) -> Answer:
        clock = asyncio.get_running_loop().time
        await asyncio.sleep(max(0.0, host.next_at - clock()))
        try:
            answer = await self.client.ask(url, headers)
        except FetchError as error:
            host.unreached = host.unreached + 1 if error.code in _UNREACHED else 0
            host.next_at = clock() + self._delay(rules)
            raise
        host.unreached = 0
        host.next_at = clock() + max(self._delay(rules), min(_asked_pause(answer) or 0.0, _LONGEST_HOLD))
        return answer

    def _delay(self, rules: Protego | None) -> float:
        asked = float(rules.crawl_delay(_AGENT) or 0.0) if rules is not None else 0.0
        return max(self.delay_seconds, min(asked, _LONGEST_DELAY))

    async def _rules(self, host: _Host, root: str) -> Protego | None:
        if not self.obey_robots:
            return None
        if host.rules is None:
            host.rules = await self._read_rules(f"{root}/robots.txt")
        if isinstance(host.rules, FetchError):
            raise host.rules
        return host.rules

    async def _read_rules(self, url: str) -> Protego | FetchError:
        # A host that has no rules allows everything; one whose rules cannot be read is left alone (RFC 9309).
        try:
            answer = await self.patience.get(self.client.get, url)
        except FetchError as error:
            refused = error.code.startswith("http_") and not error.retriable
            if refused or error.code in _NO_RULES:
                return Protego.parse("")
            return FetchError("robots_unreachable", f"{url}: {error}")
        return Protego.parse(answer.data[:_ROBOTS_BYTES].decode("utf-8", "replace"))


def checked(answer: Answer, accept: frozenset[int] = frozenset({200, 203, 304})) -> Answer:
    """The answer when it holds a page or says 'not modified'; FetchError `http_<status>` otherwise."""
    if answer.status in accept:
        return answer
    raise FetchError(
        f"http_{answer.status}",
        f"status {answer.status}",
        retriable=answer.status in (408, 425, 429) or answer.status >= 500,
        retry_after=_asked_pause(answer),
    )


def _asked_pause(answer: Answer) -> float | None:
    """The seconds that a Retry-After header asks for, as a number or as a date."""
    text = answer.headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit() and len(text) < 10:
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
