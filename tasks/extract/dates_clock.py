"""Times of day behind or without a date: 下午3点半, 17:30, 9~11点."""

from __future__ import annotations

import datetime as dt
import re

from tasks.extract import dates_calendar as cal
from tasks.extract.dates_calendar import Window
from tasks.extract.dates_grammar import CLOCK_TIME, SEP, SMALL, TWO, Clock

_AFTERNOON = frozenset({"下午", "午后", "傍晚", "晚上", "晚间", "晚", "夜里", "夜间", "夜晚", "深夜"})
_NOON = frozenset({"中午", "午间"})
_EARLY_AFTERNOON = 4
# What shows that a single digit before a colon is an hour (8:00的时候, 5:00到6:00) and not a score or a ratio.
_HOUR_CUE = re.compile(
    rf"\s?(?:的时候|时候|开始|准时|出发|起床|[之以]?[前后](?!十)|左右|许)|{SEP}(?:[01]?[0-9]|2[0-4])[:：][0-5][0-9]"
)
# 三次产业结构为8:40:52, 之比为20:15:65: parts of a hundred, no time of day.
_PARTS_SAID = re.compile(r"(?:结构|比)[^，。；\n]{0,36}$")
_HOURS = re.compile(rf"{SEP}(?:{TWO}[点时]|[0-9]{{1,2}}[:：]).{{0,8}}")
_NIGHT = frozenset({"晚上", "晚间", "晚", "夜里", "夜间", "夜晚", "深夜", "半夜", "午夜", "凌晨"})


def with_time(text: str, end: int, window: Window | None) -> tuple[int, Window | None]:
    """The point with the time of day that follows it, if one does."""
    found = CLOCK_TIME.match(text, end)
    if found is None or not (found["part"] or found["h"] or found["hc"] or found["hp"]):
        return end, window
    clock = _clock_text(found, text[end - 1 : end])
    if clock is None or window is None or window.first != window.last:
        return (found.end() if found["part"] or clock else end), window
    return found.end(), _at(window.last, clock)


def _at(day: dt.date, clock: str) -> Window:
    """A day with one time (15:00) or two (09:00/11:30); 24:00 is the next day's 00:00."""
    parts = []
    for time in clock.split("/"):
        date = cal.shift_days(day, 1) if time.startswith("24") else day
        parts.append(f"{date.isoformat()}T{time.replace('24', '00', 1) if time.startswith('24') else time}")
    return Window(day, day, "/".join(parts))


def bare_time(text: str, at: int, clock: Clock) -> tuple[int, Window | None] | None:
    """A time of day without a date: it belongs to the publication day."""
    found = CLOCK_TIME.match(text, at)
    if found is None or not (found["h"] or found["hc"] or found["hp"]):
        return None
    alone = clock.whole and at == 0 and (found.end() == len(text) or _HOURS.fullmatch(text, found.end()))
    if not (_stands_alone(text, found) or (alone and text != "一点")):
        return None
    printed = _clock_text(found, "")
    if printed is None:
        return None
    return found.end(), _at(clock.ref, printed) if clock.ref else None


def second_time(text: str, at: int, first: Window) -> tuple[int, Window] | None:
    """The end of a stretch of hours whose beginning has named the day and its part (下午三点到6点)."""
    found = CLOCK_TIME.match(text, at)
    if found is None or "T" not in first.iso or not (found["h"] or found["hc"] or found["hp"]):
        return None
    begin = first.iso.rpartition("T")[2]
    end = _clock_text(found, "")
    if end is None:
        return None
    if not found["part"] and end < begin and int(end[:2]) < 12 and begin >= "12":
        end = f"{int(end[:2]) + 12:02d}{end[2:]}"
    day = dt.date.fromisoformat(first.iso[:10])
    last = _at(day if end >= begin else cal.shift_days(day, 1), end)
    return found.end(), Window(first.first, last.last, f"{first.iso}/{last.iso}")


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    """Whether a time without a date is one: 下午3点, 17:30, 8点半, but not 三点建议 or 1:10."""
    if found["hc"] and _PARTS_SAID.search(text, max(0, found.start() - 40), found.start()):
        return False
    if found["part"] or found["half"] or found["q"] or found["m"]:
        return True
    if found["hc"]:
        return len(found["hc"]) == 2 or bool(found["sc"] or found["pm"] or _HOUR_CUE.match(text, found.end()))
    return bool(found["hp"]) or "钟" in found[0] or bool(found["mm"])


def _clock_text(found: re.Match[str], before: str) -> str | None:
    """HH:MM or HH:MM:SS, or two of them (9~11点); None for no time of the clock. `before` may be the 晚 of 今晚."""
    hour_text = found["h"] or found["hc"] or found["hp"]
    if hour_text is None:
        return None
    part = found["part"] or (before if before == "晚" else "")
    half = (found["pm"] or found["pm2"] or "").lower()
    hour = _hour(SMALL.get(hour_text, -1), part, half)
    minute = 30 if found["half"] else 15 * SMALL[found["q"]] if found["q"] else 0
    for name in ("m", "mm", "mc"):
        if found[name]:
            minute = SMALL.get(found[name], 60)
    second = found["s"] or found["sc"]
    if not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    end = f"{hour:02d}:{minute:02d}" + (f":{SMALL[second]:02d}" if second and second in SMALL else "")
    return f"{_hour(SMALL[found['h0']], part, half):02d}:00/{end}" if found["h0"] else end


def _hour(hour: int, part: str, half: str) -> int:
    """The hour of 24 that a part of the day makes of it; midnight is 24."""
    if part in _NIGHT and hour == 12:
        return 24
    if (half == "p" or part in _AFTERNOON or (part in ("半夜", "午夜") and hour > 6)) and 0 < hour < 12:
        return hour + 12
    return hour + 12 if part in _NOON and 0 < hour <= _EARLY_AFTERNOON else hour
