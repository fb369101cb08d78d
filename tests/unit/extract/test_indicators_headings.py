"""Headings of a communiqué that have run into the sentence behind them."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("人口年末常住人口5万人，比上年末增加1人。", "常住人口"),
        ("国民经济全年实现地区生产总值40亿元。", "地区生产总值"),
        ("畜牧全年出栏生猪11万头。", "出栏生猪"),
        ("粮食全年产量8万吨。", "粮食产量"),
        ("工业全年增加值增长5%。", "工业增加值"),
        ("人口增长较快。常住人口5万人。", "常住人口"),
    ],
)
def test_a_heading_that_runs_in_is_no_part_of_the_name(text: str, name: str) -> None:
    found = Reader().read(Article("d", text, "甲县2022年国民经济和社会发展统计公报", "2023-04-01", None))
    assert found.observations[0].indicator == name


def test_an_ellipsis_ends_a_clause() -> None:
    found = Reader().read(Article("d", "去年村集体收入力争突破200万元……如同做梦一般。", None, "2022-05-18", None))
    assert found.observations[0].indicator == "村集体收入"
