"""The area that a number is about: the nearest place that governs it, from publisher and title down to the clause.

A place in a comparison (高于全国平均水平, 居全省第二, 占全市的比重) does not move the region. Words such as 我省, 全县
are resolved on the stack. Villages, townships, companies and groups of provinces stay as printed, without a code.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from tasks.extract import regions_nation as nationwide
from tasks.extract import regions_words as cues
from tasks.extract.clauses import sentence_bounds
from tasks.extract.gazetteer import COUNTRY, Gazetteer, gazetteer
from tasks.extract.model import RegionMention
from tasks.extract.regions_abroad import headings, of_both, own_deed
from tasks.extract.regions_behind import (
    aged,
    arrival,
    compared_value,
    event_behind,
    gathered,
    granted,
    group_behind,
    moved_in,
    people_behind,
    place_behind,
)
from tasks.extract.regions_carried import between_two, carried, firm_scene, in_sentence, national, story
from tasks.extract.regions_dealings import OF_OWN_FIRM, of_household
from tasks.extract.regions_directly import directly
from tasks.extract.regions_firms import FIRMS_COUNTED, MANY_FIRMS
from tasks.extract.regions_ground import Ground
from tasks.extract.regions_home import home_of
from tasks.extract.regions_home_bearers import of_shares
from tasks.extract.regions_items import PROVINCES, can_hold, in_provinces, rest_of_provinces
from tasks.extract.regions_journeys import journey
from tasks.extract.regions_lines import across
from tasks.extract.regions_markets import markets, of_market
from tasks.extract.regions_page import Page, as_area
from tasks.extract.regions_people import age_of_someone
from tasks.extract.regions_place import Place
from tasks.extract.regions_places import places
from tasks.extract.regions_points import of_event
from tasks.extract.regions_several import notices, of_notice
from tasks.extract.regions_shared import shared_out, sum_of_list
from tasks.extract.regions_siblings import among_siblings
from tasks.extract.regions_state import set_by_state
from tasks.extract.regions_subjects import own_words
from tasks.extract.regions_tellers import in_byline, only_tells, spoke_at
from tasks.extract.regions_titles import REPORT
from tasks.extract.regions_whereabouts import given_to_someone, whereabouts
from tasks.extract.regions_wire import away, sent_from_abroad, that_state
from tasks.extract.shares import of_share

# 上海银行间同业拆放利率: where the banks of the whole country lend to each other.
_BETWEEN_BANKS = "银行间"
_SENTENCE = 1200
_EARNING = 24


class RegionDecision(NamedTuple):
    """Code (None below the county and where it cannot be known), official name, the rule and its trigger's offsets."""

    code: str | None
    name: str | None
    rule: str
    trigger: tuple[int, int] | None = None


def _outlet(text: str, start: int, end: int) -> bool:
    """Whether a name is that of an outlet which is cited (据甲日报报道)."""
    return text.endswith(("据", "据《"), 0, start) and cues.OUTLET.match(text, end) is not None


def _says(text: str, start: int, end: int) -> bool:
    """Whether a name only belongs to whom something is told by: a dateline, an outlet, those who watch a market."""
    signs = cues.DATELINE.match(text, end) is not None or _outlet(text, start, end)
    signs = signs or ("只" in text[end : end + 80] and of_shares(text, end)) or text.startswith(_BETWEEN_BANKS, end)
    return signs or in_byline(text, start, end) or only_tells(text, end) or spoke_at(text, start, end)


def _told(place: Place) -> RegionDecision:
    """What a place of the text decides."""
    return RegionDecision(place.code, place.name, place.rule, (place.start, place.end))


class RegionScope:
    """Decides the region of every number of one document."""

    def __init__(
        self,
        text: str,
        mentions: Sequence[RegionMention],
        title: str | None = None,
        publisher: str | None = None,
        year: int | None = None,
    ) -> None:
        mentions = [mention for mention in mentions if not _says(text, mention.start, mention.end)]
        self.text = text
        self.book: Gazetteer = gazetteer()
        self.home = home_of(Page(text, mentions, title, publisher, year), self.book)
        news_told = cues.BYLINE.match(text) is not None
        report = bool(title and REPORT.search(title)) and self.home.code != COUNTRY and not news_told
        sent = sent_from_abroad(text)
        self.places = away(text, places(text, mentions, self.home, self.book), sent)
        self._ground = Ground(text, self.book, self.home, mentions, self.places, report)
        self._breaks = sentence_bounds(text)
        news = "国内" not in (title or "") and (self.home.code == COUNTRY or self.home.rule == "foreign")
        self._items = sorted((*sent, *(headings(text) if news else ())))
        self._notices = notices(text, title)
        self._markets = markets(text)

    def region_at(self, start: int, end: int) -> RegionDecision:
        """The region of the number at `text[start:end]`."""
        sentence = max(self._breaks[bisect_right(self._breaks, start) - 1], start - _SENTENCE)
        if cues.ONE_OF.match(self.text, end):
            return self._around(sentence, start)
        if firm := of_notice(self._notices, start):
            return RegionDecision(None, firm, "institution")
        if self._in_speech(start):
            return RegionDecision(None, None, "speech")
        if own := self._someones_own(sentence, start, end):
            return own
        if market := of_market(self._ground, self._markets, sentence, start, end):
            return RegionDecision(market[2], market[3], "market", market[:2])
        if both := of_both(self.text, start, end) or that_state(self.text, start):
            return RegionDecision(None, self.text[slice(*both)], "foreign", both)
        rest = self.home.code in (None, COUNTRY) and rest_of_provinces(self.text, start)
        if rest or self._of_the_state(sentence, start) or set_by_state(self.text, sentence, start, end):
            return RegionDecision(COUNTRY, self.book.official_name(COUNTRY), "national_body")
        place = self._place(sentence, start, end)
        if (place is None or place.code) and (own := self._of_no_area(sentence, start, end)):
            return own
        if place is None:
            return self._unplaced(sentence, start)
        if place.rule == "person":
            return self._of_person(place, start, end)
        if place.rule in ("company", "institution", "firm") and self._counts_firms(start, end):
            code = self.home.code or COUNTRY
            return RegionDecision(code, self.book.official_name(code), "home")
        return _told(place)

    def _of_no_area(self, sentence: int, start: int, end: int) -> RegionDecision | None:
        """The person or the firm whose number this is, whatever area is spoken of."""
        if age_of_someone(self.text, start, end) or of_household(self.text, sentence, start, end):
            return self._of_person(self._someone(sentence, start), start, end)
        share = self.home.code is not None and of_share(self.text, sentence, start)
        return RegionDecision(None, None, "share") if share else None

    def _place(self, sentence: int, start: int, end: int) -> Place | None:
        """The place of the text that the number belongs to."""
        ground = self._ground
        return (
            directly(ground, start)
            or of_event(ground, sentence, start)
            or sum_of_list(ground, sentence, start)
            or among_siblings(ground, sentence, start, end)
            or shared_out(ground, sentence, start)
            or place_behind(ground, start, end)
            or event_behind(ground, end)
            or group_behind(ground, end)
            or people_behind(ground, sentence, end)
            or granted(ground, end)
            or moved_in(ground, sentence, end)
            or journey(ground, sentence, start, end)
            or compared_value(ground, start, end)
            or in_sentence(ground, sentence, start)
            or arrival(ground, end)
            or gathered(ground, sentence, end)
            or national(ground, sentence)
            or carried(ground, sentence, start)
            or firm_scene(ground, sentence, start)
            or story(ground, sentence, start)
            or between_two(ground, sentence, start)
        )

    def _someones_own(self, sentence: int, start: int, end: int) -> RegionDecision | None:
        """What an age, a wage or a gift in a person's hands is told of; None for any other number."""
        if self.text[end - 1] == "岁" and (person := aged(self._ground, end)):
            return self._of_person(person, start, end)
        if self._earns(sentence, start):
            return self._of_person(self._someone(sentence, start), start, end)
        if given_to_someone(self._ground, sentence, start, end):
            return self._of_person(None, sentence, end)
        return None

    def _someone(self, sentence: int, start: int) -> Place | None:
        """The person whom the sentence of a number names in front of it."""
        last = self._ground.before(start)
        return last if last and last.rule == "person" and last.start >= sentence else None

    def _of_person(self, person: Place | None, start: int, end: int) -> RegionDecision:
        """The area that someone's figure is told of, else the person as printed."""
        place = whereabouts(self._ground, person, start, end)
        if place is not None:
            return RegionDecision(place.code, place.name, "person", (place.start, place.end))
        return _told(person) if person else RegionDecision(None, None, "person")

    def _unplaced(self, sentence: int, start: int) -> RegionDecision:
        """The region of a number that no place of the text governs."""
        if self.home.rule == "foreign" and own_deed(self.text, sentence, start):
            return RegionDecision(COUNTRY, self.book.official_name(COUNTRY), "national_body")
        if abroad := self._under_heading(sentence):
            return RegionDecision(None, abroad, "foreign")
        if across(self.home) or (
            (PROVINCES.match(self.text, start) or in_provinces(self.text, start) or self._ground.bylined)
            and self._too_small(start)
        ):
            return RegionDecision(COUNTRY, self.book.official_name(COUNTRY), "home")
        return RegionDecision(self.home.code, self.home.name or None, "home")

    def _too_small(self, start: int) -> bool:
        """Whether the document's own area cannot hold the provinces that are counted."""
        return not can_hold(self.home, self.book.level(self.home.code), self.text, start)

    def _under_heading(self, sentence: int) -> str:
        """In national news, the place abroad that the heading of the item names; empty for none."""
        index = bisect_right(self._items, (sentence + 1, "")) - 1
        return self._items[index][1] if index >= 0 else ""

    def _counts_firms(self, start: int, end: int) -> bool:
        """Whether companies of the whole market are counted here, behind what one of them earned."""
        if self.text[end - 1] != "家":
            return False
        return bool(MANY_FIRMS.match(self.text, end - 1) or FIRMS_COUNTED.search(self.text[max(0, start - 12) : start]))

    def _around(self, sentence: int, start: int) -> RegionDecision:
        """X是N个Y之一: the N lie in the place behind 是, else around X: in the document's area, else in the country."""
        last = self._ground.before(start)
        if last and last.start >= sentence and cues.COPULA.search(self.text, max(0, last.start - 3), last.start):
            return _told(last)
        subject = in_sentence(self._ground, sentence, start)
        whole = self.home if subject is None or self.home.code != subject.code else as_area(COUNTRY, self.book)
        return RegionDecision(whole.code, whole.name, "one_of")

    def _in_speech(self, start: int) -> bool:
        """Whether someone speaks of their own household here (“我家6口人…”) or to some people (你们12名同学)."""
        if cues.ADDRESSED.search(self.text, max(0, start - 4), start):
            return True
        opening = self.text.rfind("“", max(0, start - 120), start)
        if opening < 0 or self.text.find("”", opening, start) >= 0:
            return False
        closing = self.text.find("”", start, start + 200)
        closing = closing if closing >= 0 else start
        if cues.HOUSEHOLD.search(self.text, opening, closing) or OF_OWN_FIRM.search(self.text, opening, closing):
            return True
        tail = self.text[closing : closing + 60].partition("。")[0]
        if "自己" in self.text[opening:closing] and own_words(self.text, tail):
            return True
        if cues.THEY_SAY.match(tail, 1):
            last = self._ground.before(opening)
            return last is not None and last.rule == "person"
        return bool(cues.SPEAKER.search(tail)) and cues.OFFICE.search(tail) is None

    def _earns(self, sentence: int, start: int) -> bool:
        """Whether one person's wage or gain stands here (她一个月能拿3000元)."""
        low = max(sentence, start - _EARNING)
        if cues.EARNS_SIGN.search(self.text, low, start) is None:
            return False
        near = self.text[low:start]
        return bool(cues.EARNS.search(near)) and not cues.ON_AVERAGE.search(near)

    def _of_the_state(self, sentence: int, start: int) -> bool:
        """Whether the number is that of a list by a ministry (农业农村部公布…，甲村等300个村), wherever the document is
        at home."""
        if self.text[start - 1 : start] != "等" or not cues.PUBLISHES.search(self.text, sentence, start):
            return False
        bodies = nationwide.national_bodies()
        heads = (sentence, *(found.end() for found in cues.CLAUSE_END.finditer(self.text, sentence, start)))
        acts = (bodies.match(self.text, head) for head in heads)
        return any(body and cues.PUBLISHES.match(self.text, body.end()) for body in acts)
