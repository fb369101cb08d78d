"""The village, school or firm that a story of a local page opens with and keeps to, paragraph by paragraph."""

from __future__ import annotations

import re
from itertools import takewhile

from tasks.extract import regions_nation as nationwide
from tasks.extract import regions_words as cues
from tasks.extract.gazetteer import COUNTRY
from tasks.extract.regions_firms import is_firm
from tasks.extract.regions_ground import Ground
from tasks.extract.regions_place import TOLD, Place
from tasks.extract.regions_public import AREA_TURN

# A place named no later than this opens the story.
_OPENING = 100
_BACK = 900
_BLANK = re.compile(r"\s*")
_KINDS = ("settlement", "institution", "firm")
_SAME = ("settlement", "pointer_village", "pointer_any", "institution", "firm", "person")
# What turns to the area at the head of a paragraph or speaks of what it does.
_TURNS = re.compile(
    r"[\s　]*(?:近年来|近几年|今年以来|去年以来|目前|据了解|据悉|据统计|截至|下一步|接下来|为此|通过|围绕|坚持|聚焦"
    r"|依托|按照|此外|另外"
    r"|数据显示|统计显示|[^，。]{0,6}(?:县|市|区|省)(?:委|政府|里))"
)
_MANY_LIKE = re.compile("像[^，。；]{0,14}(?:一样|这样|那样)|类似")
_OF_THE_WORK = re.compile(
    r"[\s　]*(?:项目|工程|全线|线路|全程|沿线|(?:全线)?(?:建成|通车|开通|投运)[之以]?后|高峰[时期]|大桥|隧道)"
)
# No village and no firm in one has so much: 180亿立方米, 60万人.
_TOO_LARGE = re.compile(r"[0-9.]+亿|[0-9]{2,}(?:\.[0-9]+)?万(?:[余多])?(?:人|名|户|亩|吨|头|只|公里)")

# 不仅如此，某工程的实施还使3200万户…: the programme of the lead, of which the scenes between were examples.
_PROGRAMME = re.compile(
    rf"[\s　]*(?:{cues.MOREOVER}|目前|截至目前|如今|，){{0,4}}+[一-鿿]{{0,12}}?"
    "(?P<name>[一-鿿]{2}(?:工程|政策|制度|行动|计划|改革|试点|项目|措施))的?(?:全面|深入|顺利|持续)?(?:实施|推进|落实|推行|开展)"
)


def programme_again(ground: Ground, paragraph: int) -> bool:
    """Whether a paragraph opens with the programme that the first line is about."""
    found = _PROGRAMME.match(ground.text, paragraph)
    return found is not None and ground.text.find(found["name"], 0, max(ground.text.find("\n"), 0)) >= 0


def kept_scene(ground: Ground, paragraph: int, start: int) -> Place | None:
    """The village or body that the paragraph before was about, in a story that opens with one, where this paragraph
    names no place and turns neither to the area nor to the country."""
    home = ground.home
    if ground.report or home.code in (None, COUNTRY) or home.reach == TOLD or paragraph == 0:
        return None
    if not _opens_with_one(ground) or _TURNS.match(ground.text, paragraph) or _TOO_LARGE.match(ground.text, start):
        return None
    turns = (AREA_TURN, cues.ITS_AREA, nationwide.national_turn(), _MANY_LIKE)
    if any(turn.search(ground.text, paragraph, start) for turn in turns):
        return None
    for place in ground.backwards(paragraph):
        if place.end < paragraph - _BACK:
            break
        if place.reach == "ignored" or place.rule == "person":
            continue
        return place if place.rule in _SAME and place.code is None else None
    return None


def _opens_with_one(ground: Ground) -> bool:
    """Whether the head of the text leads to a village or a body: the last place in it that counts for anything."""
    blank = _BLANK.match(ground.text)
    start = blank.end() if blank else 0
    line = ground.text.find("\n", start, start + _OPENING)
    stop = start + _OPENING if line < 0 else line
    head = takewhile(lambda place: place.start <= stop, ground.places)
    told = [place for place in head if place.reach != "ignored" and place.rule != "person"]
    first = next((each for each in told if each.rule in _KINDS), None)
    if first is None or (first.rule != "settlement" and (ground.local or not is_firm(first.name))):
        return False
    return all(each.start < first.start for each in told if each.rule == "mention")


def kept_line(ground: Ground, paragraph: int, start: int) -> Place | None:
    """In national news, the line or the work that the paragraph before ended with, where this one goes on about it."""
    if ground.home.code != COUNTRY or not _OF_THE_WORK.match(ground.text, paragraph):
        return None
    if nationwide.national_turn().search(ground.text, paragraph, start):
        return None
    near = takewhile(lambda place: place.end > paragraph - _BACK, ground.backwards(paragraph))
    last = next((place for place in near if place.reach != "ignored"), None)
    return last if last and last.rule in ("line", "route") else None
