"""Days of items that an agency sent (甲社某地9日电): 今天 in them is the day of sending, not that of publication."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from tasks.extract.periods_stamps import Stamp

_SENT = re.compile(
    r"^[\s　（(]{0,8}[一-鿿]{2,4}[社网][^，。\n]{0,24}?(?:(?P<month>[0-9]{1,2})月)?(?P<day>[0-9]{1,2})日"
    r"[^，。\n（）()0-9]{0,6}[电讯]",
    re.MULTILINE,
)
# 今天清晨, 昨晚: days counted from that of the telling.
_COUNTED = ("今天", "今日", "今晨", "今晚", "今早", "昨天", "昨日", "昨晚", "昨夜", "前天")
_DAY = 10
# What is older was not sent for this page.
_RECENT = 4


def sent_on(text: str, found: list[Stamp], published: dt.date | None) -> list[Stamp]:
    """The stamps with the days that an item counts from its own (今天, 昨天) moved back by as many days as the item was
    sent before the page was published."""
    if (
        published is None
        or published.toordinal() <= _RECENT
        or not ("电" in text or "讯" in text)
        or not ("社" in text or "网" in text)
    ):
        return found
    sent = [(line.start(), _days_before(line, published)) for line in _SENT.finditer(text)]
    if not any(days for _, days in sent):
        return found
    starts = [start for start, _ in sent]
    return [_moved(text, stamp, _days_at(stamp, starts, sent)) for stamp in found]


def items_sent(text: str) -> int:
    """How many items with the line of an agency a text is made of."""
    return len(_SENT.findall(text)) if "电" in text and "社" in text else 0


def _days_at(stamp: Stamp, starts: Sequence[int], sent: Sequence[tuple[int, int]]) -> int:
    index = bisect_right(starts, stamp.start) - 1
    return sent[index][1] if index >= 0 else 0


def _days_before(line: re.Match[str], published: dt.date) -> int:
    """How many days before publication an item was sent, 0 where that is not recent."""
    day = int(line["day"])
    month = int(line["month"]) if line["month"] else None
    days = (published - dt.timedelta(back) for back in range(_RECENT))
    return next((back for back, at in enumerate(days) if at.day == day and month in (None, at.month)), 0)


def _moved(text: str, stamp: Stamp, days: int) -> Stamp:
    if not days or not stamp.daily or len(stamp.period or "") != _DAY or not text.startswith(_COUNTED, stamp.start):
        return stamp
    moved = dt.date.fromisoformat(stamp.period or "") - dt.timedelta(days)
    return replace(stamp, period=moved.isoformat())
