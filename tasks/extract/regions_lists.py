"""Places in a row: what a list, a route or counted areas behind a name say as one region."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.extract import regions_words as cues
from tasks.extract.gazetteer import COUNTRY, Gazetteer, short_name
from tasks.extract.regions_aid import HELPED_LEAD, LAST_OFFICE
from tasks.extract.regions_candidates import Item
from tasks.extract.regions_compared import elsewhere
from tasks.extract.regions_place import TOLD, Place
from tasks.extract.regions_reach import opens

_JOIN = 8
# 支援甲省、乙省35家医院: counted in all of the list.
_COUNT_NEXT = re.compile("[0-9]+(?:多|余)?[家所名户]")
_ENDS = 2
# 针对甲、乙两省启动响应，增派2个工作组: for whom someone else acts.
_FOR_WHOM = ("针对", "对", "向", "给", "为")
# …下降25%、甲省、乙省下降20%: the next of several lists, each with its own figure.
_BEHIND_BREAK = re.compile("(?:[，,；;]|[0-9%％‰][一-鿿]{0,3}、)$")
_MOVES = re.compile(
    "(?:分别|均|都|各|则)*(?:(?![的在了到有将把被对向])[一-鿿A-Za-z0-9.]){0,10}?"
    "(?:下降|增长|上升|提高|减少|增加|上调|下调|降低|上涨|下跌|回落)(?:了|到|至|约|超|近)*[0-9]"
)
_COUNTED_PARTS = re.compile(
    "(?:、[一-鿿]{2,4}){0,8}等(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})"
    "(?:个(?:城市|地市|县市|市县|县区|市州|州市|区|县|市|旗|州)|(?:市|县|州)(?=[^一-鿿]|建|新|共|已|开|完|实|的|投|脱))(?!域|间|场|民|值|级)"
)


# 中部六省共同主办: who holds an event, which is told of further on.
_AGENTS = re.compile("(?:(?:共同|联合|协同|轮流)(?:主办|承办|举办|协办|发起|组织|举行)|(?:轮流)?[主承协]办)")


def as_group(text: str, place: Place, items: Sequence[Item], number: int, heads: Sequence[int]) -> Place | None:
    """Several areas as one place without a code (甲、乙两省, 丙等省, 长三角五省), None for a single one."""
    several = place.rule == "collective" or (place.rule == "mention" and _ends_list(text, items, number))
    counted = cues.COUNTED_AREAS.match(text, place.end) if several else None
    if counted:
        first = items[_first_of_list(text, items, number)][0] if place.rule == "mention" else place.start
        each = cues.EACH_OF.match(text, counted.end())
        helped = HELPED_LEAD.search(text, max(0, first - _JOIN), first)
        if _AGENTS.match(text, counted.end()):
            return _grouped(place, text[first : counted.end()], "local")
        held = each or (place.rule == "collective" and not helped)
        held = bool(held) and not text.endswith(_FOR_WHOM, 0, first)
        return _grouped(place, text[first : counted.end()], "clause" if held else _reach_of_list(text, first, heads))
    if cues.BORDER.match(text, place.end) or (place.rule == "part" and cues.GROUP.search(place.name)):
        first = items[_first_of_list(text, items, number)][0]
        return _grouped(place, text[first : place.end], "local" if text.endswith(_FOR_WHOM, 0, first) else "clause")
    if place.rule == "mention" and cues.AND_OTHERS.match(text, place.end):
        first = _first_of_list(text, items, number)
        start = items[first][0]
        if text.endswith("从", 0, start) and cues.TAKEN_FROM.match(text, place.end):
            return _grouped(place, text[start : place.end], "ignored")
        reach = "clause" if _works_beyond(text, items, first) else _reach_of_list(text, start, heads)
        return _grouped(place, text[start : place.end], reach)
    return None


def _works_beyond(text: str, items: Sequence[Item], first: int) -> bool:
    """Whether a body of an area works in that area and in others (甲市协会在甲市、乙市等地培训了…): what comes of it is
    no figure of the area alone."""
    start, _, member = items[first]
    if first == 0 or not isinstance(member, Place) or text[start - 1 : start] not in ("在", "于"):
        return False
    _, end, body = items[first - 1]
    alike = isinstance(body, Place) and body.code is not None and body.code == member.code
    return alike and not any(text.find(sign, end, start) >= 0 for sign in "。！？\n")


def _grouped(place: Place, name: str, reach: str) -> Place:
    """Several areas as one place, by the name that it prints."""
    return replace(place, name=name, code=None, rule="group", reach=reach)


def _reach_of_list(text: str, start: int, heads: Sequence[int]) -> str:
    """How far several areas govern that are listed from an offset on: their sentence where they open it or a
    clause of it."""
    if text.endswith(_FOR_WHOM, 0, start):
        return "local"
    heads_clause = text.startswith(("，", ","), start - 1)
    return "sentence" if heads_clause or opens(text, start, heads) else "local"


def _first_of_list(text: str, items: Sequence[Item], number: int) -> int:
    """The first of the places that are listed up to this one (甲、乙和丙; 甲乙交界处); itself if there is no list."""
    while number > 0 and (items[number - 1][1] == items[number][0] or _ends_list(text, items, number)):
        number -= 1
    return number


def _ends_list(text: str, items: Sequence[Item], number: int) -> bool:
    """Whether the place stands behind another one of a list (甲省、乙省5个省市)."""
    return number > 0 and cues.LISTED.fullmatch(text[items[number - 1][1] : items[number][0]]) is not None


def of_list(
    text: str, items: Sequence[Item], number: int, place: Place, heads: Sequence[int], home: Place, book: Gazetteer
) -> Place:
    """What a member of a list or an end of a route says: nothing, unless it is the last one.

    A list at the head of a sentence is a region as printed, a route within one province is about that province.
    """
    if route := _route_area(text, items, number, book):
        return replace(place, code=route, name=book.official_name(route), rule="route", reach="clause")
    if holder := _holder_of_counted(text, place, book):
        listed = text[place.end] == "、"
        return replace(place, code=holder, name=book.official_name(holder), reach="clause" if listed else place.reach)
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
    if opens(text, start, heads):
        return _grouped(place, name, "sentence")
    told = _BEHIND_BREAK.search(text, max(0, start - _JOIN), start) and (
        cues.OWN_FIGURE.match(text, place.end) or _MOVES.match(text, place.end)
    )
    return _grouped(place, name, "clause") if told else replace(place, reach="ignored")


def _holder_of_counted(text: str, place: Place, book: Gazetteer) -> str | None:
    """The area whose parts are counted, where the first of them is named behind it (深圳宝安、龙岗等6个区,
    四川成都等三个城市)."""
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


def _side_by_side(first: Place | str, second: Place | str) -> bool:
    """Whether two areas of one province, below it, are told of together (乙市丙市段, 丁县戊县地震)."""
    if isinstance(first, str) or isinstance(second, str) or (first.rule, second.rule) != ("mention", "mention"):
        return False
    one, other = first.code or "", second.code or ""
    if not one or not other or one[:2] != other[:2] or "0000" in (one[2:], other[2:]):
        return False
    return one != other and (one[:4] != other[:4] or "00" not in (one[4:], other[4:]))


def _on_a_way(text: str, first: Item, second: Item) -> bool:
    """Whether a way leads from one place to the other (从甲市前往乙市; 甲市至乙市)."""
    between = text[first[1] : second[0]]
    if cues.ROUTE_JOIN.fullmatch(between) or (not between and _side_by_side(first[2], second[2])):
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


def listed(text: str, items: Sequence[Item], number: int) -> bool:
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
