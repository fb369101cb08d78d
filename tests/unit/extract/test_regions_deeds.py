"""Cases that others solve, and what is done in a port."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("广东公安机关成功侦破香港尖沙咀珠宝行抢劫案，抓获犯罪嫌疑人5名。", ["440000"]),
        ("浙江警方破获杭州特大诈骗案，抓获嫌疑人50名，冻结资金2亿元。", ["330000", "330000"]),
        ("警方破获杭州特大诈骗案，抓获嫌疑人50名。", ["330100"]),
        ("警方在深圳皇岗口岸移交了3名嫌疑人。", ["440300"]),
        ("云南警方在昆明长水机场查获毒品30公斤。", ["530100"]),
        ("昆明长水机场进出港旅客45万人次。", [None]),
    ],
)
def test_where_a_deed_was_done(text: str, codes: list[str | None]) -> None:
    assert [o.region_code for o in READER.read(Article("x", text, None, "2018-08-04", None)).observations] == codes
