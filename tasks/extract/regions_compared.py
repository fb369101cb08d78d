"""Places that a text only measures by, takes from or deals with: what it compares with, partners, sources, markets."""

from __future__ import annotations

import re
from functools import cache

from tasks.extract import regions_aid as aid
from tasks.extract import regions_nation as nationwide
from tasks.extract import regions_words as cues
from tasks.extract.cues import ABOUT
from tasks.extract.gazetteer import COUNTRY, OVERSEAS, Gazetteer, words
from tasks.extract.model import RegionMention
from tasks.extract.regions_country import of_mainland
from tasks.extract.regions_firms import bodies
from tasks.extract.regions_place import TOLD, Place, Spot
from tasks.vocabulary import either

_BRACKET = 40
# 丙市100多趟航班延误: counted there.
_COUNTED_THERE = re.compile("[0-9]+(?:[多余]|万|千)?(?![0-9.年月日号:：]|[%％]|亿|[^，。]{0,8}(?:来|赴|抵达|支援))")
_TO = re.compile("(?<!针)对(?:我国|中国)?$")
_NEAR = 24
_ISLANDS = re.compile("台湾|香港|澳门")
_TRADE = re.compile("(?:地区)?的?(?:外贸|贸易)?(?:进出口|出口|进口|贸易额)")
# 来自甲县的58个村: who is counted by where they are at home.
_COME_FROM = re.compile(f"的(?:{ABOUT}|超过?)?[0-9]{{1,5}}[多余]?(?:个(?!国家|省|城市|地区)|户|家(?!医院))")
# Of what rank a garden, a firm or a brand is.
_RANK = re.compile(f"(?:省级?)?(?:[一二三四五][星A]级|A{{2,5}}级|[一-鿿]{{0,6}}?(?:{either(words()['honours'])}))")
# 在全省91个县（市）中排名第一, 居甲市三县两区首位: the areas that something is ranked among, up to the rank.
_COUNTED = "(?:[0-9]{1,4}个?|[两三四五六七八九十百]{1,4}个?|各个?|所有|同类)(?:(?![0-9第有，])[一-鿿（）()、]){0,10}?"
_FIELD = re.compile(
    rf"(?P<areas>(?:{_COUNTED}(?:省|市|县|区|州|旗|镇|乡|街道|村|单位)(?:[（(][^（()）]{{1,8}}[)）])?){{0,3}})"
    r"(?P<inside>(?:之|当)?[中里间内])?[，,]?(?:(?![有共0-9])[一-鿿]){0,6}?"
    r"(?=第[一二三四五六七八九十0-9]{1,3}(?![轮批次期届条产三阶方]|财?季|书记)|首位|榜首|末位|垫底|倒数|前[列茅]|前[一二三四五六七八九十0-9])"
)
# 从当地政府得到100万元补助: who gives it.
_GOT_FROM = re.compile(
    "(?:政府|财政|[省市县区镇乡村]里|[一-鿿]{0,6}(?:局|厅|委|部门|银行|信用社))?(?:那里|手[里中])?(?:又|还|已|先后|陆续|共|累计|成功)*"
    "(?:得到|获(?!悉)|拿到|领到|领取|申请|申领|争取|贷|借|融资|筹)"
)


@cache
def _given_to_firm() -> re.Pattern[str]:
    """A firm by its kind alone to which what stands in front gives something."""
    kinds = either(bodies()["story_firms"])
    return re.compile(
        r"(?:政府|财政|党委|部门|[一-鿿]{0,3}(?:局|委))?(?:又|还|也|已|再|先后|陆续|共|一次性)*"
        rf"(?:给了?|向|为|奖励|补助|资助|支持|扶持|拨给|借给)(?:了|这家|这个|该|村里的)?(?:{kinds})(?!们|家|提供服务)"
    )


# 甲市今年给我省的援助资金, 乙区结对帮我们建了学校: whom the page speaks for gets it.
_FOR_US = re.compile(
    r"[^，。；,;\n0-9]{0,16}?(?:给|为|帮|向|对|支援|援助|帮扶|扶持|资助|协作|捐[给赠助])了?(?:我(?:们|[省市县区州旗镇乡村])|咱)"
)


# 乙市进口居第二: the rank of the one that heads the clause.
_RANKED_ITSELF = re.compile("[一-鿿]{1,6}(?:位?居|排名?|[位名]?列)第")
# 差不多是一个甲市的人口, 相当于再造一个乙县: only how many or how large.
_AS_LARGE = re.compile("的(?:总|全部|常住)?(?:人口|面积|体量|经济总量|规模|住户|户数|用[电水]量)|[，。]")
_COMES = re.compile("(?:等地)?(?:来|引|回|的)")
# What stands between 荣获 and the name of a title.
_QUOTED_YEAR = re.compile(r"[“\"「《]?(?:(?:19|20)[0-9]{2}\s?年度?)?$")


def field_end(text: str, place: Place) -> int | None:
    """Where the words end that make a place the field of a rank, right in front of the rank; None for any other place.

    What is counted up to there is the field's own (在全省86个县中), the rank and what follows are not.
    """
    found = _FIELD.match(text, place.end)
    if found is None or not (found["areas"] or found["inside"] or place.rule in ("part", "group")):
        return None
    return found.end()


def of_field(text: str, start: int) -> bool:
    """Whether a number counts the areas that something is ranked among (名列19个重点县第一)."""
    found = _FIELD.match(text, start)
    return found is not None and bool(found["areas"])


# 惠及甲州3个县、5个乡: counted in the place, whatever it is there for.
_PARTS = re.compile("的?[0-9]{1,4}[多余]?个?(?:县|旗|乡镇|[乡镇村](?!级)|社区|街道|行政村|自然村|市[县辖]?区)")


def parts_counted(spot: Spot) -> bool:
    """Whether what reaches a place tells how many parts of it (覆盖甲州3个县): these are counted there."""
    if spot.place.rule != "mention" or spot.lead.endswith("自") or not _PARTS.match(spot.text, spot.place.end):
        return False
    return cues.BEFORE_COMPARED.search(spot.lead) is not None


def compared(spot: Spot) -> bool:
    """Whether the place only serves for comparison, as a partner, a market, or the end of a route."""
    text, place = spot.text, spot.place
    large = place.rule == "mention" and spot.home.code in (None, COUNTRY) and cues.FIRST_LARGE.match(text, place.end)
    if cues.AFTER_COMPARED.match(text, place.end) and not large and not _averaged_subject(spot):
        return True
    if (
        _traded_with(spot)
        or _some_of_those_here(spot)
        or (cues.AFTER_RATE.match(text, place.end) and not _is_subject(spot))
    ):
        return True
    pointed = place.rule.startswith("pointer")
    if pointed and spot.lead.endswith("与") and cues.NUMBER_NEXT.match(text, place.end):
        return False
    if (pointed or place.rule == "collective") and cues.RANKED.match(text, place.end):
        return True
    if pointed and cues.MADE.search(spot.lead) and cues.SHARE_NEXT.match(text, place.end):
        return True
    if cues.MEASURED_BY.search(spot.lead) and cues.PART_NEXT.match(text, place.end):
        return True
    if pointed and cues.DISTINCTION.match(text, place.end):
        return True
    if place.rule == "mention" and (
        cues.PASSES.match(text, place.end) or aid.of_seat(spot) or _honoured(spot) or _of_a_rank(spot)
    ):
        return True
    if cues.COUNTED.search(spot.lead) or _is_like(spot) or _is_source(spot) or cues.EXCEPT.search(spot.lead):
        return True
    if spot.opens or spot.lead.endswith(tuple(words()["jointly"])):
        return False
    if spot.home.code is None and cues.LINE.search(spot.home.name):
        return _off_the_line(spot)
    return cues.BEFORE_COMPARED.search(spot.lead) is not None and not _counted_by_home(spot)


def _counted_by_home(spot: Spot) -> bool:
    """Whether a number behind the place counts those who come from there."""
    return spot.lead.endswith("来自") and _COME_FROM.match(spot.text, spot.place.end) is not None


def _of_a_rank(spot: Spot) -> bool:
    """Whether the province around the area of a page only says of what rank something there is (甲省标准示范园2个)."""
    home, code = spot.home.code, spot.place.code
    if home in (None, COUNTRY) or code in (None, COUNTRY, home) or spot.place.rule != "mention" or spot.opens:
        return False
    ranked = (home or "")[:2] == (code or "")[:2] and (code or "").endswith("0000")
    return ranked and _RANK.match(spot.text, spot.place.end) is not None


# 园区企业500家，其中台湾企业120家，香港企业30家: some of those who are here.
_AMONG_THEM = re.compile("其中，?(?:[^。；，\n]{2,16}，)?(?:来自)?$")
_FROM_THERE = re.compile(
    "(?:的)?(?:团队|企业|公司|青年|居民|学生|同胞|机构|商户|创业者|投资者|人才|医生|教师|游客|旅客|车辆|车|籍)"
)


def _some_of_those_here(spot: Spot) -> bool:
    """Whether firms or people from the islands are told of as some of those that the sentence counts."""
    if (spot.place.code or "")[:2] not in OVERSEAS or spot.place.code == spot.home.code:
        return False
    here = _AMONG_THEM.search(spot.text, max(0, spot.place.start - _NEAR), spot.place.start)
    return here is not None and _FROM_THERE.match(spot.text, spot.place.end) is not None


def _traded_with(spot: Spot) -> bool:
    """Whether a place is one that another trades with (对我国台湾地区进出口423亿元)."""
    if spot.place.rule == "pointer_country" and _ISLANDS.match(spot.text, spot.place.end):
        return True
    return _TO.search(spot.lead) is not None and _TRADE.match(spot.text, spot.place.end) is not None


def _honoured(spot: Spot) -> bool:
    """Whether an area only says who gives a title to something here (荣获“2020年甲省十强县”)."""
    given = _QUOTED_YEAR.sub("", spot.lead)
    return cues.HONOUR.match(spot.text, spot.place.end) is not None and cues.BEFORE_COMPARED.search(given) is not None


def _off_the_line(spot: Spot) -> bool:
    """Whether a place on a page about a railway is only a stop of it, no city of a bridge and no country as subject."""
    if spot.place.rule == "pointer_country" and spot.lead.endswith(("，", "。")):
        return nationwide.NATION_FIGURE.match(spot.text, spot.place.start) is None
    return cues.WORK_ON_LINE.match(spot.text, spot.place.end) is None


def _is_subject(spot: Spot) -> bool:
    """Whether a name heads its clause, so that its own growth is told (丙市增速最快)."""
    if spot.place.rule not in (
        "mention",
        "settlement",
        "natural",
        "institution",
        "collective",
    ) or cues.COMPARING.search(spot.lead):
        return False
    return _heads_clause(spot)


def _heads_clause(spot: Spot) -> bool:
    """Whether a place opens its sentence or stands at the head of a clause, behind nothing but a time."""
    return spot.opens or cues.SUBJECT_LEAD.search(spot.lead) is not None


def _averaged_subject(spot: Spot) -> bool:
    """Whether an average, a rank or what is of a level of an area is told of a name that heads its clause (甲省级园区,
    甲市排名第一)."""
    told = spot.text.startswith(("平均", "级", "排名第", "名列第", "位列第"), spot.place.end)
    return (told or _RANKED_ITSELF.match(spot.text, spot.place.end) is not None) and _is_subject(spot)


def _is_source(spot: Spot) -> bool:
    """Whether something only comes from the place (从甲省买入, 引进甲省某公司) or helps it along (对甲省的贡献率)."""
    if spot.lead.endswith(("引进", "引进了", "引入", "引来")) and spot.place.rule in ("mention", "institution"):
        return True
    if spot.place.rule == "settlement" and spot.lead.endswith("在") and _drawn_in(spot):
        return True
    if spot.lead.endswith("对") and cues.CONTRIBUTED_TO.match(spot.text, spot.place.end):
        return True
    if spot.lead.endswith("从") and cues.TAKEN_FROM.match(spot.text, spot.place.end):
        return True
    return is_giver(spot)


def is_giver(spot: Spot) -> bool:
    """Whether a firm or an area of the story gets something from the place (从当地政府得到…), or a firm does that the
    place gives it to (当地政府给了合作社…)."""
    if spot.lead.endswith(("从", "由", "向")) and _GOT_FROM.match(spot.text, spot.place.end):
        return True
    if gives_us(spot.text, spot.place):
        return True
    return spot.place.rule == "pointer_office" and _given_to_firm().match(spot.text, spot.place.end) is not None


def only_source(text: str, mention: RegionMention) -> bool:
    """Whether an area is only where someone comes from (从甲市来的就有63个) or gives the page's own one something."""
    lead = text[max(0, mention.start - 2) : mention.start]
    comes = lead.endswith(("从", "来自")) and _COMES.match(text, mention.end)
    return bool(comes or _FOR_US.match(text, mention.end))


def gives_us(text: str, place: Place) -> bool:
    """Whether a place does something for the area, town or village that the page speaks for (甲市帮我们建了2所学校)."""
    told = place.rule in ("mention", "group", "institution", "firm")
    return told and _FOR_US.match(text, place.end) is not None


def _drawn_in(spot: Spot) -> bool:
    """Whether a village is only where a firm came that the area in front drew in (引进甲公司在乙村投资)."""
    low = max(0, spot.place.start - _BRACKET)
    return cues.DRAWN_IN.search(spot.text, low, spot.place.start) is not None


def _is_like(spot: Spot) -> bool:
    """Whether the place is only one of many (像甲村一样，…) or says how many or how large."""
    if spot.lead.endswith("一个") and _AS_LARGE.match(spot.text, spot.place.end):
        return True
    return bool(cues.LIKE.search(spot.lead) and cues.ALIKE.match(spot.text, spot.place.end))


def outside(spot: Spot, book: Gazetteer) -> bool:
    """Whether a local document speaks of a place elsewhere: a partner, a market, a market place.

    Where only the text's own places say what it is about, one that heads a clause is no partner.
    """
    place, home = spot.place, spot.home
    if home.code in (None, COUNTRY) or place.code is None:
        return False
    if place.code == COUNTRY:
        return home.code == "710000" and not of_mainland(spot)
    if cues.BYLINE.match(spot.text) and spot.opens:
        return False
    if home.reach == TOLD and (spot.opens or spot.lead.endswith(("（", "(")) or cues.HEADS_CLAUSE.search(spot.lead)):
        return False
    if place.rule == "mention" and _tells_of_itself(spot):
        return False
    return elsewhere(place, home, book)


def _tells_of_itself(spot: Spot) -> bool:
    """Whether a place heads its clause with an indicator of its own (乙省旅游收入达到300亿元)."""
    counted = _COUNTED_THERE.match(spot.text, spot.place.end)
    return _heads_clause(spot) and (counted or cues.OWN_FIGURE.match(spot.text, spot.place.end)) is not None


def elsewhere(place: Place, home: Place, book: Gazetteer) -> bool:
    """Whether a place neither lies in the area that the document is about nor holds it."""
    if home.code in (None, COUNTRY) or place.code is None:
        return False
    return not book.nested(place.code, home.code or COUNTRY)
