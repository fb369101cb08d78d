"""Times with nothing around them: 2.12, 08-2008, 15.3.3, 98年, 月底, 雨水, 60日内.

Alone in a text such a form is a time, in a sentence it is a number, a score or a length. Days without a year need the
day of publication, so that without one 3/16 stays the fraction that it may be.
"""

from __future__ import annotations

import re

from tasks.extract import dates_calendar as cal
from tasks.extract.dates_calendar import Window, words
from tasks.extract.dates_clock import with_time
from tasks.extract.dates_grammar import Clock, full_year, to_year
from tasks.extract.dates_spans import read_length
from tasks.extract.model import TimeExpression
from tasks.extract.parse_feasts import spoken

_LONGEST = 12
_CN = "〇零○一二三四五六七八九"
_MONTH_DAY = re.compile(r"(0?[1-9]|1[0-2])(?:[./·]|(?<=[01][0-9])-(?=[0-3][0-9]))(3[01]|[12][0-9]|0?[1-9])(?![0-9])")
_MONTH_YEAR = re.compile(r"(0?[1-9]|1[0-2])[-/.]((?:19|20)[0-9]{2})")
_SHORT_DATE = re.compile(r"([0-9]{2})([./])(0?[1-9]|1[0-2])\2(0?[1-9])")
_YEAR = re.compile(
    rf"(?P<full>[0-9]{{4}}|[{_CN}]{{4}})年?版|(?P<short>[0-9]{{2}}|[{_CN}]{{2}})(?:年版?|版)|(?P<thousand>二千年)"
)
_BARE_YEAR = re.compile(r"1[5-9][0-9]{2}|20[0-9]{2}|2100")
_WITHIN = re.compile(r"(.{1,7}?[天日周月年])[之以]?内")


def read_alone(text: str, clock: Clock) -> TimeExpression | None:
    """The time that the whole text is, in one of the forms that count only alone."""
    if not 2 <= len(text) <= _LONGEST:
        return None
    for read in (_year, _month_year, _short_date, _month_day, _named, _within):
        window = read(text, clock)
        if window is not None:
            return TimeExpression(0, len(text), "date" if window.first == window.last else "period", window.iso)
    return None


def _year(text: str, clock: Clock) -> Window | None:
    """98年, 一五年, 2015版, 二千年, 2018: years without a month behind them."""
    if _BARE_YEAR.fullmatch(text):
        return cal.year(int(text))
    found = _YEAR.fullmatch(text)
    if found is None:
        return None
    if found["thousand"]:
        return cal.year(2000)
    number = to_year(found["full"]) if found["full"] else full_year(found["short"], clock)
    return cal.year(number) if number is not None else None


def _month_year(text: str, clock: Clock) -> Window | None:
    """08-2008."""
    found = _MONTH_YEAR.fullmatch(text)
    return cal.month(int(found[1]), int(found[2])) if found else None


def _short_date(text: str, clock: Clock) -> Window | None:
    """15.3.3, 12/2/2: a day of one digit at the end leaves the year to the front."""
    found = _SHORT_DATE.fullmatch(text)
    year = full_year(found[1], clock) if found else None
    return cal.day(int(found[4]), int(found[3]), year) if found and year is not None else None


def _month_day(text: str, clock: Clock) -> Window | None:
    """2.12, 08-08, 3/16, 11.20 20点."""
    found = _MONTH_DAY.match(text)
    if found is None or clock.ref is None:
        return None
    end, window = with_time(text, found.end(), cal.day(int(found[2]), int(found[1]), clock.ref.year))
    return window if end == len(text) else None


def _named(text: str, clock: Clock) -> Window | None:
    """月底, 雨水, 新年, 最近."""
    if clock.ref is None:
        return None
    if text in spoken()["feasts_alone"]:
        return cal.festival(spoken()["feasts_alone"][text], clock.ref.year)
    if text in words()["solar_terms"]:
        return cal.solar_term(text, clock.ref.year)
    part = words()["month_parts"].get(text)
    if part and len(text) > 1:
        month = cal.month(clock.ref.month, clock.ref.year)
        if month is None:
            return None
        first, last = (min(day, month.last.day) for day in part)
        return cal.days(month.first.replace(day=first), last - first + 1)
    return cal.single(clock.ref) if text == "最近" else None


def _within(text: str, clock: Clock) -> Window | None:
    """60日内, 三年以内: from the day of publication on."""
    found = _WITHIN.fullmatch(text)
    length = read_length(text, 0) if found else None
    if length is None or clock.ref is None or length.value != int(length.value) or length.value > 1000:
        return None
    count = int(length.value)
    if length.unit in ("年", "月"):
        last = cal.shift_months(clock.ref, count * (12 if length.unit == "年" else 1))
    elif length.unit in ("周", "天"):
        last = cal.shift_days(clock.ref, count * (7 if length.unit == "周" else 1))
    else:
        return None
    return cal.join(cal.single(clock.ref), cal.single(last))
