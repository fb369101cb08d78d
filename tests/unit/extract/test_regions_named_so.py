"""Names that only look like places, parts without a name, and counties that a paragraph keeps to."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions


def decide(text: str, mention: str, title: str | None = None) -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2021), title, None, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


def test_an_outlet_that_is_cited_is_no_place() -> None:
    text = "湖南新化县遭受暴雨，5个乡镇受灾。\n据湖南日报报道，受灾面积300亩。"
    assert decide(text, "300亩", "湖南暴雨成灾").code == "431322"


def test_a_sort_of_fruit_and_an_exchange_are_no_places() -> None:
    text = "旌德县白地镇果园种植苹果5万亩，品种有富士、旌德二号等。今年每亩产4000斤。"
    assert decide(text, "4000斤", "旌德县苹果丰收").code is None
    market = "我国期货市场稳步开放。目前，41家机构在郑州商品交易所备案，服务客户125个。"
    assert decide(market, "125个", "我国期货市场运行平稳").code == "100000"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("国家级海洋自然保护区新增16个。", "100000"),
        ("家庭农场新增16个。", "100000"),
        ("青山自然保护区新增16个管护站。", None),
    ],
)
def test_a_class_of_bodies_is_none(text: str, code: str | None) -> None:
    assert decide(f"全国生态建设加快。\n{text}", "16个", "全国生态建设").code == code


def test_a_fund_taken_from_a_cooperative_is_the_county_s() -> None:
    text = "旌德县政府为农户买了保险，并且从合作社收益中提取8%作为基金。"
    assert decide(text, "8%", "安徽：养羊助增收").code == "341825"


def test_a_paragraph_between_two_namings_of_a_county_is_told_of_it() -> None:
    text = "安徽加快发展。\n在安徽旌德县，300头牛出栏。\n龙头企业带动4万名群众增收。如今，旌德县信心大增。\n{}"
    assert decide(text.format("今年新建合作社600个。"), "4万名", "安徽：产业富民").code == "341825"
    assert decide(text.format("今年新建合作社600个。"), "600个", "安徽：产业富民").code == "340000"
    whole = text.replace("龙头企业", "全省龙头企业")
    assert decide(whole, "4万名", "安徽：产业富民").code == "340000"


def test_a_county_by_its_short_name_in_its_province() -> None:
    text = "安徽推进便民服务，旌德有19个部门下放事项。"
    assert decide(text, "19个", "安徽：便民服务到家").code == "341825"


def test_the_towns_of_a_prefecture_are_a_part_without_a_code() -> None:
    text = "全市有幼儿园565所，在园幼儿5万人。市区有幼儿园300所，教职工5278人。全市有小学90所。"
    codes = [decide(text, each, "宣城市2012年统计公报").code for each in ("565所", "300所", "5278人", "90所")]
    assert codes == ["341800", None, None, "341800"]


def test_guests_of_a_fair_do_not_make_it_the_country_s() -> None:
    text = "药材交易会今天在亳州市开幕，全国8600多家厂商参展，当天成交额达108亿元。"
    assert decide(text, "108亿元", "药材交易会开幕").code == "341600"


def test_those_who_come_from_a_county_are_counted_by_it() -> None:
    text = "展销会在合肥市举行，来自宣城旌德县的58个村带着350款产品参展。"
    assert decide(text, "58个", "安徽：展销助增收").code == "341825"
    assert decide(text, "350款", "安徽：展销助增收").code == "341825"
    moved = "在旌德县新桥村，村民来自旌德县7个乡镇的30个村。"
    assert decide(moved, "30个", "安徽：搬进新家").code is None


def test_the_province_as_the_rank_of_a_garden() -> None:
    text = "全县茶园20万亩。建有国家标准示范园4个、安徽标准示范园2个，出口基地3万亩。"
    codes = [decide(text, each, "旌德县：茶香富民").code for each in ("20万亩", "2个", "3万亩")]
    assert codes == ["341825"] * 3


def test_money_for_a_group_of_provinces() -> None:
    text = "中央财政安排民族八省区1133亿元，2018年安排486亿元。我国还投入200亿元修路。"
    assert [decide(text, each).code for each in ("1133亿元", "486亿元", "200亿元")] == [None, None, "100000"]


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("我国玉米进口增加。一季度，全省播种面积增长2.1%。石家庄海关说，我省出口增长。", "2.1%", "130000"),
        ("全国粮价上涨。全省播种面积增长2.1%。河北、山东都有旱情。", "2.1%", "100000"),
    ],
)
def test_the_whole_province_before_its_places(text: str, mention: str, code: str) -> None:
    start = text.index(mention)
    assert RegionScope(text, find_regions(text)).region_at(start, start + len(mention)).code == code


@pytest.mark.parametrize(
    "text",
    ["洞庭湖区堤垸整治工程，加固堤防90公里。", "君山分洪区围堤总长155公里。", "洞庭湖流域治理面积90平方公里。"],
)
def test_waters_in_the_name_of_a_work_are_told_of_the_area(text: str) -> None:
    found = next(m for m in ("90公里", "155公里", "90平方公里") if m in text)
    start = text.index(found)
    scope = RegionScope(text, find_regions(text), "岳阳水利", "岳阳日报")
    assert scope.region_at(start, start + len(found)).code == "430600"
