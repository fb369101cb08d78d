"""Two lists in one order: levels of several years and their growths, shares and the counts that they are.

前三年分别为 A、B、C，增速分别为 p、q、r: q is the growth from A to B. 使用率分别为 S、T，规模分别达 A、B.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tasks.validate.arithmetic.facts import AGREES, JOINED, Fact, Page, Relation
from tasks.validate.arithmetic.growths import growth_of
from tasks.validate.arithmetic.portions import TIGHT, can_be, one_of, whole_of
from tasks.validate.arithmetic.words import words

_LEAST = 2
_YEARS = 3
_MOST = 12
_BACK = 40
_SAID = 20
_WHOLES = 12
_MOSTLY = 0.6


def find_series(page: Page) -> Iterator[Relation]:
    """The growths of a list of levels, and the shares of a list of counts, where the lists stand side by side."""
    runs = [run for run in _runs(page) if words().respectively.search(page.before(run[0], _SAID))]
    for first, second in pairwise(runs):
        if second[0].number != first[-1].number + 1 or second[0].sentence - first[0].sentence > 1:
            continue
        if first[0].measure == "level" and second[0].measure == "growth" and second[0].unit == "%":
            yield from _growths(first, second)
        elif first[0].measure == "share" and second[0].measure == "level" and len(first) == len(second):
            yield from _shares(page, first, second)


def _runs(page: Page) -> Iterator[list[Fact]]:
    """Figures of one unit and kind that stand in a row, joined by nothing but 、 or 和."""
    run: list[Fact] = []
    for fact in page.facts:
        alike = run and fact.unit == run[0].unit and fact.measure == run[0].measure
        if alike and JOINED.match(page.between(run[-1], fact)):
            run.append(fact)
            continue
        if _LEAST <= len(run) <= _MOST:
            yield run
        run = [fact]
    if _LEAST <= len(run) <= _MOST:
        yield run


def _growths(levels: Sequence[Fact], rates: Sequence[Fact]) -> list[Relation]:
    """Each growth from the level before; that to the first level has no level before it."""
    if len(levels) < _YEARS or len(levels) - len(rates) not in (0, 1):
        return []
    pairs = zip(pairwise(levels), rates[len(rates) - len(levels) + 1 :], strict=True)
    tried = [growth_of(old, new, rate, rate.value) for (old, new), rate in pairs if old.value > 0]
    fine = [each for each in tried if each.verdict == AGREES]
    if len(fine) < _LEAST:
        return []
    return tried if len(fine) >= _MOSTLY * len(tried) else fine


def _shares(page: Page, shares: Sequence[Fact], counts: Sequence[Fact]) -> list[Relation]:
    """Each count's share in the level before the lists that all of them fit, where chance would hardly make them."""
    before = page.preceding(shares[0], _BACK, _BACK)
    wholes = [f for f in before if f.measure == "level" and all(can_be(count, f) for count in counts)][:_WHOLES]
    for whole in wholes:
        tried = [one_of(count, whole, share) for count, share in zip(counts, shares, strict=True)]
        chance = float(len(wholes))
        for each, share in zip(tried, shares, strict=True):
            chance *= 2 * each.tolerance / whole_of(share)
        if all(each.verdict == AGREES for each in tried) and chance < TIGHT:
            return tried
    return []
