"""Names from what stands around a number: its side or past, a limit put in place of another, those chosen from many."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "mention", "indicator"),
    [
        ("村民走上了一条2公里长的水泥路。", "2公里", "水泥路长度"),
        ("他们架起了一座6米宽的桥。", "6米", "桥宽度"),
        ("选手从50米宽的瀑布下穿越。", "50米", "瀑布宽度"),
        ("这家有着60多年历史的钢铁企业拥有了新车间。", "60多年", "钢铁企业历史"),
        ("这座拥有1300年历史的古城迎来一批客人。", "1300年", "古城历史"),
        ("年收入5万元以上的家庭有320户，10万元以上的有85户。", "85户", "年收入10万元以上的家庭"),
        ("床位100张以上的养老机构26家，50张以下的140家。", "140家", "床位50张以下的养老机构"),
        ("规模100人以下的学校近1900个，50人以下的近790个。", "790个", "规模50人以下的学校"),
    ],
)
def test_the_thing_and_what_is_told_of_it(name, text: str, mention: str, indicator: str) -> None:
    assert name(text, mention) == indicator


@pytest.mark.parametrize(
    ("text", "mention", "term"),
    [
        ("县委从后备干部中选派120名优秀年轻干部组成15个工作队。", "120名", "优秀年轻干部"),
        ("县委从后备干部中选派120名优秀年轻干部组成15个工作队。", "15个", "工作队"),
        ("从全县教师中抽调36名骨干组成4个宣讲组。", "36名", "骨干"),
        ("年产量从3万吨发展成5万吨。", "5万吨", "年产量"),
    ],
)
def test_those_chosen_from_many_rise_to_no_level(name, text: str, mention: str, term: str) -> None:
    assert term in name(text, mention)


@pytest.mark.parametrize(
    ("text", "mention", "indicator"),
    [
        ("2030年前每年至少需要新增投资2万亿元以上。", "2万亿元", "每年至少需要新增投资"),
        ("国庆节前全市投放储备肉500吨。", "500吨", "投放储备肉"),
        ("全省范围内建成冷库1200座。", "1200座", "建成冷库"),
        ("总工会机关削减了6个二级机构。", "6个", "总工会机关二级机构"),
        ("灾害管理中心发布声明说，已经有146人死亡。", "146人", "死亡"),
        ("增速重返6%以上。", "6%", "增速"),
    ],
)
def test_words_of_time_and_reach_are_no_name(name, text: str, mention: str, indicator: str) -> None:
    assert name(text, mention) == indicator
