"""A live scrape of the demo site on loopback: lists, feeds, sitemaps, a paper, charsets, corrections, a mirror."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tasks.clean.damage.mirror import Mirror
from tasks.clean.shard import CleanShard, clean_snapshots
from tasks.contracts import SNAPSHOTS
from tasks.scrape.check import check_source
from tasks.scrape.collect import collect, read_checks, tidy
from tasks.scrape.demo_pages import articles
from tasks.scrape.demo_site import server, sources_yaml
from tasks.scrape.sources import Source, load_sources
from tasks.scrape.window import Window
from tasks.shards import Tally
from tasks.snapshots import compact, read_index, read_object
from tasks.store import Store

COUNTS = {"demo-list": 12, "demo-feed": 4, "demo-sitemap": 4, "demo-paper": 4, "demo-mirror": 3}


@pytest.fixture
def sources(tmp_path: Path) -> Iterator[dict[str, Source]]:
    with server(spoil=lambda text: Mirror().spoil(text, seed=len(text))) as site:
        thread = threading.Thread(target=site.serve_forever)
        thread.start()
        path = tmp_path / "sources.yaml"
        path.write_text(sources_yaml(f"http://127.0.0.1:{site.server_address[1]}"), encoding="utf-8")
        yield {source.id: source for source in load_sources(path)}
        site.shutdown()
        thread.join()


def scrape(root: Path, source: Source, window: Window | None = None, now: datetime | None = None) -> Tally:
    return asyncio.run(collect(Store(root), source, root, window or Window(), now))


def cleaned(root: Path) -> CleanShard:
    store = Store(root)
    return clean_snapshots(read_index(store).to_pylist(), lambda sha256: read_object(store, sha256))


@pytest.mark.parametrize("source", COUNTS)
def test_every_kind_of_source_gives_all_its_pages_as_documents(
    sources: dict[str, Source], tmp_path: Path, source: str
) -> None:
    tally = scrape(tmp_path / "data", sources[source])
    assert tally.counts == (COUNTS[source], COUNTS[source], 0, 0, COUNTS[source], 1)
    shard = cleaned(tmp_path / "data")
    assert not shard.quarantine
    assert len(shard.documents) == COUNTS[source]
    assert all(row["published_text"] for row in shard.documents)
    told = {row["text"] for row in shard.documents}
    wanted = {"\n".join(article.body) for article in articles()}
    assert told <= wanted, "the text of every layout comes out as it was written, the mirror's too"
    if source == "demo-list":
        assert {row["charset"] for row in shard.documents} == {"utf-8", "gb18030"}


def test_a_correction_is_a_new_revision_and_the_rest_is_not_sent_again(
    sources: dict[str, Source], tmp_path: Path
) -> None:
    scrape(tmp_path / "data", sources["demo-feed"])
    again = scrape(tmp_path / "data", sources["demo-feed"], now=datetime.now(UTC) + timedelta(hours=1))
    assert (again.records_in, again.records_out, again.duplicates) == (4, 1, 3)
    store = Store(tmp_path / "data")
    assert sorted(read_index(store)["revision"].to_pylist())[-1] == 2
    outcomes = read_checks(store)["outcome"].to_pylist()
    assert outcomes.count("not_modified") == 3


def test_old_pages_are_left_alone(sources: dict[str, Source], tmp_path: Path) -> None:
    scrape(tmp_path / "data", sources["demo-feed"])
    later = scrape(tmp_path / "data", sources["demo-feed"], now=datetime.now(UTC) + timedelta(days=30))
    assert later.records_in == 0


def test_the_window_holds_pages_back(sources: dict[str, Source], tmp_path: Path) -> None:
    window = Window(date(2024, 3, 10), date(2024, 3, 11))
    assert scrape(tmp_path / "data", sources["demo-list"], window).records_in == 2
    lists = [row for row in read_checks(Store(tmp_path / "data")).to_pylist() if row["outcome"] == "listed"]
    assert len(lists) == 2, "lists behind the window are not asked for"


def test_a_page_that_one_source_had_is_known_to_another(sources: dict[str, Source], tmp_path: Path) -> None:
    feed = sources["demo-feed"]
    scrape(tmp_path / "data", feed)
    address = read_index(Store(tmp_path / "data"))["source_url"][0].as_py()
    options = {**feed.options, "revisit_hours": 20}
    other = Source("other", "urls", address, options=options)
    assert scrape(tmp_path / "data", other).records_in == 0


def test_a_missing_page_is_a_failure_until_it_is_there(sources: dict[str, Source], tmp_path: Path) -> None:
    options = {**sources["demo-mirror"].options, "more": []}
    base = sources["demo-mirror"].location.split("/mirror")[0]
    missing = Source("missing", "urls", f"{base}/nowhere.html", options=options)
    assert scrape(tmp_path / "data", missing).quarantined == 1
    patient = Source("missing", "urls", f"{base}/nowhere.html", options={**options, "revisit_hours": 20})
    assert scrape(tmp_path / "data", patient).records_in == 0
    store = Store(tmp_path / "data")
    (row,) = store.read_table("quarantine/scrape/missing.parquet").to_pylist()
    assert row["reason_codes"] == ["http_404"], "what was not asked for again is still missing"


def test_a_list_without_articles_is_a_failure(sources: dict[str, Source], tmp_path: Path) -> None:
    listed = sources["demo-list"]
    changed = Source("changed", "list", listed.location, options={**listed.options, "link_pattern": "/gone/"})
    scrape(tmp_path / "data", changed)
    (row,) = Store(tmp_path / "data").read_table("quarantine/scrape/changed.parquet").to_pylist()
    assert row["reason_codes"] == ["no_links"]


def test_a_list_that_leads_elsewhere_alone_is_a_failure(sources: dict[str, Source], tmp_path: Path) -> None:
    options = {**sources["demo-feed"].options, "hosts": ["localhost"]}
    wrong = Source("wrong", "urls", sources["demo-feed"].location, options={**options, "more": []})
    assert scrape(tmp_path / "data", wrong).quarantined == 1
    (row,) = Store(tmp_path / "data").read_table("quarantine/scrape/wrong.parquet").to_pylist()
    assert row["reason_codes"] == ["host_not_allowed"]


@pytest.mark.parametrize("source", COUNTS)
def test_a_source_can_be_tried_without_storing_anything(
    sources: dict[str, Source], tmp_path: Path, source: str
) -> None:
    # A paper is tried with the issue of yesterday.
    found = asyncio.run(check_source(sources[source], tmp_path, datetime(2024, 3, 3, 12, tzinfo=UTC)))
    assert found.is_sound, found.failures
    assert found.page is not None
    assert found.links >= 1
    assert not (tmp_path / "snapshots").exists()


def test_many_small_files_become_few(sources: dict[str, Source], tmp_path: Path) -> None:
    store = Store(tmp_path / "data")
    for source in sources.values():
        scrape(tmp_path / "data", source)
    before, checks = read_index(store), read_checks(store)
    tidy(store)
    assert compact(store, "snapshots/index", SNAPSHOTS, above=1)
    assert read_index(store).equals(before)
    assert read_checks(store).equals(checks)
    assert len(store.list("snapshots/index")) == 1
