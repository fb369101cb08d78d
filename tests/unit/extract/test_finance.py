"""News of markets, companies and budgets: what is counted, in which unit, and what only says which goods."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article, Observation
from tasks.extract.reader import Reader
from tasks.extract.rejects import read_numbers


def read(text: str, date: str | None = "2023-05-18", title: str | None = None) -> list[Observation]:
    """The observations of a text."""
    return Reader().read(Article("d", text, title, date, None)).observations


def found(text: str, mention: str, date: str | None = "2023-05-18", title: str | None = None) -> Observation:
    """The observation of a mention, the last one where it recurs."""
    return [one for one in read(text, date, title) if one.mention == mention][-1]


@pytest.mark.parametrize(
    ("text", "mention", "value", "unit", "measure"),
    [
        ("公司拟转让股东持有的120,500,000股股份。", "120,500,000股", 120500000, "股", "level"),
        ("两只基金合计持有公司2150.5万股股票。", "2150.5万股", 21505000, "股", "level"),
        ("郑州市场尿素价格2450元/吨，较上周涨35；", "35", 35, "元/吨", "change"),
        ("现货均价报3860元/吨，环比降20。", "20", -20, "元/吨", "change"),
        ("昨日沪指一度失守3100点，尾盘回升。", "3100点", 3100, "点", "level"),
        ("恒生指数跌破20000点，收于19876点。", "20000点", 20000, "点", "level"),
        ("恒生指数下探17890.25点后反弹。", "17890.25点", 17890.25, "点", "level"),
        ("平台全年订单量为2.4亿。", "2.4亿", 240000000, "单", "level"),
        ("这家银行总资产已达1.9万亿。", "1.9万亿", 1900000000000, "元", "level"),
        ("创业板指数出现逾6%的较大跌幅。", "6%", -6, "%", "growth"),
        ("半导体板块以3%的升幅领涨。", "3%", 3, "%", "growth"),
        ("科创板块早盘狂飙8%。", "8%", 8, "%", "growth"),
        ("布伦特原油价格收于每桶80.5美元。", "80.5美元", 80.5, "美元/桶", "level"),
        ("去年赔付1.8万亿元，今年上半年就达到了1.2万亿。", "1.2万亿", 1200000000000, "元", "level"),
        ("沪指报3100.5点，跌31.2点，或1.00%。", "1.00%", -1, "%", "growth"),
        ("政府债券平均期限较长，其中专项债券12.5年。", "12.5年", 12.5, "年", "level"),
        ("其中出口增幅甚至达到了58.2%。", "58.2%", 58.2, "%", "growth"),
        ("新台币80元。", "80元", 80, "元", "level"),
        ("光伏组件产能达到12GW。", "12GW", 12000000, "千瓦", "level"),
        ("观光车票价为15元/人·次。", "15元/人·次", 15, "元/人次", "level"),
        ("第二季经济成长率上修至3.2%。", "3.2%", 3.2, "%", "growth"),
        ("外销订单年增率由5%下修到4.1%。", "4.1%", 4.1, "%", "growth"),
        ("工业生产季增率0.3%，低于先前预估的0.5%。", "0.5%", 0.5, "%", "growth"),
        ("这款车2010年销量增速曾高达85%。", "85%", 85, "%", "growth"),
        ("跌幅曾达12%，随后反弹。", "12%", -12, "%", "growth"),
        ("地院今年受理诈欺案312案。", "312案", 312, "案", "level"),
        ("全市能源消费总量5200万吨标煤。", "5200万吨标煤", 52000000, "吨标准煤", "level"),
        ("油气田年产50万吨油当量。", "50万吨油当量", 500000, "吨油当量", "level"),
    ],
)
def test_amounts_of_markets(text: str, mention: str, value: float, unit: str, measure: str) -> None:
    one = found(text, mention)
    assert (float(one.value), one.unit, one.measure) == (value, unit, measure)


@pytest.mark.parametrize(
    "text",
    [
        "Q345 16mm中厚板价格平稳",
        "6000大卡动力煤价格走低",
        "对70周岁（含70周岁）的老人免票",
        "身高1.3米(含1.3米)至1.6米(不含1.6米)的学生半价",
        "年收入3万元（含3万元）以内的家庭",
    ],
)
def test_limits_and_grades_measure_nothing(text: str) -> None:
    assert not read_numbers(text, published_at="2023-05-18").quantities


def test_time_is_no_index() -> None:
    assert not read_numbers("股指期货早上9点开盘，一股热潮涌来", published_at="2023-05-18").quantities


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("不良率最低的是东江银行，为0.81%，西湖银行持平，为0.95%，北海银行为1.22%。", "0.81%", "东江银行不良率"),
        ("不良率最低的是东江银行，为0.81%，西湖银行持平，为0.95%，北海银行为1.22%。", "1.22%", "北海银行不良率"),
        ("净利润方面，东江银行为12亿元，西湖银行为9亿元。", "9亿元", "西湖银行净利润"),
        ("从贷款规模来看，东江银行最大，达80亿元；西湖银行次之，为70亿元。", "80亿元", "东江银行贷款规模"),
        ("从贷款规模来看，东江银行最大，达80亿元；西湖银行次之，为70亿元。", "70亿元", "西湖银行贷款规模"),
        ("公司收入占比最高的是门票收入，为2.6亿元，同比增长12%。", "2.6亿元", "门票收入"),
        ("公司收入占比最高的是门票收入，为2.6亿元，同比增长12%。", "12%", "门票收入"),
        ("南昌市场水泥价格410元/吨，长沙市场435元/吨，较上周涨5。", "435元/吨", "长沙市场水泥价格"),
        ("纳指延续跌势，11200.40点的收盘点位较前一交易日跌52.3点。", "11200.40点", "纳指收盘点位"),
        ("尾盘沪指跌破3100点，下探3088.12点后回升，收报3101.55点。", "3088.12点", "沪指"),
        ("二手住宅，成交310套/28500㎡，均价9120元/㎡。", "9120元/㎡", "二手住宅均价"),
        ("预算支出90亿元，为调整预算数的97.2%，比2019年增支3亿元。", "97.2%", "预算支出完成调整预算数比例"),
        ("一般公共预算支出90亿元，为调整预算数的97.2%，比2019年增支3亿元。", "3亿元", "一般公共预算支出增支"),
        ("南瓜、茄子、甜玉米批发价格分别上涨2.1%、1.3%和0.4%。", "2.1%", "南瓜批发价格"),
        ("港口存煤量处于高位，几次逼近820万吨的最高点。", "820万吨", "港口存煤量"),
        ("布伦特原油价格下跌1.2美元，收于每桶80.5美元，跌幅为1.5%。", "80.5美元", "布伦特原油价格"),
        ("全省出口90亿元，增长3%；进口70亿元，下降1%。", "1%", "进口"),
        ("营收规模前三名为东江银行（90亿元）、西湖银行（80亿元）。", "90亿元", "东江银行营收规模"),
        ("商品房销售面积620万平方米，其中住宅540万平方米。", "540万平方米", "住宅销售面积"),
    ],
)
def test_names_in_markets(text: str, mention: str, name: str) -> None:
    assert found(text, mention).indicator == name


def test_what_comes_after_a_deal_is_planned() -> None:
    one = found("本次交易完成后，公司将合计持有标的公司35%的股权。", "35%")
    assert one.status == "target"
