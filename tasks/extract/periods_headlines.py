"""Numbers of headlines: what a headline says without a date is of the time that the story below it tells."""

from __future__ import annotations

import re

from tasks.extract.periods_document import Document
from tasks.extract.periods_stamps import Stamp

_MARK = re.compile("[。；！？]")
_LONGEST = 40
_REACH = 500
_STOCK = re.compile("余额|存量|总量|保有|共有|现有|拥有|在册|在岗|规模")
_THIS_YEAR = re.compile("[，,]?[^，。；,;0-9]{0,6}今年(?:以来)?")
_DIGIT = re.compile("[0-9一二两三四五六七八九十百千万亿.]")


def told_below(document: Document, start: int, end: int) -> int | None:
    """Where the story below the headline of the number at `start`–`end` tells the same number; None where the number
    stands in no headline, or the story does not tell it."""
    text, story = document.text, _story(document, start, end)
    if story is None:
        return None
    at = text.find(text[start:end], *story)
    return at if at >= 0 and not _DIGIT.match(text, at - 1) else None


def year_below(document: Document, until: Stamp, start: int, end: int) -> str | None:
    """The months of a sum in a headline up to the end of one (截至10月底债券发行超6万亿元), where the story below says
    that it is of this year (截至10月底，今年已发行…)."""
    text, story = document.text, _story(document, start, end)
    if story is None or _STOCK.search(text, until.end, start):
        return None
    at = text.find(text[until.start : until.end], *story)
    behind = document.next(at + until.end - until.start) if at >= 0 else None
    if behind is None or not _THIS_YEAR.fullmatch(text, at + until.end - until.start, behind.end):
        return None
    return f"{(until.period or '')[:4]}-01/{until.period}"


def _story(document: Document, start: int, end: int) -> tuple[int, int] | None:
    """Where the story below the headline of the number at `start`–`end` begins and ends; None outside headlines."""
    text = document.text
    low, high = text.rfind("\n", max(0, start - _LONGEST), start) + 1, text.find("\n", end, end + _LONGEST)
    if high < 0 or high - low > _LONGEST or _MARK.search(text, low, high):
        return None
    story = high + len(text[high : high + _REACH]) - len(text[high : high + _REACH].lstrip())
    stop = text.find("\n", story, story + _REACH)
    stop = stop if stop >= 0 else min(len(text), story + _REACH)
    return (story, stop) if _MARK.search(text, story, stop) else None
