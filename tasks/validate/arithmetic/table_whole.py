"""Tables without the row of their whole: what their columns come to, and what their shares are shares of, stands in the
text around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from tasks.validate.arithmetic.adding import sum_of, total
from tasks.validate.arithmetic.amounts import amounts_of
from tasks.validate.arithmetic.facts import AGREES, DISAGREES, Fact, Page, Relation
from tasks.validate.arithmetic.grids import Row
from tasks.validate.arithmetic.portions import one_of
from tasks.validate.arithmetic.structure import hundred
from tasks.validate.arithmetic.table_sums import is_long
from tasks.validate.arithmetic.trust import slip_of

_LEAST = 3
_MOST_ROWS = 40
_FITTING = 0.7
_NEAR = 0.02
_CHANCE = 0.1
_FAR = 60


def find_wholes_of_tables(page: Page, table: Sequence[Row]) -> Iterator[Relation]:
    """The sums of columns, and the shares of rows, in a figure printed outside the table."""
    if not _LEAST <= len(table) <= _MOST_ROWS:
        return
    own = {cell.number for row in table for cell in row.cells}
    columns = _columns(table)
    for levels, shares in product(columns, columns):
        if levels[0].measure == "level" and shares[0].measure == "share" and shares[0].unit == "%":
            yield from _shares(page, own, levels, shares)
    for cells in columns:
        if cells[0].measure == "level":
            yield from _sum(page, own, cells)
        elif cells[0].measure == "share" and cells[0].unit == "%":
            every = hundred(cells)
            yield from [every] if every.verdict == AGREES and every.tolerance <= 1 else []


def _columns(table: Sequence[Row]) -> list[list[Fact]]:
    """The columns that have a figure of one kind in every row."""
    width = min(row.width for row in table)
    columns = [
        [cell for row in table for cell, at in zip(row.cells, row.places, strict=True) if at == place]
        for place in range(width)
    ]
    return [c for c in columns if len(c) == len(table) and len({(f.measure, f.unit) for f in c}) == 1]


def _shares(page: Page, own: set[int], levels: Sequence[Fact], shares: Sequence[Fact]) -> Iterator[Relation]:
    """A column of shares as those of the levels beside it in one figure near the table."""
    first, rate = max(zip(levels, shares, strict=True), key=lambda pair: pair[1].value)
    if rate.value <= 0:
        return
    whole_value = 100 * first.value / rate.value
    room = whole_value * (rate.half / rate.value + first.half / (first.value or 1.0))
    for whole in amounts_of(page).at(first.unit, whole_value, room):
        if whole.number in own or whole.measure != "level" or abs(whole.number - first.number) > _FAR:
            continue
        found = [one_of(part, whole, share) for part, share in zip(levels, shares, strict=True) if part.value > 0]
        fine = [each for each in found if each.verdict == AGREES]
        if len(fine) >= max(_LEAST, _FITTING * len(found)):
            yield from found
            made = total(whole, levels)
            off = made.verdict == DISAGREES and abs(made.computed - whole.value) <= _NEAR * whole.value
            yield from [made] if made.verdict == AGREES or (off and slip_of(made, _CHANCE)) else []
            return


def _sum(page: Page, own: set[int], cells: Sequence[Fact]) -> Iterator[Relation]:
    """A figure near the table that a whole column comes to, too exactly for chance."""
    for whole in amounts_of(page).at(cells[0].unit, sum_of(cells), sum(cell.half for cell in cells)):
        near = whole.number not in own and whole.measure == "level" and abs(whole.number - cells[0].number) <= _FAR
        found = total(whole, cells) if near and is_long(whole, cells) else None
        if found and found.verdict == AGREES:
            yield found
            return
