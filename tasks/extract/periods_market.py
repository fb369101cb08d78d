"""The day or the week that a market report tells of: every figure in it is of then, not of the year."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from tasks.extract.dates_calendar import shift_days
from tasks.extract.periods_iso import PART
from tasks.extract.periods_stamps import Stamp
from tasks.extract.periods_words import (
    CLAUSE_END,
    COMPANY_FIGURES,
    LIVE,
    MARKET_DAY,
    MARKET_WEEK,
    MOVED_THAT_DAY,
    last_clause,
)

_NEAR = 160
_LEAD, _FIGURES = 60, 3
_HEADLINE = 40
_CUES = 2
_A_WEEK = 7
_FORTNIGHT = 15
_WEEKDAY = re.compile("(?:本?周|星期|礼拜)[一二三四五六日天]")
_ANNOUNCES = re.compile("将|预[计定期报估]|[拟订定]于|计划|可望|有望|即|登场|截止|明|要|届时|开[始放]|欢迎")
_CLAUSE = 40
_DAY = len("2020-01-01")
_MASTHEAD = re.compile(r"[^。；，,;\n]{0,12}(?:电|讯|消息|报道)(?![力子信影视价煤])")
_WEEK_OF = re.compile(r"第[0-9一二三四五六七八九十]{1,3}周[（(]?$|本周[（(]?$")
_TODAY = frozenset(("今天", "今日", "今晨", "今早"))
_THIS_WEEK = frozenset(("本周", "这周", "本星期"))
_NUMBERED = re.compile(r"第[0-9一二三四五六七八九十]{1,3}[周期]")
_WEEKS = frozenset(("本周", "上周", "环比上周", "较上周", "比上周", "较前一周", "比前一周"))
# 第2季财报季数据亮眼: what the day is told beside, whose clause has no figure.
_IN_PASSING = re.compile(r"[^，。；,;\n0-9]*[，。；,;、\n]")
_LAST_WEEK = frozenset(("上周", "上一周", "前一周", "上星期"))


def last_weekdays(text: str, found: Sequence[Stamp], published: dt.date | None, traded: bool = True) -> list[Stamp]:
    """The stamps with a bare weekday (周三收盘) as the last one up to publication: trading is told when it is over, and
    so is other news unless its clause says what is to come (周六将登场)."""
    if published is None:
        return list(found)
    return [stamp if not traded and _to_come(text, stamp) else _over(text, stamp, published) for stamp in found]


def _to_come(text: str, stamp: Stamp) -> bool:
    """Whether the clause of a stamp announces something."""
    stop = CLAUSE_END.search(text, stamp.end + 1, stamp.end + _CLAUSE)
    clause = last_clause(text, stamp.start) + text[stamp.end : stop.start() if stop else stamp.end + _CLAUSE]
    return _ANNOUNCES.search(clause) is not None or text[stamp.end : stamp.end + 1] in ("起", "前")


def _over(text: str, stamp: Stamp, published: dt.date) -> Stamp:
    ahead = stamp.daily and stamp.period is not None and stamp.period > published.isoformat()
    if not ahead or stamp.period is None or not _WEEKDAY.fullmatch(text, stamp.start, stamp.end):
        return stamp
    return replace(stamp, period=_week_earlier(stamp.period), future=False)


def market_period(text: str, found: Sequence[Stamp]) -> str | None:
    """The day or week of a market report, None for a text that is none.

    It is one where the words of trading or of weekly prices come at least twice and its lead names a day or week; the
    day of the masthead stands for it only where no other is named.
    """
    day = len(set(MARKET_DAY.findall(text))) >= _CUES
    # 上周就诊增加三成，本周…: weeks alone make no report of prices.
    weekly = set(MARKET_WEEK.findall(text))
    week = len(weekly) >= _CUES and not weekly <= _WEEKS
    if not (day or week) or LIVE.search(text[:_NEAR]):
        return None
    masthead = None
    lead = text.find("\n", _HEADLINE, _NEAR)
    for stamp, behind in zip_longest(found, found[1:]):
        # A day that only a later paragraph names is of that one.
        if stamp.start > (lead if lead > 0 else _NEAR):
            break
        if text[stamp.start : stamp.end] in _THIS_WEEK and (week_named := _dated(text, stamp, behind)):
            return week_named
        if stamp.role != "anchor" or stamp.future or stamp.until or stamp.period is None:
            continue
        if stamp.daily and _MASTHEAD.match(text, stamp.end):
            masthead = masthead or stamp.period
        elif (week and _is_week(stamp.period)) or (day and stamp.daily):
            return stamp.period
        elif not (stamp.daily or _NUMBERED.match(text, stamp.end) or (day and _IN_PASSING.match(text, stamp.end))):
            return None
    return masthead if day else None


def company_part(text: str, found: Sequence[Stamp]) -> str | None:
    """The part of a year (2025-01/2025-06) that an account of companies opens with and keeps to, None elsewhere."""
    if len(set(COMPANY_FIGURES.findall(text))) < _FIGURES:
        return None
    parts = [s for s in found if s.role == "anchor" and len(s.period or "") == PART and not s.future]
    first = parts[0] if parts and parts[0].start < _LEAD else None
    return first.period if first and all(s.period == first.period for s in parts) else None


def carried_days(text: str, found: Sequence[Stamp]) -> list[Stamp]:
    """The stamps of a market report: a day or week holds for the sentences behind it; 上周 is the week before the one
    that a weekly report names (第4周（1月22日—28日）…；上周…)."""
    made: list[Stamp] = []
    named: str | None = None
    for stamp, behind in zip_longest(found, found[1:]):
        printed = text[stamp.start : stamp.end]
        if printed in _THIS_WEEK and (week := named or _dated(text, stamp, behind)):
            stamp = replace(stamp, period=week)
        elif printed in _TODAY and made and (day := _session(text, made[-1], stamp)):
            stamp = replace(stamp, period=day)
        elif stamp.role in ("anchor", "span") and printed in _LAST_WEEK and named:
            stamp = replace(stamp, period=_week_before(named), role="anchor")
        elif stamp.role == "anchor" and stamp.period and _is_week(stamp.period):
            reported = _WEEK_OF.search(text[max(0, stamp.start - 8) : stamp.start])
            named = stamp.period if reported else named
        plain = stamp.role == "anchor" and not (stamp.future or stamp.until) and stamp.period is not None
        market = plain and (stamp.daily or _is_week(stamp.period or ""))
        if (
            market
            and not _MASTHEAD.match(text, stamp.end)
            and (not stamp.daily or MOVED_THAT_DAY.match(text, stamp.end))
        ):
            stamp = replace(stamp, carries=True)
        made.append(stamp)
    return made


def _dated(text: str, stamp: Stamp, behind: Stamp | None) -> str | None:
    """The days in brackets right behind 本周; `behind` is the next stamp."""
    if behind is None or behind.period is None or behind.start - stamp.end != 1 or text[stamp.end] not in "（(":
        return None
    return behind.period if _is_week(behind.period) else None


def _session(text: str, day: Stamp, stamp: Stamp) -> str | None:
    """The day of trading that a clause has printed before 今天, the day of the telling (美股15日3大指数今天收红)."""
    printed = day.daily and text[day.start].isdigit() and not CLAUSE_END.search(text, day.end, stamp.start)
    return day.period if printed else None


def _is_week(period: str) -> bool:
    first, _, last = period.partition("/")
    if len(first) != _DAY or len(last) != _DAY:
        return False
    return (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days < _FORTNIGHT


def _week_before(period: str) -> str:
    first, _, last = period.partition("/")
    return f"{_week_earlier(first)}/{_week_earlier(last)}"


def _week_earlier(day: str) -> str:
    return shift_days(dt.date.fromisoformat(day), -_A_WEEK).isoformat()
