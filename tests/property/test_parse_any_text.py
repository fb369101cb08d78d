"""`parse` takes any text: it never raises, its spans slice, its kinds are known."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.extract.parse import parse
from tasks.extract.parse_text import normalise

KINDS = {"number", "percent", "money", "quantity", "range", "ordinal", "date", "period", "duration", "region"}
SIGNS = "0123456789.,^eEkMG$￥%/ \u3000點点萬又折成双打对度°华氏摄每比于和间第元角块毛斤"
NUMERALS = "一二两三十百千万亿半分之零负大小时"
ANY = st.text(
    alphabet=st.one_of(st.sampled_from(SIGNS), st.sampled_from(NUMERALS), st.characters(codec="utf-8")), max_size=40
)


@given(ANY)
@settings(max_examples=300, deadline=None)
def test_spans_slice_and_kinds_are_known(text: str) -> None:
    for found in parse(text):
        assert found.text == text[found.start : found.end] != ""
        assert found.kind in KINDS
        if isinstance(found.value, Decimal):
            assert found.value.is_finite()


@given(ANY)
@settings(max_examples=300, deadline=None)
def test_the_rewritten_text_knows_its_way_back(text: str) -> None:
    mapped = normalise(text)
    for at in range(len(mapped.text)):
        start, end = mapped.span(at, at + 1)
        assert 0 <= start < end <= len(text)
