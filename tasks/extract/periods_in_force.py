"""The day from which a measure is in force, for the new values that the sentences behind its announcement tell of."""

from __future__ import annotations

import re

from tasks.extract.periods_document import Document
from tasks.extract.periods_stamps import Stamp
from tasks.extract.periods_words import BUDGET, CLAUSE_END, WORDS, last_clause
from tasks.vocabulary import either

_REACH = 400
_FROM = ("自", "从")
_ON = re.compile("起|开始")
# 自6月1日起，我国将降低部分商品的关税: what is to be done from then on, by its verb.
_MEASURE = re.compile(f"(?:将|要|拟|正式)?[^，。；,;\n]{{0,24}}?(?P<verb>{either(WORDS['turns'])})")
_TO = "[0-9]*[^，。；,;0-9]{0,4}?[到至为][^，。；,;0-9]{0,4}$"
_NEW_VALUE = re.compile(f"(?:{either(WORDS['turns'])}){_TO}")


def comes_to(text: str, start: int, end: int, at: int) -> bool:
    """Whether a date at `start`–`end` is one from which on something holds, and the number at an offset what a verb
    leads to; or a year that a budget is drawn up for."""
    if BUDGET.match(text, end, at):
        return True
    begun = _ON.match(text, end)
    return begun is not None and _NEW_VALUE.search(last_clause(text, at)) is not None


def in_force_from(document: Document, sentence: int, start: int) -> Stamp | None:
    """The day that the text named last before a sentence, where a measure is in force from it on (自6月1日起，将降低…
    税率) and the number at `start` is what the same verb leads to (由5%降低到2%)."""
    text = document.text
    earlier = document.before(max(0, sentence - _REACH), sentence)
    stamp = next((s for s in earlier if s.role not in ("base", "same", "title", "noted")), None)
    if stamp is None or not stamp.daily or not stamp.period or not text.endswith(_FROM, 0, stamp.start):
        return None
    begun = _ON.match(text, stamp.end)
    if begun is None:
        return None
    comma = CLAUSE_END.match(text, begun.end())
    told = _MEASURE.match(text, comma.end() if comma else begun.end(), document.sentence_end(stamp.end))
    if told is None:
        return None
    return stamp if re.search(told["verb"] + _TO, last_clause(text, start)) else None
