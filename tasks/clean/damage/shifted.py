"""The moves of a shifted path: reading on one byte late, guessing what was lost, and coming back in step."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tasks.clean.damage.gbk import CHARACTER, MARKS, PAIRS
from tasks.clean.damage.readings import READING, readings_of
from tasks.clean.damage.search import NEAR, Path, Search, full

HOLES = "?\ufffd"
BRACKETED = re.compile(rf"[(（]({READING})[)）]")
EATEN = re.compile(rf"[?\ufffd][(（]?({READING})[)）]")
_LONGEST = 80


class ShiftedMoves(Search):
    """What may follow while the decoder was one byte late."""

    def shifted(self, place: int, path: Path, top: float) -> None:
        """All ways on; only a path near the best (`top`) is tried with vanished pairs, which cost most of the time."""
        if place - path.start > _LONGEST or self.budget < 0:
            return
        char = self.line[place]
        deep = path.score > top - NEAR
        if char in HOLES:
            self._hole(place, path, deep=deep)
        match = BRACKETED.match(self.line, place) if char in "(（" else None
        if match:
            self._at_reading(match, path, deep=deep)
            return
        pair = PAIRS.get(char, 0)
        if pair > 0x8000:
            self._read_pair(place, path, pair)
            if deep:
                self._vanished(place, path, pair)
        if "!" <= char <= "~":
            self._read_ascii(place, path, char)
            if deep and char >= "@":
                self._vanished_before_trail(place, path, ord(char))
        elif char in " \t":
            self._lose_trail(place, path, self.costs.lost_trail)
        elif full(char) in MARKS:
            self._lose_trail(place, path, self.costs.lost_at_mark)

    def _read_pair(self, place: int, path: Path, pair: int) -> None:
        """A shown character: its first byte ends the pending character, its second byte begins the next."""
        original = CHARACTER.get(path.pending << 8 | pair >> 8)
        if original is None:
            return
        trail = pair & 0xFF
        step = self.emit(path, original, pending=trail)
        if trail < 0x80:
            step = self.close(self.emit(step, chr(trail)), place + 1)
        self.put(place + 1, step)

    def _read_ascii(self, place: int, path: Path, char: str) -> None:
        """ASCII may be the trail of a character, a folded full-width sign, or what set the decoder right."""
        code = ord(char)
        original = CHARACTER.get(path.pending << 8 | code)
        if original is not None and code >= 0x40:
            self.put(place + 1, self.close(self.emit(path, original), place + 1))
        original = CHARACTER.get(path.pending << 8 | 0xA3) if self.folded else None
        if original is not None:
            self.put(place + 1, self.emit(path, original, self.costs.folded, code + 0x80))
        following = self.line[place + 1 : place + 2]
        if char == "," and following and full(following) in MARKS:
            self.put(place + 1, path)
        if char not in HOLES:
            usual = code < 0x40 and char not in ",;!"
            self._lose_trail(place, path, self.costs.lost_trail if usual else self.costs.lost_at_mark)

    def _at_reading(self, match: re.Match[str], path: Path, *, deep: bool) -> None:
        """A bracketed reading: of the character shown before it (still shifted), or of the one cut by it (in step)."""
        if match[1] in readings_of(self.line[match.start() - 1]):
            self.put(match.end(), path)
        self._lose_trail(match.end(), path, self.costs.lost_trail, match[1])
        if deep:
            self._vanished_before_reading(match, path)

    def _lose_trail(self, place: int, path: Path, cost: float, reading: str = "") -> None:
        """The pending byte's character lost its second byte; in step again from `place` on."""
        for candidate in self.with_lead(path, path.pending, reading):
            self.put(place, self.close(self.write(path, candidate, cost), place))

    def _hole(self, place: int, path: Path, *, deep: bool) -> None:
        """A byte was eaten: with a bracket before a reading, with a digit, with a marker, or a pair of lead 80."""
        match = EATEN.match(self.line, place)
        if match:
            self._lose_trail(match.end(), path, self.costs.lost_trail, match[1])
            if deep:
                self._vanished_before_reading(match, path)
            return
        following = self.line[place + 1 : place + 2]
        pair = PAIRS.get(following, 0)
        if pair > 0x8000:
            self._vanished(place + 1, path, pair, [0x80])
        swallowed = self.line[place] == "?" and bool(following) and full(following) not in MARKS
        for candidate in self.with_lead(path, path.pending):
            written = self.write(path, candidate, self.costs.lost_trail)
            nothing = written._replace(score=written.score + self.costs.eaten_nothing)
            self.put(place + 1, self.close(nothing, place + 1))
            if swallowed:
                digit = self.number("0")
                score = written.score + self.score(written.first, written.second, digit) + self.costs.eaten_digit
                lost = written._replace(score=score, out=written.out + "\ufffd", first=written.second, second=digit)
                self.put(place + 1, self.close(lost, place + 1))

    # -- vanished pairs -----------------------------------------------------------------------------------------------

    def _vanished(self, place: int, path: Path, pair: int, leads: Iterable[int] = ()) -> None:
        """A private-use character was removed before the shown one: two bytes to guess."""
        steps = self.removed(path, leads)
        for step, original in self.guesses(steps, pair >> 8):
            self.put(place + 1, self.emit(step, original, pending=pair & 0xFF))

    def _vanished_before_trail(self, place: int, path: Path, code: int) -> None:
        """The same before an ASCII character that is the trail of the cut one."""
        for step, original in self.guesses(self.removed(path), code):
            self.put(place + 1, self.close(self.emit(step, original), place + 1))

    def _vanished_before_reading(self, match: re.Match[str], path: Path) -> None:
        """The same before a reading: the character that is read so lost both of its bytes."""
        for step, trails in self.removed(path):
            for lead in trails:
                if lead > 0x80:
                    self._lose_trail(match.end(), step._replace(pending=lead), 0.0, match[1])
