"""Groups of shares that stand behind their counts: 甲 N，占 S；乙 M，占 T. Each is tried on the sum of all counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tasks.validate.arithmetic.facts import AGREES, DISAGREES, Fact, Page, Relation, apart, plain
from tasks.validate.arithmetic.portions import all_forced, one_of, share_of, whole_of
from tasks.validate.arithmetic.slips import swapped
from tasks.validate.arithmetic.words import words

_MOST_OFF = 15.0
"""Shares that are further than this from the whole are no list of all parts, unless all but one of them fit."""
_EVEN = 1e-6
_NEARLY = 0.15
_MOST_GROUPS = 12
_AGES = "岁"
_BACK = 12
_SENTENCES = 6
_NEAR = 0.03
_LEAST = 2
_OTHER_BASE = "the printed shares are taken on {unit}, not on this count"


def groups_of(page: Page) -> Iterator[list[tuple[Fact, list[Fact]]]]:
    """Lists of two or more (share, counts right before it) of one shape: the same units in the same order."""
    group: list[tuple[Fact, list[Fact]]] = []
    for share in page.facts:
        if share.measure != "share" or share.unit not in ("%", "‰"):
            continue
        counts = _counts_before(page, share)
        if len(group) > 1 and share.sentence != group[-1][0].sentence and off_whole(group) < nearly(group):
            yield group
            group = []
        if len(group) == 1 and len(group[0][1]) > len(counts) > 0:
            # 9083件中，甲5780件，占64%；乙3046件，占33%: the first count is the whole.
            group = [(group[0][0], group[0][1][-len(counts) :])]
        previous = group[-1] if group else None
        same = previous and _continues(page, previous, share, counts)
        if not same:
            if len(group) > 1:
                yield group
            group = []
        if counts:
            group.append((share, counts))
        if len(group) > 1 and off_whole(group) < _EVEN:
            yield group
            group = []
    if len(group) > 1:
        yield group


def off_whole(group: Sequence[tuple[Fact, list[Fact]]]) -> float:
    """How far the shares of a list are from the whole, which ends the list."""
    return abs(sum(share.value for share, _ in group) - whole_of(group[0][0]))


def nearly(group: Sequence[tuple[Fact, list[Fact]]]) -> float:
    """How far from the whole rounding, and no more, may leave the shares of a list."""
    return min(_NEARLY, sum(share.half for share, _ in group) + group[0][0].step)


def _counts_before(page: Page, share: Fact) -> list[Fact]:
    """The levels between a share and the share before it, when the last of them is followed by 占 or the like."""
    counts: list[Fact] = []
    for fact in page.preceding(share, 3):
        if fact.measure != "level":
            break
        if fact.unit == _AGES:
            continue
        if not page.shut_in(fact, share):
            counts.insert(0, fact)
    if counts and words().share_of_whole not in page.between(counts[-1], share):
        return []
    return counts


def _continues(page: Page, previous: tuple[Fact, list[Fact]], share: Fact, counts: Sequence[Fact]) -> bool:
    before, earlier = previous
    return (
        bool(counts)
        and [f.unit for f in counts] == [f.unit for f in earlier]
        and all(
            f.measure in ("growth", "change") or f.unit == _AGES
            for f in page.facts[before.number + 1 : counts[0].number]
        )
        and share.sentence - before.sentence <= 1
    )


def partition(page: Page, group: Sequence[tuple[Fact, list[Fact]]]) -> Iterator[Relation]:
    """Each group's share of the sum of all groups, tried on each unit that they are counted in."""
    if len(group) > _MOST_GROUPS:
        return
    bases = [all_forced(_on_base(group, position)) for position in range(len(group[0][1]))]
    agreeing = [sum(relation.verdict == AGREES for relation in base) for base in bases]
    best = max(range(len(bases)), key=lambda position: agreeing[position])
    whole = off_whole(group) <= _MOST_OFF
    among = (page.facts[left[0].number + 1 : counts[0].number] for left, (_, counts) in pairwise(group))
    beside = any(fact.unit != _AGES for facts in among for fact in facts)
    if agreeing[best] < (len(group) if beside else 0 if whole else max(2, len(group) - 1)):
        return
    printed = _of_printed(page, group, best)
    # Of a whole that is printed no share need be rounded the other way.
    free = sum(relation.verdict == AGREES for relation in _on_base(group, best))
    if sum(relation.verdict == AGREES for relation in printed) > (free if printed else agreeing[best]):
        yield from (relation for relation in printed if relation.verdict == AGREES)
        return
    if agreeing[best] == 0:
        yield from _slipped_partition(group)
        return
    unit = group[0][1][best].unit
    rounded = sum(share.half for share, _ in group) + group[0][0].step
    bound = off_whole(group) <= rounded or agreeing[best] >= max(_LEAST, len(group) - 1)
    for position, base in enumerate(bases):
        for relation in base:
            if position != best:
                yield apart(relation, _OTHER_BASE.format(unit=unit))
            elif bound or relation.verdict == AGREES:
                yield relation


def _of_printed(page: Page, group: Sequence[tuple[Fact, list[Fact]]], position: int) -> list[Relation]:
    """Each group's share of the level before them that is nearly the sum of all groups."""
    counts = [facts[position] for _, facts in group]
    made = sum(count.value for count in counts)
    before = page.preceding(counts[0], _BACK, _SENTENCES)
    alike = (f for f in before if f.measure == "level" and f.unit == counts[0].unit)
    whole = next((f for f in alike if abs(f.value - made) < _NEAR * made), None)
    if whole is None or whole.value < max(count.value for count in counts):
        return []
    return [one_of(count, whole, share) for count, (share, _) in zip(counts, group, strict=True)]


def _slipped_partition(group: Sequence[tuple[Fact, list[Fact]]]) -> Iterator[Relation]:
    """Shares that all would fit their counts with two digits of one count swapped: that count's share disagrees."""
    for position in range(len(group[0][1])):
        for place, (_, counts) in enumerate(group):
            for other in swapped(counts[position]):
                mended = [
                    (share, [other if (n, p) == (place, position) else c for p, c in enumerate(facts)])
                    for n, (share, facts) in enumerate(group)
                ]
                if all(relation.verdict == AGREES for relation in _on_base(mended, position)):
                    why = f"all shares would fit with two digits of {counts[position].mention} swapped"
                    yield replace(_on_base(group, position)[place], verdict=DISAGREES, why=why)
                    return


def _on_base(group: Sequence[tuple[Fact, list[Fact]]], position: int) -> list[Relation]:
    counts = [facts[position] for _, facts in group]
    whole, spread = sum(c.value for c in counts), sum(c.half for c in counts)
    total = "+".join(plain(count) for count in counts)
    relations = []
    for (share, _), part in zip(group, counts, strict=True):
        parts = (part, *(other for other in counts if other is not part))
        relations.append(share_of(parts, part, whole, spread, share, f"{plain(part)}/({total})"))
    return relations
