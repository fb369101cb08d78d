"""Standards told by classes: behind 补贴标准： the line 重度残疾人每月90元 is the standard of those."""

from __future__ import annotations

import re

from tasks.extract.indicators_state import Telling
from tasks.extract.indicators_wording import SHARES

_HEAD = re.compile(
    r"[\s\x01一二三四五六七八九十\d（）()、.．]*(?P<head>[\u3400-\u9fff、]{2,20}?)"
    r"(?:(?:分别|统一|一律)?(?:按照?|依据?|根据)[^，。；：:\x02]{2,16}(?:分档|分类|确定|执行|发放|划分|计算|核定)(?:为|如下)?"
    r"|分为.{0,6}|分[\u3400-\u9fff]{1,4}|(?:具体)?如下|分别为|为|是|\x01*(?:起)?(?:调整|提高)为?)?"
)
_PAID = re.compile(
    "(?:补贴|补助|津贴|奖励|奖金|救助金?|抚恤金|保障金|救助|资助|票价|收费|房租|租金|(?<!年)费|价格|报酬|工资|标准|比例)$"
)
_RATIO = re.compile("(?:比例|折扣|费率|税率|利率|补贴|救助)$")
_NO_CLASS = re.compile(
    "[补津]贴|补助|奖|救助|[票房地物]价|价格|收费|费|租|工资|标准|比例|率|额|金|款|资|收入|支出|成本|投入|增|占|达到|每年|共|累计|合计"
)
_NO_SHARE = re.compile("比例|比重|占|增|率$|费$")
_LONGEST = 18


def add_standards(told: Telling) -> None:
    """Closes the names of classes behind a head and a colon by what it says they are paid, in place."""
    masked = told.masked
    head = ""
    for clause in told.sentence.clauses:
        if not clause.quantities:
            found = _HEAD.fullmatch(masked[clause.start : clause.end])
            colon = masked[clause.end : clause.end + 1] in "：:"
            head = found["head"] if colon and found and _PAID.search(found["head"]) else head if not colon else ""
            continue
        for index in clause.quantities if head else ():
            named, slot = told.names[index], told.slots[index]
            fits = slot.kind == "money" or (slot.unit in SHARES and _RATIO.search(head))
            own = named.rule in ("before", "list") and 1 < len(named.name) <= _LONGEST
            if fits and own and (_NO_CLASS if slot.kind == "money" else _NO_SHARE).search(named.name) is None:
                told.names[index] = named.called(named.name + head, "standard")
