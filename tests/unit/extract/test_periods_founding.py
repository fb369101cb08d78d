"""Dates that tell when something began, and those by which things were counted out."""

import pytest


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("该校2016年开始招生，435名毕业生来自全国各地。", "435名", "2021"),
        ("合作社2015年成立，320户社员户均增收2000元。", "320户", "2021"),
        ("合作社2015年成立，当年只有社员18户。", "18户", "2015"),
        ("公司2014年创办，注册资金50万元。", "50万元", "2014"),
        ("合作社2020年成立，吸纳社员32户。", "32户", "2020"),
    ],
)
def test_when_something_began_is_not_when_it_is_counted(text: str, mention: str, period: str, periods) -> None:
    assert periods(text, "2021-07-12")[mention] == period


@pytest.mark.parametrize(
    "text",
    [
        "全国集体家底于2019年年底基本摸清。共有集体土地总面积65亿亩。",
        "经过半年努力，全县水利普查于2019年底全面完成。全县有山塘65口。",
        "2019年底，古树名木摸排结束。全县有一级古树65株。",
    ],
)
def test_what_was_counted_out_by_a_date_was_there_then(text: str, periods) -> None:
    assert set(periods(text, "2020-07-12", "家底摸清").values()) == {"2019"}


def test_a_month_in_which_something_was_founded_is_none_of_what_was_reached(periods) -> None:
    text = "今年5月，数据中心在德清成立。德清汇聚了相关企业400多家，年营业收入增长到了260亿元。"
    assert set(periods(text, "2022-07-01").values()) == {"2022"}


def test_a_plan_handed_down_is_none_of_the_year(periods) -> None:
    text = "主要预期目标是：碳排放达到国家下达“十五五”目标任务的进度。\n重点做好以下工作。\n实施省重点项目5296个。"
    assert periods(text, "2026-02-05", "2026年某省政府工作报告")["5296个"] == "2026"
