"""What the rules of periods ask of a document: its sentences, the dates before a number, what it reports on."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from tasks.extract import periods_words as cues
from tasks.extract.clauses import SENTENCE_END, sentence_bounds
from tasks.extract.dates_calendar import parse_published
from tasks.extract.model import TimeExpression
from tasks.extract.periods_anaphora import taken_up
from tasks.extract.periods_begun import begun
from tasks.extract.periods_iso import shifted
from tasks.extract.periods_memories import foretold, of_history
from tasks.extract.periods_placed import Placing
from tasks.extract.periods_reporting import told
from tasks.extract.periods_sections import Outline
from tasks.extract.periods_stamps import Stamp

# So many signs and blank lines can part two sentences; walking back over more would cost their number each time.
_BLANKS = 40
_SENTENCE = 1200
_PARAGRAPH = 3000
_STAMPS = 60
_PARTS = 4
_LATER = re.compile("[0-9一二两三四五六七八九十]{1,3}年(?:以|之)?后")
_SUMS_UP = re.compile("[\\s\u3000]{0,8}(?:整体|总体|总的|综合|具体|横向|分[一-鿿]{1,4})(?:来)?看[，,]")
# So far apart a story still counts its years from the last one told.
_STORY = 200


class Document:
    """A text with its dates as stamps; every look back is bounded, so that the work stays linear in the text."""

    def __init__(self, text: str, dates: Sequence[TimeExpression], published_at: str | None, title: str | None) -> None:
        self.text = text
        self.published = parse_published(published_at)
        self.stamps, self.reporting = told(text, dates, published_at, title)
        # A report on what an audit found is of the audited year, what was mended since is not.
        self.title = title or ""
        self.mending, self.audits = "整改" in self.title, "审计" in self.title
        self.briefs = cues.BRIEFS.search(self.title) is not None
        self._marked(self.stamps)
        self._breaks = sentence_bounds(text)
        self._placing = Placing(self)
        self.stamps = [self._ago(stamp) for stamp in self.stamps] if "年前" in text else self.stamps
        if "年后" in text:
            self.stamps = list(self._told_on())
        self._marked(begun(text, taken_up(text, self.stamps, self.placed, self.published), self.published))

    def _marked(self, found: list[Stamp]) -> None:
        self.stamps = found
        self._starts = [stamp.start for stamp in found]
        self._ends = [stamp.end for stamp in found]

    @cached_property
    def outline(self) -> Outline:
        """The sections of the text and what they look back on."""
        return Outline(self.text, self.reporting.span, self.published.year if self.published else None)

    @cached_property
    def plan(self) -> str | None:
        """The five years (2016/2020) of the plan that the text names and that has just ended or is about to."""
        ends = {end for end in self._plans if self.published is None or self._over(end)}
        return f"{min(ends) - 4}/{min(ends)}" if len(ends) == 1 else None

    @cached_property
    def years_to_come(self) -> str | None:
        """The years that 今后五年 means: those of the plan that begins, in a work report those from its own year on."""
        if self.published is None:
            return None
        this = self.published.year
        begun = {end for end in self._plans if 0 <= end - 4 - this <= 1}
        if self.reporting.span or len(begun) == 1:
            first = next(iter(begun)) - 4 if len(begun) == 1 else this
            return f"{first}/{first + 4}"
        return None

    def of_the_plan(self, at: int) -> bool:
        """Whether the text has named the plan that begins, or growth by the year, and never speaks of the year."""
        return self._plan_named <= at

    def aimed_at(self, at: int) -> str | None:
        """The coming year whose aims the text has announced not far before an offset (2025年主要预期目标是：…)."""
        index = bisect_left(self._aims, (at, "")) - 1
        near = index >= 0 and at - self._aims[index][0] < _PARAGRAPH
        return self._aims[index][1] if near and self.published else None

    @cached_property
    def _aims(self) -> list[tuple[int, str]]:
        this = self.published.year if self.published else 0
        return [(m.end(), m[1]) for m in cues.AIMS_OF.finditer(self.text) if int(m[1]) > this]

    def plan_opened(self, sentence: int, at: int) -> str | None:
        """The years of the plan that begins, where a sentence opens with its bare name or with 新一个五年."""
        if self.published is None:
            return None
        opened = cues.PLAN_OPENED.match(self.text, sentence, at)
        if opened is None:
            return None
        named = cues.plan_ends(opened.group()) or self._plans
        ends = {end for end in named if 0 <= end - 4 - self.published.year <= 1}
        return f"{min(ends) - 4}/{min(ends)}" if len(ends) == 1 else None

    @cached_property
    def _plans(self) -> set[int]:
        return cues.plan_ends(self.text)

    @cached_property
    def _plan_named(self) -> int:
        """Where the text first names the plan that begins, behind all of it if nowhere."""
        year = self.published.year if self.published else 0
        if "今年" in self.text or f"{year}年" in self.text:
            return len(self.text)
        if "年均" in self.text:
            return 0
        return cues.first_plan(self.text, {year + 4, year + 5})

    @cached_property
    def reports_now(self) -> bool:
        """Whether the text is known to be of the year that it reports on."""
        about = self.reporting.period
        last = about.rpartition("/")[2][:4] if about else None
        return self.published is not None and last in (None, str(self.published.year))

    def _over(self, end: int) -> bool:
        return self.published is not None and 0 <= self.published.year - end <= 1

    def sentence(self, at: int) -> int:
        """Where the sentence of an offset begins, at most some hundred letters back."""
        return max(self._breaks[bisect_right(self._breaks, at) - 1], at - _SENTENCE)

    def sentence_end(self, at: int) -> int:
        """Where the sentence of an offset ends, at most some hundred letters on."""
        return min(self._breaks[min(bisect_right(self._breaks, at), len(self._breaks) - 1)], at + _SENTENCE)

    def sentence_before(self, at: int) -> tuple[int, int]:
        """Where the last sentence before an offset begins and ends, past blank lines and parts of a whole (其中…)."""
        start = stop = at
        for _ in range(_PARTS):
            stop = start
            low = max(0, stop - _BLANKS)
            while stop > low and self.text[stop - 1] in "。！？!?\n \u3000”":
                stop -= 1
            start = self.sentence(stop)
            if not self.text.startswith("其中", start):
                break
        return start, stop

    def paragraph(self, at: int) -> int:
        """Where the paragraph of an offset begins, at most some thousand letters back."""
        low = max(0, at - _PARAGRAPH)
        return max(self.text.rfind("\n", low, at) + 1, low)

    def told_from(self, at: int) -> int:
        """Where the paragraph of an offset begins, or the one before that it sums up (整体来看，…)."""
        low = self.paragraph(at)
        return self.paragraph(low - 1) if low > 1 and _SUMS_UP.match(self.text, low) else low

    def clause_end(self, at: int) -> int:
        """Where the comma clause of an offset ends."""
        found = cues.CLAUSE_END.search(self.text, at, at + _SENTENCE)
        return found.start() if found else min(len(self.text), at + _SENTENCE)

    def before(self, low: int, at: int) -> list[Stamp]:
        """The stamps from `low` on that end before an offset, nearest first."""
        high = bisect_right(self._ends, at)
        bottom = max(bisect_left(self._starts, low), high - _STAMPS)
        return self.stamps[bottom:high][::-1]

    def next(self, at: int) -> Stamp | None:
        """The first stamp behind an offset."""
        index = bisect_left(self._starts, at)
        return self.stamps[index] if index < len(self.stamps) else None

    def after(self, at: int) -> Stamp | None:
        """The first stamp behind an offset that begins in its comma clause."""
        found = self.next(at)
        near = found is not None and found.start <= at + _SENTENCE
        return found if near and found and not cues.CLAUSE_END.search(self.text, at, found.start) else None

    def only_year(self, at: int) -> str | None:
        """The only year that the paragraph of an offset names, before it or at the head of a sentence, as in a portrait
        of a place without a date."""
        low = self.paragraph(at)
        end = self.text.find("\n", at, at + _PARAGRAPH)
        near = self.before(low, end if end >= 0 else at + _PARAGRAPH)
        told = [s for s in near if s.role in ("anchor", "noted") and s.period and not s.until]
        named = {s.period or "" for s in told} - {s.period or "" for s in near if of_history(self.text, s)}
        named -= {s.period or "" for s in told if foretold(self.text, s)}
        if not any(s.start < at or s.role == "noted" or self.text[s.start - 1] in "。\n" for s in told):
            return None
        return named.pop() if len(named) == 1 and len(next(iter(named))) == len("2013") else None

    def period_of(self, stamp: Stamp) -> str | None:
        """The period of a stamp; 去年同期 is the governing period a year earlier."""
        if stamp.role != "same":
            return stamp.period
        # In a release on a part of a year a paragraph without a date is of that part.
        low = self.paragraph(stamp.start) if "/" in (self.reporting.period or "") else 0
        for earlier in self.before(low, stamp.start):
            if earlier.role in ("anchor", "since") and earlier.period and not earlier.future:
                this = self.published is not None and self.text.startswith("今年", stamp.start)
                back = self.published.year - int(earlier.period[:4]) if this and self.published else -1
                return shifted(earlier.period, back)
        if self.reporting.period or self.published is None:
            return shifted(self.reporting.period, -1) if self.reporting.period else None
        return str(self.published.year - 1) if self.text[stamp.start] in "去上" else None

    def _told_on(self) -> Iterator[Stamp]:
        """两年后, where a story has told of an earlier year not far before, lies as many years behind that one."""
        year = at = 0
        for stamp in self.stamps:
            later = _LATER.fullmatch(self.text, stamp.start, stamp.end)
            count = cues.span_years(later[0]) if later else None
            if count and self.published and stamp.start - at < _STORY and 0 < year <= self.published.year - count:
                stamp = replace(stamp, period=str(year + count), future=False)
            if stamp.role == "anchor" and stamp.period and "/" not in stamp.period and not stamp.future:
                year, at = int(stamp.period[:4]), stamp.end
            yield stamp

    def _ago(self, stamp: Stamp) -> Stamp:
        """十年前, where the text has told of the ten years up to a year, is the first of them."""
        year = self._placing.ago(stamp)
        return replace(stamp, period=year) if year else stamp

    def around(self, stamp: Stamp) -> list[Stamp]:
        """The stamps not far before a stamp, and those of the rest of its sentence."""
        stop = SENTENCE_END.search(self.text, stamp.end, stamp.end + _SENTENCE)
        low = max(0, bisect_left(self._starts, stamp.start) - _STAMPS)
        return self.stamps[low : bisect_left(self._starts, stop.start() if stop else stamp.end + _SENTENCE)]

    def story_of(self, printed: str, at: int) -> str | None:
        """The years that the text tells of up to a year that it names, if they are as many as 十年前 counts."""
        return self._placing.story_of(printed, at)

    def since(self, printed: str, at: int) -> str | None:
        """The year from which the text has counted its time so far (五年来…), if 五年前 counts as many years back."""
        return self._placing.since(printed, at)

    def placed(self, stamp: Stamp) -> str | None:
        """The years of a stretch (三年间, 十年来), where the text tells which they are."""
        return self._placing.placed(stamp)
