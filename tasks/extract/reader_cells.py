"""Cells of flattened tables among the numbers of a page: name, measure and period from head and row label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.extract.clauses import Sentence
from tasks.extract.indicators import Named, Slot
from tasks.extract.indicators_tables import Cell, Tables
from tasks.extract.measures import Measured
from tasks.extract.model import Article, Quantity
from tasks.extract.periods import PeriodDecision

_YEARS = re.compile(r"\b(?:19|20)\d{2}\b")
# What parts the cells of a flattened table.
_BEFORE = (" ", "\t", "-", "+", "|", "｜")
_BEHIND = (" ", "\t", "\n", "|", "｜", "")


def cells_of(tables: Tables, article: Article, quantities: Sequence[Quantity], sentence: Sentence) -> dict[int, Cell]:
    """The table cells among the numbers of a line, by their index; they stand between blanks or bars."""
    text = article.text
    found: dict[int, Cell] = {}
    for clause in sentence.clauses:
        for index in clause.quantities:
            start, end = quantities[index].start, quantities[index].end
            if text[start - 1 : start] in _BEFORE and text[end : end + 1] in _BEHIND:
                cell = tables.cell(text, start, end, article.title)
                if cell is not None:
                    found[index] = cell
    return found


def of_cell(cell: Cell, named: Named, slot: Slot) -> tuple[Named, Measured]:
    """A table cell's name and measure, which its head and row label decide."""
    by_unit = "share" if slot.unit in ("%", "‰") else "rank" if slot.unit == "名次" else "level"
    measure = "change" if slot.unit == "百分点" else cell.measure or by_unit
    return replace(named, name=cell.name, rule="table cell"), Measured(measure, 1, "table head")


def of_column(cell: Cell, when: PeriodDecision, reporting: str | None) -> PeriodDecision:
    """The period of a table cell: that of its column or row, else the page's; a year earlier under 上年同期."""
    if cell.period is not None:
        return when._replace(period=cell.period, rule="table head")
    if when.rule == "reporting":
        when = when._replace(period=reporting)
    if cell.earlier and when.period:
        when = when._replace(period=_YEARS.sub(lambda year: str(int(year[0]) - 1), when.period), rule="table head")
    return when
