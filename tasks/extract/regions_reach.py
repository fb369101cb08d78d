"""How far a place of a text governs: its clause, its sentence, the sentences that follow, or nothing at all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from tasks.extract import regions_aid as aid
from tasks.extract import regions_nation as nationwide
from tasks.extract import regions_words as cues
from tasks.extract.clauses import SENTENCE_END
from tasks.extract.gazetteer import COUNTRY, MUNICIPALITIES, Gazetteer, words
from tasks.extract.regions_abroad import abroad, lists_china, of_guests
from tasks.extract.regions_asides import named_aside
from tasks.extract.regions_compared import compared, field_end, is_giver, outside, parts_counted
from tasks.extract.regions_country import country_in_local, of_group, said_in_passing
from tasks.extract.regions_firms import ACTS_ACROSS, IN_ITS_OWN_NAME, is_firm
from tasks.extract.regions_names import in_a_name, names_water_or_work, of_team
from tasks.extract.regions_place import TOLD, Place, Spot
from tasks.extract.regions_public import GATE_NAME, PUBLIC, speaks_as_area
from tasks.extract.regions_state import is_class, is_state_work, reach_of_market
from tasks.extract.regions_tellers import tells_news
from tasks.extract.regions_turns import one_of_them, turns_to_nation

_LEAD = 8
_SENTENCE, _BRACKET = 80, 40
_HEAD, _NEAREST = 16, 6
# 从外地赶回甲市: where somebody went, which the next sentence is not about.
_BACK_TO = ("赶回", "返回", "飞回", "飞抵", "赶赴")
_BODIES = ("institution", "firm", "settlement")


def reach_of(
    text: str, place: Place, home: Place, before: Sequence[Place], heads: Sequence[int], book: Gazetteer
) -> str:
    """topic, sentence, clause, local or ignored; `before` are the places already read, `heads` as in `opens`."""
    lead = text[max(0, place.start - _LEAD) : place.start]
    spot = Spot(text, place, home, lead, opens(text, place.start, heads))
    special = abroad(spot, before) if place.rule == "foreign" else _of_parts(spot) or _by_kind(spot) or in_a_name(spot)
    if special:
        return special
    apart = not spot.opens or spot.lead.endswith("在")
    if home.rule == "company" and place.rule in ("mention", "part", "institution") and apart:
        return "ignored"
    if home.code is None and is_firm(home.name) and place.rule in ("mention", "part") and apart:
        return "ignored"
    counted = aid.HELPED_LEAD.search(lead) and aid.HELPED_COUNT.match(text, place.end)
    if place.rule == "mention" and (counted or aid.is_helped(spot)):
        return "clause"
    whole = _told_of(spot) if place.rule == "mention" and (place.code or place.around) else ""
    if whole:
        return whole
    said_there = lead.endswith("在") and cues.SAID_THERE.match(text, place.end)
    if (
        said_there
        or outside(spot, book)
        or compared(spot)
        or _aside(spot, before, book)
        or _led(spot, before)
        or _of_the_nation(spot)
        or of_guests(text, place, before)
    ):
        return "ignored"
    if place.rule == "collective":
        return "ignored" if said_in_passing(spot) else of_group(spot)
    if place.rule == "pointer_country" and (_of_body(spot, before) or lists_china(text, place)):
        return "ignored"
    subject = home.rule == "foreign" and cues.HEADS_CLAUSE.search(lead)
    if place.rule == "pointer_country" and home.code != COUNTRY and not subject:
        return "topic" if turns_to_nation(spot) else country_in_local(spot)
    if cues.COPULA.search(lead) and not lead.endswith("背后是"):
        return _behind_copula(text, place)
    if narrow := _narrow(spot):
        return narrow
    return "topic" if spot.opens or lead.endswith(tuple(words()["jointly"])) else "clause"


def _of_parts(spot: Spot) -> str:
    """The reach of a place of which parts are counted, as a field of a rank or as what something reaches; empty for any
    other place."""
    return "local" if field_end(spot.text, spot.place) or parts_counted(spot) else ""


def _narrow(spot: Spot) -> str:
    """The reach of a place that names a team, that something is one of many in, or that stands in brackets; empty for
    any other place."""
    if of_team(spot):
        return "sentence"
    if one_of_them(spot) or spot.lead.endswith(_BACK_TO):
        return "sentence"
    return "local" if _in_brackets(spot) or _venue(spot) else ""


def _behind_copula(text: str, place: Place) -> str:
    """这里是甲省… holds on, X是甲省第一大作物 for its sentence, 县城是甲市 for its clause."""
    ranked = cues.NAMED_BY_RANK.search(text, max(0, place.start - _SENTENCE), place.start)
    if ranked or cues.FIRST_LARGE.match(text, place.end):
        return "clause"
    return "topic" if cues.SCENE.search(text[max(0, place.start - 12) : place.start]) else "local"


def _told_of(spot: Spot) -> str:
    """The reach of a name with its own figure in brackets (甲省（5万人）) or spoken of as a whole (甲省全省)."""
    if cues.VALUE_OF.match(spot.text, spot.place.end):
        return "local"
    return "topic" if cues.AS_A_WHOLE.match(spot.text, spot.place.end) and not compared(spot) else ""


def _by_kind(spot: Spot) -> str:
    """The reach of persons, 各地, lakes and governments; empty for other kinds."""
    place = spot.place
    if place.rule == "person":
        own = spot.text.startswith("的", place.end)
        if cues.LIFE_HEAD.search(spot.text, max(0, place.start - _HEAD), place.start):
            return "topic"
        told_on = place.name.endswith("家") or spot.text[place.start : place.end] in ("他", "她")
        return "topic" if told_on else "local" if own else "sentence"
    if tells_news(spot) or (place.rule == "institution" and (_of_area(spot) or aid.has_project(spot))):
        return "ignored"
    if place.rule == "institution" and place.name.endswith(("铁路", "高铁")) and _of_province(spot.home):
        return "ignored"
    if place.rule == "everywhere":
        return "topic" if spot.opens else "ignored"
    if _by_the_way(spot) or (place.rule == "pointer_office" and is_giver(spot)):
        return "ignored"
    if place.rule == "institution" and GATE_NAME.search(place.name) and (gate := _of_gate(spot)):
        return gate
    if place.rule == "pointer_country" and _of_all_china(spot):
        return "topic" if spot.opens and is_class(spot.text, place) else reach_of_market(spot.text, place)
    if place.rule == "firm":
        return "ignored" if spot.home.rule == "company" else "clause"
    if spot.home.code not in (None, COUNTRY) and names_water_or_work(spot.text, place):
        return "ignored"
    lake = place.rule == "natural" and place.name.endswith("湖")
    return "sentence" if lake or place.rule == "pointer_office" else ""


def _by_the_way(spot: Spot) -> bool:
    """Whether 当地 follows a verb that looks like the end of a word, or a village is only what something goes by."""
    place = spot.place
    if place.rule == "pointer_any" and spot.lead.endswith(("培训", "种植")) and not spot.opens:
        return True
    return place.rule == "settlement" and spot.lead.endswith("以") and spot.text.startswith("为", place.end)


def _of_all_china(spot: Spot) -> bool:
    """Whether the country is meant as such (中国代表团, 中国境内…, 中欧班列累计…), wherever the document is at home."""
    told = (is_state_work, is_class)
    if nationwide.CHINA_ITSELF.match(spot.text, spot.place.start) or any(of(spot.text, spot.place) for of in told):
        return True
    heads = spot.opens or spot.lead.endswith(("，", ","))
    return heads and spot.text.startswith("境内", spot.place.end)


def _of_province(home: Place) -> bool:
    """Whether a page is a province's own, which counts the railways in it as its own."""
    code = home.code or COUNTRY
    return home.reach != TOLD and code != COUNTRY and code.endswith("0000") and code[:2] not in MUNICIPALITIES


def _of_gate(spot: Spot) -> str:
    """The reach of a port or a station in a text about an area: none where that area has it; empty in other texts."""
    home = spot.home
    if home.reach == TOLD:
        return "" if home.code in (None, COUNTRY) else "clause"
    if home.code is not None and spot.place.around == home.code:
        return "ignored"
    return "" if home.code in (None, COUNTRY) else "local"


def _of_area(spot: Spot) -> bool:
    """Whether a hospital, a museum or a firm of the state is only one of the things that an area tells of itself."""
    home = spot.home
    if home.code in (None, COUNTRY) or home.reach == TOLD or spot.lead.endswith(("在", "走进", "来到", "位于")):
        return False
    return PUBLIC.search(spot.place.name) is not None and speaks_as_area(spot.text)


def _of_body(spot: Spot, before: Sequence[Place]) -> bool:
    """Whether 全国 only tells where a firm or a bank that is the subject does something (甲银行推动全国1000个网点…)."""
    last = before[-1] if before else None
    if last is None or last.rule not in ("institution", "firm") or last.reach not in ("topic", "clause"):
        return False
    between = spot.text[last.end : spot.place.start]
    # 甲公司启动招聘，从全国高校吸纳100人
    taken = spot.lead.endswith(("从", "面向")) and "。" not in between
    same = taken or cues.CLAUSE_END.search(between) is None or IN_ITS_OWN_NAME.search(between)
    return bool((taken or ACTS_ACROSS.search(spot.lead)) and same)


def _led(spot: Spot, before: Sequence[Place]) -> bool:
    """Whether the place right in front decides: 全国 behind another country, 全省 behind a place compared with."""
    place, last = spot.place, before[-1] if before else None
    if last is None:
        return False
    if place.rule == "pointer_country":
        # 来自全国各省: what the words in front are, so is what goes on with them.
        again = last.rule == place.rule and last.end == place.start and not spot.text.startswith("全国", place.start)
        return (again and last.reach == "ignored") or _said_abroad(spot.text, place, last)
    return place.rule == "pointer" and last.end == place.start and last.reach == "ignored"


def _venue(spot: Spot) -> bool:
    """Whether an event of the area that a page is about is only held there (全省现场会在甲市举行)."""
    home = spot.home
    if home.reach == TOLD or home.code in (None, COUNTRY, spot.place.code) or spot.place.rule != "mention":
        return False
    if cues.EVENT_LEAD.search(spot.text, max(0, spot.place.start - _HEAD), spot.place.start) is None:
        return False
    return spot.lead.endswith("移师") or cues.VENUE.match(spot.text, spot.place.end) is not None


def _of_the_nation(spot: Spot) -> bool:
    """Whether what happens in a place is the nation's (全国技能大赛在甲市举行, 我国在乙发射中心用火箭…)."""
    place = spot.place
    if spot.home.code != COUNTRY or place.rule not in ("mention", "institution") or not spot.lead.endswith("在"):
        return False
    if cues.NATION_HEADS.search(spot.text, max(0, place.start - _BRACKET), place.start) is None:
        return False
    return any(cue.match(spot.text, place.end) for cue in (cues.VENUE, cues.PUT_TO_USE))


def _in_brackets(spot: Spot) -> bool:
    """Whether the place stands in brackets among figures (甲省4例，乙省1例) and not as part of a name (甲市)."""
    text, place = spot.text, spot.place
    if text.startswith(("）", ")"), place.end):
        return False
    return cues.IN_BRACKETS.search(text, max(0, place.start - _BRACKET), place.start) is not None


def opens(text: str, start: int, heads: Sequence[int]) -> bool:
    """Whether a place at `start` is the head of its sentence, behind nothing but a date or an adverb.

    `heads` are the offsets where sentences and their halves begin, in order.
    """
    sentence = max(heads[bisect_right(heads, start) - 1], start - _SENTENCE)
    return start - sentence <= 1 or cues.LEAD.fullmatch(text, sentence, start) is not None


def _said_abroad(text: str, place: Place, last: Place) -> bool:
    """Whether 全国 stands behind another country in its sentence and means that one, or China gives to it."""
    if last.rule != "foreign" or last.reach == "ignored" or SENTENCE_END.search(text, last.end, place.start):
        return False
    return text.startswith("全国", place.start) or cues.GIVEN_BY.match(text, place.end) is not None


def _aside(spot: Spot, before: Sequence[Place], book: Gazetteer) -> bool:
    """Whether the place only says where another one lies (X隶属于Y, X东邻Y) or what kind of town that is."""
    text, place, home = spot.text, spot.place, spot.home
    if aid.GOES_LEAD.search(spot.lead) and aid.GOES_NEXT.match(text, place.end) and _goes_from(spot, before):
        return True
    if cues.NEIGHBOUR.search(spot.lead) or cues.ADJOINS.match(text, place.end) or aid.built_by(spot):
        return True
    if named_aside(spot, before, book) or _gives(spot, book) or _helped_here(spot, before, book):
        return True
    if spot.opens or place.code is None:
        return False
    if cues.KIND_OF_TOWN.match(text, place.end):
        return True
    lies = cues.LIES_IN.search(spot.lead)
    of_it = text.startswith("的", place.end) and not cues.PART_OF_IT.match(text, place.end)
    if lies is None or (of_it and cues.HEADS_CLAUSE.search(spot.lead, 0, lies.start())):
        return False
    if home.code not in (None, COUNTRY) and book.inside(home.code or COUNTRY, place.code):
        return True
    sentence = max(text.rfind(sign, max(0, place.start - 120), place.start) for sign in "。！？!?\n") + 1
    subjects = [other for other in before[-6:] if other.start >= sentence and other.reach in ("topic", "clause")]
    return any(_lies_in(other, place.code, text[other.end : place.start], book) for other in subjects)


def _goes_from(spot: Spot, before: Sequence[Place]) -> bool:
    """Whether those who go to a place go from the page's own area or from a body that the sentence is about."""
    if spot.home.code not in (None, COUNTRY):
        return True
    bodies = (other for other in before[-_NEAREST:] if other.rule in _BODIES and other.reach != "ignored")
    return any(SENTENCE_END.search(spot.text, other.end, spot.place.start) is None for other in bodies)


def _helped_here(spot: Spot, before: Sequence[Place], book: Gazetteer) -> bool:
    """Whether 援藏项目, 援疆资金 are those of an area inside the helped one that document or sentence are about."""
    place, last = spot.place, before[-1] if before else None
    if spot.text[place.start] != "援" or place.rule != "mention":
        return False
    near = last is not None and cues.SENTENCE_HEAD.search(spot.text, last.end, place.start) is None
    inner = (spot.home.code, last.code if last is not None and near else None)
    return any(code not in (None, place.code) and book.inside(code or COUNTRY, place.code or COUNTRY) for code in inner)


def _gives(spot: Spot, book: Gazetteer) -> bool:
    """Whether the place gives something to a narrower one, or to the village or body that the document is about."""
    home, code = spot.home.code, spot.place.code
    if code is None or spot.place.rule == "pointer_country" or not cues.GIVES.match(spot.text, spot.place.end):
        return False
    return home is None or (home not in (code, COUNTRY) and book.inside(home, code))


def _lies_in(subject: Place, code: str, between: str, book: Gazetteer) -> bool:
    """Whether a place lies in an area; a village without a code is taken to, right behind its name."""
    inner = subject.code or subject.around
    if inner:
        return book.inside(inner, code)
    return subject.rule in ("settlement", "institution", "natural") and cues.CLAUSE_END.search(between) is None
