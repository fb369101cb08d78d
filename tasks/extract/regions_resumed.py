"""Sentences that open with the words that an earlier one of their paragraph opened with (截至4月10日24时，…).

They go on from that sentence: what stands between the two (4月10日，湖北无新增病例) was told of another place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

_OPENING = re.compile("(?:^|(?<=[。\\n]))[ \\t\u3000]{0,4}(截[至止][^，。；\\n]{2,16})，|\\n")


class Resumed(NamedTuple):
    """Where a sentence resumes, blanks in front of it included, and where the one that it goes on from ends."""

    start: int
    from_end: int


def resumptions(text: str) -> tuple[Resumed, ...]:
    """The sentences of a text that resume an earlier one of their paragraph, in order."""
    found: list[Resumed] = []
    opened: dict[str, int] = {}
    for match in _OPENING.finditer(text):
        words = match[1]
        if words is None:
            opened.clear()
        elif words in opened:
            found.append(Resumed(match.start(), opened[words]))
        else:
            stop = text.find("。", match.end())
            opened[words] = stop if stop >= 0 else len(text)
    return tuple(found)


def told_apart(resumed: Sequence[Resumed], sentence: int, place: int) -> bool:
    """Whether a place stands between the sentence that the last one up to here resumed and that one."""
    index = bisect_right(resumed, (sentence + 1, 0)) - 1
    return index >= 0 and resumed[index].from_end <= place < resumed[index].start <= sentence + 1
