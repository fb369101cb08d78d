"""Numbers of headlines: what a headline says without a date is of the time that the story below it tells."""

from __future__ import annotations

import re

from tasks.extract.periods_document import Document

_MARK = re.compile("[。；！？]")
_LONGEST = 40
_REACH = 500
_DIGIT = re.compile("[0-9一二两三四五六七八九十百千万亿.]")


def told_below(document: Document, start: int, end: int) -> int | None:
    """Where the story below the headline of the number at `start`–`end` tells the same number; None where the number
    stands in no headline, or the story does not tell it."""
    text = document.text
    low, high = text.rfind("\n", max(0, start - _LONGEST), start) + 1, text.find("\n", end, end + _LONGEST)
    if high < 0 or high - low > _LONGEST or _MARK.search(text, low, high):
        return None
    story = high + len(text[high : high + _REACH]) - len(text[high : high + _REACH].lstrip())
    stop = text.find("\n", story, story + _REACH)
    stop = stop if stop >= 0 else min(len(text), story + _REACH)
    if not _MARK.search(text, story, stop):
        return None
    at = text.find(text[start:end], story, stop)
    return at if at >= 0 and not _DIGIT.match(text, at - 1) else None
