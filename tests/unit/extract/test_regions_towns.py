"""Towns, parts of the country and pages without a home of their own."""

from __future__ import annotations

import time

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions


def decide(text: str, mention: str, title: str | None = None) -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2021), title, None, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("目前，柳集镇已有8个贫困村建成电站。", "8个", "柳集镇"),
        ("全县抓产业。黄岭镇发展花生2000亩，谭棚镇种植药材3000亩。", "2000亩", "黄岭镇"),
        ("全县抓产业。黄岭镇发展花生2000亩，谭棚镇种植药材3000亩。", "3000亩", "谭棚镇"),
        ("青石乡投入资金300万元，建成大棚90个。", "90个", "青石乡"),
        ("临泉县柳集镇投入资金300万元。", "300万元", "临泉县柳集镇"),
        ("临泉县黄岭镇第一实验小学迎来5名教师。", "5名", "临泉县黄岭镇"),
    ],
)
def test_towns_that_do_something_have_no_code(text: str, mention: str, name: str) -> None:
    decision = decide(text, mention, "临泉县脱贫见闻")
    assert (decision.code, decision.name) == (None, name)


@pytest.mark.parametrize(
    "text",
    [
        "新增城镇就业300人。",
        "各乡镇投入300人。",
        "建设特色小镇已吸引300人。",
        "当地街道投入300人。",
        "农村集镇新增商户300人。",
        "增加村集体经济收入，惠及300人。",
        "壮大村集体，带动300人。",
    ],
)
def test_words_that_end_like_towns_and_villages_are_none(text: str) -> None:
    assert decide(text, "300人", "临泉县脱贫见闻").code == "341221"


@pytest.mark.parametrize(
    ("text", "mention", "wanted"),
    [
        ("今年东部202个强县将帮扶西部259个贫困县。", "202个", None),
        ("截至目前，我国东部已有10省参加。", "10省", None),
        ("西部计划选派志愿者300名。", "300名", "100000"),
        ("云南对全国减贫的贡献率为8.1%。", "8.1%", "530000"),
        ("四川对全国粮食增产的贡献达9%。", "9%", "510000"),
    ],
)
def test_parts_of_the_country_and_what_they_give_it(text: str, mention: str, wanted: str | None) -> None:
    assert decide(text, mention, "我国减贫").code == wanted


@pytest.mark.parametrize(
    "text",
    [
        "在南京、重庆、西安等地建立基地10个。",
        "产品卖到北京、上海等地，建店10个。",
        "在湖北、山东、安徽3省建分厂10个。",
    ],
)
def test_lists_of_places_elsewhere_leave_the_figure_at_home(text: str) -> None:
    assert decide(text, "10个", "丹凤县劳务").code == "611022"


def test_page_that_only_speaks_of_its_own_city_is_not_the_countrys() -> None:
    text = "我市获全国先进。全市建成农田4万亩，高于泰州。我市城镇低保提高。全市粮食增产。全市新建桥梁5座。"
    assert decide(text, "4万亩", "三农会议").code is None
    assert decide(text, "5座", "三农会议").code is None
    assert decide(text, "5座", "全国三农会议").code == "100000"


def test_kinds_of_companies_are_no_company() -> None:
    text = "今年上半年，商业银行净利润同比下降9.4%，营业收入增长1%。商业银行不良贷款率为1.94%。"
    assert decide(text, "9.4%", "上半年商业银行净利润同比下降9.4%").code == "100000"
    bank = text.replace("商业银行", "东江银行")
    assert decide(bank, "9.4%", "上半年东江银行净利润同比下降9.4%").code is None


@pytest.mark.parametrize(
    ("text", "mention", "title", "wanted"),
    [
        ("在内蒙古科尔沁国家级自然保护区，候鸟突破16万只。", "16万只", "候鸟北归", None),
        ("海南热带雨林国家公园体制试点通过验收；森林覆盖率达60%。", "60%", "绿色发展", "460000"),
        ("白沙江堰塞湖排险继续，水位下降33米，转移群众2万人。白沙江堰塞湖已泄洪。", "2万人", "白沙江堰塞湖排险", None),
    ],
)
def test_reserves_parks_and_dammed_lakes(text: str, mention: str, title: str, wanted: str | None) -> None:
    assert decide(f"央视网消息（新闻联播）：我国各地在行动。{text}", mention, title).code == wanted


@pytest.mark.parametrize("unit", ["当地有5人。", "石门村有3户，当地政府投入5万元。", "内乡县示范区有5人。"])
def test_what_pointers_mean_costs_no_more_than_the_length(unit: str) -> None:
    def seconds(times: int) -> float:
        text = "河南省内乡县。" + unit * times
        mentions = find_regions(text, 2021)
        start = time.process_time()
        RegionScope(text, mentions, "内乡县2020年情况", None, 2021)
        return time.process_time() - start

    seconds(100)
    short, long = min(seconds(1_000), seconds(1_000)), seconds(15_000)
    assert long <= 0.2 + 25 * short


def test_where_a_county_lies_and_what_it_adjoins_is_not_what_is_told_of() -> None:
    text = "富川县召开大会。富川是一个自治县，处在广西的东北部，挨着广东和湖南，它有1572平方公里。"
    scope = RegionScope(text, find_regions(text, 2021), "富川脱贫", None, 2021)
    start = text.index("1572")
    assert scope.region_at(start, start + 8).code == "451123"


def test_a_village_of_one_letter_ends_before_the_time() -> None:
    text = "走进安吉县天荒坪镇余村，绿水环绕。余村去年村集体收入1300万元。"
    scope = RegionScope(text, find_regions(text, 2022), "幸福村", "浙江日报", 2022)
    start = text.index("1300万元")
    assert scope.region_at(start, start + 6)[:2] == (None, "余村")
