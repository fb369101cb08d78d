"""Stories of local pages that keep to the village, the school or the firm that they open with, and lines that go on."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions


def decide(text: str, mention: str, title: str | None = None, publisher: str | None = None) -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2024), title, publisher, 2024)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


_STORY = (
    "泾源县兴盛乡下金村昨天分红，112户领走86万元。\n饲料统一进，每吨便宜80元；牛统一卖，每头多卖600多元。\n"
    "目前，已建成牛棚3万座。\n散场时，又有9户报了名。像这样的村，泾源全县有143个。\n"
    "水库年供水2亿立方米。"
)


@pytest.mark.parametrize(
    ("mention", "code"),
    [("80元", None), ("600多元", None), ("3万座", "640424"), ("143个", "640424"), ("2亿立方米", "640424")],
)
def test_a_story_keeps_to_its_village(mention: str, code: str | None) -> None:
    assert decide(_STORY, mention, "分红话今昔", "泾源县融媒体中心").code == code


def test_a_page_that_opens_with_its_county_keeps_to_it() -> None:
    text = "泾源县今年引来企业12家。\n兴盛乡下金村养牛620头。\n牛舍扩建了40座。"
    assert decide(text, "40座", "养牛记", "泾源县融媒体中心").code == "640424"


def test_a_line_goes_on_in_national_news() -> None:
    text = "新华社南昌8月2日电 这条铁路北起南昌，经吉安，南抵赣州，正线419公里。\n项目总投资532亿元。\n全国铁路增长3%。"
    told = [decide(text, mention, "一根铁轨连起三座城", "新华社").code for mention in ("532亿元", "3%")]
    assert told == ["360000", "100000"]


def test_a_town_stands_for_a_kind_of_village_behind_it() -> None:
    assert decide("赤水市大同镇民族村种竹1.2万亩。", "1.2万亩", "竹富路", "贵州日报").code is None


def test_the_rank_of_the_one_that_heads_the_clause() -> None:
    text = "合肥、芜湖两市合计占六成八；铜陵进口居第二，达535亿元。"
    assert decide(text, "535亿元", "安徽外贸成绩单", "合肥海关").code == "340700"
