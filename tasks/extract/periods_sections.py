"""Sections of a report and the years they speak of: 2025年工作回顾, “十五五”时期主要目标, 2026年重点工作."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from tasks.extract.dates_grammar import SMALL

_NUMBER = "[一二三四五六七八九十]{1,3}"
_HEADING = re.compile(rf"^[ \t　]*(?:{_NUMBER}、|[（(]{_NUMBER}[）)]|第[一二三四五六]部分)?([^\n。，,]{{4,44}})$", re.M)
_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})年")
_THIS_OR_LAST = re.compile("去年|今年")
_YEARS_BACK = {"今年": 0, "去年": 1}
_PLAN = re.compile(r"[“\"]?([一二三四五六七八九十]{1,2})五[”\"]?")
_REVIEW = re.compile(r"回顾|成就|成绩|总结|情况$|概况$|进展$|成效$|亮点$")
_WORK = re.compile(r"安排|任务|重点|工作(?!者|人员|队|组|会|站|室|日|作风)|目标|打算|实事|考虑|要求|举措")
_NO_HEADING = re.compile(r"报告|会议|[0-9]+日|：|:")
_FIVE = re.compile(
    r"(?:过去|这|近)?(?:五|(?<![0-9])5)年(?=[来间里，,。是])|[“\"]?十[一二三四五六]五[”\"]?(?:时期|期间|以来)"
    r"|(?:回[顾首望]|走过)[“\"]?十[一二三四五六]五(?!规划)"
)
_ONE = re.compile(
    r"一年来|过去的?一年|过去的(?:20[0-9]{2}年|去年)|回[顾首望]20[0-9]{2}年"
    r"|(?<=[。！!\n\u3000])(?:20[0-9]{2}|去)年(?=[，,是]|全[省市县区]|我们)"
)
# An extract of a report that tells of five years without saying so first (五年生产原煤65亿吨).
# 五年来，我们…: so a report goes on, cut out without its title.
OURS_OF_FIVE = re.compile("(?:^|[\n。])[\\s\u3000]{0,4}(?:过去|这)?五年来?，我们")
_FIVE_SAID = re.compile(
    r"(?<![0-9第过前近])[五5]年(?:来|间|里)?[^，。；年0-9]{0,8}(?:累计|增长|增加|提升|提高|新增|新建|建成|完成|投入|实现|达|生产|翻)"
    r"|[五5]年(?:累计|来)|[较比]“?十[一二三四五六]五”?(?:末|时期|期间)|(?<!预期)年均(?:增长|增速|新增|新建|完成|投入|实现|转移|输转|培训|减少|下降)"
)
_ONE_SAID = re.compile(r"一年来|去年|同比|上年|今年|(?<![0-9])20[0-9]{2}年(?!底?的)")
# 与“十二五”末相比，2020年…: five years, whichever year the paragraph names.
_SINCE_PLAN = re.compile(
    r"[与比较同和][“\"]?十[一二三四五六]五[”\"]?(?:规划|时期)?期?末|[与比较同和](?:五|5)年前|[与比较同和]20[0-9][05]年(?:底|末)?相比"
)
_PLAN_ZERO = 1951
_HEAD = 12


@dataclass(frozen=True, slots=True)
class Section:
    """Where a section begins, the year it speaks of, the five years (ISO) of its plan, and whether they lie ahead."""

    start: int
    year: str | None
    plan: str | None
    ahead: bool


def sections(text: str, published: int | None = None) -> list[Section]:
    """The sections of a text whose headings name a year or a plan, in order; 去年 is that before publication."""
    found = []
    for match in _HEADING.finditer(text):
        heading = match[1]
        year, plan = _year(heading, published), _plan(heading)
        if not (year or plan) or _NO_HEADING.search(heading):
            continue
        review = _REVIEW.search(heading) is not None
        if review or _WORK.search(heading):
            found.append(Section(match.start(), year, plan, not review))
    return found


def _year(heading: str, published: int | None) -> str | None:
    """The year that a heading names (2025年工作回顾, 去年工作回顾)."""
    if named := _YEAR.search(heading):
        return named[1]
    told = _THIS_OR_LAST.search(heading)
    if published is None or told is None:
        return None
    return str(published - _YEARS_BACK[told.group()])


def _plan(heading: str) -> str | None:
    named = _PLAN.search(heading)
    number = SMALL.get(named[1], 0) if named else 0
    return f"{_PLAN_ZERO + 5 * number}/{_PLAN_ZERO + 5 * number + 4}" if 6 <= number <= 30 else None


def _marks(text: str, span: str | None) -> list[tuple[int, bool]]:
    """Where a text turns to a look back, in order: true for one on five years, false for one on a year.

    `span`: the five years; 以来 behind the first of them opens a look back on all (2017年以来).
    """
    five = [(match.start(), True) for match in _FIVE.finditer(text)]
    if span is not None:
        five += [(match.start(), True) for match in re.finditer(f"(?<![0-9]){span[:4]}年以来", text)]
    return sorted(five + [(match.start(), False) for match in _ONE.finditer(text)])


def _paragraphs(text: str) -> Iterator[tuple[int, bool]]:
    """Where the paragraphs of an extract begin that tell of five years (年均增长8%) or of one (全年, 同比) alone."""
    at = 0
    for line in text.splitlines(keepends=True):
        five, one = _FIVE_SAID.search(line), _ONE_SAID.search(line) or "全年" in line
        if one or five:
            yield at, not one or (five is not None and _SINCE_PLAN.search(line) is not None)
        at += len(line)


def looks_back_on_five(text: str) -> bool:
    """Whether a text says that it looks back on five years (这五年, “十三五”时期, 与“十二五”末相比)."""
    return _FIVE.search(text) is not None or _SINCE_PLAN.search(text) is not None


class Outline:
    """The sections of one text, and in a review the parts that look back on five years rather than on one."""

    def __init__(self, text: str, span: str | None, published: int | None = None) -> None:
        self._sections = sections(text, published)
        self._starts = [section.start for section in self._sections]
        reviewed = span is not None or any(section.plan and not section.ahead for section in self._sections)
        self._marks = _marks(text, span) if reviewed else []
        if span is not None and not self._sections and _FIVE_SAID.search(text) and not _ONE_SAID.search(text):
            self._marks = [(0, True)]
        elif span is not None and not self._sections and not self._marks:
            self._marks = list(_paragraphs(text))
        # 刚刚过去的2025年，… at the head of a paragraph: what follows is of that year, in a section on five as well.
        self._of_one_year = {at for at, five in self._marks if not five and "\n" in text[max(0, at - _HEAD) : at]}
        self._span = span

    def at(self, offset: int) -> Section | None:
        """The section of an offset."""
        index = bisect_right(self._starts, offset) - 1
        return self._sections[index] if index >= 0 else None

    def five_years(self, offset: int) -> str | None:
        """The five years that an offset looks back on, or None where it speaks of one."""
        section = self.at(offset)
        if section is not None and section.ahead:
            return None
        index = bisect_right(self._marks, (offset, True)) - 1
        if index < 0 or not self._marks[index][1] or (section is not None and self._marks[index][0] < section.start):
            told_one = index >= 0 and self._marks[index][0] in self._of_one_year
            only = section is not None and section.year is None
            inside = section is not None and index >= 0 and self._marks[index][0] >= section.start
            return section.plan if section is not None and only and not (told_one and inside) else None
        return section.plan if section is not None and section.plan else self._span
