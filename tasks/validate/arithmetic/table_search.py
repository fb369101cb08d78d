"""The arithmetic between the columns of a table, found by search: whichever two columns bear a third out, wherever they
stand (执行数 完成预算% 上年执行数 比上年±%).

A column counts where nearly all of its rows fit. Then those that do not are held against it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import permutations

from tasks.validate.arithmetic.adding import total
from tasks.validate.arithmetic.averages import average
from tasks.validate.arithmetic.facts import AGREES, Fact, Relation
from tasks.validate.arithmetic.gaps import POINTS
from tasks.validate.arithmetic.grids import Row
from tasks.validate.arithmetic.growths import difference_of, growth_by, growth_of
from tasks.validate.arithmetic.portions import one_of, rest_of

_LEAST = 3
_MOST_COLUMNS = 12
_MOST_AS_PRINTED = 8
_MOST_IN_VAIN = 12
_MOST_BEHIND = 2
_FITTING = 0.7
_LIMIT = 1e-3
_LIMIT_AS_PRINTED = 1e-5
_EVEN = 1e-3
_BARE = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
_Cells = dict[int, Fact]
_Way = Callable[[Fact, Fact, Fact], Relation | None]


def find_columns_by_search(table: Sequence[Row]) -> Iterator[Relation]:
    """Every column that is the growth, the share, the change or the sum of two others."""
    rows = [dict(zip(row.places, row.cells, strict=True)) for row in table]
    places = sorted({place for cells in rows for place in cells})[:_MOST_COLUMNS]
    if len(rows) < _LEAST or len(places) < _LEAST:
        return
    explained: set[frozenset[int]] = set()
    for column in places:
        ways = _WAYS.get(_measure(rows, column), ())
        yield from _column(rows, places, column, ways, _LIMIT, explained)
    bare = [_as_printed(cells) for cells in rows]
    leading = places[:_MOST_AS_PRINTED]
    for column in reversed(leading):
        if not any(column in columns for columns in explained):
            yield from _column(bare, leading, column, _ANY, _LIMIT_AS_PRINTED, explained)


def _column(
    rows: Sequence[_Cells],
    places: Sequence[int],
    column: int,
    ways: Sequence[_Way],
    limit: float,
    explained: set[frozenset[int]],
) -> list[Relation]:
    """A column as the result of two others, in the first way that the rows bear out; `explained` gets their places."""
    pairs = sorted(permutations((place for place in places if place != column), 2), key=_closeness(column))
    for pair in pairs:
        columns = frozenset((*pair, column))
        for way in ways if columns not in explained else ():
            found = _borne_out(rows, (*pair, column), way, limit)
            if found:
                explained.add(columns)
                return found
    return []


def _measure(rows: Sequence[_Cells], column: int) -> str:
    """What most figures of a column measure."""
    told = [cells[column].measure for cells in rows if column in cells]
    return max(set(told), key=told.count)


def _closeness(column: int) -> Callable[[tuple[int, int]], tuple[int, int]]:
    """How far two columns stand from a third: the nearest are tried first."""
    return lambda pair: (abs(pair[0] - column) + abs(pair[1] - column), pair[0])


def _borne_out(rows: Sequence[_Cells], places: tuple[int, int, int], way: _Way, limit: float) -> list[Relation]:
    """The relations of three columns in all rows, where enough and nearly all of them fit, too exactly for chance;
    given up as soon as more rows miss than fit, or the first ones tell nothing."""
    one, other, third = places
    made: list[Relation] = []
    full, misses, chance, told = 0, 0, 1.0, 0
    for at, cells in enumerate(rows):
        if at >= _MOST_IN_VAIN and not told:
            return []
        if one not in cells or other not in cells or third not in cells:
            continue
        full += 1
        found = way(cells[one], cells[other], cells[third])
        if found is None:
            continue
        made.append(found)
        if found.verdict == AGREES:
            likely = _chance(found)
            told += likely < 1
            chance *= likely
        else:
            misses += 1
            if 2 * misses > len(made) + _MOST_BEHIND:
                return []
    return made if misses <= (1 - _FITTING) * full and told >= _LEAST and chance <= limit else []


def _chance(relation: Relation) -> float:
    """How likely chance makes a fit; noughts, and what is printed too coarsely, fit anyway."""
    stated = abs(relation.stated_value or 0.0)
    if not stated or not all(part.value for part in relation.parts):
        return 1.0
    return min(1.0, max(2 * relation.tolerance, relation.stated.step if relation.stated else 0.0, _EVEN) / stated)


def _growth(new: Fact, old: Fact, rate: Fact) -> Relation | None:
    levels = new.measure == old.measure == "level" and new.unit == old.unit and old.value > 0 < new.value
    return growth_of(old, new, rate, rate.value) if levels and rate.unit == "%" else None


def _growth_by(level: Fact, change: Fact, rate: Fact) -> Relation | None:
    amounts = level.measure == "level" and change.measure == "change" and level.unit == change.unit
    return growth_by(change.value, change, level, rate, rate.value) if amounts and rate.unit == "%" else None


def _share(part: Fact, whole: Fact, share: Fact) -> Relation | None:
    levels = part.measure == whole.measure == "level" and part.unit == whole.unit and part.value > 0 < whole.value
    return one_of(part, whole, share) if levels and share.unit in ("%", "‰") else None


def _rest(part: Fact, whole: Fact, share: Fact) -> Relation | None:
    levels = part.measure == whole.measure == "level" and part.unit == whole.unit and 0 < part.value < whole.value
    return rest_of(part, whole, share) if levels and share.unit in ("%", "‰") else None


def _change(new: Fact, old: Fact, change: Fact) -> Relation | None:
    alike = new.measure == old.measure in ("level", "share", "growth") and new.unit == old.unit
    if not alike or change.unit not in (new.unit, POINTS, "%"):
        return None
    return difference_of(old, new, change, change.value)


def _sum(first: Fact, second: Fact, whole: Fact) -> Relation | None:
    if not first.measure == second.measure == whole.measure == "level" or first.start > second.start:
        return None
    # A count of persons under a head that says 男 may be read as one of things: the rows bear the sum out.
    exact = not first.step and not second.step and not whole.step
    alike = first.unit == second.unit == whole.unit or exact
    return total(whole, (first, second)) if alike and first.value >= 0 <= second.value else None


def _as_printed(cells: _Cells) -> _Cells:
    """The cells of a row as numbers only: heads may tell units that are not theirs."""
    return {place: _bare(cell) for place, cell in cells.items() if _BARE.fullmatch(cell.mention)}


def _bare(cell: Fact) -> Fact:
    printed = float(cell.mention.replace(",", ""))
    decimals = cell.mention.partition(".")[2]
    return replace(cell, value=printed, step=10.0 ** -len(decimals) if decimals else 0.0)


def _any_change(new: Fact, old: Fact, change: Fact) -> Relation | None:
    return difference_of(old, new, change, change.value) if new.value != old.value else None


def _any_growth(new: Fact, old: Fact, rate: Fact) -> Relation | None:
    return growth_of(old, new, replace(rate, unit="%"), rate.value) if old.value > 0 < new.value else None


def _any_share(part: Fact, whole: Fact, share: Fact) -> Relation | None:
    return one_of(part, whole, replace(share, unit="%")) if part.value > 0 < whole.value else None


def _average(whole: Fact, heads: Fact, amount: Fact) -> Relation | None:
    """One figure over another, but for a power of ten that their units make."""
    if not (whole.value > 0 < heads.value and amount.value > 0):
        return None
    scale = 10.0 ** round(math.log10(amount.value * heads.value / whole.value))
    return average(amount, whole, heads, scale)


_ANY: tuple[_Way, ...] = (_any_change, _any_growth, _any_share, _average)
_WAYS: dict[str, tuple[_Way, ...]] = {
    "growth": (_growth, _growth_by, _share, _rest),
    "share": (_share, _growth, _rest, _change),
    "ratio": (_share,),
    "change": (_change,),
    "level": (_sum,),
}
