"""Festivals and the days off around them: 除夕, 国庆假期, “五一”假期第二天, 春节8天长假."""

from __future__ import annotations

import datetime as dt
import re

from tasks.extract import dates_calendar as cal
from tasks.extract.dates_calendar import Window, words
from tasks.extract.dates_grammar import SMALL, TWO, Clock

_OF_NEW_YEAR = frozenset({"元旦", "元旦节", "春节"})
_GROUPS = {"春节": ("春节",), "国庆": ("国庆", "十一", "双节"), "五一": ("五一", "劳动节")}
_DAY_COUNT = re.compile(rf"(?<!第)({TWO})[天日]")
_NTH_DAY = re.compile(rf"首[日天]|第({TWO})[天日]")


def read_festival(m: re.Match[str], window: Window | None, clock: Clock) -> Window | None:
    """The day of a festival, or the days off around it."""
    year = window.first.year if window else clock.year
    if year is None:
        return None
    name = m["fa"] or m["fs"]
    rule = words()["festivals"].get(name) or words()["short_festivals"][name]
    ending = rule.startswith("L12")
    if window is None and clock.named is None and clock.ref and clock.ref.month == 12:
        year += ending or name in _OF_NEW_YEAR
    if ending and window is None:
        # News of the last days of a lunar year speaks of those at the beginning of the calendar year.
        year -= 1
    found = cal.festival(rule, year)
    around = m["around"] or m["around2"]
    return _holiday(found, name, around) if found and around else found


def _decreed(year: int, name: str) -> Window | None:
    """The days off that were decreed for a festival of a year, where no rule gives them."""
    group = next((group for group, names in _GROUPS.items() if any(part in name for part in names)), None)
    printed = words()["decreed_holidays"][group].get(year) if group else None
    if printed is None:
        return None
    ends = [[int(part) for part in end.split("-")] for end in printed.split("/")]
    return cal.join(*(cal.day(number, month, year) for month, number in ends))


def days_off(festival: dt.date, name: str) -> Window:
    """The days off around a festival."""
    lasting = words()["holiday_days"].get(name, 1)
    return _decreed(festival.year, name) or cal.holiday(festival, lasting)


def _holiday(festival: Window, name: str, around: str) -> Window:
    """The days off around a festival, as many as the words say (8天长假, 假期前5天), or one of them (假期第二天)."""
    holiday = days_off(festival.first, name)
    nth = _NTH_DAY.search(around)
    if nth:
        return cal.single(cal.shift_days(holiday.first, SMALL[nth[1]] - 1 if nth[1] else 0))
    counts = [SMALL[count] for count in _DAY_COUNT.findall(around)]
    return cal.days(holiday.first, counts[-1]) if counts and counts[-1] else holiday
