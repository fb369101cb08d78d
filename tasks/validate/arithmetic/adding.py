"""Parts against their whole: what they come to, the room that rounding leaves, and the relation."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from tasks.validate.arithmetic.facts import DISAGREES, Fact, Page, Relation, apart, fits, plain, related

_EVEN = 1e-9
_FEW = 2
_VALUE, _STEP = attrgetter("value"), attrgetter("step")
_PASSED = 0.1
_MIXED = "facts and targets stand side by side"


def sum_of(parts: Sequence[Fact]) -> float:
    """What parts come to."""
    made: float = sum(map(_VALUE, parts))
    return made


def room_of(whole: Fact, parts: Sequence[Fact]) -> float:
    """How far rounding may set a whole and its parts apart."""
    return whole.half + halves_of(parts)


def halves_of(parts: Sequence[Fact]) -> float:
    """The most that rounding can have moved what parts come to."""
    steps: float = sum(map(_STEP, parts))
    return steps / 2


def common_step(facts: Sequence[Fact]) -> float:
    """The steps that all of the figures go by: hundreds come to a round figure by chance more often than ones."""
    return _step_from(max(fact.step for fact in facts) or 1.0, facts)


def finest_step(facts: Sequence[Fact]) -> float:
    """The step that all of the figures go by, as fine as the finest of them is printed: 100万 of 2.4亿 and 6800万."""
    return _step_from(min(fact.step or 1.0 for fact in facts), facts)


def _step_from(step: float, facts: Sequence[Fact]) -> float:
    while step < facts[0].value and all(abs(fact.value / (10 * step) % 1) < _EVEN for fact in facts):
        step *= 10
    return step


def total(whole: Fact, parts: Sequence[Fact]) -> Relation:
    """Parts against their whole."""
    expression = "+".join(plain(part) for part in parts)
    return related("sum", tuple(parts), whole, whole.value, sum, room_of(whole, parts), expression)


def addable(page: Page, whole: Fact, part: Fact) -> bool:
    """Whether a figure may be a part: of the whole's unit and kind, and a plan where the whole is one."""
    alike = part.unit == whole.unit and part.measure == whole.measure
    return alike and page.is_base(part) == page.is_base(whole)


def is_threshold(page: Page, fact: Fact) -> bool:
    """Whether a figure is only the mark that the next one has passed: 突破7亿户，达到7.03亿户."""
    if fact.exact or fact.number + 1 == len(page.facts):
        return False
    after = page.facts[fact.number + 1]
    same = after.unit == fact.unit and after.sentence == fact.sentence
    return same and abs(after.value - fact.value) < _PASSED * abs(fact.value)


def total_of(whole: Fact, parts: Sequence[Fact]) -> Relation:
    """Parts against their whole; facts beside targets are not comparable where they do not fit."""
    found = total(whole, parts)
    mixed = any(part.status != whole.status for part in parts) and found.verdict == DISAGREES
    return apart(found, _MIXED) if mixed else found


def adds_up(whole: Fact, parts: Sequence[Fact], *, told: bool = False) -> bool:
    """Adds up within rounding, where rounding is small beside the smallest part.

    `told`: the words say that these are parts; then to the digit is enough, and rounding may be as large as a part.
    """
    tolerance, computed = room_of(whole, parts), sum_of(parts)
    smallest, second = sorted(abs(part.value) for part in parts)[:2]
    nothing = smallest <= tolerance / 2 >= abs(whole.value - computed)
    if told and len(parts) > _FEW and nothing and tolerance < second:
        smallest = second  # one part that is as good as nothing beside the others
    fine = tolerance < (smallest if told else smallest / 2)
    return (fine and fits(whole.value, computed, tolerance)) or (told and whole.value == computed)
