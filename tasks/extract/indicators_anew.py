"""Clauses that need no subject from before although their words could take one (投资80万元建设冷库, 总户数5781户)."""

from __future__ import annotations

import re

from tasks.extract.indicators_frames import Slot
from tasks.extract.indicators_parts import SIZED
from tasks.extract.indicators_state import State
from tasks.extract.indicators_wording import SHARES, Wording

# 9个居民小组，总户数5781户; 少数民族人口1.7万人，总面积196平方公里: of the place, not of what was counted before.
_OF_THE_PLACE = re.compile(
    "(?:[全县市区镇乡村辖]|境内|行政区域)?(?:总?户数|总人口|常住人口|户籍人口|总面积|国土总?面积|土地总?面积|耕地面积|林地面积|面积)"
)
_DIVISION = re.compile(
    "(?:小组|居委会|村委会|委员会|社区|[县区市镇乡村屯寨]|街道|支部|公里|人口|人数|户数|[户人]|水库|学校|企业)$"
)
_PEOPLE = re.compile("(?:人口|人数|户数|居民|群众|劳动力|[^农]户)$")
_DISTANCE = re.compile("(?:[^，]{0,8}距|东西|南北)")
# 提供岗位59个，吸纳贫困户132人就业: what was done before takes in nobody.
_LIVING = ("人", "户", "名")
_DONE = re.compile("提供|增加|发放|办理|开展|组织|举办|解决|帮助|审批|引领|免费")
_TAKES_IN = re.compile("(?:吸纳|带动|辐射带动|惠及|辐射)[\u3400-\u9fff]{2}")
_LAND = frozenset(("亩", "平方公里", "公顷", "平方米"))
_TRADE = re.compile("(?:进出口|出口|进口)(?:总?[额值]|总量)?$")
_TRADED = re.compile("进出口|出口|进口|外贸|贸易")
_PULLS = re.compile("拉动(?:了)?(?:消费|内需|旅游|投资|就业)")
# 教育方面，投资6亿元实施8个项目
_FIELDS = ("方面", "领域", "层面")
_SERVED = re.compile("(?:报销|补偿|赔付)比例$|^人均增收$")
# 赵家村是典型的农业村，共有330户: those who live there.
_SETTLEMENT = re.compile(
    "(?!.*(?:行政|自然|示范|重点|贫困|脱贫|移民|搬迁|村庄|各|两|整治|试点|[户人数]))[\u3400-\u9fff]{1,9}(?:村|屯|寨|镇|乡|社区|小区|街道)"
)


def begins_anew(wording: Wording, state: State, slot: Slot, phrase: str, right: str) -> bool:
    """Whether the words around a number say what is measured without what was named before them.

    `phrase` and `right` are those before and behind the number, trimmed.
    """
    if right and slot.kind == "money" and wording.is_spending(phrase):
        return not (state.fresh and state.bare[-1].rstrip("，,").endswith(_FIELDS))
    if slot.kind == "money" and _PULLS.match(phrase):
        return True
    across = not state.carried and not state.bare
    if across and not right and _TRADE.fullmatch(phrase):
        return not _TRADED.search(state.earlier)
    return across and (
        (wording.is_deed(phrase) and (bool(right) or len(phrase) > 1)) or _SERVED.search(phrase) is not None
    )


def apart(owner: str, name: str, slot: Slot) -> bool:
    """Whether the owner that a name would take over cannot have what is measured."""
    if slot.unit in SHARES or not owner:
        return False
    if slot.unit in _LIVING and _DONE.match(owner) and _TAKES_IN.match(name):
        return True
    if _OF_THE_PLACE.fullmatch(name):
        return _DIVISION.search(owner) is not None or _DISTANCE.match(owner) is not None
    return slot.unit in _LAND and slot.unit in SIZED and _PEOPLE.search(owner) is not None


def is_settlement(name: str) -> bool:
    """Whether a name is nothing but a village, town or quarter (赵家村是典型的农业村，共有330户)."""
    return _SETTLEMENT.fullmatch(name) is not None
