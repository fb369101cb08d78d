"""Publication dates as pages print them, to ISO 8601 as precise as printed, times in Asia/Shanghai."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

SHANGHAI = timezone(timedelta(hours=8))
FIRST_YEAR, LAST_YEAR = 1990, 2100

_CLOCK = (
    r"(?P<half>上午|下午|中午|晚上|晚|凌晨|早上|早|am|pm|AM|PM)?\s*(?P<hour>[012]?\d)\s*(?::|时|点)\s*(?P<minute>[0-5]?\d)"
    r"(?:\s*(?::|分)\s*(?P<second>[0-5]?\d)(?:\.\d{1,9})?秒?)?(?:\s?(?P<noon>[AaPp]\.?[Mm]\b))?(?P<zone>\s*(?:Z|[+-]\d\d:?\d\d)(?!\d))?"
)
DAY = (
    r"(?<![\d.])(?P<year>(?:19|20)\d\d)\s*(?:年(?!\s*\d{1,2}\s?[-—–])|[-/.]|\s(?=\s*[01]?\d\s*[-/]))\s*(?P<month>0?[1-9]|1[0-2])"
    r"\s*(?:月|[-/.]|\s(?=\s*[0-3]?\d(?:\s|$)))\s*(?P<day>0?[1-9]|[12]\d|3[01])(?!\d|\s*月)\s*日?"
)
PRINTED = re.compile(
    DAY + r"(?:[\s\x1f,，(（【|]*(?:星期|周|礼拜)[一二三四五六日天])?[\s\x1f)）】|,，]*(?:T\s*|"
    r"(?:HKT|CST|GMT\+8|UTC\+8|北京时间|香港时间|台北时间)\s*(?=\d))?(?:" + _CLOCK + r")?"
)
_US = re.compile(
    r"(?<!\d)(?P<month>0?[1-9]|1[0-2])/(?P<day>0?[1-9]|[12]\d|3[01])/(?P<year>(?:19|20)\d\d)(?!\d)(?:\s+"
    + _CLOCK
    + ")?"
)
# As Hong Kong prints it, where no month has the number: 23/04/2024.
_SLASHED = re.compile(
    r"(?<![\d/])(?P<day>1[3-9]|2\d|3[01])/(?P<month>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)(?![\d/])(?:[\s,]+"
    + _CLOCK
    + ")?"
)
# As German and Russian services in Chinese do: 13.07.2012; with dashes nobody puts the month first: 13-07-2012.
_DOTTED = re.compile(
    r"(?<![\d.-])(?P<day>0?[1-9]|[12]\d|3[01])(?P<mark>[.-])(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<year>(?:19|20)\d\d)(?![\d.-])"
    r"(?:[\s,]+" + _CLOCK + ")?"
)
IN_FORCE = re.compile(r"日起\s?(?:正式)?(?:施行|执行|生效|实施|废止)")
"""What a text says of the day from which it holds, which is not the day of its publication."""
# A year of two digits (22-09-21 08:02) is one only with the time of day behind it.
_SHORT_YEAR = re.compile(
    r"(?<![\d.-])(?P<years>[0-4]\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])\s{1,4}" + _CLOCK
)
_SHORT_DAY = re.compile(
    r"\s*(?P<years>[0-4]\d)(?P<mark>[-/.])(?P<month>0[1-9]|1[0-2])(?P=mark)(?P<day>0[1-9]|[12]\d|3[01])(?![\d./-])"
)
# As Taiwan counts the years: 發布日期：111-07-22, 中華民國111年7月22日.
_REPUBLIC = re.compile(
    r"(?:民国|^)\s*(?P<years>8[2-9]|9\d|1[0-4]\d)\s*[年./-]\s*(?P<month>0?[1-9]|1[0-2])\s*[月./-]\s*(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)日?"
)
# As weblogs print it: May 3, 2018 10:15; 3 May 2018.
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NAME = rf"(?P<name>{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)(?:(?:[\s,·|-]|at){1,4}" + _CLOCK + ")?"
_ENGLISH = (
    re.compile(rf"(?<![A-Za-z]){_NAME}\s(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?,\s{{0,2}}{_YEAR}"),
    re.compile(rf"(?<!\d)(?<!\d:)(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?[\s-]{_NAME}[\s,-]{{1,2}}{_YEAR}"),
)
_MONTH_NAME = re.compile("|".join(_MONTHS))
_TIME_BEFORE = re.compile(
    r"(?<!\d)(?P<hour>[01]\d|2[0-3]|\d(?=[^ ]*\s?[AaPp]\.?[Mm])):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?"
    r"(?:\s?(?P<noon>[AaPp]\.?[Mm])\.?)?[\s,|]{1,4}\Z"
)
# As WordPress writes a date in its Chinese translations: 十一月 6th, 2009; 10 月 7, 2026; 2026年十月03日.
_TRANSLATED = re.compile(
    r"(?<![\u3400-\u9fff\d])(?P<month>十[一二]?|[一二三四五六七八九]|1[0-2]|0?[1-9])\s?月\s{0,3}(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\s{0,3}[,，]"
    r"\s{0,3}(?P<year>(?:19|20)\d\d)(?!\d)"
)
_HALF_TRANSLATED = re.compile(
    r"(?<!\d)(?P<year>20\d\d)\s?年\s?(?P<month>十[一二]?|[一二三四五六七八九])\s?月\s?(?P<day>[12]\d|3[01]|0?[1-9])\s?日"
)
_COMPACT = re.compile(
    r"^(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?:(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?P<second>[0-5]\d)?)?$"
)
_EPOCH = re.compile(r"^1\d{9}(?:\d{3})?$")
_URL = re.compile(
    r"(?:(?<!\d)(?P<y1>(?:19|20)\d\d)[-/_]?(?P<m1>0[1-9]|1[0-2])[-/_]?(?P<d1>0[1-9]|[12]\d|3[01])(?!\d))"
    r"|(?:/(?P<y2>20\d\d)/(?P<m2>[1-9]|1[0-2])/(?P<d2>[1-9]|[12]\d|3[01])/)"
    r"|(?:/(?P<y4>20\d\d)/[a-z]{2,20}_?(?P<m4>0[1-9]|1[0-2])(?P<d4>0[1-9]|[12]\d|3[01])/)"
    r"|(?:[/t_](?P<y3>20\d\d)(?P<m3>0[1-9]|1[0-2])(?P<d3>0[1-9]|[12]\d|3[01])(?=\d*[_./]))"
)
_STUCK = re.compile(r"^(\d{4}-\d\d?-\d\d?)[T-](?=\d\d:)")
_NUMERALS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_CHINESE_DAY = re.compile(
    r"(?P<year>[二][〇○零0][〇○零一二三四五六七八九]{2})年(?P<month>十[一二]?|[一二三四五六七八九])月"
    r"(?P<day>[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, or a date and time, with the span of the text that it was read from."""

    iso: str
    start: int
    end: int

    @property
    def day(self) -> str:
        """The date alone."""
        return self.iso[:10]

    @property
    def timed(self) -> bool:
        """Whether a time of day is given."""
        return len(self.iso) > 10


def moments(text: str) -> list[Moment]:
    """Every full date in a text (folded to half width), in order; impossible dates are left out."""
    text = text.replace("\x1f", " ")
    found = [_moment(match) for match in PRINTED.finditer(text)]
    if not found:
        found = [_moment(match) for pattern in (_US, _SLASHED, _DOTTED) for match in pattern.finditer(text)]
    if not found and "月" in text:
        found = [_translated(match) for shape in (_TRANSLATED, _HALF_TRANSLATED) for match in shape.finditer(text)]
    if not found and _MONTH_NAME.search(text):
        found = [_named(match) for shape in _ENGLISH for match in shape.finditer(text)]
    if not found and "-" in text:
        found = [_moment(match) for match in _SHORT_YEAR.finditer(text)]
    return [_with_time_before(moment, text) for moment in found if moment is not None]


def _with_time_before(moment: Moment, text: str) -> Moment:
    """A date with the time of day that stands right before it (16:31 2023/05/02)."""
    clock = _TIME_BEFORE.search(text, max(0, moment.start - 12), moment.start) if len(moment.iso) == 10 else None
    if clock is None:
        return moment
    hour = _of_day(int(clock["hour"]), clock["noon"] or "")
    return Moment(
        f"{moment.iso}T{hour:02}:{clock['minute']}:{clock['second'] or '00'}+08:00", clock.start(), moment.end
    )


def of_republic(text: str) -> Moment | None:
    """The date that a text (folded) begins with, or has behind 民国, the years counted from 1912; None without one."""
    match = _REPUBLIC.search(text)
    if match is None:
        return None
    return _day_of(match, 1911 + int(match["years"]), int(match["month"]), int(match["day"]))


def short_day(text: str) -> Moment | None:
    """The date that a labelled value (folded) begins with, two digits of its year printed; None without one."""
    match = _SHORT_DAY.match(text)
    if match is None:
        return None
    return _day_of(match, 2000 + int(match["years"]), int(match["month"]), int(match["day"]))


def _named(match: re.Match[str]) -> Moment | None:
    iso = _from_parts({**match.groupdict(), "month": str(_MONTHS.index(match["name"]) + 1)})
    return Moment(iso, match.start(), match.end()) if iso else None


def _translated(match: re.Match[str]) -> Moment | None:
    return _day_of(match, int(match["year"]), _small(match["month"]), int(match["day"]))


def _day_of(match: re.Match[str], year: int, month: int, day: int) -> Moment | None:
    iso = _iso(year, month, day, None)
    return Moment(iso, match.start(), match.end()) if iso else None


def written_out(text: str) -> Moment | None:
    """A date in Chinese numerals (二〇二二年五月十七日), as official papers are signed with."""
    match = _CHINESE_DAY.search(text)
    if match is None:
        return None
    return _day_of(match, int(match["year"].translate(_NUMERALS)), _small(match["month"]), _small(match["day"]))


def machine_date(value: str) -> str | None:
    """A date as programs write it: ISO, compact digits or seconds since 1970; None when it is none."""
    value = value.strip()
    if _EPOCH.match(value):
        seconds = int(value[:10])
        return datetime.fromtimestamp(seconds, UTC).astimezone(SHANGHAI).isoformat()
    compact = _COMPACT.match(value)
    if compact:
        return _from_parts(compact.groupdict())
    found = moments(_STUCK.sub(r"\1 ", value))
    return found[0].iso if found else None


def url_date(url: str) -> str | None:
    """The date in a URL's path (/2022-05/17/, t20220517_, /20220517/), or None."""
    path = re.sub(r"^[a-z]+://[^/]+", "", url.split("?")[0])
    for match in _URL.finditer(path):
        groups = [group for group in match.groups() if group is not None]
        iso = _iso(int(groups[0]), int(groups[1]), int(groups[2]), None)
        if iso:
            return iso
    return None


def _moment(match: re.Match[str]) -> Moment | None:
    iso = _from_parts(match.groupdict())
    return Moment(iso, match.start(), match.end()) if iso else None


def _from_parts(parts: Mapping[str, str | None]) -> str | None:
    clock = None
    if parts.get("hour") is not None:
        hour = _of_day(int(parts["hour"] or 0), parts.get("half") or parts.get("noon") or "")
        zone = (parts.get("zone") or "").strip()
        clock = (hour, int(parts["minute"] or 0), int(parts.get("second") or 0), zone)
    year = int(parts.get("year") or 0) or 2000 + int(parts["years"] or 0)
    return _iso(year, int(parts["month"] or 0), int(parts["day"] or 0), clock)


def _of_day(hour: int, half: str) -> int:
    """The hour of the day that a clock of twelve hours shows in a half of it (下午4, 4 PM)."""
    if half.startswith(("A", "a")) and hour == 12:
        return 0
    return hour + 12 if half.startswith(("下午", "晚", "P", "p")) and hour < 12 else hour


def _iso(year: int, month: int, day: int, clock: tuple[int, int, int, str] | None) -> str | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        if clock is None or clock[0] > 23:
            return date(year, month, day).isoformat()
        moment = datetime(year, month, day, *clock[:3], tzinfo=_zone(clock[3]))
        return moment.astimezone(SHANGHAI).isoformat()
    except ValueError:
        return None


def _zone(text: str) -> timezone:
    if text == "Z":
        return UTC
    if not text:
        return SHANGHAI
    sign = -1 if text[0] == "-" else 1
    digits = text[1:].replace(":", "")
    return timezone(sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:])))


def _small(text: str) -> int:
    """一 to 三十一 as a number."""
    tens, _, ones = text.rpartition("十")
    value = int(ones.translate(_NUMERALS)) if ones else 0
    if "十" in text:
        value += 10 * (int(tens.translate(_NUMERALS)) if tens else 1)
    return value
