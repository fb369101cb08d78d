"""Blanks that pages print beside figures (2021 年增长 5.3 %) and in front of paragraphs, left out for reading.

Rules then need not know of them. Table rows keep theirs, since blanks part their cells there; spans are carried back to
the text as printed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

_BLANKS = " \u3000\xa0"
_HAN = "\u4e00-\u9fff"
_SIGNS = "，。；：！？（）、“”《》"
_BESIDE = re.compile(
    rf"(?<=[{_HAN}{_SIGNS}])[{_BLANKS}]{{1,3}}(?=[0-9])|(?<=[0-9])[{_BLANKS}]{{1,3}}(?=[{_HAN}%％‰℃㎡])"
    rf"|(?<=[%％‰])[{_BLANKS}]{{1,3}}(?=[{_HAN}{_SIGNS}])|^[{_BLANKS}]+(?=[^\s])",
    re.M,
)
_LINE = re.compile(r"[^\n]+")
# A line of sentences, and one of cells: two figures with nothing but blanks between them, tabs, bars.
_PROSE = re.compile("[，。；！？]")
_CELLS = re.compile(rf"[0-9%％][{_BLANKS}]+[-+]?[0-9]|[\t|｜]")
_IN_DATE = rf"(?<=[0-9])[{_BLANKS}]{{1,3}}(?=年|月份)"
_DATE = re.compile(_IN_DATE)
_DATE_AND_EDGE = re.compile(rf"{_IN_DATE}|^[{_BLANKS}]+(?=[^\s])", re.M)

Placed = Callable[[int], int]


def closed(text: str) -> tuple[str, Placed | None]:
    """A text without the blanks beside its figures, and where a code point of it stands in the text as printed; no
    function where nothing was left out. Linear in the length of the text."""
    if not _BESIDE.search(text):
        return text, None
    kept: list[str] = []
    cuts: list[int] = []
    lost: list[int] = [0]
    at = 0
    for start, end in _gaps(text):
        kept.append(text[at:start])
        cuts.append(start - lost[-1])
        lost.append(lost[-1] + end - start)
        at = end
    if not cuts:
        return text, None
    kept.append(text[at:])
    return "".join(kept), lambda place: place + lost[bisect_right(cuts, place)]


def _gaps(text: str) -> list[tuple[int, int]]:
    """The blanks to leave out: all beside the figures of a sentence, elsewhere those inside a year (2021 年) and, but
    in table rows, at the head of a line."""
    gaps: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        loose = _BESIDE if _PROSE.search(line[0]) else _DATE_AND_EDGE
        pattern = _DATE if _CELLS.search(line[0]) else loose
        gaps += [gap.span() for gap in pattern.finditer(text, line.start(), line.end())]
    return gaps
