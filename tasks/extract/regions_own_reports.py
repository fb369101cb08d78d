"""The area that a title names by its short name as the one that gives out a report of its own.

兰考2021年统计公报, 2023年定南国民经济…公报, 瑞金：一季度经济平稳开局: a name that touches the year or the colon of such
a title is no other word, so that one which is a word elsewhere or has an area of its name inside it will do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tasks.extract.gazetteer import Gazetteer, Region, words
from tasks.extract.model import RegionMention
from tasks.extract.regions_counties import NATURE, wordlike
from tasks.extract.regions_page import county_at, widest
from tasks.extract.regions_titles import TAG
from tasks.vocabulary import either

_LENGTHS = (4, 3, 2)
_PART = (
    "[上下]半年|[前第]?[一二三四]季度|全年|前[0-9一二三四五六七八九十]{1,3}个?月"
    "|[0-9]{1,2}(?:[-—~～至][0-9]{1,2})?月份?"
)
_YEAR = "(?:19|20)[0-9]{2}年度?"
_WHEN = re.compile(rf"(?:关于)?(?:{_YEAR}|{_PART}|今年|去年){{0,4}}")
# What stands behind the name: the time of the report, a colon, or its kind alone.
_TIMED = re.compile(rf"[：:]?\s?(?:{_YEAR}|{_PART}|今年|去年)")
_HEAD = 200
_BREAKS = frozenset("。！？；，,：:、“”\n \u3000（(")


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile(either(words()["own_reports"]))


def reporting_area(title: str, mentions: Sequence[RegionMention], book: Gazetteer) -> list[str]:
    """The code of the area whose report of its own a title is, where it opens with the short name of that area and the
    text tells no more of places elsewhere than of it."""
    bare = TAG.sub("", title)
    found = _WHEN.match(bare)
    at = found.end() if found else 0
    kind = _kinds().search(bare, at)
    for length in _LENGTHS:
        name, end = bare[at : at + length], at + length
        named = widest(name, book)
        region = named[0] if len(named) == 1 else None
        timed = region and _TIMED.match(bare, end)
        told = kind and (timed or kind.start() == end)
        if region and (told or (timed and bare[end] in "：:" and not wordlike(name))):
            return [region.code] if _no_more_elsewhere(region, mentions, book) else []
    return []


def told_area(title: str, text: str, mentions: Sequence[RegionMention], book: Gazetteer) -> list[str]:
    """The code of the county whose short name stands in a title and opens a clause in the head of its text (奋进中的
    临洮工业|2024年，临洮…), where the text tells no more of places elsewhere than of it."""
    for at in range(len(title) - 1):
        region, name = county_at(title, at, book)
        if region is None or region.name[-1] not in "县市旗" or NATURE.match(title, at + len(name)):
            continue
        start = text.find(name, 0, _HEAD)
        if start < 0 or (start and text[start - 1] not in _BREAKS) or NATURE.match(text, start + len(name)):
            continue
        return [region.code] if _no_more_elsewhere(region, mentions, book) else []
    return []


def _no_more_elsewhere(region: Region, mentions: Sequence[RegionMention], book: Gazetteer) -> bool:
    """Whether half of the places of a text or more lie in an area or around it."""
    inside = [book.nested(mention.code, region.code) for mention in mentions if mention.code]
    return sum(inside) * 2 >= len(inside)
