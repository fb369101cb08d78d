"""Texts without a day of publication: the year that stands for it, from what they name or look back on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tasks.extract.dates import find_dates
from tasks.extract.dates_calendar import parse_published
from tasks.extract.dates_grammar import SMALL
from tasks.extract.periods_dates import coarse
from tasks.extract.periods_feasts import months_of_days_off
from tasks.extract.periods_plans import PLAN_ZERO
from tasks.extract.periods_stamps import Stamp, stamps
from tasks.extract.periods_words import WORDS
from tasks.vocabulary import either

_YEARS = 5
_YEAR, _LEAD = 4, 12
# 到2025年, 预计2030年: what lies ahead; and the figure that a date has in its own clause.
_AHEAD = re.compile("(?:(?<!截)[到至]|力争|争取|预[计估期测]|计划|目标|拟|将|规划)[^，。；]{0,6}$")
_OWN_FIGURE = re.compile("(?![^，。；\n]{0,30}(?:将|要达|力争|争取|预[计估期测]|目标))[^。；\n]{0,30}?[0-9]")
_MARK = "五"
_PLAN = '[“"]?(十[一二三四五六])五[”"]?'
# 是“十一五”末的1.3倍, 比“十一五”时期增长: the years behind that plan are what is held against it.
_HELD_AGAINST = re.compile(rf"(?:[与比较同和]|相当于|[是为达])(?:整个)?{_PLAN}(?:规划)?(?:(?:时?期)?末|时期|期间|期)")
# “十二五”时期，我们…; 回首“十二五”: the years that the text is about.
# 2011年和今年前9个月, 2009年、2010年和今年, 去年（2011年）: 今年 is the year behind the one that is printed.
_BESIDE = re.compile(
    "(?:(?:19|20)[0-9]{2}年?[、和与及])?(?P<year>(?:19|20)[0-9]{2})年(?:全年)?(?:和|与|及|以及|、)今年"
    "(?:(?P<part>前|上半年|[一二三]季度|1[至到—–-]|以来|头|初)|[^0-9]?)"
)
_LAST = re.compile("(?:去年|上年)[（(]((?:19|20)[0-9]{2})年?[）)]")
# 公布其2011年年报，公司去年…: 去年 is the year of the account that is given.
_WHOLE = re.compile("(?<![0-9])((?:19|20)[0-9]{2})年全年")
_ACCOUNT = re.compile(
    rf"(?:公布|发布|披露|出炉|公告|发表|晒出|交出)[^。；\n]{{0,12}}?(?P<of>(?:19|20)[0-9]{{2}})年?度?(?:{either(WORDS['year_accounts'])})"
    rf"|(?P<shown>(?:19|20)[0-9]{{2}})年?度?(?:{either(WORDS['year_accounts'])})[^。；\n]{{0,10}}?(?:显示|披露|称|表明)"
)
# 截至2011年末，…。今年一季度…: a year that is told as a whole is over.
_OVER = re.compile(
    "(?:(?<![到至前在])|(?<=截至)|(?<=截止到)|(?<=截至到)|(?<=截止))((?:19|20)[0-9]{2})年(?:年?[末底](?![之以]?前|将|要|力争|建成|完成)|全年)"
)
# 上一季度: beside a day that nobody knows.
_BESIDE_TODAY = ("上一季", "上季度", "上个季")
_TOLD = re.compile(rf"(?:回[顾首望]|走过|过去的?|刚刚过去的?)(?:了)?{_PLAN}|{_PLAN}(?:这五年|五年来)")


def plan_over(text: str) -> str | None:
    """The last year of the five-year plan that a text looks back on, where it holds its figures against the plan
    before (比“十一五”末提高8个百分点) or says so (回首“十二五”); None where it names two."""
    if _MARK not in text:
        return None
    ends = {_end(match[1]) + _YEARS for match in _HELD_AGAINST.finditer(text)}
    ends |= {_end(match[1] or match[2]) for match in _TOLD.finditer(text)}
    return str(ends.pop()) if len(ends) == 1 else None


def this_year(text: str) -> str | None:
    """The year that 今年 means in a text, where it goes on a row of printed ones (2011年和今年前9个月)."""
    if "今年" not in text and "去年" not in text:
        return None
    rows = (row for row in _BESIDE.finditer(text) if row["part"] or row.start() < row.start("year"))
    years = {int(row["year"]) + 1 for row in rows} | {int(last[1]) + 1 for last in _LAST.finditer(text)}
    if not years and "今年" not in text and "去年全年" in text:
        # 2025年全年共20万栋…，甲市去年全年2万栋: the whole of one year.
        years = {int(whole[1]) + 1 for whole in _WHOLE.finditer(text)}
    if not years and "年" in text:
        years = {int(told["of"] or told["shown"]) + 1 for told in _ACCOUNT.finditer(text)}
    if not years and "今年" in text and (over := [int(told[1]) for told in _OVER.finditer(text)]):
        years = {max(over) + 1}
    return str(years.pop()) if len(years) == 1 else None


def _end(name: str) -> int:
    return PLAN_ZERO + _YEARS * SMALL[name] + _YEARS - 1


def commonest(found: Sequence[Stamp]) -> str | None:
    """The year of most dates, if no other is named as often."""
    years = [s.period.rpartition("/")[2][:4] for s in found if s.period and s.role in ("anchor", "since", "noted")]
    first = Counter(years).most_common(2)
    return first[0][0] if first and (len(first) == 1 or first[0][1] > first[1][1]) else None


def named_later(text: str, found: Sequence[Stamp], year: str) -> str | None:
    """The last year that a text names twice or more for figures of its own, where it is later than the one that stands
    for its day (2020年2月达高峰…，2022年8月又恢复…): none of these lies ahead."""
    later = Counter(
        s.period[:_YEAR]
        for s in found
        if s.period
        and s.role == "anchor"
        and not s.plan
        and s.period[:_YEAR] > year
        and not _AHEAD.search(text, max(0, s.start - _LEAD), s.start)
        and _OWN_FIGURE.match(text, s.end)
    )
    return max((name for name, times in later.items() if times > 1), default=None)


def read_again(text: str, year: str, told: str | None) -> list[Stamp]:
    """The stamps of a text as if it were of a year; 目前 is of the year that a title tells of, if any."""
    again = months_of_days_off(text, stamps(text, find_dates(text, year), parse_published(year)), None)
    now = "now" if told else "vague"
    again = [replace(stamp, role=now, period=told) if stamp.role == "now" else stamp for stamp in again]
    again = [replace(s, role="vague", period=None) if text.startswith(_BESIDE_TODAY, s.start) else s for s in again]
    return [coarse(text, stamp, year) for stamp in again]
