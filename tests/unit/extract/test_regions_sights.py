"""Regions of sights and works by their names, of ranks and brackets behind a place, and of railway offices."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions

BYLINE = "央视网消息（新闻联播）："


def decide(text: str, mention: str, title: str | None = None, nth: int = 1) -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2021), title, None, 2021)
    start = -1
    for _ in range(nth):
        start = text.index(mention, start + 1)
    return scope.region_at(start, start + len(mention))


def test_a_sight_whose_place_is_told_lies_there() -> None:
    text = f"{BYLINE}全国又一座馆开放。位于河南安阳的甲骨博物馆今天开馆。\n甲骨博物馆展厅面积2万平方米，文物4000件。"
    assert decide(text, "2万平方米", "新馆开馆").code == "410500"
    assert decide(text, "4000件", "新馆开馆").code == "410500"
    assert decide(text.replace("位于河南安阳的", ""), "4000件", "新馆开馆").code is None


def test_a_title_s_sight_without_a_place_is_a_region_of_its_own() -> None:
    text = f"{BYLINE}经过半年施工，云岭山清虚宫“长高”了15米。清虚宫有600年历史。"
    assert decide(text, "15米", "云岭山清虚宫“长高”15米").code is None
    assert decide(text, "15米", "长高15米").code == "100000"


@pytest.mark.parametrize(
    ("mention", "code"),
    [("700千瓦", "140000"), ("600千瓦", "130000"), ("500千瓦", "630000"), ("400千瓦", "620000"), ("300千瓦", "150000")],
)
def test_ranks_and_brackets_tell_of_the_place_in_front(mention: str, code: str) -> None:
    text = "全国下达一批项目。其中山西省规模最大，为700千瓦；其次是河北省，规模600千瓦；"
    text += "其次是青海（500千瓦）、甘肃（400千瓦）和内蒙古（300千瓦）。"
    assert decide(text, mention, "国家能源局印发计划").code == code


def test_a_rank_is_that_of_the_city_that_heads_the_clause() -> None:
    text = f"{BYLINE}在全国22个城市的评价中，北京排名第一。"
    assert decide(text, "第一", "优化环境").code == "110000"


def test_railway_offices_are_regions_of_their_own() -> None:
    text = "全国铁路运量增长5%。西安、兰州两个铁路局集团公司增幅较大，分别达24%和22%。全路动车组发送旅客9亿人次。"
    assert decide(text, "24%").code is None
    assert decide(text, "22%").code is None
    assert decide(text, "9亿人次").code == "100000"


def test_a_field_s_years_are_not_part_of_its_name() -> None:
    text = f"{BYLINE}全国能源形势向好。\n胜利油田60年累计产油9亿吨。"
    assert decide(text, "9亿吨", "能源要闻").name == "胜利油田"


def test_a_short_name_before_the_level_of_water_is_a_county_s() -> None:
    text = "黑龙江省水情：受降雨影响，同江水位上涨，超出警戒水位3.5米。同江市转移了40人。"
    assert decide(text, "3.5米", "黑龙江防汛").code == "230881"
