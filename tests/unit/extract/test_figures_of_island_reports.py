"""How offices of Taiwan print figures: tenths with a digit behind, rates below nil, tolls, cases by place, bases."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article, Observation
from tasks.extract.reader import Reader


def read(text: str, published: str | None = "2025-11-11", title: str | None = None) -> list[Observation]:
    return list(Reader().read(Article("x", text, title, published)).observations)


def values(text: str) -> list[tuple[str, float, str]]:
    return [(one.mention, float(one.value), one.measure) for one in read(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("台湾外销占2成3，较去年衰退1成2。", [("2成3", 23.0, "share"), ("1成2", -12.0, "growth")]),
        ("蒜头价格跌幅3成5。", [("3成5", -35.0, "growth")]),
        ("自然增加率为千分之-3.26。", [("千分之-3.26", -3.26, "share")]),
        ("车祸造成233死，去年同期的293死较多。", [("233", 233, "level"), ("293", 293, "level")]),
        ("车祸比去年同期减少60死。", [("60", -60, "change")]),
        ("高雄市197人次之，台南市213人最多。", [("197人", 197, "level"), ("213人", 213, "level")]),
    ],
)
def test_numbers(text: str, found: list[tuple[str, float, str]]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("累计12例，其中三民区二例、凤山区一例、前镇区五例。", ["12例", "二例", "一例", "五例"]),
        ("全县报告麻疹病例四例，城关镇一例、河口镇三例。", ["四例", "一例", "三例"]),
        ("老师举了一例，学生又举一例。", []),
        ("幼年（0~14岁）人口占比11.55%。", ["11.55%"]),
    ],
)
def test_counts_in_lists_and_ages_in_brackets(text: str, found: list[str]) -> None:
    assert [one.mention for one in read(text)] == found


@pytest.mark.parametrize(
    ("text", "mention", "measure"),
    [
        ("核心CPI年增2.73%，也比9月的2.77%下滑。", "2.77%", "growth"),
        ("消费者物价指数年增1.6%，连续4个月低于2%。", "2%", "growth"),
        ("男性人口较上年同月增加4138人，增加率为0.04%。", "0.04%", "growth"),
        ("蔬菜价格上涨，涨幅更超过3成。", "3成", "growth"),
        ("失业率为5.2%，连续3个月高于5%。", "5%", "share"),
        ("收入增长6%，服务业占比突破50%。", "50%", "share"),
    ],
)
def test_measures_of_bases_and_bounds(text: str, mention: str, measure: str) -> None:
    assert next(one.measure for one in read(text) if one.mention == mention) == measure


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("今天白米批发价格35.79元，对比去年12月平均价35.59元。", "35.59元", "2024-12"),
        ("失业率由上月4.40%降为4.32%。", "4.40%", "2025-10"),
        ("今年以来发病120例（2020年至2024年介于11至238例），男性68例。", "68例", "2025"),
        ("今年9月30日内死亡人数为233人。", "233人", "2025-09"),
        ("2018年、2019年产值分别为50亿元、60亿元，增长5%、6%。", "5%", "2018"),
        ("2018年、2019年产值分别为50亿元、60亿元，农业增加值增长5%。", "5%", "2019"),
    ],
)
def test_times(text: str, mention: str, period: str) -> None:
    assert next(one.period for one in read(text) if one.mention == mention) == period


def test_a_report_on_a_month_calls_it_this_month() -> None:
    found = read("10月交易量10万吨，本月受雨季影响，到货量较9月增加2336吨。", "2025-12-02", "10月产销概况")
    assert [one.period for one in found] == ["2025-10", "2025-10"]


@pytest.mark.parametrize(
    ("text", "mention", "words"),
    [
        ("全省粮食自给率为30.3%，创下18年来新低，对比2013年的33.3%。", "33.3%", "粮食自给率"),
        ("全省累计确诊26例，分别居住于合肥市（13例）、芜湖市（7例）。", "7例", "确诊"),
        ("全省死亡人数达2338人，较去年减少96人，减少幅度为3.9%。", "3.9%", "死亡人数减少幅度"),
        ("装机容量达5万千瓦，近年均呈双位数增长，2021年底已达11.6万千瓦。", "11.6万千瓦", "装机容量"),
        ("工作年龄人口也不及7成，约1597万人。", "1597万人", "工作年龄人口"),
    ],
)
def test_names(text: str, mention: str, words: str) -> None:
    assert words in (next(one.indicator for one in read(text) if one.mention == mention) or "")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (
            "台湾农损5200万元，以云林县3200万元最多，其次为嘉义县1000万元；香蕉受损120公顷。",
            ["710000", None, None, "710000"],
        ),
        (
            "台湾累计26例，分别居住于高雄市（13例）及新北市（各1例）；另累计221例境外移入病例。",
            ["710000", None, None, "710000"],
        ),
        ("台湾农委会统计，今天台北批发菜价为每公斤32.6元。", [None]),
    ],
)
def test_the_whole_behind_a_list_of_its_parts(text: str, codes: list[str | None]) -> None:
    assert [one.region_code for one in read(text)] == codes


@pytest.mark.parametrize(
    ("text", "mention", "unit"),
    [
        ("全省学生数2020年达125.3万，2023年又回升到123.5万。", "123.5万", "人"),
        ("今年1月入境61.6万人次，首度突破60万，但仍少于前年的65万。", "65万", "人次"),
    ],
)
def test_the_same_counted_again(text: str, mention: str, unit: str) -> None:
    assert next(one.unit for one in read(text) if one.mention == mention) == unit


def test_so_often_one_of_them() -> None:
    found = read("肺癌死亡7724人，平均1小时8分2秒有1人死亡。")
    assert [one.measure for one in found] == ["level", "ratio", "ratio"]


@pytest.mark.parametrize(
    "text",
    [
        "本期增加的人数是近几个月最少的一次。",
        "减幅最明显的前三名，分别为甲市、乙市及丙市。",
    ],
)
def test_no_figures(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("7月CPI年增率为1.95%，连2月低于2%，较前一月上升0.08个百分点。", "0.08个百分点", "2025-07"),
        ("7月交通类上涨6.95%，上年基数偏低，油料费上涨25.87%。", "25.87%", "2025-07"),
        ("台湾1月来台旅客72万人次，也超越去年同期65万人次。", "65万人次", "2024-01"),
    ],
)
def test_times_in_passing(text: str, mention: str, period: str) -> None:
    assert next(one.period for one in read(text) if one.mention == mention) == period


def test_undated_texts_look_back_from_the_last_year_that_they_tell_of() -> None:
    text = (
        "全省产量在2020年2月达高峰71万吨，2022年8月又恢复至70万吨，截至2022年9月底达72万吨。\n"
        "2022年9月统计资料显示，水产有49万吨。"
    )
    assert [one.period for one in read(text, None)] == ["2020-02", "2022-08", "2022-09", "2022-09"]


def test_causes_move_what_they_cause() -> None:
    found = read("台湾7月交通类上涨6.95%，主因国际油价续扬，油料费上涨25.87%。")
    assert [one.region_code for one in found] == ["710000", "710000"]


def test_tenths_are_no_city() -> None:
    found = read("在甲县务工者逾8成都是来自邻县。")
    assert [(one.mention, one.region_code) for one in found] == [("8成", "100000")]


@pytest.mark.parametrize(
    ("text", "mention", "value", "name"),
    [
        ("六都住宅价格指数均出现下跌，以高雄市跌幅最明显，达2.75%。", "2.75%", -2.75, "住宅价格指数"),
        ("环境部公布，硫氧化物减量22%。", "22%", -22, "硫氧化物"),
        ("员工人数共748万人；若与前年同期相比，也增加6万人。", "6万人", 60000, "员工人数"),
    ],
)
def test_growth_that_a_clause_announces(text: str, mention: str, value: float, name: str) -> None:
    found = next(one for one in read(text) if one.mention == mention)
    assert float(found.value) == value
    assert name in (found.indicator or "")


def test_a_report_on_a_quarter_calls_it_this_quarter() -> None:
    text = "内政部公布，2025年第1季住宅价格指数为149.03，本季建物买卖登记量6万户。"
    assert [one.period for one in read(text, "2025-09-04", "第1季住宅价格指数")] == ["2025-01/2025-03"] * 2


def test_old_and_new_by_years_of_the_republic() -> None:
    found = read("环境部公布，浓度由110年的14.4微克降至112年的13.7微克。", "2026-01-28")
    assert [(one.mention, one.period) for one in found] == [("14.4微克", "2021"), ("13.7微克", "2023")]


def test_the_whole_of_last_year_is_the_one_that_is_printed() -> None:
    text = "六都2025年全年移转20万栋，其中台北市去年全年移转2万栋。"
    assert [one.period for one in read(text, None, "2025年移转量")] == ["2025", "2025"]


def test_what_is_outgrown_is_of_then() -> None:
    found = read("莲雾出口值较去年同期8869万元成长146%。", "2019-05-03")
    assert [one.period for one in found] == ["2018", "2019"]


def test_what_may_come_is_aimed_at() -> None:
    found = read("今年产量有机会回升至9000吨，推估可再增加680吨外销供应量。")
    assert [one.status for one in found] == ["target", "target"]
