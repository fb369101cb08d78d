"""What is the whole country's in the page of an area: networks of the state, classes of cities, terms that it sets."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionScope, find_regions


def code(text: str, mention: str, title: str) -> str | None:
    scope = RegionScope(text, find_regions(text, 2022), title, None, 2022)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention)).code


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("“八纵八横”高铁网主通道建成的部分占到了82%。", "82%"),
        ("我国“八纵八横”高铁主通道已建成82%。", "82%"),
        ("各县脱贫后不松劲。五年过渡期内，全省再加力。", "五年"),
        ("目前，国家高速公路网总里程13万公里。", "13万公里"),
        ("城区人口50万以上的城市，有97%通了高铁。", "97%"),
        ("城区人口50万以上的城市，有97%通了高铁。群内最快只要2小时。", "2小时"),
        ("相距千里的地方，半天可到；跨区域大城市，4小时可以到达。", "4小时"),
        ("国家为脱贫地区设立了五年过渡期。", "五年"),
        ("去年是巩固脱贫成果五年过渡期的第三年。", "五年"),
        ("国家给脱贫县定下的过渡期是5年。", "5年"),
        ("国家统一规定的标准为5000元，我省是5300元。", "5000元"),
    ],
)
def test_what_the_state_has_and_sets_is_of_the_country(text: str, mention: str) -> None:
    assert code(f"甘肃省稳步推进。{text}", mention, "甘肃省：工作综述") == "100000"


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("兰张高铁是“八纵八横”高铁网的重要组成部分，每天开行36列。", "36列"),
        ("全省人口100万以上的城市有3个。", "3个"),
        ("国家规定的标准为5000元，我省是5300元。", "5300元"),
        ("新厂设置两年过渡期。", "两年"),
        ("国家下达我省资金9亿元。", "9亿元"),
    ],
)
def test_what_an_area_has_of_it_stays_its_own(text: str, mention: str) -> None:
    assert code(f"甘肃省稳步推进。{text}", mention, "甘肃省：工作综述") == "620000"
