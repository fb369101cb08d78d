"""The arithmetic between the columns of a table: differences, ratios and sums that hold in row after row.

指标 2019年 2020年 增减 · 粮食 120 126 6 · 预算数 执行数 为执行数的% · 合计 男 女. Only what fits in every row, or
nearly, is reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.validate.arithmetic.adding import total
from tasks.validate.arithmetic.facts import AGREES, Fact, Relation
from tasks.validate.arithmetic.grids import Row, is_pair
from tasks.validate.arithmetic.growths import difference_of
from tasks.validate.arithmetic.portions import one_of
from tasks.validate.arithmetic.table_sums import comes_to

_LEAST = 2
_SURE = 3
_NEARLY = 0.7
_MOST_PARTS = 8
_STRIDE = 2
_RATES = ("share", "ratio")


def find_columns_of_rows(table: Sequence[Row]) -> Iterator[Relation]:
    """Every difference, ratio and sum of columns that the rows bear out."""
    for try_row in (_changes, _quotients, _balances, _balances_apart):
        for order in (0, 1):
            tried = [found for row in table for found in try_row(row.cells, order)]
            fine = [found for found in tried if found.verdict == AGREES]
            if len(fine) >= (_LEAST if try_row in (_changes, _quotients) else _SURE) and len(fine) >= _NEARLY * len(
                tried
            ):
                yield from fine
                break
    yield from _sums(table)


def _changes(cells: Sequence[Fact], order: int) -> Iterator[Relation]:
    """A change behind its two levels, the old one first (`order` 0) or second."""
    for first, second, change in _triples(cells):
        if change.measure == "change" and is_pair(first, second) and change.unit in (first.unit, "百分点"):
            old, new = (second, first) if order else (first, second)
            yield difference_of(old, new, change, change.value)


def _quotients(cells: Sequence[Fact], order: int) -> Iterator[Relation]:
    """A share or ratio behind two levels, in the first of them (`order` 1) or of it."""
    for first, second, rate in _triples(cells):
        part, whole = (second, first) if order else (first, second)
        levels = is_pair(first, second) and (first.measure == "level" or rate.measure == "ratio")
        if rate.measure in _RATES and rate.unit in ("%", "‰", "") and levels and whole.value > 0 < part.value:
            yield one_of(part, whole, rate)


def _balances(cells: Sequence[Fact], order: int) -> Iterator[Relation]:
    """Three rates of which the last is what the first has more than the second (出生率 死亡率 自然增长率)."""
    for first, second, rest in _triples(cells) if not order else ():
        if first.measure == second.measure == rest.measure == "share" and first.unit == second.unit == rest.unit:
            yield difference_of(second, first, rest, rest.value)


def _balances_apart(cells: Sequence[Fact], order: int) -> Iterator[Relation]:
    """The same where each rate stands behind its number (出生人数 出生率 死亡人数 死亡率 …)."""
    for begin in range(_STRIDE) if not order else ():
        yield from _balances(cells[begin::_STRIDE], order)


def _triples(cells: Sequence[Fact]) -> Iterator[tuple[Fact, Fact, Fact]]:
    return zip(cells, cells[1:], cells[2:], strict=False)


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
            parts = [[cells[at] for at in places] for cells in rows]
            if all(
                _alike(cells[column], own) and comes_to(cells[column], own)
                for cells, own in zip(rows, parts, strict=True)
            ):
                yield from (total(cells[column], own) for cells, own in zip(rows, parts, strict=True))
                break


def _alike(whole: Fact, parts: Sequence[Fact]) -> bool:
    addable = whole.measure == "level" or (whole.measure == "share" and whole.unit == "%")
    return addable and all(part.unit == whole.unit and part.measure == whole.measure for part in parts)
