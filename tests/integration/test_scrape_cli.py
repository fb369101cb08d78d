"""The commands around scraping, as a user types them."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.app import app
from tasks.scrape.collect import collect
from tasks.scrape.demo_site import server, sources_yaml
from tasks.scrape.sources import load_sources
from tasks.scrape.window import Window
from tasks.snapshots import read_index
from tasks.store import Store
from tasks.vocabulary import seeds_root


def run(*arguments: str | Path) -> tuple[int, str]:
    done = CliRunner().invoke(app, [str(each) for each in arguments])
    return done.exit_code, done.output


@pytest.fixture
def sources(tmp_path: Path) -> Iterator[Path]:
    with server() as site:
        thread = threading.Thread(target=site.serve_forever)
        thread.start()
        path = tmp_path / "sources.yaml"
        path.write_text(sources_yaml(f"http://127.0.0.1:{site.server_address[1]}"), encoding="utf-8")
        yield path
        site.shutdown()
        thread.join()


def test_the_list_of_sources() -> None:
    status, said = run("sources", "list", "--sources", seeds_root() / "sources.yaml")
    assert status == 0
    assert "* seed-pages" in said
    assert "  people-daily" in said
    assert "people-daily" not in run("sources", "list", "--enabled", "--sources", seeds_root() / "sources.yaml")[1]


def test_trying_sources(sources: Path) -> None:
    status, said = run("sources", "check", "demo-list", "demo-feed", "--sources", sources)
    assert status == 0, said
    assert "ok   demo-list: the first list names 5 pages" in said
    assert "2024-03-12" in said
    assert "乡村振兴局" in said


def test_trying_what_is_not_there(sources: Path, tmp_path: Path) -> None:
    assert run("sources", "check", "nobody", "--sources", sources)[0] == 2
    text = sources.read_text(encoding="utf-8").replace("/feed.xml", "/gone.xml")
    sources.write_text(text, encoding="utf-8")
    status, said = run("sources", "check", "demo-feed", "--sources", sources)
    assert status == 1
    assert "http_404" in said
    (tmp_path / "bad.yaml").write_text("sources: [{id: a}]", encoding="utf-8")
    status, said = run("sources", "list", "--sources", tmp_path / "bad.yaml")
    assert status == 2
    assert "bad.yaml:1: sources.0: 'kind' is a required property" in said


def test_snapshots_go_out_and_come_in(tmp_path: Path) -> None:
    seeds = sorted((seeds_root() / "pages").glob("*.txt"))
    listed = tmp_path / "sources.yaml"
    listed.write_text(f"sources: [{{id: s, kind: files, location: '{seeds_root()}/pages/*.txt'}}]", encoding="utf-8")
    asyncio.run(collect(Store(tmp_path / "one"), load_sources(listed)[0], tmp_path, Window()))
    status, said = run("warc", "export", tmp_path / "out.warc.gz", "--data-root", tmp_path / "one")
    assert (status, said) == (0, f"{len(seeds)} snapshots in {tmp_path / 'out.warc.gz'}\n")
    status, said = run("warc", "import", tmp_path / "out.warc.gz", "--data-root", tmp_path / "two")
    assert (status, said) == (0, f"{len(seeds)} new snapshots, 0 known, 0 failed\n")
    one, two = read_index(Store(tmp_path / "one")), read_index(Store(tmp_path / "two"))
    assert one["snapshot_id"].equals(two["snapshot_id"])
    assert run("warc", "import", tmp_path / "none.warc", "--data-root", tmp_path / "two")[0] == 1
    (tmp_path / "file").write_text("in the way")
    assert run("warc", "export", tmp_path / "file" / "x.warc.gz", "--data-root", tmp_path / "one")[0] == 2


def test_a_data_root_without_revisions(tmp_path: Path) -> None:
    assert run("revisions", "--data-root", tmp_path) == (0, "no page came with other content\n")
