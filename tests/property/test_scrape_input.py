"""Whatever the bytes are, readers of outside data end in a result or in a FetchError, and keep their promises."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tasks.scrape.archives import ArchiveLimits, read_archive
from tasks.scrape.cdx import read_captures
from tasks.scrape.decompress import BoundedBody
from tasks.scrape.feeds import feed_links, sitemap_links
from tasks.scrape.limits import FetchError, Limits
from tasks.scrape.links import page_links
from tasks.scrape.sources import Source
from tasks.scrape.urls import absolute_url, printable
from tasks.scrape.warc import read_warc
from tasks.snapshots import Fetched

BASE = "http://x.gov.cn/xw/"
patiently = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=120)

pieces = st.sampled_from(
    [
        *("<a href=", "'", '"', ">", "</a>", "<base href='//y.cn/'>", "<!--", "-->", "<script>", "</script>"),
        *("/t20240301_1.html", "2024-03-01", "&amp;", "&#0;", "http://", "[", "::", "\x00", "中", "\ufffe", "%zz"),
        *("<item>", "</item>", "<link>", "</link>", "<rss>", "<url>", "<loc>", "&lol;", "<![CDATA[", "]]>"),
    ]
)
markup = st.lists(pieces | st.text(max_size=5), max_size=40).map("".join)


@patiently
@given(markup)
def test_any_markup_gives_proper_addresses_alone(html: str) -> None:
    for link in page_links(html, BASE).pages:
        assert urlsplit(link.url).scheme in ("http", "https")
        assert link.url.isascii()
        assert link.url.isprintable()
        assert absolute_url(BASE, link.url) == link.url, "the one form of an address is its own form"


@patiently
@given(markup.map(lambda text: text.encode("utf-8", "replace")) | st.binary(max_size=300))
def test_any_bytes_as_a_feed(data: bytes) -> None:
    for read in (feed_links, sitemap_links):
        try:
            read(data, BASE)
        except FetchError as error:
            assert error.code in ("bad_feed", "bad_sitemap")


@patiently
@given(st.sampled_from(["gzip", "deflate", "", "br"]), st.lists(st.binary(max_size=60), max_size=8))
def test_any_bytes_as_a_body(encoding: str, received: list[bytes]) -> None:
    try:
        body = BoundedBody(encoding, Limits(max_bytes=100))
        for piece in received:
            body.add(piece)
        assert len(body.finish()) <= 100
    except FetchError as error:
        assert error.code in ("bad_encoding", "truncated", "too_large", "bomb")


@patiently
@given(st.text(max_size=400))
def test_any_lines_as_an_index(text: str) -> None:
    list(read_captures(text, Source("s", "cdx", "i")))


@patiently
@given(st.text(max_size=80) | st.binary(max_size=80).map(lambda data: data.decode("utf-8", "surrogateescape")))
def test_a_printed_name_is_plain_and_unlike_any_other(name: str) -> None:
    assert printable(name).isprintable()
    printable(name).encode()
    other = name + "%"
    assert printable(other) != printable(name)


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.html", "脱贫" * 200)
        archive.writestr("b.html", b"x" * 3000)
    return out.getvalue()


def _tar() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name in ("a.html", "b" * 150):
            info = tarfile.TarInfo(name)
            info.size = 700
            archive.addfile(info, io.BytesIO(b"x" * 700))
    return out.getvalue()


def _warc() -> bytes:
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x.cn/\r\nContent-Type: application/http\r\n"
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + "2023年的脱贫人口5万人".encode() * 9
    record = head + b"Content-Length: %d\r\n\r\n" % len(block) + block + b"\r\n\r\n"
    return record * 3


FILES = [("x.zip", _zip()), ("x.tar", _tar()), ("x.tar.gz", gzip.compress(_tar()))]
WARCS = [("x.warc", _warc()), ("x.warc.gz", gzip.compress(_warc()[: len(_warc()) // 3]) * 3)]
changes = st.lists(st.tuples(st.integers(0, 1 << 16), st.integers(0, 255)), max_size=12)


def spoilt(data: bytes, where: list[tuple[int, int]], cut: float) -> bytes:
    made = bytearray(data)
    for place, value in where:
        made[place % len(made)] = value
    return bytes(made[: int(len(made) * cut)])


@patiently
@given(st.sampled_from(FILES), changes, st.floats(0.01, 1.0))
def test_any_damage_to_an_archive(file: tuple[str, bytes], where: list[tuple[int, int]], cut: float) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / file[0]
        path.write_bytes(spoilt(file[1], where, cut))
        try:
            for member in read_archive(path, ArchiveLimits(max_members=50, max_member_bytes=5_000)):
                assert len(member.data) <= 5_000
                assert member.name.isprintable()
        except FetchError as error:
            assert error.code in ("bad_archive", "archive_too_large")


@patiently
@given(st.sampled_from(WARCS), changes, st.floats(0.01, 1.0))
def test_any_damage_to_a_web_archive(file: tuple[str, bytes], where: list[tuple[int, int]], cut: float) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / file[0]
        path.write_bytes(spoilt(file[1], where, cut))
        items = list(read_warc(path, Source("s", "warc", "x", max_bytes=10_000)))
        assert all(len(item.data) <= 10_000 for item in items if isinstance(item, Fetched))
        if not where and cut == 1.0:
            assert [type(item) for item in items] == [Fetched] * 3
