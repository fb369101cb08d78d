"""Dates that only tell the background of a figure: what ended, since when something stands, parts told one by one."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


def periods(text: str, published: str, title: str | None = None) -> dict[str, str | None]:
    return {o.mention: o.period for o in READER.read(Article("d", text, title, published, None)).observations}


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
def test_what_only_stands_behind_a_figure_is_not_its_time(text: str, mention: str, period: str | None) -> None:
    assert periods(text, "2020-05-20")[mention] == period


def test_none_of_several_parts_holds_on() -> None:
    text = "2019年,物价指数为98。其中,一季度上涨3.4%,二季度上涨0.1%。分类别看,农产品上涨2.6%。"
    assert periods(text, "2020-05-20")["2.6%"] == "2019"
    assert periods("二季度上涨3.4%,上半年累计上涨2.1%。分类别看,农产品上涨2.6%。", "2020-07-20")["2.6%"] != "2020"


def test_a_story_that_speaks_of_today_is_not_of_last_year() -> None:
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
def test_a_rate_that_is_kept_is_of_the_end_of_five_years(text: str, period: str) -> None:
    title = "2026年云岭市政府工作报告"
    assert periods(text.partition(":")[2], "2026-02-01", title)["90%"] == period


def test_the_task_that_a_deed_is_measured_by_is_of_the_year() -> None:
    found = periods("截至7月16日,累计植树700万株,完成900万株造林任务的78%。", "2020-07-17")
    assert found["900万株"] == "2020"
    assert found["700万株"] == "2020-07-16"
