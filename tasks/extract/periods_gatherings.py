"""Gatherings that a sentence dates (论坛将于9月14日举办; 电影节昨晚闭幕): who comes to them, and what they bring, is of
their days in the sentence behind as well."""

from __future__ import annotations

import re

from tasks.extract import periods_words as cues
from tasks.extract.periods_document import Document
from tasks.extract.periods_pairs import PeriodDecision, decided
from tasks.extract.periods_stamps import Stamp
from tasks.extract.periods_words import WORDS
from tasks.vocabulary import either

_DAY = len("2023-09-14")
_NEAR = 24
# A text of two or three sentences is about what its first one tells.
_BRIEF = 240
# 论坛将设置5个分论坛; 来自19个国家的代表与会: the sentence goes on with the gathering.
_GOES_ON = re.compile(either(WORDS["gatherings"]))
# 全国90个城市开展试点: a count of the area, not of the gathering.
_WHOLE = re.compile("[\\s\u3000]*(?:全[国省市县区]|我[国省市县区])")


class Gatherings:
    """Finds the gathering that the sentence before a number's own dates, in one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text

    def told(self, sentence: int, start: int, end: int) -> PeriodDecision | None:
        """The days of the gathering that a number without a date is told of, None where it is told of none.

        An item of news in brief is about its gathering; else the sentence must name the gathering or who came.
        """
        document = self._document
        if document.before(sentence, start):
            return None
        first, last = document.sentence_before(sentence)
        if first >= sentence or self._text.find("\n", first, sentence) >= 0:
            return None
        held = next((stamp for stamp in document.before(first, last) if self._holds(stamp, last)), None)
        if held is None or cues.MAKES_KNOWN.search(self._text, sentence, start):
            return None
        brief = document.briefs or len(self._text) <= _BRIEF
        if not brief and not _GOES_ON.search(self._text, sentence, start):
            return None
        return None if self._stands(sentence, start) else decided(held, held.period or "", "gathering")

    def _stands(self, sentence: int, start: int) -> bool:
        """Whether a number is of what there is for good or by now (已建成3万亩), or of a whole country or county."""
        text = self._text
        if cues.STANDING.search(text, sentence, start) or cues.EXISTING.search(text, sentence, start):
            return True
        clause = cues.last_clause(text, start)
        return "已" in clause or (
            _WHOLE.match(text, sentence) is not None and not _GOES_ON.search(text, sentence, start)
        )

    def _holds(self, stamp: Stamp, last: int) -> bool:
        """Whether a day, or some days, are those on which a gathering is held."""
        if stamp.role != "anchor" or stamp.until or len((stamp.period or "").partition("/")[0]) != _DAY:
            return False
        verb = cues.GATHERS.search(self._text, stamp.end, min(last, stamp.end + _NEAR))
        if verb is None or cues.CLAUSE_END.search(self._text, stamp.end, verb.start()):
            return False
        return cues.MAKES_KNOWN.search(self._text, self._document.sentence(stamp.start), verb.start()) is None
