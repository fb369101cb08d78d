"""Items that agencies sent from abroad, and the state that 该国 means: their figures are no area's at home."""

from __future__ import annotations

import re
from bisect import bisect_left

from tasks.extract.abroad import named_abroad

# 甲社柏林27日电, （甲社记者乙巴黎19日专电）: an agency, where from and when.
_DATELINE = re.compile(
    r"^[\s　（(]{0,8}[一-鿿]{2,4}社(?P<from>[^，。\n（）()]{2,24}?日)[^，。\n（）()]{0,6}电(?:报[导道])?[）)]?",
    re.MULTILINE,
)
_AT_HOME = re.compile("我国|中国|中方|台湾|华侨|华人|中资|中企")
# 该国死亡人数…: up to the number of its clause.
_THAT_STATE = re.compile("该国(?!有|企|资)[^，。；：,;:\n]*$")
_NEAR, _CLAUSE = 400, 60


def sent_from_abroad(text: str) -> list[tuple[int, str]]:
    """Where the items with a dateline begin and the place abroad that each was sent from, of which it tells; "" for one
    sent from home or one that opens with a deed of China."""
    found: list[tuple[int, str]] = []
    if "电" not in text or "社" not in text:
        return found
    named = named_abroad(text)
    starts = [place.start for place in named]
    for line in _DATELINE.finditer(text):
        index = bisect_left(starts, line.start("from"))
        inside = index < len(named) and starts[index] < line.end("from")
        stop = text.find("。", line.end())
        own = _AT_HOME.search(text, line.end(), stop if stop >= 0 else len(text))
        found.append((line.start(), named[index].name if inside and not own else ""))
    return found


def that_state(text: str, start: int) -> tuple[int, int] | None:
    """The offsets of 该国 in the clause of a number, where a state abroad is named before it."""
    if "该国" not in text:
        return None
    found = _THAT_STATE.search(text, max(0, start - _CLAUSE), start)
    if found is None:
        return None
    before = [place for place in named_abroad(text) if found.start() - _NEAR <= place.start < found.start()]
    return (found.start(), found.start() + 2) if before else None
