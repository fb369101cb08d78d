"""Edits carry the spans of earlier repairs along."""

import pytest

from tasks.clean.repairs import Draft, Edit, Repair


def test_spans_follow_later_edits() -> None:
    draft = Draft("甲乙丙丁戊")
    draft.edit([Edit(2, 3, "XYZ", "shift", 0.9)])
    draft.edit([Edit(0, 1, "")])
    draft.edit([Edit(1, 1, "__")])
    (repair,) = draft.repairs()
    assert draft.text[repair.start : repair.end] == repair.after == "XYZ"
    assert repair.before == "丙"


def test_removal_leaves_an_empty_span_in_place() -> None:
    draft = Draft("鄉(xiāng)村")
    draft.edit([Edit(1, 8, "", "reading")])
    assert draft.repairs() == (Repair(1, 1, "reading", "(xiāng)", "", 1.0),)


def test_an_edit_inside_a_repair_keeps_it_whole() -> None:
    draft = Draft("abcdef")
    draft.mark(1, 5, "unrepaired", 1.0)
    draft.edit([Edit(2, 4, "")])
    (repair,) = draft.repairs()
    assert (repair.start, repair.end, repair.before, repair.after) == (1, 3, "be", "be")


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        Draft("abc").edit([Edit(0, 2, ""), Edit(1, 3, "")])


def test_an_exchange_keeps_the_length() -> None:
    with pytest.raises(ValueError, match="length"):
        Draft("abc").exchange("ab")
