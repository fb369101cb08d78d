"""Rates that stand in the order of levels, with their changes or with the old levels of another sentence.

N起、死亡M人，同比减少A起、B人，分别下降 r 和 s · 今年受理N、审结M，分别上升 r 和 s。去年受理K、审结L. Only fits count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tasks.validate.arithmetic.facts import AGREES, JOINED, Fact, Page, Relation
from tasks.validate.arithmetic.growths import growth_by, growth_of
from tasks.validate.arithmetic.words import words

_MOST = 6
_NEAR = 6
_WINDOW = 40


def find_in_order(page: Page) -> Iterator[Relation]:
    """The growths of lists of rates, where two of a list fit at least."""
    for run in _runs(page):
        changes = _before(page, run[0], "change", len(run))
        levels = _before(page, (changes or run)[0], "level", len(run))
        if not levels:
            continue
        olds = [] if changes else _last_year(page, levels)
        if olds:
            yield from _against(olds, levels, run)
            continue
        found = _by_changes(levels, changes, run) if changes else _by_old_levels(page, levels, run)
        if len(found) > 1:
            yield from found


def _last_year(page: Page, olds: Sequence[Fact]) -> list[Fact]:
    """受理N件M人，去年同期为K件L人: the new levels of those that the words bind to last year."""
    news = _before(page, olds[0], "level", len(olds))
    bound = news and words().last_year.search(page.between(news[-1], olds[0]))
    return news if bound and [fact.unit for fact in news] == [fact.unit for fact in olds] else []


def _against(news: Sequence[Fact], olds: Sequence[Fact], rates: Sequence[Fact]) -> Iterator[Relation]:
    for new, old, rate in zip(news, olds, rates, strict=True):
        found = _growth(old, new, rate)
        if found:
            yield found


def _runs(page: Page) -> Iterator[list[Fact]]:
    """Growths joined by 、 or 和, with 分别 before the first."""
    run: list[Fact] = []
    for fact in (*page.facts, None):
        goes_on = fact is not None and bool(run) and _goes_on(page, run[-1], fact)
        if run and not goes_on:
            if 1 < len(run) <= _MOST:
                yield run
            run = []
        if fact is None or fact.measure != "growth" or fact.unit != "%":
            continue
        if goes_on or words().respectively.search(page.before(fact, 12)):
            run.append(fact)


def _goes_on(page: Page, last: Fact, fact: Fact) -> bool:
    alike = fact.measure == "growth" and fact.unit == "%" and fact.number == last.number + 1
    return alike and JOINED.match(page.between(last, fact)) is not None


def _before(page: Page, fact: Fact, measure: str, count: int) -> list[Fact]:
    """So many figures of a kind right before a figure, in its sentence; empty where another kind stands between."""
    before = page.facts[max(fact.number - count, 0) : fact.number]
    alike = all(each.measure == measure and each.sentence == fact.sentence for each in before)
    return list(before) if alike and len(before) == count else []


def _by_changes(levels: Sequence[Fact], changes: Sequence[Fact], rates: Sequence[Fact]) -> list[Relation]:
    if [level.unit for level in levels] != [change.unit for change in changes]:
        return []
    rows = zip(levels, changes, rates, strict=True)
    found = [growth_by(change.value, change, level, rate, rate.value) for level, change, rate in rows]
    return [relation for relation in found if relation and relation.verdict == AGREES]


def _by_old_levels(page: Page, levels: Sequence[Fact], rates: Sequence[Fact]) -> list[Relation]:
    """The levels of a near sentence that stand in the same order of units, from which all the rates follow."""
    near = page.facts[max(levels[0].number - _WINDOW, 0) : rates[-1].number + _WINDOW]
    counts = [f for f in near if f.measure == "level" and abs(f.sentence - levels[0].sentence) <= _NEAR]
    for first in range(len(counts) - len(levels) + 1):
        olds = counts[first : first + len(levels)]
        apart = any(right.number != left.number + 1 for left, right in pairwise(olds))
        if apart or any(old.unit != new.unit or old is new for old, new in zip(olds, levels, strict=True)):
            continue
        found = [_growth(old, new, rate) for old, new, rate in zip(olds, levels, rates, strict=True)]
        if all(relation and relation.verdict == AGREES for relation in found):
            return [relation for relation in found if relation]
    return []


def _growth(old: Fact, new: Fact, rate: Fact) -> Relation | None:
    return growth_of(old, new, rate, rate.value) if old.value > 0 else None
