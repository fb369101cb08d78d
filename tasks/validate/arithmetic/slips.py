"""Slips of the pen: a relation that does not fit, but would if two neighbouring digits of a figure were swapped back,
or 万 and 亿 put right.

Chance makes such a fit about once in ten thousand for figures of four digits, so a slip says `disagrees` where the
words alone would leave the matter open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tasks.validate.arithmetic.facts import AGREES, DISAGREES, Fact, Relation

LEAST_DIGITS = 4
_FINE = 1e-3
SCALES = (1e4, 1e-4, 1e8, 1e-8)
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def digits_of(mention: str) -> str:
    """The digits of the first number of a mention."""
    found = NUMBER.search(mention)
    return re.sub(r"\D", "", found[0]) if found else ""


def swapped(fact: Fact) -> Iterator[Fact]:
    """The fact with each pair of neighbouring, different digits swapped."""
    found = NUMBER.search(fact.mention)
    if not found:
        return
    printed = found[0]
    number = float(printed.replace(",", ""))
    if not number:
        return
    places = [at for at, sign in enumerate(printed) if sign.isdigit()]
    for left, right in pairwise(places):
        if printed[left] != printed[right]:
            signs = list(printed)
            signs[left], signs[right] = signs[right], signs[left]
            yield replace(fact, value=fact.value * float("".join(signs).replace(",", "")) / number)


def rescaled(fact: Fact) -> Iterator[Fact]:
    """The fact with 万 or 亿 too many or too few."""
    for factor in SCALES:
        yield replace(fact, value=fact.value * factor, step=fact.step * factor)


def with_slip(
    build: Callable[[Sequence[Fact]], Relation], facts: Sequence[Fact], least_digits: int = LEAST_DIGITS
) -> Relation | None:
    """The relation that `build` makes of the facts, as disagreeing for a slip in one of them; None without a slip."""
    made = build(facts)
    if made.verdict == AGREES or made.tolerance > _FINE * abs(made.computed) or not all(fact.exact for fact in facts):
        return None
    near = _nearness(made)
    for place, fact in enumerate(facts):
        if len(digits_of(fact.mention)) < least_digits:
            continue
        for others, said in ((swapped(fact), "two digits of {} swapped"), (rescaled(fact), "{} on another scale")):
            if any(near(other) and _fits_with(build, facts, place, other) for other in others):
                return replace(made, verdict=DISAGREES, why=f"it would fit with {said.format(fact.mention)}")
    return None


def _nearness(made: Relation) -> Callable[[Fact], bool]:
    """A cheap test whether a relation, with one of its figures as another one, may fit finely at all."""
    formula = made.formula
    values = {part.number: part.value for part in made.parts}
    stated = 100.0 if made.stated_value is None else made.stated_value

    def near(other: Fact) -> bool:
        if formula is None:
            return True
        changed = {**values, other.number: other.value} if other.number in values else values
        result = stated
        if made.stated and other.number == made.stated.number:
            result = stated * other.value / (made.stated.value or 1.0)
        most = max(abs(other.value), abs(result), *(abs(value) for value in changed.values()))
        return abs(formula(list(changed.values())) - result) <= 2 * _FINE * most

    return near


def _fits_with(build: Callable[[Sequence[Fact]], Relation], facts: Sequence[Fact], place: int, other: Fact) -> bool:
    changed = [*facts[:place], other, *facts[place + 1 :]]
    made = build(changed)
    most = max(abs(fact.value) for fact in changed)
    if made.kind == "sum" and abs(other.value) < _FINE * most:
        return False  # next to nothing: the others fit without it
    return made.verdict == AGREES and made.tolerance <= _FINE * most


def one_digit_off(gap: float, facts: Sequence[Fact]) -> bool:
    """Whether a gap between exact figures of four digits and more is what changing one digit makes (100, 30000)."""
    if any(not fact.exact or len(digits_of(fact.mention)) < LEAST_DIGITS for fact in facts):
        return False
    steps = round(abs(gap) / min(fact.step or 1.0 for fact in facts))
    return steps > 0 and len(str(steps).rstrip("0")) == 1
