"""The reader: from clean text to observations. Numbers, dates and areas are found once; the rest works per number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tasks.extract.blanks import closed
from tasks.extract.bulletins import byline, stories
from tasks.extract.catalogue import Catalogue, default_catalogue
from tasks.extract.clauses import Clause, Sentence, mask, sentences
from tasks.extract.confidence import Confidence, default_confidence
from tasks.extract.cues import ABOUT
from tasks.extract.dates import find_dates
from tasks.extract.indicators import Named, Namer, Slot
from tasks.extract.indicators_back import Back
from tasks.extract.indicators_budget import BudgetAccounts
from tasks.extract.indicators_members import opens_parts
from tasks.extract.indicators_parts import without_place
from tasks.extract.indicators_states import with_states
from tasks.extract.indicators_tables import Cell, Sheet, Tables, default_tables
from tasks.extract.measures import Measured, Measures, default_measures
from tasks.extract.measures_again import Told
from tasks.extract.model import Article, Observation, Quantity, RegionMention, TimeExpression
from tasks.extract.periods_items import PagePeriods
from tasks.extract.reader_cells import cells_of, item_of, of_cell, of_column, of_town
from tasks.extract.reader_marks import marks_of
from tasks.extract.reader_slots import in_ratio, joined, lone_places, outside_places, place_names, slot_of
from tasks.extract.reading import Decision, Reading
from tasks.extract.reflow import reflowed
from tasks.extract.regions import RegionScope, find_regions
from tasks.extract.rejects import read_numbers
from tasks.extract.status import Standing, Status, default_status
from tasks.extract.status_cues import Cue, Place
from tasks.extract.status_scope import StatusScope
from tasks.extract.status_years import reviewed_year, year_to_end
from tasks.extract.widths import as_printed, unfolded

_FAR = 200
# A line of a chart that says no more than how the amount in the line before it grew.
_CHART_LINE = re.compile("[^\n]?\n(?:同比|环比|比上年|较上年)?(?:增长|下降|上升|增加|减少|提高)\x02+[。；]?(?:\n|$)")
# 增速领先，达29.3%: the clause only reaches the number that the one before it speaks of.
_GOES_ON = re.compile(f"(?:已?达到?|为|{ABOUT}|超过?|高达)+")
_SAID_OF = ("carried subject", "list")
_SINCE_COMMA = re.compile("[，；。,;]")
_AHEAD = 40
_LISTED = 160
_BEHIND = 60


@dataclass(frozen=True, slots=True)
class _Page:
    """What is found once for the whole text."""

    article: Article
    masked: str
    quantities: list[Quantity]
    slots: list[Slot]
    places: tuple[str, ...]
    lone: frozenset[str]
    periods: PagePeriods
    areas: RegionScope
    accounts: BudgetAccounts
    plans: StatusScope
    sheet: Sheet
    dates: Sequence[TimeExpression]
    year: int | None
    due: int
    reviewed: int | None
    back: Back


class Reader:
    """Reads articles with one vocabulary. Building one is cheap after the first in a process."""

    def __init__(
        self,
        namer: Namer | None = None,
        measures: Measures | None = None,
        status: Status | None = None,
        catalogue: Catalogue | None = None,
        confidence: Confidence | None = None,
        tables: Tables | None = None,
    ) -> None:
        self.namer = namer or Namer()
        self.measures = measures or default_measures()
        self.status = status or default_status()
        self.catalogue = catalogue or default_catalogue()
        self.confidence = confidence or default_confidence()
        self.tables = tables or default_tables()

    def read(self, article: Article) -> Reading:
        """Observations of an article, spans in code points of `article.text`. Never raises on any text."""
        mapped = closed(reflowed(unfolded(article.text)))
        title = closed(article.title).text if article.title else article.title
        if mapped.text == article.text and title == article.title:
            return self._told(article)
        reading = self._told(article._replace(text=mapped.text, title=title)).placed(mapped.span)
        printed = [
            one._replace(mention=article.text[one.start : one.end], indicator=as_printed(one.indicator, article.text))
            for one in reading.observations
        ]
        return Reading(printed, reading.rejects, reading.decisions)

    def _told(self, article: Article) -> Reading:
        """An article as it is told: a bulletin story by story, behind the byline of the whole."""
        parts = stories(article.text, article.title)
        if not parts:
            return self._read(article)
        lead = byline(article.text)
        told = Reading([], [], [])
        for story in parts:
            part = article._replace(text=lead + article.text[story.start : story.end], title=story.title)
            moved = self._read(part).moved(story.start - len(lead))
            told.observations.extend(moved.observations)
            told.rejects.extend(moved.rejects)
            told.decisions.extend(moved.decisions)
        return told

    def _read(self, article: Article) -> Reading:
        dates = find_dates(article.text, article.published_at)
        numbers = read_numbers(article.text, dates, article.published_at, article.title)
        if not numbers.quantities:
            return Reading([], numbers.rejects, [])
        counted = {quantity.start for quantity in numbers.quantities}
        dates = [date for date in dates if date.start not in counted or date.kind == "duration"]
        year = _year(article.published_at)
        mentions = find_regions(article.text, year)
        areas = RegionScope(article.text, mentions, article.title, article.publisher, year)
        quantities, in_names = outside_places(article.text, numbers.quantities, areas)
        rejects = (
            sorted([*numbers.rejects, *in_names], key=lambda reject: reject.start) if in_names else numbers.rejects
        )
        page = self._page(article, dates, quantities, mentions, areas, year)
        observations: list[Observation] = []
        decisions: list[Decision] = []
        spans = [(slot.start, slot.end) for slot in page.slots]
        earlier, before = "", 0
        past: list[tuple[str, str]] = []
        for sentence in sentences(page.masked, spans, joined(article.text, page.slots)):
            apart = page.masked.find("\n", before, sentence.start) >= 0 and not _CHART_LINE.match(
                page.masked, before, sentence.end
            )
            if (apart and not opens_parts(page.masked, sentence.start)) or sentence.start - before > _FAR:
                earlier, past = "", []
            lead = self.namer.lead(page.masked, sentence.start) if not earlier or sentence.start > before + 1 else ""
            made = self._sentence(page, sentence, lead or earlier, past)
            earlier, before = _subject_of(made), sentence.end - 1
            past = list(dict.fromkeys((one.indicator, one.unit) for one, _ in made if one.measure == "level"))
            for observation, decision in made:
                observations.append(observation)
                decisions.append(decision)
        return Reading(observations, rejects, decisions)

    def _page(
        self,
        article: Article,
        dates: Sequence[TimeExpression],
        quantities: list[Quantity],
        mentions: Sequence[RegionMention],
        areas: RegionScope,
        year: int | None,
    ) -> _Page:
        text = article.text
        periods = PagePeriods(text, dates, article.published_at, article.title)
        return _Page(
            article=article,
            masked=mask(text, marks_of(text, dates, quantities), [(q.start, q.end) for q in quantities]),
            quantities=quantities,
            slots=[slot_of(text, quantity) for quantity in quantities],
            places=place_names(text, mentions),
            lone=lone_places(text, mentions),
            periods=periods,
            areas=areas,
            accounts=BudgetAccounts(text),
            dates=dates,
            sheet=self.tables.sheet(text, article.title),
            plans=StatusScope(self.status, text, article.title, periods.over, year, article.published_at),
            year=year,
            due=year_to_end(article.published_at, periods.reporting),
            reviewed=reviewed_year(article.published_at),
            back=Back(),
        )

    def _sentence(
        self, page: _Page, sentence: Sentence, earlier: str, past: Sequence[tuple[str, str]]
    ) -> list[tuple[Observation, Decision]]:
        names = self.namer.name(page.masked, sentence, page.slots, page.places, earlier, page.lone, past)
        page.back.complete(page.masked, sentence.start, page.slots, page.quantities, names)
        with_states(page.article.text, page.slots, names, lambda *at: page.areas.region_at(*at).name)
        for index, named in names.items():
            full = page.accounts.named(named.name, page.slots[index].start)
            names[index] = named if full == named.name else replace(named, name=full)
        cells = cells_of(page.sheet, page.article.text, page.quantities, sentence)
        made: list[tuple[Observation, Decision]] = []
        today = page.article.published_at or ""
        cues = self.status.cues(page.article.text, sentence.start, sentence.end, page.due, today)
        told = Told()
        for clause in sentence.clauses:
            first: tuple[Measured, Standing] | None = None
            for place, index in enumerate(clause.quantities):
                shared = first if place and names[index].listed else None
                measured, standing = self._judge(page, sentence, clause, page.slots[index], names[index], shared, cues)
                said = page.masked[clause.start : page.slots[index].start]
                ahead = page.masked[max(sentence.start, clause.start - _AHEAD) : clause.start]
                behind = page.masked[page.slots[index].end : page.slots[index].end + _LISTED]
                measured = told.again(said, ahead, page.slots[index].unit, names[index].name, measured, behind)
                first = shared or (measured, standing)
                if index in cells:
                    names[index], measured = of_cell(cells[index], names[index], page.slots[index])
                elif item := item_of(page.sheet, page.slots[index], clause, names[index]):
                    names[index], cells[index] = replace(names[index], name=item.name, rule="item"), item
                found = (names[index], measured, standing)
                made.append(self._observation(page, sentence, index, found, cells.get(index)))
        return made

    def _judge(
        self,
        page: _Page,
        sentence: Sentence,
        clause: Clause,
        slot: Slot,
        named: Named,
        shared: tuple[Measured, Standing] | None,
        cues: Sequence[Cue],
    ) -> tuple[Measured, Standing]:
        """Measure and status; a number that continues a list shares them with the first of it."""
        before = page.masked[max(clause.start, slot.start - _BEHIND) : slot.start]
        if _GOES_ON.fullmatch(before):
            before = page.masked[max(sentence.start, slot.start - _BEHIND) : slot.start]
        elif clause.opener in ("）", ")"):
            before = _SINCE_COMMA.split(page.masked[max(sentence.start, slot.start - _BEHIND) : slot.start])[-1]
        after = page.masked[slot.end : slot.end + _AHEAD]
        previous = shared[0] if shared else None
        measured = self.measures.of(slot.unit, slot.kind, before, after, previous, named.name)
        if in_ratio(page.masked, slot, sentence):
            measured = Measured("ratio", 1, "among")
        if shared:
            return measured, shared[1]
        at, planned = Place(page.article.text, slot.start, slot.end), page.plans.planned_at(slot.start)
        standing = self.status.of(at, before, after, cues, planned, page.year, page.reviewed)
        return measured, page.plans.settled(standing, slot.start)

    def _observation(
        self, page: _Page, sentence: Sentence, index: int, found: tuple[Named, Measured, Standing], cell: Cell | None
    ) -> tuple[Observation, Decision]:
        quantity, (named, measured, standing) = page.quantities[index], found
        start, end = quantity.start, quantity.end
        when = page.periods.period_at(start, end, measured.measure, standing.dated)
        if standing.status == "observation" and page.periods.comes_into_force(when, start):
            standing = Standing("target", "in force from")
        where = page.areas.region_at(start, end)
        if cell is not None:
            when = of_column(cell, when, page.periods.reporting, page.dates, page.article)
            where = of_town(cell, where)
        bare = without_place(named.name, page.lone) if not named.name.startswith("自治") else named.name
        entry = self.catalogue.link(named.name, quantity.unit, measured.measure)
        if entry is None and bare != named.name:
            entry = self.catalogue.link(bare, quantity.unit, measured.measure)
            # 陕西旅游收入 of 陕西省: the region says where.
            if entry and named.name[:2] in (where.name or ""):
                named = named.called(bare.lstrip("的"))
        decision = Decision(named, measured, standing, when, where)
        observation = Observation(
            doc=page.article.doc,
            start=start,
            end=end,
            mention=page.article.text[start:end],
            value=measured.signed(quantity.value),
            value_high=quantity.value_high if quantity.value_high is None else measured.signed(quantity.value_high),
            unit=quantity.unit,
            measure=measured.measure,
            qualifier=quantity.qualifier,
            status=standing.status,
            region_code=where.code,
            region=where.name,
            period=when.period,
            baseline=when.baseline,
            baseline_period=when.baseline_period,
            indicator=named.name,
            indicator_id=entry.id if entry else None,
            indicator_name=entry.name if entry else None,
            theme=entry.theme if entry else None,
            confidence=self.confidence.of(
                decision, page.article.text[start:end], quantity.qualifier, entry is not None
            ),
            sentence_start=sentence.start,
            sentence_end=sentence.end,
        )
        return observation, decision


def _subject_of(made: Sequence[tuple[Observation, Decision]]) -> str:
    """The last name of a sentence that is one of its own and not only said of the name before it."""
    own = (one.indicator for one, decision in reversed(made) if decision.named.rule not in _SAID_OF)
    return next(own, made[-1][0].indicator)


def _year(published_at: str | None) -> int | None:
    head = (published_at or "")[:4]
    return int(head) if len(head) == 4 and head.isascii() and head.isdigit() else None
