"""Lines that a sentence leads by places of one province, named in front of the route or behind it."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions

NEWS = "央视网消息（新闻联播）："


def decide(text: str, mention: str, title: str | None = None) -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2021), title, None, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("渝湖高铁从江苏盐城出发，途经海安市，接入南通西站，全长157公里。", "320000"),
        ("由湖北丹江口引水，经过襄阳市、随州市，最后接入孝感市的鄂西调水工程今天通水，全长157公里。", "420000"),
        ("渝湖高铁从江西南昌出发，途经景德镇，接入安徽黄山，全长157公里。", "100000"),
    ],
)
def test_a_line_is_of_what_holds_its_stops(text: str, code: str) -> None:
    assert decide(f"{NEWS}全国铁路建设提速。{text}", "157公里", "国内联播快讯").code == code


def test_the_line_is_of_its_province_where_the_text_comes_back_to_it() -> None:
    text = "渝湖高铁从江苏盐城出发，途经海安市，接入南通西站。\n渝湖高铁是我国沿海通道的组成部分，设计时速350公里。"
    assert decide(NEWS + text, "350公里", "渝湖高铁今天开通").code == "320000"


def test_a_way_from_port_to_port_is_of_the_province_of_both() -> None:
    assert decide(NEWS + "货船从淮南港到芜湖港最快26小时走完。", "26小时", "国内联播快讯").code == "340000"


def test_what_a_train_goes_by_is_no_line() -> None:
    text = "今天，一列班列从江苏徐州出发，途经新疆霍尔果斯，运送货物1200吨。"
    assert decide(NEWS + text, "1200吨", "全国班列开行").code == "100000"


def test_a_line_named_behind_its_two_ends_is_of_what_holds_both() -> None:
    text = "起于陕西榆林、止于陕西延安的榆延高速建成通车，全长210公里，桥隧比达到60%。"
    assert [decide(NEWS + text, each, "全国交通").code for each in ("210公里", "60%")] == ["610000"] * 2
