"""Sums of what numbered items and headings begin with, and of counts that say how far things are. Only fits count.

共安排8500万元。（一）甲类1240万元…（二）乙类7260万元 · 问题6项，部分整改4项，已整改2项.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from tasks.validate.arithmetic.adding import total
from tasks.validate.arithmetic.facts import AGREES, Fact, Page, Relation, fits
from tasks.validate.arithmetic.partitions import own_words
from tasks.validate.arithmetic.totals import fitting
from tasks.validate.arithmetic.words import words

_FIRST = re.compile(r"[（(第]?(?:一|1)(?![一二三四五六七八九十\d])")
_LONGEST = 160
_MOST_ITEMS = 12
_MOST_WHOLES = 3
_FAR = 40
_NEAR = 6
_STATE = 8
_Item = tuple[str, int, int]


def find_numbered(page: Page) -> Iterator[Relation]:
    """The sums of numbered items, each by the first level of a unit that it prints."""
    if not page.addable:
        return
    starts = [fact.start for fact in page.facts]
    for items in _lists(page.text):
        rows = [_first_of_units(page.facts[bisect_left(starts, a) : bisect_left(starts, b)]) for _, a, b in items]
        for unit in rows[0]:
            parts = [row[unit] for row in rows if unit in row]
            found = _whole_of(page, parts) if len(parts) == len(rows) else None
            yield from [found] if found else []


def _lists(text: str) -> Iterator[list[_Item]]:
    """Lists of two or more items of one style of numbers, each from its number to the next number of any style."""
    marks = _marks(text)
    lists: dict[str, list[_Item]] = {}
    for place, (start, style, number) in enumerate(marks):
        end = min(marks[place + 1][0] if place + 1 < len(marks) else len(text), start + _LONGEST)
        if _FIRST.match(number) and style in lists:
            yield from _whole_lists(lists.pop(style))
        lists.setdefault(style, []).append((style, start, end))
    for items in lists.values():
        yield from _whole_lists(items)


def _marks(text: str) -> list[tuple[int, str, str]]:
    """Where items begin, the style of their number and the number."""
    marks = [(found.start(), found.lastgroup or "", found[0].strip()) for found in words().numbered.finditer(text)]
    if "二是" in text:
        marks += [(found.start(), "", found[0]) for found in words().firstly.finditer(text)]
    return sorted(marks)


def _whole_lists(items: list[_Item]) -> Iterator[list[_Item]]:
    if 1 < len(items) <= _MOST_ITEMS:
        yield items


def _first_of_units(facts: Sequence[Fact]) -> dict[str, Fact]:
    """The first level of each unit."""
    found: dict[str, Fact] = {}
    for fact in facts:
        if fact.measure == "level" and fact.value > 0:
            found.setdefault(fact.unit, fact)
    return found


def _whole_of(page: Page, parts: Sequence[Fact]) -> Relation | None:
    """The nearest level before a list that its items come to, too exactly for chance."""
    largest = max(part.value for part in parts)
    tries = 0
    for whole in page.levels_before(parts[0]):
        if parts[0].number - whole.number > _FAR or tries == _MOST_WHOLES:
            return None
        if whole.value > largest:
            tries += 1
            found = fitting(whole, parts, tries)
            if found:
                return found
    return None


def find_states(page: Page) -> Iterator[Relation]:
    """Counts that one verb tells of (部分整改, 已整改), as the parts of the count before them."""
    run: list[Fact] = []
    for fact in page.facts:
        verb = _verb(page, fact) if fact.measure == "level" else None
        goes_on = bool(run) and fact.sentence == run[0].sentence and fact.unit == run[0].unit
        if verb and goes_on and verb == _verb(page, run[0]) and len(run) < _NEAR:
            run.append(fact)
            found = _of_count(page, run)
            yield from [found] if found else []
        elif verb:
            run = [fact]


def _verb(page: Page, fact: Fact) -> str | None:
    if not words().state.search(page.text, max(fact.start - _STATE, 0), fact.start):
        return None
    said = words().state.search(own_words(fact, page))
    return said["verb"] if said else None


def _of_count(page: Page, parts: Sequence[Fact]) -> Relation | None:
    if len({own_words(part, page) for part in parts}) < len(parts):
        return None
    before = page.preceding(parts[0], _NEAR, 1)
    whole = next((f for f in before if f.measure == "level" and f.unit == parts[0].unit), None)
    if whole is None or not fits(whole.value, sum(part.value for part in parts), 0.0):
        return None
    found = total(whole, parts)
    return found if found.verdict == AGREES else None
