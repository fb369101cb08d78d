"""Regions in stories of national news: where a story is at home, and what only looks like its place."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions

BYLINE = "央视网消息（新闻联播）："


def decide(text: str, mention: str, title: str | None = None) -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2021), title, None, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("受冷空气影响，昨天兰坪县最低气温降至零下6℃，城区供水正常。", "零下6℃", "533325"),
        ("盐津县最高降雨量达88毫米。", "88毫米", "530623"),
        ("在四川大凉山，新路通到了12个寨子。", "12个", "510000"),
        ("临泽县城积水8厘米。", "8厘米", "620723"),
    ],
)
def test_weather_and_mountains(text: str, mention: str, code: str) -> None:
    assert decide(BYLINE + text, mention).code == code


def test_story_that_keeps_to_one_area_is_at_home_there() -> None:
    text = (
        f"{BYLINE}贵州这几年变化很大。贵州把全国的目光引向山里。在贵阳，企业多了起来；在遵义，茶园连成了片。"
        "贵州还修了路。\n四年来，免去各类费用18亿元。"
    )
    assert decide(text, "18亿元", "山里的新路").code == "520000"
    nation = text.replace("这几年变化", "和全国各地变化").replace("四年来", "我国四年来，全国上下")
    assert decide(nation, "18亿元", "山里的新路").code == "100000"


def test_a_story_about_a_country_abroad_is_no_story_of_china() -> None:
    text = (
        "按中国标准建设的这条铁路全长320公里，是老挝的第一条现代铁路。老挝北部的车站雇了当地员工600名，老挝全国有电的村子达到九成。"
        "从前，老挝只有3.5公里铁路。"
    )
    assert decide(text, "320公里", "铁路通到山那边").code is None
    assert decide(text, "600名", "铁路通到山那边").code is None
    trade = "今年上半年，我国对泰国出口增长5.2%。中国是泰国最大的贸易伙伴，泰国水果的七成卖到中国。"
    assert decide(trade, "5.2%", "贸易增长").code == "100000"


@pytest.mark.parametrize(
    ("title", "publisher", "text", "code"),
    [
        ("绩溪：山核桃丰收", None, "今年丰收在望，全县采收山核桃6万亩。", "341824"),
        ("绩溪：山核桃丰收", "宣城新闻网", "今年丰收在望，采收山核桃6万亩。", "341824"),
        ("绩溪：山核桃丰收", None, "今年丰收在望，采收山核桃6万亩。", "100000"),
        ("山核桃丰收", "今日绩溪", "今年丰收在望，采收山核桃6万亩。", "341824"),
        ("如东：海风变电", None, "今年风好，全县发电6万亩。", "320623"),
    ],
)
def test_county_before_the_colon_of_a_title(title: str, publisher: str | None, text: str, code: str) -> None:
    scope = RegionScope(text, find_regions(text, 2021), title, publisher, 2021)
    start = text.index("6万亩")
    assert scope.region_at(start, start + 4).code == code


def test_a_line_within_a_province_is_at_home_there() -> None:
    text = f"{BYLINE}厦漳通道今天合龙。厦漳通道主桥1600米，连接厦门和漳州。"
    assert decide(text, "1600米", "厦漳通道建设加速").code == "350000"


def test_a_county_that_nothing_names_is_not_the_country() -> None:
    text = "全县粮食产量5万吨。新建公路8公里。"
    assert decide(text, "5万吨").code is None
    assert decide(text, "8公里", "农业丰收").code is None
    assert decide(text, "8公里", "四川农业丰收").code == "510000"
    assert decide("全市场成交额5万亿元。", "5万亿元").code == "100000"


@pytest.mark.parametrize(
    ("text", "mention", "title"),
    [
        ("全乡辖17个行政村。", "17个", None),
        ("2011年末，双塔镇辖区总人口11692人。", "11692人", None),
        ("云岭镇位于绵竹市城郊，距德阳市20公里，面积15平方公里。", "15平方公里", None),
        ("产业兴旺。全村119户。", "119户", "宕昌县：产业兴旺"),
        ("县地处湘西南边陲，总面积2927平方公里。", "2927平方公里", None),
        ("孙国梁是位园丁。孙国梁每天走五公里。今年他92岁，孙国梁不愿退休。", "五公里", "【时代先锋】孙国梁：一生守园"),
    ],
)
def test_towns_villages_and_people_have_no_code(text: str, mention: str, title: str | None) -> None:
    assert decide(text, mention, title).code is None


def test_the_owner_behind_a_figure() -> None:
    assert decide("货物多。在开行数量占全国近七成的新疆阿拉山口，车多。", "七成", "物流").code == "652702"
