"""Which URLs are due: new ones, and young ones that may still be corrected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pyarrow as pa


@dataclass(frozen=True)
class Known:
    """What is known of a URL: when it was first stored and last asked for, and its validators."""

    first_stored: datetime | None = None
    last_checked: datetime | None = None
    etag: str | None = None
    last_modified: str | None = None

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
    """The URLs of one source that were asked for already, out of the snapshot index and the checks."""

    known: Mapping[str, Known] = field(default_factory=dict)
    lookback: timedelta = timedelta(days=7)
    revisit: timedelta = timedelta(hours=20)

    def is_due(self, url: str, now: datetime) -> bool:
        """Whether a URL is to be asked for now.

        New ones are; those stored within the look-back are asked again once the revisit time is
        over, for corrections; one that failed is asked again after the revisit time as well.
        """
        known = self.known.get(url)
        if known is None:
            return True
        if known.last_checked is not None and now - known.last_checked < self.revisit:
            return False
        return known.first_stored is None or now - known.first_stored < self.lookback

    def validators(self, url: str) -> dict[str, str]:
        """Headers that make the request for a URL conditional; none for a new one."""
        return self.known.get(url, Known()).validators()


def known_urls(index: pa.Table, checks: pa.Table, source_id: str) -> dict[str, Known]:
    """What the snapshot index (SNAPSHOTS) and the checks (CHECKS) know of a source's URLs."""
    known: dict[str, Known] = {}
    for row in _of(index, source_id, "fetched_at"):
        before = known.get(row["source_url"], Known())
        known[row["source_url"]] = Known(
            first_stored=before.first_stored or row["fetched_at"],
            last_checked=row["fetched_at"],
            etag=row["etag"],
            last_modified=row["last_modified"],
        )
    for row in _of(checks, source_id, "checked_at"):
        before = known.get(row["source_url"], Known())
        latest = max(filter(None, (before.last_checked, row["checked_at"])))
        known[row["source_url"]] = Known(before.first_stored, latest, before.etag, before.last_modified)
    return known


def _of(table: pa.Table, source_id: str, order: str) -> list[dict[str, Any]]:
    import pyarrow.compute as pc

    return table.filter(pc.equal(table["source_id"], source_id)).sort_by(order).to_pylist()  # type: ignore[no-any-return]
