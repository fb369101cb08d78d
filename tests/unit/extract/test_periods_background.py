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
