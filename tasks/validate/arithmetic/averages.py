"""Amounts of one thing on each of another: 亩产467公斤, 每百元收入中的成本84.86元, 每千人口床位7.12张, 13.67元/股."""

from __future__ import annotations

import math
from collections.abc import Sequence

from tasks.validate.arithmetic.facts import AGREES, Fact, Page, Relation, plain, related
from tasks.validate.arithmetic.portions import room_over, times_over
from tasks.validate.arithmetic.words import words

_SAID = 16
_BACK = 10
_ON = 6
_MOST = 6
_TIGHT = 0.08
_TIGHT_HIT = 0.25
"""The same where the amount comes out to the digit."""
_MANY = {"十": 10.0, "百": 100.0, "千": 1e3, "万": 1e4, "十万": 1e5, "百万": 1e6}
WEIGHTS = {"吨": 1000.0, "公斤": 1.0, "斤": 0.5}
"""What a unit of weight is in kilograms; amounts on each of something are told in all but the largest."""
_SMALL = ("公斤", "斤")


def average_of(page: Page, amount: Fact) -> Relation | None:
    """The total and the count near an amount that come to it, where its words or its unit say what it is counted on.

    Only a fit counts.
    """
    unit, _, base = amount.unit.partition("/")
    units, many = ((base,), 1.0) if base else counted_on(page, amount)
    if not units:
        return None
    near = _near(page, amount)
    pairs = [
        (total, count, scale * many)
        for total in near
        if (scale := scale_to(unit, total)) and total.value * scale > amount.value
        for count in near
        if count.unit in units and count is not total and count.value > many
    ][: _MOST**2]
    for total, count, scale in pairs:
        found = average(amount, total, count, scale)
        hit = math.isclose(found.computed, amount.value, rel_tol=1e-9)
        limit = _TIGHT_HIT if hit else _TIGHT
        if found.verdict == AGREES and 2 * len(pairs) * found.tolerance <= limit * amount.value:
            return found
    return None


def _near(page: Page, amount: Fact) -> Sequence[Fact]:
    """The levels of the sentence of an amount, and of the one before it."""
    after = page.following(amount, _ON)
    return [f for f in (*page.preceding(amount, _BACK, 1), *after) if f.measure == "level" and f.value > 0]


def counted_on(page: Page, amount: Fact) -> tuple[tuple[str, ...], float]:
    """The units that the words before an amount, or its name, say that it is counted on, and how many of them."""
    for said in (page.before(amount, _SAID), amount.name):
        found = words().on_each.search(said)
        if found:
            kind = (found.lastgroup or "").rstrip("_")
            many = found["many"] or found["many_"]
            return words().counted_on_each[kind], (_MANY.get(many) or float(many)) if many else 1.0
    return (), 1.0


def half_of(amount: Fact) -> float:
    """The most that rounding can have moved an average, which is rounded even where it is printed as an exact count."""
    return amount.half or 0.5


def scale_to(unit: str, total: Fact) -> float:
    """What one of the unit of a total is in a unit; 0 for things of another kind."""
    if total.unit == unit:
        return 1.0
    return WEIGHTS.get(total.unit, 0.0) / WEIGHTS[unit] if unit in _SMALL else 0.0


def average(amount: Fact, total: Fact, count: Fact, scale: float = 1.0) -> Relation:
    """A total over a count, `scale` times, against the amount on each that is printed."""
    room = half_of(amount) + scale * room_over(total, count)
    times = "" if scale == 1 else f"*{scale:g}"
    expression = f"{plain(total)}{times}/{plain(count)}"
    return related("per_head", (total, count), amount, amount.value, times_over(scale), room, expression)
