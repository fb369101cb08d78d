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


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("就业率由“十三五”初期的81%提高到“十三五”末的86%。", ["2016", "2020"]),
        ("灌溉面积从“十二五”期初的80万亩增加到95万亩。", ["2011", "2024"]),
        ("“十五五”期间，全省固定资产投资将达到4万亿元，公路里程将达到20万公里。", ["2026/2030", "2030"]),
        ("2019—2022年，全省修复湿地1200公顷，湿地面积达到3万公顷。", ["2019/2022", "2022"]),
        ("2019年至2022年，候鸟种类增加到230种。", ["2022"]),
        ("从1921年至1949年，牺牲的烈士就达370万人。", ["1921/1949"]),
    ],
)
def test_years_of_sums_and_of_what_stands_at_their_end(text: str, periods: list[str]) -> None:
    assert [one.period for one in read(text)] == periods


@pytest.mark.parametrize(
    "text",
    [
        "调查报告显示，半数以上的受访企业将在今年增加投资。",
        "问卷调查显示，两成的家长打算在明年报名。",
        "今年6月的调查发现，64%的居民计划购买新能源车。",
    ],
)
def test_what_those_asked_mean_to_do_is_a_fact(text: str) -> None:
    assert [one.status for one in read(text, published="2024-07-15")] == ["observation"]


def test_a_share_of_a_plan_stays_one() -> None:
    assert read("到2026年，90%的企业将实现数字化。")[0].status == "target"


@pytest.mark.parametrize(
    ("text", "mention", "indicator"),
    [
        ("电站安装4台单机容量30万千瓦的水轮发电机组。", "4台", "水轮发电机组"),
        ("当地新建3座日处理能力5000吨的污水处理厂。", "3座", "污水处理厂"),
        ("全国公路投资820亿元。其中，农村公路加快推进，完成投资120亿元。", "120亿元", "农村公路"),
        ("全年接待游客1.2亿人次。其中，乡村旅游持续火热，接待游客3200万人次。", "3200万人次", "乡村旅游"),
        ("2023年，造船业保持领先，完工量4232万载重吨。", "4232万载重吨", "造船业完工量"),
        ("320艘船舶在内港避风。", "320艘", "船舶"),
    ],
)
def test_the_thing_that_is_measured_is_named(text: str, mention: str, indicator: str) -> None:
    (one,) = (row for row in read(text) if row.mention == mention)
    assert indicator in one.indicator
