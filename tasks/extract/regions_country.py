"""How far the country and groups of provinces reach in a text: a clause, a sentence, or nothing at all."""

from __future__ import annotations

import re

from tasks.extract import regions_aid as aid
from tasks.extract import regions_nation as nationwide
from tasks.extract import regions_words as cues
from tasks.extract.cues import ABOUT
from tasks.extract.gazetteer import COUNTRY, words
from tasks.extract.regions_place import Place, Spot
from tasks.vocabulary import either

# 安排丙地区1133亿元: to whom money goes.
_GRANTED = re.compile("(?:安排|拨付|下达|投入|投向|支持|补助)(?:给|了)?$")
# 全国8600多家厂商参展: who comes, and not what is told of the place they come to.
_GUESTS = re.compile(
    f"(?:各地|{ABOUT}|超过?)?的?[0-9]+[多余万]*[家名位][^，。；,;]{{0,14}}?(?:{either(words()['guests_come'])})"
)
# 东部202个经济强县, 我国东部已有10省: counted areas of a part of the country.
# 全球90家工厂中国有31家.
_HAS = re.compile("(?:就|已|共|现|独|拥|占|只|仅)*有(?=[0-9]|[一二三四五六七八九十两百千万]+[个家所名人户项条座])")
# Whom or what a part of the country has, and no name of a body or a programme that begins with it (西南大学).
_ITS_OWN = re.compile(
    "(?:农村|城镇|城市|省份|县域|高校|企业|居民|农民|群众|贫困|各省|产业|工业|外贸|消费|基层|学校|教师)(?!大学|银行|局|网)"
)
# 其中东部增长5%, 中西部为1.5万元: what is told of the part itself.
_TOLD = re.compile(
    f"(?:则|却|均|都|也|更|只|仅|已|共|同比|环比|平均|各|{ABOUT})*"
    "(?:(?:增长|下降|上涨|上升|提高|减少|增加|回落|增速为?|增幅为?|降幅为?|占比?|为|是|达到?|超过?|有)了?"
    f"(?:{ABOUT}|超过?|到|至)?)?[0-9]"
)
# 2005年中国各商业银行发行了596款: the country as the subject, behind nothing but a date.
_DATED = re.compile(
    "(?:^|[，。；：,;\n])[\\s　]{0,4}(?:而|截[至止]到?|[到在]了?)?"
    "(?:19|20)[0-9]{2}年[0-9月日底末初上下半第一二三四季度全]{0,6}[，,]?$"
)
_ONE_OF_PARTS = re.compile("(?:各?[占有])?[0-9一二两三四五六七八九十]{1,4}[个家所名人户项座条处](?:[，、；。（(]|$)")
# 中西部占75%，贫困地区占56%: one part of the whole.
_SHARE_OF = re.compile("(?:则|却|均|都|也|更|只|仅|已|共)*占")
_HEADED = ("，", ",", "、", "；", ";", "其中", "而")
_MAINLAND = re.compile(
    "中国(?:大陆)?(?:国家统计局|海关总署|人民银行|商务部|官方|(?:今年|去年|第?[0-9一二三四前上下]{1,2}(?:个?月|季度?|半年)){1,3}"
    "|经济|人口|出口|进口|GDP|房市|房地产|制造业)(?!对[台港澳])"
)
_HAS_MANY = re.compile("(?:已有|共有|有)?[0-9]{1,3}个?[一-鿿]{0,8}?(?:省|市|县|区(?!域))")


# 边远地区, 高寒山区: what it is like there, which holds for the figure of its clause.
KIND_OF_AREA = re.compile("边|偏远|高|海岛|老少")


def said_in_passing(spot: Spot) -> bool:
    """Whether a group of provinces is only an object, part of a programme, or what something is known for."""
    text, place, home = spot.text, spot.place, spot.home
    if aid.TAKES_IN.search(spot.lead) or aid.PROGRAMME.match(text, place.end):
        return True
    return home.code not in (None, COUNTRY) and not spot.opens and aid.KIND.match(text, place.end) is not None


def of_group(spot: Spot) -> str:
    """How far a group of provinces reaches: its clause, where it is meant as an area."""
    text, place = spot.text, spot.place
    if _GRANTED.search(spot.lead) and cues.NUMBER_NEXT.match(text, place.end):
        return "clause"
    if text[place.start : place.end] in words()["regional_groups"]:
        # 其中甲北2个、甲南3个: how many of those counted lie in it.
        if _ONE_OF_PARTS.match(text, place.end) and spot.lead.endswith(_HEADED):
            return "local"
        heads = spot.opens or spot.lead.endswith(("，", ",", "%、", "点、", "元、", "其中")) or _DATED.search(spot.lead)
        return "clause" if heads or spot.home.code is None else "ignored"
    if KIND_OF_AREA.match(place.name):
        return "sentence" if text.startswith(("，", ",", "的", "标准", "则"), place.end) else "local"
    if not _is_area(text, place):
        told = "local" if _SHARE_OF.match(text, place.end) else "clause"
        return told if _heads_with_noun(spot) else "ignored"
    return "local" if cues.COPULA.search(spot.lead) else "clause"


def _heads_with_noun(spot: Spot) -> bool:
    """Whether a part of the country heads a clause in front of what is told of it (中西部高校招生计划…)."""
    heads = spot.opens or spot.lead.endswith(_HEADED)
    told = _ITS_OWN.match(spot.text, spot.place.end) or _TOLD.match(spot.text, spot.place.end)
    return heads and told is not None


def country_in_local(spot: Spot) -> str:
    """How far 全国 or 中国 reaches in a document about one area: its own sentence at most, not at all in a name."""
    text, place = spot.text, spot.place
    counted = spot.home.code is None and cues.NUMBER_NEXT.match(text, place.end)
    if nationwide.OF_CHINA.match(text, place.start) and (counted or _HAS.match(text, place.end)):
        return "local"
    if (
        spot.home.code is None
        and spot.lead.endswith(("，", "。"))
        and nationwide.NATION_FIGURE.match(text, place.start)
    ):
        return "clause"
    if spot.home.code in words()["overseas_whole"] and of_mainland(spot):
        return "clause"
    if (
        spot.lead.endswith(("在", "遍布"))
        or cues.CHOSEN.match(text, place.end)
        or cues.SUPERLATIVE.match(text, place.end)
    ):
        return "ignored"
    if nationwide.OF_CHINA.match(text, place.start) and nationwide.REPORTED.search(spot.lead):
        return "sentence"
    if (spot.opens or _DATED.search(spot.lead)) and nationwide.NATION_FIGURE.match(text, place.start):
        return "sentence"
    if (
        cues.HONOUR.match(text, place.end)
        or text.startswith(("中国", "我国"), place.start)
        or nationwide.OF_NATION.match(text, place.end)
    ):
        return "ignored"
    if not spot.opens and _GUESTS.match(text, place.end):
        return "local"
    return "sentence" if spot.opens or cues.NUMBER_NEXT.match(text, place.end) else "local"


def of_mainland(spot: Spot) -> bool:
    """Whether a page of Taiwan, Hong Kong or Macao tells what China has or did (中国7月出口年增5%)."""
    heads = spot.opens or spot.lead.endswith(("，", ",", "）", ")", "电"))
    return heads and _MAINLAND.match(spot.text, spot.place.start) is not None


def _is_area(text: str, place: Place) -> bool:
    """Whether a compass word names an area (西部地区, 南方双季稻, 东部202个县) and is no part of a name (西部计划)."""
    printed = text[place.start : place.end]
    named = printed.endswith(("地区", "方", "带", "圈", "流域", "三省", "三角", "中下游", "黄淮海", "区"))
    return named or cues.CROP.match(text, place.end) is not None or _HAS_MANY.match(text, place.end) is not None
