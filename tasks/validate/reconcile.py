"""Reconciliation across documents: one indicator, region and period told by several.

Reprints collapse to the document that they repeat; agreeing documents corroborate; values that differ become a row of
`conflicts`: rounding, revision or disagreement. Levels are held against growth across years, and a region against the
sum of its parts. The large steps are joins and group-bys over Arrow columns; only groups that really differ are looked
at one by one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from tasks.contracts import CONFIDENCES, CONFLICTS
from tasks.validate.plain import plain_rows
from tasks.validate.rules import load_settings
from tasks.validate.sources import Sources, source_table
from tasks.validate.vintage import classify
from tasks.validate.wholes import growth_conflicts, sum_conflicts

KEY = ("name_key", "measure", "unit", "region_code", "period")
_LEAST_OPEN_NAME = 4


def reconcile(
    observations: pa.Table,
    documents: pa.Table,
    *,
    regions: pa.Table | None = None,
    settings: Mapping[str, Any] | None = None,
) -> pa.Table:
    """The CONFLICTS among observations (OBSERVATIONS contract) of several documents (DOCUMENTS contract).

    `regions` (dim_region) lets regions be held against the sum of their parts. The order of the rows does not depend on
    the order of the input.
    """
    settings = settings or load_settings()
    sources = Sources(documents, settings)
    facts = fact_table(observations, documents, sources)
    rows: dict[str, dict[str, Any]] = {}
    for conflict in _conflicts(facts, sources, settings, regions):
        row = _row(conflict)
        rows.setdefault(row["conflict_id"], row)
    table = CONFLICTS.from_rows(rows.values())
    return table.sort_by([(name, "ascending") for name in CONFLICTS.sort_by])


def _conflicts(
    facts: pa.Table, sources: Sources, settings: Mapping[str, Any], regions: pa.Table | None
) -> Iterator[Mapping[str, Any]]:
    for group in differing_groups(facts):
        conflict = classify(group, sources, settings)
        if conflict:
            yield conflict
    yield from stale_reprints(facts, sources)
    yield from growth_conflicts(facts, settings)
    if regions is not None:
        yield from sum_conflicts(facts, regions, settings)


def fact_table(observations: pa.Table, documents: pa.Table, sources: Sources) -> pa.Table:
    """Observations that can be compared: facts with region and period, under the document that they go back to.

    Adds `name_key` (catalogue id, or the open name), `origin` (the document that a reprint repeats) and `rank`.
    """
    stated = pc.equal(observations["status"], "observation")
    placed = pc.and_(pc.is_valid(observations["region_code"]), pc.is_valid(observations["period"]))
    named = pc.or_(
        pc.is_valid(observations["indicator_id"]),
        pc.greater_equal(pc.utf8_length(observations["indicator"]), _LEAST_OPEN_NAME),
    )
    facts = observations.filter(pc.and_(pc.and_(stated, placed), named))
    key = pc.coalesce(facts["indicator_id"], pc.binary_join_element_wise("=", facts["indicator"], ""))
    facts = facts.append_column("name_key", key)
    return facts.join(source_table(documents, sources), keys="document_id", join_type="left outer").combine_chunks()


def differing_groups(facts: pa.Table) -> Iterator[list[dict[str, Any]]]:
    """Rows of each key that several documents tell with values that differ, in a fixed order."""
    distinct = facts.group_by([*KEY]).aggregate([("origin", "count_distinct"), ("value", "min"), ("value", "max")])
    several = pc.and_(
        pc.greater(distinct["origin_count_distinct"], 1), pc.not_equal(distinct["value_min"], distinct["value_max"])
    )
    wanted = distinct.filter(several).select(list(KEY))
    if not len(wanted):
        return
    rows = facts.join(wanted, keys=list(KEY), join_type="left semi")
    yield from grouped(rows, KEY)


def grouped(rows: pa.Table, key: Sequence[str]) -> Iterator[list[dict[str, Any]]]:
    """Rows as lists of plain rows, one list a key, everything sorted."""
    order = [(name, "ascending") for name in (*key, "observation_id")]
    for _, group in groupby(plain_rows(rows.sort_by(order)), key=itemgetter(*key)):
        yield list(group)


def stale_reprints(facts: pa.Table, sources: Sources) -> Iterator[Mapping[str, Any]]:
    """An old text published anew: the same sentences, their relative dates now read as another period."""
    spread = facts.group_by(["evidence", "mention"]).aggregate(
        [("origin", "count_distinct"), ("period", "count_distinct")]
    )
    moved = pc.and_(pc.greater(spread["origin_count_distinct"], 1), pc.greater(spread["period_count_distinct"], 1))
    long = pc.greater_equal(pc.utf8_length(spread["evidence"]), 15)
    wanted = spread.filter(pc.and_(moved, long)).select(["evidence", "mention"])
    if not len(wanted):
        return
    rows = facts.join(wanted, keys=["evidence", "mention"], join_type="left semi")
    shared = _share_of_document(rows, facts)
    for group in grouped(rows, ("evidence", "mention", "measure", "unit")):
        first, *later = sorted(group, key=lambda row: (sources.published(row), row["observation_id"]))
        for row in later:
            if (
                row["period"] != first["period"]
                and row["origin"] != first["origin"]
                and shared[row["document_id"]] >= 0.5
            ):
                yield _stale(first, row)


def _share_of_document(rows: pa.Table, facts: pa.Table) -> dict[str, float]:
    """How much of each document's facts stands in `rows`."""
    part = {
        r["document_id"]: r["value_count"]
        for r in rows.group_by("document_id").aggregate([("value", "count")]).to_pylist()
    }
    whole = facts.filter(pc.is_in(facts["document_id"], pa.array(list(part), pa.string())))
    counts = whole.group_by("document_id").aggregate([("value", "count")]).to_pylist()
    return {row["document_id"]: part[row["document_id"]] / row["value_count"] for row in counts}


def _stale(first: Mapping[str, Any], row: Mapping[str, Any]) -> Mapping[str, Any]:
    period = first["period"]
    why = f"旧文重发：同一句话已见于较早的文章，时期为 {period} (stale reprint: an older document says so of {period})"
    return {"kind": "disagreement", "rows": [first, row], "key": row, "preferred": first["observation_id"], "why": why}


def _row(conflict: Mapping[str, Any]) -> dict[str, Any]:
    """A conflict as a row of the contract."""
    rows, key = conflict["rows"], conflict["key"]
    ids = [row["observation_id"] for row in rows]
    name = "\n".join((conflict["kind"], key["name_key"], key["region_code"], key["period"], *ids))
    return {
        "conflict_id": hashlib.sha256(name.encode()).hexdigest()[:24],
        "indicator_id": key["indicator_id"],
        "indicator": key["indicator"],
        "measure": key["measure"],
        "unit": key["unit"],
        "region_code": key["region_code"],
        "period": key["period"],
        "kind": conflict["kind"],
        "observation_ids": ids,
        "values": [row["value"] for row in rows],
        "publishers": [row["source"] or "" for row in rows],
        "published_at": [row["published_at"] for row in rows],
        "preferred_id": conflict["preferred"],
        "why": conflict["why"],
    }


def corroboration(observations: pa.Table, documents: pa.Table) -> pa.Table:
    """How many independent documents tell each observation's value: columns `observation_id`, `sources`.

    A document counts once with all its reprints.
    """
    facts = fact_table(observations, documents, Sources(documents, load_settings()))
    counted = facts.group_by([*KEY, "value"]).aggregate([("origin", "count_distinct")])
    joined = facts.select(["observation_id", *KEY, "value"]).join(counted, keys=[*KEY, "value"], join_type="inner")
    table = pa.table({"observation_id": joined["observation_id"], "sources": joined["origin_count_distinct"]})
    return table.sort_by([("observation_id", "ascending")])


def changed_confidences(observations: pa.Table, documents: pa.Table, conflicts: pa.Table) -> pa.Table:
    """CONFIDENCES of the observations that agreeing sources raise, or a disagreement that they lose lowers."""
    settings = load_settings()["confidence"]
    told = corroboration(observations, documents)
    told = told.filter(pc.greater(told["sources"], 1))
    sources = dict(zip(told["observation_id"].to_pylist(), told["sources"].to_pylist(), strict=True))
    lost = _losers(conflicts)
    touched = observations.filter(pc.is_in(observations["observation_id"], pa.array([*sources, *lost], pa.string())))
    ids, confidences = touched["observation_id"].to_pylist(), []
    for key, before in zip(ids, touched["confidence"].to_pylist(), strict=True):
        others = min(sources.get(key, 1) - 1, settings["most"])
        confidence = 1 - (1 - before) * (1 - settings["agrees"]) ** others
        confidences.append(round(confidence * (1 - settings["disagrees"]) if key in lost else confidence, 4))
    table = pa.table({"observation_id": pa.array(ids, pa.string()), "confidence": pa.array(confidences, pa.float64())})
    return CONFIDENCES.conform(table).sort_by("observation_id")


def _losers(conflicts: pa.Table) -> set[str]:
    """Observations that a disagreement or a revision goes against; others that say the preferred value do not lose."""
    lost: set[str] = set()
    for row in conflicts.select(["kind", "observation_ids", "values", "preferred_id"]).to_pylist():
        if row["kind"] not in ("disagreement", "revision") or not row["preferred_id"]:
            continue
        values = dict(zip(row["observation_ids"], row["values"], strict=True))
        right = values.get(row["preferred_id"])
        others = {key for key, value in values.items() if value != right}
        # A stale reprint repeats the value; it is the period that is wrong.
        lost.update(others or values.keys() - {row["preferred_id"]})
    return lost
