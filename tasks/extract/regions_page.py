"""The page whose home is looked for, and what is asked of it by title, by publisher and by text alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tasks.extract.gazetteer import COUNTRY, Gazetteer, Region, short_name
from tasks.extract.model import RegionMention
from tasks.extract.regions_counties import wordlike
from tasks.extract.regions_place import Place

# Whoever heads a title or publishes speaks for the whole country.
STATE_COUNCIL = ("国务院", "国家卫生健康委", "国家统计局", "国新办")
# How often a page that is about someone says the name.
OFTEN = 2
# A place named no later than this heads the page.
HEAD = 60
_SHORTEST = 2
_LEVELS = ("province", "prefecture", "county")
# A figure, and no date: what stands in front of the first place is not that place's.
FIGURE = re.compile("[0-9.]+(?:[%％万亿元吨亩户家人名座台辆头]|个(?!月)|公[里顷斤]|平方)")


@dataclass(frozen=True, slots=True)
class Page:
    """What the home is decided on: the text with its places, the title and the publisher, and the year."""

    text: str
    mentions: Sequence[RegionMention]
    title: str | None
    publisher: str | None
    year: int | None


def common_area(codes: Sequence[str | None], book: Gazetteer) -> str | None:
    """The narrowest area that holds all the codes; None without codes."""
    known = list(dict.fromkeys(code for code in codes if code))
    if not known:
        return None
    for area in (known[0], *book.ancestors(known[0])):
        if all(book.inside(code, area) for code in known):
            return area
    return COUNTRY


def as_area(code: str, book: Gazetteer) -> Place:
    """An area as the home of a page."""
    return Place(0, 0, code, book.official_name(code), "home")


def as_printed(name: str) -> Place:
    """A village, a body or a country abroad as the home of a page, by the name that it prints."""
    return Place(0, 0, None, name, "home")


def widest(name: str, book: Gazetteer) -> list[Region]:
    """The areas of now with a short name, only those of the highest level: 西安 is the city and no district."""
    places = [region for region in book.shorts.get(name, ()) if region.valid_to is None]
    level = next((level for level in _LEVELS if any(region.level == level for region in places)), None)
    return [region for region in places if region.level == level]


def named_short(source: str, mentions: Sequence[RegionMention], book: Gazetteer) -> list[str]:
    """Prefectures and counties that the text names in full and the source by their short name (内乡)."""
    for mention in mentions:
        region = book.get(mention.code) if mention.code and mention.level in ("prefecture", "county") else None
        short = short_name(region.name) if region else ""
        if region and len(short) >= _SHORTEST and short in source:
            return [region.code]
    return []


def county_at(text: str, at: int, book: Gazetteer) -> tuple[Region | None, str]:
    """The county whose short name stands at an offset, where only one has it, and that name."""
    for length in (3, 2):
        name = text[at : at + length]
        region = book.alone(name)
        if region and region.level == "county" and not wordlike(name):
            return region, name
    return None, ""
