"""The Prefect tasks around scraping: one run a source, its progress an artifact, its hosts in turn."""

from __future__ import annotations

import asyncio
import time
from datetime import date
from pathlib import Path
from typing import Any

from prefect import task
from prefect.artifacts import create_progress_artifact, update_progress_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.orchestration import get_client
from prefect.client.schemas.actions import GlobalConcurrencyLimitCreate
from prefect.concurrency.sync import concurrency
from prefect.context import TaskRunContext
from prefect.exceptions import ObjectNotFound

from tasks.scrape.collect import collect, record_broken_source, tidy
from tasks.scrape.fetch import REMOTE_KINDS
from tasks.scrape.parts import parts_of
from tasks.scrape.sources import Source
from tasks.scrape.web import hosts_of
from tasks.scrape.window import Window
from tasks.shards import Tally
from tasks.store import Store

_SECONDS_BETWEEN_REPORTS = 5.0


@task(name="scrape-source", task_run_name="scrape {source.id}", cache_policy=NO_CACHE, persist_result=False)
def scrape_source(root: str, source: Source, base: str, since: date | None = None, until: date | None = None) -> Tally:
    """Fetch one source, or one part of it, into the snapshot store; what could not be had goes to quarantine."""
    store, window = Store(root), Window(since, until)
    if TaskRunContext.get() is None or source.kind not in REMOTE_KINDS:
        return asyncio.run(collect(store, source, Path(base), window))
    # Each host's limit is held for the whole run: no two sources ask one host at a time, whichever flow runs them.
    with concurrency(_limits_of(source), occupy=1, strict=False):
        return asyncio.run(collect(store, source, Path(base), window, progress=_Report(source)))


@task(name="plan-scrape", cache_policy=NO_CACHE, persist_result=False)
def plan_scrape(sources: list[Source], base: str) -> list[Source]:
    """The parts of the enabled sources that task runs handle one by one; limits for their hosts are made here."""
    parts = [part for source in sources if source.enabled for part in parts_of(source, Path(base))]
    for name in sorted({name for part in parts if part.kind in REMOTE_KINDS for name in _limits_of(part)}):
        _ensure_limit(name)
    return parts


@task(name="tidy-snapshots", cache_policy=NO_CACHE, persist_result=False)
def tidy_snapshots(root: str) -> None:
    """Put the small files of the index and the checks into few, once nobody writes them any more."""
    tidy(Store(root))


@task(name="note-broken-source", cache_policy=NO_CACHE, persist_result=False)
def note_broken_source(root: str, source: Source, reason: str) -> Tally:
    """Put a source whose run broke off into quarantine, so that the others go on and nobody overlooks it."""
    return record_broken_source(Store(root), source, reason)


class _Report:
    """Keeps a progress artifact of a run up to date, now and then."""

    def __init__(self, source: Source) -> None:
        self._key = f"scrape-{source.id}"
        self._artifact: Any = None
        self._next = 0.0

    async def __call__(self, tally: Tally, expected: int, *, last: bool) -> None:
        if not last and time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _SECONDS_BETWEEN_REPORTS
        percent = 100.0 if last else 100.0 * min(tally.records_in / max(expected, 1), 1.0)
        said = f"{tally.records_in} of {expected} pages: {tally.records_out} new, {tally.quarantined} failed"
        # In a thread of its own, since the client of the server waits and pages must not.
        if self._artifact is None:
            self._artifact = await asyncio.to_thread(create_progress_artifact, percent, self._key, said)
        else:
            await asyncio.to_thread(update_progress_artifact, self._artifact, percent, said)


def _limits_of(source: Source) -> list[str]:
    """The names of the global concurrency limits of a source's hosts."""
    return sorted(f"host-{host.replace(':', '.')}" for host in hosts_of(source))


def _ensure_limit(name: str) -> None:
    with get_client(sync_client=True) as client:
        try:
            client.read_global_concurrency_limit_by_name(name)
        except ObjectNotFound:
            client.create_global_concurrency_limit(GlobalConcurrencyLimitCreate(name=name, limit=1))
