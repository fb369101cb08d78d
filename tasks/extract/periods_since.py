"""What 以来 begins with where no date says it: a congress, an event."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from tasks.extract.periods_roles import until_now
from tasks.extract.periods_words import CLAUSE_END, CONGRESSES, FLOW, WORDS, last_clause
from tasks.vocabulary import either

if TYPE_CHECKING:
    from tasks.extract.periods_document import Document

_REACH = 400
_STOPS = re.compile(
    "(?:[，,]|之?后|以后|起|开始)[^。；;\n0-9]{0,16}?"
    "(?:暂停|停运|停航|停办|停止|停产|停业|中止|中断|终止|取消|关闭|关停|撤销|结束)"
)
_BEGAN: dict[str, str] = {**CONGRESSES, **WORDS["eras"]}
_ERA = re.compile(f"({either(_BEGAN)})(?:{either(WORDS['eras_began'])}){{0,2}}以来")


def since_congress(text: str, sentence: int, at: int, published: dt.date) -> str | None:
    """The months, or the years, from a congress or another beginning that has a name to the publication
    (十八大以来，…投入; 改革开放以来，…); None within its first year."""
    named = list(_ERA.finditer(text, sentence, at))
    held = _BEGAN[named[-1][1]] if named else published.isoformat()
    now = published.isoformat()[: len(held)]
    return f"{held}/{now}" if held[:4] < now[:4] else None


def stopped(document: Document, at: int) -> str | None:
    """When what a sum counts came to an end, where its sentence says so behind it (开行44班，2016年后航线暂停)."""
    end = document.next(at)
    if end is None or end.start >= document.sentence_end(at) or end.future or not end.period:
        return None
    return end.period if _STOPS.match(document.text, end.end) else None


def begun_since(document: Document, sentence: int, at: int) -> str | None:
    """The time since what 以来 counts from (开园以来已接待…), where the text has told not far before when that was
    (2023年5月1日开园，…)."""
    text, published = document.text, document.published
    if published is None or not since_event(text, sentence, at):
        return None
    found = text.rfind("以来", sentence, at)
    low = max(0, found - _REACH)
    told = text.find(text[found - 2 : found], low, found - 2)
    dated = document.before(max(low, document.sentence(told)), told) if told >= 0 else []
    if not dated or dated[0].role != "anchor" or dated[0].future or CLAUSE_END.search(text, dated[0].end, told):
        return None
    period = dated[0].period or ""
    return until_now(period, published) if "/" not in period and period[:7] < published.isoformat()[:7] else None


def since_event(text: str, sentence: int, at: int) -> bool:
    """Whether 以来 stands behind an event that no date places (十八大以来, 项目启动以来)."""
    found = text.rfind("以来", sentence, at)
    return found > sentence and text[found - 1] not in "年月日天号份旬初底末”" and text.find("。", found, at) < 0


def event_behind(text: str, end: int, start: int) -> bool:
    """Whether a sum runs since an event that a clause behind the date's own names (5月以来…，工程启动以来共…); the date
    ends at `end`."""
    comma = CLAUSE_END.search(text, end, start)
    if comma is None or comma.start() <= end + 1 or not since_event(text, comma.end(), start):
        return False
    return FLOW.search(last_clause(text, start)) is not None
