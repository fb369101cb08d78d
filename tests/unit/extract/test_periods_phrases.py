"""Words around dates that change what a figure's time is: prices of a year, the year before, quarters just past."""

import pytest

from tasks.extract.dates import find_dates
from tasks.extract.periods import PeriodScope

COMMUNIQUE = "2023年东川市国民经济和社会发展统计公报"


def period_of(text: str, mention: str, published: str, title: str | None = None, status: str = "observation",
              measure: str = "level") -> str | None:  # fmt: skip
    scope = PeriodScope(text, find_dates(text, published), published, title)
    start = text.index(mention)
    return scope.period_at(start, start + len(mention), measure, status).period


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("按2020年不变价计算，人均产值7.7万元。", "7.7万元", "2023"),
        ("按2015年价格计算，全年能耗7万吨。", "7万吨", "2023"),
        ("人均产值7.7万元，按2023年平均汇率折算为1.1万美元。", "1.1万美元", "2023"),
        ("二产占比由上年的41%提高到42%。", "41%", "2022"),
        ("二产占比由上年的41%提高到42%。", "42%", "2023"),
        ("年末人口70万人，上年末为69万人。", "69万人", "2022"),
    ],
)
def test_a_communique_counts_from_the_year_it_reports_on(text: str, mention: str, period: str) -> None:
    assert period_of(text, mention, "2024-03-01", COMMUNIQUE) == period


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("刚刚过去的一季度，全县产煤300万吨。", "300万吨", "2023-01/2023-03"),
        ("在刚刚过去的3月，全县产煤300万吨。", "300万吨", "2023-03"),
        ("在过去的3个月里，全县产煤300万吨。", "300万吨", None),
        ("3月份涨幅中，今年价格变动的新影响约为0.4个百分点。", "0.4个百分点", "2023-03"),
        ("3月份涨幅中，上年价格变动的翘尾影响约为0.4个百分点。", "0.4个百分点", "2023-03"),
        ("3月台湾出口300亿元。", "300亿元", "2023-03"),
        ("3月销售额300亿元。", "300亿元", "2023-03"),
        ("扩建投产后年产量300万吨。", "300万吨", "2023"),
        ("消化以前年度结转资金300万元。", "300万元", "2023"),
        ("前年，产值300万元。", "300万元", "2021"),
    ],
)
def test_months_and_years_are_told_from_words_that_only_look_like_them(text: str, mention: str, period: str) -> None:
    assert period_of(text, mention, "2023-04-09") == period


def test_years_to_come_are_those_of_a_plan_that_begins_or_of_a_work_report() -> None:
    report = "今后五年，要新建公路70公里，城镇化率要达到65%。"
    title = "2021年东川市政府工作报告"
    assert period_of(report, "70公里", "2021-02-05", title, "target") == "2021/2025"
    assert period_of(report, "65%", "2021-02-05", title, "target", "share") == "2025"
    assert (
        period_of("根据“十三五”规划，未来五年要新增岗位70万个。", "70万个", "2016-03-26", None, "target") == "2016/2020"
    )
    assert period_of("未来五年要新增岗位70万个。", "70万个", "2016-03-26", None, "target") is None


@pytest.mark.parametrize(
    ("mention", "period"), [("3亿元", "2010/2012"), ("43万元", "2012"), ("58公里", "2010/2012"), ("55元", "2012")]
)
def test_the_new_value_of_a_pair_and_what_is_left_hold_at_the_end_of_the_years(mention: str, period: str) -> None:
    text = "2010年至2012年，全县共投入3亿元，期末结余43万元。新修公路58公里，人均产值从39元增至55元。"
    assert period_of(text, mention, "2013-12-28") == period
