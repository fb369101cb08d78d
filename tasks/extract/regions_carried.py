"""The place spoken of before a number: in its sentence, earlier in its paragraph, in the scene that goes before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from tasks.extract import regions_nation as nationwide
from tasks.extract import regions_words as cues
from tasks.extract.gazetteer import COUNTRY
from tasks.extract.regions_abroad import leaves, turns_home
from tasks.extract.regions_aid import GROWS, TOLL
from tasks.extract.regions_compared import field_end, of_field
from tasks.extract.regions_examples import back_at_nation, is_spent
from tasks.extract.regions_firms import goes_on, is_firm, keeps_to_firm
from tasks.extract.regions_ground import Ground
from tasks.extract.regions_items import PROVINCES, can_hold, has_items, in_other_item, outgrown, widens
from tasks.extract.regions_own_names import is_zone
from tasks.extract.regions_parts import is_part, list_is_over, of_breakdown
from tasks.extract.regions_people import AWAY_FROM_SOMEONE, OF_SOMEONE, same_person
from tasks.extract.regions_place import TOLD, Place
from tasks.extract.regions_public import AREA_TURN
from tasks.extract.regions_scenes import kept_line, kept_scene, programme_again
from tasks.extract.regions_several import body_of_several, one_of_several
from tasks.extract.regions_turns import kept_to_nation, of_ministry

_PARAGRAPH = 3000
_SCENE = 600
# How far behind the start of a number what it counts may stand (28名队员).
_COUNTED = 10
# 准东、喀什等一批基地; 安平丝网、唐山机器人等48个集群: what is listed, up to the word that ends the list.
_LIST_ENDS = re.compile(r"[^，。；,;]{0,48}?等")
# 乙区丙店、丁庄等11个乡: the list is of its own parts.
_OWN_PARTS = re.compile(
    "(?:(?![市县区州旗])[^，。；,;]){2,40}?等[0-9一二三四五六七八九十]{1,3}多?个(?:街道|[镇乡村]|社区)"
)
_LIST_BEFORE, _MEMBER = re.compile(r"、[^，。；,;、]*\Z"), 8
_HELPED_BY = re.compile("[^，。；,;]{0,12}(?:带领|帮助|支持|扶持|推动|指导|关心|协助)下")
# 甲公司产值2亿元，缴税…，吸纳…: what came of the deed told before, without a subject of its own.
_OUTCOME = re.compile(
    "(?:年|每年|累计|共|可|已|直接|间接|先后|预计|同时|并|还){0,2}"
    "(?:带着|带动|吸纳|惠及|涉及|辐射|受益|缴|纳税|上缴|安置|覆盖|服务|户均|(?:人|户)均增收|村集体|集体|亩产|年产|总投资|计划投资|协议投资|合同金额|到位资金|涉及资金|总金额|解决[^，。；]{0,8}就业|全村|增收)"
)
_LIST_GOES_ON = re.compile(r"[^，。；,;]{0,10}?、")
# A paragraph that goes on about what the one before ended with.
_MOREOVER = re.compile(rf"[\s　]*(?:(?:{cues.MOREOVER})[，,]|在[^，。；,;\n]{{2,30}}的同时[，,])")
# In reports these hold for their own clause, the report's area for the rest.
_NAMED = ("mention", "natural", "institution", "collective", "group", "settlement", "firm")


def _ranked_among(ground: Ground, place: Place, start: int) -> bool:
    """Whether a number stands behind the words that make a place only the field of a rank."""
    end = field_end(ground.text, place) if place.reach == "local" else None
    return end is not None and end <= start


def _in_passing(place: Place) -> bool:
    """Whether a place that does not open its sentence leaves the next one alone: a group of provinces, a great work."""
    return place.rule == "collective" or (place.rule == "natural" and place.name.endswith("工程"))


def in_sentence(ground: Ground, sentence: int, start: int) -> Place | None:
    """The nearest place before the number: any kind in its own clause, one that reaches further in the sentence."""
    counts_field = of_field(ground.text, start)
    for place in ground.backwards(start):
        if place.start < sentence:
            break
        if place.reach == "ignored" or _ranked_among(ground, place, start) or is_spent(ground, place, start):
            continue
        same_clause = cues.CLAUSE_END.search(ground.text, place.end, start) is None
        further = place.reach in ("topic", "sentence", "clause") and not (ground.report and place.rule in _NAMED)
        told_on = ground.report or (place.reach == "local" and place.rule in ("institution", "group"))
        if same_clause or further or (told_on and _told_on(ground, place.end, start)):
            if (counts_field or PROVINCES.match(ground.text, start)) and not can_hold(
                place, ground.book.level(place.code), ground.text, start
            ):
                continue
            if list_is_over(ground, place, start):
                return None
            if _left(ground, place, start) or _only_listed(ground, place, sentence, start):
                continue
            if _by_whose_help(ground, place, sentence):
                continue
            if place.rule in ("institution", "firm") and cues.OWN_BODY.search(ground.text, place.end, start):
                return None
            if place.rule == "person" and cues.ITS_AREA.search(ground.text, place.end, start):
                continue
            return None if _turned(ground, place, start) else place
    return None


def _by_whose_help(ground: Ground, place: Place, sentence: int) -> bool:
    """Whether an area only tells who helps the subject of the sentence (甲村在县里干部的带领下，…)."""
    if place.code is None or not ground.text.startswith("在", place.start - 1):
        return False
    if not _HELPED_BY.match(ground.text, place.end):
        return False
    subjects = _earlier(ground, place, sentence)
    return any(other.reach == "topic" and other.rule in ("settlement", "institution", "firm") for other in subjects)


def _earlier(ground: Ground, place: Place, sentence: int) -> Iterator[Place]:
    """The places of the sentence in front of one, the nearest first."""
    return takewhile(lambda other: other.start >= sentence, ground.backwards(place.start))


def _only_listed(ground: Ground, place: Place, sentence: int, start: int) -> bool:
    """Whether a place is only named in a list of an area around it or in it (甲省的乙市、丙市等12个基地)."""
    text = ground.text
    if place.rule in ("institution", "firm"):
        return body_of_several(text, place, start)
    if place.rule != "mention" or place.code in (None, COUNTRY) or not _LIST_ENDS.match(text, place.end, start):
        return False
    if _OWN_PARTS.match(text, place.end, start + _COUNTED):
        return False
    member = _LIST_BEFORE.search(text, max(sentence, place.start - _MEMBER), place.start)
    if not member and not _LIST_GOES_ON.match(text, place.end, start):
        return False
    return any(_holds(ground, other, place) for other in _earlier(ground, place, sentence))


def _holds(ground: Ground, other: Place, place: Place) -> bool:
    """Whether a list is told of the place before it: an area around one of its members, or the firm that it is of
    (甲集团支持乙县柑橘、丙县蜂蜜等产业)."""
    if other.rule in ("institution", "firm"):
        return other.reach in ("topic", "clause") and is_firm(other.name)
    if other.reach in ("ignored", "local") or other.code in (None, COUNTRY, place.code):
        return False
    return ground.book.nested(place.code or COUNTRY, other.code or COUNTRY)


def _told_on(ground: Ground, end: int, start: int) -> bool:
    """Whether the clauses since a place of a report only go on about its figure (甲区完成5亿元，增长3%)."""
    breaks = [found.end() for found in cues.CLAUSE_END.finditer(ground.text, end, start)]
    text = ground.text
    further = (GROWS, _OUTCOME, TOLL)
    return all(text[at - 1] in "，," and any(more.match(text, at) for more in further) for at in breaks)


def _left(ground: Ground, place: Place, start: int) -> bool:
    """Whether figures of an area follow those of a firm in what an area tells of itself (引进企业12家)."""
    if not ground.local or place.rule not in ("institution", "firm"):
        return False
    if is_zone(place.name) and cues.CLAUSE_END.search(ground.text, place.end, start) is None:
        return False
    return AREA_TURN.search(ground.text, place.end, start) is not None


def _turned(ground: Ground, place: Place, start: int) -> bool:
    """Whether a body that speaks for the country opens a clause between a group of provinces or an area of nature
    and the number, or the text turns home behind a place abroad."""
    if turns_home(ground.text, place, start):
        return True
    if place.rule not in ("collective", "natural") or ground.home.code != COUNTRY:
        return False
    bodies = nationwide.national_bodies()
    return any(
        bodies.match(ground.text, found.end()) for found in cues.CLAUSE_END.finditer(ground.text, place.end, start)
    )


def national(ground: Ground, sentence: int) -> Place | None:
    """The country, when the sentence opens with a body that speaks for it and the document is not a local one."""
    told = ground.home.reach == TOLD and nationwide.ALL_LEVELS.match(ground.text, sentence)
    body = ground.home.code == COUNTRY and nationwide.national_bodies().match(ground.text, sentence)
    if told or body or of_ministry(ground, sentence):
        return Place(sentence, sentence, COUNTRY, ground.book.official_name(COUNTRY), "national_body")
    return None


def carried(ground: Ground, sentence: int, start: int) -> Place | None:
    """The place that an earlier sentence of the paragraph was about."""
    paragraph = _paragraph(ground, sentence)
    items = has_items(ground.text, paragraph, sentence)
    for place in ground.told_in(paragraph, sentence):
        if place.rule == "person" and OF_SOMEONE.match(ground.text, sentence):
            return place
        if place.rule == "person" and AWAY_FROM_SOMEONE.search(ground.text, sentence, start):
            continue
        own_body = place.rule in ("institution", "firm") and cues.OWN_BODY.search(ground.text, place.end, start)
        if own_body or one_of_several(ground, place, sentence) or is_spent(ground, place, start):
            continue
        bound = place.rule == "firm" or (ground.local and place.rule == "institution" and is_firm(place.name))
        bound = bound or is_part(place, ground.home)
        if bound and not goes_on().search(ground.text, sentence, start):
            continue
        if bound and ground.local and AREA_TURN.search(ground.text, sentence, start):
            continue
        other_item = items and in_other_item(ground.text, place, paragraph, sentence)
        if other_item or _goes_elsewhere(ground, place, sentence, start):
            return None
        level = ground.book.level(place.code)
        if not can_hold(place, level, ground.text, start) or outgrown(level, ground.text, sentence, start):
            continue
        if of_breakdown(ground, place):
            return None
        if place.reach == "topic" or (place.reach == "clause" and not _in_passing(place) and not ground.report):
            return None if ground.report and place.rule in _NAMED else place
    return None


def _goes_elsewhere(ground: Ground, place: Place, sentence: int, start: int) -> bool:
    """Whether a sentence turns away from the place of one before it: home, or from one case to the whole."""
    national = ground.home.code == COUNTRY
    away = leaves(ground.text, place, start) or widens(ground.text, sentence)
    away = away or back_at_nation(ground, place, _paragraph(ground, sentence), sentence)
    return (national and away) or _turned(ground, place, start)


def firm_scene(ground: Ground, sentence: int, start: int) -> Place | None:
    """The firm that the paragraph before ended with, where the sentence goes on about it."""
    paragraph = _paragraph(ground, sentence)
    if not keeps_to_firm().search(ground.text, max(sentence - 1, 0), start) or nationwide.national_turn().search(
        ground.text, paragraph, start
    ):
        return None
    passed = ("foreign", "pointer_any")
    place = next((place for place in _scene_before(ground, paragraph) if place.rule not in passed), None)
    firm = place is not None and (place.rule == "firm" or (place.rule == "institution" and is_firm(place.name)))
    return place if firm else None


def story(ground: Ground, sentence: int, start: int) -> Place | None:
    """The scene of a story in national news: the county or village of the paragraph before, as long as the
    sentence speaks of people, homes or fields there (村里, 她家, 这家企业, 每亩) and of no country."""
    if ground.home.code is None:
        return None
    counted = min(start + _COUNTED, len(ground.text))
    paragraph = _paragraph(ground, sentence)
    if ground.home.code == COUNTRY and programme_again(ground, paragraph):
        return None
    if ground.home.code == COUNTRY and (place := _told_further(ground, paragraph, start)):
        return place
    kept = kept_scene(ground, paragraph, start) or kept_line(ground, paragraph, start)
    if kept := kept or kept_to_nation(ground, paragraph):
        return kept
    last = ground.before(start)
    begin = sentence if last is not None and last.end > paragraph else paragraph
    if not cues.scene().search(ground.text, begin, counted) and not same_person(ground.text, paragraph, start):
        return None
    if ground.home.code != COUNTRY:
        return _village_scene(ground, paragraph, start)
    if nationwide.national_turn().search(ground.text, paragraph, start):
        return None
    place = next((place for place in _scene_before(ground, paragraph) if place.rule != "person"), None)
    return place if place and place.rule not in ("pointer_country", "collective", "foreign", "group") else None


def between_two(ground: Ground, sentence: int, start: int) -> Place | None:
    """The county or city that a paragraph without a place before the number goes on about: the one that the paragraph
    before ended with and that this one names again next."""
    paragraph = _paragraph(ground, sentence)
    behind = ground.behind(start)
    if behind is None or behind.rule != "mention" or ground.book.level(behind.code) not in ("county", "prefecture"):
        return None
    if behind.code == ground.home.code or ground.text.startswith(("、", "和", "与", "等"), behind.end):
        return None
    stop = ground.text.find("\n", start)
    if 0 <= stop < behind.start or ground.report or nationwide.national_turn().search(ground.text, paragraph, start):
        return None
    if cues.ITS_AREA.search(ground.text, paragraph, start):
        return None
    before = next(_scene_before(ground, paragraph), None)
    return before if before and before.code == behind.code else None


def _told_further(ground: Ground, paragraph: int, start: int) -> Place | None:
    """In national news, the area that the paragraph before ended with, where this one says that it goes on."""
    text = ground.text
    further = _MOREOVER.match(text, paragraph)
    if further is None or further.end() == start or nationwide.national_turn().search(text, paragraph, start):
        return None
    place = next(_scene_before(ground, paragraph), None)
    if place is None or place.rule not in ("mention", "pointer") or place.code in (None, COUNTRY):
        return None
    if text.startswith("等", place.end) or (place.reach != "topic" and text[place.start - 1] not in "，,。\n"):
        return None
    stop = text.find("。", place.end, paragraph)
    return place if stop < 0 or not text[stop + 1 : paragraph].strip() else None


def _village_scene(ground: Ground, paragraph: int, start: int) -> Place | None:
    """In a paper of an area, the village that the paragraph before ended with, where no area is spoken of since."""
    turns = (AREA_TURN, cues.ITS_AREA, nationwide.national_turn(), cues.ONE_OF_MANY)
    if ground.report or any(turn.search(ground.text, paragraph, start) for turn in turns):
        return None
    place = next(_scene_before(ground, paragraph), None)
    return place if place and place.rule in ("settlement", "pointer_village") else None


def _paragraph(ground: Ground, sentence: int) -> int:
    """Where the paragraph of a sentence begins, looked for no further than one may be long."""
    low = max(0, sentence - _PARAGRAPH)
    return max(ground.text.rfind("\n", low, sentence) + 1, low)


def _scene_before(ground: Ground, paragraph: int) -> Iterator[Place]:
    """The places right before a paragraph that count for anything, the last one first."""
    near = takewhile(lambda place: place.end > paragraph - _SCENE, ground.backwards(paragraph))
    return (place for place in near if place.reach != "ignored")
