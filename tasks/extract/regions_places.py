"""Places of a text as the scope stack sees them: names, pointers (全省, 我县), villages, institutions, groups.

Each place says how far it governs: `topic` places hold for the sentences that follow, `clause` and `sentence` ones for
the rest of their sentence (a `clause` one in a story also for the next), `local` ones for their own clause, `ignored`
ones (comparisons, members of a list, ends of a route) for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from tasks.extract import regions_words as cues
from tasks.extract.gazetteer import COUNTRY, Gazetteer, short_name, words
from tasks.extract.model import RegionMention
from tasks.extract.regions_aid import HELPED_LEAD, LAST_OFFICE
from tasks.extract.regions_candidates import Item, candidates
from tasks.extract.regions_compared import elsewhere, field_end
from tasks.extract.regions_counties import home_counties
from tasks.extract.regions_here import body_meant
from tasks.extract.regions_labels import labels, reach_under
from tasks.extract.regions_place import TOLD, Place
from tasks.extract.regions_reach import opens, reach_of

_JOIN = 8
_FAR_BACK = 400
# 支援甲省、乙省35家医院: counted in all of the list.
_COUNT_NEXT = re.compile("[0-9]+(?:多|余)?[家所名户]")
_ENDS = 2
_COUNTED_PARTS = re.compile("(?:、[一-鿿]{2,4}){1,8}等[0-9一二三四五六七八九十]{1,3}个(?:区|县|市|旗|州)(?!域|间)")
_OVERSEAS = ("71", "81", "82")
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
    for number, (start, end, item) in enumerate(items):
        came = None if isinstance(item, Place) else _just_named(item, text, start, found)
        place = item if isinstance(item, Place) else came
        if place is None and isinstance(item, str):
            place = _point(item, stack, book, bool(cues.OFFICIAL.match(text, end))) or _unknown(text, start, end)
        if place is None:
            continue
        place = Place(start, end, place.code, place.name or text[start:end], place.rule, around=place.around)
        if _is_inner(text, place, found):
            place.reach = "ignored"
            found.append(place)
            continue
        group = _as_group(text, place, items, number, heads)
        if group is not None and home.reach != TOLD and elsewhere(place, home, book):
            group.reach = "ignored"
        elif group is not None and field_end(text, group):
            group.reach = "local"
        partner = _partner(text, place, found)
        if partner is not None:
            place = replace(partner, reach="topic" if opens(text, partner.start, heads) else "clause")
        elif group is not None:
            place = group
        elif came is not None:
            place.reach = "clause"
        elif place.rule != "foreign" and _listed(text, items, number):
            place = _of_list(text, items, number, place, heads, home, book)
        else:
            place.reach = reach_of(text, place, home, found, heads, book)
        place.reach = reach_under(place, headed, book) or place.reach
        found.append(place)
        if _stacked(place, home, book):
            stack.append(place)
    return found


def _stacked(place: Place, home: Place, book: Gazetteer) -> bool:
    """Whether 全省, 当地 may mean the place later on: no group, person, country, nor one elsewhere in a local paper."""
    if place.reach in ("ignored", "local") or place.rule in ("collective", "foreign", "person", "pointer_country"):
        return False
    return home.reach == TOLD or not elsewhere(place, home, book)


def _as_group(text: str, place: Place, items: Sequence[Item], number: int, heads: Sequence[int]) -> Place | None:
    """Several areas as one place without a code (甲、乙两省, 丙等省, 长三角五省), None for a single one."""
    several = place.rule == "collective" or (place.rule == "mention" and _ends_list(text, items, number))
    counted = cues.COUNTED_AREAS.match(text, place.end) if several else None
    if counted:
        first = items[_first_of_list(text, items, number)][0] if place.rule == "mention" else place.start
        each = cues.EACH_OF.match(text, counted.end())
        helped = HELPED_LEAD.search(text, max(0, first - _JOIN), first)
        held = each or (place.rule == "collective" and not helped)
        return _grouped(place, text[first : counted.end()], "clause" if held else _reach_of_list(text, first, heads))
    if cues.BORDER.match(text, place.end) or (place.rule == "part" and cues.GROUP.search(place.name)):
        return _grouped(place, text[items[_first_of_list(text, items, number)][0] : place.end], "clause")
    if place.rule == "mention" and cues.AND_OTHERS.match(text, place.end):
        start = items[_first_of_list(text, items, number)][0]
        return _grouped(place, text[start : place.end], _reach_of_list(text, start, heads))
    return None


def _grouped(place: Place, name: str, reach: str) -> Place:
    """Several areas as one place, by the name that it prints."""
    return replace(place, name=name, code=None, rule="group", reach=reach)


def _reach_of_list(text: str, start: int, heads: Sequence[int]) -> str:
    """How far several areas govern that are listed from an offset on: their sentence where they open it."""
    return "sentence" if opens(text, start, heads) else "local"


def _first_of_list(text: str, items: Sequence[Item], number: int) -> int:
    """The first of the places that are listed up to this one (甲、乙和丙; 甲乙交界处); itself if there is no list."""
    while number > 0 and (items[number - 1][1] == items[number][0] or _ends_list(text, items, number)):
        number -= 1
    return number


def _partner(text: str, place: Place, found: Sequence[Place]) -> Place | None:
    """甲省与澳门贸易额: what a place does with Hong Kong, Macao or Taiwan is told of that place."""
    last = found[-1] if found else None
    if last is None or place.rule != "mention" or (place.code or "")[:2] not in _OVERSEAS:
        return None
    if last.rule != "mention" or last.code is None or last.code[:2] in _OVERSEAS:
        return None
    if text[last.end : place.start] not in ("与", "和", "同") or not _DEALINGS.match(text, place.end):
        return None
    return replace(last, end=place.end)


def _is_inner(text: str, place: Place, found: Sequence[Place]) -> bool:
    """Whether a place is only a part of the area that the clause is about: 现辖甲区、乙市, 丙省在东部12个县."""
    low = max(0, place.start - _GOVERNED)
    if place.rule in ("mention", "part") and "辖" in text[low : place.start]:
        return cues.GOVERNS.search(text, low, place.start) is not None
    if place.rule != "collective" or not found or found[-1].end != place.start - 1:
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
    if last.rule != "mention" or not last.code or start - last.end > _JOIN:
        return None
    came = cues.CAME_TO.search(text, max(0, last.start - _JOIN), last.start)
    return replace(last, rule="pointer_any") if came else None


def _point(target: str, stack: list[Place], book: Gazetteer, official: bool) -> Place | None:
    """What 全省, 我县, 当地 … mean here: the nearest area on the stack whose name ends so."""
    if target == "collective":
        return Place(0, 0, None, "", target)
    if target == "country" and stack[0].rule == "foreign":
        return replace(stack[0], rule="pointer_country")
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
    for place in recent:
        code = place.code or place.around
        for area in (code, *book.ancestors(code)) if code else ():
            region = book.get(area)
            if region and region.name.endswith(target) and (target != "区" or region.level != "country"):
                return Place(0, 0, area, book.official_name(area), "pointer")
    return None


def _unknown(text: str, start: int, end: int) -> Place | None:
    """该县 where nothing says which county that is: a place without a code, and not the area around."""
    return Place(0, 0, None, text[start:end], "pointer") if text[start:end] in ("该县", "该旗") else None


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


def _ends_list(text: str, items: Sequence[Item], number: int) -> bool:
    """Whether the place stands behind another one of a list (甲省、乙省5个省市)."""
    return number > 0 and cues.LISTED.fullmatch(text[items[number - 1][1] : items[number][0]]) is not None


def _of_list(
    text: str, items: Sequence[Item], number: int, place: Place, heads: Sequence[int], home: Place, book: Gazetteer
) -> Place:
    """What a member of a list or an end of a route says: nothing, unless it is the last one.

    A list at the head of a sentence is a region as printed, a route within one province is about that province.
    """
    if route := _route_area(text, items, number, book):
        return replace(place, code=route, name=book.official_name(route), rule="route", reach="clause")
    if holder := _holder_of_counted(text, place, book):
        return replace(place, code=holder, name=book.official_name(holder), reach="clause")
    first = _list_start(text, items, number)
    if first is None and place.rule == "institution" and LAST_OFFICE.match(text, place.end):
        return replace(place, reach="sentence")
    if first is None or (home.reach != TOLD and elsewhere(place, home, book)):
        return replace(place, reach="ignored")
    start = items[first][0]
    name = text[start : place.end]
    if _COUNT_NEXT.match(text, place.end) and "与" not in name:
        return _grouped(place, name, "local")
    if each := cues.EACH_OF.match(text, place.end):
        return _grouped(place, name, "clause" if each[0][0] == "，" else _reach_of_list(text, start, heads))
    return _grouped(place, name, "sentence") if opens(text, start, heads) else replace(place, reach="ignored")


def _holder_of_counted(text: str, place: Place, book: Gazetteer) -> str | None:
    """The city whose districts are counted, where the first of them is named behind it (深圳宝安、龙岗等6个区)."""
    if place.rule != "mention" or not _COUNTED_PARTS.match(text, place.end):
        return None
    holder = next(iter(book.ancestors(place.code or "")), None)
    region = book.get(holder) if holder else None
    return holder if region and short_name(region.name) in text[place.start : place.end - 1] else None


def _route_area(text: str, items: Sequence[Item], number: int, book: Gazetteer) -> str | None:
    """The area below the country that holds both ends of a route which ends here (从甲市开往乙市)."""
    if number == 0 or not _on_a_way(text, items[number - 1], items[number]):
        return None
    start = items[number - 1][0]
    if start and text[start - 1] in "、和与及至到—" and text[max(0, start - 2) : start] != "——":
        return None
    ends = [item.code for _, _, item in items[number - 1 : number + 1] if isinstance(item, Place) and item.code]
    if len(ends) < _ENDS:
        return None
    area = next(a for a in (ends[0], *book.ancestors(ends[0]), COUNTRY) if book.inside(ends[1], a))
    return None if area in (COUNTRY, *ends) else area


def _on_a_way(text: str, first: Item, second: Item) -> bool:
    """Whether a way leads from one place to the other (从甲市前往乙市; 甲市至乙市)."""
    between = text[first[1] : second[0]]
    if cues.ROUTE_JOIN.fullmatch(between):
        return True
    return text.endswith(cues.FROM, 0, first[0]) and cues.WAY_JOIN.fullmatch(between) is not None


def _list_start(text: str, items: Sequence[Item], number: int) -> int | None:
    """The first of the areas that a list ends with here (甲县、乙县和丙县三地 …); None inside a list and for routes."""
    _, end, _ = items[number]
    following = items[number + 1][0] if number + 1 < len(items) else len(text)
    if cues.JOIN.fullmatch(text[end : min(following, end + _JOIN)]) or cues.APART.match(text, end):
        return None
    first = _first_of_list(text, items, number)
    if first == number:
        return None
    areas = (items[index][2] for index in range(first, number + 1))
    return first if all(isinstance(item, Place) and item.rule == "mention" for item in areas) else None


def _alike(one: Place | str, other: Place | str) -> bool:
    """Whether two neighbours can be members of one list: both places at home, or both pointers."""
    if isinstance(one, Place) and isinstance(other, Place):
        return "foreign" not in (one.rule, other.rule)
    return type(one) is type(other)


def _listed(text: str, items: Sequence[Item], number: int) -> bool:
    """Whether the place is one of a list (河北、山西…等22个省) or an end of a route (西安至延安)."""
    _, end, item = items[number]
    for left, right in ((number - 1, number), (number, number + 1)):
        if left < 0 or right >= len(items) or not 0 <= items[right][0] - items[left][1] <= 4:
            continue
        if not _alike(items[left][2], items[right][2]):
            continue
        if cues.JOIN.fullmatch(text[items[left][1] : items[right][0]]) or _on_a_way(text, items[left], items[right]):
            return True
    return isinstance(item, Place) and bool(cues.LIST_TAIL.match(text, end))
