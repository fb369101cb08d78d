"""The moves of a shifted path: reading on one byte late, guessing what was lost, and coming back in step."""

from __future__ import annotations

import re

from tasks.clean.damage.gbk import BLANK, CHARACTER, MARKS, PAIRS
from tasks.clean.damage.readings import READING, readings_of
from tasks.clean.damage.search import NEAR, Path, full
from tasks.clean.damage.vanished import VanishedPairs

HOLES = "?\ufffd"
BRACKETED = re.compile(rf"[(（]({READING})[)）]")
EATEN = re.compile(rf"[?\ufffd][(（]?({READING})[)）]")
_LONGEST = 80


class ShiftedMoves(VanishedPairs):
    """What may follow while the decoder was one byte late."""

    def shifted(self, place: int, path: Path, top: float) -> None:
        """All ways on; only a path near the best (`top`) is tried with vanished pairs, which cost most of the time."""
        if place - path.start > _LONGEST or self.budget < 0 or place in self.crowded:
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
                self.vanished(place, path, pair)
        if "!" <= char <= "~":
            self._read_ascii(place, path, char)
            if deep and char >= "@":
                self.vanished_before_trail(place, path, ord(char))
        elif char in " \t":
            self.lose_trail(place, path, self.costs.lost_trail)
        elif full(char) in MARKS:
            self.lose_trail(place, path, self.costs.lost_at_mark)

    def _read_pair(self, place: int, path: Path, pair: int) -> None:
        """A shown character: its first byte ends the pending character, its second byte begins the next."""
        original = CHARACTER.get(path.pending << 8 | pair >> 8)
        if original is None:
            return
        if path.pending << 8 | pair >> 8 == BLANK and self._at_end(place + 1):
            self.put(place + 1, path._replace(pending=pair & 0xFF))
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
            self.lose_trail(place, path, self.costs.lost_trail if usual else self.costs.lost_at_mark)

    def _at_reading(self, match: re.Match[str], path: Path, *, deep: bool) -> None:
        """A bracketed reading: of the character shown before it (still shifted), or of the one cut by it (in step)."""
        if match[1] in readings_of(self.line[match.start() - 1]):
            self.put(match.end(), path)
        self.lose_trail(match.end(), path, self.costs.lost_trail, match[1])
        if deep:
            self.vanished_before_reading(match, path)

    def _hole(self, place: int, path: Path, *, deep: bool) -> None:
        """A byte was eaten: with a bracket before a reading, with a digit, with a marker, or a pair of lead 80."""
        match = EATEN.match(self.line, place)
        if match:
            self.lose_trail(match.end(), path, self.costs.lost_trail, match[1])
            if deep:
                self.vanished_before_reading(match, path)
            return
        following = self.line[place + 1 : place + 2]
        pair = PAIRS.get(following, 0)
        if pair > 0x8000:
            self.vanished(place + 1, path, pair, [0x80])
        if path.pending == BLANK >> 8 and self._at_end(place):
            self.put(place + 1, self.close(path._replace(score=path.score + self.costs.lost_blank), place + 1))
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

    def _at_end(self, place: int) -> bool:
        """Whether nothing but blanks, whole or broken, stands behind a place."""
        return place >= self.blank_from
