"""What a growth that is explained says of the figures beside it.

The same in other units, of the old level as well as of the change; a second rate is in other prices than the levels.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tasks.validate.arithmetic.facts import AGREES, DISAGREES, Fact, Page, Relation, apart
from tasks.validate.arithmetic.growths import growth_by, growth_of, signed
from tasks.validate.arithmetic.words import words

_ON = 3
_OTHER_PRICES = "the rate is stated in other prices or on another scope than the levels"


def find_echoes(page: Page, found: Collection[Relation]) -> Iterator[Relation]:
    """The growths that follow from those that are found."""
    olds = {(r.parts[0].number, r.stated.number): r.parts[1] for r in found if _is_difference(r) and r.stated}
    told = {r.stated.number for r in found if r.stated}
    for growth in found:
        rate = growth.stated
        if growth.kind != "growth" or growth.verdict != AGREES or rate is None or rate.unit != "%":
            continue
        first, second = growth.parts
        if first.measure == "change":
            old = olds.get((second.number, first.number))
            yield from _fit(growth_of(old, second, rate, growth.stated_value or 0.0)) if old and old.value > 0 else ()
            yield from _in_other_units(page, growth, rate)
            first, second = second, old or second
        if second is not first and second.value > 0:
            yield from _in_other_prices(page, first, second, rate, told)


def _is_difference(relation: Relation) -> bool:
    return relation.kind in ("difference", "comparison") and relation.verdict == AGREES and len(relation.parts) == 2


def _fit(found: Relation | None) -> Iterator[Relation]:
    if found and found.verdict == AGREES:
        yield found


def _in_other_units(page: Page, growth: Relation, rate: Fact) -> Iterator[Relation]:
    """119319千公顷（178979万亩），增加351千公顷（526万亩），增长0.3%: both figures once more in brackets."""
    amount, level = growth.parts
    if max(amount.number, level.number) + 1 >= len(page.facts):
        return
    more, again = page.facts[amount.number + 1], page.facts[level.number + 1]
    alike = page.in_other_units(more) and page.in_other_units(again) and more.unit == again.unit
    if alike and again.measure == "level":
        sign = 1.0 if amount.value >= 0 else -1.0
        yield from _fit(growth_by(sign * abs(more.value), more, again, rate, growth.stated_value or 0.0))


def _in_other_prices(page: Page, new: Fact, old: Fact, rate: Fact, told: Collection[int]) -> Iterator[Relation]:
    """名义增长8.2%，扣除价格因素，实际增长7.8%: the second rate is not that of the levels."""
    for other in page.following(rate, _ON):
        if other.measure != "growth" or other.unit != "%" or page.facts[other.number - 1].measure == "level":
            return
        if words().other_prices.search(page.between(page.facts[other.number - 1], other)) and other.number not in told:
            found = growth_of(old, new, other, signed(page, other))
            yield from [apart(found, _OTHER_PRICES)] if found.verdict == DISAGREES else []
            return
