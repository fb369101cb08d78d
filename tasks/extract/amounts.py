"""Numbers in running text with the unit behind them: one pass, every number, no judgement yet.

`scan` finds each numeral with its unit and the sort of form it has; what is a measurement, a date or a name is decided
elsewhere (`quantities`, `rejects`). Spans are code points of the text as given; only full-width digits and signs are
folded, one character for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from tasks.extract.numbers import ARABIC, EXACT, D, Numeral, S, read_numeral
from tasks.extract.units import Unit, match_rate, match_unit

_FOLD = {0xFF10 + i: ord("0") + i for i in range(10)} | {0xFF0E: ord("."), 0xFF05: ord("%"), 0xFF0B: ord("+")}
_NEEDS_FOLD = re.compile("[０-９．％＋]")
_SMALL = "十百千拾佰仟廿卅"
_CHINESE = rf"[{D}{_SMALL}](?:[{D}{S}廿卅])*+(?:点[{D}]++[{S}]*+)?+"
_TAIL = rf"(?:[余多來来几][{S}]++|[余多几])?+"
_CANDIDATE = re.compile(
    rf"(?P<part>[百千万]分之(?:{ARABIC}|{_CHINESE}){_TAIL})"
    rf"|(?P<slash>(?<![\d/.])\d{{1,4}}/[1-9]\d{{0,3}}(?![\d/.年月]))"
    rf"|(?P<arabic>(?:{ARABIC})(?: ?[{S}]++(?:\d++(?:\.\d++)?)?+)*+{_TAIL})"
    rf"|(?P<vague>(?:(?<![人户次倍总指系少多件个位点辆级岁函参基分])数|好?几|成)[十百千万亿]++)"
    rf"|(?P<chinese>{_CHINESE}(?:分之{_CHINESE})?+{_TAIL})"
    rf"|(?P<half>半(?=个?(?:小时|多?月|年|天|数|多|个|世纪|载|成|小時)))"
)
_PART_SCALE = {"百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01")}
_HALVES = frozenset(("time", "weight", "length", "ratio", "share", "area", "volume", "age", "money"))


class Amount(NamedTuple):
    """One number as printed with its unit; `unit` is None where none is printed, values are in the base unit."""

    start: int
    end: int
    number_start: int
    number_end: int
    value: Decimal
    high: Decimal | None
    unit: str | None
    kind: str
    dimension: str
    qualifier: str
    form: str
    plain: Decimal
    surface: str


def fold(text: str) -> str:
    """Full-width digits and signs as ASCII, length kept."""
    return text.translate(_FOLD) if _NEEDS_FOLD.search(text) else text


def scan(text: str) -> Iterator[Amount]:
    """Every number of a folded text, left to right, without overlaps."""
    at = 0
    while True:
        match = _CANDIDATE.search(text, at)
        if match is None:
            return
        amount = _read(text, match)
        if amount is None:
            at = match.end()
            continue
        yield amount
        at = max(amount.end, match.start() + 1)


def _read(text: str, match: re.Match[str]) -> Amount | None:
    """The amount of one candidate, or None when its characters are no number."""
    form = match.lastgroup or ""
    start, end = match.span()
    if form == "arabic" or form == "chinese":
        return _plain(text, start, end, form)
    if form == "part":
        numeral = _numeral(text[start + 3 : end])
        if numeral is None:
            return None
        scale = _PART_SCALE[text[start]]
        high = None if numeral.high is None else numeral.high * scale
        value = EXACT.multiply(numeral.value, scale * 1)
        return Amount(start, end, start, end, value, high, "%", "percent", "share", numeral.qualifier, form, value, "")
    if form == "slash":
        above, below = text[start:end].split("/")
        value = EXACT.divide(Decimal(above), Decimal(below))
        return Amount(start, end, start, end, value, None, None, "number", "fraction", "exact", form, value, "")
    if form == "half":
        return _with_unit(text, start, end, Numeral(Decimal("0.5")), form)
    return _with_unit(text, start, end, _vague(text[start:end]), form)


def _vague(text: str) -> Numeral:
    """数十, 几百: the scale itself, as a lower bound."""
    numeral = read_numeral("一" + text.lstrip("好几数成"))
    return Numeral(numeral.value if numeral else Decimal(0), None, "over")


def _numeral(text: str) -> Numeral | None:
    return read_numeral(text.replace(" ", "").replace("，", ","))


def _plain(text: str, start: int, end: int, form: str) -> Amount | None:
    """An ordinary numeral; a tail that is no part of it (十来 before no unit) is left out."""
    printed = text[start:end]
    if "分之" in printed:
        return _fraction(text, start, end)
    numeral = _numeral(printed)
    if numeral is None:
        head = re.match(rf"[{D}]++[{S}]*+", printed)
        if head is None or head.end() == len(printed):
            return None
        end = start + head.end()
        numeral = _numeral(text[start:end])
        if numeral is None:
            return None
    return _with_unit(text, start, end, numeral, form)


def _fraction(text: str, start: int, end: int) -> Amount | None:
    """三分之一, 十分之三: the fraction as a number."""
    below, above = text[start:end].split("分之", 1)
    low, high = _numeral(below), _numeral(above)
    if low is None or high is None or not low.value:
        return None
    value = EXACT.divide(high.value, low.value)
    return Amount(start, end, start, end, value, None, None, "number", "fraction", "exact", "fraction", value, "")


def _with_unit(text: str, start: int, end: int, numeral: Numeral, form: str) -> Amount:
    """The numeral with the unit behind it, if there is one."""
    at = end + (text[end : end + 1] == " ")
    half = Decimal(0)
    over = ""
    if text[at : at + 2] in ("个半", "个多"):
        unit = match_unit(text, at + 2)
        if unit is not None and unit.dimension == "time":
            half = Decimal("0.5") if text[at + 1] == "半" else half
            over = "over" if text[at + 1] == "多" else ""
            at += 2
        else:
            unit = match_unit(text, at)
    else:
        unit = match_unit(text, at)
    if unit is None:
        value = numeral.value
        return Amount(
            start, end, start, end, value, numeral.high, None, "number", "", numeral.qualifier, form, value, ""
        )
    return _attach(text, (start, end, at), numeral, unit, form, half, over)


def _attach(
    text: str, places: tuple[int, int, int], numeral: Numeral, unit: Unit, form: str, half: Decimal, over: str
) -> Amount:
    """The amount in the base unit, with 半 or 多 behind the unit taken in (两年半, 2倍多)."""
    start, number_end, at = places
    name, end = match_rate(text, at, unit)
    if unit.dimension in _HALVES and end == at + len(unit.surface):
        following = text[end : end + 1]
        if following == "半" and text[end + 1 : end + 2] not in ("年", "数", "径", "山", "岛", "导", "自"):
            half, end = Decimal("0.5"), end + 1
        elif following == "多" and text[end + 1 : end + 2] not in ("元", "样", "次", "种", "个"):
            over, end = "over", end + 1
    plain = EXACT.add(numeral.value, half)
    high = None if numeral.high is None else EXACT.multiply(EXACT.add(numeral.high, half), unit.factor)
    return Amount(
        start, end, start, number_end, EXACT.multiply(plain, unit.factor), high, name, unit.kind, unit.dimension,
        over or numeral.qualifier, form, plain, unit.surface,
    )  # fmt: skip
