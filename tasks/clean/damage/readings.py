"""Readings that a mirror writes behind characters (`鄉(xiāng)村`): found by the page's habit, removed.

A mirror marks the characters of a fixed table wherever they stand. A reading that a writer gives is a gloss: once,
on a rare character. So the page decides, not the single bracket, and `隰(xí)县` and `面积(km)` stay.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from tasks.clean.repairs import Draft, Edit

READING = r"[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿêɡ]{1,6}"
_MARKED = re.compile(rf"([\u3400-\u9fff])((?:\({READING}\))+)")
_ONE = re.compile(READING)
_SHARE, _CHARACTERS = 0.8, 2


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    from pypinyin.constants import PINYIN_DICT

    table: dict[int, str] = PINYIN_DICT
    return table


def toneless(reading: str) -> str:
    """The reading without tone marks, `ü` kept."""
    letters = unicodedata.normalize("NFD", reading.replace("ɡ", "g").replace("ü", "v"))
    kept = "".join("v" if char == "\u0308" else char for char in letters if char.isalpha() or char == "\u0308")
    return kept.replace("uv", "v")


@lru_cache(maxsize=8192)
def readings_of(char: str) -> frozenset[str]:
    """All readings of a character, with and without tones; empty for one that the table lacks."""
    listed = _table().get(ord(char), "").split(",")
    return frozenset(name for name in listed if name) | frozenset(toneless(name) for name in listed if name)


def page_readings(page: str) -> frozenset[str]:
    """The characters that a page marks by habit: most of their occurrences carry a valid reading, two or more such."""
    marked: Counter[str] = Counter()
    for match in _MARKED.finditer(page):
        char = match[1]
        if all(reading in readings_of(char) for reading in _ONE.findall(match[2])):
            marked[char] += 1
    sure = frozenset(char for char, count in marked.items() if count >= _SHARE * page.count(char))
    repeated = sum(marked[char] for char in sure)
    return sure if len(sure) >= _CHARACTERS and repeated > len(sure) else frozenset()


def strip(draft: Draft, marked: frozenset[str]) -> None:
    """Remove the readings behind the characters that the page marks by habit."""
    draft.edit(
        Edit(match.start(2), match.end(2), "", "reading")
        for match in _MARKED.finditer(draft.text)
        if match[1] in marked and all(reading in readings_of(match[1]) for reading in _ONE.findall(match[2]))
    )
