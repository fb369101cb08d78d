"""Place names in running text, as printed, with code and full official name.

Full names come first (suffix scan: one look-up for each 省, 市, 县, 区, 州), then the short names of provinces and
prefectures (one scan over pairs of letters); the short name of a county counts only behind an area that it lies in or
where the text has its full name. Names that touch and lie in each other become one mention (河南省南阳市内乡县), and
a name of many places takes the one that its neighbours speak for; one that is a word as well counts where the text has
its full name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tasks.extract.abroad import named_abroad
from tasks.extract.gazetteer import MUNICIPALITIES, Gazetteer, Region, gazetteer, words
from tasks.extract.model import RegionMention
from tasks.extract.regions_aid import HELPED_LEAD
from tasks.extract.regions_by_towns import with_districts, with_own_town
from tasks.extract.regions_counties import (
    STREET_OR_RANGE,
    Hit,
    counties_after_in,
    counties_by_town,
    push,
    with_counties,
    with_known_shorts,
)
from tasks.extract.regions_island import with_island_towns
from tasks.extract.regions_lying import lying
from tasks.extract.regions_offices import counties_by_office
from tasks.extract.regions_pairs import counties_at_ends
from tasks.extract.regions_people import begins_of_people
from tasks.extract.regions_scan import WordScan

_HIT = re.compile("[省市县区州盟旗]")
_RANK = {"province": 0, "prefecture": 1, "county": 2, "zone": 3}
_REMEMBERED = 40
_YEAR = 4
_SHORTEST = 2
_LEAD = 8
_LISTS = ("、", "和", "及", "与")
_LOOSE = frozenset("在的和与及是从到至往距离较向为对了省市州区由经赴抵自于入以")


@dataclass(frozen=True)
class Index:
    """Look-ups for the two scans."""

    lengths: dict[str, tuple[int, ...]]
    shorts: WordScan
    weak: frozenset[str]
    generic: frozenset[str]
    before: dict[str, frozenset[str]]
    behind: dict[str, frozenset[str]]
    city_guard: re.Pattern[str]
    district_guard: re.Pattern[str]


@cache
def _index() -> Index:
    book = gazetteer()
    lengths: dict[str, set[int]] = defaultdict(set)
    for name in (*book.names, *book.parts):
        lengths[name[-2:]].add(len(name))
    shorts = [short for short, regions in book.shorts.items() if any(_known_by_short(region) for region in regions)]
    guards = words()["not_after"]
    return Index(
        {key: tuple(sorted(found, reverse=True)) for key, found in lengths.items()},
        WordScan((*shorts, *words()["aliases"])),
        frozenset(words()["weak"]),
        frozenset(words()["generic"]),
        {name: frozenset(letters) for name, letters in words()["not_before"].items()},
        {name: frozenset(letters) for name, letters in words()["not_behind"].items()},
        re.compile("|".join(guards["city"])),
        re.compile("|".join(guards["district"])),
    )


def _known_by_short(region: Region) -> bool:
    """Provinces and prefectures in force, and cities renamed or dissolved of late (襄樊, 思茅)."""
    if region.level not in ("province", "prefecture"):
        return False
    return region.valid_to is None or (region.valid_to >= 2000 and region.name.endswith("市"))


def find_regions(text: str, year: int | None = None) -> list[RegionMention]:
    """The places named in the text, in order and without overlap.

    `year` is the year of the text: areas dissolved before it stand for their successors. A name that may mean several
    places, none of them spoken for, has code None and keeps its printed form.
    """
    book = gazetteer()
    hits = _at_home(text, _merge(_full_hits(text, book), _short_hits(text, book)))
    hits = _merge(with_counties(text, hits, book), counties_by_town(text, book))
    mentions = _chained(text, hits, book, year)
    added = (
        *counties_after_in(text, mentions, book),
        *lying(text, mentions, book),
        *counties_at_ends(text, mentions, book),
    )
    mentions = sorted((*mentions, *added), key=lambda mention: mention.start)
    mentions = sorted((*mentions, *counties_by_office(text, mentions, book)), key=lambda mention: mention.start)
    mentions = with_districts(text, with_known_shorts(text, mentions, book), book)
    return with_island_towns(text, mentions)


def _at_home(text: str, hits: list[Hit]) -> list[Hit]:
    """The hits that are no piece of a name abroad (佛罗里达州 is not 达州) and stand behind no part of a state abroad
    (华盛顿州金县)."""
    spans = [(place.start, place.end + (place.kind == "part")) for place in named_abroad(text)]
    kept: list[Hit] = []
    position = 0
    for hit in hits:
        while position < len(spans) and spans[position][1] <= hit.start:
            position += 1
        if position == len(spans) or hit.start < spans[position][0]:
            kept.append(hit)
    return kept


def _full_hits(text: str, book: Gazetteer) -> list[Hit]:
    index = _index()
    hits: list[Hit] = []
    for found in _HIT.finditer(text):
        end = found.end()
        for length in index.lengths.get(text[max(0, end - 2) : end], ()):
            if length > end:
                continue
            name = text[end - length : end]
            if name in book.names or name in book.parts:
                aside = _led_astray(text, end - length, name)
                apart = length > 2 or _bounded(text, end - length, hits)
                if not aside and not _guarded(text, end, name) and apart:
                    meant = book.names.get(name, [])
                    own = with_own_town(text, end, meant, book) if len(meant) > 1 else None
                    weak = own is None and name in index.generic
                    push(hits, Hit(end - length, end, [own] if own else meant, True, weak))
                break
    return hits


def _guarded(text: str, end: int, name: str) -> bool:
    """Whether what follows makes the name something else (中山市场, 河北区域, 重庆路)."""
    index = _index()
    if name[-1] == "市" and index.city_guard.match(text, end):
        return True
    if text[end : end + 1] in index.behind.get(name, ()) and end < len(text):
        return True
    return name[-1] == "区" and index.district_guard.match(text, end) is not None


def _led_astray(text: str, start: int, name: str) -> bool:
    """Whether the letter in front makes the name something else (出海口, 逾8成都是, but not 2023成都车展)."""
    letters = _index().before.get(name, ())
    return text[start - 1 : start] in letters and not (start >= _YEAR and text[start - _YEAR : start].isdecimal())


def _bounded(text: str, start: int, hits: Sequence[Hit]) -> bool:
    """Whether a name of two letters stands apart from the word before it (赵县, 整个赵县, but not 示范县 or 紫云县) or
    touches another name (岷县漳县)."""
    if start == 0 or not "一" <= text[start - 1] <= "鿿" or text[start - 1] in _LOOSE:
        return True
    if text.endswith("整个", 0, start):
        return True
    return bool(hits) and hits[-1].end == start


def _short_hits(text: str, book: Gazetteer) -> list[Hit]:
    index = _index()
    found = list(index.shorts.find(text))
    people = begins_of_people(text, found)
    return [
        Hit(start, end, _meanings(name, book), False, name in index.weak)
        for start, end, name in found
        if name not in people
        and not STREET_OR_RANGE.match(text, end)
        and text[end : end + 1] not in index.behind.get(name, ())
        and not _led_astray(text, start, name)
    ]


def _meanings(name: str, book: Gazetteer) -> list[Region]:
    """The areas of a short name; a name in use beside the official one means its own area only (巴州)."""
    return book.names[name] if name in words()["aliases"] else book.shorts[name]


def _merge(full: list[Hit], short: list[Hit]) -> list[Hit]:
    """Both lists in order; a full name wins over a short one that it overlaps."""
    merged: list[Hit] = list(full)
    taken = sorted((hit.start, hit.end) for hit in full)
    position = 0
    for hit in short:
        while position < len(taken) and taken[position][1] <= hit.start:
            position += 1
        if position == len(taken) or taken[position][0] >= hit.end:
            merged.append(hit)
    return sorted(merged, key=lambda hit: hit.start)


def _chained(text: str, hits: list[Hit], book: Gazetteer, year: int | None) -> list[RegionMention]:
    """Mentions from hits: touching names that lie in each other are one, the rest stands alone if it has evidence."""
    mentions: list[RegionMention] = []
    in_full = {region.code for hit in hits if hit.full and hit.end - hit.start > _SHORTEST for region in hit.regions}
    number = 0
    while number < len(hits):
        chain = [hits[number]]
        codes = _codes(hits[number], book, year)
        number += 1
        while number < len(hits) and hits[number].start == chain[-1].end:
            narrower = _inside(_codes(hits[number], book, year), codes, book)
            if not narrower and text[hits[number].start : hits[number].end] not in book.parts:
                break
            codes = narrower or codes
            chain.append(hits[number])
            number += 1
        if chain[0].weak and not chain[0].full:
            told = any(region.code in in_full for region in chain[0].regions)
            chain[0].weak = not told and not _beside(text, chain[0], hits, number, mentions)
        if len(chain) == 1 and mentions and _of_another(chain[0], codes, mentions[-1], book):
            continue
        mention = _mention(text, chain, codes, mentions, book, year)
        if mention:
            mentions.append(mention)
    return mentions


def _of_another(hit: Hit, codes: list[str], before: RegionMention, book: Gazetteer) -> bool:
    """Whether a short name right behind a province that has no such area is something else (内蒙古大兴安岭林区)."""
    if hit.full or before.end != hit.start or before.level != "province" or not before.code or not codes:
        return False
    if before.code[:2] in MUNICIPALITIES:
        return False
    levels = {book.level(code) for code in codes}
    return "province" not in levels and not any(book.inside(code, before.code) for code in codes)


def _beside(text: str, hit: Hit, hits: list[Hit], number: int, before: list[RegionMention]) -> bool:
    """Whether a name that is a word as well stands in a list with a name that is none (甲、河池两市) or is helped
    (对口帮扶河池); `hits[number]` is the next one."""
    if HELPED_LEAD.search(text, max(0, hit.start - _LEAD), hit.start):
        return True
    if before and text[before[-1].end : hit.start] in _LISTS and before[-1].level in ("province", "prefecture"):
        return True
    following = hits[number] if number < len(hits) else None
    if following is None or following.weak or text[hit.end : following.start] not in _LISTS:
        return False
    return any(region.level in ("province", "prefecture") for region in following.regions)


def _codes(hit: Hit, book: Gazetteer, year: int | None) -> list[str]:
    """What a hit may mean, highest level first; areas of the text's year before later and former ones of the name."""
    live = [region for region in hit.regions if book.lived(region, year)]
    known = {region.current or region.code for region in live}
    others = [region for region in hit.regions if (region.current or region.code) not in known]
    in_force = [region for region in others if region.valid_to is None]
    former = [region for region in others if region.valid_to is not None]
    ordered = (*sorted(live, key=_rank), *sorted(in_force, key=_rank), *former)
    return list(dict.fromkeys(book.resolve(region, year) for region in ordered))


def _rank(region: Region) -> int:
    return _RANK.get(region.level, 9)


def _inside(codes: list[str], outers: list[str], book: Gazetteer) -> list[str]:
    return [code for code in codes if any(code != outer and book.inside(code, outer) for outer in outers)]


def _mention(
    text: str, chain: list[Hit], codes: list[str], before: list[RegionMention], book: Gazetteer, year: int | None
) -> RegionMention | None:
    start, end = chain[0].start, chain[-1].end
    last = text[chain[-1].start : end]
    if last in book.parts and (len(chain) > 1 or last not in book.names):
        return RegionMention(start, end, *book.parts[last], "part")
    if len(chain) == 1 and chain[0].weak and not _spoken_for(chain[0], codes, before, book):
        return None
    if not codes:
        return None
    code = _choose(chain[-1], codes, before, book, year)
    if code is None:
        return RegionMention(start, end, None, text[start:end], "unknown")
    return RegionMention(start, end, code, book.full_name(code), book.level(code) or "unknown")


def _spoken_for(hit: Hit, codes: list[str], before: list[RegionMention], book: Gazetteer) -> bool:
    """Whether the text has named the province around a weak name; a generic district needs its city in front."""
    known = {mention.code for mention in before[-_REMEMBERED:] if mention.code}
    if hit.full:
        named = hit.end - hit.start > _SHORTEST and hit.regions[0].name not in words()["generic_nouns"]
        return named and any(outer in known for code in codes for outer in book.ancestors(code)[:1])
    provinces = {book.province(code) for code in known}
    return any(code in known or book.province(code) in provinces for code in codes)


def _choose(hit: Hit, codes: list[str], before: list[RegionMention], book: Gazetteer, year: int | None) -> str | None:
    """The one code, or the one nearest to the places named before; a short name means the highest level."""
    if len(codes) == 1:
        return codes[0]
    if not hit.full:
        return codes[0]
    live = {region.code for region in hit.regions if book.lived(region, year)}
    in_force = [code for code in codes if code in live]
    if len(in_force) == 1:
        return in_force[0]
    for mention in reversed(before[-12:]):
        if mention.code is None:
            continue
        for outer in (mention.code, *book.ancestors(mention.code)[:-1]):
            near = [code for code in codes if book.inside(code, outer)]
            if len(near) == 1:
                return near[0]
    return None
