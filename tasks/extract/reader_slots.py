"""What the naming needs to know of the numbers of a page: slots, lists, pairs, and the areas that may be cut off."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from tasks.extract.abroad import named_abroad
from tasks.extract.clauses import Sentence
from tasks.extract.cues import ABOUT
from tasks.extract.indicators import Slot
from tasks.extract.model import Quantity, RegionMention, Reject
from tasks.extract.regions_scope import RegionScope
from tasks.extract.regions_words import pointed

_COUNTED_PLACES = frozenset("门省县村乡镇市区州旗国校店院会木查场道庄城份")
_NOUNS_OF_UNITS = ("警力", "兵力", "劳力", "人口", "口人", "农户", "家庭", "企业", "群众", "国家")
_SAVED = re.compile(f"(?:节约|节省|减少|消耗|替代|少用|节能)(?:{ABOUT}|超过?|了)?$")
_PEOPLE = frozenset({"人", "户", "人次", "户次"})
_JOINS = frozenset("，,:：")
_NUMERAL = re.compile("[一二三四五六七八九十百千万两]")
_WHOLES = ("", "全省", "全市", "全县", "全区", "全州", "境内", "籍", "地区", "区域", "一带")
# 甲县城能见度: the town is what is measured.
_TOWN_OF = re.compile("城(?![镇乡市区])|级")
_LEVELS = frozenset("省市县区州旗盟")
_ALL_OF = ("全省", "全市", "全县", "全区", "全州", "全旗", "全盟")
_AMONG_BEFORE = re.compile(r"\x02[^，,、。\x02]{0,8}(?:[当之]?中|里[头面边]?)[，,]?(?:就|便)有$")
_AMONG = re.compile(r"[^，,、。\x02]{0,8}(?:[当之]?中|里[头面边]?)[，,]?(?:就|便)有\x02")
# 40桥24隧: the printed unit is what is built.
_WORKS = frozenset(("桥", "隧"))
_TIMES = frozenset(("分钟", "小时", "秒", "天"))
# 每5人中有一人, 每三秒，就有一人
_HAS_ONE = r"[^，,、。\x02]{0,10}(?:(?:[当之]?中|里[头面边]?)[，,]?(?:就|便|仅|只)?|[，,]?(?:就|便)(?:会|能|可)?)"
_EACH_OF = re.compile(rf"{_HAS_ONE}有\x02")
_OF_EACH = re.compile(rf"每\x02+{_HAS_ONE}$")
# 平均1小时8分2秒有1人死亡: so often one of them dies.
_ON_AVERAGE = re.compile(r"平均\x02+$")
_EVERY = re.compile(r"(?:左右)?，?(?:就|便)?有\x02")


def slot_of(text: str, quantity: Quantity) -> Slot:
    """The quantity as the naming sees it, with the noun that its printed unit is or holds."""
    printed = text[quantity.number_end : quantity.end]
    noun = ""
    if (
        printed == "方面"
        or printed in _WORKS
        or (printed[-1:] in _COUNTED_PLACES and printed and quantity.unit == "个")
    ):
        noun = printed
    elif printed.endswith("标准煤") and _SAVED.search(text, max(0, quantity.start - 6), quantity.start):
        noun = "标准煤"
    elif len(printed) > 1 and printed.endswith(_NOUNS_OF_UNITS):
        noun = "人口" if printed == "口人" else printed[-2:]
    return Slot(quantity.start, quantity.end, quantity.unit, quantity.kind, noun)


def joined(text: str, slots: Sequence[Slot]) -> frozenset[int]:
    """Offsets of delimiters that only part two members of one list (4.3万户，10.2万人; 1.1:50.3:48.6)."""
    return frozenset(
        here.end
        for here, then in pairwise(slots)
        if then.start == here.end + 1 and text[here.end] in _JOINS and _same_list(text, here, then)
    )


def _same_list(text: str, here: Slot, then: Slot) -> bool:
    """A comma joins households and persons, and numbers of one unit unless the second has words of its own."""
    if text[here.end] in ":：":
        return True
    if here.unit == then.unit:
        return not "\u3400" <= text[then.end : then.end + 1] <= "\u9fff"
    return {here.unit, then.unit} <= _PEOPLE


def in_ratio(masked: str, slot: Slot, sentence: Sentence) -> bool:
    """Whether the number is one of the pair in 12个人中就有一个."""
    if masked.find("有", slot.end, min(sentence.end, slot.end + 12)) >= 0 and _AMONG.match(
        masked, slot.end, sentence.end
    ):
        return True
    if masked[slot.start - 1 : slot.start] == "每" and _EACH_OF.match(masked, slot.end, sentence.end):
        return True
    times = slot.unit in _TIMES and masked.endswith("平均", sentence.start, slot.start)
    if times and _EVERY.match(masked, slot.end, sentence.end):
        return True
    if masked[slot.start - 1 : slot.start] != "有":
        return False
    if _ON_AVERAGE.search(masked[max(sentence.start, slot.start - 20) : slot.start - 1]):
        return slot.unit == "人"
    if _OF_EACH.search(masked[max(sentence.start, slot.start - 20) : slot.start - 1]):
        return True
    return _AMONG_BEFORE.search(masked[max(sentence.start, slot.start - 16) : slot.start]) is not None


def outside_places(
    text: str, quantities: Sequence[Quantity], areas: RegionScope
) -> tuple[list[Quantity], list[Reject]]:
    """The numbers that are no part of a place's name, and those that are (五棵树镇, 三道河村), as rejects."""
    spans = [
        (place.start, place.end)
        for place in areas.places
        if place.rule != "institution" and _NUMERAL.search(text, place.start, place.end)
    ]
    if not spans:
        return list(quantities), []
    starts = [start for start, _ in spans]
    kept: list[Quantity] = []
    named: list[Reject] = []
    for quantity in quantities:
        at = bisect_right(starts, quantity.start) - 1
        if at >= 0 and quantity.end <= spans[at][1] and not text[quantity.start].isdecimal():
            named.append(Reject(quantity.start, quantity.end, "name", "place"))
        else:
            kept.append(quantity)
    return kept, named


def lone_places(text: str, mentions: Sequence[RegionMention]) -> frozenset[str]:
    """Words that only say where and name nothing when they stand alone (其中南阳5例, 含美国48人, 广东全省80场)."""
    names = {text[mention.start : mention.end] for mention in mentions[:400] if text[mention.start] != "援"}
    names |= {word for _, _, word in pointed(text)} | {text[place.start : place.end] for place in named_abroad(text)}
    return frozenset(name + whole for name in names for whole in _WHOLES)


def place_names(text: str, mentions: Sequence[RegionMention]) -> tuple[str, ...]:
    """The area names that may be cut from a name: those that say their level (海南长臂猿 keeps its 海南)."""
    named = (mention for mention in mentions[:400] if not _TOWN_OF.match(text, mention.end))
    # 云南全省 is an area as 云南省 is.
    names = {text[m.start : m.end + 2 * text.startswith(_ALL_OF, m.end)] for m in named}
    return tuple(name for name in names if name[-1] in _LEVELS)
