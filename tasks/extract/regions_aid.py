"""Areas that help others and those that are helped, where people go to work, and groups of areas in other words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.extract.gazetteer import COUNTRY, Gazetteer, Region, short_name
from tasks.extract.model import RegionMention
from tasks.extract.regions_place import Spot

_SHORTEST = 2

_HELPS = r"(?:对口|结对|定点|协作|东西部|扶贫)*(?:帮扶|支援|援建|援助|扶持|协作)了?"
# 甲市“造血”帮扶乙市: the title's direction.
_IN_TITLE = re.compile(_HELPS)
# Of the cooperation of the east with the west: the provinces that are helped, and those that help.
_WEST = frozenset(("15", "45", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65"))
_EAST = frozenset(("11", "12", "21", "31", "32", "33", "35", "37", "44"))
HELPED_LEAD = re.compile(r"(?:对口|结对|定点|协作|东西部|扶贫)(?:帮扶|支援|援建|援助|扶持|协作)了?$")
HELPED_COUNT = re.compile(
    r"的?(?:[0-9]{1,6}[余多]?|[一二两三四五六七八九十]{1,3})个?[一-鿿]{0,8}?(?:[县村乡镇州户]|市(?!场))"
)
# 到甲省务工, 在东部地区就读: where people go.
GOES_LEAD = re.compile("(?:到|赴|去|往|在|前往|向)了?$")
GOES_NEXT = re.compile(
    "(?:地区|等地|等省市|沿海)?(?:的)?(?:基层|一线)?(?:务工|打工|就业|就读|读书|上学|挂职|求学|输出|输送|工作|任教|支教)"
)
TAKES_IN = re.compile("(?:吸纳|安置|接收|接纳|招收|招录|到|赴|往|对|向|为)了?$")
# 陕南移民搬迁, 西部大开发: a programme.
PROGRAMME = re.compile("(?:地区)?(?:移民|搬迁|大?开发|全面振兴|振兴|崛起|扶贫协作|协作|战略|计划|行动|工程)")
# 是南方茶叶集散地: what something here is for the group.
KIND = re.compile("(?:地区)?的?[一-鿿]{0,8}(?:集散地|基地|主?产区|产地|之[乡都冠]|中心|枢纽|通道|门户|屏障)")


# A seat in a council says nothing about where a workshop stands: 由甲县人大代表援建.
SEAT_NEXT = re.compile("人大代表|政协委员|籍")
# A section of a railway office, by the town of its seat.
SECTION = re.compile(
    "(?:铁路)?局集团(?:有限)?(?:公司)?(?:[一-鿿]{2,4}[工电车机]务段)?|(?:[工电车机]务|供电|客运|动车)段"
)
# 甲、乙两个铁路局, 甲、乙铁路局: each of the list is an office.
LAST_OFFICE = re.compile("(?:(?:[0-9]{1,2}|[两三四五六七八九十]{1,3})个)?铁路局")
# 郑州铁路增开7列, 成都铁路部门: those who run the trains, as the offices of several cities are told of.
OFFICES = re.compile(
    f"(?:(?:、|和|及)[一-鿿]{{2,4}}){{1,8}}?{LAST_OFFICE.pattern}"
    "|铁路(?:部门|(?=增开|加开|开行|预留|投放|推出|调集|安排|组织|启动|实行|迎来|(?:旅客|客流)?连续"
    "|在[^，。；,;0-9]{0,12}(?:[0-9]{1,3}个)?(?:车站|火车站|线路)))"
)
# What tells of the figure before: …亿元，比上年增长5%.
TOLL = re.compile(
    "(?:造成|共|其中|已|因灾|累计)*(?:直接经济损失|经济损失|倒塌|倒损|损坏|损毁|紧急转移|转移|死亡|遇难|失踪|失联|受伤|农作物|需紧急)"
)
GROWS = re.compile(
    "[^，。；,;]{0,2}(?:同比|环比|[年月季][增减]|[比较](?:去|上)年|按可比价|实际|名义|增长|下降|提高|上升|减少|增加|回落|持平|增速|增幅|占)"
)


def of_seat(spot: Spot) -> bool:
    """Whether a place only says in whose council or from where someone is."""
    return not spot.opens and SEAT_NEXT.match(spot.text, spot.place.end) is not None


def named_in(title: str, mentions: Sequence[RegionMention], book: Gazetteer) -> list[RegionMention]:
    """The areas of a text that a title about help names by their short names (甲乙东西部协作)."""
    if _IN_TITLE.search(title) is None:
        return []
    found: dict[str, RegionMention] = {}
    for mention in mentions:
        low = mention.level in ("prefecture", "county")
        if mention.code and low and mention.code not in found and _said(book.get(mention.code), title):
            found[mention.code] = mention
    return list(found.values())


def _said(region: Region | None, title: str) -> bool:
    """Whether a title says the short name of an area."""
    return region is not None and len(short_name(region.name)) >= _SHORTEST and short_name(region.name) in title


def helped(title: str, named: Sequence[RegionMention]) -> Sequence[RegionMention]:
    """The areas of a title that is about help (甲市帮扶乙县脱贫) which are helped; all where that is not told."""
    verb = _IN_TITLE.search(title)
    if verb is None:
        return named
    before = [mention for mention in named if mention.end <= verb.start()]
    behind = [mention for mention in named if mention.start == verb.end()]
    if before and behind:
        return [mention for mention in named if mention.start >= verb.end()]
    west = [mention for mention in named if (mention.code or "")[:2] in _WEST]
    east = [mention for mention in named if (mention.code or "")[:2] in _EAST]
    return west if west and east and len(west) + len(east) == len(named) else named


# 由甲市对口援建的20多个项目: who builds it for the area that the page is about.
_BUILT = re.compile("(?:对口|定点|结对)?(?:援建|援助|支援|捐建|捐资|捐助|帮扶|承建|投资建设|资助)的")
# 某集团年产40万件羊绒衫加工项目: a project of the area that it is built in.
_PROJECT = re.compile(
    "[^，。；、0-9]{0,8}?(?:在建|新建|投资建设|建设)?的?(?:年产|日产|总投资)?[0-9.]+[余多]?[万亿]?(?:吨|头|只|台|辆|件|套|米|千瓦|兆瓦|立方|亩|平方|元)"
    "[^，。；、]{0,24}?(?:项目|工程|生产线|基地)"
)


# 由甲市对口支援乙盟建设: who helps, and in front of the one that is helped.
_HELPER = re.compile(rf"{_HELPS}(?=[一-鿿]{{2,8}}?(?:[省市区县盟州旗]|建设|发展|脱贫))")
_HELPED_BY = re.compile(rf"由[^，。；、\n0-9]{{2,10}}?{_HELPS}$")
_HELPED = 20


def is_helped(spot: Spot) -> bool:
    """Whether a place is the one that another is said to help (由甲市对口支援乙盟建设): what follows is told of it."""
    low = max(0, spot.place.start - _HELPED)
    return spot.place.rule == "mention" and _HELPED_BY.search(spot.text, low, spot.place.start) is not None


def built_by(spot: Spot) -> bool:
    """Whether a place is only who builds or gives something in the area that the page is about."""
    away = spot.home.code not in (None, COUNTRY, spot.place.code)
    given = _BUILT.match(spot.text, spot.place.end) or _HELPER.match(spot.text, spot.place.end)
    return away and spot.lead.endswith("由") and given is not None


def has_project(spot: Spot) -> bool:
    """Whether a firm is only whose project a page about an area tells of."""
    return spot.home.code not in (None, COUNTRY) and _PROJECT.match(spot.text, spot.place.end) is not None
