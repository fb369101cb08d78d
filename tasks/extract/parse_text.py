"""Exotic written forms of numbers rewritten as plain ones, with the way back to the printed characters.

`zhibiao parse` reads any text, not only official prose: 12k, 2e5, .5, $5, 七五折, 三双, 华氏98.6度, 一 百 五. Each is
rewritten (15k as 15千) before the scanner sees it; every character remembers which printed characters it stands for.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tasks.extract.amounts import fold
from tasks.extract.parse_rules import rules, variants

_VERSION = re.compile(r"(?<![\d.])\d++(?:\.\d++){2,}")


class Mapped:
    """A text whose characters know their first and last place in the printed one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: list[int] | None = None
        self._ends: list[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The printed span of text[start:end]."""
        if self._starts is None or self._ends is None:
            return start, end
        return self._starts[start], self._ends[end - 1]

    def sub(self, pattern: re.Pattern[str], write: Callable[[re.Match[str]], str | None]) -> None:
        """Replace each match by what `write` gives for it; None leaves it alone."""
        pieces: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        at = 0
        for match in pattern.finditer(self.text):
            new = write(match)
            if new is None:
                continue
            self._copy(at, match.start(), pieces, starts, ends)
            first, last = self.span(match.start(), match.end())
            pieces.append(new)
            starts.extend([first] * len(new))
            ends.extend([last] * len(new))
            at = match.end()
        if at:
            self._copy(at, len(self.text), pieces, starts, ends)
            self.text, self._starts, self._ends = "".join(pieces), starts, ends

    def _copy(self, start: int, end: int, pieces: list[str], starts: list[int], ends: list[int]) -> None:
        pieces.append(self.text[start:end])
        starts.extend(range(start, end) if self._starts is None else self._starts[start:end])
        ends.extend(range(start + 1, end + 1) if self._ends is None else self._ends[start:end])


def normalise(text: str) -> Mapped:
    """The text with variant characters folded and exotic number forms written plainly."""
    flat = _VERSION.sub(lambda m: m.group().replace(".", " "), fold(text).translate(variants()))
    mapped = Mapped(flat)
    for pattern, write in rules():
        if pattern.search(mapped.text):
            mapped.sub(pattern, write)
    return mapped
