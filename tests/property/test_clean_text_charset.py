"""Charset: what was written is read again, and any bytes give a text or a reason."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.clean.charset import UndecodableError, decode

HANZI = st.sampled_from(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
)
ARTICLES = st.lists(HANZI, min_size=40, max_size=200).map("".join)


@settings(deadline=None, max_examples=80)
@given(
    ARTICLES,
    st.sampled_from(["utf-8", "gb18030", "utf-16", "utf-16-be"]),
    st.sampled_from(["", "utf-8", "gbk", "big5"]),
)
def test_what_was_written_is_read(text: str, charset: str, declared: str) -> None:
    page = f'<html><head><meta charset="{declared}"></head><body>{text}</body></html>'
    assert decode(page.encode(charset)).text == page


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=400), st.one_of(st.none(), st.text(max_size=12)))
def test_any_bytes_give_a_text_or_a_reason(data: bytes, header: str | None) -> None:
    try:
        decoded = decode(data, http_charset=header)
    except UndecodableError as error:
        assert error.reason in ("binary", "unknown_charset")
        return
    assert decoded.undecodable == decoded.text.count("\ufffd")
