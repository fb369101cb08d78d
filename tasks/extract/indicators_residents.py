"""Those who live in a place or belong to a school, told without either (全村有690户; 小学2所。招生300人)."""

from __future__ import annotations

import re

from tasks.extract.cues import ABOUT
from tasks.extract.indicators_frames import Frame

LIVING = {"户": "户数", "人": "人口"}
# 全村有690户，2800多人: who lives there.
_RESIDENTS = re.compile(
    r"(?:村|寨|屯|庄|镇|乡|县|旗|社区|小区|街道|组|当地|这里|岛上|库区)(?:里|中|内|上)?(?:一?共|总共|现|目前|原)*(?:有|住着?|居住着?|生活着?)"
    rf"(?:{ABOUT}|超过?)?$"
)
# 成为拥有67户200余人的边境乡
_HAS = re.compile(f"(?:拥有|只有|仅有){ABOUT}?$")
_PLACE_BEHIND = re.compile(r"的[^，。；\x02]{0,16}(?:[乡村镇屯寨]|社区|村庄|小镇|村落)(?:[，。；\n]|$)")
_DIVISION = re.compile("(?:小组|村民组|自然村|行政村|[村屯寨社]|社区)$")
_LINKS = " 、，,共有计现"
_ENDS = "。！\n "
_PUPILS = frozenset(("招生", "在校生", "毕业生", "专任教师", "教职工", "在园幼儿", "入园幼儿", "在校学生"))
# 脱贫县农村居民人均可支配收入8000元。人均消费支出5000元
_SPENDING = frozenset(("人均消费支出", "人均生活消费支出"))
_RESIDENTS_OF = re.compile("([\u3400-\u9fff]{0,12}(?:居民|农民|牧民))人均(?:可支配|纯)收入")
_SCHOOLS = re.compile(
    "(?:普通|各类)?(?:(?:高等|高职|职业)院校|义务教育阶段|义务教育|学前教育|特殊教育|高等教育|成人高等教育|中等职业教育|职业教育|研究生教育"
    "|小学|初中|高中|普高|中职|本科|幼儿园|高中阶段|高等|中等职业|特殊|技工|[初高]级中学|职业中学|中学|完全中学"
    "|职业高中|中专|高校|大学)(?:学校)?"
)


def lives_in(name: str, counted: str, before: str) -> bool:
    """Whether households or people told behind divisions of a place are those of the place (6个小组，222户，1350人)."""
    return counted == "个" and not before.strip(_LINKS) and _DIVISION.search(name) is not None


def of_whom(phrase: str, last: str, earlier: str) -> str:
    """The schools or residents that figures told without them are of (小学2所。招生300人), "" for none."""
    if phrase in _SPENDING:
        residents = _RESIDENTS_OF.match(last) or _RESIDENTS_OF.match(earlier)
        return residents.group(1) if residents else ""
    if phrase not in _PUPILS:
        return ""
    found = _SCHOOLS.match(last) or _SCHOOLS.match(earlier)
    return found.group() if found else ""


def are_residents(frame: Frame) -> bool:
    """Whether those counted live in the place before them (全村有690户) or behind (拥有67户的边境乡)."""
    if not frame.after.strip(_ENDS):
        return _RESIDENTS.search(frame.before) is not None
    return _HAS.search(frame.before) is not None and _PLACE_BEHIND.match(frame.after) is not None
