"""What 以来 begins with where no date says it: a congress, an event."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tasks.extract.periods_words import CLAUSE_END, FLOW, last_clause

if TYPE_CHECKING:
    from tasks.extract.periods_document import Document

_STOPS = re.compile(
    "(?:[，,]|之?后|以后|起|开始)[^。；;\n0-9]{0,16}?"
    "(?:暂停|停运|停航|停办|停止|停产|停业|中止|中断|终止|取消|关闭|关停|撤销|结束)"
)
# 有监测记录以来最好水平, 建馆以来首次: how rare something is, no stretch that is counted.
_RARE = re.compile("以来的?(?:同期)?(?:最|历史|首|第[一二三])")


def stopped(document: Document, at: int) -> str | None:
    """When what a sum counts came to an end, where its sentence says so behind it (开行44班，2016年后航线暂停)."""
    end = document.next(at)
    if end is None or end.start >= document.sentence_end(at) or end.future or not end.period:
        return None
    return end.period if _STOPS.match(document.text, end.end) else None


def since_event(text: str, sentence: int, at: int) -> bool:
    """Whether 以来 stands behind an event that no date places (十八大以来, 项目启动以来)."""
    found = text.rfind("以来", sentence, at)
    dated = found > sentence and text[found - 1] in "年月日天号份旬初底末”"
    return found > sentence and not dated and text.find("。", found, at) < 0 and _RARE.match(text, found) is None


def event_behind(text: str, end: int, start: int) -> bool:
    """Whether a sum runs since an event that a clause behind the date's own names (5月以来…，工程启动以来共…); the date
    ends at `end`."""
    comma = CLAUSE_END.search(text, end, start)
    if comma is None or comma.start() <= end + 1 or not since_event(text, comma.end(), start):
        return False
    return FLOW.search(last_clause(text, start)) is not None
