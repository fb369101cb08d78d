"""Calendar arithmetic for dates in text: windows of days, lunar months, festivals, solar terms.

A `Window` is a run of whole days with the ISO 8601 text at the precision that was printed; both ends belong to it.
The lunar years and solar terms stand in seeds/vocabulary/dates_lunar_years.csv, the festivals in dates.yaml.
"""

from __future__ import annotations

import calendar
import datetime as dt
from functools import cache, lru_cache
from typing import Any, NamedTuple

from tasks.vocabulary import read_csv, read_yaml

_WITH_WEEKEND = 3
_GOLDEN_WEEK = 7
# How many days earlier a holiday of three days starts when its festival falls on a Monday … Sunday.
_DAYS_BEFORE = (-2, -2, -2, 0, 0, 0, -1)
MIN_YEAR, MAX_YEAR = 1, 9998
# The year before the first one of the Republic, by which Taiwan counts.
REPUBLIC = 1911


class Window(NamedTuple):
    """Days from `first` to `last`, both included, and their ISO text."""

    first: dt.date
    last: dt.date
    iso: str

    @property
    def grain(self) -> str:
        """year, month or day: the finest part that the ISO text of its end names."""
        length = len(self.iso) - self.iso.rfind("/") - 1
        return "year" if length <= 4 else "month" if length <= 7 else "day"


@cache
def words() -> Any:
    """The time vocabulary (dates.yaml)."""
    return read_yaml("dates.yaml")


def year(number: int) -> Window | None:
    """A calendar year; None outside the calendar."""
    if not MIN_YEAR <= number <= MAX_YEAR:
        return None
    return Window(dt.date(number, 1, 1), dt.date(number, 12, 31), f"{number:04d}")


def month(number: int, of_year: int) -> Window | None:
    """A month; numbers outside 1–12 run into the neighbouring years (14 is next February)."""
    shift, index = divmod(number - 1, 12)
    at = of_year + shift
    if not MIN_YEAR <= at <= MAX_YEAR:
        return None
    last = calendar.monthrange(at, index + 1)[1]
    return Window(dt.date(at, index + 1, 1), dt.date(at, index + 1, last), f"{at:04d}-{index + 1:02d}")


def day(number: int, of_month: int, of_year: int) -> Window | None:
    """One day; None when the calendar has no such day."""
    try:
        at = dt.date(of_year, of_month, number)
    except ValueError:
        return None
    return Window(at, at, at.isoformat())


def single(at: dt.date) -> Window:
    """The window of one day."""
    return Window(at, at, at.isoformat())


def join(start: Window | None, end: Window | None) -> Window | None:
    """From the start of one window to the end of another; None when they run backwards."""
    if start is None or end is None or start.first > end.last:
        return None
    left, right = start.iso.partition("/")[0], end.iso.rpartition("/")[2]
    return Window(start.first, end.last, left if left == right else f"{left}/{right}")


def years(first: int, last: int) -> Window | None:
    """Whole years, both included."""
    return join(year(first), year(last))


def months(first: int, last: int, of_year: int) -> Window | None:
    """Whole months of a year, both included; a last month before the first is next year's."""
    if (first, last) == (1, 12):
        return year(of_year)
    return join(month(first, of_year), month(last if last >= first else last + 12, of_year))


def days(first: dt.date, count: int) -> Window:
    """`count` days from `first` on."""
    end = shift_days(first, count - 1)
    return Window(first, end, first.isoformat() if count == 1 else f"{first.isoformat()}/{end.isoformat()}")


def shift_days(at: dt.date, count: int) -> dt.date:
    """The day `count` days later; the ends of the calendar hold."""
    ordinal = min(max(at.toordinal() + count, 1), dt.date.max.toordinal() - 366)
    return dt.date.fromordinal(ordinal)


def shift_months(at: dt.date, count: int) -> dt.date:
    """The same day `count` months later, or that month's last day."""
    total = min(max(at.year * 12 + at.month - 1 + count, 12), MAX_YEAR * 12)
    number, index = divmod(total, 12)
    return dt.date(number, index + 1, min(at.day, calendar.monthrange(number, index + 1)[1]))


@cache
def _lunar_years() -> dict[int, dict[str, str]]:
    return {int(row["year"]): row for row in read_csv("dates_lunar_years.csv")}


def lunar_month(number: int, of_year: int, leap: bool = False) -> Window | None:
    """A month of the lunar year in civil days; None outside the table or for a leap month that there is not."""
    row = _lunar_years().get(of_year)
    if row is None or not 1 <= number <= 12:
        return None
    leap_month = int(row["leap_month"])
    if leap and leap_month != number:
        return None
    before = number - 1 + (1 if leap or (leap_month and number > leap_month) else 0)
    lengths = [30 if bit == "1" else 29 for bit in row["long_months"]]
    first = dt.date.fromisoformat(row["new_year"]) + dt.timedelta(days=sum(lengths[:before]))
    return days(first, lengths[before])


def lunar_day(number: int, of_month: int, of_year: int, leap: bool = False) -> Window | None:
    """A day of the lunar year; 0 is the month's last day."""
    window = lunar_month(of_month, of_year, leap)
    if window is None:
        return None
    at = window.last if number == 0 else window.first + dt.timedelta(days=number - 1)
    return single(at) if at <= window.last else None


def solar_term(name: str, of_year: int) -> Window | None:
    """The day of a solar term."""
    row = _lunar_years().get(of_year)
    if row is None:
        return None
    index = words()["solar_terms"].index(name)
    return day(int(row["solar_terms"][2 * index : 2 * index + 2]), index // 2 + 1, of_year)


def festival(rule: str, of_year: int) -> Window | None:
    """The day that a rule of dates.yaml names (1-1, L8-15, T清明, W5-2-7)."""
    if rule[0] == "T":
        return solar_term(rule[1:], of_year)
    numbers = [int(part) for part in rule.lstrip("LW").split("-")]
    if rule[0] == "L":
        return lunar_day(numbers[1], numbers[0], of_year)
    if rule[0] == "W":
        return nth_weekday(numbers[1], numbers[2], numbers[0], of_year)
    return day(numbers[1], numbers[0], of_year)


def holiday(at: dt.date, lasting: int) -> Window:
    """The days off around a festival; those of three days join the weekend next to them, the week of October the
    moon festival in it."""
    if (at.month, at.day) == (10, 1) and lasting == _GOLDEN_WEEK:
        moon = lunar_day(15, 8, at.year)
        return days(at, lasting + 1 if moon and at <= moon.first <= shift_days(at, lasting) else lasting)
    if lasting != _WITH_WEEKEND:
        return days(at, lasting)
    return days(shift_days(at, _DAYS_BEFORE[at.weekday()]), lasting)


def nth_weekday(count: int, weekday: int, of_month: int, of_year: int) -> Window | None:
    """The count-th Monday (1) … Sunday (7) of a month."""
    window = month(of_month, of_year)
    if window is None:
        return None
    first = window.first + dt.timedelta(days=(weekday - 1 - window.first.weekday()) % 7 + 7 * (count - 1))
    return single(first) if first <= window.last else None


def week(at: dt.date, offset: int = 0) -> Window:
    """Monday to Sunday of the week of a day, `offset` weeks later."""
    monday = shift_days(at, -at.weekday() + 7 * offset)
    return days(monday, 7)


@lru_cache(maxsize=64)
def parse_published(published_at: str | None) -> dt.date | None:
    """The day of an ISO 8601 text; a year or month alone is its last day, so that what it reports on lies before."""
    if not published_at or not published_at[:4].isdigit():
        return None
    parts = published_at[:10].split("-")
    try:
        if len(parts) == 3:
            return dt.date(int(parts[0]), int(parts[1]), int(parts[2][:2]))
        window = month(int(parts[1]), int(parts[0])) if len(parts) == 2 else year(int(parts[0]))
    except ValueError:
        return None
    return window.last if window else None
