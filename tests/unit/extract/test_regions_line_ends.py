"""Lines and bridges by a letter of each of their ends, and how long the way along them takes."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions

NEWS = "央视网消息（新闻联播）："


def decide(text: str, mention: str, title: str | None = "国内联播快讯") -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2021), title, None, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("哈尔滨到牡丹江的动车今天首发。哈牡高铁全长293公里。", "230000"),
        ("广州、湛江两地之间的广湛高铁今天开工。广湛高铁全长293公里。", "440000"),
        ("从重庆到贵阳更快了。渝贵高铁自重庆西站引出，渝贵高铁全长293公里。", "100000"),
    ],
)
def test_a_line_is_of_what_holds_its_ends(text: str, code: str) -> None:
    assert decide(NEWS + text, "293公里").code == code


def test_a_bridge_between_provinces_stays_as_printed() -> None:
    text = "港珠澳大桥主桥上的1280盏路灯全部点亮。通车后，从珠海到香港只要半小时，这短短55公里像一条金线。"
    for mention in ("1280盏", "半小时", "55公里"):
        assert decide(NEWS + text, mention).code is None


def test_hills_and_compass_points_are_no_ends() -> None:
    text = "南京、山东等地降雨。南山隧道排水2000吨。北京、南京之间的南北高铁大通道有32座车站。"
    assert decide(NEWS + text, "2000吨").code != "320000"
    assert decide(NEWS + "西安今天下雨。西安铁路发送旅客30万人次。", "30万人次").code == "610100"


def test_the_way_on_from_a_line_is_the_lines() -> None:
    text = "合肥至蚌埠高铁今天开通运营。开通后，合肥到北京的运行时间将缩短到4小时。"
    assert decide(NEWS + text, "4小时").code == "340000"
    assert decide(NEWS + "合肥到北京的运行时间将缩短到4小时。", "4小时").code is None


def test_starting_from_one_end_for_the_other_is_a_way() -> None:
    assert decide(NEWS + "从珠海出发到香港，只要30分钟。", "30分钟").code is None
    assert decide(NEWS + "从南京出发，抵达苏州只要58分钟。", "58分钟").code == "320000"
