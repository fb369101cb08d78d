"""Counts that come in pairs (182户159人、467户1630人): a run of pairs whose columns both come to an earlier pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.validate.arithmetic.adding import common_step, room_of, sum_of, total
from tasks.validate.arithmetic.facts import Fact, Page, Relation, fits

_CHANCE = 0.02
_MOST_PARTS = 12
_MOST_PAIRS = 24
_Pair = tuple[Fact, Fact]


def find_paired(page: Page) -> Iterator[Relation]:
    """Both columns of every run of pairs that makes a pair before it."""
    for kind in _kinds(page):
        for place, whole in enumerate(kind):
            parts = _parts(whole, kind[place + 1 : place + 1 + _MOST_PAIRS])
            for column in (0, 1) if parts else ():
                yield total(whole[column], [part[column] for part in parts])


def _kinds(page: Page) -> list[list[_Pair]]:
    """The pairs of levels that stand right beside each other, by their two units."""
    kinds: dict[tuple[str, str], list[_Pair]] = {}
    taken = -1
    for left in page.facts[:-1]:
        right = page.facts[left.number + 1]
        if left.number == taken or left.unit == right.unit or not left.measure == right.measure == "level":
            continue
        if page.text[left.end : right.start] in ("", "、", "，") and left.value > 0 < right.value:
            kinds.setdefault((left.unit, right.unit), []).append((left, right))
            taken = right.number
    return [pairs for pairs in kinds.values() if len(pairs) > 2]


def _parts(whole: _Pair, pairs: Sequence[_Pair]) -> list[_Pair]:
    """The first run of pairs whose columns both come to the whole, too exactly for chance."""
    for first in range(len(pairs) - 1):
        for last in range(first + 2, min(len(pairs), first + _MOST_PARTS) + 1):
            run = list(pairs[first:last])
            sums = [sum_of([pair[column] for pair in run]) for column in (0, 1)]
            if sums[0] > 2 * whole[0].value or sums[1] > 2 * whole[1].value:
                break
            if _fit(whole, run, tries=(first + 1) * (last - first - 1)):
                return run
    return []


def _fit(whole: _Pair, run: Sequence[_Pair], tries: int) -> bool:
    chance = float(tries)
    for column in (0, 1):
        parts = [pair[column] for pair in run]
        room = room_of(whole[column], parts)
        if not fits(whole[column].value, sum_of(parts), room):
            return False
        chance *= max(2 * room, common_step((whole[column], *parts))) / whole[column].value
    return chance <= _CHANCE
