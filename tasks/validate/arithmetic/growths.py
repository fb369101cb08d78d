"""Changes between two levels: difference, growth in all or a year or by an amount, and what rounding leaves open."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from tasks.validate.arithmetic.facts import (
    AGREES,
    DISAGREES,
    Fact,
    Page,
    Relation,
    apart,
    fits,
    less,
    plain,
    quotient,
    related,
)
from tasks.validate.arithmetic.words import words

_REAL = "the growth of output is stated in comparable prices"


def difference_of(old: Fact, new: Fact, change: Fact, stated: float | None = None) -> Relation:
    """A new level less an old one against a change between them; signed as they differ where `stated` is not given."""
    if stated is None:
        stated = abs(change.value) if new.value > old.value else -abs(change.value)
    tolerance = new.half + old.half + change.half
    return related("difference", (new, old), change, stated, less, tolerance, f"{plain(new)}-{plain(old)}")


def growth_of(old: Fact, new: Fact, rate: Fact, stated: float, years: int = 1) -> Relation:
    """The growth from an old level, which is above 0, to a new one against a stated rate; over `years` a yearly one."""
    scale = 1.0 if rate.unit == "倍" else 100.0
    ratio = new.value / old.value
    slope = (new.half + ratio * old.half) / old.value
    expression = f"({plain(new)}-{plain(old)})/{plain(old)}"
    if years > 1:
        slope *= ratio ** (1 / years - 1) / years
        expression = f"({plain(new)}/{plain(old)})^(1/{years})-1"

    def growth(values: Sequence[float]) -> float:
        ratio = quotient(values)
        return ((math.pow(max(ratio, 0.0), 1 / years) if years > 1 else ratio) - 1) * scale

    return related("growth", (new, old), rate, stated, growth, slope * scale + rate.half, expression)


def growth_by(change: float, amount: Fact, level: Fact, rate: Fact, stated: float) -> Relation | None:
    """The rate (%) at which a level has changed by an amount, signed as `change`; None from nothing or less."""
    base = level.value - change
    if base <= 0:
        return None
    room = (amount.half * level.value + level.half * abs(change)) / base**2
    expression = f"{plain(amount)}/({plain(level)}-{plain(amount)})"
    sign = 1.0 if change >= 0 else -1.0

    def growth(values: Sequence[float]) -> float:
        moved = sign * abs(values[0])
        return 100 * moved / ((values[1] - moved) or math.inf)

    return related("growth", (amount, level), rate, stated, growth, 100 * room + rate.half, expression)


def signed(page: Page, rate: Fact) -> float:
    """A rate with the sign of the words right before it: 年平均减少0.69%."""
    falls = rate.value > 0 and words().fall.search(page.before(rate, 6)) is not None
    return -rate.value if falls else rate.value


def noted(relations: Iterable[Relation], taken: set[int]) -> Iterator[Relation]:
    """Relations as they come; `taken` gets the numbers of the figures that state them, which are then explained."""
    for relation in relations:
        taken.update([relation.stated.number] if relation.stated else [])
        yield relation


def taken_of_new(relation: Relation) -> bool:
    """Whether a rate of change by an amount that does not fit would fit if the new level were the base."""
    amount, level = relation.parts
    if relation.verdict == AGREES or relation.kind != "growth" or amount.measure != "change" or not level.value:
        return False
    stated = relation.stated_value or 0.0
    return fits(abs(stated), 100 * abs(amount.value) / level.value, relation.tolerance)


def in_real_terms(found: Relation, level: Fact) -> Relation:
    """A growth of output that does not fit is not comparable: it is stated in comparable prices, levels are not."""
    output = found.verdict == DISAGREES and words().real_terms.search(level.name)
    return apart(found, _REAL) if output else found
