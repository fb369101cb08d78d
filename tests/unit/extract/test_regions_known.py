"""Firms called by name alone are no place, and what is told of them is not the nation's."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("本报记者从万科获悉，2012年1-9月万科累计销售963亿元。", "963亿元", None),
        ("今年前10个月，乘用车销量1204万辆。上海大众以95万辆位居第一。", "95万辆", None),
        ("今年前10个月，国内乘用车销量1204万辆。上海大众以95万辆位居第一。", "1204万辆", "100000"),
        ("海尔去年营收1509亿元，增长11%。", "1509亿元", None),
        ("我国水产丰收。罗氏沼虾养殖面积5万亩。", "5万亩", "100000"),
        ("我国推广全民健身。匹克球场地新增300片。", "300片", "100000"),
        ("我国数字化提速。浪潮之下，上云企业达80万家。", "80万家", "100000"),
    ],
)
def test_firms_called_by_name_have_no_code(text: str, mention: str, code: str | None) -> None:
    found = READER.read(Article("x", text, None, None)).observations
    assert next(one.region_code for one in found if one.mention == mention) == code
