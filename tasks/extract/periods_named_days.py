"""Days that a text gives a name (5月19日是第14个中国旅游日) and then calls by it (今年旅游日, 这一节日)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasks.extract.periods_stamps import Stamp

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
_NO_DAYS = (
    "节假日",
    "工作日",
    "截止日",
    "生日",
    "次日",
    "当日",
    "今日",
    "昨日",
    "明日",
    "每日",
    "环节",
    "季节",
    "细节",
    "春节",
)


def called_by_name(text: str, found: Sequence[Stamp]) -> list[Stamp]:
    """The stamps with one for each later mention of a day that has been given a name."""
    if "日" not in text and "节" not in text:
        return list(found)
    starts = [stamp.start for stamp in found]
    more: list[Stamp] = []
    for stamp, name, at in _names(text, found):
        for match in re.finditer(rf"{re.escape(name[-_TAIL:])}|{_CALLED.pattern}", text[at : at + _REACH]):
            begin, end = at + match.start(), at + match.end()
            index = bisect_left(starts, begin)
            free = index == len(found) or starts[index] >= end
            free = free and not (index and found[index - 1].end > begin)
            if free and not text.startswith(("”", "活动", "（"), end):
                more.append(replace(stamp, start=begin, end=end, until=False, carries=False))
    return sorted((*found, *more), key=lambda stamp: stamp.start) if more else list(found)


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
