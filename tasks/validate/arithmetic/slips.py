"""Slips of the pen: a relation that does not fit, but would if two neighbouring digits of a figure were swapped back.

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
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def digits_of(mention: str) -> str:
    """The digits of the first number of a mention."""
    found = _NUMBER.search(mention)
    return re.sub(r"\D", "", found[0]) if found else ""


def swapped(fact: Fact) -> Iterator[Fact]:
    """The fact with each pair of neighbouring, different digits swapped."""
    found = _NUMBER.search(fact.mention)
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


def with_slip(
    build: Callable[[Sequence[Fact]], Relation], facts: Sequence[Fact], least_digits: int = LEAST_DIGITS
) -> Relation | None:
    """The relation that `build` makes of the facts, as disagreeing for a slip in one of them; None without a slip."""
    made = build(facts)
    if made.verdict == AGREES or made.tolerance > _FINE * abs(made.computed) or not all(fact.exact for fact in facts):
        return None
    for place, fact in enumerate(facts):
        if len(digits_of(fact.mention)) < least_digits:
            continue
        for other in swapped(fact):
            if build([*facts[:place], other, *facts[place + 1 :]]).verdict == AGREES:
                why = f"it would fit with two digits of {fact.mention} swapped"
                return replace(made, verdict=DISAGREES, why=why)
    return None


def one_digit_off(gap: float, facts: Sequence[Fact]) -> bool:
    """Whether a gap between exact figures of four digits and more is what changing one digit makes (100, 30000)."""
    if any(not fact.exact or len(digits_of(fact.mention)) < LEAST_DIGITS for fact in facts):
        return False
    steps = round(abs(gap) / min(fact.step or 1.0 for fact in facts))
    return steps > 0 and len(str(steps).rstrip("0")) == 1
