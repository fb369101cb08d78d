"""What dates mean for a number: schema periods of printed dates, cue words, and the period that an article reports on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from tasks.extract.dates import find_dates
from tasks.extract.model import TimeExpression
from tasks.extract.numbers import read_numeral

SENTENCE_END = re.compile(r"[。！？!?\n]+[”’」』]?")
CLAUSE_END = re.compile(r"[，,；;。！？!?\n]")
ATTACHED = re.compile(r"的?(?:约|近|超过?|不到|不足|仅|仅有|仅存|只有|达到?|共|就)*")
ANNOUNCES = re.compile(
    r"公布|发布|举行|召开|介绍|印发|表示|消息|报道|获悉|通报|揭牌|启动|开幕|闭幕|会议|出台|调研|记者|来到|走进|采访|帷幕|施行"
)
TURN = re.compile(
    r"(?:提高|提升|增加|增长|上升|下降|降低|减少|扩大|发展|压缩|压减|缩短|缩小|调整|变化|扩展|拓展|跃升|攀升|回落|回升|扩充|上调|下调|增|升|降|减|跌|涨|扩|缩|压|改|变|调)"
    r"[^，。；,;]{0,4}?(?:到|至|为|成)|变成|到了|到现在的|增长到"
)
PAIR = re.compile(r"^[从由自].*(?:到|至|为|的)?", re.S)
STATE = re.compile(r"达|突破|超过?|总量|总数|拥有|覆盖|建成|位居|居|保持|稳定在|总额|余额|规模|为$|有$|跨上|跃上|迈上")
FLOW = re.compile(
    r"累计|累积|新增|共|投入|发放|完成|提供|培训|减少|增加|建设|新建|改造|实施|帮助|吸引|引进|安置|搬迁|脱贫|销售"
)
EXISTING = re.compile(r"现有|现已|现辖|现存|现下辖")
OVER_YEARS = re.compile(r"年均[^、]*$|累计[^、]*$|五年[^、]*$")
ON_YEAR = re.compile(r"比上年|同比|较上年|比去年")
_ORIGIN = re.compile(r"从|由(?!于|此(?!前))|自(?!愿|主|治|然|身|己|贸|来)")
_CLAUSE = re.compile(r"[，,；;]")
_YEAR_END = re.compile(r"(?:年?[底末终尾]|岁末)$")
_MONTH_PART = re.compile(r"(?:[上中下]旬|[月]?[初底末中头尾])$")
_PLAN = re.compile(r"五[”\"」’]?(?:规划)?(?:期间|时期|以来|期)")
_RELEASE = re.compile(r"公布|发布|公报|统计|数据显示|报告显示|结果显示|运行情况|数据")
_WORK_REPORT = re.compile(r"工作报告")
_HEADING = re.compile(
    r"^[^\n。]{0,12}?(20\d\d)年?[^\n。，]{0,20}(?:回顾|总结|安排|任务|重点|工作|目标|实事|打算)[^\n。，]{0,14}$", re.M
)
_SPAN_YEARS = re.compile(r"([0-9]{1,2}|[一二两三四五六七八九十]{1,3})(?:多|余)?年")
_UNTIL_LEAD = re.compile(r"(?:截至|截止到?|截止|到|至)$")
_FUTURE_LEAD = re.compile(r"(?:到|至|力争|争取|预计|确保)[“\"]?$")


_COMPARES = re.compile(r"(?:比|较|与|和|同)$")
_RATIO_OF = re.compile(r"的[^，。；,;]{0,8}?(?:倍|[0-9.]+[%％]|[0-9一二三四五六七八九]成)")
_RATIO_LEAD = re.compile(r"(?:是|为|相当于|达到?)$")
_ORIGIN_LEAD = re.compile(r"[从由]$")
_ORIGIN_TAIL = re.compile(
    r"[^，。；,;]{0,6}?[的约近仅不]?[^，。；,;]{0,30}?(?:增|升|降|提|扩|减|涨|跌|缩|压|变|调|发展|跃|拓|攀|回落)[^，。；,;]{0,4}?[到至为成]"
)
_SINCE_TAIL = re.compile(r"[^，。；,;]{1,18}?(?:以来|至今)")
AGAIN = re.compile(r"(?:^|[，,；;])\s*(?:年均)?(?:增长|增幅|增速|增加|上升|下降|提高|降幅)(?:了|为|达|约|近|超过?)*$")
OVER_N_YEARS = re.compile(
    r"(?:^|[，,；;、入额值])\s*([0-9]{1,2}|[一二两三四五六七八九十]{1,3})年(?:间|来|累计)?(?:增长|增加|翻了?|提高|下降|减少)(?:了|约|近|超过?)*$"
)
SINCE_EVENT = re.compile(r"(?:(?<![年月日天号])[一-鿿”])以来[，,]?[^。]*$")
_LATER = re.compile(r"(?:天|日|小时)(?:之|以)?后$")
_VAGUE = re.compile(r"年代|世纪")
_NAMES_YEAR = re.compile(
    r"[0-9〇零一二三四五六七八九]{2,4}年|今年|去年|上年|前年|明年|后年|本年|当年|同年|次年|翌年|来年|五[”\"」’]?(?:规划)?(?:期间|时期|期|以来)|世纪|年代"
)
_OPENING = re.compile(r"(?:^|[。，,；;：:、\s　“\"（(《]|截至|截止到?|到|至|在|自|从|了|而|但|据|是|将|仅|随着)$")
SAME_DAY = frozenset({"当天", "当日", "同日", "次日", "第二天", "即日", "翌日"})
_LATE = 60


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date of the text as a period of the schema; `period` None is a stretch that the text does not place.

    daily: a single day; plan: a five-year plan; until: 截至 or 到 stands before it; long: runs over years; future: lies
    after publication; carries: holds for the sentences that follow in the paragraph.
    """

    start: int
    end: int
    period: str | None
    role: str
    daily: bool = False
    plan: bool = False
    until: bool = False
    long: bool = False
    future: bool = False
    carries: bool = False


def schema_period(date: TimeExpression, printed: str) -> str | None:
    """The period that the observation schema gives to a printed date."""
    value = "/".join(_day_of(part, printed) for part in date.value.split("/"))
    ends = value.split("/")
    if len(ends) == 2 and ends[0] == ends[1]:
        value, ends = ends[0], ends[:1]
    if date.role == "now":
        return value[:7]
    if date.role == "span":
        return None
    if value[4:] in ("-12", "-12-31") and "月" not in printed and (_YEAR_END.search(printed) or "末" in printed):
        return value[:4]
    if re.search(r"[春夏秋冬]|年初|年中|暑|寒假|伊始|岁首", printed) and "节" not in printed and len(ends[0]) == 7:
        return value[:4]
    if _MONTH_PART.search(printed) and len(ends[0]) == 10 and ends[0][:7] == ends[-1][:7]:
        return value[:7]
    return value


def _day_of(part: str, printed: str) -> str:
    """The day of an ISO time; 24时 belongs to the day it ends."""
    day, _, time = part.partition("T")
    if time[:5] == "00:00" and re.search("24(?:时|点|:00|：00)", printed):
        return (dt.date.fromisoformat(day) - dt.timedelta(days=1)).isoformat()
    return day


def shifted(period: str, years: int) -> str:
    """The period some years later or earlier."""
    return "/".join(f"{int(part[:4]) + years:04d}{part[4:]}" for part in period.split("/"))


def stamps(text: str, dates: Sequence[TimeExpression], published: dt.date | None) -> list[Stamp]:
    """The dates of a text as stamps, in order; lengths of time and dates that nobody can place are left out."""
    found: list[Stamp] = []
    for date in dates:
        if date.kind == "duration" or (not date.value and date.role != "span"):
            continue
        stamp = _stamp(text, date, published, found)
        if stamp is not None:
            found.append(stamp)
    return found


def _stamp(text: str, date: TimeExpression, published: dt.date | None, before: Sequence[Stamp]) -> Stamp | None:
    printed = text[date.start : date.end]
    lead = text[max(0, date.start - 4) : date.start]
    period, role = schema_period(date, printed), date.role
    if printed in SAME_DAY:
        period = before[-1].period if before and before[-1].daily and date.start - before[-1].end < 80 else None
        if period is None:
            return None
    if printed == "当年":
        named = [stamp.period for stamp in before if stamp.period and stamp.start >= text.rfind("\n", 0, date.start)]
        return Stamp(date.start, date.end, named[-1][:4] if named else None, "that_year")
    if role == "now" and _COMPARES.search(lead):
        role = "base"
    tail = text[date.end : date.end + 48]
    if role == "same":
        period = None
    elif (printed in ("今天", "今日") and tail[:1] == "的") or _LATER.search(printed):
        return None
    elif role == "span" and not _SPAN_YEARS.search(printed) and "月" not in printed:
        return None
    elif role == "since" and tail[:1] == "的":
        role = "title"
    elif _VAGUE.search(printed) or (
        role == "until"
        and period
        and len(period) == 4
        and re.match("[之以]?前", tail)
        and published
        and period <= str(published.year)
    ):
        return Stamp(date.start, date.end, None, "vague")
    elif role == "anchor" and _RATIO_LEAD.search(lead) and _RATIO_OF.match(tail):
        role = "base"
    elif role in ("anchor", "now") and _ORIGIN_LEAD.search(lead) and _ORIGIN_TAIL.match(tail):
        role = "origin"
        period = None if re.search("年之?以?前$", printed) else period
    elif role == "anchor" and lead[-1:] in "自从" and lead and published and period and _SINCE_TAIL.match(tail):
        role, period = "since", _until(period.partition("/")[0], published)
    if role == "since" and period and published and len(period.partition("/")[0]) == 10:
        period = _until(period.partition("/")[0], published)
    if period and published and role in ("anchor", "since") and not _NAMES_YEAR.search(printed):
        period = _looking_back(period, published)
    future = bool(published and period and int(period.rpartition("/")[2][:4] or 0) > published.year)
    plan = bool(_PLAN.search(printed))
    daily = bool(period and len(period) == 10)
    long = plan or bool(period and "/" in period and len(period.partition("/")[0]) == 4)
    until = bool(_UNTIL_LEAD.search(lead))
    carries = (
        (role == "anchor" or (role == "since" and len(period or "") == 4))
        and not daily
        and not (future and not plan)
        and not (until and len(period or "") > 4 and lead.strip("截至止到　 ") not in ("", "\n", "。"))
        and bool(_OPENING.search(lead))
        and not re.match("[起后前]", tail)
        and not re.search("月[底末]$", printed)
    )
    return Stamp(date.start, date.end, period, role, daily, plan, until, long, future and not plan, carries)


def _until(start: str, published: dt.date) -> str:
    """From a day to the publication day, from a month or year to the publication month."""
    end = published.isoformat()
    return f"{start}/{end if len(start) == 10 else end[:7]}"


def _looking_back(period: str, published: dt.date) -> str:
    """A part of the year that names no year and would end well after publication is last year's."""
    end = period.rpartition("/")[2]
    if int(end[:4]) != published.year or published.month > 6:
        return period
    month = int(end[5:7]) if len(end) >= 7 else 12
    return shifted(period, -1) if (month - published.month) * 30 > _LATE else period


def last_origin(clause: str) -> int | None:
    """Where the last 从 or 由 of the clause stands, or None; it must stand in the same comma clause."""
    cut = 0
    for found in _CLAUSE.finditer(clause):
        cut = found.end()
    last = None
    for found in _ORIGIN.finditer(clause, cut):
        last = found.start()
    return last


def span_years(printed: str) -> int | None:
    """How many years a stretch such as 三年间 or 近十年来 says it has."""
    found = _SPAN_YEARS.search(printed)
    numeral = read_numeral(found[1]) if found else None
    return int(numeral.value) if numeral and numeral.high is None else None


def last_clause(text: str, at: int) -> str:
    """What stands before an offset in its comma clause."""
    start = max(text.rfind(sign, max(0, at - 200), at) for sign in "，,；;。\n")
    return text[max(start, at - 200) + 1 : at]


def section_years(text: str) -> list[tuple[int, str]]:
    """Offset and year of the headings that speak of one year (2025年工作回顾, 2026年重点任务)."""
    return [(found.start(), found[1]) for found in _HEADING.finditer(text)]


@dataclass(frozen=True, slots=True)
class Reporting:
    """What an article reports on: the period, and the years that 五年来 means in it (None outside work reports)."""

    period: str | None
    span: str | None = None


def reporting(
    text: str, found: Sequence[Stamp], title: str | None, published_at: str | None, published: dt.date | None
) -> Reporting:
    """The period an article reports on: from its title, from what its first sentences release, or from the year it keeps
    naming."""
    report = bool(title and _WORK_REPORT.search(title))
    period = _title_period(title, published_at, published, report) if title else None
    if report and period is None and published and published.month <= 3:
        period = str(published.year - 1)
    if report and period and len(period) == 4:
        return Reporting(period, f"{int(period) - 4}/{period}")
    return Reporting(period or _released(text, found) or _dominant(text, found, published))


def _title_period(title: str, published_at: str | None, published: dt.date | None, report: bool) -> str | None:
    for date in find_dates(title, published_at):
        if date.kind == "duration" or not date.value or date.role in ("base", "now", "span", "since", "until"):
            continue
        period = schema_period(date, title[date.start : date.end])
        if period is None or len(period) == 10 or period.count("-") > 2:
            continue
        if published and int(period.rpartition("/")[2][:4]) > published.year:
            continue
        if report and published and period == str(published.year) and published.month <= 6:
            return str(published.year - 1)
        return period
    return None


def _released(text: str, found: Sequence[Stamp]) -> str | None:
    """The period of the figures that the first two sentences say were published."""
    ends = [match.end() for match in SENTENCE_END.finditer(text[:400])][:2]
    lead = text[: ends[-1] if ends else 200]
    if not _RELEASE.search(lead):
        return None
    titled = re.search(r"《[^》\n]{0,40}?((?:19|20)[0-9]{2})年?[^》\n]{0,20}》", lead)
    if titled:
        return titled[1]
    for stamp in found:
        if stamp.start >= min(len(lead), 120):
            return None
        if (
            stamp.role in ("anchor", "title")
            and stamp.period
            and not stamp.daily
            and not stamp.future
            and not stamp.until
        ):
            return stamp.period
    return None


def _dominant(text: str, found: Sequence[Stamp], published: dt.date | None) -> str | None:
    """The past year that opens clauses again and again in a text that never opens one with its own year."""
    if published is None:
        return None
    years = [s for s in found if s.role in ("anchor", "since") and s.period and len(s.period) == 4]
    last, own = str(published.year - 1), str(published.year)
    led = [
        s
        for s in years
        if text[max(0, s.start - 1) : s.start] in ("", "\n", "。") and text[s.end : s.end + 1] in "，,是"
    ]
    opening = [s.period for s in led]
    if published.month <= 3 and own not in {s.period for s in years}:
        told = [s for s in years if s.period == last and (s.role == "since" or text[s.end : s.end + 1] in ("，", ","))]
        if told or [s.period for s in years].count(last) >= 2:
            return last
    if opening.count(last) >= 2 and own not in {s.period for s in years}:
        return last
    return None
