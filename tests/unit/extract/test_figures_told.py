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


@pytest.mark.parametrize(
    "text",
    [
        "三次产业结构比优化为13.4∶44.5∶42.1。",
        "三次产业比调整为11.8︰48.3︰39.9。",
        "一、二、三产业增加值占地区生产总值的比重分别为17.1%、41.5%、41.4%。",
        "三产结构由15:40:45调整到12:41:47。",
        "三次产业占比由去年的19.5:22.3:58.2继续优化为17.4:27.2:55.4。",
    ],
)
def test_three_sectors(text: str) -> None:
    names = [one.indicator[:4] for one in figures(text)]
    assert names == ["第一产业", "第二产业", "第三产业"] * (len(names) // 3)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("灾区困难不少。四是两次余震带来影响。", "余震"),
        ("债券融资达到57万亿元，直接融资比重稳中有升，较上年提升2.8个百分点。", "直接融资比重"),
        ("会议批准2件条约。", "条约"),
        ("参会的境内外记者超过4000人。", "记者"),
        ("主要表现在三个方面。", "表现"),
        ("苏州河42公里岸线贯通。", "苏州河"),
        ("上海市对口援藏项目1582个、援藏资金45亿元。", "资金"),
        ("种植烤烟6000余亩，完成收购量80万公斤，实现产值2593万元，均价达32元。", "烤烟"),
        ("净利润方面，工商银行规模最高为2718亿元。", "净利润"),
        ("拨备覆盖率方面，多家银行下降，招商银行以405%领先。", "拨备覆盖率"),
        ("景区接待游客30万人次，剑门关前4天接待21万人次。", "游客"),
    ],
)
def test_nouns_stay(text: str, part: str) -> None:
    assert part in figures(text)[-1].indicator


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("通车后，从甲地至乙地的时间将从目前的2小时缩短至1小时。", "甲地至乙地的时间"),
        ("该行资产居首位，该行较上年末增加9亿元。", "资产"),
        ("2023年生产总值增长4%，2024年继续稳中有进，实现5%的增长。", "生产总值"),
        ("去年生产总值增长4%，今年一季度6%的增速更是首次重返高位。", "生产总值增速"),
        ("有426处野火在燃烧，其中207处失控。", "野火"),
        ("建设者正在为930公里路面做体检。", "路面"),
        ("煤化工产业加快发展，建设规模超过3000万吨。", "煤化工产业建设规模"),
        ("2、金融扶贫贴息项目，计划安排资金70万元。", "金融扶贫贴息项目安排资金"),
        ("完成并网11.9万千瓦。", "并网"),
        ("列车运能增加了一倍。", "列车运能"),
    ],
)
def test_heads_of_names(text: str, name: str) -> None:
    assert name in figures(text)[-1].indicator


def test_wages_by_the_day_growth_that_is_and_units_held() -> None:
    assert [one.unit for one in figures("男工每人每天120元，女工每人每天90元。")] == ["元/天", "元/天"]
    assert figures("工业投资增长为31.6%。")[0].measure == "growth"
    assert figures("覆盖率增长为95%。")[0].measure == "share"
    assert mentions("全镇辖20个行政村，一个居委会。") == ["20个", "一个"]
    assert mentions("他有3个孩子、一个书包。") == ["3个"]
