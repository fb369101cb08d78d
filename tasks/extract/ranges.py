"""Ranges and signs: two numbers that are one mention (2—3个, 500元至700元), a minus before a number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from tasks.extract.amounts import Amount
from tasks.extract.chains import join_chain
from tasks.extract.numbers import BIG_SCALES, EXACT, SCALES, read_numeral

CONNECTORS = frozenset(("-", "—", "–", "―", "~", "～", "〜", "－", "−", "至", "到", "——", "--", "～～", "∼", "to"))
# 六、七十公里, 七、八个月: digits that follow each other, and what they may be said of where no scale follows them.
_NEXT = frozenset(pairwise("一二三四五六七八九"))
_LOOSE = frozenset(
    (
        "个",
        "个月",
        "天",
        "年",
        "岁",
        "块",
        "块钱",
        "元",
        "次",
        "斤",
        "亩",
        "米",
        "里",
        "公里",
        "小时",
        "分钟",
        "户",
        "名",
        "家",
        "人",
    )
)
_NO_RANGE_BEHIND = frozenset("第十百千万亿其之初高大一二三四五六七八九")
_CLASSES = ("级", "线", "等", "季", "产业", "年级", "月份", "期")
_SPREAD = ("海拔", "年龄", "跨度", "范围", "区间", "时速", "价格", "票价", "长度", "厚度", "宽度", "深度", "不一")
# 减少2.2万人至18万人, unlike 涨500元至700元.
_MOVED = re.compile(
    "(?:增加|增长|增|减少|下降|下跌|上涨|上升|上扬|回落|下滑|下调|上调|调升|调降|攀升|缩减|降低|提高|[升降涨跌减])(?:了|约|近|逾|超过?)?$"
)
_MOVE_REACH, _FAR = 6, 2
_TO = frozenset(("到", "至"))
_MINUS = frozenset("-−－﹣")
# 减负, 税负, 胜负 …: before these 负 is a burden or a loss, no sign.
_BURDEN = frozenset("正减降增税胜肩背担抱自欺辜不重课费包")
_SIGNS = _MINUS | {"负", "下"}
_NO_MINUS_AFTER = frozenset("0123456789.)）]】%％元万亿个年月日号")


def join_ranges(text: str, amounts: Iterable[Amount]) -> list[Amount]:
    """The amounts with signs read and neighbours joined where a dash, 至 or 到 makes them one range."""
    joined: list[Amount] = []
    for amount in _chained(text, amounts):
        before = joined[-1] if joined else None
        if before is not None and amount.start - before.end <= 4:
            pair = _join(text, before, amount)
            if pair is not None:
                joined[-1] = pair
                continue
        if not amount.start or text[amount.start - 1] not in _SIGNS:
            joined.append(amount)
            continue
        touching = before is not None and before.end >= amount.start - 1
        number = signed(text, amount, touching)
        if before is not None and before.end > number.start:
            joined.pop()
        joined.append(number)
    return joined


def _chained(text: str, amounts: Iterable[Amount]) -> Iterator[Amount]:
    """The amounts with sums in steps joined (3元5角)."""
    waiting: Amount | None = None
    zero: Amount | None = None
    for amount in amounts:
        if waiting is not None and zero is None and _is_zero_of_sum(text, waiting, amount):
            zero = amount
            continue
        pair = None
        if waiting is not None and amount.start - waiting.end <= 1:
            pair = join_chain(text, waiting, amount)
        if waiting is not None and pair is None:
            yield waiting
        if zero is not None and pair is None:
            yield zero
        waiting, zero = pair or amount, None
    if waiting is not None:
        yield waiting
    if zero is not None:
        yield zero


def _is_zero_of_sum(text: str, before: Amount, amount: Amount) -> bool:
    """Whether a 零 only links two steps of a sum (1年零3个月)."""
    return before.end == amount.start and text[amount.start : amount.end] == "零" and amount.unit is None


def signed(text: str, amount: Amount, touching: bool = False) -> Amount:
    """The amount with the minus sign, 负 or 零下 printed before it taken in; a dash that touches a number is none."""
    at = amount.start
    sign = text[at - 1 : at]
    if sign in _MINUS and sign and not touching:
        earlier = text[at - 2 : at - 1] if at > 1 else ""
        if (earlier and (earlier in _NO_MINUS_AFTER or (earlier.isascii() and earlier.isalnum()))) or (
            earlier in _MINUS and earlier
        ):
            return amount
        return _negative(amount, at - 1)
    if sign == "负" and (at == 1 or text[at - 2] not in _BURDEN):
        return _negative(amount, at - 1)
    if sign == "下" and text[at - 2 : at] == "零下":
        return _negative(amount, at - 2)
    return amount


def _negative(amount: Amount, start: int) -> Amount:
    if amount.high is not None:
        # 零下二十七八度: the colder first.
        return amount._replace(start=start, value=-amount.high, high=-amount.value, plain=-amount.plain)
    return amount._replace(start=start, value=-amount.value, plain=-amount.plain)


def _join(text: str, low: Amount, high: Amount) -> Amount | None:
    """One range of the two, or None where they are two numbers."""
    printed = text[low.end : high.start]
    gap = printed.strip(" ")
    # Behind a blank and touching the number, a dash is its sign.
    is_sign = printed.startswith(" ") and printed.endswith("-")
    if gap == "、":
        return _neighbours(text, low, high)
    if gap not in CONNECTORS or is_sign or low.high is not None or high.high is not None:
        return None
    if low.unit is not None and low.unit != high.unit:
        return None
    if gap in _TO and low.unit == high.unit and _is_course(text, low.start, high.end):
        return None
    if gap in _TO and low.unit is not None and _is_move(text, low, high):
        return None
    if low.dimension == "fraction" or high.dimension == "fraction":
        return None
    lower = low.value if low.unit is not None else _same_scale(text, low, high)
    if lower >= high.value:
        return None
    return high._replace(
        start=low.start, number_start=low.number_start, value=lower, high=high.value, form=low.form, plain=low.plain
    )


def _neighbours(text: str, low: Amount, high: Amount) -> Amount | None:
    """六、七十公里, 七、八个月: two neighbouring digits as the ends of a loose range."""
    printed = text[high.number_start : high.number_end]
    pair = (text[low.start : low.end], printed[:1])
    if low.end - low.start != 1 or high.high is not None or high.unit is None or pair not in _NEXT:
        return None
    before = text[low.start - 1 : low.start]
    said = "\u3400" <= before <= "\u9fff" or before in ("，", ",")
    if not said or before in _NO_RANGE_BEHIND or text.startswith(_CLASSES, high.end):
        return None
    if len(printed) == 1 and high.surface not in _LOOSE:
        return None
    start = read_numeral(text[low.start] + printed[1:])
    if start is None:
        return None
    factor = EXACT.divide(high.value, high.plain)
    return high._replace(
        start=low.start,
        number_start=low.number_start,
        value=EXACT.multiply(start.value, factor),
        high=high.value,
        plain=start.value,
        qualifier="about",
    )


def _is_course(text: str, start: int, end: int) -> bool:
    """Whether 从A到B ends its clause: what went from A to B took both values, one after the other; a span of ages or
    heights has both at once."""
    if text[start - 1 : start] != "从" or any(word in text[max(0, start - 10) : start] for word in _SPREAD):
        return False
    return text[end : end + 1] in ("", "，", "。", "；", ",", ";", "、", "\n")


def _is_move(text: str, low: Amount, high: Amount) -> bool:
    """Whether 减少2.2万人至18万人 tells a move and where it led, of which the one is far from the other."""
    moved = _MOVED.search(text, max(0, low.start - _MOVE_REACH), low.start)
    return moved is not None and low.kind != "percent" and abs(high.value) >= _FAR * abs(low.value)


def _same_scale(text: str, low: Amount, high: Amount) -> Decimal:
    """The lower end without a unit of its own takes the unit, and if it has none the scale, of the upper."""
    factor = Decimal(1)
    if high.plain:
        factor = EXACT.divide(high.value, high.plain)
    plain = low.plain
    if text[low.number_end - 1] not in BIG_SCALES:
        scale = _printed_scale(text[high.number_start : high.number_end])
        if EXACT.multiply(plain, scale) < abs(high.plain):
            plain = EXACT.multiply(plain, scale)
    return EXACT.multiply(plain, factor)


def _printed_scale(numeral: str) -> Decimal:
    """The scale that the lower end shares: 万 and 亿 of 三十万, or the 百 of 3百."""
    digits = numeral.rstrip("余多几")
    small = digits.rstrip("万亿萬億兆")
    scale = Decimal(1)
    for character in digits[len(small) :]:
        scale *= SCALES[character]
    if scale == 1 and small[-1:] in ("百", "千", "佰", "仟") and (len(small) == 2 or small[-2:-1].isdigit()):
        return Decimal(SCALES[small[-1]])
    return scale
