"""What a search for arithmetic goes by: the amounts around a figure, nearest first, and the fit that chance is least
likely to make."""

from __future__ import annotations

from tasks.validate.arithmetic.amounts import amounts_of
from tasks.validate.arithmetic.facts import AGREES, Fact, Page, Relation
from tasks.validate.arithmetic.gaps import POINTS

NEAR = 8
SENTENCES = 2
HIT = 1e-9
NO_AMOUNT = ("%", "‰", POINTS, "")
_AFTER = 3
_MOST = 0.25
"""Likelier fits are none, whatever words say."""
_NAMED = 2


class Best:
    """The likeliest of the relations that were tried, with how many of them chance would make."""

    def __init__(self) -> None:
        self.relation: Relation | None = None
        self.chance = _MOST

    def offer(self, chance: float, found: Relation) -> None:
        """Take a relation where it agrees and is less of a chance than the best so far."""
        if chance < self.chance and found.verdict == AGREES:
            self.relation, self.chance = found, chance


def near_amounts(page: Page, fact: Fact) -> list[Fact]:
    """The amounts around a figure, nearest first, those before it sooner."""
    before = page.preceding(fact, 2 * NEAR, SENTENCES)
    levels = [f for f in (*before, *page.following(fact, _AFTER)) if f.measure in ("level", "change")]
    return [f for f in levels if f.unit not in NO_AMOUNT and f.value]


def others_at(page: Page, unit: str, value: float, room: float, beside: Fact) -> list[Fact]:
    """The amounts of a unit that are a value but for so much, cells of tables and the one they go with apart."""
    amounts = amounts_of(page)
    found = amounts.at(unit, value, room)
    return [f for f in found if f is not beside and f.status == beside.status and f.number not in amounts.cells]


def tries_between(page: Page, first: Fact, second: Fact) -> int:
    """How many amounts of its unit were looked at from one on to reach another: those before it sooner."""
    places = amounts_of(page).places
    distance = places[first.number] - places[second.number]
    if first.name == second.name and abs(distance) > 1:
        return _NAMED
    return distance if distance > 0 else -2 * distance
