"""The area that a text speaks for as a whole (全县, 我市, 该旗, 县委): the one of that level that it names.

Inside a known area (that of a province's or a prefecture's outlet) counties and cities are found by their short names
as well, where these stand apart from the words around them (，枣阳共引进…; 是泽州发展历程中…).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache

from tasks.extract import regions_words as cues
from tasks.extract.gazetteer import Gazetteer, Region, gazetteer, short_name
from tasks.extract.regions_counties import NATURE, wordlike
from tasks.extract.regions_home_bearers import province_of_cities
from tasks.extract.regions_page import HEAD, Page
from tasks.vocabulary import either

# Which level a word for the whole stands for; the narrowest first.
_LEVELS = (
    ("县旗", ("county",)),
    ("区", ("county", "province")),
    ("市", ("county", "prefecture", "province")),
    ("州盟", ("prefecture",)),
    ("省", ("province",)),
)
_WHOLE = re.compile(
    r"(?<![一二三四五六七八九十两几各百健安完齐保])[全我本该](?P<all>省|县|旗(?!舰)|州(?!市)|盟|市(?![场值民])|区(?![域间块位]))"
    r"|(?:(?<![一-鿿])|(?<=[和与及在]))(?P<own>[县旗州盟市区])(?:委|政府|人民政府)(?!书记|副)"
)
_MORE = 2
_BEFORE = 4
_LONGEST = 4
_SHORTEST = 2
# What stands in front of the name of the page's own area: 幸福的新甲县.
FOND = re.compile(
    "(?:幸福|美丽|大美|魅力|活力|富裕|平安|和谐|文明|法治|数字|健康|现代化|小康|建设|的)新?(?=[一-鿿]{2})"
)


def own_area(page: Page, outer: str | None, book: Gazetteer) -> str | None:
    """The code of the county, city or prefecture inside `outer` that the text speaks for; None where it names none of
    the level that it speaks of, or several alike."""
    letters = Counter(found["all"] or found["own"] for found in _WHOLE.finditer(page.text))
    if letters["省"] < _MORE and "我省" not in page.text:
        del letters["省"]
    above = book.full_name(outer)[-1] if outer else ""
    for kinds, levels in _LEVELS:
        spoken = {kind: letters[kind] for kind in kinds if letters[kind] and kind != above}
        if not spoken or sum(spoken.values()) < letters[above]:
            continue
        if code := _named(page, "".join(spoken), levels, outer, book):
            return code
        if kinds == "省" and outer is None and not page.title:
            return province_of_cities(page.mentions, book)
    return None


def _named(page: Page, letters: str, levels: tuple[str, ...], outer: str | None, book: Gazetteer) -> str | None:
    """The one area of these levels, ending in one of these letters, that a text names first and far more often."""
    named = short_names(page.text, letters, levels, outer)
    for mention in page.mentions:
        compared = cues.BEFORE_COMPARED.search(page.text, max(0, mention.start - _BEFORE), mention.start)
        region = book.get(mention.code) if mention.code and not compared else None
        if region and region.level in levels and region.name[-1] in letters and _inner(region.code, outer, book):
            named.append((mention.start, region.code))
    ranked = Counter(code for _, code in named).most_common(2)
    if not named and outer and page.title:
        return _in_title(page.title, letters, levels, outer)
    if not ranked or min(named)[1] != ranked[0][0] or (len(ranked) > 1 and ranked[1][1] * _MORE > ranked[0][1]):
        return None
    return ranked[0][0]


def _in_title(title: str, letters: str, levels: tuple[str, ...], outer: str) -> str | None:
    """The one area inside `outer` that a title names by its short name, be it right behind another word (看陇西)."""
    known = _shorts(letters, levels, outer)
    codes = {code for name, code in known.items() if name in title}
    return codes.pop() if len(codes) == 1 else None


def _inner(code: str, outer: str | None, book: Gazetteer) -> bool:
    return outer is None or (code != outer and book.inside(code, outer))


def short_names(text: str, letters: str, levels: tuple[str, ...], outer: str | None) -> list[tuple[int, str]]:
    """Where a text names areas of these levels inside `outer` by their short names alone, and their codes; without an
    area around them those names that only one has, told of in the head of the text."""
    known = _shorts(letters, levels, outer)
    if not known:
        return []
    found: list[tuple[int, str]] = []
    for match in _apart(frozenset(known)).finditer(text, 0, len(text) if outer else HEAD):
        code = known[match["name"]]
        if not NATURE.match(text, match.end()):
            found.append((match.start("name"), code))
    return found


@cache
def _shorts(letters: str, levels: tuple[str, ...], outer: str | None) -> dict[str, str]:
    """The short names that stand for one area inside another, and its code; no words."""
    book = gazetteer()
    named: dict[str, list[Region]] = defaultdict(list)
    for region in book.current.values():
        if region.level in levels and region.name[-1] in letters and _inner(region.code, outer, book):
            named[short_name(region.name)].append(region)
    single = ((name, regions[0]) for name, regions in named.items() if len(regions) == 1)
    return {name: region.code for name, region in single if _plain(name, region, outer, book)}


def _plain(name: str, region: Region, outer: str | None, book: Gazetteer) -> bool:
    """Whether a short name is one, is no word, and means one area in the whole country where none is around it."""
    if name == region.name or not _SHORTEST <= len(name) <= _LONGEST or wordlike(name):
        return False
    return outer is not None or book.alone(name) is not None


@cache
def _apart(names: frozenset[str]) -> re.Pattern[str]:
    """One of these names behind a break or a word that governs a place."""
    before = rf"(?:^|[^一-鿿]|[是在把让为对到于与和向使给助的]|{FOND.pattern})新?"
    return re.compile(rf"{before}(?P<name>{either(names)})(?![省市县区州旗盟])")
