"""Districts that several cities have, told apart by the towns that a text lists (朝阳区东坝、金盏、孙河等11个乡)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import islice

from tasks.extract.gazetteer import Gazetteer, Region, gazetteer
from tasks.extract.model import RegionMention

_ENDS = ("街道", "镇", "乡")
_TOWN_NAME = re.compile("镇(?!村)|乡(?![村镇亲])|街道")
_TOWNS_READ, _STANDS_OUT = 60, 3
_SHORTEST = 2
_TOWN_LENGTHS = (6, 5, 4, 3)
_TOWN_AREA = re.compile(r"(?:^|[。！？；，,;\n])[ \t　]{0,8}+(?:在|目前，?)?(?P<name>(?P<town>[一-鿿]{2,5}?)地区)")
# So many of its towns speak for a district, and so many times more than for any other of its name.
_LEAST, _MORE = 2, 2


def with_districts(text: str, mentions: list[RegionMention], book: Gazetteer) -> list[RegionMention]:
    """The mentions with names of several areas as the one whose towns the text names."""
    unknown = {text[mention.start : mention.end] for mention in mentions if mention.code is None}
    if not unknown:
        return mentions
    told = {name: code for name in unknown if (code := _told_by_towns(text, name, book))}
    return [_as(mention, told.get(text[mention.start : mention.end]), book) for mention in mentions]


def county_of_towns(text: str, book: Gazetteer) -> str | None:
    """The one county most of whose towns a text names by their full names, None where no county stands out.

    For a text that speaks of 我县 or 全县 and names it nowhere.
    """
    seen: set[str] = set()
    counts: Counter[str] = Counter()
    for found in islice(_TOWN_NAME.finditer(text), _TOWNS_READ):
        end = found.end()
        for length in _TOWN_LENGTHS:
            town = text[max(0, end - length) : end]
            if town in book.towns and town not in seen:
                seen.add(town)
                counts.update(set(book.towns[town]))
                break
    best = counts.most_common(2)
    if not best or best[0][1] < _STANDS_OUT or best[0][1] * 2 <= len(seen):
        return None
    return best[0][0] if len(best) == 1 or best[0][1] >= _MORE * best[1][1] else None


def with_own_town(text: str, end: int, regions: Sequence[Region], book: Gazetteer) -> Region | None:
    """The one area of a name with one of whose towns the text goes on (城关区青白石街道)."""
    for length in _TOWN_LENGTHS:
        codes = book.towns.get(text[end : end + length], ())
        meant = [region for region in regions if region.code in codes] if codes else []
        if len(meant) == 1:
            return meant[0]
    return None


def town_areas(text: str, county: str | None) -> list[tuple[int, int, str]]:
    """Where the towns of the county that a page is about head a clause as areas (柳庄地区拆除…): offsets and names."""
    if county is None or "地区" not in text:
        return []
    towns = frozenset(_towns().get(county, ()))
    heads = _TOWN_AREA.finditer(text) if towns else ()
    return [(found.start("name"), found.end("name"), found["name"]) for found in heads if found["town"] in towns]


def _as(mention: RegionMention, code: str | None, book: Gazetteer) -> RegionMention:
    if mention.code is not None or code is None:
        return mention
    return mention._replace(code=code, name=book.full_name(code), level=book.level(code) or "unknown")


def _told_by_towns(text: str, name: str, book: Gazetteer) -> str | None:
    """The one area of a name most of whose towns a text lists or names as towns."""
    codes = [region.code for region in book.names.get(name, ()) if region.valid_to is None]
    counts = sorted(
        ((sum(_listed(text, town) for town in _towns().get(code, ())), code) for code in codes), reverse=True
    )
    if not counts or counts[0][0] < _LEAST:
        return None
    return counts[0][1] if len(counts) == 1 or counts[0][0] >= _MORE * counts[1][0] else None


def _listed(text: str, town: str) -> bool:
    """Whether a text has a town in a list, or by its name with the word for what it is."""
    return town in text and any(form in text for form in (f"{town}、", f"、{town}", *(town + end for end in _ENDS)))


@cache
def _towns() -> dict[str, Sequence[str]]:
    """The names of the towns of every county, without the words for what they are."""
    inside: dict[str, list[str]] = defaultdict(list)
    for town, codes in gazetteer().towns.items():
        stem = next((town.removesuffix(end) for end in _ENDS if town.endswith(end)), town)
        for code in codes if len(stem) >= _SHORTEST else ():
            inside[code].append(stem)
    return dict(inside)
