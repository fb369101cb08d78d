"""Bodies that a text tells of again by their kind alone."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions

LEAD = "央视网消息（新闻联播）：各地加大投入。\n"


def decide(text: str, mention: str, title: str = "河北：绿色发展") -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2021), title, None, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("青云山国家级自然保护区", "保护区"),
        ("云岭机械林场", "林场"),
        ("石门灌区", "灌区"),
        ("白沙水电站", "电站"),
        ("云岭集团", "企业"),
        ("云岭中学", "学校"),
        ("红旗合作社", "合作社"),
    ],
)
def test_a_kind_alone_means_the_body_that_the_text_has_named(name: str, kind: str) -> None:
    text = f"{LEAD}记者来到{name}，这里一派繁忙。\n目前，{kind}共有520人。"
    assert decide(text, "520人").name == name


@pytest.mark.parametrize(
    "text",
    [
        "记者来到云岭集团和石门集团，这里一派繁忙。\n目前，企业共有520人。",
        "记者来到云岭集团。\n全省经济回暖，今年，企业共有520人参加招聘会。",
        "记者来到一家集团。\n目前，企业共有520人。",
        "记者来到云岭集团。\n目前，企业数量达到520家。",
    ],
)
def test_a_kind_stays_a_class_where_nothing_says_which_is_meant(text: str) -> None:
    assert decide(LEAD + text, "520").code == "130000"
