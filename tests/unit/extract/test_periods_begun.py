"""Beginnings that 以来 counts from without a date of its own."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader


def periods(text: str, published: str) -> dict[str, str | None]:
    found = Reader().read(Article("1", text, None, published, None)).observations
    return {o.mention: o.period for o in found}


def test_a_beginning_dated_before_is_counted_from() -> None:
    text = "甲县自2014年启动“千村整治”行动以来，共改造房屋3万间。\n“千村整治”行动实施以来，全县累计清运垃圾80万吨。"
    assert periods(text, "2018-09-05")["80万吨"] == "2014/2018-09"


def test_the_kind_of_a_deed_stands_for_its_name() -> None:
    text = "2017年3月，市里启动“健康细胞”工程，建成示范点20个。工程启动以来，累计培训医生3000人。"
    assert periods(text, "2021-06-18")["3000人"] == "2017-03/2021-06"


@pytest.mark.parametrize(
    ("mention", "period"),
    [("2万人次", "2012-11/2015-09"), ("四千户", "2012-11/2015-09"), ("60余万元", "2012-11/2015-09"), ("3万人", "2015")],
)
def test_deeds_since_a_congress_hold_on_without_a_subject(mention: str, period: str) -> None:
    text = "十八大以来，我市干部驻村蹲点2万人次。走访困难家庭四千户，垫付学费60余万元。全市有党员3万人。"
    assert periods(text, "2015-09-05")[mention] == period


def test_a_year_since_a_congress_is_its_months() -> None:
    text = "十九大一年来，中央财政安排资金120亿元。"
    assert periods(text, "2018-10-17")["120亿元"] == "2017-10/2018-10"
