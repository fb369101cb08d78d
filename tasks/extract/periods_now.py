"""Numbers behind words of now (目前, 眼下) that are of the year all the same."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from tasks.extract import periods_words as cues
from tasks.extract.periods_document import Document
from tasks.extract.periods_roles import until_now
from tasks.extract.periods_stamps import Stamp
from tasks.extract.periods_sums import sums_so_far

_UP_TO_NOW = frozenset({"至今", "迄今", "迄今为止"})
_NOW = frozenset({"现在", "今天", "如今", "今"})
# 已为村民看病3000人次, 讲了100多场: what was done.
_DONE = re.compile("已?经?[为向给替帮让][\u4e00-\u9fff]{3,}|[\u4e00-\u9fff][了过]$")
_DONE_BEFORE = re.compile(
    "(?:已?经?[为向给替帮让][\u4e00-\u9fff]{3,40}|已[\u4e00-\u9fff]{2,40}|[\u4e00-\u9fff][了过])[0-9]"
)
_MONTH = len("2016-03")
_HOUR = re.compile(r"(?<![0-9.])[0-9一二三四五六七八九十]{1,3}[时点](?![间代段])")
_MEASURED = re.compile("监测|观测|统计|数据|资料|截至")
_LEAD = 8
# So many days back a count up to an hour still is one of now.
_FRESH = 3
_ASIDE = frozenset({"base", "same", "title", "noted", "now"})


def of_now(document: Document, stamp: Stamp, outer: Sequence[Stamp], start: int, end: int, measure: str) -> str | None:
    """What words of now are for a number: their month, the year they are of, or all the time since what began."""
    period = stamp.period or ""
    if of_year(document.text, start, end, measure) or stands(document, stamp, start, end):
        return period[:4]
    since = _since_begun(document, stamp, outer, start) if measure == "level" else None
    return since or _of_the_hour(document, stamp, outer) or period


def _of_the_hour(document: Document, stamp: Stamp, outer: Sequence[Stamp]) -> str | None:
    """The day up to an hour of which a sentence has counted or measured (截至晚间11点，4人送医，目前仍有2人待救)."""
    day = next((s for s in outer if s.role not in _ASIDE), None)
    if day is None or not day.daily or day.future or day.role != "anchor" or document.published is None:
        return None
    age = (document.published - dt.date.fromisoformat(day.period or "")).days
    text = document.text
    hour = _HOUR.search(text, day.start, stamp.start)
    measured = day.until or _MEASURED.search(text, max(document.sentence(day.start), day.start - _LEAD), stamp.start)
    return day.period if 0 <= age <= _FRESH and hour and measured else None


def _since_begun(document: Document, stamp: Stamp, outer: Sequence[Stamp], start: int) -> str | None:
    """The time since the date before 至今 for a sum of what was done (2012年，他回到家乡，至今已看病3000人次)."""
    text, printed = document.text, document.text[stamp.start : stamp.end]
    if printed not in _UP_TO_NOW and not (printed in _NOW and text[stamp.start - 1 : stamp.start] == "到"):
        return None
    if not _was_done(text[stamp.end : start], cues.last_clause(text, start)):
        return None
    told = next((s for s in [*outer, *_of_last_sentence(document, stamp)] if s.role not in _ASIDE), None)
    begun = (told.period or "") if told and told.role == "anchor" and not told.until else ""
    if document.published is None or not begun or "/" in begun or len(begun) > _MONTH:
        return None
    return until_now(begun, document.published) if begun < document.published.isoformat()[: len(begun)] else None


def _was_done(said: str, clause: str) -> bool:
    """Whether the words before a number, the last ones in its clause, tell what was done, be it told in an earlier
    clause that this one goes on with (已争取资金600万元，修通道路12公里)."""
    if sums_so_far(clause) or _DONE.search(clause):
        return True
    return _DONE_BEFORE.search(said) is not None and not (cues.STATE.search(clause) or cues.HAS.search(clause))


def _of_last_sentence(document: Document, stamp: Stamp) -> list[Stamp]:
    """The dates of the sentence before, in the paragraph of a stamp that opens its own."""
    sentence = document.sentence(stamp.start)
    first, last = document.sentence_before(sentence)
    near = document.text.find("\n", last, sentence) < 0 and not document.text[sentence : stamp.start].strip()
    return document.before(first, last) if near else []


def of_year(text: str, start: int, end: int, measure: str) -> bool:
    """Whether a number that stands behind 目前 is of the year, since it is compared with the year before."""
    clause = cues.last_clause(text, start)
    return cues.OVER_LAST.search(clause) is not None or (
        measure == "level" and cues.OVER_LAST_NEXT.match(text, end) is not None
    )


def stands(document: Document, stamp: Stamp, start: int, end: int) -> bool:
    """Whether 眼下 only opens a scene in which a number stands for good (眼下，千亩稻田进入灌浆期), unlike what has
    been reached by now (眼下，已收获八成)."""
    if document.text[stamp.start : stamp.end] != "眼下":
        return False
    clause_end = document.clause_end(end)
    if cues.REACHED.search(document.text, stamp.end, clause_end):
        return False
    clause = document.text[stamp.end : start]
    counted = cues.HAS.search(clause) or cues.PREDICATE.search(clause) or cues.FLOW.search(clause)
    if counted and not cues.STANDING.search(clause):
        return False
    return "已" not in cues.last_clause(document.text, start) + document.text[end:clause_end]
