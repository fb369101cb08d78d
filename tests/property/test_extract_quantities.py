"""Properties of the number reader: printed forms read back, spans slice, nothing raises, time is linear."""

from __future__ import annotations

import time
from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tasks.extract.numbers import read_numeral
from tasks.extract.quantities import find_quantities
from tasks.extract.reflow import reflowed
from tasks.extract.rejects import read_numbers

DIGITS = "零一二三四五六七八九"
HOSTILE = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "0123456789.,，%％‰一二两三十百千万亿兆点分之又半几数余多来个人元块角千瓦年月日第近约超不低于以上至到-—~:：比/“”《》+负下折成"
        ),
        st.characters(codec="utf-8"),
    ),
    max_size=60,
)
TABLE_PIECES = ["\n", " ", "|", "甲", "（吨）", "增长（%）", "12", "3.5", "-", "2020年", "。", "：", "\r"]
TABLES = st.lists(st.sampled_from([*TABLE_PIECES, "\n\n", "甲 -\n", "乙 12\n"]), max_size=20).map("".join)
UNITS = st.sampled_from(["元", "人", "户", "个", "亩", "公里", "吨", "千瓦时", "%", "平方米", "人次", "家"])


def chinese(number: int) -> str:
    """A whole number below ten thousand million as it is written out."""
    if number >= 10**8:
        return chinese(number // 10**8) + "亿" + rest(number % 10**8, 10**7)
    if number >= 10**4:
        return chinese(number // 10**4) + "万" + rest(number % 10**4, 10**3)
    for scale, name in ((1000, "千"), (100, "百"), (10, "十")):
        if number >= scale:
            return DIGITS[number // scale] + name + rest(number % scale, scale // 10)
    return DIGITS[number]


def rest(number: int, place: int) -> str:
    """What follows a scale: nothing, or the rest with 零 where a place is skipped."""
    if not number:
        return ""
    return ("" if number >= place else "零") + chinese(number)


@given(st.integers(0, 10**12 - 1))
@settings(max_examples=200, deadline=None)
def test_a_written_out_number_reads_back(number: int) -> None:
    numeral = read_numeral(chinese(number))
    assert numeral is not None
    assert numeral.value == number


@given(st.decimals(min_value=0, max_value=10**9, places=3), st.sampled_from(["", "万", "亿"]), UNITS)
@settings(max_examples=200, deadline=None)
def test_a_printed_quantity_reads_back(number: Decimal, scale: str, unit: str) -> None:
    assume(number != 1)
    printed = f"{number:,}{scale}{unit}"
    text = f"合计{printed}。"
    (quantity,) = find_quantities(text)
    assert text[quantity.start : quantity.end] == printed
    assert quantity.value == number * {"": 1, "万": 10**4, "亿": 10**8}[scale]
    assert quantity.value_high is None


@given(st.integers(2, 400), st.integers(1, 400), st.sampled_from("-—~至到"), UNITS)
@settings(max_examples=150, deadline=None)
def test_a_range_reads_back_with_both_ends(low: int, step: int, link: str, unit: str) -> None:
    text = f"共{low}{link}{low + step}{unit}。"
    (quantity,) = find_quantities(text)
    assert (quantity.value, quantity.value_high) == (low, low + step)


@given(st.one_of(HOSTILE, TABLES))
@settings(max_examples=600, deadline=None)
def test_any_text_is_read_and_spans_slice(text: str) -> None:
    reading = read_numbers(text, [])
    last = 0
    for quantity in reading.quantities:
        assert last <= quantity.start < quantity.end <= len(text)
        assert quantity.start <= quantity.number_end <= quantity.end
        assert quantity.value.is_finite()
        last = quantity.end
    for reject in reading.rejects:
        assert 0 <= reject.start < reject.end <= len(text)


@given(HOSTILE)
@settings(max_examples=200, deadline=None)
def test_full_width_and_half_width_read_the_same(text: str) -> None:
    wide = text.translate({ord("0") + i: 0xFF10 + i for i in range(10)})
    narrow = wide.translate({0xFF10 + i: ord("0") + i for i in range(10)})
    assert find_quantities(wide) == find_quantities(narrow)


def _seconds(text: str) -> float:
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        read_numbers(text, [])
        best = min(best, time.process_time() - start)
    return best


def test_a_long_line_of_numerals_costs_no_more_than_prose() -> None:
    prose = "全县投入资金3.2亿元，改造农房1250户，惠及群众5.6万人，同比增长12.5%。" * 2500
    budget = _seconds(prose) / len(prose)
    for piece in ("1", "亿", "一亿", "九", "〇"):
        text = (piece * len(prose))[: len(prose)]
        assert _seconds(text) / len(text) < budget, piece


def test_time_grows_with_the_length_only() -> None:
    for piece in ("1-", "1:", "1,", "1.", "三分之", "百分之", "5元3角", "“1", "不低于", "1/", "两三", "1~2"):
        short, long = piece * 4000, piece * 16000
        assert _seconds(long) < 10 * _seconds(short) + 0.05, piece


@given(st.lists(st.sampled_from(TABLE_PIECES), max_size=80))
def test_tables_put_together_keep_every_place(pieces: list[str]) -> None:
    text = "".join(pieces)
    made = reflowed(text)
    assert len(made) == len(text)
    kept = ("\n", "\r", " ", "|", "-")
    assert all(old == new or old in kept for old, new in zip(text, made, strict=True))
