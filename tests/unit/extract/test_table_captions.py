"""Periods of tables that name none: those of their captions and of what leads up to them."""

import pytest

_TABLE = "学校 毕业生人数（人） 就业率（%）\n甲大学 5200 91.2\n乙学院 3100 88.5\n丙学院 1200 90.1\n"


@pytest.mark.parametrize(
    ("title", "above", "period"),
    [
        ("某省2023年毕业生就业质量报告", "2023年，就业形势平稳。\n此前的2020年，就业率只有83%。", "2023"),
        (None, "2023年，就业形势平稳。\n此前的2020年，就业率只有83%。", "2023"),
        (None, "据统计，截至2023年底，就业形势平稳。与2020年相比，就业率提高3个百分点。", "2023"),
        ("2023年各校就业质量", "2019年，就业率跌到最低，只有80%。", "2023"),
        ("2023年各校就业质量", "2019年各校就业情况如下。", "2019"),
        ("各校就业质量", "2021年各校就业情况", "2021"),
    ],
)
def test_an_aside_above_a_table_is_not_its_time(title: str | None, above: str, period: str, periods) -> None:
    found = periods(f"{above}\n{_TABLE}", "2024-08-10", title)
    assert {found["5200"], found["90.1"]} == {period}


def test_labelled_lines_behind_an_aside_are_of_what_the_title_names(periods) -> None:
    text = "2021年大旱，水位跌到最低。\n水库：12座\n灌溉面积：30万亩\n"
    assert set(periods(text, "2024-08-10", "2023年水库蓄水情况").values()) == {"2023"}


@pytest.mark.parametrize(
    ("title", "above", "period"),
    [
        ("2024年1-10月就业情况", "10月当月，就业率为90%，低于2021年10月的92%。", "2024-01/2024-10"),
        ("各校就业质量", "早在2019年，我省就率先开展统计。", "2024"),
        ("2023年各校就业质量", "2023年底，就业率达90%。", "2023"),
        ("各校就业质量", "下表为2023年数据，与2018年口径不同。", "2023"),
        ("三季度各校就业质量", "前三季度，就业平稳。而去年同期就业率只有80%。", "2024-07/2024-09"),
    ],
)
def test_what_the_article_reports_on_outweighs_its_asides(title: str, above: str, period: str, periods) -> None:
    assert periods(f"{above}\n{_TABLE}", "2024-11-10", title)["5200"] == period
