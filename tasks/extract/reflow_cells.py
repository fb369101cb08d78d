"""Empty cells of flattened tables made visible, and heads that break off put into one line. Offsets stay as they are.

甲县 | | 12 → 甲县 |-| 12        指标⇥2021⇥2022⏎粮食⇥⇥12 → 指标⇥2021⇥2022⏎粮食⇥(empty)12
年份 | 产量 |⏎面积 |⏎2021 | 5 | 6 | → 年份 | 产量 | 面积 |⏎2021 | 5 | 6 |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tasks.extract.tables import FIGURE
from tasks.extract.tables_heads import EMPTY, is_rule

_TO_LAST_CELL = re.compile(r"^[^\n]*[^\s|｜]", re.M)
_BAR = re.compile("[|｜]")
# A bar on a line of its own behind every cell parts the cells and is none.
_PARTED = re.compile(r"(?:[^\n|｜]{1,60}\n[ \t]*[|｜][ \t]*(?:\n|$)(?:[^\n|｜]{1,30}[|｜][ \t]*\n)*){6,}")
_EMPTY_CELL = re.compile(r"(?<=[|｜])[ \t]([ \t]*)(?=[|｜])")
_FIGURE_CELL = re.compile(rf"[|｜][ \t]*{FIGURE}[%％]?[ \t]*(?=[|｜\n]|$)")
_ROW_OF_TABS = re.compile(r"^[^\n\t]*\t[^\n]*$", re.M)
# A dash between the figures of a row: read as it stands, 3 - 5 is a range.
_DASH_BETWEEN = re.compile(r"(?<=[\d%％] )[-—－–~]{1,2}(?= +[-+]?\d)|(?<=[\d%％]　)[-—－–~]{1,2}(?=　+[-+]?\d)")
_ROW_OF_BLANKS = re.compile(r"^[^\n，。；|｜]{1,40}?[ 　]+[-+—－–~…/.\d][\d,. %％　\-—－–~…/+]*$", re.M)
_LEAST_ROWS = 2
_LEAST_CELLS = 3
_MOST_LINES = 24
_MOST_CELL = 30


class _Line(NamedTuple):
    """A line of a text with bars: where it stands, how many cells it holds, and whether it holds figures."""

    start: int
    end: int
    cells: int
    figures: bool


def with_empty_cells(text: str) -> str:
    """The text with its empty cells marked and the heads of its tables in one line each; as long as before."""
    if "|" in text or "｜" in text:
        text = _PARTED.sub(lambda cells: _BAR.sub(" ", cells[0]), text)
        text = _TO_LAST_CELL.sub(lambda line: _EMPTY_CELL.sub(r"-\1", line[0]), text)
        text = _with_whole_heads(text)
    if "\t\t" in text:
        text = _with_tabs(text)
    if (" " in text or "　" in text) and _DASH_BETWEEN.search(text):
        text = _with_dashes(text)
    return text


def _with_whole_heads(text: str) -> str:
    """Heads in rows of cells with a bar behind each, broken off inside a row, in one line."""
    letters = list(text)
    for lines in _broken(text):
        for line in lines[:-1]:
            letters[line.end] = " "
    return "".join(letters)


def _broken(text: str) -> Iterator[list[_Line]]:
    """The lines of each head that a row of figures with as many cells follows."""
    lines: list[_Line] = []
    for match in re.finditer(r"[^\n]*", text):
        printed = match[0].rstrip()
        if match.start() == match.end() or is_rule(printed):
            continue
        bars = len(_BAR.findall(printed))
        if not printed.endswith(("|", "｜")) or (bars == 1 and len(printed) > _MOST_CELL):
            lines = []
            continue
        cells = sum(1 for cell in _BAR.split(printed) if cell.strip())
        line = _Line(match.start(), match.end(), cells, _FIGURE_CELL.search("|" + printed) is not None)
        if line.figures and cells >= _LEAST_CELLS:
            if head := _whole(lines, cells):
                yield head
            lines = []
        else:
            lines = [*lines[1 - _MOST_LINES :], line]


def _whole(lines: Sequence[_Line], cells: int) -> list[_Line]:
    """The last of some lines that hold the heads of so many cells together, the label's or not; none where one line
    holds them all."""
    count = 0
    for at in range(len(lines) - 1, -1, -1):
        count += lines[at].cells
        if lines[-1].cells >= cells - 1 or count > cells:
            return []
        first = at == 0 or lines[at - 1].cells > 1
        if count >= cells - 1 and len(lines) - at > 1 and (first or count == cells):
            return list(lines[at:])
    return []


def _with_tabs(text: str) -> str:
    """An empty cell between two tabs, in lines one after the other that hold as many tabs, unless all have it there."""
    letters = list(text)
    block: list[re.Match[str]] = []
    for row in [*_ROW_OF_TABS.finditer(text), None]:
        if row and block and row.start() == block[-1].end() + 1 and row[0].count("\t") == block[-1][0].count("\t"):
            block.append(row)
            continue
        if len(block) > _LEAST_ROWS and any("\t\t" not in each[0] for each in block):
            for each in block:
                for gap in re.finditer(r"(?<=\t)\t", each[0]):
                    letters[each.start() + gap.start()] = EMPTY
        block = [row] if row else []
    return "".join(letters)


def _with_dashes(text: str) -> str:
    """Dashes for empty cells between figures as strokes, where another row has a figure in the same cell."""
    letters = list(text)
    block: list[re.Match[str]] = []
    for row in [*_ROW_OF_BLANKS.finditer(text), None]:
        if row and block and row.start() == block[-1].end() + 1:
            block.append(row)
            continue
        figures = _columns_with_figures(block)
        for each in block:
            filled = figures[len(each[0].split())]
            for place, dash in _dashes(each[0]):
                if place in filled:
                    letters[each.start() + dash.start()] = "/"
                    letters[each.start() + dash.start() + 1 : each.start() + dash.end()] = " " * (len(dash[0]) - 1)
        block = [row] if row else []
    return "".join(letters)


def _columns_with_figures(block: Sequence[re.Match[str]]) -> dict[int, set[int]]:
    """For each number of cells that rows have, the cells, counted from the first, in which one of them has a figure."""
    figures: dict[int, set[int]] = {}
    for row in block:
        cells = row[0].split()
        found = figures.setdefault(len(cells), set())
        found.update(place for place, cell in enumerate(cells) if cell[-1].isdigit())
    return figures


def _dashes(row: str) -> Iterator[tuple[int, re.Match[str]]]:
    """The dashes for empty cells between the figures of a row, and which cell each is."""
    place, counted = 0, 0
    for dash in _DASH_BETWEEN.finditer(row):
        place += len(row[counted : dash.start()].split())
        counted = dash.start()
        yield place, dash
