"""Captures of a web archive: looked up in an index server, read by byte range, asked for once."""

from __future__ import annotations

import asyncio
import io
import json
import re
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tasks.scrape.cdx import Capture, read_captures
from tasks.scrape.collect import collect
from tasks.scrape.sources import Source
from tasks.scrape.window import Window
from tasks.shards import Tally
from tasks.snapshots import FetchFailure, read_index, read_object
from tasks.store import Store

PAGE = "<html><p>2023年，全县的脱贫劳动力务工就业%d人。</p></html>"
FILE = "crawl-data/segments/1/warc/x.warc.gz"


def archive() -> tuple[bytes, list[dict[str, str]]]:
    """A WARC file, and the lines of its index."""
    out, lines = io.BytesIO(), []
    writer = WARCWriter(out, gzip=True)
    for number in range(30):
        start = out.tell()
        body = (PAGE % number).encode() if number != 9 else b"<p>no figures here</p>"
        http = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        url = f"http://www.x.gov.cn/{number}.html"
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=http))
        line = {"url": url, "mime": "text/html", "status": "200", "filename": FILE, "languages": "zho,eng"}
        lines.append(line | {"offset": str(start), "length": str(out.tell() - start)})
    lines[3]["languages"] = "jpn"
    lines[4]["status"] = "301"
    lines[5]["mime"] = "application/pdf"
    lines[6]["url"] = "http://elsewhere.cn/6.html"
    lines[7]["length"] = str(int(lines[7]["length"]) - 20)
    lines[8]["offset"] = "99999999"
    return out.getvalue(), lines


class ArchiveServer(ThreadingHTTPServer):
    """An index and its files."""

    daemon_threads = True
    asked: Counter[str]
    data: bytes
    lines: list[dict[str, str]]
    keeps_ranges = True


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: ArchiveServer

    def do_GET(self) -> None:
        self.server.asked[f"{self.path} {self.headers.get('Range')}"] += 1
        status, body = self.answer()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def answer(self) -> tuple[int, bytes]:
        if self.path.startswith("/index?url=*.x.gov.cn&output=json"):
            page = int(self.path.partition("page=")[2] or 0)
            lines = self.server.lines[page * 10 : page * 10 + 10]
            return (200, "\n".join(map(json.dumps, lines)).encode()) if lines else (404, b'{"message": "No Captures"}')
        found = re.fullmatch(r"bytes=(\d+)-(\d+)", self.headers.get("Range") or "")
        if self.path == f"/data/{FILE}" and found:
            if not self.server.keeps_ranges:
                return 200, self.server.data
            part = self.server.data[int(found[1]) : int(found[2]) + 1]
            return (206, part) if part else (416, b"")
        return 404, b""

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@pytest.fixture
def server() -> Iterator[ArchiveServer]:
    made = ArchiveServer(("127.0.0.1", 0), Handler)
    made.asked = Counter()
    made.data, made.lines = archive()
    thread = threading.Thread(target=made.serve_forever)
    thread.start()
    yield made
    made.shutdown()
    thread.join()
    made.server_close()


def source(server: ArchiveServer, **options: object) -> Source:
    base = f"http://127.0.0.1:{server.server_address[1]}"
    common = {"data_prefix": f"{base}/data/", "hosts": ["x.gov.cn"], "pages": 9, "allow_networks": ["127.0.0.0/8"]}
    location = f"{base}/index?url=*.x.gov.cn&output=json"
    return Source("archive", "cdx", location, options=common | {"delay_seconds": 0, "tries": 1} | options)


def scrape(root: Path, what: Source) -> Tally:
    return asyncio.run(collect(Store(root), what, root, Window()))


def test_wanted_captures_are_stored_and_asked_for_once(server: ArchiveServer, tmp_path: Path) -> None:
    tally = scrape(tmp_path, source(server))
    assert (tally.records_in, tally.records_out, tally.quarantined) == (25, 23, 2)
    store = Store(tmp_path)
    rows = {row["source_url"]: row for row in read_index(store).to_pylist()}
    assert sorted(rows) == sorted(f"http://www.x.gov.cn/{n}.html" for n in range(30) if n not in (3, 4, 5, 6, 7, 8, 9))
    assert read_object(store, rows["http://www.x.gov.cn/2.html"]["snapshot_sha256"]).decode() == PAGE % 2
    assert "#bytes=" in rows["http://www.x.gov.cn/2.html"]["redirects"][0]
    failures = store.read_table("quarantine/scrape/archive.parquet").to_pylist()
    assert sorted(code for row in failures for code in row["reason_codes"]) == ["http_416", "truncated"]
    ranges = {asked for asked in server.asked if "bytes=" in asked}
    again = scrape(tmp_path, source(server))
    assert (again.records_in, again.records_out) == (0, 0)
    assert all(server.asked[asked] == 1 for asked in ranges)


def test_a_server_that_ignores_ranges_is_refused(server: ArchiveServer, tmp_path: Path) -> None:
    server.keeps_ranges = False
    tally = scrape(tmp_path, source(server, pages=1))
    assert tally.records_out == 0
    failures = Store(tmp_path).read_table("quarantine/scrape/archive.parquet").to_pylist()
    assert {code for row in failures for code in row["reason_codes"]} == {"http_200"}


def test_an_index_in_a_local_file(server: ArchiveServer, tmp_path: Path) -> None:
    text = "\n".join(f"cn,gov,x)/{n} 20240301000000 {json.dumps(line)}" for n, line in enumerate(server.lines[:3]))
    (tmp_path / "cdx-00000").write_text(text, encoding="utf-8")
    online = source(server)
    assert scrape(tmp_path, Source("archive", "cdx", "cdx-*", options=online.options)).records_out == 3


LINE = {"url": "http://a.gov.cn/", "filename": "x.warc.gz", "offset": "0", "length": "9"}


@pytest.mark.parametrize(
    "change",
    [
        {"offset": "-1"},
        {"length": "0"},
        {"offset": "many"},
        {"filename": "../../secret"},
        {"filename": None},
        {"url": 7},
    ],
)
def test_a_line_that_cannot_be_is_a_failure(change: dict[str, object]) -> None:
    what = Source("s", "cdx", "i", options={"hosts": ["a.gov.cn"]})
    (found,) = read_captures(json.dumps(LINE | change), what)
    assert isinstance(found, FetchFailure)
    assert found.code == "bad_cdx"


@pytest.mark.parametrize("line", ["{", "no json at all", "[1]", "{" * 50_000, "null", '{"url": {}}'])
def test_a_line_that_is_none_is_a_failure(line: str) -> None:
    good = json.dumps(LINE)
    broken, whole = read_captures(f"{line}\n\n{good}", Source("s", "cdx", "i"))
    assert isinstance(broken, FetchFailure)
    assert whole == Capture("http://a.gov.cn/", "x.warc.gz", 0, 9)
