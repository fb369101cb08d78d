"""Sums of rows within sums of rows: once a row is known to be made of others, those are left out and the rest is looked
at again (合计 = 甲小计 + 乙小计; 参保人数 = 职工 + 居民, with 在职 and 退休 below 职工).

Where one column bears such a sum out, the others are held against it.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from tasks.validate.arithmetic.adding import common_step, halves_of, room_of, sum_of, total
from tasks.validate.arithmetic.facts import AGREES, DISAGREES, Fact, Relation
from tasks.validate.arithmetic.grids import Row
from tasks.validate.arithmetic.table_sums import LEAST_TIMES, LONG_TIMES, comes_to, is_long, is_total
from tasks.validate.arithmetic.trust import slip_of

_LEAST = 2
_MOST_ROWS = 24
_LARGEST_TABLE = 60
_OVER = 1.05
_CHANCE = 0.1
_SLACK = 1e-6
_FIRST = re.compile(r"[（(第]?(?:一|1)(?![一二三四五六七八九十\d])")
_BORNE_OUT = "the other columns of these rows come to their totals"
_Stretch = tuple[int, int, int]


def find_nested_sums(table: Sequence[Row]) -> Iterator[Relation]:
    """Every column of every row that is the sum of other rows, from the innermost sums on."""
    live = list(range(len(table) if len(table) <= _LARGEST_TABLE else 0))
    while True:
        found = next(_sums(table, live), None)
        if found is None:
            yield from _behind_totals(table)
            return
        whole, parts = found
        yield from _columns(table[whole], [table[part] for part in parts])
        live = [row for row in live if row not in parts]


def _behind_totals(table: Sequence[Row]) -> Iterator[Relation]:
    """A row right behind a total, made of some of the rows of that total: 合计 …, 不良贷款 = 次级 + 可疑 + 损失."""
    for place, whole in enumerate(table[1:], start=1):
        if not is_total(table[place - 1]) or is_total(whole):
            continue
        above = table[max(place - 1 - _MOST_ROWS, 0) : place - 1]
        runs = (above[at : at + size] for size in range(_LEAST, len(above)) for at in range(len(above) - size + 1))
        for rows in runs:
            pairs = [pair for pair in _pairs(whole, rows) if pair[0].measure == "level"]
            if len(pairs) >= _LEAST and all(comes_to(*pair) and is_long(*pair) for pair in pairs):
                yield from (total(*pair) for pair in pairs)
                break


def _sums(table: Sequence[Row], live: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """The rows that are made of others: of those right below or right above them, the fewest first; of those of one
    style; of any that stand together."""
    columns = _level_columns(table, live)
    beside, apart = _stretches(columns)
    for place, first, last in beside:
        rows = list(live[first:last])
        if _is_made_of(table[live[place]], [table[row] for row in rows], far=False):
            yield live[place], rows
    at = {row: place for place, row in enumerate(live)}
    for rows in _of_one_style(table, live):
        sums = _sums_of(columns, [at[row] for row in rows])
        for whole in (row for row in live if rows[0] - _MOST_ROWS <= row < rows[0]):
            may_be = any(_may_be(column, at[whole], made, steps, LEAST_TIMES) for column, made, steps in sums)
            if may_be and _is_made_of(table[whole], [table[row] for row in rows], far=False):
                yield whole, rows
    for place, first, last in apart:
        rows = list(live[first:last])
        if _is_made_of(table[live[place]], [table[row] for row in rows], far=True):
            yield live[place], rows


class _Column(NamedTuple):
    """The amounts of one unit in a column, one for each row or None; the step that all of them go by; what no sum may
    pass (none where some are below nothing); the amounts by size, with their places, and the room beside them."""

    cells: list[Fact | None]
    step: float
    top: float
    values: list[float]
    places: list[int]
    half: float


def _level_columns(table: Sequence[Row], live: Sequence[int]) -> list[_Column]:
    """The columns of a table in which an amount is long enough to be a sum of others."""
    by_kind: dict[tuple[int, str], list[Fact | None]] = {}
    for at, row in enumerate(live):
        for place, cell in zip(table[row].places, table[row].cells, strict=True):
            if cell.measure == "level" and cell.unit != "%":
                by_kind.setdefault((place, cell.unit), [None] * len(live))[at] = cell
    return [column for cells in by_kind.values() if (column := _level_column(cells)).values]


def _level_column(cells: list[Fact | None]) -> _Column:
    told = sorted((cell for cell in cells if cell), key=attrgetter("value"), reverse=True)
    step = common_step(told) if len({cell.step for cell in told}) == 1 else 0.0
    top = max(cell.value + cell.step for cell in told) * (1 + _SLACK) + _SLACK
    long = [(c.value, at) for at, c in enumerate(cells) if c and abs(c.value) * (1 + _SLACK) >= LEAST_TIMES * step]
    values, places = [value for value, _ in sorted(long)], [at for _, at in sorted(long)]
    return _Column(cells, step, top if told[-1].value >= 0 else math.inf, values, places, max(c.half for c in told))


def _stretches(columns: Sequence[_Column]) -> tuple[list[_Stretch], list[_Stretch]]:
    """The wholes and the rows, from one to another, that come to them in some column: right beside them, the fewest
    rows first, and further on. Each sum is made of the one before it and looked up among the amounts."""
    beside: set[_Stretch] = set()
    apart: set[_Stretch] = set()
    for column in columns:
        for first in range(len(column.cells) - 1):
            for last, made, steps in _running(column, first):
                near = (at for at in (first - 1, last) if 0 <= at < len(column.cells))
                beside.update((at, first, last) for at in near if _may_be(column, at, made, steps, LEAST_TIMES))
                for at in _equal(column, made, steps):
                    if last - _MOST_ROWS <= at <= first - 2 and _may_be(column, at, made, steps, LONG_TIMES):
                        apart.add((at, first, last))
    return sorted(beside, key=lambda found: (found[2] - found[1], found[0], found[0] > found[1])), sorted(apart)


def _running(column: _Column, first: int) -> Iterator[tuple[int, float, float]]:
    """The sums of two rows and more from one on, with the steps in them, until they are above all that is printed."""
    made = steps = 0.0
    for last, cell in enumerate(column.cells[first : first + _MOST_ROWS], start=first + 1):
        if cell is None:
            return
        made += cell.value
        steps += cell.step
        if made - steps > column.top:
            return
        if last - first >= _LEAST:
            yield last, made, steps


def _equal(column: _Column, made: float, steps: float) -> Iterator[int]:
    """Where an amount stands that is a sum, but for rounding."""
    room = steps / 2 + column.half + _SLACK * max(abs(made), 1.0)
    begin = bisect_left(column.values, made - room)
    return iter(column.places[begin : bisect_right(column.values, made + room, lo=begin)])


def _sums_of(columns: Sequence[_Column], places: Sequence[int]) -> list[tuple[_Column, float, float]]:
    """What some rows come to in each column that has all of them, and the steps in it."""
    found = []
    for column in columns:
        parts = [cell for at in places if (cell := column.cells[at])]
        if len(parts) == len(places):
            found.append((column, sum_of(parts), 2 * halves_of(parts)))
    return found


def _may_be(column: _Column, at: int, made: float, steps: float, times: float) -> bool:
    """Whether the amount at a place may be a sum and so many times the step that all figures go by: what is surely
    neither is not weighed."""
    whole = column.cells[at]
    if whole is None:
        return False
    size = max(abs(whole.value), abs(made), 1.0)
    step = max(whole.step + steps or 1.0, column.step)
    near = abs(whole.value - made) <= (whole.step + steps) / 2 + _SLACK * size
    return near and times * step <= abs(whole.value) * (1 + _SLACK)


def _of_one_style(table: Sequence[Row], live: Sequence[int]) -> Iterator[list[int]]:
    """Rows whose labels are numbered in one style from the first on, whatever stands between them."""
    groups: dict[str, list[int]] = {}
    for row in live:
        style = table[row].style
        if not style or style.startswith("indent"):
            continue
        if _FIRST.match(table[row].label) and len(groups.get(style, ())) >= _LEAST:
            yield groups.pop(style)
        groups.setdefault(style, []).append(row)
    yield from (rows for rows in groups.values() if len(rows) >= _LEAST)


def _is_made_of(whole: Row, rows: Sequence[Row], *, far: bool) -> bool:
    """Whether enough columns of a row come to it for chance to be no explanation; more where they stand `far` off."""
    levels = [pair for pair in _pairs(whole, rows) if pair[0].measure == "level"]
    fitting = [(cell, parts) for cell, parts in levels if comes_to(cell, parts)]
    if not fitting:
        return False
    long = any(is_long(cell, parts) for cell, parts in fitting)
    return long or (not far and (len(fitting) >= _LEAST or is_total(whole)))


def _pairs(whole: Row, rows: Sequence[Row]) -> Iterator[tuple[Fact, list[Fact]]]:
    """The amounts of a row with those of others in the same column, where all of them have one."""
    for column, cell in enumerate(whole.cells):
        if cell.measure in ("level", "change") and cell.unit != "%":
            parts = [part for row in rows if (part := row.like(whole, column))]
            if len(parts) == len(rows):
                yield cell, parts


def _columns(whole: Row, rows: Sequence[Row]) -> Iterator[Relation]:
    """The sums of all columns; those that do not fit only where nothing that was left out could explain it."""
    for cell, parts in _pairs(whole, rows):
        found = total(cell, parts)
        if found.verdict == AGREES:
            # What is nothing but noughts, or is printed too coarsely, says nothing.
            yield from [found] if room_of(cell, parts) < abs(cell.value) / 2 else []
        elif found.verdict == DISAGREES and cell.value > 0 and slip_of(found, _CHANCE):
            yield found
        elif found.verdict == DISAGREES and cell.value < sum_of(parts) < _OVER * cell.value:
            yield replace(found, why=_BORNE_OUT)
