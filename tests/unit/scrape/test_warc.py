"""Web archives: what is wanted is chosen, damage is reported, and our own files are read by another library."""

import gzip
import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator as OtherReader
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tasks.scrape.figures import looks_chinese_with_figures
from tasks.scrape.sources import Source
from tasks.scrape.warc import read_warc, read_warcs
from tasks.scrape.warc_write import write_warc
from tasks.snapshots import Fetched, FetchFailure, Listed, SnapshotWriter, read_index, read_object
from tasks.store import Store

PAGE = "<html><p>2023年，全县的脱贫劳动力务工就业%d人，增长3.5%%。</p></html>"


def archive(count: int, packed: bool = True, start: int = 0) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("x.warc.gz", {"software": "another"}))
    for number in range(start, start + count):
        add(writer, f"http://x.gov.cn/{number}.html", (PAGE % number * 20).encode())
    return out.getvalue()


def add(
    writer: WARCWriter, url: str, body: bytes, status: str = "200 OK", kind: str = "text/html", **more: str
) -> None:
    headers = [("Content-Type", kind), *more.items()]
    http = StatusAndHeaders(status, headers, protocol="HTTP/1.1")
    writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=http))


def write(folder: Path, data: bytes, name: str = "x.warc.gz") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def read(path: Path, **options: object) -> tuple[list[Fetched], list[FetchFailure]]:
    items = list(read_warc(path, Source("s", "warc", str(path), options=options)))
    return [i for i in items if isinstance(i, Fetched)], [i for i in items if isinstance(i, FetchFailure)]


@pytest.mark.parametrize("packed", [True, False])
def test_a_whole_file_gives_all_its_pages(tmp_path: Path, packed: bool) -> None:
    pages, failures = read(write(tmp_path, archive(30, packed)))
    assert not failures
    assert [page.source_url for page in pages] == [f"http://x.gov.cn/{number}.html" for number in range(30)]
    assert pages[7].data.decode() == PAGE % 7 * 20
    assert pages[7].content_type == "text/html"


def test_what_is_wanted_is_chosen(tmp_path: Path) -> None:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    page = (PAGE % 1).encode()
    add(writer, "http://www.x.gov.cn/yes.html", page)
    add(writer, "http://www.x.gov.cn/gbk.html", (PAGE % 1).encode("gb18030"))
    add(writer, "http://x.gov.cn.evil.com/no.html", page)
    add(writer, "http://www.x.gov.cn/gone.html", page, status="404 Not Found")
    add(writer, "http://www.x.gov.cn/a.pdf", page, kind="application/pdf")
    add(writer, "http://www.x.gov.cn/english.html", b"<p>About 5% of 300 people</p>")
    add(writer, "http://www.x.gov.cn/words.html", "<p>的年国，没有数字的一页</p>".encode())
    add(writer, "http://[::::/bad.html", page)
    add(writer, "not a url", page)
    path = write(tmp_path, out.getvalue())
    pages, failures = read(path, hosts=["X.gov.cn"])
    assert [page.source_url for page in pages] == ["http://www.x.gov.cn/yes.html", "http://www.x.gov.cn/gbk.html"]
    assert not failures
    pages, failures = read(path, figures=False)
    assert len(pages) == 5
    assert [failure.code for failure in failures] == ["bad_url", "bad_url"]


def test_a_compressed_body_is_unpacked_within_the_limit(tmp_path: Path) -> None:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    more = {"Content-Encoding": "gzip"}
    add(writer, "http://x.gov.cn/a.html", gzip.compress((PAGE % 5).encode()), **more)
    add(writer, "http://x.gov.cn/bomb.html", gzip.compress(bytes(50_000_000)), **more)
    add(writer, "http://x.gov.cn/broken.html", b"\x1f\x8b\x08 this is no gzip", **more)
    add(writer, "http://x.gov.cn/b.html", (PAGE % 6).encode())
    source = Source("s", "warc", "x", max_bytes=1_000_000)
    items = list(read_warc(write(tmp_path, out.getvalue()), source))
    told = {item.source_url[-8:]: item.code if isinstance(item, FetchFailure) else item.data.decode() for item in items}
    assert told["n/a.html"] == PAGE % 5
    assert told["omb.html"] == "too_large"
    assert told["n/b.html"] == PAGE % 6


def test_the_text_of_a_wet_file_is_taken(tmp_path: Path) -> None:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    text = "某县的工作报告\n2023年实施项目45个，投入资金3.2亿元，惠及群众1200人。\n"
    for number in range(3):
        record = writer.create_warc_record(
            f"http://x.gov.cn/{number}.html",
            "conversion",
            payload=io.BytesIO(text.encode()),
            warc_content_type="text/plain",
        )
        writer.write_record(record)
    pages, failures = read(write(tmp_path, out.getvalue(), "x.warc.wet.gz"))
    assert not failures
    assert [page.data.decode() for page in pages] == [text] * 3
    assert {page.content_type for page in pages} == {"text/plain; charset=utf-8"}


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("part", [0.35, 0.5, 0.77, 0.999])
def test_a_file_that_breaks_off_is_reported(tmp_path: Path, packed: bool, part: float) -> None:
    data = archive(40, packed)
    pages, failures = read(write(tmp_path, data[: int(len(data) * part)]))
    assert [failure.code for failure in failures] == ["truncated"]
    assert "x.warc.gz#" in failures[0].source_url
    assert [page.source_url for page in pages] == [f"http://x.gov.cn/{number}.html" for number in range(len(pages))]
    assert all(page.data.decode() == PAGE % number * 20 for number, page in enumerate(pages)), "no half page is kept"
    assert len(pages) >= 40 * part - 2


def test_reading_goes_on_behind_damage(tmp_path: Path) -> None:
    data = bytearray(archive(20) + archive(20, start=20))
    middle = len(data) // 2 - 150
    data[middle : middle + 60] = b"\xff" * 60
    pages, failures = read(write(tmp_path, bytes(data)))
    assert [failure.code for failure in failures] == ["bad_archive"]
    assert len(pages) == 39
    assert pages[-1].source_url == "http://x.gov.cn/39.html"


def test_junk_between_records_is_passed_over_and_reported(tmp_path: Path) -> None:
    for packed in (True, False):
        data = archive(5, packed) + b"<html>junk</html>" * 500 + archive(5, packed, start=5)
        pages, failures = read(write(tmp_path, data))
        assert len(pages) == 10
        assert {failure.code for failure in failures} == {"bad_archive"}


@pytest.mark.parametrize(
    "data", [b"", b"<html>", b"\x1f\x8b", b"WARC/1.0\r\n", gzip.compress(b"no archive"), bytes(3000)]
)
def test_what_is_no_archive_ends_in_a_failure_or_nothing(tmp_path: Path, data: bytes) -> None:
    pages, failures = read(write(tmp_path, data))
    assert not pages
    assert len(failures) == (1 if data else 0)


def test_an_archive_that_was_read_is_not_read_again_until_it_changes(tmp_path: Path) -> None:
    path = write(tmp_path, archive(3))
    source = Source("s", "warc", "*.warc.gz")
    *_, listed = read_warcs(source, tmp_path)
    assert isinstance(listed, Listed)
    assert listed.links == 3
    assert list(read_warcs(source, tmp_path, {listed.source_url}.__contains__)) == []
    path.write_bytes(archive(4))
    assert len(list(read_warcs(source, tmp_path, {listed.source_url}.__contains__))) == 5


def exported(tmp_path: Path) -> tuple[Store, Path]:
    store = Store(tmp_path / "data")
    noon = datetime(2024, 3, 5, 4, tzinfo=UTC)
    pages = [
        Fetched(
            "gov", "https://x.gov.cn/a.html", (PAGE % 1).encode("gb18030"), noon, 200, "text/html; charset=gbk", '"e1"',
            headers='{"content-type": "text/html; charset=gbk", "etag": "\\"e1\\"", "transfer-encoding": "chunked"}',
            redirects=("https://x.gov.cn/a.html", "https://www.x.gov.cn/a.html"), tls='{"version": "TLSv1.3"}',
        ),
        Fetched("gov", "https://x.gov.cn/a.html", (PAGE % 2).encode(), noon.replace(day=6), 200, "text/html"),
        Fetched("seeds", "file:pages/b.txt", (PAGE % 3).encode(), noon, hints='{"publisher": "某报"}'),
    ]  # fmt: skip
    SnapshotWriter(store).add(pages)
    path = tmp_path / "out.warc.gz"
    rows = read_index(store).to_pylist()
    assert write_warc(rows, lambda sha256: read_object(store, sha256), path) == 3
    return store, path


def test_an_export_is_read_by_another_library(tmp_path: Path) -> None:
    _, path = exported(tmp_path)
    found = {}
    with path.open("rb") as file:
        for record in OtherReader(file, check_digests="raise"):
            if record.rec_type in ("response", "resource"):
                url, at = record.rec_headers.get_header("WARC-Target-URI"), record.rec_headers.get_header("WARC-Date")
                found[url, at] = record.content_stream().read()
                if record.rec_type == "response":
                    assert record.http_headers.get_header("Content-Length") == str(len(found[url, at]))
                    assert record.http_headers.get_header("Transfer-Encoding") is None
    assert found == {
        ("https://x.gov.cn/a.html", "2024-03-05T04:00:00Z"): (PAGE % 1).encode("gb18030"),
        ("https://x.gov.cn/a.html", "2024-03-06T04:00:00Z"): (PAGE % 2).encode(),
        ("file:pages/b.txt", "2024-03-05T04:00:00Z"): (PAGE % 3).encode(),
    }


def test_an_export_read_back_gives_the_same_snapshots(tmp_path: Path) -> None:
    store, path = exported(tmp_path)
    pages, failures = read(path, figures=False)
    assert not failures
    again = Store(tmp_path / "again")
    SnapshotWriter(again).add(pages)
    names = [
        "snapshot_id",
        "snapshot_sha256",
        "source_id",
        "source_url",
        "fetched_at",
        "redirects",
        "tls",
        "hints",
        "etag",
    ]
    assert read_index(again).select(names).to_pylist() == read_index(store).select(names).to_pylist()
    before = path.read_bytes()
    write_warc(read_index(store).to_pylist(), lambda sha256: read_object(store, sha256), path)
    assert path.read_bytes() == before, "the same snapshots make the same file"


def test_an_archive_read_twice_makes_no_new_revision(tmp_path: Path) -> None:
    _, path = exported(tmp_path)
    store = Store(tmp_path / "again")
    pages, _ = read(path, figures=False)
    SnapshotWriter(store).add(pages)
    assert SnapshotWriter(store).add(pages).new.num_rows == 0


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2023年的脱贫人口", False),
        ("共3万的户", True),
        ("国家的3.5%", True),
        ("5%", False),
        ("増加した人口は5％", False),
    ],
)
@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
def test_the_cheap_look(text: str, wanted: bool, charset: str) -> None:
    assert looks_chinese_with_figures(text.encode(charset)) == wanted
