"""Bulletins: short stories under headlines of their own, each read by itself."""

from __future__ import annotations

import pytest

from tasks.extract.bulletins import stories
from tasks.extract.model import Article, Observation
from tasks.extract.reader import Reader

BULLETIN = """央视网消息（新闻联播）：
2019年全国茶叶产量创新高
2019年，全国茶叶产量280万吨。
陕西安康渔场开捕
陕西安康渔场开捕，捕捞鲜鱼12吨。
货运专列满载年货
专列从浙江义乌驶出，在浙江义乌装货60个集装箱。
"""


def read(text: str, title: str | None = "国内联播快讯") -> dict[str, Observation]:
    reading = Reader().read(Article("d", text, title, "2020-11-05", None))
    assert [one.start for one in reading.observations] == sorted(one.start for one in reading.observations)
    assert len(reading.decisions) == len(reading.observations)
    for one in reading.observations:
        assert text[one.start : one.end] == one.mention
        assert one.sentence_start <= one.start < one.end <= one.sentence_end
    return {one.mention: one for one in reading.observations}


def test_each_story_has_its_own_place_and_year() -> None:
    found = read(BULLETIN)
    assert (found["280万吨"].region_code, found["280万吨"].period) == ("100000", "2019")
    assert (found["12吨"].region_code, found["12吨"].period) == ("610900", "2020")
    assert (found["60个"].region_code, found["60个"].period) == ("330782", "2020")


def test_stories_hold_the_whole_text_behind_the_byline() -> None:
    parts = stories(BULLETIN, None)
    assert [part.title for part in parts] == [
        "2019年全国茶叶产量创新高",
        "陕西安康渔场开捕",
        "货运专列满载年货",
    ]
    assert [part.end for part in parts] == [part.start for part in parts[1:]] + [len(BULLETIN)]
    assert parts[0].start == BULLETIN.index("2019年全国")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "央视网消息（新闻联播）：今年，全国茶园面积扩大。\n产量创新高\n今年产量280万吨。\n出口增长\n出口30万吨。",
            None,
        ),
        ("一、种植面积\n全县种茶3万亩。\n二、产量\n全县产茶280万吨。", "2019年工作总结"),
        ("央视网消息（新闻联播）：\n今年产茶280万吨。\n出口增长\n出口30万吨。", None),
        ("央视网消息（新闻联播）：\n产量创新高\n出口增长\n出口30万吨。", None),
        ("央视网消息（新闻联播）：\n产量创新高\n今年产茶280万吨。", "国内联播快讯"),
    ],
)
def test_an_article_with_or_without_headings_is_no_bulletin(text: str, title: str | None) -> None:
    assert stories(text, title) == []


def test_a_bulletin_from_abroad_is_about_no_area_of_the_country() -> None:
    found = read("央视网消息（新闻联播）：\n航展开幕\n航展展出80架飞机。\n两船相撞\n事故致5人受伤。", "国际联播快讯")
    assert {one.region_code for one in found.values()} == {None}


def test_decisions_point_at_the_words_of_the_whole_text() -> None:
    reading = Reader().read(Article("d", BULLETIN, "国内联播快讯", "2020-11-05", None))
    trigger = reading.decisions[-1].region.trigger
    assert trigger and "义乌" in BULLETIN[slice(*trigger)]


@pytest.mark.parametrize("title", ["第五届国际茶博会开幕", "国内国际联播快讯"])
def test_only_a_bulletin_of_news_from_abroad_keeps_its_title_for_all_stories(title: str) -> None:
    assert [part.title for part in stories(BULLETIN, title)] == [part.title for part in stories(BULLETIN, None)]
