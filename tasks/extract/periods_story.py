"""The years of a story: months and seasons that follow a date of an earlier year, and the years counted on from it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from tasks.extract import periods_words as cues
from tasks.extract.periods_iso import PART, shifted
from tasks.extract.periods_stamps import ANNOUNCED, NAMES_YEAR, Stamp
from tasks.extract.periods_words import WORDS
from tasks.extract.sought import Sought
from tasks.vocabulary import either

_LATER_YEARS: dict[str, int] = WORDS["later_years"]
_REACH = 150
_LONG_AGO = 2
_MONTH = len("2019-08")
_DAYS_OF_NEWS = 31
_PRINTED_YEAR = re.compile("(?:19|20)[0-9]{2}年")
_LATER_YEAR = Sought(rf"(?<![^，。；,;\s])到?了?({either(_LATER_YEARS)})(?=[，,春夏秋冬末底\u4e00-\u9fff])")
_LEAD = 16
_FEW = 4
_HALF = 6
_FIVE = 5
_LATELY = 3
# 到2010年, 时间来到2010年, 时针拨到2010年: how a sentence says what year its story has come to.
_COMES_TO = re.compile("而?(?:[一-鿿]{0,4}(?:来|拨|转|走|指向|跨))?[直等]?到了?|截[至止]")
_UP_TO = ("到", "至")
_LENGTH = re.compile("(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[五六七八九]|[0-9]{1,2})年")
_TOLD = frozenset({"anchor", "since"})


def in_story(text: str, stamps: Sequence[Stamp], published: dt.date | None) -> list[Stamp]:
    """The stamps with those that name no year in the year that the story has come to (2019年3月，…。8月，…)."""
    if published is None:
        return list(stamps)
    told: Stamp | None = None
    first = 0
    made = sorted((*stamps, *_later_years(text, stamps)), key=lambda stamp: stamp.start)
    for index, stamp in enumerate(made):
        if told is not None and (stamp.start - told.end >= _REACH or "\n" in text[told.end : stamp.start]):
            told = None
        if told is not None:
            if stamp.role == "later":
                stamp = made[index] = _counted_on(text, stamp, told, first, published)
            stamp = made[index] = _moved(text, stamp, told, published)
        told = _next_told(text, stamp, told, published)
        if told is stamp and _PRINTED_YEAR.match(text, stamp.start):
            first = int((stamp.period or "0")[:4])
    return [stamp for stamp in made if stamp.period or stamp.role != "later"]


def _later_years(text: str, stamps: Sequence[Stamp]) -> list[Stamp]:
    """第二年 as stamps without a period; those that stand in a date already are left out."""
    taken = {stamp.start for stamp in stamps}
    found = [match for match in _LATER_YEAR.finditer(text) if match.start(1) not in taken]
    return [Stamp(match.start(1), match.end(1), None, "later") for match in found]


def _next_told(text: str, stamp: Stamp, told: Stamp | None, published: dt.date) -> Stamp | None:
    """The date that a story has come to behind a stamp; None where it is none or back at its own time."""
    if stamp.role not in _TOLD or not stamp.period or "/" in stamp.period or stamp.future:
        return None if stamp.role == "now" or (stamp.period or "")[:4] == str(published.year) else told
    past = int(stamp.period[:4]) < published.year
    named = _PRINTED_YEAR.match(text, stamp.start) is not None
    return stamp if past and (named or told is not None) else None


def _counted_on(text: str, stamp: Stamp, told: Stamp, first: int, published: dt.date) -> Stamp:
    """第三年 counted from the year that the story began with, 转年 from the one it has come to."""
    printed = text[stamp.start : stamp.end]
    year = first if printed.startswith("第") else int((told.period or "0")[:4])
    later = year + _LATER_YEARS[printed]
    known = year > 0 and later <= published.year
    return replace(stamp, period=str(later), role="anchor", carries=True) if known else stamp


def _moved(text: str, stamp: Stamp, told: Stamp, published: dt.date) -> Stamp:
    """A stamp that names no year, in that of the date told before it or, where its month lies before that, the next."""
    year = int((told.period or "0")[:4])
    period, printed = stamp.period or "", text[stamp.start : stamp.end]
    if stamp.role != "anchor" or NAMES_YEAR.search(printed) or period[:4] != str(published.year):
        return stamp
    if ANNOUNCED.search(text, max(0, stamp.start - _FEW), stamp.start):
        return stamp
    close = len(told.period or "") >= _MONTH
    if not (close or year <= published.year - _LONG_AGO) or len(period) == PART or _just_now(period, published):
        return stamp
    before = close and len(period) >= _MONTH and period[5:7] < (told.period or "")[5:7]
    back = published.year - year - before
    return replace(stamp, period=shifted(period, -back), future=False) if back > 0 else stamp


def _just_now(period: str, published: dt.date) -> bool:
    """Whether a day or month lies so near before the publication that news would tell it."""
    first = period.partition("/")[0]
    if len(first) < _MONTH:
        return False
    day = dt.date.fromisoformat(first if len(first) == len("2019-08-01") else f"{first[:_MONTH]}-01")
    return abs((published - day).days) <= _DAYS_OF_NEWS


def told_to(
    text: str, stamps: Sequence[Stamp], sentence: Callable[[int], int], published: dt.date | None
) -> dict[int, str]:
    """The stretches whose last year a text names (十年过去了，到2010年: 2000/2010), by their length."""
    found = {}
    for stamp in stamps:
        lead = cues.SPAN_TO.search(text, max(0, stamp.start - _LEAD), stamp.start) if stamp.until else None
        count = cues.span_years(lead.group()) if lead else None
        if count and stamp.period and len(stamp.period) == len("2010"):
            found[count] = f"{int(stamp.period) - count}/{stamp.period}"
    return found or _one_stretch(text, stamps, sentence, published)


def _one_stretch(
    text: str, stamps: Sequence[Stamp], sentence: Callable[[int], int], published: dt.date | None
) -> dict[int, str]:
    """The one stretch that a text tells of, up to the year that it comes to (十年间，…。到了2010年，…)."""
    ends = {s.period for s in stamps if s.period and _comes_to(text, s, sentence, published)}
    if len(ends) != 1:
        ends = _told_beside(text, stamps, sentence, published)
    end = ends.pop() if len(ends) == 1 else None
    so_far = _by_then(text, stamps, end, published)
    spans = [s for s in stamps if s.role == "span" and not (so_far and text[s.end - 1] == "来")]
    counts = {cues.span_years(text[s.start : s.end]) for s in spans}
    count = counts.pop() if len(counts) == 1 else None
    return {count: f"{int(end) - count}/{end}"} if end and count and count >= _FIVE else {}


def _by_then(text: str, stamps: Sequence[Stamp], end: str | None, published: dt.date | None) -> bool:
    """Whether a text of the second half of a year says only what there was by the end of the last one (截至2016年):
    its 五年来 goes on to the time of the text."""
    if end is None or published is None or published.month <= _HALF or end >= str(published.year):
        return False
    return any(s.period == end and "截" in text[max(0, s.start - 3) : s.start] for s in stamps)


def _told_beside(
    text: str, stamps: Sequence[Stamp], sentence: Callable[[int], int], published: dt.date | None
) -> set[str]:
    """The years of late that a sentence comes to which tells of the stretch itself (打了十年，危房到2020年减到…)."""
    lengths = {found[0] for s in stamps if s.role == "span" and (found := _LENGTH.search(text, s.start, s.end))}
    return {
        s.period
        for s in stamps
        if s.period
        and text[s.start - 1 : s.start] in _UP_TO
        and _of_late(text, s, published)
        and any(_in_sentence(text, length, sentence(s.start), s.end) for length in lengths)
    }


def _in_sentence(text: str, words: str, start: int, at: int) -> bool:
    """Whether words stand in the sentence from `start` on that holds an offset."""
    stop = text.find("。", at, at + _REACH)
    return text.find(words, start, stop if stop >= 0 else at + _REACH) >= 0


def _of_late(text: str, stamp: Stamp, published: dt.date | None) -> bool:
    """Whether a stamp is a printed year of late."""
    year = int(stamp.period) if stamp.period and stamp.period.isdigit() and len(stamp.period) == len("2010") else 0
    return published is not None and 0 < year < published.year <= year + _LATELY and text[stamp.start].isdigit()


def _comes_to(text: str, stamp: Stamp, sentence: Callable[[int], int], published: dt.date | None) -> bool:
    """Whether a sentence opens with a year of late that its story has come to (到了2010年，…)."""
    if not _of_late(text, stamp, published):
        return False
    begins = cues.LEAD_IN.match(text, sentence(stamp.start), stamp.start)
    lead = text[begins.end() if begins else stamp.start : stamp.start].strip()
    # 截至2021年底 tells what there was by then, wherever the story has come to.
    stock = lead[:1] == "截" and text[stamp.end - 1] in "底末"
    return _COMES_TO.fullmatch(lead) is not None and not stock
