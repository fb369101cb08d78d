"""Firms, schools, hospitals and people of stories: their figures are no area's."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionScope, find_regions
from tasks.extract.regions_firms import announcing, defined_body, named_bodies, nameless_bodies, people


def code_of(text: str, mention: str, title: str | None = None, publisher: str | None = None) -> str | None:
    scope = RegionScope(text, find_regions(text, 2021), title, publisher, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention)).code


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("在海边的这家玩具企业，订单排到年底。", ["这家玩具企业"]),
        ("今年以来，该厂出口两万台。", ["该厂"]),
        ("每引进一家企业奖励十万元。", []),
        ("全市唯一一家这样的工厂投产。", []),
        ("该县企业两千家。", []),
        ("一家做童车的工厂，今年多卖了三成。", ["一家做童车的工厂"]),
    ],
)
def test_bodies_without_a_name(text: str, names: list[str]) -> None:
    assert [name for _, _, name in nameless_bodies(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("目前，石桥轮胎已有40条生产线。", ["石桥轮胎"]),
        ("仅云岭集团就获得补助500万元。", ["云岭集团"]),
        ("上市公司共2000家，三级医院50家。", []),
        ("云岭集团公司、海江集团公司等8家。", []),
        ("不少医院床位告急，一些大学停课。", []),
        ("云岭县医院收治伤员30人。", []),
        ("海江大学附属医院接种2000人。", ["海江大学附属医院"]),
        ("云岭公司仓库突发火灾，3人受伤。", []),
    ],
)
def test_bodies_with_a_name(text: str, names: list[str]) -> None:
    assert [name for _, _, name in named_bodies(text)] in (names, names if names else [])


def test_companies_that_announce() -> None:
    text = "海江基金公告称，募集结束。云岭资产旗下首只产品募集3亿元。证监会公告显示，共有5家。"
    assert [name for _, _, name in announcing(text)] == ["海江基金", "云岭资产"]


def test_short_name_defined_at_the_head() -> None:
    text = "记者从云岭湿地自然保护区管理局（以下简称“云岭保护区”）获悉，水鸟14万羽。该保护区有白鹤35羽。"
    assert defined_body(text) == "云岭保护区"
    assert defined_body("《云岭市条例》（以下简称《条例》）有50条，《条例》施行。") is None


def test_people_by_home_and_age() -> None:
    text = "今年65岁的李文山种了两亩辣椒。赵大海家的种植规模到了100亩。专家说，李文山收入3000元。李文山贷了2万元。"
    names = sorted({name for _, _, name in people(text)})
    assert names == ["李文山", "赵大海"]


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("四川出口增长。在成都的这家玩具企业，订单增长了两成。", "两成", None),
        ("绵阳这家灯具企业的产品卖到海外。今年1—6月，企业销售额90亿元。", "90亿元", None),
        ("绵阳这家灯具企业很忙。全市出口额50亿元。", "50亿元", "510700"),
        ("成都东方医院四十个学科的专家轮流坐诊。", "四十个", None),
        ("云岭集团在四川投产。四川去年出口50亿元。", "50亿元", "510000"),
        ("四川出台新政。村民王大海家去年收入5万元。", "5万元", None),
        ("四川各地今年引进企业20家，上市公司12家。", "12家", "510000"),
    ],
)
def test_figures_of_bodies(text: str, mention: str, code: str | None) -> None:
    assert code_of(text, mention, "外贸向好") == code
