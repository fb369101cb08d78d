"""Regions of sights and works by their names, of ranks and brackets behind a place, and of railway offices."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions

BYLINE = "央视网消息（新闻联播）："


def decide(text: str, mention: str, title: str | None = None, nth: int = 1) -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2021), title, None, 2021)
    start = -1
    for _ in range(nth):
        start = text.index(mention, start + 1)
    return scope.region_at(start, start + len(mention))


def test_a_sight_whose_place_is_told_lies_there() -> None:
    text = f"{BYLINE}全国又一座馆开放。位于河南安阳的甲骨博物馆今天开馆。\n甲骨博物馆展厅面积2万平方米，文物4000件。"
    assert decide(text, "2万平方米", "新馆开馆").code == "410500"
    assert decide(text, "4000件", "新馆开馆").code == "410500"
    assert decide(text.replace("位于河南安阳的", ""), "4000件", "新馆开馆").code is None


def test_a_title_s_sight_without_a_place_is_a_region_of_its_own() -> None:
    text = f"{BYLINE}经过半年施工，云岭山清虚宫“长高”了15米。清虚宫有600年历史。"
    assert decide(text, "15米", "云岭山清虚宫“长高”15米").code is None
    assert decide(text, "15米", "长高15米").code == "100000"


@pytest.mark.parametrize(
    ("mention", "code"),
    [("700千瓦", "140000"), ("600千瓦", "130000"), ("500千瓦", "630000"), ("400千瓦", "620000"), ("300千瓦", "150000")],
)
def test_ranks_and_brackets_tell_of_the_place_in_front(mention: str, code: str) -> None:
    text = "全国下达一批项目。其中山西省规模最大，为700千瓦；其次是河北省，规模600千瓦；"
    text += "其次是青海（500千瓦）、甘肃（400千瓦）和内蒙古（300千瓦）。"
    assert decide(text, mention, "国家能源局印发计划").code == code


def test_a_rank_is_that_of_the_city_that_heads_the_clause() -> None:
    text = f"{BYLINE}在全国22个城市的评价中，北京排名第一。"
    assert decide(text, "第一", "优化环境").code == "110000"


def test_railway_offices_are_regions_of_their_own() -> None:
    text = "全国铁路运量增长5%。西安、兰州两个铁路局集团公司增幅较大，分别达24%和22%。全路动车组发送旅客9亿人次。"
    assert decide(text, "24%").code is None
    assert decide(text, "22%").code is None
    assert decide(text, "9亿人次").code == "100000"


def test_a_field_s_years_are_not_part_of_its_name() -> None:
    text = f"{BYLINE}全国能源形势向好。\n胜利油田60年累计产油9亿吨。"
    assert decide(text, "9亿吨", "能源要闻").name == "胜利油田"


def test_a_short_name_before_the_level_of_water_is_a_county_s() -> None:
    text = "黑龙江省水情：受降雨影响，同江水位上涨，超出警戒水位3.5米。同江市转移了40人。"
    assert decide(text, "3.5米", "黑龙江防汛").code == "230881"


def test_a_village_where_a_firm_was_drawn_in_is_not_the_subject() -> None:
    text = "绩溪县加大招商力度，引进宣城云顶集团在板桥头乡尚田村投资5亿元，新建牛场。同时投资600万元扩建牛棚。"
    assert decide(text, "5亿元", "绩溪县：养牛增收").code == "341824"
    assert decide(text, "600万元", "绩溪县：养牛增收").code == "341824"


def test_a_village_behind_its_town_may_end_like_a_word() -> None:
    text = "记者来到绩溪县板桥头乡志强村。志强村采取新模式，每户受捐茶苗90株。全县茶园6万亩。"
    assert decide(text, "90株", "绩溪县：茶香").code is None


def test_a_rank_stands_in_front_of_its_place() -> None:
    text = f"{BYLINE}全国10强揭晓。江苏省的另外两个城市，分别是排名第6位的南通市和排名第10位的常州市。"
    assert decide(text, "第6位", "10强").code == "320600"
    assert decide(text, "第10位", "10强").code == "320400"
    assert decide(f"{BYLINE}无锡在全国排名第2位，在江苏省排名第3位。", "第3位", "全国10强").code == "320200"


def test_provinces_by_one_letter_and_a_count_are_a_group() -> None:
    text = f"{BYLINE}水利部摸清晋、陕、甘、宁、豫5省区的淤地坝1.3万座。"
    found = decide(text, "1.3万座", "我国防汛")
    assert (found.code, found.name) == (None, "晋、陕、甘、宁、豫5省区")
    border = "尚义县地处晋冀蒙三省交界处，总面积2601平方公里。"
    assert decide(border, "2601平方公里", "尚义县概况").code == "130725"


def test_a_line_that_starts_in_the_page_s_province_is_the_province_s() -> None:
    text = f"{BYLINE}巴陕高速起于四川巴中市，止于川陕交界处的隧道，全长117.5公里。"
    assert decide(text, "117.5公里", "四川：巴陕高速通车").code == "510000"


def test_bodies_at_work_elsewhere_are_no_home() -> None:
    text = "西安音乐学院为巨亭镇流溪村投入32万元；妇联筹措20万元扶持养蜂。"
    assert decide(text, "20万元").code != "610100"


def test_a_city_s_body_acts_in_the_whole_city() -> None:
    text = "光泽县全县养牛3万头。此外，市工商联组织90家企业帮扶116个村，累计投入5亿元。"
    assert decide(text, "5亿元", "光泽县：村企结对").code == "350700"
    assert decide(text, "3万头", "光泽县：村企结对").code == "350723"


def test_a_name_in_quotes_is_a_sight_too_and_not_the_country() -> None:
    text = f"{BYLINE}全国研学升温。位于贵州平塘县的“中国天眼”基地迎来学生，每天有30个团队前来。"
    assert decide(text, "30个", "研学热").code == "522727"
    later = text + "\n“中国天眼”去年接待6万人。"
    assert decide(later, "6万人", "研学热").code == "522727"


def test_the_country_in_the_name_of_a_centre_is_not_meant() -> None:
    text = f"{BYLINE}全国开放迈步。南宁片区推进中国—东盟人工智能合作中心等项目建设，培育企业124家。"
    assert decide(text, "124家", "开放发展").code == "450100"


def test_a_province_counts_the_railways_in_it() -> None:
    text = f"{BYLINE}山西省加大运输。大秦铁路每隔13分钟就有一趟列车从大同发往秦皇岛。大秦铁路运煤2.5亿吨。"
    assert decide(text, "13分钟", "山西：保障能源").code == "140000"
    assert decide(text, "2.5亿吨", "山西：保障能源").code == "140000"
    assert decide(text, "2.5亿吨", "全国煤运").code is None


def test_chosen_from_the_whole_country_is_told_of_who_chooses() -> None:
    assert decide("长春市成立专班，从全国遴选了91家服务商。", "91家", "长春：数字转型").code == "220100"


def test_a_title_s_person_is_no_place() -> None:
    text = f"{BYLINE}让我们认识常德满。他当村干部31年。常德满带领全国代表来村里，57栋新房整齐。"
    assert decide(text, "57栋", "【代表风采录】“老村官” 常德满").code != "430700"


def test_a_tunnel_of_a_line_lies_where_its_sentence_says() -> None:
    text = f"{BYLINE}一批项目加快建设。\n在甘肃甘南，西宁至成都铁路格尔隧道顺利贯通，平均海拔3300米。"
    assert decide(text, "3300米", "一批重大项目推进").code == "623000"
