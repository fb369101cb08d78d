"""Schools, deserts, railways and groups of provinces that a sentence is told of, and the whole beside a part."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article


def decide(reader, text: str, mention: str, title: str | None = None, published: str = "2017-10-13"):
    found = reader.read(Article("x", text, title, published)).observations
    return next(one for one in found if one.mention == mention)


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("在青石桥小学，留守儿童有128名。", "128名"),
        ("走进白沙敬老院，老人有60名。", "60名"),
        ("腾格里沙漠绿化面积达3200平方公里。", "3200平方公里"),
        ("莱州湾海冰面积为1.2万平方公里。", "1.2万平方公里"),
        ("与2013年相比，2016年京津冀地区细颗粒物浓度下降了33%。", "33%"),
        ("兰州铁路在兰州、银川等12个车站开设专窗。", "12个"),
        ("贵阳铁路组织开行列车38列。", "38列"),
        ("这五年，世界森林面积减少了2.4亿亩。", "2.4亿亩"),
    ],
)
def test_scenes_without_a_code(text: str, mention: str, reader) -> None:
    assert decide(reader, text, mention).region_code is None


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("在农村小学，学生有12万名。", "12万名", "100000"),
        ("在青石桥小学，留守儿童有128名。而在整个开县，有九万多名。", "九万多名", "500234"),
        ("青海铁路在10年间新增800公里。", "800公里", "630000"),
    ],
)
def test_areas_beside_them(text: str, mention: str, code: str, reader) -> None:
    assert decide(reader, text, mention, None, "2013-02-03").region_code == code


def test_a_title_that_pushes_a_group_forward_is_about_it(reader) -> None:
    one = decide(reader, "三年来，71条跨省公交线路开通运营。", "71条", "【新征程】推动长三角一体化发展")
    assert (one.region_code, one.region) == (None, "长三角")


def test_groups_in_a_row_share_the_name_of_what_grew(reader) -> None:
    text = "2016年京津冀地区PM2.5平均浓度下降33%、长三角区域下降31.3%，珠三角地区下降20%。"
    found = reader.read(Article("x", text, None, "2017-10-13")).observations
    assert all("PM2.5平均浓度" in one.indicator for one in found)
    assert [one.region for one in found] == ["京津冀", "长三角", "珠三角"]


@pytest.mark.parametrize(
    ("text", "mention", "region"),
    [
        ("全行各项贷款余额1.2万亿元。", "1.2万亿元", "全行"),
        ("王先生去年贷款80万元，月供4500元。", "80万元", "王先生"),
        ("李女士每月花1200元租房。", "1200元", "李女士"),
        ("全行业资产总额达12万亿元。", "12万亿元", "全国"),
    ],
)
def test_a_bank_of_itself_and_a_customer(text: str, mention: str, region: str, reader) -> None:
    assert decide(reader, text, mention, None, "2013-05-06").region == region
