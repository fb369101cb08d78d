"""Regions of figures that someone tells: outlets, analysts and bodies of the state place nothing."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions


def decide(text: str, mention: str, title: str | None = None, publisher: str | None = None) -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2022), title, publisher, 2022)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


@pytest.mark.parametrize(
    "text",
    [
        "新京报讯 国家统计局14日发布数据显示，1-10月份社会物流总额增长5.2%。",
        "北京商报讯（记者 林青）10月13日，中国人民银行发布数据显示，前三季度贷款增长5.2%。",
        "羊城晚报讯 海关总署13日发布，上半年进出口总值增长5.2%。",
        "解放日报讯 人社部、财政部印发通知，今年养老金水平提高5.2%。",
        "8月8日，乘联会公布的数据显示，7月零售量增长5.2%。广州某券商分析师认为，旺季将至。",
        "据北京一家市场研究机构的数据，今年上半年挖掘机销量增长5.2%。",
        "新京报讯 国家邮政局公布8月运行情况。北京大学教授李青表示，全年业务量预计增长5.2%。",
        "化肥价格走高。上海中原化工首席分析师赵明预计，四季度价格上涨5.2%。",
    ],
)
def test_who_tells_of_the_nation_does_not_place_its_figures(text: str) -> None:
    assert decide(text, "5.2%").code == "100000"


def test_a_local_outlet_still_tells_of_the_nation_by_title_and_publisher() -> None:
    text = "8月8日，乘联会公布的数据显示，7月乘用车零售177.5万辆。"
    assert decide(text, "177.5万辆", "乘用车零售恢复增长", "南方都市报").code == "100000"


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("新京报讯 今年春节期间，地铁客运量2300万人次。", "2300万人次", "110000"),
        ("北京晚报讯 今年春节期间，地铁客运量2300万人次。", "2300万人次", "110000"),
        ("新京报讯 北京市统计局20日发布，一季度全市生产总值增长3.1%。", "3.1%", "110000"),
        ("新京报讯 昨日，记者从东城区了解到，一季度改造老旧小区32个。", "32个", "110101"),
    ],
)
def test_an_outlet_keeps_the_news_of_its_own_area(text: str, mention: str, code: str) -> None:
    assert decide(text, mention).code == code


def test_an_institute_that_reports_is_not_what_it_reports_on() -> None:
    text = "国家统计局发布数据，房企到位资金增长7.4%。\n易居研究院分析报告显示，自筹资金占比升至32.6%。"
    assert decide(text, "32.6%").code == "100000"


@pytest.mark.parametrize(
    ("text", "first", "second", "code"),
    [
        (
            "楚天都市报讯 国家发改委5日宣布，汽油价格每吨降低440元。武汉92号汽油降至每升7.5元。",
            "440元",
            "7.5元",
            "420100",
        ),
        ("齐鲁晚报讯 文旅部测算，假期出游增长70.8%。青岛接待游客增长82.1%。", "70.8%", "82.1%", "370200"),
        ("新京报讯 中钢协统计，7月粗钢产量下降3.1%。唐山地区钢坯价格5200元。", "3.1%", "5200元", "130200"),
    ],
)
def test_a_place_named_by_the_way_takes_only_its_own(text: str, first: str, second: str, code: str) -> None:
    assert decide(text, first).code == "100000"
    assert decide(text, second).code == code


def test_a_firm_that_gives_out_results_has_the_figures_behind() -> None:
    text = "面板大厂友达14日公布2月营收220亿元，年增12%。\n咖啡连锁瑞幸日前披露年报，门店总数16248家。"
    assert decide(text, "220亿元").name == "友达"
    assert decide(text, "16248家").name == "瑞幸"


@pytest.mark.parametrize(
    "head", ["浙江在线绍兴6月4日讯", "浙江在线6月4日讯", "湖南日报6月4日消息", "吉林新闻网6月4日电"]
)
def test_the_outlet_of_a_dateline_is_no_place(head: str) -> None:
    text = f"{head} 昨天，一家网店的老板说，店里雇了12名客服，一天发货300多单，生意最好的时候一天能卖出2000多件衣服。"
    scope = RegionScope(text, find_regions(text, None), None, None, None)
    start = text.index("12名")
    assert scope.region_at(start, start + 3).code is None


def test_analysts_at_home_do_not_move_the_figures_of_a_firm() -> None:
    text = "航运巨头海通航运昨(13)日公布财报，国内追踪航运的法人今(14)日指出，公司营收增长35%。"
    assert decide(text, "35%", "全台货柜业").code is None
