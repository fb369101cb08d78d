"""Who pays or decides is no part of a name."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "mention", "indicator"),
    [
        ("居民医保人均补助，今年由各级财政提高到640元。", "640元", "居民医保人均补助"),
        ("农村特困月标准，去年由省里统一提高到820元。", "820元", "农村特困月标准"),
        ("村干部报酬由县财政统一提高到每月3200元。", "3200元", "村干部报酬"),
    ],
)
def test_who_changes_a_figure_is_no_part_of_its_name(text, mention, indicator, name):
    assert name(text, mention) == indicator
