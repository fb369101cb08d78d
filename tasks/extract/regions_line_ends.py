"""Lines and bridges called by a letter of each of their ends (合蚌高铁, 港珠澳大桥): the area that holds the ends."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from tasks.extract.gazetteer import COUNTRY, Gazetteer, short_name, words
from tasks.extract.model import RegionMention
from tasks.extract.regions_page import common_area
from tasks.extract.regions_place import Place
from tasks.extract.sought import Sought

_MOST, _FEWEST = 3, 2
_LINE_KIND = "(?:城际|高速)?(?:铁路|高铁|公路)|城铁|客运专线|客专|高速(?![发增路列铁公])"
_CALLED = Sought(rf"[一-鿿]{{2}}(?:(?P<line>{_LINE_KIND})|(?P<bridge>大桥|隧道))")
_SIGN = re.compile("铁|公路|高速|客专|客运专线|大桥|隧道")
_BESIDE = re.compile("[和与至到、及—-]{1,2}")
_COMPASS = frozenset("东西南北中")


@cache
def _letters() -> Mapping[str, str]:
    """The letters that stand for a province or a city of its own (京, 沪, 港), each with its code."""
    return {letter: str(code) for code, letters in words()["line_letters"].items() for letter in letters}


def lines_by_ends(text: str, mentions: Sequence[RegionMention], book: Gazetteer) -> list[tuple[int, int, Place]]:
    """Lines and bridges whose ends the text names: the area below the country that holds them. A bridge between
    provinces stays as printed, a line between them is left to what else the text says of it."""
    known = [mention for mention in mentions if mention.code and mention.code != COUNTRY]
    if not known or not _SIGN.search(text):
        return []
    ends = _ends(known, book)
    starts = [mention.start for mention in mentions]
    pairs = {
        frozenset((first.code, second.code))
        for first, second in pairwise(known)
        if _BESIDE.fullmatch(text, first.end, second.start)
    }
    found: list[tuple[int, int, Place]] = []
    for called in _CALLED.finditer(text):
        kind = called.start(called.lastgroup or 0)
        codes = _codes(text, kind, ends)
        before = bisect_right(starts, kind) - 1
        if not codes or (before >= 0 and mentions[before].end > kind - _FEWEST):
            continue
        # 南山隧道: a hill, where neither letter can only be an end nor the text tells of the two together.
        sure = len(codes) == _MOST or _letters().keys() & set(text[kind - _FEWEST : kind]) or frozenset(codes) in pairs
        if called["bridge"] and not sure:
            continue
        area = common_area(codes, book) or COUNTRY
        if area == COUNTRY and not called["bridge"]:
            continue
        start, end = kind - len(codes), called.end()
        code = None if area == COUNTRY else area
        name = book.official_name(code) if code else text[start:end]
        found.append((start, end, Place(start, end, code, name, "line")))
    return found


def _ends(known: Sequence[RegionMention], book: Gazetteer) -> dict[str, str]:
    """The letters of the names that a text tells, each with the area named first, and those that stand for one."""
    told: dict[str, str] = {}
    for mention in known:
        region = book.get(mention.code or "")
        for letter in short_name(region.name) if region else "":
            told.setdefault(letter, mention.code or "")
    return {**told, **_letters()}


def _codes(text: str, kind: int, ends: Mapping[str, str]) -> list[str]:
    """The areas of the letters in front of the kind of a line, three or two of them; none where one is not known."""
    for many in (_MOST, _FEWEST):
        letters = text[max(0, kind - many) : kind]
        codes = [ends.get(letter, "") for letter in letters]
        if len(set(codes)) == many and all(codes) and not _COMPASS.issuperset(letters):
            return codes
    return []
