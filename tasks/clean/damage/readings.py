"""Readings that a mirror writes behind characters (`鄉(xiāng)村`): found by the page's habit, removed.

A mirror marks the characters of a fixed table wherever they stand. A reading that a writer gives is a gloss: once,
on a rare character. So the page decides, not the single bracket, and `隰(xí)县` and `面积(km)` stay.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from functools import lru_cache

from tasks.clean.charset import frequent_hanzi
from tasks.clean.damage.gbk import BY_LEAD
from tasks.clean.repairs import Draft, Edit
from tasks.clean.script import HANT, converter

READING = r"[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿêɡ]{1,6}"
_MARKED = re.compile(rf"([\u3400-\u9fff])((?:[(（]{READING}[)）])+)")
_TONES = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿêɡ", "aaaaeeeeiiiioooouuuuvvvvvnnnmeg")
_READ = re.compile(rf"[(（]{READING}[)）]")
_ONE = re.compile(READING)
_SHARE, _CHARACTERS = 0.8, 2
# So many of the marked characters a text on pronunciation reads in two ways; a mirror's table has one reading for each.
_TWO_WAYS = 0.1


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    # The library's table of phrases takes most of its loading time and is not asked.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin.constants import PINYIN_DICT

    table: dict[int, str] = PINYIN_DICT
    return table


def toneless(reading: str) -> str:
    """The reading without tone marks, `ü` as `v`."""
    return reading.translate(_TONES)


@lru_cache(maxsize=32_768)
def readings_of(char: str) -> frozenset[str]:
    """All readings of a character, with and without tones; empty for one that the table lacks."""
    listed = _table().get(ord(char)) if char else None
    if not listed:
        return frozenset()
    names = listed.split(",")
    return frozenset([*names, *map(toneless, names)])


@lru_cache(maxsize=1)
def _index() -> dict[str, dict[int, list[str]]]:
    index: dict[str, dict[int, list[str]]] = {}
    for lead, members in BY_LEAD.items():
        for _, char in members:
            for reading in readings_of(char):
                index.setdefault(reading, {}).setdefault(lead, []).append(char)
    return index


def read_so(reading: str) -> dict[int, list[str]]:
    """The characters of a reading by the lead byte that GBK gives them."""
    return _index().get(reading, {})


def page_readings(page: str, script: str) -> frozenset[str]:
    """The characters that a page marks by habit: most of their occurrences carry a valid reading, two or more such.

    On a simplified page one of them has to come twice; on a traditional one half have to be what no writer explains:
    frequent hanzi more than once, or common ones in their commonest reading. Where characters are read now so, now so
    (重(chóng)庆, 重(zhòng)要), a writer explains them.
    """
    if not _READ.search(page):
        return frozenset()
    marked: Counter[str] = Counter()
    obvious: set[str] = set()
    read: dict[str, set[str]] = {}
    for match in _MARKED.finditer(page):
        if _valid(match):
            first = _ONE.findall(match[2])[0]
            marked[match[1]] += 1
            read.setdefault(match[1], set()).add(first)
            if _obvious(match[1], first):
                obvious.add(match[1])
    if not obvious and frequent_hanzi().isdisjoint(marked):
        # 亳(bó)州, 浚(xùn)县: rare characters or rare readings alone are what a writer explains.
        return frozenset()
    two_ways = sum(len(ways) > 1 for ways in read.values())
    if not marked or two_ways > _TWO_WAYS * len(marked):
        return frozenset()
    every = Counter(page)
    sure = frozenset(char for char, count in marked.items() if count >= _SHARE * every[char])
    count = sum(marked[char] for char in sure)
    plain = sum(1 for char in sure if char in obvious or (marked[char] > 1 and char in frequent_hanzi()))
    if script == HANT and sure and 2 * plain >= len(sure):
        return frozenset(marked)
    return sure if len(sure) >= _CHARACTERS and count > len(sure) else frozenset()


def _obvious(char: str, reading: str) -> bool:
    """Whether this is the first reading of a hanzi of level 1 of GB 2312."""
    code = converter("t2s")(char).encode("gb2312", errors="ignore")[:1]
    first = _table().get(ord(char), "").split(",")[0]
    return b"\xb0" <= code <= b"\xd7" and reading in (first, toneless(first))


def _valid(match: re.Match[str]) -> bool:
    return all(reading in readings_of(match[1]) for reading in _ONE.findall(match[2]))


def strip(draft: Draft, marked: frozenset[str]) -> None:
    """Remove the readings behind the characters that the page marks by habit."""
    draft.edit(
        Edit(match.start(2), match.end(2), "", "reading")
        for match in _MARKED.finditer(draft.text)
        if match[1] in marked and _valid(match)
    )
