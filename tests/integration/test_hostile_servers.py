"""A server on loopback that plays hostile: every case ends in a clear reason code, in time."""

import asyncio
import gzip
import resource
import time
import zlib
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager

import pytest

from tasks.scrape.addresses import AddressGuard
from tasks.scrape.client import Client
from tasks.scrape.limits import FetchError, Limits
from tasks.scrape.manners import checked

LIMITS = Limits(max_bytes=300_000, max_seconds=2, connect_seconds=1, read_seconds=0.5, max_header_bytes=20_000)
LOOPBACK = AddressGuard.of(["127.0.0.0/8", "::1/128"])

Say = Callable[[asyncio.StreamWriter, int], Awaitable[None]]


def plain(head: str, body: bytes = b"") -> Say:
    """An answer with these head lines, a body, and then the end of the connection."""

    async def say(writer: asyncio.StreamWriter, port: int) -> None:
        writer.write(head.replace("{port}", str(port)).replace("\n", "\r\n").encode("latin-1") + b"\r\n\r\n" + body)
        await writer.drain()

    return say


def page(extra: str, body: bytes) -> Say:
    return plain(f"HTTP/1.1 200 OK\nContent-Type: text/html\n{extra}", body)


def redirect(location: str, status: str = "302 Found") -> Say:
    return plain(f"HTTP/1.1 {status}\nLocation: {location}\nContent-Length: 0")


async def silence(writer: asyncio.StreamWriter, port: int) -> None:
    await asyncio.sleep(5)


async def drip(writer: asyncio.StreamWriter, port: int) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    for _ in range(100):
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.1)


async def drip_head(writer: asyncio.StreamWriter, port: int) -> None:
    for byte in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"a" * 100:
        writer.write(bytes([byte]))
        await writer.drain()
        await asyncio.sleep(0.1)


async def endless(writer: asyncio.StreamWriter, port: int) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        writer.write(b"<p>" * 20_000)
        await writer.drain()


async def endless_head(writer: asyncio.StreamWriter, port: int) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(100_000):
        writer.write(f"X-{number}: {'v' * 100}\r\n".encode())
        await writer.drain()


async def endless_chunks(writer: asyncio.StreamWriter, port: int) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        writer.write(b"10000\r\n" + b"y" * 0x10000 + b"\r\n")
        await writer.drain()


async def endless_interim(writer: asyncio.StreamWriter, port: int) -> None:
    while True:
        writer.write(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 100)
        await writer.drain()


async def reset(writer: asyncio.StreamWriter, port: int) -> None:
    writer.transport.abort()


BOMB = gzip.compress(bytes(50_000_000))
RATIO_BOMB = gzip.compress(bytes(290_000))
CASES: dict[str, tuple[Say, set[str]]] = {
    "says nothing": (silence, {"timeout"}),
    "drips its body": (drip, {"timeout"}),
    "drips its head": (drip_head, {"timeout"}),
    "never ends": (endless, {"too_large"}),
    "never ends in chunks": (endless_chunks, {"too_large"}),
    "never ends its head": (endless_head, {"protocol", "headers_too_large"}),
    "never ends its interim answers": (endless_interim, {"timeout", "protocol"}),
    "closes at once": (reset, {"connection", "protocol"}),
    "announces too much": (page("Content-Length: 99999999999", b"x"), {"too_large"}),
    "announces more than it sends": (page("Content-Length: 5000", b"short"), {"protocol", "timeout"}),
    "announces a negative length": (page("Content-Length: -5", b"x"), {"protocol"}),
    "announces two lengths": (page("Content-Length: 1\nContent-Length: 2", b"xy"), {"protocol"}),
    "announces a length in words": (page("Content-Length: many", b"x"), {"protocol"}),
    "gzip bomb": (page(f"Content-Encoding: gzip\nContent-Length: {len(BOMB)}", BOMB), {"too_large", "bomb"}),
    "gzip bomb under the size limit": (
        page(f"Content-Encoding: gzip\nContent-Length: {len(RATIO_BOMB)}", RATIO_BOMB),
        {"bomb"},
    ),
    "gzip within gzip": (page("Content-Encoding: gzip, gzip", gzip.compress(BOMB)), {"bad_encoding"}),
    "gzip that is none": (page("Content-Encoding: gzip\nContent-Length: 5", b"plain"), {"bad_encoding"}),
    "gzip cut short": (
        page("Content-Encoding: gzip\nContent-Length: 100", gzip.compress(bytes(range(256)))[:100]),
        {"truncated"},
    ),
    "an encoding nobody asked for": (page("Content-Encoding: br\nContent-Length: 3", b"abc"), {"bad_encoding"}),
    "deflate bomb": (page("Content-Encoding: deflate", zlib.compress(bytes(50_000_000))), {"too_large", "bomb"}),
    "huge single header": (page(f"X-Big: {'b' * 60_000}\nContent-Length: 0", b""), {"headers_too_large", "protocol"}),
    "binary nonsense": (plain("\x00\x01\x02\xff" * 50), {"protocol"}),
    "another protocol": (plain("SSH-2.0-OpenSSH_9.6"), {"protocol"}),
    "bad status line": (plain("HTTP/1.1 two hundred OK\nContent-Length: 0"), {"protocol"}),
    "header with no colon": (plain("HTTP/1.1 200 OK\nnocolonhere\nContent-Length: 0"), {"protocol"}),
    "header folded over lines": (plain("HTTP/1.1 200 OK\n folded\nContent-Length: 0"), {"protocol"}),
    "bad chunk size": (page("Transfer-Encoding: chunked", b"zz\r\nxx\r\n0\r\n\r\n"), {"protocol"}),
    "huge chunk size": (page("Transfer-Encoding: chunked", b"fffffffffffffffffff\r\nxx"), {"protocol", "timeout"}),
    "redirects to itself": (redirect("/"), {"redirect_loop"}),
    "redirects for ever": (
        redirect("/next?x=1&from=http://127.0.0.1:{port}/"),
        {"redirect_loop", "too_many_redirects"},
    ),
    "redirects to a file": (redirect("file:///etc/passwd"), {"bad_url"}),
    "redirects to javascript": (redirect("javascript:alert(1)"), {"bad_url"}),
    "redirects to data": (redirect("data:text/html,hello"), {"bad_url"}),
    "redirects to another scheme": (redirect("gopher://127.0.0.1/"), {"bad_url"}),
    "redirects to the metadata service": (redirect("http://169.254.169.254/latest/"), {"private_address"}),
    "redirects to a private net": (redirect("http://10.0.0.1/"), {"private_address"}),
    "redirects to a private net in hexadecimal": (
        redirect("http://0x0a000001/"),
        {"private_address", "dns_failure", "bad_url"},
    ),
    "redirects to a private net in one number": (
        redirect("http://167772161/"),
        {"private_address", "dns_failure", "bad_url"},
    ),
    "redirects to a mapped address": (redirect("http://[::ffff:10.0.0.1]/"), {"private_address"}),
    "redirects to a NAT64 address": (redirect("http://[64:ff9b::a00:1]/"), {"private_address"}),
    "redirects to a compatible address": (redirect("http://[::10.0.0.1]/"), {"private_address"}),
    "redirects to a 6to4 address": (redirect("http://[2002:a00:1::]/"), {"private_address"}),
    "redirects to a unique local address": (redirect("http://[fd00::1]/"), {"private_address"}),
    "redirects to the unspecified address": (redirect("http://0.0.0.0/"), {"private_address"}),
    "redirects to a link-local address": (redirect("http://[fe80::1]/"), {"private_address"}),
    "redirects with a password": (redirect("http://user:secret@127.0.0.1:{port}/"), {"bad_url"}),
    "redirects to nowhere": (redirect("http://"), {"redirect_loop"}),
    "redirects to nonsense": (redirect("http://[::::/"), {"bad_redirect", "bad_url"}),
    "redirects to a port out of range": (redirect("http://127.0.0.1:99999/"), {"bad_redirect", "bad_url"}),
    "server error": (plain("HTTP/1.1 500 Oops\nContent-Length: 0"), {"http_500"}),
    "not found": (plain("HTTP/1.1 404 None\nContent-Length: 0"), {"http_404"}),
    "too many requests": (plain("HTTP/1.1 429 Slow\nRetry-After: 1\nContent-Length: 0"), {"http_429"}),
    "login wanted": (plain("HTTP/1.1 401 No\nWWW-Authenticate: Basic\nContent-Length: 0"), {"http_401"}),
    "a redirect without a target": (plain("HTTP/1.1 302 Found\nContent-Length: 0"), {"http_302"}),
}


@asynccontextmanager
async def serving(say: Say):
    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await reader.readuntil(b"\r\n\r\n")
            await say(writer, port)
            if not writer.is_closing():
                writer.close()
        except (ConnectionError, asyncio.IncompleteReadError):
            writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    try:
        yield port
    finally:
        server.close()


async def ask(say: Say, path: str = "/") -> str:
    async with serving(say) as port, Client(limits=LIMITS, guard=LOOPBACK) as client:
        try:
            checked(await client.get(f"http://127.0.0.1:{port}{path}"))
        except FetchError as error:
            return error.code
    return "fetched"


@pytest.mark.parametrize("case", CASES)
def test_a_hostile_answer_ends_in_a_reason_code(case: str) -> None:
    say, codes = CASES[case]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.monotonic()
    assert asyncio.run(ask(say)) in codes
    assert time.monotonic() - started < LIMITS.max_seconds + 2
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 80_000, "kilobytes"


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 40


def test_a_friendly_answer_is_fetched() -> None:
    body = "指标".encode() * 100
    assert asyncio.run(ask(page(f"Content-Length: {len(body)}", body))) == "fetched"
    packed = gzip.compress(body)
    assert asyncio.run(ask(page(f"Content-Encoding: gzip\nContent-Length: {len(packed)}", packed))) == "fetched"


def test_loopback_is_refused_unless_the_configuration_names_it() -> None:
    async def try_it() -> str:
        async with serving(page("Content-Length: 1", b"x")) as port, Client(limits=LIMITS) as client:
            with pytest.raises(FetchError) as caught:
                await client.get(f"http://127.0.0.1:{port}/")
            return caught.value.code

    assert asyncio.run(try_it()) == "private_address"


def test_a_name_that_points_inside_and_outside_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    async def look_up(self: AddressGuard, host: str, port: int) -> list[str]:
        return ["93.184.216.34", "192.168.1.1"]

    monkeypatch.setattr(AddressGuard, "_look_up", look_up)
    with pytest.raises(FetchError, match="private_address"):
        asyncio.run(AddressGuard().resolve("rebind.example", 80))


def test_a_name_is_looked_up_once_a_connection_and_the_answer_is_what_is_connected_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    async def look_up(self: AddressGuard, host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    monkeypatch.setattr(AddressGuard, "_look_up", look_up)

    async def try_it() -> int:
        async with serving(page("Content-Length: 1", b"x")) as port, Client(limits=LIMITS, guard=LOOPBACK) as client:
            return (await client.get(f"http://rebind.example:{port}/")).status

    assert asyncio.run(try_it()) == 200
    assert asked == ["rebind.example"]


def test_only_the_hosts_of_the_source_are_asked() -> None:
    async def try_it() -> str:
        client = Client(limits=LIMITS, guard=LOOPBACK, hosts=("127.0.0.1",))
        async with serving(redirect("http://elsewhere.example/")) as port, client:
            with pytest.raises(FetchError) as caught:
                await client.get(f"http://127.0.0.1:{port}/")
            return caught.value.code

    assert asyncio.run(try_it()) == "host_not_allowed"
