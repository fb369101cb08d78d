"""Entries of a chronicle: what a paragraph tells behind the day of years ago that opens it, and parts of a whole that
the sentence before told of a day (155座墓迁入。其中，可以确定姓名的有19位)."""

from __future__ import annotations

import re

from tasks.extract import periods_words as cues
from tasks.extract.periods_document import Document
from tasks.extract.periods_stamps import Stamp

_NUMBER = re.compile("[0-9][0-9.,]*")
_LABEL = re.compile(
    r"[\s\u3000]{0,16}+(?:[（(]?[一二三四五六七八九十0-9]{1,2}[)）.．、])?(?:[\u4e00-\u9fff“”]{2,12}[：:])?在?"
)
_PASSED_OVER = ("base", "same", "title", "noted")
_LONG_AGO = 1
# A count at the hour of a census is its own sort of date.
_HOUR = re.compile("零时|24时")


def of_entry(document: Document, sentence: int, start: int) -> Stamp | None:
    """The day of an earlier year that opens the paragraph of a number, where no other date has been told since."""
    published = document.published
    low = document.paragraph(sentence)
    told = [stamp for stamp in document.before(low, start) if stamp.role not in _PASSED_OVER]
    if published is None or len(told) != 1 or not told[0].daily or told[0].role != "anchor":
        return None
    day = told[0]
    if day.until or day.end > sentence or _HOUR.search(document.text, day.end - 2, day.end + 3):
        return None
    if published.year - int((day.period or str(published.year))[:4]) < _LONG_AGO:
        return None
    opens = _LABEL.fullmatch(document.text, low, day.start) is not None
    now = (
        "已" in cues.last_clause(document.text, start)
        or cues.EXISTING.search(document.text, sentence, start)
        or cues.STANDING.search(document.text, sentence, start)
    )
    return day if opens and not now else None


def whole_before(document: Document, sentence: int) -> tuple[int, int] | None:
    """The last number of the sentence before one that tells of a part of it (其中，…); None where there is none."""
    if not cues.PART.match(document.text, sentence):
        return None
    first, last = document.sentence_before(sentence)
    dates = document.before(first, last)
    numbers = [
        found.span()
        for found in _NUMBER.finditer(document.text, first, last)
        if not any(stamp.start <= found.start() < stamp.end for stamp in dates)
    ]
    return numbers[-1] if numbers and not dates else None
