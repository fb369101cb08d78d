"""Periods in chronicles: figures behind the date of years ago that opens their paragraph."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


def period(text: str, mention: str, date: str | None = "2024-05-15") -> str | None:
    found = READER.read(Article("d", text, "今昔", date, None)).observations
    return next(one.period for one in found if one.mention == mention)


@pytest.mark.parametrize(
    ("text", "mention", "told"),
    [
        ("2018年6月6日，公司在深交所挂牌。首日市值达到65亿元。", "65亿元", "2018-06-06"),
        ("抢险：2021年7月20日，水库遭遇暴雨。入库流量达到3200立方米。", "3200立方米", "2021-07-20"),
        ("2019年9月1日，新校区举行启用仪式。1560名学生搬进新教室。其中，住校生有840名。", "840名", "2019-09-01"),
        ("2011年，园林局捐资，进行了修建。新园占地面积扩大至6000多平方米。", "6000多平方米", "2011"),
        ("2018年6月6日，公司挂牌。目前，公司有员工650人。", "650人", "2024-05"),
        ("2018年6月6日，公司挂牌。公司占地面积200亩。", "200亩", "2024"),
        ("2024年3月6日，公司挂牌。公司有员工650人。", "650人", "2024"),
    ],
)
def test_what_is_told_behind_a_date_of_years_ago(text: str, mention: str, told: str) -> None:
    assert period(text, mention) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1-10月，投资增长7.4%。2017年以来，年内出台政策180次。", "2017-01/2017-10"),
        ("进入2019年以来，开工32个。1-5月，投资增长7.4%。", "2019-01/2019-05"),
        ("2003年以来，开工32个。1-5月，投资增长7.4%。", None),
    ],
)
def test_a_year_under_way_is_that_of_a_text_without_a_date(text: str, told: str | None) -> None:
    assert period(text, "7.4%", None) == told
