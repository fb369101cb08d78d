"""Pairs of values that any verb may lead through: 由51家整合为33家, 从20天压到5天, 从2条织成7条.

Two values in one unit with 由 before the first and a verb that ends in 到, 至, 为 or 成 between them are an old and a
new one; 惠及从3个月到60个月的婴儿 has no verb and 从300种药材中找到5种 stays within its first value.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.extract.periods_document import Document
from tasks.extract.periods_iso import month_before
from tasks.extract.periods_stamps import Stamp
from tasks.extract.periods_words import CLAUSE_END, last_clause

_AMOUNT = "[0-9][0-9.,]*[万亿千百多余几]*"
_VERB_TO = "[^，。；：、,;0-9的和或不中里]{1,8}(?<![达年月日])[到至为成作]了?[^，。；,;0-9的]{0,3}?"
_LEADS_TO = re.compile(rf"{_VERB_TO}{_AMOUNT}(?P<unit>[^0-9，。；、,;])")
_LED_FROM = re.compile(rf"[^，。；,;0-9]{{0,8}}?{_AMOUNT}(?P<unit>[^0-9，。；、,;]){_VERB_TO}")
_LEAD = re.compile(r"[^，。；,;0-9]{0,8}")
# 50.1下滑至48.9: an index without a unit, and the verb that leads from it.
_BARE_TO = re.compile(rf"{_VERB_TO}[0-9]")
_BARE_FROM = re.compile(rf"[^，。；,;0-9]{{0,8}}?{_AMOUNT}{_VERB_TO}")
# 将今年增速预期由3.9%下调至2.8%: a forecast and what it is now.
_FORECAST = re.compile(
    r"[将把对].*(?:增速|增长率|增幅|涨幅|增长|预期|预测|预估)(?:值|目标)?$|(?:原估|预估|预测|预期|财测|目标价|指引|展望)(?!期|收益率)[^0-9\n]{0,16}$"
)
_REVISES = re.compile("(?:[上下]调|调[高低升降整]|[上下]修|修正|修订)[至到为]")
_REACH = 30
_YEAR = len("2016")


def comes_to(text: str, origin: int, start: int, end: int) -> bool:
    """Whether the value at `start`–`end` behind the 由 at `origin` leads to another one in the same unit."""
    if text[end - 1].isdigit():
        return _BARE_TO.match(text, end) is not None
    led = _LEADS_TO.match(text, end)
    return led is not None and led["unit"] == text[end - 1] and _LEAD.fullmatch(text, origin + 1, start) is not None


def came_from(text: str, origin: int, start: int, end: int) -> bool:
    """Whether the value at `start`–`end` is what the value behind the 由 at `origin` leads to."""
    if text[end - 1].isdigit():
        return _BARE_FROM.fullmatch(text, origin + 1, start) is not None
    first = _LED_FROM.fullmatch(text, origin + 1, start)
    return first is not None and first["unit"] == text[end - 1]


def is_index(text: str, end: int) -> bool:
    """Whether a number has no unit but per cent, as the figures of a month that are held against the last month do."""
    return text[end - 1].isdigit() or text[end - 1] in "%％"


def month_of_old(text: str, before: Sequence[Stamp], origin: int) -> str | None:
    """The month before the one that a pair is told of (5月指数从50.1下滑至48.9), None where it is told of no month."""
    told = next((stamp for stamp in before if stamp.end <= origin and stamp.role != "base"), None)
    if told is None or told.role != "anchor" or told.until or told.future or len(told.period or "") != len("2025-05"):
        return None
    apart = CLAUSE_END.search(text, told.end + 1, origin) or text[told.end - 1] in "底末"
    return None if apart else month_before(told.period or "")


def revised(document: Document, before: Sequence[Stamp], origin: int, start: int, end: int) -> str | None:
    """The year of a forecast that someone has revised (将今年增速预期由3.9%下调至2.8%), for both its values."""
    if not _FORECAST.search(last_clause(document.text, origin)):
        return None
    if not _REVISES.search(document.text, origin, min(document.clause_end(end), end + _REACH)):
        return None
    named = (s for s in before if s.end <= origin and s.role == "anchor" and len(s.period or "") == _YEAR)
    return next((s.period for s in named), str(document.published.year) if document.published else None)


def years_told(earlier: Stamp, last: Stamp) -> str | None:
    """A year and the next one that a sentence has told one after the other (2012年投放1万个；今年…，范围由A扩大到B)."""
    years = (earlier.period or "", last.period or "")
    if any(stamp.role != "anchor" for stamp in (earlier, last)) or any(len(year) != _YEAR for year in years):
        return None
    return "/".join(years) if int(years[1]) - int(years[0]) == 1 else None
