"""Regions of those who come together, of what is measured by the country, and of zones and cities in parts."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionScope, find_regions

NATION = "我国各地亮点纷呈"


def decide(text: str, mention: str, title: str | None = NATION) -> str | None:
    scope = RegionScope(text, find_regions(text, 2021), title, None, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention)).code


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("昨天上午，来自全国各地的3万名跑友在厦门会展中心鸣枪开跑。", "3万名", "350200"),
        ("我国文化繁荣。120支舞龙队齐聚重庆铜梁，表演持续3小时。", "120支", "500151"),
        ("我国抗震救灾。来自各地的2000多名志愿者来到四川芦山。", "2000多名", "511826"),
        ("来自各地的300名小学生在保定军校广场同时抖动空竹，保定市体育局组织。", "300名", "130600"),
        ("我国就业稳定。今年有3000人在广东务工。", "3000人", "100000"),
        ("全国人大代表2900多人在北京出席大会。", "2900多人", "100000"),
    ],
)
def test_those_who_come_together_are_told_of_the_place(text: str, mention: str, code: str) -> None:
    assert decide(text, mention) == code


@pytest.mark.parametrize(
    ("text", "mention", "title", "code"),
    [
        ("去年全省单位产值能耗0.6吨，为全国单位GDP能耗的65%。", "65%", "广东节能见效", "440000"),
        ("榆林原煤产量6亿吨，仅为全国原煤产量的12%。", "12%", "榆林：煤电转型", "610800"),
        ("义乌市网店出口额是全省网店出口额的3倍。", "3倍", "义乌电商忙", "330782"),
        ("我国储能发展快。全国新型储能装机的90%来自锂电。", "90%", NATION, "100000"),
    ],
)
def test_the_whole_that_something_is_so_many_times_is_no_region(text: str, mention: str, title: str, code: str) -> None:
    assert decide(text, mention, title) == code


@pytest.mark.parametrize(
    ("text", "mention", "title", "code"),
    [
        ("沪皖合作产业园落地项目12个。", "12个", "安徽省政府工作报告", "340000"),
        ("沪皖合作产业园落地项目12个。", "12个", "产业园建设加快", None),
        ("成都主城区现有社区食堂300家。", "300家", "社区食堂受欢迎", None),
        ("去年成都市绿地面积达300公顷。", "300公顷", "成都增绿", "510100"),
        ("放映队足迹遍及辽宁、黑龙江、河南等五个省。", "五个", "锦州放映队", "100000"),
        ("选手来自全国26个省(市、自治区)65个城市。", "65个", "保定空竹节", "100000"),
    ],
)
def test_zones_city_parts_and_counted_provinces(text: str, mention: str, title: str, code: str | None) -> None:
    assert decide(text, mention, title) == code
