"""How far a date holds: beyond its sentence, for its clause alone, or until the story comes back to its own time."""

from __future__ import annotations

import re
from itertools import pairwise

from tasks.extract import periods_words as cues
from tasks.extract.periods_document import Document
from tasks.extract.periods_founding import counted_out
from tasks.extract.periods_stamps import OF_VALUE, Stamp
from tasks.extract.periods_words import WORDS
from tasks.vocabulary import either

_CAME_ABOUT: list[str] = WORDS["came_about"]
_FIGURE = re.compile(r"[^，。；,;\n]{0,16}?[0-9]")
# 2009年3月，王某收受甲公司80万元: a month of a story with a comma behind it as well.
_OWN_FIGURE = re.compile(r"[，,]?[^，。；,;\n]{0,16}?[0-9]")
_ANY_FIGURE = re.compile("[0-9]")
_TOPIC = re.compile(r"[\s\u3000]{0,16}+[\u4e00-\u9fff]{2,12}(?<![于比较占与和同的按以将到至过从自由])在?")
# 7月洪水发生时，…; 5月的冰雹过后，…: when something came about.
_WHEN_IT_CAME = re.compile(r"份?[^，。；,;\n0-9]{1,16}(?:时|后|以来|之际)[，,]")
_DEED = re.compile(either([*cues.SINCE_DEEDS, *_CAME_ABOUT]))
_COUNT = "(?:[0-9]{1,2}|[一二两三四五六七八九十几数]{1,3})"
# Sentences by which a story comes back to the present.
_UP_TO_NOW = re.compile(
    r"(?<=[。\n])(?:这?(?:几十|多|数十|这些|近|近几)年(?:以来|来|里)|这些年|如今|现如今|现在|时至今日"
    rf"|{_COUNT}?多?年(?:过去|后的今天|下来))[，,]?"
)
_YEAR = len("2021")
_FEW = 3
_SCENE = 8
_HOLDS = 3
_YOUNG = 2
_SEVERAL = 2
LAST_YEAR = ("去年", "上年", "上一年")
"""Told in passing (去年首次突破1000亿元。320家企业参与…): amounts of the next sentence are not of it."""

_COMPARED = ("same", "base")
_NEXT = 12
_JOINED = frozenset(("、", "和", "与", "及", "以及"))
_SHARED_OUT = re.compile("[^，。；,;\n]{0,24}?(?:分别|各(?=增|降|下|为|达))")


class Reach:
    """Says of the dates of one document how far they hold."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text

    def holds_on(self, stamp: Stamp, measure: str, status: str) -> bool:
        """Whether a date holds for a number of a later sentence, as far as the date and its own sentence say."""
        opens = stamp.carries or self._of_a_topic(stamp) or self._of_a_scene(stamp) or self._of_a_stock(stamp)
        opens = opens or self.of_a_count(stamp)
        if stamp.period is None or not opens:
            return False
        if self._tells_an_event(stamp) or self._of_one_clause(stamp) or self._one_of_parts(stamp):
            return False
        if self._one_of_list(stamp):
            return False
        if status == "observation" and self._lies_ahead(stamp):
            return False
        if measure in ("level", "share") and self._in_passing(stamp):
            return False
        past = self._document.published is not None and stamp.period[:4] < str(self._document.published.year)
        return not (past if status == "target" else stamp.future)

    def aside(self, stamp: Stamp) -> bool:
        """Whether the end of a year only tells how things stood by then in a sentence on a stretch of years
        (“十三五”期间，新增造林60万亩，到去年底，覆盖率达45%): what was done is told on of the stretch."""
        if not (stamp.until or self._text[stamp.end - 1] in "底末"):
            return False
        outer = self._document.before(self._document.sentence(stamp.start), stamp.start)
        return any(s.plan and s.carries for s in outer[:1]) or any(
            self.opens(s) and s.role == "span" for s in outer[:1]
        )

    def back_to_the_present(self, stamp: Stamp) -> bool:
        """Whether a story has come back to its own time (去年…。眼下，村里…), so that what it told before is over."""
        opens = stamp.start == 0 or cues.OPENER.match(self._text, stamp.start - 1) is not None
        return stamp.role == "now" and opens and self._document.reports_now

    def worn_out(self, stamp: Stamp, sentence: int) -> bool:
        """Whether so many sentences stand behind a date of an earlier year that a text of now has left it."""
        published, period = self._document.published, stamp.period or ""
        if published is None or stamp.long or period[:4] >= str(published.year) or not self._document.reports_now:
            return False
        return sum(self._text.count(mark, stamp.end, sentence) for mark in "。？！") > _HOLDS

    def come_to_now(self, stamp: Stamp, start: int, years_since: bool) -> bool:
        """Whether a story has come back to the present since a date of long ago (2003年，…。15年来，…)."""
        if not self._long_past(stamp):
            return False
        if years_since and not stamp.long:
            return True
        return _UP_TO_NOW.search(self._text, stamp.end, start) is not None

    def when_it_happened(self, stamp: Stamp) -> bool:
        """Whether a month only tells when something came about (7月洪水发生时，…; 3月，村里成立了合作社。): what
        follows is of its year."""
        if _WHEN_IT_CAME.match(self._text, stamp.end):
            return True
        told = cues.NO_FIGURE.match(self._text, stamp.end)
        return told is not None and _DEED.search(told.group()) is not None

    def opens(self, stamp: Stamp) -> bool:
        """Whether nothing but a few words stand before a date in its sentence."""
        return stamp.start - self._begins(stamp) <= _FEW

    def behind_topic(self, stamp: Stamp) -> bool:
        """Whether 自 stands behind the topic of its sentence (铁路自2021年12月开通以来，…)."""
        low, since = self._begins(stamp), stamp.start - 1
        topic = self._text[since : stamp.start] in ("自", "从") and _TOPIC.fullmatch(self._text, low, since)
        return bool(topic) and not cues.PREDICATE.search(self._text, low, since)

    def _begins(self, stamp: Stamp) -> int:
        """Where the sentence of a date begins, behind what leads into it (据统计，…)."""
        lead = cues.LEAD_IN.match(self._text, self._document.sentence(stamp.start), stamp.start)
        return lead.end() if lead else stamp.start

    def _lies_ahead(self, stamp: Stamp) -> bool:
        """Whether what is said of a date lies ahead (2025年将建成…); what follows on 今年计划… is of that year all the
        same."""
        published = self._document.published
        this = published is not None and stamp.period == str(published.year)
        return not this and cues.LIES_AHEAD.match(self._text, stamp.end) is not None

    def _of_a_topic(self, stamp: Stamp) -> bool:
        """Whether a year stands behind the topic of a sentence rather than before it (合作社2021年的产值有3亿元), and
        its clause has a figure."""
        last = self._text[stamp.start : stamp.end] in LAST_YEAR
        if stamp.role != "anchor" or len(stamp.period or "") != _YEAR or stamp.long or stamp.future:
            return False
        if not (self._text[stamp.start].isdigit() or last) or (last and self._in_passing(stamp)):
            return False
        low = self._begins(stamp)
        topic = _TOPIC.fullmatch(self._text, low, stamp.start)
        told = topic is not None and not cues.PREDICATE.search(topic.group())
        return told and _FIGURE.match(self._text, stamp.end) is not None and not OF_VALUE.match(self._text, stamp.end)

    def _of_a_scene(self, stamp: Stamp) -> bool:
        """Whether a sentence goes back some years and counts what was then (十年前，只有20户; 时间拨回到十年前。)."""
        ago = stamp.role == "anchor" and self._text.startswith("年前", stamp.end - 2)
        if not ago or self._text[stamp.end : stamp.end + 1] not in ("，", ",", "。"):
            return False
        lead = self._text[self._begins(stamp) : stamp.start]
        if self._text[stamp.end] != "。" and cues.NO_FIGURE.match(self._text, stamp.end):
            return False
        return len(lead.strip()) <= _SCENE and not _ANY_FIGURE.search(lead)

    def _of_a_stock(self, stamp: Stamp) -> bool:
        """Whether a sentence opens with the end of a month and says what there was then (3月末，存款余额8200亿元)."""
        if (
            len(stamp.period or "") != len("2021-03")
            or self._text[stamp.end - 1] not in "底末"
            or not self.opens(stamp)
        ):
            return False
        told = _FIGURE.match(self._text, stamp.end + self._text.startswith(("，", ","), stamp.end))
        return told is not None and cues.STATE.search(told.group()) is not None

    def of_a_count(self, stamp: Stamp) -> bool:
        """Whether a date tells by when something was counted out (家底于2019年底摸清。): what follows was then."""
        return stamp.role == "anchor" and counted_out(self._text, self._begins(stamp), stamp.end)

    def _of_one_clause(self, stamp: Stamp) -> bool:
        """Whether a date stands within a sentence that has told figures of another time before it (建成车间120个，
        2019年，每村分红15万元): it holds for the clause it opens."""
        low = self._document.sentence(stamp.start)
        told = _ANY_FIGURE.search(self._text, low, stamp.start)
        other = [s for s in self._document.before(low, stamp.start) if s.role not in _COMPARED]
        return told is not None and not other

    def _in_passing(self, stamp: Stamp) -> bool:
        """Whether 去年 only tells what came before, as it does when the year is no longer young."""
        published = self._document.published
        young = published is not None and published.month <= _YOUNG
        return not young and self._text[stamp.start : stamp.end] in LAST_YEAR

    def _long_past(self, stamp: Stamp) -> bool:
        """Whether a date lies before the last year, as in a story that is told from its beginning."""
        published = self._document.published
        return published is not None and (stamp.period or "9999").rpartition("/")[2][:4] < str(published.year - 1)

    def _one_of_parts(self, stamp: Stamp) -> bool:
        """Whether a date is one of several parts told each with its figures (一季度上涨3%，二季度上涨1%): none of them
        holds on."""
        document, size = self._document, len(stamp.period or "")
        if size <= len("2020"):
            return False
        low, high = document.sentence(stamp.start), document.sentence_end(stamp.end)
        parts = [s for s in document.before(low, high) if s.role == stamp.role and len(s.period or "") == size]
        own = _OWN_FIGURE if size == len("2020-11") else _FIGURE
        told = [s for s in parts if own.match(self._text, s.end)]
        if len(told) < _SEVERAL or stamp not in told:
            return False
        ends = sorted((s.period or "").partition("/")[::2] for s in told)
        return all((first[1] or first[0]) < later[0] for first, later in pairwise(ends))

    def _one_of_list(self, stamp: Stamp) -> bool:
        """Whether a part of a year stands in a list that 分别 shares the figures out over (一季度、上半年和前三季度分别
        增长…): none of them holds on."""
        if len(stamp.period or "") <= len("2020"):
            return False
        near = self._document.before(max(0, stamp.start - _NEXT), stamp.start)[:1]
        behind = self._document.next(stamp.end)
        joined = (near and self._text[near[0].end : stamp.start] in _JOINED) or (
            behind is not None and self._text[stamp.end : behind.start] in _JOINED
        )
        return bool(joined) and _SHARED_OUT.match(self._text, stamp.end) is not None

    def _tells_an_event(self, stamp: Stamp) -> bool:
        """Whether a month of an earlier year tells when something happened, in a sentence that holds no figure."""
        published, period = self._document.published, stamp.period or ""
        if published is None or len(period) != len("2020-11") or period[:4] >= str(published.year):
            return False
        return cues.NO_FIGURE.match(self._text, stamp.end) is not None
