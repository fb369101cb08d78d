"""An HTTP client for hostile servers: HTTP/2, every connection checked, every answer bounded."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Any

import httpcore
import httpx

from tasks.scrape.addresses import AddressGuard
from tasks.scrape.decompress import ACCEPTED, BoundedBody
from tasks.scrape.limits import FetchError, Limits
from tasks.scrape.tls import tls_context, tls_facts
from tasks.scrape.urls import is_host_of

USER_AGENT = "zhibiao/0.1 (statistics from official pages; contact: {contact})"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHARSET = re.compile(r"charset=\"?([\w.:-]+)", re.IGNORECASE)
_SCHEMES = frozenset({"http", "https"})
_DIGITS = re.compile(r"[0-9]+")
_LENGTH_DIGITS = 20
# What the protocol libraries let through when a server says what they did not think of.
_SURPRISES = (ValueError, LookupError, TypeError, AttributeError, RuntimeError, AssertionError, EOFError)


@dataclass(frozen=True)
class Answer:
    """What a server said in the end, and the way there.

    `redirects` holds the URLs in the order they were asked, the last one included; none without a redirect.
    """

    url: str
    status: int
    data: bytes
    headers: Mapping[str, str]
    redirects: tuple[str, ...] = ()
    tls: str | None = None

    @property
    def charset(self) -> str | None:
        """The charset of the Content-Type header, if it names one."""
        found = _CHARSET.search(self.headers.get("content-type", ""))
        return found[1] if found else None


class _GuardedBackend(httpcore.AsyncNetworkBackend):
    """Opens connections only to addresses that the guard has just resolved and permitted.

    The check and the connection use the same address, so a name that resolves differently the
    second time (rebinding) cannot slip between them.
    """

    def __init__(self, guard: AddressGuard) -> None:
        self._guard = guard
        self._network = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        addresses = await self._guard.resolve(host, port)
        for number, address in enumerate(addresses, start=1):
            try:
                return await self._network.connect_tcp(address, port, timeout, local_address, socket_options)
            except httpcore.ConnectError:
                if number == len(addresses):
                    raise
        raise FetchError("dns_failure", f"{host} has no address")

    async def sleep(self, seconds: float) -> None:
        await self._network.sleep(seconds)


@dataclass
class Client:
    """Fetches single URLs; hosts are limited to `hosts` (with their subdomains) when any are named."""

    limits: Limits = field(default_factory=Limits)
    guard: AddressGuard = field(default_factory=AddressGuard)
    hosts: tuple[str, ...] = ()
    contact: str = "the operator of this installation"
    max_connections: int = 10
    ca_file: Path | None = None

    def __post_init__(self) -> None:
        self.hosts = tuple(host.lower().rstrip(".") for host in self.hosts)
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=tls_context(self.ca_file),
            max_connections=self.max_connections,
            http2=True,
            network_backend=_GuardedBackend(self.guard),
        )

    async def __aenter__(self) -> Client:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._pool.aclose()

    def permits_host(self, host: str) -> bool:
        """Whether a host is one that this client may ask."""
        return not self.hosts or is_host_of(host, self.hosts)

    async def get(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Fetch a URL, following redirects within the limits. Raises FetchError, nothing else."""
        try:
            async with asyncio.timeout(self.limits.max_seconds):
                return await follow(lambda each: self.ask(each, headers), url, self.limits)
        except TimeoutError as error:
            raise self._too_slow() from error

    async def ask(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Make one request, redirects not followed, within `max_seconds`. Raises FetchError, nothing else."""
        parsed = self.checked(url)
        try:
            async with asyncio.timeout(self.limits.max_seconds):
                return await self._once(parsed, headers or {})
        except TimeoutError as error:
            raise self._too_slow() from error

    def _too_slow(self) -> FetchError:
        return FetchError("timeout", f"no whole answer within {self.limits.max_seconds:g} s", retriable=True)

    def checked(self, url: str) -> httpx.URL:
        """The URL in parts when this client may ask for it. Raises FetchError `bad_url` or `host_not_allowed`."""
        try:
            parsed = httpx.URL(url)
        except (httpx.InvalidURL, ValueError, UnicodeError) as error:
            raise FetchError("bad_url", f"{url[:200]!r}: {error}") from error
        if parsed.scheme not in _SCHEMES or not parsed.host or not 0 < (parsed.port or 80) < 1 << 16:
            raise FetchError("bad_url", f"{url[:200]!r} is no web address")
        if parsed.userinfo:
            raise FetchError("bad_url", "an address with a user name or password is not followed")
        if not self.permits_host(parsed.host.lower().rstrip(".")):
            raise FetchError("host_not_allowed", f"{parsed.host} is none of the source's hosts")
        return parsed

    async def _once(self, url: httpx.URL, headers: Mapping[str, str]) -> Answer:
        sent = {"user-agent": USER_AGENT.format(contact=self.contact), "accept-encoding": ACCEPTED, "accept": "*/*"}
        timeouts = {"connect": self.limits.connect_seconds, "read": self.limits.read_seconds}
        timeouts |= {"write": self.limits.read_seconds, "pool": self.limits.max_seconds}
        try:
            async with self._pool.stream(
                "GET",
                httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=list({"host": url.netloc.decode("ascii"), **sent, **headers}.items()),
                extensions={"timeout": timeouts},
            ) as response:
                return await self._read(str(url), response)
        except httpcore.TimeoutException as error:
            raise FetchError("timeout", f"{type(error).__name__}: the server is too slow", retriable=True) from error
        except (httpcore.NetworkError, OSError) as error:
            code = "tls_failure" if "SSL" in repr(error).upper() else "connection"
            raise FetchError(code, str(error) or type(error).__name__, retriable=code == "connection") from error
        except (httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
            raise FetchError("protocol", str(error) or type(error).__name__, retriable=True) from error
        except _SURPRISES as error:
            raise FetchError("protocol", f"{type(error).__name__}: {str(error)[:200]}", retriable=True) from error

    async def _read(self, url: str, response: httpcore.Response) -> Answer:
        size = sum(len(name) + len(value) for name, value in response.headers)
        if size > self.limits.max_header_bytes:
            raise FetchError("headers_too_large", f"{size} bytes of headers")
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
        declared = headers.get("content-length", "")
        if len(declared) > _LENGTH_DIGITS or (_DIGITS.fullmatch(declared) and int(declared) > self.limits.max_bytes):
            raise FetchError("too_large", f"{declared[:40]} bytes announced, the limit is {self.limits.max_bytes}")
        body = BoundedBody(headers.get("content-encoding", ""), self.limits)
        async for piece in response.aiter_stream():
            body.add(piece)
        return Answer(url, response.status, body.finish(), headers, tls=_tls_facts(response))


async def follow(ask: Callable[[str], Awaitable[Answer]], url: str, limits: Limits) -> Answer:
    """Ask for a URL and for what it redirects to, one after the other. Raises FetchError."""
    chain: list[str] = []
    while True:
        answer = await ask(url)
        location = answer.headers.get("location")
        if answer.status not in _REDIRECTS or not location:
            return replace(answer, redirects=(*chain, answer.url) if chain else ())
        chain.append(url)
        if len(chain) > limits.max_redirects:
            raise FetchError("too_many_redirects", f"more than {limits.max_redirects} redirects")
        url = _joined(url, location)
        if url in chain:
            raise FetchError("redirect_loop", f"{url} redirects to itself")


def _joined(url: str, location: str) -> str:
    try:
        return str(httpx.URL(url).join(location))
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        raise FetchError("bad_redirect", f"{location[:200]!r}: {error}") from error


def _tls_facts(response: httpcore.Response) -> str | None:
    stream = response.extensions.get("network_stream")
    secured = stream.get_extra_info("ssl_object") if stream is not None else None
    return tls_facts(secured) if secured is not None else None
