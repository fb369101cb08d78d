"""Figures told of others in the measure of the one before them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "mention", "indicator"),
    [
        ("乡村教师生活补助标准提高到每月600元，牧区提高到900元。", "900元", "牧区教师生活补助标准"),
        ("农民人均纯收入增加到1.2万元，山区农民增加到9800元。", "9800元", "山区农民人均纯收入"),
        ("小学生均公用经费720元，初中生940元。", "940元", "初中生均公用经费"),
        ("实际报销比例住院达到88%、门诊达到65%。", "65%", "实际报销比例门诊"),
        ("入学率平原地区达到99.2%，牧区达到97%。", "97%", "入学率牧区"),
        ("失业率为3.2%，城镇居民参保率达到98%。", "98%", "城镇居民参保率"),
        (
            "卫生服务人均经费提高到45元，湘西片区县标准高一些，要提高到50元。",
            "50元",
            "湘西片区县卫生服务人均经费",
        ),
        ("居民存款余额30亿元，企业存款20亿元。", "20亿元", "企业存款"),
    ],
)
def test_a_figure_of_others_has_the_measure_before_it(text, mention, indicator, name):
    assert name(text, mention) == indicator
