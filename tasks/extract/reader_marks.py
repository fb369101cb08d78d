"""Words that tell a time or head a list and are no words of a name: the spans that the reader masks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.extract.indicators_headings import run_in_headings
from tasks.extract.model import Quantity, TimeExpression
from tasks.extract.periods_passing import given_at

# 6、7月份, 7、8、9三个月: the months of a list are no words of a name.
_MONTHS = re.compile(r"\d(?<![\d.]\d)\d?(?:、\d{1,2}){0,10}[、和]\d{1,2}(?:[一二两三四五六七八九十]个)?月份?")
_QUARTERS = re.compile(r"第?[一二三四](?:、第?[一二三四]){1,3}季度")
# 2010年第六次全国人口普查的9402万人: the count says when.
_CENSUS = re.compile("(?<=年)第[一二三四五六七八九十]次全国(?:人口|经济|农业)普查")
# 上百名, 上千件: 上 belongs to the number.
_UP_TO = re.compile("上[百千万亿]")
_GIVEN = 4
_SHOWN = frozenset("表体出呈")


def marks_of(text: str, dates: Sequence[TimeExpression], quantities: Sequence[Quantity]) -> list[tuple[int, int]]:
    """The spans of a text, in code points, that no name of an indicator reaches into."""
    marks = [(date.start, date.end) for date in dates if date.role != "title" and not _in_word(text, date)]
    marks.extend(match.span() for match in _MONTHS.finditer(text))
    marks.extend(run_in_headings(text))
    if "普查" in text:
        marks.extend(match.span() for match in _CENSUS.finditer(text))
    if "季度" in text:
        marks.extend(match.span() for match in _QUARTERS.finditer(text))
    marks.extend((q.start - 1, q.start) for q in quantities if _UP_TO.match(text, q.start - 1))
    return marks


def _in_word(text: str, date: TimeExpression) -> bool:
    """Whether what reads as a time is a part of a word (PM2.5年均浓度, 学前三年毛入园率, 表现在, 春节补贴)."""
    if given_at(text[date.start : date.end], text[date.end : date.end + _GIVEN]):
        return True
    before = text[date.start - 1 : date.start]
    if before == "学" and text[date.start] == "前":
        return True
    if before in _SHOWN and text.startswith("现在", date.start):
        return True
    return date.kind == "duration" and before.isascii() and before.isalpha()
