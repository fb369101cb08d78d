"""What a figure is told of gives it its time: events in names, shows that go on, values reached and changed."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()
QUAKE = "截止到11日21点，甲县7.0级地震已经导致24人死亡。乙县6.6级地震发生三年来，重建房屋3万户。"
DATED = "甲县6.8级地震已致46人遇难。\n8月5日12时，甲县发生6.8级地震。震中距离县城约50公里。"
SHOW = "为期4天的国际数码展今天在丙市开幕。本届展会以科技为主题，来自国内外近900家企业应邀参展。"
MEETING = "国际数码论坛今天在丙市开幕。本届论坛以科技为主题，来自国内外近900家企业应邀参会。"
SHARES = "丁公司7月营收达23亿元，今日股价站回15元，最高来到15.5元、涨幅逾5%。"
SYSTEMS = "改革的目标是逐步将目前各行业的42种制度合并成一个统一方案。"
RATE = "央行拟将利率从目前的1.2%左右，上调至1.5%左右。"
STORY = (
    "2016年就业3个月以上的有416人。怎样让大家稳下来？村里想到了旅游。能不能办招聘会？"
    "村里把企业请了进来。首批只招8人，报名的却有35人。"
)

LATER = "1937年12月13日，敌军攻占丙城，在此后的一个多月时间里，屠杀平民30多万人。"


@pytest.mark.parametrize(
    ("text", "mention", "period", "status"),
    [
        (LATER, "30多万人", None, "observation"),
        (QUAKE, "7.0级", "2017", "observation"),
        (QUAKE, "24人", "2017-08-11", "observation"),
        (QUAKE, "6.6级", "2014", "observation"),
        (DATED, "6.8级", "2017-08-05", "observation"),
        (DATED, "50公里", "2017-08-05", "observation"),
        (SHOW, "900家", "2017", "observation"),
        (MEETING, "900家", "2017-08-12", "observation"),
        (SHARES, "15.5元", "2017-08-12", "observation"),
        (SHARES, "5%", "2017-08-12", "observation"),
        (SYSTEMS, "42种", "2017-08", "observation"),
        (RATE, "1.2%", "2017-08", "observation"),
        (RATE, "1.5%", "2017", "target"),
        (STORY, "35人", "2017", "observation"),
    ],
)
def test_what_a_figure_is_told_of(text: str, mention: str, period: str | None, status: str) -> None:
    found = READER.read(Article("d", text, None, "2017-08-12", None)).observations
    assert next((one.period, one.status) for one in found if one.mention == mention) == (period, status)


PICTURES = (
    "图1 春耕。全县现有8093亩耕地。\n图2 茶山。园地面积3862亩，茶叶飘香。\n图3 林海。林地多达3.7万亩。\n"
    "图4 城镇。城镇用地、交通用地分别为1612亩和846亩。\n图5 造林。去年造林300亩。"
)


@pytest.mark.parametrize(
    ("mention", "period"),
    [("3862亩", "2017-08"), ("3.7万亩", "2017-08"), ("1612亩", "2017-08"), ("846亩", "2017-08"), ("300亩", "2016")],
)
def test_captions_go_on_with_what_there_is_now(mention: str, period: str) -> None:
    found = READER.read(Article("d", PICTURES, None, "2017-08-12", None)).observations
    assert next(one.period for one in found if one.mention == mention) == period
