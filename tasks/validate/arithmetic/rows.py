"""Observation rows as the facts of a page: what a figure is worth as printed, and how finely it is printed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from tasks.validate.arithmetic.facts import Fact, Page
from tasks.validate.arithmetic.words import words
from tasks.validate.reading import printed_step

_SHARED = re.compile(r"占(?:比|到)?[为达约]?$")
_DIGIT_SIGNS = frozenset("0123456789○〇零一二三四五六七八九")
_FRACTION = re.compile(r"一半|半数|[二两三四五六七八九十]分之[一二两三四五六七八九]|[2-9]/[2-9]|1/[2-9]")
_WORDS_STEP = 0.2
_SENTENCE_END = re.compile(r"[。！？!?]+\n*|\n+(?!占)")
_PARTS_OF_WHOLE = ("%", "‰")
_MEAN_UNITS = ("元", "元/人")
_PLACE = itemgetter(1, 2)
COLUMNS = (
    "observation_id", "start", "end", "mention", "value", "value_high", "unit", "measure", "qualifier", "status",
    "indicator", "indicator_id", "region_code", "period",
)  # fmt: skip
"""What a fact is made from, as columns of OBSERVATIONS."""
Row = tuple[Any, ...]


def page_of(rows: Sequence[Row], text: str) -> Page:
    """Observation rows of one document (values of COLUMNS) as a page of facts in text order."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    ordered = sorted(rows, key=_PLACE)
    return Page([_fact(number, row, bisect_right(ends, row[1]), text) for number, row in enumerate(ordered)], text)


def _fact(number: int, row: Row, sentence: int, text: str) -> Fact:
    """A row as a fact; it runs for every figure of every page, so the fields stand in their order."""
    key, start, end, mention, value, high, unit, measure, qualifier, status, name, indicator, region, period = row
    exact = qualifier == "exact" and high is None and not _cut_out(text, start, end)
    step = _step(mention, value) or _step_of_mean(unit, name)
    measure = measure if unit not in _PARTS_OF_WHOLE else _measure(measure, unit, text, start, end)
    return Fact(
        number, key, start, end, mention, float(value), unit, measure, exact, status, name, indicator, region, period,
        step, sentence,
    )  # fmt: skip


def _measure(measure: str, unit: str, text: str, start: int, end: int) -> str:
    """The measure of a percentage; right behind 占 it is a share, however it was read, and so it is beside a colon."""
    if measure == "level":
        return "share" if _SHARED.search(text[max(start - 4, 0) : start]) else "level"
    beside = (text[end : end + 1] or " ") in ":：∶" or (text[start - 1 : start] or " ") in ":：∶"
    return "share" if measure == "ratio" and unit == "%" and beside else measure


def _cut_out(text: str, start: int, end: int) -> bool:
    """Whether digits stand right beside a mention, so that it may be a piece of a longer number.

    Arabic digits behind a unit begin another one: 952户3122人.
    """
    after = text[end : end + 1]
    other = after.isascii() and not text[end - 1 : end].isdigit()
    return text[max(start - 1, 0) : start] in _DIGIT_SIGNS or (after in _DIGIT_SIGNS and not other)


def _step_of_mean(unit: str, name: str) -> float:
    """A mean in whole units (人均8793元) is rounded, a count is not."""
    return 1.0 if unit in _MEAN_UNITS and "均" in name and words().any_head.search(name) else 0.0


@lru_cache(maxsize=1 << 14)
def _step(mention: str, value: float) -> float:
    """How finely a figure is printed. A third of the mentions of a batch differ."""
    return max(printed_step(mention, value), _step_of_words(mention, value))


def _step_of_words(mention: str, value: float) -> float:
    """How coarse 一半 and 三分之一 are: nobody who prints them means a half or a third to the digit."""
    told = "分之" in mention or "半" in mention or "/" in mention
    return _WORDS_STEP * abs(value) if told and _FRACTION.search(mention) else 0.0
