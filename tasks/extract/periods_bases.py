"""Dates that a change is held against: the base of its own clause, or one that opens the sentence or the paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.extract import periods_words as cues
from tasks.extract.periods_document import Document
from tasks.extract.periods_stamps import Stamp


def base_of(document: Document, before: Sequence[Stamp], start: int, clause: str) -> Stamp | None:
    """The date that the change at `start` is held against, None where its clause names a base without a date.

    `before` are the stamps of the sentence before the number, nearest first; `clause` is what stands before it in its
    clause.
    """
    compared = _compared(document, before)
    base = before[0] if before and before[0].role in ("base", "same") else compared
    if base is not None and _reaches(document, base, start):
        return base
    if cues.ON_YEAR.search(clause) or cues.OWN_BASE.search(clause):
        return None
    return compared or _opening(document, start)


def _compared(document: Document, before: Sequence[Stamp]) -> Stamp | None:
    """The base that 相比 opens the sentence with (相比2020年的数据，2021年增加了…)."""
    text = document.text
    return next((s for s in before if s.role == "base" and text.endswith(cues.COMPARED_WITH, 0, s.start)), None)


def _opening(document: Document, start: int) -> Stamp | None:
    """The base that opens the paragraph or sentence for all that follows: 与2015年相比，…."""
    for stamp in document.before(document.paragraph(start), start):
        if stamp.role == "base" and cues.OPENING_BASE.match(document.text, stamp.end):
            return stamp
    return None


def _reaches(document: Document, base: Stamp, start: int) -> bool:
    """Whether the number stands in the clause of its base, or opens the next one with the same comparison."""
    if not cues.CLAUSE_END.search(document.text, base.end, start):
        return True
    between = document.text[base.end : start]
    return "；" not in between and cues.AGAIN.search(between) is not None
