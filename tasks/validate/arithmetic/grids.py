"""Tables and lists as rows of figures: a label, then figures with nothing but blanks, bars and dashes between them.

Rows may be lines, or cells of one line each; a list of labels and figures is a table of one column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from tasks.validate.arithmetic.facts import Fact, Page
from tasks.validate.arithmetic.words import words

_LEAST = 2
_COLUMNS = 24
_LABEL = 60
_SECTION = 24
_GAP = re.compile(r"[ \t\r\n\u00a0\u2002\u2003\u3000|｜\-—–－/….+−]{1,40}")
_GAP_SIGNS = frozenset(" \t\r\n\u00a0\u2002\u2003\u3000|｜-—–－/…+−")
_BEFORE = re.compile(r"[\s|｜：:][-+−]?$")
_ENDS = re.compile(
    r"[ \t|｜\-—–－/….;；。]{0,20}(?:\n|$)"
    r"|[ \t|｜]{1,20}(?=(?:\d{1,2}[.、．])?[一-鿿（）()]{2,16}[ \t|｜]{1,20}[-+−]?\d)"
    r"|[ \t|｜]{1,20}(?=[（(]\d{1,2}[)）][一-鿿]{2,16}[ \t|｜]{1,20}[-+−]?\d)"
)
"""A row ends with its line, or where the label of the next row begins and its first figure follows."""
_TAIL = re.compile(r"[ \t　|｜]*(?:[-—–－/…]{1,3}[ \t　|｜]*(?=[-—–－/…\n]|$))*")
_CODE = re.compile(r"(\d{3,8})[\s|｜]+(?=[一-鿿])")
_PROSE = re.compile("[。；，！？]")
_DIGITS = "0123456789.,%"
_EDGES = " \t\r\n　|｜:：-+−—–－…/."


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its label, the style of the number that the label bears ("" without one), its figures, their
    places among the cells, and how many cells it has, empty ones included."""

    style: str
    label: str
    cells: tuple[Fact, ...]
    places: tuple[int, ...]
    width: int

    def like(self, other: Row, column: int, *, last: bool = False) -> Fact | None:
        """The figure in a column of another row, of its unit and kind; a shorter row lacks cells at either end, at the
        beginning where it has the `last`."""
        cell, place = other.cells[column], other.places[column]
        wanted = place - other.width + self.width if last else place
        own = self.cells[self.places.index(wanted)] if wanted in self.places else None
        return own if own and own.unit == cell.unit and own.measure == cell.measure else None


def tables_of(page: Page) -> Iterator[list[Row]]:
    """The tables of a page, of two rows at least."""
    return (table for table in chain(_lines(page), _halves(page)) if len(table) >= _LEAST)


def _lines(page: Page) -> Iterator[list[Row]]:
    """Rows one after the other, at most one short line apart."""
    table: list[Row] = []
    end = 0
    for cells in _chains(page):
        start, last = cells[0].start, cells[-1].end
        row = _row(page, end, cells) if len(cells) <= _COLUMNS else None
        if row is None or not _follows(page.text[max(end, start - 2 * _LABEL) : start]):
            yield table
            table = []
        if row is not None:
            table.append(row)
        end = last
    yield table


def _halves(page: Page) -> Iterator[list[Row]]:
    """Both sides of lines with two labels and a figure each (收入 12 支出 8), one table after the other."""
    left: list[Row] = []
    right: list[Row] = []
    end = 0
    for one, other in pairwise(page.facts):
        between = page.text[one.end : min(other.start, one.end + _LABEL)]
        floor = page.text.rfind("\n", max(one.start - _LABEL, 0), one.start) + 1
        if "\n" in between or not _ENDS.match(page.text, other.end) or not between.strip(_EDGES + _DIGITS):
            continue
        rows = _half(page, one, floor), _half(page, other, one.end)
        if rows[0] is None or rows[1] is None:
            continue
        if page.text.count("\n", end, one.start) > 1:
            yield from (left, right)
            left, right = [], []
        left.append(rows[0])
        right.append(rows[1])
        end = other.end
    yield from (left, right)


def _half(page: Page, fact: Fact, floor: int) -> Row | None:
    """A row of one figure, whose label begins at a place; None where that is no label."""
    label = page.text[floor : fact.start].strip(_EDGES)
    parted = _BEFORE.search(page.text[max(fact.start - 2, 0) : fact.start]) is not None
    if not parted or not label or len(label) > _SECTION or _PROSE.search(label):
        return None
    return Row(_style(label), label, (fact,), (0,), 1)


def _chains(page: Page) -> Iterator[list[Fact]]:
    """Figures with nothing of a label between them."""
    cells: list[Fact] = []
    for fact in page.facts:
        if cells and not are_cells(page, cells[-1], fact):
            yield cells
            cells = []
        cells.append(fact)
    if cells:
        yield cells


def are_cells(page: Page, left: Fact, right: Fact) -> bool:
    """Whether two figures stand in cells of a row, one after the other, with no word between them."""
    # Most figures stand in prose, which the next sign tells.
    begins = left.end < right.start and page.text[left.end] in _GAP_SIGNS
    return begins and _GAP.fullmatch(page.text, left.end, right.start) is not None


def is_cell(page: Page, fact: Fact) -> bool:
    """Whether a figure stands in the cell behind another one, with no word between them."""
    return fact.number > 0 and are_cells(page, page.facts[fact.number - 1], fact)


def _row(page: Page, floor: int, cells: Sequence[Fact]) -> Row | None:
    """Figures as a row, None where they stand in prose; `floor` is where the row before it ends."""
    first = cells[0].start
    if not _BEFORE.search(page.text[max(first - 2, 0) : first]) or not _ENDS.match(page.text, cells[-1].end):
        return None
    before = page.text[max(floor, first - 2 * _LABEL) : first]
    above, _, line = before.rstrip(_EDGES).rpartition("\n")
    begins = len(above) + len(line) < len(before.rstrip(_EDGES))
    # A table that stands in the line of a paragraph begins behind a sentence.
    line = line.rsplit("。 ", 1)[-1] if len(cells) > _LEAST else line
    label = line.strip(_EDGES)
    if not label or _PROSE.search(label):
        return None
    lead = _empties(before[len(before.rstrip(_EDGES)) :].rstrip("-+−"))
    places = tuple(lead + place for place in _places(page, cells))
    tail = _TAIL.match(page.text, cells[-1].end)
    width = places[-1] + 1 + (_empties(tail[0]) if tail else 0)
    return Row(_style(label) or (_indent(line) if begins else ""), label, tuple(cells), places, width)


def _indent(line: str) -> str:
    """The style of a label that stands further in than others."""
    blanks = len(line) - len(line.lstrip(" 　"))
    return f"indent {blanks}" if blanks else ""


def _empties(gap: str) -> int:
    """How many cells a gap between figures leaves empty: dashes, or bars and tabs with nothing between them."""
    dashes = len(gap.replace("|", " ").replace("｜", " ").split())
    return dashes or max(gap.count("|") + gap.count("｜") - 1, gap.count("\t") - 1 if gap.strip(" ") == gap else 0, 0)


def _style(label: str) -> str:
    """The style of the number that a label bears: one of a list, or a code of so many digits (205 教育支出)."""
    found = words().numbered.match("\n" + label)
    code = _CODE.match(label)
    return (found.lastgroup or "") if found else f"code {len(code[1])}" if code else ""


def _places(page: Page, cells: Sequence[Fact]) -> Iterator[int]:
    """The place of each figure of a row; dashes, and bars with nothing between them, are empty cells."""
    place = 0
    yield place
    for left, right in pairwise(cells):
        place += 1 + _empties(page.between(left, right).rstrip("-+−"))
        yield place


def _follows(between: str) -> bool:
    """Whether what stands between two rows is no more than a label and one short line above it."""
    lines = [line for line in between.split("\n")[1:] if line.strip(_EDGES)]
    return (
        len(between) < 2 * _LABEL
        and len(lines) <= _LEAST
        and all(len(line) <= _SECTION and not _PROSE.search(line) for line in lines[:-1])
    )


def is_pair(first: Fact, second: Fact) -> bool:
    """Whether two cells can be the old and the new figure of one thing."""
    return first.unit == second.unit and first.measure == second.measure in ("level", "share")


def ends_of(whole: Row, rows: Sequence[Row]) -> tuple[bool, ...]:
    """At which ends shorter rows may lack the cells of another: at the last, at the first (True), where any is."""
    return (False, True) if any(row.width < whole.width for row in rows) else (False,)


def triples(row: Row) -> Iterator[tuple[Fact, Fact, Fact]]:
    """Each three cells of a row that stand side by side."""
    cells, places = row.cells, row.places
    for at in range(len(cells) - 2):
        if places[at + 2] - places[at] == 2:
            yield cells[at], cells[at + 1], cells[at + 2]
