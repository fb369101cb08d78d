"""The text of elements that a page names after a field of its article (class="source")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tasks.clean.tokens import JOINT, collapse

EDGES = " " + JOINT
_BARE_LABEL = re.compile(r"(?:[【\[]?\s*(?:来源|稿源|來源|作者|时间|時間|编辑|編輯|责编)\s*[:：|丨】\]]*)?\s*")


def field_texts(awaited: Iterable[tuple[str, int]], parts: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Role and text of the fields that begin in these parts of a run: up to the first joint behind each."""
    for role, start in awaited:
        text = collapse("".join(parts[start:])).strip(EDGES)
        pieces = [piece.strip() for piece in text.split(JOINT)]
        named = [piece for piece in pieces if not _BARE_LABEL.fullmatch(piece)]
        yield role, (named or pieces)[0]
