"""Counts up to a day of an event, which the sentences behind go on with."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

_STORM = "截至21日20时，洪水已造成12人遇难。消防部门共营救被困群众3500人，累计疏散1.2万人。"
_FIRES = "截至7月20日，今年全省火灾造成32人死亡。消防部门累计疏散群众1200人。今年以来共撤离800人。"


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        (_STORM, "3500人", "2021-07-21"),
        (_STORM, "1.2万人", "2021-07-21"),
        (_FIRES, "800人", "2021"),
    ],
)
def test_a_toll_up_to_a_day_goes_on(text: str, mention: str, period: str) -> None:
    found = Reader().read(Article("d", text, None, "2021-07-22", None)).observations
    assert next(one.period for one in found if one.mention == mention) == period
