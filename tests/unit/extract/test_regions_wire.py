"""What agencies send from abroad, and what a page of Taiwan tells of other states."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions
from tasks.extract.regions_wire import sent_from_abroad


def decide(text: str, mention: str, title: str | None = None, publisher: str | None = None) -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2021), title, publisher, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("（中央社首尔3日综合外电报导）韩国卫生部门今天说，今夏中暑病例已增至2100例。", "2100例"),
        ("（中央社台北19日电）日本政府观光局今天公布数据显示，6月份外国旅客降至280万人次，年减6%。", "280万人次"),
        ("（中央社台北19日电）日本政府观光局今天公布数据显示，6月份外国旅客降至280万人次，年减6%。", "6%"),
        ("泰国今天公布，上月接待旅客创新高，其中台湾旅客达9万人次。", "9万人次"),
    ],
)
def test_news_of_another_state_is_not_taiwan_s(text: str, mention: str) -> None:
    assert decide(text, mention, "台湾旅客创纪录", "中央社").code is None


@pytest.mark.parametrize("text", ["美国对台军售金额达3亿元。", "日本今年来台旅客达90万人次。"])
def test_what_another_state_does_with_taiwan_stays_taiwan_s(text: str) -> None:
    mention = "3亿元" if "3亿元" in text else "90万人次"
    assert decide(text, mention, "台湾要闻", "中央社").code == "710000"


@pytest.mark.parametrize(
    "text",
    [
        "泰国南部与云南的救援人员到场。警方说，该国死亡人数升至35人。",
        "云南派队前往泰国。截至昨天，该国已有受灾民众35人。",
        "云南与缅甸交界处地震。该国共有35人遇难。",
    ],
)
def test_that_state_is_the_one_abroad(text: str) -> None:
    assert decide(text, "35人", "云南边境地震", "云南日报").code is None


def test_only_what_was_sent_from_abroad_and_is_not_china_s_is_an_item_of_there() -> None:
    text = "新华社柏林5月3日电 德国失业率上升。\n新华社柏林5月4日电 中国队获得奖牌。\n新华社武汉5月4日电 江水上涨。"
    assert [name for _, name in sent_from_abroad(text)] == ["柏林", "", ""]


def test_what_points_at_home_in_an_item_from_abroad_is_there() -> None:
    text = "（中央社雅典8日专电）希腊当局今天表示，当地野火已烧毁国内森林3万公顷。中国游客无恙。"
    assert decide(text, "3万公顷", "台湾要闻", "中央社").code is None


def test_what_a_body_says_of_the_world_is_not_taiwan_s() -> None:
    text = "台湾工研院表示，2023年全球半导体产值达5200亿美元，年减11%。台湾半导体产值为4.3兆元。"
    codes = [decide(text, each, "台湾要闻", "中央社").code for each in ("5200亿美元", "11%", "4.3兆元")]
    assert codes == [None, None, "710000"]


@pytest.mark.parametrize(
    "text",
    [
        "（中央社杜拜4日综合外电报导）叶门叛军昨天推进，至少129人丧生。",
        "（中央社罗马5日综合外电报导）义大利北部暴雨，至少129人丧生。",
        "（中央社东京5日专电）展出台湾作品的美术馆失火，至少129人丧生。",
    ],
)
def test_items_from_abroad_by_the_names_of_taiwan(text: str) -> None:
    assert decide(text, "129人", "台湾要闻", "中央社").code is None


def test_many_datelines_without_a_full_stop_are_read_in_linear_time() -> None:
    line = "中央社记者王小明巴黎27日专电，增加30人，\n"
    assert sent_from_abroad(line * 8000) == [(len(line) * at, "巴黎") for at in range(8000)]
