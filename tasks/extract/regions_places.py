"""Places of a text as the scope stack sees them: names, pointers (全省, 我县), villages, institutions, groups.

Each place says how far it governs: `topic` places hold for the sentences that follow, `clause` and `sentence` ones for
the rest of their sentence (a `clause` one in a story also for the next), `local` ones for their own clause, `ignored`
ones (comparisons, members of a list, ends of a route) for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import islice

from tasks.extract import regions_words as cues
from tasks.extract.gazetteer import COUNTRY, OVERSEAS, Gazetteer, words
from tasks.extract.model import RegionMention
from tasks.extract.regions_candidates import candidates
from tasks.extract.regions_compared import elsewhere, field_end, gives_us
from tasks.extract.regions_counties import home_counties
from tasks.extract.regions_country import KIND_OF_AREA
from tasks.extract.regions_deeds import at_gate, names_a_case
from tasks.extract.regions_here import body_meant
from tasks.extract.regions_labels import labels, reach_under
from tasks.extract.regions_lists import as_group, listed, of_list
from tasks.extract.regions_place import TOLD, Place
from tasks.extract.regions_reach import opens, reach_of
from tasks.extract.regions_whose import left_out, whose

_JUST_BEFORE = 8
_NEAREST = 8
_BRINGS = ("到", "给")
# 高于甲市, 来自甲市, 与甲市: what lies elsewhere.
_AWAY = ("于", "比", "较", "与", "同", "和", "、", "来自", "超过", "往", "到", "赴", "向")
_LEVELS = ("省", "市", "县", "州")
_FAR_BACK = 400
_PARTS = ("东部", "西部", "中部", "南部", "北部", "中西部", "东北部", "西北部")
_ISLAND = "710000"
_DEALINGS = re.compile("(?:之?间|的|双边|两地|经贸|货物)*(?:贸易|进出口|经贸|往来|投资)")
_GOVERNED = 90


def places(text: str, mentions: Sequence[RegionMention], home: Place, book: Gazetteer) -> list[Place]:
    """All places of the text in order; pointers are resolved on the stack of home and what governs before them."""
    found: list[Place] = []
    stack: list[Place] = [home]
    byline = cues.BYLINE.match(text)
    first = byline.end() if byline else 0
    heads = [0, first, *(head.end() for head in cues.SENTENCE_HEAD.finditer(text, first))]
    named = sorted((*mentions, *home_counties(text, home.code, book)), key=lambda mention: mention.start)
    items = candidates(text, named, home, book)
    headed = labels(text, named)
    later = cache(partial(_named_later, text=text, mentions=mentions, book=book))
    cities = {mention.start: mention.code for mention in mentions if mention.code}
    for number, (start, end, item) in enumerate(items):
        came = None if isinstance(item, Place) else _just_named(item, text, start, found)
        place = item if isinstance(item, Place) else came
        if place is None and isinstance(item, str):
            spoken = _spoken_before(stack, text, start) if item == "any" else stack
            place = _point(item, spoken, book, bool(cues.OFFICIAL.match(text, end))) or _unknown(text, start, end)
            place = place or (later(item) if home.code == COUNTRY else None)
            place = _town_of_village(place, text[start:end], stack) if place else None
        if place is None:
            continue
        place = Place(start, end, place.code, place.name or text[start:end], place.rule, around=place.around)
        place = at_gate(text, place, cities, book)
        place = whose(place, text, found, _last_spoken_of(stack, book, official=False), home)
        if (
            _is_inner(text, place, found)
            or _amid_list(text, place)
            or left_out(place, found)
            or names_a_case(text, place, found)
        ):
            place.reach = "ignored"
            found.append(place)
            continue
        group = as_group(text, place, items, number, heads)
        if group is not None:
            group.reach = _reach_of_group(
                text, group, _own_part(place, group, home) or (home.reach != TOLD and elsewhere(place, home, book))
            )
        partner = _partner(text, place, found)
        if partner is not None:
            place = replace(partner, reach="topic" if opens(text, partner.start, heads) else "clause")
        elif group is not None:
            place = group
        elif came is not None:
            place.reach = "clause"
        elif place.rule != "foreign" and listed(text, items, number):
            place = of_list(text, items, number, place, heads, home, book)
        else:
            place.reach = reach_of(text, place, home, found, heads, book)
        place.reach = reach_under(place, headed, book) or place.reach
        found.append(place)
        if _stacked(place, home, book):
            stack.append(place)
    return found


def _town_of_village(place: Place, word: str, stack: Sequence[Place]) -> Place:
    """全镇, 该乡 right behind a village: the town named last, as printed where none is named, and not the village."""
    if word[-1] not in "镇乡" or not place.name.endswith(("村", "社区")):
        return place
    town = next((other for other in islice(reversed(stack), _FAR_BACK) if other.name.endswith(("镇", "乡"))), None)
    return replace(place, name=town.name if town else word)


def _own_part(place: Place, group: Place, home: Place) -> bool:
    """Whether some counties of a part of the country are those of the page's own area (在甲省: 对西部6市县…)."""
    area = home.code not in (None, COUNTRY)
    return area and place.rule == "collective" and place.name in _PARTS and "省" not in group.name


def _reach_of_group(text: str, group: Place, far: bool) -> str:
    """How far some places told of together reach: nowhere, if they lie elsewhere than the home that a page tells or
    only give it something."""
    if far or gives_us(text, group):
        return "ignored"
    return "local" if field_end(text, group) else group.reach


def _stacked(place: Place, home: Place, book: Gazetteer) -> bool:
    """Whether 全省, 当地 may mean the place later on: no group, person, country, nor one elsewhere in a local paper."""
    if place.reach in ("ignored", "local") or place.rule in ("collective", "foreign", "person", "pointer_country"):
        return False
    return home.reach == TOLD or not elsewhere(place, home, book)


def _partner(text: str, place: Place, found: Sequence[Place]) -> Place | None:
    """甲省与澳门贸易额: what a place does with Hong Kong, Macao or Taiwan is told of that place."""
    last = found[-1] if found else None
    if last is None or place.rule != "mention" or (place.code or "")[:2] not in OVERSEAS:
        return None
    if last.rule != "mention" or last.code is None or last.code[:2] in OVERSEAS:
        return None
    if text[last.end : place.start] not in ("与", "和", "同") or not _DEALINGS.match(text, place.end):
        return None
    return replace(last, end=place.end)


def _amid_list(text: str, place: Place) -> bool:
    """Whether an area is one of a list of whatever kind (甲、乙、丙新区四个中心)."""
    return place.rule == "mention" and text.startswith("、", place.end) and text.startswith("、", place.start - 1)


def _is_inner(text: str, place: Place, found: Sequence[Place]) -> bool:
    """Whether a place is only a part of the area that the clause is about: 现辖甲区、乙市, 丙省在东部12个县."""
    low = max(0, place.start - _GOVERNED)
    if place.rule in ("mention", "part") and "辖" in text[low : place.start]:
        return cues.GOVERNS.search(text, low, place.start) is not None
    if place.rule not in ("collective", "natural") or not found:
        return False
    if place.rule == "natural":
        # 甲州：乙山发生地震: told of the area that heads the line.
        return text[found[-1].end : place.start] in ("：", ":") and found[-1].code not in (None, COUNTRY)
    # 甲省边境地区: the province's.
    if KIND_OF_AREA.match(place.name) and (found[-1].end == place.start or text[place.start - 1] == "等"):
        return True
    if found[-1].end != place.start - 1:
        return False
    return text[place.start - 1] == "在" and found[-1].code not in (None, COUNTRY)


def _just_named(target: str, text: str, start: int, found: Sequence[Place]) -> Place | None:
    """来到某市,资助这里的患儿: the place that the clause before came to, wherever the document is at home."""
    last = found[-1] if found else None
    if target != "any" or last is None:
        return None
    if last.rule == "foreign" and last.reach != "ignored":
        return replace(last) if text.find("\n", last.end, start) < 0 else None
    if text.startswith(("这里", "那里"), start) and (body := body_meant(text, start, found)):
        return replace(body, rule="pointer_any")
    # 甲沙漠是我国四大沙地之一，这里…: the desert, though the country stands between.
    if text.startswith("这里", start):
        named = next((place for place in reversed(found[-_NEAREST:]) if place.rule != "pointer_country"), last)
        if named.rule == "natural" or (named.rule == "pointer_any" and named.code is None):
            return replace(named, rule="pointer_any") if text.find("\n", named.end, start) < 0 else None
    if last.rule != "mention" or not last.code or start - last.end > _JUST_BEFORE:
        return None
    came = cues.CAME_TO.search(text, max(0, last.start - _JUST_BEFORE), last.start)
    return replace(last, rule="pointer_any") if came else None


def _point(target: str, stack: list[Place], book: Gazetteer, official: bool) -> Place | None:
    """What 全省, 我县, 当地 … mean here: the nearest area on the stack whose name ends so."""
    if target == "collective":
        return Place(0, 0, None, "", target)
    if target == "country" and (stack[0].rule == "foreign" or stack[0].code == _ISLAND):
        return replace(stack[0], rule="pointer_country" if stack[0].code is None else "pointer")
    if target in ("country", "own_country"):
        return Place(0, 0, COUNTRY, book.official_name(COUNTRY), "pointer_country")
    if target == "everywhere":
        return Place(0, 0, COUNTRY, book.official_name(COUNTRY), "everywhere") if stack[0].code == COUNTRY else None
    if target == "any":
        return _last_spoken_of(stack, book, official)
    recent = islice(reversed(stack), _FAR_BACK)
    if target == "demonstration":
        return next((replace(place, rule="pointer") for place in recent if place.code == "419001"), None)
    if target in ("village", "whole_village"):
        settled = next(
            (place for place in reversed(stack[-6:]) if place.rule in ("settlement", "pointer_village")), None
        )
        if settled is None and target == "whole_village":
            settled = stack[0] if stack[0].code is None else Place(0, 0, None, "", "pointer_village")
        return replace(settled, rule="pointer_village") if settled else None
    return _of_level(target, stack, book)


def _of_level(target: str, stack: list[Place], book: Gazetteer) -> Place | None:
    """The home that is known only as printed, else the nearest area, whose name ends in the letter of a pointer."""
    if stack[0].code is None and stack[0].name.endswith(target):
        return replace(stack[0], rule="pointer")
    for place in islice(reversed(stack), _FAR_BACK):
        code = place.code or place.around
        for area in (code, *book.ancestors(code)) if code else ():
            region = book.get(area)
            if region and region.name.endswith(target) and (target != "区" or region.level != "country"):
                return Place(0, 0, area, book.official_name(area), "pointer")
    return None


def _spoken_before(stack: list[Place], text: str, start: int) -> list[Place]:
    """The stack for what is brought to a place (甲市把技术带到这里): without the one that brings it, where another was
    spoken of."""
    if not text.startswith(_BRINGS, start - 1):
        return stack
    low = max(text.rfind(sign, max(0, start - _GOVERNED), start) for sign in "。！？\n")
    others = [place for place in stack[-_NEAREST:] if place.end <= low or place is stack[0]]
    return [stack[0], *others] if any(place.code != COUNTRY for place in others[1:]) else stack


def _unknown(text: str, start: int, end: int) -> Place | None:
    """该县 where nothing says which county that is: a place without a code, and not the area around."""
    return Place(0, 0, None, text[start:end], "pointer") if text[start:end] in ("该县", "该旗") else None


def _named_later(target: str, text: str, mentions: Sequence[RegionMention], book: Gazetteer) -> Place | None:
    """全省 before any place is named: the one province that all the places of the text lie in, if it is not only held
    against them or trades with them."""
    if target not in _LEVELS or any(text.endswith(_AWAY, 0, mention.start) for mention in mentions):
        return None
    codes = {mention.code for mention in mentions if mention.code and mention.code != COUNTRY}
    holds = {code: [area for area in (code, *book.ancestors(code)) if _ends(area, target, book)] for code in codes}
    areas = {own[-1] if own else None for own in holds.values()}
    area = areas.pop() if len(areas) == 1 else None
    return Place(0, 0, area, book.official_name(area), "pointer") if area else None


def _ends(area: str, letter: str, book: Gazetteer) -> bool:
    region = book.get(area)
    return region is not None and region.name.endswith(letter)


def _last_spoken_of(stack: list[Place], book: Gazetteer, official: bool) -> Place | None:
    """当地, 这里: the village or the area named last; 当地政府 is that of an area with a code."""
    if stack[0].code is None and not official and stack[0].name not in words()["collective"]:
        return replace(stack[0], rule="pointer_any")
    named = (
        place
        for place in islice(reversed(stack), _FAR_BACK)
        if place.code is not None or (place.around if official else place.rule == "settlement")
    )
    last = next(named, stack[0])
    if last.code is None and last.around and official:
        rule = "pointer_office" if last.rule in ("settlement", "pointer_village") else "pointer_any"
        return replace(last, code=last.around, name=book.official_name(last.around), rule=rule)
    return replace(last, rule="pointer_any") if last.code != COUNTRY else None
