"""One run over one source: what comes is stored batch by batch, and every URL asked for leaves a check."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyarrow as pa

from tasks.contracts import CHECKS, QUARANTINE
from tasks.scrape.fetch import fetch_batches
from tasks.scrape.frontier import Frontier, known_urls
from tasks.scrape.sources import Source
from tasks.scrape.web import WEB_KINDS, Item, Window
from tasks.shards import Tally
from tasks.snapshots import Fetched, FetchFailure, SnapshotWriter, read_index
from tasks.store import Store

CHECKS_FOLDER = "snapshots/checks"
FAILURES_FOLDER = "quarantine/scrape"


async def collect(store: Store, source: Source, base: Path, window: Window, now: datetime | None = None) -> Tally:
    """Fetch a source into the snapshot store; what could not be had goes to quarantine.

    Returns its tally: out counts new snapshots, duplicates the pages that were there already.
    """
    writer = SnapshotWriter(store)
    tally = Tally()
    failures: list[FetchFailure] = []
    async for batch in fetch_batches(source, base, window, _frontier(store, source), now):
        pages = [item for item in batch if isinstance(item, Fetched)]
        failed = [item for item in batch if isinstance(item, FetchFailure)]
        stored = writer.add(pages)
        if source.kind in WEB_KINDS:
            _write_checks(store, batch)
        failures += failed
        new = stored.new.num_rows
        tally += Tally(len(batch), new, len(failed), len(batch) - new - len(failed), new)
    _write_failures(store, source, failures)
    return (tally + Tally(shards=1)).checked("scrape")


def _frontier(store: Store, source: Source) -> Frontier:
    if source.kind not in WEB_KINDS:
        return Frontier()
    return Frontier(
        known_urls(read_index(store), read_checks(store), source.id),
        timedelta(days=float(source.options.get("lookback_days", 7))),
        timedelta(hours=float(source.options.get("revisit_hours", 20))),
    )


def read_checks(store: Store) -> pa.Table:
    """All checks that runs have left (CHECKS contract)."""
    tables = [store.read_table(path) for path in store.list(CHECKS_FOLDER)]
    return pa.concat_tables(tables) if tables else CHECKS.empty()


def _write_checks(store: Store, batch: list[Item]) -> None:
    now = datetime.now(UTC).replace(microsecond=0)
    table = CHECKS.from_rows([_check(item, now) for item in batch])
    name = hashlib.sha256("\n".join([now.isoformat(), *(item.source_url for item in batch)]).encode()).hexdigest()[:24]
    store.write_table(table, f"{CHECKS_FOLDER}/{name}.parquet")


def _check(item: Item, now: datetime) -> dict[str, object]:
    row: dict[str, object] = {"source_id": item.source_id, "source_url": item.source_url, "checked_at": now}
    if isinstance(item, FetchFailure):
        return row | {"outcome": "failed", "reason_code": item.code, "reason": item.detail}
    return row | {"outcome": "fetched" if isinstance(item, Fetched) else "not_modified"}


def _write_failures(store: Store, source: Source, failures: list[FetchFailure]) -> None:
    path = f"{FAILURES_FOLDER}/{source.id}.parquet"
    if failures:
        rows = {row["quarantine_id"]: row for row in map(_row, failures)}
        store.write_table(QUARANTINE.from_rows(rows.values()), path)
    else:
        store.delete(path)


def _row(failure: FetchFailure) -> dict[str, object]:
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
