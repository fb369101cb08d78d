"""The arithmetic of tables that were printed as lines: growth between two columns, rows that come to the row above.

一、接待人数 人次 9021531 9868655 9.4 · （一）外宾 602050 598125 -0.7 · （二）国内 8419481 9270530 10.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from tasks.validate.arithmetic.adding import common_step, room_of, sum_of, total
from tasks.validate.arithmetic.facts import AGREES, Fact, Page, Relation, fits
from tasks.validate.arithmetic.growths import difference_of, growth_of
from tasks.validate.arithmetic.portions import one_of
from tasks.validate.arithmetic.structure import hundred
from tasks.validate.arithmetic.words import words

_LABEL = 40
_MOST_ROWS = 24
_LEAST = 2
_SURE = 3
_CHANCE_OF_ROWS = 0.5
_COLUMNS = 8
_AFTER = ("", "\n", " ", "\t")
_ENDS = re.compile(r"[ \t\-—–/]{0,12}(?:\n|$)")
_LINE = re.compile(r"[^\n]*$")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: the style of the number that its label bears ("" without one), and its figures."""

    style: str
    cells: tuple[Fact, ...]


def find_tables(page: Page) -> Iterator[Relation]:
    """Every growth of a row, and every sum and share of rows, in the tables of a document. Only fits count, but for
    a growth whose neighbours all fit."""
    for table in _tables(page):
        yield from _growths(table)
        for place, row in enumerate(table):
            yield from _divided(row, _children(table, place))


def _tables(page: Page) -> Iterator[list[Row]]:
    """Lines one after the other that hold a label and figures with nothing but spaces between them."""
    table: list[Row] = []
    last = -1
    for sentence, facts in page.by_sentence.items():
        row = _row(page, facts) if len(facts) <= _COLUMNS and _spaced(page, facts) else None
        if row is None or sentence != last + 1:
            if len(table) >= _LEAST:
                yield table
            table = []
        if row:
            table.append(row)
            last = sentence
    if len(table) >= _LEAST:
        yield table


def _spaced(page: Page, facts: Sequence[Fact]) -> bool:
    """Whether figures stand in one line with spaces between them, the last at its end."""
    end = facts[-1].end
    if page.text[end : end + 1] not in _AFTER or not _ENDS.match(page.text, end):
        return False
    if len(facts) == 1:
        return page.text[facts[0].start - 1 : facts[0].start] in (" ", "\t")
    return all(page.text[left.end : right.start].isspace() for left, right in pairwise(facts))


def _row(page: Page, facts: Sequence[Fact]) -> Row:
    line = _LINE.search(page.text[max(facts[0].start - _LABEL, 0) : facts[0].start])
    label = line[0].strip() if line else ""
    found = words().numbered.match("\n" + label)
    return Row((found.lastgroup or "") if found else "", tuple(facts))


def _growths(table: Sequence[Row]) -> Iterator[Relation]:
    """The growth behind two columns, the older of which is the first or the second throughout."""
    rows = [row.cells[at - 2 : at + 1] for row in table for at in _rates(row.cells)]
    for order in (0, 1):
        tried = [_change(a, b, rate) if order else _change(b, a, rate) for a, b, rate in rows]
        found = [each for each in tried if each]
        fine = sum(each.verdict == AGREES for each in found)
        if fine >= _LEAST:
            yield from (each for each in found if each.verdict == AGREES or (fine >= _SURE and 2 * fine > len(found)))
            return


def _rates(cells: Sequence[Fact]) -> Iterator[int]:
    """The places of growths right behind two figures of one unit."""
    for at in range(2, len(cells)):
        first, second, rate = cells[at - 2 : at + 1]
        alike = first.unit == second.unit and first.measure == second.measure in ("level", "share")
        if alike and rate.measure == "growth" and rate.unit == "%":
            yield at


def _change(new: Fact, old: Fact, rate: Fact) -> Relation | None:
    if new.measure == "share":
        found = difference_of(old, new, rate, rate.value)
        return found if found.verdict == AGREES else None
    return growth_of(old, new, rate, rate.value) if old.value > 0 < new.value else None


def _children(table: Sequence[Row], place: int) -> list[Row]:
    """The rows that a row may be divided into, by the style of their numbers; all below it where none bears one."""
    below = table[place + 1 : place + 1 + _MOST_ROWS]
    if not below:
        return []
    if below[0].style == table[place].style:
        return [] if below[0].style else list(takewhile(lambda row: not row.style, below))
    rows: list[Row] = []
    for row in below:
        if row.style == table[place].style or (not below[0].style and row.style):
            break
        if row.style == below[0].style:
            rows.append(row)
    return rows


def _divided(whole: Row, rows: Sequence[Row]) -> Iterator[Relation]:
    """Each column of a row as the sum of those below it; shares of them as printed."""
    for column, cell in enumerate(whole.cells if len(rows) >= _LEAST else ()):
        below = _column(whole, column, rows) if cell.measure in ("level", "share") else []
        first = 0
        for last in range(_LEAST, len(below) + 1):
            parts = below[first:last]
            if _comes_to(cell, parts):
                yield total(cell, parts)
                yield from _shares(cell, parts, rows[first:last])
                first = last


def _column(whole: Row, column: int, rows: Sequence[Row]) -> list[Fact]:
    """The figures of a column in the first rows that have one of its unit and kind; short rows lack either end."""
    parts: list[Fact] = []
    for row in rows:
        places = (column, column - len(whole.cells) + len(row.cells))
        cells = (row.cells[at] for at in places if 0 <= at < len(row.cells))
        alike = (c for c in cells if c.unit == whole.cells[column].unit and c.measure == whole.cells[column].measure)
        cell = next(alike, None)
        if cell is None:
            break
        parts.append(cell)
    return parts


def _comes_to(whole: Fact, parts: Sequence[Fact]) -> bool:
    room = room_of(whole, parts)
    step = max(2 * room, common_step((whole, *parts)) if parts and whole.measure == "level" else 0.0)
    fine = _MOST_ROWS * step <= _CHANCE_OF_ROWS * abs(whole.value)
    return len(parts) >= _LEAST and fine and fits(whole.value, sum_of(parts), room)


def _shares(whole: Fact, parts: Sequence[Fact], rows: Sequence[Row]) -> Iterator[Relation]:
    """The shares of one column of rows in their sum, where all of them fit."""
    if whole.measure != "level":
        return
    for column in range(_COLUMNS):
        shares = [row.cells[column] for row in rows[: len(parts)] if column < len(row.cells)]
        if len(shares) == len(parts) and all(share.measure == "share" and share.unit == "%" for share in shares):
            found = [one_of(part, whole, share) for part, share in zip(parts, shares, strict=True)]
            fine = sum(each.verdict == AGREES for each in found)
            yield from found if fine == len(found) or fine > max(_SURE, len(found) - 2) else []
            every = hundred(shares)
            yield from [every] if every.verdict == AGREES and every.tolerance <= 1 else []
