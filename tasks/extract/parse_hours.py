"""Hours, minutes and seconds counted from the time of publication: 两小时后, 5分钟前, 未来48小时."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from tasks.extract.dates_spans import BEFORE, read_length
from tasks.extract.model import TimeExpression
from tasks.extract.numbers import read_numeral

_SECONDS = {"小时": 3600, "钟头": 3600, "钟": 3600, "刻钟": 900, "分钟": 60, "秒钟": 1, "秒": 1}
_PAST = frozenset("近过前上")
_MOST = 10**9


def instant(published_at: str | None) -> dt.datetime | None:
    """The moment of an ISO 8601 text that has a time of day; None for a day alone or what is no time."""
    if not published_at or len(published_at) <= len("2000-01-01"):
        return None
    try:
        return dt.datetime.fromisoformat(published_at).replace(tzinfo=None, microsecond=0)
    except ValueError:
        return None


def counted(text: str, time: TimeExpression, now: dt.datetime) -> TimeExpression:
    """The expression with its moment or stretch, when it counts hours, minutes or seconds from now."""
    length = read_length(text, time.start)
    if length is not None and length.tail:
        seconds = _seconds(length.value, length.unit)
        if seconds is None:
            return time
        back = "前" in length.tail
        moment = _moved(now, -seconds if back else seconds)
        return replace(time, kind="date", value=_iso(moment)) if moment and length.tail[-1] in "前后" else time
    found = BEFORE.match(text, time.start)
    numeral = read_numeral(found["n"]) if found else None
    if found is None or numeral is None:
        return time
    seconds = _seconds(numeral.value, found["u"].removeprefix("个"))
    past = found["word"][0] in _PAST or found["word"].startswith(("最近", "之前"))
    other = _moved(now, -seconds if past else seconds) if seconds is not None else None
    if other is None:
        return time
    first, last = sorted((now, other))
    return replace(time, kind="period", value=f"{_iso(first)}/{_iso(last)}")


def _seconds(number: Decimal, unit: str) -> int | None:
    scale = _SECONDS.get(unit)
    return int(number * scale) if scale is not None and number < _MOST else None


def _iso(moment: dt.datetime) -> str:
    """The moment as the clock prints it: seconds only where there are any."""
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")


def _moved(now: dt.datetime, seconds: int) -> dt.datetime | None:
    try:
        return now + dt.timedelta(seconds=seconds)
    except OverflowError:
        return None
