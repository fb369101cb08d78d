"""Dates, periods and lengths of time in Chinese text, as printed and as ISO 8601.

`find_dates` makes one pass of a cheap trigger over the text; only where a digit or a time word can begin an expression
does the grammar run: numeric dates, the ladder year → part of year → day → time, stretches (近三年) and lengths (五年).
Four digits are never a year unless 年 or a date separator follows them.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from typing import NamedTuple

from tasks.extract import dates_calendar as cal
from tasks.extract import dates_spans as spans
from tasks.extract.dates_calendar import Window, words
from tasks.extract.dates_grammar import CLOCK_TIME, DAYS, NUMERIC, PART, SEP, SMALL, WEEK, YEAR, Clock, full_year
from tasks.extract.dates_readers import READERS
from tasks.extract.model import TimeExpression

_FOLD = str.maketrans(words()["fold"]["from"], words()["fold"]["to"])
_FOLDABLE = re.compile("[" + words()["fold"]["from"] + "]")
_NUMBER_START = "0123456789〇零一二两三四五六七八九十廿半"
_AFTER_NUMBER = r"\s?[0-9-–—―~～─－至到/.·:：年月日号时点世周星礼天季个多余来半几小分秒昼刻代十百千零〇一二三四五六七八九apAP、期末规收开头前”」’\"]"


def _pairs() -> frozenset[str]:
    """The first two letters of everything that begins with a word."""
    vocabulary = words()
    heads: set[str] = set()
    for key in (
        "relative_years",
        "relative_months",
        "relative_quarters",
        "relative_days",
        "festivals",
        "short_festivals",
    ):
        heads.update(name[:2] for name in vocabulary[key])
    heads.update(name[:2] for name in vocabulary["now"])
    heads.update(name[:2] for name in vocabulary["year_parts"] if len(name) > 1)
    heads.update(name[:2] for name in vocabulary["day_parts"] if len(name) > 1)
    heads.update(["今明", "明后", "大年"])
    heads.update(a + b for a in "春夏秋冬" for b in "季天")
    heads.update(a + b for a in "周期拜" for b in "一二三四五六日天" if a == "周")
    heads.update(["星期", "礼拜", "农历", "阴历", "民国", "本世", "上世", "上个", "上周", "下周", "本周", "这周", "今星", "今个",
                  "上星", "下星", "上礼", "下礼", "这个", "这星", "这礼", "上上", "下下", "下个", "这一", "正月", "腊月", "冬月", "闰四",
                  "首季", "首月", "首个", "最近", "过去", "未来", "今后", "接下", "此后", "随后", "之前"])  # fmt: skip
    numbers = "0123456789一二两三四五六七八九十"
    heads.update(a + b for a in "第前后近上下头闰" for b in numbers)
    heads.update(a + b for a in '“"「‘' for b in "六七八九十")
    return frozenset(heads)


_PAIRS = _pairs()
_FIRST = "".join(sorted({pair[0] for pair in _PAIRS} - set(_NUMBER_START)))
_SECOND = "".join(sorted({pair[1] for pair in _PAIRS}))
TRIGGER = re.compile(
    rf"[{_NUMBER_START}{re.escape(_FIRST)}](?:(?<=[{_NUMBER_START}])(?:(?<=[0-9])[0-9]*+|[〇零一二两三四五六七八九十廿]*+)(?={_AFTER_NUMBER})"
    rf"|(?<![{_NUMBER_START}])(?=[{re.escape(_SECOND)}]))"
)
_UNIT_PLACE = re.compile(rf"(?:[0-9]++|[{_NUMBER_START[10:]}]++)\s?")
_LENGTH_UNITS = frozenset("天个多余来几分秒昼刻小百")
_NOW = re.compile("|".join(sorted(words()["now"], key=len, reverse=True)))
_RANGE = re.compile(SEP)
_TODAY = re.compile(r"的?今[天日]")
_FILLER = re.compile(r"[的\s]?")
_SINCE = re.compile(
    r"(?:[开起]始)?(?:之?以?来(?!自|源|到|看)|起?至今|起?到现在|起?到目前|起?至目前|起?截至目前|以?来至今)"
)
_UNTIL = re.compile(r"(?:之|以)?前(?!后|三|[一二两四五六七八九十0-9]|期|景|沿|列|往|来|提|瞻|两)|之际")
_SAME = re.compile(r"的?(?:同期|同月|同季|同日)")
_BASE_BEFORE = re.compile(r"(?:比|较|较之|相比于?|对比|高于|低于|超过?|超出|多于|少于|好于|快于|慢于)(?:起)?[“\"]?$")
_BASE_PAIR_BEFORE = re.compile(r"(?:与|同|和|跟)$")
_BASE_AFTER = re.compile(r".{0,6}?(?:相比|比较|比(?=[增下提减上])|持平|相当)")
_AFTERNOON = frozenset({"下午", "午后", "傍晚", "晚上", "晚间", "晚", "夜里", "夜间", "夜晚", "深夜"})
_NIGHT = frozenset({"晚上", "晚间", "晚", "夜里", "夜间", "夜晚", "深夜", "半夜", "午夜", "凌晨"})
_HOLD = 80
_NAMING = frozenset({"anchor", "since", "until"})
_ANAPHORIC = frozenset(name[:2] for name in words()["anaphoric_years"])
_TITLE = re.compile(r"《[^《》\n]{1,80}》")
_ATTRIBUTE_BEFORE = re.compile(r"(?:为期|历时|用时|耗时|期限为?|设立|周期|长达|达|仅需|只需|需)$")
_ATTRIBUTE_AFTER = re.compile(r"(?:过渡期|行动|计划|规划|期限|左右|多?的时间|可达|交通圈)")


class Found(NamedTuple):
    """An expression before its role is known."""

    end: int
    kind: str
    window: Window | None
    role: str = "anchor"
    number: str = ""
    unit: str | None = None


def find_dates(text: str, published_at: str | None = None) -> list[TimeExpression]:
    """Every date, period and length of time in the text, in order and without overlap; offsets count code points."""
    if _FOLDABLE.search(text):
        text = text.translate(_FOLD)
    clock = Clock(cal.parse_published(published_at))
    clock.whole = len(text) <= 12
    if clock.whole and text in words()["short_festivals"]:
        day = cal.festival(words()["short_festivals"][text], clock.year) if clock.year is not None else None
        return [TimeExpression(0, len(text), "date", day.iso if day else "")]
    titles = [found.span() for found in _TITLE.finditer(text)] if "《" in text else []
    results: list[TimeExpression] = []
    limit = last_end = 0
    for trigger in TRIGGER.finditer(text):
        at = trigger.start()
        if at < limit or (text[at] not in _NUMBER_START and text[at : at + 2] not in _PAIRS):
            continue
        if clock.named is not None and _breaks(text, last_end, at):
            clock.named = None
        found = _read_at(text, at, clock)
        if found is None:
            continue
        limit = last_end = found.end
        expression = _expression(text, at, found, titles)
        if expression.role == "now":
            clock.named = None
        elif found.window is not None and expression.role in _NAMING and not _passing(text, at, found.end):
            clock.named = found.window.last.year
        results.append(expression)
    return results


def _passing(text: str, start: int, end: int) -> bool:
    """Whether a date is named in passing, so that later months do not belong to it (上年, 由2020年的…)."""
    return text[start : start + 2] in _ANAPHORIC or (
        text[start - 1 : start] in ("由", "从") and text[end : end + 1] == "的"
    )


def _breaks(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends between two offsets, or so much stands there that the year has lost its hold."""
    return end - start > _HOLD or text.find("。", start, end) >= 0 or text.find("\n", start, end) >= 0


def _read_at(text: str, at: int, clock: Clock) -> Found | None:
    """The expression that starts at `at`, longest reading first."""
    if text[at] in _NUMBER_START:
        unit = _UNIT_PLACE.match(text, at)
        if unit and text[unit.end() : unit.end() + 1] in _LENGTH_UNITS:
            return _read_length(text, at, clock)
    before = spans.read_before(text, at, clock) if text[at] in "最近过前上后下未今接此随之" else None
    point = _read_point(text, at, clock)
    if before and (point is None or point[0] < before[0]):
        return Found(before[0], "period", before[1], "span")
    if point is not None:
        return _with_range(text, point[0], point[1], clock)
    if text[at] in _NUMBER_START:
        return _read_length(text, at, clock)
    now = _NOW.match(text, at)
    return Found(now.end(), "date", cal.single(clock.ref) if clock.ref else None, "now") if now else None


def _read_length(text: str, at: int, clock: Clock) -> Found | None:
    length = spans.read_length(text, at)
    if length is None or text[at - 1 : at] in ("第", ".", "点", "每"):
        return None
    if length.tail and length.tail[-1] in "前后":
        window = spans.offset(length, clock)
        return Found(length.end, "date" if window and window.grain == "day" else "period", window, "anchor")
    if length.tail and length.tail[-1] in "来间里中":
        return Found(length.end, "period", spans.stretch(length.value, length.unit, True, clock), "span")
    number = format(length.value.normalize(), "f")
    return Found(length.end - len(length.tail), "duration", None, "duration", number, length.unit)


def _read_point(text: str, at: int, clock: Clock) -> tuple[int, Window | None] | None:
    """A point or part of the calendar by the ladder, with its time of day."""
    numeric = NUMERIC.match(text, at) if text[at].isascii() else None
    if numeric and (numeric["md"] is None or clock.whole):
        return _with_time(text, numeric.end(), _numeric_window(numeric, clock))
    window: Window | None = None
    end = at
    seen = False
    for rung in (YEAR, PART, DAYS, WEEK):
        if rung is WEEK and seen and end > at and window and window.grain != "day":
            anniversary = _TODAY.match(text, end)
            if anniversary and clock.ref and window.grain == "year":
                return anniversary.end(), cal.day(clock.ref.day, clock.ref.month, window.first.year)
            break
        found = rung.match(text, end) or (seen and _after_filler(rung, text, end)) or None
        if found is None:
            continue
        group = found.lastgroup or ""
        if not seen and group == "days" and _no_day(text, at, found):
            return None
        narrowed = READERS[group](found, window, clock)
        if rung is WEEK and seen:
            narrowed = window
        elif seen and narrowed is None and window is not None:
            break
        window = _narrow(window, narrowed)
        end, seen = found.end(), True
    return _with_time(text, end, window) if seen else _bare_time(text, at, clock)


def _no_day(text: str, at: int, found: re.Match[str]) -> bool:
    """Whether a bare 第4号 or 神舟十一号 is the number of something and no day."""
    before = text[at - 1 : at]
    if before == "第":
        return True
    return not text[at].isascii() and "一" <= before <= "鿿" and before not in "在到从于是至月自由和"


def _narrow(outer: Window | None, inner: Window | None) -> Window | None:
    """The inner window; under a run of years (1985到89年9月) it is the end of the run."""
    if outer is not None and inner is not None and outer.last.year > outer.first.year:
        moved = cal.month(inner.last.month, outer.last.year) if inner.grain == "month" else None
        return cal.join(outer, moved) if moved else inner
    return inner


def _after_filler(rung: re.Pattern[str], text: str, end: int) -> re.Match[str] | None:
    """The next rung after 的 or a blank; the weekday may stand behind a comma or in brackets."""
    if rung is WEEK:
        found = (
            rung.match(text, end + 1)
            if text[end : end + 1] in ("，", ",", "(", "（", " ") and text[end : end + 1]
            else None
        )
        if found is None or found.lastgroup != "weekday":
            return None
        return found
    filler = _FILLER.match(text, end)
    return rung.match(text, filler.end()) if filler and filler.end() > end else None


def _numeric_window(found: re.Match[str], clock: Clock) -> Window | None:
    """2021-12-10, 2021.12, 20211210, 13.5.2015, 1999.08-2002.02, 6·30."""
    if found["ym"]:
        return cal.month(int(found["b6"]), int(found["a6"]))
    if found["ymr"]:
        last = cal.month(int(found["b8"]), int(found["a8"])) if found["b8"] else cal.year(int(found["a8"]))
        return cal.join(cal.month(int(found["b7"]), int(found["a7"])), last)
    if found["md"]:
        year = full_year(found["a9"], clock) if found["a9"] else clock.year
        return cal.day(int(found["c9"]), int(found["b9"]), year) if year is not None else None
    for index in ("", "2", "3", "4", "5"):
        if found["a" + index]:
            return cal.day(int(found["c" + index]), int(found["b" + index]), int(found["a" + index]))
    return None


def _with_time(text: str, end: int, window: Window | None) -> tuple[int, Window | None]:
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


def _bare_time(text: str, at: int, clock: Clock) -> tuple[int, Window | None] | None:
    """A time of day without a date: it belongs to the publication day."""
    found = CLOCK_TIME.match(text, at)
    if found is None or not (found["h"] or found["hc"] or found["hp"]):
        return None
    if not (_stands_alone(text, found) or (clock.whole and found.end() == len(text))):
        return None
    printed = _clock_text(found, "")
    if printed is None:
        return None
    return found.end(), _at(clock.ref, printed) if clock.ref else None


def _second_time(text: str, at: int, first: Window) -> tuple[int, Window] | None:
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
    last = _at(first.last, end)
    return found.end(), Window(first.first, last.last, f"{first.iso}/{last.iso}")


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    """Whether a time without a date is one: 下午3点, 17:30, 8点半, but not 三点建议 or 1:10."""
    if found["part"] or found["half"] or found["q"] or found["m"]:
        return True
    if found["hc"]:
        return len(found["hc"]) == 2 or bool(found["sc"] or found["pm"])
    return bool(found["hp"]) or "钟" in found[0] or bool(found["mm"])


def _clock_text(found: re.Match[str], before: str) -> str | None:
    """HH:MM or HH:MM:SS, or two of them for 9~11点; None when the clock has no such time. `before` may be the 晚 of 今晚."""
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
    return hour


def _with_range(text: str, end: int, window: Window | None, clock: Clock) -> Found:
    """The point, or the range or open stretch that it begins."""
    link = _RANGE.match(text, end)
    if link and window is not None:
        hours = _second_time(text, link.end(), window)
        if hours:
            return Found(hours[0], "period", hours[1])
    if link:
        following = _read_point(text, link.end(), Clock(clock.ref, window.last.year if window else clock.named))
        if following is not None and following[0] > link.end():
            joined = cal.join(window, following[1]) or _next_year(window, following[1])
            if joined or window is None:
                return Found(following[0], _kind(joined), joined)
    since = _SINCE.match(text, end)
    if since:
        return Found(since.end(), "period", _until_now(window, clock), "since")
    same = _SAME.match(text, end)
    if same:
        return Found(same.end(), _kind(window), window, "same")
    until = _UNTIL.match(text, end)
    return Found(end, _kind(window), window, "until" if until else "anchor")


def _next_year(first: Window | None, last: Window | None) -> Window | None:
    """12月1日至1月3日: the second date lies in the next year."""
    if first is None or last is None or first.last.year != last.first.year:
        return None
    moved = cal.day(last.last.day, last.last.month, last.last.year + 1)
    month = cal.month(last.last.month, last.last.year + 1)
    return cal.join(first, moved if last.grain == "day" else month)


def _until_now(window: Window | None, clock: Clock) -> Window | None:
    """From a point to the publication month; this year's 以来 is the year itself."""
    if window is None or clock.ref is None:
        return window
    now = cal.month(clock.ref.month, clock.ref.year)
    if window.iso == f"{clock.ref.year}" or (window.iso == f"{clock.ref.year - 1}" and clock.ref.month <= 2):
        return window
    return cal.join(window, now) or window


def _kind(window: Window | None) -> str:
    return "date" if window is not None and window.grain == "day" and "/" not in window.iso else "period"


def _expression(text: str, at: int, found: Found, titles: list[tuple[int, int]]) -> TimeExpression:
    """The expression with its role."""
    value = found.number if found.kind == "duration" else found.window.iso if found.window else ""
    role = found.role
    lead = text[max(0, at - 5) : at]
    tail = text[found.end : found.end + 12]
    title = bisect_right(titles, (at, len(text))) - 1
    if title >= 0 and at < titles[title][1]:
        role = "title"
    elif role == "duration":
        role = "attribute" if _ATTRIBUTE_BEFORE.search(lead) or _ATTRIBUTE_AFTER.match(tail) else "duration"
    elif role == "anchor" and (
        _BASE_BEFORE.search(lead) or (_BASE_PAIR_BEFORE.search(lead) and _BASE_AFTER.match(tail))
    ):
        role = "base"
    return TimeExpression(at, found.end, found.kind, value, found.unit, role)
