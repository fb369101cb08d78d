"""Times that no date tells: 过去, 当时, 原有的, 三年内; and those that a later clause tells."""

from __future__ import annotations

import re

from tasks.extract import periods_words as cues
from tasks.extract.periods_behind import behind
from tasks.extract.periods_document import Document
from tasks.extract.periods_pairs import PeriodDecision, decided
from tasks.extract.periods_stretches import Stretches

_STORY = 200
_REACH = 24
_FIVE = 5
# 入社七年，每年收入都在12万元以上: of each of the years, which no date places.
_EACH = ("每", "年年", "历年")
_YEARS_GONE = re.compile(
    r"(?<![0-9第每期为])(?:[2-9]|[1-9][0-9]|[二两三四五六七八九十]{1,3})多?年(?:以?来|里|间|下来|有余)?[，,]"
)
_YEARS_OF_ACTION = re.compile("(?:[0-9]|[二两三四五])年(?:行动|计划|规划|攻坚|方案|任务)")
_NAMED = 60


class Untold:
    """Reads the words of time around the numbers of one document that are no dates."""

    def __init__(self, document: Document, stretches: Stretches) -> None:
        self._document = document
        self._stretches = stretches
        self._text = document.text

    def told(self, sentence: int, start: int, end: int, measure: str, status: str) -> PeriodDecision | None:
        """A time that no date tells (过去，七成人口…; 三年内带动10万人), or one that comes in the next clause."""
        if status == "target":
            within = cues.WITHIN.search(self._text, max(sentence, start - 5 * _REACH), start)
            if within:
                return PeriodDecision(self._within(within, start, measure), "within", within.span())
            return self._expected_today(sentence, start)
        if cues.FORMER_BEHIND.match(self._text, end):
            return PeriodDecision(None, "once")
        each = any(self._text.find(word, sentence, start) >= 0 for word in _EACH)
        gone = _YEARS_GONE.search(self._text, sentence, start) if each else None
        if gone and cues.EVERY_YEAR.search(self._text, gone.end(), start):
            return PeriodDecision(None, "each_year", gone.span())
        later = behind(self._document, sentence, start, end)
        return decided(later, later.period, "date_behind") if later else self._at_that_time(sentence, start)

    def _expected_today(self, sentence: int, start: int) -> PeriodDecision | None:
        """The day of publication for the traffic that is expected (预计) in a paragraph that has spoken of it."""
        published = self._document.published
        if published is None or not cues.TRAFFIC.match(self._text, start):
            return None
        if "预计" not in cues.last_clause(self._text, start):
            return None
        for stamp in self._document.before(self._document.paragraph(sentence), sentence):
            if stamp.daily and stamp.period == published.isoformat():
                return decided(stamp, stamp.period, "expected_today")
        return None

    def _within(self, within: re.Match[str], start: int, measure: str) -> str | None:
        """The years of 今后五年 where the text says which they are; a state to be reached holds at their end."""
        count, published = cues.span_years(within.group()), self._document.published
        named = _YEARS_OF_ACTION.search(self._text, max(0, within.start() - _NAMED), within.start())
        if named and published and count and cues.span_years(named.group()) == count:
            # 三年行动方案，计划在三年内…: the years of the plan, which begins with that of the text.
            return f"{published.year}/{published.year + count - 1}"
        ahead = within.group()[:2] in ("未来", "今后") and count == _FIVE
        years = self._document.years_to_come if ahead else None
        clause = cues.last_clause(self._text, start)
        state = self._stretches.is_state(clause, measure) and not clause.endswith("有")
        return years.rpartition("/")[2] if years and state else years

    def _at_that_time(self, sentence: int, start: int) -> PeriodDecision | None:
        """当时 without a date in its sentence: the time that the paragraph has just told, the year told not far
        before it, else nobody knows when."""
        if not cues.THEN.search(self._text[max(sentence, start - 4 * _REACH) : start]):
            return None
        for stamp in self._document.before(self._document.paragraph(sentence), sentence):
            if stamp.role in ("anchor", "since") and stamp.period and not stamp.future:
                return decided(stamp, stamp.period.partition("/")[0] if stamp.role == "since" else stamp.period, "then")
        for stamp in self._document.before(max(0, sentence - _STORY), sentence):
            if stamp.role in ("anchor", "since") and stamp.period and not (stamp.future or stamp.back):
                return decided(stamp, stamp.period[:4], "then")
        return PeriodDecision(None, "then")
