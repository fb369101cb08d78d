"""Pages whose paragraphs are leads of several stories: none of them shares its words with another."""

from __future__ import annotations

import re

from tasks.extract.gazetteer import words

_RUN = re.compile("[一-鿿]{3,}")
_PARAGRAPH = re.compile(r"^[\s　]*(?P<told>\S[^\n]*)", re.MULTILINE)
# What is shorter goes with the lead above it; a page of more signs than this is no page of leads.
_LEAD, _PAGE = 60, 4000
_FEWEST = 3
_WORD = 3
# Of the words of one paragraph, how many others may have as well: of all of them on the average, of each.
_SHARED, _SHARED_BY_ONE = 0.02, 0.05
_ISLAND: tuple[str, ...] = ("台湾", "台股", "台积", *words()["island"]["counties"])


def leads(text: str) -> list[int]:
    """Where the leads of a page begin that strings together stories which have nothing to do with each other; none for
    a page of one story. Pages of Taiwan alone are made so: elsewhere a story goes from place to place as well."""
    if len(text) > _PAGE or text.count("\n") < _FEWEST - 1 or not any(name in text for name in _ISLAND):
        return []
    found = [match for match in _PARAGRAPH.finditer(text) if len(match["told"]) >= _LEAD]
    if len(found) < _FEWEST:
        return []
    told = [_words(match["told"]) for match in found]
    times: dict[str, int] = {}
    for one in told:
        for word in one:
            times[word] = times.get(word, 0) + 1
    shared = [sum(times[word] > 1 for word in one) / max(1, len(one)) for one in told]
    apart = sum(shared) <= _SHARED * len(shared) and max(shared) <= _SHARED_BY_ONE
    return [match.start() for match in found] if apart else []


def _words(told: str) -> set[str]:
    """Three letters each of what a paragraph tells."""
    runs = (run.group() for run in _RUN.finditer(told))
    return {run[at : at + _WORD] for run in runs for at in range(len(run) - _WORD + 1)}
