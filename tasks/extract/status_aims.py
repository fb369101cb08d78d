"""Aims that a text looks back on: the figure of what was aimed at, and what came about held to it."""

from __future__ import annotations

import re

_BACK = 8
# 完成了全年1100万人的就业目标: the aim's own figure, whatever came of it.
_OWN_AIM = re.compile("(?:全年|年度|当年|既定|预定|原定|规划|计划)的?(?:新增)?$")
_HELD_TO = re.compile(
    "(?:实现|完成|达到|超过|高于|低于|好于|优于|快于|超额)了?(?:年初|全年|年度|既定|预定|确定|制定|提出|设定|的|约|近)*$"
)
_AIM_BEHIND = re.compile(
    "(?:左右|以上|以下|以内|上下)?的?(?:年初|全年|年度|既定|预定|原定|预期)[^，,。；;\\d]{0,6}目标"
)


def of_aim(text: str, start: int, end: int) -> bool:
    """Whether a number is the figure of an aim that is called so for a year or a plan (完成了全年1100万人的目标,
    实现了6%左右的预期目标)."""
    ahead = _OWN_AIM.search(text, max(0, start - _BACK), start)
    return ahead is not None or _AIM_BEHIND.match(text, end) is not None


def held_to_aim(text: str, start: int, end: int) -> bool:
    """Whether what came about is held to a number that was aimed at (实现了6%左右的预期目标, 低于3%的年度目标)."""
    if _AIM_BEHIND.match(text, end) is None:
        return False
    return _HELD_TO.search(text, max(0, start - _BACK), start) is not None
