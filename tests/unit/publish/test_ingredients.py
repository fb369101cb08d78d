"""Rules and vocabulary are told apart by their hashes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tasks.publish.ingredients import ingredients
from tasks.vocabulary import seeds_root


def test_a_changed_word_list_changes_the_vocabulary_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = ingredients()
    assert before == ingredients()
    shutil.copytree(seeds_root() / "vocabulary", tmp_path / "vocabulary")
    monkeypatch.setenv("ZHIBIAO_SEEDS", str(tmp_path))
    assert ingredients() == before
    with (tmp_path / "vocabulary" / "words.txt").open("a", encoding="utf-8") as file:
        file.write("新词\n")
    after = ingredients()
    assert after["vocabulary"] != before["vocabulary"]
    assert after["rules"] == before["rules"]
