"""Figures of reports and notices by structure: verbs of speed, lists of bodies, rules of the state, counts so far."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article, Observation
from tasks.extract.reader import Reader

READER = Reader()


def read(text: str, mention: str, date: str | None = None, title: str | None = None) -> Observation:
    found = READER.read(Article("d", text, title, date, None)).observations
    return next(one for one in found if one.mention == mention)


@pytest.mark.parametrize(
    ("text", "mention", "measure", "value"),
    [
        ("加快6个抽水蓄能电站建设。", "6个", "level", 6),
        ("加快5亿元专项债使用。", "5亿元", "level", 5e8),
        ("全程用时加快3分钟。", "3分钟", "change", 3),
        ("进度比去年加快6个百分点。", "6个百分点", "change", 6),
        ("一般性支出压减比例超5%。", "5%", "growth", -5),
        ("补助标准提高比例达12%。", "12%", "growth", 12),
        ("公司上调票价15%。", "15%", "growth", 15),
        ("农户降低生产成本10%以上。", "10%", "growth", -10),
        ("工厂提高工作效率30%。", "30%", "growth", 30),
        ("工厂提升产品合格率5%。", "5%", "share", 5),
        ("全厂减少开支占比20%。", "20%", "share", 20),
    ],
)
def test_verbs_of_speed_and_shares_of_a_move(text: str, mention: str, measure: str, value: float) -> None:
    one = read(text, mention, "2022-05-01")
    assert (one.measure, float(one.value)) == (measure, value)


def test_the_first_of_several_bodies_has_not_what_all_have() -> None:
    text = "推动云岭电厂二期、青山电厂二期等402万千瓦机组建成投运。"
    assert read(text, "402万千瓦", "2022-05-01", "甘肃省：能源保供").region_code == "620000"


def test_what_the_state_asks_of_firms_is_the_nation_s() -> None:
    text = "青山水泥有限公司产能5万吨。经理说，国家去年收紧了排放政策，并规定浓度不超过10毫克。公司投入3000万元。"
    assert read(text, "10毫克", "2021-03-01").region_code == "100000"
    assert read(text, "3000万元", "2021-03-01").region_code is None


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("农业农村部今天发布播种进度，全国已播种冬油菜3200万亩。", "3200万亩", "2022-09-17"),
        ("水利部今日公布的监测数据显示，流域已累计引水12亿立方米。", "12亿立方米", "2022-09-17"),
        ("交通运输部今天发布数据，我国已有高速公路17万公里。", "17万公里", "2022"),
    ],
)
def test_what_has_been_done_up_to_the_day_of_a_count(text: str, mention: str, period: str) -> None:
    assert read(text, mention, "2022-09-17").period == period


def test_a_year_that_is_only_foretold_dates_no_text() -> None:
    text = "行业竞争13年底有望大幅改善。4800吨生产线投产。预计2015年规模达到20亿元。"
    assert read(text, "4800吨").period is None
    assert read(text, "20亿元").period == "2015"


def test_office_work_counts_over_the_years_of_a_plan() -> None:
    text = "各位代表！过去五年，我们始终坚持政治引领。持续深化法治建设，提请人大常委会审议议案31件。"
    assert read(text, "31件", "2026-02-12", "2026年甲省政府工作报告").period == "2021/2025"


def test_the_last_years_of_a_report_end_with_its_plan() -> None:
    text = "过去五年，我们坚持绿色发展。森林覆盖率由7.5%提高到8.2%。"
    assert read(text, "7.5%", "2026-02-12", "2026年甲省政府工作报告").period == "2021"
    assert read(text, "8.2%", "2026-02-12", "2026年甲省政府工作报告").period == "2025"
