"""Flow `scrape-clean`: from the list of sources to clean documents."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from prefect import flow

from flows.accounting import record
from flows.runner import run_shards, task_runner
from flows.settings import settings
from tasks.clean.task import clean_shard, find_duplicate_documents, plan_clean
from tasks.scrape.sources import Source, load_sources
from tasks.scrape.task import scrape_source
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
    enabled = [source for source in sources if source.enabled]
    tallies = [scrape_source(store.root, source, str(base), since, until) for source in enabled]
    return record(store, "scrape", "page", sum(tallies, Tally()), started_at)


def _clean(store: Store, shard_size: int) -> Tally:
    started_at = datetime.now(UTC)
    tally = run_shards(clean_shard, store.root, plan_clean(store.root, shard_size))
    find_duplicate_documents(store.root)
    return record(store, "clean", "page", tally, started_at)
