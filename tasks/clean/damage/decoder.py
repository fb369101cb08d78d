"""Undo the one-byte shift in a line: the most likely original text by a Viterbi search over bytes and language.

A mirror cut a character apart by putting a byte, or a reading, between its two bytes. The decoder lost one half and
read on one byte late until some ASCII byte set it right again. Here the search enters such a shift at the marks and
readings where one can begin; `shifted` has its ways on, `search` what a path is.
"""

from __future__ import annotations

import re
from heapq import nlargest
from math import inf

from tasks.clean.damage.crowds import crowded
from tasks.clean.damage.gbk import BLANK, CHARACTER, MARKS, PAIRS
from tasks.clean.damage.readings import read_so, readings_of
from tasks.clean.damage.search import BEAM, WINDOW, Done, Found, Path, States, full
from tasks.clean.damage.shifted import BRACKETED, EATEN, HOLES, ShiftedMoves

_TRIGGER = re.compile(r"[,;?!，。、；？！(（\ufffd]")
_LONGEST_READING = 9
_UNSEEN = 9.0
HOPELESS = 20.0
"""A shifted path so far behind what is shown will not come to anything."""
_BETTER = 1.0


class Decoder(ShiftedMoves):
    """The search over the lines of one page.

    `deleted`: private-use characters were removed from the page; `folded`: full-width ASCII became half-width.
    """

    def decode(self, line: str) -> list[Found]:
        """The repairs of a line, in order; offsets into the line."""
        if self.budget < 0:
            return []
        self.line = line
        self.blank_from = len(line.rstrip(HOLES + " \u3000"))
        self.crowded = crowded(line)
        newline = self.number("\n")
        self.agenda = {0: {(0, newline, newline): Path(0.0, 0, newline, newline, -1, "", inf, None)}}
        for place in range(len(line)):
            states = self.agenda.get(place)
            if states is None:
                continue
            if len(states) > 1 or not self._skip(place, next(iter(states.values()))):
                self._step(place, states)
            del self.agenda[place]
        return self._finish(list(self.agenda[len(line)].values()))

    def _step(self, place: int, states: States) -> None:
        """Carry the paths at a place on; the shifted ones first, since they may come back in step at the same place."""
        in_step = [path for path in states.values() if not path.pending]
        floor = max((path.score for path in in_step), default=-inf) - HOPELESS
        late = _best([path for path in states.values() if path.pending and path.score > floor])
        top = max((path.score for path in late), default=0.0)
        for path in late:
            self.shifted(place, path, top)
        for path in _best([path for path in states.values() if not path.pending]):
            self._in_step(place, path)

    def _skip(self, place: int, path: Path) -> bool:
        """One path in step and nothing that could begin a shift: go on to the next sign."""
        if path.pending or len(self.agenda) > 1:
            return False
        match = _TRIGGER.search(self.line, place)
        sign = match.start() if match else len(self.line)
        if sign <= place:
            return False
        second = self.number(self.line[sign - 1])
        first = self.number(self.line[sign - 2]) if sign - place > 1 else path.second
        self.put(sign, path._replace(first=first, second=second))
        return True

    def _in_step(self, place: int, path: Path) -> None:
        char = self.line[place]
        if self.budget < 0 or place in self.crowded:
            self.put(place + 1, self.emit(path, char))
            return
        if char in HOLES:
            self._enter_at_reading(place, path, EATEN.match(self.line, place))
            mark = self.line[place + 1 : place + 2]
            if mark and full(mark) in MARKS:
                self._enter_at_mark(place, place + 1, path, self.costs.marked_entry)
        elif char in "(（":
            match = BRACKETED.match(self.line, place)
            if match:
                self._pass_reading(place, path, match)
                return
        if full(char) in MARKS and self._promising(place, path):
            self._enter_at_mark(place, place, path, self.costs.bare_entry)
        self.put(place + 1, self.emit(path, char))

    def _pass_reading(self, place: int, path: Path, match: re.Match[str]) -> None:
        """A reading of the character before it says nothing; another one may stand inside a character."""
        if match[1] in readings_of(self.line[place - 1 : place]):
            self.put(match.end(), path)
            return
        self.put(match.end(), path._replace(score=path.score + self.costs.strange_reading))
        self._enter_at_reading(place, path, match)

    def _promising(self, place: int, path: Path) -> bool:
        """A bare mark begins a shift only if what follows reads better one byte late."""
        pending = PAIRS[full(self.line[place])] & 0xFF
        first, second = path.second, self.number(self.line[place])
        before = last = self.nothing
        meant = read = 0.0
        for char in self.line[place + 1 : place + 4]:
            pair = PAIRS.get(char, 0)
            if pair < 0x8000:
                break
            original = CHARACTER.get(pending << 8 | pair >> 8)
            if original is None and not self.deleted:
                return False
            number = self.number(char)
            read += self.score(first, second, number)
            first, second = second, number
            number = self.number(original) if original else self.nothing
            meant += self.score(before, last, number) if original else -_UNSEEN
            before, last = last, number
            pending = pair & 0xFF
        return not read or meant > read + _BETTER

    def _enter_at_mark(self, start: int, mark: int, path: Path, cost: float) -> None:
        """The mark is the trail of one character, whose lead is lost, and the lead of the next."""
        pair = PAIRS[full(self.line[mark])]
        for score, _, char in self.with_trail(path, pair >> 8):
            self.put(mark + 1, self.begin(path, start, char, path.score + score + cost, pair & 0xFF))

    def _enter_at_reading(self, place: int, path: Path, match: re.Match[str] | None) -> None:
        """A reading stands inside a character: its table character straddles the left neighbour and the cut one."""
        left = PAIRS.get(self._left(place), 0)
        if match is None or left < 0x8000:
            return
        for char in read_so(match[1]).get(left & 0xFF, ()):
            trail = PAIRS[char] & 0xFF
            if trail > 0x80:
                self.put(match.end(), self.begin(path, place, "", path.score + self.costs.reading_entry, trail))

    def _left(self, place: int) -> str:
        """The character before a place, readings left out."""
        for _ in range(3):
            opened = max(self.line.rfind(sign, max(0, place - _LONGEST_READING), place) for sign in "(（")
            if opened < 0 or not BRACKETED.fullmatch(self.line, opened, place):
                break
            place = opened
        return self.line[place - 1 : place] if place else ""

    def _finish(self, paths: list[Path]) -> list[Found]:
        """The repairs of the likeliest path; one still shifted lost its last character's trail to the line's end."""
        end = len(self.line)
        ended = [path for path in paths if not path.pending]
        for path in paths:
            if path.pending == BLANK >> 8 and self.line.endswith("\u3000"):
                # One blank more at a line's end.
                ended.append(self.close(path, end))
            if path.pending:
                guesses = self.with_lead(path, path.pending)
                ended += [self.close(self.write(path, guess, self.costs.lost_trail), end) for guess in guesses]
        best = self._likeliest(ended)
        found: list[Found] = []
        done = best.done and best.done._replace(doubt=min(best.doubt, best.done.doubt), vague=best.vague)
        while done:
            found.append(self._weigh(done))
            done = done.before
        return found[::-1]

    def _likeliest(self, ended: list[Path]) -> Path:
        """The best of the paths at the line's end, with the doubt that the others leave."""
        newline = self.number("\n")
        totals = [path.score + self.score(path.first, path.second, newline) for path in ended]
        top = max(totals)
        best = ended[totals.index(top)]
        for path, total in zip(ended, totals, strict=True):
            if total > top - WINDOW and path is not best:
                best = self.doubt(best, path, top - total)
        return best

    def _weigh(self, done: Done) -> Found:
        left = self.line[max(0, done.start - 2) : done.start]
        right = (self.line[done.end : done.end + 2] + "\n")[:2]
        shown = self._likelihood(left, self.line[done.start : done.end] + right)
        gain = self._likelihood(left, done.out + right) - shown
        return Found(done.start, done.end, done.out, gain, done.doubt, done.vague)

    def _likelihood(self, left: str, text: str) -> float:
        first, second = (self.number(char) for char in ("\n\n" + left)[-2:])
        total = 0.0
        for char in text:
            number = self.number(char)
            total += self.score(first, second, number)
            first, second = second, number
        return total


def _best(paths: list[Path]) -> list[Path]:
    """The paths worth carrying on; one that has changed nothing is always kept."""
    top = max((path.score for path in paths), default=0.0)
    kept = [path for path in paths if path.score > top - WINDOW or not (path.pending or path.done)]
    return kept if len(kept) <= BEAM else nlargest(BEAM, kept, key=lambda path: path.score)
