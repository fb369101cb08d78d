"""Manners: rules are obeyed, pauses are kept, failures are borne with patience and not for ever."""

import asyncio
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise

import pytest

from tasks.scrape.client import Answer, Client
from tasks.scrape.limits import FetchError
from tasks.scrape.manners import Manners, Patience, checked


class Script(Client):
    """A client that says what a table says, and notes what it was asked and when."""

    def __init__(self, says: dict[str, object], **options: object) -> None:
        super().__init__(**options)  # type: ignore[arg-type]
        self.says = says
        self.asked: list[tuple[str, float]] = []

    async def ask(self, url: str, headers: object = None) -> Answer:
        self.checked(url)
        self.asked.append((url, time.monotonic()))
        said = self.says.get(url, 404)
        said = said.pop(0) if isinstance(said, list) else said
        if isinstance(said, FetchError):
            raise said
        if isinstance(said, int):
            return Answer(url, said, b"", {})
        if isinstance(said, dict):
            return Answer(url, int(said.get("status", 302)), b"", said)
        return Answer(url, 200, str(said).encode(), {})

    @property
    def urls(self) -> list[str]:
        return [url for url, _ in self.asked]


def manners(client: Script, **options: object) -> Manners:
    return Manners(client, **{"delay_seconds": 0, "patience": Patience(2, 0.01), **options})  # type: ignore[arg-type]


def code(client: Script, url: str, **options: object) -> str:
    try:
        checked(asyncio.run(manners(client, **options).get(url)))
    except FetchError as error:
        return error.code
    return "fetched"


RULES = """
User-agent: *
Disallow: /secret
Disallow: /*.pdf$

User-agent: zhibiao
Disallow: /not-for-us
Crawl-delay: 0.3
"""


@pytest.mark.parametrize(
    ("rules", "path", "says"),
    [
        (RULES, "/not-for-us/1", "robots"),
        (RULES, "/secret", "fetched"),
        (404, "/x", "fetched"),
        (403, "/x", "fetched"),
        (500, "/x", "robots_unreachable"),
        (429, "/x", "robots_unreachable"),
        (FetchError("timeout", ""), "/x", "robots_unreachable"),
        ({"location": "http://h.cn/robots.txt"}, "/x", "fetched"),
        ({"location": "http://elsewhere.cn/"}, "/x", "fetched"),
        ("<html>404</html>", "/x", "fetched"),
        ("\x00" * 1000, "/x", "fetched"),
    ],
)
def test_rules_of_a_host(rules: object, path: str, says: str) -> None:
    client = Script({"http://h.cn/robots.txt": rules, f"http://h.cn{path}": "page"}, hosts=("h.cn",))
    assert code(client, f"http://h.cn{path}") == says
    assert (f"http://h.cn{path}" in client.urls) == (says == "fetched")


def test_rules_are_read_once_and_hold_behind_redirects_too() -> None:
    client = Script(
        {
            "http://a.cn/1": {"location": "http://b.cn/secret"},
            "http://b.cn/robots.txt": "User-agent: *\nDisallow: /secret",
            "http://b.cn/secret": "page",
            "http://a.cn/2": "page",
        }
    )

    async def try_it() -> list[str]:
        polite, codes = manners(client), []
        for url in ("http://a.cn/1", "http://a.cn/2"):
            try:
                await polite.get(url)
                codes.append("fetched")
            except FetchError as error:
                codes.append(error.code)
        return codes

    assert asyncio.run(try_it()) == ["robots", "fetched"]
    assert "http://b.cn/secret" not in client.urls
    assert Counter(client.urls)["http://a.cn/robots.txt"] == 1


@pytest.mark.parametrize(("rules", "delay", "least"), [(RULES, 0.0, 0.3), (404, 0.2, 0.2), (RULES, 0.4, 0.4)])
def test_a_host_is_left_alone_between_two_requests(rules: object, delay: float, least: float) -> None:
    client = Script({"http://h.cn/robots.txt": rules, **{f"http://h.cn/{number}": "page" for number in range(3)}})

    async def try_it() -> None:
        polite = manners(client, delay_seconds=delay)
        await asyncio.gather(*(polite.get(f"http://h.cn/{number}") for number in range(3)))

    asyncio.run(try_it())
    times = [at for url, at in client.asked if "robots" not in url]
    assert min(b - a for a, b in pairwise(times)) >= least * 0.98


def test_two_hosts_do_not_wait_for_each_other() -> None:
    client = Script({"http://a.cn/1": "x", "http://b.cn/1": "x", "http://a.cn/2": "x"})

    async def try_it() -> float:
        polite, started = manners(client, delay_seconds=5.0), time.monotonic()
        await asyncio.gather(polite.get("http://a.cn/1"), polite.get("http://b.cn/1"))
        return time.monotonic() - started

    assert asyncio.run(try_it()) < 4.5


def test_a_host_that_asks_for_a_pause_gets_it() -> None:
    busy = {"status": 429, "retry-after": "1"}
    client = Script({"http://h.cn/1": busy, "http://h.cn/2": "page"})

    async def try_it() -> None:
        polite = manners(client)
        await polite.get("http://h.cn/1")
        await polite.get("http://h.cn/2")

    asyncio.run(try_it())
    (one, two) = (at for url, at in client.asked if "robots" not in url)
    assert two - one >= 0.98


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("7", 7), ("²", None), ("-3", None), ("soon", None), ("9" * 5000, None), ("", None), ("nan", None)],
)
def test_how_long_a_server_asks_to_wait(value: str, seconds: float | None) -> None:
    with pytest.raises(FetchError) as caught:
        checked(Answer("u", 503, b"", {"retry-after": value}))
    assert caught.value.retry_after == seconds


def test_a_pause_up_to_a_date() -> None:
    when = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    with pytest.raises(FetchError) as caught:
        checked(Answer("u", 503, b"", {"retry-after": when}))
    assert 80 < (caught.value.retry_after or 0) <= 90


@pytest.mark.parametrize(
    ("says", "tries"),
    [([500, 500, "page"], 3), ([404, "page"], 1), ([FetchError("timeout", "", retriable=True), "page"], 2),
     ([FetchError("private_address", ""), "page"], 1), ([500, 500, 500, 500], 3)],
)  # fmt: skip
def test_what_may_pass_is_tried_again(says: list[object], tries: int) -> None:
    client = Script({"http://h.cn/1": says})

    async def try_it() -> None:
        await Patience(3, 0.01).get(client.ask, "http://h.cn/1")

    if says[tries - 1] == "page":
        asyncio.run(try_it())
    else:
        with pytest.raises(FetchError):
            asyncio.run(try_it())
    assert len(client.asked) == tries


def test_a_host_that_never_answers_is_given_up() -> None:
    client = Script({f"http://h.cn/{number}": FetchError("timeout", "", retriable=True) for number in range(50)})
    polite = manners(client)

    async def try_it() -> Counter[str]:
        codes: Counter[str] = Counter()
        for number in range(50):
            try:
                await polite.get(f"http://h.cn/{number}")
            except FetchError as error:
                codes[error.code] += 1
        return codes

    assert asyncio.run(try_it()) == {"timeout": 6, "host_down": 44}
