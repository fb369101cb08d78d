"""Regions of distances from where an event took place."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionScope, find_regions


def decide(text: str, mention: str, title: str | None) -> str | None:
    scope = RegionScope(text, find_regions(text, 2021), title, None, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention)).code


@pytest.mark.parametrize(
    ("text", "mention", "title", "code"),
    [
        ("今天，四川芦山县发生地震。宝兴县灵关镇有震感。震中距成都106公里。", "106公里", None, "511826"),
        ("我国火情多。云南漾濞县突发大火。大理州赶去支援。起火点距大理市40公里。", "40公里", None, "532922"),
        ("灵关镇房屋受损。由于震源深度达10公里，损失较小。", "10公里", "四川芦山发生地震", "511826"),
        ("宝兴县灵关镇房屋受损300间。", "300间", "四川芦山发生地震", None),
        ("我国天气多变。陕西略阳县发生山洪。尼泊尔发生地震。震中距首都约80公里。", "80公里", None, None),
    ],
)
def test_how_far_the_point_of_an_event_lies_is_told_of_its_area(
    text: str, mention: str, title: str | None, code: str | None
) -> None:
    assert decide(text, mention, title) == code
