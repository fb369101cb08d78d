"""Changes from a level that words give to an earlier time: 本周成交930套，上周成交1325套，成交套数下降29.8%.

Only fits count.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tasks.validate.arithmetic.facts import AGREES, JOINED, Fact, Page, Relation
from tasks.validate.arithmetic.grids import are_cells
from tasks.validate.arithmetic.growths import difference_of, growth_of
from tasks.validate.arithmetic.words import words

_SAID = 14
_NEAR = 6
_REACH = 8
_SENTENCES = 1
_ON = 2
_MOST_TIMES = 5.0
_TIGHT = 0.15
_POINTS = "百分点"
_Pair = tuple[Fact, Fact]


def find_since_earlier(page: Page, taken: Collection[int]) -> Iterator[Relation]:
    """Every difference and growth behind a level and an earlier one, but for those that are explained (`taken`)."""
    if not words().earlier_time.search(page.text):
        return
    done = set(taken)
    olds = {fact.number for fact in _earlier(page)}
    for number in sorted(olds):
        old = page.facts[number]
        for new in _later(page, old, olds):
            for found in _told(page, old, new, done):
                if found.stated:
                    done.add(found.stated.number)
                yield found


def _earlier(page: Page) -> Iterator[Fact]:
    """The levels that words give to an earlier time, and those that a list goes on with."""
    last: Fact | None = None
    for fact in page.facts:
        if fact.measure != "level" or fact.value <= 0:
            continue
        listed = last is not None and fact.number == last.number + 1 and JOINED.match(page.between(last, fact))
        if listed or words().earlier_time.search(page.before(fact, _SAID)):
            last = fact
            yield fact


def _later(page: Page, old: Fact, olds: Collection[int]) -> Iterator[Fact]:
    """The levels of the unit of an old one near it, those before it first."""
    before = page.preceding(old, _NEAR, _SENTENCES)
    after = [f for f in page.facts[old.number + 1 : old.number + 1 + _NEAR] if f.sentence - old.sentence <= _SENTENCES]
    for fact in (*before, *after):
        alike = fact.measure == "level" and fact.unit == old.unit and fact.status == old.status
        if alike and fact.number not in olds and old.value < _MOST_TIMES * fact.value < _MOST_TIMES**2 * old.value:
            yield fact


def _told(page: Page, old: Fact, new: Fact, done: Collection[int]) -> Iterator[Relation]:
    """The results behind both levels that are the change between them."""
    last = max(old, new, key=lambda fact: fact.number)
    for result in page.facts[last.number + 1 : last.number + 1 + _REACH]:
        if result.sentence - last.sentence > _ON:
            return
        if result.number in done or are_cells(page, page.facts[result.number - 1], result):
            continue
        if result.measure == "growth" and result.unit == "%":
            found = growth_of(old, new, result, _signed(page, result))
        elif result.measure == "change" and result.unit == new.unit:
            found = difference_of(old, new, result)
        else:
            continue
        tries = result.number - last.number
        if found.verdict == AGREES and 2 * tries * found.tolerance <= _TIGHT * abs(result.value):
            yield found


def _signed(page: Page, rate: Fact) -> float:
    falls = rate.value > 0 and words().fall.search(page.before(rate, 6)) is not None
    return -rate.value if falls else rate.value
