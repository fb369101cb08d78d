"""What a sentence goes on about: the village of the paragraph before, a gate's growth, the area that heads a line."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions
from tasks.extract.regions_dealings import reporting

NEWS = "央视网消息（新闻联播）："


def decide(text: str, mention: str, title: str | None = None, publisher: str | None = None) -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2021), title, publisher, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


def test_a_paragraph_that_opens_with_villagers_stays_in_their_village() -> None:
    text = (
        "从贵州省荔波县城出发，就到了石岭村。村里有416人就业。\n乡亲们都来了，面试官看在眼里。招聘人数原定8人。"
        "\n荔波县今年新增岗位1800个。"
    )
    codes = [decide(text, each, "贵州荔波：寨子新貌").code for each in ("416人", "8人", "1800个")]
    assert codes == [None, None, "522722"]


def test_the_people_s_police_of_all_is_no_scene() -> None:
    heroes = "10人当选，包括北京市公安局、海南省东方市公安局民警和长沙市公安局支队长等。"
    text = f"{NEWS}{heroes}\n“人民警察”评选由公安部举办。今年网页浏览量超过4亿人次。"
    assert decide(text, "4亿人次", "人民警察评选揭晓").code == "100000"


def test_the_growth_of_an_airport_is_the_airport_s() -> None:
    text = "成都双流国际机场上半年旅客量达2300万人次，同比增长9%。全省接待游客4亿人次。"
    codes = [decide(text, each, None, "四川日报").code for each in ("2300万人次", "9%", "4亿人次")]
    assert codes == [None, None, "510000"]


def test_nature_behind_the_area_that_heads_a_line_is_that_area_s() -> None:
    text = NEWS + "\n青海玉树：可可西里发生5.1级地震\n据测定，震中位于可可西里无人区。"
    assert decide(text, "5.1级", "青海玉树：可可西里发生地震").code == "632700"


def test_a_base_without_a_code_is_not_the_city_listed_before() -> None:
    text = "增速后三名：银川市下降0.5%，石嘴山市下降1.3%，宁东下降25.3%。"
    codes = [decide(text, each, "宁夏投资情况", "宁夏日报").code for each in ("1.3%", "25.3%")]
    assert codes == ["640200", None]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("根据云岭未经审核的上半年业绩，游戏业务增长2%。", ["云岭"]),
        ("根据云岭发布的2021年三季报，公司营收增长2%。", ["云岭"]),
        ("据省财政厅公布的2020年财务报告，国企营收增长2%。", []),
    ],
)
def test_a_report_tells_of_the_firm_that_gave_it(text: str, names: list[str]) -> None:
    assert [name for _, _, name in reporting(text)] == names


def test_money_that_a_firm_of_the_story_gets_is_no_area_s() -> None:
    text = "镇上办起水产合作社。后来当地政府又给合作社添了一笔150万元的补助。全区办起312个。"
    codes = [decide(text, each, "苏州吴江：散养户抱团").code for each in ("150万元", "312个")]
    assert codes == [None, "320509"]


def test_the_world_in_front_of_its_figure_is_not_taiwan_s() -> None:
    text = "国际货币基金今天公布预测，全球成长率为3.0%，较上次下调。"
    assert decide(text, "3.0%", "台湾要闻", "中央社").code is None


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("中国国家统计局今天公布，7月新房价格月减0.3%。", "0.3%", "100000"),
        ("台湾7月出口年增8%，中国7月出口年增5%。", "5%", "100000"),
        ("台湾7月出口年增8%，中国7月出口年增5%。", "8%", "710000"),
        ("外交部表示，尼泊尔洪灾已造成230人死亡，台湾捐助20万美元。", "230人", None),
        ("外交部表示，尼泊尔洪灾已造成230人死亡，台湾捐助20万美元。", "20万美元", "710000"),
    ],
)
def test_a_page_of_taiwan_tells_of_others_what_is_theirs(text: str, mention: str, code: str | None) -> None:
    assert decide(text, mention, "要闻", "中央社").code == code


def test_what_a_disaster_cost_is_of_all_the_provinces_that_it_struck() -> None:
    text = NEWS + "洪涝造成湖南、江西等5省300万人受灾，直接经济损失40亿元。全国已投入救灾资金2亿元。"
    codes = [decide(text, each, "洪涝灾害").code for each in ("300万人", "40亿元", "2亿元")]
    assert codes == [None, None, "100000"]


def test_the_next_sentence_leaves_the_urban_part_of_a_city() -> None:
    text = "市区空气优良天数达到290天。建成区绿化覆盖率43%。"
    assert decide(text, "43%", "常州市统计公报", "常州市统计局").code == "320400"


@pytest.mark.parametrize(
    "text", ["第三次普查北至漠河、南至三沙、东至东宁，采集样点287万个。", "普查完成，大型油田产油287万个。"]
)
def test_how_far_something_goes_leaves_the_number_alone(text: str) -> None:
    assert decide(NEWS + "全国土壤普查结束。" + text, "287万个", "全国土壤普查").code == "100000"


def test_an_oil_field_is_not_the_city_of_its_name() -> None:
    assert decide(NEWS + "我国油气增产。大庆油田宣布，累计产油25亿吨。", "25亿吨", "全国油气增产").code is None


def test_a_sentence_on_the_shore_of_a_river_is_no_longer_where_the_one_before_was() -> None:
    text = "在江苏盐城，村民们植树300株。在新安江畔，来自各地的志愿者种下2000株树苗。"
    codes = [decide(NEWS + text, each, "各地植树") for each in ("300株", "2000株")]
    assert [found.code for found in codes] == ["320900", None]
    assert decide("上海新增绿道。在黄浦江畔，市民种下2000株树苗。", "2000株", "上海", "解放日报").code == "310000"


def test_the_head_of_a_paragraph_keeps_to_the_firm_before() -> None:
    text = "徐工集团加快转型。\n今年前三季度，公司出口增长12%。\n公司研发投入达到36亿元。\n目前，企业拥有专利8000件。"
    assert [decide(text, figure).name for figure in ("12%", "36亿元", "8000件")] == ["徐工集团"] * 3
