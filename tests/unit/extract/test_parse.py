"""`parse`: every expression with its kind, whatever form it is written in."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tasks.extract.parse import parse


def first(text: str) -> tuple[str, str, object, object]:
    """Text, kind, value and upper value of the first expression."""
    found = parse(text, "2024-03-01")[0]
    return found.text, found.kind, found.value, found.value_high


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("三 千 零 五", "number", "3005"),
        ("25k", "number", "25000"),
        ("1.5M", "number", "1500000"),
        ("3e4", "number", "30000"),
        ("3^-1", "number", "0.33333333333333"),
        (".75", "number", "0.75"),
        ("2 3/4", "number", "2.75"),
        ("五又二分之一", "number", "5.5"),
        ("四雙", "number", "8"),
        ("两打", "number", "24"),
        ("八五折", "percent", "85"),
        ("六成三", "percent", "63"),
        ("3.5个百分点", "percent", "3.5"),
        ("$12.5", "money", "12.5"),
        ("港币八百元", "money", "800"),
        ("六块四", "money", "6.4"),
        ("3斤2两", "quantity", "3.2"),
        ("华氏101度", "quantity", "101"),
        ("每小时40公里", "quantity", "40"),
        ("二十七岁", "quantity", "27"),
        ("第十九", "ordinal", "19"),
        ("三个小时", "duration", "3"),
        ("3又1/4", "number", "3.25"),
        ("负7/20", "number", "-0.35"),
        ("一万零十", "number", "10010"),
        ("三十六千克", "quantity", "36"),
        ("20ms", "quantity", "20"),
        ("101kPa", "quantity", "101"),
        ("HKD88", "money", "88"),
        ("A$6.5", "money", "6.5"),
    ],
)
def test_kind_and_value(text: str, kind: str, value: str) -> None:
    printed, found, number, high = first(text)
    assert (printed, found, high) == (text, kind, None)
    assert isinstance(number, Decimal)
    assert abs(number - Decimal(value)) < Decimal("1e-9")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("在40和60之间", 40, 60),
        ("大于5小于9", 5, 9),
        ("最少3最多8", 3, 8),
        ("7~9", 7, 9),
        ("六七十", 60, 70),
        ("8%到12%", 8, 12),
        ("百分之二三十", 20, 30),
        ("3万-5万元", 30000, 50000),
        ("几百块", 100, 1000),
        ("十几个", 10, 20),
    ],
)
def test_both_ends_of_a_range(text: str, low: int, high: int) -> None:
    _, _, value, upper = first(text)
    assert (value, upper) == (low, high)


@pytest.mark.parametrize(("text", "qualifier"), [("超过80", "over"), ("不大于12", "max"), ("90以下", "under")])
def test_an_open_range_says_which_end(text: str, qualifier: str) -> None:
    (found,) = parse(text)
    assert (found.kind, found.text, found.qualifier) == ("range", text, qualifier)


def test_dates_and_regions_swallow_their_numbers() -> None:
    found = parse("2024年3月5日，四川省投入30亿元", "2024-03-06")
    assert [(e.kind, e.text) for e in found] == [
        ("date", "2024年3月5日"),
        ("region", "四川省"),
        ("money", "30亿元"),
    ]
    assert (found[0].value, found[1].value, found[1].name) == ("2024-03-05", "510000", "四川省")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("二十五十", [20, 50]),
        ("十六三", [16, 3]),
        ("四百六百", [400, 600]),
        ("七百三九百", [730, 900]),
        ("十二十五", [12, 15]),
        ("八十一比七十七", [81, 77]),
        ("出口与进口之比为2.5∶1", [Decimal("2.5"), 1]),
    ],
)
def test_numerals_side_by_side_are_read_one_by_one(text: str, values: list[object]) -> None:
    assert [found.value for found in parse(text)] == values


def test_a_pair_of_neighbours_is_one_range_all_the_same() -> None:
    assert [(found.value, found.value_high) for found in parse("十六七")] == [(16, 17)]


@pytest.mark.parametrize(
    ("text", "published_at", "name"),
    [
        ("仙桃", None, "湖北省仙桃市"),
        ("上海浦东", None, "上海市浦东新区"),
        ("重庆市渝北区", "2020-05-01", "重庆市渝北区"),
        ("杭州市下城区", "2015-05-01", "浙江省杭州市下城区"),
        ("杭州市下城区", "2023-05-01", "浙江省杭州市拱墅区"),
    ],
)
def test_areas_of_the_year_of_the_text(text: str, published_at: str | None, name: str) -> None:
    (found,) = parse(text, published_at)
    assert (found.kind, found.name) == ("region", name)


@pytest.mark.parametrize("text", ["和平", "开发", "“十五五”开局", "两江四岸", "这是零百"])
def test_words_that_only_look_like_numbers_or_areas(text: str) -> None:
    assert parse(text) == []


@pytest.mark.parametrize("text", ["", "一切顺利", "统一思想", "陆地广阔", "万万没想到", "http://a.b/c?x=30%25"])
def test_nothing_where_nothing_is(text: str) -> None:
    assert parse(text) == []


def test_spans_are_of_the_printed_text() -> None:
    text = "共计 一 百 二 十 个 百 分 点，约２５Ｋ"
    for expression in parse(text):
        assert text[expression.start : expression.end] == expression.text
