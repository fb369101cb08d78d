"""Sums that run from a beginning: in the paragraphs behind it, for those who did something in them, until it ended."""

from __future__ import annotations

import pytest

WATERWORKS = "水厂自2019年3月投产以来，运行平稳。\n"


@pytest.mark.parametrize(
    ("behind", "period"),
    [
        ("水质达标，累计供水90万吨。", "2019-03/2024-08"),
        ("今年，水厂累计供水90万吨。", "2024"),
        ("去年雨水偏少。\n水厂累计供水90万吨。", "2024"),
        ("水厂每天供水90万吨。", "2024"),
    ],
)
def test_a_sum_of_a_later_paragraph(behind: str, period: str, periods) -> None:
    assert periods(WATERWORKS + behind, "2024-08-01")["90万吨"] == period


def test_those_who_did_something_in_what_is_summed_up(periods) -> None:
    text = "展馆自2019年3月开放以来，人气旺盛。馆内累计办展80场，{}。"
    found = periods(text.format("30个国家的5万名观众走进展厅参观学习"), "2024-08-01")
    assert set(found.values()) == {"2019-03/2024-08"}
    assert periods(text.format("5万平方米的展厅配有讲解设备"), "2024-08-01")["5万平方米"] == "2024"


@pytest.mark.parametrize(
    ("ends", "period"),
    [("2022年5月后停运", "2019/2022-05"), ("2022年5月后增加班次", "2019/2024-08"), ("运行平稳", "2019/2024-08")],
)
def test_a_sum_ends_where_what_it_counts_ended(ends: str, period: str, periods) -> None:
    assert periods(f"专列自2019年起开行了90列，{ends}。", "2024-08-01")["90列"] == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("截至6月底，今年全省新开工项目90个。", "2025-01/2025-06"),
        ("截至5月底，口岸今年已验放车辆90辆。", "2025-01/2025-05"),
        ("截至5月底，口岸今年在册车辆达90辆。", "2025-05"),
        ("截至6月底，全省新开工项目90个。", "2025-06"),
        ("截至6月3日，今年洪水造成90个村受灾。", "2025-06-03"),
    ],
)
def test_what_the_year_has_come_to_by_the_end_of_a_month(text: str, period: str, periods) -> None:
    assert set(periods(text, "2025-06-30").values()) == {period}


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("景区2023年5月1日开园，人气很旺。开园以来已接待游客300万人次。", "300万人次", "2023-05-01/2025-06-30"),
        ("景区2023年5月1日开园，人气很旺。开园以来占地300亩。", "300亩", "2025"),
        ("景区人气很旺。开园以来已接待游客300万人次。", "300万人次", "2025"),
        ("试点于2022年启动，目前有28个县，参保人数由最初的3万人增加到90万人。", "3万人", "2022"),
        ("医院开诊初期日门诊量仅200人次。", "200人次", None),
    ],
)
def test_what_began_on_a_date_told_before(text: str, mention: str, period: str | None, periods) -> None:
    assert periods(text, "2025-06-30")[mention] == period


def test_a_state_since_the_plan_began_is_of_a_year(periods) -> None:
    text = "“十四五”以来，湿地保护加快，年均修复9万亩。湿地碳汇价值约80亿元。"
    assert periods(text, "2025-07-12") == {"9万亩": "2021/2025-07", "80亿元": "2025"}


def test_a_beginning_named_again_before_it_is_dated(periods) -> None:
    text = "地铁2021年6月开通。\n客流由开通初期的6万人次增加到20万人次，列车由开通初期的8列增至30列。"
    assert periods(text, "2024-08-01")["8列"] == "2021-06"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("新区设立一年来，共植树10万亩。", "2017/2018"),
        ("政策实施一年来，累计造林10万亩。", "2017/2018"),
        ("一年来，我们植树10万亩。", "2018"),
    ],
)
def test_a_year_counted_from_a_beginning(text: str, period: str, periods) -> None:
    assert periods(text, "2018-05-20")["10万亩"] == period
