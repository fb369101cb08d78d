"""The levels and changes of a page by unit, to be found by value in the search for arithmetic."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from tasks.validate.arithmetic.facts import Fact, Page
from tasks.validate.arithmetic.grids import are_cells

_MOST = 12
_VALUE = attrgetter("value")


class Amounts:
    """The levels and changes of some facts."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self.by_unit: dict[str, list[Fact]] = {}
        for fact in facts:
            if fact.measure in ("level", "change"):
                self.by_unit.setdefault(fact.unit, []).append(fact)
        self._named: dict[tuple[str, str], list[Fact]] | None = None
        # By its number the place of each among those of its unit.
        self.places = {f.number: place for amounts in self.by_unit.values() for place, f in enumerate(amounts)}
        # Cells of rows, whose arithmetic their table tells.
        self.cells: set[int] = set()
        self._rising: dict[str, tuple[list[Fact], list[float], float]] = {}

    def named(self, unit: str, name: str) -> Sequence[Fact]:
        """The first amounts of a unit and a name."""
        if self._named is None:
            self._named = {}
            for fact in (f for amounts in self.by_unit.values() for f in amounts):
                self._named.setdefault((fact.unit, fact.name), []).append(fact)
        return self._named.get((unit, name), [])[:_MOST]

    def at(self, unit: str, value: float, room: float) -> Sequence[Fact]:
        """The amounts of a unit that are a value but for so much and their own rounding, smallest first, a few."""
        rising, values, half = self._rising.get(unit) or self._rise(unit)
        near = room + half + 1e-6 * abs(value)
        first = bisect_left(values, value - near)
        return rising[first : min(bisect_right(values, value + near, first), first + _MOST)]

    def _rise(self, unit: str) -> tuple[list[Fact], list[float], float]:
        """The amounts of a unit in rising order, their values, and the most that rounding can have moved one."""
        rising = sorted(self.by_unit.get(unit, ()), key=_VALUE)
        half = max((fact.half for fact in rising), default=0.0)
        self._rising[unit] = found = rising, [fact.value for fact in rising], half
        return found


def amounts_of(page: Page) -> Amounts:
    """The amounts of a page, which are gathered once."""
    if page.amounts is None:
        page.amounts = Amounts(page.facts)
        for left, right in pairwise(page.facts):
            if are_cells(page, left, right):
                page.amounts.cells.update((left.number, right.number))
    return page.amounts
