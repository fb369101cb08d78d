"""The cells of a table on its grid: where an empty one must keep its place, and where it only parts columns.

A figure is read under the head that stands as many cells from the end, so a cell left out would move it to another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from tasks.clean.blocks import Node
from tasks.clean.names import words
from tasks.clean.page_words import fold

EMPTY = "/"
"""Stands in a row for an empty cell."""
MIN_TEXTS = 2
MAX_COLUMNS = 64
"""So many columns of a table know of cells that reach down, which bounds what a row costs."""
_AMOUNT = re.compile(r"[-+±]?\d[\d,，.]*\s?(?:[%‰％]|[万亿]?(?![年月日])[\u4e00-\u9fff]{0,3})")


class Cell(NamedTuple):
    """A cell, its text, and the column that it begins in."""

    node: Node
    text: str
    column: int

    @property
    def columns(self) -> range:
        """The columns that it takes."""
        return range(self.column, self.column + self.node.spans[0])


def laid_out(rows: Iterable[Sequence[tuple[Node, str]]]) -> list[list[Cell]]:
    """The rows of a table with the column of each cell; cells that reach down from the rows above keep theirs."""
    below: dict[int, int] = {}
    grid: list[list[Cell]] = []
    for cells in rows:
        column, placed = 0, []
        taken, below = below, {at: rest - 1 for at, rest in below.items() if rest > 1}
        for node, text in cells:
            while column in taken:
                column += 1
            wide, tall = node.spans
            placed.append(Cell(node, text, column))
            if tall > 1:
                below.update(dict.fromkeys(range(column, min(column + wide, MAX_COLUMNS)), tall - 1))
            column += wide
        grid.append(placed)
    return grid


def kept_columns(grid: Sequence[Sequence[Cell]]) -> frozenset[int]:
    """The columns in which an empty cell keeps its place: none unless the table holds figures behind a name.

    A column without any word only parts others.
    """
    if not any(_is_amount(cell.text) for row in grid for cell in row if cell.column):
        return frozenset()
    return frozenset(column for row in grid for cell in row if cell.text for column in cell.columns)


def with_marks(row: Sequence[Cell], kept: frozenset[int]) -> list[str]:
    """The texts of a row, with marks for the empty cells that keep their place.

    A row of one text heads those below it. What is empty before a word is the place of a label, which has no column.
    """
    texts = [cell.text for cell in row if cell.text]
    if not kept or len(texts) < MIN_TEXTS:
        return texts
    marked: list[str] = []
    before, opened = "", False
    for cell in row:
        if not cell.text and _is_label(before):
            # A field of the page that was left open, not a figure.
            pass
        elif not cell.text:
            marked.extend(EMPTY for column in cell.columns if column in kept)
        elif not opened and not _is_amount(cell.text):
            marked = [cell.text]
        else:
            marked.append(cell.text)
        opened = opened or bool(cell.text)
        before = cell.text
    return marked


@cache
def _labels() -> frozenset[str]:
    return frozenset((*words()["cells"], *words()["labels"]["office"], *words()["labels"]["signed"]))


def _is_label(text: str) -> bool:
    """Whether a cell names a field of the page, whose value stands in the next one."""
    return text.endswith((":", "：")) or fold(text) in _labels()


def _is_amount(text: str) -> bool:
    """Whether a cell holds a number, with or without a short unit, and no date."""
    return _AMOUNT.fullmatch(text) is not None
