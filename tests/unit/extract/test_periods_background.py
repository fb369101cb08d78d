"""Dates that only tell the background of a figure: what ended, since when something stands, parts told one by one."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("2019年产粮300万吨,扭转了2017年和2018年的下滑势头。分县看,北山县占40%。", "40%", "2019"),
        ("从2011年开始,林场就在岭上设了一个了望哨,有6名护林员常年值守。", "6名", "2020"),
        ("自2011年起,当地累计投入资金6亿元。", "6亿元", "2011/2020-05"),
        ("2018年,全县出口额比2012年翻了近一番。", "一番", "2012/2018"),
        ("9月我市出口增长6%,走出了几个月来的低谷;当月的进口额达到7亿元。", "7亿元", "2019-09"),
        ("2017年北山县城建集团驻村工作队入驻以来,引进投资80万元。", "80万元", "2017/2020-05"),
        ("收入从改制前不到6亿元增长至9亿元。", "6亿元", None),
        ("北山政发〔2019〕9号:补贴按不低于60元发放。", "60元", "2020"),
        ("上任的前两个月,他走访了60户农家。", "60户", "2020"),
        ("4月出口已连续第三个月站上60亿元。", "60亿元", "2020-04"),
    ],
)
def test_what_only_stands_behind_a_figure_is_not_its_time(text: str, mention: str, period: str | None, periods) -> None:
    assert periods(text, "2020-05-20")[mention] == period


def test_none_of_several_parts_holds_on(periods) -> None:
    text = "2019年,物价指数为98。其中,一季度上涨3.4%,二季度上涨0.1%。分类别看,农产品上涨2.6%。"
    assert periods(text, "2020-05-20")["2.6%"] == "2019"
    assert periods("二季度上涨3.4%,上半年累计上涨2.1%。分类别看,农产品上涨2.6%。", "2020-07-20")["2.6%"] != "2020"


def test_a_story_that_speaks_of_today_is_not_of_last_year(periods) -> None:
    text = "如今,村里的果园郁郁葱葱。2019年,他脱了贫。\n他家共6口人。"
    assert periods(text, "2020-01-20")["6口人"] == "2020"
    told = "2019年,他出栏了肉猪。\n今年1月肉猪全部卖出。\n他家共6口人。"
    assert periods(told, "2020-01")["6口人"] == "2020"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2026年工作回顾:五年来,全市砥砺前行。水质优良率稳定在90%以上。", "2025"),
        ("2026年工作回顾:五年来,全市砥砺前行。年度投资保持在90%以上。", "2021/2025"),
    ],
)
def test_a_rate_that_is_kept_is_of_the_end_of_five_years(text: str, period: str, periods) -> None:
    title = "2026年云岭市政府工作报告"
    assert periods(text.partition(":")[2], "2026-02-01", title)["90%"] == period


def test_the_task_that_a_deed_is_measured_by_is_of_the_year(periods) -> None:
    found = periods("截至7月16日,累计植树700万株,完成900万株造林任务的78%。", "2020-07-17")
    assert found["900万株"] == "2020"
    assert found["700万株"] == "2020-07-16"


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("6月份,工业增速由上月下降3%转为增长2%。", "3%", "2022-05"),
        ("6月份,工业增速由上月下降3%转为增长2%。", "2%", "2022-06"),
        ("截至7月3日,今年台风造成9个县受灾,70间房屋倒塌。", "70间", "2022-07-03"),
        ("截至6月底,今年已累计植树70万株。", "70万株", "2022-01/2022-06"),
        ("2021年出口额达9亿元,固定资产投资五年累计完成70亿元。", "70亿元", "2017/2021"),
        ("2021年高技术产业占比较2020年提高0.7个百分点。", "0.7个百分点", "2021"),
        ("2021年造林70万亩,比2020年增加9万亩。", "9万亩", "2021"),
        ("从6月17日开始,4名队员在700平方米的舱内生活。", "4名", "2022"),
        ("2021年12月17日实施的两地互认政策以来,口岸验放旅客70万人次。", "70万人次", "2021-12-17/2022-07-09"),
        (
            "自2021年12月17日,当地推行互认政策以来,截至7月1日,口岸验放旅客70万人次。",
            "70万人次",
            "2021-12-17/2022-07-01",
        ),
        ("几十年前,姐妹两人守着70亩薄田。", "70亩", None),
        ("此前,同类大楼的高度不超过60米,而新楼的高度达到70米。", "70米", "2022"),
        ("今年是油田发现60周年。60年来,油田累计生产原油7亿吨。", "7亿吨", "1962/2022"),
        ("以每周工作6日计算,每人月薪700元。", "700元", "2022"),
        ("2021年初下达了试点规模70万千瓦。", "70万千瓦", "2021"),
        ("补偿比例在上年度的基础上提高7%。", "7%", "2022"),
        ("从2016年开始,当地启动搬迁,将7万户牧民迁出深山。", "7万户", "2016"),
        ("审批事项由过去的70项精简至8项。", "70项", None),
        ("办园的人过去需要跑70个窗口,现在一次办结。", "70个", None),
        ("1日开始,城区70条公交线路恢复运行。", "70条", "2022-07-01"),
        ("这两年,县里改造道路70公里。", "70公里", None),
        ("这五年,县里改造道路70公里。", "70公里", "2017/2022"),
        ("几年间,企业拿下了70项专利。", "70项", None),
        ("产值比2012年底增长2倍。这十年,改革取得突破性进展,先后有70家企业重组。", "70家", "2012/2022"),
        ("6月份,工业增速加快2个百分点。服务业生产指数由上月下降5%转为增长1%。", "5%", "2022-05"),
    ],
)
def test_what_is_told_around_a_figure(text: str, mention: str, period: str | None, periods) -> None:
    assert periods(text, "2022-07-09")[mention] == period


def test_growth_and_sums_between_two_years_of_a_report_are_of_its_five_years(periods) -> None:
    title = "政府工作报告——2016年2月26日在甲州第六次会议上"
    text = "生产总值由2010年的77亿元增至2015年的161亿元;零售额由21亿元提高到41亿元,年均增长14.6%;累计完成投资70亿元。"
    found = periods(text, "2016-02-26", title)
    assert found["14.6%"] == found["70亿元"] == "2011/2015"
    assert (found["21亿元"], found["41亿元"]) == ("2010", "2015")


def test_a_plan_is_carried_on_with_its_year() -> None:
    text = "这次规划调整到2020年,粮食面积稳定在16亿亩,口粮面积稳定在8亿亩。棉花、油料面积分别稳定在5000万亩和2亿亩。"
    read = READER.read(Article("d", text, None, "2016-05-05", None)).observations
    assert {(o.period, o.status) for o in read} == {("2020", "target")}


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("眼下,云岭县的70万亩水稻即将进入抽穗期。", "70万亩", "2023"),
        ("眼下,云岭县的70万亩水稻已进入抽穗期。", "70万亩", "2023-09"),
        ("眼下,城市更新提速,全市累计改造小区70个。", "70个", "2023-09"),
    ],
)
def test_a_scene_of_today_is_of_the_year_and_what_is_reached_of_the_month(
    text: str, mention: str, period: str, periods
) -> None:
    assert periods(text, "2023-09-03")[mention] == period


def test_a_title_may_name_a_year_alone() -> None:
    read = READER.read(Article("d", "本次赛事设有70个项目。", "2024云岭马拉松圆满举行", None, None)).observations
    assert [o.period for o in read] == ["2024"]


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("从2009年至2011年底,全国共开工建设住房70万套。", "70万套", "2009/2011"),
        ("农业部门日前公布2022年全国产值超亿元村名单,云岭村上榜。\n云岭村有茶园7000亩。", "7000亩", "2023"),
        ("进出口总额在上年高基数基础上同比增长7%。", "7%", "2023"),
        ("2022年增收70万元。新年伊始,全省推出了15条旅游线路。", "15条", "2023"),
        ("在提高现有30万亩示范园的基础上,全县建设精品园70万亩。", "70万亩", "2023"),
    ],
)
def test_ends_of_years_lists_and_what_a_thing_builds_on(text: str, mention: str, period: str, periods) -> None:
    assert periods(text, "2023-03-17")[mention] == period


def test_a_quarter_of_the_whole_holds_for_the_next_figures_of_its_sentence(periods) -> None:
    text = "公司2022年前三季度收入50亿元,净利润4亿元;其中第三季度收入17亿元;净利润1.4亿元。"
    found = periods(text, "2022-11-17")
    assert (found["17亿元"], found["1.4亿元"]) == ("2022-07/2022-09", "2022-07/2022-09")
