"""Words that take up a time already told: 同一时期, 在此期间, 这些年间 are the stretch of the sentences before."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from tasks.extract import periods_words as cues
from tasks.extract.clauses import SENTENCE_END
from tasks.extract.periods_roles import until_now
from tasks.extract.periods_stamps import Stamp
from tasks.extract.periods_words import WORDS
from tasks.extract.sought import Sought
from tasks.vocabulary import either

_TAKES_UP: list[str] = WORDS["takes_up"]
# 行动期间，共解救…: the time of the deed that the sentences before tell.
_DEED = rf"(?:(?:{either(WORDS['lasting'])})+期间)"
_TAKEN_UP = Sought(
    rf"(?<![^，。；,;：:！？\s])[在而]?(?:{either(_TAKES_UP)}|{_DEED})[间里]?[来]?(?=[，,\u4e00-\u9fff])"
)
_OF_DEED = re.compile(f"[在而]?{_DEED}")
_PASSED_OVER = frozenset({"base", "same", "title", "now", "noted"})
_REACH = 240
_MOST = 12
_FIGURE = re.compile(r"[^。；\n0-9]{0,24}?[0-9]")
_YEAR = len("2019")
# 60年来，…。这几年，…: these years are none of sixty.
_THESE_YEARS, _FEW = ("这几年", "这些年", "这几年来", "这些年来"), 12
_SUM = re.compile(r"(?<![0-9近第])([0-9一二两三四五六七八九十]{1,3}年)(?:间|来|里)?(?:累计|总共|共)")


def taken_up(
    text: str, stamps: Sequence[Stamp], placed: Callable[[Stamp], str | None], published: dt.date | None
) -> list[Stamp]:
    """The stamps with one for each word that takes up a stretch told before it in the paragraph."""
    more: list[Stamp] = []
    starts = [stamp.start for stamp in stamps]
    for match in _TAKEN_UP.finditer(text):
        low = match.start() - _REACH
        index = bisect_left(starts, match.start())
        if index < len(stamps) and starts[index] < match.end():
            continue
        near = [s for s in stamps[max(0, index - _MOST) : index] if low <= s.start]
        stretch = _stretch(text, near, match, placed, published)
        if stretch is not None:
            more.append(stretch)
    return sorted((*stamps, *more), key=lambda stamp: stamp.start) if more else list(stamps)


def _stretch(
    text: str,
    near: Sequence[Stamp],
    match: re.Match[str],
    placed: Callable[[Stamp], str | None],
    published: dt.date | None,
) -> Stamp | None:
    """The stretch that the last dates before an offset tell, as a date of its own; None where they tell none."""
    told = [s for s in near if s.role not in _PASSED_OVER]
    if not told:
        return None
    last = told[-1]
    period = placed(last) if last.role == "span" else last.period
    if period and match.group().endswith(_THESE_YEARS) and _spans(period) > _FEW:
        return None
    if published and period and len(period) == _YEAR and period < str(published.year) and _from_on(text, last):
        return Stamp(match.start(), match.end(), until_now(period, published), "anchor", long=True)
    lasting = last.long or last.role in ("span", "since") or _OF_DEED.fullmatch(match.group()) is not None
    if period and "/" in period and lasting:
        return replace(last, start=match.start(), end=match.end(), period=period, role="anchor", long=True, until=False)
    if summed := _summed_over(text, last, match.start(), placed):
        return Stamp(match.start(), match.end(), summed, "anchor", long=True)
    ends = _two_years(text, told, match.end())
    return Stamp(match.start(), match.end(), ends, "anchor", long=True) if ends else None


def _spans(period: str) -> int:
    """How many years a period runs over."""
    return int(period.rpartition("/")[2][:_YEAR]) - int(period[:_YEAR])


def _summed_over(text: str, last: Stamp, at: int, placed: Callable[[Stamp], str | None]) -> str | None:
    """The years of a sum behind the last date (到2011年，…，十年累计脱贫…。同一时期，…)."""
    summed = _SUM.search(text, last.end, at)
    if summed is None:
        return None
    count, year = cues.span_years(summed[1]), last.period or ""
    told = f"{int(year) - count}/{year}" if count and last.until and year.isdigit() else None
    return placed(replace(last, start=summed.start(), end=summed.end(1), role="span")) or told


def _from_on(text: str, stamp: Stamp) -> bool:
    """Whether words make a date the first of a stretch (从2014年算起)."""
    return (
        text[max(0, stamp.start - 1) : stamp.start] in ("从", "自") and cues.FROM_ON.match(text, stamp.end) is not None
    )


def _two_years(text: str, told: Sequence[Stamp], end: int) -> str | None:
    """Two years told each with its figures (2019年为A，而2015年只有B), for a pair of values behind their word."""
    if len(told) < 2:
        return None
    stop = SENTENCE_END.search(text, end, end + _REACH)
    if not cues.TURN.search(text, end, stop.start() if stop else end + _REACH):
        return None
    years = sorted(s.period or "" for s in told[-2:])
    apart = years[0] != years[1] and all(len(year) == _YEAR for year in years)
    return "/".join(years) if apart and all(_FIGURE.match(text, s.end) for s in told[-2:]) else None
