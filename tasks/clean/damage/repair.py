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
    model = PageLanguage(language(), [_BRACKETED.sub("", page)])
    decoder = Decoder(model, deleted=not _PRIVATE.search(page), folded=not _FULL_WIDTH.search(page))
    for draft in pieces:
        _repair(draft, decoder)


def _repair(draft: Draft, decoder: Decoder) -> None:
    edits: list[Edit] = []
    place = 0
    for line in draft.text.split("\n"):
        for found in decoder.decode(line):
            if found.gain > MARGIN:
                edits.append(Edit(place + found.start, place + found.end, found.after, "shift", confidence(found)))
        place += len(line) + 1
    draft.edit(edits)
    for match in _PRIVATE.finditer(draft.text):
        draft.mark(match.start(), match.end(), UNREPAIRED, 1.0)


def confidence(found: Found) -> float:
    """Between 0 and 1: that there was damage here, and that this reading of it is the right one."""
    return round(1 / (1 + math.exp(-min(found.gain / 4, found.doubt, 20.0))), 4)
