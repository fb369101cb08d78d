"""Works that nobody has approved yet (可研报告已通过审查, 正待审批), and those of which a study reckons what they will
cost and bring (经测算，总投资…，投资回收期…): what they are to cost and to be."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from tasks.extract.periods_words import last_clause
from tasks.vocabulary import either, read_yaml

_SENTENCE = re.compile("[^。！？\n]+[。！？]?\n*")
_CLAUSE = 40


class _Words(NamedTuple):
    """The forms of speech, compiled once."""

    gate: tuple[str, ...]
    told: re.Pattern[str]
    begun: re.Pattern[str]
    amounts: re.Pattern[str]
    reckoned: re.Pattern[str]
    terms: re.Pattern[str]


@cache
def _words() -> _Words:
    words = read_yaml("status.yaml")["unapproved"]
    study, done = either(words["studies"]), either(words["studied"])
    studied = rf"(?:{study})[^，。；\n]{{0,12}}(?:{done})|(?:{done})[^，。；\n]{{0,8}}(?:{study})"
    pending = rf"(?:{either(words['waits'])})[^，。；\n]{{0,14}}(?:{either(words['grants'])})"
    granted = rf"(?:获得?|已经?|经)[^，。；\n]{{0,14}}(?:{either(words['granted'])})"
    costs = rf"(?:{either(words['costs'])})[^，。；0-9]{{0,6}}$"
    return _Words(
        tuple(words["gate"]),
        re.compile(f"{studied}|{pending}"),
        re.compile(rf"(?<![未拟待])(?:{either(words['begun'])})|{granted}"),
        re.compile(rf"{costs}|(?:{either(words['builds'])})[^，。；]{{0,24}}$"),
        re.compile(either(words["reckoned"])),
        re.compile(either(words["reckoned_terms"])),
    )


class Unapproved:
    """The sentences of a text that tell of such works, each with those that follow it in its paragraph."""

    def __init__(self, text: str) -> None:
        words = _words()
        self._text = text
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._reckoned: dict[int, int] = {}
        if not any(word in text for word in words.gate):
            return
        open_until = -1
        for found in _SENTENCE.finditer(text):
            said = found.group()
            if since := _reckoned_from(said):
                self._starts.append(found.start())
                self._ends.append(found.end())
                self._reckoned[found.start()] = found.start() + since
                continue
            told = not words.begun.search(said) and (found.start() == open_until or words.told.search(said) is not None)
            if told:
                self._starts.append(found.start())
                self._ends.append(found.end())
            open_until = found.end() if told and not said.endswith("\n") else -1

    def holds(self, at: int) -> bool:
        """Whether the number at an offset is what such a work is to cost or to be."""
        index = bisect_right(self._starts, at) - 1
        if index < 0 or at >= self._ends[index]:
            return False
        if (since := self._reckoned.get(self._starts[index])) is not None:
            return at >= since
        return _words().amounts.search(last_clause(self._text, at)[-_CLAUSE:]) is not None


def _reckoned_from(said: str) -> int:
    """Where in a sentence a study begins to reckon what works will cost and bring; 0 where none does."""
    words = _words()
    reckoned = words.reckoned.search(said)
    if reckoned is None or "已" in said or "实际" in said or not words.terms.search(said, reckoned.end()):
        return 0
    return reckoned.end()
