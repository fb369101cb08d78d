"""Dates behind a number that tell its time: 20万件物资，今天已全部运抵; 3268万人！这是截至9月底…; 12个村2018年脱贫."""

from __future__ import annotations

import re

from tasks.extract import periods_words as cues
from tasks.extract.periods_document import Document
from tasks.extract.periods_stamps import Stamp

_EXPLAINED = re.compile(r"(?:左右|以上|多)?[！!，,。—]{1,2}这(?:就|正|便)?是(?:截[至止]|[截到在]|我国|全国)?")
_TOPIC = re.compile(r"[一-鿿、]{1,16}$")
_NOUN = re.compile(
    r"(?![的以左])(?:[一-鿿]{1,8}(?:《[^《》\n]{1,24}》)?(?:[（(][一-鿿]{1,4}[）)])?(?<![从自由于在到至比较与和对的是])"
    r"|(?:(?!可能|[曾被说称定判])[一-鿿]){1,8}(?:[（(][一-鿿]{1,4}[）)])?[已均都也将又]*[于在])"
)
_LEADS_TO = re.compile("[已均都也将又]*[于在]$")
# 300户1200人、4个村已于去年底脱贫, 10县市于2018年达标: all that a date behind the last of a list tells of.
_LIST_TO = re.compile(
    "(?:(?:(?!可能|[曾被说称判定])[一-鿿、]){0,16}[0-9][0-9.,]*){1,6}(?:(?!可能|[曾被说称判定])[一-鿿、]){0,16}[于在]|[已均都也]*于"
)
_SIZES = frozenset("米里瓦岁元钱斤吨度%％亩积")
# 46个县的评价会今天举行: of the meeting; 两座游乐场当天重开: of what the day brought.
_EVENT = re.compile("的|[会式动赛坛展班节]$")
_OPEN = frozenset({"的", "开", "，", ",", "。", ""})
_REACH = 16
_CLOSE = 150
_CLOSES = re.compile(
    r"(?:——|—|[。！，,])(?:这(?:就|正|便)?是|这一?[串组些项]数[字据]|[以]上(?:数据|数字|统计)?)[^，。；0-9]{0,12}$"
)
_CLOSED = re.compile(r"[底末]?(?:的|交出|[。！）])|[底末]?[^，。；0-9]{0,12}的(?:成绩单|答卷|数据|账本|缩影|写照)")
_LEAD = 3
_ALL_OF_THEM = re.compile("[仍还正]?(?:都|均|已|全部|全都|仍|还|正)")
_FRAGMENT = 8


def behind(document: Document, sentence: int, start: int, end: int) -> Stamp | None:
    """The date behind the number at `start`–`end` that holds for it, or None."""
    explained = _explained(document, end) if start <= sentence + _FRAGMENT else None
    explained = explained or _summed_up(document, sentence, start, end)
    if explained:
        return explained
    inline = document.after(end)
    if inline and _tells(inline) and _goes_with(document.text, end, inline):
        announced = inline.daily and _is_made_known(document, end, inline)
        return None if announced or (inline.daily and document.text[end - 1 : end] in _SIZES) else inline
    stop = document.clause_end(end)
    if document.text[stop : stop + 1] not in ("，", ","):
        return None
    if now := _how_they_are_now(document, start, end, stop):
        return now
    if cues.SAYS_MORE.search(document.text, sentence, start):
        return None
    later = None if document.text[end - 1] == "岁" else document.after(stop + 1)
    if later is None or later.start > stop + _LEAD or not (_tells(later) or later.role == "now"):
        return None
    text = document.text
    if later.role == "now" and cues.COUNTS.search(text, later.end, document.clause_end(later.end)):
        return None
    topic = _TOPIC.match(text, end, stop) is not None and not cues.PREDICATE.search(text, sentence, stop)
    return later if topic else None


def _how_they_are_now(document: Document, start: int, end: int, stop: int) -> Stamp | None:
    """The words of now behind those that a clause only names (扣留的58名船员，目前都已获释)."""
    later = document.after(stop + 1) if document.text[start - 1] == "的" else None
    if later is None or later.role != "now" or later.start > stop + _LEAD or not _TOPIC.match(document.text, end, stop):
        return None
    told = _ALL_OF_THEM.match(document.text, later.end) is not None
    lead = cues.last_clause(document.text, start)
    return later if told and not cues.PREDICATE.search(document.text, start - len(lead), stop) else None


def _is_made_known(document: Document, end: int, stamp: Stamp) -> bool:
    """Whether what stands behind a day only makes something known (5个部门今天公布), or tells of a meeting."""
    stop = document.clause_end(end)
    if cues.MAKES_KNOWN.search(document.text, stamp.end, stop):
        return True
    of_event = _EVENT.search(document.text, end, stamp.start) is not None
    return of_event and cues.COMES_ABOUT.search(document.text, stamp.end, stop) is not None


def _goes_with(text: str, end: int, stamp: Stamp) -> bool:
    """Whether nothing but a noun stands between the number and the date that tells of it (12个村2018年脱贫)."""
    noun = _NOUN.fullmatch(text, end, stamp.start)
    if noun is None and text[stamp.start - 1] in "于在" and text[end - 1] not in _SIZES:
        noun = _LIST_TO.fullmatch(text, end, stamp.start)
    return (
        noun is not None
        and not cues.PREDICATE.search(_LEADS_TO.sub("", noun.group()))
        and text[stamp.end : stamp.end + 1] not in _OPEN
    )


def _explained(document: Document, end: int) -> Stamp | None:
    """The date of 这是今年9月底…的 behind a figure that stands for itself."""
    later = document.next(end)
    if later is None or later.start > end + _REACH or not _tells(later):
        return None
    return later if _EXPLAINED.fullmatch(document.text, end, later.start) else None


def _summed_up(document: Document, sentence: int, start: int, end: int) -> Stamp | None:
    """The date of a close that says of what the figures before it are (…——这是某市2022年的答卷; 以上数据截至2022年底),
    for a number of a paragraph that has told no date before it."""
    later = document.next(end)
    if later is None or later.start > end + _CLOSE or not _tells(later) or later.daily:
        return None
    if document.before(document.paragraph(sentence), start) or "\n" in document.text[end : later.start]:
        return None
    lead = _CLOSES.search(document.text, max(end, later.start - _REACH), later.start)
    return later if lead is not None and _CLOSED.match(document.text, later.end) else None


def _tells(stamp: Stamp) -> bool:
    """Whether a date can tell the time of a figure before it."""
    return stamp.role in ("anchor", "since") and stamp.period is not None and not stamp.future
