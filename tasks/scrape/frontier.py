"""Which URLs are due: new ones, young ones that may still be corrected, and those that failed, with patience.

A killed run is taken up where it stopped: its marker says when it began and for which window, and
what was asked for since then is not asked again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pyarrow as pa

from tasks.store import Store

RUNS_FOLDER = "snapshots/unfinished"
# What a run began longer ago than this is asked again.
_RESUMED_FOR = timedelta(hours=24)
_MOST_FAILURES = 8
_OLDEST = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Known:
    """What is known of a URL: when it was first had and last asked for, its validators, its failures in a row."""

    first_stored: datetime | None = None
    last_checked: datetime = _OLDEST
    listed: datetime | None = None
    etag: str | None = None
    last_modified: str | None = None
    failures: int = 0

    def validators(self) -> dict[str, str]:
        """Headers of a conditional request."""
        headers = {}
        if self.etag:
            headers["if-none-match"] = self.etag
        if self.last_modified:
            headers["if-modified-since"] = self.last_modified
        return headers


@dataclass(frozen=True)
class Frontier:
    """The URLs that were asked for already, out of the snapshot index and the checks.

    `resumed_from` is when the run began that this one takes up again; none in a fresh run.
    """

    known: Mapping[str, Known] = field(default_factory=dict)
    lookback: timedelta = timedelta(days=7)
    revisit: timedelta = timedelta(hours=20)
    resumed_from: datetime | None = None

    def is_due(self, url: str, now: datetime) -> bool:
        """Whether a URL is to be asked for now.

        New ones are; those stored within the look-back are asked again once the revisit time is
        over, for corrections; one that failed is asked again after ever longer times, and after
        some failures no more.
        """
        known = self.known.get(url)
        if known is None:
            return True
        if self.resumed_from is not None and known.last_checked >= self.resumed_from:
            return False
        if known.first_stored is None:
            longer = 2 ** max(known.failures - 1, 0)
            return known.failures < _MOST_FAILURES and now - known.last_checked >= self.revisit * longer
        return now - known.last_checked >= self.revisit and now - known.first_stored < self.lookback

    def is_listed(self, url: str) -> bool:
        """Whether the run that is taken up again had handled everything that this list names."""
        listed = self.known.get(url, Known()).listed
        return self.resumed_from is not None and listed is not None and listed >= self.resumed_from

    def was_listed(self, url: str) -> bool:
        """Whether any run has read this list or archive to its end."""
        return self.known.get(url, Known()).listed is not None

    def validators(self, url: str) -> dict[str, str]:
        """Headers that make the request for a URL conditional; none for a new one."""
        return self.known.get(url, Known()).validators()


def known_urls(index: pa.Table, checks: pa.Table) -> dict[str, Known]:
    """What the snapshot index (SNAPSHOTS) and the checks (CHECKS) know of all URLs, whichever source asked."""
    known: dict[str, Known] = {}
    columns = ["source_url", "fetched_at", "etag", "last_modified", "redirects"]
    for row in _rows(index, columns, "fetched_at"):
        # A capture out of an archive is known by the address of its bytes as well.
        for url in {row["source_url"], *row["redirects"][:1]}:
            before = known.get(url, Known())
            known[url] = replace(
                before,
                first_stored=before.first_stored or row["fetched_at"],
                last_checked=row["fetched_at"],
                etag=row["etag"],
                last_modified=row["last_modified"],
            )
    for row in _rows(checks, ["source_url", "checked_at", "outcome"], "checked_at"):
        known[row["source_url"]] = _after(known.get(row["source_url"], Known()), row["outcome"], row["checked_at"])
    return known


def _after(known: Known, outcome: str, at: datetime) -> Known:
    if outcome == "listed":
        return replace(known, listed=at)
    checked = replace(known, last_checked=max(known.last_checked, at))
    if outcome == "failed":
        return replace(checked, failures=known.failures + 1)
    return replace(checked, failures=0, first_stored=known.first_stored or at)


def _rows(table: pa.Table, columns: list[str], order: str) -> Iterator[dict[str, Any]]:
    for batch in table.select(columns).sort_by(order).to_batches(max_chunksize=10_000):
        yield from batch.to_pylist()


@dataclass(frozen=True)
class RunMarker:
    """The mark of a run over one source that has begun and not ended."""

    store: Store
    source_id: str

    @property
    def path(self) -> str:
        """Where the mark stands."""
        return f"{RUNS_FOLDER}/{self.source_id}.json"

    def begin(self, facts: Mapping[str, str], now: datetime) -> datetime | None:
        """Set the mark. Returns when the run began that is to be taken up: one with the same facts, of late."""
        before = json.loads(self.store.read_bytes(self.path)) if self.store.exists(self.path) else None
        if before is not None and before["facts"] == dict(facts):
            began = datetime.fromisoformat(before["began_at"])
            if timedelta(0) <= now - began < _RESUMED_FOR:
                return began
        mark = {"began_at": now.isoformat(), "facts": dict(facts)}
        self.store.write_bytes(json.dumps(mark, ensure_ascii=False, sort_keys=True).encode(), self.path)
        return None

    def end(self) -> None:
        """Remove the mark: the run is over."""
        self.store.delete(self.path)
