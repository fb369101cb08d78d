"""The period that an article as a whole reports on: from its title, what it releases, or the year it keeps naming."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tasks.extract.clauses import SENTENCE_END
from tasks.extract.dates import find_dates
from tasks.extract.dates_calendar import parse_published
from tasks.extract.model import TimeExpression
from tasks.extract.periods_censuses import census, counted_lately
from tasks.extract.periods_dates import coarse, in_that_month, moved_back
from tasks.extract.periods_feasts import feast_told, months_of_days_off, of_days_off
from tasks.extract.periods_iso import PART, schema_period
from tasks.extract.periods_kept import (
    dominant,
    first_named,
    five_years_past,
    kept_throughout,
    lone_year,
    looked_back_on,
    new_year,
)
from tasks.extract.periods_market import carried_days, company_part, last_weekdays, market_period
from tasks.extract.periods_memories import in_months_told, told_year, without_memories
from tasks.extract.periods_named_days import called_by_name
from tasks.extract.periods_parts import at_month_end, bare_year, one_part, only_part, parts_together, season
from tasks.extract.periods_same import in_the_same_part
from tasks.extract.periods_same_years import in_earlier_years
from tasks.extract.periods_sections import OURS_OF_FIVE, looks_back_on_five
from tasks.extract.periods_stamps import TO_COME, Stamp, stamps
from tasks.extract.periods_story import in_story
from tasks.extract.periods_undated import commonest, named_later, plan_over, read_again, this_year
from tasks.extract.periods_words import (
    ACCOUNTS,
    ACCOUNTS_SAY,
    BRIEFS,
    ECONOMY,
    EXECUTED,
    NAMED_LIST,
    PORTRAITS,
    RELEASES,
    plan_ends,
)

_TITLED_YEAR = re.compile(r"《[^》\n]{0,40}?((?:19|20)[0-9]{2})年?[^》\n]{0,20}》")
_NOT_IN_TITLE = frozenset({"base", "now", "span", "since", "until"})
_WHOLE_DATE = 10
_SERIES = "【"
"""Opens the titles of a series of daily news (【走基层】…)."""
_THIS_YEAR = frozenset({"这一年", "一年", "这年"})
_LEAD = 400
_NEAR = 120
_ASKS = ("？", "?")
# 早在2019年，我省就开展统计: not what is released.
_ASIDES = ("早在", "此前的", "始于", "始自")
_AND_ANOTHER = re.compile("[和与及](?:19|20)[0-9]{2}年(?![^，。；]{0,4}(?:相比|比较))")
_AT_END = re.compile("[初底末][，,]")
_FIGURE = re.compile("[0-9]")
_SPRING_MONTH = 3
_LATE_IN_PLAN = 6
# From this month on a work report reviews the year itself.
_YEAR_REVIEWED = 11


@dataclass(frozen=True, slots=True)
class Reporting:
    """What an article reports on: the period, and the years that 五年来 means in it (None outside work reports).

    whole: the article is an account of that period throughout (经济运行情况, 半年报), so that amounts are of it too.
    counted: the year of the census that it draws on.
    ahead: the years of the plan that the title names and that begins.
    guessed: the text has no title and no day, the period is only that of most of its dates.
    """

    period: str | None
    span: str | None = None
    whole: bool = False
    counted: str | None = None
    ahead: str | None = None
    guessed: bool = False


def told(
    text: str, dates: Sequence[TimeExpression], published_at: str | None, title: str | None
) -> tuple[list[Stamp], Reporting]:
    """The stamps of a text and what it reports on; words without a year (年末, 全年) are of the year reported on."""
    found, about = _told(text, dates, published_at, title)
    published = parse_published(published_at)
    found = in_that_month(text, found, about.period)
    found = called_by_name(text, found)
    found = in_the_same_part(text, found, about.period, published.year if published else None)
    found = list(in_earlier_years(text, found, about.period))
    found = last_weekdays(text, found, published, traded=False)
    past = last_weekdays(text, found, published)
    traded = market_period(text, past) if about.span is None else None
    if traded:
        return carried_days(text, past), Reporting(traded, None, whole=True)
    part = None if about.whole else company_part(text, found)
    if part and about.period in (None, part, part[:4]):
        return found, Reporting(part, about.span, whole=True)
    feast = feast_told(text, found, title, published)
    if feast and about.period in (None, feast[:4], feast):
        return found, replace(about, period=feast, whole=True)
    return found, about


def _told(
    text: str, dates: Sequence[TimeExpression], published_at: str | None, title: str | None
) -> tuple[list[Stamp], Reporting]:
    published = parse_published(published_at)
    found = months_of_days_off(text, in_story(text, stamps(text, dates, published), published), published)
    about = reporting(text, found, title, published_at, published)
    if published is None:
        return _undated(text, found, about, title)
    if len(published_at or "") < _WHOLE_DATE:
        found = [coarse(text, stamp, (published_at or "")[:7]) for stamp in found]
    late = published.year - int(about.period[-4:]) if about.period and len(about.period) == len("2020") else 0
    if late <= 0:
        return found, about
    # 上年 is the year before the one reported on only where that is named: alone it is that year itself.
    named = about.period is not None and (about.period in (title or "") or about.period in text)
    kept = [s if not named and text.startswith("上", s.start) else moved_back(text, s, published, late) for s in found]
    return kept, about


def _undated(text: str, found: list[Stamp], about: Reporting, title: str | None) -> tuple[list[Stamp], Reporting]:
    """Without a publication date the year of the title, or the one that the text names most, stands for it.

    A report on a year is of the year after it.
    """
    if about.span is None and (this := this_year(text)):
        # What is told of a month of that year is told of the month.
        within = about.period if (about.period or "").startswith(this) else this
        again = without_memories(text, in_months_told(text, read_again(text, this, None)))
        return again, replace(about, period=within)
    if about.period and _of_several_years(about.period):
        # 2010年3月至2011年5月 of a deed that a court judges is no year that 昨天 could be of.
        return without_memories(text, found), about
    # 从1990年至2012年间: what is told of such years is told from their end, or later.
    about_year = about.period.rpartition("/")[2][:4] if about.period else None
    year = about_year or told_year(text, found) or bare_year(title or "")
    if year is None:
        return without_memories(text, found), about
    named = year if year in (title or "") else None
    guessed = title is None and about.period is None
    if named is None and (late := named_later(text, found, year)):
        year, about = late, replace(about, period=late)
    again = read_again(text, str(int(year) + (about.span is not None)), named)
    again = without_memories(text, in_months_told(text, again))
    return again, replace(about, period=about.period or year, guessed=guessed)


def reporting(
    text: str, found: Sequence[Stamp], title: str | None, published_at: str | None, published: dt.date | None
) -> Reporting:
    """What the article reports on; nothing when neither title nor text says."""
    report = bool(title and "工作报告" in title)
    if report and published and len(published_at or "") == len("2020"):
        # Only the year is known: reports are given in the first months of it.
        published = dt.date(published.year, _SPRING_MONTH, 1)
    period = _title_period(title, published_at, published, report) if title else None
    titled = period
    period = looked_back_on(text, published) or period
    if report and period is None and published and not _LATE_IN_PLAN < published.month < _YEAR_REVIEWED:
        period = str(published.year - (published.month <= _LATE_IN_PLAN))
    if report and period and published is None and len(period) == len("2020"):
        period = str(int(period) - 1)
    if period is None and published is None and looks_back_on_five(text):
        report = report or (not title and OURS_OF_FIVE.search(text) is not None)
        period = commonest(found) if report else None
        over = None if period or commonest(found) else plan_over(text)
        report, period = report or over is not None, over or period
    executed = bool(title and EXECUTED.search(title))
    if (report or executed) and period and len(period) == 4:
        return Reporting(period, f"{int(period) - 4}/{period}")
    over, ahead = _plan_of(title, published)
    if over and period is None:
        return Reporting(None, over)
    counted = (census(title) if title else None) or counted_lately(text, published)
    period = period or counted
    if period and title and ECONOMY.search(title) and one_part(found) == (so_far := f"{period[:4]}-01/{period}"):
        period = so_far
    if title and BRIEFS.search(title):
        return Reporting(period)
    daily = title is not None and title.startswith(_SERIES)
    kept_to = None if daily else dominant(text, found, published)
    if published and not kept_to and len(published_at or "") == len("2020"):
        kept_to = first_named(text, found, published)
    account = bool(title and ACCOUNTS.search(title)) or ACCOUNTS_SAY.search(text[:_LEAD]) is not None
    # “前三季度外贸稳中有进”: a title that names the months so far is that of an account of them.
    account = account or (titled is not None and len(titled) == PART and titled[4:8] == "-01/")
    together = None if period else parts_together(found) or season(found)
    period, account = period or together, account or together is not None
    released = None if period else _released(text, found)
    account = account or (released is not None and at_month_end(text, found, released))
    account = account or only_part(found) == period is not None
    period = period or released or (one_part(found) if account else None)
    period = period or (commonest(found) if title and PORTRAITS.search(title) else None)
    period = period or lone_year(text, found, published) or kept_to or new_year(found, published)
    period = period or (None if daily else kept_throughout(text, found, published))
    return Reporting(period, five_years_past(text, published) if period is None else None, account, counted, ahead)


def _plan_of(title: str | None, published: dt.date | None) -> tuple[str | None, str | None]:
    """The years of the plan that a title names: one that is as good as over, or one that begins (“十五五”新图景)."""
    ends = plan_ends(title) if title and published else set()
    if len(ends) != 1 or published is None:
        return None, None
    end = next(iter(ends))
    years = f"{end - 4}/{end}"
    just_over = published.year == end + 1 and published.month <= _SPRING_MONTH
    if just_over or (published.year == end and published.month >= _LATE_IN_PLAN):
        return years, None
    return None, years if end - 5 <= published.year <= end - 4 else None


def _title_period(title: str, published_at: str | None, published: dt.date | None, report: bool) -> str | None:
    """The period that a title names; the work report of a year reports on the year before."""
    for date in find_dates(title, published_at):
        if date.kind == "duration" or not date.value or date.role in _NOT_IN_TITLE:
            continue
        printed = title[date.start : date.end]
        if printed in _THIS_YEAR:
            continue
        period = schema_period(date, printed)
        period = of_days_off(period, printed) if period else period
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
    # Questions at the head (钱花到哪里去了？) say nothing yet.
    ends = [match.end() for match in SENTENCE_END.finditer(text[:_LEAD]) if match.group() not in _ASKS][:2]
    lead = text[: ends[-1] if ends else _LEAD // 2]
    if not RELEASES.search(lead):
        return None
    titled = _TITLED_YEAR.search(lead)
    if titled:
        return titled[1]
    for stamp in found:
        if stamp.start >= min(len(lead), _NEAR):
            return None
        if text.endswith(_ASIDES, 0, stamp.start):
            continue
        if _AT_END.match(text, stamp.end - 1) and not _FIGURE.search(text, stamp.end, _sentence_stop(text, stamp.end)):
            # 6月底，…对生猪生产进行核查: when it was done, not what was found.
            return None
        plain = stamp.role in ("anchor", "title") and not (stamp.daily or stamp.future or stamp.until or stamp.plan)
        if plain and stamp.period:
            if _AND_ANOTHER.match(text, stamp.end):
                # 基于2010年和2011年20款游戏: of neither year alone.
                return None
            elsewhen = text.startswith(TO_COME, stamp.start) or "周" in text[stamp.start : stamp.end]
            return None if elsewhen or _over_years(stamp.period) or NAMED_LIST.match(text, stamp.end) else stamp.period
    return None


def _sentence_stop(text: str, at: int) -> int:
    """Where the sentence of an offset ends."""
    stop = text.find("。", at)
    return stop if stop >= 0 else len(text)


def _of_several_years(period: str) -> bool:
    """Whether months or days of different years bound a period."""
    first, _, last = period.partition("/")
    return len(first) > len("2010") and bool(last) and first[:4] != last[:4]


def _over_years(period: str) -> bool:
    """Whether months of different years bound a period (2019-06/2021-06): a comparison, no period of an account."""
    first, _, last = period.partition("/")
    return len(first) == len(last) == len("2019-06") and int(last[:4]) - int(first[:4]) > 1
