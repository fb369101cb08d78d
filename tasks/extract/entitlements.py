"""What rules give those they are for: leave, hours off, subsidies. Such a figure is a standard in force, a fact.

女职工享受98天产假, 难产的，增加产假15天, 安排1小时哺乳时间: a verb that gives or a noun of what is given stands by it.
Terms (产假期满后15天内), cases (怀孕满4个月的) and penalties have neither.
"""

from __future__ import annotations

import re

from tasks.extract.cues import any_of

_EACH = r"(?:每[人月年天日次户胎孩个一]{1,2}|一次性|不少于|不低于|至少|最[长高多])"
_GIVES = re.compile(rf"{any_of('grants')}[^，。；;,：:0-9]{{0,12}}$")
_GIVEN = re.compile(rf"的?[\u3400-\u9fff]{{0,6}}?{any_of('benefits')}")
_NAMED = re.compile(
    rf"(?!免费){any_of('benefits')}(?:期限?|标准|天数|时间|时长)?(?:延长|增加|再|各|均|都|可|为|是|按|{_EACH})*$"
)
# 骗取补助5000元, 停发津贴3个月, 给予警告3次并处停发补贴: what a rule takes or threatens.
_WITHHELD = re.compile(rf"{any_of('withheld')}[^，。；;,]*$")
_TAKES = re.compile(rf"[\u3400-\u9fff]{{0,6}}?{any_of('withheld')}")
_TERM = re.compile("以[上下内外]|之?[内外前后]|的?[，,。；]?(?:罚款|拘留|违约金)|的[，,]|的?标准[，,]")
_REACH = 30


def is_given(before: str, after: str) -> bool:
    """Whether the amount between `before` and `after` is what a rule gives."""
    lead = before[-_REACH:]
    if _TERM.match(after) or _WITHHELD.search(lead) or _TAKES.match(after):
        return False
    return _NAMED.search(lead) is not None or (_GIVES.search(lead) is not None and _GIVEN.match(after) is not None)
