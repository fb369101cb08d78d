"""Counties at the other end of a way, told by their short names beside an area of their province."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionScope, find_regions


def codes(text: str) -> list[str | None]:
    return [mention.code for mention in find_regions(text, 2019)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("成都至仁寿高速公路今天通车。", ["510100", "511421"]),
        ("连接青岛和荣成的青荣城际铁路今天开通。", ["370200", "371082"]),
        ("大桥连接海口和文昌两市，全长5公里。", ["460100", "469005"]),
        ("海口到文昌只需20分钟。", ["460100", "469005"]),
        # Another province's county, and what is no way.
        ("成都到文昌只需20分钟。", ["510100"]),
        ("西安和平利农民增收。", ["610100"]),
    ],
)
def test_the_other_end_of_a_way(text: str, found: list[str]) -> None:
    assert codes(text) == found


def test_a_bridge_by_two_letters_lies_where_its_ends_are() -> None:
    text = "央视网消息：大桥连接海口和文昌两地。海文大桥总长5.6公里，两地的通行时间缩短至20分钟。"
    scope = RegionScope(text, find_regions(text, 2019), "国内联播快讯", None, 2019)
    for mention in ("5.6公里", "20分钟"):
        start = text.index(mention)
        assert scope.region_at(start, start + len(mention)).code == "460000"
