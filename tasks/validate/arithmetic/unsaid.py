"""Arithmetic found by search: two figures near a third that come to it, whatever the words between them.

Nothing binds these figures to each other, so only a fit is reported, and only where chance would hardly make one: the
nearer the figures stand, the fewer were tried before them, and all that were tried, each with the room that rounding
leaves it, must stay under a limit. Words that tell of such arithmetic (剩余, 户均, 高于) widen the limit.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from tasks.validate.arithmetic.adding import common_step, finest_step, room_of, total
from tasks.validate.arithmetic.amounts import amounts_of
from tasks.validate.arithmetic.facts import AGREES, Fact, Page, Relation, fits
from tasks.validate.arithmetic.gaps import POINTS
from tasks.validate.arithmetic.growths import difference_of
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
from tasks.validate.arithmetic.unsaid_rates import try_gap, try_growth, try_ratio, try_share
from tasks.validate.arithmetic.words import holds, words

_LEAST = 3
_SAID = 8
_LIMIT = 0.02
_LIMIT_OF_SUMS = 0.01
_LIMIT_OF_CHANGES = 0.06
_LIMIT_TOLD = 0.2
_LIMIT_OF_HEADS = 0.09
_ROUND = 10.0
_DOUBTED = 0.1
"""What is left of a limit for a figure that other figures are held against."""


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
    told = holds(page.text, words().each_words)
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
    """Which figures go together in a sum that is known: others of them come to something by chance only. And which are
    amounts on each of something, as the one that follows them may be."""

    def __init__(self, found: Iterable[Relation]) -> None:
        self._with: dict[int, set[int]] = {}
        self.averages: set[int] = set()
        for relation in found:
            if relation.kind in ("sum", "difference", "per_head") and relation.verdict == AGREES:
                self.add(relation)

    def add(self, relation: Relation) -> None:
        if relation.kind == "per_head" and relation.stated:
            self.averages.add(relation.stated.number)
            return
        numbers = _key(relation)
        for number in numbers:
            self._with.setdefault(number, set()).update(numbers)

    def hold(self, first: Fact, second: Fact) -> bool:
        return second.number in self._with.get(first.number, ())


def _tried(page: Page, fact: Fact, stated: Collection[int], listed: _Lists, best: Best) -> float:
    """Try what a figure may be of others; how many of such fits chance may make."""
    free = fact.number not in stated
    if fact.measure == "ratio":
        if free and fact.value > 0:
            try_ratio(page, fact, best)
        return _LIMIT
    if fact.unit in ("%", "倍", "‰"):
        if free and fact.measure == "growth" and fact.unit != "‰":
            try_growth(page, fact, best)
        elif free and fact.measure == "share":
            try_share(page, fact, best)
        return _LIMIT
    if fact.unit == POINTS:
        if free and fact.measure == "change":
            try_gap(page, fact, best)
        return _LIMIT_TOLD
    amount = fact.measure in ("level", "change") and fact.unit not in NO_AMOUNT
    return _tried_amount(page, fact, listed, best, free=free) if amount else 0.0


def _tried_amount(page: Page, fact: Fact, listed: _Lists, best: Best, *, free: bool) -> float:
    """The same for an amount: one on each of something, a change, what is left, a sum."""
    said = page.before(fact, _SAID)
    if fact.measure == "level" and (holds(said, words().each_words) or _follows_average(page, fact, listed)):
        if free:
            try_on_each(page, fact, best)
        return _LIMIT_OF_HEADS
    if len(amounts_of(page).by_unit[fact.unit]) < _LEAST:
        return 0.0
    if fact.measure == "change" or (free and words().rest_told.search(said)):
        if free:
            _difference(page, fact, best)
        return _LIMIT_OF_CHANGES if fact.measure == "change" else _LIMIT_TOLD
    # 甲 A，乙 B。甲和乙合计 C: the two right before may be parts of something else as well.
    told = words().strong_total.search(said) is not None
    _sum(page, fact, listed, best, told=told)
    return _LIMIT_OF_HEADS if told else _LIMIT_OF_SUMS


def _follows_average(page: Page, fact: Fact, listed: _Lists) -> bool:
    """Whether a figure goes on from an amount on each: 商品房每平方米8919元，其中住宅8936元."""
    if not fact.number:
        return False
    before = page.facts[fact.number - 1]
    return before.number in listed.averages and before.unit == fact.unit and before.sentence == fact.sentence


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
                if 4 * found.tolerance < min(size, abs(near.value), abs(other.value)):
                    best.offer(wide / size * rank * tries_between(page, near, other), found)


def _width(facts: Sequence[Fact], room: float, gap: float) -> float:
    """How much of its size a sum may miss to be called a fit: to the digit of the finest figure where it hits."""
    return finest_step(facts) if abs(gap) <= HIT * facts[0].value else max(room, common_step(facts))


def _sum(page: Page, whole: Fact, listed: _Lists, best: Best, *, told: bool) -> None:
    """Two amounts that come to a third, one of them at least near it."""
    held = amounts_of(page)
    reach = NEAR if told else min(NEAR, int(_LIMIT_OF_SUMS * whole.value / (whole.step / _ROUND or 1.0)))
    if reach < 1:
        return
    places, cells = held.places, held.cells
    amounts, place = held.by_unit[whole.unit], places[whole.number]
    near = [*amounts[max(place - reach, 0) : place], *amounts[place + 1 : place + 1 + reach]]
    near = amounts[max(place - 2, 0) : place] if told else near
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
            if (
                (listed.hold(part, other) and not told)
                or listed.hold(other, whole)
                or 4 * room >= min(part.value, other.value)
            ):
                continue
            if fits(whole.value, made, room):
                tries = abs(places[part.number] - place) * tries_between(page, part, other)
                wide = _width(facts, 2 * room, whole.value - made)
                best.offer(tries * wide / whole.value, total(whole, (part, other)))
