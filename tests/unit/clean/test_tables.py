"""Rows of data tables, and tables that only lay a page out."""

import re

import pytest

from tasks.clean.blocks import ROW
from tasks.clean.markup import read_markup
from tasks.clean.tables import mark_items, merge_rows


def lines(html: str) -> list[tuple[str, str]]:
    markup = read_markup(html)
    merge_rows(markup)
    return [(block.tag, block.text) for block in markup.blocks if block.text]


def test_a_row_is_a_line_and_cells_are_joined_by_one_blank():
    html = "<table><tr><th>指 标</th><th>亿元</th></tr>"
    html += "<tr><td><p>粮 食</p></td><td><p><span>24.18</span></p></td></tr></table>"
    assert lines(html) == [(ROW, "指标 亿元"), (ROW, "粮食 24.18")]


def table(*rows: str) -> str:
    """A table whose cells are written apart by bars; `2*…` spans two columns, `2^…` two rows."""
    cells = [[re.fullmatch(r"(?:(\d)([*^]))?(.*)", cell) for cell in row.split("|")] for row in rows]
    spans = {"*": "colspan", "^": "rowspan", None: "class"}
    return "".join(
        "<tr>" + "".join(f"<td {spans[cell[2]]}={cell[1]}>{cell[3]}</td>" for cell in row if cell) + "</tr>"
        for row in cells
    )


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (["指标|2021年|2022年", "投资||41.36", "收入|3.1|9.8"], ["指标 2021年 2022年", "投资 / 41.36", "收入 3.1 9.8"]),
        (["|2021年|2022年", "投资|41.36|&nbsp;", "收入|3.1|9.8"], ["2021年 2022年", "投资 41.36 /", "收入 3.1 9.8"]),
        (["|产量|增长|", "投资|4|5|6", "|1|3.1|"], ["产量 增长 /", "投资 4 5 6", "/ 1 3.1 /"]),
        (["指标|2*2021年", "投资|2*", "收入|3.1|9.8", "税收|1|2"], ["指标 2021年", "投资", "收入 3.1 9.8", "税收 1 2"]),
        (
            ["产业|指标|产量|产值", "2^农业|粮食|1|2", "油料||3"],
            ["产业 指标 产量 产值", "农业 粮食 1 2", "农业 油料 / 3"],
        ),
        (["指标|产量|产值|增长", "粮食|2*|3", "油料|1|2|3"], ["指标 产量 产值 增长", "粮食 / / 3", "油料 1 2 3"]),
        (["指标|2021年|2022年", "投资||41.36"], ["指标 2021年 2022年", "投资 / 41.36"]),
        (["一、农业|||", "粮食||1|2", "油料|||3"], ["一、农业", "粮食 1 2", "油料 / 3"]),
    ],
)
def test_empty_cells_of_figures_keep_their_place(rows, wanted):
    assert [text for _, text in lines(f"<table>{table(*rows)}</table>")] == wanted


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (
            ["2^县区|2*蔬菜|2^收入（元）", "面积|产量", "甲县|4|5|61", "乙县|7||83"],
            ["县区 蔬菜 蔬菜 收入（元）", "县区 面积 产量 收入（元）", "甲县 4 5 61", "乙县 7 / 83"],
        ),
        (
            ["2^指标|2*2021年|2*2022年", "数|比|数|比", "甲|1|2|3|4"],
            ["指标 2021年 2021年 2022年 2022年", "指标 数 比 数 比", "甲 1 2 3 4"],
        ),
        (
            ["|2*2021年|2*2022年", "指标|数|比|数|比", "甲|1|2|3|4"],
            ["/ 2021年 2021年 2022年 2022年", "指标 数 比 数 比", "甲 1 2 3 4"],
        ),
        (["2^县区|2*蔬菜", "面积|产量", "甲县|4|5"], ["县区 蔬菜", "县区 面积 产量", "甲县 4 5"]),
        (
            ["2*表2|2*单位：亩", "县区|蔬菜|水果|粮食", "甲县|1|2|3"],
            ["表2 单位：亩", "县区 蔬菜 水果 粮食", "甲县 1 2 3"],
        ),
        (["年份|县区|面积", "2^2021|甲县|4", "乙县|5"], ["年份 县区 面积", "2021 甲县 4", "2021 乙县 5"]),
        (["序号|县区|面积", "2^1|甲县|4", "乙县|5"], ["序号 县区 面积", "1 甲县 4", "乙县 5"]),
        (["县区|面积|投资", "甲县|4|2^70", "乙县|5"], ["县区 面积 投资", "甲县 4 70", "乙县 5 /"]),
        (
            ["名称|3*沟渠一期", "地点|甲镇|业主|水务局", "投资|70|工期|40"],
            ["名称 沟渠一期", "地点 甲镇 业主 水务局", "投资 70 工期 40"],
        ),
    ],
)
def test_cells_that_span_others_are_told_in_each_row(rows, wanted):
    assert [text for _, text in lines(f"<table>{table(*rows)}</table>")] == wanted


def test_fields_left_open_are_no_figures():
    rows = ["索引号|01234567|主题分类|", "发文字号||发布日期|2023-10-20", "来源：||字数|1200"]
    wanted = ["索引号 01234567 主题分类", "发文字号 发布日期 2023-10-20", "来源： 字数 1200"]
    assert [text for _, text in lines(f"<table>{table(*rows)}</table>")] == wanted


def test_empty_cells_of_words_leave_nothing():
    rows = ["序号|姓名|职务|备注", "1|张三|局长|", "2|李四||", "3|王五|科长|"]
    assert [text for _, text in lines(f"<table>{table(*rows)}</table>")][1:] == ["1 张三 局长", "2 李四", "3 王五 科长"]


def test_cells_out_of_view_have_no_place():
    rows = "<tr><td>{}</td><td style='display:none'>x</td><td>{}</td><td>{}</td></tr>"
    html = rows.format("指标", "产量", "产值") + rows.format("粮食", "", "2") + rows.format("油料", "1", "3")
    assert [text for _, text in lines(f"<table>{html}</table>")] == ["指标 产量 产值", "粮食 / 2", "油料 1 3"]


@pytest.mark.parametrize(
    "cell",
    ["{}", "<p align='center'><span>{}</span><o:p></o:p></p>", "<div>{}</div>", "<font size='2'><b>{}</b></font>"],
)
def test_a_column_of_units_stays_in_its_row(cell):
    table = [
        ("指标", "单位", "1-9月", "同比增长（%）"),
        ("地区生产总值", "亿元", "150.2", "5.3"),
        ("规模以上工业增加值", "—", "—", "6.1"),
        ("社会消费品零售总额", "万元", "421356", "-4.8"),
    ]
    rows = ["".join(f"<td>{cell.format(value)}</td>" for value in row) for row in table]
    html = f"<table><tr><td><table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table></td></tr></table>"
    assert lines(html) == [(ROW, " ".join(row)) for row in table]


def test_layout_tables_stay_lines():
    prose = "正文一段，说的是一件很长的事情。" * 20
    html = f"<table><tr><td>左栏</td><td><p>{prose}</p><p>{prose}</p></td></tr></table>"
    assert [tag for tag, _ in lines(html)] == ["", "p", "p"]


def test_a_data_table_inside_a_layout_table():
    inner = "<table><tr><td>粮食</td><td>1.5</td></tr><tr><td>油料</td><td>0.3</td></tr></table>"
    html = f"<table><tr><td>栏</td><td>{inner}</td></tr></table>"
    assert (ROW, "粮食 1.5") in lines(html)
    assert ("", "栏") in lines(html)


def test_tables_of_links_are_no_data():
    row = "<tr><td>·</td><td><a href=/{0}>第{0}条新闻标题在这里</a></td></tr>"
    html = f"<table>{row.format(1)}{row.format(2)}</table>"
    assert ROW not in [tag for tag, _ in lines(html)]


def test_a_regular_table_may_have_long_cells():
    long = "项目位于柳林镇，建设内容包括道路、供水、供电和污水处理设施。" * 10
    rows = "".join(f"<tr><td>{n}</td><td>项目{n}</td><td>{long}</td></tr>" for n in range(4))
    assert lines(f"<table>{rows}</table>")[1] == (ROW, f"1 项目1 {long}")


def test_a_column_of_figures_under_its_name_keeps_its_last_number():
    html = "".join(f"<tr><td>{cell}</td></tr>" for cell in ("粮食产量", "18.6", "17.9", "20"))
    assert lines(f"<table>{html}</table>") == [(ROW, cell) for cell in ("粮食产量", "18.6", "17.9", "20")]
    prose = "".join(
        f"<tr><td>{cell}</td></tr>" for cell in ("标题", "2023-10-20", "正文一段，说的是一件很长的事情。" * 4)
    )
    assert ROW not in [tag for tag, _ in lines(f"<table>{prose}</table>")]


def test_particulars_of_a_tender_are_rows_and_addresses_are_not():
    items = ["项目名称：清水河治理", "采购方式：竞争性磋商", "预算金额：379.6万元", "工期：60日历天", "接受联合体：否"]
    markup = read_markup("".join(f"<p>{item}</p>" for item in items))
    assert mark_items(markup)
    assert [block.tag for block in markup.blocks] == [ROW] * 5
    foot = ["单位地址：青石路1号", "联系电话：0000-1", "传真号码：0000-2", "邮政编码：100000", "电子邮箱：无"]
    assert not mark_items(read_markup("".join(f"<p>{item}</p>" for item in foot)))
    assert not mark_items(read_markup("".join(f"<p>{item}</p>" for item in items[:4])))


def test_a_table_around_a_short_text_lays_it_out():
    text = ["<p>清水河新桥今天通车。</p>", "<p>新桥长1286米，双向六车道，方便两岸群众出行，往后不须绕道。</p>"]
    html = f"<table><tr><td><a href='/'>返回首页</a></td><td>{''.join(text)}</td></tr></table>"
    assert [tag for tag, _ in lines(html)] == ["", "p", "p"]


def test_figures_make_data_of_a_table_of_links():
    rows = [("粮食产量", "41.3", "2.1"), ("蔬菜产量", "35.6", "4.2"), ("水果产量", "12.8", "-0.6")]
    html = "".join(f"<tr>{''.join(f'<td><a href=/>{cell}</a></td>' for cell in row)}</tr>" for row in rows)
    assert lines(f"<table>{html}</table>") == [(ROW, " ".join(row)) for row in rows]
    news = "".join(f"<tr><td><a href=/>大河镇蔬菜喜获丰收之{n}</a></td><td>03-2{n}</td></tr>" for n in range(4))
    assert {tag for tag, _ in lines(f"<table>{news}</table>")} == {""}
