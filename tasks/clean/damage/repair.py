"""Find the pages and places that a mirror's mistake broke, and mend them on record.

A gate looks for the signs of the damage first: a clean page pays a few pattern searches and nothing else. What cannot
be mended with confidence stays as shown and is marked, so that no figure in it is published.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from tasks.clean.damage.decoder import Decoder, Found
from tasks.clean.damage.language import PageLanguage, language
from tasks.clean.damage.readings import READING
from tasks.clean.repairs import UNREPAIRED, Draft, Edit
from tasks.clean.script import HANT

MARGIN = 6.0
_READ = re.compile(rf"[\u3400-\u9fff][(（]{READING}[)）]")
_HOLE = re.compile(rf"[\u3400-\u9fff)）][?\ufffd](?:[！？；。，、!;,]|{READING}[)）])")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_FULL_WIDTH = re.compile("[\uff01-\uff5e]")
_BRACKETED = re.compile(rf"[(（?\ufffd]{READING}[)）]")
_MARKER = re.compile(r"(?<=[\u3400-\u9fff”》）])[,，](?=[，。、；：！？])")


def suspicious(page: str, script: str) -> bool:
    """Whether a page shows any sign of the damage."""
    return bool(script == HANT or _READ.search(page) or _HOLE.search(page) or _PRIVATE.search(page))


def repair(drafts: Iterable[Draft], script: str) -> None:
    """Mend the drafts of one page, which are judged together; nothing happens on a page without signs."""
    pieces = list(drafts)
    page = "\n".join(draft.text for draft in pieces)
    if not suspicious(page, script):
        return
    lines = [line for draft in pieces for line in draft.text.split("\n")]
    found = _search(lines, deleted=not _PRIVATE.search(page), folded=not _FULL_WIDTH.search(page))
    for draft in pieces:
        _mend(draft, found)


def _search(lines: list[str], *, deleted: bool, folded: bool) -> dict[str, list[Found]]:
    """The damaged places of each line, read twice: the second time knowing the words of the page's sound parts."""
    decoder = Decoder(PageLanguage(language()), deleted=deleted, folded=folded)
    first = {line: decoder.decode(line) for line in lines}
    sound = [_BRACKETED.sub("", part) for line in lines for part in _outside(line, first[line])]
    decoder = Decoder(PageLanguage(language(), sound), deleted=deleted, folded=folded)
    return {line: decoder.decode(line) for line, found in first.items() if found}


def _outside(line: str, found: list[Found]) -> list[str]:
    """The parts of a line between its damaged places."""
    edges = [0, *(edge for place in found for edge in (place.start, place.end)), len(line)]
    return [line[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _mend(draft: Draft, found: dict[str, list[Found]]) -> None:
    edits: list[Edit] = []
    start = 0
    for line in draft.text.split("\n"):
        for place in found.get(line, ()):
            if place.gain > MARGIN:
                edits.append(Edit(start + place.start, start + place.end, place.after, "shift", confidence(place)))
        start += len(line) + 1
    draft.edit(edits)
    for match in _PRIVATE.finditer(draft.text):
        draft.mark(match.start(), match.end(), UNREPAIRED, 1.0)


def confidence(found: Found) -> float:
    """Between 0 and 1: that there was damage here, and that this reading of it is the right one."""
    return round(1 / (1 + math.exp(-min(found.gain / 4, found.doubt, 20.0))), 4)
