"""Times for `zhibiao parse`: what `find_dates` reads, and the forms that only a text of any kind has.

Reports write no 08-08, no 康熙三年 and no 2015年和2018年之间 for one stretch; here they are read, joined from what
stands beside each other (周日, 二月十号), and an open beginning (2001年以来) ends with the day of publication.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from tasks.extract import dates_calendar as cal
from tasks.extract.dates import find_dates
from tasks.extract.dates_calendar import Window
from tasks.extract.dates_clock import with_time
from tasks.extract.dates_grammar import (
    DAY,
    LUNAR_DAY,
    MONTH,
    SEP,
    SMALL,
    TWO,
    Y2,
    Y4,
    Clock,
    full_year,
    to_year,
)
from tasks.extract.dates_spans import stretch
from tasks.extract.dates_trigger import folded
from tasks.extract.model import TimeExpression
from tasks.extract.parse_alone import read_alone
from tasks.extract.parse_feasts import feast, spoken
from tasks.extract.parse_hours import counted, instant
from tasks.vocabulary import either

_COUNT = rf"(?:[0-5]?[0-9]|{TWO})"
_BETWEEN = re.compile(r"\s?(?:和|与|跟|至|到)\s?")
_AFTER_BETWEEN = re.compile(r"(?:之间|间)(?!接|隔|歇|断)")
_AFTER = re.compile(r"(?:之|以)?后[，,]?(?:到|至)?")
_BEFORE = re.compile(r"(?:之|以)?前")
_COMMA = re.compile(r"[，,]\s?")
_DAY_BEFORE = re.compile(r"的?(?:前|后)一[天日]|的?[次翌]日|的?第二天")
_ANNIVERSARY = frozenset(f"年{side}的今{day}" for side in "前后" for day in "天日")
_LISTED_DAY = re.compile(rf"[，,、和及]\s?{DAY}[日号]")
_WEEKDAY = re.compile(r"(?:星期|礼拜|周)([一二三四五六日天])")
_SINCE_LENGTH = re.compile(r"(个多月|个半?月|月|年|季度)[半多]?以来")


def find_times(text: str, published_at: str | None = None) -> list[TimeExpression]:
    """Every date, period and length of time, in order and without overlap; offsets count code points."""
    flat = folded(text)
    clock = Clock(cal.parse_published(published_at))
    alone = read_alone(flat, clock)
    if alone is not None:
        return [alone]
    times = find_dates(text, published_at)
    rare = list(_rare(flat, clock, times))
    if rare:
        starts = [time.start for time in rare]
        times = sorted([time for time in times if not _meets(rare, starts, time)] + rare, key=lambda time: time.start)
    now = instant(published_at)
    if now is not None:
        times = [time if time.value else counted(flat, time, now) for time in times]
    return _joined(flat, [_closed(flat, time, clock) for time in times])


def _meets(times: list[TimeExpression], starts: list[int], other: TimeExpression) -> bool:
    """Whether one of the times, sorted by their `starts`, shares a letter with another."""
    at = bisect_left(starts, other.end) - 1
    return at >= 0 and times[at].end > other.start


def _time(start: int, end: int, window: Window | None) -> TimeExpression:
    kind = "date" if window is not None and window.grain == "day" and "/" not in window.iso else "period"
    return TimeExpression(start, end, kind, window.iso if window else "")


@lru_cache(maxsize=1)
def _patterns() -> re.Pattern[str]:
    """Eras, counted years of the common era, lunar dates with a year, and feasts."""
    digits = "〇零○一二三四五六七八九"
    return re.compile(
        rf"(?P<era>{either(spoken()['eras'])})(?P<en>元|{TWO})年(?:(?P<em>正|腊|冬|{MONTH})月(?:{LUNAR_DAY}|{DAY}[日号])?)?"
        rf"|(?:公元|纪元)\s?(?P<ce>[0-9]{{1,4}}|[{digits}]{{3,4}})年(?![0-9{digits}十])"
        rf"|(?<=[在于自])(?P<old>[1-9][0-9]{{2}}|[{digits}]{{3}})年(?=[，。、；,;.)）\s春夏秋冬]|$)"
        rf"|(?<![0-9一二三四五六七八九十年])(?P<rm>{MONTH})月(?P<ra>{DAY}){SEP}(?P<rb>{DAY})(?=[，。；,;]|$)"
        rf"|(?:近|过去)\s+(?P<near>[0-9]{{1,3}}|{TWO})\s*(?P<nu>年|个?月|天|周)"
        rf"|(?:农历|阴历)的?(?P<ly>{Y4}|{Y2})年的?(?P<leap>闰)?(?P<lm>正|腊|冬|{MONTH})月(?:(?P<ld>{LUNAR_DAY}|{DAY})[日号]?)?"
        rf"|(?:(?P<fy>{Y4})年的?)?(?<![{digits}十点])(?P<feast>{either(spoken()['feasts'])})(?![{digits}十])"
        rf"|(?<![0-9一二三四五六七八九十百千万.点时得扣])(?P<dm>{_COUNT})分(?:(?P<dh>半)钟?|[零〇]?(?P<ds>{_COUNT})秒钟?)"
        r"|(?<![一二两三四五六七八九十几0-9])(?P<one>个半)(?P<ou>小时|钟头|钟|月)"
    )


def _rare(text: str, clock: Clock, times: list[TimeExpression]) -> Iterator[TimeExpression]:
    """The forms that the grammar of reports does not have."""
    starts = [time.start for time in times]
    for found in _patterns().finditer(text):
        at = bisect_left(starts, found.end()) - 1
        if (
            at >= 0
            and starts[at] <= found.start() < times[at].end
            and (starts[at] < found.start() or times[at].end > found.end())
        ):
            continue
        length = _length(found)
        window = _read_rare(found, clock) if length is None else None
        if length is not None:
            yield length
        elif window is not None:
            yield _time(found.start(), *with_time(text, found.end(), window))


def _length(found: re.Match[str]) -> TimeExpression | None:
    """五分三十秒, 一分半钟, 个半小时."""
    if found["one"]:
        unit = "月" if found["ou"] == "月" else "小时"
        return TimeExpression(*found.span(), "duration", "1.5", unit, "duration")
    if not found["dm"]:
        return None
    minutes = SMALL.get(found["dm"], 0)
    if found["dh"]:
        return TimeExpression(*found.span(), "duration", f"{minutes}.5", "分钟", "duration")
    seconds = minutes * 60 + SMALL.get(found["ds"], 0)
    return TimeExpression(*found.span(), "duration", str(seconds), "秒", "duration")


def _read_rare(found: re.Match[str], clock: Clock) -> Window | None:
    if found["era"]:
        year = spoken()["eras"][found["era"]] - 1 + (1 if found["en"] == "元" else SMALL[found["en"]])
        return cal.month(SMALL[found["em"]], year) if found["em"] else cal.year(year)
    printed = found["ce"] or found["old"]
    if printed:
        return cal.year(to_year(printed) or 0)
    if found["lm"]:
        number = to_year(found["ly"]) if len(found["ly"]) > 2 else full_year(found["ly"], clock)
        month = SMALL[found["lm"]]
        if found["ld"]:
            return cal.lunar_day(SMALL[found["ld"]], month, number or 0, bool(found["leap"]))
        return cal.lunar_month(month, number or 0, bool(found["leap"]))
    if found["rm"]:
        month, year = SMALL[found["rm"]], clock.year or 0
        return cal.join(cal.day(SMALL[found["ra"]], month, year), cal.day(SMALL[found["rb"]], month, year))
    if found["near"]:
        return stretch(Decimal(SMALL.get(found["near"], 0)), found["nu"].removeprefix("个"), True, clock)
    of_year = to_year(found["fy"]) if found["fy"] else clock.year
    return feast(spoken()["feasts"][found["feast"]], of_year) if of_year is not None else None


def _closed(text: str, time: TimeExpression, clock: Clock) -> TimeExpression:
    """An open beginning ends with the day of publication: 2001年以来, 三个多月以来."""
    if clock.ref is None or not time.value:
        return time
    start = time.value.partition("/")[0]
    today = clock.ref.isoformat()
    if time.role == "since":
        first = start + "-01-01"[len(start) - len("2000-01-01") :] if len(start) < len(today) else start
        return replace(time, kind="period", value=f"{first}/{today}") if first <= today else time
    length = _SINCE_LENGTH.search(text, time.start, time.end)
    if time.role == "span" and length:
        first = f"{start[:4]}-01-01" if length[1] == "年" and "半" not in length[0] else f"{start[:7]}-01"
        return replace(time, value=f"{first}/{today}")
    return time


def _joined(text: str, times: list[TimeExpression]) -> list[TimeExpression]:
    """Neighbours that make one time: 2015年和2018年之间, 2010年之后2018年之前, 周日, 二月十号; a day beside a day."""
    joined: list[TimeExpression] = []
    for time in times:
        if joined and _LISTED_DAY.fullmatch(text, joined[-1].end, time.end):
            time = _same_month(joined[-1], time)
        pair = _pair(text, joined[-1], time) if joined else None
        if pair is None:
            joined.append(time)
        else:
            joined[-1] = pair
    return [_day_beside(text, time) for time in joined]


def _same_month(left: TimeExpression, right: TimeExpression) -> TimeExpression:
    """9月10号、11号: a bare day behind a date lies in its month."""
    month = left.value.rpartition("/")[2][:7]
    if left.kind == "duration" or len(right.value) != len("2000-01-01") or len(month) != len("2000-01"):
        return right
    return replace(right, value=month + right.value[7:])


def _pair(text: str, left: TimeExpression, right: TimeExpression) -> TimeExpression | None:
    if left.kind == "duration" or not left.value or left.end > right.start:
        return None
    if _DAY_BEFORE.fullmatch(text, left.end, right.end):
        return _day_beside(text, left)
    if right.kind == "duration" or not right.value or right.start - left.end > 6:
        return None
    if text[left.end - 2 : right.end] in _ANNIVERSARY and left.kind == "period":
        past = text[left.end - 1] == "前"
        return replace(right, start=left.start, value=left.value[:4] + right.value[4:] if past else right.value)
    if _BETWEEN.fullmatch(text, left.end, right.start):
        between = _AFTER_BETWEEN.match(text, right.end)
        return _stretch(left, right, between.end()) if between else None
    if _AFTER.fullmatch(text, left.end, right.start):
        before = _BEFORE.match(text, right.end)
        return _stretch(left, right, before.end()) if before else None
    weekday = _WEEKDAY.fullmatch(text, left.start, left.end)
    if weekday and right.kind == "date" and _COMMA.fullmatch(text, left.end, right.start):
        day = cal.parse_published(right.value)
        if day is not None and day.weekday() == "一二三四五六日".index(weekday[1].replace("天", "日")):
            return replace(right, start=left.start)
    return None


def _stretch(left: TimeExpression, right: TimeExpression, end: int) -> TimeExpression | None:
    """From the first time to the second; one that runs backwards ends a year later (10月和5月间)."""
    first, last = left.value.partition("/")[0], right.value.rpartition("/")[2]
    if last < first:
        last = f"{int(last[:4]) + 1:04d}{last[4:]}"
    if last < first:
        return None
    return TimeExpression(left.start, end, "period", f"{first}/{last}")


def _day_beside(text: str, time: TimeExpression) -> TimeExpression:
    """圣诞节前一天, 国庆节次日: the day before or after."""
    beside = _DAY_BEFORE.match(text, time.end)
    day = cal.parse_published(time.value) if time.kind == "date" and len(time.value) == len("2000-01-01") else None
    if beside is None or day is None:
        return time
    moved = cal.shift_days(day, -1 if "前" in beside[0] else 1)
    return replace(time, end=beside.end(), value=moved.isoformat())
