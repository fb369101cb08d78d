"""The arithmetic between the columns of a table: differences, ratios and sums that hold in row after row.

指标 2019年 2020年 增减 · 粮食 120 126 6 · 预算数 执行数 为执行数的% · 合计 男 女. Only what fits in every row, or
nearly, is reported.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from tasks.validate.arithmetic.adding import total
from tasks.validate.arithmetic.facts import Fact, Relation
from tasks.validate.arithmetic.gaps import POINTS
from tasks.validate.arithmetic.grids import Row, is_pair, triples
from tasks.validate.arithmetic.growths import difference_of
from tasks.validate.arithmetic.portions import one_of
from tasks.validate.arithmetic.table_sums import borne_out, comes_to

_LEAST = 2
_SURE = 3
_MOST_PARTS = 8
_STRIDE = 2
_RATES = ("share", "ratio")
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")


def find_columns_of_rows(table: Sequence[Row]) -> Iterator[Relation]:
    """Every difference, ratio and sum of columns that the rows bear out."""
    for least, ways in _WAYS:
        found = (borne_out([each for row in table for each in way(row)], least) for way in ways)
        yield from next(filter(None, found), ())
    yield from _sums(table)


def _changes(row: Row, *, old_first: bool) -> Iterator[Relation]:
    """A change behind its two levels."""
    for first, second, change in triples(row):
        if change.measure == "change" and is_pair(first, second) and change.unit in (first.unit, POINTS):
            old, new = (first, second) if old_first else (second, first)
            yield difference_of(old, new, change, change.value)


def _quotients(row: Row, *, part_first: bool) -> Iterator[Relation]:
    """A share or ratio behind its two levels."""
    for first, second, rate in triples(row):
        part, whole = (first, second) if part_first else (second, first)
        levels = is_pair(first, second) and (first.measure == "level" or rate.measure == "ratio")
        if rate.measure in _RATES and rate.unit in ("%", "‰", "") and levels and whole.value > 0 < part.value:
            yield one_of(part, whole, rate)


def _balances(row: Row) -> Iterator[Relation]:
    """Three rates of which the last is what the first has more than the second (出生率 死亡率 自然增长率)."""
    yield from _rests(row.cells)


def _balances_apart(row: Row) -> Iterator[Relation]:
    """The same where each rate stands behind its number (出生人数 出生率 死亡人数 死亡率 …)."""
    for begin in range(_STRIDE):
        yield from _rests(row.cells[begin::_STRIDE])


def _rests(cells: Sequence[Fact]) -> Iterator[Relation]:
    for first, second, rest in zip(cells, cells[1:], cells[2:], strict=False):
        if first.measure == second.measure == rest.measure == "share" and first.unit == second.unit == rest.unit:
            yield difference_of(second, first, rest, rest.value)


def _sums(table: Sequence[Row]) -> Iterator[Relation]:
    """A column that is the sum of those right behind or right before it, of as many as can be, in all rows that are as
    wide and have a figure in each."""
    width = max(row.width for row in table)
    rows = [dict(zip(row.places, row.cells, strict=True)) for row in table if row.width == width]
    for column in range(width) if len(rows) >= _LEAST else ():
        behind = (range(column + 1, column + 1 + size) for size in range(min(_MOST_PARTS, width - column - 1), 1, -1))
        before = (range(column - size, column) for size in range(min(_MOST_PARTS, column), 1, -1))
        for places in (*behind, *before):
            full = [cells for cells in rows if column in cells and all(at in cells for at in places)]
            full = [cells for cells in full if cells[column].measure == "level"] or full
            made = [(cells[column], [cells[at] for at in places]) for cells in full]
            fine = sum(_is_sum(*each) for each in made)
            # One row that does not come out is held against the others.
            sure = fine == len(made) >= _LEAST or (fine == len(made) - 1 >= _SURE and all(_alike(*e) for e in made))
            if sure:
                yield from (total(*each) for each in made)
                break


def _is_sum(whole: Fact, parts: Sequence[Fact]) -> bool:
    return _alike(whole, parts) and comes_to(whole, parts)


def _alike(whole: Fact, parts: Sequence[Fact]) -> bool:
    """Whether figures are of one unit, kind and scale, so that they can be added."""
    addable = whole.measure == "level" or (whole.measure == "share" and whole.unit == "%")
    alike = all(part.unit == whole.unit and part.measure == whole.measure for part in parts)
    alike = alike and len({_scale(cell) for cell in (whole, *parts)}) == 1
    return addable and alike


def _scale(cell: Fact) -> int:
    """What power of ten the head of a column multiplies its figures by."""
    digits = _DIGITS.search(cell.mention)
    printed = float(digits[0].replace(",", "")) if digits else 0.0
    return round(math.log10(abs(cell.value) / printed)) if printed and cell.value else 0


_WAYS: tuple[tuple[int, tuple[Callable[[Row], Iterator[Relation]], ...]], ...] = (
    (_LEAST, (partial(_changes, old_first=True), partial(_changes, old_first=False))),
    (_LEAST, (partial(_quotients, part_first=True), partial(_quotients, part_first=False))),
    (_SURE, (_balances,)),
    (_SURE, (_balances_apart,)),
)
"""Ways to read the columns of a row, one of each group at most in a table; in so many rows at least it must fit."""
