"""The periods that the heads and labels of tables name: 2022年, 2023年1-10月, 本月, 2020年人均纯收入."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from tasks.extract.periods_words import CENSUSES

_YEAR = re.compile(r"(?P<year>(?:19|20)\d{2})(?:年?$|年(?:末|底|实绩|数|度|累计|绝对量|预算数|决算数|执行数|完成数)?$)")
_OPENING_YEAR = re.compile(r"((?:19|20)\d{2})年(?!比(?![重例])|较|[-—－至])度?(?=[一-鿿]{2})")
_MONTHS = re.compile(
    r"(?:(?P<year>(?:19|20)\d{2})[年-])?(?:(?P<first>\d{1,2})[-—－至])?(?P<last>\d{1,2})(?:月份?(?:末|止|累计)*)?$"
)
_DAY = re.compile(r"(?:19|20)\d{2}-\d{2}-\d{2}")
_THIS_MONTH = re.compile("[本当]月(?!止?累计|末)")
_SO_FAR = re.compile("(?:1[-—－至])?[本当]月止?累计|1[-—－至][本当]月|(?:本年|自年初)?累计")
_ANY_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年)")
_ANY_MONTH = re.compile(r"年(?:1[-—－至])?(\d{1,2})月")
_STAMP = re.compile(r"(?P<year>\d{4})(?:-\d{2}/(?P=year))?-(?P<month>\d{2})$")
_DECEMBER = 12


class Months(NamedTuple):
    """Months of a year that has to be found elsewhere: the first (None: the last alone) and the last; 0 stands for the
    month that the page reports on. `year` is that of the lines above the table, if they name one."""

    first: int | None
    last: int
    year: str | None

    def within(self, reporting: str | None) -> str | None:
        """The months as ISO 8601 on a page that reports on a year or month; None where that does not tell them."""
        stamp = _STAMP.match(reporting or "")
        month = self.last or (int(stamp["month"]) if stamp else 0)
        year = (stamp["year"] if stamp and not self.last else None) or self.year or (reporting or "")[:4]
        if not month or not year:
            return None
        last = f"{year}-{month:02d}"
        return last if self.first is None else f"{year}-{self.first:02d}/{last}"


def period_of(words: str) -> str | None:
    """A year or some months of one as ISO 8601: 2022年, 2022, 2023年1-10月."""
    if _DAY.fullmatch(words):
        return _known_day(words)
    found = _MONTHS.match(words)
    if found and found["year"] and 1 <= int(found["first"] or 1) <= int(found["last"]) <= _DECEMBER:
        last = f"{found['year']}-{int(found['last']):02d}"
        return f"{found['year']}-{int(found['first']):02d}/{last}" if found["first"] else last
    year = _YEAR.match(words)
    return year["year"] if year else None


def _known_day(day: str) -> str | None:
    """A day that the calendar has; None for 2023-02-30."""
    try:
        return dt.date.fromisoformat(day).isoformat()
    except ValueError:
        return None


def census_year(words: str) -> str | None:
    """The year of the count of the whole country that a label or heading names (第六次人口普查)."""
    if "普查" not in words:
        return None
    named = (str(year) for name, year in CENSUSES.items() if name in words or name.replace("全国", "") in words)
    return next(named, None)


def opening_year(words: str) -> str | None:
    """The year that the head of a column begins with (2020年人均纯收入)."""
    found = _OPENING_YEAR.match(words)
    return found[1] if found else None


def without_year(words: str) -> str:
    """A head without the year that it begins with."""
    return _OPENING_YEAR.sub("", words, count=1)


def months_of(words: str, around: str) -> Months | None:
    """The months that a head names without a year, which the words around the table may name."""
    years = set(_ANY_YEAR.findall(around))
    year = years.pop() if len(years) == 1 else None
    months = {int(month) for month in _ANY_MONTH.findall(around)}
    month = months.pop() if len(months) == 1 and year else 0
    month = month if month <= _DECEMBER else 0
    if _SO_FAR.match(words):
        return Months(1, month, year)
    if _THIS_MONTH.match(words):
        return Months(None, month, year)
    found = _MONTHS.match(words) if "月" in words else None
    if found and not found["year"] and 1 <= int(found["first"] or 1) <= int(found["last"]) <= _DECEMBER:
        return Months(int(found["first"]) if found["first"] else None, int(found["last"]), year)
    return None
