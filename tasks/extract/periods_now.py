"""Numbers behind words of now (目前, 眼下) that are of the year all the same."""

from __future__ import annotations

from tasks.extract import periods_words as cues
from tasks.extract.periods_document import Document
from tasks.extract.periods_stamps import Stamp


def of_year(text: str, start: int, end: int, measure: str) -> bool:
    """Whether a number that stands behind 目前 is of the year, since it is compared with the year before."""
    clause = cues.last_clause(text, start)
    return cues.OVER_LAST.search(clause) is not None or (
        measure == "level" and cues.OVER_LAST_NEXT.match(text, end) is not None
    )


def stands(document: Document, stamp: Stamp, start: int, end: int) -> bool:
    """Whether 眼下 only opens a scene in which a number stands for good (眼下，千亩稻田进入灌浆期), unlike what has
    been reached by now (眼下，已收获八成)."""
    if document.text[stamp.start : stamp.end] != "眼下":
        return False
    clause_end = document.clause_end(end)
    if cues.REACHED.search(document.text, stamp.end, clause_end):
        return False
    clause = document.text[stamp.end : start]
    counted = cues.HAS.search(clause) or cues.PREDICATE.search(clause) or cues.FLOW.search(clause)
    if counted and not cues.STANDING.search(clause):
        return False
    return "已" not in cues.last_clause(document.text, start) + document.text[end:clause_end]
