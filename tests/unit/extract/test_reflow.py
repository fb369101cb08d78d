"""Tables taken apart into lines of one cell, put back into rows and read."""

from __future__ import annotations

import time

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader
from tasks.extract.reflow import reflowed
from tasks.extract.tables_heads import JOINER


def read(text: str, title: str | None = None, published: str | None = "2022-10-25") -> list[tuple[str, ...]]:
    found = Reader().read(Article("t", text, title, published)).observations
    return [(o.mention, o.unit, o.measure, o.indicator) for o in found]


def test_cells_of_one_line_each_become_rows() -> None:
    text = "指标\n产量（吨）\n增长（%）\n小麦\n120\n3.1\n玉米\n80\n-2.0\n"
    assert reflowed(text) == "指标 产量（吨） 增长（%）\n小麦 120 3.1\n玉米 80 -2.0\n"
    assert read(text) == [
        ("120", "吨", "level", "小麦"),
        ("3.1", "%", "growth", "小麦"),
        ("80", "吨", "level", "玉米"),
        ("-2.0", "%", "growth", "玉米"),
    ]


def test_blank_lines_and_heads_of_two_lines_are_joined() -> None:
    text = "总量\n\n（亿元）\n\n比上年同期\n\n增长（%）\n\n商业\n\n34.5\n\n1.7\n\n运输业\n\n45.8\n\n-3.7"
    head, *rows = reflowed(text).split("\n")
    assert len(reflowed(text)) == len(text)
    assert head.replace(JOINER, "").split() == ["总量（亿元）", "比上年同期增长（%）"]
    assert [row.split() for row in rows] == [["商业", "34.5", "1.7"], ["运输业", "45.8", "-3.7"]]
    assert read(text)[0][:3] == ("34.5", "元", "level")


def test_cells_that_end_in_a_bar_and_empty_ones() -> None:
    text = "县区 |\n合计（万元） |\n省级（万元） |\n备注 |\n东山 |\n110 |\n100 |\n|\n西山 |\n90 |\n|\n|\n"
    assert [row.replace("|", " ").split() for row in reflowed(text).splitlines()] == [
        ["县区", "合计（万元）", "省级（万元）", "备注"],
        ["东山", "110", "100", "/"],
        ["西山", "90", "/", "/"],
    ]


def test_a_unit_in_a_cell_of_its_own_stays_with_the_label() -> None:
    text = "指标\n单位\n2011年\n2012年\n机耕面积\n千公顷\n8.5\n8.4\n用电量\n万千瓦时\n11\n12\n"
    found = Reader().read(Article("t", text, None, None)).observations
    assert [(o.mention, o.value, o.unit, o.period, o.indicator) for o in found][:2] == [
        ("8.5", 8500, "公顷", "2011", "机耕面积"),
        ("8.4", 8400, "公顷", "2012", "机耕面积"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "全县共有120个村。\n其中35个出列。\n",
        "点赞\n3\n",
        "第一章\n1\n第二章\n5\n全文完。\n",
        "12\n13\n14\n",
    ],
)
def test_prose_and_lone_numbers_hold_nothing(text: str) -> None:
    assert [each for each in read(text) if each[0].isdigit()] == []


def test_years_at_even_distances_are_labels() -> None:
    text = "年份\n总人口\n（万人）\n出生率\n（‰）\n1952\n1270\n37.92\n1957\n1461\n37.56\n1962\n1602\n41.14\n"
    found = Reader().read(Article("t", text, None, None)).observations
    assert [(o.mention, o.unit, o.period) for o in found][:3] == [
        ("1270", "人", "1952"),
        ("37.92", "‰", "1952"),
        ("1461", "人", "1957"),
    ]


def test_empty_cells_cost_no_square_of_the_line() -> None:
    def seconds(cells: int) -> float:
        text = "村|产量\n" + "| " * cells
        began = time.process_time()
        reflowed(text)
        return time.process_time() - began

    # The second is for a collection of garbage; a square takes a dozen.
    assert seconds(16_000) < 8 * seconds(4_000) + 1


def test_blanks_at_the_end_of_a_row_are_no_empty_cells() -> None:
    assert reflowed("甲| |  |3| | \n| | |\n乙｜ ｜4\n") == "甲|-|- |3| | \n| | |\n乙｜-｜4\n"


def test_bars_behind_every_cell_part_the_cells() -> None:
    cells = ["单位：万元", "茶叶收入", "1791658.12", "1.春茶", "345215.86", "2.秋茶", "1446442.26"]
    text = "\n|\n".join(cells) + "\n|\n说明：本表为累计数。"
    assert len(reflowed(text)) == len(text)
    assert [(mention, unit) for mention, unit, *_ in read(text, "2022年1-9月茶叶经营数据")] == [
        ("1791658.12", "元"),
        ("345215.86", "元"),
        ("1446442.26", "元"),
    ]


def test_dashes_between_figures_are_empty_cells_where_another_row_has_a_figure() -> None:
    text = "甲乡 1 - 2 3\n乙乡 4 5 6 7\n丙乡 3 - 5 -- 2\n丁乡 1 2 3 5 5\n"
    assert reflowed(text) == "甲乡 1 / 2 3\n乙乡 4 5 6 7\n丙乡 3 / 5 /  2\n丁乡 1 2 3 5 5\n"
    assert reflowed("甲乡 3 - 5\n乙乡 4 - 6\n") == "甲乡 3 - 5\n乙乡 4 - 6\n"


@pytest.mark.parametrize("row", ["abc 1 2\n", "甲 1 - 2\n", "3 - ", "单位表1"])
def test_rows_cost_no_square_of_their_number(row: str) -> None:
    def seconds(rows: int) -> float:
        began = time.process_time()
        reflowed(row * rows)
        return time.process_time() - began

    # The second is for a collection of garbage; a square takes a dozen.
    assert seconds(16_000) < 8 * seconds(4_000) + 1
