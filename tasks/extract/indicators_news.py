"""What news of markets and polls leave to the sentence: which market it is that opened low, among whom 56% think so."""

from __future__ import annotations

import re

from tasks.extract.indicators_state import Telling
from tasks.extract.regions_markets import markets

_FAR = 90
# 开低走低, 终场, 盘中股价: how or when it moved, and not what.
_STATES = re.compile(
    "(?:[开走收低高平跌涨挫红黑]{2,}(?:(?![开走收低高平跌涨挫红黑])|(?=[开收]盘|[跌涨]幅))|一度|盘[中初]|[早午尾]盘|终场|[收开]盘|指数|大盘|逆势|翻[红黑]|由[红黑]翻[红黑]|升值|贬值|小幅|大幅)*"
    "(?:股价|指数|涨幅|跌幅)?"
)
_FUND = re.compile("[\u3400-\u9fffA-Za-z]{0,6}(?:ETF|基金)")
_POINTS = frozenset(("点", "%", "元", "分", "美元"))
# 在受访民众当中，七成的人…: among whom.
_AMONG = re.compile(
    "(?:^|[，。；,;\\n])(?:而|但|其中|此外)?在(?P<whom>[^，。；,;\x02\\n]{2,14}?)(?:[当之]?中|里)[，,]有?$"
)
# 由6月成长幅度20.8%增强: the same a month before.
_FROM = re.compile("(?:^|[，,；;])[由从][\x01月份度的]+(?:成长|增长|增|跌|涨)(?:幅度?|率|速度?)?的?$")
_LEAD = 24
# 「597」共: a label in quotation marks, and the one at the end of a name.
_LABEL, _LAST_LABEL = re.compile("[“「‘]([0-9A-Za-z]{1,8})[”」’](?:共|计|有|则|约)*"), re.compile("[0-9A-Za-z]+$")
_BARE_DEED = re.compile(
    "(?:共|总共|合计|累计)?(?:查获|起获|破获|侦破|查扣|省下|募得|寻获|(?:原定|原订|年度|全年)总?目标)"
)
_THAT_IS = frozenset(("也就是", "也就是说", "亦即", "即"))
_HEADS = frozenset(("人", "户"))


def add_news(told: Telling) -> None:
    """Puts the market, the fund or the people in front of names that lack them, in place."""
    for place, clause in enumerate(told.sentence.clauses):
        if clause.quantities and place:
            _that_is(told, place)
            _of_campaign(told, place)
        for index in clause.quantities:
            _labelled(told, index)
            slot, named = told.slots[index], told.names[index]
            if slot.unit not in _POINTS:
                continue
            if _STATES.fullmatch(named.name) and (what := _market(told, slot.start)):
                noun = named.name if named.name.endswith(("股价", "幅")) else ""
                told.names[index] = named.called(what + noun)
            elif slot.unit == "%":
                _of_whom(told, index, slot.start)
                _of_before(told, index, slot.start)


def _labelled(told: Telling, index: int) -> None:
    """末码「54」共86人；「597」共405人: a label in digits takes the place of the one before it."""
    named = told.names[index]
    label = _LABEL.fullmatch(named.before.strip())
    if label and label[1] not in named.name:
        told.names[index] = named.called(_LAST_LABEL.sub("", named.name) + label[1])


def _of_campaign(told: Telling, place: int) -> None:
    """启动查缉不法金流专案，共查获212案: what a deed without an object belongs to stands in the clause before."""
    here, before = told.sentence.clauses[place], told.sentence.clauses[place - 1]
    if before.quantities or here.opener not in "，,":
        return
    said = ""
    for index in here.quantities:
        named = told.names[index]
        if _BARE_DEED.fullmatch(named.name):
            said = said or told.wording.object(told.masked[before.start : before.end])
            told.names[index] = named.called(said + named.name)


def _that_is(told: Telling, place: int) -> None:
    """最贫穷的家庭，也就是160万户人家: a number of those whom the clause in front of it names."""
    here, before = told.sentence.clauses[place], told.sentence.clauses[place - 1]
    named = told.names[here.quantities[0]]
    if before.quantities or here.opener not in "，," or named.before.strip() not in _THAT_IS:
        return
    whom = told.wording.object(told.masked[before.start : before.end])
    if whom and (not named.name or told.slots[here.quantities[0]].unit in _HEADS):
        told.names[here.quantities[0]] = named.called(whom + named.name if named.name not in whom else whom)


def _of_whom(told: Telling, index: int, start: int) -> None:
    """在民主党人中，56%的人认为…: those among whom they are stand in the clause before."""
    named = told.names[index]
    if "人人" in named.name[1:]:
        told.names[index] = named.called(named.name[0] + named.name[1:].replace("人人", "人", 1))
    if not named.name.startswith("人") or not named.after.startswith("的人"):
        return
    among = _AMONG.search(told.masked, max(0, start - _LEAD), start)
    if among is None:
        return
    whom = among["whom"]
    told.names[index] = named.called(whom + named.name[told.wording.is_someone(whom) or whom.endswith("人") :])


def _of_before(told: Telling, index: int, start: int) -> None:
    """成长24.2%，由6月成长幅度20.8%增强: the rate that the one in front of it comes from has its name."""
    if index - 1 in told.names and _FROM.search(told.masked, max(0, start - _LEAD), start):
        told.names[index] = told.names[index].called(told.names[index - 1].name)


def _market(told: Telling, start: int) -> str:
    """The market or the fund that a sentence names last in front of an offset, "" for none."""
    low = max(told.sentence.start, start - _FAR)
    text = told.masked[low:start]
    last = max((market[:2] for market in markets(text)), default=None)
    fund = max((found.span() for found in _FUND.finditer(text)), default=None)
    if last and (fund is None or last[0] >= fund[0]):
        return text[slice(*last)]
    return text[slice(*fund)] if fund else ""
