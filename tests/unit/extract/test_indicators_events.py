"""People counted in a sentence that says what was held took part in that."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "mention", "indicator"),
    [
        (
            "“电商发展峰会”今天在贵阳举行，专家、企业代表等1200人展开交流。",
            "1200人",
            "电商发展峰会专家、企业代表展开交流",
        ),
        ("市团委组织开展“职业开放日”活动，700多人走进车间。", "700多人", "职业开放日活动走进车间"),
        ("市里启动送医下乡活动，300名医生走进山村。", "300名", "医生走进山村"),
        ("村民、干部等300人参加了座谈。", "300人", "村民、干部参加了座谈"),
    ],
)
def test_those_who_took_part(text, mention, indicator, name):
    assert name(text, mention) == indicator
