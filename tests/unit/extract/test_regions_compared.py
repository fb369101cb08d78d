"""Several places in one piece: each figure goes to the place that it is said of."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionScope, find_regions


def code(text: str, mention: str, title: str | None = None) -> str | None:
    scope = RegionScope(text, find_regions(text, 2021), title, None, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention)).code


@pytest.mark.parametrize(
    ("text", "mention", "wanted"),
    [
        ("在贵州安顺，老人办起了食堂。\n今年，省财政拿出3亿元补助。", "3亿元", "520000"),
        ("在习水县，机耕道通到田头。市财政今年投入2亿元，县财政安排1亿元。", "2亿元", "520300"),
        ("在习水县，机耕道通到田头。市财政今年投入2亿元，县财政安排1亿元。", "1亿元", "520330"),
    ],
)
def test_the_purse_of_an_area_is_that_of_the_one_that_holds_the_place(text: str, mention: str, wanted: str) -> None:
    assert code(text, mention) == wanted


def test_the_mean_level_of_a_lake_is_the_lakes_own() -> None:
    text = "甲江干流水位超警戒水位0.6米。今天，太湖平均水位4.5米。"
    scope = RegionScope(text, find_regions(text, 2021), None, None, 2021)
    start = text.index("4.5米")
    assert scope.region_at(start, start + 4).name == "太湖"


@pytest.mark.parametrize("text", ["今年，青海新建学校20所。", "这几年，青海让9万人住进新居。"])
def test_another_province_that_heads_its_clause_tells_of_itself(text: str) -> None:
    assert code(text, "20所" if "20所" in text else "9万人", "贵州篇") == "630000"


@pytest.mark.parametrize(
    ("text", "mention", "wanted"),
    [
        ("今年一季度江西省第二产业增速最快，增加值37亿元。其中，工业增长26%。", "37亿元", "360000"),
        ("今年一季度江西省第二产业增速最快，增加值37亿元。其中，工业增长26%。", "26%", "360000"),
        ("无锡增速高于苏州同期的2%。", "2%", "320500"),
        ("无锡增速高于江苏省去年的3%，全国的4%。", "4%", "100000"),
        ("河南（99万人）与湖北（57万人）之间还有差距。", "57万人", "420000"),
        ("南昌年均增量25万人。郑州平均每年要比南昌多增加14万人。", "14万人", "410100"),
        ("无锡占江苏省的12%。", "12%", "320200"),
        ("通报最多的是北京、贵州和陕西三个地区，均通报了8起。", "8起", None),
        ("其次为江苏和山东，均通报了6起。", "6起", None),
        ("根据深圳市核算，光明区产值6亿元。", "6亿元", "440311"),
        ("这条路带火了张家口的旅游。2019到2020年雪季，崇礼举办了19项赛事。", "19项", "130709"),
        ("杭州亚运会有65个场馆。", "65个", "330100"),
        ("四川进出口7000亿元，其中对我国台湾地区进出口423亿元；对韩国进出口408亿元。", "423亿元", "510000"),
        ("四川进出口7000亿元，其中对我国台湾地区进出口423亿元；对韩国进出口408亿元。", "408亿元", "510000"),
        ("湖北港口增长10%。其中，黄石港口货物吞吐量达4596万吨。", "4596万吨", "420200"),
        ("鄱阳湖南矶湿地有8万只候鸟。", "8万只", None),
        ("福建与澳门贸易额5亿元，增长3%。", "3%", "350000"),
        ("外资增加。重庆的项目刚签约，90亿元的电池生产基地在厦门开建。", "90亿元", "350200"),
        ("江苏省徐州市、宿迁市虚报任务500套，3个县政府受到处分。", "3个", None),
        ("浓度最低的三个城市依次是福州、厦门和漳州，分别为17、18和25微克。", "18", "350200"),
        ("浓度最低的三个城市依次是福州、厦门和漳州，分别为17、18和25微克。", "25微克", "350600"),
        ("高铁全线贯通。全长620米的厦门海湾大桥今天合龙。", "620米", "350200"),
        ("各地推进保护。甲部门今年启动《大小兴安岭保护规划》，造林9万亩。", "9万亩", "100000"),
        ("各地加大投入。8亿元资金已投向中西部地区。", "8亿元", None),
        ("福建厦门的合作社与全省32个县市签约。", "32个", "350000"),
        ("水多。排在第一的是西藏自治区，其水资源总量为4658亿立方米。", "第一", "540000"),
        ("水多。排在第一的是西藏自治区，其水资源总量为4658亿立方米。", "4658亿", "540000"),
        ("水库最多的省份为湖南省，共14092座。", "14092座", "430000"),
        ("福建省和广东省分别以22亿元和18亿元排名第三和第四。", "第三", "350000"),
        ("福建省和广东省分别以22亿元和18亿元排名第三和第四。", "第四", "440000"),
        ("在福建的调度厅，刚刚从四川买入的3万度电送到了。", "3万度", "350000"),
        ("从全球76个项目中选出。", "76个", None),
        ("我国多地降雨。黄河上游有14条河流超警。", "14条", None),
        ("厦门增速为9%，比全省（7%）高2个百分点。", "7%", "350000"),
        ("厦门增速为9%，高于全国平均水平（6%）。", "6%", "100000"),
        ("平均年龄33岁的厦门，托育需求大。", "33岁", "350200"),
        ("产量占全国十分之一的“天下粮仓”吉林，春耕开始了。", "十分之一", "220000"),
        ("四川水多。这个村在太行山西麓，有9条小河。", "9条", "510000"),
        ("东乡县地处甘肃中部，有羊60万只。", "60万只", "622926"),
    ],
)
def test_each_figure_has_its_place(text: str, mention: str, wanted: str | None) -> None:
    assert code(text, mention) == wanted


def test_all_levels_speak_for_the_country_in_a_story_of_one_place() -> None:
    text = "四川省达州市渠县大坪村，村民领回了7000元。\n2020年1月至11月，各级纪检监察机关共查处问题5万起。"
    assert code(text, "5万起", "守护民生") == "100000"


def test_local_office_is_that_of_the_area_with_a_code() -> None:
    text = "内蒙古通辽市奈曼旗土城子乡种了林。村民有了收入，当地林业局还调拨了375万元资金。"
    assert code(text, "375万元", "植树的故事") == "150525"


@pytest.mark.parametrize(
    ("text", "mention", "wanted"),
    [
        ("广东增速与全国平均增速5.1%的数据持平。", "5.1%", "100000"),
        ("支援西藏、青海35家医院。", "35家", None),
        ("三峡水库水位降至145米。", "145米", None),
        ("今年湖南治水有成，洞庭湖总磷浓度下降11%。", "11%", None),
        ("西山经济开发区引入31家企业。目前，湖南省级以上园区企业达到260家。", "260家", "430000"),
        ("湖南境内河湖水质优良率达到93%。", "93%", "430000"),
        ("我国消费很大，目前全球的粮食贸易量仅有5000亿斤，不到我国粮食消费量的一半。", "5000亿斤", None),
        ("我国消费很大，目前全球的粮食贸易量仅有5000亿斤，不到我国粮食消费量的一半。", "一半", None),
        ("今天分别有92万、175万和135万人次离开北京、上海、广州。", "175万", "310000"),
        ("今天分别有92万、175万和135万人次离开北京、上海、广州。", "135万人次", "440100"),
        ("我国水稻丰收，占全球产量的30%。", "30%", "100000"),
    ],
)
def test_levels_of_others_lists_and_waters(text: str, mention: str, wanted: str | None) -> None:
    assert code(text, mention) == wanted


@pytest.mark.parametrize(
    ("text", "mention", "wanted"),
    [
        ("龙岩市现辖新罗区、漳平市和永定、上杭二县，人口302万。", "302万", "350800"),
        ("四川和山东都来了。这张图是山东全省的规划图，全省十七个市都在上面。", "十七个", "370000"),
        ("全国春耕正忙。玉米是辽宁第一大作物，今年春播4200万亩。", "4200万亩", "210000"),
        ("各省大豆正忙。内蒙古在东部17个旗县推进，建设135万亩。河北也在播种。", "135万亩", "150000"),
        ("全国旅游升温。近日，300多名德国游客抵达北京。四川也很热。", "300多名", "110000"),
        ("粮企在河南、江苏共启动库点45个。", "45个", None),
        ("中欧班列经内蒙古二连浩特口岸出境。全程用时6天。", "6天", "100000"),
    ],
)
def test_parts_wholes_and_arrivals(text: str, mention: str, wanted: str | None) -> None:
    assert code(text, mention, "我国各地在行动") == wanted


def test_what_a_ministry_publishes_is_the_countrys_in_a_page_of_a_city() -> None:
    text = "记者从市农业农村局获悉，农业农村部公布名单，推介云岭村等300个村庄。全市有村庄4个上榜。"
    assert code(text, "300个", "安庆市4个村庄上榜") == "100000"
    assert code(text, "4个", "安庆市4个村庄上榜") == "340800"


def test_bodies_of_the_province_speak_for_it() -> None:
    text = "各地帮扶。云岭铀业公司先后捐赠30万元；省妇联筹措资金205万元。省农业技术研究院建中心9个。"
    assert code(text, "30万元", "陕西：帮扶") is None
    assert code(text, "205万元", "陕西：帮扶") == "610000"
    assert code(text, "9个", "陕西：帮扶") == "610000"
    assert code("省审计厅组织4个督查组。", "4个", "审计报告") is None


def test_a_county_called_by_a_fond_name() -> None:
    text = "幸福的新桦川建设取得进展。全县生产总值增长6%。"
    assert code(text, "6%", "政府工作报告") == "230826"


def test_a_norm_of_the_state_is_the_countrys() -> None:
    text = "云岭村的发生率为1.5%，低于国家规定的3%标准。"
    assert code(text, "3%", "云岭村的变化") == "100000"


def test_the_nation_heads_a_clause_in_a_page_about_a_line() -> None:
    text = "京沪高铁今天通车，京沪高铁全长1300公里。随着京沪高铁通车，我国高铁里程达到9000公里。"
    assert code(text, "9000公里", "京沪高铁通车") == "100000"
    assert code(text, "1300公里", "京沪高铁通车") == "100000"


def test_a_ministry_ends_the_reach_of_a_basin() -> None:
    text = "长江流域是主产区。农业农村部安排资金20亿元。晚稻面积5000万亩。"
    assert code(text, "20亿元", "保丰收") == "100000"
    assert code(text, "5000万亩", "保丰收") == "100000"


def test_places_listed_ahead_have_their_names_as_observations_write_them() -> None:
    text = "进度最快的是广西来宾市忻城县、柳州市鹿寨县，分别为4万和5万人。最慢的是台湾省屏东县、柳州市，分别为6和7人。"
    scope = RegionScope(text, find_regions(text, 2021), "全国进度", None, 2021)
    told = [scope.region_at(at, at + 2) for at in (text.index(mention) for mention in ("4万", "5万", "6和"))]
    assert [(one.code, one.name) for one in told] == [
        ("451321", "来宾市忻城县"),
        ("450223", "柳州市鹿寨县"),
        (None, "台湾省屏东县"),
    ]


def test_one_of_many_in_a_province_leaves_the_rest_to_its_own() -> None:
    text = "总量在全省86个县（市）中排名第三；工业增加值增长9%。"
    assert code(text, "86个", "敦煌市简介") == "620000"
    assert code(text, "9%", "敦煌市简介") == "620982"


@pytest.mark.parametrize(
    "ranked",
    [
        "在酒泉市7个县市区中排第二",
        "位列酒泉三县两区第二",
        "居全省86个县（市、区）第二位",
        "在酒泉各县区中跃居第二",
        "在河西四县里排名第二",
    ],
)
def test_a_counted_field_of_a_rank_is_no_scope(ranked: str) -> None:
    text = f"敦煌市工业增加值8亿元，{ranked}。财政收入9亿元，其中税收占61%。"
    for mention in ("第二", "9亿元", "61%"):
        assert code(text, mention, "敦煌市经济运行情况") == "620982", mention


def test_the_field_of_a_rank_is_as_large_as_its_own_area() -> None:
    text = "敦煌市工业增加值8亿元，列全省86个县（市、区）第二位。财政收入9亿元。"
    assert code(text, "86个", "敦煌市经济运行情况") == "620000"


@pytest.mark.parametrize(
    ("text", "mention", "wanted"),
    [
        ("工程投运，覆盖玉树3个县、5个乡。投资9亿元。", "5个", "632700"),
        ("工程投运，覆盖玉树3个县、5个乡。投资9亿元。", "9亿元", "630000"),
        ("现场会在海东举行，各地互相学习；培训班又把46个重点县召集到一起。", "46个", "630000"),
        ("推进会移师海东，2000名干部参加。", "2000名", "630000"),
    ],
)
def test_what_a_province_does_somewhere_stays_its_own(text: str, mention: str, wanted: str) -> None:
    assert code(f"青海省交出惠民账。{text}", mention, "青海：惠民实事") == wanted


@pytest.mark.parametrize("given", ["合作社从当地政府得到补助80万元", "当地政府又给了合作社一笔80万元的补助"])
def test_who_gives_is_no_scope_of_what_a_firm_gets(given: str) -> None:
    text = f"重庆市潼南区土桥镇种藕忙。土桥镇莲藕合作社由40户农民办起。后来，{given}。"
    assert code(text, "80万元", "土桥镇种藕记") is None


def test_this_county_is_the_one_just_named() -> None:
    text = "在内乡县，种桃的多了。如今，这个县组建的合作社已有362个。"
    assert code(text, "362个", "种桃记") == "411325"


def test_a_verb_is_no_part_of_the_name_of_a_garden() -> None:
    text = "武威市古浪县把移民产业园建到家门口，人均收入达到11838元。"
    assert code(text, "11838元", "甘肃：乡村振兴") == "620622"
