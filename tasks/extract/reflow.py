"""Tables that a text dump has taken apart, one cell a line, put back into rows. Offsets stay as they are.

指标⏎产量（吨）⏎增长（%）⏎小麦⏎120⏎3.1⏎玉米⏎80⏎-2.0 → 指标 产量（吨） 增长（%）⏎小麦 120 3.1⏎玉米 80 -2.0
Cells may end with a bar, and a bar alone is an empty cell, unless one stands behind every cell.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from tasks.extract.reflow_cells import with_empty_cells
from tasks.extract.reflow_lines import with_own_lines
from tasks.extract.tables import FIGURE
from tasks.extract.tables_heads import BARE_YEAR, JOINER, grouped, is_dash
from tasks.extract.tables_units import BRACKETED, measure_in_cell, read_measure
from tasks.vocabulary import read_yaml

_LONE = re.compile(rf"\n[ \t　|｜]*{FIGURE}[%％]?[ \t　|｜]*(?=\n|$)")
_NUMBER = re.compile(rf"({FIGURE})([%％]|[万亿]?[\u4e00-\u9fff]{{0,3}})")
_LINE = re.compile(r"[^\n]+")
_EDGES = " \t　|｜\r\xa0"
_BARS = ("|", "｜")
_PROSE = re.compile("[。；！？;!?]|，.*，|(?<!其中)[：:].")
_WITH_FIGURES = re.compile(rf"\s{FIGURE}(?:\s|$)")
_GOES_ON = re.compile(r"(?:增长|增减|增幅|增速|升降|增加值?)[（(]|[（(]")
_COMPARED = re.compile(r"(?:同期|同月|上年|去年|同比|上月)$")
_HEADING = re.compile(r"(?:19|20)\d\d年|表$|情况$")
_MOST_LETTERS = 30
_UNIT = "单位"
_LEAST_ROWS = 2
_LEAST_ITEMS = 3
_MOST_ROWS_APART = 0.7
_MOST_HEADS = 24


class _Line(NamedTuple):
    """A line that could be a cell: where its words stand, its sort (word, figure, empty), and the words."""

    start: int
    end: int
    sort: str
    words: str


class _Row(NamedTuple):
    """The words in front of some figures, and the figures."""

    words: list[_Line]
    figures: list[_Line]


def reflowed(text: str) -> str:
    """The text with the cells of its tables in rows; as long as before, and the same where there is no such table."""
    text = with_own_lines(with_empty_cells(text))
    if sum(1 for _ in zip(range(_LEAST_ROWS), _LONE.finditer(text), strict=False)) < _LEAST_ROWS:
        return text
    letters = list(text)
    for run in _runs(text):
        _put_together(run, letters)
    return "".join(letters)


def _runs(text: str) -> Iterator[list[_Line]]:
    """Lines one after the other, blank ones apart, that could all be cells of one table."""
    run: list[_Line] = []
    for match in _LINE.finditer(text):
        line = _line(match)
        if line is not None:
            run.append(line)
        elif match.group().strip():
            yield run
            run = []
    yield run


def _line(match: re.Match[str]) -> _Line | None:
    printed = match.group()
    words = printed.strip(_EDGES)
    start = match.start() + len(printed) - len(printed.lstrip(_EDGES))
    if not words:
        bar = next((at for at, sign in enumerate(printed) if sign in _BARS), None)
        return None if bar is None else _Line(match.start() + bar, match.start() + bar + 1, "empty", "")
    if len(words) > _MOST_LETTERS:
        return None
    number = _NUMBER.fullmatch(words)
    figure = number is not None and _is_figure(number[2])
    if figure or is_dash(words):
        return _Line(start, start + len(words), "figure", words)
    if _PROSE.search(words) or _WITH_FIGURES.search(words):
        return None
    return _Line(start, start + len(words), "word", words)


def _is_figure(unit: str) -> bool:
    """Whether what stands behind a number makes it a figure: nothing, a unit, but no date (2011年, 3月)."""
    return not unit or unit in "%％" or (unit[0] not in "年月日时号" and read_measure(unit) is not None)


def _put_together(run: Sequence[_Line], letters: list[str]) -> None:
    rows = _rows(_with_years(run))
    counted = Counter(len(row.figures) for row in rows if row.figures)
    if not counted:
        return
    width, count = counted.most_common(1)[0]
    if count < (_LEAST_ROWS if width > 1 else _LEAST_ITEMS) or count < _MOST_ROWS_APART * sum(counted.values()):
        return
    for left, right in pairwise(run):
        _one_break(left.end, right.start, letters)
    years = list(takewhile(lambda line: BARE_YEAR.fullmatch(line.words), run))
    if width > 1 and len(years) == width:
        _join(years, letters)
    for place, row in enumerate(rows):
        if len(row.figures) != width:
            continue
        label = row.words[-2:] if _has_unit(row) else row.words[-1:]
        _join([*label, *row.figures], letters)
        if place == 0:
            _head(row.words[: len(row.words) - len(label)], width + len(label), width, letters)


def _one_break(start: int, end: int, letters: list[str]) -> None:
    """Leave out the blank lines between two lines."""
    last = next((at for at in range(end - 1, start - 1, -1) if letters[at] == "\n"), end)
    letters[start:last] = [" " if letter in "\r\n" else letter for letter in letters[start:last]]


def _with_years(run: Sequence[_Line]) -> Sequence[_Line]:
    """The lines of a run; years that stand at even distances in it are labels, no figures."""
    years = [place for place, line in enumerate(run) if line.sort == "figure" and BARE_YEAR.fullmatch(line.words)]
    if len(years) > 1 and years == list(range(years[0], years[-1] + 1)) and _stands_alone(run, years):
        return [line._replace(sort="word") if place in years else line for place, line in enumerate(run)]
    if len(years) < _LEAST_ITEMS:
        return run
    step = years[1] - years[0]
    rising = all(left.words < right.words for left, right in pairwise([run[place] for place in years]))
    falling = all(left.words > right.words for left, right in pairwise([run[place] for place in years]))
    if step < _LEAST_ROWS or not (rising or falling) or any(right - left != step for left, right in pairwise(years)):
        return run
    places = frozenset(years)
    return [line._replace(sort="word") if place in places else line for place, line in enumerate(run)]


def _stands_alone(run: Sequence[_Line], years: Sequence[int]) -> bool:
    """Whether words stand around some years."""
    around = (run[years[0] - 1 : years[0]], run[years[-1] + 1 : years[-1] + 2])
    return bool(around[1]) and all(line.sort == "word" for lines in around for line in lines)


def _rows(run: Sequence[_Line]) -> list[_Row]:
    rows: list[_Row] = []
    words: list[_Line] = []
    figures: list[_Line] = []
    for line in run:
        if line.sort == "word":
            if figures:
                rows.append(_Row(words, figures))
                words, figures = [], []
            words.append(line)
        elif words:
            figures.append(line)
    return [*rows, _Row(words, figures)] if figures else rows


def _has_unit(row: _Row) -> bool:
    """Whether the last word of a label is a unit in a cell of its own."""
    return len(row.words) > 1 and measure_in_cell(row.words[-1].words) is not None


def _head(words: Sequence[_Line], wanted: int, width: int, letters: list[str]) -> None:
    """The heads of the columns in one line, of `wanted` words or of those of the figures alone."""
    heads: list[list[_Line]] = []
    for line in _without_section(words[-_MOST_HEADS:], width, wanted - width):
        goes_on = _GOES_ON.match(line.words) and (
            BRACKETED.fullmatch(line.words) or (heads and _COMPARED.search(heads[-1][-1].words))
        )
        if heads and goes_on:
            heads[-1].append(line)
        else:
            heads.append([line])
    own = heads[-wanted:]
    if groups := _groups(heads, wanted - width, width):
        _join_heads(groups, letters)
        own = heads[-width:]
    elif len(own) < width or (width < 2 and len(own) < wanted):
        return
    if len(own) == wanted and _HEADING.search(own[0][0].words):
        own = own[-width:]
    _join_heads(own, letters)


def _without_section(words: Sequence[_Line], width: int, labels: int) -> Sequence[_Line]:
    """The words of a head without the one behind it that heads the first rows only (片区 县区 人口 面积 北部片)."""
    at = max((at for at, line in enumerate(words) if line.words in _label_heads()), default=None)
    if at is None:
        return words
    behind = sum(1 for line in words[at + 1 :] if not BRACKETED.fullmatch(line.words))
    units = 0 if words[at].words.endswith(_UNIT) else labels - 1
    return words[:-1] if behind == width + units + 1 else words


@lru_cache(maxsize=1)
def _label_heads() -> frozenset[str]:
    """The heads of columns of labels."""
    words = read_yaml("table_heads.yaml")
    return frozenset((*words["labels"], *words["places"]))


def _groups(heads: Sequence[list[_Line]], labels: int, width: int) -> Sequence[list[_Line]]:
    """The heads above those of the columns: groups under each of which the same heads recur, those of the labels
    before them."""
    words = ["".join(line.words for line in head) for head in heads]
    above = words[:-width]
    for count in (width, *range(width // 2, 1, -1)):
        if len(above) >= count + labels:
            line = [*above[len(above) - count - labels :]]
            if grouped([line], words[-width:], width).lines > 1:
                return heads[len(above) - count - labels : len(above)]
    return []


def _join_heads(own: Sequence[list[_Line]], letters: list[str]) -> None:
    """Some heads in one line."""
    for head in own:
        _join(head, letters, JOINER)
        for line in head:
            letters[line.start : line.end] = [JOINER if letter.isspace() else letter for letter in line.words]
    _join([line for head in own for line in (head[0], head[-1])], letters)


def _join(cells: Sequence[_Line], letters: list[str], sign: str = " ") -> None:
    """Nothing but blanks (or `sign`) between cells, a dash for an empty one."""
    for left, right in pairwise(cells):
        letters[left.end : right.start] = [
            sign if sign != " " or letter in "\r\n" else letter for letter in letters[left.end : right.start]
        ]
    for cell in cells:
        # A dash between two figures would make a range of them.
        if cell.sort == "empty" or (is_dash(cell.words) and len(cell.words) == 1):
            letters[cell.start] = "/"
