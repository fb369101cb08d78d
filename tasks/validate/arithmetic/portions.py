"""Shares of figures in others: the formula, the room that rounding leaves, and shares rounded to make the whole."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from tasks.validate.arithmetic.facts import AGREES, Fact, Formula, Relation, fits, plain, related

TIGHT = 0.12
"""A share found by trying pairs or wholes counts only when chance would fit fewer than this many of them."""


def whole_of(share: Fact) -> float:
    """What the whole is in the unit of a share."""
    return 1000.0 if share.unit == "‰" else 100.0


def times_over(scale: float) -> Formula:
    """What one figure over another is, `scale` times."""
    return lambda values: scale * values[0] / (values[1] or math.inf)


def room_over(part: Fact, whole: Fact) -> float:
    """How far rounding may have moved one figure over another."""
    return part.half / whole.value + part.value * whole.half / whole.value**2


def is_sure(found: Relation, share: Fact, tries: int, limit: float) -> bool:
    """Whether a share fits, and chance would fit fewer than `limit` of so many tries."""
    return found.verdict == AGREES and 2 * tries * found.tolerance / whole_of(share) < limit


def share_of(
    parts: Sequence[Fact],
    part: Fact,
    whole: float,
    spread: float,
    share: Fact,
    expression: str,
) -> Relation:
    """A share relation; `spread` is what rounding may have moved the whole, which is the second part or all of them."""
    scale = whole_of(share)
    of_all = len(parts) != 2 or part.value + parts[1].value == whole

    def formula(values: Sequence[float]) -> float:
        return scale * values[0] / ((sum(values) if of_all else values[1]) or math.inf)

    tolerance = share.half + scale * (part.half / whole + part.value * spread / whole**2)
    return related("share", parts, share, share.value, formula, tolerance, expression)


def one_of(part: Fact, whole: Fact, share: Fact) -> Relation:
    """The share of one figure in another."""
    return share_of((part, whole), part, whole.value, whole.half, share, f"{plain(part)}/{plain(whole)}")


def rest_of(part: Fact, whole: Fact, share: Fact) -> Relation:
    """The share of what a part leaves of a whole: a rate of what passed beside the count of what failed."""
    scale = whole_of(share)

    def formula(values: Sequence[float]) -> float:
        return scale * (1 - values[0] / (values[1] or math.inf))

    tolerance = share.half + scale * room_over(part, whole)
    expression = f"1-{plain(part)}/{plain(whole)}"
    return related("share", (part, whole), share, share.value, formula, tolerance, expression)


def can_be(part: Fact, whole: Fact) -> bool:
    """Whether one figure may be a part of another: of its unit, and not above it."""
    return part is not whole and part.unit == whole.unit and 0 < part.value <= whole.value


def all_forced(relations: Sequence[Relation]) -> list[Relation]:
    """Shares that make the whole to the digit: one that was rounded the other way for that still agrees."""
    shares = [relation.stated for relation in relations if relation.stated]
    total = sum(share.value for share in shares)
    made = bool(shares) and math.isclose(total, whole_of(shares[0]), rel_tol=1e-9)
    return [forced(relation) for relation in relations] if made else list(relations)


def forced(relation: Relation) -> Relation:
    """A share that was rounded the other way so that all of them make 100 still agrees."""
    stated = relation.stated
    if stated is None or relation.verdict == AGREES:
        return relation
    other = relation.tolerance + stated.half
    return (
        replace(relation, verdict=AGREES, tolerance=other) if fits(stated.value, relation.computed, other) else relation
    )
