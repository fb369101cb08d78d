"""Characters that names of people keep where words exchange them: 張學乾 is 张学乾, 餅乾 is 饼干.

A name is told by what stands around it: an office before it, a word of saying or an office behind it, or nothing else
between two marks. Once told, it is known wherever the text has it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tasks.vocabulary import read_yaml

_EDGE = re.compile(r"[\s、，。；：（）,;:()·/|]|\Z")
_GIVEN = 2
_HUGE = "鉅"


class _Names:
    """The vocabulary of names, ready for use."""

    def __init__(self) -> None:
        rules = read_yaml("script.yaml")["names"]
        fields = read_yaml("page_fields.yaml")
        self.characters: dict[str, str] = rules["characters"]
        self.pattern = re.compile(f"[{''.join(self.characters)}]")
        self.surnames = frozenset(fields["surnames"])
        self.compounds: tuple[str, ...] = tuple(fields["compound_surnames"])
        self.office_before = re.compile(f"(?:{'|'.join(rules['before'])})\\Z")
        self.behind = re.compile("|".join(rules["after"]))
        self.huge = frozenset(rules["huge"])
        self.not_behind, self.not_before = frozenset(rules["dry"]), frozenset(rules["dries"])


@lru_cache(maxsize=1)
def _names() -> _Names:
    return _Names()


def keep_names(shown: str, converted: str) -> str:
    """The converted text, of the same length as the shown one, with the characters that names keep."""
    rules = _names()
    places = [match.start() for match in rules.pattern.finditer(shown)]
    if not places:
        return converted
    known = {converted[start:end] for place in places for start, end in _told(rules, converted, place)}
    chars = list(converted)
    for place in places:
        named = any(converted[start:end] in known for start, end in _candidates(rules, converted, place))
        if named or (shown[place] == _HUGE and converted[place + 1 : place + 2] not in rules.huge):
            chars[place] = rules.characters[shown[place]]
    return "".join(chars)


def _told(rules: _Names, text: str, place: int) -> Iterator[tuple[int, int]]:
    """The name around a place that what stands beside it tells, the longer one first."""
    for start, end in _candidates(rules, text, place):
        office = rules.office_before.search(text, max(0, start - 6), start)
        before = office or start == 0 or _EDGE.match(text, start - 1)
        behind = rules.behind.match(text, end) or _EDGE.match(text, end)
        if before and behind:
            yield start, end
            return


def _candidates(rules: _Names, text: str, place: int) -> Iterator[tuple[int, int]]:
    """Where a name of a surname and one or two characters may stand around a place."""
    if text[place - 1 : place] in rules.not_behind or text[place + 1 : place + 2] in rules.not_before:
        return
    for given in range(_GIVEN, 0, -1):
        for behind in range(given):
            first, end = place - (given - 1 - behind), place + behind + 1
            for size in (2, 1):
                start = first - size
                surname = text[max(0, start) : first]
                known = surname in rules.compounds if size > 1 else surname in rules.surnames
                if start >= 0 and known and end <= len(text) and text[first:end].isalpha():
                    yield start, end
