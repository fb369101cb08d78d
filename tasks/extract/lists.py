"""Lists that print their unit once: 分别回落0.2和0.1个百分点, 分别为15、20和30个."""

from __future__ import annotations

from tasks.extract.amounts import Amount
from tasks.extract.numbers import EXACT

_LINKS = frozenset(("、", "和", "与", "及"))
_PRECISE = frozenset(("share", "points", "temperature"))
_WINDOW = 20


def share_units(text: str, amounts: list[Amount]) -> list[Amount]:
    """The amounts with a unit given to those that only the last of their list prints."""
    for at in range(len(amounts) - 2, -1, -1):
        left, right = amounts[at], amounts[at + 1]
        if right.start - left.end == 1 and left.unit is None and right.unit is not None and _listed(text, left, right):
            amounts[at] = left._replace(
                value=EXACT.multiply(left.plain, EXACT.divide(right.value, right.plain)),
                unit=right.unit,
                kind=right.kind,
                dimension=right.dimension,
            )
    return amounts


def _listed(text: str, left: Amount, right: Amount) -> bool:
    """Do the two stand in one list, printed alike, with a sign that both are measured?"""
    if text[left.end : right.start] not in _LINKS or left.form != "arabic" or right.form != "arabic":
        return False
    if left.elided or left.high is not None or right.high is not None or not right.plain or left.value < 0:
        return False
    if right.dimension == "time" or text[left.start - 1 : left.start] == "第":
        return False
    decimals = "." in text[left.start : left.end] and "." in text[right.start : right.number_end]
    return right.dimension in _PRECISE or decimals or text.find("分别", max(0, left.start - _WINDOW), left.start) >= 0
