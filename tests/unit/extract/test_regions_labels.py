"""Labels at the head of a line, counters in Chinese numerals, news that a local outlet hands on."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions


def decide(text: str, mention: str, title: str | None = None, publisher: str | None = None) -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2021), title, publisher, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


def test_a_label_heads_its_line() -> None:
    text = (
        "暴雨造成江苏、安徽、江西等6省330万人受灾。其中：\n"
        "江苏暴雨灾情：南京、无锡、徐州等8市35个县55万人受灾；房屋倒塌600间。\n江西：南昌、九江等5市79万人受灾，绝收9千公顷。"
    )
    told = {each: decide(text, each, "民政部通报江苏等地灾情").code for each in ("35个", "600间", "79万人", "9千公顷")}
    assert told == {"35个": "320000", "600间": "320000", "79万人": "360000", "9千公顷": "360000"}


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("浙江七个市34个县受旱，减收9亿元。", "34个", "330000"),
        ("旌德县下辖五个街道11个镇。", "11个", "341825"),
        ("安徽南部三个县受灾，减收9亿元。", "9亿元", None),
    ],
)
def test_counters_in_chinese_numerals(text: str, mention: str, code: str | None) -> None:
    assert decide(text, mention).code == code


def test_news_of_the_country_in_a_local_paper() -> None:
    text = "据新华社消息 海关总署公布，前8个月外贸出口5996亿美元，增长25%。\n8月实现顺差188亿美元。"
    assert decide(text, "188亿美元", publisher="钱江晚报").code == "100000"
    own = "据新华社消息 全省前8个月外贸出口5996亿美元。\n8月实现顺差188亿美元。"
    assert decide(own, "188亿美元", publisher="钱江晚报").code == "330000"


def test_banks_as_a_class_are_no_company_of_a_title() -> None:
    text = "一季度，42家A股银行营业收入1.45万亿元。该行业稳健，公司治理加强。"
    assert decide(text, "1.45万亿元", "上市银行一季报概览").code == "100000"


def test_the_country_by_its_own_name_is_a_subject_too() -> None:
    text = "重庆企业忙生产，重庆园区添项目。\n据统计，中国大约500万人从事外贸。中国银行贷款300亿元。"
    assert decide(text, "500万人", "重庆：外贸稳中向好").code == "100000"
    assert decide(text, "300亿元", "重庆：外贸稳中向好").code != "100000"
