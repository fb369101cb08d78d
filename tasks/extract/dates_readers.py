"""Readers of the date grammar: one small function for each form, from a match to a `Window`."""

from __future__ import annotations

import datetime as dt
import re

from tasks.extract import dates_calendar as cal
from tasks.extract.dates_bracketed import year_in_brackets
from tasks.extract.dates_calendar import Window, words
from tasks.extract.dates_grammar import SMALL, Clock, Reader, full_year, to_year
from tasks.extract.dates_holidays import read_festival

# 将于30日举行, 本月30日前: a day to come.
_TO_COME = re.compile("[将拟定至到每逢]|预计|本月|当月|[之以]?前|起|截[至止]|月|后")
_NEXT, _WEEKS_AHEAD, _FIRST_DAYS = 8, 23, 5

Match = re.Match[str]

_DECADE_PARTS = {"初": (0, 3), "前": (0, 2), "中": (4, 6), "末": (7, 9), "后": (7, 9)}
_CENTURY_PARTS = {"初": (0, 19), "前": (0, 29), "中": (40, 60), "末": (80, 99), "后": (70, 99)}
_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6, "末": 5}
_PLAN_ZERO = 1951
# A month behind one of these lies ahead whatever year the text has told of.
_PLANNED = re.compile(r"预计|计划|将|拟|力争|争取|今年|明年|定于")
_PLANNED_REACH = 8
_REPUBLIC_YEARS = (80, 149)


def _year_range(m: Match, _: Window | None, clock: Clock) -> Window | None:
    first = to_year(m["ya"])
    last = to_year(m["yb"]) if len(m["yb"]) != 2 else None
    if first is None:
        return None
    if last is None:
        last = first // 100 * 100 + int(m["yb"]) if m["yb"].isdigit() else None
    return cal.years(first, last) if last is not None else None


def _bare_range(m: Match, _: Window | None, clock: Clock) -> Window | None:
    return cal.years(int(m["ba"]), int(m["bb"]))


def _year(m: Match, _: Window | None, clock: Clock) -> Window | None:
    number = to_year(m["y"])
    if number is not None and clock.roc and _REPUBLIC_YEARS[0] <= number <= _REPUBLIC_YEARS[1]:
        number += cal.REPUBLIC
    return cal.year(number) if number is not None and number <= 2150 else None


def _roc(m: Match, _: Window | None, clock: Clock) -> Window | None:
    return cal.years(cal.REPUBLIC + int(m["rf"] or m["ry"]), cal.REPUBLIC + int(m["ry"])) if clock.roc else None


def _short(m: Match, _: Window | None, clock: Clock) -> Window | None:
    number = full_year(m["y2"], clock)
    if number is not None and clock.roc and number % 100 >= _REPUBLIC_YEARS[0]:
        number = cal.REPUBLIC + number % 100
    return cal.year(number) if number is not None else None


def _minguo(m: Match, _: Window | None, clock: Clock) -> Window | None:
    return cal.year(cal.REPUBLIC + (1 if m["mg"] == "元" else SMALL[m["mg"]]))


def _plan(m: Match, _: Window | None, clock: Clock) -> Window | None:
    number = SMALL.get(m["pn"], 0)
    if not 6 <= number <= 30:
        return None
    first = _PLAN_ZERO + 5 * number
    word = m["pw"]
    if word[0] in "头前":
        return cal.years(first, first + SMALL[word[1]] - 1)
    if m["pe"] or "末" in word or word in ("收官之年", "时"):
        return cal.year(first + 4)
    if word.startswith("开局") or "初" in word:
        return cal.year(first)
    if word == "以来" and clock.ref and first <= clock.ref.year < first + 4:
        return cal.years(first, clock.ref.year)
    return cal.years(first, first + 4)


def _decade(m: Match, _: Window | None, clock: Clock) -> Window | None:
    century, decade = m["cent"], m["dec"] or m["dec2"]
    part = (m["dpart"] or m["dpart2"] or "")[:1]
    if century is None:
        base = 1900
    elif century[0] in "上本":
        base = 2000 if century == "本" else 1900
    else:
        base = (SMALL[century] - 1) * 100
    if decade is None:
        low, high = _CENTURY_PARTS.get(part, (0, 99))
        return cal.years(base + low, base + high)
    base += SMALL[decade]
    low, high = _DECADE_PARTS.get(part, (0, 9))
    return cal.years(base + low, base + high)


def _relative(m: Match, _: Window | None, clock: Clock) -> Window | None:
    word = m["relative"]
    base = clock.ref.year if clock.ref else None
    if word in words()["anaphoric_years"]:
        named = clock.told if clock.named is None and word in words()["same_years"] else clock.named
        base = base if named is None else named
    return cal.year(base + words()["relative_years"][word]) if base is not None else None


def _year_of(window: Window | None, clock: Clock) -> int | None:
    return window.first.year if window else clock.year


def _news_year(number: int, window: Window | None, clock: Clock) -> int | None:
    """The year of a month that names none: news looks back, so late months read in January are last year's."""
    year = _year_of(window, clock)
    if window is None and clock.named is None and clock.ref and clock.ref.month <= 2 and number >= 11:
        return clock.ref.year - 1
    return year


def _told_year(m: Match, month: int, window: Window | None, clock: Clock) -> int | None:
    """The year of a story told long after it, for a month that lies ahead of publication (1927年春…。8月1日，…)."""
    if window or clock.named is not None or clock.told is None or clock.ref is None or month <= clock.ref.month:
        return None
    planned = _PLANNED.search(m.string, max(0, m.start() - _PLANNED_REACH), m.start())
    return clock.told if clock.told < clock.ref.year - 1 and not planned else None


def _months(m: Match, window: Window | None, clock: Clock) -> Window | None:
    last = SMALL[m["mb"]]
    year = _told_year(m, last, window, clock) or _news_year(last, window, clock)
    if year is None:
        return None
    return cal.months(SMALL[m["ma"]] if m["ma"] else last, last, year)


def _lunar(m: Match, window: Window | None, clock: Clock) -> Window | None:
    year = _year_of(window, clock)
    if year is None:
        return None
    number, leap = SMALL[m["lm"]], bool(m["leap"])
    if m["ld"]:
        return cal.lunar_day(SMALL[m["ld"]], number, year, leap)
    return cal.lunar_month(number, year, leap)


def _relmonth(m: Match, window: Window | None, clock: Clock) -> Window | None:
    if clock.ref is None:
        return None
    # 自去年年底以来，截至本月15日: this month is that of publication whatever year the text has told of.
    from_now = window is None and m["relmonth"] in words()["months_from_now"]
    year = clock.ref.year if from_now else _year_of(window, clock) or 0
    return cal.month(clock.ref.month + words()["relative_months"][m["relmonth"]], year)


def _relquarter(m: Match, window: Window | None, clock: Clock) -> Window | None:
    if clock.ref is None:
        return None
    index = (clock.ref.month - 1) // 3 + words()["relative_quarters"][m["relquarter"]]
    shift, quarter = divmod(index, 4)
    return cal.months(3 * quarter + 1, 3 * quarter + 3, clock.ref.year + shift)


def _quarters(m: Match, window: Window | None, clock: Clock) -> Window | None:
    year = _year_of(window, clock)
    if year is None:
        return None
    if m["qn"]:
        return cal.months(1, 3 * SMALL[m["qn"]], year)
    first = SMALL[m["qa"] or m["q"]]
    last = SMALL[m["qb"] or m["q"]]
    if m["qe"]:
        return cal.month(3 * last, year)
    return cal.months(3 * first - 2, 3 * last, year)


def _quarterend(m: Match, window: Window | None, clock: Clock) -> Window | None:
    year = _year_of(window, clock)
    return cal.month(3 * SMALL[m["qz"]], year) if year is not None else None


def _firstmonths(m: Match, window: Window | None, clock: Clock) -> Window | None:
    year, count = _year_of(window, clock), SMALL[m["fm"]]
    if year is None or not 1 <= count <= 12:
        return None
    return cal.months(13 - count, 12, year) if m["side"] == "后" else cal.months(1, count, year)


def _nthmonth(m: Match, window: Window | None, clock: Clock) -> Window | None:
    year = _year_of(window, clock)
    return cal.month(SMALL[m["nm"]] if m["nm"] else 1, year) if year is not None else None


def _part(m: Match, window: Window | None, clock: Clock) -> Window | None:
    year = _year_of(window, clock)
    first, last = words()["year_parts"][m["part"]]
    return cal.months(first, last, year) if year is not None else None


def _season(m: Match, window: Window | None, clock: Clock) -> Window | None:
    year = _year_of(window, clock)
    first, last = words()["seasons"][m["sn"] or m["sn2"]]
    return cal.join(cal.month(first, year), cal.month(last, year)) if year is not None else None


def _days(m: Match, window: Window | None, clock: Clock) -> Window | None:
    at = window.last if window else clock.ref
    if at is None or (window is not None and window.grain == "year"):
        return None
    start, end = SMALL[m["da"] or m["db"]], SMALL[m["db"]]
    if start <= end:
        low = cal.day(start, at.month, at.year)
        if window is None and (low is None or _far_ahead(m, low.first, clock)):
            at = cal.shift_months(at.replace(day=1), -1)
            low = cal.day(start, at.month, at.year)
        return cal.join(low, cal.day(end, at.month, at.year))
    early = cal.shift_months(at.replace(day=1), 0 if window is not None or at.day >= start else -1)
    late = cal.shift_months(early, 1)
    return cal.join(cal.day(start, early.month, early.year), cal.day(end, late.month, late.year))


def _far_ahead(m: Match, day: dt.date, clock: Clock) -> bool:
    """Whether a bare day (30日 in a text of the 1st) is more likely one of the month just over than weeks ahead."""
    before, after = m.string[max(0, m.start() - 4) : m.start()], m.string[m.end() : m.end() + _NEXT]
    ahead = clock.ref is not None and (day - clock.ref).days >= _WEEKS_AHEAD and clock.ref.day <= _FIRST_DAYS
    return ahead and _TO_COME.search(before + after) is None


def _bareday(m: Match, window: Window | None, clock: Clock) -> Window | None:
    number = SMALL[m["bd"] or m["bd2"]]
    return cal.day(number, window.last.month, window.last.year) if window else None


def _monthpart(m: Match, window: Window | None, clock: Clock) -> Window | None:
    if window is None:
        return None
    first, last = words()["month_parts"][m["monthpart"]]
    end = window.last
    low, high = cal.day(min(first, end.day), end.month, end.year), cal.day(min(last, end.day), end.month, end.year)
    if (window.first.year, window.first.month) != (end.year, end.month):
        return cal.join(cal.single(window.first), high)
    return cal.join(low, high)


def _nthweekday(m: Match, window: Window | None, clock: Clock) -> Window | None:
    if window is None or window.grain == "year":
        return None
    if m["nd"]:
        weekday = _WEEKDAYS[m["nd"]] + 1
        counts = (SMALL[m["nw"]],) if m["nw"] else (5, 4)
        found = (cal.nth_weekday(count, weekday, window.last.month, window.last.year) for count in counts)
        return next((day for day in found if day), None)
    if m["nk"] is None:
        return cal.week(window.last)
    first = cal.nth_weekday(SMALL[m["nk"]], 1, window.last.month, window.last.year)
    return cal.days(first.first, 7) if first else None


def _week(m: Match, _: Window | None, clock: Clock) -> Window | None:
    if clock.ref is None:
        return None
    word = m["wk"]
    offset = -len(word) if word[0] == "上" else len(word) if word[0] == "下" else 0
    found = cal.week(clock.ref, offset)
    if m["wd"] is None:
        return found
    return cal.days(cal.shift_days(found.first, _WEEKDAYS[m["wd"]]), 2 if m["wd"] == "末" else 1)


def _weekday(m: Match, _: Window | None, clock: Clock) -> Window | None:
    if clock.ref is None:
        return None
    ahead = (_WEEKDAYS[m["wd2"]] - clock.ref.weekday()) % 7
    first = cal.single(cal.shift_days(clock.ref, ahead))
    if not m["wd3"]:
        return first
    length = (_WEEKDAYS[m["wd3"][-1]] - _WEEKDAYS[m["wd2"]]) % 7
    return cal.days(first.first, length + 1)


def _twodays(m: Match, _: Window | None, clock: Clock) -> Window | None:
    if clock.ref is None:
        return None
    if m["twodays"][-1] == "年":
        return cal.years(clock.ref.year, clock.ref.year + 1)
    return cal.days(cal.shift_days(clock.ref, 0 if m["twodays"][0] == "今" else 1), 2)


def _paren(m: Match, _: Window | None, clock: Clock) -> Window | None:
    """今（6）日, 昨（5）: the day as the words say, if its number agrees."""
    if clock.ref is None:
        return None
    day = cal.shift_days(clock.ref, "昨今明".index(m["paren"][0]) - 1)
    return cal.single(day) if day.day == int(m["pd"]) else cal.day(int(m["pd"]), clock.ref.month, clock.ref.year)


def _newyear(m: Match, window: Window | None, clock: Clock) -> Window | None:
    year = _year_of(window, clock)
    return cal.lunar_day(SMALL[m["ny"]], 1, year) if year is not None else None


def _reldays(m: Match, _: Window | None, clock: Clock) -> Window | None:
    return cal.single(cal.shift_days(clock.ref, words()["relative_days"][m["reldays"]])) if clock.ref else None


READERS: dict[str, Reader] = {
    "year_range": _year_range, "bare_range": _bare_range, "year": _year, "short": _short, "minguo": _minguo,
    "short_range": lambda m, _, clock: cal.years(full_year(m["sra"], clock) or 0, full_year(m["srb"], clock) or 0),
    "roc": _roc, "bracketed": year_in_brackets, "plan": _plan, "decade": _decade, "relative": _relative,
    "months": _months, "lunar": _lunar, "relmonth": _relmonth, "relquarter": _relquarter, "quarters": _quarters,
    "quarterend": _quarterend, "firstmonths": _firstmonths, "nthmonth": _nthmonth, "part": _part, "season": _season,
    "festival": read_festival, "days": _days, "bareday": _bareday, "monthpart": _monthpart, "twodays": _twodays,
    "nthweekday": _nthweekday, "week": _week, "weekday": _weekday, "reldays": _reldays, "newyear": _newyear,
    "paren": _paren, "term": lambda m, window, _: cal.solar_term(m["tm"], window.first.year) if window else None,
}  # fmt: skip
