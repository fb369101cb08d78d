"""Dates, periods and lengths of time in Chinese text, as printed and as ISO 8601.

`find_dates` makes one pass of a cheap trigger over the text; only where a digit or a time word can begin an expression
does the grammar run: numeric dates, the ladder year → part of year → day → time, stretches (近三年) and lengths (五年).
Four digits are never a year unless 年 or a date separator follows them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.extract import dates_calendar as cal
from tasks.extract import dates_spans as spans
from tasks.extract.dates_calendar import Window, words
from tasks.extract.dates_clock import bare_time, second_time, with_time
from tasks.extract.dates_grammar import FIRST_RUNG, NUMERIC, RUNGS_BELOW, SEP, SMALL, TWO, WEEK, Clock, full_year
from tasks.extract.dates_people import without_named
from tasks.extract.dates_readers import READERS
from tasks.extract.dates_roles import Found, expression, measures_by, title_spans
from tasks.extract.dates_trigger import NUMBER_START, TRIGGER, begins, folded
from tasks.extract.island_signs import office_at, republic_at
from tasks.extract.model import TimeExpression
from tasks.vocabulary import either

_UNIT_PLACE = re.compile(rf"(?:[0-9]{{1,20}}+|[{NUMBER_START[10:]}]{{1,20}}+)\s?")
_LENGTH_UNITS = frozenset("天个多余来几分秒昼刻小百")
_TO_NOW = either(word for word in words()["now"] if word.endswith("至今"))
_NOW_WORDS = either(words()["now"])
_NOW = re.compile(rf"(?<![出呈体发展涌再浮])(?:{_NOW_WORDS})(?<!至今)|(?:{_TO_NOW})(?![年天日早晚晨夜（(])")
_THOUSANDS = re.compile(r"[0-9],[0-9]{3}(?![0-9])")
_RANGE = re.compile(rf"(?:[（(][^（()）0-9，,。]{{1,8}}[)）])?(?:起(?=至)|开始(?=[至到]))?{SEP}")
_TODAY = re.compile(r"的?今[天日]")
_FILLER = re.compile(r"[的\s]?")
# A bare 来 before a city or a guest is a verb (去年来台旅客); 以来 never is.
_SINCE = re.compile(
    r"(?:[开起]始)?(?:(?:之以?|以)来(?![自源到看临得了袭]|说)|来(?![自源到看临得了袭台华京沪港澳]|说|访)|起?[至迄]今(?![年天日早晚晨夜（(])|起?到现在|起?到目前|起?至目前|起?截至目前|以?来至今)"
)
_UNTIL = re.compile(
    r"(?:之|以)?前(?!后|三|[一二两四五六七八九十0-9]|期|景|沿|列|往|来|提|瞻|两|移|进(?![行入驻场口]|一步))|之际"
)
_ENDED = re.compile(rf"止(?:的?前?(?P<months>{TWO})个月(?:期间)?|的?(?:财政|会计)?年度)")
_SAME = re.compile(r"的?(?:同期|同月|同季|同日)")
# 苏政规〔2022〕, 国发（2015）: what follows is the number of a document.
_NUMBERED = re.compile(r"[〔［\[（(【](?:19|20)[0-9]{2}[〕］\]）)】]$")
# 以每周工作6日计算: how many days, not which.
_EVERY = re.compile("每(?:周|月|年|星期|个月)[^，。；,;0-9]{0,4}$")
_HOLD = 80
_PRICES_REACH = 12
_DECEMBER = 12
_CENTURY = 50
_REPUBLIC: tuple[str, ...] = tuple(words()["republic"])
_SHORT_YEAR = re.compile("(?<![0-9.第近达满历去庆])(1[0-4][0-9])年(?![来前后间里内的多历级龄]|以上)")
# What such a year would look like, in whatever text.
_MAY_COUNT = re.compile("(?<![0-9.])(?:[89][0-9]|1[0-4][0-9])(?:学?年|[、及和与])")
# Neither a part of a year nor a day begins with one of these.
_CLOSING = frozenset(("，", "。", "、", "；", "：", "）", ",", ";", ")"))
_IN_PASSING = ("由", "从", "是", "为", "延续", "保持", "扭转", "改变", "继承", "占")
_NAMING = frozenset({"anchor", "since", "until"})
_ANAPHORIC = frozenset(name[:2] for name in words()["anaphoric_years"])


def find_dates(text: str, published_at: str | None = None) -> list[TimeExpression]:
    """Every date, period and length of time in the text, in order and without overlap; offsets count code points."""
    text = without_named(folded(text))
    clock = Clock(cal.parse_published(published_at))
    clock.whole = len(text) <= 12
    clock.roc = _counts_from_republic(text, clock.year)
    if clock.whole and text in words()["short_festivals"]:
        day = cal.festival(words()["short_festivals"][text], clock.year) if clock.year is not None else None
        return [TimeExpression(0, len(text), "date", day.iso if day else "")]
    titles = title_spans(text)
    results: list[TimeExpression] = []
    limit = last_end = 0
    for trigger in TRIGGER.finditer(text):
        at = trigger.start()
        if at < limit or not begins(text, at):
            continue
        if clock.named is not None and _breaks(text, last_end, at):
            clock.named = None
            if text.find("\n", last_end, at) >= 0:
                clock.told = None
        found = _read_at(text, at, clock)
        if found is None:
            continue
        limit = last_end = found.end
        time = expression(text, at, found, titles)
        if time.role == "now":
            clock.named = None
        elif found.window is not None and _names_a_year(text, at, found, time.role):
            clock.named = clock.told = found.window.last.year
        results.append(time)
    return results


def _counts_from_republic(text: str, year: int | None) -> bool:
    """Whether a text counts by the Republic: in a form that nothing else has, beside offices and measures of Taiwan, or
    where it is about Taiwan and names the year of its publication, or one of the two before it, in that way."""
    if "年" not in text:
        return False
    if republic_at(text, year) >= 0 or any(office in text for office in _REPUBLIC):
        return True
    if _MAY_COUNT.search(text) and office_at(text) >= 0:
        return True
    if year is None or "台湾" not in text:
        return False
    recent = {str(year - cal.REPUBLIC - back) for back in range(3)}
    return any(found[1] in recent for found in _SHORT_YEAR.finditer(text))


def _names_a_year(text: str, at: int, found: Found, role: str) -> bool:
    """Whether the months that follow belong to the year of a date (not to that of a century or of one in passing)."""
    window = found.window
    if window is None or role not in _NAMING or _passing(text, at, found.end):
        return False
    return window.last.year - window.first.year < _CENTURY


def _passing(text: str, start: int, end: int) -> bool:
    """Whether a date is named in passing, so that later months do not belong to it (上年, 由2020年的…)."""
    lead = text[max(0, start - 2) : start]
    named = text[start : start + 2] in _ANAPHORIC or (lead.endswith(_IN_PASSING) and text[end : end + 1] == "的")
    return named or measures_by(lead, text[end : end + _PRICES_REACH])


def _breaks(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends between two offsets, or so much stands there that the year has lost its hold."""
    return end - start > _HOLD or text.find("。", start, end) >= 0 or text.find("\n", start, end) >= 0


def _read_at(text: str, at: int, clock: Clock) -> Found | None:
    """The expression that starts at `at`, longest reading first."""
    if text[at] in NUMBER_START:
        unit = _UNIT_PLACE.match(text, at)
        if unit and text[unit.end() : unit.end() + 1] in _LENGTH_UNITS:
            return _read_length(text, at, clock)
    before = spans.read_before(text, at, clock) if text[at] in "最近过前上后下未今接此随之" else None
    point = _read_point(text, at, clock)
    if before and (point is None or point[0] < before[0]):
        return Found(before[0], "period", before[1], "span")
    if point is not None:
        return _with_range(text, point[0], point[1], clock)
    if text[at] in NUMBER_START:
        return _read_length(text, at, clock)
    now = _NOW.match(text, at)
    return Found(now.end(), "date", cal.single(clock.ref) if clock.ref else None, "now") if now else None


def _read_length(text: str, at: int, clock: Clock) -> Found | None:
    length = spans.read_length(text, at)
    if length is None or text[at - 1 : at] in ("第", ".", "点", "每", "几") or _THOUSANDS.match(text, at - 2):
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
    numeric = NUMERIC.match(text, at) if text[at : at + 1].isascii() else None
    if numeric and (numeric["md"] is None or clock.whole):
        return with_time(text, numeric.end(), _numeric_window(numeric, clock))
    found = FIRST_RUNG.match(text, at)
    if found is None or (found.lastgroup == "roc" and not clock.roc):
        return bare_time(text, at, clock)
    group = found.lastgroup or ""
    if group == "days" and _no_day(text, at, found):
        return None
    return _down_the_ladder(text, found.end(), READERS[group](found, None, clock), clock, RUNGS_BELOW[group])


def _down_the_ladder(
    text: str, end: int, window: Window | None, clock: Clock, rungs: Sequence[re.Pattern[str]]
) -> tuple[int, Window | None]:
    """The point narrowed by the rungs that follow it, each below the one before."""
    for rung in rungs:
        if rung is WEEK:
            if window and window.grain != "day":
                anniversary = _TODAY.match(text, end)
                if anniversary and clock.ref and window.grain == "year":
                    return anniversary.end(), cal.day(clock.ref.day, clock.ref.month, window.first.year)
                break
        elif text[end : end + 1] in _CLOSING:
            continue
        found = rung.match(text, end) or _after_filler(rung, text, end)
        if found is None:
            continue
        narrowed = window if rung is WEEK else READERS[found.lastgroup or ""](found, window, clock)
        if narrowed is None and window is not None:
            break
        window = _narrow(window, narrowed)
        end = found.end()
    return with_time(text, end, window)


def _no_day(text: str, at: int, found: re.Match[str]) -> bool:
    """Whether a bare 第4号, 〔2022〕4号 or 神舟十一号 is the number of something and no day."""
    before = text[at - 1 : at]
    if before == "第" or _EVERY.search(text, max(0, at - 8), at) or _NUMBERED.search(text, max(0, at - 6), at):
        return True
    if text[at].isascii():
        # 国道3号, 建国路12号: a road or a house, unlike 国道3日.
        return text[found.end() - 1] == "号" and before != "" and before in "道路街巷弄线"
    return "一" <= before <= "鿿" and before not in "在到从于是至月自由和"


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
    if found["mdyy"]:
        year = full_year(found["a10"], clock)
        return cal.day(int(found["c10"]), int(found["b10"]), year) if year is not None else None
    for index in ("", "2", "3", "4", "5"):
        if found["a" + index]:
            return cal.day(int(found["c" + index]), int(found["b" + index]), int(found["a" + index]))
    return None


def _with_range(text: str, end: int, window: Window | None, clock: Clock) -> Found:
    """The point, or the range or open stretch that it begins."""
    link = _RANGE.match(text, end)
    if link and window is not None:
        hours = second_time(text, link.end(), window)
        if hours:
            return Found(hours[0], "period", hours[1])
    if link:
        weekday = WEEK.match(text, link.end()) if window and window.grain == "day" else None
        after = window.last if window and weekday and weekday.lastgroup == "weekday" else clock.ref
        following = _read_point(text, link.end(), Clock(after, window.last.year if window else clock.named))
        if following is not None and following[0] > link.end():
            joined = cal.join(window, following[1]) or _next_year(window, following[1])
            if joined or window is None:
                return Found(following[0], _kind(joined), joined)
    ended = _ENDED.match(text, end) if text[end : end + 1] == "止" else None
    if ended and window is not None:
        return Found(ended.end(), "period", _ending_with(window, ended["months"]))
    since = _SINCE.match(text, end)
    if since:
        return Found(since.end(), "period", _until_now(window, clock), "since")
    same = _SAME.match(text, end)
    if same:
        return Found(same.end(), _kind(window), window, "same")
    until = _UNTIL.match(text, end)
    return Found(end, _kind(window), window, "until" if until else "anchor")


def _ending_with(window: Window, months: str | None) -> Window | None:
    """The months or the year that end with a day (截至3月31日止三个月)."""
    last = cal.month(window.last.month, window.last.year)
    if months is None and window.last.month == _DECEMBER:
        return cal.year(window.last.year)
    return cal.join(cal.month(window.last.month - (SMALL[months] if months else 12) + 1, window.last.year), last)


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
    if window.iso == f"{clock.ref.year}" or (window.iso == f"{clock.ref.year - 1}" and clock.ref.month == 1):
        return window
    return cal.join(window, now) or window


def _kind(window: Window | None) -> str:
    return "date" if window is not None and window.grain == "day" and "/" not in window.iso else "period"
