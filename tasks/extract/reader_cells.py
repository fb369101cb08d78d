"""Cells of flattened tables among the numbers of a page: name, measure and period from head and row label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.extract.clauses import Clause, Sentence
from tasks.extract.indicators import Named, Slot
from tasks.extract.indicators_tables import Cell, Sheet
from tasks.extract.measures import Measured
from tasks.extract.model import Article, Quantity, TimeExpression
from tasks.extract.periods import PeriodDecision
from tasks.extract.regions import RegionDecision
from tasks.extract.table_captions import heading_period
from tasks.extract.tables_heads import EMPTY

_YEARS = re.compile(r"\b(?:19|20)\d{2}\b")
# What parts the cells of a flattened table.
_BEFORE = (" ", "\t", "　", "-", "+", "|", "｜", EMPTY)
_BEHIND = (" ", "\t", "　", "\n", "|", "｜", EMPTY, "")
# A natural growth in ‰ is a rate.
_BY_UNIT = {"百分点": "change", "‰": "share"}


def cells_of(sheet: Sheet, text: str, quantities: Sequence[Quantity], sentence: Sentence) -> dict[int, Cell]:
    """The table cells among the numbers of a line, by their index; they stand between blanks or bars."""
    found: dict[int, Cell] = {}
    for clause in sentence.clauses:
        for index in clause.quantities:
            start, end = quantities[index].start, quantities[index].end
            if text[start - 1 : start] in _BEFORE and text[end : end + 1] in _BEHIND:
                cell = sheet.cell(start, end)
                if cell is not None:
                    found[index] = cell
    return found


def item_of(sheet: Sheet, slot: Slot, clause: Clause, named: Named) -> Cell | None:
    """The number of a list of labels and numbers, one a line; its own name stands unless it has none or no unit of its
    own gives it one."""
    if len(clause.quantities) > 1:
        return None
    item = sheet.item(slot.start, slot.end)
    unnamed = not named.name or "|" in named.name
    if item is None or item.captioned or unnamed or sheet.is_bare(slot.start, slot.end):
        return item
    return replace(item, name=named.name)


def of_cell(cell: Cell, named: Named, slot: Slot) -> tuple[Named, Measured]:
    """A table cell's name and measure, which its head and row label decide."""
    by_unit = "share" if slot.unit in ("%", "‰") else "rank" if slot.unit == "名次" else "level"
    if slot.kind == "ratio":
        by_unit = "ratio"
    measure = _BY_UNIT.get(slot.unit) or cell.measure or by_unit
    return replace(named, name=cell.name, rule="table cell"), Measured(measure, 1, "table head")


def of_column(
    cell: Cell, when: PeriodDecision, reporting: str | None, dates: Sequence[TimeExpression], article: Article
) -> PeriodDecision:
    """The period of a table cell: that of its column or row, else of the line above the table, else the page's; a year
    earlier under 上年同期."""
    if cell.period is not None:
        return when._replace(period=cell.period, rule="table head")
    above = heading_period(cell.heading, dates, article, reporting) if when.trigger is None else None
    if above is not None:
        when = when._replace(period=above, rule="table caption")
    elif when.rule == "reporting":
        when = when._replace(period=reporting)
    if cell.months is not None and (months := cell.months.within(above or reporting or when.period)):
        return when._replace(period=months, rule="table head")
    if cell.earlier and when.period:
        when = when._replace(period=_YEARS.sub(lambda year: str(int(year[0]) - 1), when.period), rule="table head")
    return when


def of_town(cell: Cell, where: RegionDecision) -> RegionDecision:
    """The region of a table cell: the town or village that its row is about, as printed."""
    if cell.place is None or cell.place in (where.name or ""):
        return where
    return RegionDecision(None, cell.place, "row label")
