"""Lists of articles told without links, by their lines: headlines with their day or their number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from tasks.clean.page_words import fold, page_words

MIN_LISTED = 5
_DAY = r"[\[(]?(?:(?:19|20)\d\d\s?[-/.年]\s?)?(?:0?[1-9]|1[0-2])\s?[-/.月]\s?(?:0?[1-9]|[12]\d|3[01])日?[\])]?"
_DAY_ALONE = re.compile(_DAY)
_HEADLINE = r"[^。；]*[\u3400-\u9fff][^。；]{5,80}"
_DATED = re.compile(rf"(?:{_DAY}\s*)?{_HEADLINE}(?<!\d)(?:{_DAY})|{_DAY}\s*{_HEADLINE}")
_NUMBERED = re.compile(rf"(\d{{1,3}})(?:[.、]\s*|\s+){_HEADLINE}")
MAX_LINE = 120
_PARTS = re.compile(r"\s*[_|>»-]+\s*")


def is_listing(texts: Iterable[str]) -> bool:
    """Whether at least five of these folded lines are headlines with their day, or that many are numbered in order."""
    lines = [text for text in texts if text]
    dated = sum(_is_dated(line, after) for line, after in pairwise([*lines, ""]))
    return dated >= MIN_LISTED or _numbered(lines) >= MIN_LISTED


def _is_dated(line: str, after: str) -> bool:
    if len(line) > MAX_LINE or _DAY_ALONE.fullmatch(line):
        return False
    if _DATED.fullmatch(line):
        return True
    return _DAY_ALONE.fullmatch(after) is not None and re.fullmatch(_HEADLINE, line) is not None


def _numbered(lines: Sequence[str]) -> int:
    """How many headlines bear the number that follows the last one's."""
    count = last = 0
    for line in lines:
        match = _NUMBERED.fullmatch(line) if len(line) <= MAX_LINE and line[0].isdecimal() else None
        if match and (not count or int(match[1]) == last + 1):
            count, last = count + 1, int(match[1])
    return count


@cache
def _titles() -> frozenset[str]:
    return frozenset(page_words("list_titles"))


def names_a_list(title: str) -> bool:
    """Whether a page calls itself a list: what was searched for, the map of a site."""
    return not _titles().isdisjoint(_PARTS.split(fold(title).strip()))
