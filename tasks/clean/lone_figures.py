"""Figures that stand in lines of their own under a name: cells of a table that a page tells in short lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tasks.clean.blocks import ROW
from tasks.clean.byline import is_byline
from tasks.clean.line import Line
from tasks.clean.page_words import is_furniture
from tasks.clean.tables import FIGURE
from tasks.clean.title_place import HEADINGS

MAX_CELL, MIN_FIGURES = 20, 2


def with_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines with these figures as rows, so that they are taken for no button, counter or page number."""
    marked = list(lines)
    alone = [len(line.text) <= MAX_CELL and _is_figure(line) for line in lines]
    if sum(alone) < MIN_FIGURES:
        return marked
    for start, end in _runs(lines, alone):
        figures = [place for place in range(start, end) if alone[place]]
        if len(figures) >= MIN_FIGURES and not _is_count(lines, figures, end):
            for place in figures:
                marked[place] = replace(lines[place], tag=ROW)
    return marked


def _runs(lines: Sequence[Line], alone: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """First and last (exclusive) of the lines of each run of names and figures that stand `alone`; a name opens it."""
    start = -1
    for place, line in enumerate(lines):
        if alone[place]:
            continue
        if not _is_name(line):
            if start >= 0:
                yield start, place
            start = -1
        elif start < 0:
            start = place
    if start >= 0:
        yield start, len(lines)


def _is_figure(line: Line) -> bool:
    return not line.link and line.tag not in HEADINGS and FIGURE.fullmatch(line.folded) is not None


def _is_name(line: Line) -> bool:
    if line.link or line.prose or line.caption or line.tag in HEADINGS or len(line.text) > MAX_CELL:
        return False
    return line.tag != ROW and not (is_furniture(line.folded) or is_byline(line.raw))


def _is_count(lines: Sequence[Line], figures: Sequence[int], end: int) -> bool:
    """Whether figures only count on, as those of pages and of items do: together, or each before its item."""
    texts = [lines[place].folded for place in figures]
    counting = all(map(str.isdecimal, texts)) and all(
        int(after) == int(before) + 1 for before, after in pairwise(texts)
    )
    return counting and (figures[-1] < end - 1 or figures[-1] - figures[0] < len(figures))
