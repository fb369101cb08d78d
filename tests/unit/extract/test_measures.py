"""Level, share, growth, change, rank, ratio and their sign."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tasks.extract.measures import default_measures
from tasks.extract.model import Article
from tasks.extract.reader import Reader

MEASURES = default_measures()


@pytest.mark.parametrize(
    ("unit", "before", "after", "measure", "sign"),
    [
        ("元", "财政收入达到", "", "level", 1),
        ("元", "比上年增加", "", "change", 1),
        ("人", "较去年同期减少了", "", "change", -1),
        ("人", "城镇新增就业", "", "level", 1),
        ("元", "标准从500元提高到", "", "level", 1),
        ("%", "同比增长", "", "growth", 1),
        ("%", "价格下降", "", "growth", -1),
        ("%", "增速为", "", "growth", 1),
        ("%", "降幅达到", "", "growth", -1),
        ("%", "覆盖率达到", "", "share", 1),
        ("%", "覆盖率提高到", "", "share", 1),
        ("%", "实现", "的增长", "growth", 1),
        ("%", "居民消费价格指数为", "", "ratio", 1),
        ("百分点", "比上年提高", "", "change", 1),
        ("百分点", "失业率回落", "", "change", -1),
        ("百分点", "低于全国平均水平", "", "change", -1),
        ("米", "水位超警戒", "", "change", 1),
        ("百分点", "农民收入增速", "", "growth", 1),
        ("倍", "产量增长", "", "growth", 1),
        ("倍", "是全国平均水平的", "", "ratio", 1),
        ("%", "耗电量仅为普通空调的", "", "ratio", 1),
        ("%", "税收收入为一般公共预算收入的", "", "share", 1),
        ("%", "原油进口额为进口总额的", "", "share", 1),
        ("%", "面积为全省的", "", "share", 1),
        ("名次", "位居全省", "", "rank", 1),
        ("名次", "比去年前移", "", "change", 1),
        ("名次", "位次下滑了", "", "change", -1),
        ("名次", "比上月跌落", "", "change", -1),
        ("名次", "上升到", "", "rank", 1),
        ("分钟", "缩短办理时间", "", "change", -1),
        ("天", "压缩工期", "", "change", -1),
        ("小时", "工作时间", "", "level", 1),
        ("亩", "调减玉米种植面积", "", "change", -1),
        ("元", "社会融资规模增量为", "", "level", 1),
        ("年", "承包到期后再延长", "", "level", 1),
        ("元", "支出决算比上年增支", "", "change", 1),
        ("元", "比去年同期多处置", "", "change", 1),
        ("%", "行政权力精简幅度超过", "", "growth", -1),
        ("元", "较上年少支出", "", "change", -1),
        ("家", "比较多的企业", "", "level", 1),
        ("%", "贸易量仅相当于我国大米消费量的", "", "share", 1),
        ("%", "PM2.5浓度改善", "", "growth", -1),
        ("%", "空气质量改善", "", "growth", 1),
        ("%", "新工艺可以降低化肥", "的用量", "growth", -1),
        ("%", "新办法提高了", "以上的效率", "growth", 1),
        ("%", "覆盖全县", "的产量", "share", 1),
        ("%", "该品种节水可达", "", "share", 1),
        ("%", "比上年节水", "", "growth", -1),
        ("户", "五年净增民营企业", "", "change", 1),
        ("亩", "净减少耕地", "", "change", -1),
        ("元", "净利润", "", "level", 1),
        ("%", "贷款农户以每年", "的量递增", "growth", 1),
        ("元", "总产值超出邻市", "", "change", 1),
        ("%", "客运量约为去年同期的近", "", "ratio", 1),
        ("%", "航班已恢复至\x01\x01\x01的近", "", "ratio", 1),
        ("%", "全省经济保持了", "的中高速增长", "growth", 1),
        ("%", "年均增长达", "", "growth", 1),
        ("%", "同比下降达到了", "", "growth", -1),
        ("例", "新增病例小于", "", "level", 1),
        ("%", "不良率低于", "", "share", 1),
        ("百分点", "下调存款准备金率", "", "change", -1),
        ("%", "经济增长将处于", "", "growth", 1),
        ("%", "低于\x01\x01\x01\x01\x01的", "", "share", 1),
        ("%", "以年均", "的能源消费增速支撑", "growth", 1),
        ("%", "经济成长率初步统计", "", "growth", 1),
        ("%", "全球经济增长可能进一步降至", "", "growth", 1),
        ("%", "经济增长的预期目标设定为", "左右", "growth", 1),
        ("%", "少于\x02\x02\x02的企业雇佣了", "", "share", 1),
        ("人", "就业人数年增", "", "change", 1),
        ("百分点", "失业率月增", "", "change", 1),
        ("人", "失业人数月减", "", "change", -1),
        ("元", "户均增收", "", "change", 1),
        ("户", "带动农户增收", "", "level", 1),
        ("元", "每人每年增加收入", "", "change", 1),
        ("度", "每年减少用电", "", "change", -1),
        ("吨", "多年生牧草供给能力达到", "", "level", 1),
        ("%", "房价出现", "左右跌幅，", "growth", -1),
        ("%", "售价有", "以上降幅，", "growth", -1),
        ("%", "出口录得", "左右的负增长，", "growth", -1),
        ("%", "煤耗以每年", "的速度下降，", "growth", -1),
        ("%", "销量实现", "左右涨幅，", "growth", 1),
    ],
)
def test_measure_and_sign(unit: str, before: str, after: str, measure: str, sign: int) -> None:
    measured = MEASURES.of(unit, "quantity", before, after, None)
    assert (measured.measure, measured.sign) == (measure, sign)


def test_a_list_shares_the_measure_of_its_first_number() -> None:
    first = MEASURES.of("%", "percent", "分别下降", "", None)
    then = MEASURES.of("%", "percent", "", "", first)
    assert (then.measure, then.sign) == ("growth", -1)


def test_points_in_a_list_of_growth_are_a_change() -> None:
    first = MEASURES.of("%", "percent", "分别增长", "", None)
    assert MEASURES.of("百分点", "quantity", "", "", first).measure == "change"


def test_a_ratio_as_printed_is_a_ratio() -> None:
    assert MEASURES.of("", "ratio", "男女性别比为", "", None).measure == "ratio"


def test_a_percentage_of_a_growth_is_growth() -> None:
    assert MEASURES.of("%", "percent", "达到", "", None, name="脱贫人口收入增速").measure == "growth"


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("项目可增加2300个就业岗位。", "level"),
        ("园区增加岗位800个。", "level"),
        ("岗位比去年增加800个。", "change"),
        ("猪肉便宜了18%。", "growth"),
    ],
)
def test_jobs_that_are_made_and_prices_that_move(text: str, measure: str) -> None:
    assert [o.measure for o in Reader().read(Article("x", text, None, "2022-06-10", None)).observations] == [measure]


def test_so_much_of_a_plan_is_a_share() -> None:
    text = "完成投资246亿元，相当于年度计划的82.3%；转移就业5.3万人，达全年任务的104%。"
    found = Reader().read(Article("x", text, None, "2022-06-10", None)).observations
    assert [o.measure for o in found] == ["level", "share", "level", "share"]


@pytest.mark.parametrize("verb", ["多拿", "多领", "少交"])
def test_more_or_less_of_what_is_had_is_a_change(verb: str) -> None:
    found = Reader().read(Article("x", f"居民养老金每月{verb}18元。", None, "2022-06-10", None)).observations
    assert [o.measure for o in found] == ["change"]


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        ("资本充足率为12.17%，降幅0.56个百分点。", "0.56个百分点", ("change", -0.56)),
        ("失业率为5.1%，升幅0.2个百分点。", "0.2个百分点", ("change", 0.2)),
        ("全市工业增速10.4个百分点。", "10.4个百分点", ("growth", 10.4)),
        ("六成以上的经济增长来自服务业。", "六成", ("share", 60)),
        ("70%的用电量增长主要依靠工业。", "70%", ("share", 70)),
        ("全年实现5%的经济增长。", "5%", ("growth", 5)),
        ("一季度6.1%的增速更是连续17个季度以来首次重返6%以上。", "6%", ("growth", 6)),
        ("涨幅时隔三年重回2%以上。", "2%", ("growth", 2)),
    ],
)
def test_moves_in_points_and_where_growth_comes_from(text: str, mention: str, expected: tuple[str, float]) -> None:
    found = Reader().read(Article("m", text, None, "2024-05-01", None)).observations
    assert [(o.measure, float(o.value)) for o in found if o.mention == mention] == [expected]


@pytest.mark.parametrize("never", ["没有超出", "从未超出", "始终没有超出", "未超出"])
def test_what_was_never_exceeded_is_a_bound_and_no_growth(never: str) -> None:
    (found,) = Reader().read(Article("1", f"2017年，全省登记失业率{never}4%。")).observations
    assert (found.measure, found.qualifier, found.value) == ("share", "under", 4)
    assert found.indicator.endswith("登记失业率")


@pytest.mark.parametrize(("verb", "qualifier"), [("破", "over"), ("侦破", "exact"), ("打破", "exact")])
def test_a_number_broken_is_exceeded_and_a_case_broken_is_not(verb: str, qualifier: str) -> None:
    (found,) = Reader().read(Article("1", f"2017年，全省{verb}300项。")).observations
    assert found.qualifier == qualifier


@pytest.mark.parametrize(("verb", "sign"), [("扩张", 1), ("翘尾", 1), ("滑落", -1)])
def test_rarer_verbs_of_growth(verb: str, sign: int) -> None:
    (found,) = Reader().read(Article("1", f"2017年，全省销售额{verb}8.5%。")).observations
    assert (found.measure, found.value) == ("growth", Decimal("8.5") * sign)


def test_what_gets_better_by_falling_falls_wherever_its_name_stands() -> None:
    text = "PM2.5平均浓度降至29微克/立方米、改善6.5%，空气质量改善3%。"
    found = Reader().read(Article("x", text, None, "2022-06-10", None)).observations
    assert [float(o.value) for o in found] == [29, -6.5, 3]
    text = "业务预期指数回升1.2个百分点，回升至59.6%。"
    assert [o.measure for o in Reader().read(Article("x", text, None, "2022-06-10", None)).observations] == [
        "change",
        "ratio",
    ]


@pytest.mark.parametrize(
    ("text", "mention", "measure"),
    [
        ("清洁能源占比从2019年的30%调整为2023年的45%。", "45%", "share"),
        ("森林覆盖率由2012年的20%提高为2022年的25%。", "25%", "share"),
        ("产量只有去年的80%。", "80%", "ratio"),
        ("人均耕地0.4亩，仅为全国人均耕地的三成。", "三成", "ratio"),
        ("每吨煤价720元，为去年均价的90%。", "90%", "ratio"),
        ("粮食产量为全省总量的10%。", "10%", "share"),
        ("在消费60%的拉动经济增长的份额中，服务居首。", "60%", "share"),
    ],
)
def test_parts_of_a_whole_and_what_has_none(text: str, mention: str, measure: str) -> None:
    found = Reader().read(Article("x", text, None, "2024-06-10", None)).observations
    assert [o.measure for o in found if o.mention == mention] == [measure]


def test_a_gap_that_says_who_is_meant_leaves_their_share_a_share() -> None:
    text = "收入低于全市平均水平的家庭占比12%。"
    (found,) = Reader().read(Article("x", text, None, "2022-06-10", None)).observations
    assert (found.measure, float(found.value)) == ("share", 12)


@pytest.mark.parametrize("text", ["CPI从5月的3.4%回落到2.1%。", "PPI由8月的7.3%降至6.5%。"])
def test_price_indices_in_per_cent_tell_how_prices_grew(text: str) -> None:
    found = Reader().read(Article("x", text, None, "2022-10-10", None)).observations
    assert [o.measure for o in found] == ["growth", "growth"]


@pytest.mark.parametrize(
    ("text", "mention", "measure", "value"),
    [
        ("全市工业投资完成320亿元，超去年同期18亿元。", "18亿元", "change", 1800000000),
        ("粮食产量达到1200万吨，超上年50万吨。", "50万吨", "change", 500000),
        ("出口额为30亿元，超过去年同期的28亿元。", "28亿元", "level", 2800000000),
        ("城乡低保标准新增20元。", "20元", "change", 20),
        ("城乡居民基础养老金每人每月新增10元。", "10元", "change", 10),
        ("农民人均新增收入800元。", "800元", "level", 800),
        ("每年可减少由燃煤产生的二氧化硫近80吨。", "80吨", "change", -80),
        ("该集团有超过300亿的研发投入。", "300亿", "level", 30000000000),
    ],
)
def test_by_how_much_something_exceeds_or_was_raised(text: str, mention: str, measure: str, value: int) -> None:
    found = Reader().read(Article("x", text, None, "2022-06-10", None)).observations
    assert [(o.measure, int(o.value)) for o in found if o.mention == mention] == [(measure, value)]


@pytest.mark.parametrize(
    ("text", "mention", "measure"),
    [
        ("工程提升了12座水厂的供水能力。", "12座", "level"),
        ("资金用于改善7对公益列车的设施设备。", "7对", "level"),
        ("项目增加了500吨的产能。", "500吨", "change"),
    ],
)
def test_things_that_were_made_better_are_counted(text: str, mention: str, measure: str) -> None:
    found = Reader().read(Article("x", text, None, "2022-06-10", None)).observations
    assert [o.measure for o in found if o.mention == mention] == [measure]
