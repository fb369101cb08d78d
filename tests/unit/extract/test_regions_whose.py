"""Firms without a name: the firm's figures that the text has named, else those of the place that it stands in."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionScope, find_regions


def decide(text: str, mention: str, title: str | None = None) -> str | None:
    start = text.rindex(mention)
    return RegionScope(text, find_regions(text), title).region_at(start, start + len(mention)).code


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("浙江外贸向好。在宁波慈溪的一家小家电企业，前五个月出口额达到3亿元。", "3亿元", "330282"),
        ("浙江外贸向好。在宁波慈溪的一家小家电企业，订单很多。企业负责人说，车间新招了120名工人。", "120名", "330282"),
        ("浙江外贸向好。绍兴这家印染厂去年用电1亿千瓦时。", "1亿千瓦时", "330600"),
        ("浙江外贸向好。走进绍兴。\n这家老牌丝绸印染厂，去年亏损600万元。", "600万元", "330600"),
        ("浙江消费回升。在绍兴的这家书店，客流不断。\n其实两年前，企业就投入600万元改造。", "600万元", "330600"),
        (
            "浙江外贸向好。在宁波的云岭集团，订单增加。\n网络遍及各地。位于绍兴的这家企业今年产量将超过500万条。",
            "500万条",
            "330600",
        ),
        ("我国消费回升。制造设备的企业很忙。这家企业的展位扩大到800平方米。", "800平方米", "100000"),
    ],
)
def test_a_firm_without_a_name_is_told_of_the_place_it_stands_in(text: str, mention: str, code: str) -> None:
    assert decide(text, mention, "看浙江" if text.startswith("浙江") else None) == code


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("浙江外贸向好。宁波慈溪的云岭集团订单增加。这家企业去年研发投入5亿元。", "5亿元"),
        ("浙江外贸向好。在宁波，一家名为“云岭”的企业产值增长12%。", "12%"),
        ("浙江外贸向好。记者来到宁波的云岭科技，工人正忙。这家企业去年研发投入5亿元。", "5亿元"),
        ("浙江农业兴旺。许家村办起合作社。这家合作社吸纳就业60人。", "60人"),
    ],
)
def test_a_firm_that_the_text_has_named_keeps_its_figures(text: str, mention: str) -> None:
    assert decide(text, mention, "看浙江") is None


def test_a_firm_called_by_its_kind_alone_is_the_one_with_a_name() -> None:
    text = "央视网消息（新闻联播）：各地回暖。\n云岭电器集团公司原是一家小厂。去年公司销售收入7亿多元。"
    start = text.index("7亿多元")
    scope = RegionScope(text, find_regions(text), "各地经济回暖")
    assert scope.region_at(start, start + len("7亿多元")).name == "云岭电器集团公司"
