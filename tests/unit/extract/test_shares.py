"""Figures of a firm and its shares: units, years in a row, forecasts, and no area."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article, Observation
from tasks.extract.reader import Reader

FORECAST = "我们维持12-14年每股收益预测至1.26、1.79、2.42，增长12%、24%、23%，分别对应预测市盈率24、19、16倍。"


def read(text: str, date: str | None = None) -> list[Observation]:
    return Reader().read(Article("d", text, None, date, None)).observations


def test_forecasts_of_years_in_a_row() -> None:
    found = read(FORECAST)
    assert [one.period for one in found] == ["2012", "2013", "2014"] * 3
    assert [one.unit for one in found] == ["元"] * 3 + ["%"] * 3 + ["倍"] * 3
    assert {(one.status, one.region_code) for one in found} == {("target", None)}


@pytest.mark.parametrize(
    ("text", "values", "periods"),
    [
        (
            "我们预测公司15/16/17年每股收益为0.55/0.72/0.95元。",
            [0.55, 0.72, 0.95],
            ["2015", "2016", "2017"],
        ),
        (
            "我们预计12-14年公司营业收入分别为33.5、41.2和50.6亿元。",
            [3.35e9, 4.12e9, 5.06e9],
            ["2012", "2013", "2014"],
        ),
        (
            "机构上调公司2020-2022年净利润预测至5.2亿元、6.8亿元、8.9亿元。",
            [5.2e8, 6.8e8, 8.9e8],
            ["2020", "2021", "2022"],
        ),
    ],
)
def test_a_list_has_one_unit_and_a_year_for_each(text: str, values: list[float], periods: list[str]) -> None:
    found = read(text)
    assert [float(one.value) for one in found] == values
    assert [one.period for one in found] == periods
    assert {one.status for one in found} == {"target"}


def test_a_forecast_and_what_it_was_before() -> None:
    found = read("法人将原估的甲船今年EPS自7.47元调升至8.43元。", "2026-08-14")
    assert [(one.status, one.period, one.indicator[-3:]) for one in found] == [("target", "2026", "EPS")] * 2


def test_scales_that_differ_much_are_not_shared() -> None:
    assert [float(one.value) for one in read("两村分别领到500和2万元。")] == [500, 20000]


def test_the_multiple_of_a_whole_market_stays_with_the_nation() -> None:
    (one,) = read("昨日A股平均市盈率为16倍。", "2019-08-14")
    assert one.region_code == "100000"
