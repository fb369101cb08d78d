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
    found = cell(text, word)
    assert found is not None
    assert (found.name, found.measure) == (name, measure)


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


def test_dashes_between_a_unit_and_the_figures_are_no_part_of_the_label() -> None:
    rows = "指标 计量单位 上月 本月 同比增长（%）\n固定资产投资 亿元 / 41.36 -2.1\n零售总额 亿元 — — 5.4\n"
    rows += "财政收入 亿元 3.1 9.8 7.0\n"
    names = [cell(rows, word) for word in ("41.36", "-2.1", "5.4", "9.8")]
    assert [found and found.name for found in names] == ["固定资产投资", "固定资产投资", "零售总额", "财政收入"]


def test_a_place_in_the_order_is_that_of_the_column_before() -> None:
    text = "各县产值\n县区 产值（亿元） 增速（%） 位次\n甲县 156.2 6.1 3\n乙县 98.7 7.3 1\n"
    found = Reader().read(Article("t", text, "各县产值", "2024-03-01")).observations
    assert [(one.mention, one.measure, one.indicator) for one in found if one.unit == "名次"] == [
        ("3", "rank", "产值位次"),
        ("1", "rank", "产值位次"),
    ]


def read(text: str, title: str | None = None) -> list[tuple[str, str, str, str, str | None]]:
    found = Reader().read(Article("t", text, title, "2023-11-12")).observations
    return [(o.mention, o.unit, o.measure, o.indicator, o.period) for o in found]


def test_a_single_row_under_a_head_is_a_table() -> None:
    assert read("名称 单位 数量\n护林岗位 个 860\n") == [("860", "个", "level", "护林岗位", "2023")]


def test_columns_of_years_give_the_period_and_the_line_above_the_name() -> None:
    text = "2022年各县市税收收入\n单位：万元\n县市 2022年 2021年 增长%\n南召县 4210 4000 5.3\n方城县 5120 5000 2.4\n"
    assert read(text)[:3] == [
        ("4210", "元", "level", "税收收入", "2022"),
        ("4000", "元", "level", "税收收入", "2021"),
        ("5.3", "%", "growth", "税收收入", "2022"),
    ]


def test_rows_of_years_and_columns_of_last_year_give_the_period() -> None:
    rows = "年份 低保人口（人） 低保占比（%）\n2019 3520 1.1\n2020年 3410 1.0\n"
    assert [(mention, when) for mention, _, _, _, when in read(rows)] == [
        ("3520", "2019"),
        ("1.1", "2019"),
        ("3410", "2020"),
        ("1.0", "2020"),
    ]
    columns = "单位：万元\n科目 本年 上年\n教育支出 3500 3320\n卫生支出 1820 1750\n"
    assert [(mention, when) for mention, _, _, _, when in read(columns)][:2] == [("3500", "2023"), ("3320", "2022")]


def test_a_head_of_two_lines_and_bars_between_cells() -> None:
    text = "指标 绝对量 比上年增长\n （亿元） （%）\n工业产值 31.5 5.1\n商业销售 40.2 3.3\n"
    assert [one[1:4] for one in read(text)][:2] == [("元", "level", "工业产值"), ("%", "growth", "工业产值")]
    bars = "| 项目 | 单位 | 数量 |\n| --- | --- | --- |\n| 便民桥 | 座 | 13 |\n| 机井 | 眼 | 46 |\n"
    assert [(mention, name) for mention, _, _, name, _ in read(bars)] == [("13", "便民桥"), ("46", "机井")]


def test_cells_that_print_their_units() -> None:
    text = "项目 完成数 进度\n护林岗位 320个 98.5%\n便民桥 6座 100%\n"
    assert [one[1:4] for one in read(text)][:2] == [("个", "level", "护林岗位完成数"), ("%", "share", "护林岗位进度")]


def test_short_columns_take_the_caption_and_heads_imply_units() -> None:
    text = "2023年防汛资金安排表\n（单位：万元）\n序号 县区 合计 省级\n1 南召县 520 410\n2 方城县 460 300\n"
    assert [one[3] for one in read(text)][:2] == ["防汛资金安排", "防汛资金安排省级"]
    rows = "村名 户数 人口\n东沟村 120 480\n西沟村 98 320\n"
    assert [(mention, unit) for mention, unit, *_ in read(rows)][:2] == [("120", "户"), ("480", "人")]


def test_lines_that_part_the_rows_and_rows_that_take_the_unit_above() -> None:
    head = "指标名称 指标值 同比增长（±%）\n年末存栏\n"
    text = f"{head}山羊（万只） 12.4 1.2\n#黑山羊 3.1 2.5\n年末出栏\n山羊（万只） 9.8 -0.4\n"
    assert [one[:4] for one in read(text)] == [
        ("12.4", "只", "level", "年末存栏山羊"),
        ("1.2", "%", "growth", "年末存栏山羊"),
        ("3.1", "只", "level", "年末存栏黑山羊"),
        ("2.5", "%", "growth", "年末存栏黑山羊"),
        ("9.8", "只", "level", "年末出栏山羊"),
        ("-0.4", "%", "growth", "年末出栏山羊"),
    ]


def test_a_list_of_labels_and_numbers_counts_what_its_heading_says() -> None:
    text = (
        "东山乡人口数据（第六次人口普查）\n总人口 14619\n男 7806\n0-14岁（总） 4011\n家庭户户数 4282\n本地户籍 14417\n"
    )
    assert [one[:4] for one in read(text)] == [
        ("14619", "人", "level", "总人口"),
        ("7806", "人", "level", "男"),
        ("4011", "人", "level", "0-14岁"),
        ("4282", "户", "level", "家庭户户数"),
        ("14417", "人", "level", "本地户籍"),
    ]


def test_a_colon_or_a_wide_blank_parts_label_and_number() -> None:
    assert [one[:4] for one in read("县里的学校\n在校学生　2186\n专任教师：142\n教学班|48\n")] == [
        ("2186", "人", "level", "在校学生"),
        ("142", "人", "level", "专任教师"),
        ("48", "个", "level", "教学班"),
    ]


def test_places_of_a_list_are_named_by_its_heading() -> None:
    text = "2019年度防汛资金分配情况：\n南召县：2405万元\n方城县：1956万元\n合计：4361万元\n"
    assert {(name, period) for _, _, _, name, period in read(text)} == {("防汛资金分配", "2019")}


def test_a_number_in_front_of_its_label() -> None:
    assert [one[3] for one in read("数读全年\n1286亿元：完成固定资产投资\n4.2%：城镇登记失业率\n")] == [
        "完成固定资产投资",
        "城镇登记失业率",
    ]


def test_numbers_to_call_and_marks_of_examinations_are_no_cells() -> None:
    assert read("单位：人\n职工 12\n办公室电话 3121107\n邮政编码 454000\n党员 5\n")[:2] == [
        ("12", "人", "level", "职工", "2023"),
        ("5", "人", "level", "党员", "2023"),
    ]
    assert read("考号 姓名 笔试成绩 名次\n1201 甲 78.5 1\n1202 乙 75.0 2\n") == []


def test_heads_without_a_year_take_that_of_the_caption() -> None:
    text = "2015年工业效益\n单位：亿元\n指标 12月 1-12月 同比增长（%）\n营收 231.4 2510.8 5.2\n利润 12.6 118.3 4.7\n"
    assert [when for *_, when in read(text)][:3] == ["2015-12", "2015-01/2015-12", "2015-01/2015-12"]
    assert [when for *_, when in read("指标 本月 1-本月\n税收（万元） 31 118\n规费（万元） 3 14\n", "2022年9月税收")][
        :2
    ] == [
        "2022-09",
        "2022-01/2022-09",
    ]


def test_the_year_of_a_head_and_the_line_above_a_list_give_the_period() -> None:
    text = "县区 2020年人均纯收入（元） 增幅（%）\n卢氏县 12351 14.2\n洛宁县 11870 13.6\n"
    assert [one[3:] for one in read(text)][:2] == [("人均纯收入", "2020"), ("人均纯收入增幅", "2020")]
    assert {when for *_, when in read("红旗村基本情况\n（2019年12月）\n总户数：412户\n林地面积：5600亩\n")} == {
        "2019-12"
    }


def test_an_amount_more_beside_a_growth_and_a_rate_of_growth() -> None:
    text = "指标 单位 2019年 2020年 2020年比2019年增减 增长（%）\n油料 吨 8120 8030 -90 -1.1\n鱼 吨 3120 3251 131 4.2\n"
    assert [one[:3] for one in read(text)][2:4] == [("-90", "吨", "change"), ("-1.1", "%", "growth")]
    assert read("年份 出生率（‰） 自然增长率（‰）\n2015 12.07 4.96\n2016 12.95 5.86\n")[1][:3] == ("4.96", "‰", "share")


def test_years_of_a_head_are_no_cells_and_towns_are_their_rows_regions() -> None:
    assert [one[0] for one in read("单位：%\n1995 2000\n粮食 73.4 69.3\n油料 8.7 9.8\n")] == [
        "73.4",
        "69.3",
        "8.7",
        "9.8",
    ]
    found = Reader().read(Article("t", "序号 乡镇 户数（户）\n1 白马乡 3310\n2 石桥乡 2714\n", None, None)).observations
    assert [(o.region, o.region_code) for o in found] == [("白马乡", None), ("石桥乡", None)]


def test_eight_digits_with_a_unit_are_no_date() -> None:
    assert [one[0] for one in read("指标 人数（人次）\n过夜游客 20471001\n一日游客 2321905\n")] == [
        "20471001",
        "2321905",
    ]


def test_bars_part_cells_whatever_blanks_they_hold() -> None:
    text = "时间 | 常住人口 (万人) | 出生率 (‰) |\n---|---|---|\n2017 | 572.2 | 15.21 |\n2016 | 562.7 | 13.65 |\n"
    assert read(text)[:2] == [
        ("572.2", "人", "level", "常住人口", "2017"),
        ("15.21", "‰", "share", "出生率", "2017"),
    ]
    assert [one[3] for one in read("辖区面积：约106平方公里 | 人口密度：约294人/平方公里 |\n")][1:] == ["人口密度"]


def test_a_caption_of_two_units_and_counts_that_grow() -> None:
    text = "单位：万人、‰\n年份 常住人口 出生率 自然增长人数\n1978 5064.1 22.14 83.88\n1980 5230.0 22.82 89.91\n"
    assert [one[:4] for one in read(text)][:3] == [
        ("5064.1", "人", "level", "常住人口"),
        ("22.14", "‰", "share", "出生率"),
        ("83.88", "人", "level", "自然增长人数"),
    ]
    water = "单位：亿立方米（人均用水量为立方米/人）\n年份 供水总量 人均用水量\n2003 5320.4 412.9\n2004 5547.8 428.0\n"
    assert [one[1] for one in read(water)][:2] == ["立方米", "立方米/人"]


def test_labels_leave_their_numbers_and_translations_out() -> None:
    text = (
        "单位：平方米\n项目 校舍面积 其中：危房\n总计 Total 7142 581\n一、教学用房 Buildings for Instruction 3165 185\n"
    )
    assert [one[3] for one in read(text)] == ["校舍面积", "其中：危房", "教学用房校舍面积", "教学用房其中：危房"]
    rows = "指标 年末数 比重（%）\n常住人口（万人） 412.3 100.0\n其中：城镇 251.5 61.0\n乡村 160.8 39.0\n"
    assert [one[3] for one in read(rows)][2::2] == ["城镇", "乡村"]


def test_words_of_this_month_head_columns_and_censuses_date_lists() -> None:
    text = "| 地区 | 当月产量(万吨) | 累计产量(万吨) |\n| 天津市 | 3.77 | 63.45 |\n| 海南省 | 0.11 | -- |\n"
    assert [one[4] for one in read(text, "2016年10月水泥产量")] == ["2016-10", "2016-01/2016-10", "2016-10"]
    assert {one[4] for one in read("东山乡人口数据（第六次人口普查）\n总人口 14619\n男 7806\n")} == {"2010"}
    rows = "| 普查 | 人口（人） |\n| 第七次人口普查 | 34370 |\n| 第六次人口普查 | 53562 |\n"
    assert [one[4] for one in read(rows)] == ["2020", "2010"]


def test_cells_with_units_of_their_own_beside_bare_ones() -> None:
    text = "1994年 比上年增长%\n纱 470万吨 -6.3\n原煤 12.1亿吨 5.3\n"
    assert read(text) == [
        ("470万吨", "吨", "level", "纱", "1994"),
        ("-6.3", "%", "growth", "纱", "1994"),
        ("12.1亿吨", "吨", "level", "原煤", "1994"),
        ("5.3", "%", "growth", "原煤", "1994"),
    ]


def test_heads_of_two_lines_of_which_one_is_divided() -> None:
    text = "常住人口\n单位：人、%\n地区 人口数 比重\n2020年 2010年\n全市 2189 100.0 100.0\n东城区 708 3.24 4.69\n"
    assert read(text)[:3] == [
        ("2189", "人", "level", "人口数", "2023"),
        ("100.0", "%", "share", "人口数比重", "2020"),
        ("100.0", "%", "share", "人口数比重", "2010"),
    ]
    groups = "县区 2020年 2021年\n产量（吨） 增速（%） 产量（吨） 增速（%）\n甲县 12 3.1 14 5.0\n乙县 20 2.2 25 6.1\n"
    assert [(one[2], one[4]) for one in read(groups)][:4] == [
        ("level", "2020"),
        ("growth", "2020"),
        ("level", "2021"),
        ("growth", "2021"),
    ]


def test_rows_of_two_labels_with_a_number_each() -> None:
    text = (
        "收支预算\n单位：万元\n收入 支出\n财政拨款收入 317.6 一般公共服务支出 250.3\n事业收入 20.0 住房保障支出 39.9\n"
    )
    assert [one[:4] for one in read(text)] == [
        ("317.6", "元", "level", "财政拨款收入"),
        ("250.3", "元", "level", "一般公共服务支出"),
        ("20.0", "元", "level", "事业收入"),
        ("39.9", "元", "level", "住房保障支出"),
    ]


def test_rows_of_months_and_prices_of_a_unit() -> None:
    text = "2021年居民消费价格涨跌幅（%）\n月份 同比 环比\n1月 -0.3 1.0\n2月 -0.2 0.6\n"
    assert [one[4] for one in read(text)] == ["2021-01", "2021-01", "2021-02", "2021-02"]
    prices = "品种 单位 本期价格（元） 比上期涨跌（%）\n鸡蛋 公斤 9.86 1.2\n大白菜 公斤 2.05 -8.9\n"
    assert [one[1:3] for one in read(prices)][:2] == [("元/公斤", "level"), ("%", "growth")]


def test_the_heading_of_a_list_dates_all_of_its_items() -> None:
    text = "截至2020年底：\n公路里程 1,234 公里\n其中：高速公路 86 公里\n农村公路 1,010 公里\n"
    assert {one[4] for one in read(text)} == {"2020"}


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("空气质量（%）PM2.5", "空气质量PM2.5"),
        ("空气质量（%）PM10", "空气质量PM10"),
        ("生产总值 Gross Product", "生产总值"),
        ("二氧化硫浓度 SO2 Concentration", "二氧化硫浓度"),
    ],
)
def test_a_translation_is_left_out_and_a_code_is_not(label: str, name: str) -> None:
    table = f"单位：微克\n指标 2020年 2021年\n{label} 35 30\n其他浓度 1 2\n"
    found = cell(table, "35")
    assert found is not None
    assert found.name == name
