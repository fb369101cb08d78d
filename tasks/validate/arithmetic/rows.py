"""Observation rows as the facts of a page: what a figure is worth as printed, and how finely it is printed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any

from tasks.validate.arithmetic.facts import Fact, Page
from tasks.validate.arithmetic.words import words
from tasks.validate.reading import printed_step

_SHARED = re.compile(r"占(?:比|到)?[为达约]?$")
_DIGIT_SIGNS = frozenset("0123456789○〇零一二三四五六七八九")
_FRACTION = re.compile(r"一半|半数|[二两三四五六七八九十]分之[一二两三四五六七八九]|[2-9]/[2-9]|1/[2-9]")
_WORDS_STEP = 0.2
_SENTENCE_END = re.compile(r"[。！？!?\n]+")


def page_of(rows: Sequence[Mapping[str, Any]], text: str) -> Page:
    """Observation rows of one document (contract column names) as a page of facts in text order."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    ordered = sorted(rows, key=lambda row: (row["start"], row["end"]))
    facts = [_fact(number, row, bisect_right(ends, row["start"]), text) for number, row in enumerate(ordered)]
    return Page(facts, text)


def _fact(number: int, row: Mapping[str, Any], sentence: int, text: str) -> Fact:
    value = float(row["value"])
    exact = row["qualifier"] == "exact" and row["value_high"] is None and not _cut_out(text, row["start"], row["end"])
    return Fact(
        number=number,
        id=row["observation_id"],
        start=row["start"],
        end=row["end"],
        mention=row["mention"],
        value=value,
        unit=row["unit"],
        measure=_measure(row, text),
        exact=exact,
        status=row["status"],
        name=row["indicator"],
        indicator_id=row["indicator_id"],
        region=row["region_code"],
        period=row["period"],
        step=max(printed_step(row["mention"], value), _step_of_words(row["mention"], value)) or _step_of_mean(row),
        sentence=sentence,
    )


def _measure(row: Mapping[str, Any], text: str) -> str:
    """The measure of a row; a percentage right behind 占 is a share, however it was read."""
    if row["measure"] == "level" and row["unit"] in ("%", "‰"):
        return "share" if _SHARED.search(text[max(row["start"] - 4, 0) : row["start"]]) else "level"
    if row["measure"] == "ratio" and row["unit"] == "%" and (text[row["end"] : row["end"] + 1] or " ") in ":：∶":
        return "share"
    if row["measure"] == "ratio" and row["unit"] == "%" and (text[row["start"] - 1 : row["start"]] or " ") in ":：∶":
        return "share"
    return str(row["measure"])


def _cut_out(text: str, start: int, end: int) -> bool:
    """Whether digits stand right beside a mention, so that it may be a piece of a longer number.

    Arabic digits behind a unit begin another one: 952户3122人.
    """
    after = text[end : end + 1]
    other = after.isascii() and not text[end - 1 : end].isdigit()
    return text[max(start - 1, 0) : start] in _DIGIT_SIGNS or (after in _DIGIT_SIGNS and not other)


def _step_of_mean(row: Mapping[str, Any]) -> float:
    """A mean in whole units (人均8793元) is rounded, a count is not."""
    mean = row["unit"] in ("元", "元/人") and "均" in row["indicator"] and words().any_head.search(row["indicator"])
    return 1.0 if mean else 0.0


def _step_of_words(mention: str, value: float) -> float:
    """How coarse 一半 and 三分之一 are: nobody who prints them means a half or a third to the digit."""
    told = "分之" in mention or "半" in mention or "/" in mention
    return _WORDS_STEP * abs(value) if told and _FRACTION.search(mention) else 0.0
