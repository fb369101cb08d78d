"""Numbers that 分别 shares out over dates: 2019年、2020年分别为a、b; 2018—2020年分别…; 四个季度分别…"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.extract.dates_calendar import Window, month
from tasks.extract.dates_grammar import SMALL
from tasks.extract.periods_document import Document
from tasks.extract.periods_stamps import Stamp

_REACH = 200
_AND = ("和", "与", "及", "以及", "、")
# 2021年和2022年，出口分别增长…, 均超过…: of each of the years.
_OF_EACH = re.compile("分别|均|[都各每]|先后|连续|依次|两度|比|较")
_JOIN = re.compile(r"[、，,]|和|与|及|以及|[、，,]?以及")
_ITEM = re.compile(r"(?:、|，|,|和|与|及|以及)[约近超达]?(?=[0-9一二三四五六七八九十百两])(?![0-9]{1,4}[年月日季])")
_SHARED = re.compile("分别|依次(?=为|是|达|增长|下降)|(?<=[速量额率幅产值入出])各(?=为|达|增长|下降)")
_SHARED_SIGNS = ("分别", "依次", "各")
_STOP = re.compile(r"[；;。\n]|[，,](?![约近超达]?[0-9])|[，,](?=[0-9]{1,4}[年月日季])")
_SAME_AGAIN = re.compile(
    "(?:同比|年|月|季|较上年|比上年|较上月|环比|占比|分?别?占)?[^，。；,;0-9]{0,6}[增减升降占涨跌]"
)
_ENDS = re.compile(r"[；;。\n]")
_QUARTERS = re.compile(r"(?:四个季度|各个?季度|一至四季度|[1一][-—–～至到][4四]季度)")
_QUARTER_LIST = re.compile(r"(?:第?[一二三四]季?度?(?:、|和|与)){1,3}第?[一二三四]季度")
_MONTH_LIST = re.compile(r"(?:[0-9]{1,2}月?(?:、|和|与)){1,11}[0-9]{1,2}(?:[一二两三四五六七八九十]个)?月份?")
_YEAR_LIST = re.compile(r"(?<![0-9])(?:(?:19|20)[0-9]{2}(?:、|和|与)){1,11}(?:19|20)[0-9]{2}年")
_FOUR_DIGITS = re.compile("[0-9]{4}")
_NUMERAL = re.compile(r"[一二三四]")
_DIGITS = re.compile(r"[0-9]{1,2}")
_LEAD = 60
# A list of things between the dates and 分别 is what the numbers are shared out over.
# So is what the time before was like (与1—2月持平，分别高于全省、全国…).
_NAMES = re.compile(r"[、；;。0-9]|持平|相当|一致|[^，,]{2}[和与及][^，,]{2}")
_MOST = 31
_MONTHS = 12
_QUARTER = 3


def shared_out(document: Document, sentence: int, before: list[Stamp], start: int) -> tuple[Stamp, str] | None:
    """The date of a list that the number at `start` belongs to by its place behind 分别; None where nothing pairs.

    `before` are the stamps of the sentence before the number, nearest first.
    """
    text = document.text
    low = max(sentence, start - _REACH)
    if all(text.find(sign, low, start) < 0 for sign in _SHARED_SIGNS):
        return None
    said = list(_SHARED.finditer(text, low, start))
    at = said[-1].start() if said else -1
    head = _list_head(text, at, start) if at >= 0 else None
    if head is None:
        return None
    turn = len(_ITEM.findall(text, head, start + 1))
    stop = _STOP.search(text, start, start + _REACH)
    count = len(_ITEM.findall(text, head, stop.start() if stop else start + _REACH)) + 1
    if not 2 <= count <= _MOST:
        return None
    dates = [stamp for stamp in before if stamp.end <= at and stamp.period]
    named = _named(document, dates, sentence, at)
    if len(named) == count:
        return (dates[0] if dates else Stamp(at, at, None, "anchor"), named[turn])
    first = _SHARED.search(text, dates[0].end, start) if dates else None
    if first is None or _NAMES.search(text, dates[0].end, first.start()):
        return None
    row = _row(text, dates)
    if len(row) == count:
        stamp = row[turn]
        return (stamp, stamp.period) if stamp.period else None
    parts = _parts(text, dates[0], count) if len(row) == 1 else []
    return (dates[0], parts[turn]) if len(parts) == count else None


def _list_head(text: str, at: int, start: int) -> int | None:
    """Where the list of a number begins: at 分别, or in a clause behind it that says how the same figures changed or
    what they were part of (分别为6256及7796万，年增19.0%及24.6%); None where another clause has come between."""
    stop = _STOP.search(text, at, start)
    if stop is None:
        return at
    last = text.rfind("，", stop.start(), start)
    return last + 1 if last >= 0 and _SAME_AGAIN.match(text, last + 1) and not _ENDS.search(text, at, last) else None


def over_both(text: str, stamp: Stamp, outer: Sequence[Stamp], start: int) -> str | None:
    """The years from the first to the last of some that open a clause together (2011年和今年前9个月，内需拉动超过105%),
    where what follows is neither told of each of them nor shared out; None for any other date."""
    if not outer or stamp.role != "anchor" or text[stamp.end : stamp.end + 1] not in ("，", ","):
        return None
    row = _row(text, [stamp, *outer])
    whole = all(one.role == "anchor" and len(one.period or "") == len("2011") for one in row[:-1])
    if len(row) == 1 or not whole or text[row[-2].end : stamp.start].strip() not in _AND:
        return None
    years = [int((one.period or "0")[:4]) for one in row]
    each = _OF_EACH.search(text, stamp.end, start) is not None or "。" in text[stamp.end : start]
    if each or years != list(range(years[0], years[-1] + 1)):
        return None
    return f"{years[0]}/{(stamp.period or '').rpartition('/')[2]}"


def _named(document: Document, dates: list[Stamp], sentence: int, at: int) -> list[str]:
    """一、二、三季度, 7、8、9三个月 or 2018、2019、2020年 before 分别 as periods of the year spoken of."""
    years = _YEAR_LIST.search(document.text, max(sentence, at - _LEAD), at)
    if years:
        return _FOUR_DIGITS.findall(years.group())
    year = _year(document, dates)
    quarters = _QUARTER_LIST.search(document.text, max(sentence, at - _LEAD), at)
    if year and quarters:
        return [_quarter(year, SMALL[sign] - 1) for sign in _NUMERAL.findall(quarters.group())]
    months = _MONTH_LIST.search(document.text, max(sentence, at - _LEAD), at)
    if year and months:
        numbers = [int(number) for number in _DIGITS.findall(months.group())]
        ahead = not dates and document.published is not None and max(numbers) > document.published.month
        return [f"{year - ahead}-{number:02d}" for number in numbers if 1 <= number <= _MONTHS]
    return []


def _year(document: Document, dates: list[Stamp]) -> int:
    """The year that the sentence speaks of, else that of publication; 0 where neither is known."""
    if dates:
        return int((dates[0].period or "0")[:4])
    return document.published.year if document.published else 0


def _row(text: str, dates: list[Stamp]) -> list[Stamp]:
    """The nearest dates that only commas and 和 part, in the order of the text."""
    row = [dates[0]]
    for stamp in dates[1:]:
        if not _JOIN.fullmatch(text[stamp.end : row[-1].start].strip()):
            break
        row.append(stamp)
    return row[::-1]


def _parts(text: str, stamp: Stamp, count: int) -> list[str]:
    """A stretch of years or months, or the quarters of a year, cut into as many parts as there are numbers."""
    period = stamp.period or ""
    printed = text[stamp.start : stamp.end + 1]
    if count == _MONTHS // _QUARTER and _QUARTERS.search(printed):
        return [_quarter(int(period[:4]), number) for number in range(count)]
    first, _, last = period.partition("/")
    if len(first) == len(last) == 4 and int(last) - int(first) + 1 == count:
        return [str(int(first) + number) for number in range(count)]
    if len(first) == len(last) == 7 and first[:4] == last[:4] and int(last[5:]) - int(first[5:]) + 1 == count:
        return [f"{first[:4]}-{int(first[5:]) + number:02d}" for number in range(count)]
    return []


def _quarter(year: int, number: int) -> str:
    months: list[Window | None] = [month(_QUARTER * number + 1, year), month(_QUARTER * number + _QUARTER, year)]
    return "/".join(f"{window.first:%Y-%m}" for window in months if window)
