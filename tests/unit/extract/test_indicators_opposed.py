"""What clauses leave out that set one thing against another, pair, hold a share of a market or rank."""

from __future__ import annotations

import pytest

COOLING = "机械制冷系统的造价为400元，而蒸发型系统为250元。"
BANK = "三季度末，银行总资产3325亿元，存贷款余额分别为2093亿元和1219亿元，较年初分别增长25.81%和18.61%。"
MARKET = "从营收看，云岭集团占据60%的市场份额，其中云岭网独占43%；海河网占比3.8%，排名第二。"


@pytest.mark.parametrize(
    ("text", "mention", "indicator"),
    [
        (COOLING, "400元", "机械制冷系统的造价"),
        (COOLING, "250元", "蒸发型系统的造价"),
        (BANK, "2093亿元", "存款余额"),
        (BANK, "1219亿元", "贷款余额"),
        (BANK, "25.81%", "存款余额"),
        (BANK, "18.61%", "贷款余额"),
        ("约56%的员工有时手腕、手指酸痛。", "56%", "员工有时手腕、手指酸痛比例"),
    ],
)
def test_what_is_left_out(text, mention, indicator, name):
    assert name(text, mention) == indicator


@pytest.mark.parametrize(("mention", "word"), [("43%", "市场份额"), ("第二", "排名")])
def test_shares_of_a_market_and_ranks_say_what_they_are(mention, word, name):
    assert name(MARKET, mention).endswith(word)
