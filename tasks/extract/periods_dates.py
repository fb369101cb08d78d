"""Stamps after it is known what a text reports on: words without a year, publication known to a month or a year."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.extract.periods_iso import PART, month_before, shifted
from tasks.extract.periods_stamps import Stamp, month_named
from tasks.extract.periods_words import SAME_MONTH

_OF_YEAR = re.compile(r"(?:年[末底终初]|年尾|岁末|全年|全年度|本年度?|期末)(?:前|止)?")
_OF_PART = re.compile(
    r"(?:截?至)?(?:[上下]半年|前?第?[一二三四1-4两首]个?季度末?|前?[0-9一二三四五六七八九十]{1,3}个?月份?(?:底|末|初|中旬|上旬|下旬)?"
    r"|[0-9一二三四五六七八九十元]{1,2}月?(?:[-—–~～至到]{1,2})[0-9一二三四五六七八九十]{1,2}月份?)"
)
_YEAR_BEFORE = re.compile(r"(?:上年度?|上一年度?)(?:同期|[末底]|年[末底])?")
_LONG_AGO = 2
_NEAREST = 6
_MONTH = len("2024-08")
_SEASON = re.compile("(?:今年)?(?:[春夏秋冬]季|[春夏秋冬]天|[暑寒][假期]|暑运)")
_QUARTER = 2
_THIS_QUARTER = ("本季", "本季度", "当季")
_THIS_MONTH = ("本月", "本月份")
_MONTH_BEFORE = ("上月", "上个月", "上一个月")
"""由上月下降5%转为增长1%: the month before the one spoken of."""


def moved_back(text: str, stamp: Stamp, published: dt.date, late: int) -> Stamp:
    """A stamp of a text on a year `late` years before: 年末 is the end of that year, 上年 the one before it, and 1—9月
    in an old text is of that year too."""
    if stamp.period == str(published.year - 1) and _YEAR_BEFORE.fullmatch(text, stamp.start, stamp.end):
        return replace(stamp, period=shifted(stamp.period, -late))
    if stamp.role != "anchor" or stamp.period is None or stamp.future:
        return stamp
    printed = text[stamp.start : stamp.end]
    ahead = int(stamp.period[:4]) - (published.year - late)
    counted = ahead in (late, late - 1 if stamp.back else late)
    unfinished = stamp.period.rpartition("/")[2] > f"{published:%Y-%m-%d}"[: len(stamp.period.rpartition("/")[2])]
    part = (late >= _LONG_AGO or unfinished) and _OF_PART.fullmatch(printed)
    if counted and (_OF_YEAR.fullmatch(printed) or part):
        return replace(stamp, period=shifted(stamp.period, -ahead), back=True)
    return stamp


def coarse(text: str, stamp: Stamp, published: str) -> Stamp:
    """A stamp counted from a publication that is known to the month or the year only: no finer than that."""
    if stamp.period is None:
        return stamp
    first, _, last = stamp.period.partition("/")
    relative = not any(sign.isdigit() for sign in text[stamp.start : stamp.end])
    if stamp.role == "now" or (stamp.daily and relative):
        return replace(stamp, period=first[: len(published)], daily=False)
    if stamp.role == "since" and len(last) > len(published):
        return replace(stamp, period=f"{first}/{last[: len(published)]}" if first[:4] < published[:4] else first)
    return stamp


def in_that_month(text: str, found: Sequence[Stamp], reported: str | None) -> list[Stamp]:
    """The stamps with 当月 as the last month of the months spoken of (1—4月增长5%，当月增长9%), else of those that the
    text reports on; a month named right before it has been taken for it already. Seasons (暑期需求旺盛) tell no time in
    a text on a month."""
    made: list[Stamp] = []
    monthly = len(reported or "") == _MONTH
    for stamp in found:
        if monthly and stamp.role == "anchor" and _SEASON.fullmatch(text, stamp.start, stamp.end):
            continue
        if text[stamp.start : stamp.end] in _MONTH_BEFORE:
            stamp = _turned_from(text, stamp, _month_told(text, made, stamp.start) or (reported if monthly else None))
        if monthly and reported and text[stamp.start : stamp.end] in _THIS_MONTH and stamp.period != reported:
            # 5月交易量…，本月虽受雨季影响，…: a report on a month calls it 本月 whenever it comes out.
            stamp = replace(stamp, period=reported, daily=False, future=False)
        if reported and text[stamp.start : stamp.end] in _THIS_QUARTER and _of_quarter(reported):
            stamp = replace(stamp, period=reported, daily=False, future=False)
        if text[stamp.start : stamp.end] in SAME_MONTH:
            earlier = made[-_NEAREST:][::-1]
            if not month_named(text, earlier, stamp.start):
                paragraph = text.rfind("\n", earlier[-1].start if earlier else 0, stamp.start)
                spoken = [s.period for s in earlier if s.start > paragraph] + [reported]
                months = next((period for period in spoken if period and len(period) == PART), None)
                stamp = replace(stamp, period=months[8:], daily=False, future=False) if months else stamp
        made.append(stamp)
    return made


def _of_quarter(period: str) -> bool:
    """Whether a period is three months of a year (2025-01/2025-03)."""
    first, _, last = period.partition("/")
    return len(period) == PART and first[:4] == last[:4] and int(last[5:]) - int(first[5:]) == _QUARTER


def _month_told(text: str, made: Sequence[Stamp], at: int) -> str | None:
    """The last month of the paragraph before an offset that figures are of and not only held against."""
    own = (
        s for s in made[-_NEAREST:][::-1] if s.role not in ("base", "origin", "same") and len(s.period or "") == _MONTH
    )
    last = next(own, None)
    return last.period if last and text.find("\n", last.end, at) < 0 else None


def _turned_from(text: str, stamp: Stamp, told: str | None) -> Stamp:
    """上月 as the month before the one told, where figures are held against it, turn from it (由上月…转为) or were
    something else in it (7月…，上月为3万辆)."""
    turned = text[stamp.start - 1 : stamp.start] in ("由", "从")
    was = told == stamp.period and text[stamp.end : stamp.end + 1] in ("为", "是")
    if told is None or not (turned or was or stamp.role in ("origin", "base")):
        return stamp
    return replace(stamp, period=month_before(told), role="origin" if turned else stamp.role)
