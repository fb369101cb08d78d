"""Two values, two periods: 从2015年底的A增至2019年底的B, and growth against a named year or over N years."""

from __future__ import annotations

import re
from typing import NamedTuple

from tasks.extract import periods_words as cues
from tasks.extract.cues import ABOUT
from tasks.extract.old_values import planned_before, to_be_replaced
from tasks.extract.periods_bases import base_of
from tasks.extract.periods_document import Document
from tasks.extract.periods_iso import month_before, shifted
from tasks.extract.periods_same import held_against
from tasks.extract.periods_stamps import Stamp
from tasks.extract.periods_sums import first_of, summed
from tasks.extract.periods_turns import came_from, comes_to, is_index, month_of_old, revised, years_told

_TURN_REACH = 30
_RUN_REACH = 40
_PLAN = 5
_HEAD = 5
_SPAN = len("2021/2025")
# 从2011年的A减少到2014年的B，减少贫困人口C: what a pair of values sums up to.
_LESS_BY = re.compile(r"(?:累计|共|净)?(?:减少|增加|净增|压减)了?[^，。；,;0-9]{0,12}")
_FIGURE = re.compile("[0-9]")
# 9.4%的贫困发生率降到了0.38%: a value, what it is of, and where it has come to.
_OF_SUBJECT = re.compile(
    r"的[^，。；,;0-9]{2,14}?((?:增|升|降|减|提|扩|缩|压|涨|跌|下|上|变|回)[^，。；,;0-9]{0,5}[到至为成]了?[^，。；,;0-9]{0,2})[0-9]"
)
# 由原定的8人增加到13人: what was planned is of the time of what came about.
_PLANNED = re.compile("[从由]原?(?:定|计划|拟|预定)[^，。；,;0-9]{0,6}$")
# 运营10年来，每日开行数量从最初的47对增至136对: of a time before all that is told.
_AT_FIRST = re.compile("最初|最早|原先|原来|起初|当初|开始时|之初")
# 80元的补贴，今年将提高到90元: the old value is of no time that is told.
_AHEAD = re.compile("将|要|拟|起")
_TURNS_NEXT = re.compile(cues.BY_DEGREES + f"(?:{cues.TURN.pattern})")
_VALUE = re.compile(f"(?:{ABOUT}|超过?|了|近|逾|达|[0-9一二两三四五六七八九十百千万零第]|目前|现在)")
_DATED = ("anchor", "origin", "since")


class PeriodDecision(NamedTuple):
    """`period` in ISO 8601 or None, the rule that gave it, the words that triggered it, and the base of a comparison.

    `baseline` is previous_year or named_period, `baseline_period` the ISO period of the base.
    """

    period: str | None
    rule: str
    trigger: tuple[int, int] | None = None
    baseline: str | None = None
    baseline_period: str | None = None


def decided(stamp: Stamp, period: str | None, rule: str) -> PeriodDecision:
    """A decision that a stamp triggered."""
    return PeriodDecision(period, rule, (stamp.start, stamp.end))


def from_to(document: Document, sentence: int, before: list[Stamp], start: int, end: int) -> PeriodDecision | None:
    """The period of the old or the new value of a pair; None when the number is in none, or no date says."""
    origin = cues.last_origin(document.text, sentence, start)
    if origin is None:
        return _turned_from(document, before, start, end)
    if forecast := revised(document, before, origin, start, end):
        return PeriodDecision(forecast, "revised")
    if _PLANNED.search(document.text, origin, start) or planned_before(document.text, start, end):
        return None
    if cues.TURN.search(document.text, origin, start) or came_from(document.text, origin, start, end):
        return _new_value(document, origin, before)
    ends = _bare_pair(document, before, origin, start, end)
    if ends:
        return ends
    stop = document.clause_end(end)
    turned = cues.TURN.search(document.text, end, min(stop, end + _TURN_REACH))
    if turned and "、" in document.text[end : turned.start()] and not _VALUE.match(document.text, turned.end()):
        # 清单新增8项、适用主体扩大至事业单位: something else turns, and into no number.
        turned = None
    if not (
        turned
        or comes_to(document.text, origin, start, end)
        or (document.text[stop : stop + 1] in ("，", ",") and _TURNS_NEXT.match(document.text, stop + 1))
    ):
        return None
    own = [stamp for stamp in before if stamp.start >= origin]
    if own:
        return decided(own[0], document.period_of(own[0]), "old_value")
    if _AT_FIRST.search(document.text, origin, start):
        return PeriodDecision(None, "old_value")
    scope = _interval(document, before, origin) or (None if before else document.outline.five_years(origin))
    scope = scope or (month_of_old(document.text, before, origin) if is_index(document.text, end) else None)
    return PeriodDecision(scope.partition("/")[0], "interval_start") if scope else PeriodDecision(None, "old_value")


def _turned_from(document: Document, before: list[Stamp], start: int, end: int) -> PeriodDecision | None:
    """The old value that stands before what it is of (9.4%的贫困发生率降到了0.38%): of a stretch, its first year."""
    if to_be_replaced(document.text, end) and _AHEAD.search(document.text, end, document.sentence_end(end)):
        return PeriodDecision(None, "old_value")
    turned = _OF_SUBJECT.match(document.text, end, document.clause_end(end))
    if turned is None or not cues.TURN.search(document.text, turned.start(1), turned.end()):
        return None
    scope = _interval(document, before, start)
    return PeriodDecision(scope.partition("/")[0], "interval_start") if scope else PeriodDecision(None, "old_value")


def _bare_pair(document: Document, before: list[Stamp], origin: int, start: int, end: int) -> PeriodDecision | None:
    """The first or the last year of a stretch for 2007至2017年，营收从2亿到163亿, which has no verb."""
    scope = before[0] if before and before[0].long and before[0].end <= origin else None
    if scope is None or not scope.period:
        return None
    first, _, last = scope.period.partition("/")
    if document.text[end : end + 1] in ("到", "至"):
        return decided(scope, first, "interval_start")
    to = document.text[start - 1] in "到至" and document.text[start - 2] != "不"
    return decided(scope, last, "interval_end") if to else None


def _new_value(document: Document, origin: int, before: list[Stamp]) -> PeriodDecision | None:
    own = [stamp for stamp in before if stamp.start >= origin and stamp.role != "origin"]
    if own and cues.TURN.search(document.text, origin, own[0].start):
        return decided(own[0], own[0].period, "new_value")
    scope = _interval(document, before, origin)
    if scope is not None and scope.count("/") == 1:
        return PeriodDecision(scope.rpartition("/")[2], "interval_end")
    return None


def _interval(document: Document, before: list[Stamp], origin: int) -> str | None:
    """The stretch of years that a pair runs over, or the ends of the pair before it in the sentence."""
    outer = [stamp for stamp in before if stamp.end <= origin and stamp.role != "base"]
    if not outer:
        return None
    if outer[0].role == "span":
        return document.placed(outer[0])
    if outer[0].period and "/" in outer[0].period and outer[0].long:
        return outer[0].period
    if outer[0].role == "since" and len(outer[0].period or "") == len("2022-12"):
        return f"{outer[0].period}/{outer[0].period}"
    if outer[0].role == "origin" and outer[0].period and _told_before(document, outer[0], origin):
        return outer[0].period
    if len(outer) >= 2 and outer[0].role == "origin" and outer[1].until and outer[0].period and outer[1].period:
        return f"{outer[0].period}/{outer[1].period}"
    since = outer[1].period if len(outer) >= 2 and outer[1].role == "since" and outer[1].long else None
    if since and outer[0].period and len(outer[0].period) == 4 and since[:4] < outer[0].period:
        return f"{since[:4]}/{outer[0].period}"
    if len(outer) >= 2 and (told := years_told(outer[1], outer[0])):
        return told
    apart = len(outer) >= 2 and (outer[1].period or "")[:4] < (outer[0].period or "")[:4]
    if apart and document.text[max(0, outer[1].start - 1)] in "从由自":
        return f"{outer[1].period}/{outer[0].period}"
    return None


def _told_before(document: Document, stamp: Stamp, origin: int) -> bool:
    """Whether the pair before this one says where it comes from alone (从2012年的40家增至90家，收入从5亿元…)."""
    comma = cues.CLAUSE_END.search(document.text, stamp.end, origin)
    return comma is not None and cues.TURN.search(document.text, stamp.end, comma.start()) is not None


def with_base(
    document: Document, decision: PeriodDecision, before: list[Stamp], start: int, measure: str
) -> PeriodDecision:
    """Adds the base of a growth or change; against a year before the last the period runs from that year on."""
    clause = cues.last_clause(document.text, start)
    five = document.reporting.span or document.plan
    if years := summed(document, decision.period or "", start, five, measure == "growth"):
        return decision._replace(period=years)
    times = measure == "ratio" and _times_of_years_ago(document, before, start)
    if measure not in ("growth", "change") and not times and not _doubled(document, decision, start):
        pair = _pair(document, before, start) if measure == "level" and _LESS_BY.fullmatch(clause) else None
        return decision._replace(period=pair, rule="pair") if pair else decision
    run = cues.OVER_N_YEARS.search(document.text, max(document.sentence(start) - 1, start - _RUN_REACH, 0), start)
    if run and five and cues.span_years(run["years"] + "年") == _PLAN and decision.period == five[-4:]:
        return PeriodDecision(five, "over_years", run.span())
    if run and cues.span_years(run["years"] + "年") == 1:
        # 一年间提高了3个百分点: what a year has changed is of that year.
        run = None
    if run and decision.period and len(decision.period) == 4:
        first = first_of(document, start, int(decision.period) - (cues.span_years(run["years"] + "年") or 0))
        return PeriodDecision(f"{first}/{decision.period}", "over_years", run.span())
    if five and decision.period == five[-4:] and cues.PER_YEAR.search(clause):
        return PeriodDecision(five, "plan_years", decision.trigger)
    if beside := held_against(document.text, before, start):
        this, last = beside
        return PeriodDecision(this.period, "held_against", decision.trigger, "previous_year", last.period)
    base = base_of(document, before, start, clause)
    base_period = document.period_of(base) if base else None
    if base is None or base_period is None:
        sums_up = cues.SUMS_UP.search(clause) and not cues.ON_YEAR.search(clause) and base is None
        pair = _pair(document, before, start) if sums_up else None
        return (
            PeriodDecision(pair, "pair", decision.trigger, "named_period", pair.partition("/")[0]) if pair else decision
        )
    year = str(document.published.year) if document.published else ""
    if decision.rule == "span" and (decision.period or f"/{year}").endswith(f"/{year}") and base_period.isdigit():
        return PeriodDecision(f"{base_period}/{year}", "over_years", decision.trigger)
    printed = document.text[base.start : base.end]
    of_plan = five if five and cues.span_years(printed) == _PLAN and decision.period in (five, five[-4:]) else None
    told = document.story_of(printed, base.start) or of_plan if printed.endswith("年前") else None
    if decision.period and told:
        return decision._replace(period=told, baseline="named_period", baseline_period=told[:4])
    from_year = document.since(printed, base.start) if printed.endswith("年前") else None
    if from_year and decision.period and from_year < decision.period and len(decision.period) == len("2016"):
        over = f"{from_year}/{decision.period}"
        return decision._replace(period=over, baseline="named_period", baseline_period=from_year)
    made = _against(decision, base_period, printed, cues.PER_YEAR.search(clause) is not None)
    # 占比较2019年提高2个百分点: the share of the year, unlike what an amount has grown by since.
    of_share = made.baseline == "previous_year" and document.text[base.start - 1] in "比较"
    of_share = of_share and cues.POINTS.match(document.text, start) is not None
    return made._replace(period=decision.period) if of_share else made


def _times_of_years_ago(document: Document, before: list[Stamp], start: int) -> bool:
    """Whether a ratio is told of what there was so many years ago (是十年前的两倍多)."""
    base = before[0] if before and before[0].role == "base" else None
    return base is not None and document.text[base.start : start].endswith("年前的")


def _doubled(document: Document, decision: PeriodDecision, start: int) -> bool:
    """Whether what has come about doubled (收入较2010年翻一番), as against an aim."""
    past = document.published is None or (decision.period or "9999")[:4] <= str(document.published.year)
    return past and cues.DOUBLES.search(document.text, max(0, start - _HEAD), start + 1) is not None


def _pair(document: Document, before: list[Stamp], start: int) -> str | None:
    """The years of a pair of dated values that the change sums up (从2012年的A增加到2017年的B，年均增长12%)."""
    if len(before) < 2:
        return None
    last, origin = before[0], before[1]
    told = document.text[last.end : start]
    if "；" in told or ";" in told or not cues.CLAUSE_END.search(told):
        return None
    if not (_turns(document, origin, last) or _told_apart(document, origin, last, start)):
        return None
    first, end = origin.period or "", last.period or ""
    over = first[:4].isdigit() and end[:4].isdigit() and int(end[:4]) - int(first[:4]) > 1
    return f"{first}/{end}" if over and len(first) == len(end) == len("2012") else None


def _turns(document: Document, origin: Stamp, last: Stamp) -> bool:
    """Whether a verb between two dates makes them those of a pair (从2012年的A增加到2017年的B)."""
    return origin.role == "origin" and cues.TURN.search(document.text, origin.end, last.start) is not None


def _told_apart(document: Document, origin: Stamp, last: Stamp, start: int) -> bool:
    """Whether a pair is told with a date before each value (1952年为A，2018年增至B) or before both (自1958年至2018年,
    总值从A发展到B)."""
    text = document.text
    if origin.role not in _DATED or last.role not in _DATED or origin.future or last.future:
        return False
    clause = start - len(cues.last_clause(text, start))
    ends = text[last.start - 1] in "到至" and text[last.start - 2] not in "截不"
    turn = cues.TURN.search(text, last.end, clause)
    if _FIGURE.search(text, origin.end, last.start):
        return ends or (turn is not None and cues.last_origin(text, last.end, turn.start()) is None)
    return ends and turn is not None


def _ends_of(printed: str, base_period: str) -> bool:
    """Whether a base is the end of a year or of a month (2021年底, 2020年3月底), from which on a change runs."""
    return printed.endswith(("底", "末")) and len(base_period) in (len("2020"), len("2020-11"))


def _against(decision: PeriodDecision, base_period: str, printed: str, yearly: bool) -> PeriodDecision:
    """The decision with its base; a change over years begins with the base, yearly growth in a plan after it."""
    period = decision.period
    if period is None:
        return PeriodDecision(None, decision.rule, decision.trigger, "named_period", base_period)
    if printed.endswith("年前") and (count := cues.span_years(printed)):
        base_period = str(int(period.rpartition("/")[2][:4]) - count)
    years = int(period.rpartition("/")[2][:4]) - int(base_period[:4])
    if printed.startswith(("上月", "上个月")) and len(period) == len("2020-08"):
        return PeriodDecision(period, decision.rule, decision.trigger, "named_period", month_before(period))
    if printed.endswith("同月"):
        base_period = shifted(period, -1)
    if printed in ("去年同期", "上年同期") and years > 1:
        years, base_period = 1, shifted(period, -1)
    if printed[:2] in ("上年", "上一") and "同" not in printed and len(base_period) == len("2020"):
        years, base_period = 1, str(int(period.rpartition("/")[2][:4]) - 1)
    told = printed[:4].isdigit() and "同" not in printed
    if told and years == 1 and _ends_of(printed, base_period) and len(period) == len("2020-11"):
        return PeriodDecision(f"{base_period}/{period}", decision.rule, decision.trigger, "named_period", base_period)
    # 比2012年增长3% in 2013 is of 2013, as 同比增长3% is.
    if years > 1 and period[:4] == period.rpartition("/")[2][:4]:
        first = base_period.partition("/")[0]
        if "-" in period and shifted(base_period, years) == period:
            # 1—7月…比2019年1—7月增长5%: from the first month of the base to the last one told.
            period = period.rpartition("/")[2]
        elif "-" in period:
            first, period = first[:4], period[:4]
        of_plan = yearly and years == _PLAN and len(first) == len(period) == len("2020") and period[-1] in "05"
        period = f"{int(first) + 1 if of_plan else first}/{period}"
    elif not yearly and period.startswith(f"{int(base_period[:4]) + 1}/") and len(period) == _SPAN:
        period = f"{base_period[:4]}/{period[-4:]}"
    name = "previous_year" if years == 1 else "named_period"
    return PeriodDecision(period, decision.rule, decision.trigger, name, base_period)
