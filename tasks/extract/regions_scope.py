"""The area that a number is about: the nearest place that governs it, from publisher and title down to the clause.

A place in a comparison (高于全国平均水平, 居全省第二, 占全市的比重) does not move the region. Words such as 我省, 全县
are resolved on the stack. Villages, townships, companies and groups of provinces stay as printed, without a code.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from tasks.extract import regions_words as cues
from tasks.extract.clauses import sentence_bounds
from tasks.extract.gazetteer import COUNTRY, Gazetteer, gazetteer
from tasks.extract.model import RegionMention
from tasks.extract.regions_abroad import counted_abroad, headings, leaves, of_both, own_deed, turns_home
from tasks.extract.regions_aid import GROWS
from tasks.extract.regions_candidates import named_place
from tasks.extract.regions_firms import (
    AREA_TURN,
    AWAY_FROM_SOMEONE,
    FIRMS_COUNTED,
    MANY_FIRMS,
    OF_OWN_FIRM,
    OF_SOMEONE,
    goes_on,
    is_firm,
    keeps_to_firm,
    speaks_as_area,
)
from tasks.extract.regions_home import Page, home_of
from tasks.extract.regions_items import can_hold, in_other_item
from tasks.extract.regions_place import TOLD, Place
from tasks.extract.regions_places import places

_REPORT = re.compile(r"工作报告|统计公报|公报|工作要点|民生实事|实施方案|规划|纲要|条例|办法")
_BOUND_FOR = re.compile("(?:离开|抵达|到达|发往|前往|运往|来自|流向|进入|落户|分布在|位于|投向|拨付给?)了?$")
_SPLIT = re.compile(r"[、和及]|以及")
_SENTENCE = 1200
_EARNING = 24
_PARAGRAPH = 3000
_SCENE = 600
_AHEAD, _SITED = 12, 26
_TWO = 2
# In reports these hold for their own clause, the report's area for the rest.
_NAMED = ("mention", "natural", "institution", "collective", "group", "settlement", "firm")
_ARRIVAL = 24


def in_passing(place: Place) -> bool:
    """Whether a place that does not open its sentence leaves the next one alone: a group of provinces, a great work."""
    return place.rule == "collective" or (place.rule == "natural" and place.name.endswith("工程"))


class RegionDecision(NamedTuple):
    """Code (None below the county and where it cannot be known), official name, the rule and its trigger's offsets."""

    code: str | None
    name: str | None
    rule: str
    trigger: tuple[int, int] | None = None


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
        mentions = [mention for mention in mentions if not cues.DATELINE.match(text, mention.end)]
        self.text = text
        self.book: Gazetteer = gazetteer()
        self.home = home_of(Page(text, mentions, title, publisher, year), self.book)
        self.report = bool(title and _REPORT.search(title)) and self.home.code != COUNTRY
        self.places = places(text, mentions, self.home, self.book)
        self._ends = [place.end for place in self.places]
        self._mentions = mentions
        self._starts = [mention.start for mention in mentions]
        self._listed = {place.start for place in self.places if place.rule in ("mention", "group")}
        self._breaks = sentence_bounds(text)
        self._local = self.home.code not in (None, COUNTRY) and speaks_as_area(text)
        news = "国内" not in (title or "") and (self.home.code == COUNTRY or self.home.rule == "foreign")
        self._items = headings(text) if news else []
        self._wide = (
            self.book.level(self.home.code or "") in ("country", "province") and cues.A_SIGN.search(text) is not None
        )

    def _area(self, code: str) -> Place:
        return Place(0, 0, code, self.book.official_name(code), "home")

    def region_at(self, start: int, end: int) -> RegionDecision:
        """The region of the number at `text[start:end]`."""
        sentence = max(self._breaks[bisect_right(self._breaks, start) - 1], start - _SENTENCE)
        if cues.ONE_OF.match(self.text, end):
            return self._around(sentence, start)
        if self._in_speech(start):
            return RegionDecision(None, None, "speech")
        if self.text[end - 1] == "岁" and (aged := self._aged(end)):
            return RegionDecision(aged.code, aged.name, aged.rule, (aged.start, aged.end))
        if self._earns(sentence, start):
            return RegionDecision(None, None, "person")
        if both := of_both(self.text, start, end):
            return RegionDecision(None, self.text[slice(*both)], "foreign", both)
        if self._of_the_state(sentence, start):
            return RegionDecision(COUNTRY, self.book.official_name(COUNTRY), "national_body")
        place = (
            self._sum_of_list(sentence, start)
            or self._shared_out(sentence, start)
            or self._behind(start, end)
            or self._behind_abroad(sentence, end)
            or self._granted(end)
            or self._compared_value(start, end)
            or self._in_sentence(sentence, start)
            or self._arrival(end)
            or self._national(sentence)
            or self._carried(sentence, start)
            or self._firm_scene(sentence, start)
            or self._story(sentence, start)
        )
        if place and place.rule in ("company", "institution", "firm") and self._counts_firms(start, end):
            code = self.home.code or COUNTRY
            return RegionDecision(code, self.book.official_name(code), "home")
        if place is None and self._wide and (firm := cues.THIS_FIRM.search(self.text, sentence, start)):
            return RegionDecision(None, firm[0], "firm", firm.span())
        if place is None and self.home.rule == "foreign" and own_deed(self.text, sentence, start):
            return RegionDecision(COUNTRY, self.book.official_name(COUNTRY), "national_body")
        if place is None and (abroad := self._under_heading(sentence)):
            return RegionDecision(None, abroad, "foreign")
        if place is None:
            return RegionDecision(self.home.code, self.home.name, "home")
        return RegionDecision(place.code, place.name, place.rule, (place.start, place.end))

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
        index = bisect_right(self._ends, start) - 1
        last = self.places[index] if index >= 0 else None
        if last and last.start >= sentence and cues.COPULA.search(self.text, max(0, last.start - 3), last.start):
            return RegionDecision(last.code, last.name, last.rule, (last.start, last.end))
        subject = self._in_sentence(sentence, start)
        whole = self.home if subject is None or self.home.code != subject.code else self._area(COUNTRY)
        return RegionDecision(whole.code, whole.name, "one_of")

    def _in_speech(self, start: int) -> bool:
        """Whether someone speaks of their own household here (“我家6口人…”)."""
        opening = self.text.rfind("“", max(0, start - 120), start)
        if opening < 0 or self.text.find("”", opening, start) >= 0:
            return False
        closing = self.text.find("”", start, start + 200)
        closing = closing if closing >= 0 else start
        if cues.HOUSEHOLD.search(self.text, opening, closing) or OF_OWN_FIRM.search(self.text, opening, closing):
            return True
        tail = self.text[closing : closing + 60].partition("。")[0]
        return bool(cues.SPEAKER.search(tail)) and cues.OFFICE.search(tail) is None

    def _earns(self, sentence: int, start: int) -> bool:
        """Whether one person's wage or gain stands here (她一个月能拿3000元)."""
        low = max(sentence, start - _EARNING)
        if cues.EARNS_SIGN.search(self.text, low, start) is None:
            return False
        near = self.text[low:start]
        return bool(cues.EARNS.search(near)) and not cues.ON_AVERAGE.search(near)

    def _of_the_state(self, sentence: int, start: int) -> bool:
        """Whether the number is that of a list by a ministry (农业农村部公布…，甲村等300个村) or of a norm of the state
        (国家规定的2%), wherever the document is at home."""
        if self.text.startswith("国家规定的", start - 5):
            return True
        if self.text[start - 1 : start] != "等" or not cues.PUBLISHES.search(self.text, sentence, start):
            return False
        bodies = cues.national_bodies()
        heads = (sentence, *(found.end() for found in cues.CLAUSE_END.finditer(self.text, sentence, start)))
        acts = (bodies.match(self.text, head) for head in heads)
        return any(body and cues.PUBLISHES.match(self.text, body.end()) for body in acts)

    def _shared_out(self, sentence: int, start: int) -> Place | None:
        """A、B、C分别…x、y、z: each number has its own place."""
        at = self.text.rfind("分别", sentence, start)
        if at < 0 or cues.CLAUSE_END.search(self.text, at, start):
            return None
        high = bisect_right(self._ends, at)
        named = [
            place
            for place in self.places[max(0, high - 40) : high]
            if place.start >= sentence and place.rule == "mention"
        ]
        members = [place for place in named if cues.CLAUSE_END.search(self.text, place.end, at) is None]
        if len(members) < _TWO:
            members = self._named_behind(at, start) or self._named_ahead(sentence, at, start)
        if len(members) < _TWO:
            return None
        turn = len(_SPLIT.findall(self.text[at:start]))
        if turn >= len(members) or cues.IN_ORDER.match(self.text, start):
            turn = len(cues.FIGURES.findall(self.text[at:start])) % len(members)
        return members[turn]

    def _named_behind(self, at: int, start: int) -> list[Place]:
        """The places behind the numbers of an enumeration (分别有92万、175万人次离开甲市、乙市), one for each."""
        far = min(len(self.text), start + _SENTENCE)
        stop = cues.CLAUSE_END.search(self.text, start, far)
        low, high = bisect_right(self._ends, start), bisect_right(self._ends, stop.start() if stop else far)
        members = [place for place in self.places[low:high] if place.rule == "mention"]
        if len(members) < _TWO or not _BOUND_FOR.search(self.text, start, members[0].start):
            return []
        return members if len(_SPLIT.findall(self.text[at : members[0].start])) + 1 == len(members) else []

    def _named_ahead(self, sentence: int, at: int, start: int) -> list[Place]:
        """The places listed in the clause before that the numbers of an enumeration go to, one for each
        (最低的是甲市、乙市，分别为47和55)."""
        ends = [found.end() for found in cues.CLAUSE_END.finditer(self.text, sentence, at)]
        if not ends or self.text[ends[-1] : at].strip():
            return []
        low = ends[-2] if len(ends) > 1 else sentence
        named = [
            replace(named_place(mention, self.text, self.book), start=mention.start, end=mention.end)
            for mention in self._mentions[bisect_left(self._starts, low) : bisect_left(self._starts, ends[-1])]
            if mention.code and mention.start in self._listed
        ]
        stop = cues.CLAUSE_END.search(self.text, start, min(len(self.text), start + _SENTENCE))
        figures = len(_SPLIT.findall(self.text[at : stop.start() if stop else start + _SENTENCE])) + 1
        return named if len(named) == figures else []

    def _sum_of_list(self, sentence: int, start: int) -> Place | None:
        """The document's area for what a list of works in several areas adds up to (甲省A水库、乙省B灌区等23项)."""
        if not cues.SUM_OF_LIST.search(self.text, max(sentence, start - 5), start):
            return None
        low = max((found.end() for found in cues.CLAUSE_END.finditer(self.text, sentence, start)), default=sentence)
        index = bisect_right(self._ends, start)
        named = [place for place in self.places[max(0, index - 12) : index] if place.start >= low]
        areas = {self.book.province(place.code) for place in named if place.rule == "mention" and place.code}
        if len(areas) < _TWO or not self.home.code:
            return None
        subject = self._in_sentence(sentence, named[0].start)
        return subject or self._area(self.home.code)

    def _compared_value(self, start: int, end: int) -> Place | None:
        """The place that a figure is compared with, for its own figure (高于乙市同期的2%)."""
        if self.text[end - 1] not in "%％":
            return None
        index = bisect_right(self._ends, start) - 1
        place = self.places[index] if index >= 0 else None
        if place is None or place.code is None or start - place.end > _AHEAD:
            return None
        if self.text[start - 1] in "（(" and cues.LEVEL_OF.fullmatch(self.text, place.end, start - 1):
            return place
        of = self.text[start - 1] == "的" and cues.OWN_VALUE.fullmatch(self.text, place.end, start)
        level = cues.CLAUSE_END.search(self.text, place.end, start) is None and cues.THEIR_LEVEL.match(self.text, end)
        if not of and not level:
            return None
        return place if cues.OVER.search(self.text, max(0, place.start - 4), place.start) else None

    def _next(self, end: int, passed: str = "") -> Place | None:
        """The first place behind the number, when it is a name of an area that the document can be about; places of
        the rule `passed` do not count."""
        index = bisect_right(self._ends, end)
        while passed and index < len(self.places) and self.places[index].rule == passed:
            index += 1
        place = self.places[index] if index < len(self.places) else None
        if place is None or place.start < end or place.rule != "mention" or place.code in (None, COUNTRY):
            return None
        return place if self.book.inside(place.code or COUNTRY, self.home.code or place.code or COUNTRY) else None

    def _behind(self, start: int, end: int) -> Place | None:
        """The place that the number stands in front of (300名甲县青年, 总投资22亿元的甲县项目, 第一大省甲省)."""
        place = self._next(end)
        if place is None or place.start - end > _SITED:
            return None
        between = self.text[end : place.start]
        if cues.SITED.fullmatch(between):
            return place
        if place.start - end > _AHEAD:
            return None
        if between == "":
            return None if cues.AFTER_COMPARED.match(self.text, place.end) else place
        if between == "的":
            lead = self.text[max(0, start - 24) : start]
            owned = cues.INVESTED.search(lead[-8:]) or cues.OWNING.search(lead)
            if owned or cues.WORK_ON_LINE.match(self.text, place.end):
                return place
            return place if self._attribute_of(place, start) else None
        return place if cues.OF_PLACE.fullmatch(between) or cues.IS_PLACE.fullmatch(between) else None

    def _behind_abroad(self, sentence: int, end: int) -> Place | None:
        """In national news, the state whose people the number counts (1659名甲国平民丧生)."""
        index = bisect_right(self._ends, end)
        place = self.places[index] if index < len(self.places) else None
        national = self.home.code == COUNTRY or self.home.rule == "foreign"
        if not national or place is None or place.start - end > 1 or place.start < end:
            return None
        low = bisect_left(self._ends, sentence)
        if any(other.rule != "foreign" for other in self.places[low:index]):
            return None
        return place if counted_abroad(self.text, place, sentence, end) else None

    def _attribute_of(self, place: Place, start: int) -> bool:
        """Whether the number is told of the place behind it that a clause opens with (平均年龄30岁的甲市，…)."""
        if not self.text.startswith("，", place.end):
            return False
        index = bisect_right(self._ends, start) - 1
        before = self.places[index] if index >= 0 else None
        return before is None or cues.CLAUSE_END.search(self.text, before.end, start) is not None

    def _aged(self, end: int) -> Place | None:
        """The person whose age stands in front of the name (65岁的李某某)."""
        index = bisect_right(self._ends, end)
        place = self.places[index] if index < len(self.places) else None
        if place is None or place.rule != "person" or place.start - end > _AHEAD:
            return None
        return place if self.text[end : place.start].startswith("的") else None

    def _granted(self, end: int) -> Place | None:
        """In national news, the group of provinces that money goes to (9亿元投向西部地区)."""
        index = bisect_right(self._ends, end)
        group = self.places[index] if self.home.code == COUNTRY and index < len(self.places) else None
        given = group and group.rule == "collective" and cues.GIVEN_TO.fullmatch(self.text, end, group.start)
        return group if given else None

    def _arrival(self, end: int) -> Place | None:
        """In national news, where the things counted arrive (80吨蔬菜运抵甲市)."""
        place = self._next(end, "foreign") if self.home.code == COUNTRY else None
        if place is None or place.start - end > _ARRIVAL:
            return None
        between = self.text[end : place.start]
        return place if cues.ARRIVES.search(between) and not cues.CLAUSE_END.search(between) else None

    def _in_sentence(self, sentence: int, start: int) -> Place | None:
        """The nearest place before the number: any kind in its own clause, one that reaches further in the sentence."""
        index = bisect_right(self._ends, start) - 1
        while index >= 0 and self.places[index].start >= sentence:
            place = self.places[index]
            index -= 1
            if place.reach == "ignored":
                continue
            same_clause = cues.CLAUSE_END.search(self.text, place.end, start) is None
            further = place.reach in ("topic", "sentence", "clause") and not (self.report and place.rule in _NAMED)
            if same_clause or further or (self.report and self._told_on(place.end, start)):
                if self._left(place, start):
                    continue
                if place.rule in ("institution", "firm") and cues.OWN_BODY.search(self.text, place.end, start):
                    return None
                return None if self._turned(place, start) else place
        return None

    def _told_on(self, end: int, start: int) -> bool:
        """Whether the clauses since a place of a report only go on about its figure (甲区完成5亿元，增长3%)."""
        breaks = [found.end() for found in cues.CLAUSE_END.finditer(self.text, end, start)]
        return all(self.text[at - 1] in "，," and GROWS.match(self.text, at) for at in breaks)

    def _left(self, place: Place, start: int) -> bool:
        """Whether figures of an area follow those of a firm in what an area tells of itself (引进企业12家)."""
        if not self._local or place.rule not in ("institution", "firm"):
            return False
        return AREA_TURN.search(self.text, place.end, start) is not None

    def _turned(self, place: Place, start: int) -> bool:
        """Whether a body that speaks for the country opens a clause between a group of provinces or an area of nature
        and the number, or the text turns home behind a place abroad."""
        if turns_home(self.text, place, start):
            return True
        if place.rule not in ("collective", "natural") or self.home.code != COUNTRY:
            return False
        bodies = cues.national_bodies()
        return any(
            bodies.match(self.text, found.end()) for found in cues.CLAUSE_END.finditer(self.text, place.end, start)
        )

    def _national(self, sentence: int) -> Place | None:
        """The country, when the sentence opens with a body that speaks for it and the document is not a local one."""
        told = self.home.reach == TOLD and cues.ALL_LEVELS.match(self.text, sentence)
        if told or (self.home.code == COUNTRY and cues.national_bodies().match(self.text, sentence)):
            return Place(sentence, sentence, COUNTRY, self.book.official_name(COUNTRY), "national_body")
        return None

    def _paragraph(self, sentence: int) -> int:
        """Where the paragraph of a sentence begins, looked for no further than one may be long."""
        low = max(0, sentence - _PARAGRAPH)
        return max(self.text.rfind("\n", low, sentence) + 1, low)

    def _scene_before(self, paragraph: int) -> Iterator[Place]:
        """The places right before a paragraph that count for anything, the last one first."""
        index = bisect_right(self._ends, paragraph) - 1
        while index >= 0 and self.places[index].end > paragraph - _SCENE:
            if self.places[index].reach != "ignored":
                yield self.places[index]
            index -= 1

    def _firm_scene(self, sentence: int, start: int) -> Place | None:
        """The firm that the paragraph before ended with, where the sentence goes on about it."""
        paragraph = self._paragraph(sentence)
        if not keeps_to_firm().search(self.text, sentence, start) or cues.national_turn().search(
            self.text, paragraph, start
        ):
            return None
        place = next(self._scene_before(paragraph), None)
        return place if place and place.rule in ("firm", "institution") and is_firm(place.name) else None

    def _carried(self, sentence: int, start: int) -> Place | None:
        """The place that an earlier sentence of the paragraph was about."""
        paragraph = self._paragraph(sentence)
        index = bisect_right(self._ends, sentence) - 1
        while index >= 0 and self.places[index].start >= paragraph:
            place = self.places[index]
            index -= 1
            if place.rule == "person" and OF_SOMEONE.match(self.text, sentence):
                return place
            if place.rule == "person" and AWAY_FROM_SOMEONE.search(self.text, sentence, start):
                continue
            if place.rule in ("institution", "firm") and cues.OWN_BODY.search(self.text, place.end, start):
                continue
            bound = place.rule == "firm" or (self._local and place.rule == "institution" and is_firm(place.name))
            if bound and not goes_on().search(self.text, sentence, start):
                continue
            if bound and self._local and AREA_TURN.search(self.text, sentence, start):
                continue
            if self._turned(place, start) or (self.home.code == COUNTRY and leaves(self.text, place, sentence)):
                return None
            if in_other_item(self.text, place, paragraph, sentence):
                return None
            if not can_hold(self.book.level(place.code), self.text, start):
                continue
            if place.reach == "topic" or (place.reach == "clause" and not in_passing(place) and not self.report):
                return None if self.report and place.rule in _NAMED else place
        return None

    def _village_scene(self, paragraph: int, start: int) -> Place | None:
        """In a paper of an area, the village that the paragraph before ended with, where no area is spoken of since."""
        turns = (AREA_TURN, cues.ITS_AREA, cues.national_turn(), cues.ONE_OF_MANY)
        if self.report or any(turn.search(self.text, paragraph, start) for turn in turns):
            return None
        place = next(self._scene_before(paragraph), None)
        return place if place and place.rule in ("settlement", "pointer_village") else None

    def _story(self, sentence: int, start: int) -> Place | None:
        """The scene of a story in national news: the county or village of the paragraph before, as long as the
        sentence speaks of people, homes or fields there (村里, 她家, 这家企业, 每亩) and of no country."""
        if self.home.code is None or not cues.scene().search(self.text, sentence, start):
            return None
        paragraph = self._paragraph(sentence)
        if self.home.code != COUNTRY:
            return self._village_scene(paragraph, start)
        if cues.national_turn().search(self.text, paragraph, start):
            return None
        place = next((place for place in self._scene_before(paragraph) if place.rule != "person"), None)
        return place if place and place.rule not in ("pointer_country", "collective", "foreign", "group") else None
