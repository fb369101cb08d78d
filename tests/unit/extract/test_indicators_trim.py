"""What is taken off in front of a name: what the figure is held beside."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "mention", "indicator"),
    [
        ("比2015年全省森林覆盖率提高3.2个百分点。", "3.2个百分点", "森林覆盖率"),
        ("较2015年全县农民人均收入增长30%。", "30%", "农民人均收入"),
        ("2020年，比2015年农民收入翻了一番。", "一番", "农民收入"),
        ("比去年同期财政收入增长12%。", "12%", "财政收入"),
        ("财政收入8亿元，比去年同期实际增长12%。", "12%", "财政收入"),
    ],
)
def test_a_base_in_front_leaves_the_thing_itself(text, mention, indicator, name):
    assert name(text, mention) == indicator


@pytest.mark.parametrize(
    ("text", "mention", "indicator"),
    [
        ("加权指数大跌220点，以47106点作收。", "47106点", "加权指数"),
        ("英伟达大涨3%。", "3%", "英伟达"),
        ("全省人口自然增长1.2万人。", "1.2万人", "人口自然增长"),
        ("截至10日24时，现有确诊病例26例。", "26例", "现有确诊病例"),
        ("全县现有学校26所。", "26所", "学校"),
    ],
)
def test_what_closes_a_clause_is_no_name(text, mention, indicator, name):
    assert name(text, mention) == indicator
