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
_PLANNED = re.compile(r"计划|打算|拟|预定|预计|原定|准备")
_REACH = 300


def is_old(clause: str) -> str:
    """The words of its clause before a number that make it the old value of something that is to change, or ""."""
    found = (_OLD_VALUE.search(clause) or _OLD_LIST.search(clause)) if "原" in clause else None
    return found.group() if found else ""


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
