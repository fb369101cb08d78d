"""The period that a number holds for: the nearest governing date, the scope it carries, or what the article reports on.

Bases of comparison (较2022年) never become the period. The rules are those of the observation schema: a month's end is the
month, a year's end the year, a cumulated part of a year an interval, 目前 the month of publication; without any date it is
the period that the article reports on, else the year of publication.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tasks.extract import periods_words as cues
from tasks.extract.dates_calendar import Window, day, join, month, parse_published, year
from tasks.extract.model import TimeExpression
from tasks.extract.periods_words import Reporting, Stamp, reporting, shifted, stamps


@dataclass(frozen=True, slots=True)
class PeriodDecision:
    """`period` in ISO 8601 or None, the rule that gave it, the words that triggered it, and the base of a comparison."""

    period: str | None
    rule: str
    trigger: tuple[int, int] | None = None
    baseline: str | None = None
    baseline_period: str | None = None


def period_days(iso: str | None) -> tuple[dt.date, dt.date] | None:
    """First and last day of an ISO period (2016/2018, 2024-01/2024-04, 2019-12-31); None when it is none."""
    if not iso:
        return None
    ends = [_window(part) for part in iso.split("/")]
    found = join(ends[0], ends[-1]) if len(ends) <= 2 else None
    return (found.first, found.last) if found else None


def _window(part: str) -> Window | None:
    numbers = part[:10].split("-")
    if not all(number.isdigit() for number in numbers):
        return None
    values = [int(number) for number in numbers]
    if len(values) == 1:
        return year(values[0])
    if len(values) == 2:
        return month(values[1], values[0]) if 1 <= values[1] <= 12 else None
    return day(values[2], values[1], values[0])


_PASSED_OVER = frozenset({"base", "title", "same", "origin"})


class PeriodScope:
    """Decides the period of every number of one document."""

    def __init__(
        self, text: str, dates: Sequence[TimeExpression], published_at: str | None, title: str | None = None
    ) -> None:
        self.text = text
        self.published = parse_published(published_at)
        self.stamps = stamps(text, dates, self.published)
        self._starts = [stamp.start for stamp in self.stamps]
        self._ends = [stamp.end for stamp in self.stamps]
        self._breaks = [0, *(found.end() for found in cues.SENTENCE_END.finditer(text)), len(text)]
        self._title, self._published_at = title, published_at

    @cached_property
    def reporting(self) -> Reporting:
        """The period that the article as a whole reports on."""
        return reporting(self.text, self.stamps, self._title, self._published_at, self.published)

    @cached_property
    def _headings(self) -> list[tuple[int, str]]:
        return cues.section_years(self.text)

    def period_at(self, start: int, end: int, measure: str = "level", status: str = "observation") -> PeriodDecision:
        """The period of the number at `text[start:end]`, given its measure and whether it is a target."""
        sentence = self._sentence(start)
        before = self._before(sentence, start)
        attached = self._attached(before, start, measure)
        if attached:
            return PeriodDecision(self._period_of(attached), "attached", (attached.start, attached.end))
        if status == "target":
            ahead = self._ahead(end)
            if ahead:
                return PeriodDecision(ahead.period, "ahead", (ahead.start, ahead.end))
        decision = self._from_to(sentence, before, start, end) or self._governing(before, start, end, measure, status)
        if decision is None:
            decision = self._carried(sentence, start, measure, status) or self._default(start, end, status, measure)
        return self._with_base(decision, before, start, measure)

    def _sentence(self, at: int) -> int:
        return self._breaks[bisect_right(self._breaks, at) - 1]

    def _before(self, sentence: int, start: int) -> list[Stamp]:
        """The dates of the sentence that end before the number, nearest first."""
        high = bisect_right(self._ends, start)
        found = []
        while high > 0 and self.stamps[high - 1].start >= sentence:
            high -= 1
            found.append(self.stamps[high])
        return found

    def _attached(self, before: list[Stamp], start: int, measure: str) -> Stamp | None:
        """The date that the number itself carries: 去年同期的6万人, 2015年底的148亿元."""
        if not before or before[0].role == "span":
            return None
        between = self.text[before[0].end : start]
        if not cues.ATTACHED.fullmatch(between):
            return None
        if between.startswith("的"):
            return None if before[0].role == "base" and measure == "ratio" else before[0]
        if before[0].role == "same":
            return before[0] if "达" in between else None
        return before[0] if before[0].role == "base" and not between and measure == "level" else None

    def _period_of(self, stamp: Stamp) -> str | None:
        """The period of a stamp; 去年同期 is the governing period a year earlier."""
        if stamp.role != "same":
            return stamp.period
        index = bisect_right(self._ends, stamp.start) - 1
        while index >= 0:
            earlier = self.stamps[index]
            if earlier.role in ("anchor", "since") and earlier.period and not earlier.future:
                return shifted(earlier.period, -1)
            index -= 1
        return shifted(self.reporting.period, -1) if self.reporting.period else None

    def _from_to(self, sentence: int, before: list[Stamp], start: int, end: int) -> PeriodDecision | None:
        """从2015年底的A增至2019年底的B: the old value and the new one, each with its own period."""
        clause = self.text[sentence:start]
        origin = cues.last_origin(clause)
        if origin is None:
            return None
        between = clause[origin:]
        if cues.TURN.search(between):
            return self._new_value(sentence + origin, before, start)
        if not cues.TURN.search(self.text[end : end + 30].split("，")[0].split(",")[0]):
            return None
        own = [stamp for stamp in before if stamp.start >= sentence + origin]
        if own:
            return PeriodDecision(self._period_of(own[0]), "old_value", (own[0].start, own[0].end))
        scope = self._interval(before, sentence + origin)
        if scope is not None:
            return PeriodDecision(scope.partition("/")[0], "interval_start")
        return PeriodDecision(None, "old_value")

    def _new_value(self, origin: int, before: list[Stamp], start: int) -> PeriodDecision | None:
        own = [stamp for stamp in before if stamp.start >= origin and stamp.role != "origin"]
        if own and cues.TURN.search(self.text[origin : own[0].start]):
            return PeriodDecision(own[0].period, "new_value", (own[0].start, own[0].end))
        scope = self._interval(before, origin)
        if scope is not None and scope.count("/") == 1:
            return PeriodDecision(scope.rpartition("/")[2], "interval_end")
        return None

    def _interval(self, before: list[Stamp], origin: int) -> str | None:
        """The stretch of years that a from-to pair runs over, or the ends of the pair before it in the sentence."""
        outer = [stamp for stamp in before if stamp.end <= origin and stamp.role != "base"]
        if not outer:
            return None
        if outer[0].role == "span":
            return self._placed(outer[0])
        if outer[0].period and "/" in outer[0].period and outer[0].long:
            return outer[0].period
        if len(outer) >= 2 and cues.PAIR.search(self.text[max(0, outer[1].start - 1) : outer[0].start + 1]):
            return f"{outer[1].period}/{outer[0].period}"
        return None

    def _governing(self, before: list[Stamp], start: int, end: int, measure: str, status: str) -> PeriodDecision | None:
        """The nearest date of the sentence that says when."""
        for index, stamp in enumerate(before):
            if stamp.role in _PASSED_OVER or (status == "observation" and stamp.future):
                continue
            if status == "target" and stamp.role in ("span", "now"):
                continue
            if stamp.role == "vague":
                return PeriodDecision(None, "vague", (stamp.start, stamp.end))
            if stamp.daily and cues.ANNOUNCES.search(self.text[stamp.end : self._clause_end(end)]):
                continue
            if self._cut_off(before, index, start):
                continue
            if stamp.role == "that_year":
                return PeriodDecision(stamp.period or self.reporting.period, "that_year", (stamp.start, stamp.end))
            if stamp.period is None:
                return self._unplaced(stamp, start, measure)
            period = self._narrowed(stamp, before[index + 1 :], start, end, measure, status)
            return PeriodDecision(period, f"date_{stamp.role}", (stamp.start, stamp.end))
        return None

    def _cut_off(self, before: list[Stamp], index: int, start: int) -> bool:
        """Whether a semicolon ends the reach of a date that does not open the sentence."""
        stamp = before[index]
        cut = max(self.text.rfind("；", stamp.end, start), self.text.rfind(";", stamp.end, start))
        if cut < 0:
            return False
        sentence = self._sentence(stamp.start)
        return re.search("[；;]", self.text[sentence : stamp.start]) is not None

    def _ahead(self, end: int) -> Stamp | None:
        """The deadline that follows a target in its clause (830个贫困县到2020年都将脱贫)."""
        index = bisect_left(self._starts, end)
        if index == len(self.stamps) or self.stamps[index].start > self._clause_end(end):
            return None
        stamp = self.stamps[index]
        return (
            stamp
            if stamp.period and (stamp.until or stamp.role == "until") and stamp.role not in _PASSED_OVER
            else None
        )

    def _unplaced(self, stamp: Stamp, start: int, measure: str) -> PeriodDecision | None:
        """五年来 without years: those of a work report, nothing for a flow, the end of the stretch for a state."""
        clause = self.text[max(stamp.end, start - 24) : start]
        state = self._is_state(clause, measure)
        if self.reporting.span:
            return PeriodDecision(self.reporting.period if state else self.reporting.span, "span")
        printed = self.text[stamp.start : stamp.end]
        if "一年" in printed:
            past = self.published and self.published.month <= 6 and printed.startswith("过去")
            return PeriodDecision(str(self.published.year - 1), "span") if past and self.published else None
        placed = self._placed(stamp)
        if placed:
            return PeriodDecision(placed.rpartition("/")[2] if state else placed, "span", (stamp.start, stamp.end))
        if state:
            return None
        return PeriodDecision(None, "span", (stamp.start, stamp.end))

    def _placed(self, stamp: Stamp) -> str | None:
        """The years of a stretch (三年间, 十年来) when the text names years that are as far apart."""
        count = cues.span_years(self.text[stamp.start : stamp.end])
        printed = self.text[stamp.start : stamp.end]
        if count is None or self.published is None or printed[0] in "近最过前":
            return None
        first = str(self.published.year - count)
        for other in self.stamps:
            if other.period is None or other.role in ("now", "title"):
                continue
            if other.start > stamp.start and cues.SENTENCE_END.search(self.text, stamp.end, other.start):
                break
            start, _, end = other.period.partition("/")
            if end and len(start) == len(end) == 4 and int(end) - int(start) == count - 1:
                return other.period
            if start == first and len(other.period) == 4:
                return f"{first}/{self.published.year}"
        return None

    def _clause_end(self, at: int) -> int:
        found = cues.CLAUSE_END.search(self.text, at)
        return found.start() if found else len(self.text)

    def _narrowed(
        self, stamp: Stamp, outer: list[Stamp], start: int, end: int, measure: str, status: str
    ) -> str | None:
        """The part of a stretch that the number speaks of: a state at its end, a flow over the whole of it."""
        period = stamp.period or ""
        clause = self.text[max(stamp.end, start - 24) : start]
        around = clause + self.text[end : min(self._clause_end(end), end + 24)]
        if stamp.role == "anchor" and stamp.until and outer and outer[0].long and cues.FLOW.search(around):
            first = (outer[0].period or "").partition("/")[0]
            if first and first[:4] < period[:4]:
                return f"{first}/{period}"
        if "/" in period and stamp.role == "since" and measure in ("share", "rank"):
            return period.rpartition("/")[2]
        if (
            "/" in period
            and stamp.plan
            and stamp.role != "since"
            and status == "observation"
            and self._is_state(clause, measure)
        ):
            return period.rpartition("/")[2]
        if (
            "累计" in cues.last_clause(self.text, start)
            and outer
            and outer[0].role == "origin"
            and outer[0].period
            and "/" not in period
        ):
            return f"{outer[0].period}/{period}"
        return period

    def _is_state(self, clause: str, measure: str) -> bool:
        clause = clause.rpartition("、")[2]
        if measure in ("growth", "change"):
            return False
        if measure in ("share", "rank"):
            return True
        return bool(cues.STATE.search(clause) or cues.TURN.search(clause)) and not cues.FLOW.search(clause)

    def _carried(self, sentence: int, start: int, measure: str, status: str) -> PeriodDecision | None:
        """The period that an earlier sentence of the paragraph opened."""
        paragraph = self.text.rfind("\n", 0, sentence) + 1
        index = bisect_left(self._ends, sentence) - 1
        while index >= 0 and self.stamps[index].start >= paragraph:
            stamp = self.stamps[index]
            index -= 1
            if status == "target" and self.published and stamp.period and stamp.period[:4] < str(self.published.year):
                continue
            if stamp.carries and stamp.period and (status == "target" or not stamp.future):
                period = stamp.period
                if (
                    "/" in period
                    and (stamp.plan or stamp.role != "anchor")
                    and self._is_state(self.text[max(sentence, start - 24) : start], measure)
                ):
                    period = period.rpartition("/")[2]
                return PeriodDecision(period, "carried", (stamp.start, stamp.end))
        return None

    def _speaks_of_now(self, sentence: int, start: int, end: int) -> bool:
        """现有 before the number in its sentence, or 目前 behind it in its clause."""
        if cues.EXISTING.search(self.text, sentence, start):
            return True
        index = bisect_left(self._starts, end)
        return (
            index < len(self.stamps)
            and self.stamps[index].role == "now"
            and self.stamps[index].start < self._clause_end(end)
        )

    def _default(self, start: int, end: int, status: str, measure: str) -> PeriodDecision:
        section = [found for at, found in self._headings if at <= start]
        if section:
            return PeriodDecision(section[-1], "section")
        clause = cues.last_clause(self.text, start)
        sentence = self._sentence(start)
        if status == "observation" and self._speaks_of_now(sentence, start, end) and self.published:
            return PeriodDecision(f"{self.published.year:04d}-{self.published.month:02d}", "existing")
        if status == "target" and self.published:
            return PeriodDecision(str(self.published.year), "publication_year")
        if (
            self.reporting.span
            and not cues.ON_YEAR.search(clause)
            and (cues.OVER_YEARS.search(clause) or (measure in ("growth", "change") and self._under_span(start)))
        ):
            return PeriodDecision(self.reporting.span, "span")
        if measure != "share" and cues.SINCE_EVENT.search(self.text, sentence, start) and cues.FLOW.search(clause):
            return PeriodDecision(None, "since_event")
        if (
            self.reporting.span
            and measure == "level"
            and self._under_span(start)
            and cues.FLOW.search(clause.rpartition("、")[2])
        ):
            return PeriodDecision(self.reporting.span, "span")
        if self.reporting.period:
            aside = measure in ("level", "change")  # an amount without a date in an article on one quarter is background
            return PeriodDecision(self.reporting.period[:4] if aside else self.reporting.period, "reporting")
        return PeriodDecision(str(self.published.year) if self.published else None, "publication_year")

    def _under_span(self, start: int) -> bool:
        """Whether the last date before the number is a stretch of years such as 五年来."""
        index = bisect_right(self._ends, start) - 1
        while index >= 0 and self.stamps[index].role in ("base", "title", "same"):
            index -= 1
        return index >= 0 and self.stamps[index].role == "span"

    def _with_base(self, decision: PeriodDecision, before: list[Stamp], start: int, measure: str) -> PeriodDecision:
        """Adds the base of a comparison; against an earlier year but the last the period runs from that year."""
        if measure not in ("growth", "change"):
            return decision
        base = next((stamp for stamp in before[:1] if stamp.role == "base" and stamp.period), None)
        run = cues.OVER_N_YEARS.search(self.text, max(self._sentence(start), start - 40), start)
        if run and decision.period and len(decision.period) == 4:
            count = cues.span_years(run[1] + "年") or 0
            return PeriodDecision(
                f"{int(decision.period) - count}/{decision.period}", "over_years", (run.start(), run.end())
            )
        if base is None or base.period is None:
            return decision
        if cues.CLAUSE_END.search(self.text, base.end, start) and not cues.AGAIN.search(self.text, base.end, start):
            return decision
        period = decision.period
        first, last = base.period[:4], (period or "")[:4]
        if period and first.isdigit() and last.isdigit() and int(last) - int(first) > 1 and "/" not in period:
            period = f"{base.period.partition('/')[0]}/{period}"
        name = "previous_year" if last.isdigit() and first.isdigit() and int(last) - int(first) == 1 else "named_period"
        return PeriodDecision(period, decision.rule, decision.trigger, name, base.period)
