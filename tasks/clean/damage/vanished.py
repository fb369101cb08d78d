"""The moves of a shifted path over pairs of bytes that show nothing: private-use characters that a cleaner deleted.

Each takes two bytes along, the end of one original character and the beginning of the next, and several may stand in a
row. What stood there is guessed from what is likely between the characters on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest
from itertools import islice
from typing import Any

from tasks.clean.damage.gbk import CHARACTER, DELETED_LEADS, PAIRS
from tasks.clean.damage.readings import read_so
from tasks.clean.damage.search import Candidate, Path, Search, near_best

Step = tuple[Path, Sequence[int]]
"""A path behind vanished pairs, and the bytes that may be pending."""
_STEPS, _ROWS, _MIDDLES, _GUESSES, _USUAL = 16, 4, 8, 16, 6


class VanishedPairs(Search):
    """What may have stood where a shifted decoder shows nothing."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._vanishing: dict[int, Sequence[int]] = {
            0x80: range(0x81, 0xFF),
            **(DELETED_LEADS if self.deleted else {}),
        }
        self._members: dict[tuple[int, int, int], dict[int, str]] = {}
        self._behind: dict[tuple[int, int, int, int, int], list[Candidate]] = {}

    def vanished(self, place: int, path: Path, pair: int, leads: Iterable[int] = ()) -> None:
        """Pairs were removed before the shown one."""
        for step, original in self._guesses(self._removed(path, leads), pair >> 8):
            self.put(place + 1, self.emit(step, original, pending=pair & 0xFF))

    def vanished_before_trail(self, place: int, path: Path, code: int) -> None:
        """The same before an ASCII character that is the trail of the cut one."""
        for step, original in self._guesses(self._removed(path), code):
            self.put(place + 1, self.close(self.emit(step, original), place + 1))

    def vanished_before_reading(self, match: re.Match[str], path: Path) -> None:
        """The same before a reading: the character that is read so lost both of its bytes."""
        leads = [lead for lead in read_so(match[1]) if lead > 0x80]
        for step, trails in self._removed(path):
            for lead in leads:
                if lead in trails:
                    self._lose_trail_of(lead, match.end(), step, 0.0, match[1])

    def lose_trail(self, place: int, path: Path, cost: float, reading: str = "") -> None:
        """The pending byte's character lost its second byte; in step again from `place` on."""
        self._lose_trail_of(path.pending, place, path, cost, reading)

    def _lose_trail_of(self, lead: int, place: int, path: Path, cost: float, reading: str) -> None:
        for candidate in self.with_lead(path, lead, reading):
            self.put(place, self.close(self.write(path, candidate, cost), place))

    def _removed(self, path: Path, leads: Iterable[int] = ()) -> list[Step]:
        """One pair has vanished here, or two: the pending byte's character ends in the lead of the first."""
        options: list[Candidate] = []
        for lead in leads or self._vanishing:
            char = CHARACTER.get(path.pending << 8 | lead)
            if char is not None:
                options.append((self.score(path.first, path.second, self.number(char)), lead, char))
        best = near_best(nlargest(_STEPS, options))
        steps: list[Step] = [
            (self.emit(path, char, self.costs.deleted_pair), self._vanishing[lead]) for _, lead, char in best
        ]
        return [*steps, *self._removed_again(steps[:_ROWS])] if self.deleted else steps

    def _removed_again(self, steps: list[Step]) -> Iterator[Step]:
        """A second pair behind the first: between the two lies one whole character."""
        for step, leads in steps:
            for _, _, char in self._scored(step, leads, 0)[:_MIDDLES]:
                trail = PAIRS[char] & 0xFF
                yield self.emit(step, char, self.costs.deleted_again), self._vanishing[trail]

    def _guesses(self, steps: list[Step], trail: int) -> list[tuple[Path, str]]:
        """The best continuations over several paths: each with a character of that trail and a pending lead."""
        found: list[Candidate] = []
        for index, (step, leads) in enumerate(steps):
            found += [(step.score + score, index, char) for score, _, char in self._scored(step, leads, trail)]
        return [(steps[index][0], char) for _, index, char in near_best(nlargest(_GUESSES, found))]

    def _scored(self, step: Path, leads: Sequence[int], trail: int) -> list[Candidate]:
        """The likeliest characters with a pending lead and that trail; 0 is the lead of another vanished pair."""
        key = (step.first, step.second, leads[0], leads[-1], trail)
        found = self._behind.get(key)
        if found is None:
            members = self._of(leads, trail)
            usual = {*islice(members, _USUAL), *(members.keys() & self.language.followers(step.second))}
            self.budget -= len(usual)
            options = [(self.score(step.first, step.second, number), number, members[number]) for number in usual]
            found = self._behind[key] = near_best(nlargest(_GUESSES, options)) if options else []
        return found

    def _of(self, leads: Sequence[int], trail: int) -> dict[int, str]:
        """Characters of one of the leads and the trail by their number, the most frequent first."""
        key = (leads[0], leads[-1], trail)
        members = self._members.get(key)
        if members is None:
            trails = [trail] if trail else self._vanishing
            pairs = (lead << 8 | trail for lead in leads for trail in trails)
            chars = [CHARACTER[pair] for pair in pairs if pair in CHARACTER]
            members = self._members[key] = dict(sorted((self.number(char), char) for char in chars))
        return members
