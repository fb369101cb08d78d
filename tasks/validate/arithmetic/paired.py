"""Counts that come in pairs (182户159人、467户1630人): a run of pairs whose columns both come to an earlier pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasks.validate.arithmetic.adding import common_step, room_of, sum_of, total
from tasks.validate.arithmetic.facts import Fact, Page, Relation, fits
from tasks.validate.arithmetic.words import words

_CHANCE = 0.02
_SURE = 3
_LITTLE = 0.02
_MOST_PARTS = 12
_MOST_PAIRS = 24
_Pair = tuple[Fact, Fact]


def find_paired(page: Page) -> Iterator[Relation]:
    """Both columns of every run of pairs that makes a pair before it."""
    for kind in _kinds(page):
        for place, whole in enumerate(kind):
            behind = kind[place + 1 : place + 1 + _MOST_PAIRS]
            parts = _parts(whole, behind)
            for column in (0, 1) if parts else ():
                yield total(whole[column], [part[column] for part in parts])
            if not parts and words().parts_follow.search(page.between(whole[1], behind[0][0]) if behind else ""):
                yield from _slipped(whole, behind)


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


def _slipped(whole: _Pair, pairs: Sequence[_Pair]) -> Iterator[Relation]:
    """An announced list of pairs of which one column comes to the whole, and the other would but for one digit."""
    for size in range(_SURE, min(len(pairs), _MOST_PARTS) + 1):
        for fine, other in ((0, 1), (1, 0)):
            parts = [pair[fine] for pair in pairs[:size]]
            room = room_of(whole[fine], parts)
            wide = max(2 * room, common_step((whole[fine], *parts)))
            if not fits(whole[fine].value, sum_of(parts), room) or wide > _CHANCE * whole[fine].value:
                continue
            beside = [pair[other] for pair in pairs[:size]]
            off = round(abs(whole[other].value - sum_of(beside)))
            told = all(figure.exact for figure in (whole[other], *beside))
            if told and off and len(str(off).rstrip("0")) == 1 and off <= _LITTLE * whole[other].value:
                yield replace(total(whole[other], beside), why="it would fit with one digit of a figure changed")
                return


def _fit(whole: _Pair, run: Sequence[_Pair], tries: int) -> bool:
    chance = float(tries)
    for column in (0, 1):
        parts = [pair[column] for pair in run]
        room = room_of(whole[column], parts)
        if not fits(whole[column].value, sum_of(parts), room):
            return False
        chance *= max(2 * room, common_step((whole[column], *parts))) / whole[column].value
    return chance <= _CHANCE
