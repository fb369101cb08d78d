"""Parts of years that stand for those told before: 今年同期 and 2016年同期 of months, 今年 held against 去年同期."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.extract.periods_iso import shifted
from tasks.extract.periods_stamps import Stamp

_SAME_PART = re.compile(r"(?:(?:今|本|当)年|(?P<year>(?:19|20)[0-9]{2})年)的?同期")
_YEAR_BEFORE = ("去年同期", "上年同期")
_NOW_OF_TWO = "今年"
_BARE_MONTH = re.compile(r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月")
# Whatever is held against itself: the one figure stands within a sentence or two of the other.
_REACH = 120
_NEAREST = 6


def in_the_same_part(text: str, found: Sequence[Stamp], reported: str | None, year: int | None) -> list[Stamp]:
    """The stamps with the part of the year that the words leave out, in time linear in their number.

    今年同期 after 去年上半年 is this year's first half and holds on as any date does, so that months behind it are of
    this year; 今年 after 去年同期 is the same part of this year. `reported` is the period that the text reports on.
    """
    if "同期" not in text:
        return list(found)
    made: list[Stamp] = []
    moved: int | None = None
    for stamp in found:
        printed = text[stamp.start : stamp.end]
        part = _part_before(text, made, stamp.start) or (reported if _is_part(reported) else None)
        match = _SAME_PART.fullmatch(printed)
        now = int(match["year"]) if match and match["year"] else year
        if match and now and part and now > int(part[:4]):
            stamp = replace(stamp, period=shifted(part, now - int(part[:4])), role="anchor", carries=True)
            moved = now
        elif moved and _BARE_MONTH.fullmatch(printed) and stamp.period and int(stamp.period[:4]) == moved - 1:
            stamp = replace(stamp, period=shifted(stamp.period, 1))
        elif printed == _NOW_OF_TWO and part and _held_against(text, made, stamp.start):
            stamp = replace(stamp, period=part)
        elif printed[:1].isdigit() or printed[:1] in "今去上明":
            moved = None
        made.append(stamp)
    return made


def _is_part(period: str | None) -> bool:
    """Whether a period is one or more months of one year."""
    first, _, last = (period or "").partition("/")
    return len(first) == len("2016-01") and (not last or last[:4] == first[:4])


def _part_before(text: str, made: Sequence[Stamp], at: int) -> str | None:
    """The last part of a year that the paragraph told before an offset."""
    for stamp in made[-_NEAREST:][::-1]:
        if text.find("\n", stamp.end, at) >= 0:
            return None
        if stamp.role in ("anchor", "since") and not stamp.future and _is_part(stamp.period):
            return stamp.period
    return None


def _held_against(text: str, made: Sequence[Stamp], at: int) -> bool:
    """Whether the same part of the year before was told last, in the same paragraph and near."""
    last = made[-1] if made else None
    near = last is not None and at - last.end <= _REACH and text.find("\n", last.end, at) < 0
    return near and last is not None and text.startswith(_YEAR_BEFORE, last.start)
