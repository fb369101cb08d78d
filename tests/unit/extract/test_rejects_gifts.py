"""Sums without a unit behind a verb of giving."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("某公司员工捐赠了28700。", [("28700", "元")]),
        ("一位老人向灾区捐款5000，另一位捐了3000元。", [("5000", "元"), ("3000元", "元")]),
        ("全校师生共募得善款126800。", [("126800", "元")]),
        ("企业捐赠口罩5万只。", [("5万只", "只")]),
    ],
)
def test_a_bare_number_that_is_given_is_money(text: str, figures: list[tuple[str, str]]) -> None:
    found = READER.read(Article("x", text, None, "2022-06-10", None)).observations
    assert [(o.mention, o.unit) for o in found] == figures
