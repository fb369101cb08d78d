"""Changes between two levels that words call by their names: 决算数比年初预算增加42.4万元. Only fits count."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tasks.validate.arithmetic.facts import AGREES, Fact, Page, Relation
from tasks.validate.arithmetic.growths import difference_of, growth_of
from tasks.validate.arithmetic.partitions import bearing_words
from tasks.validate.arithmetic.words import words

_SAID = 30
_BACK = 16
_SENTENCES = 3
_NEWS = 4
_TIGHT = 0.1


def find_called(page: Page, taken: Collection[int]) -> Iterator[Relation]:
    """The differences and growths of one level from another that the words before them name."""
    for result in page.facts:
        told = result.measure == "change" or (result.measure == "growth" and result.unit == "%")
        said = words().more_than_called.search(page.before(result, _SAID)) if told else None
        if said is None or result.number in taken or not result.value:
            continue
        levels = [f for f in page.preceding(result, _BACK, _SENTENCES) if f.measure == "level" and f.value > 0]
        found = _of_names(page, result, levels, said["ours"], said["theirs"])
        if found:
            yield found


def _of_names(page: Page, result: Fact, levels: list[Fact], ours: str, theirs: str) -> Relation | None:
    olds = [f for f in levels if theirs in bearing_words(page, f)][:1]
    named = [f for f in levels if len(ours) > 1 and ours in bearing_words(page, f)]
    news = (named or levels)[:_NEWS]
    tried = [_change(old, new, result) for old in olds for new in news if new is not old and new.unit == old.unit]
    for found in tried:
        room = max(2 * found.tolerance, result.step or 1.0) if found else 0.0
        if found and found.verdict == AGREES and len(tried) * room <= _TIGHT * abs(result.value):
            return found
    return None


def _change(old: Fact, new: Fact, result: Fact) -> Relation | None:
    if result.measure == "growth":
        return growth_of(old, new, result, result.value)
    return difference_of(old, new, result) if result.unit == new.unit else None
