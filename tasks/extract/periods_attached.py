"""The date that a number itself carries: 去年同期的6万人, 2015年底的148亿元, 相比2020年总产值110亿元的数据."""

from __future__ import annotations

import re
from dataclasses import replace

from tasks.extract import periods_words as cues
from tasks.extract.clauses import SENTENCE_END
from tasks.extract.cues import ABOUT
from tasks.extract.periods_document import Document
from tasks.extract.periods_iso import shifted
from tasks.extract.periods_stamps import Stamp

_WAS = re.compile(rf"(?:还|仅仅|仅|只|却|才|曾|均|分别)*(?:是|为|有)(?:{ABOUT}|超过?|不足)?")
_HELD_BY = re.compile("(?:(?<![占配对])比|较|与|和|同|跟|于)$")
# 来台72万人次，超越去年同期65万人次: what has been passed.
_PASSED = ("超越", "追平", "直逼", "逼近", "远超越")
# 较去年同期8869万元成长146%: what has been outgrown.
_OUTGROWN = re.compile(
    "[0-9][0-9.,万亿余多]*(?:公吨|公斤|人次|美元|[元人吨户件辆个家亩])(?:小幅|大幅|略)?(?:成长|增长|增加|衰退|下降|减少|上升|提高)"
)
_HELD_UP = ("对比", "对照", "相比于")
_REACH = 24
_HEAD = 4


class Attached:
    """Finds the dates that belong to single numbers of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text

    def to(self, before: list[Stamp], start: int, measure: str) -> Stamp | None:
        """The date that the number itself carries: 去年同期的6万人, 2015年底的148亿元."""
        if not before or before[0].role == "span":
            return None
        stamp, between = before[0], self._text[before[0].end : start]
        if stamp.role == "same" and measure in ("level", "share") and self._opens(stamp, between):
            return stamp
        if stamp.role == "same" and measure in ("level", "share") and self._was(stamp, between):
            return stamp
        if self._of_that_part(stamp, between) or self._held_up_to(stamp, between, measure):
            return stamp
        if stamp.role == "base" and measure == "level" and cues.OF_BASE.fullmatch(between):
            return stamp
        if stamp.role == "base" and cues.OF_THE_BASE.match(self._text, start) and not cues.CLAUSE_END.search(between):
            return stamp
        if self._of_the_base(stamp, between, measure, start) or self._by_its_rule(stamp, between, measure, start):
            return stamp
        if stamp.role == "base" and measure == "level" and cues.BASE_NAME.fullmatch(between):
            return stamp if cues.BASE_OUTGROWN.match(self._text, start) else None
        if not cues.ATTACHED.fullmatch(between):
            return None
        stamp = self._in_the_same_part(stamp, before)
        if between.startswith("的"):
            return None if stamp.role == "base" and measure == "ratio" else stamp
        if stamp.role == "same":
            passed = not between and (
                self._text.endswith(_PASSED, 0, stamp.start) or _OUTGROWN.match(self._text, start) is not None
            )
            return stamp if "达" in between or (passed and measure == "level") else None
        return stamp if stamp.role == "base" and not between and measure in ("level", "growth", "share") else None

    def _was(self, stamp: Stamp, between: str) -> bool:
        """Whether what something was then follows its time at once (门票占比去年同期为7.8%)."""
        held = _HELD_BY.search(self._text, max(0, stamp.start - _HEAD), stamp.start)
        return held is None and _WAS.fullmatch(between) is not None

    def _of_that_part(self, stamp: Stamp, between: str) -> bool:
        """Whether a named year's same months open the clause of a number (，2020年同期下降23%)."""
        named = stamp.role == "base" and self._text.endswith(("同期", "同月"), stamp.start, stamp.end)
        if not named or between.startswith(("的", "相比", "比")):
            return False
        head = cues.OPENS_SAME.search(self._text, max(0, stamp.start - _HEAD), stamp.start)
        return head is not None and self._in_reach(between)

    def _held_up_to(self, stamp: Stamp, between: str, measure: str) -> bool:
        """Whether a value is told only to be held up against those before it (对比去年12月平均价35.59元)."""
        if measure not in ("level", "share") or not self._text.endswith(_HELD_UP, 0, stamp.start):
            return False
        return not cues.CLAUSE_END.search(between) and not cues.TURN_VERB.search(between)

    def _of_the_base(self, stamp: Stamp, between: str, measure: str, start: int) -> bool:
        """Whether an amount is that of the base which the sentence opens with (相比2020年总产值110亿元的数据，…)."""
        if stamp.role != "base" or measure != "level" or not self._text.endswith(cues.COMPARED_WITH, 0, stamp.start):
            return False
        end = next(
            (at for at in range(start, min(len(self._text), start + _REACH)) if self._text[at] in "元人吨户个"), 0
        )
        plain = not cues.CLAUSE_END.search(between) and not cues.TURN_VERB.search(between)
        return bool(end) and plain and cues.OF_DATA.match(self._text, end + 1) is not None

    def _by_its_rule(self, stamp: Stamp, between: str, measure: str, start: int) -> bool:
        """Whether an amount is the standard of the base that a figure exceeds (高于2017年制定的每万人88台的标准)."""
        if stamp.role != "base" or measure != "level" or cues.CLAUSE_END.search(between):
            return False
        return cues.OF_RULE.match(self._text, start) is not None

    def _in_the_same_part(self, stamp: Stamp, before: list[Stamp]) -> Stamp:
        """2013年同期 as the part of 2013 that the date before it names (由2012年上半年的A增至2013年同期的B)."""
        if not self._text.startswith("同期", stamp.end - 2) or len(stamp.period or "") != len("2013"):
            return stamp
        part = next((s.period for s in before[1:] if s.period and "-" in s.period), self._document.reporting.period)
        if not part or "-" not in part or len(part.partition("/")[0]) == len("2013-01-01"):
            return stamp
        return replace(stamp, period=shifted(part, int((stamp.period or "")[:4]) - int(part[:4])))

    def _opens(self, stamp: Stamp, between: str) -> bool:
        """Whether 去年同期 opens the clause of a number that it tells the time of (去年同期完成28万亩), or with a comma
        behind it a sentence of such numbers (而在去年同期，东岸为5万吨，西岸为3万吨)."""
        head = cues.OPENS_SAME.search(self._text, max(0, stamp.start - _HEAD), stamp.start)
        if head is None or cues.TURN_VERB.search(between):
            return False
        return self._in_reach(between)

    def _in_reach(self, between: str) -> bool:
        """Whether a number stands in the clause of the time that opens it, or that a comma sets off for a sentence."""
        heads = between[:1] in ("，", ",") and not SENTENCE_END.search(between) and "；" not in between
        return heads or not cues.CLAUSE_END.search(between)
