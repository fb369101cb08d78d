"""What is the whole country's wherever a story plays: trains to Europe as a whole, platforms and networks of the state,
classes of cities, and terms that the state sets.
"""

from __future__ import annotations

import re
from functools import cache

from tasks.extract.gazetteer import COUNTRY, words
from tasks.extract.regions_place import TOLD, Place
from tasks.extract.sought import Sought
from tasks.vocabulary import either

_WHEN = (
    "(?:[0-9年月日至到—-]{1,12}+份?，?|[前一二三四]{1,2}个?季度|[上下]半年|目前|如今|至此|迄今|今年以来|今年"
    "|截[至止](?:目前|今年)?|此外|其中|，){0,6}"
)


@cache
def _work() -> re.Pattern[str]:
    """A work of the state, as what follows it tells."""
    works = either(words()["state_works"])
    does = either(words()["state_works_do"])
    return re.compile(
        rf"(?:{works})(?={does})|国家(?=(?:重点推进|规划建设|批准建设|确定)的)"
        r"|国家(?!级|队)(?:(?![的和与及、在是])[一-鿿]){2,10}?平台(?![司的])"
    )


@cache
def _of_the_state() -> re.Pattern[str]:
    """A work of the state as the subject of a clause, with no area in front of it."""
    return re.compile(rf"(?:^|[。！？；，,：:\n])[ \t\xa0　]{{0,8}}+{_WHEN}(?P<name>{_work().pattern})")


# 城区人口50万以上的城市, 跨区域大城市, 城市群内部: told of wherever they lie.
_CLASS = re.compile(
    "(?:城区|市区)?(?:常住|户籍)?人口(?:超过?)?[0-9]{1,4}万(?:人)?(?:以上)?的?(?:大|特大|中等)?城市|(?:跨区域|跨省)的?[大中小]{0,3}城市"
    "|[大中小]{1,3}城市(?:之间|间(?![或断歇]))|城市群(?:内部|之间)"
)
_HEAD = rf"(?:^|[。！？；，,：:\n])[ \t\xa0　]{{0,8}}+{_WHEN}在?(?:我国|全国)?"
# What belongs to a network is told of itself (是“甲网”的重要组成部分).
_PART_OF = "(?![^，。；\n]{0,24}(?:组成部分|一段|一部分|之一|节点|一环|大动脉))"
# The state sets what holds everywhere.
_SETS = re.compile(
    "(?<![一-鿿])(?:国家|中央|党中央|国务院)(?:[给为对向][^，。；,;\n]{2,14}?)?(?:统一)?"
    "(?:规定|设立|设置|定下|划定)[^，。；,;\n]{0,24}$"
    "|国家(?:统一)?(?:规定|制定|确定|核定|设定|颁布|出台|公布|要求)的[^，。；,;\n]{0,20}$|国家标准(?:为|是|规定)[^，。；,;\n]{0,12}$"
    # 国家年底要禁止低含量产品，要求含量达到30%: in a later clause as well.
    "|(?<![一-鿿])国家(?![级队]|电网|能源集团|开发银行)[^。；;\n]{0,48}?[，,](?:并|还|同时|也)?(?:要求|规定|明确)[^，。；,;\n]{0,24}$"
    # 比国家现行标准（200毫克）严: what the state asks for, told by the way.
    "|(?:国家|国标)(?:现行|规定|强制性?|统一|最新)?的?[^，。；,;（(\n]{0,8}(?:标准|限值|红线|底线)[（(][^，。；,;（(\n]{0,6}$"
)
# 中央8个部委, 国家12个部门联合发文, 5部委: offices of the state as counted.
_MINISTRIES = re.compile("(?:国家|中央)?部委")
_OFFICES = re.compile("(?:部门|单位|局委|委办局?|机关)")
_OF_CENTRE = re.compile("(?:中央(?:和国家机关)?|国家|国务院)的?(?:共|等|约|近)?$")
# 靠近8%的监管红线: what the state asks of every bank.
_REGULATED = re.compile("的(?:监管|法定)(?:红线|底线|要求|标准|门槛|指标)")
_TERM_BEHIND = re.compile("的?[^，。；,;\n0-9]{0,8}过渡期")
_TERM_BEFORE = re.compile("过渡期[^，。；,;\n0-9]{0,8}$")
_BEFORE = 200
_OF_POVERTY = re.compile("脱贫|乡村振兴|有效衔接|帮扶")


@cache
def _of_all() -> Sought:
    """A network of the state or a class of cities at the head of a clause."""
    return Sought(rf"{_HEAD}(?P<name>{_network().pattern}|{_market().pattern}|{_CLASS.pattern})")


@cache
def _network() -> re.Pattern[str]:
    """A network of the state that something is told of."""
    return re.compile(rf"(?:{either(words()['state_networks'])}){_PART_OF}")


@cache
def _market() -> re.Pattern[str]:
    """A market or a trade of the whole country that something is told of (A股市场日均成交额…)."""
    return re.compile(rf"(?:{either(words()['markets'])})的?(?:共|全年)?(?={either(words()['market_tells'])})")


def state_works(text: str, home: Place) -> list[tuple[int, int]]:
    """Where a clause begins with a network of the state or a class of cities; and with a work of the state, in a page
    that neither title nor publisher gives to an area."""
    found = [match.span("name") for match in _of_all().finditer(text)]
    if home.code is None or (home.code != COUNTRY and home.reach != TOLD):
        return found
    if not any(word in text for word in (*words()["state_works"], "平台", "国家")):
        return found
    return found + [match.span("name") for match in _of_the_state().finditer(text)]


def is_state_work(text: str, place: Place) -> bool:
    """Whether what points at the country is one of its works."""
    return any(work().match(text, place.start) for work in (_work, _network, _market))


def reach_of_market(text: str, place: Place) -> str:
    """How far what points at the country reaches: a market or a trade in its sentence, anything else further."""
    return "sentence" if _market().match(text, place.start) else "clause"


def is_class(text: str, place: Place) -> bool:
    """Whether what points at the country is a class of cities, wherever they lie."""
    return place.rule == "pointer_country" and _CLASS.match(text, place.start) is not None


def set_by_state(text: str, sentence: int, start: int, end: int) -> bool:
    """Whether the state sets a number (国家为甲类地区设立了五年过渡期), or it is the term of what it alone has, or its
    ministries are counted."""
    if text[end - 1] in "%％" and _REGULATED.match(text, end):
        return True
    if _MINISTRIES.match(text, end) or (_OFFICES.match(text, end) and _OF_CENTRE.search(text, start - 8, start)):
        return True
    # Each of its forms names the state or its centre: the cheap look comes first.
    said = text.find("国", sentence, start) >= 0 or text.find("中央", sentence, start) >= 0
    if said and _SETS.search(text, sentence, start):
        return True
    if text[end - 1] != "年" or not (_TERM_BEHIND.match(text, end) or _TERM_BEFORE.search(text, sentence, start)):
        return False
    stop = text.find("。", end)
    return _OF_POVERTY.search(text, max(0, sentence - _BEFORE), stop if stop >= 0 else len(text)) is not None
