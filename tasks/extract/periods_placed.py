"""The years of a stretch that words only count (三年来, 十年间), and the year that 十年前 goes back to."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tasks.extract import periods_named as years
from tasks.extract import periods_words as cues
from tasks.extract.periods_story import told_to

if TYPE_CHECKING:
    from tasks.extract.periods_document import Document
    from tasks.extract.periods_stamps import Stamp

AHEAD = ("未来", "今后", "接下来", "此后")
_DECADE = 10
# 一年间 is no stretch of years.
_FEW = 2
_FIVE = 5


class Placing:
    """Places the stretches of one document that no date names."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text
        self._published = document.published

    def ago(self, stamp: Stamp) -> str | None:
        """The year that 十年前 goes back to, where the text has told of the ten years up to one of its own."""
        printed = self._text[stamp.start : stamp.end]
        count = cues.span_years(printed) if printed.endswith("年前") else None
        span = count and (
            self._spans_to.get(count)
            or years.so_many(self._named_stretch, count, stamp.start)
            or self._counted_back(count, stamp.start)
        )
        return span[:4] if span else None

    def story_of(self, printed: str, at: int) -> str | None:
        """The years that the text tells of up to a year that it names, if they are as many as 十年前 counts."""
        count = cues.span_years(printed) or 0
        return self._spans_to.get(count) or self._named_before(at, count, so_far=True)

    def since(self, printed: str, at: int) -> str | None:
        """The year from which the text has counted its time so far (五年来…), if 五年前 counts as many years back."""
        span = self._counted_back(cues.span_years(printed) or 0, at)
        return span[:4] if span else None

    def placed(self, stamp: Stamp) -> str | None:
        """The years of a stretch (三年间, 十年来) when the text names years that are as far apart, or when it counts
        them back from its own time."""
        printed = self._text[stamp.start : stamp.end]
        count = cues.span_years(printed)
        if count is None or self._published is None or printed[0] in "近最前":
            return None
        if printed.startswith(AHEAD):
            return self._of_paper(count, self._published.year)
        if printed[0] == "过":
            return self._of_review(stamp, count) or years.up_to(printed, count, self._published.year)
        if count in self._spans_to:
            return self._spans_to[count]
        if named := self._named_before(stamp.start, count, so_far=printed.endswith("来")):
            return named
        if count in self._jubilees and printed.endswith("来"):
            return f"{self._published.year - count}/{self._published.year}"
        if since := self._since_congress(stamp, count) or self._some_years(stamp, printed, count):
            return f"{since}/{self._published.year}"
        told = self._told_near(stamp, printed, count, self._published.year)
        told = told or years.both_named(self._document.stamps, count, self._published.year)
        printed = "这" * (self._text[stamp.start - 1 : stamp.start] == "这") + printed
        over = self._published.year - (self._published.month == 1)
        return told or self._of_review(stamp, count) or years.up_to(printed, count, over)

    @cached_property
    def _stretches_named(self) -> frozenset[str]:
        """The stretches of bare years that the text or its title names."""
        named = (s.period for s in self._document.stamps if s.role in ("title", "anchor"))
        return frozenset(period for period in named if period and years.is_years(period))

    def _of_paper(self, count: int, year: int) -> str | None:
        """The years to come that the title of a paper names (方案（2025—2026年）。未来两年，…), if they are as many."""
        ahead = {
            p
            for p in self._stretches_named
            if int(p[-4:]) >= year >= int(p[:4]) - 1 and int(p[-4:]) - int(p[:4]) == count - 1
        }
        return ahead.pop() if len(ahead) == 1 else None

    def _told_near(self, stamp: Stamp, printed: str, count: int, year: int) -> str | None:
        """The stretch of as many years that the dates before a stamp, or in its sentence, name or begin."""
        first = str(year - count)
        for other in self._document.around(stamp):
            if other.period is None or other.role in ("now", "title"):
                continue
            start, _, end = other.period.partition("/")
            if end and len(start) == len(end) == 4 and int(end) - int(start) == count - 1:
                return other.period
            if other.role == "since" and other.end < stamp.start and start in (first, str(int(first) + 1)):
                return f"{start}/{year}"
            if start == first and len(other.period) == 4:
                return f"{first}/{self._led_to(stamp) or year}"
            if "多" in printed and other.period == str(int(first) - 1) and self._text[other.start - 1] in "从自":
                return f"{other.period}/{year - (self._published is not None and self._published.month == 1)}"
        return None

    def _counted_back(self, count: int, at: int) -> str | None:
        """The stretch of as many years that the text has counted back from its own time before an offset."""
        span = self._first_spans.get(count)
        return self.placed(span) if span and span.end <= at else None

    @cached_property
    def _first_spans(self) -> dict[int, Stamp]:
        spans = [s for s in self._document.stamps if s.role == "span"]
        return {cues.span_years(self._text[s.start : s.end]) or 0: s for s in reversed(spans)}

    def _led_to(self, stamp: Stamp) -> str | None:
        """The last year where the paragraph has just named that (2012年达到3万元。32年间…)."""
        before = self._document.before(self._document.paragraph(stamp.start), stamp.start)
        told = next((earlier.period for earlier in before if earlier.role != "base"), None)
        return told if self._published is not None and told == str(self._published.year - 1) else None

    @cached_property
    def _spans_to(self) -> dict[int, str]:
        """The stretches whose last year the text names (十年过去了，到2010年: 2000/2010), by their length."""
        return told_to(self._text, self._document.stamps, self._document.sentence, self._published)

    def _named_before(self, at: int, count: int, so_far: bool) -> str | None:
        """The stretch of as many years that the text has named before (从1990年到2000年，…。十年间，…)."""
        named, published = self._named_stretch, self._published
        if published is None or count < _FEW:
            return None
        told = named.period if named and named.end <= at else self._document.reporting.period
        told = years.as_many(told, count) if told and years.is_years(told) else None
        near = self._document.before(self._document.paragraph(at), at)
        told = told or years.between(near, count, years.ends_of(published))
        return told if told and years.over_by(told, published.year, so_far) else None

    @cached_property
    def _named_stretch(self) -> Stamp | None:
        return years.named_stretch(self._document.stamps)

    def _of_review(self, stamp: Stamp, count: int) -> str | None:
        """The five years that a work report looks back on."""
        document = self._document
        return (document.outline.five_years(stamp.start) or document.reporting.span) if count == _FIVE else None

    @cached_property
    def _jubilees(self) -> set[int | None]:
        """The anniversaries that the text names (新中国成立70周年), whose years 70年来 means."""
        return {cues.span_years(found[1] + "年") for found in cues.JUBILEE.finditer(self._text)}

    def _since_congress(self, stamp: Stamp, count: int) -> str | None:
        """The year of the congress that the paragraph names before a stretch since then (十八大以来…，五年来…)."""
        year = str(self._published.year - count) if self._published else ""
        names = [name for name, held in cues.CONGRESSES.items() if held[:4] == year]
        low = self._document.paragraph(stamp.start)
        return year if any(self._text.find(name, low, stamp.start) >= 0 for name in names) else None

    def _some_years(self, stamp: Stamp, printed: str, count: int) -> str | None:
        """The year from which 三十多年来 runs, where the paragraph names it (从1986年开始，…)."""
        if self._published is None or not printed.endswith("来") or printed[-3:-2] not in "多余":
            return None
        for earlier in self._document.before(self._document.paragraph(stamp.start), stamp.start):
            year = (earlier.period or "").partition("/")[0][:4]
            if year and 0 <= self._published.year - int(year) - count < _DECADE and earlier.role != "base":
                return year
        return None
