"""Where a text about one area turns to the whole country and stays there (放眼全国，…; 据商务部统计，…), and
where it only tells a part of what was told (其中甲市30所)."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile

from tasks.extract import regions_words as cues
from tasks.extract.gazetteer import COUNTRY, words
from tasks.extract.regions_ground import Ground
from tasks.extract.regions_nation import OF_CHINA, OF_NATION
from tasks.extract.regions_place import TOLD, Place, Spot
from tasks.vocabulary import either

_MINISTRY = 3
_BACK = 900
# 放眼全国，…; 从全国来看，…; 就全国而言，….
_LOOKS = re.compile("(?:放眼|纵观|综观|环顾|着眼)$")
_FROM = re.compile("(?:从|就)$")
_SEEN = re.compile("(?:范围内?|层面|情况|数据)?(?:来看|看|而言|来说|来讲)[，,]")
# 全国文明城市, 全国首个, 从全国遴选: of the country only what something here is.
_OF_SOMETHING = (cues.CHOSEN, cues.SUPERLATIVE, cues.HONOUR, OF_NATION, cues.AFTER_COMPARED)


def turns_to_nation(spot: Spot) -> bool:
    """Whether 全国 is what a text turns to with so many words, or what a sentence of national news opens with."""
    text, place = spot.text, spot.place
    if _LOOKS.search(spot.lead) or (_FROM.search(spot.lead) and _SEEN.match(text, place.end)):
        return True
    if not spot.opens or cues.BYLINE.match(text) is None or any(told.match(text, place.end) for told in _OF_SOMETHING):
        return False
    return text.startswith("全国", place.start) or OF_CHINA.match(text, place.start) is not None


@cache
def _ministry() -> re.Pattern[str]:
    """A ministry or an office of the state that tells or does what the sentence says."""
    names = either(name for name in words()["national_bodies"] if len(name) >= _MINISTRY and name[-1] in "部署院")
    office = "国家(?:(?!电)[一-鿿]){2,9}?(?:局|委|办)"
    lead = r"[\s　]*(?:(?:此外|同时|另外|目前|今天|昨天|近日|日前)，?)?(?:根?据|记者从)?"
    return re.compile(rf"{lead}(?:{names}|{office})(?!门|专家|专项|等[0-9一二三四五六七八九十])")


def of_ministry(ground: Ground, sentence: int) -> bool:
    """Whether a ministry opens a sentence of national news that is about one area."""
    return ground.bylined and _ministry().match(ground.text, sentence) is not None


def kept_to_nation(ground: Ground, paragraph: int) -> Place | None:
    """The country, in a paragraph behind one that turned to it and came back to no place, where a text is about one
    area."""
    home = ground.home
    if paragraph == 0 or home.code in (None, COUNTRY) or home.reach == TOLD or home.rule == "foreign":
        return None
    near = takewhile(lambda place: place.end > paragraph - _BACK, ground.backwards(paragraph))
    last = next((place for place in near if place.reach != "ignored"), None)
    return last if last and last.rule == "pointer_country" and last.reach == "topic" else None


_DIGIT = re.compile("[0-9]")
_PART = ("，其中", "，其中，", "；其中", "，其中在")
_SENTENCE = 80


def one_of_them(spot: Spot) -> bool:
    """Whether the figure of a place is only a part of the one told before it (全省新建120所，其中甲市30所)."""
    if not spot.lead.endswith(_PART) or spot.place.rule not in ("mention", "part"):
        return False
    start = spot.place.start
    low = max(0, start - _SENTENCE)
    sentence = max(low, *(spot.text.rfind(sign, low, start) + 1 for sign in "。！？\n"))
    return _DIGIT.search(spot.text, sentence, start) is not None
