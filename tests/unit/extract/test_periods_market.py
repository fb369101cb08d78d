"""The day or week of a market report holds for all of its figures."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

DAY = (
    "新华社北京3月9日电 8日，A股震荡走低，沪指收报3260.10点，跌幅为0.55%。\n"
    "两市个股多数下跌，成交额合计8120亿元，近40只个股涨停。\n9日早盘，沪指低开12.30点。"
)
WEEK = (
    "据商务部监测，上周（5月8日至14日）全国食用农产品市场价格比前一周下降0.6%。\n"
    "猪肉批发价格每公斤19.80元。粮油批发价格上涨0.1%。"
)
HOUSES = (
    "2019年第07周（02月11日~02月17日），全市新房成交820套，均价12010元/㎡；上周成交410套，均价11800元/㎡。\n"
    "二手房成交均价9800元/㎡。"
)
BASKET = "本周（9月22日—9月28日），本市蔬菜批发均价上涨。\n零售均价为8.75元/公斤，较上周下降1.2%。"
OIL = "新华社纽约12月7日电 国际油价7日下跌。\n截至当天收盘，1月交货的轻质原油期货价格收于每桶49.10美元，跌幅为2%。"
BUDGET = "1—6月，全区公共预算收入完成5亿元，完成年初预算的46.5%。"
TAXES = "全市上半年完成一般公共预算收入240亿元，其中税收收入217亿元。一般公共预算支出180.5亿元，结余59.5亿元。"
THURSDAY = "周三收盘，恒指跌破19000点，全日成交额1020亿港元。"
BANKS = (
    "今年上半年，东江银行总资产达到2.1万亿元。\n目前，西湖银行不良率最低，为0.8%。\n"
    "从营收来看，东江银行为210亿元，西湖银行为160亿元。"
)
NEWS = "5月8日，县里举行招商推介会。全县去年实现营业收入12亿元，两家企业上市，股价收盘上涨。"


@pytest.mark.parametrize(
    ("text", "date", "mention", "period"),
    [
        (DAY, "2023-03-09", "3260.10点", "2023-03-08"),
        (DAY, "2023-03-09", "8120亿元", "2023-03-08"),
        (DAY, "2023-03-09", "40只", "2023-03-08"),
        (DAY, "2023-03-09", "12.30点", "2023-03-09"),
        (WEEK, "2023-05-17", "0.6%", "2023-05-08/2023-05-14"),
        (WEEK, "2023-05-17", "19.80元", "2023-05-08/2023-05-14"),
        (WEEK, "2023-05-17", "0.1%", "2023-05-08/2023-05-14"),
        (HOUSES, None, "820套", "2019-02-11/2019-02-17"),
        (HOUSES, None, "410套", "2019-02-04/2019-02-10"),
        (HOUSES, "2019-02-18", "11800元/㎡", "2019-02-04/2019-02-10"),
        (HOUSES, None, "9800元/㎡", "2019-02-11/2019-02-17"),
        (BASKET, "2024-09-30", "8.75元/公斤", "2024-09-22/2024-09-28"),
        (OIL, "2016-12-08", "49.10美元", "2016-12-07"),
        (BUDGET, "2019-08-10", "46.5%", "2019-01/2019-06"),
        (TAXES, "2020-08-12", "180.5亿元", "2020-01/2020-06"),
        (THURSDAY, "2022-08-18", "1020亿港元", "2022-08-17"),
        (BANKS, "2023-08-30", "2.1万亿元", "2023-01/2023-06"),
        (BANKS, "2023-08-30", "160亿元", "2023-01/2023-06"),
        (BANKS, "2023-08-30", "0.8%", "2023-08"),
        (NEWS, "2023-05-09", "12亿元", "2022"),
    ],
)
def test_period_of_a_market_report(text: str, date: str | None, mention: str, period: str) -> None:
    made = Reader().read(Article("d", text, None, date, None)).observations
    assert [one.period for one in made if one.mention == mention] == [period]


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("2023年一季度净利润为12亿元，而去年同期的为9.5亿元。", "9.5亿元", "2022-01/2022-03"),
        ("2023年一季度毛利率为31%，而上年同期为28%。", "28%", "2022-01/2022-03"),
        (
            "2023年一季度，东港吞吐量为800万吨。而在去年同期，东港为760万吨，西港为510万吨。",
            "510万吨",
            "2022-01/2022-03",
        ),
        ("2023年一季度净利润从去年同期的人民币3亿元增至5亿元。", "3亿元", "2022-01/2022-03"),
        ("2023年一季度销量为12万辆，去年同期基数较低，增长40%。", "40%", "2023-01/2023-03"),
    ],
)
def test_the_same_part_of_the_year_before(text: str, mention: str, period: str) -> None:
    made = Reader().read(Article("d", text, None, "2023-04-20", None)).observations
    assert [one.period for one in made if one.mention == mention] == [period]


def test_a_day_of_trading_told_in_passing_and_before_today(periods) -> None:
    text = "第2季财报季表现亮眼，美股15日四大指数今天收红。联电ADR跌0.5美元，台指期夜盘同步走低，收42元。"
    assert set(periods(text, "2026-07-16").values()) >= {"2026-07-15"}
    assert periods(text, "2026-07-16")["0.5美元"] == "2026-07-15"


def test_weeks_without_prices_make_no_report(periods) -> None:
    text = "上周流感就诊激增三成，本周恐进入流行期。\n卫生局抽验食品12件。"
    assert periods(text, "2026-07-16")["12件"] == "2026"


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("总统周五抵达，随行80人。", "80人", "2026-09-04"),
        ("学校周日倒塌，造成37人死亡。", "37人", "2026-09-06"),
        ("音乐节周六将有2000人参加。", "2000人", "2026-09-12"),
        ("疫苗预计周四运抵5万剂。", "5万剂", "2026-09-10"),
    ],
)
def test_a_weekday_is_the_last_one_unless_something_is_to_come(text: str, mention: str, period: str, periods) -> None:
    assert periods(text, "2026-09-09")[mention] == period


def test_a_day_of_trading_holds_for_the_shares_told_behind_it() -> None:
    text = "台股今（8）日开高走低，加权指数终场大跌220点。台积电则上涨10元来到2470元，涨幅0.41%。"
    found = Reader().read(Article("x", text, "台股收跌", "2026-09-08")).observations
    assert {one.period for one in found} == {"2026-09-08"}
