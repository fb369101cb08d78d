"""Places inside names and comparisons: teams called by their province, 中国 as a word in quotes, 同甲市相比."""

from __future__ import annotations

import re

from tasks.extract.gazetteer import COUNTRY, words
from tasks.extract.regions_place import Place, Spot
from tasks.vocabulary import either

_TEAM = re.compile("(?:[男女]|代表|医疗|救援|支援|足球|篮球|排球|冰球|援[一-鿿]{1,2})*队(?!伍|员|列|长|友)")
# 通过甲市电力交易中心: by whose means, not where.
_MEANS = re.compile("[一-鿿]{0,10}?(?:中心|交易所|平台|公司|银行|口岸|港口|港|海关)(?!城)")
# 由甲市政府、乙区政府承办: who holds an event that is at home elsewhere.
_HOSTS = re.compile("[^，。；,;\\n]{0,24}?(?:主办|承办|协办)(?![的地城])")
# 在甲省排名第三: among whom something ranks.
_RANKED_IN = re.compile("(?:各?[一-鿿]{0,6}中)?(?:总?排名|排在|位列|位居|名列|居)(?:全[省市县])?第")
# “中国天眼”, 中国—东盟合作中心: a name, not the country.
_QUOTED = re.compile("[一-鿿]{0,8}”")
_OF_BOTH = re.compile("[—–－-]{1,2}[一-鿿]{2,4}[^，。；、]{0,12}?(?:中心|基地|产业园|园区|博览会|论坛|平台|联盟)")
_BASE_LEAD = re.compile("(?:同|与|和|跟|较)[^，。；,;：:\n]{0,10}$")
_BASE_NEXT = re.compile("[^，。；,;\n]{0,16}?相比")
_NEAR = 12
_WATERS = re.compile("(?:分洪区|蓄滞?洪区|行洪区|滞洪区|流域|水系|垸)")
_WORK = re.compile(
    "(?:湖区|山区|库区|区)?[一-鿿]{0,12}?(?:治理|整治|加固|修复|堤防|引水|调水|供水|补水)[一-鿿]{0,6}?(?:工程|项目)"
)
# 以甲县电缆、“乙县羊绒”为代表的产业集群: only examples of what is counted.
_EXAMPLE_LEAD = re.compile("以[“《]?(?:[^，。；,;\n]{1,16}[、和])?[“《]?$")
_EXAMPLE_NEXT = re.compile("[^，。；,;\n]{0,20}?为(?:代表|首|龙头|样板|引领|典型|主的)")
_EXAMPLES = 24
# 静甲一号、乙县二号, 甲县Ⅰ号古沉船: sorts of fruit and grain; 丙商品交易所: a market of the whole country.
_SORT_OR_MARKET = re.compile(
    f"[一二三四五六七八九十0-9]{{1,3}}号(?=[、，。等和及”])|[ⅠⅡⅢ]号|(?:{either(words()['exchanges'])})交易所"
)
# 甲公司传播淫秽信息案等十起案件: whose case it is.
_CASE = re.compile("[一-鿿]{2,20}?案(?:，[^。；，]{4,60}案)?等(?=[0-9一二三四五六七八九十]+起)")


def names_water_or_work(text: str, place: Place) -> bool:
    """Whether in the paper of an area a name is that of waters or plains (甲湖流域, 甲湖分洪区), or of a lake or a
    mountain in that of a work (甲湖区乙河堤防整治工程): what is told of them is told of the area."""
    if place.rule == "natural":
        return (
            place.name.endswith("流域")
            or text.startswith("流域", place.end)
            or _WORK.match(text, place.end) is not None
        )
    return (
        place.rule == "mention"
        and text[place.end - 1] not in "省市县区州"
        and _WATERS.match(text, place.end) is not None
    )


def in_a_name(spot: Spot) -> str:
    """The reach of a place that is only part of a name or a base of comparison; empty for any other place."""
    text, place = spot.text, spot.place
    if place.rule not in ("mention", "pointer_country", "pointer", "institution"):
        return ""
    if _names_more(spot) if place.rule == "pointer_country" else _only_means(spot):
        return "ignored"
    if _only_example(spot):
        return "ignored"
    if place.rule == "institution":
        return ""
    base = _BASE_LEAD.search(text, max(0, place.start - _NEAR), place.start)
    return "ignored" if base and _BASE_NEXT.match(text, place.end) else ""


def _only_example(spot: Spot) -> bool:
    """Whether a place is only one of the examples of what is told of (以甲县电缆为代表的333个集群)."""
    text, place = spot.text, spot.place
    if "以" not in text[max(0, place.start - _EXAMPLES) : place.start] or not _EXAMPLE_NEXT.match(text, place.end):
        return False
    return _EXAMPLE_LEAD.search(text, max(0, place.start - _EXAMPLES), place.start) is not None


def _names_more(spot: Spot) -> bool:
    """Whether 中国 only begins what is printed in quotes (“中国天眼”), or the name of a body of two countries."""
    text, end = spot.text, spot.place.end
    quoted = spot.lead.endswith("“") and _QUOTED.match(text, end)
    return bool(quoted or _OF_BOTH.match(text, end))


def _only_means(spot: Spot) -> bool:
    """Whether a place is only by whose means something is done, among whom it ranks, or who holds the event of a page
    at home elsewhere."""
    text, place = spot.text, spot.place
    if place.rule == "mention" and _SORT_OR_MARKET.match(text, place.end):
        return True
    if place.rule == "institution" and _CASE.match(text, place.end):
        return True
    if spot.lead.endswith("通过") and (place.rule == "institution" or _MEANS.match(text, place.end)):
        return True
    if place.rule == "institution" and spot.lead.endswith(("经", "经由", "途经")):
        return True
    if spot.lead.endswith("在") and place.rule == "mention" and _RANKED_IN.match(text, place.end):
        return True
    told = spot.home.code not in (None, COUNTRY) and place.code != spot.home.code and not spot.opens
    return told and _HOSTS.match(text, place.end) is not None


def of_team(spot: Spot) -> bool:
    """Whether a place only gives its name to a team (甲省队, 乙市医疗队), which no sentence goes on about."""
    return spot.place.rule == "mention" and _TEAM.match(spot.text, spot.place.end) is not None
