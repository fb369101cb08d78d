"""The numeral grammar: Arabic, Chinese, formal and mixed numerals as exact decimals."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tasks.extract.numbers import NUMERAL_LIMIT, read_numeral


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("1,234.5", "1234.5"),
        ("007", "7"),
        ("99.90", "99.90"),
        ("二十三", "23"),
        ("十", "10"),
        ("两千零五", "2005"),
        ("一百二", "120"),
        ("三万五", "35000"),
        ("一万零五十", "10050"),
        ("叁仟陆佰", "3600"),
        ("廿三", "23"),
        ("二〇二三", "2023"),
        ("十五点八万", "158000"),
        ("两千三点一", "2300.1"),
        ("1.42万", "14200"),
        ("3.7千万", "37000000"),
        ("3万亿", "3000000000000"),
        ("1,234.5万", "12345000"),
        ("0.0万", "0"),
        ("5.49亿亿", "54900000000000000"),
        ("2亿6千6百78万", "266780000"),
        ("1万64", "10064"),
        ("13万2", "132000"),
        ("1万五千", "15000"),
    ],
)
def test_the_value_of_a_numeral(printed: str, value: str) -> None:
    numeral = read_numeral(printed)
    assert numeral is not None
    assert numeral.value == Decimal(value)
    assert numeral.high is None
    assert numeral.qualifier == "exact"


@pytest.mark.parametrize(("printed", "value"), [("6140余万", "61400000"), ("3千多万", "30000000"), ("十几", "10")])
def test_a_vague_tail_makes_a_lower_bound(printed: str, value: str) -> None:
    numeral = read_numeral(printed)
    assert numeral is not None
    assert (numeral.value, numeral.qualifier) == (Decimal(value), "over")


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("三五百", 300, 500),
        ("十七八万", 170000, 180000),
        ("两三", 2, 3),
        ("七百三四", 730, 740),
        ("十五六", 15, 16),
    ],
)
def test_a_pair_of_neighbours_has_two_ends(printed: str, low: int, high: int) -> None:
    numeral = read_numeral(printed)
    assert numeral is not None
    assert (numeral.value, numeral.high, numeral.qualifier) == (low, high, "about")


@pytest.mark.parametrize("printed", ["万", "亿亿", "点", "十十", "百万分", "1一"])
def test_what_is_no_number_is_none(printed: str) -> None:
    assert read_numeral(printed) is None


def test_no_float_drift() -> None:
    numeral = read_numeral("1719.9999999999")
    assert numeral is not None
    assert str(numeral.value) == "1719.9999999999"


def test_a_numeral_beyond_the_limit_is_none() -> None:
    assert read_numeral("9" * NUMERAL_LIMIT) is not None
    assert read_numeral("9" * (NUMERAL_LIMIT + 1)) is None
