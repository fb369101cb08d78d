"""What clauses without a number leave to the next: sorts, fronted objects, nouns that cannot stand alone."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader


def names(text: str) -> list[str]:
    """The names of the figures of a text, in order."""
    found = Reader().read(Article("d", text, "全国经济运行", "2023-03-05", None)).observations
    return [one.indicator for one in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "孤儿养育标准继续上调：集中供养的，每人每月1520元；散居的，每人每月1110元。",
            ["集中供养孤儿养育标准", "散居孤儿养育标准"],
        ),
        ("城乡低保标准分别提高：城市的，每人每月750元；农村的，每人每月630元。", ["城市低保标准", "农村低保标准"]),
        ("购房补贴标准如下：博士的，每人10万元；硕士的，每人5万元。", ["博士购房补贴标准", "硕士购房补贴标准"]),
    ],
)
def test_a_sort_takes_what_the_sentence_has_announced(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("对各级各类扶贫项目资产，各地逐一摸排核实，总额292亿元。", "扶贫项目资产总额"),
        ("服务业成为拉动增长的主引擎，增加值突破4万亿元。", "服务业增加值"),
        ("旅游业发展迅速，总收入突破50亿元。", "旅游业总收入"),
    ],
)
def test_a_noun_that_cannot_stand_alone_takes_its_subject(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("经济总量年均增长5%，接连跨过两个万亿元大关，去年突破6万亿元。", ["经济总量", "经济总量"]),
        ("经济年均增长5%，总量接连跨过两个万亿元大关，去年超过7万亿元。", ["经济", "经济总量"]),
        ("固定资产投资增长15%，累计完成额为246亿元。", ["固定资产投资", "固定资产投资完成额"]),
        ("纺织业产量120万吨，产值年均增速为6%。", ["纺织业产量", "纺织业产值年均增速"]),
        ("员工人数120万人，工资涨幅不低于6%。", ["员工人数", "工资涨幅"]),
    ],
)
def test_steps_that_were_passed_are_no_subject(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("孤儿标准继续提高：散居的（含感染儿童），每人每月由1050元增加到1110元。", ["散居孤儿标准", "散居孤儿标准"]),
        ("地方财政支出262亿元，增幅与收入相同，也是24%。", ["地方财政支出", "地方财政支出"]),
        ("对特困人员，其生活标准要达到最低标准的1.6倍。", ["特困人员生活标准与最低标准之比"]),
        ("服务业成为主引擎，对经济增长贡献率超55%，增加值突破4万亿元。", ["服务业对经济增长贡献率", "服务业增加值"]),
        ("新线开通后，最快用时减少62分钟。", ["最快用时"]),
    ],
)
def test_clauses_between_pass_on_whose_the_figure_is(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted
