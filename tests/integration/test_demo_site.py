"""A live scrape of the demo site on loopback: lists, feeds, charsets, a correction, a damaged mirror."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tasks.clean.shard import clean_snapshots
from tasks.scrape.collect import collect, read_checks
from tasks.scrape.demo_site import articles, server, sources_yaml
from tasks.scrape.sources import Source, load_sources
from tasks.scrape.web import Window
from tasks.shards import Tally
from tasks.snapshots import read_index, read_object
from tasks.store import Store


@pytest.fixture
def sources(tmp_path: Path) -> Iterator[dict[str, Source]]:
    with server() as site:
        thread = threading.Thread(target=site.serve_forever)
        thread.start()
        path = tmp_path / "sources.yaml"
        path.write_text(sources_yaml(f"http://127.0.0.1:{site.server_address[1]}"), encoding="utf-8")
        yield {source.id: source for source in load_sources(path)}
        site.shutdown()
        thread.join()


def scrape(root: Path, source: Source, window: Window | None = None, now: datetime | None = None) -> Tally:
    return asyncio.run(collect(Store(root), source, root, window or Window(), now))


def test_list_pages_are_followed_to_the_end(sources: dict[str, Source], tmp_path: Path) -> None:
    tally = scrape(tmp_path / "data", sources["demo-list"])
    assert (tally.records_in, tally.records_out, tally.quarantined) == (len(articles()), len(articles()), 0)


def test_every_page_becomes_a_document_whatever_its_charset(sources: dict[str, Source], tmp_path: Path) -> None:
    store = Store(tmp_path / "data")
    scrape(tmp_path / "data", sources["demo-feed"])
    shard = clean_snapshots(read_index(store).to_pylist(), lambda sha256: read_object(store, sha256))
    assert not shard.quarantine
    assert {row["charset"] for row in shard.documents} == {"utf-8", "gb18030"}
    assert all(row["publisher"].endswith("乡村振兴局") and row["published_text"] for row in shard.documents)
    assert all("脱贫劳动力务工就业" in row["text"] and "备案号" not in row["text"] for row in shard.documents)


def test_the_mirror_is_mended(sources: dict[str, Source], tmp_path: Path) -> None:
    store = Store(tmp_path / "data")
    scrape(tmp_path / "data", sources["demo-mirror"])
    shard = clean_snapshots(read_index(store).to_pylist(), lambda sha256: read_object(store, sha256))
    assert "共实施产业帮扶项目" in shard.documents[0]["text"]
    assert shard.documents[0]["script"] == "Hant"
    assert not {"(", "（"} & set(shard.documents[0]["text"])


def test_a_correction_is_a_new_revision_and_the_rest_is_not_sent_again(
    sources: dict[str, Source], tmp_path: Path
) -> None:
    scrape(tmp_path / "data", sources["demo-feed"])
    again = scrape(tmp_path / "data", sources["demo-feed"], now=datetime.now(UTC) + timedelta(hours=1))
    assert (again.records_in, again.records_out, again.duplicates) == (len(articles()), 1, len(articles()) - 1)
    store = Store(tmp_path / "data")
    assert sorted(read_index(store)["revision"].to_pylist())[-1] == 2
    outcomes = read_checks(store)["outcome"].to_pylist()
    assert outcomes.count("not_modified") == len(articles()) - 1


def test_old_pages_are_left_alone(sources: dict[str, Source], tmp_path: Path) -> None:
    scrape(tmp_path / "data", sources["demo-feed"])
    later = scrape(tmp_path / "data", sources["demo-feed"], now=datetime.now(UTC) + timedelta(days=30))
    assert later.records_in == 0


def test_the_window_chooses_by_publication_date(sources: dict[str, Source], tmp_path: Path) -> None:
    newest = articles()[0].day
    tally = scrape(tmp_path / "data", sources["demo-list"], Window(since=newest - timedelta(days=2)))
    assert tally.records_in == 3
