"""Quantities: numbers that could be measurements, with value, unit, bound and span.

`find_quantities` judges nothing but the form; `rejects.read_numbers` says which of them are dates, names or idioms.
"""

from __future__ import annotations

import re
from decimal import Decimal

from tasks.extract.amounts import Amount, fold, scan
from tasks.extract.amounts_signs import with_signs
from tasks.extract.cues import any_of
from tasks.extract.lists import share_units
from tasks.extract.model import Quantity
from tasks.extract.qualifiers import bound, bound_of_share
from tasks.extract.ranges import join_ranges
from tasks.extract.rates import INDEX_REACH, elided_unit, is_index, rate, yearly
from tasks.extract.ratios import join_ratios
from tasks.extract.shares import share_figures

_MOVED = re.compile(rf"{any_of('moved')}了?(?:[0-9]{{1,3}}位[、和与])*$")
_CURRENCIES = {"港": "港元", "日": "日元", "韩": "韩元"}
_NO_UNIT = re.compile("性别比|汇率")
_NONE = re.compile(rf"{any_of('none')}$")
# 块 behind what is made or sold by the piece is no money (集成电路产量3866亿块).
_PIECES = re.compile(
    rf"{any_of('pieces')}(?:[^，。；,;0-9]{{0,8}}|[^，。；,;0-9]{{0,4}}[0-9.]+[万亿]*块[，,]?[与比较同][^，。；,;]{{2,8}})$"
)
# 少了近10个点, 回落2个点: points of a share or a rate; 设了30个点 are places.
_POINT_BEHIND = re.compile("点(?![位子心])")
_BY_POINTS = re.compile(
    "(?:[多少高低升降涨跌快慢掉差]|差着|回落|提高|提升|收窄|扩大|下滑|加快|放缓|[上下]浮)[出了]?(?:将?近|大?约|超过?|不到|足足|整整|好)*$"
)
# 一周内有效, 60日内办结: a bound on how long.
_SPANS = frozenset(("天", "周", "月", "年", "小时", "分钟", "工作日", "秒"))
_WITHIN = re.compile("内(?![蒙部地陆容])")
_MADE, _NEAR, _COUNTED_BEFORE = 16, 12, 32
_HUNDRED = Decimal(100)
_TENTHS = 10
# Digits that a share keeps which does not come out even, and how many mean that it does not.
_DIGITS, _ENDLESS = 3, 20


def find_quantities(text: str) -> list[Quantity]:
    """Every number with a unit, a scale or a fraction in the text, in order, spans on the text as given."""
    folded = fold(text)
    found: list[Quantity] = []
    floor = 0
    for amount in amounts(folded):
        quantity = quantity_of(folded, amount, floor)
        floor = amount.end
        if quantity.unit:
            found.append(quantity)
    return found


def amounts(folded: str) -> list[Amount]:
    """All numbers of a folded text, sums, ranges and ratios joined, units shared in lists."""
    found = share_units(folded, join_ratios(folded, join_ranges(folded, scan(folded))))
    return share_figures(folded, with_signs(folded, found))


def _currency_before(text: str, start: int, unit: str) -> str | None:
    """新台币300元, 港币50元: the currency named before the number."""
    if unit != "元" or start < 2 or text[start - 1] != "币":
        return None
    return _CURRENCIES.get(text[start - 2])


def _elided(text: str, amount: Amount) -> tuple[str, str]:
    """Unit and kind of a number that prints no unit, from what it counts."""
    unit = elided_unit(text, amount.start, amount.end)
    if unit == "元":
        return rate(text, amount.start, unit), "money"
    if unit == "%":
        return unit, "percent"
    if unit:
        return unit, amount.kind
    reach = INDEX_REACH if is_index(text, amount.start) else _NEAR
    if _NO_UNIT.search(text, max(0, amount.start - reach), amount.start):
        return ("元" if "人民币" in text[max(0, amount.start - _MADE) : amount.start] else unit), "ratio"
    return unit, amount.kind


def _meant(text: str, amount: Amount, unit: str) -> tuple[str, str]:
    """Unit and kind of a printed unit that the words before it make another: places moved, 一家3口, pieces, rates."""
    if amount.surface == "位" and _MOVED.search(text, max(0, amount.start - _NEAR), amount.start):
        return "名次", amount.kind
    if unit == "口" and text[amount.start - 1 : amount.start] == "家":
        return "人", amount.kind
    if amount.surface == "块" and _PIECES.search(text, max(0, amount.start - _COUNTED_BEFORE), amount.start):
        return "块", "quantity"
    if unit == "度" and text.endswith("摄氏", 0, amount.start):
        return "摄氏度", amount.kind
    return _currency_before(text, amount.start, unit) or rate(text, amount.start, unit), amount.kind


def _in_points(text: str, amount: Amount) -> bool:
    """Whether a number tells by how many points a rate moved or differs (少了近10个点)."""
    if amount.surface != "个" or not _POINT_BEHIND.match(text, amount.end):
        return False
    return _BY_POINTS.search(text, max(0, amount.start - _NEAR), amount.start) is not None


def _rounded(value: Decimal) -> Decimal:
    """A share that does not come out even with two decimals, a small one with three digits (三分之一 is 33.33%)."""
    if len(value.as_tuple().digits) < _ENDLESS or value.adjusted() > _DIGITS:
        return value
    return round(value, max(_DIGITS, _DIGITS - value.adjusted()) - 1)


def quantity_of(text: str, amount: Amount, floor: int) -> Quantity:
    """The amount as a quantity: multiples of a 番 worked out, the unit completed, the bound read.

    `floor` is where the number before it ends; words before that belong to that number.
    """
    value, high, unit, kind, end = amount.value, amount.high, amount.unit, amount.kind, amount.end
    if unit is None and amount.dimension == "fraction":
        value, unit, kind = _rounded(value * _HUNDRED), "%", "percent"
    elif unit is None or unit == "":
        unit, kind = _elided(text, amount)
    elif amount.surface == "折":
        # 七五折 and 75折 say the per cent themselves.
        value, kind = (amount.plain if amount.plain > _TENTHS else value), "ratio"
    elif _in_points(text, amount):
        unit, kind, end = "百分点", "percent", end + 1
    elif unit == "番":
        value, unit = Decimal(2) ** min(value, Decimal(20)), "倍"
    else:
        unit, kind = _meant(text, amount, unit)
    unit = yearly(text, amount.start, amount.end, unit)
    if high is not None and amount.qualifier != "about":
        kind = "range"
    if value == 1 and _NONE.search(text, max(0, amount.start - 3), amount.start):
        value = Decimal(0)
    qualifier = bound(text, amount.start, amount.end, floor) or amount.qualifier
    if unit == "%" and qualifier == "exact":
        qualifier = bound_of_share(text, amount.start) or qualifier
    if qualifier == "exact" and unit in _SPANS and _WITHIN.match(text, end):
        qualifier = "under"
    if amount.qualifier == "over" and qualifier == "about":
        qualifier = "over"
    return Quantity(amount.start, end, amount.number_end, value, high, unit, kind, qualifier)
