"""Characters that say nothing, U+FFFD and private-use ones, put on record with the nonsense and the figures they touch.

Where a byte of plain GBK was lost, what follows is read one byte late: hanzi that mean nothing, up to the next ASCII.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tasks.clean.damage.language import language
from tasks.clean.repairs import UNREPAIRED, Draft

SIGN = re.compile("[\ue000-\uf8ff\ufffd]")
_SIGNS = re.compile("[\ue000-\uf8ff\ufffd]+")
_TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
# 村?zhèn)有: a reading whose bracket went with half of a character.
_REST_OF_READING = re.compile(
    f"[\u3400-\u9fff]?[?？！!；;，,、：:][a-z]{{0,3}}[{_TONES}][a-z{_TONES}]{{0,4}}[)）][\u3400-\u9fff]?"
)
_FIGURE = frozenset("0123456789.,%")
_RUN = re.compile("(?:[^\x00-\x7f\ue000-\uf8ff\ufffd]|(?<![!-~])[@-~](?![!-~]))+")
_NONSENSE, _SINGLE = -8.5, -10.5


def mark(draft: Draft) -> None:
    """Mark them, and what is left of readings; nothing in the text changes."""
    for rest in _REST_OF_READING.finditer(draft.text) if any(tone in draft.text for tone in _TONES) else ():
        draft.mark(*rest.span(), UNREPAIRED, 1.0)
    if not SIGN.search(draft.text):
        return
    begin = 0
    for line in draft.text.split("\n"):
        for start, end in _spans(line) if SIGN.search(line) else ():
            draft.mark(begin + start, begin + end, UNREPAIRED, 1.0)
        begin += len(line) + 1


def _spans(line: str) -> Iterator[tuple[int, int]]:
    """The signs of a line, each with what it touches; those that nothing sound keeps apart are one."""
    nonsense = _nonsense(line)
    first = last = -1
    for match in _SIGNS.finditer(line):
        start, end = match.span()
        if end <= last:
            continue
        while start > max(last, 0) and nonsense[start - 1]:
            start -= 1
        while end < len(line) and (nonsense[end] or SIGN.match(line[end])):
            end += 1
        lost = "\ufffd" in line[start:end]
        while lost and start > max(last, 0) and line[start - 1] in _FIGURE:
            start -= 1
        while lost and end < len(line) and (line[end] in _FIGURE or SIGN.match(line[end])):
            end += 1
        if start > last:
            if last >= 0:
                yield first, last
            first = start
        last = end
    yield first, last


def _nonsense(line: str) -> list[bool]:
    """Which characters beyond ASCII are improbable or stand among such; a lone letter may be one of them."""
    found = [False] * len(line)
    model = language()
    newline = model.number("\n")
    for run in _RUN.finditer(line):
        first = second = newline
        scores: list[float] = []
        for char in run[0]:
            number = model.number(char)
            scores.append(model.score(first, second, number))
            first, second = second, number
        for place in range(len(scores)):
            near = scores[max(0, place - 1) : place + 2]
            found[run.start() + place] = scores[place] < _SINGLE or sum(near) / len(near) < _NONSENSE
    return found
