"""Pairs with a colon that are ratios, whatever word stands before them."""

import pytest

from tasks.extract.model import Article


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("城乡居民收入差距缩小到2.56∶1。", ["2.56∶1"]),
        ("城乡居民收入倍差降至1.96:1。", ["1.96:1"]),
        ("居民收入差距降为3:1。", ["3:1"]),
        ("主队以2:1获胜。", []),
        ("会议于7:30开始。", []),
    ],
)
def test_ratios(text: str, mentions: list[str], reader) -> None:
    found = reader.read(Article("x", text, None, "2022-01-20", None)).observations
    assert [one.mention for one in found] == mentions
    assert all(one.measure == "ratio" for one in found)
