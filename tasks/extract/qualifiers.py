"""Bound words on either side of a number: 近, 超过, 不低于, 最多 … before it, 以上, 左右, 以内 … behind it.

The words are data (`bounds.csv`); a word marked `gap` also works from further back in the clause
(每日最多开行动车组列车38列).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tasks.vocabulary import either, read_csv

_CLAUSE_END = frozenset("，。；：、！？\n,;:!?（）()“”")
# 不得低于当地最低生活保障标准的1.5倍: the bound stands before what the number is a part or a multiple of.
_GAP, _GAP_OF = 14, 24
# 跌至1.2910一线, 在5元上方: beside a price these are bounds, beside a count they say who or where (3000名一线职工).
_OF_PRICES, _PRICED = frozenset(("一线", "附近", "上方", "下方")), frozenset("0123456789元点")
# 上百, 过七成, 过60%
_LARGE = re.compile(r"[百千万亿十]|(?:[一二三四五六七八九两]|[0-9]{1,2}(?:\.[0-9]{1,2})?)(?:[成%％])")
# A bound word of one character that is a piece of another word before it.
_PIECE = {
    "近": "附最远邻临靠将亲新贴",
    "约": "节合签制公预条契违集简履毁邀缔婚和特守",
    "超": "赶中反高英女欧西意德买卖",
    "上": "以加之网线乘年月日周路车身地早晚马",
    "过": "通超经不难渡度透越胜",
    "破": "侦突打爆看告识残攻揭劈撞查",
}
# 贸易入超 is a word, 收入超100亿元 and 支出超预算 are a bound behind another one.
_TRADED, _SPENT = ("入", "出"), frozenset("收投流引进注买支输产付转")
# 超过播种面积的60%, 不到库容的一半: the bound stands before what the share is of.
_OF_WHOLE = re.compile(
    r"(?<!不)(超过|不到|不足)了?(?![^，。；、\n\d]{0,12}(?:平均|规定|标准|要求))[\u3400-\u9fff]{2,12}的$"
)


# 加快2个点了, 最近80岁了 and 比原来快20分钟了 tell of no such thing.
_SOON = re.compile("(?:(?<![加更最附赶])[快近]要?|马上就?要?|即将|眼看就?要?)(?:到|有|满|达到?)?$")
_MOST = re.compile("最[高大多](?!的)[\u3400-\u9fff]{1,6}?(?:可|能)(?:以?达到?|到|达)?$")
# 没有超出4%, 从未突破3%
_NEVER = re.compile("(?:没有?|从未|未曾?|不曾)(?:能|有)?$")
_LEAD = 4
# 逾新台币9亿元, 涨破每桶100美元, 飙破摄氏40度: what stands between a bound and its number.
_SCALE = re.compile("(?:(?:新台|人民|台|港|日|韩|加|澳)币|每(?:桶|股|盎司|公斤|吨|坪|平方米)|摄氏)$")
_SCALES = frozenset("币桶股司斤吨坪米氏")
_FASTER = re.compile("[比较][^，。；,;]*$")
_REACHED = frozenset("达到可能")


class _Words(NamedTuple):
    """The bound words: before and behind a number, those that work from afar, and first and last letters to skip by."""

    before: dict[str, str]
    after: dict[str, str]
    far: re.Pattern[str]
    gap: dict[str, str]
    last_before: frozenset[str]
    first_after: frozenset[str]
    first_far: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    gap: dict[str, str] = {}
    for row in read_csv("bounds.csv"):
        (before if row["side"] == "before" else after)[row["word"]] = row["qualifier"]
        if row["gap"]:
            gap[row["word"]] = row["qualifier"]
    far = re.compile(either(gap))
    last, first = frozenset(word[-1] for word in before), frozenset(word[0] for word in after)
    return _Words(before, after, far, gap, last, first, frozenset(word[0] for word in gap))


def bound(text: str, start: int, end: int, floor: int) -> str | None:
    """The bound that words around text[start:end] set, or None; nothing before `floor` is read."""
    words = _words()
    ahead = _before(text, start, floor, words)
    if ahead in ("min", "max"):
        return ahead
    return _after(text, end, words) or ahead or _far(text, start, floor, words) or _nearly(text, start, end, floor)


def _nearly(text: str, start: int, end: int, floor: int) -> str | None:
    """The bound of what something is soon to reach (快80岁了, 马上就有2万亩了) or reaches at most (最高节水可达50%)."""
    low = max(floor, start - _GAP)
    if text[start - 1 : start] in _REACHED and _MOST.search(text, low, start):
        return "max"
    if text.startswith("了", end) and (soon := _SOON.search(text, low, start)):
        return None if _FASTER.search(text, low, soon.start()) else "about"
    return None


def _before(text: str, start: int, floor: int, words: _Words) -> str | None:
    at = start
    while at > floor and text[at - 1] in "了 ":
        at -= 1
    if text[at - 1 : at] in _SCALES and (scale := _SCALE.search(text, max(floor, at - _LEAD), at)):
        at = scale.start()
    if at <= floor or text[at - 1] not in words.last_before:
        return None
    for length in range(min(8, at - floor), 0, -1):
        word = text[at - length : at]
        qualifier = words.before.get(word)
        if qualifier is not None:
            if length == 1 and not _stands_alone(text, at, word):
                return None
            never = qualifier == "over" and _NEVER.search(text, max(floor, at - length - _LEAD), at - length)
            return "under" if never else qualifier
    return None


def _stands_alone(text: str, at: int, word: str) -> bool:
    if at > 1 and text[at - 2] in _PIECE.get(word, ""):
        return False
    if word == "超" and text[at - 2 : at - 1] in _TRADED and text[at - 3 : at - 2] not in _SPENT:
        return False
    return word not in "上过" or _LARGE.match(text, at) is not None


def _after(text: str, end: int, words: _Words) -> str | None:
    at = end + (text[end : end + 1] == " ")
    if text[at : at + 1] not in words.first_after:
        return None
    return words.after.get(_word_behind(text, end, words.after))


def _word_behind(text: str, end: int, after: dict[str, str]) -> str:
    """The longest bound word right behind a number, "" for none."""
    at = end + (text[end : end + 1] == " ")
    for length in range(5, 1, -1):
        word = text[at : at + length]
        if word in after and (word not in _OF_PRICES or text[end - 1] in _PRICED):
            return word
    return ""


def _far(text: str, start: int, floor: int, words: _Words) -> str | None:
    """A bound word earlier in the same clause with no other number in between."""
    stop = max(floor, start - (_GAP_OF if text[start - 1 : start] == "的" else _GAP))
    if words.first_far.isdisjoint(text[stop:start]):
        return None
    at = start
    while at > stop and text[at - 1] not in _CLAUSE_END:
        at -= 1
    found = [match[0] for match in words.far.finditer(text, at, start) if not text.startswith("的", match.end())]
    return words.gap[found[-1]] if found else None


def bound_of_share(text: str, start: int) -> str | None:
    """The bound of a share that is said of a whole named in between (超过播种面积的60%)."""
    found = _OF_WHOLE.search(text, max(0, start - 18), start) if text[start - 1 : start] == "的" else None
    return None if found is None else "over" if found[1] == "超过" else "under"


def reach_of_bound(text: str, start: int, end: int) -> tuple[int, int]:
    """The span widened by the bound words that touch it: 大于等于100, 500以上."""
    before, after = _words().before, _words().after
    first, last = start, end
    for length in range(min(8, start), 0, -1):
        if text[start - length : start] in before:
            first = start - length
            break
    if word := _word_behind(text, end, after):
        last = end + (text[end : end + 1] == " ") + len(word)
    return first, last
