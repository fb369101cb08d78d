"""Printed dates as ISO periods of the observation schema, and periods some years or a month earlier or later."""

from __future__ import annotations

import datetime as dt
import re

from tasks.extract.model import TimeExpression

_YEAR_END = re.compile(r"(?:年?[底末终尾]|岁末)$")
_YEAR_PART = re.compile(r"[春夏秋冬]|年初|年中|暑(?!运)|寒假|伊始|岁首")
_MONTH_PART = re.compile(r"(?:[上中下]旬|[月]?[初底末中头尾])$")
_PART_BEHIND = re.compile(r"月份?[—–－\-~～至到]+[^日号]*(?:[上中下]旬)$")
_TWELVE = re.compile(r"(?<![0-9])1月?份?[—–－\-~～至到]+12月")
_END_OF_MONTH = re.compile("月份?[底末]$")
_MIDNIGHT = re.compile(r"24(?:时|点|:00|：00)")
PART = len("2024-01/2024-06")


def schema_period(date: TimeExpression, printed: str) -> str | None:
    """The period that the observation schema gives to a printed date; None for a stretch such as 五年来."""
    ends = date.value.split("/")
    ends = [part.partition("T")[0] for part in ends[:-1]] + [_day_of(ends[-1], printed)]
    value = "/".join(ends)
    if len(ends) == 2 and ends[0] == ends[1]:
        value, ends = ends[0], ends[:1]
    if len(ends) == 2 and _END_OF_MONTH.search(printed) and ends[0].endswith("-01") and len(ends[-1]) == 10:
        return f"{ends[0][:7]}/{ends[-1][:7]}"
    if len(ends) == 2 and _PART_BEHIND.search(printed) and ends[0][:7] < ends[-1][:7] and ends[0].endswith("-01"):
        return f"{ends[0][:7]}/{ends[-1][:7]}"
    if len(ends) == 2 and len(ends[0]) == len("2009") and ends[1][4:] == "-12" and _YEAR_END.search(printed):
        return f"{ends[0]}/{ends[1][:4]}"
    if len(value) == len("2020") and _TWELVE.search(printed):
        return f"{value}-01/{value}-12"
    if date.role == "now":
        return value[:7]
    if date.role == "span":
        return None
    if value[4:] in ("-12", "-12-31") and "月" not in printed and (_YEAR_END.search(printed) or "末" in printed):
        return value[:4]
    if _YEAR_PART.search(printed) and "节" not in printed and len(ends[0]) == 7:
        return value[:4]
    if _MONTH_PART.search(printed) and len(ends[0]) == 10 and ends[0][:7] == ends[-1][:7]:
        return value[:7]
    return value


def _day_of(part: str, printed: str) -> str:
    """The day of an ISO time; 24时 belongs to the day it ends."""
    day, _, time = part.partition("T")
    if time[:5] == "00:00" and _MIDNIGHT.search(printed):
        return (dt.date.fromisoformat(day) - dt.timedelta(days=1)).isoformat()
    return day


def shifted(period: str, years: int) -> str:
    """The period some years later or earlier."""
    parts = [f"{max(int(part[:4]) + years, 1):04d}{part[4:]}" for part in period.split("/")]
    return "/".join(parts).replace("-02-29", "-02-28")


def month_before(period: str) -> str:
    """The month before a month (2020-01: 2019-12)."""
    year, number = int(period[:4]), int(period[5:7])
    return f"{year - (number == 1):04d}-{(number - 2) % 12 + 1:02d}"
