"""Articles over several pages, from a server on loopback and from files: fetched whole, one document, all accounted."""

from __future__ import annotations

import asyncio
import threading
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tasks.clean.plan import plan_shards
from tasks.clean.task import clean_shard, find_duplicate_documents
from tasks.scrape.collect import collect, read_checks
from tasks.scrape.sources import load_sources
from tasks.scrape.window import Window
from tasks.shards import Tally, live_files
from tasks.snapshots import read_index
from tasks.store import Store

NAME = "/zjj/t20220517_99123"
LIST = "<html><body><ul><li><a href='/zjj/t20220517_99123.htm'>内乡县脱贫成效</a> 2022-05-17</li></ul></body></html>"


def article(number: int, pages: int, base: str = "t20220517_99123", year: int = 2021) -> str:
    """A page of the article, with the pager as its site writes it: one more than there is on the last page."""
    lines = "".join(f"<p>第{number}页第{n}项：{year}年，{number}{n}户农户增收{number}{n}0元。</p>" for n in range(1, 7))
    names = [f"{base}.htm", *(f"{base}_{n}.htm" for n in range(1, pages))]
    links = "".join(f"<a href='{name}'>{n}</a> " for n, name in enumerate(names, start=1))
    more = f"<a href='{names[number]}'>下一页</a>" if number < pages else ""
    other = "<a href='t20220517_99999.htm'>下一篇</a>"
    return (
        "<html><head><meta charset=utf-8><title>内乡县脱贫成效</title></head><body><h1>内乡县脱贫成效</h1>"
        f"<div class='content'>{lines}</div><div class='page'>{links}{more}</div>{other}</body></html>"
    )


@pytest.fixture
def site() -> Iterator[dict[str, object]]:
    """A server whose pages a test lays down: text, or a status; it notes what it was asked."""
    says: dict[str, object] = {"/": LIST, "asked": []}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            says["asked"].append(self.path)  # type: ignore[attr-defined]
            said = says.get(self.path, 404)
            data = b"" if isinstance(said, int) else str(said).encode()
            tag = f'"{hash(data)}"'
            status = said if isinstance(said, int) else 304 if self.headers.get("If-None-Match") == tag else 200
            self.send_response(status)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("ETag", tag)
            self.send_header("Content-Length", str(len(data) if status == 200 else 0))
            self.end_headers()
            self.wfile.write(data if status == 200 else b"")

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    says["base"] = f"http://127.0.0.1:{server.server_address[1]}"
    yield says
    server.shutdown()
    server.server_close()


def lay(site: dict[str, object], pages: int, year: int = 2021) -> None:
    for number in range(1, pages + 1):
        site[f"{NAME}_{number - 1}.htm" if number > 1 else f"{NAME}.htm"] = article(number, pages, year=year)


def scrape(root: Path, site: dict[str, object], more: str = "", hours: int = 0) -> Tally:
    path = root / "sources.yaml"
    root.mkdir(exist_ok=True)
    path.write_text(
        f"sources:\n  - {{id: s, kind: list, location: '{site['base']}/', delay_seconds: 0, tries: 1,"
        f" allow_networks: ['127.0.0.0/8']{more}}}\n",
        encoding="utf-8",
    )
    now = datetime.now(UTC) + timedelta(hours=hours)
    return asyncio.run(collect(Store(root / "data"), load_sources(path)[0], root, Window(), now))


def clean(root: Path) -> tuple[list[dict[str, object]], Tally]:
    """The documents that no other one repeats, and the tally of cleaning."""
    data = str(root / "data")
    store = Store(data)
    tally = sum((clean_shard.fn(data, shard) for shard in plan_shards(store, 100)), Tally())
    find_duplicate_documents.fn(data)
    files = live_files(store, "documents", "clean")
    return [row for file in files for row in store.read_table(file).to_pylist()], tally


def parts(root: Path) -> list[int | None]:
    rows = read_index(Store(root / "data")).to_pylist()
    assert {row["part_of"] for row in rows if row["part_no"]} <= {row["source_url"] for row in rows}
    return [row["part_no"] for row in rows]


def in_order(text: object, pages: int) -> bool:
    places = [str(text).find(f"第{number}页第1项") for number in range(1, pages + 1)]
    return -1 not in places and places == sorted(places)


def test_an_article_is_fetched_whole_and_becomes_one_document(site: dict[str, object], tmp_path: Path) -> None:
    lay(site, 3)
    assert scrape(tmp_path, site).counts == (3, 3, 0, 0, 3, 1)
    assert Counter(parts(tmp_path)) == {None: 1, 2: 1, 3: 1}
    (document,), tally = clean(tmp_path)
    assert document["source_url"] == f"{site['base']}{NAME}.htm"
    assert in_order(document["text"], 3)
    assert "下一页" not in str(document["text"])
    assert (tally.records_in, tally.records_out, tally.quarantined, tally.duplicates) == (3, 1, 0, 2)
    assert "/zjj/t20220517_99999.htm" not in site["asked"]  # type: ignore[operator]


def test_a_correction_brings_all_pages_and_an_unchanged_article_none(site: dict[str, object], tmp_path: Path) -> None:
    lay(site, 2)
    scrape(tmp_path, site)
    clean(tmp_path)
    before = len(site["asked"])  # type: ignore[arg-type]
    assert scrape(tmp_path, site, hours=24).records_out == 0
    assert len(site["asked"]) - before <= 3, "robots, list and first page"  # type: ignore[arg-type]
    site[f"{NAME}.htm"] = str(site[f"{NAME}.htm"]).replace("11户", "99户")
    assert scrape(tmp_path, site, hours=48).records_out == 2
    documents, tally = clean(tmp_path)
    assert [in_order(row["text"], 2) for row in documents if "99户" in str(row["text"])] == [True]
    assert (tally.records_in, tally.records_out, tally.duplicates) == (2, 1, 1)


def test_a_page_that_fails_is_held_back_and_had_at_the_next_visit(site: dict[str, object], tmp_path: Path) -> None:
    lay(site, 3)
    page = site[f"{NAME}_1.htm"]
    site[f"{NAME}_1.htm"] = 500
    tally = scrape(tmp_path, site)
    assert (tally.records_in, tally.records_out, tally.quarantined) == (2, 1, 1)
    site[f"{NAME}_1.htm"] = page
    assert scrape(tmp_path, site, hours=24).records_out == 3
    documents, _ = clean(tmp_path)
    assert any(in_order(row["text"], 3) for row in documents)


@pytest.mark.parametrize(("more", "asked"), [("", 8), (", article_pages: 2", 2), (", article_pages: 1", 1)])
def test_no_more_pages_than_the_limit(site: dict[str, object], tmp_path: Path, more: str, asked: int) -> None:
    lay(site, 12)
    assert scrape(tmp_path, site, more).records_in == asked


@pytest.mark.parametrize(
    "second",
    [
        "<a href='t20220517_99123.htm'>下一页</a>",
        "<a href='t20220517_99123_1.htm'>下一页</a>",
        "<a href='http://elsewhere.example/zjj/t20220517_99123_2.htm'>下一页</a>",
        "<a href='/index_2.htm'>下一页</a>",
    ],
)
def test_loops_and_other_places_are_not_followed(site: dict[str, object], tmp_path: Path, second: str) -> None:
    lay(site, 2)
    site[f"{NAME}_1.htm"] = str(site[f"{NAME}_1.htm"]) + second
    assert scrape(tmp_path, site).counts == (2, 2, 0, 0, 2, 1)
    assert all(row["outcome"] != "failed" for row in read_checks(Store(tmp_path / "data")).to_pylist())


def test_a_server_that_says_the_first_page_again(site: dict[str, object], tmp_path: Path) -> None:
    lay(site, 3)
    site[f"{NAME}_1.htm"] = site[f"{NAME}.htm"]
    assert scrape(tmp_path, site).records_in == 2
    documents, _ = clean(tmp_path)
    assert all(str(row["text"]).count("第1页第1项") == 1 for row in documents)


def test_rules_of_the_host_hold_for_the_following_pages(site: dict[str, object], tmp_path: Path) -> None:
    lay(site, 2)
    site["/robots.txt"] = f"User-agent: *\nDisallow: {NAME}_1.htm\n"
    tally = scrape(tmp_path, site)
    assert (tally.records_out, tally.quarantined) == (1, 1)
    assert f"{NAME}_1.htm" not in site["asked"]  # type: ignore[operator]


def test_pages_that_stand_in_files_are_joined(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number, name in enumerate(("a1.htm", "a1_1.htm", "a1_2.htm"), start=1):
        (folder / name).write_text(article(number, 3, "a1"), encoding="utf-8")
    (folder / "b1.htm").write_text(article(1, 1, "b1", year=2020), encoding="utf-8")
    (tmp_path / "sources.yaml").write_text("sources:\n  - {id: s, kind: files, location: pages}\n", encoding="utf-8")
    source = load_sources(tmp_path / "sources.yaml")[0]
    asyncio.run(collect(Store(tmp_path / "data"), source, tmp_path, Window()))
    assert Counter(parts(tmp_path)) == {None: 2, 2: 1, 3: 1}
    again = asyncio.run(collect(Store(tmp_path / "data"), source, tmp_path, Window()))
    assert (again.records_out, again.duplicates) == (0, 4)
    documents, tally = clean(tmp_path)
    assert {row["source_url"]: in_order(row["text"], 3) for row in documents} == {
        "file:pages/a1.htm": True,
        "file:pages/b1.htm": False,
    }
    assert (tally.records_in, tally.records_out, tally.duplicates) == (4, 2, 2)
