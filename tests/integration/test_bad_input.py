"""Bad input: each case ends in quarantine with its reason code, the good documents go through, the account balances."""

from __future__ import annotations

import asyncio
import shutil

import pytest

from tasks.clean.task import clean_shard, plan_clean
from tasks.scrape.collect import collect
from tasks.scrape.sources import Source
from tasks.scrape.web import Window
from tasks.shards import Tally, live_files
from tasks.store import Store
from tasks.vocabulary import seeds_root

LIST_PAGE = (
    "<html><title>新闻列表</title><body><ul>" + "<li><a href='/a'>一条新闻的标题</a></li>" * 60 + "</ul></body></html>"
)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, Tally, Tally]:
    base = tmp_path_factory.mktemp("pages with blanks")
    pages = base / "in"
    pages.mkdir()
    shutil.copy(next((seeds_root() / "pages").glob("001*")), pages / "good.txt")
    (pages / "empty.txt").write_bytes(b"")
    (pages / "blank.txt").write_bytes(b" \n\t\n")
    (pages / "binary.html").write_bytes(bytes(range(256)) * 40)
    (pages / "image.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(2000))
    (pages / "list.html").write_text(LIST_PAGE, encoding="utf-8")
    (pages / "nonsense.txt").write_bytes(b"\x81\x8d\xff\xfe\x90\x00\xa0" * 300)
    (pages / "loop.txt").symlink_to(pages / "loop.txt")
    with (pages / "huge.html").open("wb") as file:
        for _ in range(50):
            file.write("<p>全省脱贫人口12079人。</p>".encode() * 26_000)
    store = Store(base / "data")
    scraped = asyncio.run(collect(store, Source("bad", "files", "in"), base, Window()))
    tallies = [clean_shard.fn(store.root, shard) for shard in plan_clean.fn(store.root, 3)]
    return store, scraped, sum(tallies, Tally())


def held(store: Store) -> dict[str, str]:
    paths = [*live_files(store, "quarantine", "clean"), *store.list("quarantine/scrape")]
    rows = [row for path in paths for row in store.read_table(path).to_pylist()]
    assert all(row["reason_codes"] and row["reason"] and row["state"] == "open" for row in rows)
    return {row["source_url"].rsplit("/", 1)[-1]: row["reason_codes"][0] for row in rows}


def test_each_case_has_its_reason(run: tuple[Store, Tally, Tally]) -> None:
    found = held(run[0])
    assert found["empty.txt"] == found["blank.txt"] == "empty_input"
    assert found["binary.html"] == found["image.html"] == "binary_input"
    assert found["list.html"] in {"list_page", "no_article"}
    assert found["nonsense.txt"] in {"binary_input", "undecodable", "no_article"}
    assert found["loop.txt"] == "unreadable"
    assert found["huge.html"] == "too_large"


def test_the_good_page_goes_through(run: tuple[Store, Tally, Tally]) -> None:
    store = run[0]
    rows = [row for path in live_files(store, "documents", "clean") for row in store.read_table(path).to_pylist()]
    assert [row["source_url"] for row in rows] == ["file:in/good.txt"]


def test_the_account_balances(run: tuple[Store, Tally, Tally]) -> None:
    _, scraped, cleaned = run
    assert scraped.records_in == 9
    assert scraped.records_out + scraped.quarantined + scraped.duplicates == scraped.records_in
    assert cleaned.records_in == scraped.produced
    assert cleaned.records_out == 1
