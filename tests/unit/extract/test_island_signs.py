"""Texts of Taiwan that name no place: the years that they count by, their ministries and what these are called."""

from __future__ import annotations

import pytest

from tasks.extract.island_signs import office_at, republic_at
from tasks.extract.model import Article, Observation
from tasks.extract.reader import Reader


def read(text: str, title: str | None = None, published: str | None = "2015-07") -> list[Observation]:
    return list(Reader().read(Article("x", text, title, published)).observations)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("今（101）年9月就业人数为1087万人。", 0),
        ("种稻面积在104年第1期为16万公顷。", 5),
        ("118学年小学生数为96万人。", 0),
        ("104年底设置27家。", 0),
        ("这所学校有104年历史，达104年之久。", -1),
        ("第104年会在甲市召开。", -1),
        ("2104年第1期", -1),
    ],
)
def test_years_of_the_republic(text: str, at: int) -> None:
    assert republic_at(text) == at


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("内政部发布最新人口统计，出生9458人。", True),
        ("据经济部统计，投资50亿元。", True),
        ("尖峰用电3000万瓩。", True),
        ("甲国内政部发布最新人口统计，出生9458人。", False),
        ("该台电视机售价3000元。", False),
    ],
)
def test_ministries_speak_with_no_state_in_front(text: str, spoken: bool) -> None:
    assert (office_at(text) >= 0) == spoken


@pytest.mark.parametrize(
    "text",
    [
        "今（104）年6月就业人数为1119万人。",
        "104年第1期稻作种植面积为14万公顷。",
        "内政部发布最新人口统计，6月出生1万8千人。",
        "台电数据显示，尖峰用电3500万千瓦。",
    ],
)
def test_home_of_such_texts(text: str) -> None:
    assert {one.region_code for one in read(text)} == {"710000"}


def test_a_title_that_counts_so_gives_home_and_time() -> None:
    found = read("叶菜类交易量为4万公吨，占39.3%。", "104年5月产销概况")
    assert [(one.region_code, one.period) for one in found] == [("710000", "2015"), ("710000", "2015-05")]


def test_several_years_before_one_sign() -> None:
    found = read("106、107及108年度出生数分别为19万、18万及17万人。", published="2020-02-01")
    assert [one.period for one in found] == ["2017", "2018", "2019"]
    found = read("107及108年底装置容量分别为6,256及7,796MW，年增19.0%及24.6%。", published="2020-09-02")
    assert [one.period for one in found] == ["2018", "2019", "2018", "2019"]


def test_an_office_that_only_gives_moves_no_figure() -> None:
    found = read("台湾花莲县推出旅游方案，旅客除农委会补助1300元外，再获赠200元。", published="2026-07-01")
    assert [one.region_code for one in found] == [None, None]


@pytest.mark.parametrize(
    ("text", "title", "published"),
    [
        ("106年全国死亡人数17万1857人，较上年减少0.3%。", "106年国人死因", "2018-06-15"),
        ("财政部公布11月出口640.5亿美元，对陆港出口150亿美元。", None, "2025-12-09"),
        ("今年国小新生18万人。", None, "2025-09-02"),
    ],
)
def test_words_that_only_it_has(text: str, title: str | None, published: str) -> None:
    assert {one.region_code for one in read(text, title, published)} == {"710000"}


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("全国小学生在校人数1亿人。", "2025-09-02"),
        ("外国中学生来访5000人。", "2025-09-02"),
        ("106年的老店全国有3家。", "2018-06-15"),
        ("这家企业已有106年历史，全国门店300家。", "2018-06-15"),
    ],
)
def test_what_only_looks_like_it(text: str, published: str) -> None:
    assert "710000" not in {one.region_code for one in read(text, None, published)}


def test_an_office_of_hong_kong_is_none_of_the_island() -> None:
    assert {one.region_code for one in read("卫生署公布，昨日新增个案20宗，本港累计个案300宗。")} == {"810000"}
