"""Periods and status of accounts and notices: quarters of firms, holidays with remarks, aims that facts agree with."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


def read(text: str, published: str | None, title: str | None = None) -> dict[str, tuple[str | None, str]]:
    found = READER.read(Article("x", text, title, published, None)).observations
    return {o.mention: (o.period, o.status[:3]) for o in found}


def test_a_firm_s_account_of_a_quarter_is_of_it_throughout() -> None:
    text = "安平银行2025年一季度稳健增长，净利润增长2.1%。\n净资产收益率下降0.1个百分点。\n资产负债率91%。"
    assert {period for period, _ in read(text, None).values()} == {"2025-01/2025-03"}


def test_those_counted_by_what_they_did_in_a_quarter_are_of_it() -> None:
    text = "一季报业已收官，一季度，38家银行营业收入1.4万亿元。38家银行中，有22家净利润同比增长。"
    found = read(text, "2025-05-06", "上市银行一季报概览")
    assert found["22家"][0] == "2025-01/2025-03"


@pytest.mark.parametrize("remark", ["", "（除夕）", "(除夕)"])
def test_days_from_one_date_to_another_may_have_remarks(remark: str) -> None:
    found = read(f"2月4日{remark}至2月10日，全县接待游客30万人次。春节7天长假，住客9万人。", "2019-02-11")
    assert {period for period, _ in found.values()} == {"2019-02-04/2019-02-10"}


def test_aims_that_facts_agree_with_make_no_plans() -> None:
    text = "11月末，贷款规模405亿元，增长7.8%，与预期目标基本匹配。其中，小微企业贷款25亿元。"
    assert {status for _, status in read(text, "2024-12-13").values()} == {"obs"}


def test_what_is_expected_for_all_of_a_year_that_is_reviewed_is_a_fact_without_a_date() -> None:
    text = "2013年，我们圆满完成了各项任务。\n预计全年实现生产总值90亿元，增长11%左右；公路投资8亿元，增长3%。"
    assert set(read(text, None).values()) == {("2013", "obs")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("今天，全省民航计划执行航班1876班。", "tar"), ("2023年计划执行情况良好，新增学位400个。", "obs")],
)
def test_what_is_planned_to_be_carried_out(text: str, expected: str) -> None:
    assert [status for _, status in read(text, "2024-02-07").values()] == [expected]


def test_what_a_year_that_is_over_brought_is_no_plan_behind_one() -> None:
    found = read("明年要新建学校8所，确保按期完工。其中，2009年新建校舍400间。", "2010-12-20")
    assert found["8所"][1] == "tar"
    assert found["400间"][1] == "obs"


def test_a_share_of_last_year_s_wage_is_of_the_year_itself() -> None:
    assert read("护理费为上年度职工月平均工资的50%。", "2010-12-20")["50%"][0] == "2010"
