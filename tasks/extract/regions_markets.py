"""Markets of shares and raw materials: what moves on one is told of where it trades, whoever's page it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from tasks.extract.abroad import vocabulary
from tasks.extract.gazetteer import words
from tasks.extract.regions_ground import Ground
from tasks.extract.regions_scan import WordScan
from tasks.vocabulary import either

Market = tuple[int, int, str | None, str]

_ISLAND = ("710000", "台湾省")
_FAR, _SHORT = 90, 4
# 主因国际油价续扬，油料费上涨25%: why something else moves.
_CAUSES = ("因", "因为", "受", "由于", "随着", "随")
_UNITS = frozenset("点%％元度桶")
_MOVES = re.compile("[涨跌升挫崩泻扬落破收报至达]|[买卖]超|成交|来到|站[上稳]|回到|失守|反弹|熔断")
# Others that the sentence turns to behind the name of a market.
_OTHERS = frozenset(
    ("institution", "firm", "company", "mention", "settlement", "pointer", "pointer_country", "foreign", "group")
)


@cache
def _scan() -> tuple[WordScan, dict[str, tuple[str | None, str]], re.Pattern[str]]:
    """The names of markets, where each trades, and what makes one only the place where a firm is listed."""
    known: dict[str, tuple[str | None, str]] = {}
    for area, names in vocabulary()["markets"].items():
        known |= dict.fromkeys(names, (None, str(area)))
    known |= dict.fromkeys(words()["island"]["markets"], _ISLAND)
    return WordScan(known), known, re.compile(either(vocabulary()["listed_there"]))


def markets(text: str) -> list[Market]:
    """The markets that a text names: offsets, and the code and name of where they trade."""
    scan, known, _ = _scan()
    return [(start, end, *known[name]) for start, end, name in scan.find(text)]


def of_market(ground: Ground, named: Sequence[Market], sentence: int, start: int, end: int) -> Market | None:
    """The market that moves by the number at those offsets, named last in front of it in its sentence; `named` is in
    order."""
    text = ground.text
    if not named or text[end - 1] not in _UNITS:
        return None
    index = bisect_left(named, (start,)) - 1
    last = named[index] if index >= 0 else None
    if last is None or last[0] < max(sentence, start - _FAR) or last[1] > start:
        return None
    listed = _scan()[2]
    if _MOVES.search(text, last[1], start) is None or listed.search(text, last[1], start):
        return None
    # 美股下跌，公司净利润增长20%: in a later clause, something else that does not move as markets do.
    own = max(text.rfind(sign, last[1], start) for sign in "，；,;") + 1
    if own and start - own > _SHORT and (_MOVES.search(text, own, start) is None or text.endswith(_CAUSES, 0, last[0])):
        return None
    behind = takewhile(lambda place: place.end > last[1], ground.backwards(start))
    return None if any(place.start >= last[1] and place.rule in _OTHERS for place in behind) else last
