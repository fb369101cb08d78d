"""The arithmetic of tables that were printed as lines: growth between two columns, rows that come to the row above.

一、接待人数 人次 9021531 9868655 9.4 · （一）外宾 602050 598125 -0.7 · （二）国内 8419481 9270530 10.1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from tasks.validate.arithmetic.facts import AGREES, Fact, Page, Relation
from tasks.validate.arithmetic.grids import Row, ends_of, is_pair, tables_of, triples
from tasks.validate.arithmetic.growths import difference_of, growth_by, growth_of
from tasks.validate.arithmetic.portions import one_of
from tasks.validate.arithmetic.structure import hundred
from tasks.validate.arithmetic.table_columns import find_columns_of_rows
from tasks.validate.arithmetic.table_search import find_columns_by_search
from tasks.validate.arithmetic.table_sums import borne_out, comes_to, find_sums_of_rows, is_long, is_total, made_of
from tasks.validate.arithmetic.table_tree import find_nested_sums
from tasks.validate.arithmetic.table_whole import find_wholes_of_tables
from tasks.validate.arithmetic.words import words

_MOST_ROWS = 24
_LEAST = 2
_SURE = 3
_COLUMNS = 8
_FURTHEST = 7


def find_tables(page: Page) -> Iterator[Relation]:
    """Every growth of a row, and every sum and share of rows, in the tables of a document. Only fits count, but for
    those whose neighbours all fit. The same three figures are told of once, whichever of them is the result."""
    for table in tables_of(page):
        known: set[frozenset[int]] = set()
        for relation in _of_table(page, table):
            figures = (*relation.parts, *([relation.stated] if relation.stated else []))
            key = frozenset(figure.number for figure in figures)
            if key not in known or relation.kind not in ("sum", "difference"):
                known.add(key)
                yield relation


def _of_table(page: Page, table: Sequence[Row]) -> Iterator[Relation]:
    """All relations of a table, the plainest first."""
    yield from _growths(table)
    yield from find_columns_of_rows(table)
    yield from find_sums_of_rows(table)
    for place, row in enumerate(table):
        yield from _divided(row, _children(table, place))
    yield from find_columns_by_search(table)
    yield from find_nested_sums(table)
    yield from find_wholes_of_tables(page, table)


def _growths(table: Sequence[Row]) -> Iterator[Relation]:
    """The growth behind two columns, the older of which is the first or the second throughout, or behind the column of
    changes; that to a column further on; that in the last row of three."""
    rows = [rated for row in table for rated in _rates(row.cells)]
    ways = (
        (_change(b, a, rate) for a, b, rate in rows),
        (_change(a, b, rate) for a, b, rate in rows),
        (_by_amount(*cells) for row in table for cells in triples(row)),
    )
    found = next(filter(None, (_held(way) for way in ways)), None) or next(_apart(table), [])
    yield from found
    yield from _below(table)


def _apart(table: Sequence[Row]) -> Iterator[list[Relation]]:
    """Growths behind their new level, the old one so many columns further on throughout: 本期 同比变化 … 上年同期."""
    for distance in range(1, _FURTHEST):
        tried = [
            growth_of(old, new, rate, rate.value)
            for row in table
            for new, rate, old in zip(row.cells, row.cells[1:], row.cells[1 + distance :], strict=False)
            if rate.measure == "growth" and rate.unit == "%" and is_pair(new, old) and old.value > 0
        ]
        if found := borne_out(tried, _SURE):
            yield found


def _below(table: Sequence[Row]) -> Iterator[Relation]:
    """A row of growths below the rows of the old and the new levels: 2021年 … 2022年 … 变化 …."""
    for first, second, rates in zip(table, table[1:], table[2:], strict=False):
        if not all(rate.unit == "%" and rate.measure in ("growth", "share") for rate in rates.cells):
            continue
        for old, new in ((first, second), (second, first)):
            cells = [
                (_at(old, place), _at(new, place), rate) for place, rate in zip(rates.places, rates.cells, strict=True)
            ]
            tried = [
                growth_of(a, b, rate, rate.value) for a, b, rate in cells if a and b and is_pair(a, b) and a.value > 0
            ]
            if found := borne_out(tried, _SURE):
                yield from found
                break


def _at(row: Row, place: int) -> Fact | None:
    return row.cells[row.places.index(place)] if place in row.places else None


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
    runs = [
        found
        for column in range(len(whole.cells))
        for last in ends_of(whole, rows)
        for found in _runs(whole, column, _column(whole, column, rows, last=last))
    ]
    told = whole.style != rows[0].style or is_total(whole) if rows else False
    for run in runs:
        again = any(other.column != run.column and other.rows == run.rows for other in runs)
        if told or again or is_long(run.whole, run.parts):
            yield from made_of(run.whole, run.parts)
            yield from _shares(run.whole, run.parts, run.rows)


class _Run(NamedTuple):
    """Rows that a figure of a column is the sum of, with their figures there."""

    column: int
    whole: Fact
    rows: list[Row]
    parts: list[Fact]


def _runs(whole: Row, column: int, below: Sequence[tuple[Row, Fact]]) -> Iterator[_Run]:
    """The runs of rows below that a column of a row is the sum of, one behind the other or from a row of which on."""
    cell = whole.cells[column]
    first = 0
    for last in range(1, len(below) + 1 if cell.measure in ("level", "share") else 0):
        parts = [part for _, part in below[first:last]]
        if len(parts) >= _LEAST and comes_to(cell, parts):
            yield _Run(column, cell, [row for row, _ in below[first:last]], parts)
            first = last
        elif last < len(below) and below[last][0].label.startswith(words().of_which):
            first = last


def _column(whole: Row, column: int, rows: Sequence[Row], *, last: bool) -> list[tuple[Row, Fact]]:
    """The first rows with a figure in a column, of its unit and kind; one as wide may have none there."""
    found: list[tuple[Row, Fact]] = []
    for row in rows:
        cell = row.like(whole, column, last=last)
        if cell is not None:
            found.append((row, cell))
        elif row.width != whole.width or whole.places[column] in row.places:
            break
    return found


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
