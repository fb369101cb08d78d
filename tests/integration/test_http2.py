"""HTTP/2 over TLS on loopback: it is negotiated, its facts are kept, and hostile frames end in a reason code."""

import asyncio
import datetime as dt
import hashlib
import ipaddress
import json
import resource
import ssl
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import h2.config
import h2.connection
import h2.events
import hyperframe.frame as frames
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tasks.scrape.addresses import AddressGuard
from tasks.scrape.client import Answer, Client
from tasks.scrape.limits import FetchError, Limits
from tasks.scrape.manners import checked

LIMITS = Limits(max_bytes=300_000, max_seconds=1.5, connect_seconds=1, read_seconds=0.5, max_header_bytes=20_000)
LOOPBACK = AddressGuard.of(["127.0.0.0/8"])
BODY = "2023年，全县脱贫人口人均纯收入15623元。".encode() * 50

Say = Callable[[h2.connection.H2Connection, asyncio.StreamWriter, int], Awaitable[None]]


def certificate(folder: Path, name: str = "127.0.0.1", days: int = 1) -> tuple[Path, Path]:
    """A certificate for an address of this machine that signs itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "示范县测试")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=3))
        .not_valid_after(now + dt.timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(name))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    paths = folder / f"{name}{days}.pem", folder / f"{name}{days}.key"
    paths[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    form, kind = serialization.PrivateFormat.PKCS8, serialization.Encoding.PEM
    paths[1].write_bytes(key.private_bytes(kind, form, serialization.NoEncryption()))
    return paths


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return certificate(tmp_path_factory.mktemp("tls"))


def context(paths: tuple[Path, Path], *protocols: str) -> ssl.SSLContext:
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(*paths)
    made.set_alpn_protocols(list(protocols))
    return made


@asynccontextmanager
async def serving(say: Say, paths: tuple[Path, Path]) -> AsyncIterator[int]:
    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = h2.connection.H2Connection(
            h2.config.H2Configuration(client_side=False, validate_outbound_headers=False)
        )
        connection.initiate_connection()
        writer.write(connection.data_to_send())
        try:
            while data := await reader.read(65536):
                for event in connection.receive_data(data):
                    if isinstance(event, h2.events.RequestReceived):
                        await say(connection, writer, event.stream_id)
                writer.write(connection.data_to_send())
                await writer.drain()
        except (ConnectionError, h2.exceptions.ProtocolError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0, ssl=context(paths, "h2"))
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()


async def page(connection: h2.connection.H2Connection, writer: asyncio.StreamWriter, stream: int) -> None:
    head = [(":status", "200"), ("content-type", "text/html; charset=utf-8"), ("set-cookie", "visitor=7")]
    connection.send_headers(stream, head)
    connection.send_data(stream, BODY, end_stream=True)


async def ask(say: Say, paths: tuple[Path, Path], ca_file: Path | None) -> Answer:
    async with serving(say, paths) as port, Client(limits=LIMITS, guard=LOOPBACK, ca_file=ca_file) as client:
        return await client.get(f"https://127.0.0.1:{port}/a.html")


def test_http2_is_spoken_and_the_facts_of_the_connection_are_kept(signed: tuple[Path, Path]) -> None:
    answer = asyncio.run(ask(page, signed, signed[0]))
    facts = json.loads(answer.tls or "")
    encoded = ssl.PEM_cert_to_DER_cert(signed[0].read_text())
    assert answer.data == BODY
    assert facts["protocol"] == "h2"
    assert facts["version"] == "TLSv1.3"
    assert facts["sha256"] == hashlib.sha256(encoded).hexdigest()
    assert facts["issuer"] == "commonName=示范县测试"


def test_many_requests_go_over_one_connection(signed: tuple[Path, Path]) -> None:
    connections: set[int] = set()

    async def counted(connection: h2.connection.H2Connection, writer: asyncio.StreamWriter, stream: int) -> None:
        connections.add(id(connection))
        await page(connection, writer, stream)

    async def try_it() -> list[int]:
        async with serving(counted, signed) as port, Client(guard=LOOPBACK, ca_file=signed[0]) as client:
            urls = [f"https://127.0.0.1:{port}/{number}" for number in range(20)]
            return [(await client.get(url)).status for url in urls]

    assert asyncio.run(try_it()) == [200] * 20
    assert len(connections) == 1


@pytest.mark.parametrize("days", [1, -1])
def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path, days: int) -> None:
    paths = certificate(tmp_path, days=days)
    with pytest.raises(FetchError, match="tls_failure"):
        asyncio.run(ask(page, paths, paths[0] if days < 0 else None))


def test_a_certificate_for_another_host_is_refused(tmp_path: Path) -> None:
    paths = certificate(tmp_path, name="127.0.0.2")
    with pytest.raises(FetchError, match="tls_failure"):
        asyncio.run(ask(page, paths, paths[0]))


def test_a_server_without_tls_behind_https(signed: tuple[Path, Path]) -> None:
    async def plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        writer.close()

    async def try_it() -> None:
        server = await asyncio.start_server(plain, "127.0.0.1", 0)
        async with server, Client(limits=LIMITS, guard=LOOPBACK) as client:
            await client.get(f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/")

    with pytest.raises(FetchError) as caught:
        asyncio.run(try_it())
    assert caught.value.code in {"tls_failure", "connection"}


def raw(*parts: bytes) -> Say:
    async def say(connection: h2.connection.H2Connection, writer: asyncio.StreamWriter, stream: int) -> None:
        for part in parts:
            writer.write(part)
        await writer.drain()

    return say


def flood(make: Callable[[int], bytes]) -> Say:
    async def say(connection: h2.connection.H2Connection, writer: asyncio.StreamWriter, stream: int) -> None:
        while True:
            writer.write(make(stream) * 200)
            await writer.drain()

    return say


async def huge_headers(connection: h2.connection.H2Connection, writer: asyncio.StreamWriter, stream: int) -> None:
    connection.send_headers(stream, [(":status", "200"), *((f"x-{number}", "v" * 100) for number in range(400))])


async def header_bomb(connection: h2.connection.H2Connection, writer: asyncio.StreamWriter, stream: int) -> None:
    """One large header in the dictionary, then a reference to it ten thousand times."""
    connection.encoder.header_table_size = 4096
    connection.send_headers(stream, [(":status", "200"), *[("x-a", "b" * 3900)] * 10_000])


async def endless_body(connection: h2.connection.H2Connection, writer: asyncio.StreamWriter, stream: int) -> None:
    connection.send_headers(stream, [(":status", "200")])
    while True:
        room = min(connection.local_flow_control_window(stream), 16_000)
        if not room:
            return
        connection.send_data(stream, b"x" * room)
        writer.write(connection.data_to_send())
        await writer.drain()


async def wrong_length(connection: h2.connection.H2Connection, writer: asyncio.StreamWriter, stream: int) -> None:
    connection.send_headers(stream, [(":status", "200"), ("content-length", "10")])
    connection.send_data(stream, BODY, end_stream=True)


def length(text: str) -> Say:
    async def say(connection: h2.connection.H2Connection, writer: asyncio.StreamWriter, stream: int) -> None:
        connection.send_headers(stream, [(":status", "200"), ("content-length", text)])
        connection.send_data(stream, b"x", end_stream=True)

    return say


def status(text: str) -> Say:
    async def say(connection: h2.connection.H2Connection, writer: asyncio.StreamWriter, stream: int) -> None:
        connection.send_headers(stream, [(":status", text)], end_stream=True)

    return say


async def reset(connection: h2.connection.H2Connection, writer: asyncio.StreamWriter, stream: int) -> None:
    connection.reset_stream(stream)


async def go_away(connection: h2.connection.H2Connection, writer: asyncio.StreamWriter, stream: int) -> None:
    connection.close_connection()


async def silence(connection: h2.connection.H2Connection, writer: asyncio.StreamWriter, stream: int) -> None:
    await asyncio.sleep(4)


CASES: dict[str, tuple[Say, set[str]]] = {
    "says nothing": (silence, {"timeout"}),
    "resets the stream": (reset, {"protocol"}),
    "goes away": (go_away, {"protocol", "connection"}),
    "never ends its body": (endless_body, {"too_large", "timeout"}),
    "sends more than it announced": (wrong_length, {"protocol"}),
    "announces a length in words": (length("many"), {"protocol"}),
    "announces a negative length": (length("-1"), {"protocol"}),
    "announces a length of 5,000 digits": (length("9" * 5000), {"protocol", "too_large"}),
    "announces a length in superscript": (length("²"), {"protocol", "too_large"}),
    "a status in words": (status("fine"), {"protocol"}),
    "a status of six digits": (status("200200"), {"protocol", "http_200200"}),
    "huge headers": (huge_headers, {"headers_too_large", "protocol"}),
    "header bomb": (header_bomb, {"headers_too_large", "protocol"}),
    "unknown frames for ever": (
        flood(lambda stream: b"\x00\x00\x08\xee\x00\x00\x00\x00\x00" + bytes(8)),
        {"timeout", "protocol"},
    ),
    "pings for ever": (flood(lambda stream: frames.PingFrame(0, b"12345678").serialize()), {"timeout", "protocol"}),
    "settings for ever": (flood(lambda stream: frames.SettingsFrame(0).serialize()), {"timeout", "protocol"}),
    "continuations for ever": (
        flood(lambda stream: frames.ContinuationFrame(stream, b"\x00\x01a\x01b" * 50).serialize()),
        {"protocol", "timeout"},
    ),
    "a frame of 16 MB": (raw(b"\xff\xff\xff\x00\x00\x00\x00\x00\x01" + bytes(1000)), {"protocol", "timeout"}),
    "nonsense": (raw(b"\xde\xad\xbe\xef" * 100), {"protocol", "timeout"}),
    "another stream": (raw(frames.DataFrame(7, b"x").serialize()), {"protocol", "timeout"}),
    "HTTP/1.1 after all": (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"), {"protocol", "timeout"}),
}


@pytest.mark.parametrize("case", CASES)
def test_hostile_frames_end_in_a_reason_code(case: str, signed: tuple[Path, Path]) -> None:
    say, codes = CASES[case]
    before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    with pytest.raises(FetchError) as caught:
        checked(asyncio.run(ask(say, signed, signed[0])))
    assert caught.value.code in codes, caught.value.detail
    assert time.monotonic() - started < LIMITS.max_seconds + 2
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 80_000, "kilobytes"
