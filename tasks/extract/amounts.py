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

from tasks.extract.amounts_forms import CANDIDATE, SIMPLE, START, TENTHS
from tasks.extract.numbers import DIGITS, EXACT, NUMERAL_LIMIT, Numeral, read_numeral
from tasks.extract.units import ONE, Unit, match_rate, match_unit

_FOLD = {0xFF10 + i: ord("0") + i for i in range(10)} | {0xFF0E: ord("."), 0xFF05: ord("%"), 0xFF0B: ord("+")}
_NEEDS_FOLD = re.compile("[０-９．％＋]")
_PART_SCALE = {"百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01")}
_HALVES = frozenset(("time", "weight", "length", "ratio", "share", "area", "volume", "age", "money"))
# 多样, 多次; 比原来的200亩多100亩: here 多 is a verb.
_NOT_MANY = frozenset("元样次种个晶层功孔0123456789")
_FORMAL_ALONE = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟貳參陸")
_ZERO = Decimal(0)
# 千分之-3.26, 百分之负二: what goes before the digits of a share below nil.
_BELOW = ("负", "-", "−")
_BIG = frozenset("万亿萬億")
_DIGITS = frozenset("0123456789")


class Amount(NamedTuple):
    """One number as printed with its unit (None where none is printed), values in the base unit.

    `plain` is the value as stated, `elided` tells that the unit has to come from what is counted (136.5万脱贫人口).
    """

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
    elided: bool = False


def fold(text: str) -> str:
    """Full-width digits and signs as ASCII, length kept."""
    return text.translate(_FOLD) if _NEEDS_FOLD.search(text) else text


def scan(text: str) -> Iterator[Amount]:
    """Every number of a folded text, left to right, without overlaps."""
    at = 0
    for found in START.finditer(text):
        start = found.start()
        if start < at:
            continue
        simple = SIMPLE.match(text, start) if text[start] in _DIGITS else None
        if simple is not None:
            amount = _digits(text, simple)
            if amount is not None:
                yield amount
                at = amount.end
                continue
        match = CANDIDATE.match(text, start)
        if match is None:
            continue
        amount = _read(text, match)
        at = match.end()
        if amount is not None:
            yield amount
            at = amount.end


def _digits(text: str, match: re.Match[str]) -> Amount | None:
    """Plain digits with their unit; None where no unit follows and the grammar has to look closer."""
    start, end = match.span()
    unit = match_unit(text, end)
    if unit is None or not unit.unit:
        return None
    numeral = read_numeral(match.group())
    return None if numeral is None else _attach(text, (start, end, end), numeral, unit, "arabic", _ZERO, "")


def _read(text: str, match: re.Match[str]) -> Amount | None:
    """The amount of one candidate, or None when its characters are no number."""
    form = match.lastgroup or ""
    start, end = match.span()
    if form == "arabic" or form == "chinese":
        return _plain(text, start, end, form)
    if form == "part":
        return _part(text, start, end)
    if form == "slash":
        above, below = text[start:end].split("/")
        return _fraction_of(text, start, end, EXACT.divide(Decimal(above), Decimal(below)), form)
    if form == "over":
        return _fraction(text, start, end)
    if form == "scale":
        return _with_unit(text, start, end, _vague(text[start:end])._replace(qualifier="exact"), "chinese")
    if form == "double":
        return _number(start, end, Decimal(1), "ratio", form)._replace(unit="番", kind="multiple", surface="番")
    if form == "most":
        return _number(start, end, Decimal(50), "share", form)._replace(
            unit="%",
            kind="percent",
            qualifier="over" if text[start:end] == "半" and text[start - 1] != "近" else "exact",
        )
    if form == "half":
        return _with_unit(text, start, end, Numeral(Decimal("0.5")), form)
    return _with_unit(text, start, end, _vague(text[start:end]), form)


def _number(start: int, end: int, value: Decimal, dimension: str, form: str) -> Amount:
    """A number without a unit."""
    return Amount(start, end, start, end, value, None, None, "number", dimension, "exact", form, value, "")


def _part(text: str, start: int, end: int) -> Amount | None:
    """百分之三点五, 千分之六, 千分之-3.2: a share, in per cent."""
    printed = text[start:end]
    digits = printed[printed.index("分") + 1 :].removeprefix("之")
    below = digits.startswith(_BELOW)
    numeral = _numeral(digits[below:])
    if numeral is None:
        return None
    scale = _PART_SCALE[text[start]] * (-1 if below else 1)
    value = EXACT.multiply(numeral.value, scale)
    high = None if numeral.high is None else EXACT.multiply(numeral.high, scale)
    return Amount(start, end, start, end, value, high, "%", "percent", "share", numeral.qualifier, "part", value, "")


def _fraction(text: str, start: int, end: int) -> Amount | None:
    """三分之一, 三又五分之一: the fraction as a number."""
    left, _, above = text[start:end].partition("分之")
    whole, mixed, below = left.rpartition("又")
    parts = [_numeral(part) for part in (whole if mixed else "零", below, above.removeprefix("负"))]
    if any(part is None for part in parts):
        return None
    first, second, third = (part.value for part in parts if part is not None)
    if not second:
        return None
    share = EXACT.divide(third, second) * (-1 if above.startswith("负") else 1)
    return _fraction_of(text, start, end, EXACT.add(first, share), "fraction")


def _fraction_of(text: str, start: int, end: int, value: Decimal, form: str) -> Amount:
    """A fraction alone, or of a measure (四分之一公升)."""
    unit = match_unit(text, end)
    if unit is None or unit.dimension not in _HALVES or unit.dimension in ("share", "money"):
        return _number(start, end, value, "fraction", form)
    return _attach(text, (start, end, end), Numeral(value), unit, form, _ZERO, "")


def _vague(text: str) -> Numeral:
    """数十, 几百: the scale itself, as a lower bound; the upper is ten times as much."""
    numeral = read_numeral("一" + text.lstrip("好几幾数成"))
    return Numeral(numeral.value if numeral else Decimal(0), None, "over")


def _numeral(text: str) -> Numeral | None:
    """The value of a numeral as printed, spaces and a leading point allowed."""
    plain = text.replace(" ", "").replace("，", ",") if " " in text or "，" in text else text
    return read_numeral("零" + plain if plain.startswith("点") else plain)


def _plain(text: str, start: int, end: int, form: str) -> Amount | None:
    """An ordinary numeral; a tail that is no part of it is left out."""
    if end - start == 1 and text[start] in _FORMAL_ALONE and not _formal_stands(text, start, end):
        return None
    numeral, end = _longest(text, start, end)
    if numeral is None:
        return None
    return _with_unit(text, start, end, numeral, form)


def _formal_stands(text: str, start: int, end: int) -> bool:
    """A lone 壹 or 陆 is a numeral before 元 or with nothing around it, else a piece of a word (大陆, 收拾)."""
    if text[end : end + 1] in ("元", "圆"):
        return True
    return (
        text[start] not in "拾佰仟" and not text[max(0, start - 1) : start].strip() and not text[end : end + 1].strip()
    )


def _longest(text: str, start: int, end: int) -> tuple[Numeral | None, int]:
    """The numeral of text[start:end], or of the longest of a few heads of it that is one."""
    numeral = _numeral(text[start:end])
    if numeral is not None or end - start > NUMERAL_LIMIT:
        return numeral, end
    for stop in (end - 1, end - 2, start + 1):
        if start < stop < end:
            numeral = _numeral(text[start:stop])
            if numeral is not None:
                return numeral, stop
    return None, end


def _with_unit(text: str, start: int, end: int, numeral: Numeral, form: str) -> Amount:
    """The numeral with the unit behind it, if there is one."""
    if text[end - 1] in "千兆百" and end - start > 1:
        shifted = _scale_in_unit(text, start, end, form)
        if shifted is not None:
            return shifted
    at = end + (text[end : end + 1] == " ")
    inner = text[at : at + 2] if text[at : at + 1] == "个" else ""
    if inner == "个半" or inner == "个多":
        unit = match_unit(text, at + 2)
        if unit is not None and unit.dimension in ("time", "points"):
            half = Decimal("0.5") if inner == "个半" else Decimal(0)
            over = "over" if inner == "个多" else ""
            return _attach(text, (start, end, at + 2), numeral, unit, form, half, over)
    unit = match_unit(text, at)
    if unit is None or not unit.unit:
        return _unitless(text, start, end, numeral, form, unit)
    return _attach(text, (start, end, at), numeral, unit, form, _ZERO, "")


def _unitless(text: str, start: int, end: int, numeral: Numeral, form: str, scale: Unit | None) -> Amount:
    """A number whose unit is not printed (5个亿 has a scale only)."""
    value, high, stop = numeral.value, numeral.high, end
    elided = not _BIG.isdisjoint(text[start:end])
    if scale is not None:
        unit = match_unit(text, end + len(scale.surface))
        if unit is not None and unit.unit:
            scaled = Numeral(EXACT.multiply(value, scale.factor), None, numeral.qualifier)
            return _attach(text, (start, end, end + len(scale.surface)), scaled, unit, form, _ZERO, "")
        value, stop, elided = EXACT.multiply(value, scale.factor), end + len(scale.surface), True
    return Amount(
        start, stop, start, end, value, high, None, "number", "", numeral.qualifier, form, numeral.value, "", elided
    )  # fmt: skip


def _scale_in_unit(text: str, start: int, end: int, form: str) -> Amount | None:
    """千瓦, 兆瓦, 百帕: the last scale word belongs to the unit."""
    unit = match_unit(text, end - 1)
    if unit is None or len(unit.surface) < 2:
        return None
    last = text[end - 2]
    single = end - start == 2 and unit.surface != "千米"
    if not (single or form == "arabic" or last in "十百万亿拾佰萬億"):
        return None
    numeral = _numeral(text[start : end - 1])
    if numeral is None:
        return None
    return _attach(text, (start, end - 1, end - 1), numeral, unit, form, _ZERO, "")


def _either_way(text: str, at: int, name: str) -> tuple[str, int]:
    """台（套）, 个（处）: a second classifier in brackets belongs to the mention, the first one is the unit."""
    other = match_unit(text, at + 1)
    end = at + 1 + (len(other.surface) if other else 0)
    if other is None or other.kind != "quantity" or text[end : end + 1] not in ("）", ")"):
        return name, at
    return name + "次" if other.surface == "次" else name, end + 1


def _fraction_digits(printed: str) -> Decimal:
    """The decimals of 1米6, 一米七五, 七成五 and 3成5."""
    return Decimal("0." + "".join(str(DIGITS.get(one, one)) for one in printed))


def _attach(
    text: str, places: tuple[int, int, int], numeral: Numeral, unit: Unit, form: str, half: Decimal, over: str
) -> Amount:
    """The amount in the base unit, with 半 or 多 behind the unit taken in (两年半, 2倍多)."""
    start, number_end, at = places
    name, end = match_rate(text, at, unit)
    if unit.kind == "quantity" and text[end : end + 1] in ("（", "("):
        name, end = _either_way(text, end, name)
    if unit.dimension in _HALVES and end == at + len(unit.surface):
        following = text[end : end + 1]
        if following == "半" and text[end + 1 : end + 2] not in ("年", "数", "径", "山", "岛", "导", "自", "个"):
            half, end = Decimal("0.5"), end + 1
        elif following == "多" and text[end + 1 : end + 2] not in _NOT_MANY:
            over, end = "over", end + 1
    if unit.surface in TENTHS and end == at + 1 and (tail := TENTHS[unit.surface].match(text, end)):
        half, end = _fraction_digits(tail.group()), tail.end()
    plain = EXACT.add(numeral.value, half) if half else numeral.value
    high = None if numeral.high is None else EXACT.multiply(EXACT.add(numeral.high, half), unit.factor)
    value = plain if unit.factor is ONE else EXACT.multiply(plain, unit.factor)
    return Amount(
        start, end, start, number_end, value, high, name, unit.kind, unit.dimension,
        over or numeral.qualifier, form, plain, unit.surface,
    )  # fmt: skip
