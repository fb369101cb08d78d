"""What a date does in its sentence: anchor, base of a comparison, title of a document, attribute of a plan."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from tasks.extract.dates_calendar import Window
from tasks.extract.model import TimeExpression

_BASE_BEFORE = re.compile(
    r"(?:(?<![占配])比|较|较之于?|相[比较]于?|对比|对照|高于|低于|超过?|超出|多于|少于|好于|快于|慢于)(?:起)?(?:当地|本地|自身)?[“\"\s]?$"
)
# 增速高于甲市今年第一季度的2%: the base is that of another place.
_BASE_ELSEWHERE = re.compile(r"(?:高于|低于|超过|快于|慢于|好于|多于|少于)[\u4e00-\u9fff]{2,5}$")
_LEAD = 8
_BASE_PAIR_BEFORE = re.compile(r"(?:与|同|和|跟|拿|将|把)\s?$")
_BASE_AFTER = re.compile(
    r"[^，。；,;]{0,10}?(?:相[比较]|比较|[对作做]比|对照|比(?=[增下提减上多少高低，,]|起来)|持平|相当|一样)"
)
_BASE_FAR = re.compile(r"[^，。；,;]{0,60}?相[比较]")
_TITLE = re.compile(r"《[^《》\n]{1,80}》")
_ATTRIBUTE_BEFORE = re.compile(r"(?:为期|历时|用时|耗时|期限为?|设立|周期|长达|达|仅需|只需|需)$")
_ATTRIBUTE_AFTER = re.compile(r"(?:过渡期|行动|计划|规划|期限|左右|多?的时间|可达|交通圈)")
# 按2020年不变价计算, 以2018年平均汇率折算: the year of the prices, not of the figure.
_BY = re.compile(r"(?:按照?|以|依照?|依据|根据)$")
_PRICES = re.compile(r"的?[^，。；,;0-9的]{0,6}?(?:不变价|可比价|比价|价格|汇率|物价|现价|币值)")


class Found(NamedTuple):
    """An expression before its role is known."""

    end: int
    kind: str
    window: Window | None
    role: str = "anchor"
    number: str = ""
    unit: str | None = None


def measures_by(lead: str, tail: str) -> bool:
    """Whether a date between these words names the prices that a figure is measured by."""
    return _BY.search(lead) is not None and _PRICES.match(tail) is not None


def title_spans(text: str) -> list[tuple[int, int]]:
    """Where titles of documents stand (《…》)."""
    return [found.span() for found in _TITLE.finditer(text)] if "《" in text else []


def expression(text: str, at: int, found: Found, titles: list[tuple[int, int]]) -> TimeExpression:
    """The expression with its role."""
    value = found.number if found.kind == "duration" else found.window.iso if found.window else ""
    role = found.role
    lead = text[max(0, at - _LEAD) : at]
    tail = text[found.end : found.end + 12]
    title = bisect_right(titles, (at, len(text))) - 1
    if title >= 0 and at < titles[title][1]:
        role = "title"
    elif role == "duration":
        role = "attribute" if _ATTRIBUTE_BEFORE.search(lead) or _ATTRIBUTE_AFTER.match(tail) else "duration"
    elif role == "anchor" and (
        _BASE_BEFORE.search(lead)
        or (tail[:1] == "的" and _BASE_ELSEWHERE.search(lead) is not None)
        or (_BASE_PAIR_BEFORE.search(lead) and (_BASE_AFTER.match(tail) or _BASE_FAR.match(text, found.end)))
    ):
        role = "base"
    return TimeExpression(at, found.end, found.kind, value, found.unit, role)
