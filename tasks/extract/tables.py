"""Flattened tables: rows of cells joined by spaces, whose units stand in the header, the caption or the row label.

指标 绝对量 同比增长（%）
粗钢（万吨） 650.0 -22.5
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tasks.extract.tables_heads import BARE_YEAR, DASH, EMPTY, head_words, is_aside, split_cells, with_units
from tasks.extract.tables_units import (
    CAPTION,
    EDGES,
    INDEX,
    UNTOLD,
    Measure,
    caption_measure,
    caption_unit,
    column_measure,
    corner_measure,
    excepted,
    of_label,
    row_measure,
)
from tasks.extract.tables_words import table_words

FIGURE = r"[-−+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
# A year at the head of a row is its label (2016年 35.2 12.1, 2016 35.2 12.1).
_YEAR = r"(?:19|20)\d{2}(?:-\d{1,2})?"
_GAP = r"[ \t　|｜]"
_CELL_OF = rf"(?:(?:{_GAP}+|(?<={EMPTY}))(?:{FIGURE}[%％]?|{DASH})|{_GAP}*{EMPTY})"
_ROW = re.compile(
    rf"^(?P<label>[^\n，。；！？]{{0,90}}?(?:[\u4e00-\u9fffA-Za-z）)%％\]】〕*＊①-⑳]|注\d{{1,2}})|{_GAP}{{0,3}}{_YEAR})"
    rf"(?P<cells>{_CELL_OF}+|{_GAP}*[：:]{_GAP}*{FIGURE}){_GAP}*$",
    re.M,
)
_PAIRS = re.compile(
    rf"^(?P<first>[^\n，。；！？\d]{{2,30}}?){_GAP}+(?P<a>{FIGURE}){_GAP}+(?P<second>[^\n，。；！？\d\s|｜]{{2,30}})"
    rf"{_GAP}+(?P<b>{FIGURE}){_GAP}*$",
    re.M,
)
_ONE_SIDE = re.compile(rf"(?:{_GAP}*[^\n，。；！？\d\s]{{2,30}}{_GAP}+{FIGURE}{_GAP}*\n){{1,6}}")
_NUMBER = re.compile(rf"(?<![^\s|｜：:{EMPTY}]){FIGURE}(?![^\s|｜{EMPTY}])")
_CELL = re.compile(rf"{EMPTY}|[^\s|｜：:　{EMPTY}]+")
_HINT = re.compile(rf"(?:{_GAP}|[：:])[-−+]?\d[\d,.]*[%％]?(?:{_GAP}++{DASH})*+{_GAP}*(?:\n|$)")
_LEAST_ROWS = 2
_LEAST_COLUMNS = 3
SUBHEAD = 20
_HEADER_LINES = 4
_THING = "个"
_DIVIDES = re.compile(r"按[^\s，。]{1,10}分")


class Sheet(NamedTuple):
    """The bare cells of a text by the place of their first digit, and where the labels of their rows stand."""

    cells: dict[int, Measure]
    labels: list[tuple[int, int]]


def table_cells(text: str, title: str | None = None) -> Sheet:
    """What each bare cell of a table, or number of a list of labels and numbers, is measured in."""
    cells: dict[int, Measure] = {}
    labels: list[tuple[int, int]] = []
    title = title or ""
    if _HINT.search(text) is None:
        return Sheet(cells, labels)
    headed = False
    for table in _tables(text):
        columns = with_units(head_words(table.head, table.widest).words)
        added = any(table_words().total.search(row["label"]) for row in table.rows)
        above: Measure | None = None
        divided: Measure | None = None
        for row, section in zip(table.rows, table.sections, strict=True):
            width = len(split_cells(row[0]))
            headed = headed or (bool(table.head) and len(split_cells(table.head[-1])) == width >= _LEAST_COLUMNS)
            before = len(cells)
            if section:
                divided = (divided or above) if _DIVIDES.search(section) else None
                above = None
            told = _Told(table.head, columns[: -table.widest], columns[-table.widest :], title, added)
            above = _measure_row(row, told, cells, above, divided)
            if len(cells) > before:
                labels.append(_span(row))
    _measure_pairs(text, title, cells)
    return Sheet(cells, labels) if headed or len(cells) >= _LEAST_ROWS else Sheet({}, [])


class _Told(NamedTuple):
    """What tells the units of a table: the lines above it, the heads of its labels and of its columns, the title; and
    whether a row adds up the others."""

    head: list[str]
    corner: list[str]
    columns: list[str]
    title: str
    added: bool


class _Table(NamedTuple):
    """Rows one behind the other, the short line that parts each from the one before ("" without one), the lines above
    them, and the most cells of a row."""

    rows: list[re.Match[str]]
    sections: list[str]
    head: list[str]
    widest: int


def _tables(text: str) -> Iterator[_Table]:
    """The tables of a text; lines that hold nothing but years head their columns."""
    table = _Table([], [], [], 0)
    last_end = -2
    for row in _ROW.finditer(text):
        apart = row.start() != last_end + 1
        words, cells = split_cells(row[0]), split_cells(row["cells"])
        if apart and not _is_subhead(text, last_end, row.start(), table.widest):
            yield table
            table = _Table([], [], _head(text, row.start()), 0)
        if apart and _is_head(words, len(cells)):
            continue
        before, last_end = last_end, row.end()
        table = table._replace(widest=max(table.widest, _full_cells(cells)))
        table.rows.append(row)
        table.sections.append(text[before + 1 : row.start()].strip() if apart and len(table.rows) > 1 else "")
    yield table


def _span(row: re.Match[str]) -> tuple[int, int]:
    """Where the words of a row's label stand, without blanks and bars."""
    label = row["label"]
    return row.start() + len(label) - len(label.lstrip(EDGES)), row.end("label")


def _measure_pairs(text: str, title: str, cells: dict[int, Measure]) -> None:
    """Rows of two labels with a number each (财政收入 12 一般服务 8), in what the caption or title says."""
    last_end, head = -2, []
    for row in _PAIRS.finditer(text):
        # Where one side has more rows than the other, its last ones stand alone between two pairs.
        if row.start() != last_end + 1 and not (last_end > 0 and _ONE_SIDE.fullmatch(text, last_end + 1, row.start())):
            head = _head(text, row.start())
        last_end = row.end()
        measure = caption_measure(head) or caption_measure([title])
        if measure is not None:
            for name in ("a", "b"):
                cells[row.start(name) + (row[name][0] in "-−+")] = measure


def _is_head(words: Sequence[str], cells: int) -> bool:
    """Whether a row holds nothing but years, so that it heads the columns."""
    years = words[-cells:] if len(words) > cells + 1 or not BARE_YEAR.fullmatch(words[0]) else words
    return len(years) > 1 and all(map(BARE_YEAR.fullmatch, years))


def _head(text: str, start: int) -> list[str]:
    """The lines before the first row that can be its header or caption."""
    lines = text[max(0, start - 300) : start].split("\n")[:-1][-_HEADER_LINES:]
    return [line for line in lines if not re.search("[。；，]", line) and not is_aside(line)]


def _is_subhead(text: str, last_end: int, start: int, widest: int) -> bool:
    """Whether only a short line parts the rows of one table (期末存栏 … 期末出栏 …)."""
    between = text[last_end + 1 : start].strip("\n") if last_end >= 0 else ""
    short = 0 < len(between) <= SUBHEAD and "\n" not in between and CAPTION.search(between) is None
    return short and len(split_cells(between)) < max(widest, _LEAST_COLUMNS) - 1 and not re.search("[。；，]", between)


def _measure_row(
    row: re.Match[str], told: _Told, cells: dict[int, Measure], above: Measure | None, divided: Measure | None
) -> Measure | None:
    """A row that ends early lacks its last columns, one that begins with dashes ends with the last. A row without a
    unit has that of the row `above`, or of the one that it is a part of; returns the row's own."""
    words = table_words()
    if told.head and words.no_table.search(told.head[-1]):
        return above
    printed = row_measure(row["label"])
    if printed is None and words.no_figure.search(row["label"].rstrip(EDGES)):
        return above
    if printed is None:
        printed = caption_unit(
            row["label"], divided or above, corner_measure(told.corner) or caption_measure(told.head)
        )
        printed = divided if divided and (printed is None or printed.unit == _THING) else printed
    heading = "\n".join((*told.head, told.title))
    own = printed or of_label(row["label"], above, heading) or above or caption_measure([told.title])
    only = not told.columns and own is not None and own is printed
    for number, column in _columns_of(row, told.columns, only=only):
        indexed = INDEX if own is None and words.indexed.search(heading) else None
        measure = excepted(column, told.head) or column_measure(column, own, told.columns) or indexed
        measure = measure or (UNTOLD if told.added and words.money.search(column) else None)
        if measure is not None:
            cells[number.start() + (number[0][0] in "-−+")] = measure
    return own


def _columns_of(row: re.Match[str], columns: list[str], *, only: bool) -> Iterator[tuple[re.Match[str], str]]:
    """The numbers of a row with the heads of their columns; the first `only` where nothing tells what stands behind."""
    offset = {match.start(): at for at, match in enumerate(_CELL.finditer(row["cells"]))}
    surplus = max(0, len(offset) - len(columns))
    for number in _NUMBER.finditer(row.string, row.start("cells"), row.end("cells")):
        place = offset[number.start() - row.start("cells")] - surplus
        yield number, columns[place] if columns and place >= 0 else ""
        if only:
            return


def _full_cells(cells: list[str]) -> int:
    """How many cells a row has from its first number on."""
    return next((len(cells) - place for place, cell in enumerate(cells) if _NUMBER.fullmatch(cell)), 0)
