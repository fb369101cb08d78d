"""Words of a sentence that announce or state a fact, and the number that they stand around."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tasks.extract.status_forms import COMMA

_SENTENCE = 300


class Cue(NamedTuple):
    """Words that announce (`plan`) or state a fact, or a year (`year`) that may lie in the future."""

    start: int
    end: int
    plan: bool
    word: str
    year: int = 0


class Place(NamedTuple):
    """A number in its text."""

    text: str
    start: int
    end: int


def fact_follows(at: Place, cues: Sequence[Cue], since: int) -> bool:
    """Whether words of a fact stand in a later clause between an offset and the number."""
    facts = (cue for cue in cues if since <= cue.start and cue.end <= at.start and not cue.plan)
    return any(COMMA.search(at.text, since, cue.start + 1) for cue in facts)


def sentence_start(text: str, at: int) -> int:
    """Where the sentence of an offset begins, looked for no further than some hundred letters back."""
    low = max(at - _SENTENCE, 0)
    return max(text.rfind("。", low, at), text.rfind("\n", low, at), low - 1) + 1
