"""Parts of a whole are named with what is measured of it."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article, Observation
from tasks.extract.reader import Reader

READER = Reader()


def found(text: str, mention: str) -> Observation:
    observations = READER.read(Article("d", text, None, "2024-03-05", None)).observations
    return next(one for one in observations if one.mention == mention)


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("农林牧渔业总产值31亿元，增长4%。其中，林业2.5亿元，增长6%；渔业1.5亿元，下降2%。", "2.5亿元", "林业产值"),
        ("农林牧渔业总产值31亿元，增长4%。其中，林业2.5亿元，增长6%；渔业1.5亿元，下降2%。", "6%", "林业产值"),
        ("农林牧渔业总产值31亿元，增长4%。其中，林业2.5亿元，增长6%；渔业1.5亿元，下降2%。", "2%", "渔业产值"),
        ("粮食总产量62万吨,其中稻谷41万吨,豆类3.3万吨。", "41万吨", "稻谷产量"),
        ("粮食总产量62万吨,其中稻谷41万吨,豆类3.3万吨。", "3.3万吨", "豆类产量"),
        ("规模以上工业增加值增长7.7%。从三大门类看：采矿业增长9.1%；制造业增长8.2%。", "9.1%", "采矿业增加值"),
        ("规模以上工业增加值增长7.7%。分行业看，纺织业增长9.1%，食品制造业下降3.2%。", "3.2%", "食品制造业增加值"),
        (
            "高技术产业增加值占工业增加值的比重为21%。其中,医药产业、电子产业、航天产业分别增长13%、12%、8%。",
            "12%",
            "电子产业增加值",
        ),
        (
            "社会消费品零售总额增长5%。按经营地分，城镇下降1.3%，乡村增长2.6%。",
            "1.3%",
            "城镇社会消费品零售总额",
        ),
        (
            "社会消费品零售总额增长5%。按经营地分，城镇下降1.3%，乡村增长2.6%。",
            "2.6%",
            "乡村社会消费品零售总额",
        ),
        ("全市医院病床使用率81%，其中，三级医院93%，二级医院77%。", "77%", "二级医院病床使用率"),
        ("卫生技术人员8120人,其中:医院5100人、乡镇卫生院1900人。", "1900人", "乡镇卫生院卫生技术人员"),
        ("户籍总人口61万人，其中：城镇人口22万人，乡村人口39万人。", "22万人", "户籍城镇人口"),
        ("年末参加工伤保险人数33万人，其中农民工9万人。", "9万人", "农民工参加工伤保险人数"),
        ("货物进出口总额45亿元。其中，民营企业31亿元，增长6%。", "6%", "民营企业货物进出口总额"),
        ("居民消费价格上涨0.7%。其中，衣着类上涨1.1%，居住类下降0.2%。", "0.2%", "居住类消费价格"),
        ("一般公共预算收入12亿元，其中税务部门完成9亿元，占75%。", "75%", "税务部门一般公共预算收入占比"),
        ("全市新增铁路营业里程80公里，其中高速铁路35公里。", "35公里", "新增高速铁路营业里程"),
    ],
)
def test_parts_take_the_measure_of_their_whole(text: str, mention: str, name: str) -> None:
    assert found(text, mention).indicator == name


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("接待游客310万人次，其中过夜游客82万人次。", "82万人次", "过夜游客"),
        ("一般公共预算收入12亿元，其中税收收入9亿元。", "9亿元", "税收收入"),
        ("教职工510人，其中在园幼儿3200人。", "3200人", "在园幼儿"),
        ("清收处置不良资产60亿元，其中不良贷款清收处置52亿元。", "52亿元", "不良贷款清收处置"),
        ("农业产值21亿元，增长4%。林业局有职工60人。", "60人", "林业局有职工"),
    ],
)
def test_what_says_its_own_measure_keeps_it(text: str, mention: str, name: str) -> None:
    assert found(text, mention).indicator == name


def test_a_part_does_not_carry_the_id_of_the_whole() -> None:
    text = "粮食产量62万吨，其中谷物41万吨。年末参加失业保险人数20万人，其中农民工5万人。"
    assert found(text, "41万吨").indicator_name == "谷物产量"
    assert found(text, "5万人").indicator_id is None
