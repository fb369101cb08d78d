"""Which pages of local sources a window of publication dates passes over."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path

from tasks.scrape.fetch import fetch_batches
from tasks.scrape.frontier import Frontier
from tasks.scrape.sources import Source
from tasks.scrape.window import Window
from tasks.snapshots import Fetched


async def urls(source: Source, base: Path, window: Window) -> list[str]:
    batches = fetch_batches(source, base, window, Frontier())
    return [item.source_url async for batch in batches for item in batch if isinstance(item, Fetched)]


def test_a_window_takes_all_files_since_only_their_text_says_when_they_appeared(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text("<p>2021年3月5日</p>", encoding="utf-8")
    long_ago = Window(date(2021, 1, 1), date(2021, 12, 31))
    assert asyncio.run(urls(Source("s", "files", "*.html"), tmp_path, long_ago)) == ["file:a.html", "file:b.html"]
