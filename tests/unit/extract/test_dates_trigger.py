"""The cheap pass that says where dates may begin lets nothing through its fingers that the grammar can read."""

from __future__ import annotations

import pytest

from tasks.extract.dates import find_dates
from tasks.extract.dates_calendar import words
from tasks.extract.dates_grammar import FIRST_RUNG, RUNGS
from tasks.extract.dates_trigger import TRIGGER, begins

PUBLISHED = "2022-05-17"
WORD_LISTS = ("relative_years", "relative_months", "relative_quarters", "relative_days", "festivals", "now")


def triggered(text: str) -> bool:
    """Whether the pass stops at the beginning of a text."""
    return any(match.start() == 0 and begins(text, 0) for match in TRIGGER.finditer(text))


def readable(word: str) -> bool:
    """Words that begin with a number are found by their number, not by their first letters."""
    return word[0] not in "〇零一二两三四五六七八九十廿半"


@pytest.mark.parametrize("name", WORD_LISTS)
def test_every_word_of_time_is_looked_at(name: str) -> None:
    missed = [word for word in words()[name] if len(word) > 1 and readable(word) and not triggered(word + "，")]
    assert missed == []


@pytest.mark.parametrize("printed", ["3", "12", "1.5", "3.5万", "30多", "20余", "三", "十几", "1.2亿多"])
def test_a_length_in_every_unit_is_looked_at(printed: str) -> None:
    # 3毫秒 is a quantity, and nobody says 3钟头 without 个.
    units = [unit for unit in words()["durations"] if unit not in ("毫秒", "钟头")]
    assert [unit for unit in units if not triggered(f"{printed}{unit}，")] == []


@pytest.mark.parametrize(
    "text",
    [
        "2021.12",
        "2021.12.10",
        "13.5.2015",
        "2021.3-2022.4",
        "第三季度",
        "第1-3季度",
        "第二天",
        "第十二个月",
        "第3周",
        "近三年",
        "上半年",
        "国际劳动节",
        "“十四五”期间",
    ],
)
def test_forms_with_signs_are_looked_at(text: str) -> None:
    assert triggered(text + "，")


@pytest.mark.parametrize("text", ["2.5万户", "3个镇", "30多户", "第三方", "国际贸易", "儿童福利", "8.5%"])
def test_what_is_no_time_is_passed_over(text: str) -> None:
    assert not triggered(text)
    assert find_dates(text + "，其余不变。超过十二字。", PUBLISHED) == []


@pytest.mark.parametrize("part", [part for part in words()["day_parts"] if len(part) > 1])
def test_every_part_of_the_day_opens_a_time(part: str) -> None:
    found = find_dates(f"会议定于5月20日{part}9点在市里召开。", PUBLISHED)
    assert [date.value[:13] for date in found if "T" in date.value]


def test_the_first_rung_is_the_highest_that_fits() -> None:
    text = "2021年3月5日下午，去年第三季度、十四五期间和春节，4月中旬，周三，今天，1—2月，5日至8日，上世纪90年代。"
    for at in range(len(text)):
        alone = next((match for rung in RUNGS if (match := rung.match(text, at))), None)
        joined = FIRST_RUNG.match(text, at)
        assert (joined and (joined.span(), joined.lastgroup)) == (alone and (alone.span(), alone.lastgroup))
