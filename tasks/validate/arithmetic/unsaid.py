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
from tasks.validate.arithmetic.averages import average
from tasks.validate.arithmetic.facts import AGREES, Fact, Page, Relation, fits
from tasks.validate.arithmetic.gaps import PERCENT, POINTS, direction, gap_of
from tasks.validate.arithmetic.growths import difference_of, growth_of, signed
from tasks.validate.arithmetic.portions import one_of
from tasks.validate.arithmetic.words import holds, words

_NEAR = 8
_SENTENCES = 2
_LEAST = 3
_AFTER = 3
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
_SPREAD = 0.2
"""Rates of change crowd around nothing: that of a few points is met by chance more often than that of many."""
_HIT = 1e-9
_NO_AMOUNT = ("%", "‰", POINTS, "")


class Best:
    """The likeliest of the relations that were tried, with how many of them chance would make."""

    def __init__(self) -> None:
        self.relation: Relation | None = None
        self.chance = math.inf

    def offer(self, chance: float, found: Relation) -> None:
        """Take a relation where it agrees and is less of a chance than the best so far."""
        if chance < self.chance and found.verdict == AGREES:
            self.relation, self.chance = found, chance


def find_unsaid(page: Page, found: Collection[Relation]) -> Iterator[Relation]:
    """The arithmetic of figures that nothing else explains, but for cells of tables."""
    if len(page.facts) < _LEAST:
        return
    cells = amounts_of(page).cells
    stated = {each.stated.number for each in found if each.stated}
    known = {_key(each) for each in found if each.stated}
    listed = _Lists(found)
    # What is printed as a result comes before levels, any three of which may be a sum.
    for fact in sorted(page.facts, key=_is_level):
        if not fact.value or fact.number in cells:
            continue
        best = Best()
        limit = _tried(page, fact, stated, listed, best)
        if best.relation and best.chance <= limit and _key(best.relation) not in known:
            known.add(_key(best.relation))
            listed.add(best.relation)
            yield best.relation


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
    amount = fact.measure in ("level", "change") and fact.unit not in _NO_AMOUNT
    return _tried_amount(page, fact, listed, best, free=free) if amount else 0.0


def _tried_amount(page: Page, fact: Fact, listed: _Lists, best: Best, *, free: bool) -> float:
    """The same for an amount: one on each of something, a change, what is left, a sum."""
    few = len(amounts_of(page).by_unit[fact.unit]) < _LEAST
    if few and not holds(page.text, words().each_signs):
        return 0.0
    said = page.before(fact, _SAID)
    if fact.measure == "level" and words().each_told.search(said):
        if free:
            _on_each(page, fact, best)
        return _LIMIT_OF_HEADS
    if few:
        return 0.0
    if fact.measure == "change" or words().rest_told.search(said):
        if free:
            _difference(page, fact, best)
        return _LIMIT_OF_CHANGES if fact.measure == "change" else _LIMIT_TOLD
    if (fact.step / _ROUND or 1.0) <= _LIMIT_OF_SUMS * fact.value:  # else three figures may be a sum by chance
        _sum(page, fact, listed, best)
    return _LIMIT_OF_SUMS


def _near(page: Page, fact: Fact) -> list[Fact]:
    """The amounts around a figure, nearest first, those before it sooner."""
    before = page.preceding(fact, 2 * _NEAR, _SENTENCES)
    levels = [f for f in (*before, *page.following(fact, _AFTER)) if f.measure in ("level", "change")]
    return [f for f in levels if f.unit not in _NO_AMOUNT and f.value]


def _others(page: Page, unit: str, value: float, room: float, beside: Fact) -> list[Fact]:
    """The amounts of a unit that are a value but for so much, cells of tables and the one they go with apart."""
    cells, found = amounts_of(page).cells, amounts_of(page).at(unit, value, room)
    return [f for f in found if f is not beside and f.status == beside.status and f.number not in cells]


def _apart(page: Page, first: Fact, second: Fact) -> int:
    """How many amounts of its unit were looked at from one on to reach another: those before it sooner."""
    places = amounts_of(page).places
    distance = places[first.number] - places[second.number]
    if first.name == second.name and abs(distance) > 1:
        return _SENTENCES
    return distance if distance > 0 else -2 * distance


def _growth(page: Page, rate: Fact, best: Best) -> None:
    """The level whose growth a rate is, and the one that it has grown from."""
    scale = 1.0 if rate.unit == "倍" else 100.0
    stated = signed(page, rate)
    ratio = 1 + stated / scale
    if not 1 / _MOST_TIMES < ratio < _MOST_TIMES:
        return
    for rank, new in enumerate(_near(page, rate)[:_NEAR], start=1):
        old_value = abs(new.value) / ratio
        room = old_value * (rate.half / scale / ratio + new.half / abs(new.value))
        for old in _others(page, new.unit, old_value, room, new):
            if old.value != new.value and old.value > 0 < new.value:
                found = growth_of(old, new, rate, stated)
                wide = 2 * found.tolerance * max(1 / scale, _SPREAD / abs(stated))
                if old.name == new.name and old.period != new.period and wide < 1:
                    wide *= _NAMED  # one thing at two times
                best.offer(wide * rank * _apart(page, new, old), found)


def _share(page: Page, share: Fact, best: Best) -> None:
    """The part whose share a percentage is, and its whole."""
    scale = 1000.0 if share.unit == "‰" else 100.0
    if share.value <= 0:
        return
    for rank, part in enumerate(_near(page, share)[:_NEAR], start=1):
        value = abs(part.value)
        whole_value = scale * value / share.value
        room = whole_value * (share.half / share.value + part.half / value)
        for whole in _others(page, part.unit, whole_value, room, part):
            if whole.value > 0:
                found = one_of(replace(part, value=value), whole, share)
                wide = max(2 * found.tolerance, min(common_step((share,)), _ROUND * share.step))
                if math.isclose(found.computed, share.value, rel_tol=_HIT):
                    wide = min(wide, scale * common_step((part,)) / part.value)
                best.offer(wide / scale * rank * _apart(page, part, whole), found)


def _gap(page: Page, gap: Fact, best: Best) -> None:
    """高于农村居民增速 6.4个百分点, both rates among the last ones before it: the verb tells which is above."""
    said = page.before(gap, _CLAUSE)
    sign = direction(said)
    if not sign or words().against_earlier.search(said):
        return
    before = [
        f
        for f in page.preceding(gap, 2 * _NEAR, _SENTENCES)
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
    alike = [f for f in _near(page, change) if f.unit == change.unit][:_NEAR]
    if change.measure == "level":
        alike = [f for f in alike if f.number < change.number]
    for rank, near in enumerate(alike, start=1):
        for value in (near.value + size, near.value - size):
            for other in _others(page, near.unit, value, near.half + change.half, near):
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
                best.offer(wide / size * rank * _apart(page, near, other), found)


def _width(facts: Sequence[Fact], room: float, gap: float) -> float:
    """How much of its size a sum may miss to be called a fit: to the digit of the finest figure where it hits."""
    return finest_step(facts) if abs(gap) <= _HIT * facts[0].value else max(room, common_step(facts))


def _on_each(page: Page, amount: Fact, best: Best) -> None:
    """The total and the heads of an amount on each of something."""
    base, amounts = amount.unit.split("/")[0], amounts_of(page)
    near = [f for f in _near(page, amount) if f.unit == base and f.value > amount.value]
    for rank, whole in enumerate(dict.fromkeys((*near[: _NEAR // 2], *_of_its_name(page, amount, base))), start=1):
        heads = whole.value / amount.value
        room = heads * ((amount.half or 0.5) / amount.value + whole.half / whole.value)
        counts = (f for unit in amounts.by_unit if unit != base for f in amounts.at(unit, heads, room))
        for count in counts:
            apart = min(abs(count.number - whole.number), abs(count.number - amount.number))
            if count.measure == "level" and apart <= _NEAR and count.value > 1 and count.number not in amounts.cells:
                found = average(amount, whole, count)
                wide = 2 * found.tolerance / amount.value
                if math.isclose(found.computed, amount.value, rel_tol=_HIT):
                    wide = min(wide, common_step((whole,)) / whole.value)
                best.offer(wide * rank * apart, found)


def _of_its_name(page: Page, amount: Fact, unit: str) -> Iterator[Fact]:
    """The totals anywhere whose name that of an amount begins with: 人均助学贷款发放 and 助学贷款."""
    name = words().any_head.sub("", amount.name, count=1)
    for size in range(len(name), _LEAST, -1):
        yield from (f for f in amounts_of(page).named(unit, name[:size]) if f.value > amount.value)


def _sum(page: Page, whole: Fact, listed: _Lists, best: Best) -> None:
    """Two amounts that come to a third, one of them at least near it."""
    places = amounts_of(page).places
    amounts, place = amounts_of(page).by_unit[whole.unit], places[whole.number]
    near = [*amounts[max(place - _NEAR, 0) : place], *amounts[place + 1 : place + 1 + _NEAR]]
    for part in near:
        if not 0 < part.value < whole.value or abs(part.sentence - whole.sentence) > 2 * _SENTENCES:
            continue
        if listed.hold(part, whole) or part.status != whole.status or part.number in amounts_of(page).cells:
            continue
        for other in _others(page, whole.unit, whole.value - part.value, whole.half + part.half, part):
            facts = (whole, part, other)
            if other is whole or other.number < part.number or not all(f.exact and f.value > 0 for f in facts):
                continue
            room, made = room_of(whole, (part, other)), part.value + other.value
            if listed.hold(part, other) or listed.hold(other, whole) or 4 * room >= min(part.value, other.value):
                continue
            if fits(whole.value, made, room):
                tries = abs(places[part.number] - place) * _apart(page, part, other)
                wide = _width(facts, 2 * room, whole.value - made)
                best.offer(tries * wide / whole.value, total(whole, (part, other)))
