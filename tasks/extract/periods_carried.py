"""The period that an earlier sentence of the paragraph opened, for a number whose own sentence names none."""

from __future__ import annotations

import re
from itertools import pairwise

from tasks.extract import periods_words as cues
from tasks.extract.periods_document import Document
from tasks.extract.periods_iso import PART
from tasks.extract.periods_pairs import PeriodDecision, decided
from tasks.extract.periods_stamps import Stamp
from tasks.extract.periods_stretches import Stretches

_BEFORE = 24
_FIGURE = re.compile(r"[^，。；,;\n]{0,16}?[0-9]")
_YOUNG = 2
_SEVERAL = 2
_LAST_YEAR = ("去年", "上年", "上一年")
"""Told in passing (去年首次突破1000亿元。320家企业参与…): amounts of the next sentence are not of it."""


class Carried:
    """Reads which dates of one document hold beyond their own sentence, and for which numbers."""

    def __init__(self, document: Document, stretches: Stretches) -> None:
        self._document = document
        self._stretches = stretches
        self._text = document.text

    def told(self, sentence: int, start: int, measure: str, status: str) -> PeriodDecision | None:
        """The period of the number at `start`, whose sentence begins at `sentence`; None where no date holds on."""
        document = self._document
        if status == "observation" and cues.EXISTING.search(self._text, sentence, start) and document.reports_now:
            return None
        standing = cues.STANDING.search(cues.last_clause(self._text, start)) is not None
        years_since = False
        for stamp in document.before(document.paragraph(sentence), sentence):
            if stamp.role == "span" and status == "observation" and (year := self._stretches.past_year(stamp)):
                return decided(stamp, year, "carried")
            years_since = years_since or (stamp.role == "span" and self._text[stamp.end - 1] == "来")
            if not stamp.carries or stamp.period is None or standing or self._tells_an_event(stamp):
                continue
            if self._one_of_parts(stamp):
                continue
            if measure in ("level", "share") and self._in_passing(stamp):
                continue
            if status == "observation" and cues.LIES_AHEAD.match(self._text, stamp.end):
                continue
            if self._long_past(stamp) and self._up_to_now(stamp, sentence, years_since):
                return None
            if measure == "level" and status == "observation" and self._in_five_years(stamp, start):
                return None
            of_part = len(stamp.period) == PART and measure == "level" and not document.briefs
            if of_part and not self._compares(sentence):
                return None
            past = document.published is not None and stamp.period[:4] < str(document.published.year)
            if past if status == "target" else stamp.future:
                continue
            clause = self._text[max(sentence, start - _BEFORE) : start]
            return decided(stamp, self._held_over(stamp, stamp.period, clause, measure, status), "carried")
        return None

    def _held_over(self, stamp: Stamp, period: str, clause: str, measure: str, status: str) -> str:
        """What a carried period is for a number behind a clause: its end for a state, all of it else."""
        published = self._document.published
        summed = "累计" in clause
        if stamp.plan and status == "observation" and "已" in clause and not summed and published:
            return min(period.rpartition("/")[2][:4], str(published.year))
        at_end = "/" in period and (
            self._stretches.told_at_end(stamp, clause) or self._stretches.at_plan_end(stamp, clause, measure)
        )
        return period.rpartition("/")[2] if at_end else period

    def _in_five_years(self, stamp: Stamp, start: int) -> bool:
        """Whether a date within a look back on five years names the last of them in passing: not at the head of a
        paragraph, where it would open the review of that year."""
        five = self._document.outline.five_years(start)
        named = self._text[stamp.start].isdigit() or self._text[stamp.start : stamp.end] in _LAST_YEAR
        if five is None or stamp.period != five[-4:] or not named:
            return False
        return self._text.find("。", self._document.paragraph(stamp.start), stamp.start) >= 0

    def _compares(self, sentence: int) -> bool:
        """Whether a sentence goes on with a part of a year: it compares its figures, or gives the parts of a whole.

        What else is told behind 前三季度产茧6万担 (建成基地3个，带动200户) is of the year.
        """
        if cues.BY_PART.match(self._text, sentence):
            return True
        return cues.WEIGHED.search(self._text, sentence, self._document.sentence_end(sentence)) is not None

    def _in_passing(self, stamp: Stamp) -> bool:
        """Whether 去年 only tells what came before, as it does when the year is no longer young."""
        published = self._document.published
        young = published is not None and published.month <= _YOUNG
        return not young and self._text[stamp.start : stamp.end] in _LAST_YEAR

    def _up_to_now(self, stamp: Stamp, sentence: int, years_since: bool) -> bool:
        """Whether a story has come back to the present since a date of long ago (2003年，…。15年来，…)."""
        if years_since and not stamp.long:
            return True
        return cues.UP_TO_NOW.search(self._text, stamp.end, sentence + 1) is not None

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
        told = [s for s in parts if _FIGURE.match(self._text, s.end)]
        if len(told) < _SEVERAL or stamp not in told:
            return False
        ends = sorted((s.period or "").partition("/")[::2] for s in told)
        return all((first[1] or first[0]) < later[0] for first, later in pairwise(ends))

    def _tells_an_event(self, stamp: Stamp) -> bool:
        """Whether a month of an earlier year tells when something happened, in a sentence that holds no figure."""
        published, period = self._document.published, stamp.period or ""
        if published is None or len(period) != len("2020-11") or period[:4] >= str(published.year):
            return False
        return cues.NO_FIGURE.match(self._text, stamp.end) is not None
