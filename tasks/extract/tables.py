"""Flattened tables: rows of cells joined by spaces, whose units stand in the header, the caption or the row label.

指标 绝对量 同比增长（%）
粗钢（万吨） 650.0 -22.5
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from tasks.extract.numbers import SCALES
from tasks.extract.units import match_rate, match_unit
from tasks.vocabulary import read_yaml

_CELL = r"[-−+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
# A year at the head of a row is its label (2016年 35.2 12.1, 2016 35.2 12.1).
_YEAR = r"(?:19|20)\d{2}(?:-\d{1,2})?"
_GAP = r"[ \t|｜]"
_ROW = re.compile(
    rf"^(?P<label>[^\n，。；！？]{{0,60}}?[\u4e00-\u9fffA-Za-z）)%％]|{_GAP}{{0,3}}{_YEAR})"
    rf"(?P<cells>(?:{_GAP}+(?:{_CELL}[%％]?|[-—…/]|——|\.\.\.))+){_GAP}*$",
    re.M,
)
_NUMBER = re.compile(rf"(?<![^\s|｜]){_CELL}(?![^\s|｜])")
_HINT = re.compile(rf"{_GAP}[-−+]?\d[\d,.]*{_GAP}*(?:\n|$)")
_IN_BRACKETS = re.compile(r"[（(]([^（）()]{1,12})[）)]")
_BRACKETED = re.compile(r"[（(][^（）()]*[)）]")
_CAPTION = re.compile(r"单位[：:]\s*([^\s，。；）)、和]{1,10})")
_GROWTH = re.compile(r"[%％]|增长|增速|增减|同比|环比|比重|占比|涨跌|增幅|进度|完成率|比例|±")
_RULE = re.compile(r"[\s|｜:：+=-]*")
_ORDER = re.compile(r"(?:总量|增速|增幅|全[国省市州县])?(?:位次|排名|排位|名次)")
_LEAST_ROWS = 2
_LEAST_COLUMNS = 3
_SUBHEAD = 20
_HEADER_LINES = 4


class Measure(NamedTuple):
    """What a cell is measured in: base unit, factor to it, kind."""

    unit: str
    factor: Decimal
    kind: str


PLACE = Measure("名次", Decimal(1), "rank")
PERCENT = Measure("%", Decimal(1), "percent")


def table_cells(text: str) -> dict[int, Measure]:
    """For the place of each bare cell of a table (of its first digit) what it is measured in."""
    if _HINT.search(text) is None:
        return {}
    cells: dict[int, Measure] = {}
    last_end = -2
    head: list[str] = []
    widest = 0
    headed = False
    above: Measure | None = None
    for row in _ROW.finditer(text):
        if row.start() != last_end + 1:
            if not _is_subhead(text, last_end, row.start(), widest):
                head, widest = _head(text, row.start()), 0
            above = None
        last_end = row.end()
        widest = max(widest, _full_cells(split_cells(row["cells"])))
        headed = headed or (bool(head) and len(split_cells(head[-1])) == len(split_cells(row[0])) >= _LEAST_COLUMNS)
        above = _measure_row(row, head, widest, cells, above)
    return cells if headed or len(cells) >= _LEAST_ROWS else {}


def split_cells(line: str) -> list[str]:
    """The cells of a line, parted by blanks or bars."""
    return line.replace("|", " ").replace("｜", " ").split()


def is_rule(line: str) -> bool:
    """Whether a line only parts the head from the rows (| --- | --- |)."""
    return "--" in line and _RULE.fullmatch(line) is not None


def head_words(lines: Sequence[str], count: int) -> list[str]:
    """The words of the nearest line that has `count` of them; a line of bare units is put behind the one above it."""
    for place in range(len(lines) - 1, -1, -1):
        words = split_cells(lines[place])
        if len(words) >= count:
            above = split_cells(lines[place - 1]) if place else []
            if above and all(_IN_BRACKETS.fullmatch(word) for word in words) and len(above) >= len(words):
                return above[: -len(words)] + [a + b for a, b in zip(above[-len(words) :], words, strict=True)]
            return words
    return []


def _head(text: str, start: int) -> list[str]:
    """The lines before the first row that can be its header or caption."""
    lines = text[max(0, start - 300) : start].split("\n")[:-1][-_HEADER_LINES:]
    return [line for line in lines if not re.search("[。；，]", line) and not is_rule(line)]


def _is_subhead(text: str, last_end: int, start: int, widest: int) -> bool:
    """Whether only a short line parts the rows of one table (期末存栏 … 期末出栏 …)."""
    between = text[last_end + 1 : start].strip("\n") if last_end >= 0 else ""
    short = 0 < len(between) <= _SUBHEAD and "\n" not in between and _CAPTION.search(between) is None
    return short and len(split_cells(between)) < max(widest, _LEAST_COLUMNS) - 1 and not re.search("[。；，]", between)


def _measure_row(
    row: re.Match[str], head: list[str], widest: int, cells: dict[int, Measure], above: Measure | None
) -> Measure | None:
    """`widest` is how many cells the rows have so far: a row that ends early lacks its last columns, one that begins
    with dashes ends with the last. A row without a unit has that of the row `above`; returns the row's own."""
    numbers = list(_NUMBER.finditer(row.string, row.start("cells"), row.end("cells")))
    columns = head_words(head, widest)[-widest:]
    own = _row_measure(row["label"]) or _caption(head) or above
    offset = {match.start(): index for index, match in enumerate(re.finditer(r"[^\s|｜]+", row["cells"]))}
    surplus = max(0, len(offset) - len(columns))
    for number in numbers:
        place = offset[number.start() - row.start("cells")] - surplus
        column = columns[place] if columns and place >= 0 else ""
        measure = _column_measure(column, own)
        if measure is not None:
            sign = number.group()[0] in "-−+"
            cells[number.start() + sign] = measure
    return own


def _full_cells(cells: list[str]) -> int:
    """How many cells a row has from its first number on."""
    return next((len(cells) - place for place, cell in enumerate(cells) if _NUMBER.fullmatch(cell)), 0)


def _column_measure(column: str, own: Measure | None) -> Measure | None:
    """The measure that a column head sets, else the row's own."""
    for bracket in _IN_BRACKETS.findall(column):
        found = read_measure(bracket.split("、")[0])
        if found is not None:
            return found
    if _ORDER.fullmatch(column):
        return PLACE
    if _GROWTH.search(column) and not (own and own.unit == "百分点"):
        return PERCENT
    return own or read_measure(_counted().get(_BRACKETED.sub("", column)[-2:], ""))


@lru_cache(maxsize=1)
def _counted() -> dict[str, str]:
    """The unit that the last two letters of a head imply (户数 → 户)."""
    return {str(ending): str(unit) for ending, unit in read_yaml("table_heads.yaml")["counted"].items()}


def _row_measure(label: str) -> Measure | None:
    """The unit in brackets behind a row's label, or the last word of it (粗钢 万吨)."""
    brackets = _IN_BRACKETS.findall(label)
    for inside in reversed(brackets):
        found = read_measure(inside)
        if found is not None:
            return found
    words = split_cells(label)
    return read_measure(words[-1].strip("（()）")) if len(words) > 1 else None


def _caption(head: list[str]) -> Measure | None:
    for line in reversed(head):
        match = _CAPTION.search(line)
        if match is not None:
            return read_measure(match[1])
    return None


def read_measure(printed: str) -> Measure | None:
    """万吨 as tonnes times ten thousand, % as per cent; None for what is no unit."""
    factor = Decimal(1)
    at = 0
    while at < len(printed) and printed[at] in SCALES and match_unit(printed, at) is None:
        factor *= SCALES[printed[at]]
        at += 1
    unit = match_unit(printed, at)
    if unit is None:
        return None
    name, end = match_rate(printed, at, unit)
    return Measure(name, factor * unit.factor, unit.kind) if end == len(printed) else None
