"""Numbers in a stretch of years (五年来, 十三五期间): a state holds at its end, a flow over the whole of it."""

from __future__ import annotations

import re

from tasks.extract import periods_words as cues
from tasks.extract.periods_built import stands_by_then
from tasks.extract.periods_document import Document
from tasks.extract.periods_flows import of_all_years, passed_through, reached_in
from tasks.extract.periods_iso import shifted
from tasks.extract.periods_lists import over_both
from tasks.extract.periods_named import a_year_since
from tasks.extract.periods_pairs import PeriodDecision, decided
from tasks.extract.periods_placed import AHEAD
from tasks.extract.periods_since import since_event, stopped
from tasks.extract.periods_stamps import Stamp
from tasks.extract.periods_sums import happened, joins_sum, sums_so_far, years_running
from tasks.extract.verbs import deed_before, deed_behind

_BEFORE = 24
_BEGUN = 8
_FIVE = 5
_TEN = 10
_SPRING, _HALF = 3, 6
# 2011年的A项目和2012年的B项目，累计投资C: two years side by side, and a sum of both.
_BESIDE = re.compile(r"[^，。；,;0-9]{0,24}?(?:、|和|与|及|以及)")
_CAME_ABOUT = re.compile(r"[^，。；,;0-9]{1,16}?(?<![除为])了(?![解不])")
_REACHED = re.compile("达|总[里量数额]|拥有|余额|稳定在")
# 年均增长5.6%，突破6万亿元: where it has come to.
# 森林面积净增150万亩，达到1.21亿亩; 总数达到300家
_NOW_SO_MUCH = re.compile("[，,、\\s]*(?:现|目前)?(?:已|总[数量]|保有量)*(?:达到?|增至|增加到|提高到|扩大到|升至)了?$")
_STEPS = re.compile("(?:先后|接连|一举|已)?(?:突破|跨上|跨越|迈上|跃上|站上|跨过)")
# 高考前和10月份: two times, of which one is no date.
_AND_THEN = frozenset(side + joined for side in "前后" for joined in "和与及、")
# 以5%的能耗产出了…: by what it was done.
_BY_MEANS = ("以", "用", "凭", "靠")
# 1937年12月13日，…，在此后的一个多月时间里: the weeks after what is told, not those before the text.
_THEN_ON = ("此后", "随后", "之后", "其后")
_THEN_ON_OF = tuple(f"{word}的" for word in _THEN_ON)
_FIGURE = re.compile("[0-9]")
_COUNTS = re.compile(r"(?:[0-9.]+[^，。；,;、和及与0-9]{1,12}[、和及与])*")


class Stretches:
    """Reads what part of a stretch of time the numbers of one document speak of."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text

    def unplaced(self, stamp: Stamp, start: int, end: int, measure: str) -> PeriodDecision | None:
        """五年来 without years: those of a work report, nothing for a flow, the end of the stretch for a state."""
        document = self._document
        clause = self._text[max(stamp.end, start - _BEFORE) : start]
        state = self.is_state(clause, measure) and not self._undergoes(clause.replace("已", ""), end)
        if self._text.startswith(AHEAD, stamp.start) and (to_come := document.placed(stamp)):
            return decided(stamp, to_come[-4:] if state else to_come, "span")
        state = state or (measure == "level" and stands_by_then(document, clause, end))
        state = state and not passed_through(self._text, clause, end)
        five = document.outline.five_years(start) or document.reporting.span
        if five and "一年" not in self._text[stamp.start : stamp.end]:
            return PeriodDecision(five.rpartition("/")[2] if state else five, "span")
        printed = self._text[stamp.start : stamp.end]
        if printed.startswith(_THEN_ON) or self._text.endswith(_THEN_ON_OF, 0, stamp.start):
            return decided(stamp, None, "span")
        if ("年" not in printed or "半年" in printed) and document.published:
            return PeriodDecision(str(document.published.year), "span")
        if "一年" in printed:
            if document.published and (since := a_year_since(self._text, stamp.start, document.published.year)):
                return decided(stamp, since[5:] if state else since, "span")
            year = self.past_year(stamp)
            return PeriodDecision(year, "span") if year else None
        if document.plan and cues.span_years(printed) == _FIVE:
            return decided(stamp, document.plan.rpartition("/")[2] if state else document.plan, "span")
        if measure == "level" and cues.EVERY_YEAR.search(self._text, stamp.end, start):
            return decided(stamp, None, "each_year")
        placed = self._since_census(printed) or document.placed(stamp)
        if placed:
            over = not state and measure == "level" and document.published
            if over and printed[-3:] in ("多年来", "余年来") and placed.endswith(f"/{over.year}"):
                placed = f"{placed[:5]}{over:%Y-%m}"
            return decided(stamp, placed.rpartition("/")[2] if state else placed, "span")
        held = state or (measure == "level" and not cues.FLOW.search(cues.last_clause(self._text, start)))
        if (
            held
            and (cues.span_years(printed) or _TEN) >= _TEN
            and printed.endswith("来")
            and document.published
            and self._long_past(stamp)
        ):
            return PeriodDecision(str(document.published.year), "span_end")
        return None if state and not self._part_of(stamp, start, end, measure) else decided(stamp, None, "span")

    def _part_of(self, stamp: Stamp, start: int, end: int, measure: str) -> bool:
        """Whether a share is that of an amount told for the stretch before it (近三年年产43万吨，其中一成出口)."""
        clause = cues.last_clause(self._text, start)
        if measure != "share" or "率" in clause or not _FIGURE.search(self._text, stamp.end, start - len(clause)):
            return False
        return "其中" in clause or "占" in clause or self._text[end - 1] == "成"

    def _since_census(self, printed: str) -> str | None:
        """The years from one census to the next for 过去10年 in a text on the last of them."""
        counted = self._document.reporting.counted
        return f"{int(counted) - _TEN}/{counted}" if counted and cues.span_years(printed) == _TEN else None

    def past_year(self, stamp: Stamp) -> str | None:
        """The year of 过去一年 in the first half of a year, and of 一年来 in its first months."""
        published = self._document.published
        printed = self._text[stamp.start : stamp.end]
        if published is None or not printed.startswith(cues.PAST_YEAR) or self._text[stamp.end : stamp.end + 1] == "的":
            return None
        past = published.month <= (_HALF if printed.startswith("过去") else _SPRING)
        return str(published.year - 1) if past else None

    def _long_past(self, stamp: Stamp) -> bool:
        """Whether the paragraph spoke of a year long past before a stretch up to now (1921年…。一百年来…)."""
        published = self._document.published
        for earlier in self._document.before(self._document.paragraph(stamp.start), stamp.start):
            if earlier.carries and earlier.period:
                return published is not None and int(earlier.period[:4]) < published.year - 1
        return False

    def narrowed(self, stamp: Stamp, outer: list[Stamp], start: int, end: int, measure: str, status: str) -> str | None:
        """The part of a stretch that the number speaks of: a state at its end, a flow over the whole of it."""
        if both := over_both(self._text, stamp, outer, start):
            return both
        section = self._document.outline.at(start)
        ahead = status == "target" or (section is not None and section.ahead)
        period = shifted(stamp.period, 1) if stamp.period and stamp.back and ahead else stamp.period or ""
        if stamp.daily and not stamp.until and self._of_no_day(stamp, start, end):
            return period[:4]
        if "/" not in period:
            return self._of_one_date(stamp, period, outer, start, end, measure, status)
        clause = self._text[max(stamp.end, start - _BEFORE) : start]
        at_end = self.at_plan_end(stamp, clause, measure)
        if stamp.role == "since":
            come_to = measure == "level" and _NOW_SO_MUCH.fullmatch(cues.last_clause(self._text, start))
            at_end = measure in ("share", "rank") or bool(come_to)
        done = measure == "level" and (self.did(start, end) or self._undergoes(clause, end))
        way = self._text[end - 2 : end] in ("小时", "分钟") and cues.REACHED_IN.match(self._text, end) is not None
        flows = stamp.role == "since" or cues.EVERY_YEAR.search(clause) is not None
        reached = measure == "share" or (measure == "level" and not flows)
        at_end = (at_end or way or self.told_at_end(stamp, clause, reached)) and not done
        aimed = stamp.plan and self.at_plan_end(stamp, clause, measure)
        if not at_end or (status != "observation" and not aimed):
            return period
        first, _, last = period.partition("/")
        # “十四五”以来 counts in years, and so does its end.
        return last[: len(first)] if stamp.plan else last

    def _of_one_date(
        self, stamp: Stamp, period: str, outer: list[Stamp], start: int, end: int, measure: str, status: str
    ) -> str:
        """The period that one date stands for: its own, that of its year, or one that runs up to or on from it."""
        if status == "target" and len(period) == len("2026-05") and self._text[stamp.end : stamp.end + 1] == "起":
            return period[:4]
        monthly = len(period) == len("2026-05") and stamp.role == "anchor" and not stamp.until
        if monthly and self._text[stamp.start - 2 : stamp.start] in _AND_THEN:
            return period[:4]
        monthly = monthly and "月" in self._text[stamp.start : stamp.end]
        if monthly and cues.SUMMED_UP.search(self._text, stamp.end, start):
            return period if period[5:7] == "01" else f"{period[:4]}-01/{period}"
        if status == "target" and self._finished_by(stamp, start):
            return period[:4]
        if published := self._since_start(stamp, period, start, measure, status):
            return f"{period}/{published}"
        if status == "observation" and (year := self._still_so(stamp, period, start, measure)):
            return year
        clause = self._text[max(stamp.end, start - _BEFORE) : start]
        around = clause + self._text[end : min(self._document.clause_end(end), end + _BEFORE)]
        since_plan = stamp.role == "anchor" and stamp.until and outer and outer[0].long and cues.FLOW.search(around)
        if so_far := self._this_year(stamp, outer, period, start):
            return so_far
        first = (outer[0].period or "").partition("/")[0] if outer else ""
        if outer and self._both_years(stamp, outer[0], start):
            return f"{first}/{period}"
        if stamp.daily and stamp.until and outer and outer[0].role == "since" and len(first) == len(period) > 7:
            return f"{first}/{period}"
        over_pair = outer and outer[0].role == "origin" and "累计" in cues.last_clause(self._text, start)
        return f"{first}/{period}" if first and first[:4] < period[:4] and (since_plan or over_pair) else period

    def _both_years(self, stamp: Stamp, earlier: Stamp, start: int) -> bool:
        """Whether a sum is of two years side by side (2011年和2012年，累计投资…; 在2011年的A和2012年的B上，共…)."""
        years = (earlier.period or "", stamp.period or "")
        if earlier.role != "anchor" or stamp.role != "anchor" or not all(y.isdigit() and len(y) == 4 for y in years):
            return False
        beside = _BESIDE.fullmatch(self._text, earlier.end, stamp.start) is not None
        together = stamp.end == start or cues.TOGETHER.search(self._text, stamp.end, start) is not None
        return beside and years[0] < years[1] and together

    def told_at_end(self, stamp: Stamp, clause: str, reached: bool) -> bool:
        """Whether the words before a number say that it is of the end of the stretch (期末, 由…增至; 比重提高到45%)."""
        at_end = cues.COME_TO if reached else cues.AT_END
        return cues.PERIOD_END.search(clause) is not None or (stamp.long and at_end.search(clause) is not None)

    def _finished_by(self, stamp: Stamp, start: int) -> bool:
        """Whether a month tells when a thing will be finished that gives the number (9月竣工，可新增岗位300个)."""
        done = cues.FINISHED.match(self._text, stamp.end)
        return done is not None and cues.CLAUSE_END.search(self._text, done.end() - 1, start) is not None

    def _of_no_day(self, stamp: Stamp, start: int, end: int) -> bool:
        """Whether an amount is of the year or of a thing for good, though a day is told (今天开工，全长8公里; 42岁)."""
        clause = cues.last_clause(self._text[stamp.end : start], start - stamp.end)
        aged = self._text[end - 1 : end] == "岁" and not clause.endswith(("享年", "终年", "年仅", "时年"))
        whole = cues.WHOLE_AREA.search(clause) is not None and cues.DIVISIONS.match(self._text, end) is not None
        stop = self._document.clause_end(end)
        settled = cues.SETTLED.search(self._text, stamp.end, stop) or cues.GATHERS.search(self._text, stamp.end, start)
        for_good = (
            cues.YEARLY.search(clause) is not None
            and not cues.THAT_DAY.search(clause)
            and (not settled or cues.EACH_YEAR.search(clause) is not None)
        )
        return aged or (whole and "来自" not in clause) or for_good

    def _this_year(self, stamp: Stamp, outer: list[Stamp], period: str, start: int) -> str | None:
        """The months of a sum of this year up to a month of it (截至10月底，今年已累计发行6万亿元)."""
        clause = cues.last_clause(self._text, start)
        if not outer or not (sums_so_far(clause) or happened(self._text, clause, start)):
            return None
        whole, until = (period, outer[0]) if outer[0].until else (outer[0].period or "", stamp)
        month = until.until and len(until.period or "") >= len("2020-10")
        if len(whole) != len("2020") or not month or (until.period or "")[:4] != whole:
            return None
        opens = (outer[0].role == "since" or outer[0].until) and (cues.SO_FAR.search(clause) or not until.daily)
        return f"{whole}-01/{(until.period or '')[:7]}" if opens and (until.period or "")[5:7] != "01" else None

    def _since_start(self, stamp: Stamp, period: str, start: int, measure: str, status: str) -> str | None:
        """The month of publication, its day behind a day, for a sum that runs on (从2018年开始，累计输水8亿立方米)."""
        published = self._document.published
        if published is None or period >= published.isoformat()[: len(period)]:
            return None
        begins = cues.FROM_ON.match(self._text, stamp.end)
        opens = begins and self._text[stamp.start - 1 : stamp.start] in ("从", "自")
        if begins and stamp.daily and status == "observation" and cues.AVERAGED.search(self._text, stamp.end, start):
            return published.isoformat()
        if measure != "level":
            return None
        event = not stamp.daily and self._text[stamp.end : stamp.end + 1] in ("，", ",")
        if event and since_event(self._text, stamp.end, start):
            return f"{published:%Y-%m}"
        if not opens:
            return None
        runs = cues.SUM.search(self._text, stamp.end, start) is not None
        if stamp.daily:
            clause = cues.last_clause(self._text, start)
            runs = runs or (cues.FLOW.search(clause) is not None and cues.TURN.search(clause) is None)
            return published.isoformat() if runs or self._text.find("已", stamp.end, start) >= 0 else None
        if status == "observation" and not runs:
            clause = cues.last_clause(self._text, start)
            flow = cues.FLOW.search(clause) is not None or clause.endswith("了")
            flow = flow or cues.AGREED.search(self._text, start, self._document.clause_end(start)) is not None
            runs = flow or cues.EACH.search(self._text, stamp.end, start) is not None
        return (stopped(self._document, start) or f"{published:%Y-%m}") if runs else None

    def _still_so(self, stamp: Stamp, period: str, start: int, measure: str) -> str | None:
        """The year of publication where a date only tells since when something is so (从2005年开始有7人驻守)."""
        published = self._document.published
        if published is None or measure not in ("level", "share") or period >= published.isoformat()[: len(period)]:
            return None
        dated = len(period) == len("2005")
        dated = dated or (stamp.daily and self._text.find("开始", stamp.end, stamp.end + _BEGUN) > 0)
        begun = cues.FROM_ON.match(self._text, stamp.end)
        if not dated or begun is None or self._text[stamp.start - 1 : stamp.start] not in ("从", "自"):
            return None
        clause = cues.last_clause(self._text, start)
        told = cues.TURN.search(clause) is not None or cues.DISPOSED.search(clause) is not None
        told = told or self._text.find("连续", stamp.end, start) >= 0
        so = not told and cues.CLAUSE_END.search(self._text, begun.end(), start) is not None
        return str(published.year) if so else None

    def at_plan_end(self, stamp: Stamp, clause: str, measure: str) -> bool:
        """Whether the number is a state in the years of a plan, or an amount reached in years that are named."""
        named = measure == "level" and reached_in(stamp.period or "", cues.last_item(clause))
        return (stamp.plan or named) and self.is_state(clause, measure)

    def is_state(self, clause: str, measure: str) -> bool:
        """Whether the words before a number speak of a state reached rather than of a flow over time."""
        clause = cues.last_item(clause)
        if cues.KEPT.search(clause):
            return years_running(clause) > _FIVE
        if measure in ("growth", "change") or "年均" in clause[cues.last_cut(clause) :]:
            return False
        last = clause[cues.last_cut(clause) :]
        if of_all_years(last, measure):
            return False
        if measure in ("share", "rank") or (cues.TURN.search(last) and not cues.FLOW.search(last)):
            return True
        if _REACHED.search(last) and _FIGURE.search(clause[: len(clause) - len(last)]):
            # 新建水库12座，灌溉面积达到300万亩: what was done has its own figure, this one is of what there is.
            return not (cues.FLOW.search(last) or cues.UNDERGONE.search(last))
        if _STEPS.match(last):
            return True
        return bool(cues.STATE.search(clause) or cues.TURN.search(clause)) and not cues.FLOW.search(clause)

    def did(self, start: int, end: int) -> bool:
        """Whether a number opens a clause that goes on with what was done to it or by it (，5316户和97个村全部脱贫)."""
        if _COUNTS.fullmatch(cues.last_clause(self._text, start).strip()) is None:
            return False
        clause = self._text[end : min(self._document.clause_end(end), end + _BEFORE)]
        return cues.FLOW.search(clause) is not None and not cues.STATE.search(clause)

    def done(self, start: int, end: int) -> bool:
        """Whether a number counts what was done or came about: its verb stands before it in its clause, or behind it
        where it opens the clause (238家合作社得到扶持)."""
        clause = cues.last_clause(self._text, start)
        return (
            cues.runs_on(clause)
            or self._undergoes(clause, end)
            or joins_sum(self._document, clause, start, end)
            or deed_before(cues.last_item(clause))
        )

    def _undergoes(self, clause: str, end: int) -> bool:
        """Whether what follows the number tells what became of it (有60万人脱贫, 有52万人甩掉了帽子); 已有 is a sum up
        to now."""
        if "已" in clause or clause.endswith(_BY_MEANS):
            return False
        stop = self._document.clause_end(end)
        told = cues.UNDERGONE.match(self._text, end, stop) or _CAME_ABOUT.match(self._text, end, stop)
        return told is not None or deed_behind(clause, self._text[end:stop])
