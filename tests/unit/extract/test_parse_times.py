"""Times that only `parse` reads: alone in a text, beside one another, by eras and feasts."""

from __future__ import annotations

import datetime as dt

import pytest

from tasks.extract.parse import parse
from tasks.extract.parse_feasts import eastern_easter, feast, western_easter

DAY = "2023-05-10"


def times(text: str, published_at: str | None = DAY) -> list[tuple[str, str, object]]:
    """Text, kind and value of the times found."""
    kinds = ("date", "period", "duration")
    return [(e.text, e.kind, e.value) for e in parse(text, published_at) if e.kind in kinds]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("7.19", "date", "2023-07-19"),
        ("07-19", "date", "2023-07-19"),
        ("7.19 8点半", "date", "2023-07-19T08:30"),
        ("11-2019", "period", "2019-11"),
        ("19.7.4", "date", "2019-07-04"),
        ("96年", "period", "1996"),
        ("一九年", "period", "2019"),
        ("2012年版", "period", "2012"),
        ("1987", "period", "1987"),
        ("月底", "date", "2023-05-31"),
        ("上旬", "period", "2023-05-01/2023-05-10"),
        ("白露", "date", "2023-09-08"),
        ("新年", "date", "2023-01-01"),
        ("20日内", "period", "2023-05-10/2023-05-30"),
        ("两年以内", "period", "2023-05-10/2025-05-10"),
    ],
)
def test_forms_that_count_only_alone(text: str, kind: str, value: str) -> None:
    assert times(text) == [(text, kind, value)]


@pytest.mark.parametrize("text", ["7.19倍", "涨到1987点", "共96年级", "比分3-2", "版本19.7.4的说明"])
def test_in_a_sentence_they_do_not(text: str) -> None:
    assert [kind for _, kind, _ in times(text) if kind != "duration"] == []


def test_a_form_that_is_a_number_too_is_listed_as_both() -> None:
    assert {(e.kind, e.text) for e in parse("4/21", DAY)} == {("date", "4/21"), ("number", "4/21")}


def test_a_day_without_a_year_needs_a_date_to_count_from() -> None:
    assert [(e.kind, e.text) for e in parse("4/21")] == [("number", "4/21")]


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        ("查2011年和2014年之间的账", "2011年和2014年之间", "2011/2014"),
        ("9月和3月间停航", "9月和3月间", "2023-09/2024-03"),
        ("2012年以后2020年以前", "2012年以后2020年以前", "2012/2020"),
        ("周三，5月17日开会", "周三，5月17日", "2023-05-17"),
        ("国庆节前一天放假", "国庆节前一天", "2023-09-30"),
        ("两年前的今天", "两年前的今天", "2021-05-10"),
        ("2021年3月以来", "2021年3月以来", "2021-03-01/2023-05-10"),
        ("四个多月以来", "四个多月以来", "2023-01-01/2023-05-10"),
        ("建于康熙八年", "康熙八年", "1669"),
        ("乾隆元年三月修成", "乾隆元年三月", "1736-03"),
        ("公元八九二年建城", "公元八九二年", "0892"),
        ("农历二〇二二年八月十五团圆", "农历二〇二二年八月十五", "2022-09-10"),
        ("双十一晚8点开抢", "双十一晚8点", "2023-11-11T20:00"),
        ("2018年复活节", "2018年复活节", "2018-04-01"),
        ("6:30的时候起床", "6:30", "2023-05-10T06:30"),
        ("晚上10点到凌晨1点", "晚上10点到凌晨1点", "2023-05-10T22:00/2023-05-11T01:00"),
        ("六月的最后一个星期五", "六月的最后一个星期五", "2023-06-30"),
    ],
)
def test_times_in_a_sentence(text: str, printed: str, value: str) -> None:
    assert (printed, value) in [(found, each) for found, _, each in times(text)]


def test_days_listed_behind_a_month_lie_in_it() -> None:
    assert [value for _, _, value in times("8月3日、4日、9日停水")] == ["2023-08-03", "2023-08-04", "2023-08-09"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("三分二十秒", 200), ("2分半", "2.5"), ("个半小时", "1.5"), ("一年加两个月", 14), ("两个星期又一天", 15)],
)
def test_lengths_in_two_units(text: str, value: object) -> None:
    (found,) = times(text)
    assert found[:2] == (text, "duration")
    assert str(found[2]) == str(value)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("项目提前两个月完工", [("两个月", "duration", 2)]),
        ("春天来得早", [("春天", "period", "2023-03/2023-05")]),
        ("马上一年半了", [("一年半", "duration", 1.5)]),
        ("三年后的今天", [("三年后的今天", "date", "2023-05-10")]),
    ],
)
def test_neighbouring_words_make_no_other_time(text: str, found: list[tuple[str, str, object]]) -> None:
    assert times(text) == found


def test_the_names_of_years_gone_by_are_no_stretches() -> None:
    assert times("刚刚过去的2021年") == [("2021年", "period", "2021")]


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        ("他3小时前到了", "3小时前", "2023-05-09T21:20"),
        ("20分钟后发车", "20分钟后", "2023-05-10T00:40"),
        ("40秒前", "40秒前", "2023-05-10T00:19:20"),
        ("未来36小时有雨", "未来36小时", "2023-05-10T00:20/2023-05-11T12:20"),
        ("过去的5分钟", "过去的5分钟", "2023-05-10T00:15/2023-05-10T00:20"),
    ],
)
def test_hours_count_from_the_time_of_publication(text: str, printed: str, value: str) -> None:
    assert [(found, each) for found, _, each in times(text, "2023-05-10T00:20:00+08:00")] == [(printed, value)]


@pytest.mark.parametrize("published_at", [None, "2023-05-10", "soon", "2023-05-10Tlate"])
def test_hours_have_no_value_without_a_time_to_count_from(published_at: str | None) -> None:
    assert times("3小时后", published_at) == [("3小时后", "period", None)]


@pytest.mark.parametrize(
    ("year", "west", "east"),
    [(2000, (4, 23), (4, 30)), (2016, (3, 27), (5, 1)), (2025, (4, 20), (4, 20)), (2038, (4, 25), (4, 25))],
)
def test_easter(year: int, west: tuple[int, int], east: tuple[int, int]) -> None:
    assert western_easter(year) == dt.date(year, *west)
    assert eastern_easter(year) == dt.date(year, *east)


def test_a_feast_outside_the_calendar_is_none() -> None:
    assert feast("E+0", 1200) is None
    found = feast("E-2", 2024)
    assert found is not None
    assert found.iso == "2024-03-29"
