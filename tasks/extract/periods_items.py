"""Pages that string items together, each below the line of who sent it (甲社某地9日电, 〔财经频道／综合报导〕).

What one of them reports on is nothing to the next, and each counts its 今天, 昨晚 and 本周 from the day of its sending.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from tasks.extract.dates import find_dates
from tasks.extract.dates_calendar import parse_published
from tasks.extract.model import TimeExpression
from tasks.extract.paragraphs import leads
from tasks.extract.periods import PeriodDecision, PeriodScope

_LINE = re.compile(
    r"^[\s　]{0,8}(?:[（(【]?[一-鿿]{2,4}[社网][^，。\n]{0,24}?(?:(?P<month>[0-9]{1,2})月)?(?P<day>[0-9]{1,2})日"
    r"[^，。\n（）()0-9]{0,6}[电讯]|〔[^〕，。\n]{2,24}报[导道]〕|[（(][^）)，。\n]{2,24}[／/][^）)，。\n]{1,12}报[导道][）)])",
    re.MULTILINE,
)
_PARAGRAPH = re.compile(r"^[^\n]*\S", re.MULTILINE)
# What is older was not sent for this page.
_RECENT = 4
_SEVERAL = 2
_DAY = len("2026-08-09")
_begin = attrgetter("start")


class _Item(NamedTuple):
    start: int
    periods: PeriodScope


class PagePeriods:
    """Decides the period of every number of a page, item by item."""

    def __init__(
        self, text: str, dates: Sequence[TimeExpression], published_at: str | None, title: str | None = None
    ) -> None:
        known = parse_published(published_at) if len(published_at or "") >= _DAY else None
        parts = list(_parts(text, known))
        told: dict[str | None, Sequence[TimeExpression]] = {None: dates}
        self._items: list[_Item] = []
        for start, end, sent in parts:
            if sent not in told:
                counted = {date.start for date in dates}
                told[sent] = [date for date in find_dates(text, sent) if date.start in counted]
            own = told[sent] if len(parts) == 1 else _between(told[sent], start, end)
            # A title of several items is that of the first.
            scope = PeriodScope(text[start:end], own, sent or published_at, title if not start else None)
            self._items.append(_Item(start, scope))
        self._starts = [item.start for item in self._items]

    @property
    def reporting(self) -> str | None:
        """The period that the page as a whole reports on; several items report on none."""
        return self._items[0].periods.reporting if len(self._items) == 1 else None

    @property
    def over(self) -> bool:
        """Whether all of the page reports on a year that ended before its publication."""
        return all(item.periods.over for item in self._items)

    def comes_into_force(self, when: PeriodDecision, start: int) -> bool:
        """Whether a number is a new value that holds from a day after publication on."""
        item = self._at(start)
        return item.periods.comes_into_force(_moved(when, -item.start), start - item.start)

    def period_at(self, start: int, end: int, measure: str = "level", status: str = "observation") -> PeriodDecision:
        """The period of the number at `start`–`end`, given its measure and whether it is a target."""
        item = self._at(start)
        told = item.periods.period_at(start - item.start, end - item.start, measure, status)
        return _moved(told, item.start)

    def _at(self, start: int) -> _Item:
        return self._items[max(0, bisect_right(self._starts, start) - 1)]


def _parts(text: str, published: dt.date | None) -> Iterator[tuple[int, int, str | None]]:
    """Where the items of a page begin and end, and the day on which each was sent where that is another one than the
    day of publication."""
    lines = list(_LINE.finditer(text)) if "电" in text or "讯" in text or "报" in text else []
    sent = {line.start(): _sent(line, published) for line in lines}
    begins = {*sent, *leads(text)}
    paragraphs = {found.start() for found in _PARAGRAPH.finditer(text)} if len(lines) >= _SEVERAL else set(sent)
    if len(paragraphs) <= _SEVERAL * len(lines):
        # Half of the paragraphs have a line of their own: the others are items as well.
        begins |= paragraphs
    starts = sorted(begins)
    if not starts or text[: starts[0]].strip():
        starts = [0, *starts]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield 0 if start == starts[0] else start, end, sent.get(start)


def _sent(line: re.Match[str], published: dt.date | None) -> str | None:
    """The day on which an item was sent, None where that is the day of publication, not recent or not told."""
    if published is None or published.toordinal() <= _RECENT or not line["day"]:
        return None
    day = int(line["day"])
    month = int(line["month"]) if line["month"] else None
    days = (published - dt.timedelta(back) for back in range(1, _RECENT))
    same = day == published.day and month in (None, published.month)
    return next((at.isoformat() for at in days if at.day == day and month in (None, at.month) and not same), None)


def _between(dates: Sequence[TimeExpression], start: int, end: int) -> list[TimeExpression]:
    first, behind = (bisect_left(dates, at, key=_begin) for at in (start, end))
    return [replace(date, start=date.start - start, end=date.end - start) for date in dates[first:behind]]


def _moved(decision: PeriodDecision, by: int) -> PeriodDecision:
    trigger = decision.trigger
    return decision._replace(trigger=(trigger[0] + by, trigger[1] + by)) if trigger and by else decision
