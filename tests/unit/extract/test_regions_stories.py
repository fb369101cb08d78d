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


def test_those_who_move_into_a_community_are_told_of_it() -> None:
    text = "去年，张文福和4000多农牧民一起搬迁到鄂尔多斯市田园社区。"
    assert decide(text, "4000多", "鄂尔多斯：让移民户安居").code is None
    assert decide("全州3万户群众搬进兴义市洒金社区。", "3万户", "贵州黔西南：住新居").code == "522300"


def test_a_village_whose_name_begins_like_a_joining_word() -> None:
    text = "宁夏银川金凤区和顺新村是移民村。\n2011年，和顺新村陆续安置移民750户。\n和顺新村党员增加到107人。"
    for mention in ("750户", "107人"):
        assert decide(text, mention, "武警宁夏总队：携手扶贫").code is None


def test_what_one_citizen_pays_is_not_the_citys() -> None:
    text = "武汉市民尤明浩，以每年一万元的租金租下民房。武汉市共有闲置农房11万栋。"
    assert decide(text, "一万元", "湖北武汉：盘活资源").code is None
    assert decide(text, "11万栋", "湖北武汉：盘活资源").code == "420100"
