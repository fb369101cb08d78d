"""Days off around a festival as a period: the month that they lie in, the year where they lie in two."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.extract.clauses import SENTENCE_END
from tasks.extract.dates_holidays import days_off
from tasks.extract.periods_stamps import Stamp
from tasks.extract.periods_words import BRIEFS

_FEASTS = re.compile(r"节|国庆|元旦|五一|十一|端午|中秋|清明")
_DAYS_OFF = re.compile(r"[^0-9]{2}.*(?:假期|期间|长假|黄金周|假日)(?:[0-9一二两三四五六七八九十]+[天日])?$")
# 今年春节出境游人数 is of the days off, 春节当天 of the day, 春节前 of no time that the calendar bounds.
_WHOLE_FEAST = re.compile(
    r"(?:.*年)?[“\"]?(?P<name>春节|国庆节?|五一|五一国际劳动节|(?:端午|中秋|清明)节?)[”\"]?(?P<before>之?前)?"
)
_THAT_DAY = ("当天", "当日", "当晚", "这天", "这一天", "这一日", "零时", "零点", "凌晨", "之夜")
_DAY = len("2020-10-01")
_DAYS = len("2020-10-01/2020-10-08")
_MONTH = len("2020-10")
_DAY_WORD = 3
# Days off told of: in the words of the title or of the first sentence.
_ON_DAYS_OFF = re.compile("假期|长假|假日|黄金周|小长假|过节|节庆|佳节|过年")
_LEAD = 120
_AROUND = 20
_DATED = re.compile("[0-9]{1,2}[月日号]")


def of_days_off(period: str, printed: str, tail: str = "") -> str:
    """The month of the days off around a festival as a whole (国庆假期, 今年春节), the year where they lie in two;
    counted days of them stay (假期前3天), and so does the festival itself (春节当天)."""
    if len(period) == _DAY:
        named = None if tail.startswith(_THAT_DAY) else _WHOLE_FEAST.fullmatch(printed)
        if named is None:
            return period
        if named["before"] or tail[:1] in ("前", "后"):
            return period[:4]
        days = days_off(dt.date.fromisoformat(period), named["name"])
        return _month_of(days.first, days.last, period[:4])
    if len(period) == _DAYS and _FEASTS.search(printed) and _DAYS_OFF.search(printed):
        first, last = (dt.date.fromisoformat(end) for end in period.split("/"))
        return _month_of(first, last, f"{last:%Y}")
    return period


def _month_of(first: dt.date, last: dt.date, year: str) -> str:
    """The month of some days, which may begin on the eve of it; else the year."""
    return f"{last:%Y-%m}" if (first + dt.timedelta(days=1)).month == last.month else year


def months_of_days_off(text: str, found: list[Stamp]) -> list[Stamp]:
    """The stamps with the month for days off that the text never dates (国庆假期 without 10月1日至7日)."""
    whole = [_of_stamp(text, stamp) for stamp in found]
    if all(month == (stamp.period or "") for month, stamp in zip(whole, found, strict=True)):
        return found
    dated = {
        stamp.period[:_DAY]
        for stamp in found
        if stamp.period and "/" in stamp.period and _DATED.search(text, stamp.start, stamp.end)
    }
    return [
        stamp
        if not stamp.period or month == stamp.period or stamp.period[:_DAY] in dated
        else replace(stamp, period=month, daily=False)
        for stamp, month in zip(found, whole, strict=True)
    ]


def _of_stamp(text: str, stamp: Stamp) -> str:
    """The period of a stamp, the month for a festival that names no day itself (unlike 10月1日国庆节)."""
    if stamp.daily and text[max(0, stamp.start - 1) : stamp.start] in ("日", "号"):
        return stamp.period or ""
    return of_days_off(stamp.period or "", text[stamp.start : stamp.end], text[stamp.end : stamp.end + _DAY_WORD])


def feast_told(text: str, found: Sequence[Stamp], title: str | None, published: dt.date | None) -> str | None:
    """The month of the days off that a text is on: its title or first sentence speaks of days off, the first time
    that it names is a festival of those days, and it is published about them."""
    first = next((stamp for stamp in found if stamp.role not in ("base", "same", "title")), None)
    if published is None or first is None or len(first.period or "") != _MONTH or BRIEFS.search(title or ""):
        return None
    if first.start >= _LEAD or SENTENCE_END.search(text, 0, first.start):
        return None
    printed = text[first.start : first.end]
    if not _FEASTS.search(printed) or _DATED.search(printed):
        return None
    if not (_ON_DAYS_OFF.search(printed) or _ON_DAYS_OFF.search(title or "")):
        return None
    near = {f"{published + dt.timedelta(days=days):%Y-%m}" for days in (-_AROUND, 0, _AROUND)}
    return first.period if first.period in near else None
