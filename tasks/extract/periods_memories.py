"""The year of a text that nobody dated: the one that its figures are told of, not one of which it tells a memory.

王师傅1985年进厂, 2006年列入名录, 医院始建于1951年: years by which something came about long ago say nothing of the time
of the text, nor do those from which on something runs (2003年以来) or a story that goes through several years.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tasks.extract.periods_founding import tells_origin
from tasks.extract.periods_kept import heads
from tasks.extract.periods_stamps import Stamp
from tasks.extract.periods_words import NO_FIGURE

_YEAR = len("2006")
_MONTH = len("2006-05")
_BARE_DAY = re.compile("[0-9一二三四五六七八九十]{1,3}[日号]")
_HALF = 2
# 对于2011年的游戏，…: what a sentence is about.
_ABOUT = ("对于", "针对", "关于", "基于")
_CLAUSE = 24
_SENTENCE = 300
_MARK = re.compile("[，。；,;：\n]")
_FORETELLS = re.compile("有望|预计|预测|预估|可望|将(?=达|超|突破|实现|增|建成|形成)")
_ENTERED = ("进入", "迈入", "步入", "跨入")
_THIS_YEAR = re.compile("[，,]?(?:全国|全省|全市)?(?:年内|今年|本年)")
_OPEN = ("", "\n", "。", "：", ":", "\u3000", " ", "）", ")", "（", "(")
_ONE_MORE = ("此外，", "此外,", "另外，", "另外,")
# 按2017年平均汇率折算: the year whose sums they are.
_AT_RATE = re.compile("(?:按照?|以|依)((?:19|20)[0-9]{2})年(?:全年|末|底|的)?(?:年?平均|年均|末|底)?[一-鿿]{0,6}汇率")
# 接近2008年1664点时的水平: what now is held against.
_AS_THEN = re.compile("[^，。；]{0,12}(?:时|年底|同期)?的水平")
# 李女士今年36岁
_AGE_NOW = re.compile("(?:今年|现年)[0-9]{1,3}岁")
_NOW, _FIGURE = re.compile("[，,；;](?:而|但|到|到了)?(?:现在|如今|目前|眼下|时至今日)"), re.compile("[0-9]")
# 2009年建起的新民居: when a thing was made, not when its figures hold.
_BUILT = re.compile("[^，。；0-9]{0,6}(?:建起|建成|建造|修建|兴建|落成|翻建|购置|购买|买下)的")
# 从当年的10月15日起至次年的3月底: of any year.
_COUNTED_ON = re.compile("次年|翌年|当年|第二年|来年|那年|同年")
# 据某机构预测，2013年…: the first words of a text.
_LED_IN = re.compile("[^。！？!?\n0-9]{0,24}(?<![^，,：:\\s\u3000])")


def told_year(text: str, found: Sequence[Stamp]) -> str | None:
    """The year of most dates that tell figures, where it is the last of them or that of most of them, or that of the
    rate by which sums are turned into another currency; None for none."""
    rates = {rate[1] for rate in _AT_RATE.finditer(text)} if "汇率" in text else set()
    if len(rates) == 1:
        return rates.pop()
    told = [s for s in found if s.period and s.role in ("anchor", "noted") and not of_history(text, s)]
    told = [s for s in told if not foretold(text, s) and _COUNTED_ON.search(text, s.start, s.end) is None]
    told = [s for s in told if not (_since_changed(text, s) or _AS_THEN.match(text, s.end))]
    told = [s for s in told if not _beside_this_year(text, s)]
    told += [s for s in found if s.period and _under_way(text, s)]
    opening = {_last_year(s) for s in told if len(s.period or "") == _YEAR and _opens(text, s)}
    if len(opening) == 1 and opening == {max(_last_year(s) for s in told if not s.until)}:
        return opening.pop()
    years = [_last_year(stamp) for stamp in told]
    first = Counter(years).most_common(_HALF)
    if not first or (len(first) == _HALF and first[0][1] == first[1][1]):
        return None
    year, count = first[0]
    most = year == max(years) or count * _HALF > len(years)
    return year if most and _tells_by(text, [s for s in told if _last_year(s) == year]) else None


def _beside_this_year(text: str, stamp: Stamp) -> bool:
    """Whether a sentence names a year next to 今年, which is another one then (今年36岁，2009年买下一套房子)."""
    if len(stamp.period or "") != _YEAR or stamp.until:
        return False
    near = max(0, stamp.start - _SENTENCE)
    low = max(near, *(text.rfind(mark, near, stamp.start) + 1 for mark in "。\n"))
    return _AGE_NOW.search(text, low, _stop(text, stamp)) is not None


def _since_changed(text: str, stamp: Stamp) -> bool:
    """Whether a year only tells how it was before it is as it is now (2004年比例不到5%，现在达到20%)."""
    now = _NOW.search(text, stamp.end, _stop(text, stamp))
    return now is not None and _FIGURE.search(text, stamp.end, now.start()) is not None


def _stop(text: str, stamp: Stamp) -> int:
    """Where the sentence of a stamp ends, looked for no further than some hundred letters on."""
    far = stamp.end + _SENTENCE
    stop = text.find("。", stamp.end, far)
    return stop if stop >= 0 else min(len(text), far)


def _last_year(stamp: Stamp) -> str:
    return (stamp.period or "").rpartition("/")[2][:_YEAR]


def _tells_by(text: str, told: Sequence[Stamp]) -> bool:
    """Whether a text dates its figures by a year: a sentence opens with it, the first sentence names it, or it is told
    by its parts (2011年第二季度); a year in the midst of a late sentence says only when that one thing was."""
    first = text.find("。")
    about = any(text.endswith(_ABOUT, 0, s.start) for s in told)
    return about or any(first < 0 or s.start < first or len(s.period or "") > _YEAR or _opens(text, s) for s in told)


def _opens(text: str, stamp: Stamp) -> bool:
    """Whether a sentence opens with a date, unless it only tells of one thing more (此外，2012年的调查显示，…)."""
    return heads(text, stamp.start, _OPEN) and not text.endswith(_ONE_MORE, 0, stamp.start)


def foretold(text: str, stamp: Stamp) -> bool:
    """Whether a clause only foretells what a date brings (2025年有望达到…, 维持12-14年每股收益预测)."""
    low, stop = max(0, stamp.start - _CLAUSE), min(len(text), stamp.end + _CLAUSE)
    before = _MARK.split(text[low : stamp.start])[-1]
    behind = _MARK.split(text[stamp.end : stop])[0]
    return _FORETELLS.search(before) is not None or _FORETELLS.search(behind) is not None


def _under_way(text: str, stamp: Stamp) -> bool:
    """Whether a year from which on something runs is that of the text (进入2017年以来, 2017年以来，年内…)."""
    if stamp.role != "since":
        return False
    return text.endswith(_ENTERED, 0, stamp.start) or _THIS_YEAR.match(text, stamp.end) is not None


def of_history(text: str, stamp: Stamp) -> bool:
    """Whether a year only tells when something came about: behind its verb (创办于1956年), before one of founding, or
    in a sentence that goes on without a figure and does not open the text."""
    if stamp.role != "anchor" or len(stamp.period or "") != _YEAR or stamp.until:
        return False
    came = text[stamp.start - 1 : stamp.start] == "于" and not text.endswith(_ABOUT, 0, stamp.start)
    if came or _BUILT.match(text, stamp.end) or tells_origin(text, stamp.start, stamp.end):
        return True
    return NO_FIGURE.match(text, stamp.end) is not None and _LED_IN.fullmatch(text, 0, stamp.start) is None


def without_memories(text: str, found: Sequence[Stamp]) -> list[Stamp]:
    """The stamps, of which those of history, and those that run on to nobody knows when, hold for no later sentence."""
    return [replace(s, carries=False) if s.carries and (_runs_on(s) or of_history(text, s)) else s for s in found]


def _runs_on(stamp: Stamp) -> bool:
    """Whether something is told from a year on (2003年以来), and the end of that is the unknown time of the text."""
    return stamp.role == "since" and len(stamp.period or "") == _YEAR


def in_months_told(text: str, found: Sequence[Stamp]) -> list[Stamp]:
    """The stamps with a day alone (截至5日18时) in the month of the day told before it, in none where none is."""
    made: list[Stamp] = []
    last: str | None = None
    for stamp in found:
        period = stamp.period or ""
        if _BARE_DAY.match(text, stamp.start, stamp.end) and stamp.daily and period.endswith(period[_MONTH:]):
            stamp = replace(stamp, period=last + period[_MONTH:] if last else None)
        elif stamp.role in ("anchor", "since", "until") and len(period) >= _MONTH:
            last = period.rpartition("/")[2][:_MONTH]
        made.append(stamp)
    return made
