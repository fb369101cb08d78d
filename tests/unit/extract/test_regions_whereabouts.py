"""Regions of someone's figures: the place where the story finds them, as far as it tells one."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions

NATION = "小康路上"


def decide(text: str, mention: str, title: str | None = NATION) -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2021), title, None, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("今年，甘肃陇西农民李桂花种了8亩黄芪，她家收入有6万元。", "6万元", "621122"),
        ("吉林省榆树市的种粮大户刘建民今年种了300亩玉米，他家去年收入40万元。", "300亩", "220182"),
        ("江西赣州市有位退役军人。他用卖早点挣来的30万元，资助学生。", "30万元", "360700"),
        ("在四川雅安市的茶园，游客上千名。\n茶农李国英把自家的老屋改成民宿，10间客房天天满。", "10间", "511800"),
        ("在广西乐业县百亩果树种植基地，每天有80多名工人采摘。", "80多名", "451028"),
        ("湖南邵阳的消防队在训练。今年28岁的李大勇冲在前面。", "28岁", "430500"),
    ],
)
def test_someone_is_told_of_the_place_that_introduces_them(text: str, mention: str, code: str) -> None:
    assert decide("我国农村面貌一新。" + text, mention).code == code


def test_someone_named_again_keeps_the_place() -> None:
    text = "四川省苍溪县村民张玉兰去年摔断了腿。\n四川省今年投入20亿元。张玉兰少花了2万元。"
    assert decide(text, "20亿元", "四川：健康扶贫").code == "510000"
    assert decide(text, "2万元", "四川：健康扶贫").code == "510824"


@pytest.mark.parametrize(
    ("text", "mention", "title"),
    [
        ("在云南省元阳县土锅寨村，村民李正福家种了5亩梯田，他一年能挣3万元。", "3万元", NATION),
        ("浙江加快创新。今年33岁的吕大聪是一名技工。", "33岁", NATION),
        ("旌德县富了。村民鲁桂香家去年收入8万元。", "8万元", "旌德县：产业富民"),
        ("2017年5月5日他在大理市逝世，享年91岁。", "91岁", NATION),
    ],
)
def test_a_village_a_province_and_the_page_s_own_area_give_no_code(text: str, mention: str, title: str) -> None:
    assert decide(text, mention, title).code is None


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("金米村的木耳丰收了。\n江苏南京一家企业资助陈庆海5万元，帮他建起大棚。", "5万元"),
        ("弄岗村靠种甘蔗为生。农伟宏说，鸟多了。\n广西柳州市观鸟协会支持农伟宏10万元无息贷款。", "10万元"),
        ("弄岗村靠种甘蔗为生。\n柳州市很支持。“二楼有4间房，自己也当向导。”农伟宏说。", "4间"),
    ],
)
def test_what_someone_is_given_is_not_of_the_giver_s_area(text: str, mention: str) -> None:
    assert decide(text, mention).code is None


@pytest.mark.parametrize(
    "text",
    [
        "柳州市支持农民工返乡创业，发放贷款10万元。",
        "柳州市干得好。“去年全市自己筹资10万元。”市长王大海说。",
    ],
)
def test_what_the_many_are_given_and_officers_say_is_the_area_s(text: str) -> None:
    assert decide(text, "10万元", "柳州：返乡创业").code == "450200"


@pytest.mark.parametrize(
    ("mention", "code"), [("120名", "341825"), ("56岁", "341825"), ("30万元", None), ("15亩", None)]
)
def test_what_someone_does_on_the_page_of_an_area_is_done_there(mention: str, code: str | None) -> None:
    text = "旌德县有位老人。56岁的鲁桂香退休后支教。她资助学生120名，自己省下30万元，还种茶15亩。"
    assert decide(text, mention, "旌德县：爱心接力").code == code


def test_a_county_is_known_by_how_far_it_lies() -> None:
    assert decide("敦煌距兰州1100公里，年接待游客1000万人次。", "1100公里", "甘肃：交通改善").code == "620982"
