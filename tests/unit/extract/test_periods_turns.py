"""Old and new values that any verb may lead through."""

import pytest

from tasks.extract.model import Article


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("学校由45所撤并为30所。", "45所", "30所"),
        ("合作社从8家做大到42家。", "8家", "42家"),
        ("公交线路由2条织成7条。", "2条", "7条"),
        ("手续费从20元一路压到5元。", "20元", "5元"),
    ],
)
def test_the_old_value_of_a_pair_is_of_no_known_time(text: str, old: str, new: str, periods) -> None:
    found = periods(f"2024年，全县{text}", "2024-11-01")
    assert (found[old], found[new]) == (None, "2024")


def test_the_old_value_in_a_review_of_five_years_is_of_the_first(periods) -> None:
    text = "五年来，改革纵深推进。市属企业由51家整合为33家，园区由106家撤并到50家。"
    found = periods(text, "2026-02-03", "2026年某市政府工作报告")
    assert list(found.values()) == ["2021", "2025", "2021", "2025"]


@pytest.mark.parametrize("text", ["从300种药材中找到5种。", "惠及从3个月到60个月的婴儿。"])
def test_a_choice_and_a_reach_are_no_pair(text: str, periods) -> None:
    assert set(periods(f"2024年，{text}", "2024-11-01").values()) <= {"2024"}


def test_an_audit_is_of_the_year_that_it_looks_at(periods) -> None:
    text = (
        "钱花到哪里去了？谁在监管？市审计局8月17日发布2022年扶贫资金审计结果。\n"
        "审计发现三类问题。当年，有18个县挪用资金2.1亿元。另有32个项目长期闲置。\n"
    )
    assert set(periods(text, "2023-08-18").values()) == {"2022"}


def test_that_year_is_none_where_only_the_present_is_named(periods) -> None:
    text = "目前，养老场所已有63个。县里还兴办了托养中心，当年即接收老人86名。"
    assert periods(text, "2020-12-08")["86名"] is None


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("5月服务业PMI从50.1下滑至48.9。", "50.1", "2025-04"),
        ("5月，全市空置率由12.3%回落到10.8%。", "12.3%", "2025-04"),
        ("铁路将于12月底通车，旅途由四小时缩短至两小时。", "四小时", None),
        ("二期工程于5月开工，建成后，流量将从2270吨提高至7000吨。", "2270吨", None),
    ],
)
def test_the_old_value_of_a_monthly_figure_is_of_the_month_before(text: str, mention: str, period, periods) -> None:
    assert periods(text, "2025-06-23")[mention] == period


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("今天，300名志愿者走进12个社区。", "12个", "2025-06-23"),
        ("6月9日，全省39个重点县开展培训。", "39个", "2025"),
        ("6月9日，全省39名选手参加比赛。", "39名", "2025-06-09"),
        ("12个村于2018年脱贫。", "12个", "2018"),
        ("15人曾被判定在2014年违规。", "15人", "2025"),
        ("2016年至2018年，全县搬迁3164户。服务人员按每个安置区2至4名配备。", "2至4名", "2025"),
        ("2025年，扶贫项目三年累计投入资金12亿元，另有240个村整村搬迁。", "240个", "2023/2025"),
    ],
)
def test_counts_beside_dates(text: str, mention: str, period: str, periods) -> None:
    assert periods(text, "2025-06-23")[mention] == period


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("“十五五”时期，力争经济总量突破5000亿元。", "5000亿元", "2030"),
        ("“十五五”时期，力争累计完成投资5000亿元。", "5000亿元", "2026/2030"),
        ("特困标准按不低于低保标准的1.3倍确定，补差水平不低于当地上年度的500元。", "1.3倍", "2026"),
    ],
)
def test_states_aimed_at_are_of_the_end_of_a_plan(text: str, mention: str, period: str, periods) -> None:
    assert periods(text, "2026-01-28")[mention] == period


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("城镇化率由2015年的50.1%，提高到52.3%。", ["2015", "2024"]),
        ("贫困人口从2015年的3.2万人，逐年下降到0.1万人。", ["2015", "2024"]),
        ("三次产业占比由2023年的5.7:49.3:45.0,进一步优化为6.6:45.8:47.6。", ["2023"] * 3 + ["2024"] * 3),
    ],
)
def test_a_comma_may_stand_in_front_of_the_verb_of_a_pair(text: str, values: list[str], reader) -> None:
    found = reader.read(Article("x", text, "2024年某县统计公报", "2025-03-11")).observations
    assert [one.period for one in found] == values


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("7月销量3.2万辆，去年同期为2.8万辆，上月为3.0万辆。", "2012-06"),
        ("7月居民消费价格上涨1.8%，上月为3.0%。", "2012-06"),
        ("上月销量3.0万辆。", "2012-07"),
    ],
)
def test_the_month_before_the_one_told_is_of_what_it_was(text: str, period: str, reader) -> None:
    assert reader.read(Article("x", text, None, "2012-08-10")).observations[-1].period == period


def test_how_rare_something_is_opens_no_stretch(reader) -> None:
    text = "PM2.5浓度降至28.5微克每立方米，创有监测记录以来最好水平，203个断面水质优良率达100%。"
    found = reader.read(Article("x", text, "2026年某省政府工作报告", "2026-02-25")).observations
    assert {one.period for one in found} == {"2025"}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("合作社成立10年来，社员从最初的47户增至136户。", [None, "2018"]),
        ("到2025年，城镇化率将由现在的不足60%，提升到70%以上。", ["2018-08", "2025"]),
        ("到2020年，农民收入比现有水平翻一番。", ["2020"]),
        ("到2020年，农民收入在现有基础上增长50%。", ["2020"]),
    ],
)
def test_what_there_is_or_was_at_first_is_not_of_the_aim(text: str, values: list[str | None], reader) -> None:
    found = reader.read(Article("x", text, None, "2018-08-08")).observations
    assert [one.period for one in found] == values
    assert found[-1].status == ("target" if "到20" in text else "observation")
    assert len(found) == 1 or found[0].status == "observation"


@pytest.mark.parametrize(("published", "period"), [("2023-01-19", "2012/2022"), ("2023-05-19", "2013/2023")])
def test_ten_years_told_in_january_end_with_the_year_just_over(published: str, period: str, reader) -> None:
    (one,) = reader.read(Article("x", "十年来，累计完成造林9.6亿亩。", None, published)).observations
    assert one.period == period
