"""Flow `scrape-clean`: from the list of sources to clean documents."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from prefect import flow
from prefect.futures import PrefectFuture, wait
from prefect.task_runners import ThreadPoolTaskRunner

from flows.accounting import record
from flows.runner import run_shards, task_runner
from flows.settings import settings
from tasks.clean.task import clean_shard, find_duplicate_documents, plan_clean
from tasks.scrape.fetch import REMOTE_KINDS
from tasks.scrape.sources import Source, load_sources
from tasks.scrape.task import note_broken_source, plan_scrape, scrape_source, tidy_snapshots
from tasks.shards import Tally
from tasks.store import Store


@flow(name="scrape-clean", task_runner=task_runner(), persist_result=False)
def scrape_clean(
    sources: Path | None = None,
    data_root: str | None = None,
    since: date | None = None,
    until: date | None = None,
    shard_size: int | None = None,
) -> dict[str, Tally]:
    """Fetch every enabled source into the snapshot store, then clean what is not clean yet.

    since, until: window of publication dates that sources are asked for, inclusive.
    """
    listed = sources or settings().sources
    store = Store(data_root or settings().data_root)
    scraped = _scrape(store, load_sources(listed), listed.parent, since, until)
    return {"scrape": scraped, "clean": _clean(store, shard_size or settings().shard_size)}


def _scrape(store: Store, sources: list[Source], base: Path, since: date | None, until: date | None) -> Tally:
    started_at = datetime.now(UTC)
    parts = plan_scrape(sources, str(base))
    if len(parts) == 1:
        tally = scrape_source(store.root, parts[0], str(base), since, until)
    else:
        tally = _side_by_side(store.root, parts, {"base": str(base), "since": since, "until": until})
    tidy_snapshots(store.root)
    return record(store, "scrape", "page", tally, started_at)


def _side_by_side(root: str, parts: list[Source], common: dict[str, Any]) -> Tally:
    """Scrape all parts, those of the web in threads, since they mostly wait; one that breaks off stops no other."""
    futures: list[PrefectFuture[Tally]] = []
    threads: ThreadPoolTaskRunner[Tally] = ThreadPoolTaskRunner(max_workers=settings().fetchers)
    with threads:
        for part in parts:
            parameters = {"root": root, "source": part, **common}
            web = part.kind in REMOTE_KINDS
            futures.append(threads.submit(scrape_source, parameters) if web else scrape_source.submit(**parameters))
        wait(futures)
    tally = Tally()
    for part, future in zip(parts, futures, strict=True):
        done = future.state.is_completed()
        tally += future.result() if done else note_broken_source(root, part, str(future.state.message))
    return tally


def _clean(store: Store, shard_size: int) -> Tally:
    started_at = datetime.now(UTC)
    tally = run_shards(clean_shard, store.root, plan_clean(store.root, shard_size))
    find_duplicate_documents(store.root)
    return record(store, "clean", "page", tally, started_at)
