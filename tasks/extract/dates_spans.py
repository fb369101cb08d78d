"""Lengths of time and what is counted from them: 三天后, 近五年, 未来两周, 一年半, 为期3个月."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import NamedTuple

from tasks.extract import dates_calendar as cal
from tasks.extract.dates_calendar import Window, words
from tasks.extract.dates_grammar import NO_MIDDLE, Clock
from tasks.extract.numbers import read_numeral
from tasks.vocabulary import either

_CN = "一二两三四五六七八九十百千零〇"
_UNITS = words()["durations"]
_UNIT = either(_UNITS)
_NUMBER = rf"(?:[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?[万亿]?|[{_CN}]{{1,6}}[万亿]?|[半俩])"
_DATE_UNITS = r"(?:年|个?月|个?(?:星期|礼拜)|周|天|日|个?(?:小时|钟头|钟)|分钟|秒钟?|个?季度)"

BEFORE = re.compile(
    rf"(?P<word>最近的?|近|过去的?|前|上|后|下|未来的?|今后的?|接下来的?|此后的?|随后的?|之前的?)"
    rf"\s?(?P<n>[0-9]{{1,4}}|[{_CN}]{{1,3}})\s?(?P<u>{_DATE_UNITS})(?:以来|来|里|间|之间|之内|内|中(?!{NO_MIDDLE}))?(?![级制代])"
)
LENGTH = re.compile(
    rf"(?P<n>{_NUMBER})(?P<more>多|余|来|几|个多)?(?P<half>个半|半)?(?P<u>{_UNIT})(?P<half2>半)?(?P<more2>多)?"
    rf"(?P<rest>(?:(?:零|又|加上?|外加|余)?[0-9{_CN}]{{1,3}}(?:个月|天|个?小时|时(?!代|期|间)|分钟?|秒钟?)(?![之以]?[前后])){{1,2}})?"
    rf"(?P<tail>(?:之|以)?(?:前|后)(?![排期续端者面往任段半方景期])|以来|来(?!自|源|说|到|的|看|电)|间(?!接|隔|歇|断)|(?:的?时间)?里(?!程|面)|之?内(?!容|外|部|在|生)|中(?=[，,]))?"
)
_PART = re.compile(rf"零?(?P<n>[0-9{_CN}]{{1,3}})(?P<u>个月|天|个?小时|时|分钟?|秒钟?)")
_IN_DAYS = {"年": 365, "季度": 91, "月": 30, "周": 7, "天": 1}
_SECONDS = {"小时": 3600, "刻钟": 900, "分钟": 60, "秒": 1, "天": 86400, "周": 604800}
_LOW_UNITS = {"分": "分钟", "秒钟": "秒", "时": "小时"}
_FIXED = {"半": Decimal("0.5"), "俩": Decimal(2)}
# 刚刚过去的3月, 过去的一季度: a month and a quarter, not three months and one quarter.
_JUST_PAST = ("过去的", "接下来的", "之前的", "随后的")
# 由之前的30天缩短到5天: how long it took before.
_TURNED = re.compile(r"(?:[天日年]|个?月|小时|分钟)[^，。；,;]{0,2}[缩压降减增提延调变][^，。；,;]{0,3}[到至为成]")
# 压缩近6个月时间, 用了近两年: 近 says about how long, not how far back.
_ABOUT_AS_LONG = re.compile(
    "(?:经过|历经|压缩|缩短|节省|延长|推迟|历时|长达|耗时|用时|为期|也得|需要|需|[用花]|[战作守持活干待等]了|[用花]了)$"
)
# 省下40分钟, 只剩下3天: 下 belongs to the verb before it.
_VERBS_DOWN = ("省", "剩", "留", "余", "攒", "拿", "空", "腾")
_PAST = ("最近", "近", "过去", "前", "上", "之前")
# 接近10年前的3倍, 三桥附近17日发生…: 近 ends a word of its own.
_ENDS_A_WORD = tuple("接附邻靠临毗贴就")


class Length(NamedTuple):
    """A length of time read: end offset, number, unit, and what follows it (前, 后, 来, 内 or nothing)."""

    end: int
    value: Decimal
    unit: str
    tail: str


def read_length(text: str, at: int) -> Length | None:
    """The length of time that starts at `at`, or None."""
    found = LENGTH.match(text, at)
    if found is None or _no_length(text, found):
        return None
    value = _number(found["n"])
    if value is None:
        return None
    if found["half"] or found["half2"] or found["u"].startswith("个半"):
        value += Decimal("0.5")
    unit = _UNITS[found["u"]]
    if found["rest"]:
        value, unit = _with_rest(value, unit, found["rest"])
    return Length(found.end(), value, unit, (found["tail"] or "").removeprefix("的").removeprefix("时间"))


def _no_length(text: str, found: re.Match[str]) -> bool:
    unit, number = found["u"], found["n"]
    after = text[found.end("u") : found.end("u") + 1]
    if unit == "日" and not found["tail"]:
        return not (number == "两" or (number.isdigit() and float(number) > 31))
    if unit == "周" and after in ("岁", "年"):
        return True
    if unit == "年":
        return (after in "级龄" and after != "") or (
            len(number) == 4 and number.isdigit() and number[0] in "12" and not found["more"]
        )
    return unit == "秒" and number == "一" and not found["tail"] and after not in ("", "，", "。")


def _number(printed: str) -> Decimal | None:
    if printed in _FIXED:
        return _FIXED[printed]
    numeral = read_numeral(printed)
    return numeral.value if numeral else None


def _with_rest(value: Decimal, unit: str, rest: str) -> tuple[Decimal, str]:
    """One figure for a length in two units (1小时30分钟 → 90 分钟, 一年三个月 → 15 月)."""
    for part in _PART.finditer(rest):
        more = _number(part["n"])
        low = _LOW_UNITS.get(part["u"].removeprefix("个"), part["u"].removeprefix("个"))
        if more is None:
            return value, unit
        if unit == "年" and low == "月":
            value, unit = value * 12 + more, low
        elif unit in _SECONDS and low in _SECONDS:
            value, unit = value * _SECONDS[unit] / _SECONDS[low] + more, low
    return value, unit


def offset(length: Length, clock: Clock) -> Window | None:
    """The year, month or day that lies a length before or after publication (三年前, 两个月后, 10天前)."""
    if clock.ref is None or (length.value != length.value.to_integral_value() and length.unit not in ("年", "月")):
        return None
    sign = -1 if "前" in length.tail else 1
    if length.value > 5000:
        return None
    if length.unit == "年":
        whole = int(length.value)
        if whole != length.value:
            moved = cal.shift_months(clock.ref, sign * int(length.value * 12))
            return cal.month(moved.month, moved.year)
        return cal.year(clock.ref.year + sign * whole)
    if length.unit in ("月", "季度"):
        moved = cal.shift_months(clock.ref, sign * int(length.value * (3 if length.unit == "季度" else 1)))
        return cal.month(moved.month, moved.year)
    if length.unit in _IN_DAYS:
        return cal.single(cal.shift_days(clock.ref, sign * int(length.value) * _IN_DAYS[length.unit]))
    return None


def stretch(number: Decimal, unit: str, past: bool, clock: Clock) -> Window | None:
    """The days of the last or next N years, months, weeks or days; today is in neither."""
    if clock.ref is None or number > 5000:
        return None
    count = int(number)
    if unit in ("年", "月", "季度"):
        step = count * {"年": 12, "季度": 3, "月": 1}[unit]
        if past:
            return _between(cal.shift_months(clock.ref, -step), cal.shift_days(clock.ref, -1))
        return _between(cal.shift_days(clock.ref, 1), cal.shift_months(clock.ref, step))
    if unit not in _IN_DAYS:
        return None
    step = count * _IN_DAYS[unit]
    first = cal.shift_days(clock.ref, -step if past else 1)
    return cal.days(first, max(step, 1))


def _between(first: dt.date, last: dt.date) -> Window | None:
    return cal.join(cal.single(first), cal.single(last))


def read_before(text: str, at: int, clock: Clock) -> tuple[int, Window | None] | None:
    """近三年, 未来两周, 过去十年, 前两天: end offset and window."""
    found = BEFORE.match(text, at)
    if found is None or (text[at - 1 : at] in ("最", "以", "之", "目", "先", "马", "提") and at):
        return None
    if found["u"] in ("月", "季度") and found["word"] in _JUST_PAST:
        return None
    if text[at - 1 : at] in ("由", "从") and _TURNED.match(text, found.end() - 1):
        return None
    if found["word"] == "近" and text.endswith(_ENDS_A_WORD, 0, at):
        return None
    if found["word"] == "近" and _ABOUT_AS_LONG.search(text, max(0, at - 4), at):
        return None
    if found["word"] == "下" and text[at - 1 : at] in _VERBS_DOWN:
        return None
    number = _number(found["n"])
    unit = found["u"].removeprefix("个")
    unit = {"星期": "周", "礼拜": "周", "日": "天", "钟头": "小时", "钟": "小时", "秒钟": "秒"}.get(unit, unit)
    if number is None or (unit == "年" and number >= 1000):
        return None
    past = found["word"].removesuffix("的") in _PAST
    return found.end(), stretch(number, unit, past, clock)
