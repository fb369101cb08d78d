"""Ratios: 2.67:1 is one mention, 9.5∶41.5∶49.0 are three shares of one whole."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from tasks.extract.amounts import Amount
from tasks.extract.cues import any_of
from tasks.extract.numbers import EXACT

_COLONS = frozenset(":：∶︰﹕比")
_MOST_BETWEEN = 3
_RATIO_WORD = re.compile(r"比(?![赛分拼武])|率(?![先领队])|系数|配(?![合送备])|(?<![分球])差距|倍差")
# 按照3:1的比例: what the pair is stands behind it.
_RATIO_BEHIND = re.compile(r"(?:左右|以[上下])?的[^，。；,;\d]{0,4}比[例率值重价]")
_SCORE = re.compile(rf"的?{any_of('score')}")
_WINDOW = 18
# 轻重工业比例为53.8:46.2: two parts of a hundred, as three would be.
_WHOLE, _ROUNDED = 100, Decimal("0.1")


def join_ratios(text: str, amounts: list[Amount]) -> list[Amount]:
    """The amounts with chains of colons read: three and more parts of a hundred as shares, a pair as a ratio."""
    if not any(_is_colon(text, left, right) for left, right in pairwise(amounts)):
        return amounts
    result: list[Amount] = []
    at = 0
    while at < len(amounts):
        stop = at + 1
        while stop < len(amounts) and _linked(text, amounts[stop - 1], amounts[stop]):
            stop += 1
        result.extend(_read_chain(text, amounts[at:stop]) if stop - at > 1 else amounts[at:stop])
        at = stop
    return result


def _is_colon(text: str, left: Amount, right: Amount) -> bool:
    """Whether only a colon, with a space on both sides or none, stands between two numbers."""
    gap = right.start - left.end
    return (gap == 1 or gap == _MOST_BETWEEN) and text[left.end : right.start].strip() in _COLONS


def _linked(text: str, left: Amount, right: Amount) -> bool:
    return (
        _is_colon(text, left, right)
        and left.unit is None
        and right.unit is None
        and not left.dimension
        and left.value >= 0
        and left.high is None
        and right.high is None
    )


def _read_chain(text: str, parts: list[Amount]) -> list[Amount]:
    """Shares, one ratio, or the numbers as they are (a score, a clock time)."""
    if len(parts) >= 3:
        total = sum(part.value for part in parts)
        if 98 <= total <= 102:
            return [part._replace(unit="%", kind="percent", dimension="share") for part in parts]
        return parts
    first, second = parts
    if abs(first.value + second.value - _WHOLE) <= _ROUNDED and all("." in text[p.start : p.end] for p in parts):
        return [part._replace(unit="%", kind="percent", dimension="share") for part in parts]
    if not second.value or _SCORE.match(text, second.end) or not _is_ratio(text, first, second):
        return parts
    value = EXACT.divide(first.value, second.value)
    return [
        first._replace(
            end=second.end, number_end=second.end, value=value, plain=value, unit="倍", kind="ratio", dimension="ratio"
        )
    ]


def _is_ratio(text: str, first: Amount, second: Amount) -> bool:
    """Whether the words around a pair say so, or its form does: nothing but a ratio is written X.XX:1."""
    if _RATIO_WORD.search(text, max(0, first.start - _WINDOW), first.start) or _RATIO_BEHIND.match(text, second.end):
        return True
    return "." in text[first.start : second.end] and 1 in (first.value, second.value)
