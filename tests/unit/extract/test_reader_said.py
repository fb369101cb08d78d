"""Names, measures and units of whole sentences as counties and agencies print them."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article, Observation
from tasks.extract.reader import Reader


def read(text: str) -> list[Observation]:
    """The observations of a text published in early 2026."""
    return Reader().read(Article("d", text, None, "2026-02-20", None)).observations


def the(text: str, mention: str) -> Observation:
    """The first observation with that mention."""
    return next(one for one in read(text) if one.mention == mention)


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("（二）全县固定资产投资36.5亿元。", "36.5亿元", "固定资产投资"),
        ("③全市棉花产量30万吨。", "30万吨", "棉花产量"),
        ("二、油料产量30万吨。", "30万吨", "油料产量"),
        ("(3)蔬菜产量30万吨。", "30万吨", "蔬菜产量"),
        ("★水果产量30万吨。", "30万吨", "水果产量"),
        ("【工业】规模以上工业增加值36.5亿元。", "36.5亿元", "规模以上工业增加值"),
        ("（三）工业用电量：完成5.1亿千瓦时。", "5.1亿千瓦时", "工业用电量"),
        ("财政总收入增长7.5%，五县区排名第四。", "第四", "财政总收入五县区排名"),
        ("财政总收入增长7.5%，五县区排名第四，增速排名全市第二。", "第二", "财政总收入增速全市排名"),
        ("空气优良率93%，在全省18个省辖市中排名第一。", "第一", "空气优良率省辖市中排名"),
        ("空气优良率93%，在全省18个省辖市中排名第一。", "18个", "省辖市"),
        ("工业用电量30亿千瓦时，居全省第3位，前移1位。", "1位", "工业用电量全省排名"),
    ],
)
def test_names(text: str, mention: str, name: str) -> None:
    assert the(text, mention).indicator == name


@pytest.mark.parametrize(
    ("text", "mention", "measure"),
    [
        ("工业增加值增长7.5%（全市8.1%）。", "8.1%", "growth"),
        ("居民收入增长5%（全国平均4.8%，全省平均4.9%）。", "4.9%", "growth"),
        ("工业投资下降4.3%（上年同期为3.1%）。", "3.1%", "growth"),
        ("工业投资增长4.3%（占全市投资的30%）。", "30%", "share"),
        ("城镇化率65.2%（全国66.1%）。", "66.1%", "share"),
        ("工业用电量居全省第3位，前移1位。", "1位", "change"),
    ],
)
def test_measures(text: str, mention: str, measure: str) -> None:
    assert the(text, mention).measure == measure
