"""Texts without a date: the years of the plan that they look back on or hold their figures against."""

import pytest

TOLD = "回首“十二五”，成绩来之不易。新修农村公路812公里，森林覆盖率达到43.2%，贫困人口减少4.3万人。"
AGAINST = "——工业提质。规模以上企业达到98家，比“十一五”末增加35家。——生态改善。完成造林15万亩，群众满意度达到96%。"
BOTH = "产值比“十一五”末增长20%，比“十二五”末增长8%。完成造林15万亩。"


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        (TOLD, "812公里", "2011/2015"),
        (TOLD, "43.2%", "2015"),
        (TOLD, "4.3万人", "2011/2015"),
        (AGAINST, "98家", "2015"),
        (AGAINST, "35家", "2010/2015"),
        (AGAINST, "15万亩", "2011/2015"),
        (AGAINST, "96%", "2015"),
        (BOTH, "15万亩", None),
    ],
)
def test_the_plan_of_a_text_without_a_date(text: str, mention: str, period: str | None, periods) -> None:
    assert periods(text, None, "北川县工作情况")[mention] == period


@pytest.mark.parametrize(
    ("mention", "period"),
    [("85万户", "2020"), ("45%", "2016/2020"), ("第3位", "2016/2020"), ("第2位", "2020"), ("12个", "2016/2020")],
)
def test_a_rank_behind_a_change_is_of_its_time(mention: str, period: str, periods) -> None:
    text = (
        "五年来，成绩来之不易。经营主体达到85万户、增长45%、居全省第3位。"
        "产值年均增长8%，跃居全国第2位。\n五年来，工业向好。甲子山、飞来寺等12个项目竣工。"
    )
    assert periods(text, "2021-02-01", "2021年江北市政府工作报告")[mention] == period


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("2013年和今年上半年进口都有增加。今年一季度，播种面积增长2.1%。", "2.1%", "2014-01/2014-03"),
        ("2009年、2010年和今年三次上调工资。今年上半年发放补贴300万元。", "300万元", "2011-01/2011-06"),
        ("去年（2012年）收入增长10%，今年上半年增长12%。", "12%", "2013-01/2013-06"),
        ("2008年和今年是两个大年。2008年收入3亿元，2008年产量5万吨，今年一季度收入8亿元。", "8亿元", "2008-01/2008-03"),
    ],
)
def test_this_year_goes_on_a_row_of_printed_ones(text: str, mention: str, period: str | None, periods) -> None:
    assert periods(text, None, None)[mention] == period
