"""Accounts of firms: flows up to the day that closes them, 去年 beside the report of a year, times nobody dated."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()
CLOSED = "截至2012年6月30日，甲银行资产总额1.2万亿元，实现净利润58亿元，同比增长12%，不良贷款率1.1%。"
YEAR = "截至2013年12月31日，公司营业收入12亿元，净资产8亿元，每股收益0.5元。"
REPORT = "4月2日，甲公司公布其2010年年报，公司去年实现营业收入22亿元，净利润3.1亿元。今年公司将扩产。"
NOWADAYS = "这座楼是2006年建成的。村民收入由2006年的2000元涨到如今的两万多元。院内有12间房。"
GAMES = "结论基于2008年和2009年30款游戏的搜索。对于2009年的游戏，40%的搜索产生于发布前6个月，35%产生于发布后。"
SELLER = "家住江边的李女士今年36岁，2009年她花85万元买房。去年底，她以126万元将房子卖出。"
PRICE = "预计公司2014-2016年EPS为0.5、0.6、0.8元，对应目前股价PE为20、16、12倍。"


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        (CLOSED, "1.2万亿元", "2012-06-30"),
        (CLOSED, "58亿元", "2012-01/2012-06"),
        (CLOSED, "12%", "2012-01/2012-06"),
        (CLOSED, "1.1%", "2012-06-30"),
        (YEAR, "12亿元", "2013"),
        (YEAR, "8亿元", "2013-12-31"),
        (YEAR, "0.5元", "2013"),
        (REPORT, "22亿元", "2010"),
        (REPORT, "3.1亿元", "2010"),
        (NOWADAYS, "2000元", "2006"),
        (NOWADAYS, "两万多元", None),
        (NOWADAYS, "12间", None),
        (GAMES, "30款", "2008/2009"),
        (GAMES, "40%", "2009"),
        (GAMES, "35%", "2009"),
        (PRICE, "20", "2014"),
        (PRICE, "12倍", "2016"),
        ("2004年刷卡比例不到5%，现在达到了20%。近年来，十多个省的协会提出降低费率。", "十多个", None),
        ("赵某现年41岁，大专文化。2011年6月，他挪用公款50万元。", "41岁", None),
        (SELLER, "36岁", None),
        (SELLER, "85万元", "2009"),
        (SELLER, "126万元", None),
        ("2012年第二季度营收6亿元，上一季度为5亿元。", "5亿元", None),
        ("维持2012-2013年每股收益1.25元、1.58元的预测。", "1.25元", "2012"),
        ("截至2013年9月底，国内在2013年的并购已有35起。", "35起", "2013-01/2013-09"),
    ],
)
def test_periods_of_texts_nobody_dated(text: str, mention: str, period: str | None) -> None:
    found = READER.read(Article("d", text, None, None, None)).observations
    assert [one.period for one in found if one.mention == mention] == [period]


def test_months_before_something_are_none_of_the_year(periods: Callable[..., dict[str, str | None]]) -> None:
    assert periods("新机上市前两个月预订量达2万台，今年前两个月销量5万台。", "2012-06-10") == {
        "2万台": "2012",
        "5万台": "2012-01/2012-02",
    }


def test_a_price_of_now_is_of_now(periods) -> None:
    assert periods("目前股价20元，市值30亿元。", "2014-04-02")["20元"] == "2014-04"
