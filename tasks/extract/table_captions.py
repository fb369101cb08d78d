"""The period that the lines above a table tell: that of its caption or of what leads up to it, never of an aside."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from tasks.extract.model import Article, TimeExpression
from tasks.extract.periods_iso import schema_period
from tasks.extract.periods_words import LEAD_IN
from tasks.extract.table_periods import census_year

_NO_STAMP = ("title", "base", "same")
_DATED = re.compile(r"\d")
_START = attrgetter("start")
# 具体情况如下。, 见下表, 各校情况：: a sentence that hands over to the table rather than telling something of its own.
_LEADS_UP = re.compile(r"如下|[见如]?[下附][列面]?表|见表|一览|[：:]\s*$")
_TELLS = re.compile(r"[。！？!?]\s*$")
_SENTENCE = re.compile(r"[^。！？!?\n]+")
_UNTIL = re.compile(r"\s*(?:截?[至止到]|截止到?|在)?")
_LINES = 3
_REACH = 600


def heading_period(
    span: tuple[int, int], dates: Sequence[TimeExpression], article: Article, reporting: str | None
) -> str | None:
    """The period of a table without one of its own: the only date of its caption, or what the sentences above it are
    of, unless the article reports on another year; the day of publication is none."""
    text = article.text
    caption = text[span[0] : span[1]]
    first = caption.partition("\n")[0]
    told = _TELLS.search(first) is not None and not _LEADS_UP.search(first)
    if told:
        return _told_above(text, span[0] + len(first), dates, reporting)
    values = {period for _, period in _printed(text, span, dates)}
    if not values:
        return census_year(caption)
    value = values.pop() if len(values) == 1 else None
    return None if value == (article.published_at or "")[:10] else value


def _told_above(text: str, end: int, dates: Sequence[TimeExpression], reporting: str | None) -> str | None:
    """The period that the last sentences before an offset open with: the nearest within what the article reports on.

    此前的2020年，… and 与2020年相比，… do not open with their year; another year than the one reported on is an aside.
    """
    low = max(0, end - _REACH)
    for _ in range(_LINES):
        begin = text.rfind("\n", low, end) + 1
        for sentence in reversed(list(_SENTENCE.finditer(text, begin, end))):
            opened = _opened(text, sentence.span(), dates)
            if opened and (reporting is None or opened.startswith(reporting)):
                return opened
        if begin <= low:
            break
        end = begin - 1
    return None


def _opened(text: str, sentence: tuple[int, int], dates: Sequence[TimeExpression]) -> str | None:
    """The period of the date that a sentence opens with, behind what leads into it (据统计，2023年…)."""
    lead = LEAD_IN.match(text, *sentence)
    begin = lead.end() if lead else sentence[0]
    return next((period for at, period in _printed(text, sentence, dates) if _UNTIL.fullmatch(text, begin, at)), None)


def _printed(text: str, span: tuple[int, int], dates: Sequence[TimeExpression]) -> Iterator[tuple[int, str | None]]:
    """The dates between two offsets that print their own figures, and where they stand."""
    low = bisect_left(dates, span[0], key=_START)
    for date in dates[low : bisect_left(dates, span[1], lo=low, key=_START)]:
        printed = text[date.start : date.end]
        if date.kind != "duration" and date.role not in _NO_STAMP and _DATED.search(printed):
            yield date.start, schema_period(date, printed) if date.value else None
