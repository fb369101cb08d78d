"""Days on which something was only made known, opened or visited, against days that brought what is counted."""

from __future__ import annotations

import re

from tasks.extract import periods_words as cues
from tasks.extract.periods_document import Document
from tasks.extract.periods_stamps import Stamp
from tasks.extract.periods_words import WORDS
from tasks.vocabulary import either

# 8月21日11时，上海市通报新增3例: what was done on a printed day is of it.
_DONE_THAT_DAY = frozenset(WORDS["done_that_day"])
# 28日公布的数据，单日新增3万例: a sum of that day, not of the year it was made known in.
_OF_ONE_DAY = re.compile("单日|日新增|日增(?!长)|日均浓度|24小时")
_AT_MEETING = re.compile(r"(?:表彰|表扬|颁发|授予|命名)了?[^，。；,;]{0,24}$")
# 今天，7000多人|走进校园: who did it that day; 46个县的|评价会举行 is of the meeting.
_WHO_DID = re.compile(r"(?:(?!的)[\u4e00-\u9fff、“”]){0,14}(?<![会式动赛坛展班])")
# 300名志愿者|走进12个社区: where they came to, that day as well.
_WHO_CAME = re.compile(r"[0-9一二两三四五六七八九十百千万多余][人名位家户个支][\u4e00-\u9fff]{0,10}(?<!的)$")
# 总投资30亿元，全长120公里: sizes of what was opened.
_SIZED = re.compile(rf"{either(WORDS['predicate'])}|[长高宽深积资费额产量米元]$")
_SIZES = frozenset("瓦吨亩米里元斤度时积")
_MEETINGS = frozenset("会式班")
_MAKES_KNOWN = frozenset(WORDS["makes_known"])


def only_announced(document: Document, stamp: Stamp, start: int, end: int) -> bool | None:
    """Whether the number at `start`–`end` was only made known or come to on the day of a stamp, rather than what that
    day brought; None where nothing is made known."""
    text = document.text
    told = cues.ANNOUNCES.search(text, stamp.end, document.clause_end(end))
    if told is None or (told.group() in _DONE_THAT_DAY and text[stamp.end - 2].isdigit()):
        return None
    clause = cues.last_clause(text, start)
    said = told.group() in _MAKES_KNOWN or told.group()[-1] in _MEETINGS
    if told.start() >= end and not said and _WHO_DID.fullmatch(text, end, told.start()):
        return _SIZED.search(clause) is not None or text[end - 1] in _SIZES
    if told.end() <= start and not said and _WHO_CAME.search(cues.last_clause(text, told.start())):
        return _SIZED.search(clause) is not None or text[end - 1] in _SIZES
    return _AT_MEETING.search(clause) is None and _OF_ONE_DAY.search(clause) is None
