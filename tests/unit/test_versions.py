"""Versions: they change with what a stage is made of, and only then."""

from pathlib import Path

import pytest

from tasks import versions
from tasks.versions import UPSTREAM, stage_version


@pytest.mark.parametrize("stage", UPSTREAM)
def test_a_version_is_stable_and_short(stage: str) -> None:
    first = stage_version(stage)
    stage_version.cache_clear()
    assert stage_version(stage) == first
    assert len(first) == 12


def test_a_changed_word_list_changes_the_stages_that_read_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {stage: stage_version(stage) for stage in UPSTREAM}
    changed = tmp_path / "words.txt"
    changed.write_text("新词 1 n\n", encoding="utf-8")
    original = versions.vocabulary_path
    monkeypatch.setattr(versions, "vocabulary_path", lambda name: changed if name == "words.txt" else original(name))
    stage_version.cache_clear()
    after = {stage: stage_version(stage) for stage in UPSTREAM}
    stage_version.cache_clear()
    assert after["clean"] == before["clean"]
    assert {stage for stage in UPSTREAM if after[stage] != before[stage]} == {
        "segment",
        "extract",
        "validate",
        "monitor",
    }
