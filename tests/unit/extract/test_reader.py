"""The reader as a whole, on sentences made for the purpose."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tasks.extract.model import Article, Observation
from tasks.extract.reader import Reader
from tasks.extract.record import to_record

READER = Reader()


def read(text: str, published_at: str = "2024-03-05", title: str | None = None) -> list[Observation]:
    return READER.read(Article("t", text, title, published_at)).observations


def only(text: str, **more: str) -> Observation:
    found = read(text, **more)
    assert len(found) == 1, found
    return found[0]


def test_a_level_has_all_of_its_fields() -> None:
    found = only("2023年，贵州省城镇新增就业65.2万人。")
    assert (found.mention, found.value, found.unit) == ("65.2万人", Decimal(652000), "人")
    assert (found.measure, found.status, found.qualifier) == ("level", "observation", "exact")
    assert (found.region_code, found.period) == ("520000", "2023")
    assert (found.indicator, found.indicator_id) == ("城镇新增就业", "jobs_new")


def test_growth_carries_the_name_of_the_level_before_it() -> None:
    level, growth = read("全县社会消费品零售总额达到35.8亿元，同比增长6.4%。")
    assert level.indicator == growth.indicator == "社会消费品零售总额"
    assert (growth.measure, growth.value) == ("growth", Decimal("6.4"))


def test_a_number_alone_is_named_by_what_is_said_of_it() -> None:
    found = read("超过2.5万家！这是截至6月底全省民宿的数量，同比增长8%。")
    assert [one.indicator for one in found] == ["民宿", "民宿的数量"]


def test_a_sentence_that_points_back_pairs_with_the_names_before_it() -> None:
    text = "造船完工量300万吨，新接订单量500万吨。两大指标分别占全球的40%和60%。"
    assert [one.indicator for one in read(text)][2:] == ["造船完工量占全球", "造船新接订单量占全球"]


def test_people_served_are_named_although_their_unit_is_not_printed() -> None:
    assert only("服务中心为30万群众提供体检。").indicator == "服务中心群众提供体检"


def test_the_sentence_before_lends_its_subject() -> None:
    length, cost = read("青山大桥正式通车。全长3.2公里，总投资5.6亿元。")
    assert length.indicator.startswith("青山大桥") and cost.indicator.startswith("青山大桥")
    assert only("会议强调，要抓好落实。\n总投资5.6亿元。").indicator == "总投资"


def test_falling_values_are_negative() -> None:
    assert [found.value for found in read("生猪存栏21万头，比上年减少1.2万头，猪肉价格下降3.5%。")] == [
        Decimal(210000),
        Decimal(-12000),
        Decimal("-3.5"),
    ]


def test_numbers_in_one_breath_share_their_name() -> None:
    households, persons = read("全镇共搬迁312户1204人。")
    assert (households.unit, persons.unit) == ("户", "人")
    assert households.indicator == persons.indicator
    assert "搬迁" in persons.indicator


def test_a_list_is_paired_in_order() -> None:
    farm, wage = read("其中养老保险、失业保险参保率分别为96.5%、88.1%。")
    assert (farm.indicator, farm.value) == ("养老保险参保率", Decimal("96.5"))
    assert (wage.indicator, wage.value) == ("失业保险参保率", Decimal("88.1"))


def test_an_old_value_beside_a_target_is_a_fact_without_date() -> None:
    old, new = read("力争到2027年农村自来水普及率从91%提高到95%。")
    assert (old.status, old.period) == ("observation", None)
    assert (new.status, new.period) == ("target", "2027")
    assert old.indicator == new.indicator


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("累计建成62个帮扶车间。", "帮扶车间"),
        ("带动1.8万名群众就业。", "群众就业"),
        ("83%的行政村通了硬化路。", "行政村"),
        ("茶园面积扩大到12万亩。", "茶园面积"),
        ("从县城到市区只需要40分钟。", "县城"),
    ],
)
def test_names_hold_the_words_around_the_number(text: str, said: str) -> None:
    assert said in only(text).indicator


def test_text_without_numbers_has_no_observations() -> None:
    reading = READER.read(Article("t", "乡村全面振兴，百业兴旺。"))
    assert reading.observations == []
    assert reading.decisions == []


def test_rejects_are_kept_with_their_reason() -> None:
    reading = READER.read(Article("t", "落实“四个不摘”要求，5月10日召开会议。", published_at="2024-05-11"))
    assert {reject.why for reject in reading.rejects} == {"name", "date"}
    assert reading.observations == []


def test_an_unknown_publication_date_is_no_error() -> None:
    reading = READER.read(Article("t", "全市粮食产量达到120万吨。"))
    assert len(reading.observations) == 1
    assert reading.observations[0].period is None


def test_the_record_has_the_fixed_keys_and_json_numbers() -> None:
    record = to_record(only("全县脱贫人口人均纯收入1.25万元。"))
    assert list(record) == [
        "doc", "start", "end", "mention", "value", "value_high", "unit", "measure", "qualifier", "status",
        "region_code", "region", "period", "indicator", "indicator_id", "indicator_name", "confidence",
    ]  # fmt: skip
    assert isinstance(record["value"], int) and record["value"] == 12500
    assert record["value_high"] is None
    assert 0.0 <= record["confidence"] <= 1.0


def test_a_fraction_stays_a_fraction_in_the_record() -> None:
    record = to_record(only("贫困发生率降至0.31%。"))
    assert record["value"] == pytest.approx(0.31)
    assert isinstance(record["value"], float)


def test_a_number_with_nothing_but_a_place_keeps_the_name_of_the_list() -> None:
    found = read("全省新增确诊病例20例，其中郑州市12例，南阳5例。", title="河南通报疫情")
    assert {fact.indicator for fact in found} == {"新增确诊病例"}
    # States that the region does not tell stay in the name.
    fugitives = [fact.indicator for fact in read("追回外逃人员102人，含美国48人，英国1人。")]
    assert fugitives == ["追回外逃人员", "美国追回外逃人员", "英国追回外逃人员"]


def test_up_to_a_round_number_is_no_word_of_a_name() -> None:
    goods, cars = read("会上展出上百件农产品，60个品牌的上千款新车亮相。")[::2]
    assert (goods.indicator, cars.indicator) == ("会上展出农产品", "品牌新车亮相")


def test_numbers_in_one_breath_are_of_one_thing_even_behind_a_list() -> None:
    homes, people = read("其中318户1513人落实了农村低保或特困供养政策。")
    assert homes.indicator == people.indicator
    items, money = read("安排防贫保、雨露计划等项目16项2346万元。")
    assert items.indicator == money.indicator


def test_words_that_only_look_like_links_stay_in_a_name() -> None:
    assert [fact.indicator for fact in read("达成就业意向1300余人，据实新增监测对象26户，累计低保兜底912人次。")] == [
        "达成就业意向",
        "据实新增监测对象",
        "低保兜底",
    ]


def test_a_clause_that_only_reaches_its_number_is_of_the_one_before() -> None:
    growth, share = read("创业板净利润增速领先，达11.3%；参保率较高，达95%。")
    assert (growth.measure, share.measure) == ("growth", "share")


def test_numerals_within_the_name_of_a_place_measure_nothing() -> None:
    found = read("榆树市五棵树镇种粮大户流转了300公顷土地，三道沟村有8户人家。", title="吉林秋收")
    assert [fact.mention for fact in found] == ["300公顷", "8户"]


def test_a_count_of_banks_is_no_name() -> None:
    found = read("三家银行受到通报。", title="银行受罚")
    assert [fact.mention for fact in found] == ["三家"]


def test_an_index_in_points_is_no_ratio_for_a_comparison_before_it() -> None:
    found = only("钢材价格指数连续三个月环比上升。5月份全国钢材价格指数为108.6点。")
    assert (found.unit, found.measure) == ("点", "level")


def test_cells_of_a_table_hold_for_the_period_of_its_title() -> None:
    text = "指标 单位 本期 增长（%）\n固定资产投资 亿元 246.79 15.3\n社会消费品零售总额 亿元 35.2 6.1"
    found = read(text, "2024-11-20", "2024年1-10月洛南县主要经济指标")
    assert {fact.period for fact in found} == {"2024-01/2024-10"}


def test_counted_banks_are_no_bank() -> None:
    assert {fact.region_code for fact in read("五家银行发放贷款2亿元。")} == {"100000"}


def test_a_point_of_view_is_no_subject() -> None:
    found = read("上半年国内生产总值616836亿元，同比增长5.0%。分季度看，一季度增长5.3%，二季度增长4.7%。")
    assert {fact.indicator for fact in found} == {"国内生产总值"}


def test_new_ones_against_last_year_are_a_change_of_what_was_counted() -> None:
    level, change = read("全县户籍人口27.3万人，比上年新增1547人。")
    assert (change.indicator, change.measure) == (level.indicator, "change")


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        (f"3月制造业PMI为49.5，{'的' * 34}50.7，仍低。", "49.5"),
        (f"通车的有3个村、120户{'省市县区' * 20}x。", "3个"),
        (f"居民收入{'都很' * 30}一般，达3万元。", "3万元"),
        (f"从甲县到乙县，坐车3小时{'即可' * 40}走。", "3小时"),
        (f"不良率最低的是甲银行，{'约为' * 40}呢0.8%。", "0.8%"),
        (f"{'年月' * 60}的收入3万元。", "3万元"),
        (f"住房安全：310户{'全都' * 40}好。", "310户"),
    ],
    ids=["of what", "groups", "how it stands", "how easily", "so much", "when", "all of them"],
)
def test_words_that_come_again_and_again_are_read_in_one_way(text: str, mention: str) -> None:
    assert mention in [one.mention for one in read(text)]
