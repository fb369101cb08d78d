"""Parts against their whole: what they come to, the room that rounding leaves, and the relation."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.validate.arithmetic.facts import Fact, Relation, plain, related

_EVEN = 1e-9


def sum_of(parts: Sequence[Fact]) -> float:
    """What parts come to."""
    return sum(part.value for part in parts)


def room_of(whole: Fact, parts: Sequence[Fact]) -> float:
    """How far rounding may set a whole and its parts apart."""
    return whole.half + sum(part.half for part in parts)


def common_step(facts: Sequence[Fact]) -> float:
    """The steps that all of the figures go by: hundreds come to a round figure by chance more often than ones."""
    step = max(fact.step for fact in facts) or 1.0
    while step < facts[0].value and all(abs(fact.value / (10 * step) % 1) < _EVEN for fact in facts):
        step *= 10
    return step


def total(whole: Fact, parts: Sequence[Fact]) -> Relation:
    """Parts against their whole."""
    expression = "+".join(plain(part) for part in parts)
    return related("sum", tuple(parts), whole, whole.value, sum, room_of(whole, parts), expression)
