"""Which figures changed when a page was published anew: two revisions of a page, observation by observation.

A figure is the same figure when it says the same thing: indicator, measure, region, period, unit and
baseline; failing that, when it stands at the same place of the same sentence, digits apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from tasks.shards import live_files
from tasks.store import Store

Row = Mapping[str, Any]
_MEANING = ("indicator_id", "measure", "status", "region_code", "period", "unit", "baseline", "baseline_period")
_COMPARED = ("value", "value_high", "qualifier")
_DIGITS = re.compile(r"[0-9０-９〇零一二三四五六七八九十百千万亿.,，]+")
_COLUMNS = (
    "document_id",
    "start",
    "indicator",
    "indicator_id",
    "measure",
    "status",
    "value",
    "value_high",
    "unit",
    "qualifier",
    "region_code",
    "region",
    "period",
    "baseline",
    "baseline_period",
    "mention",
    "evidence",
)


@dataclass(frozen=True)
class FigureChange:
    """One figure that differs: `kind` is changed, added or removed; the side that has none holds None."""

    kind: str
    indicator: str
    measure: str
    region: str | None
    period: str | None
    unit: str
    before: float | None
    after: float | None
    before_mention: str | None
    after_mention: str | None
    evidence: str


@dataclass(frozen=True)
class Revision:
    """A page that came with other content: when, the two documents, and the figures that differ.

    `changes` is None while the present version of the stages has not read both documents.
    """

    source_url: str
    revised_at: datetime
    before_document: str
    after_document: str
    changes: tuple[FigureChange, ...] | None

    def as_row(self) -> dict[str, Any]:
        """The revision as plain values, for JSON."""
        return {**asdict(self), "revised_at": self.revised_at.isoformat()}


def changed_figures(before: Sequence[Row], after: Sequence[Row]) -> list[FigureChange]:
    """The figures that differ between the observations of two revisions of a page, in the order of the text.

    Takes rows of the OBSERVATIONS contract; a figure told in other words with the same value is no change.
    """
    left, right = sorted(before, key=_place), sorted(after, key=_place)
    pairs: list[tuple[Row | None, Row | None]] = []
    # First what is word for word as it was, so that a new figure beside it does not shift the pairs.
    for key in (_whole, _meaning, _position):
        found, left, right = _paired(left, right, key)
        pairs += found
    pairs += [(row, None) for row in left] + [(None, row) for row in right]
    pairs.sort(key=lambda pair: _place(pair[1] or pair[0] or {}))
    return [change for change in (_change(*pair) for pair in pairs) if change is not None]


def _place(row: Row) -> int:
    return int(row["start"])


def _meaning(row: Row) -> Hashable:
    name = row["indicator_id"] or row["indicator"]
    return (name, row["region_code"] or row["region"], *(row[column] for column in _MEANING))


def _whole(row: Row) -> Hashable:
    return (_meaning(row), *(row[column] for column in _COMPARED))


def _position(row: Row) -> Hashable:
    return (_DIGITS.sub("#", row["evidence"]), row["measure"], row["unit"])


def _paired(
    left: Sequence[Row], right: Sequence[Row], key: Callable[[Row], Hashable]
) -> tuple[list[tuple[Row | None, Row | None]], list[Row], list[Row]]:
    """Rows of equal key, the first with the first; and the rows that are left over on each side."""
    waiting: dict[Hashable, list[Row]] = defaultdict(list)
    for row in right:
        waiting[key(row)].append(row)
    pairs: list[tuple[Row | None, Row | None]] = []
    alone: list[Row] = []
    for row in left:
        others = waiting[key(row)]
        if others:
            pairs.append((row, others.pop(0)))
        else:
            alone.append(row)
    return pairs, alone, sorted((row for rows in waiting.values() for row in rows), key=_place)


def _change(before: Row | None, after: Row | None) -> FigureChange | None:
    if before is not None and after is not None and all(before[name] == after[name] for name in _COMPARED):
        return None
    shown: Row = after or before or {}
    return FigureChange(
        kind="added" if before is None else "removed" if after is None else "changed",
        indicator=shown["indicator"],
        measure=shown["measure"],
        region=shown["region"],
        period=shown["period"],
        unit=shown["unit"],
        before=before["value"] if before else None,
        after=after["value"] if after else None,
        before_mention=before["mention"] if before else None,
        after_mention=after["mention"] if after else None,
        evidence=shown["evidence"],
    )


def revisions(store: Store) -> list[Revision]:
    """Every page of the data root that came with other content, oldest revision first.

    Both sides are what the present version of the stages reads out of the two snapshots, so a changed
    rule is never taken for a changed page. Pages whose text stayed the same are left out.
    """
    pairs = list(_revised_documents(store))
    wanted = {key for _, _, before, after in pairs for key in (before, after)}
    rows, read = _observations(store, wanted), _read_documents(store)
    found = []
    for url, at, before, after in sorted(pairs, key=lambda pair: (pair[1], pair[0])):
        changes = changed_figures(rows.get(before, ()), rows.get(after, ())) if {before, after} <= read else None
        found.append(Revision(url, at, before, after, None if changes is None else tuple(changes)))
    return found


def _read_documents(store: Store) -> set[str]:
    return {row["input_id"] for row in _rows(store, "ledger", "extract", ["input_id"])}


def _revised_documents(store: Store) -> Iterator[tuple[str, datetime, str, str]]:
    """Address, time and the two documents of each step from one revision to the next."""
    by_url: dict[str, list[tuple[datetime, str, str]]] = defaultdict(list)
    columns = ["source_url", "fetched_at", "snapshot_sha256", "document_id"]
    for row in _rows(store, "signatures", "clean", columns):
        by_url[row["source_url"]].append((row["fetched_at"], row["snapshot_sha256"], row["document_id"]))
    for url, versions in by_url.items():
        for (_, _, before), (at, _, after) in pairwise(sorted(versions)):
            if before != after:
                yield url, at, before, after


def _observations(store: Store, documents: set[str]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    ids = pa.array(sorted(documents), pa.string())
    for path in live_files(store, "observations", "extract") if documents else ():
        table = store.read_table(path, columns=_COLUMNS)
        for row in table.filter(pc.is_in(table["document_id"], value_set=ids)).to_pylist():
            found[row["document_id"]].append(row)
    return found


def _rows(store: Store, table: str, stage: str, columns: list[str]) -> Iterable[dict[str, Any]]:
    for path in live_files(store, table, stage):
        yield from store.read_table(path, columns=columns).to_pylist()
