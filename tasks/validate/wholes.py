"""Checks across rows: a level against last year's level and the growth, a region against the sum of its parts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from tasks.validate.plain import plain_rows
from tasks.validate.reading import printed_step

_YEAR = re.compile(r"\d{4}")
_TOLD = (
    "observation_id", "name_key", "indicator_id", "indicator", "measure", "unit", "region_code", "period", "value",
    "mention", "evidence", "baseline", "source", "published_at",
)  # fmt: skip
_PREVIOUS = ("previous_year", "上年", "上年同期")
_BEFORE = 14
COUNTRY = "100000"
OUTSIDE = ("710000", "810000", "820000")
"""Provinces that national totals leave out."""


def best_rows(facts: pa.Table, measure: str) -> pa.Table:
    """The row to trust of each name, unit, region and period: best rank, then latest, then by id."""
    chosen = facts.filter(pc.and_(pc.equal(facts["measure"], measure), pc.equal(facts["qualifier"], "exact")))
    ordered = chosen.sort_by([("rank", "ascending"), ("published_at", "descending"), ("observation_id", "ascending")])
    ordered = ordered.append_column("place", pa.array(range(len(ordered)), pa.int64()))
    first = ordered.group_by(["name_key", "unit", "region_code", "period"]).aggregate([("place", "min")])
    return ordered.take(_sorted(first["place_min"])).select(list(_TOLD))


def _sorted(places: pa.ChunkedArray) -> pa.Array:
    values = places.combine_chunks()
    return values.take(pc.sort_indices(values))


def year_before(period: str) -> str:
    """The same period a year earlier: 2022 → 2021, 2024-01/2024-04 → 2023-01/2023-04."""
    return _YEAR.sub(lambda found: f"{int(found[0]) - 1:04d}", period)


def growth_conflicts(facts: pa.Table, settings: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Growths that neither rounding nor prices explain, given the levels of both years."""
    other_span = re.compile("|".join(settings["not_yearly"]))
    growths = [row for row in plain_rows(best_rows(facts, "growth")) if row["unit"] == "%" and _yearly(row, other_span)]
    if not growths:
        return
    levels: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    names = pa.array(sorted({row["name_key"] for row in growths}), pa.string())
    table = best_rows(facts, "level")
    for row in plain_rows(table.filter(pc.is_in(table["name_key"], names))):
        levels[row["name_key"], row["region_code"], row["period"]].append(row)
    for growth in growths:
        key = growth["name_key"], growth["region_code"]
        for new in levels.get((*key, growth["period"]), ()):
            for old in levels.get((*key, year_before(growth["period"])), ()):
                conflict = _growth_conflict(old, new, growth, settings["reconcile"])
                if conflict:
                    yield conflict


def _yearly(row: Mapping[str, Any], other_span: re.Pattern[str]) -> bool:
    """Whether a growth is against the year before: it says so, or nothing right before it says otherwise."""
    if row["baseline"] is not None:
        return row["baseline"] in _PREVIOUS
    at = row["evidence"].find(row["mention"])
    before = row["evidence"][max(at - _BEFORE, 0) : at] if at >= 0 else ""
    return not other_span.search(before + row["indicator"])


def _growth_conflict(
    old: Mapping[str, Any], new: Mapping[str, Any], growth: Mapping[str, Any], settings: Mapping[str, Any]
) -> Mapping[str, Any] | None:
    if old["unit"] != new["unit"] or old["value"] <= 0:
        return None
    ratio = new["value"] / old["value"]
    rounding = (_step(new) + ratio * _step(old)) / 2 / old["value"] * 100 + _step(growth) / 2
    slack = settings["growth_slack_money"] if "元" in new["unit"] else settings["growth_slack"]
    computed = (ratio - 1) * 100
    gap = abs(computed - growth["value"])
    if gap <= rounding + slack:
        return None
    why = (
        f"两年水平算得增长 {computed:.2f}%，文中说 {growth['value']:g}%，差 {gap:.2f} 个百分点 "
        f"(levels give {computed:.2f} %, stated {growth['value']:g} %)"
    )
    return {"kind": "growth_mismatch", "rows": [old, new, growth], "key": growth, "preferred": None, "why": why}


def _step(row: Mapping[str, Any]) -> float:
    return printed_step(row["mention"], row["value"])


def children_by_year(regions: pa.Table) -> dict[str, list[Mapping[str, Any]]]:
    """The direct parts of each region, with their years."""
    children: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in regions.select(["region_code", "parent_code", "valid_from", "valid_to"]).to_pylist():
        if row["parent_code"] and row["region_code"] not in OUTSIDE:
            children[row["parent_code"]].append(row)
    return children


def sum_conflicts(facts: pa.Table, regions: pa.Table, settings: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Wholes that are not the sum of their parts, where every part is there."""
    children = children_by_year(regions)
    table = best_rows(facts, "level")
    additive = pc.invert(pc.match_substring_regex(table["indicator"], "|".join(settings["not_additive"])))
    rows = table.filter(pc.and_(additive, pc.invert(pc.match_substring_regex(table["unit"], r"[%‰/]"))))
    groups: dict[tuple[str, str, str], dict[str, dict[str, Any]]] = defaultdict(dict)
    for row in plain_rows(rows):
        groups[row["name_key"], row["unit"], row["period"]][row["region_code"]] = row
    for (_, _, period), by_region in groups.items():
        year = int(period[:4])
        for code in by_region.keys() & children.keys():
            parts = _parts(children[code], by_region, year)
            conflict = _sum_conflict(by_region[code], parts, settings["reconcile"]["sum_slack"]) if parts else None
            if conflict:
                yield conflict


def _parts(
    children: Sequence[Mapping[str, Any]], by_region: Mapping[str, dict[str, Any]], year: int
) -> list[dict[str, Any]] | None:
    """The rows of all parts that existed in the year; None when one is missing."""
    codes = {
        child["region_code"]
        for child in children
        if child["valid_from"] <= year and (child["valid_to"] is None or child["valid_to"] >= year)
    }
    if len(codes) < 2 or not codes <= by_region.keys():
        return None
    return [by_region[code] for code in sorted(codes)]


def _sum_conflict(
    whole: Mapping[str, Any], parts: Sequence[Mapping[str, Any]], slack: float
) -> Mapping[str, Any] | None:
    total = sum(part["value"] for part in parts)
    rounding = (_step(whole) + sum(_step(part) for part in parts)) / 2
    gap = abs(total - whole["value"])
    if gap <= rounding + slack * abs(whole["value"]):
        return None
    why = f"各部分之和为 {total:.10g}，整体为 {whole['value']:.10g} (the {len(parts)} parts come to {total:.10g})"
    return {"kind": "sum_mismatch", "rows": [whole, *parts], "key": whole, "preferred": None, "why": why}
