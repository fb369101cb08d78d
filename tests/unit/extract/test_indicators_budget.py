"""Budget accounts: 收入 and 支出 take the account of their heading or of the sentence before."""

from __future__ import annotations

from tasks.extract.indicators_budget import BudgetAccounts
from tasks.extract.model import Article
from tasks.extract.reader import Reader


def names(text: str) -> dict[str, str]:
    """The indicator of each figure of a text by its mention."""
    found = Reader().read(Article("d", text, "某县预算执行情况报告", "2022-02-10", None)).observations
    return {one.mention: one.indicator for one in found}


def test_a_heading_names_the_account() -> None:
    text = (
        "二、政府性基金预算\n（一）收入情况\n全县收入3.2亿元，增长6%。\n（二）支出情况\n本级支出2.8亿元。\n"
        "三、农业生产\n合作社社员一年收入4万元。"
    )
    found = names(text)
    assert found["3.2亿元"] == found["6%"] == "政府性基金预算收入"
    assert found["2.8亿元"] == "本级政府性基金预算支出"
    assert "政府性基金" not in found["4万元"]


def test_the_sentence_before_names_the_account() -> None:
    text = "一般公共预算收入9.1亿元，增长4%。分级次看，中央收入1.3亿元；地方收入7.8亿元，增长5%。"
    found = names(text)
    assert found["1.3亿元"] == "中央一般公共预算收入"
    assert found["7.8亿元"] == found["5%"] == "地方一般公共预算本级收入"


def test_money_moved_into_an_account_names_none() -> None:
    accounts = BudgetAccounts("从预算稳定调节基金调入一般公共预算2亿元。收入3亿元。")
    assert accounts.named("收入", 25) == "收入"


def test_other_names_stay() -> None:
    accounts = BudgetAccounts("一般公共预算收入9亿元。旅游收入3亿元。")
    assert accounts.named("旅游收入", 18) == "旅游收入"
    assert accounts.named("一般公共预算收入情况收入", 18) == "一般公共预算收入"
