"""The heads of tables: levels, groups, units of their own, empty cells, lines that break off."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader
from tasks.extract.reflow import reflowed
from tasks.extract.tables_heads import EMPTY, head_words, is_aside, split_cells

Row = tuple[str, float, str, str, str | None]


def read(text: str) -> list[Row]:
    found = Reader().read(Article("t", text, None, "2024-03-01")).observations
    return [(o.mention, float(o.value), o.unit, o.indicator, o.period) for o in found]


@pytest.mark.parametrize(
    ("lines", "columns"),
    [
        ("县区 产值 投资\n总量 增速 总量 增速", "产值总量 产值增速 投资总量 投资增速"),
        ("指标 总量 增速\n2021年 2022年 2021年 2022年", "2021年总量 2022年总量 2021年增速 2022年增速"),
        ("指标 总量 增速\n2021 2022 2021 2022", "2021年总量 2022年总量 2021年增速 2022年增速"),
        ("项目 单位 2021年 2022年\n城镇 农村 城镇 农村", "2021年城镇 2021年农村 2022年城镇 2022年农村"),
        ("| 地区 | 2021 | 2021 | 2022 | 2022 |\n| - | 甲 | 乙 | 甲 | 乙 |", "2021年甲 2021年乙 2022年甲 2022年乙"),
        (
            "| 县 | 人口 | - | - | 产值 |\n| - | 男 | 女 | 老 | 男 | 女 | 老 |",
            "人口男 人口女 人口老 产值男 产值女 产值老",
        ),
        ("年份 废水 氨氮\n全区 工业 全区 工业 农业", "废水全区 废水工业 氨氮全区 氨氮工业 氨氮农业"),
        ("指标 主体 人均收入 按来源分\n工资 经营 财产", "人均收入 按来源分工资 按来源分经营 按来源分财产"),
        ("年份 供水量 用水量 人均用水量\n(亿吨) (吨/人)", "供水量(亿吨) 用水量(亿吨) 人均用水量(吨/人)"),
    ],
)
def test_heads_of_several_levels(lines: str, columns: str) -> None:
    words = columns.split()
    assert head_words(lines.split("\n"), len(words)).words[-len(words) :] == words


def test_a_caption_above_the_heads_is_no_group() -> None:
    assert head_words(["2022年 全县 主要 指标", "县区 产值 投资 人口"], 3).words == ["县区", "产值", "投资", "人口"]


def test_cells_with_nothing_in_them() -> None:
    assert split_cells(f"粮食\t{EMPTY}12") == ["粮食", "-", "12"]
    assert split_cells(f"| 粮食 |{EMPTY} 12 |") == ["粮食", "-", "12"]
    assert split_cells("| 合 计 | 12", barred=True) == ["合计", "12"]


def test_groups_of_years_in_markdown_give_the_periods() -> None:
    groups = "| 县区 | 2021年 |  | 2022年 |  |\n|---|---|---|---|---|"
    heads = "|  | 粮食产量（吨） | 人口（人） | 粮食产量（吨） | 人口（人） |"
    text = f"{groups}\n{heads}\n| 东山县 | 120 | 31 | 125 | 30 |\n"
    assert read(text) == [
        ("120", 120, "吨", "粮食产量", "2021"),
        ("31", 31, "人", "人口", "2021"),
        ("125", 125, "吨", "粮食产量", "2022"),
        ("30", 30, "人", "人口", "2022"),
    ]


def test_a_rate_below_a_head_with_a_unit_is_in_per_cent() -> None:
    text = (
        "县区 产值（亿元） 人口（万人）\n总量 增速（%） 总量 增速\n东山县 12.5 3.1 45.2 -0.2\n西山县 9.1 2.2 30.8 0.4\n"
    )
    assert [(value, unit) for _, value, unit, _, _ in read(text)][:4] == [
        (1250000000, "元"),
        (3.1, "%"),
        (452000, "人"),
        (-0.2, "%"),
    ]


def test_heads_that_break_off_and_empty_cells_between_tabs() -> None:
    heads = "年份 | 产量（吨） |\n面积（亩） | 户数（户） |\n---|---|---|---|\n"
    assert [row[1:4] for row in read(f"{heads}2021 | 120 | 31 | 5 |\n2022 | 118 | 30 | 6 |\n")][:3] == [
        (120, "吨", "产量"),
        (31, "亩", "面积"),
        (5, "户", "户数"),
    ]
    tabs = "项目\t预算数（元）\t执行数（元）\t完成率（%）\n教育\t\t120\t98.0\n卫生\t50\t40\t80.0\n社保\t60\t30\t50.0\n"
    assert [row[:3] for row in read(tabs)][:2] == [("120", 120, "元"), ("98.0", 98, "%")]
    assert len(reflowed(tabs)) == len(tabs)


def test_a_dash_between_figures_is_an_empty_cell_where_others_have_a_figure() -> None:
    text = "单位：万元\n县区 2019年 2020年 2021年\n东山县 12 - 15\n西山县 13 14 16\n"
    assert [(m, when) for m, _, _, _, when in read(text)][:2] == [("12", "2019"), ("15", "2021")]
    assert reflowed("苹果 3 - 5\n梨 2 - 4\n") == "苹果 3 - 5\n梨 2 - 4\n"


def test_heads_of_a_line_each_above_rows_with_translations() -> None:
    text = "Item 绝对数\n(元)\n增长率\n(%)\nLevel Rate\n工资 Wages 120 3.1\n利息 Interest 80 -2.0\n"
    assert [row[:4] for row in read(text)] == [
        ("120", 120, "元", "工资"),
        ("3.1", 3.1, "%", "工资"),
        ("80", 80, "元", "利息"),
        ("-2.0", -2, "%", "利息"),
    ]


def test_a_table_in_the_line_of_a_paragraph() -> None:
    text = "农户增加。 表1 农户 单位:万户 2018年 2019年 2020年 总量 12 13 14 1.东部 5 6 7 2.西部 7 7 7\n"
    assert [row[1] for row in read(text)] == [120000, 130000, 140000, 50000, 60000, 70000, 70000, 70000, 70000]


def test_two_levels_of_heads_and_groups_of_rows_in_a_cell_a_line() -> None:
    heads = "指标\n2021年\n2022年\n城镇\n农村\n城镇\n农村\n粮食产量（吨）\n5\n6\n7\n8\n户籍户数（户）\n1\n2\n3\n4\n"
    assert [(value, when) for _, value, _, _, when in read(heads)][:4] == [
        (5, "2021"),
        (6, "2021"),
        (7, "2022"),
        (8, "2022"),
    ]
    rows = "片区\n县区\n粮食产量（吨）\n户数（户）\n北片\n东山县\n5\n6\n西山县\n7\n8\n南片\n南山县\n9\n4\n"
    assert [row[1:3] for row in read(rows)] == [(5, "吨"), (6, "户"), (7, "吨"), (8, "户"), (9, "吨"), (4, "户")]


def test_a_row_that_counts_people_under_a_caption_of_things() -> None:
    text = "单位：个\n项目 2020 2021\n组织数 5 6\n干部数（人） 90 80\n按年龄分\n35岁以下 40 30\n36岁以上 50 50\n"
    assert [row[2] for row in read(text)] == ["个", "个", "人", "人", "人", "人", "人", "人"]


def test_an_amount_without_a_unit_is_read_without_one_where_a_row_adds_it_up() -> None:
    table = "项目名称 | 投资总额 |\n---|---|\n厂房 | 120.50 |\n补充资金 | 79.50 |\n合计 | 200.00 |\n"
    assert [row[1:3] for row in read(table)] == [(120.5, ""), (79.5, ""), (200, "")]
    assert read("学费 金额\n甲班 5000\n乙班 6000\n") == []


def test_a_negative_cell_behind_a_blank_is_no_range() -> None:
    text = "指标 本期 同比变化（%） 上年\n利润（万元）   -44   -12.5%   300\n费用（万元）   50   2.0%   49\n"
    assert [row[1] for row in read(text)][:3] == [-440000, -12.5, 3000000]


def test_old_levels_and_changes_without_a_unit() -> None:
    text = (
        "全县总人口性别比为98.51，比2010年第六次全国人口普查的98.12上升0.39。户均人口2.35人，比2010年的2.99减少0.64人。"
    )
    found = Reader().read(Article("t", text, None, "2021-06-01")).observations
    assert [(o.mention, o.unit, o.measure) for o in found] == [
        ("98.51", "", "ratio"),
        ("98.12", "", "ratio"),
        ("0.39", "", "change"),
        ("2.35人", "人", "level"),
        ("2.99", "人", "level"),
        ("0.64人", "人", "change"),
    ]


@pytest.mark.parametrize(
    ("line", "aside"),
    [("| --- | --- |", True), ("Item Output Growth (%)", True), ("Group 2", True), ("GDP 120 130.5", False)],
)
def test_a_row_with_an_english_label_is_no_translation(line: str, *, aside: bool) -> None:
    assert is_aside(line) is aside


@pytest.mark.parametrize("dash", ["---", "－－", "───", "/", "...", "——"])
def test_a_row_with_an_empty_cell_is_a_row(dash: str) -> None:
    table = f"指标 2020年 2021年\n粮食产量（万吨） 35 30\n油料产量（万吨） {dash} 50\n棉花产量（万吨） 12 31\n"
    assert ("50", 500000.0, "吨", "油料产量", "2021") in read(table)


def test_the_first_of_two_labels_names_what_a_place_has() -> None:
    text = "指标 乡镇 2022年（万元）\n税收收入 东山乡 765\n税收收入 西山乡 431\n财政支出 东山乡 98\n"
    assert [row[1:4] for row in read(text)] == [
        (7650000, "元", "税收收入"),
        (4310000, "元", "税收收入"),
        (980000, "元", "财政支出"),
    ]


def test_groups_said_over_each_of_their_heads() -> None:
    heads = "县区 蔬菜 蔬菜 收入（元）\n县区 面积（亩） 产量（吨） 收入（元）\n"
    assert [row[1:4] for row in read(f"{heads}东山县 87 214 12345\n西山县 56 / 9876\n")] == [
        (87, "亩", "蔬菜面积"),
        (214, "吨", "蔬菜产量"),
        (12345, "元", "收入"),
        (56, "亩", "蔬菜面积"),
        (9876, "元", "收入"),
    ]


def test_a_group_of_labels_that_their_own_names_hold_is_not_said_twice() -> None:
    text = "类别 指标 2022年（万元）\n收入 税收收入 765\n收入 上级补助 431\n支出 基本支出 98\n"
    assert [row[3] for row in read(text)] == ["税收收入", "收入上级补助", "基本支出"]
