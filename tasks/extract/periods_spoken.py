"""Stretches that a text names in words alone: 这两年, “十三五”这五年, 截至发稿; and those said again (2019年这一年)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace

from tasks.extract.periods_roles import plan_so_far
from tasks.extract.periods_stamp import Stamp
from tasks.extract.periods_words import WORDS, plan_ends, span_years
from tasks.extract.sought import Sought
from tasks.vocabulary import either

# 这两年，…, 几年间，…: a stretch that no date places.
_THESE_YEARS = Sought(
    r"(?<![近这前第十0-9])(?:[二三四六七八九]?十|[2-9]0)年时间(?=[，,有里])"
    r"|(?<![近过这前第十0-9])(?:[二三四五六七八九]?十|[1-9]0)年(?=[共总]?有[0-9])|这(?:[两二三四五六七八九十]|十多|[二三四]十多?|[2-46-9]|[1-4][0-9])年(?:当中|之中|中)?(?=[，,有新共累我全])|(?<![近这前十0-9])[几数]年[间来](?=[，,])"
)
# 五年下来，…, 短短三年时间里，…: the same at the head of a clause.
_SPENT = Sought(
    r"(?<![^，。；,;：:！？\s])(?:短短|仅仅|仅|不过)?((?:[0-9]{1,2}|[二两三四五六七八九十]{1,3})年"
    rf"(?:{either(WORDS['spent'])})里?)(?=[，,])"
)
# 这五年，…: where no report of the first months looks back on the five years up to the last one.
_THESE_FIVE = Sought("这[五5]年(?:当中|之中|中)?(?=[，,有新共累我全])")
_EARLY = 3
_PLAN_YEARS = Sought('[“"]?十[一二三四五六]五[”"]?(?:的|这|的这|这个)五年(?:间|里|来|时间)?')
# 进入“十四五”，…: since it began.
_PLAN_ENTERED = Sought('(?:进入|迈入|步入|跨入)了?[“"]?十[一二三四五六]五[”"]?(?:[以之]?后)?(?=[，,])')
_SAID_AGAIN = re.compile(r"[”\"]?(?:的|这|的这)(?:一|[二两三四五六七八九十]{1,2}|[0-9]{1,2})年(?:间|里|来|当中|时间)?")
_APPOSED = ("", "的", "，", "这")
_SINCE_THEN = re.compile("(?:[^，。；,;0-9]{0,24}以来)?[，,](?:短短|仅仅|在|这)?")
_WRITTEN = re.compile(r"截[至止]到?(?:本报|本台)?(?:记者|笔者)?(?:发|截)稿[时前]?")


def spoken(text: str, published: dt.date | None) -> list[Stamp]:
    """The stamps of stretches that no date names."""
    more = [Stamp(match.start(), match.end(), None, "span") for match in _THESE_YEARS.finditer(text)]
    more += [Stamp(match.start(1), match.end(1), None, "span") for match in _SPENT.finditer(text)]
    more += [_plan_years(match) for match in _PLAN_YEARS.finditer(text)]
    if published is not None:
        if published.month > _EARLY:
            more += [Stamp(match.start(), match.end(), None, "span") for match in _THESE_FIVE.finditer(text)]
        more += [_at_writing(match, published) for match in _WRITTEN.finditer(text)]
        more += [_plan_entered(match, published) for match in _PLAN_ENTERED.finditer(text) if _begun(match, published)]
    return more


def _plan_years(match: re.Match[str]) -> Stamp:
    """The years of a plan that is named by them alone (“十三五”这五年)."""
    end = max(plan_ends(match.group()))
    return Stamp(match.start(), match.end(), f"{end - 4}/{end}", "anchor", plan=True, long=True, carries=True)


def _begun(match: re.Match[str], published: dt.date) -> bool:
    """Whether the plan that a text says has been entered had begun by then."""
    return max(plan_ends(match.group())) - 4 <= published.year


def _plan_entered(match: re.Match[str], published: dt.date) -> Stamp:
    """The years of a plan so far, as “十四五”以来 tells them."""
    end = max(plan_ends(match.group()))
    period = plan_so_far(f"{end - 4}/{end}", published)
    return Stamp(match.start(), match.end(), period, "anchor", plan=True, long=True, carries=True)


def in_apposition(text: str, found: Iterable[Stamp]) -> list[Stamp]:
    """The stamps in order, without those that say again how long the one before them is (2019年这一年)."""
    made: list[Stamp] = []
    for stamp in sorted(found, key=lambda stamp: stamp.start):
        if made and stamp.start < made[-1].end:
            continue
        if made and _is_the_same(text, made[-1], stamp):
            made[-1] = replace(made[-1], end=stamp.end)
            continue
        again = _SAID_AGAIN.fullmatch(text, made[-1].end, stamp.end) if made and made[-1].period else None
        if again:
            made[-1] = _up_to_it(made[-1], stamp, span_years(again.group()) or 1)
        else:
            made.append(stamp)
    return made


def _is_the_same(text: str, stretch: Stamp, span: Stamp) -> bool:
    """Whether a span right behind a stretch of years only says how long it is (从2002年到2011年近十年间)."""
    if span.role == "span" and stretch.role == "since":
        # 自去年8月启动以来，一个半月的时间里，…
        return _SINCE_THEN.fullmatch(text, stretch.end, span.start) is not None
    years = stretch.long and "/" in (stretch.period or "") and stretch.role == "anchor"
    return years and span.role == "span" and text[stretch.end : span.start] in _APPOSED


def _up_to_it(stamp: Stamp, again: Stamp, count: int) -> Stamp:
    """A date with the words that say it again; 截至2010年的十年间 is the ten years up to it."""
    year = stamp.period or ""
    if not stamp.until or count == 1 or not year.isdigit():
        return replace(stamp, end=again.end)
    return replace(stamp, end=again.end, period=f"{int(year) - count}/{year}", until=False, long=True)


def _at_writing(match: re.Match[str], published: dt.date) -> Stamp:
    """截至发稿时: the day of publication."""
    return Stamp(match.start(), match.end(), published.isoformat(), "anchor", daily=True, until=True)
