"""The heads of flattened tables: lines above the rows, of one to three levels, as one word for each column.

县区 | 产值（亿元） | 投资（亿元）      县区 2022年 2023年        项目 合计 2022年 2023年
总量 | 增速（%） | 总量 | 增速（%）     产量 产值 产量 产值         城镇 农村 城镇 农村
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tasks.extract.tables_words import table_words

JOINER = "\u2060"
"""Stands between the words of one column head that were printed in several lines."""
EMPTY = "\u2061"
"""Stands for an empty cell where there is no room to print a dash."""
DASH = "(?:[-—－–―─−…/]{1,4}|[.]{3}|×)"
"""A pattern of what a cell without a figure prints."""
LAST_YEAR = re.compile(r"(?:上年|去年)(?:同期|末|底|累计|实绩|数)*$")
_OF_MONTH = ("本月", "当月")
"""Heads of a month, not of what is counted: the year before may be of the month or of all months so far."""
BARE_YEAR = re.compile(r"(?:19|20)\d\d")
IN_BRACKETS = re.compile(r"[（(]([^（）()]{1,12})[）)]")
_LAST_COLON = re.compile(r"[：:](?=\s*[-−+]?\d[\d,.]*[%％]?\s*$)")
_BLANK = re.compile(r"\s+")
_DASH = re.compile(DASH)
_YEAR_HEAD = re.compile(r"(?:19|20)\d\d年?")
_RULE = re.compile(r"[\s|｜:：+=-]*")
_FOREIGN = re.compile(r"[\s|｜]*[A-Za-z](?:[A-Za-z\s|｜()（）%.,/'&-]|\d(?!\d{3}))*")
_OF_FIGURES = re.compile(r"(?:\s[-−+]?\d[\d,.]*[%％]?){2}\s*$")
_PERIOD = re.compile(
    r"(?:19|20)\d\d(?:年.{0,6})?|[上去本当前]年.{0,2}|[上本当]月.{0,4}|\d{1,2}(?:[-—]\d{1,2})?月.{0,2}|累计"
)
_LEAST = 2
_MOST_LABELS = 3
_MOST_PARTS = 4


class Columns(NamedTuple):
    """The words of a head, those of the label columns first, and how many lines above the rows it takes."""

    words: list[str]
    lines: int


def is_barred(line: str) -> bool:
    """Whether bars part the cells of a line."""
    return line.count("|") + line.count("｜") >= _LEAST


def split_cells(line: str, barred: bool | None = None) -> list[str]:
    """The cells of a line, parted by blanks, or by bars where it has them; `barred` tells of the line that this one is
    the beginning of."""
    if "：" in line or ":" in line:
        line = _LAST_COLON.sub(" ", line)
    line = line.replace("｜", "|").replace(JOINER, "")
    if not (is_barred(line) if barred is None else barred):
        return line.replace("|", " ").replace(EMPTY, " - ").split()
    return [_BLANK.sub("", cell) for cell in line.replace(EMPTY, "|-|").split("|") if cell.strip()]


def is_dash(word: str) -> bool:
    """Whether a word is what a cell without a figure prints."""
    return _DASH.fullmatch(word) is not None


def is_rule(line: str) -> bool:
    """Whether a line only parts the head from the rows (| --- | --- |)."""
    return "--" in line and _RULE.fullmatch(line) is not None


def is_aside(line: str) -> bool:
    """Whether a line is no part of a head: a rule, or a translation, which no row of figures is (GDP 12 3.1)."""
    return is_rule(line) or (_FOREIGN.fullmatch(line) is not None and _OF_FIGURES.search(line) is None)


def head_words(lines: Sequence[str], count: int) -> Columns:
    """The words of the nearest line that has `count` of them; a line of bare units is put behind the one above it, and
    one of parts (男 女, 2020年 2010年) behind the heads that it divides."""
    for place in range(len(lines) - 1, -1, -1) if count else ():
        words = split_cells(lines[place])
        above = split_cells(lines[place - 1]) if place else []
        if len(words) >= count:
            if _are_units(words) and len(above) >= len(words):
                found = above[: -len(words)] + [a + b for a, b in zip(above[-len(words) :], words, strict=True)]
                return Columns(found, len(lines) - place + 1)
            return grouped(list(map(split_cells, lines[:place])), words, count, len(lines) - place)
        if _are_units(words) and len(above) >= count:
            found = above[:-count] + [column + _unit_of(column, words) for column in above[-count:]]
            return Columns(found, len(lines) - place + 1)
        if len(words) > 1 and len(above) > 1:
            found = _under_some(above, words, count)
            if found:
                return grouped(list(map(split_cells, lines[: place - 1])), found, count, len(lines) - place + 1)
    return Columns([], 0)


def with_units(columns: Sequence[str]) -> list[str]:
    """Heads, those that only name the year before with the unit of the amount to their left: 产量（吨） 上年同期."""
    found = list(columns)
    for at in range(1, len(found)):
        units = [] if found[at - 1].startswith(_OF_MONTH) else IN_BRACKETS.findall(found[at - 1])
        if units and LAST_YEAR.match(found[at]) and not table_words().growth.search(found[at - 1]):
            found[at] += f"（{units[-1]}）"
    return found


def _are_units(words: Sequence[str]) -> bool:
    """Whether a line holds nothing but words in brackets."""
    return bool(words) and all(map(IN_BRACKETS.fullmatch, words))


def _unit_of(column: str, units: Sequence[str]) -> str:
    """The one of some units that a column can have: an amount for each of something (元/人) where it is a mean."""
    mean = "均" in column
    return next((unit for unit in units if ("/" in unit) == mean), units[0])


def grouped(lines: Sequence[list[str]], words: list[str], count: int, used: int = 1) -> Columns:
    """Heads with the groups before them that the lines above name, as long as they do; how many lines that takes."""
    while lines:
        groups = lines[-1]
        found = _beside(groups, words, count) or _under_groups(groups, words[-count:])
        if not found:
            break
        words, lines, used = [*words[: -len(found)], *found], lines[:-1], used + 1
    return Columns(words, used)


def _joined(group: str, word: str) -> str:
    """A head under its group; one of them may be empty. A year opens what it heads (总量 over 2021年)."""
    if is_dash(word) or word == group:
        return group
    if _YEAR_HEAD.fullmatch(word) and not is_dash(group) and not _PERIOD.fullmatch(group):
        return f"{word}{group}" if word.endswith("年") else f"{word}年{group}"
    return word if is_dash(group) else f"{group}年{word}" if BARE_YEAR.fullmatch(group) else group + word


def _beside(groups: Sequence[str], words: Sequence[str], count: int) -> list[str]:
    """Groups that are printed above each of their heads, or above the first with empty cells behind it; empty cells at
    either end may be lost."""
    below = words[-count:]
    for lost in range(_MOST_PARTS):
        tops = [*groups, *["-"] * lost]
        if len(tops) - len(words) not in range(_MOST_LABELS):
            continue
        tops = tops[-count:]
        starts = [at for at, top in enumerate(tops) if not is_dash(top) and (not at or top != tops[at - 1])]
        if not _LEAST <= len(starts) < len(tops) or is_dash(tops[0]):
            continue
        firsts = {below[at] for at in starts if not is_dash(below[at])}
        if len(firsts) == 1 or (not lost and len(groups) == len(words) > count):
            return [_joined(tops[max(s for s in starts if s <= at)], word) for at, word in enumerate(below)]
    return []


def _under_groups(line: Sequence[str], words: Sequence[str]) -> list[str]:
    """Heads that recur under each of some groups, with the group before them (2020年 产量, 2020年 增速 …); the first
    words of the line may head the labels."""
    for labels in (1, 0, 2):
        groups = line[labels:]
        if len(groups) >= _LEAST and not any(is_dash(group) for group in groups):
            bounds = next(_bounds(groups, words), [])
            if bounds:
                parts = zip(groups, pairwise(bounds), strict=True)
                return [_joined(group, word) for group, (low, high) in parts for word in words[low:high]]
    return []


def _bounds(groups: Sequence[str], words: Sequence[str]) -> Iterator[list[int]]:
    """Where the heads of each group begin, and the end: even shares of heads that recur or stand under periods, or
    each from where the first head recurs."""
    size, rest = divmod(len(words), len(groups))
    even = list(range(0, len(words) + 1, max(size, 1)))
    if size >= _LEAST and not rest:
        recurs = list(words) == list(words[:size]) * len(groups)
        if recurs or all(map(_PERIOD.fullmatch, groups)):
            yield even
    starts = [at for at, word in enumerate(words) if word == words[0]]
    if len(starts) == len(groups) and min(b - a for a, b in pairwise([*starts, len(words)])) >= _LEAST:
        yield [*starts, len(words)]


def _under_some(above: Sequence[str], parts: list[str], count: int) -> list[str]:
    """Heads of which the last ones that can be are divided, each into the same parts."""
    for labels in range(1, _MOST_LABELS):
        heads = above[labels:]
        for divided in range(1, len(heads) + 1):
            size, rest = divmod(len(parts), divided)
            if rest or size < _LEAST or len(heads) - divided + len(parts) != count or parts != parts[:size] * divided:
                continue
            return [*above[:labels], *_divided(heads, parts[:size], divided)]
    return []


def _divided(heads: Sequence[str], parts: Sequence[str], divided: int) -> list[str]:
    """Heads of which so many are divided: the last ones that can be."""
    able = [at for at, head in enumerate(heads) if not table_words().undivided.search(head)] or [len(heads) - 1]
    places = set(able[-divided:]) if len(able) >= divided else set(range(len(heads) - divided, len(heads)))
    years = all(map(_YEAR_HEAD.fullmatch, parts))
    found: list[str] = []
    for at, head in enumerate(heads):
        own = [part + head if years else _joined(head, part) for part in parts]
        found += own if at in places else [head]
    return found
