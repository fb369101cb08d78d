"""Amounts on each of something, found by search: any total over any count, as far as its unit or its words allow.

Where the words say what is counted (每股, 每千人), that unit is likelier than others.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from tasks.validate.arithmetic.adding import common_step
from tasks.validate.arithmetic.amounts import amounts_of
from tasks.validate.arithmetic.averages import average, counted_on, half_of, scale_to
from tasks.validate.arithmetic.facts import Fact, Page
from tasks.validate.arithmetic.nearness import HIT, NEAR, Best, near_amounts
from tasks.validate.arithmetic.words import words

_LEAST = 3
_MOST = 16
_FINE = 0.05
_SAID = 12
_TOLD = 0.3
_ANY = 2.0


def try_on_each(page: Page, amount: Fact, best: Best) -> None:
    """The total and the heads of an amount on each of something."""
    base, _, per = amount.unit.partition("/")
    amounts = amounts_of(page)
    told, many = counted_on(page, amount)
    said = page.before(amount, _SAID)
    units = (*told, *((per,) if per else ()), *(unit for unit in amounts.by_unit if f"每{unit}" in said))
    for rank, (whole, scale) in enumerate(_totals(page, amount, base), start=1):
        if _TOLD * rank * min(2 * half_of(amount) / amount.value, _FINE) > best.chance:
            return
        heads = scale * many * whole.value / amount.value
        room = heads * (half_of(amount) / amount.value + whole.half / whole.value)
        for count in (f for unit in amounts.by_unit if unit != base or many > 1 for f in amounts.at(unit, heads, room)):
            if count.measure != "level" or count.value <= 1 or count is whole or not (count.exact and whole.exact):
                continue
            found = average(amount, whole, count, scale * many)
            wide = 2 * found.tolerance / amount.value
            if math.isclose(found.computed, amount.value, rel_tol=HIT):
                wide = min(wide, common_step((whole,)) / whole.value)
            apart = min(abs(count.number - whole.number), abs(count.number - amount.number))
            likely = _TOLD if count.unit in units else _ANY
            best.offer(wide * rank * min(apart, NEAR) * likely, found)


def _totals(page: Page, amount: Fact, base: str) -> Iterator[tuple[Fact, float]]:
    """What an amount may be on each of, with what one of its unit is in that of the amount: the nearest first, then
    those of its name, then all others of its unit."""
    amounts = amounts_of(page).by_unit.get(base, [])[:_MOST]
    every = dict.fromkeys((*near_amounts(page, amount)[:NEAR], *_of_its_name(page, amount, base), *amounts))
    for whole in every:
        scale = scale_to(base, whole)
        if scale and whole.value > 0 and whole is not amount and whole.value * scale > amount.value:
            yield whole, scale


def _of_its_name(page: Page, amount: Fact, unit: str) -> Iterator[Fact]:
    """The totals anywhere whose name that of an amount begins with: 人均助学贷款发放 and 助学贷款."""
    name = words().any_head.sub("", amount.name, count=1)
    for size in range(len(name), _LEAST, -1):
        yield from amounts_of(page).named(unit, name[:size])
