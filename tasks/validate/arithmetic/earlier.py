"""Changes from a figure that words or its period give to an earlier time. Only fits count.

本周成交930套，上周成交1325套，成交套数下降29.8% · 增长5.6%，比上年同期回落1.2个百分点，上年同期为6.8%.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator

from tasks.validate.arithmetic.facts import AGREES, JOINED, Fact, Page, Relation
from tasks.validate.arithmetic.gaps import POINTS
from tasks.validate.arithmetic.grids import is_cell
from tasks.validate.arithmetic.growths import difference_of, growth_of, noted, signed
from tasks.validate.arithmetic.words import holds, words

_SAID = 14
_NEAR = 6
_REACH = 8
_BACK = 3
_SENTENCES = 1
_ON = 2
_MOST_TIMES = 5.0
_TIGHT = 0.15
_RATES = ("share", "growth")


def find_since_earlier(page: Page, taken: Collection[int]) -> Iterator[Relation]:
    """Every difference and growth behind a level and an earlier one, but for those that are explained (`taken`)."""
    yield from _since(page, taken, ("level",))


def find_rates_since_earlier(page: Page, taken: Collection[int]) -> Iterator[Relation]:
    """The same of rates, whose changes are in points and may stand before them too."""
    yield from _since(page, taken, _RATES)


def _since(page: Page, taken: Collection[int], measures: Collection[str]) -> Iterator[Relation]:
    done = set(taken)
    olds = {fact.number for fact in _earlier(page, measures)}
    for number in sorted(olds):
        old = page.facts[number]
        for new in _later(page, old, olds):
            yield from noted(_told(page, old, new, done), done)


def _earlier(page: Page, measures: Collection[str]) -> Iterator[Fact]:
    """The figures that words give to an earlier time, those that a list goes on with, those of an earlier period."""
    spoken = holds(page.text, words().earlier_signs)
    last: Fact | None = None
    for fact in page.facts:
        if fact.measure not in measures or not fact.value:
            continue
        listed = last is not None and fact.number == last.number + 1 and JOINED.match(page.between(last, fact))
        if listed or (spoken and words().earlier_time.search(page.before(fact, _SAID))):
            last = fact
            yield fact
        elif _is_of_earlier_period(page, fact):
            yield fact


def _is_of_earlier_period(page: Page, fact: Fact) -> bool:
    """Whether the next figure is of the same thing in a later period: 2018年1256人，2019年1312人."""
    after = page.facts[fact.number + 1] if fact.number + 1 < len(page.facts) else None
    if after is None or not fact.period or not after.period or fact.measure != "level" or fact.name != after.name:
        return False
    return _alike(fact, after) and fact.sentence == after.sentence and fact.period < after.period


def _alike(old: Fact, new: Fact) -> bool:
    """Whether two figures may be the same thing at two times."""
    measures = old.measure == new.measure or {old.measure, new.measure} <= set(_RATES)
    return measures and old.unit == new.unit and old.status == new.status


def _later(page: Page, old: Fact, olds: Collection[int]) -> Iterator[Fact]:
    """The figures of the kind of an old one near it, those before it first."""
    before = page.preceding(old, _NEAR, _SENTENCES)
    after = [f for f in page.facts[old.number + 1 : old.number + 1 + _NEAR] if f.sentence - old.sentence <= _SENTENCES]
    for fact in (*before, *after):
        if _alike(old, fact) and fact.number not in olds and _are_of_one_size(old, fact):
            yield fact


def _are_of_one_size(old: Fact, new: Fact) -> bool:
    if old.measure != "level":
        return True
    return old.value > 0 and old.value < _MOST_TIMES * new.value < _MOST_TIMES**2 * old.value


def _told(page: Page, old: Fact, new: Fact, done: Collection[int]) -> Iterator[Relation]:
    """The results behind the first of two levels, or beside both rates, that are the change between them."""
    first, last = sorted((old.number, new.number))
    start = first + 1 if old.measure == "level" else max(first - _BACK, 0)
    for result in page.facts[start : last + 1 + _REACH]:
        if result.sentence - page.facts[last].sentence > _ON:
            return
        apart = is_cell(page, result) or result.number in done
        found = None if apart else _change(page, old, new, result)
        if found and _is_fine(old, new, result, found):
            yield found


def _change(page: Page, old: Fact, new: Fact, result: Fact) -> Relation | None:
    if old.measure == "level" and result.measure == "growth" and result.unit == "%":
        return growth_of(old, new, result, signed(page, result))
    points = old.measure != "level" and result.unit == POINTS
    if result.measure == "change" and (points or result.unit == new.unit):
        return difference_of(old, new, result)
    return None


def _is_fine(old: Fact, new: Fact, result: Fact, found: Relation) -> bool:
    """Whether a change fits too well for chance: points to the digit, all else by its room."""
    if found.verdict != AGREES or not result.value:
        return False
    hit = math.isclose(abs(found.computed), abs(result.value), rel_tol=1e-6)
    if result.unit == POINTS:
        return hit and all(abs(result.number - each.number) <= _BACK for each in (old, new))
    tries = result.number - max(old.number, new.number)
    if tries < 0:  # 5.62万人，比上年多0.31万人，上年为5.31万人
        return hit and found.kind == "difference"
    room = max(2 * found.tolerance, result.step or (1.0 if found.kind == "difference" else 0.0))
    return tries * room <= _TIGHT * abs(result.value)
