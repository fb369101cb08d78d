"""The ground that regions are decided on: a document's text, its home and its places in order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from tasks.extract import regions_words as cues
from tasks.extract.gazetteer import COUNTRY, Gazetteer
from tasks.extract.model import RegionMention
from tasks.extract.regions_place import Place
from tasks.extract.regions_public import speaks_as_area
from tasks.extract.regions_resumed import Resumed, resumptions, told_apart


@dataclass(frozen=True)
class Ground:
    """A document as the rules of regions see it; `report` says whether its title is that of a report or a plan."""

    text: str
    book: Gazetteer
    home: Place
    mentions: Sequence[RegionMention]
    places: Sequence[Place]
    report: bool

    @cached_property
    def ends(self) -> list[int]:
        """Where the places end, in order."""
        return [place.end for place in self.places]

    @cached_property
    def starts(self) -> list[int]:
        """Where the areas named begin, in order."""
        return [mention.start for mention in self.mentions]

    @cached_property
    def listed(self) -> frozenset[int]:
        """Where the places begin that are areas or lists of areas."""
        return frozenset(place.start for place in self.places if place.rule in ("mention", "group"))

    @cached_property
    def bylined(self) -> bool:
        """Whether the text opens with the byline of national news."""
        return cues.BYLINE.match(self.text) is not None

    @cached_property
    def local(self) -> bool:
        """Whether an area tells of itself here."""
        return self.home.code not in (None, COUNTRY) and speaks_as_area(self.text)

    @cached_property
    def breakdowns(self) -> dict[int, bool]:
        """What was found of the places asked whether they are the last of a breakdown, by where they end."""
        return {}

    @cached_property
    def resumed(self) -> tuple[Resumed, ...]:
        """The sentences that go on from an earlier one of their paragraph."""
        return resumptions(self.text)

    def backwards(self, at: int) -> Iterator[Place]:
        """The places before an offset, the last one first."""
        for index in range(bisect_right(self.ends, at) - 1, -1, -1):
            yield self.places[index]

    def told_in(self, paragraph: int, sentence: int) -> Iterator[Place]:
        """The places of a paragraph that a sentence can go on from, the last one first."""
        for place in takewhile(lambda place: place.start >= paragraph, self.backwards(sentence)):
            if not told_apart(self.resumed, sentence, place.start):
                yield place

    def onwards(self, at: int) -> Iterator[Place]:
        """The places that end behind an offset, the first one first."""
        for index in range(bisect_right(self.ends, at), len(self.places)):
            yield self.places[index]

    def before(self, at: int) -> Place | None:
        """The last place before an offset."""
        return next(self.backwards(at), None)

    def behind(self, at: int) -> Place | None:
        """The first place that ends behind an offset."""
        index = bisect_right(self.ends, at)
        return self.places[index] if index < len(self.places) else None
