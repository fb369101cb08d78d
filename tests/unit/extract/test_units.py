"""Units and classifiers are data: the longest surface that fits, and what must not follow it."""

from __future__ import annotations

import re

import pytest

from tasks.extract.quantities import find_quantities
from tasks.extract.units import match_rate, match_unit, units

KINDS = {"quantity", "money", "percent", "multiple", "number"}


@pytest.mark.parametrize(
    ("text", "surface", "unit"),
    [
        ("个百分点", "个百分点", "百分点"),
        ("个月", "个月", "月"),
        ("人次", "人次", "人次"),
        ("平方公里", "平方公里", "平方公里"),
        ("名群众", "名", "人"),
        ("千瓦时", "千瓦时", "千瓦时"),
        ("亩耕地", "亩", "亩"),
        ("kg,", "kg", "公斤"),
        ("升至300升", "升", "升"),
        ("县，", "县", "个"),
    ],
)
def test_the_longest_surface_wins(text: str, surface: str, unit: str) -> None:
    found = match_unit(text, 0)
    assert found is not None
    assert (found.surface, found.unit) == (surface, unit)


@pytest.mark.parametrize("text", ["亩产", "家庭", "级别", "元素", "成立", "条例", "kgX", "", "的"])
def test_the_beginning_of_another_word_is_no_unit(text: str) -> None:
    found = match_unit(text, 0)
    assert found is None or found.surface not in ("亩", "家", "元", "成", "条", "kg", "级")


@pytest.mark.parametrize(("text", "name"), [("元/人的", "元/人"), ("元／吨", "元/吨"), ("元，", "元"), ("元/", "元")])
def test_a_slash_makes_a_rate(text: str, name: str) -> None:
    unit = match_unit(text, 0)
    assert unit is not None
    assert match_rate(text, 0, unit)[0] == name


def test_every_entry_is_sound() -> None:
    table = units()
    assert len(table) > 400
    for surface, unit in table.items():
        assert surface == surface.strip() and surface
        assert unit.factor > 0
        assert unit.kind in KINDS
        assert not re.search(r"\s", unit.unit)
        assert all(unit.not_before) or not unit.not_before


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("屋顶铺了20多万块光伏板", "块"),
        ("更换3块电池", "块"),
        ("修复9块污染地块", "块"),
        ("花9块用于交通", "元"),
        ("一份套餐15块钱", "元"),
        ("早饭贵了2块。", "元"),
    ],
)
def test_a_piece_of_something_is_no_money(text: str, unit: str) -> None:
    (quantity,) = [found for found in find_quantities(text) if found.value > 1]
    assert quantity.unit == unit


def test_numbers_that_rise_are_no_litres() -> None:
    assert [found.unit for found in find_quantities("投保人数由2000万升至3000万，用油由20升至30升。")] == [
        "人",
        "人",
        "升",
    ]


@pytest.mark.parametrize(
    ("text", "unit"),
    [("支行动队", "支"), ("支突击队", "支"), ("支行，", None), ("支行完成", None), ("群次，", "群次")],
)
def test_teams_are_no_branches(text: str, unit: str | None) -> None:
    found = match_unit("5" + text, 1)
    assert (found.unit if found else None) == unit
