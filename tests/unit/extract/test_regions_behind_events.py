"""Events, parts of provinces and lists whose numbers stand in front of the place, examples, and what the state asks."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions

NEWS = "央视网消息（新闻联播）："


def decide(text: str, mention: str, title: str | None = None, publisher: str | None = None) -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2021), title, publisher, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


def test_how_long_a_fair_is_is_told_of_where_it_is_held() -> None:
    text = NEWS + "全国进口500亿元。为期5天的第二十届中国国际机床展昨天在浙江宁波开幕。"
    assert decide(text, "5天", "国内联播快讯").code == "330200"
    assert decide(text, "500亿元", "国内联播快讯").code == "100000"


def test_guests_from_every_province_are_counted_where_they_come_to() -> None:
    text = NEWS + "第五届茶博会今天在福建福州开幕，吸引了来自全国各省（区、市）的2300多家茶企参展。"
    assert decide(text, "2300多家", "茶博会开幕").code == "350100"


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("全省建成水网，3000多万皖北地区群众喝上引江水。", "3000多万"),
        ("全省低保标准620元，边境地区的标准为700元。", "700元"),
        ("全省低保标准620元，高寒地区的标准为700元。", "700元"),
    ],
)
def test_parts_of_a_province_stay_as_printed(text: str, mention: str) -> None:
    assert decide(text, mention, "安徽省政府工作报告").code is None


@pytest.mark.parametrize(
    "text",
    [
        "安徽边境地区植树700亩。",
        "安徽现有以宁国香榧、“金寨油茶”为代表的林场700亩。",
        "安徽农村变样。规范化村卫生室建成700亩。",
        "安徽造林面积相当于三个合肥，累计700亩。",
    ],
)
def test_kinds_examples_and_measures_leave_a_number_to_the_province(text: str) -> None:
    assert decide(text, "700亩", "安徽省政府工作报告").code == "340000"


def test_what_a_list_adds_up_to_goes_on_with_the_next_sum() -> None:
    text = NEWS + "文化和旅游部决定新增江苏徐州云龙湖、山东青州古城等12家5A景区和23家度假区。"
    assert [decide(text, each, "文旅部公布名单").code for each in ("12家", "23家")] == ["100000"] * 2


def test_a_standard_of_the_state_in_brackets_is_the_country_s() -> None:
    text = "江苏钢厂排放降到28毫克，比国家现行标准（100毫克）低。"
    assert decide(text, "100毫克", "江苏治理", "新华日报").code == "100000"
    assert decide(text, "28毫克", "江苏治理", "新华日报").code == "320000"


def test_a_port_that_the_area_has_is_told_of_as_the_area_s_by_its_kind_too() -> None:
    text = "山东青岛港全年吞吐量突破6亿吨。该港口新增航线12条。"
    assert [decide(text, each, "山东青岛港新增航线").code for each in ("6亿吨", "12条")] == ["370200"] * 2
