"""When a gap may be called a disagreement: figures of one thing, and a gap that an error of writing would make.

A relation may be read out of figures that do not belong together. Then the gap is arbitrary; the gap of a misprint is
not: it is small, or goes with a digit, two swapped digits, the place of the point or a wrong 万. So a gap stays
`disagrees` only where scope, region, state and name speak for one thing and the gap itself for an error; all else is
not comparable, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tasks.validate.arithmetic.facts import DISAGREES, Fact, Formula, Page, Relation, apart, fits
from tasks.validate.arithmetic.growths import taken_of_new
from tasks.validate.arithmetic.slips import NUMBER, SCALES
from tasks.validate.arithmetic.words import words

_NEAR = 0.05
"""How far (relative) a stated result may be off for a small gap."""
_NEAR_WHOLE = 0.01
"""The same for parts against their whole, where any part left out would be larger."""
_ROUNDINGS = 3
_CLOSE = 1.5
_AFTER = 8
_CHANCE = 0.1
"""Of the slips that are tried, fewer than this may fit by chance."""
_PROVEN_NEAR = 0.5
_PROVEN_CHANCE = 0.5
"""The same for figures of one clause, one right after the other."""
_LITTLE = 1e-3
_BORNE_OUT = 2
"""So many relations that agree show that a list, or a pair of levels, is read right."""
_PARTED = re.compile(r"[；;（(]")
_SENTENCE = re.compile(r"[。\n]")
_PLACES = (10.0, 0.1, 100.0, 0.01)
_CUT = "the result is cut off where it should be rounded"
_GAP = "the gap is neither small nor a slip of the pen: the figures may tell of different things"
_SCOPE = "the words tell of another scope"
_OF_NEW = "it would fit with the new figure as the base of the rate"
_UNLIKE = "the figures do not share one {}"
_Family = Callable[[Fact], Iterator[float]]
_ABOUT = "a figure is printed as about, over or under"


def trusted(page: Page, relation: Relation, siblings: int) -> Relation:
    """The relation, as not comparable where its disagreement has too little to show for itself.

    `siblings`: how many relations of the same list or whole agree.
    """
    if relation.verdict != DISAGREES:
        return relation
    figures = (*relation.parts, *([relation.stated] if relation.stated else []))
    if not all(fact.exact for fact in figures):
        return apart(relation, _ABOUT)
    if len(relation.parts) == 2 and taken_of_new(relation):
        return replace(relation, why=_OF_NEW)
    unlike = _unlike(relation, figures)
    if unlike:
        return apart(relation, _UNLIKE.format(unlike))
    if _is_cut(relation):
        return apart(relation, _CUT)
    if words().other_scope.search(_said(page, figures)):
        return apart(relation, _SCOPE)
    named = _is_named_alike(relation, figures)
    proven = (siblings >= _BORNE_OUT and relation.kind in ("share", "growth")) or _is_proven(page, figures)
    slip = slip_of(relation, _PROVEN_CHANCE if proven and named else _CHANCE)
    if slip:
        return replace(relation, why=relation.why or slip)
    if not named and not _is_near(relation, _NEAR, proven=False):
        return apart(relation, _UNLIKE.format("name"))
    near = _PROVEN_NEAR if proven else _NEAR_WHOLE if relation.kind == "sum" else _NEAR
    return relation if relation.why or _is_near(relation, near, proven=proven) else apart(relation, _GAP)


def _is_proven(page: Page, figures: Sequence[Fact]) -> bool:
    """Whether figures stand right after each other in one sentence, with no new clause, bracket or number between."""
    ordered = sorted(figures, key=lambda fact: fact.number)
    first, last = ordered[0], ordered[-1]
    if last.number - first.number != len(ordered) - 1 or first.sentence != last.sentence:
        return False
    among = "".join(page.between(left, right) for left, right in pairwise(ordered))
    return not _PARTED.search(among) and not page.unread(first, last)


def _unlike(relation: Relation, figures: Sequence[Fact]) -> str | None:
    """What the figures of a relation ought to share and do not."""
    if len({fact.region for fact in figures} - {None}) > 1:
        return "region"
    if len({fact.status for fact in figures}) > 1:
        return "state (fact or target)"
    if relation.kind == "sum" and len({fact.period for fact in figures} - {None}) > 1:
        return "period"
    return None


def _is_named_alike(relation: Relation, figures: Sequence[Fact]) -> bool:
    """Whether a rate, the amount of change and the level that it is told of bear one name."""
    by_amount = relation.kind == "growth" and relation.parts[0].measure == "change"
    last = figures[-1].name
    return not by_amount or all(fact.name in last or last in fact.name for fact in figures)


def _said(page: Page, figures: Sequence[Fact]) -> str:
    """The words from the beginning of the clause of the first figure, which may be in brackets, to the last figure."""
    first, last = min(fact.start for fact in figures), max(fact.end for fact in figures)
    before = _SENTENCE.split(page.text[max(first - 20, 0) : first])[-1]
    return before + page.text[first : min(last, first + 400) + _AFTER]


def _is_cut(relation: Relation) -> bool:
    """Whether a quotient was cut off after its last digit instead of rounded: 26.88 printed as 26.8."""
    stated = relation.stated
    if stated is None or relation.kind not in ("share", "growth", "per_head"):
        return False
    off = abs(relation.computed) - abs(_stated(relation))
    return 0 < off < stated.step + relation.tolerance - stated.half and relation.computed * _stated(relation) > 0


def _is_near(relation: Relation, near: float, *, proven: bool) -> bool:
    """Whether a gap is small beside what is stated, or for proven figures beside any of them; a claim without a gap
    needs two figures of one size."""
    if relation.formula is None:
        values = [abs(part.value) for part in relation.parts]
        return min(values) > 0 and max(values) <= _CLOSE * min(values)
    stated = _stated(relation)
    gap = abs(relation.computed - stated)
    size = max(abs(stated), abs(relation.computed))
    if relation.kind in ("difference", "comparison"):
        size = max(size, *(abs(part.value) for part in relation.parts)) if proven else size
    return gap <= max(near * size, _ROUNDINGS * relation.tolerance)


def _stated(relation: Relation) -> float:
    """What a relation should come to: 100 where nothing is printed."""
    return 100.0 if relation.stated_value is None else relation.stated_value


def slip_of(relation: Relation, chance: float) -> str | None:
    """The slip of the pen that explains a gap, where fewer than `chance` of those tried would fit by chance."""
    formula = relation.formula
    if formula is None:
        return None
    size = max(abs(_stated(relation)), abs(relation.computed))
    tried = 0
    for said, family in _FAMILIES:
        results = [*_of_parts(relation, formula, family), *_of_stated(relation, family)]
        tried += len(results)
        hit = next((fact for fact, fine in results if fine), None)
        if hit:
            return said.format(hit.mention) if 2 * tried * relation.tolerance <= chance * size else None
    return None


def _of_parts(relation: Relation, formula: Formula, family: _Family) -> Iterator[tuple[Fact, bool]]:
    """Each slip of each part, and whether the relation would fit with it."""
    values = [part.value for part in relation.parts]
    little = _LITTLE * max(abs(value) for value in values) if relation.kind == "sum" else 0.0
    for place, part in enumerate(relation.parts):
        for ratio in family(part):
            changed = [*values[:place], part.value * ratio, *values[place + 1 :]]
            room = max(ratio - 1, 0.0) * part.half if relation.kind in ("sum", "difference") else 0.0
            # Next to nothing is no part: the others would fit without it.
            counts = abs(changed[place]) >= little
            yield part, counts and fits(_stated(relation), formula(changed), relation.tolerance + room)


def _of_stated(relation: Relation, family: _Family) -> Iterator[tuple[Fact, bool]]:
    """Each slip of the stated figure, and whether it would fit."""
    stated = relation.stated
    for ratio in family(stated) if stated else ():
        if stated:
            room = relation.tolerance + (abs(ratio) - 1) * stated.half
            yield stated, fits(_stated(relation) * ratio, relation.computed, max(room, 0.0))


def _number(fact: Fact) -> str:
    found = NUMBER.search(fact.mention)
    return found[0].replace(",", "") if found else ""


def _ratios(fact: Fact, others: Iterator[str]) -> Iterator[float]:
    number = float(_number(fact) or 0)
    for other in others:
        if number and other != _number(fact):
            yield float(other) / number


def _swaps(fact: Fact) -> Iterator[float]:
    """By what two neighbouring digits, swapped, change a figure."""
    signs = _number(fact)
    places = [at for at, sign in enumerate(signs) if sign.isdigit()]
    swapped = (signs[:a] + signs[b] + signs[a + 1 : b] + signs[a] + signs[b + 1 :] for a, b in pairwise(places))
    return _ratios(fact, swapped)


def _digits(fact: Fact) -> Iterator[float]:
    """By what one other digit changes a figure."""
    signs = _number(fact)
    places = [at for at, sign in enumerate(signs) if sign.isdigit()]
    return _ratios(fact, (signs[:at] + digit + signs[at + 1 :] for at in places for digit in "0123456789"))


def _scales(fact: Fact) -> Iterator[float]:
    """万 or 亿 too many or too few."""
    return iter(SCALES)


def _points(fact: Fact) -> Iterator[float]:
    """The point at another place."""
    return iter(_PLACES)


_FAMILIES = (
    ("it would fit with two digits of {} swapped", _swaps),
    ("it would fit with {} on another scale", _scales),
    ("it would fit with the point of {} at another place", _points),
    ("it would fit with one digit of {} changed", _digits),
)
