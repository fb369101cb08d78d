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
    text = "全国铁路运量增长5%。武汉、南昌两个铁路局集团公司涨得更快，分别为19%和17%。全路动车组发送旅客9亿人次。"
    assert decide(text, "19%").code is None
    assert decide(text, "17%").code is None
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
    text = f"{BYLINE}全国10强揭晓。广东省还有两个城市，是排名第7位的惠州市和排名第9位的江门市。"
    assert decide(text, "第7位", "10强").code == "441300"
    assert decide(text, "第9位", "10强").code == "440700"
    assert decide(f"{BYLINE}无锡在全国排名第8位，在江苏省排名第4位。", "第4位", "全国10强").code == "320200"


def test_provinces_by_one_letter_and_a_count_are_a_group() -> None:
    text = f"{BYLINE}林草局查清冀、鲁、皖、鄂、湘5省区的古树2.7万株。"
    found = decide(text, "2.7万株", "我国绿化")
    assert (found.code, found.name) == (None, "冀、鲁、皖、鄂、湘5省区")
    border = "光山县在豫鄂皖三省交界处，面积3104平方公里。"
    assert decide(border, "3104平方公里", "光山县概况").code == "411522"


def test_a_line_that_starts_in_the_page_s_province_is_the_province_s() -> None:
    text = f"{BYLINE}达云高速起于四川达州市，止于川渝边上的隧道，全长64.2公里。"
    assert decide(text, "64.2公里", "四川：达云高速通车").code == "510000"


def test_bodies_at_work_elsewhere_are_no_home() -> None:
    text = "西安音乐学院为云坪镇石桥村送来17万元；妇联筹措20万元扶持养蜂。"
    assert decide(text, "20万元").code != "610100"


def test_a_city_s_body_acts_in_the_whole_city() -> None:
    text = "光泽县全县养牛3万头。此外，市工商联组织90家企业帮扶116个村，累计投入5亿元。"
    assert decide(text, "5亿元", "光泽县：村企结对").code == "350700"
    assert decide(text, "3万头", "光泽县：村企结对").code == "350723"


def test_a_name_in_quotes_is_a_sight_too_and_not_the_country() -> None:
    text = f"{BYLINE}全国研学升温。位于云南元谋县的“中国星谷”基地开门，每天有26个团队参观。"
    assert decide(text, "26个", "研学热").code == "532328"
    later = text + "\n“中国星谷”去年接待6万人。"
    assert decide(later, "6万人", "研学热").code == "532328"


def test_the_country_in_the_name_of_a_centre_is_not_meant() -> None:
    text = f"{BYLINE}全国开放迈步。南宁片区推进中国—东盟水果合作中心等项目，引来企业78家。"
    assert decide(text, "78家", "开放发展").code == "450100"


def test_a_province_counts_the_railways_in_it() -> None:
    text = f"{BYLINE}山西省加大运输。大秦铁路每15分钟有一趟列车从大同发往秦皇岛。大秦铁路运煤2.5亿吨。"
    assert decide(text, "15分钟", "山西：保障能源").code == "140000"
    assert decide(text, "2.5亿吨", "山西：保障能源").code == "140000"
    assert decide(text, "2.5亿吨", "全国煤运").code is None


def test_chosen_from_the_whole_country_is_told_of_who_chooses() -> None:
    assert decide("长春市成立专班，从全国遴选了91家服务商。", "91家", "长春：数字转型").code == "220100"


def test_a_title_s_person_is_no_place() -> None:
    text = f"{BYLINE}让我们认识常德满。他当村干部31年。常德满带领全国代表来村里，57栋新房整齐。"
    assert decide(text, "57栋", "【代表风采录】“老村官” 常德满").code != "430700"


def test_a_tunnel_of_a_line_lies_where_its_sentence_says() -> None:
    text = f"{BYLINE}一批项目加快建设。\n在甘肃陇南，兰州至重庆铁路云坪隧道顺利贯通，平均海拔1900米。"
    assert decide(text, "1900米", "一批重大项目推进").code == "621200"
