"""Amounts a unit of area, and amounts a head in other units than their total: 人口密度, 单位面积产量, 人均粮食.

Only fits count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.validate.arithmetic.averages import WEIGHTS, average, half_of
from tasks.validate.arithmetic.facts import AGREES, Fact, Page, Relation
from tasks.validate.arithmetic.partitions import own_words
from tasks.validate.arithmetic.words import holds, words

_SAID = 12
_NEAR = 40
_MOST = 6
_TIGHT = 0.02
_TIGHT_HIT = 0.3
"""The same where the amount comes out to its last digit."""
_SAME = 2


def find_densities(page: Page) -> Iterator[Relation]:
    """Every density, yield and amount a head whose total and base are printed in other units."""
    if not holds(page.text, words().density_signs):
        return
    for amount in page.facts:
        if amount.measure != "level" or not amount.value:
            continue
        said = page.before(amount, _SAID) + amount.name
        unit, _, base = amount.unit.partition("/")
        if unit == "人" and words().density.search(said):
            yield from _first(amount, _populations(page, amount), _of_unit(page, amount, "平方公里"), 1.0)
        elif unit in WEIGHTS and base in ("公顷", "亩"):
            totals = [f for f in _of_unit(page, amount, "吨") if _of_one_crop(f, amount)]
            areas = [f for f in _of_unit(page, amount, base) if _of_one_crop(f, amount)]
            yield from _first(amount, totals, areas, WEIGHTS["吨"] / WEIGHTS[unit])
        elif unit == "公斤" and words().any_head.search(said):
            totals = [
                f for f in _of_unit(page, amount, "吨") if f.sentence == amount.sentence and f.start < amount.start
            ]
            yield from _first(amount, totals, _populations(page, amount), WEIGHTS["吨"])


def _of_unit(page: Page, amount: Fact, unit: str) -> list[Fact]:
    """The levels of a unit around an amount, nearest first."""
    near = page.facts[max(amount.number - _NEAR, 0) : amount.number + _NEAR]
    levels = [f for f in near if f.unit == unit and f.measure == "level" and f is not amount and f.value > 0]
    return sorted(levels, key=lambda fact: abs(fact.number - amount.number))


def _populations(page: Page, amount: Fact) -> list[Fact]:
    said = ((f, own_words(f, page) + f.name) for f in _of_unit(page, amount, "人"))
    return [fact for fact, name in said if words().people.search(name)]


def _of_one_crop(fact: Fact, amount: Fact) -> bool:
    """Whether two figures are of one crop by the beginnings of their names: 粮食播种面积, 粮食单位面积产量."""
    return fact.name[:_SAME] == amount.name[:_SAME]


def _first(amount: Fact, totals: Sequence[Fact], bases: Sequence[Fact], scale: float) -> Iterator[Relation]:
    """The first total over a base that comes to an amount, too exactly for chance."""
    pairs = [(total, base) for total in totals[:_MOST] for base in bases[:_MOST]]
    for tries, (total, base) in enumerate(pairs, 1):
        found = average(amount, total, base, scale)
        hit = abs(found.computed - amount.value) <= half_of(amount)
        limit = _TIGHT_HIT if hit else _TIGHT
        if found.verdict == AGREES and 2 * tries * found.tolerance <= limit * amount.value:
            yield found
            return
