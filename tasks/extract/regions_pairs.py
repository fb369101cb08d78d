"""Counties that a way leads to from a place of their province (海口至文昌20分钟, 连接青岛和荣成的铁路)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from tasks.extract.gazetteer import COUNTRY, Gazetteer
from tasks.extract.model import RegionMention
from tasks.extract.regions_counties import wordlike

_LONGEST, _SHORTEST = 3, 2
_TO = re.compile("[东南西北]?站?(?:至|到|和|与|—|-)")
# What makes two places the ends of a way.
_ENDS = re.compile(
    "[东南西北]{0,2}站?(?:两[市县地]|之间|间的?(?=[0-9车路距行时通高铁公])|段|城际|高速|高铁|铁路|公路|航线|航班|班列|列车|动车"
    "|的(?:城际|高速|高铁|铁路|公路|航线|航班|列车|动车|大桥|隧道|车程|路程|距离|行程|时间|通行|行车|[\u3400-\u9fff]{1,4}(?:高速|高铁|铁路|大桥))"
    "|(?:仅|只|需|用|要|最快|全程|约|车程|距离)*[0-9])"
)


def counties_at_ends(text: str, mentions: Sequence[RegionMention], book: Gazetteer) -> list[RegionMention]:
    """Short names of counties at the other end of a way from an area of the same province."""
    starts = [mention.start for mention in mentions]
    heads = book.county_heads
    found: list[RegionMention] = []
    for mention in mentions:
        to = _TO.match(text, mention.end) if mention.code not in (None, COUNTRY) else None
        if to is None or text[to.end() : to.end() + _SHORTEST] not in heads:
            continue
        index = bisect_left(starts, to.end())
        if index < len(starts) and starts[index] < to.end() + _LONGEST:
            continue
        if county := _county(text, to.end(), mention.code or "", book):
            found.append(county)
    return found


def _county(text: str, at: int, beside: str, book: Gazetteer) -> RegionMention | None:
    """The one county of the province of an area whose short name stands at an offset, in front of what makes a way."""
    for length in range(_LONGEST, _SHORTEST - 1, -1):
        name = text[at : at + length]
        inside = [
            region
            for region in book.shorts.get(name, ())
            if region.level == "county" and region.valid_to is None and region.code[:2] == beside[:2]
        ]
        if len(inside) == 1 and not wordlike(name) and _ENDS.match(text, at + length):
            code = inside[0].code
            return RegionMention(at, at + length, code, book.full_name(code), "county")
    return None
