"""Where a sentence turns from what was planned to what came about: outcomes (没想到, 最终), times gone by, deeds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tasks.extract.dates_calendar import parse_published
from tasks.extract.sought import Sought
from tasks.extract.status_cues import Cue
from tasks.extract.status_forms import COMMA
from tasks.vocabulary import either

_BOUNDARY = r"(?:^|(?<=[。！？\n])|[，,；;：:（(])[\s\u3000]{0,16}+"
# 去年的5%: an old value; 2019年至2022年, 去年同期, 2019年的基础上: no time that a clause is about.
_NO_TIME = r"(?!同期|前|底前|末前|起|度?[至到—－-]|[^，,；;。]{0,10}(?:基础上|相比))"
_MONTH = r"(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})[日号]|份|末|底)?(?!前|之前|起|开始|内|[0-9至到—－-])"
# 比原计划提前…, 在原定海域发现…: by how much, or where.
_FOUND = ".{0,8}(?:提前|推迟|超|多|少|发现|找到)"
# 计划造林5万亩，完成3.8万亩; 计划收购6万吨，实收6.8万吨; 计划招聘8人，报名的有31人
_MEASURED = Sought(
    r"[，,；;](?:[\u4e00-\u9fff]{2,4}(?<!其中)(?<!需要)的(?:就|便|已|共|却)?(?:有|达)(?=[近约超逾0-9])|(?:现|共|累计|当年|全年)?(?:完成(?=[0-9.]+[万亿]?[\u4e00-\u9fff]{1,3}(?:[，,。；;]|$))|实(?=[收招投到交拨缴建付发售产载播种])))"
)
# 形成了规模后，…; 解决了难题的同时，…: a condition or a by-thing of what is planned, no deed.
_WHEN = re.compile(r"[^，,；;。]{0,24}(?:后|时|同时|基础上|的话|情况下|前提下)[，,]")
_LATER_YEAR = ("明年", "来年", "后年")
# 预计全年…；上半年销量242万支: parts of a year, by the month that they end with.
_PARTS = {"一季度": 3, "第一季度": 3, "上半年": 6, "前三季度": 9}
_MONTHS_KNOWN = len("2020-07")
_DEED_SIGNS = ("了", "却", "竟", "居然")


class Turns:
    """The words that turn a sentence back to facts, compiled once from `status.yaml`."""

    def __init__(self, vocabulary: dict[str, Any]) -> None:
        links, past = either(vocabulary["turn_links"]), either(vocabulary["times_gone"])
        outcomes, no_outcomes = either(vocabulary["outcomes"]), either(vocabulary["no_outcomes"])
        self._turn = re.compile(
            rf"{_BOUNDARY}(?:{links})?(?:(?!{no_outcomes})(?:{outcomes})"
            rf"|(?P<gone>{past}){_NO_TIME}|(?:今年)?(?P<part>{either(_PARTS)}){_NO_TIME}|(?:截至|到|至|在)?(?:(?P<year>20[0-9]{{2}})年{_NO_TIME}|{_MONTH}))"
        )
        once, planned = either(vocabulary["once"]), either(vocabulary["once_planned"])
        self._once = Sought(rf"(?:{once})[只就是还也]{{0,2}}(?:{planned})(?!{_FOUND})")
        # 原定的8人, 原计划招8人
        self._once_ahead = re.compile(rf"{self._once.pattern}[^，,；;。到至成了0-9\x01\x02]{{0,10}}$")
        # 却只来了6人: what goes against the plan. 建了, 来了: a deed, unlike 为了, 提出了.
        self._deed = re.compile(
            rf"(?<![冷退忘])却(?!步)|(?<!究)竟(?:然|有)|居然"
            rf"|(?<=[\u4e00-\u9fff])(?<!{')(?<!'.join(vocabulary['no_deeds'])})了(?![解却如断得无])"
        )

    def planned_once(self, clause: str) -> bool:
        """Whether words right before a number say that it was planned before something else came about."""
        return "比" not in clause and self._once_ahead.search(clause) is not None

    def of(self, text: str, start: int, end: int, today: str) -> Iterator[Cue]:
        """The words of a sentence that turn it to facts. `today`: day, month or year of publication, "" if unknown."""
        published = parse_published(today)
        for match in self._turn.finditer(text, start, end):
            if match["year"]:
                if published is None or int(match["year"]) >= published.year:
                    continue
            elif match["part"]:
                if published is None or published.month <= _PARTS[match["part"]] or _year_ahead(text, start, match):
                    continue
            elif match["month"] and not (
                published
                and len(today) >= _MONTHS_KNOWN
                and (int(match["month"]), int(match["day"] or 0))
                < (published.month, published.day if match["day"] else 0)
                and not _year_ahead(text, start, match)
            ):
                continue
            yield Cue(match.start(), match.end(), False, match.group().lstrip("，,；;：:（( \u3000"))
        for match in self._once.finditer(text, start, end):
            # What the next clause tells came instead.
            if (comma := COMMA.search(text, match.end(), end)) is not None:
                yield Cue(comma.start(), comma.end(), False, match.group())
        for match in _MEASURED.finditer(text, start, end):
            yield Cue(match.start(), match.end(), False, match.group())
        told = any(text.find(sign, start, end) >= 0 for sign in _DEED_SIGNS)
        for match in self._deed.finditer(text, start, end) if told else ():
            if match.group() == "了" and _WHEN.match(text, match.end(), end):
                continue
            yield Cue(match.start(), match.end(), False, match.group())


def _year_ahead(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a sentence has named a year to come before a part of it."""
    return any(text.find(word, start, match.start()) >= 0 for word in _LATER_YEAR)
