"""Pairs of values that any verb may lead through: 由51家整合为33家, 从20天压到5天, 从2条织成7条.

Two values in one unit with 由 before the first and a verb that ends in 到, 至, 为 or 成 between them are an old and a
new one; 惠及从3个月到60个月的婴儿 has no verb and 从300种药材中找到5种 stays within its first value.
"""

from __future__ import annotations

import re

_AMOUNT = "[0-9][0-9.,]*[万亿千百多余几]*"
_VERB_TO = "[^，。；：、,;0-9的和或不中里]{1,8}(?<![达年月日])[到至为成作]了?[^，。；,;0-9的]{0,3}?"
_LEADS_TO = re.compile(rf"{_VERB_TO}{_AMOUNT}(?P<unit>[^0-9，。；、,;])")
_LED_FROM = re.compile(rf"[^，。；,;0-9]{{0,8}}?{_AMOUNT}(?P<unit>[^0-9，。；、,;]){_VERB_TO}")
_LEAD = re.compile(r"[^，。；,;0-9]{0,8}")


def comes_to(text: str, origin: int, start: int, end: int) -> bool:
    """Whether the value at `start`–`end` behind the 由 at `origin` leads to another one in the same unit."""
    led = _LEADS_TO.match(text, end)
    return led is not None and led["unit"] == text[end - 1] and _LEAD.fullmatch(text, origin + 1, start) is not None


def came_from(text: str, origin: int, start: int, end: int) -> bool:
    """Whether the value at `start`–`end` is what the value behind the 由 at `origin` leads to."""
    first = _LED_FROM.fullmatch(text, origin + 1, start)
    return first is not None and first["unit"] == text[end - 1]
