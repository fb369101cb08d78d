"""Parts of the country of which a figure is told stay as printed, without a code."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


@pytest.mark.parametrize(
    ("text", "mention", "region"),
    [
        ("全国固定资产投资增长3%，其中东部增长5%，西部增长8%。", "5%", "东部"),
        ("全国固定资产投资增长3%，其中西部增长8%。", "8%", "西部"),
        ("我国铁路投资中，西部占62%，中部占21%。", "21%", "中部"),
        ("全国在建工程中，中西部占75%，贫困地区占56%。", "56%", "全国"),
        ("这1700户来自我国12个样本省，含城市家庭1200户。青岛一家公司的老板说，生意好。", "1200户", "全国"),
        ("我国参加APEC会议的记者已经超过4000人。", "4000人", "全国"),
        ("农村居民收入方面，东部为2.1万元，中西部为1.5万元。", "1.5万元", "中西部"),
        ("全国粮食产量增长1%，东北地区增幅为3%。", "3%", "东北地区"),
        ("全国棉花产量下降2%，其中西北增加3%。", "2%", "全国"),
        ("据介绍，西部计划招募志愿者2万名。", "2万名", "全国"),
    ],
)
def test_a_part_of_the_country_has_its_own_figure(text: str, mention: str, region: str) -> None:
    found = READER.read(Article("x", text, None, "2022-06-10")).observations
    assert next(one.region for one in found if one.mention == mention) == region


def test_a_customs_office_named_after_a_city_serves_a_province() -> None:
    text = (
        "据南京海关统计，前7个月，江苏省进出口2.95万亿元，增长4.2%。\n苏州进出口1.38万亿元。\n"
        "海关人士表示，有实绩的民营企业达6.9万家。"
    )
    found = READER.read(Article("x", text, "前7月全省进出口增长4.2%", "2023-08-16")).observations
    assert found[-1].region == "江苏省"


def test_a_text_that_opens_abroad_is_at_home_there() -> None:
    text = (
        "尼泊尔12日发生7.5级地震，震源深度10公里。截至晚8时，地震已造成42人死亡、1117人受伤。"
        "西藏日喀则市聂拉木县樟木镇有1人死亡。"
    )
    found = READER.read(Article("x", text, None, "2015-05-12")).observations
    assert [one.region for one in found[:2]] == ["尼泊尔", "尼泊尔"]
    assert found[-1].region != "尼泊尔"


def test_the_new_seat_of_a_county_is_no_county_of_that_name() -> None:
    text = "北川县已完成投资156亿元。新县城将有1.2万套安居房。"
    found = READER.read(Article("x", text, None, "2010-05-12")).observations
    assert {one.region for one in found} == {"绵阳市北川羌族自治县"}


def test_counties_in_general_are_not_the_county_of_he() -> None:
    text = "全国城市和县城污水处理率达到98%，120个市和县设立了服务中心。"
    found = READER.read(Article("x", text, None, "2021-05-12")).observations
    assert {one.region_code for one in found} == {"100000"}
    (one,) = READER.read(Article("x", "马鞍山市和县实现生产总值300亿元。", None, "2021-05-12")).observations
    assert one.region_code == "340523"


def test_a_part_told_behind_its_whole_holds_for_its_sentence() -> None:
    text = "今年，湖南新建学校120所，其中长沙市30所、学位4万个。建设资金12亿元已到位。"
    found = READER.read(Article("x", text, "湖南学校建设", "2020-08-26")).observations
    assert [one.region for one in found] == ["湖南省", "长沙市", "长沙市", "湖南省"]


def test_a_county_told_by_nothing_but_its_towns() -> None:
    text = "我县共有养殖场180户。全县有11个烟叶种植基地，分别是五道沟镇、驼腰岭镇、三源浦镇、罗通山镇和孤山子镇。"
    found = READER.read(Article("x", text, "特色农业", None)).observations
    assert {one.region_code for one in found} == {"220524"}


def test_other_provinces_tell_their_own_prices_in_a_page_of_one() -> None:
    text = "海南猪价上涨。今天，北京生猪收购价每公斤21元，广东生猪收购价每公斤20.2元，海南生猪收购价每公斤20元。"
    found = READER.read(Article("x", text, "海南生猪满足岛内供应", "2011-07-08")).observations
    assert [one.region for one in found] == ["北京市", "广东省", "海南省"]


def test_a_county_told_by_its_short_name_alone() -> None:
    text = "今年安溪春茶价格普涨。安溪茶农说，减产了一成。安溪茶叶站介绍，高端茶叶占10%。"
    found = READER.read(Article("x", text, "安溪铁观音春茶减产", "2011-06-07")).observations
    assert {one.region_code for one in found} == {"350524"}


def test_one_example_makes_no_home_of_a_page_on_the_country() -> None:
    text = (
        "电价改革激发了企业减排，新政策已让南京一家电厂新增投入1亿元。\n"
        "一年来，我国出台新的价格机制。我国继续推进改革，我国取消双轨制。共有9000万困难群众得到救助。"
    )
    found = READER.read(Article("x", text, "资源品价格改革：市场导向", "2013-11-19")).observations
    assert found[-1].region_code == "100000"
