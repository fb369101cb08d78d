"""Names the cells of flattened tables: the column head, the row label, and the growth of the column before.

县市 人均可支配收入（元） 增速（%）
吉首市 17320 7.1               → 人均可支配收入; 人均可支配收入增速
指标 绝对量 同比增长（%）
粗钢（万吨） 650.0 -22.5       → 粗钢; 粗钢 with measure growth
地区 2022年 2021年             → what the line above the head says, for the years of the columns
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tasks.extract.table_periods import Months, census_year, months_of, opening_year, period_of, without_year
from tasks.extract.table_rows import Head, Row, Rows, is_cell
from tasks.extract.tables_heads import LAST_YEAR, is_barred, is_dash, split_cells
from tasks.extract.tables_units import (
    BRACKETED,
    EDGES,
    is_amount_more,
    is_count,
    is_counted,
    measure_in_cell,
    told_as_share,
)
from tasks.vocabulary import read_yaml

_SPAN = re.compile(
    r"(?:\d{2,4}年?)?(?:(?:\d{1,2}[-—－至])?\d{1,2}月份?|[上下]半年|[一二三四]季度|前三季度)?(?:末|止|累计|绝对量|实绩|数)*"
    r"|\d{4}-\d{2}-\d{2}|[本当]月止?累计|累计|[本当上去前]年(?:同期|末|度|累计|实绩)?"
)
# A translation is of words; letters with a number are a code (PM2.5, NO.12).
_ENGLISH = re.compile(r"(?<=[\u4e00-\u9fff）)])\s*(?![A-Z]{1,4}[.-]?\d[\d.]*$)(?:[A-Za-z][A-Za-z\d'’&,./:()\- ]{2,})$")
_NUMBERED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d))\s*"
)
_FOOTNOTE = re.compile(r"(?:[*＊①-⑳]|注\d{1,2}|[\[【〔]注?\d{1,2}[\]】〕])$")
_OF_WHICH = re.compile("^(?:其中|#)[：:]?")
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
_INDEXED = re.compile("性别比$")
_LABEL = 40
_UNIT = "单位"
_ITEM = 60
_FIGURE = re.compile(r"\d[\d,.]*")
_ABOUT = "约近超"
_MONTH_LABEL = re.compile(r"(?:\d{1,2}[-—－至])?\d{1,2}月份?")
_BARS = ("|", "｜")
_PUNCTUATED = re.compile("[，。；：！？;:!?,]")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a table cell measures: its name and, where its head says so, the measure and the period.

    `earlier` is true in a column of the year before (上年同期); `months` are those of a head that names no year,
    `heading` is where the line above the table stands, `place` the town or village that the row is about; `captioned`
    is true for the item of a list of places, which the line above the list names.
    """

    name: str
    measure: str | None
    period: str | None = None
    earlier: bool = False
    months: Months | None = None
    heading: tuple[int, int] = (0, 0)
    place: str | None = None
    captioned: bool = False


class Tables:
    """The table vocabulary, compiled once."""

    def __init__(self, vocabulary: dict[str, Any]) -> None:
        self._growth = re.compile("|".join(map(re.escape, vocabulary["growth"])))
        self._share = re.compile("|".join(map(re.escape, vocabulary["share"])))
        self._plain = frozenset(vocabulary["plain"])
        self._places = frozenset(vocabulary["places"])
        self._place_ends = tuple(vocabulary["place_ends"])
        self._no_places = tuple(vocabulary["no_places"])
        self._totals = re.compile(vocabulary["totals"])
        self._towns = tuple(vocabulary["town_ends"])

    def sheet(self, text: str, title: str | None = None) -> Sheet:
        """The rows of cells of a text, for its numbers in order."""
        return Sheet(self, text, title or "")

    def cell(self, text: str, start: int, end: int, title: str | None = None) -> Cell | None:
        """The cell at `text[start:end]`, None when it stands in no row of a table."""
        return self.sheet(text, title).cell(start, end)

    def read(self, row: Row, head: Head, place: int, title: str) -> Cell:
        """What a cell says by the head of its column and the label of its row."""
        words, first = row
        widest = head.cells
        if words[first - 1] != words[0] and is_cell(words[first - 1]):
            widest = len(words) - first
        columns = head.words[-widest:] if widest < len(head.words) or widest > 1 else [""]
        label = _without_english(" ".join(word for word in words[:first] if not is_dash(word)))
        when = period_of(_bare(label)) or census_year(label)
        dated = when is not None or _MONTH_LABEL.fullmatch(_bare(label)) is not None
        of_places = self._heads_places(head, row) or self._is_place(label) or dated
        name, measure = self._named(_label(words[:first]), columns, place - first, of_places)
        column = columns[place - first] if place - first < len(columns) else ""
        if of_places and len(name) <= _BRIEF:
            said = self._item_of(words[:first]) or _caption(head.caption) or _caption(title)
            name = said + (name or (_bare(column) if _bare(column).endswith(_AMOUNTS) else ""))
        name = _bare(head.section) + name if head.section and not of_places else name
        when = when or _when(columns, place - first, measure)
        around = f"{head.caption} {head.section} {title}"
        months = None if when else months_of(_bare(label), around) or _months(columns, place - first, measure, around)
        town = words[first - 1] if of_places and words[first - 1].endswith(self._towns) else None
        return Cell(name[-_LABEL:], measure, when, bool(LAST_YEAR.match(column)), months, head.span, town)

    def _item_of(self, words: list[str]) -> str:
        """What a row counts by the first of its labels where the last is a place (税收收入 东河乡 765)."""
        if len(words) != _BRIEF or not self._is_place(words[1]) or self._is_place(words[0]):
            return ""
        item = _bare(words[0])
        return "" if len(item) <= _BRIEF or period_of(item) or _is_time(item) or is_cell(words[0]) else item

    def _heads_places(self, head: Head, row: Row) -> bool:
        """Whether the labels below a head are places; 单位 heads units too."""
        own = head.words[0]
        return own in self._places and (own != _UNIT or row.first < _BRIEF or not measure_in_cell(row.words[1]))

    def item(self, label: str, heading: str) -> tuple[str, bool]:
        """The name of a number in a list: its label, or what the line above the list says where that is a place; and
        whether it is the latter."""
        name = _label(split_cells(label))
        counted = name in self._places or is_counted(name)
        said = _caption(heading) if name in self._plain or (self._is_place(label) and not counted) else ""
        return said or name, bool(said)

    def _is_place(self, label: str) -> bool:
        if self._totals.fullmatch(label) is not None:
            return True
        return label.endswith(self._place_ends) and not label.endswith(self._no_places)

    def _measure(self, column: str, whole: str, columns: Sequence[str]) -> str | None:
        """Growth, share or change as the head of a column says; 增减 is an amount beside a column in per cent."""
        if _INDEXED.search(column):
            return "ratio"
        if is_count(column):
            return None
        if is_amount_more(column) and not told_as_share(whole) and any(map(told_as_share, columns)):
            return "change"
        return "growth" if self._growth.search(column) else "share" if self._share.search(column) else None

    def _named(self, label: str, columns: list[str], index: int, of_places: bool) -> tuple[str, str | None]:
        """Name and measure; the name is empty where only the caption can give it."""
        whole = columns[index] if index < len(columns) else ""
        column = "" if _is_time(_bare(whole)) else without_year(_bare(whole))
        measure = self._measure(column, whole, columns)
        if not of_places:
            if measure is None and self._growth.search(label):
                measure = "growth"
            said = "" if measure == "growth" or column in self._plain or column in label else column
            return label + said, measure
        heads = [head for head in columns[:index] if not self._growth.search(head) and not _is_time(_bare(head))]
        owner = next((own for head in reversed(heads) if (own := without_year(_bare(head))) != column), "")
        owner = "" if owner in self._plain else owner
        if column.endswith(("位次", "排名")):
            return (owner + column if owner not in column else column), "rank"
        lacking = measure is not None and len(self._growth.sub("", self._share.sub("", column))) <= 1
        if lacking:
            return (owner + column if owner and owner not in column else owner), measure
        return (
            owner if not column and LAST_YEAR.match(_bare(whole)) else "" if column in self._plain else column
        ), measure


def _label(words: list[str]) -> str:
    """The row's label without a unit that stands in a column of its own, without dashes and 其中."""
    while len(words) > 1 and is_dash(words[-1]):
        words = words[:-1]
    if len(words) > 1 and (measure_in_cell(words[-1]) is not None or is_cell(words[-1])):
        words = words[:-1]
    if len(words) > 1 and (words[0].isdecimal() or words[1].endswith(words[0])):
        words = words[1:]
    label = _without_english(" ".join(word for word in words if not is_dash(word)))
    return _OF_WHICH.sub("", _bare(_FOOTNOTE.sub("", _NUMBERED.sub("", label))))


def _is_time(head: str) -> bool:
    """Whether a head names a time only."""
    return _SPAN.fullmatch(head) is not None or LAST_YEAR.match(head) is not None


def _without_english(label: str) -> str:
    """A label without its translation behind it (教室 Classroom)."""
    return _ENGLISH.sub("", label)


def _caption(line: str) -> str:
    """What a table's caption says is counted (2022年各市县一般公共预算收入 → 一般公共预算收入)."""
    bare = _bare(line)
    if len(bare) > _LABEL or any(sign in bare for sign in "。；，"):
        return ""
    return _OF_PLACES.sub("", _CAPTION_DRESS.sub("", bare)).strip("的 ")


def _when(columns: Sequence[str], place: int, measure: str | None) -> str | None:
    """The period that the column names; growth behind columns of several years is that of the last year."""
    column = _bare(columns[place]) if place < len(columns) else ""
    own = period_of(column) or opening_year(column)
    if own is None and measure == "growth":
        before = opening_year(_bare(columns[place - 1])) if 0 < place < len(columns) else None
        own = before or max((when for head in columns if (when := period_of(_bare(head)))), default=None)
    return own


def _months(columns: Sequence[str], place: int, measure: str | None, around: str) -> Months | None:
    """The months that the column names without a year; growth behind such a column is that of its months."""
    for at in range(min(place, len(columns) - 1), -1, -1):
        found = months_of(_bare(columns[at]), around)
        if found or measure != "growth":
            return found
    return None


def _bare(words: str) -> str:
    """Without bracketed units and blanks."""
    return BRACKETED.sub("", words).replace(" ", "").strip("#：:、")


class Sheet:
    """The cells and items of one text, looked for in text order."""

    def __init__(self, tables: Tables, text: str, title: str) -> None:
        self._tables = tables
        self._text = text
        self._title = title
        self._rows = Rows(text)

    def cell(self, start: int, end: int) -> Cell | None:
        """The cell at `text[start:end]`, None when it stands in no row of a table or item of a list."""
        line = self._rows.line(start, end)
        row = self._rows.row(*line) if line else None
        if line is not None and row is None and (label := self._rows.paired(*line, start)):
            return Cell(_label([label]), None)
        if line is None or row is None:
            return None
        barred = is_barred(self._text[line[0] : line[1]])
        place = len(split_cells(self._text[line[0] : start].rstrip("-−+"), barred))
        head = self._rows.head(line[0], len(row.words) - row.first)
        if head is None and self._names_unit(row) and place == row.first:
            heading, at = self._rows.heading(line[0])
            return Cell(_label(row.words[: row.first]), None, heading=(at, at + len(heading)))
        if place < row.first or head is None:
            return None
        return self._tables.read(row, head, place, self._title)

    def _names_unit(self, row: Row) -> bool:
        """Whether the word in front of the figures is their unit (新增就业 万人 1.2 108)."""
        return row.first > 1 and measure_in_cell(row.words[row.first - 1]) is not None

    def is_bare(self, start: int, end: int) -> bool:
        """Whether no unit is printed with a number."""
        return _FIGURE.fullmatch(self._text, start, end) is not None

    def item(self, start: int, end: int) -> Cell | None:
        """The only number of a line, named by the label before or behind it; None on another line."""
        line = self._rows.line(start, end)
        if line is None or line[1] - line[0] > _ITEM:
            return None
        left = max(line[0], *(self._text.rfind(bar, line[0], start) + 1 for bar in _BARS))
        right = min((at for bar in _BARS if (at := self._text.find(bar, end, line[1])) >= 0), default=line[1])
        number = start - (self._text[start - 1] in _ABOUT)
        before, behind = self._text[left:number].rstrip(EDGES), self._text[end:right].strip(EDGES)
        before = _OF_WHICH.sub("", before)
        if self._text[number - 1] in EDGES and before and not behind.strip("。；;") and not _PUNCTUATED.search(before):
            heading, at = self._rows.heading(line[0])
            name, captioned = self._tables.item(before, heading)
            return Cell(name, None, heading=(at, at + len(heading)), captioned=captioned)
        if not before and self._text[end : end + 1] in ("：", ":") and not _PUNCTUATED.search(behind):
            heading, at = self._rows.heading(line[0])
            return Cell(_label(split_cells(behind)), None, heading=(at, at + len(heading)))
        return None


@lru_cache(maxsize=4)
def default_tables() -> Tables:
    """The vocabulary of seeds/, read once a process."""
    return Tables(read_yaml("table_heads.yaml"))
