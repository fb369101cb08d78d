"""Regions behind a part that is picked out for one figure, and behind examples of several provinces."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionScope, find_regions


def decide(text: str, mention: str, title: str | None) -> str | None:
    scope = RegionScope(text, find_regions(text, 2021), title, None, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention)).code


@pytest.mark.parametrize(
    ("mention", "code"), [("500个", "330100"), ("86个", "330110"), ("7%", "330110"), ("3万人次", "330100")]
)
def test_a_part_picked_out_has_its_own_figure_only(mention: str, code: str) -> None:
    text = "杭州市建成食堂500个，仅在余杭区就有86个，增长7%，日均服务3万人次。"
    assert decide(text, mention, "杭州：食堂暖心") == code


def test_the_next_sentence_is_of_the_whole_again() -> None:
    text = "长沙市口袋公园已有300个，光岳麓区就有45个。今年还要建50个。"
    assert decide(text, "50个", "长沙增绿") == "430100"


NATION = "我国大力发展冷链物流。"


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("在山东寿光，新建冷库120座。在云南元谋，预冷率达80%。截至目前，已建成基地86个。", "86个", "100000"),
        ("在山东寿光，新建冷库120座。在云南元谋，预冷率达80%。当地冷库有30座。", "30座", "532328"),
        ("在云南元谋，预冷率达80%。截至目前，已建成冷库86个。", "86个", "532328"),
        ("在山东寿光，新建冷库120座。安徽出台办法。截至目前，已建成冷库86个。", "86个", "340000"),
        ("浙江德清建成工厂30家。农村网民达到3亿人，互联网普及率65%。", "65%", "100000"),
    ],
)
def test_behind_examples_of_several_provinces_it_is_the_country(text: str, mention: str, code: str) -> None:
    assert decide(NATION + text, mention, "冷链物流提速") == code


@pytest.mark.parametrize(
    "text",
    [
        "我国将推进海南天角潭、西藏湘河等一批水源工程建设，新增供水能力290亿立方米。",
        "国家将推进川藏铁路、西宁至成都铁路，以及江苏沿江高铁等项目建设，新增供水能力290亿立方米。",
        "四川白鹤滩、广东阳江等一批电站投产。去年，新增供水能力290亿立方米。",
    ],
)
def test_works_in_several_provinces_are_examples(text: str) -> None:
    assert decide(text, "290亿立方米", "今年我国将加快建设") == "100000"


def test_works_of_one_province_are_its_own() -> None:
    text = "河北已有安平丝网、唐山机器人等一批集群，吸引企业300家。"
    assert decide(text, "300家", "我国产业集群发展提速") == "130000"
