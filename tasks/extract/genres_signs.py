"""Does a page of numbers report on the world? Signs of reports are weighed against numbers and homely marks.

Statistics say where, when and of whom they are. A page of any other sort may name a town or a year by chance, so that
no single word decides: it takes the more signs the more numbers there are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from tasks.extract.genres_forms import world_words
from tasks.vocabulary import read_yaml

EVERYDAY = "everyday"
_NUMBER = re.compile(r"\d[\d.,]*")
# 北京 28.8 31.2: a row of a table says nothing but its name, the signs of tables stand in few words above them.
_ROW = re.compile(
    r"^(?:[|｜]?[^\n，。；：:！？|｜]{1,20}(?:(?:[ \t|｜]+-?\d[\d.,]*%?(?=[ \t|｜]|$))+"
    r"|(?:[ \t|｜,]+-?\d[\d.]*[\u3400-\u9fff%]{0,3}(?=[ \t|｜,]|$)){2,})|-?\d[\d.,]*%?)[ \t|｜]*$",
    re.MULTILINE,
)
_ROWS = 4
_SHORTEST = 120
_LEAST_SIGNS = 3
_LEAST_STRONG = 2


class Signs(NamedTuple):
    """Patterns of reports and of homely pages, and how many numbers, marks and words of a genre a sign outweighs."""

    world: tuple[re.Pattern[str], ...]
    homely: tuple[re.Pattern[str], ...]
    numbers: int
    marks: int
    words: int
    least: int
    reported: frozenset[str]
    strong: tuple[re.Pattern[str], ...]


@lru_cache(maxsize=1)
def _signs() -> Signs:
    data: dict[str, Any] = read_yaml("genre_signs.yaml")
    world, homely = (
        {name: re.compile(pattern.strip(), re.MULTILINE) for name, pattern in data[kind].items()}
        for kind in ("world", "homely")
    )
    return Signs(
        tuple(world.values()),
        tuple(homely.values()),
        data["numbers_a_sign"],
        data["homely_a_sign"],
        data["genre_words"],
        data["least_numbers"],
        frozenset(data["reported"].split()),
        tuple(world[name] for name in data["strong"].split()),
    )


def most_words(hits: Mapping[str, int]) -> int:
    """How many words of one genre stand there, of those that news do not share?"""
    return max((count for name, count in hits.items() if name not in _signs().reported), default=0)


def is_everyday(text: str, genre_words: int = 0) -> bool:
    """Has a page of many numbers, with so many words of one genre, too few signs that it reports on the world?"""
    signs = _signs()
    numbers = _count(_NUMBER, text)
    if numbers < signs.least or len(text) < _SHORTEST or _count(_ROW, text) >= _ROWS:
        return False
    allowed = numbers / signs.numbers
    allowed += min(allowed, max(0, genre_words - signs.words))
    allowed += sum(_count(pattern, text) for pattern in signs.homely) / signs.marks
    return not _has_signs(text, allowed)


def may_be_everyday(block: str) -> bool:
    """Has a block of an everyday page no more signs than half its numbers?"""
    return not _has_signs(block, max(_LEAST_SIGNS - 1, _count(_NUMBER, block) / 2))


@lru_cache(maxsize=64)
def tells_of_world(sentence: str) -> bool:
    """Is a sentence as full of signs as of numbers? A page of directions may quote what was counted somewhere."""
    strong = sum(_count(pattern, sentence) for pattern in _signs().strong)
    return strong >= _LEAST_STRONG and _has_signs(sentence, max(_LEAST_SIGNS, _count(_NUMBER, sentence)) - 1)


def _has_signs(text: str, allowed: float) -> bool:
    """Are there more signs of reports than that? News have them at once, so that the look ends early."""
    for pattern in _signs().world:
        for _ in pattern.finditer(text):
            allowed -= 1
            if allowed < 0:
                return True
    for word in world_words():
        if word in text:
            allowed -= 1
            if allowed < 0:
                return True
    return False


def _count(pattern: re.Pattern[str], text: str) -> int:
    return len(pattern.findall(text))
