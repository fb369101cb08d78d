"""Amounts of one thing on each of another: 亩产467公斤, 每百元收入中的成本84.86元, 每千人口床位7.12张, 13.67元/股.

Only fits count.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from tasks.validate.arithmetic.facts import AGREES, Fact, Page, Relation, plain, related
from tasks.validate.arithmetic.words import words

_SAID = 16
_BACK = 10
_ON = 6
_MOST = 6
_ROUNDED = 0.5
"""An average is rounded even where it is printed as a whole number."""
_TIGHT = 0.08
_TIGHT_HIT = 0.25
"""The same where the amount comes out to the digit."""
_MANY = {"十": 10.0, "百": 100.0, "千": 1e3, "万": 1e4, "十万": 1e5, "百万": 1e6}
_SCALES = {("公斤", "吨"): 1e3, ("斤", "吨"): 2e3, ("斤", "公斤"): 2.0, ("公斤", "斤"): 0.5}
"""How many of the first unit make one of the second."""


def average_of(page: Page, amount: Fact) -> Relation | None:
    """The total and the count near an amount that come to it, where its words or its unit say what it is counted on."""
    unit, _, base = amount.unit.partition("/")
    units, many = _counted_on(page, amount)
    if base:
        units, many = (base,), 1.0
    if not units:
        return None
    near = _near(page, amount)
    pairs = [
        (total, count, scale * many)
        for total in near
        if (scale := _scale(unit, total)) and total.value * scale > amount.value
        for count in near
        if count.unit in units and count is not total and count.value > many
    ][: _MOST**2]
    for total, count, scale in pairs:
        found = _average(amount, total, count, scale)
        hit = math.isclose(found.computed, amount.value, rel_tol=1e-9)
        limit = _TIGHT_HIT if hit else _TIGHT
        if found.verdict == AGREES and 2 * len(pairs) * found.tolerance <= limit * amount.value:
            return found
    return None


def _near(page: Page, amount: Fact) -> Sequence[Fact]:
    """The levels of the sentence of an amount, and of the one before it."""
    after = page.following(amount, _ON)
    return [f for f in (*page.preceding(amount, _BACK, 1), *after) if f.measure == "level" and f.value > 0]


def _counted_on(page: Page, amount: Fact) -> tuple[tuple[str, ...], float]:
    """The units that the words before an amount, or its name, say that it is counted on, and how many of them."""
    for said in (page.before(amount, _SAID), amount.name):
        found = words().on_each.search(said)
        if found:
            kind = next(name for name, word in found.groupdict().items() if word and not name.startswith("many"))
            many = found["many"] or found["many_"]
            return words().counted_on_each[kind.rstrip("_")], (_MANY.get(many) or float(many)) if many else 1.0
    return (), 1.0


def _scale(unit: str, total: Fact) -> float:
    """What one of the unit of a total is in a unit; 0 for things of another kind."""
    return 1.0 if total.unit == unit else _SCALES.get((unit, total.unit), 0.0)


def _average(amount: Fact, total: Fact, count: Fact, scale: float) -> Relation:
    half = amount.half if 0 < amount.step < 1 else max(amount.half, _ROUNDED)
    room = half + scale * (total.half / count.value + count.half * total.value / count.value**2)

    def part(values: Sequence[float]) -> float:
        return scale * values[0] / (values[1] or math.inf)

    times = "" if scale == 1 else f"*{scale:g}"
    expression = f"{plain(total)}{times}/{plain(count)}"
    return related("per_head", (total, count), amount, amount.value, part, room, expression)
