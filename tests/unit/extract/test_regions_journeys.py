"""Times of travel and the works that a number stands in front of."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions


def decide(text: str, mention: str, title: str | None = None) -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2021), title, None, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("新线开通后，从郑州到太原坐高铁最快只需3小时。", None),
        ("新线开通后，成都至宜宾的车程将由5小时缩短至3小时。", "510000"),
        ("新线开通后，重庆万州至开州的车程缩短为3小时。", "500000"),
        ("新线开通后，昆明到万象的旅行时间压缩至3小时。", None),
        ("郑州到村里义诊的专家，今天忙了3小时。", "410100"),
    ],
)
def test_a_time_of_travel_is_of_what_holds_both_ends(text: str, code: str | None) -> None:
    assert decide(f"全国铁路建设加快。\n{text}", "3小时", "全国铁路建设提速").code == code


def test_a_page_of_one_end_keeps_its_own_times() -> None:
    assert decide("通车后，巴中到汉中缩短为3小时。", "3小时", "四川省：新路通车").code == "510000"


def test_a_title_with_a_line_between_provinces_is_the_countrys() -> None:
    text = "全长286公里的杭州至黄山高速铁路今天验收。"
    assert decide(text, "286公里", "杭州至黄山高铁通过验收").code == "100000"
    assert decide(text.replace("黄山", "温州"), "286公里", "杭州至温州高铁通过验收").code == "330000"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("这个总面积60万平方米的湿地公园，位于天津滨海新区。", "120116"),
        ("今天，占地近60万平方米的成都地铁车辆段完工。", "510100"),
        ("占地60万平方米的郑州至太原高铁动车段完工。", "100000"),
    ],
)
def test_works_behind_their_size(text: str, code: str | None) -> None:
    assert decide(text, "60万平方米", "郑州至太原高铁动车段完工" if "太原" in text else "重大工程进展顺利").code == code


def test_a_line_by_its_kind_alone_is_of_neither_end() -> None:
    text = "今天，特高压直流输电启动送电。工程起于陕西榆林，止于湖北武汉，全长1127公里。"
    assert decide(text, "1127公里", "西电东送再添通道").code == "100000"
    inside = "今天，新线动工。线路起自四川成都，止于四川宜宾，全长1127公里。"
    assert decide(inside, "1127公里", "西南路网再添新线").code == "510000"


@pytest.mark.parametrize(
    "way",
    [
        "坐高铁从银川到盐池，只要3小时",
        "银川与盐池之间的高铁车程只有3小时",
        "从盐池前往银川，最快用时压缩到3小时",
        "盐池和银川的车程就缩短到了3小时",
    ],
)
def test_the_page_of_a_county_counts_its_way_to_town_as_its_own(way: str) -> None:
    assert decide(f"去年盐池县通了高铁，{way}。", "3小时", "盐池县：交通提速").code == "640323"


def test_a_way_leads_from_station_to_station() -> None:
    text = "旅客从成都东前往宜宾西站，最快用时减少62分钟，48分钟就能到达。这条高铁每天开行列车38列。"
    title = "四川：高铁提速"
    assert [decide(text, told, title).code for told in ("62分钟", "48分钟", "38列")] == ["510000"] * 3


def test_who_travels_to_another_place_is_on_no_way() -> None:
    assert decide("全国招商忙。\n南阳市前往郑州市招商，签约项目30个。", "30个", "全国招商忙").code == "411300"


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        ("这条时速250公里的铁路，起于郑州，途经许昌，终点在南阳。全线长300公里。", "300公里", "410000"),
        ("该高速公路起点在洛阳，终点设在三门峡，全长180公里。", "180公里", "410000"),
        ("这条双向六车道的公路始于武汉，终点是宜昌。沿线设服务区6对。", "6对", "420000"),
        ("沿线的郑州、兰考、杞县、柘城等车站同时启用。开通初期每天开行30列。", "30列", "410000"),
        ("柘城、睢县、杞县6座车站启用。开通初期，每天开行30列。", "30列", "410000"),
        ("全省有铁路6000公里。大城市之间，4小时可达。", "4小时", "100000"),
        ("全省有铁路6000公里。城市群内部，2小时可达。", "2小时", "100000"),
    ],
)
def test_ends_and_stops_of_a_line_hold_for_nothing_behind_it(text: str, mention: str, expected: str) -> None:
    publisher = None if expected == "420000" else "河南日报"
    scope = RegionScope(text, find_regions(text, 2021), "交通建设提速", publisher, 2021)
    start = text.index(mention)
    assert scope.region_at(start, start + len(mention)).code == expected


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("重大工程加快建设。今天，色季拉山隧道掘进突破20公里。", "20公里", "540000"),
        ("甲高速连接边远地区；最长的隧道——独库高速天山隧道掘进13公里，完成任务的六成。", "六成", "650000"),
        ("平陆运河工程完成投资300亿元。", "300亿元", "450000"),
        ("云坪岭隧道掘进突破20公里。", "20公里", None),
        ("云岭水电站主体工程开工，总投资40亿元。", "40亿元", "100000"),
        ("川青铁路正线长836公里。", "836公里", "100000"),
        ("中老铁路发送旅客100万人次。", "100万人次", None),
        ("管道起自新疆喀什，终点在宁夏中卫，全长1127公里。", "1127公里", "100000"),
        ("线路从四川省成都市引出，途经德阳市，终到绵阳市，全长127公里。", "127公里", "510000"),
        ("西安至延安高铁通车。到达延安站最快68分钟，比过去压缩62分钟。", "62分钟", "610000"),
    ],
)
def test_works_and_lines_lie_in_the_province_that_holds_them(text: str, mention: str, code: str | None) -> None:
    assert decide(text, mention, "重大工程加快推进").code == code


def test_what_a_project_of_a_report_reaches_is_counted_where_it_was_built() -> None:
    text = "全省发展更趋优化。微电网工程在玉树建成投运，涉及3县5乡。帮扶成效巩固，4万人增收。"
    assert [decide(text, each, "青海省政府工作报告").code for each in ("5乡", "4万人")] == ["632700", "630000"]
