"""Find the pages and places that a mirror's mistake broke, and mend them on record.

A gate looks for the signs of the damage first: a clean page pays a few pattern searches and nothing else. What cannot
be mended with confidence stays as shown and is marked, so that no figure in it is published.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator

from tasks.clean.damage import signs
from tasks.clean.damage.decoder import Decoder
from tasks.clean.damage.gbk import MARKS
from tasks.clean.damage.language import PageLanguage, language
from tasks.clean.damage.readings import READING, page_readings
from tasks.clean.damage.search import Costs, Found
from tasks.clean.repairs import UNREPAIRED, Draft, Edit

MARGIN, KNOWN_MARGIN = 6.0, 4.0
_KNOWN_ENTRY = -2.0
# How sure a lead of so many nats makes a reading, as counted on texts that the model does not know.
_DOUBT_WEIGHT, _DOUBT_OFFSET = 0.6, 0.9
_REACHED = 2
MAX_MORE = 3
_ANY_MARK = re.compile(f"[{MARKS},;?!]")
_LOST = re.compile("[?？\ufffd]+")
_FULL_WIDTH = re.compile("[\uff01-\uff5e]")
_BRACKETED = re.compile(rf"[(（?\ufffd]{READING}[)）]")


def repair(drafts: Iterable[Draft], script: str) -> bool:
    """Mend the drafts of one page, which are judged together; nothing happens on a page without signs.

    Says whether the page is a damaged one, of which `mark_unrepaired` has to mark what is left.
    """
    pieces = list(drafts)
    page = "\n".join(draft.text for draft in pieces)
    if not signs.suspicious(page, script):
        return False
    lines = [line for draft in pieces for line in draft.text.split("\n") if signs.suspect(line)]
    page = "\n".join(draft.text for draft in pieces)
    known = not signs.holed(page) and bool(page_readings(page, script))
    found, whole = _search(page, lines, known=known)
    for draft in pieces:
        _mend(draft, found, KNOWN_MARGIN if known else MARGIN)
        if known or not whole:
            _mark_strange(draft)
    return signs.damaged(page) or any(found.values())


def mark_unrepaired(draft: Draft) -> None:
    """Put on record what still looks broken; to be called on a damaged page when the readings are gone."""
    for start, line in _lines(draft.text):
        for first, last in signs.nonsense(line):
            draft.mark(start + first, start + last, UNREPAIRED, 0.5)


def mark_losses(draft: Draft, *, broken: bool) -> None:
    """Put on record question marks that stand for lost characters: on any page before a figure, on a `broken` one
    before any word. To be called while marks are as wide as the page has them.
    """
    if "?" in draft.text:
        for start, line in _lines(draft.text):
            for first, last in signs.losses(line, figures_only=not broken):
                draft.mark(start + first, start + last, UNREPAIRED, 0.8)


def _search(page: str, lines: list[str], *, known: bool) -> tuple[dict[str, list[Found]], bool]:
    """The damaged places of each line, and whether all lines could be read.

    They are read twice: the second time knowing the words of the page's sound parts.

    Where the page is `known` for a mirror's, and its shifts leave no hole behind, any mark on it may have begun one.
    """
    shown = {"deleted": not signs.PRIVATE.search(page), "folded": not _FULL_WIDTH.search(page)}
    decoder = Decoder(PageLanguage(language()), len(page), **shown)
    first = {line: found for line in dict.fromkeys(lines) if (found := decoder.decode(line))}
    if not first and not known:
        return {}, decoder.budget >= 0
    sound = (_BRACKETED.sub("", part) for line in page.split("\n") for part in _outside(line, first.get(line, [])))
    if known:
        sound = (part for text in sound for part in _away_from_marks(text))
    costs = Costs(bare_entry=_KNOWN_ENTRY) if known else Costs()
    decoder = Decoder(PageLanguage(language(), sound), len(page), costs=costs, **shown)
    again = {line: decoder.decode(line) for line in (dict.fromkeys(page.split("\n")) if known else first)}
    return again, decoder.budget >= 0


def _away_from_marks(text: str) -> Iterator[str]:
    """The parts of a text that no shift can have reached unseen."""
    return (part[_REACHED:-_REACHED] for part in _ANY_MARK.split(text) if len(part) > 2 * _REACHED)


def _outside(line: str, found: list[Found]) -> Iterator[str]:
    """The parts of a line between its damaged places."""
    edges = [0, *(edge for place in found for edge in (place.start, place.end)), len(line)]
    return (line[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))


def _mend(draft: Draft, found: dict[str, list[Found]], margin: float) -> None:
    """Put the repairs in, and mark in them what may as well have been something else."""
    edits: list[Edit] = []
    vague: list[tuple[int, int, float]] = []
    grown = 0
    for start, line in _lines(draft.text):
        for place in found.get(line, ()):
            sure = confidence(place)
            first, last = start + place.start, start + place.end
            if place.gain <= margin or not _is_told(line[place.start : place.end], place.after):
                draft.mark(first, last, UNREPAIRED, 1 - sure)
                continue
            edits.append(Edit(first, last, place.after, "shift", sure))
            vague += ((first + grown + left, first + grown + right, 1 - sure) for left, right in _joined(place))
            grown += len(place.after) - (last - first)
    draft.edit(edits)
    for first, last, doubt in vague:
        draft.mark(first, last, UNREPAIRED, round(doubt, 4))


def _joined(place: Found) -> Iterator[tuple[int, int]]:
    """The vague parts of a repair apart from each other; where something may be missing, its neighbours."""
    size = len(place.after)
    wide = ((left, right) if left < right else (max(0, left - 1), min(size, right + 1)) for left, right in place.vague)
    open_part: tuple[int, int] | None = None
    for left, right in sorted(wide):
        if open_part and left <= open_part[1]:
            open_part = open_part[0], max(open_part[1], right)
            continue
        if open_part:
            yield open_part
        open_part = left, right
    if open_part:
        yield open_part


def _mark_strange(draft: Draft) -> None:
    """Put on record what no mirror's page says but by a shift: nonsense behind a mark, or a reading of one."""
    for start, line in _lines(draft.text):
        for first, last in signs.strange(line):
            draft.mark(start + first, start + last, UNREPAIRED, 0.7)


def _is_told(before: str, after: str) -> bool:
    """Whether the damaged place itself tells what it was: question marks alone tell nothing, a row of them little."""
    lost = _LOST.match(before)
    if lost is None:
        return True
    return lost[0] != before and not (len(lost[0]) > 1 and len(after) >= len(before) + MAX_MORE)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def confidence(found: Found) -> float:
    """Between 0 and 1: that there was damage here, and that this reading of it is the right one."""
    odds = min(found.gain / 4, _DOUBT_WEIGHT * found.doubt - _DOUBT_OFFSET, 20.0)
    return round(1 / (1 + math.exp(-odds)), 4)
