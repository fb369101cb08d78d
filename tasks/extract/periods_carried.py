"""The period that an earlier sentence of the paragraph opened, for a number whose own sentence names none."""

from __future__ import annotations

import re

from tasks.extract import periods_words as cues
from tasks.extract.periods_document import Document
from tasks.extract.periods_iso import PART
from tasks.extract.periods_pairs import PeriodDecision, decided
from tasks.extract.periods_reach import LAST_YEAR, Reach
from tasks.extract.periods_stamps import Stamp
from tasks.extract.periods_stretches import Stretches

_BEFORE = 24
# 每个卫生室配2名医生: a rule that holds for good.
_NORM = re.compile(r"每[^，。；,;0-9天日年月]{1,6}?(?:配备?|设有?|建有|应有|须有)[^，。；,;0-9]{0,4}$")


class Carried:
    """Reads which dates of one document hold beyond their own sentence, and for which numbers."""

    def __init__(self, document: Document, stretches: Stretches) -> None:
        self._document = document
        self._stretches = stretches
        self._reach = Reach(document)
        self._text = document.text

    def told(self, sentence: int, start: int, end: int, measure: str, status: str) -> PeriodDecision | None:
        """The period of the number at `start`, whose sentence begins at `sentence`; None where no date holds on."""
        document = self._document
        fact = status == "observation"
        if fact and cues.EXISTING.search(self._text, sentence, start) and document.reports_now:
            return None
        clause = cues.last_clause(self._text, start)
        standing = cues.STANDING.search(clause) is not None or _NORM.search(clause) is not None
        years_since = stretched = False
        for stamp in document.before(document.paragraph(sentence), sentence):
            if fact and not stretched and self._reach.back_to_the_present(stamp):
                return None
            if stamp.role == "span" and fact and (year := self._stretches.past_year(stamp)):
                return decided(stamp, year, "carried")
            years_since = years_since or (stamp.role == "span" and self._text[stamp.end - 1] == "来")
            if stamp.role in ("since", "span") and not stamp.carries and fact and self._reach.opens(stamp):
                stretch = None if standing or measure != "level" else self._runs_on(stamp, start, end)
                if stretch:
                    return stretch
                stretched = True
            elif not standing and self._reach.holds_on(stamp, measure, status):
                over = self._reach.come_to_now(stamp, start, years_since)
                over = over or (measure == "level" and self._is_over(stamp, sentence, start, fact))
                return None if over else decided(stamp, self._held(stamp, sentence, start, measure, status), "carried")
        return None

    def _is_over(self, stamp: Stamp, sentence: int, start: int, fact: bool) -> bool:
        """Whether an amount of a later sentence is no longer of a part of a year, or of a year told in passing."""
        part = len(stamp.period or "") == PART and not self._document.briefs and not self._compares(sentence)
        return part or (fact and self._in_five_years(stamp, start))

    def _held(self, stamp: Stamp, sentence: int, start: int, measure: str, status: str) -> str:
        """What a date is for a number of a later sentence: of a month that only tells when something came about, the
        year; of a stretch, its end for a state."""
        period = stamp.period or ""
        clause = self._text[max(sentence, start - _BEFORE) : start]
        of_event = measure == "level" and len(period) == len("2020-08") and self._reach.when_it_happened(stamp)
        if of_event and not self._compares(sentence):
            return period[:4]
        return self._held_over(stamp, period, clause, measure, status)

    def _runs_on(self, stamp: Stamp, start: int, end: int) -> PeriodDecision | None:
        """The stretch up to now that a sentence opened (2015年以来，…; 五年来，…) for what was done over it."""
        if not self._stretches.done(start, end):
            return None
        if stamp.role == "since":
            return decided(stamp, stamp.period, "carried") if "/" in (stamp.period or "") else None
        told = self._stretches.unplaced(stamp, start, end, "level")
        return told._replace(rule="carried") if told and told.period else None

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
        named = self._text[stamp.start].isdigit() or self._text[stamp.start : stamp.end] in LAST_YEAR
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
