"""Those that a text counts again as those ones (4月2日，225名公民抵达。这次撤离的225名公民来自10个国家): what is told
of them is of the day on which it counted them first."""

from __future__ import annotations

import re

from tasks.extract.periods_document import Document

_AGAIN = re.compile("(?:这|此次|本次|上述|该)(?:[一-鿿]{0,6}的)?(?P<count>[0-9]{1,6}[余多]?[一-鿿])(?P<who>[一-鿿]{2})")
_REACH, _CLAUSE = 400, 24
_STOPS = frozenset("。；\n")


def counted_before(document: Document, sentence: int, start: int, end: int) -> tuple[int, int] | None:
    """Where the text has counted those before that the sentence of a number tells of again, in a sentence with a date
    of its own; None where it tells of no such ones, or dates them itself."""
    text = document.text
    again = _AGAIN.search(text, sentence, min(len(text), end + 2))
    if again is None or again.start() > start or document.before(sentence, start):
        return None
    at = text.rfind(again["count"], max(0, sentence - _REACH), sentence)
    if at < 0 or text[at - 1 : at].isdigit():
        return None
    behind = at + len(again["count"])
    told = text[behind : behind + _CLAUSE]
    same = again["who"] in told and _STOPS.isdisjoint(told[: told.find(again["who"])])
    return (at, behind) if same and document.before(document.sentence(at), at) else None
