"""What is counted in a look back on some years because it is there at their end, not because it was done over them."""

from __future__ import annotations

import re

from tasks.extract import periods_words as cues
from tasks.extract.periods_document import Document

_TOOK_SHAPE = re.compile(r"[^，。；,;]{1,24}?(?:已(?:经|然)?[\u4e00-\u9fff]|(?:培育)?成[形型]|初具规模)")
_THERE = re.compile("[就已]有$")


def stands_by_then(document: Document, clause: str, end: int) -> bool:
    """Whether what is counted is there at the end of a stretch (3个产业集群已然成形; 仅城东区就有85部), not done over
    it."""
    stop = document.clause_end(end)
    own = clause[cues.last_cut(clause) :]
    there = _THERE.search(own)
    told = own if there else clause if _TOOK_SHAPE.match(document.text, end, stop) else None
    return told is not None and not cues.FLOW.search(told) and not cues.FLOW.search(document.text, end, stop)
