"""The Prefect task around scraping: one run a source."""

from __future__ import annotations

import hashlib
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.contracts import QUARANTINE
from tasks.scrape.fetch import fetch_source
from tasks.scrape.sources import Source
from tasks.shards import Tally
from tasks.snapshots import Fetched, FetchFailure, SnapshotWriter
from tasks.store import Store


@task(name="scrape-source", task_run_name="scrape {source.id}", cache_policy=NO_CACHE, persist_result=False)
def scrape_source(root: str, source: Source, base: str, since: str | None = None, until: str | None = None) -> Tally:
    """Fetch one source into the snapshot store; what could not be had goes to quarantine."""
    store = Store(root)
    pages: list[Fetched] = []
    failures: list[FetchFailure] = []
    for item in fetch_source(source, Path(base), since, until):
        (pages if isinstance(item, Fetched) else failures).append(item)  # type: ignore[arg-type]
    stored = SnapshotWriter(store).add(pages)
    _write_failures(store, source, failures)
    return Tally(
        records_in=len(pages) + len(failures),
        records_out=stored.new.num_rows,
        quarantined=len(failures),
        duplicates=stored.known,
        produced=stored.new.num_rows,
        shards=1,
    ).checked("scrape")


def _write_failures(store: Store, source: Source, failures: list[FetchFailure]) -> None:
    path = f"quarantine/scrape/{source.id}.parquet"
    if failures:
        store.write_table(QUARANTINE.from_rows(map(_quarantine_row, failures)), path)
    else:
        store.delete(path)


def _quarantine_row(failure: FetchFailure) -> dict[str, object]:
    key = hashlib.sha256(f"scrape\n{failure.source_id}\n{failure.source_url}\n{failure.code}".encode()).hexdigest()[:24]
    return {
        "quarantine_id": key,
        "stage": "scrape",
        "record_id": failure.source_url,
        "source_url": failure.source_url,
        "reason_codes": [failure.code],
        "reason": failure.detail,
        "state": "open",
    }
