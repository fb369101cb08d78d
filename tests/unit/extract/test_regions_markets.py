"""Markets of the whole country, shares in them, examples without a name, and listed firms of Taiwan."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions
from tasks.extract.regions_dealings import examples
from tasks.extract.regions_island import listed_firms


def decide(text: str, mention: str, title: str | None = None, publisher: str | None = None) -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2021), title, publisher, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


@pytest.mark.parametrize(
    ("mention", "code"),
    [("161亿元", None), ("9800亿元", "100000"), ("8%", "100000"), ("1100亿元", None)],
)
def test_a_market_in_the_report_of_a_firm_is_the_country_s_for_its_sentence(mention: str, code: str | None) -> None:
    text = (
        "云岭证券上半年实现营业收入161亿元，净利润54亿元。"
        "2021年上半年沪深两市日均成交额9800亿元，同比增长8%。公司自营资产1100亿元。"
    )
    assert decide(text, mention, "云岭证券上半年业绩", "券商中国").code == code


def test_the_share_of_a_firm_in_the_market_at_home_is_the_firm_s() -> None:
    text = "统计显示，2012年国内在线旅游业平稳。云岭集团占24%的市场份额，其中移动端占比12%。云岭集团员工3000人。"
    assert [decide(text, each).code for each in ("24%", "12%", "3000人")] == [None, None, None]


def test_another_state_told_of_late_and_for_comparison_is_not_what_a_text_is_about() -> None:
    text = (
        "2012年中国网络视频行业用户3亿人，各家网站竞相购买版权，市场格局趋于稳定。"
        "可以借鉴韩国，韩国有扶持，韩国厂商多，韩国观众多。"
    )
    assert decide(text, "3亿人").code == "100000"


def test_an_example_without_a_name_is_no_area_s() -> None:
    text = "以一家城商行在售的一款理财产品为例，该产品期限为90天。"
    assert decide(text, "90天").code is None
    assert examples("以小麦为例，亩产500公斤。以2021年为例，全市降雨3次。") == []


def test_a_listed_firm_of_taiwan_tells_its_own_figures() -> None:
    text = "台湾8月出口年增5%。云塑（1303）8月营收达180亿元。"
    assert [decide(text, each, "台湾要闻", "中央社").code for each in ("5%", "180亿元")] == ["710000", None]
    assert listed_firms("台中（2024）年度") == []


def test_a_firm_by_its_kind_behind_where_it_lies_is_told_of_there() -> None:
    text = "在位于江西南昌的这家汽车整车制造车间，机械臂精准焊装。依托数字系统，交付周期缩短了20%。"
    assert decide(text, "20%", "江西制造业转型").code == "360100"


def test_a_city_as_a_measure_of_size_takes_no_numbers() -> None:
    text = "全省352万人搬迁，这差不多是一个兰州市的人口。困难县人均住房增加了11平方米。"
    assert decide(text, "11平方米", "甘肃：十年安居", "甘肃日报").code == "620000"


def test_the_part_of_a_firm_in_a_market_told_of_is_the_firm_s() -> None:
    text = "今年第二季度中国手机游戏市场规模为3.3亿元，其中中国移动占34%。"
    assert [decide(text, each).code for each in ("3.3亿元", "34%")] == ["100000", None]


def test_listed_companies_are_no_company() -> None:
    text = "沪深两市共有2345家公司披露年报，净利润同比增长12%。"
    assert decide(text, "12%", "上市公司年报", "证券时报").code == "100000"


def test_platforms_and_the_world_are_told_of_themselves() -> None:
    text = "2011年中国网购市场规模达7735亿元。B2C市场中，天猫占53.3%，京东商城占17.2%。"
    assert [decide(text, each).code for each in ("7735亿元", "53.3%", "17.2%")] == ["100000", None, None]
    assert decide("今年第二季度全球智能手机出货量为1.54亿部。", "1.54亿部").code is None


def test_a_small_shop_is_no_district() -> None:
    assert decide("小店位于步行街，面积20平方米，小店每月租金1.8万元。", "1.8万元").code != "140105"
