"""Areas that help and areas that are helped, where people go to work, and groups of areas said in passing."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader
from tasks.extract.regions import RegionDecision, RegionScope, find_regions


def decide(text: str, mention: str, title: str | None = None) -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2021), title, None, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


READER = Reader()


@pytest.mark.parametrize(
    ("title", "text", "code"),
    [
        ("青岛结对帮扶菏泽见成效", "两市携手，青岛投入帮扶资金，建成车间120个。", "371700"),
        ("天津连续八年对口支援河池", "天津市对口支援河池市，建成车间120个。", "451200"),
        ("杭州恩施扶贫协作结硕果", "杭州市选派教师，恩施州建成车间120个。", "422800"),
        ("宁波与凉山东西部协作升温", "宁波市选派教师，两地建成车间120个。", "513400"),
        ("宁波加强对口工作", "宁波市对口帮扶凉山的贫困村建成车间120个。", "330200"),
        ("宁波加强对口工作", "宁波市对口帮扶凉山州的120个贫困村全部出列。", "513400"),
    ],
)
def test_help_is_told_of_those_who_are_helped(title: str, text: str, code: str) -> None:
    assert decide(text, "120个", title).code == code


@pytest.mark.parametrize("comma", ["，", ","])
@pytest.mark.parametrize(
    "where",
    [
        "组织务工人员赴浙江务工",
        "组织学生到东部地区就读",
        "通过向广东输出劳务",
        "依托西部大开发项目",
        "是南方茶叶集散地",
    ],
)
def test_where_people_go_and_what_something_is_part_of_is_no_scope(where: str, comma: str) -> None:
    text = f"全县抓就业。{where}{comma}共2300人。"
    assert decide(text, "2300人", "石柱县就业工作").code == "500240"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("中部6省份新增就业230万人。", "中部6省份"),
        ("东部9省市吸纳中西部地区劳动力230万人。", "东部9省市"),
        ("新疆变了样。同期，南疆四地州脱贫230万人。", "南疆四地州"),
    ],
)
def test_counted_groups_keep_their_whole_name(text: str, name: str) -> None:
    decision = decide(text, "230万人")
    assert (decision.code, decision.name) == (None, name)


def test_a_great_work_in_a_list_leaves_the_next_sentence_to_the_country() -> None:
    text = "五年来，铁路建成通车，三峡工程防洪效益发挥，飞船升空。新增装机3.5亿千瓦。"
    assert decide(text, "3.5亿千瓦", "全国的五年").code == "100000"
    assert decide("据水利部调度，全国秋粮已收9.7亿亩，完成82%。", "82%", "江西靖安农民收稻忙").code == "100000"


def test_figures_of_a_report_that_go_on_about_a_zone() -> None:
    title = "2020年四川省国民经济和社会发展统计公报"
    text = "川南经济区地区生产总值7883.7亿元,比上年增长4.2%,占12%。粮食增长1.1%；川南经济区完成投资5亿元，进出口8亿元。"
    assert decide(text, "4.2%", title).code is None
    assert decide(text, "12%", title).code is None
    assert decide(text, "1.1%", title).code == "510000"
    assert decide(text, "8亿元", title).code == "510000"


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("全省建成电站。其中，村级光伏电站713座，集中光伏电站21座。", "21座", "140000"),
        ("商场销售回升。百货公司货品上升6.2%。", "6.2%", "140000"),
        ("西坪村的车间由临猗县人大代表王某援建，总投资12万元。", "12万元", None),
        ("太原工务段扶贫队进村以来，投资154万元。", "154万元", None),
        ("- 中国银行净息差1.26%。", "1.26%", None),
        ("资产规模 - 工商银行资产总计52万亿元。", "52万亿元", None),
        ("合作社负责人说，今年合作社种植药材600亩。", "600亩", None),
    ],
)
def test_bodies_and_what_is_none(text: str, mention: str, code: str | None) -> None:
    assert decide(text, mention, "山西见闻").code == code


def test_help_between_areas_that_the_title_names_short() -> None:
    text = "长乐区和甘肃省定西市漳县携手。长乐区负责人表示，建成基地120亩。"
    assert decide(text, "120亩", "长乐漳县东西部协作结硕果").code == "621125"


def test_who_builds_something_in_an_area_does_not_place_it() -> None:
    text = (
        "兴安盟重点项目集中开工，总投资533亿元。由鄂尔多斯市对口援建的20多个项目落地。"
        "兴安盟开工的项目有云峰集团年产40万件羊绒衫加工项目、红云集团北山酒厂2万吨白酒项目等。"
    )
    found = READER.read(Article("x", text, None, "2011-04-25")).observations
    assert {one.region for one in found} == {"兴安盟"}


def test_the_area_that_another_is_said_to_help_is_told_on() -> None:
    text = "自去年8月作出由鄂尔多斯市支援兴安盟建设决策以来，各方积极行动。此次开工的项目有年产40万件羊绒衫项目。"
    assert decide(text, "40万件", "内蒙古项目集中开工").code == "152200"
    text = "由广东省对口帮扶贵州省毕节市发展以来，已引进企业120家。"
    assert decide(text, "120家").code == "520500"


def test_counties_of_a_part_are_those_of_the_pages_own_area() -> None:
    text = "对西部6市县，省政府拿出1500万元。"
    assert decide(text, "6市县", "海南扶持养猪").code == "460000"
    text = "中央财政安排资金支持西部12个省份，共200亿元。"
    assert decide(text, "12个").code is None
