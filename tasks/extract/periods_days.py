"""Days that count from a day named before them (当天, 次日), days named together (7日和8日), hours without a day,
and the first and last day of a period."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from tasks.extract.dates_calendar import Window, day, join, month, year
from tasks.extract.periods_words import CLOCK_ALONE, SAME_DAY, SAME_DAY_WORDS

_REACH = 240
_PAIR = 2
BESIDE = ("和", "、", "与", "及")
"""What stands between days of a list."""
_BARE_DAY = re.compile("([0-9]{1,2})[日号]")
_NAMING = frozenset({"anchor", "until", "since"})
_DAY = len("2025-06-07")


def counts_from(printed: str) -> int | None:
    """How many days after the one named before a word lies (次日下午: 1), None for a word that says its own day."""
    word = SAME_DAY_WORDS.match(printed)
    return SAME_DAY[word.group()] if word else None


def hour_alone(printed: str) -> bool:
    """Whether an hour stands without a day (早上9点多, 上午10时): it tells no day of the figures."""
    return CLOCK_ALONE.match(printed) is not None


def day_counted(before: Iterable[tuple[int, str | None, str]], at: int, days: int) -> str | None:
    """The day some days after the last one that a text has named before an offset; None when it named none nearby.

    `before`: end, period and role of the dates before, nearest first.
    """
    for end, period, role in before:
        if at - end >= _REACH:
            return None
        last = (period or "").rpartition("/")[2]
        if len(last) == _DAY and role in _NAMING:
            return (dt.date.fromisoformat(last) + dt.timedelta(days=days)).isoformat()
    return None


def same_month(earlier: str, between: str, printed: str) -> str | None:
    """The day that 20日 means behind one of a named month (6月18日、20日), or None."""
    number = _BARE_DAY.fullmatch(printed)
    last = earlier.rpartition("/")[2]
    if number is None or between not in BESIDE or len(last) != _DAY or int(number[1]) <= int(last[8:]):
        return None
    found = f"{last[:8]}{int(number[1]):02}"
    return found if _window(found) else None


def days_together(listed: Iterable[tuple[str, str]], last: str) -> str | None:
    """First and last of days named together: three or more (8日、9日、11日), or two in a row (7日和8日).

    `listed`: those before the last, nearest first, each with what stands between it and the one behind it.
    """
    if len(last) != _DAY:
        return None
    first, count = last, 1
    for period, between in listed:
        day_named, _, also = period.partition("/")
        if between not in BESIDE or len(day_named) != _DAY or day_named >= first:
            break
        first, count = day_named, count + (_PAIR if also else 1)
    in_a_row = (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days == 1
    return f"{first}/{last}" if count > _PAIR or (count == _PAIR and in_a_row) else None


def period_days(iso: str | None) -> tuple[dt.date, dt.date] | None:
    """First and last day of an ISO period (2016/2018, 2024-01/2024-04, 2019-12-31); None when it is none."""
    if not iso:
        return None
    ends = [_window(part) for part in iso.split("/")]
    found = join(ends[0], ends[-1]) if len(ends) <= 2 else None
    return (found.first, found.last) if found else None


def _window(part: str) -> Window | None:
    numbers = part[:10].split("-")
    if not all(number.isascii() and number.isdigit() for number in numbers):
        return None
    values = [int(number) for number in numbers]
    if len(values) == 1:
        return year(values[0])
    if len(values) == 2:
        return month(values[1], values[0]) if 1 <= values[1] <= 12 else None
    return day(values[2], values[1], values[0])
