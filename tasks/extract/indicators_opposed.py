"""Clauses that leave out what the one before them measures (甲系统的造价为400元，而乙系统为250元), pairs that one word
holds (存贷款余额分别为) with their growth, shares of a market, ranks, and what so many people feel.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from tasks.extract.indicators_elided import elided_words
from tasks.extract.indicators_phrases import MAX_NAME
from tasks.extract.indicators_state import RATES, Named, Telling
from tasks.vocabulary import either

_COPULA = re.compile("(?:则|约|仅|只|已|也|可)*(?:为|是|达到?|只有|有)(?:约|大约|近)?$")
_MEASURED = re.compile("(?P<whose>[\u3400-\u9fff]{2,12})的(?P<what>[\u3400-\u9fff]{2,8})")
_WHOSE = re.compile(
    "(?:而|但|相比之下，?)?(?P<whose>[\u3400-\u9fffA-Za-z]{2,12}?)(?:则|约|仅|只|已|也|可)*(?:为|是|达到?|只有)(?:约|大约|近)?"
)
_TAIL = 2
_RESPECTIVELY = "分别"
_GROWN = re.compile("分别(?:同比|环比)?(?:增长|增加|下降|减少|上升|提高|回落|下滑|上涨|下跌|多增|少增)了?$")
_NO_SUBJECT = frozenset(("carried name", "carried subject", "list", "same clause"))
_MARKET = re.compile("市场份额|市场占有率|市占率")
_HOLDS = re.compile("(?:独占|占据|占有|占比?)(?:了|达|为|近|约|超过?)?$")
_RANKED = re.compile("(?:排名|排行|位次)$")
_FELT = re.compile(
    "(?:以上|左右|以下)?的(?P<all>[^，。；：\x01\x02\n]{3,30}、[^，。；：\x01\x02\n]{2,16})(?=[，。；\n]|$)"
)
_LINE_BACK = 10


@cache
def _pairs() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """Words that hold two things (存贷款), and both of them."""
    told = {word: tuple(both) for word, both in elided_words()["pairs"].items()}
    return re.compile(either(told)), {word: (both[0], both[1]) for word, both in told.items()}


def add_opposed(told: Telling) -> None:
    """Names what such clauses leave out, in place."""
    said = told.masked[told.sentence.start : told.sentence.end]
    if _RESPECTIVELY in said:
        _add_pairs(told)
    market = _MARKET.search(said)
    last: int | None = None
    for index in sorted(told.names):
        named, slot = told.names[index], told.slots[index]
        if last is not None and told.slots[last].unit == slot.unit:
            _measure(told, last, index)
        if slot.unit == "名次" and _RANKED.search(told.masked, max(0, slot.start - _LINE_BACK), slot.start):
            _end_with(told, index, "排名")
        behind = market is not None and told.sentence.start + market.start() < slot.start
        if market and behind and slot.unit == "%" and _HOLDS.search(named.before) and not _MARKET.search(named.name):
            _end_with(told, index, market[0])
        if slot.unit == "%" and named.rule == "after" and (felt := _FELT.match(told.masked, slot.end)):
            told.names[index] = named.called(f"{felt['all']}比例")
        last = index


def _end_with(told: Telling, index: int, word: str) -> None:
    """A name with a word at its end that it does not have."""
    named = told.names[index]
    if word not in named.name:
        told.names[index] = named.called((named.name + word)[-MAX_NAME:])


def _measure(told: Telling, last: int, index: int) -> None:
    """What the figure before measures, for one of something else that says only whose it is."""
    named, whole = told.names[index], told.names[last]
    if named.rule != "before" or not _COPULA.search(whole.before.rstrip()):
        return
    first, then = _MEASURED.search(whole.name), _WHOSE.fullmatch(named.before.strip("，, \n"))
    if first is None or then is None or "的" in then["whose"]:
        return
    alike = first["whose"][-_TAIL:] == then["whose"][-_TAIL:]
    if alike and then["whose"] != first["whose"]:
        told.names[index] = named.called(f"{then['whose']}的{first['what']}", "opposed")


def _add_pairs(told: Telling) -> None:
    """The two things that one word holds by themselves, and what grew of each that the clause before told."""
    pattern, held = _pairs()
    for clause in told.sentence.clauses:
        last = told.slots[clause.quantities[-2]].start if len(clause.quantities) > 1 else clause.start
        word = pattern.search(told.masked, clause.start, last)
        told_in_turn = told.masked.find(_RESPECTIVELY, word.end(), last) if word else -1
        if word is None or told_in_turn < 0:
            continue
        for first, second in pairwise(clause.quantities):
            if told.slots[first].start < told_in_turn:
                continue
            if told.names[second].rule == "list" and told.names[second].name == told.names[first].name:
                for index, one in zip((first, second), held[word[0]], strict=True):
                    _replaced(told, index, word[0], one)
    for before, clause in pairwise(told.sentence.clauses):
        if _grows_alike(told, before.quantities, clause.quantities, clause.start):
            for whose, index in zip(before.quantities, clause.quantities, strict=True):
                told.names[index] = told.names[index].called(told.names[whose].name, "list")


def _replaced(told: Telling, index: int, word: str, one: str) -> None:
    named: Named = told.names[index]
    told.names[index] = named.called(named.name.replace(word, one, 1))


def _grows_alike(told: Telling, before: tuple[int, ...], here: tuple[int, ...], start: int) -> bool:
    """Whether a clause tells by what rates those that the clause before lists have moved, one by one."""
    if len(before) != len(here) or len(here) < _TAIL or any(told.slots[index].unit not in RATES for index in here):
        return False
    both = (
        _GROWN.search(told.masked[start : told.slots[here[0]].start]) is not None
        and told.names[before[1]].rule == "list"
    )
    return both and all(told.names[index].rule in _NO_SUBJECT for index in here)
