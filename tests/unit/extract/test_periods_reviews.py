"""Periods and status where a text reviews a year, compares with a named one or sets aims for the next."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()
REPORT = "政府工作报告（东川县第九届人民代表大会第二次会议）"
PLAIN = "2026年岭北省政府工作报告"


def read(text: str, published: str | None = None, title: str | None = None) -> dict[str, tuple[str | None, str]]:
    found = READER.read(Article("d", text, title, published, None))
    return {o.mention: (o.period, o.status) for o in found.observations}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("2021年，全县稳中有进。预计全年实现生产总值70亿元，增长5%。", "observation"),
        ("2021年，全县稳中有进。预计2022年实现生产总值70亿元。", "target"),
        ("2021年，全县稳中有进。今年预计实现生产总值70亿元。", "target"),
    ],
)
def test_a_report_without_a_date_estimates_the_year_it_reviews(text: str, status: str) -> None:
    assert read(text, None, REPORT)["70亿元"][1] == status


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("主要预期目标是：工业投资增长7%，能耗达到“十五五”目标的序时进度。", "2026"),
        ("“十五五”发展主要预期目标是：工业投资增长7%。", "2030"),
    ],
)
def test_a_plan_named_behind_an_aim_gives_it_no_end(text: str, period: str) -> None:
    assert read(text, "2026-02-05", PLAIN)["7%"] == (period, "target")


def test_what_was_obtained_is_done() -> None:
    assert read("社区争取了70项服务下沉。", "2021-07-19")["70项"] == ("2021", "observation")


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("二季度，产值增长4%，较一季度（9%）回落。", "9%", "2024-01/2024-03"),
        ("上半年，产值增长4%，较上年同期（9%）回落。", "9%", "2023-01/2023-06"),
        ("截至2024年3月底，医院70个。与2023年3月底相比，医院增加9个。", "9个", "2023-03/2024-03"),
        ("截至2024年8月，务工70万人，比2023年底增加9万人。", "9万人", "2023/2024-08"),
        ("与2020年第三次全国土壤普查相比，耕地增加9亩。", "9亩", "2020/2024"),
    ],
)
def test_the_base_of_a_comparison(text: str, mention: str, period: str) -> None:
    assert read(text, "2024-09-09")[mention][0] == period
