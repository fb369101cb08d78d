"""Days off around a festival as a period: the month that they lie in, the year where they lie in two."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from tasks.extract.clauses import SENTENCE_END
from tasks.extract.dates import find_dates
from tasks.extract.dates_calendar import festival, words
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
_YEAR, _MONTH = len("2020"), len("2020-10")
_DAY_WORD = 3
# Days off told of: in the words of the title or of the first sentence.
_ON_DAYS_OFF = re.compile("假期|长假|假日|黄金周|小长假|过节|节庆|佳节|过年")
_LEAD = 120
_AROUND = 20
# 假期里，…; 这个假期，…: the days off that a text is on.
_DAYS_OFF_AGAIN = re.compile(
    r"(?:(?<=[，,。；;！？!?\n\u3000：:])|^)(?:这个|整个|本次|此次|这一)?(?:假期|小?长假|假日)"
    r"(?:里|内|期间|间|中|[0-9一二三四五六七八九十]{1,2}天)?(?=[，,])"
)
_FEASTS_OFF = ("元旦", "春节", "清明", "劳动节", "端午", "中秋", "国庆")
_SOON = 6
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
        return _month_of(first, last, last.isoformat()[:_YEAR])
    return period


def _month_of(first: dt.date, last: dt.date, year: str) -> str:
    """The month of some days, which may begin on the eve of it; else the year."""
    return last.isoformat()[:_MONTH] if (first + dt.timedelta(days=1)).month == last.month else year


def months_of_days_off(text: str, found: list[Stamp], published: dt.date | None) -> list[Stamp]:
    """The stamps with the month for days off that the text never dates (国庆假期 without 10月1日至7日), and with one
    for each 假期 that speaks of them again."""
    whole = [_of_stamp(text, stamp) for stamp in found]
    if any(month != (stamp.period or "") for month, stamp in zip(whole, found, strict=True)):
        dated = {
            stamp.period[:_DAY]
            for stamp in found
            if stamp.period and "/" in stamp.period and _DATED.search(text, stamp.start, stamp.end)
        }
        found = [
            stamp
            if not stamp.period or month == stamp.period or stamp.period[:_DAY] in dated
            else replace(stamp, period=month, daily=False)
            for stamp, month in zip(found, whole, strict=True)
        ]
    return sorted([*found, *_again(text, found, published)], key=lambda stamp: stamp.start)


def _again(text: str, found: list[Stamp], published: dt.date | None) -> Iterator[Stamp]:
    """The words that speak of days off without their name (假期里，…), with the time of the festival named before
    them, else of the one about which the text is published."""
    if "假" not in text:
        return
    feasts = [stamp for stamp in found if stamp.period and _FEASTS.search(text, stamp.start, stamp.end)]
    for again in _DAYS_OFF_AGAIN.finditer(text):
        named = next((stamp.period or "" for stamp in reversed(feasts) if stamp.end <= again.start()), "")
        month = (named[:_MONTH] if len(named) == _DAY else named) or (
            None if feasts or published is None else _feast_about(published)
        )
        if month:
            yield Stamp(again.start(), again.end(), month, "anchor", carries=True)


def _is_feast(text: str, stamp: Stamp) -> bool:
    """Whether a stamp is the month of days off."""
    printed = text[stamp.start : stamp.end]
    named = _FEASTS.search(printed) is not None and not _DATED.search(printed)
    return len(stamp.period or "") == _MONTH and (named or _DAYS_OFF_AGAIN.match(text, stamp.start) is not None)


@lru_cache(maxsize=64)
def _feast_about(published: dt.date) -> str | None:
    """The month of the days off that are on, about to begin or just over on a day."""
    for name in _FEASTS_OFF:
        window = festival(words()["festivals"][name], published.year)
        days = days_off(window.first, name) if window else None
        if days and (published - days.first).days >= -_SOON and (published - days.last).days <= _SOON:
            month = _month_of(days.first, days.last, "")
            return month or None
    return None


def _of_stamp(text: str, stamp: Stamp) -> str:
    """The period of a stamp, the month for a festival that names no day itself (unlike 10月1日国庆节)."""
    if stamp.daily and text[max(0, stamp.start - 1) : stamp.start] in ("日", "号"):
        return stamp.period or ""
    return of_days_off(stamp.period or "", text[stamp.start : stamp.end], text[stamp.end : stamp.end + _DAY_WORD])


def feast_told(text: str, found: Sequence[Stamp], title: str | None, published: dt.date | None) -> str | None:
    """The month of the days off that a text is on: its title or first sentence speaks of days off, the first time
    that it names is a festival of those days, and it is published in or behind them."""
    if published is None or BRIEFS.search(title or ""):
        return None
    first = next((stamp for stamp in found if stamp.role not in ("base", "same", "title")), None)
    before = dt.date.fromordinal(max(1, published.toordinal() - _AROUND))
    near = {published.isoformat()[:_MONTH], before.isoformat()[:_MONTH]}
    titled = _titled(title, published) if title else None
    if titled and titled in near:
        return titled
    if first is None or not _is_feast(text, first) or first.start >= _LEAD or first.period not in near:
        return None
    if SENTENCE_END.search(text, 0, first.start):
        return None
    on = _ON_DAYS_OFF.search(text, first.start, first.end) or _ON_DAYS_OFF.search(title or "")
    return first.period if on else None


def _titled(title: str, published: dt.date) -> str | None:
    """The month of the days off that a title names (端午假期客流平稳)."""
    if not (_FEASTS.search(title) and _ON_DAYS_OFF.search(title)):
        return None
    for date in find_dates(title, published.isoformat()):
        printed = title[date.start : date.end]
        month = of_days_off(date.value, printed, title[date.end : date.end + _DAY_WORD])
        if len(month) == _MONTH and _FEASTS.search(printed) and not _DATED.search(printed):
            return month
    return None
