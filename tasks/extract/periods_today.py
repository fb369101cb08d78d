"""今天 as the time of a text rather than its day: 十年后的今天, 时至今日, 三年前从10亩起步，到今天，基地有800亩."""

from __future__ import annotations

import datetime as dt
import re

from tasks.extract.model import TimeExpression
from tasks.extract.periods_stamp import Stamp

# 去年的今天 is a day of that year.
_NOWADAYS = re.compile(r".*(?:后的|时至|[^年前天日月0-9]的)今[天日]", re.DOTALL)
_COME_TO = re.compile("(?<![截止])到了?$")
_YEARS_AGO = re.compile("年前|当初|最初|起初|刚开始|起步|(?:19|20)[0-9]{2}年")
_LEAD = 4
_STORY = 60


def of_this_time(text: str, date: TimeExpression, published: dt.date | None) -> Stamp | None:
    """The month of publication for 今天 that means the time of the text; None for any other date."""
    if published is None:
        return None
    low = max(0, date.start - _LEAD)
    if _NOWADAYS.fullmatch(text, low, date.end) or _come_to(text, date, low):
        return Stamp(date.start, date.end, f"{published:%Y-%m}", "now")
    return None


def _come_to(text: str, date: TimeExpression, low: int) -> bool:
    """Whether a story of years has come to 今天, which is no day of it."""
    if text[date.start : date.end] not in ("今天", "今日") or not _COME_TO.search(text, low, date.start):
        return False
    return _YEARS_AGO.search(text, max(0, date.start - _STORY), date.start) is not None
