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
from tasks.clean.damage.language import PageLanguage, language
from tasks.clean.damage.readings import READING
from tasks.clean.damage.search import Found
from tasks.clean.repairs import UNREPAIRED, Draft, Edit

MARGIN = 6.0
MAX_MORE = 3
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
    found = _search(page, lines, deleted=not signs.PRIVATE.search(page), folded=not _FULL_WIDTH.search(page))
    for draft in pieces:
        _mend(draft, found)
    return signs.damaged(page) or any(found.values())


def mark_unrepaired(draft: Draft) -> None:
    """Put on record what still looks broken; to be called on a damaged page when the readings are gone."""
    for start, line in _lines(draft.text):
        for first, last in signs.nonsense(line):
            draft.mark(start + first, start + last, UNREPAIRED, 0.5)
        for first, last in signs.losses(line):
            draft.mark(start + first, start + last, UNREPAIRED, 0.8)


def _search(page: str, lines: list[str], *, deleted: bool, folded: bool) -> dict[str, list[Found]]:
    """The damaged places of each line, read twice: the second time knowing the words of the page's sound parts."""
    decoder = Decoder(PageLanguage(language()), deleted=deleted, folded=folded)
    first = {line: found for line in lines if (found := decoder.decode(line))}
    if not first:
        return {}
    sound = (_BRACKETED.sub("", part) for line in page.split("\n") for part in _outside(line, first.get(line, [])))
    decoder = Decoder(PageLanguage(language(), sound), deleted=deleted, folded=folded)
    return {line: decoder.decode(line) for line in first}


def _outside(line: str, found: list[Found]) -> Iterator[str]:
    """The parts of a line between its damaged places."""
    edges = [0, *(edge for place in found for edge in (place.start, place.end)), len(line)]
    return (line[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))


def _mend(draft: Draft, found: dict[str, list[Found]]) -> None:
    edits: list[Edit] = []
    for start, line in _lines(draft.text):
        for place in found.get(line, ()):
            if place.gain > MARGIN and _is_told(line[place.start : place.end], place.after):
                edits.append(Edit(start + place.start, start + place.end, place.after, "shift", confidence(place)))
            else:
                draft.mark(start + place.start, start + place.end, UNREPAIRED, 1 - confidence(place))
    draft.edit(edits)


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
    return round(1 / (1 + math.exp(-min(found.gain / 4, found.doubt, 20.0))), 4)
