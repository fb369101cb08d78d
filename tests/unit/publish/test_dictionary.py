"""The data dictionary page is what the contracts say."""

from __future__ import annotations

from pathlib import Path

from tasks.contracts import CONTRACTS
from tasks.publish.dictionary import dictionary

PAGE = Path(__file__).resolve().parents[3] / "docs" / "dictionary.md"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == dictionary(), (
        "run: python -m tasks.publish.dictionary > docs/dictionary.md"
    )


def test_every_column_is_described_in_both_languages() -> None:
    page = dictionary()
    for contract in CONTRACTS.values():
        assert f"### {contract.name}\n" in page
        for column in contract.columns:
            assert any("一" <= sign <= "鿿" for sign in column.zh) or column.zh.isascii()
            assert column.zh
            assert column.en
            assert f"| `{column.name}` |" in page
