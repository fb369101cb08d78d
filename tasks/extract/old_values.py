"""Values that a text calls old (原为1250元, 补贴原标准为110元), and old values of a pair that were only planned before
(计划招8人。…由8人加到12人)."""

from __future__ import annotations

import re

from tasks.extract.cues import ABOUT

_STANDARDS = (
    "(?:[\u4e00-\u9fff]{0,4}(?:补[助贴]|救助|养育|供养|低保|收费|生活|执行|补偿|工资)){0,2}"
    "(?:标准|定额|额度|限额|比例|水平)(?!化)"
)
# 原为, 原标准: unlike 原价, which may hold still, 原因 and 草原.
OLD = rf"(?<![草高平还复中])原(?:[为是仅只需要占](?![因料则])|{_STANDARDS})|(?<=[（(])原(?=[0-9]|$)"
_OLD_VALUE = re.compile(rf"(?:{OLD})(?:分别|都|均)?[为是]?(?:{ABOUT}|不足|只有)?(?:每[\u4e00-\u9fff]{{1,3}})*$")
_OLD_LIST = re.compile(rf"(?:{OLD})(?:分别|都|均)?[为是]?(?:[^，。；,;、]{{1,12}}、)+[^，。；,;、0-9]{{0,4}}$")
# 最低占比原来是72%: unlike 过去三年是8%.
_WAS = re.compile(
    rf"(?:原来|原先|早先|先前|此前|以前|从前|以往|过去)[还就都也均]?(?:只|仅)?(?:是|为|有|达|不到|不足)(?:{ABOUT})?(?:每[\u4e00-\u9fff]{{1,3}})*$"
)
# 80元的|生活补贴，今年将提高到|90元: what is still in force, and what takes its place in the same unit.
_TAKEN_OFF = re.compile(
    r"的(?!基础|目标)[^，。；,;0-9的]{2,16}[，,]?(?:从?[今明][年后天]|年内|近期|从?[^，。；,;的]{0,10}[起月日]|[，,]|将|要|拟|也|都|再|统一|全部|逐步|分别)*"
    r"(?:[上下]?调|提|增|涨|升|降|减|缩|扩)[^，。；,;0-9]{0,3}?[到至为](?P<new>[0-9][0-9.,]*[万亿]?)"
)
_PLANNED = re.compile(r"计划|打算|拟|预定|预计|原定|准备")
_REACH = 300
_FAR = 60


def is_old(clause: str) -> str:
    """The words of its clause before a number that make it the old value of something that is to change, or ""."""
    found = (_OLD_VALUE.search(clause) or _OLD_LIST.search(clause)) if "原" in clause else None
    found = found or _WAS.search(clause)
    return found.group() if found else ""


def to_be_replaced(text: str, end: int) -> bool:
    """Whether what a number counts is the subject of a change to another value in its unit (80元的补贴将提高到90元)."""
    if text[end : end + 1] != "的":
        return False
    found = _TAKEN_OFF.match(text, end, end + _FAR)
    return found is not None and text.startswith(text[end - 1], found.end())


def planned_before(text: str, start: int, end: int) -> bool:
    """Whether the text has told the same amount as planned not far before (计划招8人)."""
    mention, low = text[start:end], max(0, start - _REACH)
    at = text.rfind(mention, low, start)
    while at > low:
        begin = max(text.rfind(sign, low, at) for sign in "，。；\n,;") + 1
        if not text[at - 1].isdigit() and _PLANNED.search(text, begin, at):
            return True
        at = text.rfind(mention, low, at)
    return False
