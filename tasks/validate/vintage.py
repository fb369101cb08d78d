"""Why two documents differ: rounding, a revision, or a disagreement; and which value to prefer."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from tasks.validate.reading import printed_step
from tasks.validate.sources import Sources

_LOOSE = ("about", "over", "under", "min", "max")


def classify(
    rows: Sequence[Mapping[str, Any]], sources: Sources, settings: Mapping[str, Any]
) -> Mapping[str, Any] | None:
    """The conflict among rows of one key from several documents; None when one value is told by all of them."""
    told = _told(rows)
    if len(told) < 2 or _one_value_for_all(told):
        return None
    sides = sorted(
        (row for of_origin in told.values() for row in of_origin),
        key=lambda r: (sources.published(r), r["observation_id"]),
    )
    kind, why = _kind(sides, sources, settings)
    preferred = _preferred(kind, sides, sources)
    return {"kind": kind, "rows": sides, "key": sides[0], "preferred": preferred["observation_id"], "why": why}


def _told(rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    """Rows by origin, each value once, of reprints only the first."""
    told: dict[str, dict[float, Mapping[str, Any]]] = {}
    for row in rows:
        told.setdefault(row["origin"] or row["document_id"], {}).setdefault(row["value"], row)
    return {origin: list(by_value.values()) for origin, by_value in told.items()}


def _one_value_for_all(told: Mapping[str, Sequence[Mapping[str, Any]]]) -> bool:
    """Whether some value is told by every document: then the others are further figures of the same name."""
    sets = [{row["value"] for row in rows} for rows in told.values()]
    return bool(set.intersection(*sets))


def _half(row: Mapping[str, Any]) -> float:
    half = printed_step(row["mention"], row["value"]) / 2
    return max(half, 0.05 * abs(row["value"])) if row["qualifier"] in _LOOSE else half


def _rounded(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    gap: float = abs(a["value"] - b["value"])
    return gap <= (_half(a) + _half(b)) * (1 + 1e-9)


def _kind(sides: Sequence[Mapping[str, Any]], sources: Sources, settings: Mapping[str, Any]) -> tuple[str, str]:
    low, high = min(sides, key=lambda r: r["value"]), max(sides, key=lambda r: r["value"])
    if _rounded(low, high):
        return "rounding", "同一数值，取舍不同 (one value, printed to different precision)"
    first, last = sides[0], sides[-1]
    close: float = settings["reconcile"]["close"]
    reason = _revision(first, last, sources, settings["vintages"], close)
    if reason:
        return "revision", reason
    return "disagreement", _distance(low["value"], high["value"], close)


def _says(row: Mapping[str, Any], sources: Sources, words: Sequence[str]) -> str | None:
    said = (row["evidence"], row["indicator"], sources.title(row))
    return next((word for word in words if any(word in text for text in said)), None)


def _revision(
    first: Mapping[str, Any],
    last: Mapping[str, Any],
    sources: Sources,
    vintages: Mapping[str, Sequence[str]],
    close: float,
) -> str | None:
    """Why the later value replaces the earlier; None when nothing says so."""
    if sources.published(first) >= sources.published(last) or first["value"] == last["value"]:
        return None
    early, final = _says(first, sources, vintages["first"]), _says(last, sources, vintages["final"])
    if final:
        return f"后文说明为“{final}” (the later document says {final})"
    if early and not _says(last, sources, vintages["first"]):
        return f"先文说明为“{early}” (the earlier document says {early})"
    if _running(first, sources):
        return "先文发布时该时期尚未结束，是阶段数 (a running figure: the period had not ended when it was published)"
    near = abs(first["value"] - last["value"]) <= close * max(abs(first["value"]), abs(last["value"]))
    if near and first["source"] and first["source"] == last["source"]:
        return "同一来源后来发布了相近的另一数值 (the same source published another value near it later)"
    return None


def _running(row: Mapping[str, Any], sources: Sources) -> bool:
    """Whether a figure was published before its period had ended."""
    end = row["period_end"]
    return end is not None and sources.published(row).date() <= end


def _distance(low: float, high: float, close: float) -> str:
    """How far apart two values are, and what it looks like."""
    if low and high:
        power = math.log10(abs(high / low)) if high / low > 0 else 0.0
        if power >= 0.9 and abs(power - round(power)) < 1e-6:
            return f"相差 10 的 {round(power)} 次方倍，多半是单位错 (a power of ten apart: most likely a wrong unit)"
        if sorted(f"{low:.12g}".replace(".", "")) == sorted(f"{high:.12g}".replace(".", "")):
            return "数字相同而次序不同，多半是抄错 (the same digits in another order: most likely swapped)"
    gap = abs(high - low) / max(abs(high), abs(low), 1e-300)
    near = "相近" if gap <= close else "相差甚远"
    return f"{near}，差 {gap:.1%} ({'close' if gap <= close else 'far'}: {gap:.1%} apart)"


def _preferred(kind: str, sides: Sequence[Mapping[str, Any]], sources: Sources) -> Mapping[str, Any]:
    """The finest print of a rounded value, the latest of a revision, else the best ranked, most told, latest."""
    if kind == "rounding":
        return min(sides, key=lambda r: (_half(r), r["rank"], -sources.published(r).timestamp(), r["observation_id"]))
    if kind == "revision":
        return max(sides, key=lambda r: (sources.published(r), r["observation_id"]))
    told = Counter(row["value"] for row in sides)
    return min(
        sides, key=lambda r: (r["rank"], -told[r["value"]], -sources.published(r).timestamp(), r["observation_id"])
    )
