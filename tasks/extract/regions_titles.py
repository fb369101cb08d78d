"""What a title says about the home: a line, a group of provinces, a ministry, a country; and countries of a text."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from tasks.extract.abroad import may_be_home, named_abroad, tells_world
from tasks.extract.gazetteer import Gazetteer, words
from tasks.extract.periods_words import BULLETINS
from tasks.extract.regions_nation import NATIONAL
from tasks.extract.regions_words import pointed
from tasks.vocabulary import either

TAG = re.compile(r"^(?:【[^】]*】|[（(][^（()）]*[)）]|\s)+")
OF_COUNTY = re.compile("简介|概况|概览|[县市区]情|[：:]|全[县市区]|[县市区](?:政府|委|情)")
# What an area itself gives out.
REPORT = re.compile(
    "工作报告|执行情况[^，。：:]{0,30}报告|统计公报|公报|工作要点|民生实事|实施方案|规划|纲要|条例|办法"
)
_FOREIGN_STORY = 3
_FAR_MORE = 4
_FROM_ABROAD = re.compile("国际(?=联播|快讯|新闻|要闻|简讯)")
_MINISTRY = 3
_CHINA = re.compile("我国|中国|中方|国务院|商务部|外交部")
# What China does in a country abroad is no story of that country.
_WITH_CHINA = re.compile(
    "专访|致电|贺[电信词]|慰问|中[企方资]|我(?:军|国|驻|方|联合|[一-鿿]{0,2}[机舰队])|援|维和|华[侨人]|留学|班列|代表团|孔子"
)


_EVERYWHERE = re.compile("各地|多地|各省|各部门|南北方")


def is_national(title: str) -> bool:
    """Whether a title speaks for the country: by its name, by a ministry, or by 各地."""
    return any(pattern.search(title) for pattern in (NATIONAL, national_titles(), _EVERYWHERE))


@cache
def national_titles() -> re.Pattern[str]:
    """A ministry or an office of the whole country, as titles name it."""
    return re.compile(
        either(name for name in words()["national_bodies"] if len(name) >= _MINISTRY and name[-1] in "部署院")
    )


def foreign_home(title: str) -> str | None:
    """The country that a title is about, when it names one and not China; news from abroad have none of their own."""
    if NATIONAL.search(title):
        return None
    if abroad := _FROM_ABROAD.match(title):
        return abroad[0]
    named = named_abroad(title)
    if _WITH_CHINA.search(title):
        return None
    world = next((place for place in named if place.kind == "world" and tells_world(title, place.end)), None)
    if world:
        return world.name
    if not named or not may_be_home(named[0]) or title[named[0].start - 1 : named[0].start] in ("在", "赴"):
        return None
    return named[0].name if all(start > named[0].start for start, _, _ in pointed(title)) else None


@cache
def _title_line() -> re.Pattern[str]:
    ends = f"[{words()['railway_ends']}]{{2}}"
    kinds = "(?:(?:城际|高速)?(?:铁路|高铁|公路)|城际|高速|通道)"
    return re.compile(rf"(?:^|[：:】\s，“])({ends}{kinds})")


def title_line(title: str) -> str | None:
    """The railway or road between two places that a title names (甲乙铁路); it lies in no single area."""
    found = _title_line().search(title)
    return found[1] if found else None


@cache
def _title_group() -> re.Pattern[str]:
    groups = (*words()["regional_groups"], *(name for name in words()["collective"] if name.endswith("地区")))
    counted = "[东西南北中][东西南北中部方]?[两三四五六七八九十]{1,2}省(?:区市|区|市)?"
    when = "(?:[0-9年月日—–~至-]|今年|去年|上半年|下半年|前?[一二三四]个?季度|前[0-9一二三四五六七八九十]+个?月){0,8}"
    return re.compile(
        rf"(?:【[^】]*】|[^：:]{{0,12}}[：:])?\s*{when}(?:推[动进]|促进|深化|加快|聚焦|走进)?({either(groups)}|{counted})"
    )


def title_group(title: str) -> str | None:
    """The group of provinces that a title opens with (京津冀协同发展, 推动长三角…); it lies in no single area."""
    found = _title_group().match(title)
    return found[1] if found else None


def names_abroad(text: str) -> bool:
    """Whether a text names another country."""
    return any(may_be_home(place) for place in named_abroad(text))


def is_mixed(title: str) -> bool:
    """Whether a title stands for several stories that have nothing to do with each other (联播快讯)."""
    return BULLETINS.search(title) is not None


def foreign_subject(text: str, at_home: int = 0) -> str | None:
    """The country that a text keeps speaking of, where it names countries abroad more often than China and far more
    often than places in it (`at_home` of them)."""
    places = [place for place in named_abroad(text) if may_be_home(place)]
    abroad = [place.state or place.name for place in places]
    own = sum(1 for _ in _CHINA.finditer(text))
    # 中国网络文学…，可以参考日本: another state told of for comparison, far behind China.
    here = _CHINA.search(text)
    if here and places and places[0].start > max(here.start(), len(text) // 2):
        return None
    name, times = Counter(abroad).most_common(1)[0] if abroad else ("", 0)
    return name if times >= _FOREIGN_STORY and len(abroad) > own + _FAR_MORE * at_home else None


def opens_abroad(text: str) -> str | None:
    """The country of the first place abroad of a text that names China nowhere, where it stands near the beginning."""
    places = [place for place in named_abroad(text) if may_be_home(place)]
    if not places or places[0].start > _OPENING or _CHINA.search(text):
        return None
    return places[0].state or places[0].name


_OPENING = 20
_OUTLET = re.compile(
    r"今日(?P<today>[一-鿿]{2,3})$|(?:中国|今日)?(?P<name>[一-鿿]{2,3}?)"
    r"(?:新闻网?|新网|日报|晚报|周报|电子报|报社?|网|融媒|发布|在线|广播|电视台|电台|之窗|政府|信息网|党建|先锋|广电)"
)
_REPORT = re.compile(
    r"(?P<name>[一-鿿A-Za-z]{2,20}(?:有限公司|集团|银行|证券|保险))[^，。]{0,8}(?:年度报告|年报|季度报告|[一三]季报|业绩|公告)"
)


def weak_prefecture(name: str, book: Gazetteer) -> list[str]:
    """The prefecture of now whose short name is a word as well."""
    named = book.shorts.get(name, [])
    return [region.code for region in named if region.level == "prefecture" and region.valid_to is None][:1]


def county_outlet(publisher: str, book: Gazetteer) -> list[str]:
    """The county whose short name a local outlet carries (浦城新闻网), where only one county of now has it, or the
    prefecture whose name is a word elsewhere (安康日报)."""
    found = _OUTLET.match(publisher)
    name = (found["today"] or found["name"]) if found else ""
    if not name or name in words()["outlet_words"]:
        return []
    if name in words()["weak"]:
        return weak_prefecture(name, book)
    codes = [
        region.code
        for region in book.shorts.get(name, [])
        if region.level == "county" and region.valid_to is None and region.name[-1] in "县市旗"
    ]
    return codes if len(codes) == 1 else []


def company_report(title: str) -> str | None:
    """The company whose report or notice a title is (甲乙股份有限公司2011年年度报告摘要)."""
    found = _REPORT.search(title)
    return found["name"] if found and "上市" not in found["name"] else None
