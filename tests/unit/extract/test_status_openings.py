"""How long a way takes before and after it is open, the figures of aims, what money is to do, seasons to come."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader


def statuses(text: str, published: str = "2018-01-06", title: str = "国内联播快讯") -> dict[str, str]:
    found = Reader().read(Article("d", text, title, published, None)).observations
    return {one.mention: one.status for one in found}


@pytest.mark.parametrize(
    ("before", "status"),
    [
        ("京张高铁今天正式开通运营。开通后，", "observation"),
        ("这座大桥上午通车。", "observation"),
        ("京张高铁将于年底开通。", "target"),
        ("京张高铁明年开通。", "target"),
        ("今年，这座大桥将正式通车，当地第一次有了高速公路。", "target"),
    ],
)
def test_the_time_of_a_way_is_a_fact_once_it_is_open(before: str, status: str) -> None:
    text = f"{before}从北京到张家口的时间将由3小时缩短到50分钟。"
    assert statuses(text) == {"3小时": "observation", "50分钟": status}


def test_a_way_is_to_be_where_it_is_to_open() -> None:
    assert statuses("这座大桥将正式通车。从成都开车，只用三个半小时。") == {"三个半小时": "target"}
    assert statuses("这座大桥今天通车。大桥将安排40名工人值守。")["40名"] == "target"


@pytest.mark.parametrize(
    ("text", "mention", "status"),
    [
        ("该路将于10月通车。目前，两地之间车程需40分钟。", "40分钟", "observation"),
        ("该路将于10月通车。此前车程需40分钟。", "40分钟", "observation"),
        ("该路将于10月通车。目前车程需40分钟，通车后只需20分钟。", "20分钟", "target"),
        ("一期工程今天开通。二期工程将于2019年通车，车程缩短至15分钟。", "15分钟", "target"),
    ],
)
def test_a_way_takes_its_time_until_another_is_open(text: str, mention: str, status: str) -> None:
    assert statuses(text)[mention] == status


def test_what_is_being_built_opens_later() -> None:
    assert statuses("长海大桥项目日前启动。项目建成后，仅需20分钟即可抵达陆地。") == {"20分钟": "target"}
    assert statuses("大桥昨天通车。通车后，仅需20分钟即可抵达陆地。") == {"20分钟": "observation"}


def test_the_figure_of_an_aim_is_a_target_whatever_came_of_it() -> None:
    assert statuses("提前一个季度完成了全年1100万人的就业目标。")["1100万人"] == "target"
    assert statuses("去年实现了增长6.5%的目标。")["6.5%"] == "observation"


def test_what_handed_down_money_is_to_do() -> None:
    found = statuses("中央财政日前追加下达补助资金50亿元，用于部分地区完成60万农村贫困户危房改造。")
    assert found == {"50亿元": "observation", "60万": "target"}
    assert statuses("省财政拨付资金2亿元，支持全省新建80个养老中心。")["80个"] == "target"
    assert statuses("去年，各地投入3亿元用于建设12所学校。")["12所"] == "observation"


def test_a_year_compared_with_ends_no_plan() -> None:
    text = "今年春运发送量将达到30亿人次。其中道路24亿人次，与去年基本持平；铁路4.4亿人次，同比增长8%。"
    assert set(statuses(text).values()) == {"target"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("春运将从1月10日开始。\n春运期间，铁路部门加开列车900对。", "target"),
        ("明天，春运正式拉开帷幕。上海铁路局每天开行列车900对。", "target"),
        ("春运将从1月10日开始。\n目前，春运列车已开行900对。", "observation"),
        ("春运将从1月10日开始。\n去年春运，加开列车900对。", "observation"),
        ("春运从1月2日开始。\n春运期间，铁路部门加开列车900对。", "observation"),
        ("春运将从1月10日开始。\n铁路部门购入列车900对。", "observation"),
        ("春运将从2月30日开始。\n春运期间，加开列车900对。", "observation"),
    ],
)
def test_a_season_that_lies_ahead(text: str, status: str) -> None:
    assert statuses(text)["900对"] == status
