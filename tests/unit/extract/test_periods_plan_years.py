"""Work reports without a date that look back on five years: sums run over them, states hold at their end."""

import pytest

REPORT = (
    "——经济实力增强。与“十二五”末相比，2020年全市生产总值达到400亿元、净增90亿元，年均增长5.1%。\n"
    "——脱贫攻坚全面胜利。3个县如期摘帽，212个贫困村全部出列，减贫8.2万人，整合资金21亿元，贫困发生率降至0.3%。\n"
    "——民生改善。改造棚户区1.2万户，城镇化率达到58%。"
)


@pytest.mark.parametrize(
    ("mention", "period"),
    [
        ("400亿元", "2020"),
        ("90亿元", "2015/2020"),
        ("5.1%", "2016/2020"),
        ("3个", "2016/2020"),
        ("212个", "2016/2020"),
        ("8.2万人", "2016/2020"),
        ("21亿元", "2016/2020"),
        ("0.3%", "2020"),
        ("1.2万户", "2016/2020"),
        ("58%", "2020"),
    ],
)
@pytest.mark.parametrize("published", [None, "2021-01-20"])
def test_a_report_that_compares_with_the_plan_before(mention: str, period: str, published: str | None, periods) -> None:
    assert periods(REPORT, published, "陇州市政府工作报告")[mention] == period


def test_a_report_on_the_five_years_of_a_term(periods) -> None:
    text = "过去五年，全县实力提升。2021年生产总值达到120亿元。\n五年来，新建学校12所，森林覆盖率达到41%。"
    found = periods(text, None, "清河县政府工作报告")
    assert (found["12所"], found["41%"]) == ("2017/2021", "2021")
