"""Lists that print their unit once: 分别回落0.2和0.1个百分点, 分别为15、20和30个."""

from __future__ import annotations

import re
from decimal import Decimal

from tasks.extract.amounts import Amount
from tasks.extract.numbers import EXACT
from tasks.extract.units import units

_LINKS = frozenset(("、", "和", "与", "及"))
# 下降0.2个、提高0.8个百分点: the piece of a unit in front of its own verb.
_MOVES = re.compile("[、和，](?:下降|提高|上升|增加|回落|减少|提升|扩大|缩小|降低)了?")
_PRECISE = frozenset(("share", "points", "temperature"))
# 时速从300公里降至250、200公里: two levels that are reached, unlike 第3、5公里.
_REACHED = re.compile("[到至为达]了?$")
_TWO_DIGITS = re.compile("[0-9.,]{2,}")
_WINDOW = 20
_MOST_POINTS = 100
_MOST_APART = 100
_SCALES = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}


def share_units(text: str, amounts: list[Amount]) -> list[Amount]:
    """The amounts with a unit given to those that only the last of their list prints."""
    for at in range(len(amounts) - 2, -1, -1):
        left, right = amounts[at], amounts[at + 1]
        if not _lacks(left, right):
            continue
        moved = _is_of_points(text, left) and _MOVES.fullmatch(text, left.end, right.start) is not None
        if moved or _listed(text, left, right):
            amounts[at] = left._replace(
                value=scaled(text, left, right),
                unit=right.unit,
                kind=right.kind,
                dimension=right.dimension,
                surface=right.surface,
            )
    return amounts


def _is_of_points(text: str, left: Amount) -> bool:
    """Whether a number of 个 can be one of points: small, with decimals (增加4353个、提高2.1个百分点 counts)."""
    return left.surface == "个" and abs(left.value) < _MOST_POINTS and "." in text[left.start : left.end]


def scaled(text: str, left: Amount, right: Amount) -> Decimal:
    """The left value in the unit of the right; a scale of its own stays (143万、85万平方公里), that of the right is
    shared where the two are of one size (33.5和50.6亿元)."""
    factor = units()[right.surface].factor if left.elided else EXACT.divide(right.value, right.plain)
    if left.elided:
        return EXACT.multiply(left.value, factor)
    scale = _SCALES.get(text[right.number_end - 1], Decimal(1)) if left.form == right.form == "arabic" else Decimal(1)
    alike = abs(left.plain) * scale < _MOST_APART * abs(right.plain)
    return EXACT.multiply(EXACT.multiply(left.plain, factor), scale if alike else Decimal(1))


def _lacks(left: Amount, right: Amount) -> bool:
    """Has the left one no unit of its own? 0.9个和1.4个百分点 prints but a piece of it."""
    return right.unit is not None and (left.unit is None or (left.surface == "个" and right.unit == "百分点"))


def _same_scale(text: str, left: Amount, right: Amount) -> bool:
    """143万、115万和85万平方公里: all of one scale, the unit printed with the last."""
    if not left.elided or left.high is not None or right.high is not None or right.surface not in units():
        return False
    return text[left.end - 1] in "万亿" and text[left.end - 1] == text[right.number_end - 1]


def _listed(text: str, left: Amount, right: Amount) -> bool:
    """Do the two stand in one list, printed alike, with a sign that both are measured?"""
    if text[left.end : right.start] not in _LINKS or left.form != "arabic" or right.form != "arabic":
        return False
    if _same_scale(text, left, right):
        return True
    if left.elided or left.high is not None or right.high is not None or not right.plain:
        return False
    if left.value < 0 and right.dimension not in _PRECISE:
        return False
    if right.dimension == "time" or text[left.start - 1 : left.start] == "第":
        return False
    decimals = "." in text[left.start : left.end] and "." in text[right.start : right.number_end]
    if right.dimension in _PRECISE or decimals or text.find("分别", max(0, left.start - _WINDOW), left.start) >= 0:
        return True
    large = all(_TWO_DIGITS.fullmatch(text, side.start, side.number_end) for side in (left, right))
    return large and _REACHED.search(text, max(0, left.start - 2), left.start) is not None
