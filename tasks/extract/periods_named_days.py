"""Days that a text gives a name (5月19日是第14个中国旅游日) and then calls by it (今年旅游日, 这一节日)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasks.extract.periods_stamps import Stamp
from tasks.extract.periods_words import WORDS
from tasks.vocabulary import either

_DAY = len("2024-05-19")
_NAME = r"(?:第?[0-9一二三四五六七八九十百]{1,4}个)?[“\"]?(?P<name>[一-鿿]{2,8}[日节])(?![前后])"
# 5月19日是…旅游日; 旅游日将于5月19日到来
_IS = re.compile(rf"(?:[，,]?(?:正?是|为|即|系|我?们?将?迎来|[，,])(?:了|我国)?){_NAME}")
_FALLS_ON = re.compile(rf"{_NAME}[”\"]?(?:将|定|落)?(?:于|在|是|为|（)$")
_CALLED = re.compile(r"这[一个]?(?:节日|盛会|日子)|该节日")
_LEAD = 24
_REACH = 800
_TAIL = 3
_MOST = 4
# 去年旅游日, 上一个交易日, 旅游日前夕: another day than the one that was named.
_OTHER = re.compile(rf"(?:{either(WORDS['other_days'])})的?(?:第?[0-9一二三四五六七八九十]{{0,4}}个)?[“\"]?$")
_AROUND = re.compile('[”"]?(?:之|以)?[前后]')
_NO_DAYS = tuple(WORDS["no_named_days"])


def called_by_name(text: str, found: Sequence[Stamp]) -> list[Stamp]:
    """The stamps with one for each later mention of a day that has been given a name."""
    if "日" not in text and "节" not in text:
        return list(found)
    starts = [stamp.start for stamp in found]
    more: dict[int, Stamp] = {}
    for stamp, name, at in _names(text, found):
        for match in re.finditer(rf"{re.escape(name[-_TAIL:])}|{_CALLED.pattern}", text[at : at + _REACH]):
            begin, end = at + match.start(), at + match.end()
            index = bisect_left(starts, begin)
            free = index == len(found) or starts[index] >= end
            last = found[index - 1] if index else None
            free = free and (last is None or last.end <= begin)
            if free and not _is_another(text, stamp, last, begin, end):
                more[begin] = replace(stamp, start=begin, end=end, until=False, carries=False)
    return sorted((*found, *more.values()), key=lambda stamp: stamp.start) if more else list(found)


def _is_another(text: str, named: Stamp, last: Stamp | None, begin: int, end: int) -> bool:
    """Whether a name that stands there again is that of another day or thing than the day that was given it."""
    if text.startswith(("”", "活动", "（"), end) or _AROUND.match(text, end):
        return True
    if _OTHER.search(text, max(0, begin - _LEAD), begin):
        return True
    # 2023年旅游日: the year right before the name is another one.
    year = last.period if last and begin - 1 <= last.end + text.startswith("的", last.end) else None
    return year is not None and year[:4] != (named.period or "")[:4]


def _names(text: str, found: Sequence[Stamp]) -> Iterator[tuple[Stamp, str, int]]:
    """The first days of a text that are given a name, the name, and where the words that give it end."""
    told = 0
    for stamp in found:
        if not stamp.daily or len(stamp.period or "") != _DAY or told >= _MOST:
            continue
        match = _IS.match(text, stamp.end, stamp.end + _LEAD)
        match = match or _FALLS_ON.search(text, max(0, stamp.start - _LEAD), stamp.start)
        if match and not match["name"].endswith(_NO_DAYS):
            told += 1
            yield stamp, match["name"], max(match.end(), stamp.end)
