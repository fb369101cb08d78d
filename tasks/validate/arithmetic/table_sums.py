"""Sums down the columns of a table: the last row as the total, rows with labels of one form, rates of rows.

甲县 819 · 乙县 1226 · 合计 2045; 男 40 · 0-14岁男 10 · 0-14岁女 9 · 15岁及以上男 30 …; 消费 45 · 总值 90 · 消费率 50.
Only fits are reported, where so many tries would hardly make one by chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tasks.validate.arithmetic.adding import common_step, room_of, sum_of, total
from tasks.validate.arithmetic.facts import AGREES, Fact, Relation, fits
from tasks.validate.arithmetic.grids import Row, ends_of
from tasks.validate.arithmetic.portions import can_be, one_of, whole_of
from tasks.validate.arithmetic.structure import hundred

_LEAST = 2
_SURE = 3
_MOST_ROWS = 24
_CHANCE_OF_ROWS = 0.5
LEAST_TIMES, LONG_TIMES = _MOST_ROWS / _CHANCE_OF_ROWS, _MOST_ROWS**2 / _CHANCE_OF_ROWS
"""How many times the step of its figures a sum must be; one that nothing tells of."""
_FINE = 0.1
_NEARLY = 0.7
_TOTAL = re.compile(r"合\s*计|总\s*计|小\s*计|共\s*计|全[国省市县区州乡镇]|^总")
_RANGE = re.compile(r"\d+\s*[-—－~～至]\s*\d+|\d+|及?以[上下]")
_RATE = re.compile("(?:比?率|比重|占比)$")
_BRACKETED = re.compile(r"[（(][^（）()]*[)）]|\s")


def find_sums_of_rows(table: Sequence[Row]) -> Iterator[Relation]:
    """Every sum down a column, every column of shares that makes the whole, every row of rates of two others."""
    yield from _bottoms(table)
    yield from _forms(table)
    yield from _rates(table)
    yield from _hundreds(table)
    yield from _of_whole(table)


def comes_to(whole: Fact, parts: Sequence[Fact]) -> bool:
    """Whether parts come to a whole, and would hardly do so by chance."""
    if _added(parts) < _LEAST or not fits(whole.value, sum_of(parts), room_of(whole, parts)):
        return False
    return _MOST_ROWS * _step(whole, parts) <= _CHANCE_OF_ROWS * abs(whole.value)


def made_of(whole: Fact, parts: Sequence[Fact]) -> Iterator[Relation]:
    """Parts against their whole; shares that make a printed 100 make the whole as well."""
    yield total(whole, parts)
    if whole.measure == "share" and whole.value == whole_of(whole):
        yield hundred(parts)


def is_long(whole: Fact, parts: Sequence[Fact]) -> bool:
    """Whether figures are so long that a sum among all rows of a table, which nothing tells of, is no chance."""
    return _MOST_ROWS**2 * _step(whole, parts) <= _CHANCE_OF_ROWS * abs(whole.value)


def is_total(row: Row) -> bool:
    """Whether a row is called a total."""
    return _TOTAL.search(row.label) is not None


def _step(whole: Fact, parts: Sequence[Fact]) -> float:
    """The room that rounding leaves a sum, or the step that all of its figures go by."""
    return max(2 * room_of(whole, parts), common_step((whole, *parts)) if whole.measure == "level" else 0.0)


def borne_out(tried: Sequence[Relation], least: int = _LEAST) -> list[Relation]:
    """Those of some relations of one form that fit, where so many and nearly all of them do."""
    fine = [each for each in tried if each.verdict == AGREES]
    return fine if len(fine) >= max(least, _NEARLY * len(tried)) else []


def _added(parts: Sequence[Fact]) -> int:
    """How many parts are more than nothing."""
    return sum(part.value != 0 for part in parts)


def _bottoms(table: Sequence[Row]) -> Iterator[Relation]:
    """Each column of a row that is called a total as the sum of the rows above it, of all or of one style."""
    for place, whole in enumerate(table):
        if not is_total(whole):
            continue
        above = table[max(place - _MOST_ROWS, 0) : place]
        for rows in (above, *_by_style(above)):
            yield from _totals(whole, rows)


def _totals(whole: Row, rows: Sequence[Row]) -> Iterator[Relation]:
    """The columns of a total; where one column of all the rows fits, small ones that fit to the digit count as well."""
    columns = [
        (cell, _column(rows, whole, column, last=last))
        for column, cell in enumerate(whole.cells)
        for last in ends_of(whole, rows)
    ]
    starts = _starts(rows)
    proven = any(comes_to(cell, parts) for cell, parts in columns)
    for cell, parts in columns:
        full = len(parts) == len(rows)
        exact = proven and full and _added(parts) >= _LEAST and cell.value == sum_of(parts)
        first = 0 if exact else next((at for at in (starts if full else [0]) if comes_to(cell, parts[at:])), None)
        if first is not None:
            yield from made_of(cell, parts[first:])


def _starts(rows: Sequence[Row]) -> list[int]:
    """Where the parts of a total may begin: with the first row, behind another total, or where the style changes."""
    pairs = enumerate(pairwise(rows), start=1)
    return [0, *(at for at, (one, other) in pairs if _TOTAL.search(one.label) or one.style != other.style)]


def _by_style(rows: Sequence[Row]) -> Iterator[list[Row]]:
    for style in sorted({row.style for row in rows if row.style}):
        yield [row for row in rows if row.style == style]


def _column(rows: Sequence[Row], whole: Row, column: int, *, last: bool = False) -> list[Fact]:
    """The figures of a column that can be parts of that of a whole."""
    if whole.cells[column].measure not in ("level", "share", "change"):
        return []
    return [cell for row in rows if (cell := row.like(whole, column, last=last))]


def _forms(table: Sequence[Row]) -> Iterator[Relation]:
    """Rows whose labels differ in a range only, as the parts of a row above them (ages of men)."""
    groups: dict[str, list[int]] = {}
    for place, row in enumerate(table):
        form = _RANGE.sub("", row.label)
        if form != row.label:
            groups.setdefault(form, []).append(place)
    for places in groups.values():
        if not _LEAST < len(places) <= _MOST_ROWS or places == list(range(places[0], places[-1] + 1)):
            continue
        rows = [table[place] for place in places]
        for whole in table[max(places[0] - _MOST_ROWS, 0) : places[0]]:
            for column, cell in enumerate(whole.cells):
                parts = _column(rows, whole, column)
                if len(parts) == len(rows) and comes_to(cell, parts):
                    yield from made_of(cell, parts)


def _rates(table: Sequence[Row]) -> Iterator[Relation]:
    """A row of rates that is named after one row (消费率), as its share in another, where the columns fit."""
    for place, row in enumerate(table):
        name = _BRACKETED.sub("", row.label)
        if not _RATE.search(name) or not all(cell.measure == "share" for cell in row.cells):
            continue
        above = table[max(place - _MOST_ROWS, 0) : place]
        stem = _RATE.sub("", name)
        for part in (each for each in above if _BRACKETED.sub("", each.label) == stem):
            for whole in above:
                found = borne_out(_quotients(part, whole, row)) if whole is not part else []
                if found:
                    yield from found
                    break


def _quotients(part: Row, whole: Row, rates: Row) -> list[Relation]:
    if not len(part.cells) == len(whole.cells) == len(rates.cells):
        return []
    cells = list(zip(part.cells, whole.cells, rates.cells, strict=True))
    sound = all(a.unit == b.unit and a.measure == b.measure == "level" and a.value > 0 < b.value for a, b, _ in cells)
    return [one_of(a, b, rate) for a, b, rate in cells] if sound else []


def _hundreds(table: Sequence[Row]) -> Iterator[Relation]:
    """A column of shares of all rows that makes the whole, beside levels that they could be shares of."""
    rows = [row.cells for row in table]
    width = len(rows[0])
    if len(rows) > _MOST_ROWS or any(len(cells) != width for cells in rows):
        return
    for column in range(1, width):
        cells = [row[column] for row in rows]
        levels = all(row[column - 1].measure == "level" for row in rows)
        if levels and all(cell.measure == "share" and cell.unit == "%" for cell in cells):
            made = hundred(cells)
            fine = made.tolerance <= (_FINE if len(cells) < _SURE else 1)
            if made.verdict == AGREES and fine:
                yield made


def _of_whole(table: Sequence[Row]) -> Iterator[Relation]:
    """Shares beside levels of which the first row or a total is the whole (100%), where they fit in nearly all rows."""
    for whole in (table[0], *(row for row in table[1:] if is_total(row))):
        for column, share in enumerate(whole.cells):
            if share.measure != "share" or share.value != whole_of(share):
                continue
            levels = (at for at in range(column - 1, -1, -1) if whole.cells[at].measure == "level")
            tried = (borne_out(list(_shares_in(whole, level, column, table))) for level in levels)
            yield from next(filter(None, tried), [])


def _shares_in(whole: Row, level: int, share: int, table: Sequence[Row]) -> Iterator[Relation]:
    """The shares in one column as those of another one in its whole."""
    for row in table[: _MOST_ROWS + 1]:
        part, rate = row.like(whole, level), row.like(whole, share)
        if row is not whole and part and rate and can_be(part, whole.cells[level]):
            yield one_of(part, whole.cells[level], rate)
