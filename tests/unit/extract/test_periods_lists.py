"""Numbers that 分别 shares out over the dates before it."""

from __future__ import annotations

import re

import pytest

from tasks.extract.dates import find_dates
from tasks.extract.model import Article
from tasks.extract.periods import PeriodScope
from tasks.extract.reader import Reader

READER = Reader()


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("2018年、2019年和2020年，全县贷款余额分别为71亿元、82亿元和93亿元。", ["2018", "2019", "2020"]),
        ("2019—2021年，分别脱贫1.2万人、1.5万人、0.8万人。", ["2019", "2020", "2021"]),
        ("2020年四个季度投资分别为7亿元、5亿元、4亿元和3亿元，占比分别为37%、26%、21%和16%，运行平稳。",
         ["2020-01/2020-03", "2020-04/2020-06", "2020-07/2020-09", "2020-10/2020-12"] * 2),
        ("2021年一、二季度产值分别增长7.7%和5.1%。", ["2021-01/2021-03", "2021-04/2021-06"]),
        ("4、5、6三个月增速分别为9.2%、8.9%和9.4%。", ["2022-04", "2022-05", "2022-06"]),
        ("2020年，养老、失业保险参保率分别为96%、88%。", ["2020", "2020"]),
        ("2018年和2020年，小麦、玉米、水稻产量分别为3万吨、4万吨、5万吨。", ["2020", "2020", "2020"]),
    ],
)  # fmt: skip
def test_each_number_has_its_own_date(text: str, periods: list[str]) -> None:
    scope = PeriodScope(text, find_dates(text, "2022-07-10"), "2022-07-10")
    spans = [match.span() for match in re.finditer(r"[0-9.]+(?:亿元|万人|万吨|%)", text)]
    assert [scope.period_at(start, end).period for start, end in spans] == periods


def test_numbers_of_a_list_of_things_keep_the_date_of_all() -> None:
    text = "2018—2020年，养老、失业、工伤参保率分别为90%、80%、70%。"
    scope = PeriodScope(text, find_dates(text, "2022-07-10"), "2022-07-10")
    assert {scope.period_at(m.start(), m.end(), "share").period for m in re.finditer("[0-9]+%", text)} == {"2018/2020"}


@pytest.mark.parametrize("joint", ["、", "和", "与"])
@pytest.mark.parametrize("shared", ["分别为", "依次为"])
def test_years_of_a_list_need_not_all_be_called_so(joint: str, shared: str) -> None:
    found = READER.read(
        Article("x", f"2018{joint}2019年产值{shared}3亿元、4亿元。", None, "2021-07-30", None)
    ).observations
    assert [(o.period, o.indicator) for o in found] == [("2018", "产值"), ("2019", "产值")]


def test_the_first_year_of_a_list_that_is_a_base_does_not_hold_on() -> None:
    text = "一季度，产值增长6%（2015和2016年同期增速分别为3%、5%）。其中，矿业产值9亿元，增长4%。"
    found = READER.read(Article("x", text, None, "2017-04-30", None)).observations
    assert [o.period for o in found][-1] == "2017-01/2017-03"
