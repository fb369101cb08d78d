"""Taiwan: its towns, its bodies, and what is told of them."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader
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


def test_the_whole_country_on_a_page_of_the_island_is_the_island() -> None:
    text = "疾管署今天公布，上周全国门急诊就诊8488人次，新增4例境外移入病例。"
    found = Reader().read(Article("x", text, "一周疫情摘要", "2016-10-04")).observations
    assert {one.region_code for one in found} == {"710000"}


def test_a_bay_named_after_a_city_is_not_the_city() -> None:
    text = "慈溪市观鸟者在杭州湾湿地记录到鹬类鸟1000只。"
    found = Reader().read(Article("x", text, None, "2016-10-04")).observations
    assert found[0].region_code != "330100"
