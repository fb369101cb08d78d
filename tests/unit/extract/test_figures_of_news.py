"""Figures as Taiwan's news print them: points of a market, quakes, so many of so many, sums in two currencies."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader
from tasks.extract.rejects import read_numbers


def read(text: str) -> list[tuple[str, str, str, str]]:
    found = Reader().read(Article("x", text, None, "2026-07-10")).observations
    return [(one.mention, one.indicator, one.measure, one.unit) for one in found]


def mentions(text: str) -> list[str]:
    return [text[one.start : one.end] for one in read_numbers(text).quantities]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("台指期夜盘跌249点或-0.54%，收45817点。", ["249点", "-0.54%", "45817点"]),
        ("台股重挫500点，盘中最低来到2万1320点。", ["500点", "2万1320点"]),
        ("日经早盘跌1243点，韩股夜盘一度站上41,200点。", ["1243点", "41,200点"]),
        ("股市上午9点开盘，指数面临6万3保卫战，一度失守2万2关卡。", []),
        ("会议开到10点，专家提出3点建议。", ["3点"]),
    ],
)
def test_points_of_a_market(text: str, found: list[str]) -> None:
    assert mentions(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("外海发生规模5.5的浅层地震，最大震度3。", [("5.5", "级"), ("3", "级")]),
        ("芮氏规模6.2，花莲震度4级。", [("6.2", "级"), ("4级", "级")]),
        ("第1季GDP则呈现零成长。", [("零", "%")]),
    ],
)
def test_figures_without_a_unit(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one[0], one[3]) for one in read(text)] == found


def test_nil_growth_is_a_growth() -> None:
    assert read("第1季GDP则呈现零成长。")[0][2] == "growth"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("每3位选手就有2名训练超标。", ["3位", "2名"]),
        ("每4个职缺就有1个与晶片相关。", ["4个", "1个"]),
        ("每10名长者就有一人独居。", ["10名", "一人"]),
    ],
)
def test_so_many_of_so_many(text: str, found: list[str]) -> None:
    told = read(text)
    assert [one[0] for one in told] == found
    assert {one[2] for one in told} == {"ratio"}
    assert len({one[1] for one in told}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "建国路2段一间民宅起火。",
        "沙河三桥附近发生山崩。",
        "身分证末2码或3码与中奖号码相符。",
        "短短4个交易日主力抽离。",
        "开盘不到10分钟股价已翻红。",
        "路边停车以半小时计费。",
        "对甲乙油脂、丙丁实业及戊己油脂等3家公司提起诉讼。",
        "须留意疫情、汇率与市场过热等3项隐忧。",
    ],
)
def test_what_only_says_which_or_when(text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize(
    ("text", "mention", "unit"),
    [
        ("停车费率为每小时20元。", "20元", "元/小时"),
        ("多地气温飙破摄氏40度。", "40度", "摄氏度"),
        ("花束数量超过1万束。", "1万束", "束"),
        ("被控收取74.4亿披索。", "74.4亿披索", "比索"),
    ],
)
def test_units(text: str, mention: str, unit: str) -> None:
    assert [(one[0], one[3]) for one in read(text)] == [(mention, unit)]


@pytest.mark.parametrize(
    ("text", "mention", "indicator"),
    [
        ("某厂将买回800亿美元（约新台币2兆5445亿元）的自家股票。", "800亿美元", "某厂将买回自家股票"),
        ("某厂将买回800亿美元（约新台币2兆5445亿元）的自家股票。", "2兆5445亿元", "某厂将买回自家股票"),
        ("他被控收取2亿美元（约新台币60亿元）回扣。", "60亿元", "被控收取回扣"),
        ("船东斥资9500万美元（约新台币26.6亿元）订购1万个新货柜。", "9500万美元", "船东斥资订购新货柜"),
        ("公司求偿新台币10亿元。", "10亿元", "公司求偿"),
        ("半导体业每月征才4.7万人。", "4.7万人", "半导体业每月征才"),
        ("外资合计卖超185亿元。", "185亿元", "外资合计卖超"),
        ("（甲社记者乙丙基隆9日电）工厂库存3万吨。", "3万吨", "工厂库存"),
        ("〔财经频道／综合报导〕国际油价上涨8%。", "8%", "国际油价"),
    ],
)
def test_names(text: str, mention: str, indicator: str) -> None:
    assert [one[1] for one in read(text) if one[0] == mention] == [indicator]


@pytest.mark.parametrize("text", ["将给予进口牛肉90天免关税。", "获选者可到当地求学2到4年。"])
def test_how_long_something_is_granted_or_lasts(text: str) -> None:
    assert len(read(text)) == 1
