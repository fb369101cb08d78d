"""Counties by their short names in front of their own offices: 房山警方, 定海消防大队."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from tasks.extract.gazetteer import Gazetteer, words
from tasks.extract.model import RegionMention
from tasks.extract.regions_counties import wordlike
from tasks.extract.sought import Sought
from tasks.vocabulary import either

_OFFICE = Sought(either(words()["county_offices"]))
# In front of the name stands no other name: 据房山警方, 被房山警方抓获.
_APART = re.compile(r"(?:^|[^一-鿿]|[据被由向在与和及从经请让到，])\Z")
_LENGTHS = (3, 2)


def counties_by_office(text: str, mentions: Sequence[RegionMention], book: Gazetteer) -> list[RegionMention]:
    """Short names that only one county has, right in front of one of its offices."""
    found: dict[int, RegionMention] = {}
    starts = [mention.start for mention in mentions]
    for office in _OFFICE.finditer(text):
        end = office.start()
        at = bisect_left(starts, end) - 1
        floor = mentions[at].end if at >= 0 else 0
        for length in _LENGTHS:
            start = end - length
            name = text[max(0, start) : end]
            if start < floor or name not in book.shorts or wordlike(name):
                continue
            region = book.alone(name)
            if region and region.level == "county" and _APART.search(text, max(0, start - 1), start):
                found.setdefault(start, RegionMention(start, end, region.code, book.full_name(region.code), "county"))
                break
    return list(found.values())
