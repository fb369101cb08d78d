"""People, their firms and villages that a story names but once: their figures are no area's."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions


def decide(text: str, mention: str, title: str | None = "旌德县：产业富民") -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2021), title, None, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


@pytest.mark.parametrize(
    "text",
    [
        "全县合作社达90家。鲁桂香加入合作社后，分红加上工钱收入8000元。",
        "旌德县新城建成。去年底，鲁桂香搬进了宽敞的新房，只花了8000元。",
        "如今，鲁桂香的合作社收入8000元。",
        "县里出口两旺。他们生产的茶具卖到8000元。",
        "2015年，他牵头成立了药材合作社。合作社目前种植药材，每亩收入8000元。",
        "他担任过村支书，带领大伙把村子的人均收入提高到8000元。",
        "今年，双溪口社区征地拆迁，每亩补偿8000元。",
        "阿木古郎塔拉嘎查的牧民人均增收8000元。",
        "旌德县的上桥铺村有了新产业，人均收入8000元。",
        "该小区每户补助8000元。",
        "去年，鲁桂香的年收入达到8000元。",
        "几年下来，阿不都萨塔尔的年收入超过8000元。",
    ],
)
def test_one_person_firm_or_village_is_no_area(text: str) -> None:
    assert decide(text, "8000元").code is None


@pytest.mark.parametrize(
    "text",
    [
        "全县农户加入合作社后，户均收入8000元。",
        "旌德县的贫困村有了新产业，人均收入8000元。",
        "马铃薯种上了，全县每亩收入8000元。",
        "周边的企业效益好，全县职工月收入8000元。",
        "县里让每个村子都有项目，全县人均增收8000元。",
    ],
)
def test_the_many_are_the_county_s(text: str) -> None:
    assert decide(text, "8000元").code == "341825"
