"""The stretch of years that a text names by both its ends, and that 十年间 or 五年下来 speaks of behind it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from tasks.extract.periods_stamps import Stamp

_YEAR = len("2010")
_TOLD = frozenset({"anchor", "origin"})
# 五年来 in a text that named a stretch is that one where it ended so few years ago.
_LATE = 2
_HALF = 6
# 一年来 is told of a year by its own rules.
_FEW = 2
_BACK = re.compile(
    r"[0-9一二两三四五六七八九十]{1,3}年(?:以)?来|过去的?[0-9一二两三四五六七八九十]{1,3}年(?:以?来|间|里|中)?"
    # 这两年 is of late, 这十年 counts.
    r"|这(?![两二2]年)[0-9一二三四五六七八九十]{1,3}年(?:以?来|间|里|当?中|之中)?"
)
# 两年间 is told of any two years; so many lie apart by design.
_SOME = 5


def named_stretch(stamps: Sequence[Stamp]) -> Stamp | None:
    """The first date of the one stretch of years that a text names by both its ends (从1990年到2000年); None where it
    names several."""
    named = [s for s in stamps if s.long and not (s.plan or s.future) and s.role == "anchor" and is_years(s.period)]
    return named[0] if len({stamp.period for stamp in named}) == 1 else None


def as_many(period: str, count: int) -> str | None:
    """A stretch of years if it has as many years as are counted, its first one with them or not."""
    apart = int(period[-_YEAR:]) - int(period[:_YEAR])
    return period if count in (apart, apart + 1) else None


def so_many(named: Stamp | None, count: int, before: int) -> str | None:
    """A stretch that a text named before an offset and whose ends lie just so many years apart (从2002年到2012年，…。
    十年前，…)."""
    period = named.period if named and named.end <= before else None
    return period if period and int(period[-_YEAR:]) - int(period[:_YEAR]) == count else None


def between(before: Iterable[Stamp], count: int, ends: Sequence[int]) -> str | None:
    """The last of the years told before, nearest first, and one told before it that lies as many years back (由2018年
    的A增至2022年的B。四年间，…), or one from which as many years lead to one of the `ends` (2015年，…。五年下来，…)."""
    last = None
    for stamp in before:
        if stamp.role not in _TOLD or stamp.future or not stamp.period or len(stamp.period) != _YEAR:
            continue
        if last is None:
            last = stamp.period
            if int(last) + count in ends:
                return f"{last}/{int(last) + count}"
        elif int(last) - int(stamp.period) == count:
            return f"{stamp.period}/{last}"
    return None


def both_named(stamps: Iterable[Stamp], count: int, year: int) -> str | None:
    """The one stretch of so many years, over of late, whose first and last year a text names anywhere (2009年，…；2017
    年，…。这八年，…)."""
    if count < _SOME:
        return None
    told = {s.period for s in stamps if s.role in _TOLD and not s.future and s.period and len(s.period) == _YEAR}
    ends = [int(last) for last in told if str(int(last) - count) in told and 0 <= year - int(last) <= _LATE]
    return f"{ends[0] - count}/{ends[0]}" if len(ends) == 1 else None


def up_to(printed: str, count: int, year: int) -> str | None:
    """As many years up to the year of a text, that words count back from it (三年来, 过去五年, 这十年; not 近三年,
    which nobody counts, nor 十年间, which may lie anywhere)."""
    counted = _BACK.fullmatch(printed) is not None and count >= _FEW
    return f"{year - count}/{year}" if counted else None


def over_by(period: str, year: int, so_far: bool) -> bool:
    """Whether a stretch is over by the year of publication; so_far: the words say that it comes up to the time of the
    text (五年来), so that it has to have ended of late."""
    return year >= int(period[-_YEAR:]) and (not so_far or year - int(period[-_YEAR:]) <= _LATE)


def ends_of(published: dt.date) -> list[int]:
    """The years that a stretch up to the time of a text may end with: its own, in its first half the one before."""
    return [published.year, published.year - 1] if published.month <= _HALF else [published.year]


def is_years(period: str | None) -> bool:
    """Whether a period runs from one bare year to another."""
    first, _, last = (period or "").partition("/")
    return len(first) == len(last) == _YEAR and first < last


# 新区设立一年来, 政策实施一年来: a year counted from a beginning.
_ITS_BEGINNING = re.compile(
    "(?:成立|设立|启动|实施|建立|运营|开通|挂牌|试点|落地|搬迁|上任|运行|投产|通车|合并|发布|推行|开馆|开园|开业|发生|入驻|施行|颁布|改革)(?:的|了|近|以来)?$"
)
_BEGINNING_REACH = 5


def a_year_since(text: str, start: int, year: int) -> str | None:
    """The two years of 一年来 at `start` that counts from a beginning right in front of it, None elsewhere."""
    begun = _ITS_BEGINNING.search(text, max(0, start - _BEGINNING_REACH), start)
    return f"{year - 1}/{year}" if begun else None
