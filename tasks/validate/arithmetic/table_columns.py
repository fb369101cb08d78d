"""The arithmetic between the columns of a table: differences, ratios and sums that hold in row after row.

指标 2019年 2020年 增减 · 粮食 120 126 6 · 预算数 执行数 为执行数的% · 合计 男 女. Only what fits in every row, or
nearly, is reported.
"""

from __future__ import annotations

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


def find_columns_of_rows(table: Sequence[Row]) -> Iterator[Relation]:
    """Every difference, ratio and sum of columns that the rows bear out."""
    for least, ways in _WAYS:
        found = (borne_out([each for row in table for each in way(row.cells)], least) for way in ways)
        yield from next(filter(None, found), ())
    yield from _sums(table)


def _changes(cells: Sequence[Fact], *, old_first: bool) -> Iterator[Relation]:
    """A change behind its two levels."""
    for first, second, change in triples(cells):
        if change.measure == "change" and is_pair(first, second) and change.unit in (first.unit, POINTS):
            old, new = (first, second) if old_first else (second, first)
            yield difference_of(old, new, change, change.value)


def _quotients(cells: Sequence[Fact], *, part_first: bool) -> Iterator[Relation]:
    """A share or ratio behind its two levels."""
    for first, second, rate in triples(cells):
        part, whole = (first, second) if part_first else (second, first)
        levels = is_pair(first, second) and (first.measure == "level" or rate.measure == "ratio")
        if rate.measure in _RATES and rate.unit in ("%", "‰", "") and levels and whole.value > 0 < part.value:
            yield one_of(part, whole, rate)


def _balances(cells: Sequence[Fact]) -> Iterator[Relation]:
    """Three rates of which the last is what the first has more than the second (出生率 死亡率 自然增长率)."""
    for first, second, rest in triples(cells):
        if first.measure == second.measure == rest.measure == "share" and first.unit == second.unit == rest.unit:
            yield difference_of(second, first, rest, rest.value)


def _balances_apart(cells: Sequence[Fact]) -> Iterator[Relation]:
    """The same where each rate stands behind its number (出生人数 出生率 死亡人数 死亡率 …)."""
    for begin in range(_STRIDE):
        yield from _balances(cells[begin::_STRIDE])


def _sums(table: Sequence[Row]) -> Iterator[Relation]:
    """A column that is the sum of those right behind or right before it, in all rows that are as wide."""
    width = max(len(row.cells) for row in table)
    rows = [row.cells for row in table if len(row.cells) == width]
    if len(rows) < _LEAST:
        return
    for column in range(width):
        behind = (
            range(column + 1, column + 1 + size) for size in range(_LEAST, min(_MOST_PARTS, width - column - 1) + 1)
        )
        before = (range(column - size, column) for size in range(_LEAST, min(_MOST_PARTS, column) + 1))
        for places in (*behind, *before):
            if all(_is_sum(cells[column], [cells[at] for at in places]) for cells in rows):
                yield from (total(cells[column], [cells[at] for at in places]) for cells in rows)
                break


def _is_sum(whole: Fact, parts: Sequence[Fact]) -> bool:
    addable = whole.measure == "level" or (whole.measure == "share" and whole.unit == "%")
    alike = all(part.unit == whole.unit and part.measure == whole.measure for part in parts)
    return addable and alike and comes_to(whole, parts)


_WAYS: tuple[tuple[int, tuple[Callable[[Sequence[Fact]], Iterator[Relation]], ...]], ...] = (
    (_LEAST, (partial(_changes, old_first=True), partial(_changes, old_first=False))),
    (_LEAST, (partial(_quotients, part_first=True), partial(_quotients, part_first=False))),
    (_SURE, (_balances,)),
    (_SURE, (_balances_apart,)),
)
"""Ways to read the columns of a row, one of each group at most in a table; in so many rows at least it must fit."""
