"""Firms whose figures are their own and no area's: those that work all over the country, those that give notice."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions


def decide(text: str, mention: str, title: str | None = None, publisher: str | None = None) -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2021), title, publisher, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("各地加快建设。国家电网今天公布的数据显示，全网售电量突破3万亿度。", "3万亿度"),
        ("各地加快建设。据了解，到2025年国家电网将建成换流站12座。", "12座"),
        ("各地加快建设。今年国家电网投产变电站90座。", "90座"),
        ("各地加快建设。2020年底，中国移动开通基站25万个。", "25万个"),
        ("各地加快建设。去年年底中国铁塔共享率达到80%。", "80%"),
    ],
)
def test_the_figures_of_a_firm_of_the_whole_country_are_its_own(text: str, mention: str) -> None:
    assert decide(text, mention, "电力建设提速").code is None


def test_what_the_country_has_stays_the_country_s_beside_such_a_firm() -> None:
    text = "国家电网今天公布半年数据。最近5年，我国累计投资超过2万亿元。"
    assert decide(text, "2万亿元", "电力建设提速").code == "100000"


@pytest.mark.parametrize(
    "text",
    [
        "本公司2005年一季度实现净利润8000万元。该议案尚待本公司董事会审议。",
        "我公司上半年签订合同额3亿元，议案经监事会审议通过。",
        "截至2010年末，本公司总股本为5亿股。股东大会已审议通过此事。",
    ],
)
def test_a_firm_gives_notice_though_its_board_deliberates(text: str) -> None:
    mention = next(each for each in ("8000万元", "3亿元", "5亿股") if each in text)
    assert decide(text, mention, "提示性公告", "上海证券报").code is None


def test_a_council_that_deliberates_is_no_firm() -> None:
    text = "我院审结案件500件。市人大常委会审议了报告。"
    assert decide(text, "500件", "工作报告", "上海日报").code == "310000"


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("我国并购活跃。2012年8月，博远科技宣布斥资3.6亿元收购两家公司。", "3.6亿元", "博远科技"),
        ("国内快递企业纷纷上市。速通快递上半年业务量达9.5亿件。", "9.5亿件", "速通快递"),
        ("国内厂商中，星火手机三季度出货量为560万部。", "560万部", "星火手机"),
        ("我国推进创新。农业科技宣布进入新阶段，投入3.6亿元。", "3.6亿元", "全国"),
        ("我国电商裁员。昨日，高朋上海分公司宣布裁员，编辑部裁去45人。", "45人", "高朋上海分公司"),
        ("我国保险业回暖。裁员的有上海分公司员工45人。", "45人", "上海分公司"),
        ("中国人寿保费收入520亿元；同期新华保险保费78亿元。", "78亿元", "新华保险"),
        ("我国电商扩招。京东商城启动招聘，从全国高校吸纳100名学生。", "100名", "京东商城"),
    ],
)
def test_a_short_name_in_front_of_what_only_a_firm_does(text: str, mention: str, name: str) -> None:
    assert decide(text, mention).name == name


@pytest.mark.parametrize(
    ("clause", "mention"),
    [
        ("折叠屏手机销量10万部", "10万部"),
        ("豪华汽车销量20万辆", "20万辆"),
        ("生物医药营业收入300亿元", "300亿元"),
        ("工业软件营收10亿元", "10亿元"),
        ("下属两个县级分公司减少人员300人", "300人"),
        ("深入推进市县分公司改革，减少人员300人", "300人"),
    ],
)
def test_a_sort_of_goods_or_of_branches_is_no_firm(clause: str, mention: str) -> None:
    assert decide(f"云南省消费增长5%。其中，{clause}。", mention, "云南省经济", "云南日报").code == "530000"
