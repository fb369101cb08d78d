"""Bulletins: broadcasts that string short stories together, each under a headline of its own (国内联播快讯).

The stories have nothing to do with each other, so that neither a year nor an area of one holds for the next: each is
read as an article under its headline.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tasks.extract.gazetteer import words
from tasks.extract.periods_words import BULLETINS
from tasks.vocabulary import either

_BYLINE = re.compile(rf"\s*(?:{either(words()['broadcasters'])})消息[^：:，。\n]{{0,14}}[：:][ \t　]*\n")
# News from abroad says so once, in the title of the bulletin; 国内国际联播快讯 has both.
_ABROAD = re.compile(either(words()["bulletins_abroad"]))
_AT_HOME = "国内"
# A headline is short and no sentence; what is told below it is one.
_LONGEST = 44
_TOLD = re.compile(r"[。！？!?；;…][”\"）)]?$")
_FEWEST = 2
_MOST = 60


class Story(NamedTuple):
    """A story of a bulletin: where its headline and the text below it stand, and the title it is read under."""

    start: int
    end: int
    title: str


def byline(text: str) -> str:
    """The line that opens a broadcast and names the outlet; empty where a text has none of its own."""
    found = _BYLINE.match(text)
    return found[0] if found else ""


def stories(text: str, title: str | None) -> list[Story]:
    """The stories of a bulletin in text order, which hold all of it; none where the text is one article.

    A bulletin has a byline that is a line of its own or a title that says so, and consists of headlines with sentences
    below them.
    """
    lead = byline(text)
    named = title if title and BULLETINS.search(title) else None
    if not lead and not named:
        return []
    abroad = named if named and _ABROAD.search(named) and _AT_HOME not in named else None
    found: list[Story] = []
    told = True
    at = len(lead)
    for line in text[at:].splitlines(keepends=True):
        bare = line.strip()
        if bare and len(bare) <= _LONGEST and _TOLD.search(bare) is None:
            if not told:
                return []
            found.append(Story(at, len(text), abroad or bare))
            told = False
        elif bare:
            if not found:
                return []
            told = True
        at += len(line)
    if not told or not _FEWEST <= len(found) <= _MOST:
        return []
    ends = [story.start for story in found[1:]] + [len(text)]
    return [story._replace(end=end) for story, end in zip(found, ends, strict=True)]
