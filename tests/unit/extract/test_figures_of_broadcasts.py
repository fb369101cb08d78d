"""Figures of broadcasts: provinces by their letters, parks and reserves, seasons of two years, gaps to last year."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article, Observation
from tasks.extract.reader import Reader


def read(text: str, title: str | None = None, published: str = "2024-01-15") -> list[Observation]:
    return list(Reader().read(Article("x", text, title, published)).observations)


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("目前闽赣两地共建产业园8个。", "闽赣两地"),
        ("沪苏浙皖四地累计签约项目320个。", "沪苏浙皖四地"),
        ("京津冀三地共有开发区86个。", "京津冀"),
        ("川渝291家医院实现检查结果互认。", "川渝"),
        ("钱江源国家公园投入5亿元。", "钱江源国家公园"),
        ("鄱阳湖国家级自然保护区越冬候鸟达到32万只。", "鄱阳湖国家级自然保护区"),
    ],
)
def test_areas_without_a_code_stay_as_printed(text: str, region: str) -> None:
    (one,) = read(text)
    assert (one.region, one.region_code) == (region, None)


@pytest.mark.parametrize(
    "text",
    ["我国国家公园总面积达23万平方公里。", "完善自然保护区管理，投入资金2亿元。", "各级自然保护区新增巡护人员1200人。"],
)
def test_kinds_of_parks_are_no_park(text: str) -> None:
    assert read(text)[0].region_code == "100000"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2023—2024冰雪季，全国滑雪人次达4.3亿。", "2023/2024"),
        ("2023/24榨季全国生产食糖996万吨。", "2023/2024"),
        ("2022/2023年度，棉花产量598万吨。", "2022/2023"),
    ],
)
def test_a_season_runs_over_two_years(text: str, period: str) -> None:
    assert read(text)[0].period == period


def test_so_many_seasons_are_a_length() -> None:
    assert [one.mention for one in read("游客连续三个雪季增长，去年达到120万人次。")] == ["120万人次"]


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        ("7月份，失业率为5.3%，低于去年同期0.1个百分点。", -0.1, "change"),
        ("6月末，库存为86万吨，高于上年同期12万吨。", 120000, "change"),
        ("6月末，库存为86万吨，少于2020年同期5万吨。", -50000, "change"),
        ("7月，粮价为2800元，低于去年同期的3100元。", 3100, "level"),
    ],
)
def test_how_far_something_is_from_what_it_was(text: str, value: float, measure: str) -> None:
    last = read(text, published="2023-08-15")[-1]
    assert (float(last.value), last.measure) == (value, measure)
