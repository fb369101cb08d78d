"""Arithmetic found by search: two figures near a third that come to it, whatever the words between them.

Nothing binds these figures to each other, so only a fit is reported, and only where chance would hardly make one: the
nearer the figures stand, the fewer were tried before them, and all that were tried, each with the room that rounding
leaves it, must stay under a limit. Words that tell of such arithmetic (剩余, 户均, 高于) widen the limit.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from tasks.validate.arithmetic.adding import common_step, finest_step, room_of, total
from tasks.validate.arithmetic.amounts import amounts_of
from tasks.validate.arithmetic.facts import AGREES, Fact, Page, Relation, fits
from tasks.validate.arithmetic.gaps import PERCENT, POINTS, direction, gap_of
from tasks.validate.arithmetic.growths import difference_of, growth_of, signed
from tasks.validate.arithmetic.nearness import (
    HIT,
    NEAR,
    NO_AMOUNT,
    SENTENCES,
    Best,
    near_amounts,
    others_at,
    tries_between,
)
from tasks.validate.arithmetic.on_each import try_on_each
from tasks.validate.arithmetic.portions import one_of, rest_of
from tasks.validate.arithmetic.words import holds, words

_LEAST = 3
_SAID = 8
_CLAUSE = 24
_RATES = 4
_LIMIT = 0.02
_LIMIT_OF_SUMS = 0.01
_LIMIT_OF_CHANGES = 0.06
_LIMIT_TOLD = 0.2
_MOST_TIMES = 4.0
_LIMIT_OF_HEADS = 0.1
_ROUND = 10.0
_NAMED = 0.2
_DOUBTED = 0.1
"""What is left of a limit for a figure that other figures are held against."""
_SPREAD = 0.2
"""Rates of change crowd around nothing: that of a few points is met by chance more often than that of many."""


def find_unsaid(page: Page, found: Collection[Relation]) -> Iterator[Relation]:
    """The arithmetic of figures that nothing else explains, but for cells of tables."""
    if len(page.facts) < _LEAST:
        return
    stated = {each.stated.number for each in found if each.stated and each.verdict == AGREES}
    doubted = {each.stated.number for each in found if each.stated} - stated
    known = {_key(each) for each in found if each.stated and each.verdict == AGREES}
    listed = _Lists(found)
    for fact in _tryable(page):
        best = Best()
        limit = _tried(page, fact, stated, listed, best)
        if best.relation is None:
            continue
        limit *= _DOUBTED if fact.number in doubted else 1.0
        if best.chance <= limit and _key(best.relation) not in known:
            known.add(_key(best.relation))
            listed.add(best.relation)
            yield best.relation


def _tryable(page: Page) -> list[Fact]:
    """The figures that may be of others, but for cells: what is printed as a result before levels, any three of which
    may be a sum."""
    amounts = amounts_of(page)
    told = holds(page.text, words().each_signs)
    counted = amounts.by_unit.items() if not told else ()
    few = {unit for unit, facts in counted if len(facts) < _LEAST and unit not in NO_AMOUNT}
    tried = [f for f in page.facts if f.value and f.unit not in few and f.number not in amounts.cells]
    return sorted(tried, key=_is_level)


def _is_level(fact: Fact) -> bool:
    return fact.measure == "level"


def _key(relation: Relation) -> frozenset[int]:
    """The figures of a relation, whichever of them states it."""
    return frozenset(fact.number for fact in (*relation.parts, *([relation.stated] if relation.stated else [])))


class _Lists:
    """Which figures go together in a sum that is known: others of them come to something by chance only."""

    def __init__(self, found: Iterable[Relation]) -> None:
        self._with: dict[int, set[int]] = {}
        for relation in found:
            if relation.kind in ("sum", "difference") and relation.verdict == AGREES:
                self.add(relation)

    def add(self, relation: Relation) -> None:
        numbers = _key(relation)
        for number in numbers:
            self._with.setdefault(number, set()).update(numbers)

    def hold(self, first: Fact, second: Fact) -> bool:
        return second.number in self._with.get(first.number, ())


def _tried(page: Page, fact: Fact, stated: Collection[int], listed: _Lists, best: Best) -> float:
    """Try what a figure may be of others; how many of such fits chance may make."""
    free = fact.number not in stated
    if fact.unit in ("%", "倍", "‰"):
        if free and fact.measure == "growth" and fact.unit != "‰":
            _growth(page, fact, best)
        elif free and fact.measure == "share":
            _share(page, fact, best)
        return _LIMIT
    if fact.unit == POINTS:
        if free and fact.measure == "change":
            _gap(page, fact, best)
        return _LIMIT_TOLD
    amount = fact.measure in ("level", "change") and fact.unit not in NO_AMOUNT
    return _tried_amount(page, fact, listed, best, free=free) if amount else 0.0


def _tried_amount(page: Page, fact: Fact, listed: _Lists, best: Best, *, free: bool) -> float:
    """The same for an amount: one on each of something, a change, what is left, a sum."""
    said = page.before(fact, _SAID)
    if fact.measure == "level" and holds(said, words().each_signs) and words().each_told.search(said):
        if free:
            try_on_each(page, fact, best)
        return _LIMIT_OF_HEADS
    if len(amounts_of(page).by_unit[fact.unit]) < _LEAST:
        return 0.0
    if fact.measure == "change" or words().rest_told.search(said):
        if free:
            _difference(page, fact, best)
        return _LIMIT_OF_CHANGES if fact.measure == "change" else _LIMIT_TOLD
    _sum(page, fact, listed, best)
    return _LIMIT_OF_SUMS


def _growth(page: Page, rate: Fact, best: Best) -> None:
    """The level whose growth a rate is, and the one that it has grown from."""
    scale = 1.0 if rate.unit == "倍" else 100.0
    stated = signed(page, rate)
    ratio = 1 + stated / scale
    if not 1 / _MOST_TIMES < ratio < _MOST_TIMES:
        return
    for rank, new in enumerate(near_amounts(page, rate)[:NEAR], start=1):
        old_value = abs(new.value) / ratio
        room = old_value * (rate.half / scale / ratio + new.half / abs(new.value))
        for old in others_at(page, new.unit, old_value, room, new):
            if old.value != new.value and old.value > 0 < new.value:
                found = growth_of(old, new, rate, stated)
                wide = 2 * found.tolerance * max(1 / scale, _SPREAD / abs(stated))
                if old.name == new.name and old.period != new.period and wide < 1:
                    wide *= _NAMED  # one thing at two times
                best.offer(wide * rank * tries_between(page, new, old), found)


def _share(page: Page, share: Fact, best: Best) -> None:
    """The part whose share a percentage is, and its whole."""
    scale = 1000.0 if share.unit == "‰" else 100.0
    if share.value <= 0:
        return
    for rank, part in enumerate(near_amounts(page, share)[:NEAR], start=1):
        value = abs(part.value)
        whole_value = scale * value / share.value
        room = whole_value * (share.half / share.value + part.half / value)
        for whole in others_at(page, part.unit, whole_value, room, part):
            if whole.value > 0:
                found = one_of(replace(part, value=value), whole, share)
                wide = max(2 * found.tolerance, min(common_step((share,)), _ROUND * share.step))
                if math.isclose(found.computed, share.value, rel_tol=HIT):
                    wide = min(wide, scale * common_step((part,)) / part.value)
                best.offer(wide / max(scale, share.value) * rank * tries_between(page, part, whole), found)
    if share.value < scale and share.name.endswith(words().rate_names):
        _left(page, share, scale, best)


def _left(page: Page, share: Fact, scale: float, best: Best) -> None:
    """检出不合格 N，合格率 S: the share of what a count leaves."""
    for rank, part in enumerate(near_amounts(page, share)[:NEAR], start=1):
        rest = scale - share.value
        whole_value = scale * abs(part.value) / rest
        room = whole_value * (share.half / rest + part.half / abs(part.value))
        for whole in others_at(page, part.unit, whole_value, room, part):
            if part.value > 0 < whole.value:
                found = rest_of(part, whole, share)
                wide = 2 * found.tolerance * max(1 / scale, _SPREAD / rest)
                best.offer(wide * rank * tries_between(page, part, whole), found)


def _gap(page: Page, gap: Fact, best: Best) -> None:
    """高于农村居民增速 6.4个百分点, both rates among the last ones before it: the verb tells which is above."""
    said = page.before(gap, _CLAUSE)
    sign = direction(said)
    if not sign or words().against_earlier.search(said):
        return
    before = [
        f
        for f in page.preceding(gap, 2 * NEAR, SENTENCES)
        if f.unit in PERCENT and f.number not in amounts_of(page).cells
    ]
    rates = [f for f in before if f.measure in ("growth", "share")][:_RATES]
    pairs = [pair for pair in combinations(rates, 2) if pair[0].measure == pair[1].measure]
    for tries, (theirs, ours) in enumerate(pairs, start=1):
        for one, other in ((ours, theirs), (theirs, ours)):
            if math.isclose(sign * (one.value - other.value), abs(gap.value), rel_tol=1e-6):
                spread = max(abs(rate.value) for rate in (one, other))
                wide = (gap.step or 1.0) / spread
                best.offer(wide * tries, gap_of(one, other, gap, sign))


def _difference(page: Page, change: Fact, best: Best) -> None:
    """The two amounts between which a change, or what is left, lies."""
    size = abs(change.value)
    alike = [f for f in near_amounts(page, change) if f.unit == change.unit][:NEAR]
    if change.measure == "level":
        alike = [f for f in alike if f.number < change.number]
    for rank, near in enumerate(alike, start=1):
        for value in (near.value + size, near.value - size):
            for other in others_at(page, near.unit, value, near.half + change.half, near):
                if (
                    other is change
                    or near.measure == other.measure == "change"
                    or (change.measure == "level" and other.number > change.number)
                ):
                    continue
                old, new = sorted((other, near), key=lambda f: f.number)
                found = difference_of(old, new, change)
                gap = abs(new.value - old.value) - size
                wide = _width((change, new, old), 2 * found.tolerance, gap)
                best.offer(wide / size * rank * tries_between(page, near, other), found)


def _width(facts: Sequence[Fact], room: float, gap: float) -> float:
    """How much of its size a sum may miss to be called a fit: to the digit of the finest figure where it hits."""
    return finest_step(facts) if abs(gap) <= HIT * facts[0].value else max(room, common_step(facts))


def _sum(page: Page, whole: Fact, listed: _Lists, best: Best) -> None:
    """Two amounts that come to a third, one of them at least near it."""
    held, reach = amounts_of(page), min(NEAR, int(_LIMIT_OF_SUMS * whole.value / (whole.step / _ROUND or 1.0)))
    places, cells = held.places, held.cells
    amounts, place = held.by_unit[whole.unit], places[whole.number]
    near = [*amounts[max(place - reach, 0) : place], *amounts[place + 1 : place + 1 + reach]]
    for part in near:
        if not 0 < part.value < whole.value or abs(part.sentence - whole.sentence) > 2 * SENTENCES:
            continue
        if listed.hold(part, whole) or part.status != whole.status or part.number in cells:
            continue
        for other in others_at(page, whole.unit, whole.value - part.value, whole.half + part.half, part):
            facts = (whole, part, other)
            if other is whole or other.number < part.number or not all(f.exact and f.value > 0 for f in facts):
                continue
            room, made = room_of(whole, (part, other)), part.value + other.value
            if listed.hold(part, other) or listed.hold(other, whole) or 4 * room >= min(part.value, other.value):
                continue
            if fits(whole.value, made, room):
                tries = abs(places[part.number] - place) * tries_between(page, part, other)
                wide = _width(facts, 2 * room, whole.value - made)
                best.offer(tries * wide / whole.value, total(whole, (part, other)))
