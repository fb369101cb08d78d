"""Clauses that go on as the one before them, and leave out what the two share."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


def name(text: str, mention: str) -> str:
    observations = READER.read(Article("d", text, None, "2024-03-05", None)).observations
    return next(one.indicator or "" for one in observations if one.mention == mention)


@pytest.mark.parametrize(
    ("text", "mention", "indicator"),
    [
        ("比例最高的是玉米，占到全部播种面积的46%，紧跟着的是水稻，占31%。", "46%", "玉米占到全部播种面积"),
        ("比例最高的是玉米，占到全部播种面积的46%，紧跟着的是水稻，占31%。", "31%", "水稻占比"),
        ("城里人均住房42平方米，乡下人均48平方米。", "48平方米", "乡下人均住房面积"),
        ("一期工程投资12亿元，二期8亿元，三期6亿元。", "8亿元", "二期工程投资"),
        ("一期工程投资12亿元，二期8亿元，三期6亿元。", "6亿元", "三期工程投资"),
        ("大棚分两种：连栋大棚36座、日光温室210座，前一种单座造价80万元，后一种15万元。", "80万元", "连栋大棚单座造价"),
        ("大棚分两种：连栋大棚36座、日光温室210座，前一种单座造价80万元，后一种15万元。", "15万元", "日光温室"),
        ("发放春耕贷款，农商行26亿元，邮储行11亿元。", "26亿元", "农商行发放春耕贷款"),
        ("发放春耕贷款，农商行26亿元，邮储行11亿元。", "11亿元", "邮储行发放春耕贷款"),
        ("甲地到乙地，坐船一天，坐车六个小时，坐飞机五十分钟。", "六个小时", "甲地到乙地用时"),
        ("甲地到乙地，坐船一天，坐车六个小时，坐飞机五十分钟。", "五十分钟", "甲地到乙地用时"),
        ("住院报销，脱贫户85%，一般农户75%。", "85%", "脱贫户住院报销"),
        ("住院报销，脱贫户85%，一般农户75%。", "75%", "一般农户住院报销"),
    ],
)
def test_parallel_clauses_share_what_they_leave_out(text, mention, indicator):
    assert name(text, mention) == indicator
