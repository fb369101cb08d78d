"""One run over one source: what comes is stored batch by batch, and every URL asked for leaves a check."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

import pyarrow as pa
import pyarrow.compute as pc

from tasks.contracts import CHECKS, QUARANTINE, SNAPSHOTS
from tasks.scrape.fetch import REMOTE_KINDS, WEB_KINDS, fetch_batches
from tasks.scrape.frontier import Frontier, RunMarker, known_urls
from tasks.scrape.limits import FetchError
from tasks.scrape.sources import Source
from tasks.scrape.web import Extent, Item, hosts_of
from tasks.scrape.window import Window
from tasks.shards import Tally
from tasks.snapshots import INDEX, Fetched, FetchFailure, Listed, SnapshotWriter, compact, read_folder, read_history
from tasks.store import Store

CHECKS_FOLDER = "snapshots/checks"
FAILURES_FOLDER = "quarantine/scrape"


class Progress(Protocol):
    """Told of the tally after each batch that was stored, and of how many pages are known to be due."""

    async def __call__(self, tally: Tally, expected: int, *, last: bool) -> None:
        """Report."""


async def collect(
    store: Store,
    source: Source,
    base: Path,
    window: Window,
    now: datetime | None = None,
    progress: Progress | None = None,
) -> Tally:
    """Fetch a source into the snapshot store; what could not be had goes to quarantine.

    Returns its tally: out counts new snapshots, duplicates the pages that were there already.
    """
    now = now or datetime.now(UTC)
    marker = RunMarker(store, source.id)
    resumed_from = marker.begin(window.facts() | {"source": _facts(source)}, now)
    history = read_history(store, _places(source))
    writer = SnapshotWriter(store, history)
    tally, failures, extent = Tally(), list[FetchFailure](), Extent()
    try:
        frontier = _frontier(store, source, history, resumed_from)
        async for batch in fetch_batches(source, base, window, frontier, now, extent):
            tally += _store(store, source, writer, batch)
            failures += [item for item in batch if isinstance(item, FetchFailure)]
            if progress is not None:
                await progress(tally, extent.expected, last=False)
    except FetchError as error:
        failures.append(FetchFailure(source.id, source.location, error.code, error.detail))
        tally += Tally(records_in=1, quarantined=1)
    if progress is not None:
        await progress(tally, extent.expected, last=True)
    _write_failures(store, source, failures)
    marker.end()
    return (tally + Tally(shards=1)).checked("scrape")


def record_broken_source(store: Store, source: Source, reason: str) -> Tally:
    """Put a source whose run broke off unexpectedly into quarantine; what it had stored stays."""
    _write_failures(store, source, [FetchFailure(source.id, source.location, "source_failed", reason[:1000])])
    return Tally(records_in=1, quarantined=1, shards=1)


def _facts(source: Source) -> str:
    facts = [source.kind, source.location, json.dumps(source.options, sort_keys=True, default=str)]
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()[:16]


def _store(store: Store, source: Source, writer: SnapshotWriter, batch: list[Item]) -> Tally:
    """Pages first, then their checks: what has no check is looked up in the index of pages."""
    pages = [item for item in batch if isinstance(item, Fetched)]
    failed = sum(isinstance(item, FetchFailure) for item in batch)
    stored = writer.add(pages)
    _write_checks(store, source, batch)
    count, new = sum(not isinstance(item, Listed) for item in batch), stored.new.num_rows
    return Tally(count, new, failed, count - new - failed, new)


def _places(source: Source) -> list[str] | None:
    """What stands in every URL that the source can give; None when it can give any."""
    if source.kind == "files":
        return ["file:"]
    hosts = hosts_of(source) if source.kind in WEB_KINDS else tuple(source.options.get("hosts", ()))
    # A name with other letters than ASCII stands in URLs in another form.
    return [host.lower() for host in hosts] if hosts and all(map(str.isascii, hosts)) else None


def _frontier(store: Store, source: Source, history: pa.Table, resumed_from: datetime | None) -> Frontier:
    if source.kind == "files":
        return Frontier()
    return Frontier(
        known_urls(history, read_checks(store)),
        timedelta(days=float(source.options.get("lookback_days", 0 if source.kind == "cdx" else 7))),
        timedelta(hours=float(source.options.get("revisit_hours", 20))),
        resumed_from,
    )


def read_checks(store: Store) -> pa.Table:
    """All checks that runs have left (CHECKS contract)."""
    return read_folder(store, CHECKS_FOLDER, CHECKS)


def tidy(store: Store) -> None:
    """Put the many small files that runs leave into few; only while no source is being scraped."""
    compact(store, INDEX, SNAPSHOTS)
    compact(store, CHECKS_FOLDER, CHECKS)


def _write_checks(store: Store, source: Source, batch: list[Item]) -> None:
    # Pages out of local files need none: reading them again costs nothing and asks nobody.
    remote = source.kind in REMOTE_KINDS
    noted = [item for item in batch if remote or isinstance(item, Listed)]
    if not noted:
        return
    now = datetime.now(UTC)
    table = CHECKS.from_rows({_asked(item): _check(item, now) for item in noted}.values())
    name = hashlib.sha256("\n".join([now.isoformat(), *map(_asked, noted)]).encode()).hexdigest()[:24]
    store.write_table(table, f"{CHECKS_FOLDER}/{name}.parquet")


def _asked(item: Item) -> str:
    """The address that was asked for: for a capture in an archive that of its bytes."""
    return item.redirects[0] if isinstance(item, Fetched) and item.redirects else item.source_url


def _check(item: Item, now: datetime) -> dict[str, object]:
    row: dict[str, object] = {"source_id": item.source_id, "source_url": _asked(item), "checked_at": now}
    if isinstance(item, FetchFailure):
        return row | {"outcome": "failed", "reason_code": item.code, "reason": item.detail}
    if isinstance(item, Listed):
        return row | {"outcome": "listed", "reason": f"{item.links} pages"}
    return row | {"outcome": "fetched" if isinstance(item, Fetched) else "not_modified"}


def _write_failures(store: Store, source: Source, failures: list[FetchFailure]) -> None:
    """Keep what is still to be had of this source: of the web also what earlier runs failed at and none has mended."""
    rows = {row["source_url"]: row for row in _open_failures(store, source)} if source.kind in REMOTE_KINDS else {}
    rows |= {failure.source_url: _row(failure) for failure in failures}
    path = f"{FAILURES_FOLDER}/{source.id}.parquet"
    if rows:
        store.write_table(QUARANTINE.from_rows(rows.values()), path)
    else:
        store.delete(path)


def _open_failures(store: Store, source: Source) -> Iterable[dict[str, Any]]:
    checks = read_checks(store)
    checks = checks.filter(pc.equal(checks["source_id"], source.id)).sort_by("checked_at")
    last = {row["source_url"]: row for row in checks.to_pylist()}
    for row in last.values():
        if row["outcome"] == "failed":
            yield _row(FetchFailure(source.id, row["source_url"], row["reason_code"], row["reason"] or ""))


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
