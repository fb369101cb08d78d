"""The rows of flattened tables, each read once: its words, the lines that head its columns, what stands above them."""

from __future__ import annotations

import re
from typing import NamedTuple

from tasks.extract.table_periods import period_of
from tasks.extract.tables import SUBHEAD
from tasks.extract.tables_heads import head_words, is_aside, is_dash, split_cells
from tasks.extract.tables_units import BRACKETED

_VALUE = re.compile(r"[-−+]?\d[\d,]*(?:\.\d+)?[万亿]?(?:[%％‰]|(?![年月日季])[一-鿿]{1,3})?")
_UNIT_LINE = re.compile("单位[：:]")
_ITEM = re.compile(
    r"[^\n。；！？，]{0,40}?(?:[：:\s|｜]+[约近超]?[-−+]?\d[\d,.]*\s?[万亿]?[%％‰\u4e00-\u9fff]{0,4}|\d[\d,.]*[万亿]?[%％‰\u4e00-\u9fff]{0,4}[：:]"
    r"[^\n\d]{2,40})[\s|｜。；;]*"
)
_MAX_LINE = 400
_HEAD_LINES = 3
_LINES_ABOVE = 2


class Row(NamedTuple):
    """The words of a line, and the place of the first that is a value."""

    words: list[str]
    first: int


class Head(NamedTuple):
    """The head of a table: its words, how many cells the widest row has, the line above it, the span of both, and the
    nearest line that parts the rows (期末存栏)."""

    words: list[str]
    cells: int
    caption: str
    span: tuple[int, int]
    section: str = ""


class _Above(NamedTuple):
    """What stands above a row: the nearest line that is no row, where it begins and the line before it, the most cells
    of the rows between, and the nearest line that parts them."""

    line: str
    left: int
    higher: int
    cells: int
    section: str = ""


class Rows:
    """The rows of one text. What was found for a row serves the next one, so that a table costs no more than its
    lines."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._rows: dict[int, Row | None] = {}
        self._found: dict[int, _Above | None] = {}
        self._headings: dict[int, tuple[str, int]] = {}
        self._heads: dict[tuple[int, int], Head | None] = {}
        self._widest: dict[int, int] = {}

    def line(self, start: int, end: int) -> tuple[int, int] | None:
        """Where the line of a span begins and ends; None for one too long to be of a table."""
        left, right = _line_start(self._text, start), _line_end(self._text, end)
        return None if left is None or right is None else (left, right)

    def row(self, left: int, right: int) -> Row | None:
        """The row in a line; None for one that holds more than a label and cells."""
        if left not in self._rows:
            words = split_cells(self._text[left:right])
            first = next((place for place, word in enumerate(words) if place and is_value(word)), 0)
            sound = first and all(is_cell(word) for word in words[first:])
            self._rows[left] = Row(words, first) if sound else None
        return self._rows[left]

    def paired(self, left: int, right: int, start: int) -> str:
        """The label of a number in a line of two labels with a number each; empty on another line."""
        words = split_cells(self._text[left:right])
        if len(words) != len("甲1乙2") or [is_cell(word) for word in words] != [False, True, False, True]:
            return ""
        return words[0] if len(split_cells(self._text[left:start])) <= 1 else words[2]

    def head(self, left: int, cells: int) -> Head | None:
        """The nearest line above that has no numbers and enough words to head the columns, with the line above it."""
        section = ""
        for _ in range(2):
            above = self._above(left)
            if above is None:
                return None
            section, cells = section or above.section, max(cells, above.cells, self._below(above))
            words = split_cells(above.line)
            found = self._headed(above, cells)
            if found is None and len(words) == 1 and len(above.line) <= SUBHEAD and not section:
                section, left = words[0], above.left
                continue
            if found is None:
                return None
            alone = len(words) == 1 < len(found.words) and not BRACKETED.fullmatch(words[0])
            return found._replace(section=section or (words[0] if alone else ""))
        return None

    def above(self, left: int) -> str:
        """The line in front of the one that begins at `left`."""
        return _line_above(self._text, left)[0]

    def heading(self, left: int) -> tuple[str, int]:
        """The line above the list of labels and numbers that the line at `left` belongs to, and where it begins."""
        passed: list[int] = []
        found = ("", -1)
        while left > 0 and left not in self._headings:
            passed.append(left)
            line, higher = _line_above(self._text, left)
            if not _ITEM.fullmatch(line):
                found = (line, higher)
                break
            left = higher
        else:
            found = self._headings.get(left, found)
        self._headings.update(dict.fromkeys(passed, found))
        return found

    def _above(self, left: int) -> _Above | None:
        """What stands above the row that begins at `left`; None where nothing of a table does."""
        passed: list[tuple[int, int, str]] = []
        found: _Above | None = None
        while left > 0 and left not in self._found:
            line, higher = _line_above(self._text, left)
            words = split_cells(line)
            cells, section = 0, ""
            if not is_aside(line):
                if not words or "。" in words[-1]:
                    break
                start = next((at for at, word in enumerate(words) if at and is_value(word)), len(words))
                if any(is_value(word) and period_of(word) is None for word in words):
                    cells = len(words) - start
                elif len(words) == 1 and len(line) <= SUBHEAD and self._ends_in_cell(higher):
                    section = words[0]
                else:
                    found = _Above(line, higher, higher, 0)
                    break
            passed.append((left, cells, section))
            left = higher
        else:
            found = self._found.get(left)
        self._found.setdefault(left, found)
        for at, cells, section in reversed(passed):
            if found is not None:
                found = found._replace(cells=max(found.cells, cells), section=section or found.section)
            self._found[at] = found
        return found

    def _below(self, above: _Above) -> int:
        """The most cells of the rows right below a line that is no row."""
        if above.left not in self._widest:
            cells, left = 0, above.left + len(above.line) + 1
            while left < len(self._text):
                right = _line_end(self._text, left)
                if right is None:
                    break
                row = self.row(left, right)
                if row is None and not is_aside(self._text[left:right]):
                    break
                cells = max(cells, len(row.words) - row.first if row else 0)
                left = right + 1
            self._widest[above.left] = cells
        return self._widest[above.left]

    def _ends_in_cell(self, left: int) -> bool:
        """Whether the line in front is a row of cells, so that a short line behind it only parts the rows."""
        words = split_cells(self.above(left))
        return len(words) > 1 and is_cell(words[-1])

    def _headed(self, above: _Above, cells: int) -> Head | None:
        key = (above.left, cells)
        if key not in self._heads:
            self._heads[key] = self._read_head(above, cells)
        return self._heads[key]

    def _read_head(self, above: _Above, cells: int) -> Head | None:
        lines = self._upwards(above)
        found = head_words([line for line, _ in reversed(lines[:_HEAD_LINES])], cells)
        if len(found.words) < cells:
            return None
        lines += [("", 0)] * _LINES_ABOVE
        at = found.lines + (_UNIT_LINE.search(lines[found.lines][0]) is not None)
        caption, begin = lines[at]
        start = begin if caption else lines[found.lines - 1][1]
        return Head(found.words, cells, caption, (start, above.left + len(above.line)))

    def _upwards(self, above: _Above) -> list[tuple[str, int]]:
        """The line above some rows and those above it, the nearest first, and where they begin."""
        lines = [(above.line, above.left)]
        left = above.left
        while left > 0 and len(lines) < _HEAD_LINES + _LINES_ABOVE:
            line, left = _line_above(self._text, left)
            if not is_aside(line):
                lines.append((line, left))
        return lines


def is_value(word: str) -> bool:
    """Whether a word is a number, with or without a short unit."""
    return _VALUE.fullmatch(word) is not None


def is_cell(word: str) -> bool:
    """Whether a word is a number or the dash of an empty cell."""
    return is_value(word) or is_dash(word)


def _line_above(text: str, left: int) -> tuple[str, int]:
    """The line in front of the one that begins at `left`, and where it begins; nothing of one too long for a table,
    nor in front of the first."""
    begin = _line_start(text, left - 1) if left > 0 else None
    return ("", 0) if begin is None else (text[begin : left - 1], begin)


def _line_start(text: str, at: int) -> int | None:
    """Where the line of an offset begins; None for a line too long to be one of a table."""
    low = max(0, at - _MAX_LINE)
    begin = text.rfind("\n", low, at) + 1
    return begin if begin or low == 0 else None


def _line_end(text: str, at: int) -> int | None:
    """Where the line of an offset ends; None for a line too long to be one of a table."""
    end = text.find("\n", at, at + _MAX_LINE)
    return end if end >= 0 else len(text) if len(text) - at <= _MAX_LINE else None
