"""Sums printed in steps: 3元5角, 9年6个月, 4小时18分, 六斤八两, 十块三. One mention, in the largest unit that holds it
in a few decimals (3小时50分钟 in minutes)."""

from __future__ import annotations

from decimal import Decimal

from tasks.extract.amounts import Amount
from tasks.extract.numbers import EXACT

# 4年零2个月: what years cannot hold in a few decimals is told in months.
_MONTHS = Decimal(12)
_SECONDS = Decimal(60)
# How many of the lower unit make one of the upper, by the surfaces as printed.
_STEPS: dict[str, dict[str, Decimal]] = {
    "年": {"个月": _MONTHS},
    "小时": {"分": Decimal(60), "分钟": Decimal(60), "秒": Decimal(3600), "刻钟": Decimal(4)},
    "分钟": {"秒": Decimal(60), "秒钟": Decimal(60)},
    "斤": {"两": Decimal(10)},
    "公斤": {"克": Decimal(1000)},
    "米": {"厘米": Decimal(100), "公分": Decimal(100)},
    "美元": {"美分": Decimal(100)},
}
_MINUTES = frozenset(("分", "分钟"))
_CENTS = frozenset(("分", "分钱"))
_BASES = {"元", "角", "毛", "块", "圆", "块钱"}
_LOOSE = {"块": Decimal("0.1"), "毛": Decimal("0.01")}
_CENTURY, _DECIMALS = 100, 2
_LINKS = ("", "零", "又")
_DIGITS = frozenset("0123456789.")


def join_chain(text: str, upper: Amount, lower: Amount) -> Amount | None:
    """The two as one amount, or None where they are two numbers."""
    if text[upper.end : lower.start] not in _LINKS or upper.high is not None or lower.high is not None:
        return None
    if upper.surface == "分" and lower.unit == "秒" and lower.plain < _SECONDS:
        # 29分15秒: minutes, and no score.
        minutes = EXACT.add(upper.plain, EXACT.divide(lower.plain, _SECONDS))
        return lower._replace(
            start=upper.start, number_start=upper.number_start, value=minutes, plain=minutes, unit="分钟"
        )
    value = _money(text, upper, lower) if upper.unit == "元" else _steps(upper, lower)
    if value is None:
        return None
    if upper.unit == "年" and lower.unit and value != round(value, _DECIMALS):
        months = EXACT.add(EXACT.multiply(upper.value, _MONTHS), lower.plain)
        return lower._replace(start=upper.start, value=months, plain=months)
    if upper.unit == "小时" and lower.surface in _MINUTES and value != round(value, _DECIMALS):
        minutes = EXACT.add(EXACT.multiply(upper.value, _SECONDS), lower.plain)
        return lower._replace(
            start=upper.start, number_start=upper.number_start, value=minutes, plain=minutes, unit="分钟"
        )
    factor = EXACT.divide(upper.value, upper.plain) if upper.plain else Decimal(1)
    return upper._replace(end=lower.end, value=value, plain=EXACT.divide(value, factor), surface=lower.surface)


def _money(text: str, upper: Amount, lower: Amount) -> Decimal | None:
    """3元5角; 块 and 毛 take a bare digit behind them as tenths (九块九)."""
    if lower.surface in _CENTS and upper.surface in _BASES and lower.plain < 100:
        return EXACT.add(upper.value, EXACT.divide(lower.plain, Decimal(100)))
    if lower.unit == "元" and lower.surface not in _BASES - {"角", "毛"} and lower.value < upper.value:
        return EXACT.add(upper.value, lower.value)
    tenths = _LOOSE.get(upper.surface)
    following = text[lower.end : lower.end + 1]
    if (
        lower.unit is None
        and tenths
        and lower.plain < 10
        and lower.end - lower.start == 1 + (text[lower.start] == "零")
        and following not in _DIGITS
    ):
        step = tenths / 10 if text[lower.start] == "零" else tenths
        return EXACT.add(upper.value, EXACT.multiply(step, lower.plain))
    return None


def _steps(upper: Amount, lower: Amount) -> Decimal | None:
    parts = _STEPS.get(upper.unit or "", {}).get(lower.surface)
    if parts is None or lower.plain >= parts or (upper.unit == "年" and upper.plain >= _CENTURY):
        return None
    return EXACT.add(upper.value, EXACT.divide(lower.plain, parts))
