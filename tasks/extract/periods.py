"""The period that a number holds for: the nearest governing date, the scope it carries, or what the article reports on.

Bases of comparison (较2022年) never become the period. The rules are those of the observation schema: a month's end is
the month, a year's end the year, a cumulated part of a year an interval, 目前 the month of publication; without any
date it is the period that the article reports on, else the year of publication.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.extract import periods_words as cues
from tasks.extract.model import TimeExpression
from tasks.extract.periods_accounts import part_closed
from tasks.extract.periods_announced import only_announced
from tasks.extract.periods_attached import Attached
from tasks.extract.periods_carried import Carried
from tasks.extract.periods_chronicles import of_entry, whole_before
from tasks.extract.periods_days import period_days
from tasks.extract.periods_default import Default
from tasks.extract.periods_document import Document
from tasks.extract.periods_events import Events
from tasks.extract.periods_founding import building_of, founded, judged
from tasks.extract.periods_gatherings import Gatherings
from tasks.extract.periods_headlines import told_below, year_below
from tasks.extract.periods_in_force import comes_to, in_force_from
from tasks.extract.periods_lists import shared_out
from tasks.extract.periods_named_again import counted_before
from tasks.extract.periods_now import of_now
from tasks.extract.periods_once import Once
from tasks.extract.periods_overtaken import cut_off, in_a_phrase, is_overtaken, outgrown
from tasks.extract.periods_pairs import PeriodDecision, decided, from_to, with_base
from tasks.extract.periods_placed import AHEAD
from tasks.extract.periods_ranked import change_ranked
from tasks.extract.periods_rows import in_row
from tasks.extract.periods_since import event_behind, since_event
from tasks.extract.periods_stamps import Stamp
from tasks.extract.periods_stretches import Stretches
from tasks.extract.periods_sums import told_until
from tasks.extract.periods_untold import Untold
from tasks.extract.status_aims import held_to_aim
from tasks.extract.status_forms import TASK_MEASURED
from tasks.extract.status_today import TASK_AND_DONE

__all__ = ["PeriodDecision", "PeriodScope", "period_days"]

_PASSED_OVER = frozenset({"noted", "base", "title", "same", "origin"})
_TOLD_BEFORE = ("carried", "event", "gathering")
_BRACKET = 6
_MONTH, _DAY = len("2020-10"), len("2020-10-01")


class PeriodScope:
    """Decides the period of every number of one document.

    `dates` are those of `find_dates` on the same text. Measure and status of the number matter: a share or a rank holds
    at the end of a stretch of years, a target takes the deadline.
    """

    def __init__(
        self, text: str, dates: Sequence[TimeExpression], published_at: str | None, title: str | None = None
    ) -> None:
        self._document = Document(text, dates, published_at, title)
        self._stretches = Stretches(self._document)
        self._attached = Attached(self._document)
        self._earlier = Carried(self._document, self._stretches)
        self._default = Default(self._document, self._stretches)
        self._untold = Untold(self._document, self._stretches)
        self._once = Once(self._document)
        self._events = Events(self._document)
        self._gatherings = Gatherings(self._document)
        self._text = text
        self._published = self._document.published.isoformat() if self._document.published else ""

    @property
    def reporting(self) -> str | None:
        """The period that the article as a whole reports on, if it says so."""
        return self._document.reporting.period

    @property
    def over(self) -> bool:
        """Whether the article as a whole reports on a year that ended before its publication."""
        return self._document.published is not None and not self._document.reports_now

    def comes_into_force(self, when: PeriodDecision, start: int) -> bool:
        """Whether a number is a new value that holds from a day after publication on (7月1日起，票价上调到80元)."""
        return (
            when.trigger is not None and self._to_come(when.period or "") and comes_to(self._text, *when.trigger, start)
        )

    def period_at(self, start: int, end: int, measure: str = "level", status: str = "observation") -> PeriodDecision:
        """The period of the number at `text[start:end]`, given its measure and whether it is a target."""
        if other := self._told_elsewhere(start, end, measure, status):
            return other
        document = self._document
        sentence = document.sentence(start)
        before = document.before(sentence, start)
        shared = shared_out(document, sentence, before, start) or in_row(document, before, start)
        if shared:
            return decided(shared[0], shared[1], "shared_out")
        behind = document.after(end)
        if behind and behind.role == "noted" and behind.start - end <= _BRACKET:
            return decided(behind, behind.period, "noted")
        of_base = self._value_of_base(before, start)
        if of_base:
            return of_base
        attached = self._attached.to(before, start, measure)
        if attached:
            return decided(attached, document.period_of(attached), "attached")
        if cues.RECORD.match(self._text, end) and cues.OLD_RECORD.search(cues.last_clause(self._text, start)):
            return PeriodDecision(None, "old_record")
        due = behind and behind.period and (behind.until or behind.role == "until") and behind.role not in _PASSED_OVER
        if behind and due and status == "target":
            return decided(behind, behind.period, "ahead")
        decision = from_to(document, sentence, before or self._earlier.stretch(sentence), start, end)
        if status == "observation" and (decision is None or decision.rule == "old_value"):
            once = self._once.told(sentence, before, start, end, measure)
            decision = once if decision is None or (once and once.period and not decision.period) else decision
        if decision is None and status == "observation" and self._now_in_clause(before, start, end):
            return self._default.existing()
        task = status == "target" and (
            TASK_MEASURED.match(self._text, end) is not None
            or TASK_AND_DONE.match(self._text, end) is not None
            or held_to_aim(self._text, start, end)
        )
        if task:
            # 完成年度任务1.6万人的110%, 实现了6%的预期目标: the task is of the year that the deed is of.
            status = "observation"
        decision = decision or self._governing(before, start, end, measure, status)
        decision = decision or self._untold.told(sentence, start, end, measure, status)
        decision = decision or self._around(sentence, start, end, measure, status)
        decision = decision or self._default.of(sentence, start, end, measure, status)
        if task and decision.period and decision.period[:4] == decision.period.rpartition("/")[2][:4]:
            decision = decision._replace(period=decision.period[:4])
        return with_base(document, self._gatherings.settled(decision, start, end, status), before, start, measure)

    def _told_elsewhere(self, start: int, end: int, measure: str, status: str) -> PeriodDecision | None:
        """The period of the change that a rank is told of, or of the event whose name a magnitude stands in."""
        if measure == "rank" and (ranked := change_ranked(self._text, start)):
            return self.period_at(*ranked, status)
        named = self._events.named(start, end)
        return self.period_at(named, named + end - start, measure) if isinstance(named, int) else named

    def _around(self, sentence: int, start: int, end: int, measure: str, status: str) -> PeriodDecision | None:
        """What the sentences around tell: an event, a date that holds on, the story below a headline."""
        if status == "observation" and (event := self._events.told(sentence, start, end, measure)):
            return event
        if status == "observation" and (again := self._again(sentence, start, end)):
            return again
        if gathering := self._gatherings.told(sentence, start, end):
            return gathering
        carried = self._carried(sentence, start, end, measure, status)
        if carried is None and not self._document.before(sentence, start):
            at = told_below(self._document, start, end)
            return None if at is None else self.period_at(at, at + end - start, measure, status)
        return carried

    def _again(self, sentence: int, start: int, end: int) -> PeriodDecision | None:
        """The day on which those were counted that the sentence of a number tells of again."""
        at = counted_before(self._document, sentence, start, end)
        day = self.period_at(*at) if at else None
        return day._replace(rule="event") if day and len(day.period or "") == _DAY else None

    def _governing(self, before: list[Stamp], start: int, end: int, measure: str, status: str) -> PeriodDecision | None:
        """The nearest date of the sentence that says when."""
        for index, stamp in enumerate(before):
            if self._passed_over(stamp, start, end, measure, status):
                continue
            old = stamp.role == "that_year" and outgrown(self._text, stamp, start)
            if old or told_until(self._text, stamp, before[index + 1 :], start):
                continue
            if stamp.role == "vague":
                if in_a_phrase(self._text, stamp, start):
                    continue
                return decided(stamp, None, "vague")
            if stamp.role == "that_year":
                return decided(stamp, stamp.period or self.reporting, "that_year")
            if stamp.period is None:
                return self._stretches.unplaced(stamp, start, end, measure)
            if not (stamp.future or stamp.until) and self._since_then(stamp, start):
                break
            if not stamp.daily and stamp.role != "now" and event_behind(self._text, stamp.end, start):
                return decided(stamp, None, "since_event")
            closed = part_closed(self._text, stamp, start, measure)
            period = closed or self._stretches.narrowed(stamp, before[index + 1 :], start, end, measure, status)
            if stamp.until and measure == "level" and len(period or "") == _MONTH:
                period = year_below(self._document, stamp, start, end) or period
            if period and stamp.role == "now":
                period = of_now(self._document, stamp, before[index + 1 :], start, end, measure)
            return decided(stamp, period, f"date_{stamp.role}")
        return None

    def _since_then(self, stamp: Stamp, start: int) -> bool:
        """Whether a clause behind the date speaks of the present (于10月全部开工，现已完成18座)."""
        comma = cues.CLAUSE_END.search(self._text, stamp.end, start)
        if comma is None:
            return False
        ago = self._text.startswith("年前", stamp.end - 2) and cues.GREW.search(self._text, comma.start(), start)
        if ago or cues.BY_NOW.search(self._text, comma.start(), start) or judged(self._text, stamp.end, start):
            return True
        published = self._document.published
        if published and (stamp.period or "9999")[:4] >= str(published.year - 1):
            return False
        if cues.ABLE.search(cues.last_clause(self._text, start)):
            return True
        begun = stamp.daily or cues.GROUND_BROKEN.match(self._text, stamp.end) is not None
        if begun and cues.DONE_BY_NOW.search(self._text, comma.start(), start):
            return True
        long_ago = not stamp.daily
        if long_ago and stamp.role == "anchor" and founded(self._text, stamp.start, stamp.end, start):
            return True
        told = comma.start() > stamp.end + 1 or self._text[max(0, stamp.start - 1) : stamp.start] in ("于", "在", "自")
        return long_ago and told and cues.EXISTING.search(self._text, comma.start(), start) is not None

    def _passed_over(self, stamp: Stamp, start: int, end: int, measure: str, status: str) -> bool:
        """Whether a date says nothing about this number."""
        if stamp.role in _PASSED_OVER or (status == "observation" and self._not_yet(stamp, start)):
            return True
        if stamp.counted and not (measure == "level" and self._stretches.done(start, end)):
            return True
        if status == "target" and stamp.role in ("span", "now"):
            return not (self._text.startswith(AHEAD, stamp.start) and self._document.placed(stamp))
        if status == "target" and is_overtaken(self._document, stamp, start):
            return True
        if stamp.until:
            return cut_off(self._document, stamp, start)
        if self._text.startswith("年前", stamp.end - 2) and cues.AGO_OF.match(self._text, stamp.end, start):
            return True
        if stamp.role == "anchor" and cues.BEGUN.match(self._text, stamp.end):
            return True
        if status == "observation" and stamp.role == "anchor" and building_of(self._text, stamp.end, start, end):
            return True
        way = status == "observation" and self._text[end - 2 : end] in ("小时", "分钟")
        if way and cues.OPENED.search(self._text, stamp.end, start):
            return True
        if stamp.daily and only_announced(self._document, stamp, start, end, status == "target"):
            return True
        return cut_off(self._document, stamp, start)

    def _not_yet(self, stamp: Stamp, start: int) -> bool:
        """Whether a date says when something is to come, or whose aims a fact is measured by.

        What is said of the aims of a year that is over (虚报完成2014年度任务90套) is of it.
        """
        if stamp.aim:
            over = self._text[stamp.start].isdigit() and not self._to_come(stamp.period or "9999")
            return not over or cues.CLAUSE_END.search(self._text, stamp.end, start) is not None
        if stamp.daily and self._to_come(stamp.period or "") and "已" in cues.last_clause(self._text, start):
            # 博览会将于11月5日开幕，已有3000家企业报名: by now.
            return True
        ahead = stamp.plan and self._text.find("将", stamp.end, start) >= 0
        return stamp.future or (ahead and cues.HELD.search(cues.last_clause(self._text, start)) is not None)

    def _value_of_base(self, before: list[Stamp], start: int) -> PeriodDecision | None:
        """The time of a base for the value that brackets give behind it (较一季度（8.1%）回升)."""
        base = before[0] if before and self._text[start - 1] in "（(" and before[0].end == start - 1 else None
        if base is None or base.role not in ("base", "same"):
            return None
        return decided(base, self._document.period_of(base), "value_of_base")

    def _now_in_clause(self, before: list[Stamp], start: int, end: int) -> bool:
        """Whether 目前 stands behind a number in whose own clause no date stands before it."""
        own = bool(before) and cues.CLAUSE_END.search(self._text, before[0].end, start) is None
        return not own and self._document.published is not None and self._default.now_follows(end)

    def _carried(self, sentence: int, start: int, end: int, measure: str, status: str) -> PeriodDecision | None:
        """The period that an earlier sentence of the paragraph opened."""
        document = self._document
        if cues.LATELY.search(self._text, sentence, document.clause_end(start)) or since_event(
            self._text, sentence, start
        ):
            return None
        goes_on = cues.PART.match(self._text, sentence) or (
            status == "observation" and self._earlier.continues(sentence)
        )
        if goes_on and not document.before(sentence, start):
            first, last = document.sentence_before(sentence)
            before = [stamp for stamp in document.before(first, last) if not stamp.long]
            decision = self._governing(before, last, last, measure, status) if before else None
            now = decision is not None and decision.rule == "date_now" and self._told_deed(start, end)
            # 目前已签署125份协议。其中，与62国签订了…: so far as all of it.
            now = now and not cues.DONE_SO_FAR.search(self._text, first, last)
            if decision and decision.trigger and decision.period and not now and not self._to_come(decision.period):
                return PeriodDecision(decision.period, "carried", decision.trigger)
            if not before and document.reports_now and cues.EXISTING.search(self._text, first, last):
                return self._default.existing()
        told = self._earlier.told(sentence, start, end, measure, status)
        day = in_force_from(document, sentence, start) if told is None else None
        if day and day.period and (status == "target" or self._to_come(day.period)):
            return decided(day, day.period, "in_force")
        if told or status != "observation":
            return told
        if self._earlier.goes_on_now(sentence, start, end):
            return self._default.existing()
        day = self._earlier.counted_that_day(sentence, start, end) or of_entry(document, sentence, start)
        return decided(day, day.period, "carried") if day else self._of_the_whole(sentence, measure)

    def _of_the_whole(self, sentence: int, measure: str) -> PeriodDecision | None:
        """The time of an event or an earlier sentence that the whole was told of, for a part of it (其中，…)."""
        whole = whole_before(self._document, sentence)
        told = self.period_at(*whole, measure) if whole else None
        return told._replace(rule="carried") if told and told.rule in _TOLD_BEFORE else None

    def _told_deed(self, start: int, end: int) -> bool:
        """Whether the clause of a number tells what was done (其中，35名记者被处分), not how things stand now."""
        clause = cues.last_clause(self._text, start) + self._text[end : self._document.clause_end(end)]
        return "已" not in clause and cues.DONE_TO.search(clause) is not None

    def _to_come(self, period: str) -> bool:
        """Whether a period begins after publication."""
        first = period.partition("/")[0]
        return self._published != "" and first > self._published[: len(first)]
