"""Names read in whole sentences: what an elided noun, a pointer, a list of examples or the next clause says."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


def named(text: str) -> dict[str, str]:
    """The name of every number of a text, by its mention."""
    return {one.mention: one.indicator for one in READER.read(Article("t", text, None, "2023-03-01")).observations}


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("库区迁建的120座桥梁已通车，其中两个县重建46座。", "46座", "县重建桥梁通车"),
        ("红光村住在半山腰，全村有210户，860人。", "210户", "户数"),
        ("红光村住在半山腰，全村有210户，860人。", "860人", "人口"),
        ("码头将新建3个5万吨级和6个1万吨级散货泊位。", "3个", "码头将新建5万吨级散货泊位"),
        ("大坝浇筑突破30万立方米，完成总体任务的四成。", "四成", "大坝浇筑总体任务"),
        ("技改投资增长8%。东部9个省份平均增长6.2%。", "6.2%", "技改投资"),
        ("前两月零售总额增长4.5%，这一速度比上年快1.2个百分点。", "1.2个百分点", "零售总额速度"),
        ("食品企业营收增长9.9%。个体工商户持续增多。总量接近80万户。", "80万户", "个体工商户总量"),
        ("春运客流高峰今天开始，为期八天。", "八天", "春运客流高峰开始为期"),
        ("试点范围由12个县扩大到35个县。", "35个", "试点范围县"),
        ("这批86户310名库区移民，陆续搬进新居。", "310名", "库区移民陆续搬进新居"),
        ("领取生活补贴的城镇老人、农村老人分别是120人、310人。", "310人", "领取生活补贴的农村老人"),
        ("渠道解决3个市21个县区的饮水问题。", "3个", "渠道解决市县区的饮水问题"),
        ("全市有2万户农户利用大棚、滴灌、地膜等技术。", "2万户", "农户利用技术"),
        ("县里拿出300万元，建立助学基金。", "300万元", "县里拿出建立助学基金"),
        ("全年为企业减税50亿元，其中8亿元来自研发扣除。", "8亿元", "企业减税来自研发扣除"),
        ("人均产值21000元，按上年平均汇率计算为3100美元。", "3100美元", "人均产值"),
        ("外贸进出口总值80亿元，规模连续7年全省第一。", "第一", "外贸进出口规模全省排名"),
        ("PM2.5年均浓度下降12%。", "12%", "PM2.5年均浓度"),
        ("企业借款增加90亿元，在全部负债中占比达61%。", "61%", "企业借款负债中占比"),
    ],
)
def test_names_in_sentences(text: str, mention: str, name: str) -> None:
    found = named(text)
    assert found[mention] == name, found


def test_what_is_no_spending_takes_no_purpose_from_the_next_clause() -> None:
    assert named("研究确定的33项政策已经落实，补助资金投入增加。")["33项"] == "研究确定政策落实"


def test_trade_keeps_its_parts_and_its_balance() -> None:
    found = named("服务进出口总额61亿元，其中，出口25亿元，进口36亿元，逆差11亿元。")
    assert [found[one] for one in ("25亿元", "36亿元", "11亿元")] == ["服务出口", "服务进口", "服务逆差"]
