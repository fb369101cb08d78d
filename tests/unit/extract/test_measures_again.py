"""Measures that the head of a list gives to the figures in its brackets."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()
TEXT = (
    "分类别看，上涨的有：衣着（3.1%）、医疗保健和个人用品（1.3%）；下降的有：烟酒及用品（0.6%）、交通和通信（0.4%）。"
)


@pytest.mark.parametrize(
    ("mention", "name", "value"),
    [
        ("3.1%", "衣着", "3.1"),
        ("1.3%", "医疗保健和个人用品", "1.3"),
        ("0.6%", "烟酒及用品", "-0.6"),
        ("0.4%", "交通和通信", "-0.4"),
    ],
)
def test_brackets_move_as_their_head_says(mention: str, name: str, value: str) -> None:
    read = READER.read(Article("x", TEXT, None, "2022-06-10", None)).observations
    found = next(one for one in read if one.mention == mention)
    assert (found.indicator, found.measure, str(found.value)) == (name, "growth", value)


@pytest.mark.parametrize(
    ("text", "mention", "name", "measure"),
    [
        ("一季度GDP增长5.4%，好于市场预期的5.1%。", "5.1%", "GDP市场预期", "growth"),
        ("失业率4.2%，低于预期的4.3%。", "4.3%", "失业率预期", "share"),
        ("净利润276亿元，超出分析师预期的260亿元。", "260亿元", "净利润分析师预期", "level"),
    ],
)
def test_what_is_expected_is_measured_as_what_came(text: str, mention: str, name: str, measure: str) -> None:
    read = READER.read(Article("x", text, None, "2022-06-10", None)).observations
    found = next(one for one in read if one.mention == mention)
    assert (found.indicator, found.measure) == (name, measure)


@pytest.mark.parametrize(
    ("text", "mention", "value"),
    [
        ("八大类商品中，涨幅最高的是衣着，为3.4%。", "3.4%", "3.4"),
        ("各行业中，降幅最大的是采矿业，达12.1%。", "12.1%", "-12.1"),
    ],
)
def test_the_foremost_of_a_growth_is_one(text: str, mention: str, value: str) -> None:
    found = next(one for one in READER.read(Article("x", text, None, "2022-06-10")).observations)
    assert (found.mention, found.measure, str(found.value)) == (mention, "growth", value)


def test_a_part_of_ones_own_wage_is_a_share() -> None:
    found = READER.read(
        Article("x", "五级伤残津贴为本人工资的70%，六级为本人工资的60%。", None, "2022-06-10")
    ).observations
    assert [one.measure for one in found] == ["share", "share"]


@pytest.mark.parametrize(
    ("text", "mention", "measure", "value"),
    [
        ("三季度产出环比增长2.0%，低于初值2.6%以及市场预期的2.4%。", "2.6%", "growth", "2.6"),
        ("三季度产出环比增长2.0%，低于初值2.6%以及市场预期的2.4%。", "2.4%", "growth", "2.4"),
        ("零售同比增长1.2%，高于前值0.8%，预期为1.0%。", "0.8%", "growth", "0.8"),
        ("失业率降至5.4%，低于预期值5.5%和前值5.6%。", "5.6%", "share", "5.6"),
        ("资产规模每年以约3万亿元的增长刷新纪录。", "3万亿元", "change", "3000000000000"),
        ("农民收入以每年800元的增幅攀升。", "800元", "change", "800"),
        ("这笔800元的增长补贴已经发放。", "800元", "level", "800"),
    ],
)
def test_what_a_growth_is_held_against_and_grows_by(text: str, mention: str, measure: str, value: str) -> None:
    read = READER.read(Article("x", text, None, "2022-06-10", None)).observations
    found = next(one for one in read if one.mention == mention)
    assert (found.measure, f"{found.value.normalize():f}") == (measure, value)
