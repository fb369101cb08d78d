"""Casualties and dimensions that stand side by side and are not of each other."""

from __future__ import annotations

import re

# 村民遇难5人、失踪3人; 大桥全长98米、宽12米: the second is no part of the first.
_CASUALTIES = frozenset(("死亡", "受伤", "失踪", "遇难", "失联", "丧生", "重伤", "轻伤", "身亡"))
_CASUALTY = re.compile("(?<=..)(?:死亡|受伤|失踪|遇难|失联|丧生|重伤|轻伤|身亡|遇害)$")
_DIMENSIONS = frozenset(
    (
        "全长",
        "总长",
        "海拔",
        "直径",
        "长",
        "宽",
        "高",
        "深",
        "厚",
        "重",
        "面积",
        "总面积",
        "长度",
        "宽度",
        "高度",
        "深度",
        "厚度",
    )
)
_DIMENSION = re.compile("(?:全长|总长|海拔|直径|长度|宽度|高度|深度|厚度|长达?|宽|高|深|厚|重)$")


def without_kin(owner: str, name: str) -> str:
    """An owner without the casualty or the dimension that it ends with where the name is another."""
    if name in _CASUALTIES:
        owner = _CASUALTY.sub("", owner)
    return _DIMENSION.sub("", owner) if owner and name in _DIMENSIONS else owner
