"""Lists that words announce (其中, 分别) or that fill a sentence, against a figure before them.

A list that words lead to is likelier to make a figure before it than figures found by search, so small counts may tell.
One that nearly makes a long figure, and would but for two digits that are swapped, disagrees with it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from tasks.validate.arithmetic.adding import addable, finest_step, room_of, sum_of, total_of
from tasks.validate.arithmetic.facts import AGREES, DISAGREES, Fact, Page, Relation, fits
from tasks.validate.arithmetic.grids import is_cell
from tasks.validate.arithmetic.partitions import bearers, partitions_of
from tasks.validate.arithmetic.slips import with_slip
from tasks.validate.arithmetic.words import words

_MOST = 10
_LEAST = 2
_MANY = 3
_BACK = 12
_SENTENCES = 2
_SAID = 16
_WHOLES = 3
_CHANCE = 0.1
_CHANCE_OF_TWO = 0.04
_NEAR = 0.01
_LONG = 1000.0
_FINE = 1e-3
_LONGEST_LINK = 16
_BREAK = re.compile(r"[。\n]")
_CLAUSE = re.compile(r"[，；;。\n]")


def find_announced(page: Page, found: Collection[Relation]) -> Iterator[Relation]:
    """The sums of lists that nothing explains yet."""
    parts = {part.number for each in found if each.kind == "sum" and each.verdict == AGREES for part in each.parts}
    for run in _lists(page):
        if run[0].number in parts and run[-1].number in parts:
            continue
        wholes = _wholes(page, run)
        told = words().parts_follow.search(_CLAUSE.split(page.before(run[0], _SAID))[-1]) is not None
        made = next(_fitting(wholes, run), None) if told else None
        made = made or (_swapped(wholes, run) if len(run) >= _MANY else None)
        if made:
            yield made
    yield from _named(page, parts)


def _lists(page: Page) -> Iterator[list[Fact]]:
    """Levels of one unit in a row with little between them."""
    run: list[Fact] = []
    for fact in page.facts:
        link = page.between(run[-1], fact) if run else ""
        alike = run and addable(page, run[0], fact) and fact.status == run[0].status
        if alike and len(link) <= _LONGEST_LINK and not _BREAK.search(link) and not is_cell(page, fact):
            run.append(fact)
            continue
        if _LEAST <= len(run) <= _MOST:
            yield run
        run = [fact] if fact.measure == "level" and fact.value > 0 else []
    if _LEAST <= len(run) <= _MOST:
        yield run


def _wholes(page: Page, run: Sequence[Fact]) -> list[Fact]:
    """The nearest figures before a list that are larger than any of it."""
    most = max(part.value for part in run)
    before = (f for f in page.preceding(run[0], _BACK, _SENTENCES) if addable(page, f, run[0]) and f.value > most)
    alike = [f for f in before if f.status == run[0].status and f.exact]
    return list({f.value: f for f in reversed(alike[:_WHOLES])}.values())[::-1]


def _fitting(wholes: Sequence[Fact], run: Sequence[Fact]) -> Iterator[Relation]:
    """The list as the parts of a figure that it comes to, to the digit."""
    limit = _CHANCE if len(run) >= _MANY else _CHANCE_OF_TWO
    for tries, whole in enumerate(wholes, start=1):
        room = room_of(whole, run)
        hit = fits(whole.value, sum_of(run), 0.0) or (room and fits(whole.value, sum_of(run), room))
        wide = max(2 * room, finest_step((whole, *run)))
        if hit and tries * wide <= limit * whole.value and room < min(part.value for part in run):
            found = total_of(whole, run)
            yield from [found] if found.verdict == AGREES else []


def _swapped(wholes: Sequence[Fact], run: Sequence[Fact]) -> Relation | None:
    """The list as the parts of a long figure that it would come to with two digits of one swapped back."""
    for whole in wholes:
        off = abs(whole.value - sum_of(run))
        fine = room_of(whole, run) <= _FINE * whole.value and whole.value >= _LONG * (whole.step or 1.0)
        if fine and 0 < off <= _NEAR * whole.value:
            found = with_slip(lambda facts: total_of(facts[0], facts[1:]), (whole, *run))
            if found:
                return found
    return None


def _named(page: Page, parts: Collection[int]) -> Iterator[Relation]:
    """税收收入 A…；非税收入 B: all parts of a figure by their names near it, but for two swapped digits."""
    for whole in page.facts:
        if whole.measure != "level" or not whole.exact or whole.value < _LONG:
            continue
        near = page.facts[whole.number + 1 : whole.number + 1 + _BACK]
        alike = [f for f in near if addable(page, whole, f) and f.sentence - whole.sentence <= 1]
        for partition in partitions_of(whole, page) if len(alike) >= _LEAST else ():
            named = bearers(partition, alike, page)
            if named and not any(part.number in parts for part in named):
                found = with_slip(lambda facts: total_of(facts[0], facts[1:]), (whole, *named))
                yield from [replace(found, verdict=DISAGREES)] if found else []
