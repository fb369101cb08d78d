"""Undo the one-byte shift in a line: the most likely original text by a Viterbi search over bytes and language.

A mirror cut a character apart by putting a byte, or a reading, between its two bytes. The decoder lost one half and read
on one byte late until some ASCII byte set it right again. A path of the search is either in step (what is shown is
meant) or shifted with a pending byte: the second byte of each shown character is the lead of the next original one.
Paths that agree on the pending byte and on their last two characters are one state, so the search is linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from heapq import nlargest
from math import inf
from typing import NamedTuple

from tasks.clean.damage.gbk import BY_LEAD, BY_TRAIL, CHARACTER, DELETED_LEADS, MARKS, PAIRS
from tasks.clean.damage.language import PageLanguage
from tasks.clean.damage.readings import READING, read_so, readings_of

HOLES = "?\ufffd"
_BRACKETED = re.compile(rf"[(（]({READING})[)）]")
_EATEN = re.compile(rf"[?\ufffd]({READING})[)）]")
_TRIGGER = re.compile(r"[,;?!，。、；？！(（\ufffd]")
_FULL = {",": "，", ";": "；", "?": "？", "!": "！"}
_CLOSES = {"”": "“", "》": "《", "）": "（", "」": "「"}
_OPENS = {opening: closing for closing, opening in _CLOSES.items()}
_PAIRED = frozenset(_CLOSES) | frozenset(_OPENS)
_UNSEEN = 9.0
_BEAM, _WINDOW, _LONGEST = 40, 16.0, 80


@dataclass(frozen=True, slots=True)
class Costs:
    """Logarithms of how rarely the events of the damage happen."""

    marked_entry: float = -1.0
    bare_entry: float = -7.0
    reading_entry: float = -2.0
    strange_reading: float = -9.0
    lost_trail: float = -1.0
    lost_at_mark: float = -3.0
    lost_for_nothing: float = -6.0
    folded: float = -0.5
    deleted_pair: float = -2.0
    eaten_nothing: float = -2.0
    eaten_digit: float = -1.0


@dataclass(frozen=True, slots=True)
class Found:
    """A repaired place of the line; `gain` compares its likelihood with that of the shown text, `doubt` with the next best."""

    start: int
    end: int
    after: str
    gain: float
    doubt: float


class _Path(NamedTuple):
    score: float
    pending: int
    first: int
    second: int
    start: int
    out: str
    doubt: float
    done: tuple[tuple[int, int, str, float], ...]


class Decoder:
    """The search over the lines of one page."""

    def __init__(self, language: PageLanguage, *, deleted: bool, folded: bool, costs: Costs | None = None) -> None:
        self._language = language
        self._number = language.number
        self._score = language.score
        self._deleted = deleted
        self._folded = folded
        self._costs = costs or Costs()
        self._candidates: dict[tuple[int, int, int, str], list[tuple[float, int, str]]] = {}
        self._nothing = language.language.unknown
        self._stops = frozenset(map(self._number, "。！？…"))
        self._line = ""
        self._agenda: dict[int, dict[tuple[int, int, int], _Path]] = {}

    def decode(self, line: str) -> list[Found]:
        """The repairs of a line, in order; offsets into the line."""
        self._line = line
        newline = self._number("\n")
        self._agenda = {0: {(0, newline, newline): _Path(0.0, 0, newline, newline, -1, "", inf, ())}}
        for place in range(len(line)):
            states = self._agenda.get(place)
            if states is None:
                continue
            if len(states) > 1 or not self._skip(place, next(iter(states.values()))):
                self._step(place, states)
            del self._agenda[place]
        return self._finish(list(self._agenda[len(line)].values()))

    def _step(self, place: int, states: dict[tuple[int, int, int], _Path]) -> None:
        """Carry the paths at a place on; the shifted ones first, since they may come back in step at the same place."""
        for path in self._best([path for path in states.values() if path.pending]):
            self._shifted(place, path)
        for path in self._best([path for path in states.values() if not path.pending]):
            self._in_step(place, path)

    def _best(self, paths: list[_Path]) -> list[_Path]:
        top = max((path.score for path in paths), default=0.0)
        kept = [path for path in paths if path.score > top - _WINDOW or not (path.pending or path.done)]
        return kept if len(kept) <= _BEAM else nlargest(_BEAM, kept, key=lambda path: path.score)

    def _skip(self, place: int, path: _Path) -> bool:
        """One path in step and nothing that could begin a shift: go on to the next sign."""
        if path.pending or len(self._agenda) > 1:
            return False
        match = _TRIGGER.search(self._line, place)
        sign = match.start() if match else len(self._line)
        if sign <= place:
            return False
        second = self._number(self._line[sign - 1])
        first = self._number(self._line[sign - 2]) if sign - place > 1 else path.second
        self._put(sign, path._replace(first=first, second=second))
        return True

    def _put(self, place: int, path: _Path) -> None:
        states = self._agenda.setdefault(place, {})
        key = (path.pending, path.first, path.second)
        other = states.get(key)
        if other is None:
            states[key] = path
            return
        better, worse = (path, other) if path.score > other.score else (other, path)
        if self._differ(better, worse):
            better = better._replace(doubt=min(better.doubt, better.score - worse.score))
        states[key] = better

    def _differ(self, one: _Path, other: _Path) -> bool:
        """Whether two paths read their last repair differently, variants of a character apart."""
        if one.start != other.start or len(one.done) != len(other.done):
            return True
        text, second = (path.out if path.start >= 0 else path.done[-1][2] if path.done else "" for path in (one, other))
        return text != second and [*map(self._number, text)] != [*map(self._number, second)]

    # -- in step ------------------------------------------------------------------------------------------------------

    def _in_step(self, place: int, path: _Path) -> None:
        line = self._line
        char = line[place]
        if char in HOLES:
            self._enter_at_reading(place, path, _EATEN.match(line, place))
            mark = line[place + 1 : place + 2]
            if mark and _FULL.get(mark, mark) in MARKS:
                self._enter_at_mark(place, place + 1, path, self._costs.marked_entry)
        elif char in "(（":
            match = _BRACKETED.match(line, place)
            if match:
                known = place and match[1] in readings_of(line[place - 1])
                self._put(
                    match.end(), path._replace(score=path.score + (0.0 if known else self._costs.strange_reading))
                )
                if not known:
                    self._enter_at_reading(place, path, match)
                return
        if _FULL.get(char, char) in MARKS and self._promising(place, path):
            self._enter_at_mark(place, place, path, self._costs.bare_entry)
        self._put(place + 1, self._emit(path, char, 0.0))

    def _emit(self, path: _Path, char: str, cost: float, pending: int = 0) -> _Path:
        """The path with one more character, written out where a repair is under way."""
        number = self._number(char)
        score = path.score + self._chance(path, number, char) + cost
        out = path.out + char if path.start >= 0 else ""
        return _Path(score, pending, path.second, number, path.start, out, path.doubt, path.done)

    def _chance(self, path: _Path, number: int, char: str) -> float:
        """Likelihood of the next character; that of a closing mark depends on whether its opening one stands before."""
        score = self._score(path.first, path.second, number)
        if path.start < 0 or char not in _PAIRED:
            return score
        closing = _OPENS.get(char)
        if closing:
            rest = self._line[path.start :]
            at, again = rest.find(closing), rest.find(char)
            return score - (0.0 if 0 <= at and (again < 0 or at < again) else 4.0)
        opening = _CLOSES[char]
        before = self._line[: path.start] + path.out
        if before.rfind(opening) <= before.rfind(char):
            return score - 4.0
        return max(score, -1.5 if path.second in self._stops else -3.5)

    def _promising(self, place: int, path: _Path) -> bool:
        """A bare mark begins a shift only if what follows reads better one byte late."""
        pending = PAIRS[_FULL.get(self._line[place], self._line[place])] & 0xFF
        shown = self._line[place + 1 : place + 4]
        first, second = path.second, self._number(self._line[place])
        meant, read = 0.0, 0.0
        before = last = self._nothing
        for char in shown:
            pair = PAIRS.get(char)
            if pair is None or pair < 0x8000:
                break
            original = CHARACTER.get(pending << 8 | pair >> 8)
            if original is None and not self._deleted:
                return False
            number = self._number(char)
            read += self._score(first, second, number)
            first, second = second, number
            if original is None:
                meant -= _UNSEEN
                before = last = self._nothing
            else:
                number = self._number(original)
                meant += self._score(before, last, number)
                before, last = last, number
            pending = pair & 0xFF
        return not read or meant > read + 1.0

    def _enter_at_mark(self, start: int, mark: int, path: _Path, cost: float) -> None:
        """The mark is the trail of one character, whose lead is lost, and the lead of the next."""
        pair = PAIRS[_FULL.get(self._line[mark], self._line[mark])]
        for score, number, char in self._likely(path, BY_TRAIL, pair >> 8, 24):
            self._put(
                mark + 1,
                self._begin(path, start, char, path.score + score + cost, number, pair & 0xFF),
            )

    def _begin(self, path: _Path, start: int, out: str, score: float, number: int, pending: int) -> _Path:
        done = path.done
        if done:
            done = (*done[:-1], (*done[-1][:3], min(path.doubt, done[-1][3])))
        return _Path(score, pending, path.second, number, start, out, inf, done)

    def _enter_at_reading(self, place: int, path: _Path, match: re.Match[str] | None) -> None:
        """A reading stands inside a character: its table character straddles the left neighbour and the cut one."""
        pair = PAIRS.get(self._left(place)) if match else None
        if match is None or pair is None:
            return
        for char in read_so(match[1]).get(pair & 0xFF, ()):
            trail = PAIRS[char] & 0xFF
            if trail > 0x80:
                started = path._replace(start=place, out="", score=path.score + self._costs.reading_entry)
                begun = self._begin(started, place, "", started.score, path.second, trail)
                self._put(match.end(), begun._replace(first=path.first))

    def _left(self, place: int) -> str:
        """The character before a place, readings left out."""
        for _ in range(3):
            if place and self._line[place - 1] in ")）":
                opened = max(self._line.rfind("(", 0, place), self._line.rfind("（", 0, place))
                if opened >= 0 and _BRACKETED.fullmatch(self._line, opened, place):
                    place = opened
                    continue
            break
        return self._line[place - 1 : place]

    def _likely(
        self,
        path: _Path,
        table: dict[int, list[tuple[int, str]]],
        byte: int,
        most: int,
        reading: str = "",
    ) -> list[tuple[float, int, str]]:
        """The likeliest characters that hold the byte as lead or trail: score, number, character."""
        key = (path.first, path.second, byte if table is BY_LEAD else -byte, reading)
        found = self._candidates.get(key)
        if found is None:
            best: dict[int, tuple[float, int, str]] = {}
            members = read_so(reading).get(byte, ()) if reading else [char for _, char in table.get(byte, ())]
            for char in members:
                number = self._number(char)
                best.setdefault(number, (self._score(path.first, path.second, number), number, char))
            found = self._candidates[key] = nlargest(most, best.values())
        return found

    # -- shifted ------------------------------------------------------------------------------------------------------

    def _shifted(self, place: int, path: _Path) -> None:
        if place - path.start > _LONGEST:
            return
        char = self._line[place]
        if char in HOLES:
            self._hole(place, path)
        match = _BRACKETED.match(self._line, place) if char in "(（" else None
        if match:
            if match[1] in readings_of(self._line[place - 1]):
                self._put(match.end(), path)
            self._lose_trail(match.end(), path, 6, self._costs.lost_trail, reading=match[1])
            if self._deleted:
                self._undelete_before_reading(match, path)
            return
        pair = PAIRS.get(char)
        if pair is not None and pair > 0x8000:
            self._read_pair(place, path, pair)
            if self._deleted:
                self._undelete(place, path, pair)
        if "!" <= char <= "~":
            self._read_ascii(place, path, char)
        elif char in " \t":
            self._lose_trail(place, path, 6, self._costs.lost_trail)
        elif _FULL.get(char, char) in MARKS:
            self._lose_trail(place, path, 6, self._costs.lost_at_mark)

    def _read_pair(self, place: int, path: _Path, pair: int) -> None:
        """A shown character: its first byte ends the pending character, its second byte begins the next."""
        original = CHARACTER.get(path.pending << 8 | pair >> 8)
        if original is None:
            return
        trail = pair & 0xFF
        if trail >= 0x80:
            self._put(place + 1, self._emit(path, original, 0.0, trail))
        else:
            self._put(place + 1, self._close(self._emit(self._emit(path, original, 0.0), chr(trail), 0.0), place + 1))

    def _read_ascii(self, place: int, path: _Path, char: str) -> None:
        """ASCII may be the trail of a character, a folded full-width sign, or what set the decoder right."""
        code = ord(char)
        original = CHARACTER.get(path.pending << 8 | code)
        if original is not None and code >= 0x40:
            self._put(place + 1, self._close(self._emit(path, original, 0.0), place + 1))
        if self._deleted and code >= 0x40:
            self._undelete_before_trail(place, path, code)
        original = CHARACTER.get(path.pending << 8 | 0xA3) if self._folded else None
        if original is not None:
            self._put(place + 1, self._emit(path, original, self._costs.folded, code + 0x80))
        following = self._line[place + 1 : place + 2]
        if char == "," and following and _FULL.get(following, following) in MARKS:
            self._put(place + 1, path)
        if char not in HOLES:
            usual = code < 0x40 and char not in ",;!"
            cost = self._costs.lost_trail if usual else self._costs.lost_at_mark
            self._lose_trail(place, path, 6, cost)

    def _lose_trail(self, place: int, path: _Path, most: int, cost: float, reading: str = "") -> None:
        """The pending byte's character lost its second byte; in step again from `place` on."""
        for score, number, char in self._likely(path, BY_LEAD, path.pending, most, reading):
            self._put(place, self._close(self._written(path, char, number, score + cost), place))

    def _written(self, path: _Path, char: str, number: int, cost: float) -> _Path:
        out = path.out + char
        return _Path(path.score + cost, 0, path.second, number, path.start, out, path.doubt, path.done)

    def _close(self, path: _Path, end: int) -> _Path:
        done = (*path.done, (path.start, end, path.out, path.doubt))
        return path._replace(pending=0, start=-1, out="", done=done)

    def _hole(self, place: int, path: _Path) -> None:
        """The pending byte was eaten together with an ASCII byte: a bracket, a digit, a marker."""
        match = _EATEN.match(self._line, place)
        if match:
            self._lose_trail(match.end(), path, 6, self._costs.lost_trail, reading=match[1])
            return
        following = self._line[place + 1 : place + 2]
        for score, number, char in self._likely(path, BY_LEAD, path.pending, 6):
            written = self._written(path, char, number, score + self._costs.lost_trail)
            self._put(
                place + 1, self._close(written, place + 1)._replace(score=written.score + self._costs.eaten_nothing)
            )
            if not following or _FULL.get(following, following) not in MARKS:
                digit = self._number("0")
                lost = self._score(written.first, written.second, digit) + self._costs.eaten_digit
                whole = written._replace(
                    score=written.score + lost, out=written.out + "\ufffd", first=written.second, second=digit
                )
                self._put(place + 1, self._close(whole, place + 1))

    def _undelete(self, place: int, path: _Path, pair: int) -> None:
        """A cleaner removed a private-use character: two bytes to guess before the shown character."""
        for step, trails in self._deleted_characters(path):
            for original in self._guesses(step, trails, pair >> 8, 8):
                self._put(place + 1, self._emit(step, original, 0.0, pair & 0xFF))

    def _undelete_before_trail(self, place: int, path: _Path, code: int) -> None:
        """The same before an ASCII character that is the trail of the cut one."""
        for step, trails in self._deleted_characters(path):
            for original in self._guesses(step, trails, code, 4):
                self._put(place + 1, self._close(self._emit(step, original, 0.0), place + 1))

    def _guesses(self, step: _Path, leads: list[int], trail: int, most: int) -> list[str]:
        """The likeliest characters of that trail and one of those leads."""
        found = []
        for lead in leads:
            original = CHARACTER.get(lead << 8 | trail)
            if original is not None:
                found.append((self._score(step.first, step.second, self._number(original)), original))
        return [original for _, original in nlargest(most, found)]

    def _undelete_before_reading(self, match: re.Match[str], path: _Path) -> None:
        """A private-use character went before a reading: the character that is read so lost both bytes, one to the cleaner."""
        for step, trails in self._deleted_characters(path):
            for trail in read_so(match[1]).keys() & trails:
                if trail > 0x80:
                    self._lose_trail(match.end(), step._replace(pending=trail), 2, 0.0, reading=match[1])

    def _deleted_characters(self, path: _Path) -> list[tuple[_Path, list[int]]]:
        """The likeliest characters that end in the lead of a removed pair, with the pair's possible trails."""
        options = []
        for lead, trails in DELETED_LEADS.items():
            char = CHARACTER.get(path.pending << 8 | lead)
            if char is not None:
                options.append((self._score(path.first, path.second, self._number(char)), char, trails))
        best = nlargest(6, options, key=lambda option: option[0])
        return [(self._emit(path, char, self._costs.deleted_pair), trails) for _, char, trails in best]

    # -- end ----------------------------------------------------------------------------------------------------------

    def _finish(self, paths: list[_Path]) -> list[Found]:
        ended = [path for path in paths if not path.pending]
        for path in paths:
            if path.pending:
                for score, number, char in self._likely(path, BY_LEAD, path.pending, 3):
                    ended.append(self._close(self._written(path, char, number, score - 1.0), len(self._line)))
        best = max(ended, key=lambda path: path.score)
        return [self._weigh(*place) for place in best.done]

    def _weigh(self, start: int, end: int, after: str, doubt: float) -> Found:
        right = self._line[end : end + 2]
        left = self._line[max(0, start - 2) : start]
        gain = self._likelihood(left, after + right) - self._likelihood(left, self._line[start:end] + right)
        return Found(start, end, after, gain, doubt)

    def _likelihood(self, left: str, text: str) -> float:
        first, second = (self._number(char) for char in ("\n\n" + left)[-2:])
        total = 0.0
        for char in text:
            number = self._number(char)
            total += self._score(first, second, number)
            first, second = second, number
        return total
