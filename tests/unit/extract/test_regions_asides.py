"""Places that a text names by the way, and areas that say by their short names where they lie."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionScope, find_regions


def decide(text: str, mention: str, title: str | None = None) -> str | None:
    scope = RegionScope(text, find_regions(text, 2021), title, None, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention)).code


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("德惠市距长春市80公里，吉林站90公里，哈尔滨太平机场200公里，辖10个镇。", "10个", "220183"),
        ("风电场位于湖南省临武县，由华润电力湖北公司投资，总投资4.6亿元。", "4.6亿元", "431025"),
        ("电站建在共和县，由青海省绿电公司、四川省水电集团组成联合体承建，装机20兆瓦。", "20兆瓦", "632521"),
        ("靖州县位于湖南省西南部，怀化市南端，面积2211平方公里。", "2211平方公里", "431229"),
        ("项目位于德阳市旌阳区光伏园区内，占地120亩。", "120亩", "510603"),
        ("江口县岩门岭隧道全长3.2公里。", "3.2公里", "520621"),
        ("凌源市黑山水库库容3.2亿立方米。", "3.2亿立方米", "211382"),
    ],
)
def test_a_place_named_by_the_way_governs_nothing(text: str, mention: str, code: str) -> None:
    assert decide(text, mention) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("泾川位于甘肃省东部，总面积1409平方公里。", "620821"),
        ("资源，地处广西壮族自治区东北部，总面积1954平方公里。", "450329"),
        ("红旗位于甘肃省东部，总面积1409平方公里。", "620000"),
    ],
)
def test_an_area_by_its_short_name_lies_in_a_wider_one(text: str, code: str) -> None:
    mention = text[text.index("总面积") + 3 : -1]
    assert decide(text, mention) == code


@pytest.mark.parametrize(
    "text",
    ["德惠市学校每年资助金额近200万元。", "德惠市学前教育补助金新增4.5万元。", "德惠市奖励金额达30万元。"],
)
def test_money_that_is_given_is_nobody_called_jin(text: str) -> None:
    mention = next(word for word in ("200万元", "4.5万元", "30万元") if word in text)
    assert decide(text, mention) == "220183"
