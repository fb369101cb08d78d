"""The arithmetic of tables that were printed as lines: growth between two columns, rows that come to the row above.

一、接待人数 人次 9021531 9868655 9.4 · （一）外宾 602050 598125 -0.7 · （二）国内 8419481 9270530 10.1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from tasks.validate.arithmetic.adding import total
from tasks.validate.arithmetic.facts import AGREES, Fact, Page, Relation
from tasks.validate.arithmetic.grids import Row, is_pair, tables_of, triples
from tasks.validate.arithmetic.growths import difference_of, growth_by, growth_of
from tasks.validate.arithmetic.portions import one_of
from tasks.validate.arithmetic.structure import hundred
from tasks.validate.arithmetic.table_columns import find_columns_of_rows
from tasks.validate.arithmetic.table_sums import comes_to, find_sums_of_rows, is_long, is_total
from tasks.validate.arithmetic.words import words

_MOST_ROWS = 24
_LEAST = 2
_SURE = 3
_COLUMNS = 8


def find_tables(page: Page) -> Iterator[Relation]:
    """Every growth of a row, and every sum and share of rows, in the tables of a document. Only fits count, but for
    a growth whose neighbours all fit."""
    for table in tables_of(page):
        yield from _growths(table)
        yield from find_columns_of_rows(table)
        yield from find_sums_of_rows(table)
        for place, row in enumerate(table):
            yield from _divided(row, _children(table, place))


def _growths(table: Sequence[Row]) -> Iterator[Relation]:
    """The growth behind two columns, the older of which is the first or the second throughout, or behind the column of
    changes."""
    rows = [rated for row in table for rated in _rates(row.cells)]
    ways = (
        (_change(b, a, rate) for a, b, rate in rows),
        (_change(a, b, rate) for a, b, rate in rows),
        (_by_amount(*cells) for row in table for cells in triples(row.cells)),
    )
    yield from next(filter(None, (_held(way) for way in ways)), ())


def _held(tried: Iterable[Relation | None]) -> list[Relation]:
    """The growths of a column that fit, with its others where most do."""
    found = [each for each in tried if each]
    fine = [each for each in found if each.verdict == AGREES]
    if len(fine) < _LEAST:
        return []
    return found if len(fine) >= _SURE and 2 * len(fine) > len(found) else fine


def _rates(cells: Sequence[Fact]) -> Iterator[tuple[Fact, Fact, Fact]]:
    """Two figures of one unit and the growth right behind them, or behind the change between them."""
    for at in range(2, len(cells)):
        rate = cells[at]
        beside = cells[at - 3 : at - 1] if at > _LEAST and cells[at - 1].measure == "change" else cells[at - 2 : at]
        if rate.measure == "growth" and rate.unit == "%" and is_pair(*beside):
            yield beside[0], beside[1], rate


def _change(new: Fact, old: Fact, rate: Fact) -> Relation | None:
    if new.measure == "share":
        found = difference_of(old, new, rate, rate.value)
        return found if found.verdict == AGREES else None
    return growth_of(old, new, rate, rate.value) if old.value > 0 < new.value else None


def _by_amount(level: Fact, change: Fact, rate: Fact) -> Relation | None:
    """The growth that a change printed behind its level makes."""
    told = level.measure == "level" and change.measure == "change" and rate.measure == "growth"
    if not told or change.unit != level.unit or rate.unit != "%":
        return None
    return growth_by(change.value, change, level, rate, rate.value)


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
    """Each column of a row as the sum of those below it; shares of them as printed.

    Where neither a number nor a word says that a row is divided, one column of short figures says nothing.
    """
    runs = [found for column in range(len(whole.cells)) for found in _runs(whole, column, rows)]
    told = whole.style != rows[0].style or is_total(whole) if rows else False
    for column, first, last, cell, parts in runs:
        again = any(other != column and (a, b) == (first, last) for other, a, b, *_ in runs)
        if told or again or is_long(cell, parts):
            yield total(cell, parts)
            yield from _shares(cell, parts, rows[first:last])


def _runs(whole: Row, column: int, rows: Sequence[Row]) -> Iterator[tuple[int, int, int, Fact, list[Fact]]]:
    """The runs of rows below that a column of a row is the sum of, one behind the other or from a row of which on."""
    cell = whole.cells[column]
    below = _column(whole, column, rows) if len(rows) >= _LEAST and cell.measure in ("level", "share") else []
    first = 0
    for last in range(1, len(below) + 1):
        if last - first >= _LEAST and comes_to(cell, below[first:last]):
            yield column, first, last, cell, below[first:last]
            first = last
        elif last < len(below) and rows[last].label.startswith(words().of_which):
            first = last


def _column(whole: Row, column: int, rows: Sequence[Row]) -> list[Fact]:
    """The figures of a column in the first rows that have one of its unit and kind."""
    parts: list[Fact] = []
    for row in rows:
        cell = row.like(whole, column)
        if cell is None:
            break
        parts.append(cell)
    return parts


def _shares(whole: Fact, parts: Sequence[Fact], rows: Sequence[Row]) -> Iterator[Relation]:
    """The shares of one column of rows in their sum, where all of them fit."""
    if whole.measure != "level":
        return
    for column in range(_COLUMNS):
        shares = [row.cells[column] for row in rows if column < len(row.cells)]
        if len(shares) == len(parts) and all(share.measure == "share" and share.unit == "%" for share in shares):
            found = [one_of(part, whole, share) for part, share in zip(parts, shares, strict=True)]
            fine = sum(each.verdict == AGREES for each in found)
            yield from found if fine == len(found) or fine > max(_SURE, len(found) - 2) else []
            every = hundred(shares)
            yield from [every] if every.verdict == AGREES and every.tolerance <= 1 else []
