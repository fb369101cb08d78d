"""Feasts and eras that only `zhibiao parse` reads: their days, counted from Easter where they move with it."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Any

from tasks.extract import dates_calendar as cal
from tasks.extract.dates_calendar import Window
from tasks.vocabulary import read_yaml

_FIRST_YEAR, _LAST_YEAR = 1583, 4099


@lru_cache(maxsize=1)
def spoken() -> Any:
    """The spoken words of time (dates_spoken.yaml)."""
    return read_yaml("dates_spoken.yaml")


def feast(rule: str, year: int) -> Window | None:
    """The day that a rule names: M-D, E+n days after Easter of the West, O+n after Easter of the East."""
    if rule[0] not in "EO":
        return cal.festival(rule, year)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    easter = western_easter(year) if rule[0] == "E" else eastern_easter(year)
    return cal.single(cal.shift_days(easter, int(rule[1:])))


def western_easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar: the Sunday behind the full moon on or behind 21 March."""
    golden, century = year % 19, year // 100
    leaps_left_out, moon = century - century // 4, (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + leaps_left_out - moon + 15) % 30
    epact -= (golden + 11 * epact) // 319
    weekday = (2 * (century % 4) + 2 * (year % 100 // 4) - epact - year % 4 + 32) % 7
    month, day = divmod(epact + weekday + 114, 31)
    return dt.date(year, month, day + 1)


def eastern_easter(year: int) -> dt.date:
    """Easter Sunday of the Julian calendar, as a day of the Gregorian one."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    late = year // 100 - year // 400 - 2
    return dt.date(year, month, day + 1) + dt.timedelta(days=late)
