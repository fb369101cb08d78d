"""The year that a text without a period in its title keeps to: the last one, early in the next or looked back on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from tasks.extract.periods_iso import PART
from tasks.extract.periods_stamps import Stamp
from tasks.extract.periods_words import LEAD_IN, LIVE, NOWADAYS, PAST_YEAR, WORDS
from tasks.vocabulary import either

_AHEAD = re.compile(r"[^。；\n]{0,12}?(?:力争|计划|将|要|确保|目标|预计|拟)")
_WHOLE_YEARS = frozenset({"全年", "年末"})
_OWN_TIMES = frozenset({"今年", "今天", "去年", "明年", "今年以来", "去年以来"})
_FIRST_DAYS = 3
_FIRST_MONTHS = 2
_TWICE = 2
_KEPT_TO = 3
_SPRING = 5
_FIRST_QUARTER = 3
_FIVE_PAST = re.compile(r"(?:^|[。！!\n：:])[\s\u3000]{0,16}+(?:(?:刚刚)?过去的?|这)[五5]年(?:来|间|里|中)?[，,是]")
_LOOKS_BACK = re.compile(
    r"(?:回首|回望|回顾|盘点|走过|刚刚过去的|过去的)[^，。0-9]{0,2}(20[0-9]{2})年(?!以来|来|底|以前)"
)
# A text with one of these speaks of its own time as well.
_THIS_TIME = re.compile(either([*NOWADAYS, *WORDS["live"], *WORDS["existing"], "日前", "近日", "最近", "记者", "正在"]))
# What there is now, told before last year is named: the text is of its own time.
_IS_NOW = re.compile(either([*NOWADAYS, *WORDS["existing"], "目前", "当前"]))
# A story that is under way, whatever it says of last year.
_SCENE = re.compile("下一步|即将|在即|近期|近日|最近|正在|眼看")
_FEW = 24
_LED_IN = 14
_LEAD = 400
_NEAR = 120


def looked_back_on(text: str, published: dt.date | None) -> str | None:
    """The last year, where the opening of a text says that it looks back on it (回首2022年，…; 刚刚过去的2022年，…)."""
    said = _LOOKS_BACK.search(text[:_LEAD]) if published else None
    return said[1] if said and published and int(said[1]) == published.year - 1 else None


def five_years_past(text: str, published: dt.date | None) -> str | None:
    """The five years up to the last one, where a text of the first months opens by looking back on them (这五年，…)."""
    said = _FIVE_PAST.search(text[:_LEAD]) if published and published.month <= _FIRST_QUARTER else None
    return f"{published.year - 5}/{published.year - 1}" if said and published else None


def kept_throughout(text: str, found: Sequence[Stamp], published: dt.date | None) -> str | None:
    """The period just over that a text of several paragraphs opens with, where it names no other time."""
    own = [s for s in found if s.role not in ("base", "same", "title")]
    if published is None or not own:
        return None
    period, first = own[0].period or "", own[0].start
    if len(own) == 1 and own[0].role == "span" and text.startswith(PAST_YEAR, first) and not text[:first].strip():
        # 过去一年，… at the head of a text of the first months.
        return str(published.year - 1) if published.month <= _FIRST_QUARTER else None
    if not own[0].carries or own[0].daily or own[0].long or own[0].future:
        return None
    if _THIS_TIME.search(text) or any(s.period != period or s.role != "anchor" for s in own):
        return None
    told = text[:first].strip()
    opens = not told or (len(told) < _FEW and told[-1] in "：:，,")
    late = period[:4] >= str(published.year - 1)
    over = late and (len(period) == PART or ("/" not in period and period < published.isoformat()[: len(period)]))
    return period if opens and over and text.find("\n", first) >= 0 else None


def lone_year(text: str, found: Sequence[Stamp], published: dt.date | None) -> str | None:
    """The only year that a text names, an earlier one, where it opens with it and speaks of 全年 without a year."""
    if published is None or not found or found[0].start >= _NEAR or not text[found[0].start].isdigit():
        return None
    words = {text[s.start : s.end] for s in found}
    if not words & _WHOLE_YEARS or words & _OWN_TIMES or any(s.role == "now" for s in found):
        return None
    named = {(s.period or "")[:4] for s in found if text[s.start].isdigit() and "年" in text[s.start : s.end]}
    year = named.pop() if len(named) == 1 else ""
    return year if year.isdigit() and int(year) < published.year else None


def new_year(found: Sequence[Stamp], published: dt.date | None) -> str | None:
    """The year that has just ended, for what is published in the first days of the next one and is no daily news."""
    if published is None or published.month > 1 or published.day > _FIRST_DAYS:
        return None
    return None if any(stamp.daily for stamp in found) else str(published.year - 1)


def dominant(text: str, found: Sequence[Stamp], published: dt.date | None) -> str | None:
    """Last year, when the text keeps to it and never speaks of its own: early in a year once is enough, later it must
    open two sentences."""
    if published is None:
        return None
    live = LIVE.search(text[:_LEAD]) is not None
    years = [s for s in found if s.role in ("anchor", "since") and s.period and len(s.period) == 4 and not s.back]
    last, own = str(published.year - 1), str(published.year)
    told = [stamp for stamp in years if stamp.period == last]
    this = [s for s in found if _of_own_year(text, s, own) and not _AHEAD.match(text, s.end)]
    if live:
        return last if _daily_of(text, years, told, published) else None
    if not this and len(told) >= _KEPT_TO and not (_late(published) and _tells_of_now(text, found)):
        return last
    if any(text[s.start : s.end] in NOWADAYS for s in found):
        return None
    if this:
        # A text of spring that opens with last year tells of it, even where it looks ahead.
        opens = published.month <= 3 and years and years[0].period == last and years[0].start < _NEAR
        return last if opens and len(told) > len(this) else None
    scene = _SCENE.search(text) is not None
    once = any(s.role == "since" or text[s.end : s.end + 1] in "，," for s in told) and not scene
    if published.month <= 3 and (len(told) >= 2 or once):
        return last
    opening = [s for s in told if heads(text, s.start, ("", "\n", "。")) and text[s.end : s.end + 1] in "，,是"]
    opens_with = not scene and _opens_with(text, found, last, published)
    return last if len(opening) >= 2 or opens_with else None


def _late(published: dt.date) -> bool:
    """Whether so much of a year is over that a text of then has a time of its own."""
    return published.month > _SPRING


def _tells_of_now(text: str, found: Sequence[Stamp]) -> bool:
    """Whether a text tells a story that is under way (目前，牧草种植面积300亩; 最近准备扩大规模)."""
    return any(s.role == "now" for s in found) and _SCENE.search(text) is not None


def heads(text: str, at: int, marks: tuple[str, ...]) -> bool:
    """Whether an offset stands behind one of some marks, or behind them and what leads in (据统计，2021年…)."""
    if text[max(0, at - 1) : at] in marks:
        return True
    begins = max(text.rfind("。", max(0, at - _LED_IN), at), text.rfind("\n", max(0, at - _LED_IN), at)) + 1
    led = LEAD_IN.match(text, begins, at) if begins or at <= _LED_IN else None
    return led is not None and led.end() == at


def _of_own_year(text: str, stamp: Stamp, own: str) -> bool:
    """Whether a date is the year of publication, or a month or day of 今年."""
    if stamp.role not in ("anchor", "since") or stamp.back or not stamp.period:
        return False
    if text[stamp.start : stamp.end] in _WHOLE_YEARS:
        # 全年 alone is of the year that is told.
        return False
    return stamp.period == own or (stamp.period[:4] == own and text.startswith("今年", stamp.start))


def first_named(text: str, found: Sequence[Stamp], published: dt.date) -> str | None:
    """Last year where a text of which only the year is known opens with it (2024年，…) and never names its own."""
    first, own = next(iter(found), None), str(published.year)
    opens = first is not None and first.period == str(published.year - 1) and not text[: first.start].strip()
    named = any(s.period == own and text[s.start : s.end].startswith((own, "今年")) for s in found)
    return str(published.year - 1) if opens and not named else None


def _daily_of(text: str, years: Sequence[Stamp], told: Sequence[Stamp], published: dt.date) -> bool:
    """Whether daily news of the first weeks keeps to last year: its very first words name it, later ones do again."""
    if published.month > _FIRST_MONTHS or len(told) < _TWICE or years[0] is not told[0]:
        return False
    return text[: years[0].start].rstrip(" \u3000")[-1:] in ("", "：", ":")


def _opens_with(text: str, found: Sequence[Stamp], last: str, published: dt.date) -> bool:
    """Whether a text of spring opens a sentence of its lead with last year (去年以来, 2022年全市…), and has not told
    what there is now before that."""
    return published.month <= _SPRING and any(
        s.role in ("anchor", "since")
        and (s.period or "").partition("/")[0] == last
        and (s.period == last or published.month <= _FIRST_QUARTER)
        and s.start < _LEAD // 2
        and heads(text, s.start, ("", "\n", "。", "）", "　", " "))
        and not _IS_NOW.search(text, 0, s.start)
        for s in found
    )
