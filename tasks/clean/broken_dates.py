"""Dates that a page prints over several lines (2021, 12/10, 17:15), put into one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.clean.blocks import ROW, Block, Markup
from tasks.clean.dates import moments

_YEAR = re.compile(r"(?:19|20)\d\d年?")
_REST = re.compile(r"[\d/:\-.月日 ]{3,9}")
_MOST_LINES = 3


def end_of_date(lines: Sequence[str], start: int) -> int:
    """The place behind the lines of the date that begins at `start` with a year alone; the next place for any other."""
    end = start + 1
    if len(lines[start]) <= len("2021年") and _YEAR.fullmatch(lines[start]):
        while end < min(len(lines), start + _MOST_LINES) and _REST.fullmatch(lines[end]):
            end += 1
    return end


def join_dates(markup: Markup) -> None:
    """Put dates that lie in several blocks into their first one; the others become empty."""
    blocks = markup.blocks
    for index, block in enumerate(blocks):
        if _YEAR.match(block.text) is None or len(block.text) > len("2021年") or block.tag == ROW:
            continue
        near = blocks[index : index + _MOST_LINES]
        end = end_of_date([each.text for each in near], 0)
        _join(near[:end])


def _join(parts: Sequence[Block]) -> None:
    text = " ".join(part.text for part in parts)
    found = moments(text) if len(parts) > 1 else []
    if not found or found[0].start > 0 or any(part.tag == ROW for part in parts):
        return
    parts[0].text = text
    for part in parts[1:]:
        part.text, part.link = "", 0
