"""Shares of a whole named in a clause of its own: 在已建的充电站中，公共的占到76% is of the 充电站."""

from __future__ import annotations

import re

from tasks.extract.indicators_phrases import MAX_NAME
from tasks.extract.indicators_state import Named, Telling
from tasks.extract.indicators_wording import SHARES

# 在骨干网里, 120条公路中
_WITHIN = re.compile(
    r"[\s\x01，]{0,16}+(?:而|但)?在?(?P<whole>[^，；。\x02]{2,36}?)(?:里面|里头|当中|之中|之内|之间|其中|[中里内])"
)
# 低保对象3.2万人里，脱贫人口占了四成
_BARE = re.compile("(?:[当之]中|里[面头]?|其中|中)[，,]?")
_WITHIN_ENDS = frozenset("面头中间内里")
_NO_WHOLE = re.compile(
    "(?:过程|期间|范围|方案|办法|意见|计划|安排|名单|文件|数据|统计|调查|审计|检查|活动|比赛|会议|报告|时间|规划|工作|讲话|采访|集|高|初|其|年|月|日|天|心|手|家|园|国|城|[市县省区镇村]境)$"
)
_OF = ("占", "是", "为", "都", "均", "已", "属", "来自", "有")
# 种粮的占六成: who or what has no noun of its own.
_HEADLESS = re.compile("的(?:部分|那部分|比例|占比|比重)?(?:占比)?$")
_SHARE = re.compile("(?:占比|比例|比重|份额|率)$")
# 接受检测的比例: a share that says itself of whom it is.
_OWN_SHARE = re.compile("[^占]的(?:比例|比重|份额)|[^比]率")
_SAME = 2
_FATE = re.compile("[未没被因尚仍已](?!婚|成年|来)")
_HAVE = re.compile("[\\s，]*(?:分别|仍|还|只|共|就|便|已)?有\x02")


def add_within(told: Telling) -> None:
    """Puts the whole that a sentence names beforehand in front of the shares of it, in place."""
    whole = ""
    for clause in told.sentence.clauses:
        words = told.masked[clause.start : clause.end]
        if not clause.quantities:
            whole = _whole(told, words) or whole
            continue
        for index in clause.quantities if whole else ():
            named = told.names[index]
            if told.slots[index].unit in SHARES and _is_of(told, index, clause.start):
                told.names[index] = _of_whole(named, whole)
            elif _HAVE.match(words) and _FATE.match(named.name) and whole[-_SAME:] not in named.name:
                # 转移支付中，有3亿元未按时下达: what became of them is of the whole as well.
                told.names[index] = named.called((whole + named.name)[-MAX_NAME:], named.rule)
        last = clause.quantities[-1]
        rest = told.masked[told.slots[last].end : clause.end]
        if told.slots[last].unit in SHARES:
            continue
        if _BARE.fullmatch(rest):
            whole = "" if told.names[last].name in told.lone else told.names[last].name
        elif _WITHIN.fullmatch(rest):
            whole = _whole(told, rest)


def _whole(told: Telling, words: str) -> str:
    """The whole that a clause names (在骨干网里), "" for any other."""
    found = _WITHIN.fullmatch(words) if words[-1:] in _WITHIN_ENDS else None
    if found is None or _NO_WHOLE.search(found["whole"]):
        return ""
    whole = told.wording.object(found["whole"])
    return "" if whole in told.lone else whole


def _is_of(told: Telling, index: int, start: int) -> bool:
    """Whether a share says of itself that it is a part."""
    slot = told.slots[index]
    before, after = told.masked[max(start, slot.start - 12) : slot.start], told.masked[slot.end : slot.end + 4]
    return "占" in before or "比重" in before or "比例" in before or after.startswith(_OF)


def _of_whole(named: Named, whole: str) -> Named:
    """The name of a share with its whole, unless it says it already."""
    if whole[-_SAME:] in named.name or _OWN_SHARE.search(named.name):
        return named
    part = _HEADLESS.sub("", named.name) if _HEADLESS.search(named.name) else named.name
    part = part if _SHARE.search(part) or "占" in part else part + "占比"
    return named.called((whole + part)[-MAX_NAME:], "within")
