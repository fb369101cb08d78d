"""Places that a number stands in front of, and places whose own figure it is in a comparison."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import cache

from tasks.extract import regions_words as cues
from tasks.extract.clauses import SENTENCE_END
from tasks.extract.gazetteer import COUNTRY, words
from tasks.extract.regions_abroad import counted_abroad
from tasks.extract.regions_ground import Ground
from tasks.extract.regions_place import Place
from tasks.vocabulary import either

# 用于甲省、乙省、丙省: all of them get it.
_REST_OF_LIST = re.compile("(?:、[一-鿿]{2,4}){1,12}(?=[一-鿿，])")
# 4000多农牧民一起移民搬迁到: who moves where.
_MOVERS = frozenset("人名位户口多余万千百0123456789")
_MOVES_IN = re.compile(
    "(?![个元块亩%])[^，。；,;\n0-9]{0,20}?(?:搬迁?|迁|安置|移民|入?住|落户|转移)(?:到|进|至|入|在|往)了?"
)
_AHEAD, _SITED = 12, 26
_ARRIVAL = 24
_PEOPLE = re.compile("(?:地区)?的?[一-鿿]{0,6}?(?:群众|居民|人口|人民|百姓|农民|民众|学生|儿童|老人|职工)")
# Whom a number counts by head, and where they come together.
_HEADS = frozenset("名人位支组对")
_GATHER = re.compile("[^，。；：,;:\n0-9]*?(?:在|于|齐聚|汇聚|相聚|云集|集结|聚集|走进|来到|亮相)")
_AWAY = re.compile("[^，。；,;]{0,8}(?:务工|打工|上班|求学|读书|上学|就业|经商|工作|定居|创业)")
# 60万平方米的湿地公园，位于甲市.
_LIES = re.compile("的[^，。；,;]{1,14}[，,]?(?:就|正)?(?:位于|坐落[于在]|地处)(?:我国|中国)?")


@cache
def _event() -> re.Pattern[str]:
    """A fair, a show or a match that a number is an attribute of, up to where it is held."""
    kinds = f"{either(words()['fairs'])}|展|节|赛"
    when = "今[天日]|昨[天日]|日前|近日|上午|下午|晚|正式|将|于|[0-9月日]{2,6}|[（(][^（()）]{2,8}[)）]"
    return re.compile(rf"的[^，。；,;\n]{{2,40}}?(?:{kinds})[”》]?(?:{when}){{0,4}}在")


def _next(ground: Ground, end: int, passed: str = "") -> Place | None:
    """The first place behind the number, when it is a name of an area that the document can be about; places of
    the rule `passed` do not count."""
    index = bisect_right(ground.ends, end)
    while passed and index < len(ground.places) and ground.places[index].rule == passed:
        index += 1
    place = ground.places[index] if index < len(ground.places) else None
    if place is None or place.start < end or place.rule != "mention" or place.code in (None, COUNTRY):
        return None
    return place if ground.book.inside(place.code or COUNTRY, ground.home.code or place.code or COUNTRY) else None


def place_behind(ground: Ground, start: int, end: int) -> Place | None:
    """The place that the number stands in front of (300名甲县青年, 总投资22亿元的甲县项目, 第一大省甲省)."""
    if body := _body_behind(ground, start, end):
        return body
    place = _next(ground, end)
    if place is None or place.start - end > _SITED:
        return None
    between = ground.text[end : place.start]
    if cues.SITED.fullmatch(between) or (_LIES.fullmatch(between) and _told_of_none(ground, start)):
        return place
    if place.start - end > _AHEAD:
        return None
    if between == "":
        return None if cues.AFTER_COMPARED.match(ground.text, place.end) else place
    if between == "的":
        lead = ground.text[max(0, start - 24) : start]
        if cues.RANK.fullmatch(ground.text, start, end) and cues.RANK_LEAD.search(lead):
            return place
        if cues.ROUTE_JOIN.match(ground.text, place.end):
            return None
        if _of_its_own(ground, start) or cues.WORK_ON_LINE.match(ground.text, place.end):
            return _with_rest(ground, place)
        return place if _attribute_of(ground, place, start) else None
    return place if cues.OF_PLACE.fullmatch(between) or cues.IS_PLACE.fullmatch(between) else None


def _body_behind(ground: Ground, start: int, end: int) -> Place | None:
    """The port, zone or village whose own figure stands in front of it (占全国七成的甲口岸)."""
    place = ground.behind(end)
    if place is None or place.rule not in ("institution", "settlement") or ground.text[end : place.start] != "的":
        return None
    return place if _of_its_own(ground, start) else None


def _of_its_own(ground: Ground, start: int) -> bool:
    """Whether a number is a size, a share or a distance, told of what stands behind it (距甲市300公里的乙县)."""
    lead = ground.text[max(0, start - 24) : start]
    return any(own.search(lead) for own in (cues.INVESTED, cues.OWNING, cues.DISTANT))


def event_behind(ground: Ground, end: int) -> Place | None:
    """The place where the event is held that the number is an attribute of (为期4天的博览会今天在甲市开幕)."""
    held = _event().match(ground.text, end) if ground.text.startswith("的", end) else None
    if held is None:
        return None
    place = ground.behind(held.end())
    if place is None or place.start != held.end() or place.rule != "mention" or place.code in (None, COUNTRY):
        return None
    return place if cues.VENUE.match(ground.text, place.end) else None


def gathered(ground: Ground, sentence: int, end: int) -> Place | None:
    """Where those counted come together (来自各地的3万名跑友在甲市开跑), if their sentence tells of no place before."""
    place = _next(ground, end) if ground.text[end - 1] in _HEADS else None
    if place is None or place.start - end > _ARRIVAL or place.reach == "ignored":
        return None
    if _GATHER.fullmatch(ground.text, end, place.start) is None or _AWAY.match(ground.text, place.end):
        return None
    low, high = bisect_left(ground.ends, sentence), bisect_right(ground.ends, end)
    return None if any(other.reach != "ignored" for other in ground.places[low:high]) else place


def people_behind(ground: Ground, sentence: int, end: int) -> Place | None:
    """In national news, the state whose people the number counts (1659名甲国平民丧生)."""
    place = ground.behind(end)
    national = ground.home.code == COUNTRY or ground.home.rule == "foreign"
    if not national or place is None or place.start - end > 1 or place.start < end:
        return None
    low, high = bisect_left(ground.ends, sentence), bisect_right(ground.ends, end)
    if any(other.rule != "foreign" for other in ground.places[low:high]):
        return None
    return place if counted_abroad(ground.text, place, sentence, end) else None


def _told_of_none(ground: Ground, start: int) -> bool:
    """Whether nothing in front of a number in its sentence says where it is."""
    before = ground.before(start)
    return before is None or SENTENCE_END.search(ground.text, before.end, start) is not None


def _attribute_of(ground: Ground, place: Place, start: int) -> bool:
    """Whether the number is told of the place behind it that a clause opens with (平均年龄30岁的甲市，…)."""
    if not ground.text.startswith("，", place.end):
        return False
    before = ground.before(start)
    return before is None or cues.CLAUSE_END.search(ground.text, before.end, start) is not None


def aged(ground: Ground, end: int) -> Place | None:
    """The person whose age stands in front of the name (65岁的李某某)."""
    place = ground.behind(end)
    if place is None or place.rule != "person" or place.start - end > _AHEAD:
        return None
    return place if ground.text[end : place.start].startswith("的") else None


def group_behind(ground: Ground, end: int) -> Place | None:
    """The part of a province or of the country whose people the number counts (3000多万皖北地区群众)."""
    place = ground.behind(end)
    if place is None or place.rule != "collective" or not 0 <= place.start - end <= 1:
        return None
    if ground.text[end : place.start] not in ("", "的"):
        return None
    return place if _PEOPLE.match(ground.text, place.end) else None


def granted(ground: Ground, end: int) -> Place | None:
    """In national news, the area or group of provinces that money goes to (9亿元投向西部地区, 1亿元已下拨甲省)."""
    national = ground.home.code == COUNTRY or cues.BYLINE.match(ground.text)
    to = ground.behind(end) if national else None
    if to is None or to.rule not in ("collective", "mention", "group"):
        return None
    if cues.GIVEN_TO.fullmatch(ground.text, end, to.start) is None:
        return None
    return _with_rest(ground, to)


def _with_rest(ground: Ground, place: Place) -> Place:
    """All the areas of a list that begins with a place (占全国八成的甲市、乙省等12个海关), else the place."""
    rest = _REST_OF_LIST.match(ground.text, place.end) if place.rule == "mention" else None
    if rest is None:
        return place
    return replace(place, end=rest.end(), code=None, name=ground.text[place.start : rest.end()], rule="group")


def moved_in(ground: Ground, sentence: int, end: int) -> Place | None:
    """The village or the community that those counted move into (4000多农牧民搬迁到甲市乙社区), where no area is spoken
    of in front of them in the sentence."""
    place = ground.behind(end)
    if place is None or place.rule not in ("settlement", "institution") or not 0 < place.start - end <= _ARRIVAL:
        return None
    if _MOVES_IN.fullmatch(ground.text, end, place.start) is None:
        return None
    low, high = bisect_left(ground.ends, sentence), bisect_right(ground.ends, end)
    told = any(other.code and other.reach != "ignored" for other in ground.places[low:high])
    return None if told or ground.text[end - 1] not in _MOVERS else place


def arrival(ground: Ground, end: int) -> Place | None:
    """In national news, where the things counted arrive (80吨蔬菜运抵甲市)."""
    place = _next(ground, end, "foreign") if ground.home.code == COUNTRY else None
    if place is None or place.start - end > _ARRIVAL:
        return None
    between = ground.text[end : place.start]
    return place if cues.ARRIVES.search(between) and not cues.CLAUSE_END.search(between) else None


def compared_value(ground: Ground, start: int, end: int) -> Place | None:
    """The place that a figure is compared with, for its own figure (高于乙市同期的2%)."""
    if ground.text[end - 1] not in "%％":
        return None
    place = ground.before(start)
    if place is None or place.code is None or start - place.end > _AHEAD:
        return None
    if ground.text[start - 1] in "（(" and cues.LEVEL_OF.fullmatch(ground.text, place.end, start - 1):
        return place
    of = ground.text[start - 1] == "的" and cues.OWN_VALUE.fullmatch(ground.text, place.end, start)
    level = cues.CLAUSE_END.search(ground.text, place.end, start) is None and cues.THEIR_LEVEL.match(ground.text, end)
    if not of and not level:
        return None
    return place if cues.OVER.search(ground.text, max(0, place.start - 4), place.start) else None
