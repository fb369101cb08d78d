"""The part of a park or of a line that lies in one area (某国家公园福建片区): its figures are that area's."""

from __future__ import annotations

import re

from tasks.extract.gazetteer import Gazetteer
from tasks.extract.regions_place import Place

_PART_OF = re.compile("(?:公园|保护区|流域|景区|湿地|高速|铁路|高铁|运河|长城)([一-鿿]{2,4})(?:片区|段)$")
_LONGEST, _SHORTEST = 4, 2


def own_part(name: str, place: Place, book: Gazetteer) -> Place:
    """The province or prefecture whose part of a park or a line is named, else the body as it is."""
    found = _PART_OF.search(name)
    if found is None:
        return place
    for length in range(_LONGEST, _SHORTEST - 1, -1):
        tail = found[1][-length:]
        named = (*book.names.get(tail, ()), *book.shorts.get(tail, ()))
        codes = {region.code for region in named if region.valid_to is None}
        code = codes.pop() if len(codes) == 1 else ""
        if code and book.level(code) in ("province", "prefecture"):
            return Place(0, 0, code, book.official_name(code), "mention")
    return place
