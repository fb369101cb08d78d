"""Parts of years that stand for those told before: 今年同期 and 2016年同期 of months, 今年 held against 去年同期."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.extract.clauses import SENTENCE_END
from tasks.extract.cues import ABOUT
from tasks.extract.periods_iso import shifted
from tasks.extract.periods_stamps import Stamp
from tasks.extract.periods_words import NOWADAYS, WORDS
from tasks.vocabulary import either

_SAME_PART = re.compile(r"(?:(?:今|本|当)年|(?P<year>(?:19|20)[0-9]{2})年)的?同期")
_YEAR_BEFORE = ("去年同期", "上年同期")
_BARE_YEAR = re.compile(r"今年|本年|(?P<year>(?:19|20)[0-9]{2})年")
_NAMED_YEAR = re.compile(r"去年|上年|(?:19|20)[0-9]{2}年")
# …，今年则为28天; …，2024年升至560亿元: nothing is named behind the year, so that the clause says on what the one
# before it has said.
_SAYS_ON = re.compile(
    rf"[，,]?(?:则|也|又|却|就|仅|只|都|才|已经?|同样|进一步)*(?:是|为|有|达|高达|(?:{either(WORDS['turns'])})?了?[到至为成])?"
    rf"(?:{ABOUT}|超过?|不足)?[0-9]"
)
# ，少了9000人; ，增长3%
_DIFFERS = re.compile(
    rf"(?:同比|相差|足足|整整)?(?:[多少增减升降涨跌]|增[长加]|减少|上升|下降|提高)了?(?:{ABOUT}|超过?)?"
)
_FIGURE = re.compile("[0-9]")
_NOW_OF_TWO = "今年"
_NOW = NOWADAYS | {"目前", "当前"}
_SAME_MONTH = ("去年同月", "上年同月")
_YEAR = len("2016")
_MONTH = len("2016-10")
_BEHIND = re.compile("[，,]?")
_BARE_MONTH = re.compile(r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月")
# Whatever is held against itself: the one figure stands within a sentence or two of the other.
_REACH = 120
_NEAREST = 6


def in_the_same_part(text: str, found: Sequence[Stamp], reported: str | None, year: int | None) -> list[Stamp]:
    """The stamps with the part of the year that the words leave out, in time linear in their number.

    今年同期 after 去年上半年 is this year's first half and holds on as any date does, so that months behind it are of
    this year; 今年 after 去年同期 is the same part of this year. `reported` is the period that the text reports on.
    """
    made: list[Stamp] = []
    moved: int | None = None
    for stamp in found:
        printed = text[stamp.start : stamp.end]
        part = None
        now_of_two = printed == _NOW_OF_TWO or printed in _NOW
        if "同" in printed or now_of_two:
            part = part_before(text, made, stamp.start) or (reported if is_part(reported) else None)
        match = _SAME_PART.fullmatch(printed)
        now = int(match["year"]) if match and match["year"] else year
        if printed in _SAME_MONTH and part and len(part) == _MONTH and stamp.role in ("anchor", "same"):
            stamp = replace(stamp, period=shifted(part, -1))
        elif match and now and part and now > int(part[:4]):
            stamp = replace(stamp, period=shifted(part, now - int(part[:4])), role="anchor", carries=True)
            moved = now
        elif moved and _BARE_MONTH.fullmatch(printed) and stamp.period and int(stamp.period[:4]) == moved - 1:
            stamp = replace(stamp, period=shifted(stamp.period, 1))
        elif now_of_two and part and _held_against(text, made, stamp.start):
            # 占比去年同期还是7.8%，如今变成了6.4%; 与去年同期相比增加30%。如今，8家工厂… is of now.
            stamp = replace(stamp, period=part, role="anchor" if stamp.role == "now" else stamp.role)
        elif later := _said_on(text, made, stamp) or _so_far(text, made, stamp):
            stamp = replace(stamp, period=later)
        elif printed[:1].isdigit() or printed[:1] in "今去上明":
            moved = None
        made.append(stamp)
    return made


def is_part(period: str | None) -> bool:
    """Whether a period is one or more months of one year."""
    first, _, last = (period or "").partition("/")
    return len(first) == len("2016-01") and (not last or last[:4] == first[:4])


def part_before(text: str, made: Sequence[Stamp], at: int) -> str | None:
    """The last part of a year that the paragraph told before an offset."""
    for stamp in made[-_NEAREST:][::-1]:
        if text.find("\n", stamp.end, at) >= 0:
            return None
        if stamp.role in ("anchor", "since") and not stamp.future and is_part(stamp.period):
            return stamp.period
    return None


def _held_against(text: str, made: Sequence[Stamp], at: int) -> bool:
    """Whether the same part of the year before was told last, in the same paragraph and near."""
    last = made[-1] if made else None
    near = last is not None and at - last.end <= _REACH and text.find("\n", last.end, at) < 0
    if last is not None and not text.startswith(_NOW_OF_TWO, at) and SENTENCE_END.search(text, last.end, at):
        return False
    return near and last is not None and text.startswith(_YEAR_BEFORE, last.start)


def _said_on(text: str, made: Sequence[Stamp], stamp: Stamp) -> str | None:
    """The same part of the next year, where a clause that names nothing but the year goes on with what the clause
    before it said of that part (去年9月优良天数为25天，今年为28天); None for any other date."""
    last = made[-1] if made else None
    if last is None or stamp.role != "anchor" or last.role != "anchor" or stamp.period is None:
        return None
    if not is_part(last.period) or int(stamp.period[:4]) - int((last.period or "")[:4]) != 1:
        return None
    if not _BARE_YEAR.fullmatch(text, stamp.start, stamp.end) or not _NAMED_YEAR.match(text, last.start):
        return None
    near = stamp.start - last.end <= _REACH and not SENTENCE_END.search(text, last.end, stamp.start)
    told = near and _FIGURE.search(text, last.end, stamp.start) is not None
    return shifted(last.period or "", 1) if told and _SAYS_ON.match(text, stamp.end) else None


def _so_far(text: str, made: Sequence[Stamp], stamp: Stamp) -> str | None:
    """The months of 今年 up to the one that stands before it (截至10月底，今年发行…), None for any other date."""
    last = made[-1] if made else None
    if last is None or not last.until or len(last.period or "") != _MONTH or stamp.role not in ("anchor", "since"):
        return None
    this = text.startswith(_NOW_OF_TWO, stamp.start) and (last.period or "")[:4] == (stamp.period or "")[:_YEAR]
    if not this or len(stamp.period or "") != _YEAR or not _BEHIND.fullmatch(text, last.end, stamp.start):
        return None
    return None if (last.period or "").endswith("-01") else f"{stamp.period}-01/{last.period}"


def held_against(text: str, before: Sequence[Stamp], start: int) -> tuple[Stamp, Stamp] | None:
    """The two dates of figures told side by side, this time's and last year's, where a clause of its own says by how
    much they differ (上半年为4.6万人，去年上半年有5.5万人，少了9000人); None for any other number. `before`: nearest
    first."""
    if len(before) < len("今昔") or any(stamp.role != "anchor" or not stamp.period for stamp in before[:2]):
        return None
    last, this = before[0], before[1]
    clause = max(text.rfind("，", last.end, start), text.rfind("；", last.end, start)) + 1
    if clause <= 0 or not _DIFFERS.fullmatch(text, clause, start) or shifted(last.period or "", 1) != this.period:
        return None
    told = _FIGURE.search(text, this.end, last.start) and _FIGURE.search(text, last.end, clause)
    return (this, last) if told else None
