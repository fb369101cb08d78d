"""Dates of a text as periods of the observation schema, each with what it does for the numbers around it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tasks.extract.clauses import SENTENCE_END
from tasks.extract.cues import ABOUT
from tasks.extract.dates_roles import measures_by
from tasks.extract.model import TimeExpression
from tasks.extract.periods_days import counts_from, day_counted, days_together, hour_alone, same_month
from tasks.extract.periods_iso import PART, schema_period, shifted
from tasks.extract.periods_passing import noted, passes_by
from tasks.extract.periods_roles import PLAN, role_of, until_now
from tasks.extract.periods_spoken import in_apposition, spoken
from tasks.extract.periods_stamp import Stamp as Stamp
from tasks.extract.periods_today import of_this_time
from tasks.extract.periods_words import BUDGET, SAME_MONTH

_WHOLE_DAY = re.compile(r"[0零]时?(?:[—–－\-~～至到]+)24时|全天$")
_UNTIL_LEAD = re.compile(r"(?:截至|截止到?|截止|到|至)$")
_UP_TO = re.compile("截[至止]到?$")
_WHOLE_PART = re.compile("[^止]*(?:半年|季度?|个月)$")
# 对应当前股价的市盈率: at the price of now, whatever year is foretold.
_PRICED, _HELD_TO = ("股价", "市值", "价位", "收盘价", "的股价"), ("对应", "按", "按照", "以", "较", "比", "于")
_AIM = re.compile(r"[^，。；,;]{0,8}?(?:目标|任务|计划|预算)")
NAMES_YEAR = re.compile(
    r"[0-9〇零一二三四五六七八九]{2,4}[）)]?年|今年|去年|上年|前年|明年|后年|本年|当年|同年|次年|翌年|来年"
    r"|五[”\"」’]?(?:规划)?(?:期间|时期|期|以来)|世纪|年代|(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])"
)
_OPENING = re.compile(r"(?:^|[。，,；;：:、\s　“\"（(《]|截止|到|至|在|自|从|(?<!到)了|而|但|据|是|将|仅|随着)$")
_SAME_MONTH_REACH = 30
_NEAREST = 6
# 从2015年启动改革: when something began, not when the figures after it hold.
_BEGINS = re.compile("起?[，,]?(?:启动|开始|实施|推行|试点|成立|建立|设立|开工|起步|组建)")
_DAYS = len("2024-02-04/2024-04-20")
_TO = re.compile(r"[到至—]")
_FROM = re.compile(r"[从自](?:[昨前今][天日晚][（(])?$")
_TO_DAY = re.compile(r"[^，。；,;\n]{0,16}[到至]|(?:开始|起)[^，。；,;\n0-9]{0,10}[，,][到至]")
_SO_FAR = re.compile("截[至止]到?")
# 数据显示，截至7月底: who tells it says nothing of the time.
_TOLD_BY = re.compile("(?:^|(?<=[。\n]))[^。\n]{0,16}[悉计解绍示][，,]")
OF_VALUE = re.compile(rf"的(?:{ABOUT}|超过?|不足)?[0-9]")
_GOES_ON = re.compile(r"[”，,。]|期间|时期|以来|来|末|规划|开局|收官")
_EVENT = re.compile(
    r"度?[\u4e00-\u9fff]{4,20}(?:考察|行动|论坛|大会|大赛|计划|工程|项目|活动|展|赛|节|周|月|季|日|会|奖|榜|强|人物|指数|报告)”"
)
_LIKENED = re.compile("相当于[^，。；,;0-9]*$")
_NEAR_LEAD = 14
_QUOTE = 8
_TAIL = 48
_ALSO = frozenset({"的", "、", "和", "与", "及", "以及", "也就是", "即"})
_LATE_MONTHS = 2
_BARE_YEAR = len("2020")
_THIS_ONE = frozenset({"这一年", "这年"})
# 今明两年, 明后两年: years to come are among them.
TO_COME = ("今明", "明后")
# 全年完成总产值14亿元 before the year is over: that of the year before.
_YEAR_DONE = re.compile(r"全年(?:共|累计)?(?:完成|实现)(?!率)")
# 将在3月至6月上演, 定于10月举行: of the months to come.
ANNOUNCED = re.compile("(?:将|拟|定|计划|预计)(?:于|在)?$")
_PLANNED = re.compile(r"预计|力争|计划|目标|确保|将|要|争取|有望")
_NOT_OVER = 10
_MOST_DAYS = 12
# 全年 in a text of early summer is the year that runs.
_YEAR_TOLD = 4
_SENTENCE_OR_TWO = 120


def stamps(text: str, dates: Sequence[TimeExpression], published: dt.date | None) -> list[Stamp]:
    """The dates of a text as stamps, in order; lengths of time and dates that nobody can place are left out."""
    found: list[Stamp] = []
    for date in dates:
        if date.kind == "duration" or (not date.value and date.role not in ("span", "now")):
            continue
        if date.role == "now" and text.startswith(_PRICED, date.end) and text.endswith(_HELD_TO, 0, date.start):
            continue
        if not date.value and date.role == "now":
            # 如今 in a text that nobody dated.
            found.append(Stamp(date.start, date.end, None, "vague"))
            continue
        stamp = of_this_time(text, date, published) or _stamp(text, date, published, found)
        if stamp is not None:
            found.append(stamp)
    if any(stamp.end - stamp.start == _BARE_YEAR for stamp in found):
        found = _listed(text, found)
    return in_apposition(text, [*found, *spoken(text, published)])


def _listed(text: str, found: list[Stamp]) -> list[Stamp]:
    """The stamps with the first years of a list (2015、2016年同期) in the part of its last, which alone holds on."""
    made: list[Stamp] = []
    for stamp in reversed(found):
        if stamp.end - stamp.start == _BARE_YEAR and text[stamp.start : stamp.end].isdigit() and made:
            role = made[-1].role if made[-1].role in ("base", "same") else stamp.role
            stamp = replace(stamp, role="base" if role == "same" else role, carries=False)
        made.append(stamp)
    return made[::-1]


# 今天，春运进入第二天: today, the second day of something.
_NTH_OF = re.compile(
    "(?:进入了?|春运|[长小]假|假期|假日|黄金周|[大展]会|[书车]展|博览会|运动会|开[幕学园])(?:的|活动)?$"
)
_NTH_LEAD = 6


def _days_on(text: str, at: int, printed: str) -> int | None:
    """How many days after the one named before a word lies, none for the second day of what goes on."""
    days = counts_from(printed)
    return 0 if days and _NTH_OF.search(text, max(0, at - _NTH_LEAD), at) else days


def _stamp(text: str, date: TimeExpression, published: dt.date | None, before: Sequence[Stamp]) -> Stamp | None:
    printed = text[date.start : date.end]
    lead, tail = text[max(0, date.start - 4) : date.start], text[date.end : date.end + _TAIL]
    period: str | None = schema_period(date, printed)
    days, told = _days_on(text, date.start, printed), date.role
    if days is not None:
        # 9日的罢工是继5日的罢工之后…。当天: the day told of, not the one it came after.
        told_of = (s for s in before[: -_NEAREST - 1 : -1] if text[s.start - 1 : s.start] != "继")
        nearest = ((s.end, s.period, s.role) for s in told_of)
        period, told = day_counted(nearest, date.start, days), "anchor" if told == "since" else told
    if _no_own_day(date, printed, lead, days, period) or _named(text, date.start, date.end):
        return None
    period = _of_words_before(text, date, printed, before, published) or period
    if period and printed[-1:] == "周" and tail[:1] == "起":
        # 本周起，蛋价上调3元: not of that week alone.
        period = period[: len("2020-11")]
    if printed == "当年" and not measures_by(lead, tail):
        return Stamp(date.start, date.end, _year_named(text, date.start, before), "that_year")
    if passes_by(date, printed, lead, tail):
        return None
    if before and published and _UNTIL_LEAD.search(lead):
        period = _after(before[-1].period or "", period, printed, published)
    likened = _LIKENED.search(text, max(0, date.start - _NEAR_LEAD), date.start) is not None
    role, period = role_of(told, period, printed, lead, tail, published, likened)
    if before and before[-1].role in ("base", "same") and text[before[-1].end : date.start] in _ALSO:
        role = "base"
    printed_period = period
    to_come = ANNOUNCED.search(lead) is not None or _takes_up(text, printed, period, before)
    if period and published and not to_come and _may_look_back(date, printed, role, period, published):
        period = period if printed == "全年" and published.month > _YEAR_TOLD else _looking_back(period, published)
        if role == "anchor" and period == str(published.year) and _YEAR_DONE.match(printed + tail):
            period = str(published.year - (published.month <= _NOT_OVER and not _PLANNED.search(lead)))
        period = until_now(period, published) if role == "since" and len(period) == len("2020-11") else period
    run = _run_of_days(text, before, date.start, period) if before and period else None
    if run:
        period = printed_period = run
    if role == "anchor" and len(period or "") == len("2020") and noted(text, date.start, date.end):
        role = "noted"
    stamp = _flagged(date, period, role, printed, lead, tail, published)
    return stamp if period == printed_period else replace(stamp, back=True)


def _of_words_before(
    text: str, date: TimeExpression, printed: str, before: Sequence[Stamp], published: dt.date | None
) -> str | None:
    """What words mean by those before them: the month that 当月 stands for, the day that 20日 is behind 6月18日、, the
    year of publication for 新年伊始."""
    at = date.start
    if printed[-1] in "日号" and before:
        return same_month(before[-1].period or "", text[before[-1].end : at][:2], printed)
    if "T" in date.value and hour_alone(printed) and before:
        # 昨晚9点起火。截至11点07分，…: the hour of the day told of.
        return day_counted(((s.end, s.period, s.role) for s in before[: -_NEAREST - 1 : -1]), at, 0)
    if printed in SAME_MONTH:
        return month_named(text, reversed(before[-_NEAREST:]), at)
    if printed == "全年" and before and published and published.month <= _YEAR_TOLD:
        return _year_just_over(text, before[-1], at, published)
    new_year = printed.endswith("伊始") and published is not None and "新" in text[max(0, at - 2) : at + 1]
    return str(published.year) if new_year and published else None


def _year_just_over(text: str, named: Stamp, at: int, published: dt.date) -> str | None:
    """The year before that of publication as that of 全年 behind it (2014年外贸平稳。预计全年…), early in a year."""
    told = named.role == "anchor" and text[named.start].isdigit() and named.period == str(published.year - 1)
    return named.period if told and at - named.end < _SENTENCE_OR_TWO and text.find("\n", named.end, at) < 0 else None


def _takes_up(text: str, printed: str, period: str | None, before: Sequence[Stamp]) -> bool:
    """Whether 这一年 is the year that the text has just named (2019年，…。也是在这一年，…)."""
    named = (s.period for s in before[: -_NEAREST - 1 : -1] if text[s.start].isdigit() and s.role == "anchor")
    return printed in _THIS_ONE and period is not None and period[:_BARE_YEAR] == (next(named, None) or "")[:_BARE_YEAR]


def _may_look_back(date: TimeExpression, printed: str, role: str, period: str, published: dt.date) -> bool:
    """Whether words that name no year (全年, 9月) may be of the year before."""
    plain = role in ("anchor", "since") and not NAMES_YEAR.search(printed) and not _in_season(date, printed, published)
    return plain and not (role == "since" and period[:7] <= f"{published:%Y-%m}"[: len(period[:7])])


def _after(earlier: str, period: str | None, printed: str, published: dt.date) -> str | None:
    """A day without a year that figures run up to, in the year after if it would lie before the day they run from."""
    if period is None or NAMES_YEAR.search(printed):
        return period
    later = shifted(period, 1)
    wrong = len(earlier.partition("/")[0]) == len(period) and period < earlier.partition("/")[0]
    return later if wrong and later <= published.isoformat()[: len(later)] else period


def _no_own_day(date: TimeExpression, printed: str, lead: str, days: int | None, period: str | None) -> bool:
    """Whether 当天 counts from no day that the text names, or an hour stands alone: no time of a figure."""
    if days is not None:
        return period is None or lead.endswith("连续")
    return "T" in date.value and hour_alone(printed) and not _UNTIL_LEAD.search(lead)


def _run_of_days(text: str, before: Sequence[Stamp], at: int, period: str) -> str | None:
    """The stretch that a date makes with those before it (8日、9日、11日; 从7月26日上午到今天下午), or None."""
    earlier = before[-1]
    if first := _first_day(text, earlier, at, period):
        return f"{first}/{period}"
    listed = [(stamp.period or "", text[stamp.end : start][:2]) for stamp, start in _listed_days(before, at)]
    return days_together(listed, period)


def _listed_days(before: Sequence[Stamp], at: int) -> Iterator[tuple[Stamp, int]]:
    """The dates before an offset, nearest first, each with where the one behind it begins."""
    for stamp in before[: -_MOST_DAYS - 1 : -1]:
        yield stamp, at
        at = stamp.start


def _first_day(text: str, earlier: Stamp, at: int, period: str) -> str | None:
    """Where 今年截至8月底 begins (January) and 从7月26日上午到今天下午 (the day before it), which are read apart."""
    if earlier.period == period[:4] and len(period) == len("2024-08"):
        return f"{period[:4]}-01" if _SO_FAR.fullmatch(text, earlier.end, at) else None
    if not earlier.daily or len(period) != len("2024-07-26") or not earlier.period or earlier.period >= period:
        return None
    origin = _FROM.search(text, max(0, earlier.start - 4), earlier.start)
    return earlier.period if origin and _TO_DAY.fullmatch(text, earlier.end, at) else None


def _named(text: str, start: int, end: int) -> bool:
    """Whether a date is a part of a short quoted name (“新十二月市”) rather than the whole of the quote."""
    opening = text.rfind("“", max(0, start - _QUOTE), start)
    if opening < 0 or text.find("”", opening, start) >= 0:
        return False
    closing = text.find("”", end, end + _QUOTE)
    if opening + 1 == start and text[end - 1] == "年" and _EVENT.match(text, end):
        return True
    whole = opening + 1 == start and (closing == end or _GOES_ON.match(text, end) is not None)
    return closing >= 0 and not whole


def month_named(text: str, earlier: Iterable[Stamp], at: int) -> str | None:
    """The month that 当月 stands for: that of the date just before it (3月当月), or the last one of its sentence.

    `earlier` are the stamps before it, nearest first.
    """
    stamp = next((s for s in earlier if s.period), None)
    if stamp is None or len(stamp.period or "") != len("2020-11"):
        return None
    near = at - stamp.end < _SAME_MONTH_REACH or not SENTENCE_END.search(text, stamp.end, at)
    return stamp.period if near else None


def _year_named(text: str, at: int, before: Sequence[Stamp]) -> str | None:
    """The last year that the paragraph has named; 目前 names none."""
    paragraph = text.rfind("\n", max(0, at - 2000), at)
    told = [stamp for stamp in before[-8:] if stamp.role not in ("base", "same", "now")]
    named = [stamp.period for stamp in told if stamp.period and stamp.start >= paragraph]
    return named[-1][:4] if named else None


def _flagged(
    date: TimeExpression, period: str | None, role: str, printed: str, lead: str, tail: str, published: dt.date | None
) -> Stamp:
    """The stamp with its flags."""
    if period and _UP_TO.search(lead) and _WHOLE_PART.fullmatch(printed) and len(period) == PART:
        # 截至今年上半年 is its end, as 截至6月底 is.
        period = period[PART // 2 + 1 :]
    plan = bool(PLAN.search(printed))
    later = bool(published and period and int(period.rpartition("/")[2][:4]) > published.year)
    first = period.partition("/")[0] if period else ""
    ahead = published is not None and first > published.isoformat()[: len(first)]
    daily = bool(period and len(period) == 10)
    until = bool(_UNTIL_LEAD.search(lead))
    # 115年度预算编列3亿元: what is drawn up for a year to come is told of it.
    later = later and not (role == "anchor" and BUDGET.match(tail))
    aim = printed.endswith(("全年", "年度")) and _AIM.match(tail) is not None and not (ahead and BUDGET.match(tail))
    carries = (
        (role == "anchor" or (role == "since" and len(period or "") == 4))
        and not (
            aim
            or (daily and not (_WHOLE_DAY.search(printed) or _UP_TO.search(lead)))
            or printed.endswith("年前")
            or printed.startswith(TO_COME)
        )
        and not (ahead and not later and not plan)
        and not (
            period and len(period) == _DAYS and not any(sign.isdigit() for sign in printed) and _TO.search(printed)
        )
        and not (until and len(period or "") > 4 and _TOLD_BY.sub("", lead).strip("截至止到　 \n。，"))
        and bool(_OPENING.search(lead))
        and tail[:1] not in ("起", "后", "前")
        and not tail.startswith(("当月", "单月"))
        and not (lead[-1:] in ("从", "自") and _BEGINS.match(tail))
        and not OF_VALUE.match(tail)
        and (until or not printed.endswith(("月底", "月末")))
    )
    long = plan or bool(period and "/" in period and len(period.partition("/")[0]) == 4)
    return Stamp(date.start, date.end, period, role, daily, plan, until, long, later and not plan, carries, aim=aim)


def _in_season(date: TimeExpression, printed: str, published: dt.date) -> bool:
    """Whether the words name the season of the publication, or the beginning of its year."""
    if printed.startswith(("年初", "年伊始", "伊始")):
        return True
    start = date.value.partition("/")[0]
    return printed.startswith(("春", "夏", "秋", "冬")) and start[5:7] <= f"{published:%m}"


def _looking_back(period: str, published: dt.date) -> str:
    """A part of the year that names no year and would end well after publication is last year's."""
    end = period.rpartition("/")[2]
    if int(end[:4]) != published.year or published.month > 6:
        return period
    month = int(end[5:7]) if len(end) >= 7 else 12
    return shifted(period, -1) if month - published.month > _LATE_MONTHS else period
