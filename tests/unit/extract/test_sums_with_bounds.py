"""Sums given out with a bound behind them, and bounds that only say which loans or projects are meant."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("银行将投放3000亿元以上贷款。", ["3000亿元"]),
        ("安排50亿元以上资金用于乡村振兴。", ["50亿元"]),
        ("投入12亿元以上财政资金，带动30亿元以上社会投资。", ["12亿元", "30亿元"]),
        ("对100万元以上贷款实行贴息。", []),
        ("发放100万元以上贷款的企业优先。", []),
        ("全省有500万元以上项目320个。", ["320个"]),
    ],
)
def test_a_sum_with_a_bound(text: str, read: list[str], reader) -> None:
    assert [one.mention for one in reader.read(Article("x", text, None, "2022-10-03")).observations] == read


def test_what_is_kept_of_what_there_was_is_of_now(reader) -> None:
    found = reader.read(Article("x", "原来有5405项事项，只保留1712项。", None, "2014-11-13")).observations
    assert [one.period for one in found] == [None, "2014"]


def test_an_aim_of_the_year_is_of_what_it_is_an_aim_for(reader) -> None:
    text = "2016年末城镇登记失业率为4.02%，低于4.5%的年度调控目标。"
    assert "失业率" in reader.read(Article("x", text, None, "2017-01-23")).observations[-1].indicator


def test_who_tells_an_as_of_date_does_not_keep_it_from_the_next_sentence(reader) -> None:
    text = "数据显示，截至7月底，全市发放贷款45亿元。扶贫贷款惠及3.2万户。"
    found = reader.read(Article("x", text, None, "2020-08-23")).observations
    assert {one.period for one in found} == {"2020-07"}


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("这五年，全县脱贫人口达12万人。", "2012/2017"),
        ("五年来，我国治理沙化土地1.26亿亩。截至2016年，森林面积31亿亩。", "2012/2017"),
    ],
)
def test_five_years_go_on_to_the_time_of_the_text(text: str, period: str, reader) -> None:
    assert reader.read(Article("x", text, None, "2017-10-13")).observations[0].period == period
