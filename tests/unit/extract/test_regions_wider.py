"""The nation's figures in a place, provinces listed, distances, and money that a province is given."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionScope, find_regions


def decide(text: str, mention: str, title: str | None = None) -> str | None:
    start = text.index(mention)
    return RegionScope(text, find_regions(text), title).region_at(start, start + len(mention)).code


@pytest.mark.parametrize(
    ("text", "mention", "title", "code"),
    [
        ("山东每万名工人有机器人200台，这远高于国家制定的每万人88台的标准。", "88台", "山东制造", "100000"),
        ("山东的水质好。国家标准为每升10毫克。", "10毫克", "山东水质", "100000"),
        ("全球最先进的90家工厂中国有31家，其中11家在江苏。", "31家", "江苏制造", "100000"),
        ("全国青年技能大赛决赛在浙江杭州开幕，分为三个工种。", "三个", "大赛", "100000"),
        ("我国自主研发的压缩技术在北京正式应用，该技术可以压缩100倍。", "100倍", "快讯", "100000"),
        ("中国电商峰会今天在贵阳举行，企业代表等1200人参加。", "1200人", "快讯", "520100"),
        ("我国首座云上博物馆在贵阳开幕，展出藏品1200件。", "1200件", "快讯", "520100"),
    ],
)
def test_what_is_the_nations_in_a_place(text: str, mention: str, title: str, code: str) -> None:
    assert decide(text, mention, title) == code


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("我国交通便利。在距离上海300多公里的江苏省溧阳市，工厂很忙。", "300多公里", "320481"),
        ("我国乡村变样。记者来到距离成都60公里的崇州市街子镇。", "60公里", None),
        ("我国救灾有力。1亿元中央救灾应急资金已下拨西藏灾区。", "1亿元", "540000"),
        ("受降雪影响，山西、内蒙古和新疆共封闭路段12个，关闭收费站52个。", "52个", None),
        ("截至昨天，河北、山西等22个省的780个贫困县脱贫。", "780个", None),
    ],
)
def test_distances_lists_and_money(text: str, mention: str, code: str | None) -> None:
    assert decide(text, mention, "国内要闻") == code


@pytest.mark.parametrize(
    ("text", "mention", "title", "code"),
    [
        ("全省增长5%。白鹭高新区新增高新技术企业600家。", "600家", "湖北省政府工作报告", None),
        ("内乡县引进项目52个，总投资300亿元。", "300亿元", "南阳市政府工作报告", "411325"),
        ("中关村企业出口300亿元。对欧盟出口增长5%。", "5%", "北京外贸", "110000"),
        (
            "在小蒜镇，镇里建起加工厂3个。县农业农村局负责人介绍，今年改造枣园2万亩。",
            "2万亩",
            "石楼县红枣富农家",
            "141126",
        ),
        ("云岭银行净利润3亿元，营收9亿元。在四川省内，网点达到530家。", "530家", "云岭银行年报", None),
        ("北京市中小学在校生达到150万人。", "150万人", "北京教育", "110000"),
        ("北京首都机场旅客吞吐量3300万人次。", "3300万人次", "民航平稳", None),
        ("宁波舟山港前11个月集装箱吞吐量达到2800万标箱。", "2800万标箱", "港口繁忙", None),
        ("泸州经济总量突破3000亿元，内江、眉山经济总量突破2000亿元。", "2000亿元", "四川省政府工作报告", None),
        ("全国出口增长。广东前三季度出口6万亿元，江苏前10个月出口4万亿元。", "4万亿元", "外贸", "320000"),
        ("吉林收购进度很快。中储粮收储800万吨。", "800万吨", "全国秋粮收购", "100000"),
    ],
)
def test_parts_bodies_and_offices_of_an_area(text: str, mention: str, title: str, code: str | None) -> None:
    assert decide(text, mention, title) == code


@pytest.mark.parametrize(
    ("text", "mention", "title", "code"),
    [
        ("今天，我国在太原卫星发射中心用长征火箭将两颗卫星升空。", "两颗", "快讯", "100000"),
        ("在山东，生产女装的云岭集团4天完成转产。目前，企业每天生产口罩2000件。", "2000件", "战疫情", None),
        ("内蒙古第十一届自行车赛开赛。国内外40支代表队参赛。", "40支", "快讯", "150000"),
        ("全国科学中心提速。怀柔、张江、合肥、大湾区四个中心建设加快。", "四个", "我国科技", "100000"),
        ("在周口，农机合作社组织作业队60支。", "60支", "我国夏收", "411600"),
        ("黄河流域9省区今年造林1500万亩。", "1500万亩", "我国生态", None),
        ("2017年5月5日他在北京逝世，享年91岁。", "91岁", "逝世", None),
    ],
)
def test_subjects_that_are_no_area(text: str, mention: str, title: str, code: str | None) -> None:
    assert decide(text, mention, title) == code


@pytest.mark.parametrize(
    ("text", "mention", "title", "code"),
    [
        ("我国外贸向好。中欧班列通达欧洲26个国家的200个城市。", "200个", "简讯", None),
        ("我国外贸向好。重庆的产品覆盖欧洲26个国家。", "26个", "简讯", "500000"),
        ("高考公平推进。近五年，中西部高校招生计划年均增长5%。", "5%", "我国高考", None),
        ("西南大学今年招生8000人。我国高校扩招5%。", "5%", "我国高考", "100000"),
        ("今天，财政部下达资金3亿元，专项用于安徽、江西、湖北受灾地区。", "3亿元", "国内要闻", None),
        ("今天，财政部下达资金3亿元，主要用于安徽受灾地区。", "3亿元", "国内要闻", "340000"),
        ("巫山县成为烟台市的帮扶地区。烟台市把经验带到这里，在当地建起46个合作社。", "46个", "我国扶贫", "500237"),
        ("今天，国家减灾委针对湖北、安徽两省灾情启动响应，增派2个工作组。", "2个", "国内要闻", "100000"),
        (
            "经过改造，长白乌铁路通车，全长412公里。起自吉林省长春市，止于内蒙古乌兰浩特市。",
            "412公里",
            "快讯",
            "100000",
        ),
        ("巫山县很美。烟台市发展旅游，在当地建起46个景点。", "46个", "我国扶贫", "370600"),
    ],
)
def test_states_reached_money_for_several_and_helpers(text: str, mention: str, title: str, code: str | None) -> None:
    assert decide(text, mention, title) == code


@pytest.mark.parametrize(
    ("text", "mention", "title", "code"),
    [
        ("麒麟区增长6%，宣威市增长5%。工业增加值增长8.1%。", "8.1%", "曲靖市经济运行情况", "530300"),
        ("宣威市工业很强。工业增加值增长8.1%。", "8.1%", "曲靖市经济运行情况", "530381"),
        ("滑县种粮大户很多。省级财政下达补助资金2亿元。", "2亿元", "河南省秋播进展", "410000"),
        ("中国银行甘肃省分行发放涉农贷款85亿元。", "85亿元", "甘肃金融助春耕", None),
        ("三明医改十年。国家卫健委推广三明经验，覆盖30个省份。", "30个省份", "三明医改十年", "100000"),
        ("合肥平台完备，4个省实验室挂牌。", "4个省实验室", "合肥市政府工作报告", "340100"),
        ("我国航空业：中国商飞今年交付飞机10架。", "10架", "国产大飞机", None),
    ],
)
def test_breakdowns_offices_branches_and_provinces(text: str, mention: str, title: str, code: str | None) -> None:
    assert decide(text, mention, title) == code
