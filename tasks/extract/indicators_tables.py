"""Names the cells of flattened tables: the column head, the row label, and the growth of the column before.

县市 人均可支配收入（元） 增速（%）
吉首市 17320 7.1               → 人均可支配收入; 人均可支配收入增速
指标 绝对量 同比增长（%）
粗钢（万吨） 650.0 -22.5       → 粗钢; 粗钢 with measure growth
地区 2022年 2021年             → what the line above the head says, for the years of the columns
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from tasks.extract.tables import head_words, is_rule, read_measure, split_cells
from tasks.vocabulary import read_yaml

_BRACKET = re.compile(r"[（(][^（()）]*[)）]")
_VALUE = re.compile(r"[-−+]?\d[\d,]*(?:\.\d+)?[万亿]?(?:[%％‰]|(?![年月日季])[一-鿿]{1,3})?")
_SPAN = re.compile(
    r"(?:\d{2,4}年?)?(?:(?:\d{1,2}[-—－至])?\d{1,2}月份?|[上下]半年|[一二三四]季度|前三季度)?(?:末|止|累计|绝对量|实绩|数)*"
    r"|[本当]月止?累计|累计|[本当上去前]年(?:同期|末|度|累计|实绩)?"
)
_YEAR = re.compile(r"(?P<year>(?:19|20)\d{2})(?:年?$|年(?:末|底|实绩|数|度|累计|绝对量)?$)")
_MONTHS = re.compile(
    r"(?P<year>(?:19|20)\d{2})[年-](?:(?P<first>\d{1,2})[-—－至])?(?P<last>\d{1,2})(?:月份?(?:末|止|累计)?)?$"
)
_LAST_YEAR = re.compile(r"(?:上年|去年)(?:同期|末|底|累计|实绩|数)*$")
_DASHES = re.compile("[-—－…/]+")
_OF_WHICH = re.compile("^(?:其中|#|其中:)[：:]?")
_CAPTION_DRESS = re.compile(
    r"^(?:附?表|[（(]?附件?)[\d一二三四五六七八九十-]*[）)]?[：:、.]?|^[\d一二三四五六七八九十]+[、.]"
    r"|(?:19|20)\d{2}年(?:度|末|底)?|(?:\d{1,2}[-—－至])?\d{1,2}月份?|[上下]半年|前?[一二三四]季度"
    r"|(?:主要)?(?:情况|统计|完成|汇总|明细|一览|公示|公布|数据|指标)*(?:表)?$"
)
_OF_PLACES = re.compile(
    r"^(?:[一-鿿]{2,6}[省市县区州]|各地)?(?:分|各)?"
    r"(?:省市县|市县|县市区?|县区|区县|乡镇|地区|省份|市州|盟市|旗县)"
)
_AMOUNTS = ("量", "额")
# A column of so few letters needs the caption's words as well (省级 of 财政衔接资金).
_BRIEF = 2
_UNIT_LINE = re.compile("单位[：:]")
_MAX_LINE = 400
_SUBHEAD = 20
_MAX_ROWS = 400
_DECEMBER = 12
_LABEL = 40


@dataclass(frozen=True, slots=True)
class Cell:
    """What a table cell measures: its name and, where its head says so, the measure and the period.

    `earlier` is true in a column of the year before (上年同期).
    """

    name: str
    measure: str | None
    period: str | None = None
    earlier: bool = False


class _Head(NamedTuple):
    """The head of a table: its words, how many cells the widest row has, the line above it, and the nearest line
    that parts the rows (期末存栏)."""

    words: list[str]
    cells: int
    caption: str
    section: str = ""


class Tables:
    """The table vocabulary, compiled once."""

    def __init__(self, vocabulary: dict[str, Any]) -> None:
        self._growth = re.compile("|".join(map(re.escape, vocabulary["growth"])))
        self._share = re.compile("|".join(map(re.escape, vocabulary["share"])))
        self._plain = frozenset(vocabulary["plain"])
        self._places = frozenset(vocabulary["places"])
        self._place_ends = tuple(vocabulary["place_ends"])

    def cell(self, text: str, start: int, end: int, title: str | None = None) -> Cell | None:
        """The cell at `text[start:end]`, None when it stands in no row of a table."""
        left, right = _line_start(text, start), _line_end(text, end)
        if left is None or right is None:
            return None
        words = split_cells(text[left:right])
        first = next((place for place, word in enumerate(words) if place and _is_value(word)), 0)
        if not first or any(not _is_cell(word) for word in words[first:]):
            return None
        place = len(split_cells(text[left:start].rstrip("-−+")))
        head = self._head(text, left, len(words) - first)
        if place < first or head is None:
            return None
        widest = head.cells
        if words[first - 1] != words[0] and _is_cell(words[first - 1]):
            widest = len(words) - first
        columns = head.words[-widest:] if widest < len(head.words) or widest > 1 else [""]
        label = " ".join(words[:first])
        when = _period(label)
        of_places = head.words[0] in self._places or label.endswith(self._place_ends) or when is not None
        name, measure = self._named(_label(words[:first]), columns, place - first, of_places)
        column = columns[place - first] if place - first < len(columns) else ""
        if of_places and len(name) <= _BRIEF:
            said = _caption(head.caption) or _caption(title or "")
            name = said + (name or (_bare(column) if _bare(column).endswith(_AMOUNTS) else ""))
        name = _bare(head.section) + name if head.section and not of_places else name
        return Cell(name[-_LABEL:], measure, when or _when(columns, column, measure), bool(_LAST_YEAR.match(column)))

    def _head(self, text: str, left: int, cells: int) -> _Head | None:
        """The nearest line above that has no numbers and enough words to head the columns, with the line above it."""
        section = ""
        for _ in range(_MAX_ROWS):
            if left <= 0:
                return None
            line, above = _line_above(text, left)
            left = above
            if is_rule(line):
                continue
            words = split_cells(line)
            if not words or "。" in words[-1]:
                return None
            start = next((at for at, word in enumerate(words) if at and _is_value(word)), len(words))
            if not any(_is_value(word) and _period(word) is None for word in words):
                if len(words) == 1 and len(line) <= _SUBHEAD and _is_row(text, above):
                    section = section or words[0]
                    continue
                found = self._headed(text, line, above, cells)
                if found is None and len(words) == 1 and len(line) <= _SUBHEAD and not section:
                    section = words[0]
                    continue
                own = (
                    words[0]
                    if found and len(words) == 1 < len(found.words) and not _BRACKET.fullmatch(words[0])
                    else ""
                )
                return found._replace(section=section or own) if found else None
            cells = max(cells, len(words) - start)
        return None

    def _headed(self, text: str, line: str, left: int, cells: int) -> _Head | None:
        higher, above = _line_above(text, left) if left > 0 else ("", 0)
        words = head_words([higher, line], cells)
        if len(words) < cells:
            return None
        if words != split_cells(line) or _UNIT_LINE.search(higher):
            higher = _line_above(text, above)[0] if above > 0 else ""
        return _Head(words, cells, higher)

    def _named(self, label: str, columns: list[str], index: int, of_places: bool) -> tuple[str, str | None]:
        """Name and measure; the name is empty where only the caption can give it."""
        whole = columns[index] if index < len(columns) else ""
        column = "" if _SPAN.fullmatch(_bare(whole)) else _bare(whole)
        measure = "growth" if self._growth.search(column) else "share" if self._share.search(column) else None
        if not of_places:
            if measure is None and self._growth.search(label):
                measure = "growth"
            said = "" if measure == "growth" or column in self._plain or column in label else column
            return label + said, measure
        heads = [head for head in columns[:index] if not self._growth.search(head) and not _SPAN.fullmatch(_bare(head))]
        owner = _bare(heads[-1]) if heads else ""
        owner = "" if owner in self._plain else owner
        if column.endswith(("位次", "排名")):
            return (owner + column if owner not in column else column), "rank"
        lacking = measure is not None and len(self._growth.sub("", self._share.sub("", column))) <= 1
        if lacking:
            return (owner + column if owner and owner not in column else owner), measure
        return ("" if column in self._plain else column), measure


def _is_row(text: str, left: int) -> bool:
    """Whether the line in front of `left` is a row of cells, so that a short line behind it only parts the rows."""
    words = split_cells(_line_above(text, left)[0]) if left > 0 else []
    return len(words) > 1 and _is_cell(words[-1])


def _line_above(text: str, left: int) -> tuple[str, int]:
    """The line in front of the one that begins at `left`, and where it begins; nothing of one too long for a table."""
    begin = _line_start(text, left - 1)
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


def _label(words: list[str]) -> str:
    """The row's label without a unit that stands in a column of its own, without dashes and 其中."""
    if len(words) > 1 and (read_measure(words[-1].strip("（()）")) is not None or _is_cell(words[-1])):
        words = words[:-1]
    if len(words) > 1 and words[0].isdecimal():
        words = words[1:]
    return _OF_WHICH.sub("", _bare(" ".join(word for word in words if not _DASHES.fullmatch(word))))


def _caption(line: str) -> str:
    """What a table's caption says is counted (2022年各市县一般公共预算收入 → 一般公共预算收入)."""
    bare = _bare(line)
    if len(bare) > _LABEL or any(sign in bare for sign in "。；，"):
        return ""
    return _OF_PLACES.sub("", _CAPTION_DRESS.sub("", bare)).strip("的 ")


def _when(columns: list[str], column: str, measure: str | None) -> str | None:
    """The period that the column names; growth behind columns of several years is that of the last year."""
    own = _period(_bare(column))
    if own is None and measure == "growth":
        own = max((when for head in columns if (when := _period(_bare(head)))), default=None)
    return own


def _period(words: str) -> str | None:
    """A year or some months of one as ISO 8601: 2022年, 2022, 2023年1-10月."""
    found = _MONTHS.match(words)
    if found and 1 <= int(found["first"] or 1) <= int(found["last"]) <= _DECEMBER:
        last = f"{found['year']}-{int(found['last']):02d}"
        return f"{found['year']}-{int(found['first']):02d}/{last}" if found["first"] else last
    year = _YEAR.match(words)
    return year["year"] if year else None


def _is_value(word: str) -> bool:
    return _VALUE.fullmatch(word) is not None


def _is_cell(word: str) -> bool:
    return _is_value(word) or word in ("-", "—", "——", "…", "/", "－", "...")


def _bare(words: str) -> str:
    """Without bracketed units and blanks."""
    return _BRACKET.sub("", words).replace(" ", "").strip("#：:、")


@lru_cache(maxsize=4)
def default_tables() -> Tables:
    """The vocabulary of seeds/, read once a process."""
    return Tables(read_yaml("table_heads.yaml"))
