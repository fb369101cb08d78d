"""A text rewritten for reading, with the way back to the printed characters."""

from __future__ import annotations

import re
from collections.abc import Callable


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
