"""Figures of television news: dots for points, pieces, people of scenes, parts of parks, programmes told of again."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article, Observation
from tasks.extract.reader import Reader


def read(text: str, title: str | None = None) -> list[Observation]:
    return list(Reader().read(Article("x", text, title, "2021-09-06")).observations)


@pytest.mark.parametrize(
    ("text", "mention", "value"),
    [
        ("全镇实现旅游收入3·2亿元。", "3·2亿元", 320000000),
        ("产量同比增长12·5%。", "12·5%", 12.5),
        ("全年产茶1·5万吨。", "1·5万吨", 15000),
    ],
)
def test_a_dot_is_a_point_in_front_of_a_scale_or_measure(text: str, mention: str, value: float) -> None:
    (one,) = read(text)
    assert (one.mention, float(one.value)) == (mention, value)


def test_a_dot_parts_the_month_of_an_event_from_its_day() -> None:
    assert [one.mention for one in read("5·12地震后，当地重建学校30所，3·15当天受理投诉120件。")] == ["30所", "120件"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [("全国安装楼门牌2777万块。", "块"), ("沿线更换指示牌60块。", "块"), ("摆摊一天收入300块。", "元/天")],
)
def test_signs_are_pieces_and_takings_money(text: str, unit: str) -> None:
    assert read(text)[0].unit == unit


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("黑龙江已经将补贴资金10亿元预拨各地。", "observation"),
        ("县里已将300万元补助发给农户。", "observation"),
        ("明年将把补助标准提高到600元。", "target"),
    ],
)
def test_what_has_been_moved_is_no_plan(text: str, status: str) -> None:
    assert read(text)[0].status == status


@pytest.mark.parametrize("name", ["娄助云", "李强"])
def test_a_farmer_of_a_scene_tells_of_himself(name: str) -> None:
    text = f"央视网消息：全国春耕由南向北展开。\n农民{name}今年种了100多亩地，心里很踏实。"
    assert read(text, "春耕全面展开")[0].region_code is None


def test_graduates_are_no_person() -> None:
    text = "央视网消息：今年，全国残疾人毕业生将达到31843人，残疾人毕业生将得到帮扶。"
    assert read(text, "各地促进就业")[0].region_code == "100000"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("在武夷山国家公园福建片区，总投资98亿元的保护带加速建设。", "350000"),
        ("巡回医院足迹遍布西藏所有县乡，免费服务群众190多万人次。", "540000"),
    ],
)
def test_parts_of_parks_and_all_towns_are_the_areas(text: str, code: str) -> None:
    assert read(f"央视网消息：各地持续推进。\n{text}", "各地推进保护")[0].region_code == code


def test_a_programme_told_of_again_leaves_its_examples() -> None:
    text = (
        "央视网消息：今年是我国退耕还林工程实施20年。\n在江西万载，退耕户发展林下养殖，户均增收3000元。\n"
        "不仅如此，退耕还林工程的实施，还使3200万农户户均直接受益9800多元。"
    )
    codes = [one.region_code for one in read(text, "退耕还林取得成效")]
    assert codes[-3:] == ["360922", "100000", "100000"]


@pytest.mark.parametrize(
    ("text", "mention", "value"),
    [
        ("通过互联网售出的车票达1亿1千4百41点8万张。", "1亿1千4百41点8万张", 114418000),
        ("产量增长12点6%。", "12点6%", 12.6),
        ("明年将建成不少于500万套保障性住房。", "500万套", 5000000),
    ],
)
def test_points_as_they_are_spoken_and_sets_of_houses(text: str, mention: str, value: float) -> None:
    (one,) = read(text)
    assert (one.mention, float(one.value)) == (mention, value)


def test_a_time_of_day_is_no_decimal() -> None:
    assert [one.mention for one in read("上午8点30分，20万人到场。")] == ["20万人"]


def test_a_balance_is_left_of_a_fund() -> None:
    assert read("全年基金总收入6.8万亿元，总支出6.3万亿元，年底累计结余6.8万亿元。")[-1].indicator == "基金结余"


@pytest.mark.parametrize("lead", ["这两天，", "这几天，"])
def test_these_days_are_of_the_year(lead: str) -> None:
    assert read(f"{lead}村里有14栋安置房已经封顶。")[0].period == "2021"


@pytest.mark.parametrize(
    ("title", "text", "code"),
    [
        ("陕西照金：红色旅游兴", "央视网消息：在照金，今年已接待游客57万人次，照金农民增收。", None),
        ("浙江农民：田里好日子", "央视网消息：浙江农民种粮积极性高，今年农民人均收入2万元。", "330000"),
        ("重庆企业：抱团出海", "央视网消息：重庆企业今年出口增长5%，企业利润增长。", "500000"),
    ],
)
def test_towns_that_a_title_names_without_their_kind(title: str, text: str, code: str | None) -> None:
    assert read(text, title)[0].region_code == code


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("全国铁路单日客流超过1000万人次共有16天，比去年增加了14天。", ["16天", "14天"]),
        ("全市PM2.5浓度低于35微克/立方米的天数有280天。", ["280天"]),
        ("超过35℃的高温天有12天。", ["12天"]),
        ("全年接待游客超过1000万人次，共有16家景区。", ["1000万人次", "16家"]),
    ],
)
def test_a_limit_that_days_are_counted_by(text: str, found: list[str]) -> None:
    assert [one.mention for one in read(text)] == found


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("继去年保障房开工建设900万套，今年开工建设700万套。", "700万套", "保障房开工建设"),
        ("去年农村公路新建改建300公里，今年新建改建400公里。", "400公里", "农村公路新建改建"),
        ("农村人口300万人，人口500万人。", "500万人", "人口"),
        ("先后投入2800多台机械参与到房屋重建中。", "2800多台", "投入机械参与到房屋重建"),
    ],
)
def test_a_deed_told_again_keeps_its_thing(text: str, mention: str, name: str) -> None:
    assert next(one.indicator for one in read(text) if one.mention == mention) == name


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("他表示入住园区的企业会招用350位村民。", "target"),
        ("他表示学会会员有300人。", "observation"),
    ],
)
def test_what_somebody_says_will_be_done_is_to_come(text: str, status: str) -> None:
    assert read(text)[0].status == status


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("目前郑州铁路增开7列复工专列。", None),
        ("成都铁路部门预留了七万张车票。", None),
        ("武汉铁路建设完成投资50亿元。", "420100"),
        ("湖北以外省份新增病例10例。", None),
        ("除湖北以外，全国新增病例31例。", "100000"),
    ],
)
def test_railway_offices_and_all_but_a_place(text: str, code: str | None) -> None:
    assert read(f"央视网消息：各地有序复工。\n{text}", "各地有序复工")[0].region_code == code


def test_a_paragraph_that_goes_on_keeps_the_place_before_it() -> None:
    text = "央视网消息：各地推进农田建设。\n在湖北荆门，今年新建农田20万亩。\n在扩大面积的同时，建成泵站300座。"
    assert [one.region_code for one in read(text, "各地推进农田建设")] == ["420800", "420800"]
