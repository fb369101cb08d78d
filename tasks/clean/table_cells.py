"""The cells of a table on its grid: where an empty one must keep its place, and where it only parts columns.

A figure is read under the head that stands as many cells from the end, so a cell left out would move it to another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from tasks.clean.blocks import Node
from tasks.clean.cell_numbers import THIN
from tasks.clean.names import words
from tasks.clean.page_words import fold

EMPTY = "/"
"""Stands in a row for an empty cell."""
MIN_TEXTS = 2
MAX_COLUMNS = 64
"""So many columns of a table know of cells that reach down, which bounds what a row costs."""
MAX_NAME, MAX_HEADS, MAX_LABELS = 24, 6, 4
_YEAR = re.compile(r"(?:19|20)\d\d")
_COLON = re.compile("[:：]")
_AMOUNT = re.compile(rf"[-+±]?\d[\d,，.{THIN}]*\s?(?:[%‰％]|[万亿]?(?![年月日])[\u4e00-\u9fff]{{0,3}})")


class Cell(NamedTuple):
    """A cell, its text, and the column that it begins in; `above` where it only reaches down from a row above."""

    node: Node
    text: str
    column: int
    above: bool = False

    @property
    def columns(self) -> range:
        """The columns that it takes."""
        return range(self.column, self.column + self.node.spans[0])


Grid = Sequence[Sequence[Cell]]


def laid_out(rows: Iterable[Sequence[tuple[Node, str]]]) -> list[list[Cell]]:
    """The rows of a table with the column of each cell, those that reach down from the rows above among them."""
    below: dict[int, tuple[int, Cell]] = {}
    grid: list[list[Cell]] = []
    for cells in rows:
        column, placed = 0, []
        taken, below = below, {at: (rest - 1, cell) for at, (rest, cell) in below.items() if rest > 1}
        for node, text in cells:
            while column in taken:
                column += 1
            wide, tall = node.spans
            cell = Cell(node, text, column)
            placed.append(cell)
            if tall > 1:
                below.update((at, (tall - 1, cell)) for at in range(column, min(column + wide, MAX_COLUMNS)))
            column += wide
        placed += [cell._replace(above=True) for at, (_, cell) in taken.items() if at == cell.column]
        grid.append(sorted(placed, key=lambda cell: cell.column))
    return grid


def written(grid: Grid) -> list[list[str]]:
    """The texts of the cells of each row, with marks for empty cells and the labels that span several cells."""
    kept = kept_columns(grid)
    if not kept:
        return [[cell.text for cell in _own(row)] for row in grid]
    heads = _head_rows(grid)
    headed = [_with_heads(row, below, kept) for row, below in pairwise([*grid[:heads], []])]
    return [*headed, *(_with_labels(row, kept) for row in grid[heads:])]


def _own(row: Sequence[Cell]) -> list[Cell]:
    """The cells of a row that begin in it and hold text."""
    return [cell for cell in row if cell.text and not cell.above]


def kept_columns(grid: Grid) -> frozenset[int]:
    """The columns in which an empty cell keeps its place: none unless the table holds figures behind a name.

    A column without any word only parts others.
    """
    if not any(_is_amount(cell.text) for row in grid for cell in row if cell.column):
        return frozenset()
    return frozenset(column for row in grid for cell in row if cell.text for column in cell.columns)


def _with_labels(row: Sequence[Cell], kept: frozenset[int]) -> list[str]:
    """A row of figures, which before its first one is told the labels that reach down to it."""
    texts = [cell.text for cell in _own(row)]
    if len(texts) < MIN_TEXTS:
        return texts
    first = next((cell.column for cell in row if not cell.above and _is_amount(cell.text)), 0)
    above = [cell.column for cell in row if cell.above]
    told = [cell.column for cell in row if cell.above and cell.column < first and _is_name(cell.text)]
    return _with_marks(row, kept, frozenset(above).difference(told[:MAX_LABELS]))


def _with_heads(row: Sequence[Cell], below: Sequence[Cell], kept: frozenset[int]) -> list[str]:
    """A row of heads: those that reach down to it and those that the row below divides stand over each of theirs."""
    texts = [cell.text for cell in row if cell.text]
    if not _own(row) or len(texts) < MIN_TEXTS:
        return [cell.text for cell in _own(row)]
    hidden = frozenset(cell.column for cell in row if cell.above and not _is_name(cell.text))
    return _with_marks(row, kept, hidden, _divided(row, below))


def _divided(row: Sequence[Cell], below: Sequence[Cell]) -> frozenset[int]:
    """Where the heads begin that stand over several of the row below, if that goes on with the heads of this one.

    It does if the first cell reaches down, or is not said again; a title beside its unit is no head.
    """
    labelled = any(cell.column == 0 and not cell.above for cell in _own(below))
    if (labelled and row[0].text) or any(_COLON.search(cell.text) for cell in row):
        return frozenset()
    own = _own(below)
    wide = [cell for cell in _own(row) if len(cell.columns) >= MIN_TEXTS and _is_name(cell.text)]
    found = [cell.column for cell in wide if sum(part.column in cell.columns for part in own) >= MIN_TEXTS]
    # One that stands over all columns tells none from another.
    return frozenset(found) if len([cell for cell in row if cell.column and cell.text]) >= MIN_TEXTS else frozenset()


def _with_marks(
    row: Sequence[Cell], kept: frozenset[int], hidden: frozenset[int], divided: frozenset[int] = frozenset()
) -> list[str]:
    """The texts of a row, with marks for the cells that keep their place and are empty, or hidden.

    What is empty before a word is the place of a label, which has no column, but over heads that others divide.
    """
    marked: list[str] = []
    before, opened = "", False
    for cell in row:
        text = "" if cell.column in hidden else cell.text
        if not cell.text and _is_label(before):
            # A field of the page that was left open, not a figure.
            pass
        elif not text:
            marked.extend(EMPTY for column in cell.columns if column in kept)
        elif not opened and not divided and not _is_amount(text):
            marked = [text]
        else:
            marked += [text] * (len(cell.columns) if cell.column in divided else 1)
        opened = opened or bool(text)
        before = cell.text
    return marked


def _is_name(text: str) -> bool:
    """Whether the text of a cell may be said again in each row that it reaches: a short label, no figure."""
    return 0 < len(text) <= MAX_NAME and (_YEAR.fullmatch(text) is not None or not _is_amount(text))


def _head_rows(grid: Grid) -> int:
    """How many rows at the top hold no figures, years apart."""
    for at, row in enumerate(grid[:MAX_HEADS]):
        if any(cell.column and _is_amount(cell.text) and not _YEAR.fullmatch(cell.text) for cell in row):
            return at
    return min(len(grid), MAX_HEADS)


@cache
def _labels() -> frozenset[str]:
    return frozenset((*words()["cells"], *words()["labels"]["office"], *words()["labels"]["signed"]))


def _is_label(text: str) -> bool:
    """Whether a cell names a field of the page, whose value stands in the next one."""
    return text.endswith((":", "：")) or fold(text) in _labels()


def _is_amount(text: str) -> bool:
    """Whether a cell holds a number, with or without a short unit, and no date."""
    return _AMOUNT.fullmatch(text) is not None
