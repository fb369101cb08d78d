"""The area that a number is about: the nearest place that governs it on a stack of publisher, title, section, paragraph.

A place in a comparison (高于全国平均水平, 居全省第二, 占全市的比重) does not move the region. Words such as 我省, 全县, 该市 are
resolved on the stack. Villages, townships, companies and groups of provinces stay as printed, without a code.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tasks.extract import regions_words as cues
from tasks.extract.gazetteer import COUNTRY, Gazetteer, gazetteer
from tasks.extract.model import RegionMention
from tasks.extract.regions_find import find_regions
from tasks.extract.regions_words import Place


@dataclass(frozen=True, slots=True)
class RegionDecision:
    """Code (None below the county and where it cannot be known), official name, the rule and the words that triggered it."""

    code: str | None
    name: str | None
    rule: str
    trigger: tuple[int, int] | None = None


class RegionScope:
    """Decides the region of every number of one document."""

    def __init__(
        self,
        text: str,
        mentions: Sequence[RegionMention],
        title: str | None = None,
        publisher: str | None = None,
        year: int | None = None,
    ) -> None:
        self.text = text
        self.book: Gazetteer = gazetteer()
        self.home = self._home(mentions, title, publisher, year)
        self.places = cues.places(text, mentions, self.home, self.book)
        self._ends = [place.end for place in self.places]
        self._breaks = [0, *(found.end() for found in cues.SENTENCE_END.finditer(text)), len(text)]

    def _home(
        self, mentions: Sequence[RegionMention], title: str | None, publisher: str | None, year: int | None
    ) -> str:
        """The area that the document speaks for: publisher, title, its first place, else the country."""
        for source in (title, publisher):
            if not source:
                continue
            found = [mention for mention in find_regions(source, year) if mention.code]
            if found and not cues.NATIONAL.search(source[: found[0].start]):
                return found[0].code or COUNTRY
        return COUNTRY

    def region_at(self, start: int, end: int, indicator: str = "", measure: str = "level") -> RegionDecision:
        """The region of the number at `text[start:end]`."""
        sentence = self._breaks[bisect_right(self._breaks, start) - 1]
        place = self._nearest(sentence, start) or self._carried(sentence)
        if place is None:
            return self._decision(self.home, "home", None)
        if place.code is None:
            return RegionDecision(None, place.name, place.rule, (place.start, place.end))
        return self._decision(place.code, place.rule, (place.start, place.end))

    def _decision(self, code: str, rule: str, trigger: tuple[int, int] | None) -> RegionDecision:
        return RegionDecision(code, self.book.official_name(code), rule, trigger)

    def _nearest(self, sentence: int, start: int) -> Place | None:
        index = bisect_right(self._ends, start) - 1
        while index >= 0 and self.places[index].start >= sentence:
            if not self.places[index].compared:
                return self.places[index]
            index -= 1
        return None

    def _carried(self, sentence: int) -> Place | None:
        """The place that an earlier sentence of the paragraph was about."""
        paragraph = self.text.rfind("\n", 0, sentence) + 1
        index = bisect_right(self._ends, sentence) - 1
        while index >= 0 and self.places[index].start >= paragraph:
            if not self.places[index].compared:
                return self.places[index]
            index -= 1
        return None
