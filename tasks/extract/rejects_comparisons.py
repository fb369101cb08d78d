"""Numbers that only give an idea of a size: so many countries or lakes that something is as large as."""

from __future__ import annotations

import re

from tasks.extract.cues import any_of
from tasks.extract.rejects_context import Place, Verdict

_FEW = 100
_EQUALS = re.compile(rf"{any_of('equals')}(?:了|大?约|将?近|差不多|整整|至少|上|得上)*$")
# 够灌满3个西湖; 可以种满5个大棚 is what was done.
_FILLS = re.compile("(?:够|能|可以?|足以)[\u3400-\u9fff]{0,2}(?:灌|装|铺|填|盛|注|堆|覆盖|塞)满了?$")
_LANDMARK = re.compile("(?:标准)?(?:足球场|游泳池|泳池|西湖|故宫|天安门|鸟巢|水立方|[\u3400-\u9fff]{1,4}[湖海岛洋])")
# 相当于新建了12座2000人的学校: as if so many had been made, and how large each would be.
_MADE = frozenset(("thing", "person"))
_LIKENED = ("相当于", "等于", "好比", "如同")
_AS_IF_MADE = re.compile(
    "(?:相当于|等于|好比|如同)[^，。；,;\\d]{0,10}?(?:[新再]?[建造种栽添]|增加|多|少)[了出建开]?(?:\\d{1,4}[\u3400-\u9fff]{1,2})?$"
)
# 比两个海南岛还大, 比两个澳大利亚的人口还多
_MORE_THAN = re.compile("比(?:大?约|将?近|整整)?$")
_STILL = re.compile("[^，。；,;\\d]{1,14}?(?:还要?|都要?|更|总和|加起来|之和)")


def comparison(place: Place) -> Verdict | None:
    """抵得上三个荷兰的人口, 比两个海南岛还大: what something is likened to, which nobody counted."""
    amount = place.amount
    likened = amount.dimension in _MADE and any(word in place.before for word in _LIKENED)
    if likened and _AS_IF_MADE.search(place.before):
        return "idiom", "comparison"
    if amount.dimension != "thing" or amount.value > _FEW or amount.high is not None:
        return None
    filled = "满" in place.before and _FILLS.search(place.before) and _LANDMARK.match(place.after)
    alike = _EQUALS.search(place.before) or filled
    if alike or ("比" in place.before and _MORE_THAN.search(place.before) and _STILL.match(place.after)):
        return "idiom", "comparison"
    return None
