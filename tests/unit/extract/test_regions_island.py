"""Taiwan: its towns, its bodies, and what is told of them."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionScope, find_regions


def code_of(text: str, mention: str, publisher: str | None = "中央社", title: str | None = None) -> str | None:
    start = text.index(mention)
    scope = RegionScope(text, find_regions(text, 2026), title, publisher, 2026)
    return scope.region_at(start, start + len(mention)).code


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("北台湾雨势不小，宜兰的南澳乡有210毫米。", "210毫米", None),
        ("高雄桃源累积雨量达250毫米，全台有3处坍方。", "250毫米", None),
        ("高雄桃源累积雨量达250毫米，全台有3处坍方。", "3处", "710000"),
        ("屏东三地门有300毫米降雨。", "300毫米", None),
        ("立法院本会期三读通过法案56案。", "56案", "710000"),
        ("他感到忧心。行政院则回应，截至8月已提出35案。", "35案", "710000"),
        ("7月底国银房贷余额11.2兆元。", "11.2兆元", "710000"),
    ],
)
def test_towns_have_no_code_and_bodies_are_of_the_island(text: str, mention: str, code: str | None) -> None:
    assert code_of(text, mention) == code


def test_towns_are_named_as_printed() -> None:
    found = [one.name for one in find_regions("台风过后，花莲秀林乡、台中和平停电，台北路、高雄港不在内。")]
    assert found[:2] == ["花莲秀林乡", "台中和平"]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("高温微型保险7月起在台南试办，可获新台币1万元。", "1万元"),
        ("台湾连日大雨。基隆港西岸码头有7只货柜受损。", "7只"),
        ("台湾受台风影响，光是北北基统计至少有421件灾情。", "421件"),
        ("全台大热。花莲监理站推动驾训，补助2600元。", "2600元"),
    ],
)
def test_counties_by_their_short_names_have_no_code(text: str, mention: str) -> None:
    assert code_of(text, mention) is None


def test_short_names_in_names_of_other_things_are_no_places() -> None:
    assert code_of("台湾经济看好。台北股市今天成交值3200亿元。", "3200亿元") == "710000"
    assert code_of("常州新北企业达420家，全区产值增长8%。", "420家", publisher=None) != "710000"
