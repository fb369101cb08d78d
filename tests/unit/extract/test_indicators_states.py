"""Members of lists that only a state tells apart, where the figure is of another place."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader


def names(text: str) -> dict[str, str | None]:
    found = Reader().read(Article("x", text, None, "2025-08-08")).observations
    return {one.mention: one.indicator for one in found}


@pytest.mark.parametrize(
    ("text", "mention", "state"),
    [
        ("全国出境游客以日本为大宗，达68万人次，其次为韩国16万人次、泰国10万人次。", "10万人次", "泰国"),
        ("全省水果出口5万吨，其中出口泰国2万吨、越南1万吨。", "1万吨", "越南"),
        ("台湾移工以印尼籍25万人最多、其次是越南籍19万人占25%、泰国籍6万人占9%。", "25%", "越南"),
        ("台湾移工以印尼籍25万人最多、其次是越南籍19万人占25%、泰国籍6万人占9%。", "9%", "泰国"),
    ],
)
def test_members_by_their_state(text: str, mention: str, state: str) -> None:
    assert state in (names(text)[mention] or "")


def test_a_state_adds_nothing_to_its_own_figures() -> None:
    found = names("美国今年报告病例800例，德国90例，法国80例。")
    assert "法国" not in (found["80例"] or "")
