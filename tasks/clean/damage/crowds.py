"""Where signs of damage stand so close together that they tell nothing: a run of question marks, made or lost.

A shift takes a dozen characters and leaves one sign or two. Where every few characters hold another one, each would
cost a search, and none could be believed.
"""

from __future__ import annotations

import re
from itertools import chain

from tasks.clean.damage.gbk import MARKS
from tasks.clean.damage.readings import READING, readings_of

_SIGN = re.compile(rf"[?\ufffd]|[(（]({READING})[)）]|[{MARKS},;!](?=[@-~])")
_MANY, _WIDTH = 5, 40


def crowded(line: str) -> frozenset[int]:
    """The places of a line that lie among crowded signs."""
    places = [match.start() for match in _SIGN.finditer(line) if match[1] is None or _strange(line, match)]
    runs = zip(places, places[_MANY - 1 :], strict=False)
    return frozenset(chain.from_iterable(range(first, last + 1) for first, last in runs if last - first < _WIDTH))


def _strange(line: str, match: re.Match[str]) -> bool:
    """Whether a reading is none of the character before it."""
    return match[1] not in readings_of(line[match.start() - 1 : match.start()])
