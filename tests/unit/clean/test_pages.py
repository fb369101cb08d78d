"""Articles over several pages."""

import pytest

from tasks.clean.page import CleanedPage
from tasks.clean.pages import join_pages
from tasks.clean.repairs import Repair


def page(text: str, repairs: tuple[Repair, ...] = (), **facts: object) -> CleanedPage:
    values: dict[str, object] = dict.fromkeys(CleanedPage.__dataclass_fields__)
    values |= {"authors": (), "script": "Hans", "charset": "utf-8", "language": "zh", "is_reprint": False}
    return CleanedPage(**(values | {"text": text, "repairs": repairs} | facts))


def test_parts_become_one_and_repairs_keep_their_place():
    first = page("导语一句。\n第一页正文。", title="题")
    second = page("导语一句。\n第二页有修复。", (Repair(10, 12, "shift", "x", "修复", 0.9),), editor="刘芳")
    joined = join_pages([first, second])
    assert joined.text == "导语一句。\n第一页正文。\n第二页有修复。"
    repair = joined.repairs[0]
    assert joined.text[repair.start : repair.end] == "修复"
    assert (joined.title, joined.editor) == ("题", "刘芳")


def test_a_page_that_says_the_same_again_is_left_out():
    first, last = page("第一页正文。"), page("第二页正文。")
    assert join_pages([first, first, last]).text == "第一页正文。\n第二页正文。"


def test_no_parts():
    with pytest.raises(ValueError, match="no pages"):
        join_pages([])
