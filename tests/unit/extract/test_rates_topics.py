"""Units and rates told in the clause before the figure, and people counted without a measure word."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


def units(text: str) -> list[str]:
    return [o.unit for o in READER.read(Article("x", text, None, "2022-06-10", None)).observations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("茶产业的年产值，过去是300万元，现在做到了5600万元。", ["元/年", "元/年"]),
        ("大米的年产值达到7000万，起步时则是200万。", ["元/年", "元/年"]),
        ("老人每月领到的养老金，人均在120元以上。", ["元/月"]),
        ("护林员的月工资原来是800元，后来涨到1000元。", ["元/月", "元/月"]),
        ("他家一年的收入，早先不过8000元，如今有6万元。", ["元/年", "元/年"]),
        ("护林员补助过去是每月600元，今年起涨到900元。", ["元/月", "元/月"]),
        ("津贴原来每人每月50元，从2022年1月起统一提高到80元。", ["元/月", "元/月"]),
        ("救助标准此前为每人每月700元，明年将调整到760元。", ["元/月", "元/月"]),
        ("护林员每月800元，全县护林支出增加到50万元。", ["元/月", "元"]),
        ("每月投保的人多了，保费合计300万元。", ["元"]),
        ("每月补助200元，共计2400元。", ["元/月", "元"]),
        ("基金会年捐助金额达52万元，年减免费用总额18万元。", ["元/年", "元/年"]),
        ("当年捐助金额达52万元，去年交易总额18万元。", ["元", "元"]),
        ("合作社每月发放工资300万元，全年分红达到80万元。", ["元/月", "元"]),
    ],
)
def test_a_clause_of_amount_is_told_of_what_was_named_before_it(text: str, expected: list[str]) -> None:
    assert units(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("受益的退休人员有1亿多。", ["人"]),
        ("参保职工不断增多，总数已突破80万。", ["人"]),
        ("汽车进入家庭，总量达到12万。", ["辆"]),
        ("标志认证稳步推进，总数达到1.3万。", ["个"]),
        ("受灾群众达12万之众。", ["人"]),
        ("农民工总数2.9亿，其中外出的1.7亿。", ["人", "人"]),
        ("深山里还住着贫困人口，加在一起有800万之多。", ["人"]),
        ("城镇低保对象46万，农村低保对象120万。", ["人", "人"]),
        ("村民收入200万。", ["元"]),
        ("县里奖励职工200万资金。", ["元"]),
    ],
)
def test_people_are_counted_by_the_noun_that_ends_before_the_amount(text: str, expected: list[str]) -> None:
    assert units(text) == expected


def test_a_parallel_pair_is_paid_as_the_one_before_it() -> None:
    text = "集中供养的每人每月由2375元提高到2423元，散居的由1536元提高到1567元。"
    assert units(text) == ["元/月"] * 4


def test_what_is_left_of_a_fund_is_money() -> None:
    assert units("基金收入5.3万亿元，当期结余7000亿。") == ["元", "元"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("按每人每月计，孤儿补助由1000元提高到1200元。", ["元/月", "元/月"]),
        ("以每人每月计算，护理补贴为80元，生活补贴为60元。", ["元/月", "元/月"]),
        ("按每人每年计算，医保补助为640元，其中中央补助320元。", ["元/年", "元/年"]),
        ("以下标准均按月计算：城市低保700元，农村低保500元。", ["元/月", "元/月"]),
        ("按每人每月计算，补贴为60元，去年全县共发放3000万元。", ["元/月", "元"]),
        ("按每户每年计算，补贴提高到360元；每亩另补20元。", ["元/年", "元"]),
        ("按月计息，贷款为5万元。", ["元"]),
        ("按每月计划，投资300万元。", ["元"]),
    ],
)
def test_a_sentence_may_say_first_what_its_amounts_are_reckoned_by(text: str, expected: list[str]) -> None:
    assert units(text) == expected
