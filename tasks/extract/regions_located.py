"""Sights and works that a text says the place of (位于甲省乙市的丙博物馆): by their names, they mean that place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tasks.extract.gazetteer import COUNTRY, words
from tasks.extract.model import RegionMention
from tasks.extract.regions_firms import Found, heads_again
from tasks.vocabulary import either

_LIES = re.compile("(?:位于|坐落[在于]|地处)$")
_LEAD = 4
_MANY = 20


@cache
def _sight() -> re.Pattern[str]:
    """The name of a sight or a work right behind the place that it lies in."""
    kinds = either(words()["sights"])
    named = f"(?![的和与及、全多])(?:(?![的和与及在])[一-鿿]){{1,9}}?(?:{kinds})"
    return re.compile(
        f"(?:境内)?的(?:“(?P<quoted>[^“”，。；]{{2,10}})(?=”)|[“《]?(?P<name>{named})(?![们区县市镇乡村]))"
    )


def located(text: str, mentions: Sequence[RegionMention]) -> list[tuple[Found, RegionMention]]:
    """Where the sights whose place a text tells open a clause from there on, each with that place."""
    found: list[tuple[Found, RegionMention]] = []
    known: set[str] = set()
    for mention in mentions:
        if mention.code in (None, COUNTRY) or not _LIES.search(text, max(0, mention.start - _LEAD), mention.start):
            continue
        sight = _sight().match(text, mention.end)
        name = (sight["quoted"] or sight["name"]) if sight else ""
        if sight is None or name in known or len(known) >= _MANY:
            continue
        known.add(name)
        found += [((at, at + len(name), name), mention) for at in heads_again(text, name, sight.end())]
    return found
