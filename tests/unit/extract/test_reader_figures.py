"""Units that words around a bare number give, bounds of what is soon or at most reached, and measures in lists."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article, Observation
from tasks.extract.reader import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def the(reader: Reader, text: str, mention: str) -> Observation:
    article = Article("1", text, "绍兴市经济运行情况", "2024-02-01")
    return next(each for each in reader.read(article).observations if each.mention == mention)


@pytest.mark.parametrize(
    ("text", "mention", "unit"),
    [
        ("枣产业的年产值，也由300万增长到了9000万。", "300万", "元/年"),
        ("枣产业的年产值，也由300万增长到了9000万。", "9000万", "元/年"),
        ("合作社当年的盈利，是1800万。", "1800万", "元"),
        ("景区门票进账900万。", "900万", "元"),
        ("今年继续安排300亿，支持薄弱学校。", "300亿", "元"),
        ("高职院校扩招100万。", "100万", "人"),
        ("护理补贴每人每月提高到120元，原标准为110元。", "110元", "元/月"),
        ("围绕就业、金融等6方面内容发力。", "6方面", "个"),
        ("工业占比比邻市少了近10个点。", "10个点", "百分点"),
        ("全县设了30个点。", "30个", "个"),
        ("全年任务8个亿，只跑回来5.6亿。", "8个亿", "元"),
        ("全年任务8个亿，只跑回来5.6亿。", "5.6亿", "元"),
        ("火化率34%，离全国差着14个点。", "14个点", "百分点"),
        ("散居的每月1200元，机构的1650元，此前分别为1080元、1500元。", "1650元", "元/月"),
        ("散居的每月1200元，机构的1650元，此前分别为1080元、1500元。", "1500元", "元/月"),
        ("城市低保不低于450元一个月。", "450元", "元/月"),
        ("全年发放低保每人每月600元，共发放900元。", "900元", "元"),
        ("最多的一户拿了2.3万。", "2.3万", "元"),
        ("低保对象减了48万人，清出去的里头有3.1万是人情保。", "3.1万", "人"),
        ("总量前移3个位次。", "3个位次", "名次"),
        ("门票50元一年四季不变。", "50元", "元"),
        ("每月补助300元一年级学生也有。", "300元", "元/月"),
    ],
)
def test_units(reader: Reader, text: str, mention: str, unit: str) -> None:
    assert the(reader, text, mention).unit == unit


@pytest.mark.parametrize(
    ("text", "mention", "bound"),
    [
        ("全镇茶园快1万亩了。", "1万亩", "about"),
        ("该品种最高节水可达50%。", "50%", "max"),
        ("延误的船票一周内有效。", "一周", "under"),
        ("办理压缩到5小时内。", "5小时", "under"),
        ("办理时间压缩到5小时内部流转。", "5小时", "exact"),
        ("增速比去年加快2个百分点了。", "2个百分点", "exact"),
        ("现在的路程比原来快20分钟了。", "20分钟", "exact"),
        ("收入最少的村也有18万元。", "18万元", "exact"),
        ("最多的一天接待游客3万人次。", "3万人次", "exact"),
        ("每天最多开行9列。", "9列", "max"),
        ("耕地净增2000万亩出头。", "2000万亩", "over"),
        ("花卉占全国的六成还多。", "六成", "over"),
    ],
)
def test_bounds(reader: Reader, text: str, mention: str, bound: str) -> None:
    assert the(reader, text, mention).qualifier == bound


@pytest.mark.parametrize(
    ("text", "mention", "measure", "value"),
    [
        ("上涨的有：衣着（3.1%）、食品（2.8%）；下降的有：烟酒（0.6%）、通信（0.4%）。", "2.8%", "growth", 2.8),
        ("上涨的有：衣着（3.1%）、食品（2.8%）；下降的有：烟酒（0.6%）、通信（0.4%）。", "0.4%", "growth", -0.4),
        ("八大类：食品（5.1%）、衣着（3.8%）、居住（1.6%）涨，通信（0.3%）降。", "5.1%", "growth", 5.1),
        ("八大类：食品（5.1%）、衣着（3.8%）、居住（1.6%）涨，通信（0.3%）降。", "0.3%", "growth", -0.3),
        ("占比较高的有电子（21.3%）、纺织（12%）。", "12%", "share", 12),
        ("房地产开发投资降幅扩大3.2个百分点，为9.8%。", "9.8%", "growth", -9.8),
        ("食品类涨幅居首，为4.9%。", "4.9%", "growth", 4.9),
        ("规上工业增加值增长8.5%，去年是6.2%。", "6.2%", "growth", 6.2),
        ("就业率提高2%，去年是95%。", "95%", "share", 95),
        ("财政收入4120万元，同比+12.5%。", "12.5%", "growth", 12.5),
        ("改造提升2万亩。", "2万亩", "level", 20000),
        ("能耗下降3倍。", "3倍", "ratio", 3),
        ("火化率34%，离全国差着14个点。", "14个点", "change", -14),
        ("税收比预算超收7.6%。", "7.6%", "growth", 7.6),
        ("综合考核进了5个名次。", "5个名次", "change", 5),
    ],
)
def test_measures(reader: Reader, text: str, mention: str, measure: str, value: float) -> None:
    found = the(reader, text, mention)
    assert (found.measure, float(found.value)) == (measure, value)


@pytest.mark.parametrize("text", ["该项目投资3亿元，已覆盖1.2亿。", "社保中心发行社保卡1.3亿。", "报纸发行量突破2亿。"])
def test_what_money_is_for_and_what_is_handed_out_is_no_money(reader: Reader, text: str) -> None:
    read = reader.read(Article("1", text, None, "2024-02-01")).observations
    assert [each.unit for each in read if "亿" in each.mention and each.mention != "3亿元"] in ([], [""])
