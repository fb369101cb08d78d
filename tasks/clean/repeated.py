"""Lines that a page shows more than once: the caption of a picture before and after the text, or on every slide."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from tasks.clean.blocks import ROW
from tasks.clean.captions import MIN_CAPTION, is_shown
from tasks.clean.line import Line
from tasks.clean.page_words import fold
from tasks.clean.title_place import HEADINGS
from tasks.clean.tokens import JOINT, plain

MAX_REPEATED = 30
# Which picture of how many is shown, behind its caption (1/2).
_SLIDE = re.compile(rf"[\s{JOINT}]*{JOINT}\s*\d{{1,2}}\s*/\s*\d{{1,2}}[\s{JOINT}]*$")


def told_once(lines: Iterable[Line]) -> list[Line]:
    """The lines without short ones that stand twice in a row, and without captions that an earlier one says."""
    numberless = [_without_slide(line) for line in lines]
    counts = Counter(line.text for line in numberless)
    kept: list[Line] = []
    shown: set[str] = set()
    for line in numberless:
        recent = [earlier.text for earlier in kept[-2:]]
        if line.text in recent and len(line.text) <= MAX_REPEATED and line.tag != ROW:
            continue
        if counts[line.text] > 1 and line.tag != ROW and line.tag not in HEADINGS and len(line.text) >= MIN_CAPTION:
            if line.text in shown:
                continue
            if line.caption or is_shown(line.folded):
                shown.add(line.text)
        kept.append(line)
    return kept


def _without_slide(line: Line) -> Line:
    """A caption without the number of its slide."""
    match = _SLIDE.search(line.raw[-20:]) if "/" in line.raw[-8:] else None
    if match is None:
        return line
    raw = line.raw[: max(0, len(line.raw) - 20) + match.start()]
    return replace(line, raw=raw) if line.caption or is_shown(fold(plain(raw))) else line
