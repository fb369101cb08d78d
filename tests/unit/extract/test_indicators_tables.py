"""Cells of flattened tables, alone and through the reader."""

from __future__ import annotations

import pytest

from tasks.extract.indicators_tables import Cell, default_tables
from tasks.extract.model import Article
from tasks.extract.reader import Reader

TABLES = default_tables()

PLACES = (
    "各县主要指标如下：\n县市 粮食产量（吨） 增速（%） 低保人口（人）\n东山县 52000 3.1 1840\n西山县 48000 -1.2 2210\n"
)
ROWS = "主要产品产量\n指标 绝对量 同比增长（%）\n水泥（万吨） 310.5 4.2\n化肥（万吨） 12.8 -3.0\n"


def cell(text: str, word: str) -> Cell | None:
    start = text.index(f" {word}") + 1
    return TABLES.cell(text, start, start + len(word))


@pytest.mark.parametrize(
    ("text", "word", "name", "measure"),
    [
        (PLACES, "52000", "粮食产量", None),
        (PLACES, "3.1", "粮食产量增速", "growth"),
        (PLACES, "2210", "低保人口", None),
        (ROWS, "310.5", "水泥", None),
        (ROWS, "4.2", "水泥", "growth"),
        (ROWS, "12.8", "化肥", None),
    ],
)
def test_a_cell_is_named_by_its_head_and_label(text: str, word: str, name: str, measure: str | None) -> None:
    assert cell(text, word) == Cell(name, measure)


def test_prose_holds_no_cells() -> None:
    text = "全县共有 120 个村，其中 35 个出列。\n"
    assert cell(text, "120") is None


def test_a_row_without_a_head_is_no_table() -> None:
    assert cell("说明到此为止。\n东山县 52000 3.1\n", "52000") is None


def test_the_reader_names_the_cells() -> None:
    found = Reader().read(Article("t", PLACES, None, "2024-02-01")).observations
    cells = {o.mention: (o.indicator, o.measure) for o in found}
    assert cells["52000"] == ("粮食产量", "level")
    assert cells["3.1"] == ("粮食产量增速", "growth")


def test_labels_leave_their_unit_column_and_other_marks_out() -> None:
    text = (
        "指标 单位 1-10月累计 同比增长（%）\n工业增加值 亿元 312.5 6.8\n其中：工业投资 — — 4.2\n#税收 亿元 41.7 2.2\n"
    )
    tables = default_tables()
    names = [
        tables.cell(text, text.index(number), text.index(number) + len(number)) for number in ("312.5", "4.2", "41.7")
    ]
    assert [cell.name if cell else None for cell in names] == ["工业增加值", "工业投资", "税收"]


def test_a_place_in_the_order_is_that_of_the_column_before() -> None:
    text = "各县产值\n县区 产值（亿元） 增速（%） 位次\n甲县 156.2 6.1 3\n乙县 98.7 7.3 1\n"
    found = Reader().read(Article("t", text, "各县产值", "2024-03-01")).observations
    assert [(one.mention, one.measure, one.indicator) for one in found if one.unit == "名次"] == [
        ("3", "rank", "产值位次"),
        ("1", "rank", "产值位次"),
    ]
