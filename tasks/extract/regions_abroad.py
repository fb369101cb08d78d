"""Places abroad: where they are the scene of what is counted, and where only partners, markets or ends of a route."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tasks.extract.abroad import is_world, may_be_home, named_abroad, tells_world, vocabulary
from tasks.extract.cues import ABOUT
from tasks.extract.gazetteer import COUNTRY, words
from tasks.extract.regions_place import TOLD, Place, Spot
from tasks.vocabulary import either

_SENTENCE = 120
_AHEAD = 14
_NEAR = 4
_STOPS = "。！？!?\n；;"
_CLAUSE = "[，。；：,;:\n]"
# Who reports it says nothing of where it is: 据中国地震台网测定，在甲国…, 据联合国统计，….
_SOURCE = re.compile(
    "(?:根?据|按照)[^，。；,;\n]{2,30}?[，,]|中国驻[^，。；,;\n]{2,16}使馆[^，。；,;\n]{0,8}[，,]"
    "|中国地震台网[^，。；,;\n]{0,12}[，,]"
)
_SAYS = re.compile("[^，。；,;]{0,16}?(?:统计|数据|报道|报告|消息|介绍|估计|测算|预测|公布|发布|披露|规定|约定)")
# Behind a partner: 甲国对华投资, 甲国和乙国, 甲国游客, 等9个国家的钱包在境内….
_WITH_US = re.compile(
    "(?:等[^，。；,;]{0,12})?(?:实际)?[对在来赴访驻]华(?!盛)|[、和与及同]|在[^，。；,;]{0,4}境内(?=扫|消|购)"
    "|[^，。；,;]{0,8}?(?:[对在来赴访驻]华(?!盛)|(?:同|与|和|及)(?:我国|中国|中方))"
    "|[向对]我(?!们)|籍|客商|采购商|游客|展商|留学生|驻[京沪穗]|[^，。；,;]{0,6}(?:乐团|舞团|艺术团|代表团|芭蕾)"
    "|等[0-9]+多?个国家[^。；;]{0,36}(?:境内|来华|入境|我国|中国)"
)
# In a page of Taiwan, Hong Kong or Macao: what a state does with it (甲国对台军售).
_OF_THEM = re.compile("[^，。；,;]{0,12}?(?:[对在来赴访驻向][台港澳]|台湾|香港|澳门|我国|来台|赴台)")
_GUESTS = re.compile("的?(?:游客|旅客|观光客|访客|留学生)")
# A meeting or a show with China in it that is held abroad.
_HELD_THERE = re.compile("[^，。；,;]{0,12}(?:举行|举办|开幕|召开|闭幕|揭幕|上演)")
# 世界经济增长预期, 世界人均3亩: of the world in their own clause.
_OF_WORLD = re.compile(
    "世界(?:经济(?!论坛|体|强|大|[一-鿿]{0,4}第)|人均|贸易(?!组织)|人口|森林面积|耕地|粮食(?:产量|贸易|库存)|石油(?:产量|需求|消费)|能源消费|平均(?!水平|先进))"
)
_WORLD_LEAD = re.compile(
    r"(?:^|[，。；：:,;、\s]|目前|现在|当前|如今|近年来|同期|去年|今年|当天|[0-9]{4}年|[月日时年份底]|季度?|半年|[本上]周|而|但|且|因为|预计"
    "|显示|指出|认为|称|每年|造成|导致|使|令)$"
)
# 协会表示，2011年全球…: what someone says of the world, in the page of an area too.
_SAYS_OF_WORLD = re.compile(
    "(?:表示|指出|显示|认为|称|预计|预估|估计|预测|说|统计)(?:[，,：:][0-9年月第一二三四季度上下半]{0,8}|[0-9年月]{2,8})?$"
)
_SAID_OF = re.compile("(?:表示|指出|公布|显示|认为|称|说)[，,]$")
_CHOSEN_FROM = re.compile("[0-9]+多?[个项家名](?!国家|地区|经济体)")
# Directly in front of a number: 甲国12人死亡, 全球超过1600块; but not 全球216个国家, markets of something.
_COUNTED = re.compile(
    "(?:境内|地区|多地|各地|国家)?的?(?:共|已|仅|现|还|就|总共|累计)*有?"
    f"(?:{ABOUT}|超过?|逾|至少|多达|最多|最少|达到?)*(?=[0-9一二两三四五六七八九十百千万数])"
)
_STATES = re.compile("(?:共|已|近|超过?|约)?[0-9]{1,3}多?个(?:国家|地区|经济体|国|城市)|[0-9]+[大强]")
# 通达欧洲12个国家: counted there, whoever goes there.
_REACHED = re.compile("(?:到达|通达|直达|抵达|覆盖|联通|辐射|遍及)了?$")
_STATES_OF = re.compile("的?[0-9]{1,3}多?个(?:国家|城市|港口)")
_MAGNITUDE = re.compile("[0-9.]{1,4}级")
_AND_OTHERS = re.compile("等(?=[0-9一二两三四五六七八九十百多余]+个?(?:国|[一-鿿]{0,4}成员国))")
# From how many of each state: 追回102人，含甲国48人，乙国34人.
_FROM_MANY = re.compile("(?:含|包括|来自)[^。；;\n]{1,40}$")
_LIST = 48
# What two sides have together: 造福双方20多亿人民, 中非26亿人民.
_BOTH = re.compile("(?:双方|两国|中国(?:和|与|[—–-])(?:东盟|非洲|欧洲|拉美)|中[非欧拉阿](?!合作))[^，。；,;]{0,6}$")
_TOGETHER = re.compile(
    "[\u3400-\u9fff]{0,4}[两三四五六七八九十]国(?=(?:合计|合共|总共|合|共)(?:占|有|拥有|贡献))[^，。；,;\n]*$"
)
_PEOPLES = re.compile("[^，。；,;]{0,8}(?:人民|人口|民众)")
_WITH_CHINA = re.compile("[我中华]")
_LEADS = 1
# A line of its own above an item: words without a stop.
_HEADING = re.compile(r"^[ \t\u3000]*+(?P<words>[^\s。；;][^\n。；;]{4,40}+)$", re.MULTILINE)
# China as the subject of a sentence in a story about another country.
_OWN_DEED = re.compile(
    rf"(?:^|{_CLAUSE})[\s　“]*(?:近年来|目前|今年|同时|此外)?(?:中方|我方|中企|中国政府|我国政府)"
    "(?!的?[^，。；,;]{0,8}(?:驻|代表))[^。；;]*$"
)


@cache
def _cue(name: str) -> re.Pattern[str]:
    """A list of cues of the vocabulary as one pattern."""
    words = either(vocabulary()[name])
    patterns = {
        "partner_before": rf"(?:(?:{words})了?(?:整个|全部|主要|各大)?|[—–（(《-]|(?:比|较|于)[^，。；,;0-9]{{1,6}})$",
        "scene_before": rf"(?:{words}|[，；：:,;\s]|[0-9年月日号时分晚夜晨午前后里])$",
        "people": rf"{words}|人(?![民大才口均])",
        "world_ranks": rf"[^，。；,;]{{0,10}}?(?:第[一二三四五六七八九十0-9]|前[0-9一二三四五六七八九十]|{words})",
        "turns_home_as_subject": rf"{_CLAUSE}(?:而|但|其中|目前|今年|当前|对此|此外|同时|据[^，,]{{2,12}}[，,])*"
        rf"(?:{words})(?!代表|选手|队|[、和与])",
    }
    return re.compile(patterns.get(name, words))


def abroad(spot: Spot, before: Sequence[Place]) -> str:
    """A country abroad governs its sentence in national news where it opens it, its clause where it is the scene there
    and no place at home stands before it; the world also in its own sense."""
    text, place, home = spot.text, spot.place, spot.home
    if is_world(place.name):
        return _of_the_world(spot, before)
    if spot.lead.endswith(("据", "按照")) and _SAYS.match(text, place.end):
        return "ignored"
    if _HELD_THERE.match(text, place.end) and spot.lead.endswith("在") and home.code in (None, COUNTRY):
        return "clause"
    if spot.lead.endswith("以") and text.startswith("为例", place.end):
        return "clause"
    if _REACHED.search(spot.lead) and _STATES_OF.match(text, place.end) and not _of_narrower(spot, before):
        return "local"
    if _WITH_US.match(text, place.end) or _cue("partner_before").search(spot.lead):
        return "ignored"
    several = "、" in place.name and _AND_OTHERS.match(text, place.end)
    near = several or (_COUNTED.match(text, place.end) and not _STATES.match(text, place.end))
    if home.code not in (None, COUNTRY):
        return _told_in_area(spot, before, bool(near))
    if home.code is None and home.rule != "foreign":
        return "ignored"
    if spot.opens:
        return "clause"
    if near and _FROM_MANY.search(text, max(0, place.start - _LIST), place.start):
        return "ignored"
    if _at_home(spot, before):
        return "ignored"
    return "clause" if _cue("scene_before").search(spot.lead) else "local" if near else "ignored"


def _told_in_area(spot: Spot, before: Sequence[Place], near: bool) -> str:
    """How far a state abroad reaches in the page of an area at home."""
    if (spot.opens or _SAID_OF.search(spot.lead)) and _news_overseas(spot):
        return "clause"
    told = spot.home.reach == TOLD or _MAGNITUDE.match(spot.text, spot.place.end)
    return "local" if near and told and not _at_home(spot, before) else "ignored"


def _news_overseas(spot: Spot) -> bool:
    """Whether a page of Taiwan, Hong Kong or Macao tells news of a state abroad (甲国政府公布，…) and none of its own
    dealings with that one."""
    if spot.home.code not in words()["overseas_whole"]:
        return False
    return _OF_THEM.match(spot.text, spot.place.end) is None


def of_guests(text: str, place: Place, before: Sequence[Place]) -> bool:
    """Whether a place only tells where the guests of a state abroad come from (甲国接待游客…，其中台湾游客…)."""
    if place.rule not in ("mention", "pointer_country") or _GUESTS.match(text, place.end) is None:
        return False
    last = next((other for other in reversed(before[-_NEAR:]) if other.rule == "foreign"), None)
    governs = last is not None and _governs(last)
    return governs and last is not None and not any(sign in text[last.end : place.start] for sign in _STOPS)


def _of_narrower(spot: Spot, before: Sequence[Place]) -> bool:
    """Whether the sentence is told of an area or a body at home (甲市的产品销往欧洲12个国家)."""
    if spot.home.code != COUNTRY:
        return True
    far = max(0, spot.place.start - _SENTENCE)
    low = max(far, *(spot.text.rfind(sign, far, spot.place.start) + 1 for sign in _STOPS))
    near = (place for place in before[-_NEAR:] if place.start >= low and place.reach != "ignored")
    return any(place.rule not in ("foreign", "pointer_country") for place in near)


def _of_the_world(spot: Spot, before: Sequence[Place]) -> str:
    """How far the world reaches: 全球累计病例…, 世界经济增长…, but not 全球第一, 占全球的30%."""
    text, place = spot.text, spot.place
    if spot.lead.endswith("从") and _CHOSEN_FROM.match(text, place.end):
        return "local"
    own = tells_world(text, place.end)
    ranked = not own and _cue("world_ranks").match(text, place.end)
    if ranked or _STATES.match(text, place.end):
        return "ignored"
    if _OF_WORLD.match(text, place.start) and not spot.lead.endswith("对"):
        return "local"
    if _cue("partner_before").search(spot.lead):
        return "ignored"
    whole = spot.opens and text.startswith("全", place.start)
    if spot.home.code not in (None, COUNTRY, *words()["overseas_whole"]) and spot.home.reach != TOLD:
        return "clause" if whole or (own and _SAYS_OF_WORLD.search(spot.lead)) else "ignored"
    if not whole and _COUNTED.match(text, place.end) and not _at_home(spot, before):
        return "local"
    return "clause" if whole or (own and (spot.opens or _WORLD_LEAD.search(spot.lead))) else "ignored"


def _at_home(spot: Spot, before: Sequence[Place]) -> bool:
    """Whether the sentence has named China or an area at home before the place."""
    start = spot.place.start
    far = max(0, start - _SENTENCE)
    low = max(far, *(spot.text.rfind(sign, far, start) + 1 for sign in _STOPS))
    source = _SOURCE.search(spot.text, low, start)
    low = source.end() if source else low
    if any(place.rule not in ("foreign", "firm") and place.start >= low for place in before[-_NEAR:]):
        return True
    return _cue("own_side").search(spot.text, low, start) is not None


def counted_abroad(text: str, place: Place, sentence: int, end: int) -> bool:
    """Whether a number in front of a state counts people or firms of it (1659名甲国平民), in no sentence on China."""
    if place.rule != "foreign" or text[end : place.start] not in ("", "的"):
        return False
    if place.reach == "ignored" and _cue("own_side").search(text, sentence, place.end + _AHEAD):
        return False
    return _cue("people").match(text, place.end) is not None


def of_both(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The words for two sides whose peoples are counted together (造福双方20多亿人民), or for states that have so much
    together (美日韩三国合占65%)."""
    both = _PEOPLES.match(text, end) and _BOTH.search(text, max(0, start - _AHEAD), start)
    both = both or (
        _TOGETHER.search(text, max(0, start - _LIST), start) if "国" in text[max(0, start - _LIST) : start] else None
    )
    return both.span() if both else None


def _governs(place: Place) -> bool:
    """Whether a place abroad counts for anything."""
    return place.rule == "foreign" and place.reach != "ignored"


def leaves(text: str, place: Place, start: int) -> bool:
    """Whether China was spoken of between a place abroad and a number of a later sentence, so that it does not hold
    there."""
    return _governs(place) and "我国" in text[place.end : start]


def headings(text: str) -> list[tuple[int, str]]:
    """Where the items of a page of news begin and the place abroad that the heading of each names ("" for none)."""
    found: list[tuple[int, str]] = []
    for line in _HEADING.finditer(text):
        named = named_abroad(line["words"])
        first = named[0].name if named and may_be_home(named[0]) and named[0].start <= _LEADS else ""
        found.append((line.start(), "" if _WITH_CHINA.search(line["words"]) else first))
    return found


def turns_home(text: str, place: Place, start: int) -> bool:
    """Whether a text turns to China between a place abroad and a number."""
    if not _governs(place):
        return False
    subject = _cue("turns_home_as_subject").search(text, place.end, start)
    return subject is not None or _cue("turns_home").search(text, place.end, start) is not None


def own_deed(text: str, sentence: int, start: int) -> bool:
    """Whether China is the subject of the sentence in front of a number (中方将培训500名学员)."""
    return _OWN_DEED.search(text, max(0, sentence - 1), start) is not None


def lists_china(text: str, place: Place) -> bool:
    """Whether China is only one of a list of states (中国、甲国等12国)."""
    if place.rule != "pointer_country" or not text.startswith("、", place.end):
        return False
    return any(other.start == 1 for other in named_abroad(text[place.end : place.end + _AHEAD]))
