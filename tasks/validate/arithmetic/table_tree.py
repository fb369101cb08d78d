"""Sums of rows within sums of rows: once a row is known to be made of others, those are left out and the rest is looked
at again (合计 = 甲小计 + 乙小计; 参保人数 = 职工 + 居民, with 在职 and 退休 below 职工).

Where one column bears such a sum out, the others are held against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasks.validate.arithmetic.adding import room_of, sum_of, total
from tasks.validate.arithmetic.facts import AGREES, DISAGREES, Fact, Relation
from tasks.validate.arithmetic.grids import Row
from tasks.validate.arithmetic.table_sums import comes_to, is_long, is_total
from tasks.validate.arithmetic.trust import slip_of

_LEAST = 2
_MOST_ROWS = 24
_LARGEST_TABLE = 60
_OVER = 1.05
_CHANCE = 0.1
_FIRST = re.compile(r"[（(第]?(?:一|1)(?![一二三四五六七八九十\d])")
_BORNE_OUT = "the other columns of these rows come to their totals"


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
    sizes = range(_LEAST, min(len(live), _MOST_ROWS + 1))
    beside = (
        (whole, list(rows))
        for size in sizes
        for place, whole in enumerate(live)
        for rows in (live[place + 1 : place + 1 + size], live[max(place - size, 0) : place])
        if len(rows) == size
    )
    yield from (each for each in beside if _is_made_of(table[each[0]], [table[row] for row in each[1]], far=False))
    for rows in _of_one_style(table, live):
        wholes = (whole for whole in live if rows[0] - _MOST_ROWS <= whole < rows[0])
        yield from ((w, rows) for w in wholes if _is_made_of(table[w], [table[row] for row in rows], far=False))
    for place, whole in enumerate(live):
        for first in range(place + 2, min(len(live), place + _MOST_ROWS)):
            for last in range(first + _LEAST, min(len(live), place + _MOST_ROWS) + 1):
                if _is_made_of(table[whole], [table[row] for row in live[first:last]], far=True):
                    yield whole, list(live[first:last])


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
