"""Figures in forms that news tell them in: bounds, lengths of time, ranks in a list, moves of a ratio, points made."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tasks.extract.model import Article, Observation
from tasks.extract.reader import Reader

READER = Reader()


def figures(text: str) -> list[Observation]:
    """The observations of a text published on a day of 2024."""
    return READER.read(Article("d", text, None, "2024-06-15", None)).observations


def mentions(text: str) -> list[str]:
    """The figures as printed."""
    return [one.mention for one in figures(text)]


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("该厂营业收入超30亿元。", "over"),
        ("研发投入超十亿元。", "over"),
        ("农产品贸易入超20亿美元。", "exact"),
        ("已收小麦超过播种面积的60%。", "over"),
        ("出库水量不到库容的一半。", "under"),
        ("失业率低于国家规定的5%。", "exact"),
    ],
)
def test_bounds(text: str, qualifier: str) -> None:
    assert figures(text)[-1].qualifier == qualifier


@pytest.mark.parametrize(
    ("text", "mention", "value", "unit"),
    [
        ("就业人口48万5,000人。", "48万5,000人", "485000", "人"),
        ("会议会期6天半。", "6天半", "6.5", "天"),
        ("工作时间为2个半月左右。", "2个半月", "2.5", "月"),
        ("身高一米九的他。", "一米九", "1.9", "米"),
        ("距离县城还有6公里时,车坏了。", "6公里", "6", "公里"),
        ("施工队用10天时间修好了路。", "10天", "10", "天"),
        ("修路花了6天时间。", "6天", "6", "天"),
        ("他在一线奋战了八十多天。", "八十多天", "80", "天"),
        ("代表们提出四点主张。", "四点", "4", "点"),
        ("围绕就业、教育、医疗、养老、住房、环境六个方面推出办法。", "六个", "6", "个"),
    ],
)
def test_forms(text: str, mention: str, value: str, unit: str) -> None:
    found = next(one for one in figures(text) if one.mention == mention)
    assert (found.value, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    "text",
    [
        "我市用三年时间改造老城。",
        "上午9点和下午4点是客流最大的两个时段。",
        "面积相当于30个足球场。",
        "经过千百次磨练。",
        "建设1500亿级产业集群。",
        "这是第二名嫌疑人。",
        "创下航天领域多个第一。",
        "专家认为这四点主张回应了关切。",
        "下午4点要求集合。",
    ],
)
def test_no_figures(text: str) -> None:
    assert mentions(text) == []


def test_ranks_of_a_list() -> None:
    text = "位居百强县投资潜力第3、城镇化质量第4、县域竞争力第5、绿色发展第6。"
    assert mentions(text) == ["第3", "第4", "第5", "第6"]


def test_moves() -> None:
    told = figures("城乡收入比为2.34,比上年缩小0.05。优良天数242天,比2015年增加15天。为企业压缩近6个月时间。")
    assert [(one.value, one.unit, one.measure) for one in told] == [
        (Decimal("2.34"), "倍", "ratio"),
        (Decimal("-0.05"), "倍", "change"),
        (Decimal(242), "天", "level"),
        (Decimal(15), "天", "change"),
        (Decimal(-6), "月", "change"),
    ]
    assert [one.unit for one in figures("两项排名分别上升4位和1位。")][-2:] == ["名次", "名次"]


def test_one_in_ten() -> None:
    told = figures("每10个消费者中，就有8个愿意购买国货。")
    assert [one.measure for one in told] == ["ratio", "ratio"]


def test_sports_of_a_communique_are_figures() -> None:
    text = (
        "全年国内生产总值100万亿元，比上年增长5%。体育场馆320万个。全年我国运动员在33个项目中获得194个世界冠军，"
        "共创19项世界纪录。在奥运会上获得金牌40枚，银牌27枚，亚运会比赛排名第一，马拉松选手夺得冠军。"
    )
    assert {"33个", "194个", "19项"} <= set(mentions(text))
