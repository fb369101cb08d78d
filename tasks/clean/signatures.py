"""Lines that sign an article: who reported, alone in a line; the paper and its day in brackets."""

from __future__ import annotations

import re

from tasks.clean.dates import DAY
from tasks.clean.names import is_person, is_transcribed

MAX_SIGNED = 60
_ROLE = r"(?:全媒体|融媒体|融媒|见习|实习|特约|首席|特派|驻站)*(?:记者|通讯员|实习生)"
_HOUSE_AND_ROLE = re.compile(rf"[\u3400-\u9fff·+]{{0,14}}?{_ROLE}(?P<name>[\u3400-\u9fff·]{{2,9}}+)?+$")
_NAME = re.compile(r"[\u3400-\u9fff]{2,4}$|[\u3400-\u9fff]{1,6}·[\u3400-\u9fff]{1,8}$")
_SEPARATOR = re.compile(r"[\s、,，;；:：/|丨]+")
_SPACED = re.compile(r"(?<![\u3400-\u9fff])([\u3400-\u9fff])\s(?=[\u3400-\u9fff](?![\u3400-\u9fff]))")
_BRACKETS = "()（）[]【】□■●○◎◇◆ "
_HOUSE_ENDS = tuple("报网台社刊端媒号闻")
_WORK = frozenset(("文", "图", "文图", "图文", "文字", "报道", "摄影报道", "综合报道", "整理"))
_PAPER = r"[\u3400-\u9fff]{2,9}[报刊社网台志]"
# 【2009/08/11 聯合報】@ http://udn.com/
_ISSUED = re.compile(
    rf"[【\[(（〔〈]\s*(?:{DAY}[\s/,，]*《?(?P<after>{_PAPER})》?|《?(?P<before>{_PAPER})》?[\s/,，]*(?:19|20)\d\d[-/.年][^】\])）〕〉]{{2,12}})"
    r"[^】\])）〕〉]{0,12}[】\])）〕〉](?:\s*@?\s*(?:https?://)?[\w.-]*/?)?$"
)
_ALONE = re.compile(rf"[【(（]\s*《?(?P<alone>{_PAPER})》?\s*[】)）]$")


def is_staff(folded: str) -> bool:
    """Whether a folded line names who reported and nothing else (青石日报记者 周志远 通讯员 李敏)."""
    return bool(staff_of(folded))


def staff_of(folded: str) -> list[str]:
    """Those whom a folded line names as its reporters, where it says nothing else; [] for any other line."""
    if len(folded) > MAX_SIGNED or ("记者" not in folded and "通讯员" not in folded):
        return []
    names: list[str] = []
    roles = 0
    for part in filter(None, _SEPARATOR.split(_SPACED.sub(r"\1", folded.strip(_BRACKETS)))):
        role = _HOUSE_AND_ROLE.match(part)
        roles += role is not None
        name = part if role is None else role["name"] or ""
        if not roles and not name.endswith(_HOUSE_ENDS):
            return []
        if roles and name and name not in _WORK:
            names.append(name)
    if not roles or not names or not all(map(_NAME.match, names)):
        return []
    known = sum(1 for name in names if is_person(name) or is_transcribed(name))
    return names if known * 2 >= len(names) else []


def issuer_of(folded: str) -> str:
    """The paper that a line at an article's end names beside its day, in brackets, and nothing else; or "" ."""
    alone = _ALONE.match(folded)
    match = _ISSUED.match(folded) if len(folded) <= MAX_SIGNED and ("20" in folded or "19" in folded) else alone
    return (match[match.lastgroup or 0] or "") if match else ""
