"""Regions in the papers of counties, towns and villages: whose paper it is, and what is no village or scope."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions


def decide(text: str, mention: str, title: str | None = None, publisher: str | None = None) -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2021), title, publisher, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


@pytest.mark.parametrize(
    ("publisher", "code"),
    [("安康日报", "610900"), ("凉山日报", "513400"), ("白银新闻网", "620400"), ("和平日报", "100000")],
)
def test_a_paper_of_a_prefecture_whose_name_is_a_word(publisher: str, code: str) -> None:
    assert decide("今年茶叶丰收，新建茶园300亩。", "300亩", "茶叶丰收", publisher).code == code


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("(湖北省)恩施市2020年国民经济和社会发展统计公报", "422801"),
        ("（甘肃省）2021年平凉市政府工作报告", "620800"),
        ("(湖北省)2020年国民经济和社会发展统计公报", "420000"),
    ],
)
def test_a_province_in_brackets_leaves_the_title_to_the_area_behind_it(title: str, code: str) -> None:
    assert decide("全年建成水库12座。", "12座", title).code == code


def test_a_name_that_is_a_word_is_a_place_in_a_list_of_places() -> None:
    text = "浓度最高的三个城市依次是石家庄、邯郸和保定，分别为70、68和66微克/立方米。"
    assert decide(text, "66微克/立方米", "空气质量通报").code == "130600"
