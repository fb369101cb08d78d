"""The times of old values, of forecasts that were revised, and of days in a list."""

from __future__ import annotations

import pytest

TUNNEL = "轻轨自2020年9月1日开通运营以来，客流稳步增长。日均客流由开通初期的6万人次增加到20万人次。"
CLINIC = "诊所于2018年6月成立，起步艰难。成立之初，只有护士7名。"
GRANTS = "2012年，全省资助学生7万名；今年又增加2万名，资助范围由68个县扩大到83个县。"


@pytest.mark.parametrize(
    ("text", "mention", "published", "period"),
    [
        (TUNNEL, "6万人次", "2024-09-01", "2020-09"),
        (CLINIC, "7名", "2024-09-01", "2018-06"),
        (GRANTS, "68个", "2013-06-07", "2012"),
        (GRANTS, "83个", "2013-06-07", "2013"),
        ("今年，资助范围由68个县扩大到83个县。", "68个", "2013-06-07", None),
        ("2009年资助学生7万名；今年，资助范围由68个县扩大到83个县。", "68个", "2013-06-07", None),
    ],
)
def test_old_values_of_a_beginning_and_of_the_year_told_before(
    text: str, mention: str, published: str, period: str | None, periods
) -> None:
    assert periods(text, published)[mention] == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("一季度，出口下降4%。该组织的报告将世界贸易量增速由3.9%下调至2.8%。", "2016"),
        ("该行把2017年的增长预期从3.9%调高到4.8%。", "2017"),
        ("央行将利率由3.9%下调至2.8%。", None),
    ],
)
def test_forecasts_that_were_revised_are_of_their_year(text: str, period: str | None, periods) -> None:
    assert periods(text, "2016-05-04")["3.9%"] == period


@pytest.mark.parametrize(
    ("days", "period"),
    [
        ("5月8日、9日、11日", "2019-05-08/2019-05-11"),
        ("4月6日、18日和23日", "2019-04-06/2019-04-23"),
        ("7日和8日", "2019-05-07/2019-05-08"),
        ("4月6日和18日", "2019-04-18"),
    ],
)
def test_days_of_a_list(days: str, period: str, periods) -> None:
    assert set(periods(f"{days}，船队连续开行航班30班。", "2019-05-12").values()) == {period}
