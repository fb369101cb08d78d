"""Items that agencies sent from abroad, and the state that 该国 means: their figures are no area's at home."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from tasks.extract.abroad import named_abroad
from tasks.extract.gazetteer import gazetteer
from tasks.extract.regions_place import Place

# 甲社柏林27日电, （甲社记者乙巴黎19日专电）: an agency, where from and when.
_DATELINE = re.compile(
    r"^[\s　（(]{0,8}[一-鿿]{2,4}社(?P<from>[^，。\n（）()]{2,24}?日)[^，。\n（）()]{0,6}电(?:报[导道])?[）)]?",
    re.MULTILINE,
)
# 巴拉旺11日综合外电, 记者乙丙丁西港11日专电: where from, be it known or not.
_FROM = re.compile(r"(?:记者[一-鿿]{3})?(?P<where>[一-鿿]{2,8}?)[0-9]{1,2}日(?=[^，。\n]{0,4}(?:外电|专电))")
_AT_HOME = re.compile("我国|中国|中方|台湾|华侨|华人|中资|中企")
# A deed of China or of its people abroad: they head a clause, or someone meets, trades or plays with them.
_OWN_DEED = re.compile(
    r"(?:[，。：:\s）)与和对向由为同跟及、]|当地|今[天日]|昨[天日]|[0-9]日|[的在于从])(?:我国|中国|中方|台湾|华侨|华人|中资|中企)"
    r"(?!展品|作品|产品|商品|艺术|文化|菜|茶)"
)
# 200件台湾展品: where things come from that are told of abroad.
_WORKS = re.compile("(?:展品|作品|产品|商品|文物|电影|艺术品|美食|茶叶|水果)")
# 该国死亡人数…: up to the number of its clause.
_THAT_STATE = re.compile("该国(?!有|企|资)[^，。；：,;:\n]*$")
_NEAR, _CLAUSE, _NEXT = 400, 60, 1
_POINTERS = ("pointer", "pointer_any", "pointer_office")


def sent_from_abroad(text: str) -> list[tuple[int, str]]:
    """Where the items with a dateline begin and the place abroad that each was sent from, of which it tells; "" for one
    sent from home or one that opens with a deed of China."""
    found: list[tuple[int, str]] = []
    if "电" not in text or "社" not in text:
        return found
    named = named_abroad(text)
    starts = [place.start for place in named]
    for line in _DATELINE.finditer(text):
        index = bisect_left(starts, line.start("from"))
        inside = index < len(named) and starts[index] < line.end("from")
        stop = text.find("。", line.end(), line.end() + _NEAR)
        sent = None if inside else _FROM.search(text, line.start("from"), line.end())
        where = sent["where"] if sent and not gazetteer().shorts.get(sent["where"]) else ""
        own = _OWN_DEED.search(text, line.end(), stop if stop >= 0 else line.end() + _NEAR)
        # 甲国当局今天表示，…: told by that state, whoever else the sentence speaks of.
        behind = bisect_left(starts, line.end())
        told = (inside or where) and behind < len(named) and starts[behind] - line.end() <= _NEXT
        place = named[index].name if inside else where
        found.append((line.start(), place if told or not own else ""))
    return found


def away(text: str, places: Sequence[Place], items: Sequence[tuple[int, str]]) -> list[Place]:
    """The places with what points at an area (国内, 当地, 全市) as the place abroad in the items sent from there,
    without those that only things come from."""
    begins = [start for start, _ in items]
    found: list[Place] = []
    for place in places:
        index = bisect_right(begins, place.start) - 1
        name = items[index][1] if index >= 0 else ""
        if name and place.rule == "mention" and _WORKS.match(text, place.end):
            continue
        points = name and place.rule in _POINTERS and not _AT_HOME.match(text, place.start)
        found.append(replace(place, code=None, name=name, rule="foreign") if points else place)
    return found


def that_state(text: str, start: int) -> tuple[int, int] | None:
    """The offsets of 该国 in the clause of a number, where a state abroad is named before it."""
    if text.find("该国", max(0, start - _CLAUSE), start) < 0:
        return None
    found = _THAT_STATE.search(text, max(0, start - _CLAUSE), start)
    if found is None:
        return None
    before = [place for place in named_abroad(text) if found.start() - _NEAR <= place.start < found.start()]
    return (found.start(), found.start() + 2) if before else None
