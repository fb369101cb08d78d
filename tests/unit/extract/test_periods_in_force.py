"""Values that are to change: the old is a fact of no time told, the new one an aim from the day it holds."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()
DUTIES = "财政部今天发布消息，自2021年9月1日起，将降低关税税率。\n鞋类的关税由9%降低到5%，茶具的关税将由7%降低到4%。"
WAGES = "从9月1日起提高全省最低工资标准。其中，一类地区最低工资标准由1800元提高至2000元。全省有86个县。"


def read(text: str, mention: str) -> tuple[str | None, str]:
    found = READER.read(Article("d", text, None, "2021-08-20", None)).observations
    return next((one.period, one.status) for one in found if one.mention == mention)


@pytest.mark.parametrize(
    ("text", "mention", "period", "status"),
    [
        (DUTIES, "9%", None, "observation"),
        (DUTIES, "5%", "2021-09-01", "target"),
        (DUTIES, "4%", "2021-09-01", "target"),
        (WAGES, "1800元", None, "observation"),
        (WAGES, "2000元", "2021-09-01", "target"),
        (WAGES, "86个", "2021", "observation"),
        ("9月1日起，门票价格上调到80元。", "80元", "2021-09-01", "target"),
        ("8月1日起，门票价格上调到80元。", "80元", "2021-08-01", "observation"),
    ],
)
def test_a_measure_in_force_from_a_day(text: str, mention: str, period: str | None, status: str) -> None:
    assert read(text, mention) == (period, status)


@pytest.mark.parametrize(
    ("text", "mention", "period", "status"),
    [
        ("门诊报销占比原来是72%，今年要提高到76%。", "72%", None, "observation"),
        ("每户3000元的护林员报酬，明年起统一提高到4000元。", "3000元", None, "observation"),
        ("500元的定额补助将下调至300元。", "500元", None, "observation"),
        ("500元的定额补助将下调至300元。", "300元", "2021", "target"),
        ("财力保障不断加强，今年民生支出占比近50%。", "50%", "2021", "observation"),
        ("意见提出分期目标，今年在200个城市开展试点。", "200个", "2021", "target"),
    ],
)
def test_what_is_to_be_replaced(text: str, mention: str, period: str | None, status: str) -> None:
    assert read(text, mention) == (period, status)
