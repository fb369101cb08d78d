"""Bodies that are told one beside another: lists of banks behind a market's total, and notices of several firms."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import takewhile

from tasks.extract.regions_firms import bodies
from tasks.extract.regions_ground import Ground
from tasks.extract.regions_place import Place
from tasks.extract.sought import Sought
from tasks.vocabulary import either

_BODIES = ("institution", "firm")
_FIGURE = re.compile("[0-9一二两三四五六七八九十百千]")
_SENTENCE_END = re.compile("[。！？!?\n]")
_SENTENCE = 600
_AMONG = re.compile("(?:其中|例如|比如|以)[，,]?$")
# 该行, 公司: a sentence goes on about the one named last.
_SAME_ONE = re.compile(r"[\s　“]{0,8}(?:[0-9年月日，]{0,12})(?:该|这家|它|其(?!中)|公司|集团|企业)")
# 甲股份：拟收购…。乙科技（600001）：中标…: each item is its firm's own.
_ITEM = Sought(
    r"(?:[。；\n]|公司讯[，,]|公告[，,：:])[ \t　]{0,4}(?P<name>(?:\*?ST)?[A-Za-z一-鿿]{2,8})"
    r"(?:[（(][A-Za-z0-9.:]{4,12}[）)])?[：:]"
)
_HEADED, _FEWEST = "公告", 3


def one_of_several(ground: Ground, place: Place, sentence: int) -> bool:
    """Whether a body is one of several whose figures its sentence tells side by side, so that the sentence behind turns
    back to what all of them are of (甲银行85款；乙银行62款。人民币产品…)."""
    if place.rule not in _BODIES or _SAME_ONE.match(ground.text, sentence):
        return False
    text = ground.text
    low = max(0, place.start - _SENTENCE)
    low = max((end.end() for end in _SENTENCE_END.finditer(text, low, place.start)), default=low)
    if _AMONG.search(text, max(low, place.start - 4), place.start):
        return True
    stop = _SENTENCE_END.search(text, place.end, place.end + _SENTENCE)
    high = stop.start() if stop else place.end
    earlier = takewhile(lambda other: other.start >= low, ground.backwards(place.start))
    later = takewhile(lambda other: other.start < high, ground.onwards(place.end))
    return any(_apart(text, other, place) for other in earlier) or any(_apart(text, place, other) for other in later)


def _apart(text: str, one: Place, other: Place) -> bool:
    """Whether two bodies each have a figure of their own, the first one before the other is named."""
    if other.rule not in _BODIES or one.rule not in _BODIES or one.name == other.name:
        return False
    return _FIGURE.search(text, one.end, other.start) is not None


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What is a field of a form and no firm, and what firms give notice of."""
    fields, deals = either(bodies()["no_notice_of"]), either(bodies()["notice_deals"])
    return re.compile(f"(?:{fields})$"), re.compile(deals)


def notices(text: str, title: str | None) -> list[tuple[int, str, int]]:
    """Where the items of a page of notices begin, whose firm each is, and where they end; none on any other page."""
    if _HEADED not in text and _HEADED not in (title or "") and "公司讯" not in text:
        return []
    field, deals = _words()
    found = [(m.end() - 1, m["name"]) for m in _ITEM.behind_break(text) if not field.search(m["name"])]
    items: list[tuple[int, str, int]] = []
    for number, (start, name) in enumerate(found):
        stop = found[number + 1][0] if number + 1 < len(found) else len(text)
        line = text.find("\n", start, stop)
        items.append((start, name, stop if line < 0 else line))
    dealing = {name for start, name, stop in items if deals.search(text, start, stop)}
    return items if len(dealing) >= _FEWEST else []


def of_notice(items: list[tuple[int, str, int]], start: int) -> str:
    """The firm whose notice a number stands in; empty for none."""
    index = bisect_right(items, (start, "", 0)) - 1
    return items[index][1] if index >= 0 and start < items[index][2] else ""


# 甲电厂二期、乙电厂二期等: bodies of one kind in a list.
_LISTED_BODIES = re.compile("[^，。；,;0-9]{0,10}?、[^。；;，,]{2,40}?等(?=[^，。；,;0-9]{0,4}[0-9])")
_KIND = 2


def body_of_several(text: str, place: Place, start: int) -> bool:
    """Whether a body is only the first named of several alike that a number is told of (甲电厂、乙电厂等3座电厂)."""
    listed = _LISTED_BODIES.match(text, place.end, start + _KIND)
    return listed is not None and place.name[-_KIND:] in listed.group()
