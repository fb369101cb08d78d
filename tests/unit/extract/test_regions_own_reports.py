"""The home of a report whose title calls its area by the short name, and of portraits of towns and villages."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionScope, find_regions

REPORT = "全年粮食产量5.6万吨，增长3.2%。"


def decide(text: str, mention: str, title: str | None) -> tuple[str | None, str | None]:
    scope = RegionScope(text, find_regions(text, 2021), title, None, 2021)
    start = text.index(mention)
    found = scope.region_at(start, start + len(mention))
    return found.code, found.name


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("兰考2021年国民经济和社会发展统计公报", "410225"),
        ("2021年仙桃国民经济和社会发展统计公报", "429004"),
        ("吉安2021年经济运行情况", "360800"),
        ("定南：一季度经济平稳开局", "360728"),
        ("平江2021年度预算执行情况", "430626"),
        ("团结：2021年再出发", "100000"),
        ("鼓楼区2021年国民经济和社会发展统计公报", None),
    ],
)
def test_a_report_is_of_the_area_that_its_title_opens_with(title: str, code: str | None) -> None:
    assert decide(REPORT, "5.6万吨", title)[0] == code


@pytest.mark.parametrize(
    ("title", "text", "code"),
    [
        ("乡村振兴的望谟实践", "近年来，望谟大力发展板栗，面积达20万亩。", "522326"),
        ("如何看待田东芒果产业", "田东芒果面积20万亩，居全国第三。", "451022"),
        ("如何看待田东芒果产业", "北京市芒果热销，上海市芒果面积20万亩，田东次之。", None),
        ("全市工业运行简析", "上半年，宜春市工业增速高于全国2个百分点。\n全市新建园区20万亩。", "360900"),
        ("城乡居民收入稳步增长", "据国家统计局旬阳调查队调查，旬阳市居民增收。\n建成大棚20万亩。", "610981"),
    ],
)
def test_a_county_or_city_of_title_and_head_is_the_home(title: str, text: str, code: str | None) -> None:
    found = decide(text, "20万亩", title)[0]
    assert found == code if code else found != "451022"


@pytest.mark.parametrize("word", ["目前省内", "，省内"])
def test_within_the_province_is_the_home_again(word: str) -> None:
    text = f"犍为县茶园面积3万亩。{word}茶园面积已有50万亩。"
    assert decide(text, "50万亩", "四川茶叶产销两旺")[0] == "510000"


def test_what_a_survey_shows_of_the_country_goes_on_in_the_page_of_a_city() -> None:
    text = "统计局数据显示，2021年全国五金出口351亿元，比上年增长9.1%。"
    assert decide(text, "9.1%", "永康市五金走向世界")[0] == "100000"


@pytest.mark.parametrize(
    ("text", "mention", "title", "name"),
    [
        ("红星镇东接大庆市，西邻林甸县，国土面积96平方公里。", "96平方公里", "红星镇简介", "红星镇"),
        ("我镇位于蕲春县中部，辖31个村。", "31个", "青石镇基本情况", "青石镇"),
        ("大河村位于嵩县大章镇北部，共8个村民组。", "8个", "嵩县大章镇大河村情况介绍", "大河村"),
        ("柳河乡距德惠市20公里、长春龙嘉机场45公里，耕地3万亩。", "3万亩", "柳河乡简介", "柳河乡"),
    ],
)
def test_a_portrait_is_of_the_town_or_village_in_its_title(text: str, mention: str, title: str, name: str) -> None:
    assert decide(text, mention, title) == (None, name)
