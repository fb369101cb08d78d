"""Sums over some years up to the one spoken of: 五年累计完成投资400亿元, and what is added to them (另有400个村)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.extract.periods_document import Document
from tasks.extract.periods_stamps import Stamp
from tasks.extract.periods_words import RIGHT_BEHIND, SO_FAR, STATE, last_clause, last_item, runs_on, span_years

_OVER = r"(?<![近过这第前0-9])(?P<years>[2-9]|[二两三四五六七八九十])年(?:共|总共)?累计"
_SUMMED_OVER = re.compile(rf"{_OVER}[^，。；,;0-9]{{0,16}}$")
_SUMMED_BEFORE = re.compile(_OVER)
_RUNNING = re.compile(
    r"连续(?P<years>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})个?年(?![^，。；,;0-9]{0,16}(?:首[次位]|比|较))"
)
_HAS_DONE = re.compile(r"已(?![有达是为成占超在经无近])[\u4e00-\u9fff]{2}")
# 120个国家和地区的|64万名|游客乘车出行: whose those are that do something, and what they do, which is no state.
_WHOSE = re.compile("(?:[^，。；,;]{2,16}的)?")
_DEED = re.compile("[^，。；,;、]{6,}")
_STANDS = re.compile("有|是|为|占|达|在(?!线)|位于|分布|稳定|保持|覆盖|需|可|能|将|来自|涉及|正")
_FAR = 60
_ADDS = re.compile("另有|另外|还有|以及|并有")


def years_running(clause: str) -> int:
    """For how many years on end something is so by the words before a number (连续5年增长), 0 where they do not say."""
    run = _RUNNING.search(clause) if "连续" in clause else None
    return (span_years(run["years"] + "年") or 0) if run else 0


def sums_up(text: str, start: int, clause: str) -> re.Match[str] | None:
    """The words that sum up some years in the clause before a number, or in the one before it where it adds to that."""
    if not _ADDS.match(clause):
        return _SUMMED_OVER.search(clause)
    return _SUMMED_BEFORE.search(last_clause(text, start - len(clause) - 1))


def summed(document: Document, period: str, start: int, five: str | None, growth: bool) -> str | None:
    """The years that a clause sums up, or tells a yearly growth of, up to the last one told; None where it does not."""
    clause = last_clause(document.text, start)
    if five and "累计" in clause and period == f"{int(five[:4]) - 1}/{five[-4:]}":
        # 由2010年的A增至2015年的B，累计投资C: the sum is of the years behind the first of them.
        return five
    if len(period) != len("2020"):
        return None
    over = sums_up(document.text, start, clause)
    if over is None:
        run = years_running(clause) if growth else 0
        return f"{int(period) - run + 1}/{period}" if run > 1 else None
    count = span_years(over["years"] + "年") or 1
    return document.story_of(f"{count}年", start) or f"{int(period) - count + 1}/{period}"


def first_of(document: Document, start: int, first: int) -> int:
    """The first year of a run of years, or the next one if the paragraph names that (从1978年…2012年，35年)."""
    named = {stamp.period for stamp in document.before(document.paragraph(start), start)}
    return first + 1 if str(first) not in named and str(first + 1) in named else first


def sums_so_far(clause: str) -> bool:
    """Whether the words before a number tell what this year has come to (已累计发行, 新开工), unlike what there is."""
    if SO_FAR.search(clause) or _HAS_DONE.search(clause):
        return True
    return runs_on(clause) and not STATE.search(last_item(clause))


# 2012年的并购已有16起: so many times has it come about.
_HAS_BEEN, _EVENTS = ("已有", "已发生", "共有", "已达"), re.compile("[0-9]+多?余?(?:起|宗|例|次|笔)")


def happened(text: str, clause: str, start: int) -> bool:
    """Whether a number counts how often something has come about so far (2012年的并购已有16起)."""
    return clause.endswith(_HAS_BEEN) and _EVENTS.match(text, start) is not None


def told_until(text: str, stamp: Stamp, outer: Sequence[Stamp], start: int) -> bool:
    """Whether 今年 stands right behind the day up to which the figures are (截至7月3日，今年洪灾造成…).

    A sum of the year up to then (截至9月底，今年已累计植树…) is left to it.
    """
    if not outer or text[stamp.start : stamp.end] not in ("今年", "今年以来"):
        return False
    until = outer[0].role == "now" or (outer[0].until and not sums_so_far(last_clause(text, start)))
    return until and RIGHT_BEHIND.fullmatch(text, outer[0].end, stamp.start) is not None


def joins_sum(document: Document, clause: str, start: int, end: int) -> bool:
    """Whether those who open a clause behind a sum do something (累计开行200列，120个国家的64万名游客乘车出行)."""
    low = start - len(clause)
    summed = document.text.find("累计", max(document.sentence(start), low - _FAR), low) >= 0
    if not summed or _WHOSE.fullmatch(clause) is None:
        return False
    deed = _DEED.match(document.text, end, document.clause_end(end))
    return deed is not None and not _STANDS.search(deed.group())
