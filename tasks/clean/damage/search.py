"""The state of a search for the original text of a damaged line, and what all moves of it share.

A path is either in step (what is shown is meant) or shifted, with a pending byte: the second byte of each shown
character is the lead of the next original one. Paths that agree on the pending byte and on their last two characters
are one state, so the search is linear in the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import inf
from typing import NamedTuple

from tasks.clean.damage.gbk import BY_LEAD, BY_TRAIL, CHARACTER, DELETED_LEADS
from tasks.clean.damage.language import PageLanguage
from tasks.clean.damage.readings import read_so

WINDOW = 16.0
NEAR = WINDOW / 2
BEAM = 40
BUDGET = 1_000_000
CLOSES = {"”": "“", "》": "《", "）": "（", "」": "「"}
OPENS = {opening: closing for closing, opening in CLOSES.items()}
_PAIRED = frozenset(CLOSES) | frozenset(OPENS)
_CLAUSE = re.compile("[，。？！；,?!;]")
_REACH = 400
_FULL = {",": "，", ";": "；", "?": "？", "!": "！"}


@dataclass(frozen=True, slots=True)
class Costs:
    """Logarithms of how rarely the events of the damage happen."""

    marked_entry: float = -1.0
    bare_entry: float = -7.0
    reading_entry: float = -2.0
    strange_reading: float = -9.0
    lost_trail: float = -1.0
    lost_at_mark: float = -3.0
    folded: float = -0.5
    deleted_pair: float = -0.5
    eaten_nothing: float = -2.0
    eaten_digit: float = -1.0


@dataclass(frozen=True, slots=True)
class Found:
    """A repaired place of a line: `gain` compares with the likelihood of the shown text, `doubt` with the next best."""

    start: int
    end: int
    after: str
    gain: float
    doubt: float


class Done(NamedTuple):
    """A finished repair of a path, and those before it."""

    before: Done | None
    start: int
    end: int
    out: str
    doubt: float


class Path(NamedTuple):
    """One way to read the line so far; `start` is below zero where no repair is under way."""

    score: float
    pending: int
    first: int
    second: int
    start: int
    out: str
    doubt: float
    done: Done | None


States = dict[tuple[int, int, int], Path]
Candidate = tuple[float, int, str]


def full(char: str) -> str:
    """The full-width form of a mark that was folded."""
    return _FULL.get(char, char)


def near_best(found: list[Candidate]) -> list[Candidate]:
    """The candidates, best first, that are not far behind the best."""
    return [candidate for candidate in found if candidate[0] > found[0][0] - NEAR]


class Search:
    """The line, the paths by the place they have come to, and the language that judges them.

    `budget` bounds the guesses for one page, against a page made to exhaust us; when it is spent nothing more is tried.
    """

    def __init__(self, language: PageLanguage, *, deleted: bool, folded: bool, costs: Costs | None = None) -> None:
        self.language = language
        self.number = language.number
        self.score = language.score
        self.costs = costs or Costs()
        self.deleted, self.folded = deleted, folded
        self.budget = BUDGET
        self.line = ""
        self.agenda: dict[int, States] = {}
        self.nothing = language.language.unknown
        self._vanishing: dict[int, Sequence[int]] = {0x80: range(0x81, 0xFF), **(DELETED_LEADS if deleted else {})}
        self._stops = frozenset(map(self.number, "。！？…"))
        self._breaks = self._stops | frozenset(map(self.number, "，：；\n"))
        self._candidates: dict[tuple[int, int, int, str], list[Candidate]] = {}
        self._members: dict[tuple[int, int, int], list[tuple[int, str]]] = {}

    # -- paths --------------------------------------------------------------------------------------------------------

    def put(self, place: int, path: Path) -> None:
        """Let a path come to a place; of two in the same state the likelier stays, and remembers how sure that was."""
        self.budget -= 1
        states = self.agenda.setdefault(place, {})
        key = (path.pending, path.first, path.second)
        other = states.get(key)
        if other is None:
            states[key] = path
            return
        better, worse = (path, other) if path.score > other.score else (other, path)
        if self._differ(better, worse):
            better = better._replace(doubt=min(better.doubt, better.score - worse.score))
        states[key] = better

    def _differ(self, one: Path, other: Path) -> bool:
        """Whether two paths read their last repair differently, variants of a character apart."""
        if one.start != other.start or (one.done is None) != (other.done is None):
            return True
        text, second = (path.out if path.start >= 0 else path.done.out if path.done else "" for path in (one, other))
        return text != second and [*map(self.number, text)] != [*map(self.number, second)]

    def begin(self, path: Path, start: int, char: str, score: float, pending: int) -> Path:
        """The path at the start of a repair; `char` is what it has restored already, if anything."""
        done = path.done and path.done._replace(doubt=min(path.doubt, path.done.doubt))
        first, second = (path.second, self.number(char)) if char else (path.first, path.second)
        return Path(score, pending, first, second, start, char, inf, done)

    def close(self, path: Path, end: int) -> Path:
        """The path in step again, its repair finished."""
        done = Done(path.done, path.start, end, path.out, path.doubt)
        return path._replace(pending=0, start=-1, out="", done=done)

    def emit(self, path: Path, char: str, cost: float = 0.0, pending: int = 0) -> Path:
        """The path with one more character, written out where a repair is under way."""
        number = self.number(char)
        score = path.score + self._chance(path, number, char) + cost
        out = path.out + char if path.start >= 0 else ""
        return Path(score, pending, path.second, number, path.start, out, path.doubt, path.done)

    def write(self, path: Path, candidate: Candidate, cost: float) -> Path:
        """The path with a candidate that `likely` has scored."""
        score, number, char = candidate
        return Path(
            path.score + score + cost, 0, path.second, number, path.start, path.out + char, path.doubt, path.done
        )

    def _chance(self, path: Path, number: int, char: str) -> float:
        """Likelihood of the next character; that of a quote or bracket depends on whether its partner is there."""
        score = self.score(path.first, path.second, number)
        if path.start < 0 or char not in _PAIRED:
            return score
        if char in OPENS:
            return self._opening(path, score, char)
        before = self.line[max(0, path.start - _REACH) : path.start] + path.out
        opened = before.rfind(CLOSES[char])
        if opened <= before.rfind(char):
            return score - 4.0
        stopped = path.second in self._stops
        if char == "”" and _CLAUSE.search(before, opened):
            return -0.7 if stopped else min(score, -5.0)
        return max(score, -1.5 if stopped else -3.5)

    def _opening(self, path: Path, score: float, char: str) -> float:
        """Likelihood of an opening mark: its partner has to follow, and speech begins where a sentence or clause does.

        The end of speech is where a shift is likeliest, so its partner may be hidden.
        """
        rest = self.line[path.start : path.start + _REACH]
        at, again = rest.find(OPENS[char]), rest.find(char)
        alone = at < 0 or 0 <= again < at
        if char == "“" and (alone or _CLAUSE.search(rest, 1, at)):
            return max(score, -2.5) if path.second in self._breaks else min(score, -6.0)
        return score - 4.0 if alone else score

    # -- guesses ------------------------------------------------------------------------------------------------------

    def with_trail(self, path: Path, trail: int) -> list[Candidate]:
        """The likeliest characters that end in this byte, for one that lost its lead."""
        return self._likely(path, (char for _, char in BY_TRAIL.get(trail, ())), -trail, 24)

    def with_lead(self, path: Path, lead: int, reading: str = "") -> list[Candidate]:
        """The likeliest characters that begin with this byte (and are read so), for one that lost its trail."""
        if reading:
            return self._likely(path, read_so(reading).get(lead, ()), lead, 6, reading)
        return self._likely(path, (char for _, char in BY_LEAD.get(lead, ())), lead, 6)

    def _likely(self, path: Path, chars: Iterable[str], byte: int, most: int, reading: str = "") -> list[Candidate]:
        key = (path.first, path.second, byte, reading)
        found = self._candidates.get(key)
        if found is None:
            best: dict[int, Candidate] = {}
            for char in chars:
                number = self.number(char)
                best.setdefault(number, (self.score(path.first, path.second, number), number, char))
            self.budget -= len(best)
            found = self._candidates[key] = near_best(nlargest(most, best.values()))
        return found

    def removed(self, path: Path, leads: Iterable[int] = ()) -> list[tuple[Path, Sequence[int]]]:
        """A pair has vanished here: the pending byte's character ends in its lead, any of its trails is pending now."""
        options: list[Candidate] = []
        for lead in leads or self._vanishing:
            char = CHARACTER.get(path.pending << 8 | lead)
            if char is not None:
                options.append((self.score(path.first, path.second, self.number(char)), lead, char))
        best = near_best(nlargest(16, options))
        return [(self.emit(path, char, self.costs.deleted_pair), self._vanishing[lead]) for _, lead, char in best]

    def guesses(self, steps: list[tuple[Path, Sequence[int]]], trail: int) -> list[tuple[Path, str]]:
        """The best continuations over several paths: each with a character of that trail and a lead that vanished."""
        found: list[Candidate] = []
        for index, (step, leads) in enumerate(steps):
            for number, char in self._usual(step.second, leads, trail):
                found.append((step.score + self.score(step.first, step.second, number), index, char))
        self.budget -= len(found)
        return [(steps[index][0], char) for _, index, char in near_best(nlargest(16, found))]

    def _usual(self, second: int, leads: Sequence[int], trail: int) -> list[tuple[int, str]]:
        """Characters of one of the leads and the trail: the most frequent ones, and those that have followed before."""
        key = (leads[0], leads[-1], trail)
        members = self._members.get(key)
        if members is None:
            chars = [CHARACTER[lead << 8 | trail] for lead in leads if lead << 8 | trail in CHARACTER]
            members = self._members[key] = sorted((self.number(char), char) for char in chars)
        usual = self.language.followers(second)
        return members[:6] + [member for member in members[6:] if member[0] in usual]
