"""The state of a search for the original text of a damaged line, and what all moves of it share.

A path is either in step (what is shown is meant) or shifted, with a pending byte: the second byte of each shown
character is the lead of the next original one. Paths that agree on the pending byte and on their last two characters
are one state, so the search is linear in the line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from heapq import nlargest
from math import inf
from typing import NamedTuple

from tasks.clean.damage.gbk import BY_LEAD, BY_TRAIL
from tasks.clean.damage.language import PageLanguage
from tasks.clean.damage.readings import read_so

WINDOW = 16.0
NEAR = WINDOW / 2
VAGUE = 2.2
BEAM = 40
BUDGET, BUDGET_A_CHARACTER, MAX_BUDGET = 60_000, 100, 1_000_000
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
    lost_blank: float = -7.0
    folded: float = -0.5
    deleted_pair: float = -0.5
    deleted_again: float = -1.0
    eaten_nothing: float = -2.0
    eaten_digit: float = -1.0


Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A repaired place of a line: `gain` compares with the likelihood of the shown text, `doubt` with the next best.

    `vague` are the parts of `after` that another reading, about as likely, has otherwise.
    """

    start: int
    end: int
    after: str
    gain: float
    doubt: float
    vague: Spans = ()


class Done(NamedTuple):
    """A finished repair of a path, and those before it."""

    before: Done | None
    start: int
    end: int
    out: str
    doubt: float
    vague: Spans


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
    vague: Spans = ()


States = dict[tuple[int, int, int], Path]
Candidate = tuple[float, int, str]


def full(char: str) -> str:
    """The full-width form of a mark that was folded."""
    return _FULL.get(char, char)


def near_best(found: list[Candidate]) -> list[Candidate]:
    """The candidates, best first, that are not far behind the best."""
    return [candidate for candidate in found if candidate[0] > found[0][0] - NEAR]


def _differing(one: Path, other: Path, number: Callable[[str], int]) -> tuple[int, int] | None:
    """The part of a path's last repair that another path reads otherwise, variants of a character apart."""
    begun, text = _last(one)
    other_begun, second = _last(other)
    if begun != other_begun or not text or not second:
        return (0, len(text)) if begun != other_begun else None
    if text == second:
        return None
    left, right = [*map(number, text)], [*map(number, second)]
    if left == right:
        return None
    reach = min(len(left), len(right))
    start = next((place for place in range(reach) if left[place] != right[place]), reach)
    behind = next((back for back in range(reach - start) if left[-1 - back] != right[-1 - back]), reach - start)
    return start, len(left) - behind


def _last(path: Path) -> tuple[int, str]:
    """Where the last repair of a path begins, and what it reads there."""
    if path.start >= 0:
        return path.start, path.out
    return (path.done.start, path.done.out) if path.done else (-1, "")


class Search:
    """The line, the paths by the place they have come to, and the language that judges them.

    `size` is that of the page. `budget` bounds the guesses for it, against a page made to exhaust us; when it is spent
    nothing more is tried.
    """

    def __init__(
        self, language: PageLanguage, size: int, *, deleted: bool, folded: bool, costs: Costs | None = None
    ) -> None:
        self.language = language
        self.number = language.number
        self.score = language.score
        self.costs = costs or Costs()
        self.deleted, self.folded = deleted, folded
        self.budget = min(BUDGET + BUDGET_A_CHARACTER * size, MAX_BUDGET)
        self.line = ""
        self.blank_from = 0
        self.crowded: frozenset[int] = frozenset()
        self.agenda: dict[int, States] = {}
        self.nothing = language.language.unknown
        self._stops = frozenset(map(self.number, "。！？…"))
        self._breaks = self._stops | frozenset(map(self.number, "，：；\n"))
        self._candidates: dict[tuple[int, int, int, str], list[Candidate]] = {}

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
        better = self.doubt(better, worse, better.score - worse.score)
        states[key] = better

    def doubt(self, better: Path, worse: Path, gap: float) -> Path:
        """A path that remembers how another one, `gap` behind it, reads its last repair."""
        if gap >= max(better.doubt, VAGUE):
            return better
        part = _differing(better, worse, self.number)
        if part is None:
            return better
        vague = tuple({*better.vague, part}) if gap < VAGUE else better.vague
        return better._replace(doubt=min(better.doubt, gap), vague=vague)

    def begin(self, path: Path, start: int, char: str, score: float, pending: int) -> Path:
        """The path at the start of a repair; `char` is what it has restored already, if anything."""
        done = path.done and path.done._replace(doubt=min(path.doubt, path.done.doubt), vague=path.vague)
        first, second = (path.second, self.number(char)) if char else (path.first, path.second)
        return Path(score, pending, first, second, start, char, inf, done)

    def close(self, path: Path, end: int) -> Path:
        """The path in step again, its repair finished."""
        done = Done(path.done, path.start, end, path.out, path.doubt, path.vague)
        return Path(path.score, 0, path.first, path.second, -1, "", path.doubt, done, path.vague)

    def emit(self, path: Path, char: str, cost: float = 0.0, pending: int = 0) -> Path:
        """The path with one more character, written out where a repair is under way."""
        number = self.number(char)
        score = path.score + self._chance(path, number, char) + cost
        out = path.out + char if path.start >= 0 else ""
        return Path(score, pending, path.second, number, path.start, out, path.doubt, path.done, path.vague)

    def write(self, path: Path, candidate: Candidate, cost: float) -> Path:
        """The path with a candidate that `likely` has scored."""
        score, number, char = candidate
        if char in _PAIRED:
            score = self._chance(path, number, char)
        out = path.out + char
        return Path(
            path.score + score + cost, 0, path.second, number, path.start, out, path.doubt, path.done, path.vague
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
