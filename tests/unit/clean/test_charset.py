"""Charset: what the bytes say counts, declarations only settle ties, nothing unreadable passes silently."""

import pytest

from tasks.clean.charset import UndecodableError, canonical, decode

SIMPLIFIED = "初步核算，全年全市实现地区生产总值4000.5亿元，比上年增长10%。粮食总产量继续保持稳定，农民收入增加。"
TRADITIONAL = "內政部統計，截至今年7月底，臺灣人口數2323萬人，較上月減少；出生人數連續三個月負成長。"


@pytest.mark.parametrize(
    "charset", ["utf-8", "gb18030", "gbk", "gb2312", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"]
)
def test_reads_simplified(charset: str) -> None:
    decoded = decode(SIMPLIFIED.encode(charset))
    assert (decoded.text, decoded.undecodable) == (SIMPLIFIED, 0)


@pytest.mark.parametrize("charset", ["utf-8", "gb18030", "big5", "big5hkscs", "utf-16-be"])
def test_reads_traditional(charset: str) -> None:
    decoded = decode(TRADITIONAL.encode(charset))
    assert (decoded.text, decoded.undecodable) == (TRADITIONAL, 0)


def test_gb2312_page_with_a_rare_name_is_gb18030() -> None:
    text = '<meta charset="gb2312">' + SIMPLIFIED + "时任县长朱镕、喆、㛃出席。"
    decoded = decode(text.encode("gb18030"))
    assert (decoded.text, decoded.charset) == (text, "gb18030")


def test_big5_page_of_hong_kong_reads_hkscs() -> None:
    text = TRADITIONAL + "深水埗、鰂魚涌、啲、嘅。"
    assert decode(text.encode("big5hkscs")).text == text


@pytest.mark.parametrize(
    ("actual", "declared", "header"),
    [
        ("utf-8", "gb2312", "gbk"),
        ("gb18030", "utf-8", "utf-8"),
        ("big5hkscs", "utf-8", None),
        ("gb18030", "big5", "big5"),
    ],
)
def test_a_lying_declaration_does_not_win(actual: str, declared: str, header: str | None) -> None:
    text = TRADITIONAL if actual == "big5hkscs" else SIMPLIFIED
    page = f'<html><head><meta charset="{declared}"></head><body>{text}</body></html>'
    decoded = decode(page.encode(actual), http_charset=header)
    assert (decoded.text, decoded.charset) == (page, actual)


def test_a_declared_foreign_charset_is_believed_where_it_fits() -> None:
    text = "안녕하세요. 오늘의 뉴스를 전해 드립니다."
    assert decode(text.encode("euc_kr"), http_charset="euc-kr").text == text


@pytest.mark.parametrize("end", ["\n", ""])
def test_gbk_include_in_a_utf8_page(end: str) -> None:
    page = f"<p>{SIMPLIFIED}</p>{end}".encode() + "<div>版权所有 未经许可不得转载</div>\n".encode("gbk") + b"<p>end</p>"
    decoded = decode(page)
    assert "版权所有 未经许可不得转载" in decoded.text
    assert SIMPLIFIED in decoded.text
    assert decoded.undecodable == 0


def test_utf8_line_in_a_gbk_page() -> None:
    page = (SIMPLIFIED * 3).encode("gbk") + b"\n" + "正在加载评论，请稍候".encode() + b"\n" + SIMPLIFIED.encode("gbk")
    decoded = decode(page)
    assert decoded.text.split("\n") == [SIMPLIFIED * 3, "正在加载评论，请稍候", SIMPLIFIED]


def test_unreadable_bytes_are_counted() -> None:
    whole = SIMPLIFIED.encode()
    decoded = decode(whole[:30] + b"\xff" + whole[30:-1])
    assert decoded.undecodable == decoded.text.count("\ufffd") == 2
    assert decode("已经\ufffd坏".encode()).undecodable == 1


@pytest.mark.parametrize("data", [b"%PDF-1.7 ...", b"PK\x03\x04....", b"\x89PNG\r\n", bytes(range(256)) * 20])
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(UndecodableError) as caught:
        decode(data)
    assert caught.value.reason == "binary"


def test_noise_is_of_no_charset() -> None:
    with pytest.raises(UndecodableError) as caught:
        decode(b"\xff\xfa\x81\xff\x80\xff\xfb" * 60)
    assert caught.value.reason == "unknown_charset"


def test_empty_and_ascii() -> None:
    assert decode(b"").text == ""
    assert decode(b"<p>plain</p>").charset == "utf-8"


def test_canonical_names() -> None:
    assert canonical("GB2312") == canonical("x-gbk") == "gb18030"
    assert canonical("Big5") == "big5hkscs"
    assert canonical('"utf8"') == "utf-8"
    assert canonical("no-such-charset") is None
    assert canonical(None) is None


@pytest.mark.parametrize("name", ["undefined", "UNDEFINED", "idna", "punycode", "unicode-escape", "raw_unicode_escape"])
def test_a_codec_that_is_no_charset_of_a_page_is_no_hint(name: str) -> None:
    assert canonical(name) is None
    assert decode(b"\xe9t\xe9 caf\xe9", http_charset=name).text == "été café"
    page = f'<meta charset="{name}">全县脱贫人口人均纯收入'
    assert decode(page.encode("gb18030")).text == page


@pytest.mark.parametrize("charset", ["utf-16-be", "utf-16-le"])
def test_utf16_of_hanzi_that_hold_a_zero_byte_themselves(charset: str) -> None:
    page = "<p>一是统一思想，一县一策；一村一品，一户一档，一人一岗</p>"
    assert decode(page.encode(charset)).text == page


def test_zero_bytes_on_both_sides_are_binary_where_no_chinese_is_read() -> None:
    with pytest.raises(UndecodableError, match="binary"):
        decode(b"\x00A\x01\x00B\x00\x00C" * 50)
