"""Districts told apart by their towns, towns that are told of as areas, and neighbours told of together."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions


def decide(text: str, mention: str, title: str | None = None, publisher: str | None = None) -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2021), title, publisher, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("鼓楼区五凤、洪山、华大等街道清理楼道，共清理1200处。", "350102"),
        ("朝阳区东坝、金盏、孙河等11个乡植树1200处。", "110105"),
    ],
)
def test_a_district_of_several_cities_is_the_one_whose_towns_are_named(text: str, code: str) -> None:
    assert decide(text, "1200处").code == code


def test_a_list_of_towns_belongs_to_their_district_and_not_to_the_city() -> None:
    text = "自全市植树行动以来，朝阳区东坝、金盏、孙河等11个乡植树300亩。金盏地区补种20亩。"
    assert [decide(text, each).code for each in ("11个", "300亩", "20亩")] == ["110105", "110105", None]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("央视网消息（新闻联播）：在长江的无锡常州段，新建码头30座。", "320000"),
        ("央视网消息（新闻联播）：甘肃省岷县漳县新建码头30座。", "621100"),
        ("央视网消息（新闻联播）：江苏无锡江阴新建码头30座。", "320281"),
    ],
)
def test_neighbours_in_one_area_are_that_area(text: str, code: str) -> None:
    assert decide(text, "30座").code == code


def test_a_district_of_many_cities_is_told_by_the_town_behind_it() -> None:
    named = find_regions("城关区青白石街道清理河道12公里。")
    assert [mention.code for mention in named] == ["620102"]
    assert find_regions("城关区清理河道12公里。") == []
