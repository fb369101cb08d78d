"""People's names that end like a word of time begins: 社员李长明年底领到分红 tells of 年底, not of 明年底."""

from __future__ import annotations

import re
from functools import cache

from tasks.extract.gazetteer import words
from tasks.vocabulary import either

_MING, _NEXT_YEAR = "明", "明年"
# A letter that begins no word of time.
_OTHER = "名"
_REACH = 8


@cache
def _named() -> re.Pattern[str]:
    # Without what somebody is before it, 沈阳明年底 and 雷达明年初 would be names as well.
    people = words()
    kinds = either([*people["persons"], *people["persons_by_office"]])
    return re.compile(rf"(?:{kinds})[{people['surnames']}][一-鿿]{_MING}(?=年[底初末中])")


def without_named(text: str) -> str:
    """The text, as long as it was, with another letter for a 明 that closes a person's name before 年."""
    if _NEXT_YEAR not in text:
        return text
    return _named().sub(lambda found: found.group()[:-1] + _OTHER, text)


def closes_a_name(text: str, at: int) -> bool:
    """Whether a 明年 at an offset is the end of somebody's name before 年底 or the like."""
    if not text.startswith(_NEXT_YEAR, at):
        return False
    low = max(0, at - _REACH)
    return any(found.end() == at + 1 for found in _named().finditer(text, low, at + _REACH))
