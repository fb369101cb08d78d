"""Months of earlier years: 比2019年前三季度增长, 2020年同期下降, and the years told behind them."""

import pytest

from tasks.extract.model import Article


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("前三季度，全市进出口总额4200亿元，比2019年前三季度增长21.5%。", "21.5%", "2019-01/2021-09"),
        ("1-8月，全市工业产值比2019年同期增长19.3%。", "19.3%", "2019-01/2021-08"),
        ("8月，全市用电量较2019年8月份增长9.3%。", "9.3%", "2019-08/2021-08"),
        ("1-8月，全市工业产值比2019年增长19.3%。", "19.3%", "2019/2021"),
        ("1-8月，全市用电量比2016年同期增长30%。", "30%", "2016-01/2021-08"),
        ("1-8月，进口增长20%，2020年同期下降5.6%，两年平均增长7%。", "5.6%", "2020-01/2020-08"),
        ("1-8月，进口增长20%，2020年同期下降5.6%，两年平均增长7%。", "7%", "2021-01/2021-08"),
        ("1-8月，进口增长20%。\n分行业看，采矿业两年平均增长6%。", "6%", "2021-01/2021-08"),
        ("1-8月，进口增长20%。2020年同期，进口额600亿元，下降5%。", "5%", "2020-01/2020-08"),
        ("1-8月，进口增长20%。2015-2019年同期进口平均增速为10.5%，2019年增速放慢至8%。", "10.5%", "2015/2019"),
        ("1-8月，进口增长20%。2015-2019年同期进口平均增速为10.5%，2019年增速放慢至8%。", "8%", "2019-01/2019-08"),
    ],
)
def test_the_same_months_of_earlier_years(text: str, mention: str, period: str, periods) -> None:
    assert periods(text, "2021-10-26")[mention] == period


@pytest.mark.parametrize("slower", ["变缓至", "放慢至", "趋缓至"])
def test_growth_that_slows_is_growth(slower: str, reader) -> None:
    article = Article("x", f"2019年，全市工业增速{slower}3%。", None, "2020-02-01", None)
    assert [(one.indicator, one.measure) for one in reader.read(article).observations] == [("工业增速", "growth")]
