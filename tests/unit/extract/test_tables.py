"""Cells of flattened tables take unit and scale from the header, the caption or the row."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tasks.extract.rejects import read_numbers
from tasks.extract.table_periods import period_of
from tasks.extract.tables import table_cells
from tasks.extract.tables_units import read_measure

TABLE = """主要产品产量
指标 本月 同比增长（%）
水泥（万吨） 650.0 -22.5
布（亿米） 28.4 2.0
客车 万辆 4.1 …
"""


def cells(text: str) -> list[tuple[str, Decimal, str]]:
    """Mention, value and unit of every quantity."""
    return [(text[q.start : q.end], q.value, q.unit) for q in read_numbers(text, []).quantities]


def test_row_label_and_column_head_give_the_unit() -> None:
    assert cells(TABLE) == [
        ("650.0", Decimal(6500000), "吨"),
        ("-22.5", Decimal("-22.5"), "%"),
        ("28.4", Decimal(2840000000), "米"),
        ("2.0", Decimal("2.0"), "%"),
        ("4.1", Decimal(41000), "辆"),
    ]


def test_rows_may_all_end_in_empty_cells() -> None:
    text = "县区 粮食产量（吨） 脱贫人口（人） 备注\n东县 52000 / /\n西县 48000 2210 /\n"
    assert cells(text) == [
        ("52000", Decimal(52000), "吨"),
        ("48000", Decimal(48000), "吨"),
        ("2210", Decimal(2210), "人"),
    ]


def test_the_caption_gives_the_unit_of_all() -> None:
    text = "单位：万元\n地区 投资\n东县 1,200\n西县 350\n"
    assert cells(text) == [("1,200", Decimal(12000000), "元"), ("350", Decimal(3500000), "元")]


def test_rows_without_any_unit_stay_out() -> None:
    assert table_cells("姓名 编号\n张三 12\n李四 13\n").cells == {}
    assert cells("姓名 编号\n张三 12\n李四 13\n") == []


def test_prose_is_no_table() -> None:
    assert table_cells("全县投资增长 12.5\n，其中工业 8。").cells == {}


def test_a_printed_measure() -> None:
    measure = read_measure("万吨")
    assert measure is not None
    assert (measure.unit, measure.factor) == ("吨", 10000)
    assert read_measure("名称") is None


def test_a_row_that_ends_early_keeps_the_columns_of_the_others() -> None:
    text = "县区 产值（亿元） 增速（%） 位次\n甲县 156.2 6.1 3\n乙县 98.7 7.3 1\n合计 254.9 6.6\n"
    cells = table_cells(text).cells
    assert [cells[text.index(number)].unit for number in ("254.9", "6.6", "3\n")] == ["元", "%", "名次"]


def test_a_row_of_dashes_below_an_empty_line_heads_nothing() -> None:
    text = "主要产品产量\n\n煤（吨） — —\n粗钢（万吨） 650\n布（万米） 28.4\n"
    assert cells(text) == [("650", Decimal(6500000), "吨"), ("28.4", Decimal(284000), "米")]


def test_dashes_before_the_first_number_shift_no_column() -> None:
    text = "指标 单位 累计 同比增长（%）\n产值 亿元 312.5 6.8\n投资 — — 4.2\n零售额 亿元 486.3 5.5\n"
    cells = table_cells(text).cells
    assert [cells[text.index(number)].unit for number in ("312.5", "4.2", "5.5")] == ["元", "%", "%"]


@pytest.mark.parametrize(
    ("words", "period"), [("2023-02-28", "2023-02-28"), ("2023-02-30", None), ("2023-13-01", None)]
)
def test_only_a_day_of_the_calendar_heads_a_row(words: str, period: str | None) -> None:
    assert period_of(words) == period


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("单位：人民币万元\n项目 金额\n甲类 12.5\n乙类 30.1\n", [(125000, "元"), (301000, "元")]),
        ("（金额单位：万元人民币）\n项目 余额\n甲类 12\n乙类 30\n", [(120000, "元"), (300000, "元")]),
        (
            "地区 面积（万亩） 上年同期 同比（%）\n东县 1.5 1.2 25.0\n西县 2.0 1.6 25.0\n",
            [(15000, "亩"), (12000, "亩"), (25, "%"), (20000, "亩"), (16000, "亩"), (25, "%")],
        ),
        (
            "学段 学校数 在校生 生师比\n小学 12 6000 15.00\n初中 8 5200 13.00\n",
            [(12, "所"), (6000, "人"), (15, ""), (8, "所"), (5200, "人"), (13, "")],
        ),
        ("法院 案件数 事故数\n东县 120 3\n西县 98 5\n", [(120, "件"), (3, "起"), (98, "件"), (5, "起")]),
    ],
)
def test_units_told_by_the_currency_the_column_before_and_the_head(text: str, found: list[tuple[int, str]]) -> None:
    assert [(value, unit) for _, value, unit in cells(text)] == found


def test_the_year_before_beside_a_month_tells_no_amount() -> None:
    text = "指标 本月（亿元） 上年同期\n税收 2.5 1.2\n非税 2.0 1.6\n"
    assert [mention for mention, _, _ in cells(text)] == ["2.5", "2.0"]


def test_pairs_go_on_behind_rows_of_one_side() -> None:
    text = (
        "单位：万元\n收入项目 决算数 支出项目 决算数\n拨款收入 1486.32 就业支出 168.47\n"
        "其他收入 18.65 农林水支出 1107.83\n"
        " 城乡社区支出 240.00\n 住房保障支出 93.51\n本年收入合计 1504.97 本年支出合计 1609.81\n"
    )
    read = {mention: value for mention, value, _ in cells(text)}
    assert read["1504.97"] == 15049700 and read["1609.81"] == 16098100
