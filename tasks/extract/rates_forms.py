"""Bare numbers whose form alone says what they are: a rate that is nil, a toll, how strong a quake is."""

from __future__ import annotations

import re

# 发生规模5.5地震, 芮氏规模6.2, 最大震度3: how strong a quake is, without a unit.
_MAGNITUDE = re.compile(r"(?:芮氏|里氏|地震)规模[为达]?$|震度[为达]?$")
_QUAKE_SIZE = re.compile("规模[为达]?$")
_QUAKE_BEHIND = re.compile("(?:左右|以上)?的?[\u3400-\u9fff]{0,3}(?:地震|余震|强震|主震)")
# 第1季GDP零成长.
_NIL_GROWTH = re.compile("[增成]长(?![点极率期股])")
_ZERO_RATE = re.compile(r"率[^，。；,;]{0,24}(?:降|归|为|是|[下保]?[降持][至到为])$")
_AFTER_ZERO = re.compile(r"$|[，。；、！？）)\n]|的")
# 致8死多伤, 3死12伤: a toll in a headline; 较去年同期的293死减少60死 compares two.
_TOLL = re.compile(
    "(?:死(?:亡|者)?|伤)(?=[0-9一二两三四五六七八九十百]{1,3}[死伤]|多伤|[，。；、！）)\\s]|[减增][少加]|[较比为最和与及]|$)"
)
_WINDOW, _NEAR = 48, 6


def is_zero_rate(text: str, start: int, end: int) -> bool:
    """Does a 零 say that a rate is nil (不良率为零, 发生率由8%降为零)?"""
    if text[start:end] == "零" and _NIL_GROWTH.match(text, end):
        return True
    return (
        text[start:end] in ("零", "0")
        and _AFTER_ZERO.match(text, end) is not None
        and _ZERO_RATE.search(text, max(0, start - _WINDOW), start) is not None
    )


def is_toll(text: str, end: int) -> bool:
    """Whether the dead or hurt are counted by the number that ends there (致8死多伤)."""
    return _TOLL.match(text, end) is not None


def told_by_form(text: str, start: int, end: int) -> str:
    """The unit of a rate that is nil, of a toll and of how strong a quake is, "" for any other number."""
    if is_zero_rate(text, start, end):
        return "%"
    return "人" if is_toll(text, end) else "级" if is_magnitude(text, start, end) else ""


def is_magnitude(text: str, start: int, end: int) -> bool:
    """Whether a bare number says how strong a quake is (规模5.5的地震, 最大震度3)."""
    if text[start - 1 : start] not in ("模", "度", "为", "达"):
        return False
    low = max(0, start - _NEAR)
    if _MAGNITUDE.search(text, low, start):
        return True
    return _QUAKE_SIZE.search(text, low, start) is not None and _QUAKE_BEHIND.match(text, end) is not None
