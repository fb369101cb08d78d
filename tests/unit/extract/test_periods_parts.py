"""Titles that name the months so far: the amounts below are of them."""

import pytest

TOURS = (
    "1-9月，全县旅游总收入86.42亿元，同比增长12.8%。门票收入占比去年同期为7.8%，如今降到6.4%。全县现有民宿380家。"
    "\n留下过夜的客人带来58.04亿元的收入。"
)


@pytest.mark.parametrize(
    ("mention", "period"),
    [
        ("86.42亿元", "2019-01/2019-09"),
        ("7.8%", "2018-01/2018-09"),
        ("6.4%", "2019-01/2019-09"),
        ("380家", "2019-10"),
        ("58.04亿元", "2019-01/2019-09"),
    ],
)
def test_amounts_below_a_title_on_the_months_so_far(mention: str, period: str, periods) -> None:
    assert periods(TOURS, "2019-10-24", "1-9月石门县旅游收入结构更优")[mention] == period


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("台北市1991年到2月18日5人", None),
        ("15日开幕，31日闭幕，有5人。", "9999-12-31"),
        ("1日和2日有5人。", "0001-01-02"),
        ("十年以来，有5人。到2月18日，有8人。", "0001-01-01"),
    ],
)
def test_days_at_the_ends_of_the_calendar_and_in_odd_stretches(text: str, published: str | None, periods) -> None:
    assert "5人" in periods(text, published, "甲县概况")
