"""A scraping process killed at any moment: nothing stored is fetched again, nothing reported is lost."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tasks.scrape.collect import read_checks
from tasks.snapshots import read_index, read_object
from tasks.store import Store

pytestmark = pytest.mark.integration
PROJECT = Path(__file__).resolve().parents[2]
LISTS, PER_LIST, MISSING, KILLS = 6, 10, 7, 4
RUN = """
import asyncio, sys
from pathlib import Path
from tasks.scrape.collect import collect
from tasks.scrape.sources import load_sources
from tasks.scrape.window import Window
from tasks.store import Store
(source,) = load_sources(Path(sys.argv[2]))
print(asyncio.run(collect(Store(sys.argv[1]), source, Path("."), Window())))
"""


class SlowSite(ThreadingHTTPServer):
    """Lists of pages; it takes its time, and counts."""

    daemon_threads = True
    requests: Counter[str]

    def handle_error(self, request: object, client_address: object) -> None:
        """Quiet: killed clients break their connections."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.requests[self.path] += 1  # type: ignore[attr-defined]
        time.sleep(0.015)
        status, body = answer(self.path)
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


def answer(path: str) -> tuple[int, bytes]:
    if path.startswith("/list"):
        number = int(path.removeprefix("/list_").removesuffix(".html") or 0)
        pages = range(number * PER_LIST, (number + 1) * PER_LIST)
        return 200, "".join(f'<a href="/page_{page}.html">{page}</a>' for page in pages).encode()
    if path.startswith("/page"):
        number = int(path.removeprefix("/page_").removesuffix(".html"))
        return (
            (404, b"") if number % 11 == MISSING else (200, f"<p>第{number}号公报，全县脱贫{number}人。</p>".encode())
        )
    return 404, b""


@pytest.fixture
def site() -> Iterator[SlowSite]:
    server = SlowSite(("127.0.0.1", 0), Handler)
    server.requests = Counter()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def start(root: Path, sources: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", RUN, str(root), str(sources)]
    return subprocess.Popen(command, cwd=PROJECT, env={"PYTHONPATH": str(PROJECT)}, stdout=subprocess.PIPE, text=True)


def stored(store: Store) -> dict[str, str]:
    """Path to hash of every page that is stored."""
    rows = read_index(store).select(["source_url", "snapshot_sha256"]).to_pylist()
    return {"/" + row["source_url"].rsplit("/", 1)[1]: row["snapshot_sha256"] for row in rows}


def reported(store: Store) -> set[tuple[object, ...]]:
    return {tuple(row.values()) for row in read_checks(store).to_pylist()}


def test_killed_again_and_again(site: SlowSite, tmp_path: Path) -> None:
    base = f"http://127.0.0.1:{site.server_address[1]}"
    sources = tmp_path / "sources.yaml"
    sources.write_text(
        f"sources: [{{id: slow, kind: list, location: '{base}/list_0.html', paging: 'list_{{n}}.html', pages: {LISTS},"
        " link_pattern: '/page_', allow_networks: ['127.0.0.0/8'], delay_seconds: 0, revisit_hours: 0, tries: 1}]",
        encoding="utf-8",
    )
    store, moments = Store(tmp_path / "data"), random.Random(20240108)
    known: dict[str, str] = {}
    checks: set[tuple[object, ...]] = set()
    asked: Counter[str] = Counter()
    for _ in range(KILLS):
        process = start(tmp_path / "data", sources)
        enough = sum(site.requests.values()) + moments.randint(7, 16)
        while process.poll() is None and sum(site.requests.values()) < enough:
            time.sleep(0.003)
        assert process.poll() is None, "the process is killed while it works"
        process.kill()
        process.wait(30)
        now = stored(store)
        assert known.items() <= now.items()
        assert checks <= reported(store)
        assert all(site.requests[path] == asked[path] for path in known), "nothing stored was asked for again"
        known, checks, asked = now, reported(store), Counter(site.requests)
    assert 0 < len(known) < LISTS * PER_LIST
    done = start(tmp_path / "data", sources)
    said, _ = done.communicate(timeout=60)
    assert done.returncode == 0
    pages = [f"/page_{number}.html" for number in range(LISTS * PER_LIST)]
    there = [path for path in pages if answer(path)[0] == 200]
    assert sorted(stored(store)) == sorted(there)
    assert all(read_object(store, sha256) == answer(path)[1] for path, sha256 in stored(store).items())
    assert all(site.requests[path] == asked[path] for path in known), "nothing stored was asked for again"
    assert checks <= reported(store)
    (quarantine,) = store.list("quarantine/scrape")
    held = [row["source_url"].removeprefix(base) for row in store.read_table(quarantine).to_pylist()]
    assert sorted(held) == sorted(set(pages) - set(there)), "failures of the killed runs are in quarantine too"
    assert "quarantined=" in said
    assert not store.list("snapshots/unfinished")


def test_a_list_that_was_handled_is_not_asked_for_again(site: SlowSite, tmp_path: Path) -> None:
    base = f"http://127.0.0.1:{site.server_address[1]}"
    sources = tmp_path / "sources.yaml"
    sources.write_text(
        f"sources: [{{id: slow, kind: list, location: '{base}/list_0.html', paging: 'list_{{n}}.html', pages: {LISTS},"
        " link_pattern: '/page_', allow_networks: ['127.0.0.0/8'], delay_seconds: 0, revisit_hours: 0, tries: 1}]",
        encoding="utf-8",
    )
    process = start(tmp_path / "data", sources)
    while site.requests["/list_3.html"] == 0:
        assert process.poll() is None
        time.sleep(0.003)
    process.kill()
    process.wait(30)
    assert start(tmp_path / "data", sources).wait(60) == 0
    assert [site.requests[f"/list_{number}.html"] for number in range(3)] == [1, 1, 1]
