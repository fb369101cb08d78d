"""Places of a text as the scope stack sees them: names, words that point at a level, villages, groups of provinces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tasks.extract.gazetteer import COUNTRY, Gazetteer, words
from tasks.extract.model import RegionMention

SENTENCE_END = re.compile(r"[。！？!?\n]+[”’」』]?")
NATIONAL = re.compile(r"全国|我国|中国|国家|国务院")
_COMPARED_AFTER = re.compile(
    r"(?:平均水平|平均|的?平均|增速|水平|前列|前茅|首位|第[一二三四五六七八九十0-9]|前[一二三四五六七八九十0-9]|总[量数额]的|的?比重|的[0-9])"
)
_COMPARED_BEFORE = re.compile(
    r"(?:高于|低于|高出|超过|超出|超|快于|慢于|优于|好于|居|位居|位列|列|占|占到|占据|相当于|领先|走在|比|较)$"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the text: code (None for what stays as printed), official or printed name, the rule, whether it is only
    what something is compared with."""

    start: int
    end: int
    code: str | None
    name: str
    rule: str
    compared: bool = False


@cache
def _pointers() -> re.Pattern[str]:
    groups = []
    for level, names in words()["scope_words"].items():
        groups.append(f"(?P<{level}>{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})")
    return re.compile("|".join(groups))


def places(text: str, mentions: Sequence[RegionMention], home: str, book: Gazetteer) -> list[Place]:
    """All places of the text in order; pointers are resolved on the stack of home and the places before them."""
    found: list[Place] = []
    merged = sorted(
        [(mention.start, mention.end, mention) for mention in mentions if mention.code]
        + [(match.start(), match.end(), match) for match in _pointers().finditer(text)],
        key=lambda item: item[:2],
    )  # type: ignore[type-var]
    stack: list[str] = [home]
    for start, end, item in merged:
        compared = bool(_COMPARED_BEFORE.search(text[max(0, start - 5) : start]) or _COMPARED_AFTER.match(text, end))
        if isinstance(item, RegionMention):
            code = item.code or COUNTRY
            rule = "mention"
            stack.append(code)
        else:
            resolved = _point(item.lastgroup or "", stack, book)
            if resolved is None:
                continue
            code, rule = resolved, f"pointer_{item.lastgroup}"
        found.append(Place(start, end, code, book.official_name(code), rule, compared))
    return found


def _point(level: str, stack: list[str], book: Gazetteer) -> str | None:
    """What 全省, 我县 … mean here: the nearest area on the stack that is of that level or lies in one."""
    if level == "country":
        return COUNTRY
    if level == "any":
        return stack[-1] if book.level(stack[-1]) == "county" else None
    for code in reversed(stack):
        for area in (code, *book.ancestors(code)):
            if book.level(area) == level:
                return area
    return None
