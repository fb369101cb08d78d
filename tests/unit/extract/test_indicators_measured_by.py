"""Figures held against those of others: means of several areas, what comes first, as much as others have."""

import pytest

from tasks.extract.model import Article, Observation
from tasks.extract.reader import Reader

READER = Reader()


def read(text: str, title: str = "经济运行") -> dict[str, Observation]:
    return {o.mention: o for o in READER.read(Article("x", text, title, "2021-11-12", None)).observations}


@pytest.mark.parametrize(
    ("text", "mention", "term"),
    [
        ("去年陇南人均收入1.5万元，比甘肃、全国平均水平分别低0.8万元、2万元。", "0.8万元", "人均收入"),
        ("去年陇南人均收入1.5万元，比甘肃、全国平均水平分别低0.8万元、2万元。", "2万元", "人均收入"),
        ("去年陇南人均收入1.5万元，分别比甘肃、全国平均水平低0.8万元、2万元。", "0.8万元", "人均收入"),
        ("该市单位GDP能耗0.5吨标准煤/万元，仅次于北京市，位居全国第二低位。", "第二", "能耗"),
        ("去年，全市出口额达到500亿元，仅次于青岛，居全省第二位。", "第二位", "出口额"),
        ("人均GDP为3.42万元，不足合肥、芜湖三分之一。", "三分之一", "人均GDP"),
    ],
)
def test_what_is_held_against_others_keeps_its_name(text: str, mention: str, term: str) -> None:
    name = read(text)[mention].indicator
    assert term in name
    assert "次于" not in name


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("人均GDP为3.42万元，不足合肥、芜湖三分之一。", "三分之一"),
        ("平均亩产只有300公斤，不到江苏的一半。", "一半"),
        ("平均工资4000元，仅为上海的四成。", "四成"),
    ],
)
def test_as_much_as_others_have_is_a_ratio_of_no_place_of_theirs(text: str, mention: str) -> None:
    found = read(text, "太原市经济运行")[mention]
    assert (found.measure, found.region_code) == ("ratio", "140100")


def test_those_counted_by_parts_of_a_province() -> None:
    found = read("四川共有12个县入选，其中川南4个（富顺等），川北3个，川东5个；在落选的6个县中，川南1个。")
    assert [found[number].region for number in ("12个", "4个", "3个", "5个", "6个", "1个")] == [
        "四川省",
        "川南",
        "川北",
        "川东",
        "四川省",
        "川南",
    ]
    assert "入选" in found["3个"].indicator
