"""Names of batches, of falls without a subject, of lists behind a place and a date; raised points; whose it is."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article, Observation
from tasks.extract.reader import Reader


def read(text: str) -> dict[str, Observation]:
    found = Reader().read(Article("d", text, "国内联播快讯", "2014-10-15", None)).observations
    return {one.mention: one for one in found}


@pytest.mark.parametrize(
    ("text", "mention", "word"),
    [
        ("目前我国已分6批将8155个传统村落列入保护名录。", "6批", "传统村落"),
        ("国家已分三批公布了500处文物保护单位。", "三批", "文物保护单位"),
        ("每人次平均费用从185.1元下降到106.7元，下降比例为42.36%。", "42.36%", "平均费用"),
        ("全校招生3500人，新生报到3200人。", "3200人", "新生报到"),
        ("31个省签署责任书，其中京津冀到2017年底，PM2.5浓度下降25%、山西、山东下降20%。", "20%", "PM2.5"),
    ],
)
def test_a_hollow_name_is_filled(text: str, mention: str, word: str) -> None:
    assert word in read(text)[mention].indicator


@pytest.mark.parametrize(
    "text",
    [
        "进口布匹（占" + "近" * 60 + "多5%）、丝绸（占6%）。",
        "台股收盘，" + "涨跌" * 17 + "破5%。",
        "合同额2亿欧元（" + "约合" * 40 + "3亿美元）的订单。",
    ],
)
def test_a_word_said_over_and_over_is_read_at_once(text: str) -> None:
    assert read(text)


def test_endless_digits_do_no_harm() -> None:
    assert list(read("全市5人，编号" + "1" * 4400 + "日。")) == ["5人"]


def test_a_raised_point_is_one() -> None:
    found = read("旅游收入近3·2亿元，增长7·5%。5·12地震造成40人死亡。")
    assert [(one.mention, float(one.value)) for one in found.values()] == [
        ("3·2亿元", 3.2e8),
        ("7·5%", 7.5),
        ("40人", 40),
    ]


def test_whose_it_is_that_got_better() -> None:
    assert read("去年提升了4263万农村人口的供水保障水平。")["4263万"].measure == "level"
    assert read("去年就业人数增加了300万人。")["300万人"].measure == "change"
