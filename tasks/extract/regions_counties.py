"""Counties by their short names: right behind the area that they lie in, or right in front of one of their towns."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from tasks.extract.gazetteer import Gazetteer, Region, short_name, words
from tasks.extract.model import RegionMention
from tasks.extract.regions_scan import occurrences
from tasks.vocabulary import either

STREET = re.compile(
    r"(?:[东南西北中]|[0-9一二三四五六七八九十]{1,2}|[东南西北]?[一二三四])?(?:路(?!线|网|局|段|政|况|径|程|透|过|演)|大道|大街|街(?!道办|区|镇)|巷|弄(?!清))"
    r"|镇(?![江平远原安康海巴坪赉宁雄沅])|乡(?![村镇亲土])|村(?![民级镇集庄里委干两支务企居落])|盆地|平原|高原|半岛|海峡|山脉|时间|高架|军区|战区|舰|麓|岭|[典祝]"
)
_BEHIND = re.compile(rf"(?:国际)?机场|火车站|江(?![苏西])|河(?![南北])|湖(?![南北])|{STREET.pattern}")
NATURE = re.compile(rf"[江河湖山岛海湾]|水(?![位务利产果稻泥电库])|{STREET.pattern}")
# 吕梁山、太行山深处; 大别山脉: a range, not the prefecture of its name (but 甲市山区).
STREET_OR_RANGE = re.compile(
    rf"{STREET.pattern}|山(?:脉|麓|[深腹]|[东西南北中]?(?:[、，,。；;和与及的]|段|侧|坡|片区))"
)
_TOWN = re.compile("镇(?!村)|乡(?![村镇亲])|街道")
_TOWNS_READ = 40
_AGAIN = 3
_IN = re.compile(
    r"(?:^|[，。；：、\s])(?:在|位于|地处|走进|来到)(?=[一-鿿]{2})|的(?=[一-鿿]{2,3}(?:老城|古城|县城|城区|，[当这]))"
    r"|[。！？；\n][\s　]{0,8}+(?:目前|如今|今年|去年|眼下|现在|近日|此外|同时|其中)?，?(?=[一-鿿]{2})"
    r"|[。！？；\n][\s　]{0,8}+[0-9至到—-]{2,12}年[^，。；]{0,5}，(?=[一-鿿]{2})"
)
_NEAR = 4
_KNOWN_LIMIT = 60
_LONGEST = 3
_TWO = 2


@dataclass(slots=True)
class Hit:
    """A name at a place in the text with everything it may mean; `weak` ones need evidence."""

    start: int
    end: int
    regions: list[Region]
    full: bool
    weak: bool = False


def push(hits: list[Hit], hit: Hit) -> None:
    """Adds a hit; a longer one that ends later swallows those inside it."""
    while hits and hits[-1].start >= hit.start:
        hits.pop()
    if not hits or hits[-1].end <= hit.start:
        hits.append(hit)


def with_counties(text: str, hits: list[Hit], book: Gazetteer) -> list[Hit]:
    """Adds the short names of counties that stand right behind the area they lie in (四川峨边)."""
    result: list[Hit] = []
    for number, hit in enumerate(hits):
        result.append(hit)
        following = hits[number + 1].start if number + 1 < len(hits) else len(text)
        if following <= hit.end or hit.weak:
            continue
        added = _county_after(text, hit, following, book)
        if added:
            result.append(added)
    return result


def counties_by_town(text: str, book: Gazetteer) -> list[Hit]:
    """Short names of counties right in front of one of their own towns (富川莲山镇)."""
    hits: list[Hit] = []
    for found in islice(_TOWN.finditer(text), _TOWNS_READ):
        end = found.end()
        for town in range(2, 5):
            for length in (2, 3):
                start = end - town - length
                name = text[max(0, start) : end - town]
                regions = [region for region in book.shorts.get(name, ()) if region.level == "county"]
                codes = book.towns.get(text[end - town : end], ()) if regions and start >= 0 else ()
                regions = [region for region in regions if region.code in codes]
                if regions and name not in words()["not_counties"]:
                    push(hits, Hit(start, end - town, regions, False))
    return hits


def counties_after_in(text: str, mentions: Sequence[RegionMention], book: Gazetteer) -> list[RegionMention]:
    """Short names of counties behind 在 at the head of a clause, in a province that the text named before."""
    starts = [mention.start for mention in mentions]
    found: list[RegionMention] = []
    if not starts:
        return found
    heads = book.county_heads
    for lead in _IN.finditer(text, starts[0]):
        at = lead.end()
        if text[at : at + _TWO] not in heads:
            continue
        index = bisect_left(starts, at)
        province = next((m.code for m in reversed(mentions[max(0, index - _NEAR) : index]) if m.code), None)
        if province is None or (index < len(starts) and starts[index] < at + _LONGEST):
            continue
        for length in range(_LONGEST, 1, -1):
            name = text[at : at + length]
            inside = [
                region
                for region in book.shorts.get(name, ())
                if region.level == "county" and region.valid_to is None and region.code[:2] == province[:2]
            ]
            if len(inside) == 1 and not wordlike(name) and not NATURE.match(text, at + length):
                code = inside[0].code
                found.append(RegionMention(at, at + length, code, book.full_name(code), "county"))
                break
    return found


def wordlike(name: str) -> bool:
    """Whether the short name of a county reads as a word where no area stands in front of it."""
    return name in words()["not_counties"] or name in words()["word_counties"]


def _county_after(text: str, hit: Hit, following: int, book: Gazetteer) -> Hit | None:
    outers = [region.code for region in hit.regions if region.level in ("province", "prefecture")]
    if not outers:
        return None
    for length in range(min(6, following - hit.end), 1, -1):
        name = text[hit.end : hit.end + length]
        meant = book.shorts.get(name) or (book.names.get(name, []) if length == _TWO else [])
        inside = [
            region
            for region in meant
            if any(book.inside(book.resolve(region), outer) and region.code != outer for outer in outers)
        ]
        if inside and not _BEHIND.match(text, hit.end + length) and name not in words()["not_counties"]:
            return Hit(hit.end, hit.end + length, inside, False, True)
    return None


def with_known_shorts(text: str, mentions: list[RegionMention], book: Gazetteer) -> list[RegionMention]:
    """Adds the short names of counties whose full name the text has (内乡 after 内乡县)."""
    known: dict[str, RegionMention] = {}
    for mention in mentions:
        region = book.get(mention.code) if mention.code and mention.level == "county" else None
        short = short_name(region.name) if region else ""
        if region and len(short) >= 2 and short != region.name and not wordlike(short):
            known.setdefault(short, mention)
        if len(known) >= _KNOWN_LIMIT:
            break
    if not known:
        return mentions
    taken = [(mention.start, mention.end) for mention in mentions]
    added = []
    position = last = 0
    for start, end, name in occurrences(text, known):
        while position < len(taken) and taken[position][1] <= start:
            position += 1
        free = position == len(taken) or taken[position][0] >= end
        if free and start >= last and not NATURE.match(text, end):
            source = known[name]
            added.append(RegionMention(start, end, source.code, source.name, source.level))
            last = end
    return sorted((*mentions, *added), key=lambda mention: mention.start)


# A short name of a county standing by itself in a text about its prefecture.
_APART_BEFORE = re.compile(r"(?:^|[\s　，。；：、！？“（(·,;:]|在|到|至|从|和|与)$")
# What tells of a county behind its short name: 安甲有19个部门.
_TELLS = re.compile(
    f"(?:已|现|共)?有(?=[0-9一二两三四五六七八九十])|从[0-9一-鿿]{{2,8}}年|{either(words()['county_tells'])}"
)


def home_counties(text: str, home: str | None, book: Gazetteer) -> list[RegionMention]:
    """The county that a document is about, and counties of the prefecture that it is about, by their short names where
    these stand apart; those of a province where the text tells something of them by names that only they have."""
    level = book.level(home or "")
    if home is None or level not in ("county", "prefecture", "province"):
        return []
    if level == "county":
        names = _by_short_name(home, book)
    else:
        names = book.counties_of(home) if level == "prefecture" else _told_of(text, home, book)
    return [
        RegionMention(start, end, names[name], book.full_name(names[name]), "county")
        for start, end, name in occurrences(text, names)
        if _APART_BEFORE.search(text, max(0, start - 1), start) and _ends_well(text, end, level)
    ]


def _ends_well(text: str, end: int, level: str) -> bool:
    """Whether what follows a short name lets it be a county's in the page of an area of this level."""
    if level == "province":
        return _TELLS.match(text, end) is not None
    return level == "prefecture" or (not text.startswith(("县", "市", "区", "旗"), end) and not NATURE.match(text, end))


def _by_short_name(county: str, book: Gazetteer) -> dict[str, str]:
    """The short name of a county, where it is one and no word."""
    region = book.get(county)
    name = short_name(region.name) if region else ""
    return {name: county} if region and len(name) >= _TWO and name != region.name and not wordlike(name) else {}


def _told_of(text: str, province: str, book: Gazetteer) -> dict[str, str]:
    """Short name to code of the counties of a province that a text tells of."""
    heads = (text[max(0, found.start() - _TWO) : found.start()] for found in _TELLS.finditer(text))
    named = (book.alone(name) for name in dict.fromkeys(heads) if name in book.shorts and not wordlike(name))
    inside = (region for region in named if region and region.level == "county")
    return {short_name(region.name): region.code for region in inside if book.inside(region.code, province)}


def kept_short(title: str, text: str, book: Gazetteer) -> str | None:
    """The one county whose short name opens a title and is told again and again by its text (安溪铁观音价格普涨), None
    where the name is a word or of several counties."""
    for length in (_LONGEST, _TWO):
        name = title[:length]
        if len(name) < length or wordlike(name) or text.count(name) < _AGAIN:
            continue
        meant = {region.code for region in book.shorts.get(name, ()) if region.valid_to is None}
        county = all(book.level(code) == "county" for code in meant)
        if len(meant) == 1 and county:
            return meant.pop()
    return None
