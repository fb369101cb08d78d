"""How long a way between two places takes: no figure of either end, but of the area that holds both, if any does."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import replace
from itertools import takewhile

from tasks.extract.cues import ABOUT
from tasks.extract.gazetteer import COUNTRY, words
from tasks.extract.regions_ground import Ground
from tasks.extract.regions_page import as_area, as_printed, common_area
from tasks.extract.regions_place import TOLD, Place
from tasks.vocabulary import either

_LEAD, _PARAGRAPH = 48, 240
_LENGTH = re.compile("(?:小时|分钟|个半小时|个多小时|天|公里|千米)(?:多|余)?$")
_TO = "(?:[东南西北]{0,2}站?|机场)?(?:出发，?)?(?:到达?|抵达|至|开往|前往|去往|飞往|驶往|直达|去|—|-)"
# 甲市与乙县之间, 甲市和乙县的车程.
_AND = re.compile("[东南西北]{0,2}站?(?:与|和|同|跟|、)")
_BETWEEN = re.compile("[东南西北]{0,2}站?(?:之间|间|两地|相距|的(?:车程|路程|距离|里程|行程|航程|通行|高铁|直线))")
_END = "[东南西北]{0,2}站?(?:间|之间|两地)?的?"
# What a way is told with, up to the number: 坐高铁最快只需.
_HOURS = "[0-9.]+(?:个?多?半?小时|分钟)|[一二两三四五六七八九十半]{1,2}个?多?半?小时"
_WAY = rf"(?:{either(words()['journeys'])}|{ABOUT}|，|,|{_HOURS}){{0,14}}"
_KNOWN = re.compile(f"{_TO}$")
_ON_THE_WAY = re.compile(f"{_END}{_WAY}$")
_UNKNOWN = re.compile(f"{_TO}(?P<name>(?!目前|如今|现在|今天|今年)[一-鿿]{{2,4}}?){_END}{_WAY}$")


def journey(ground: Ground, sentence: int, start: int, end: int) -> Place | None:
    """What a time of travel between two places is told of, where it stands in one clause behind them or in the next:
    the area below the country that both lie in, else the two as printed."""
    if not _LENGTH.search(ground.text, start, end):
        return None
    low, high = (bisect_left(ground.starts, at) for at in (max(sentence, start - _LEAD), start))
    ends = [mention for mention in ground.mentions[low:high] if mention.code]
    if not ends:
        return None
    last = ends[-1]
    if len(ends) > 1 and _ON_THE_WAY.match(ground.text, last.end, start):
        first = ends[-2]
        apart = _AND.fullmatch(ground.text, first.end, last.start) and _BETWEEN.match(ground.text, last.end)
        if apart or _KNOWN.match(ground.text, first.end, last.start):
            return _between(ground, (first.start, last.end), [first.code, last.code])
    far = _UNKNOWN.match(ground.text, last.end, start)
    if far is None:
        return None
    near = [region.code for region in ground.book.shorts.get(far["name"], ())]
    province = ground.book.province(last.code)
    inside = next((code for code in near if ground.book.province(code) == province), None)
    return _between(ground, (last.start, far.end("name")), [last.code, inside or COUNTRY])


def _between(ground: Ground, span: tuple[int, int], codes: list[str | None]) -> Place | None:
    """The end that a page of a county or a village tells of, the area that holds two places, else both as printed;
    None where the page is one end's own."""
    area, home = common_area(codes, ground.book), ground.home
    if area in (None, COUNTRY) and (line := _on_line(ground, span[0])):
        return line
    if own := _own_end(ground, codes):
        return replace(as_area(own, ground.book), start=span[0], end=span[1], rule="route")
    if area not in (None, COUNTRY):
        return replace(as_area(area or COUNTRY, ground.book), start=span[0], end=span[1], rule="route")
    if home.reach != TOLD and home.code not in (None, COUNTRY):
        return None
    return replace(as_printed(ground.text[slice(*span)]), start=span[0], end=span[1], rule="route")


def _on_line(ground: Ground, at: int) -> Place | None:
    """The line of one province that national news has told of in front of an offset, as its trains run on from there
    (甲乙高铁今天开通。…乙市到北京缩短到4小时)."""
    if ground.home.code not in (None, COUNTRY):
        return None
    near = takewhile(lambda place: place.end > at - _PARAGRAPH, ground.backwards(at))
    told = next((place for place in near if place.rule == "line"), None)
    within = told is not None and told.code not in (None, COUNTRY) and ground.text.find("\n", told.end, at) < 0
    return told if within else None


def _own_end(ground: Ground, codes: list[str | None]) -> str | None:
    """The one of two ends that a page of a county, a village or a body is at home in, or keeps coming back to."""
    home = ground.home.code or ground.home.around
    if home and ground.book.level(home) != "county":
        return None
    own = [code for code in codes if code not in (None, COUNTRY)]
    if home:
        return next((code for code in own if code == home), None)
    named = Counter(mention.code for mention in ground.mentions)
    again = [code for code in own if named[code] > 1]
    return again[0] if len(again) == 1 and ground.home.rule == "home" else None
