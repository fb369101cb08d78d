"""Regions of figures whose subject is someone by pronoun, kin or name, and of villages named late."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions
from tasks.extract.regions_villages import is_village

BYLINE = "央视网消息（新闻联播）："


def decide(text: str, mention: str, title: str | None = None) -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2021), title, None, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


@pytest.mark.parametrize("mention", ["150亩", "30万元", "60头", "8万元"])
def test_what_he_does_is_his(mention: str) -> None:
    text = "怀宁县举办培训。农场主听完课很受启发，他拿出积蓄，流转土地150亩。2021年，他投资30万元，买牛60头。"
    text += "第二年，这个项目有了收益，收入8万元。"
    assert decide(text, mention).code is None


def test_what_he_says_or_does_for_the_county_is_not() -> None:
    text = "怀宁县种茶。他介绍，今年种植面积5万亩。他对围拢来的同学们说，要好好干。今年毕业生达到9000人。"
    assert decide(text, "9000人").code == "340822"
    text = "怀宁县种茶。他介绍，今年种植面积5万亩。去年，他请来专家，全县培训农民3000人。"
    assert decide(text, "5万亩").code == "340822"
    assert decide(text, "3000人").code == "340822"


def test_leaders_and_suppositions_tell_no_story() -> None:
    text = f"{BYLINE}总书记在会上强调要加强领导。为此，他提出6条要求。"
    assert decide(text, "6条").code == "100000"
    text = "怀宁县工资不高。如果一个人做满26天，他的月薪只有2000元。"
    assert decide(text, "2000元").code == "340822"


@pytest.mark.parametrize("mention", ["8000元", "3万元", "2万元"])
def test_kin_and_families_by_name_alone(mention: str) -> None:
    text = f"{BYLINE}青海推进医保。\n2018年，大儿子上了大学，学费要8000元。\n才让一家的年收入从2万元增加到3万元。"
    assert decide(text, mention, "青海：日子好了").code is None


def test_someone_told_of_by_name_again_and_again() -> None:
    text = f"{BYLINE}售票员吴晓梅很忙。吴晓梅每天接待旅客600人。大家说吴晓梅是榜样。"
    assert decide(text, "600人", "春运时节").code is None
    assert decide(text.replace("售票员", "部长"), "600人", "春运时节").code == "100000"
    assert decide(text, "600人", "时代先锋 吴晓梅：坚守").code is None


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("四联村", True),
        ("志强村", True),
        ("产业强村", False),
        ("做强村", False),
        ("无疫情社区", False),
        ("百县万村", False),
        ("百坭村", True),
    ],
)
def test_names_of_villages(name: str, known: bool) -> None:
    assert is_village(name) is known


def test_a_rank_in_a_county_is_the_village_s() -> None:
    text = "2010年，石桥村的家底曾是安吉县的倒数第一。村上收获土豆30万斤。"
    assert decide(text, "第一").code is None
    assert decide(text, "30万斤").code is None


@pytest.mark.parametrize("mention", ["7县", "17名", "200万元", "6万人次"])
def test_a_firm_that_helps_is_the_subject_of_what_it_gives(mention: str) -> None:
    text = "2024年，云岭能源集团在四川昭觉和美姑、青海玛多、陕西佳县和清涧、内蒙古敖汉7县帮助群众增收，"
    text += "全年向7县派出干部17名，投入资金200万元，培训当地干部6万人次。"
    start = text.rindex(mention)
    scope = RegionScope(text, find_regions(text, 2024), "定点帮扶见成效", None, 2024)
    assert scope.region_at(start, start + len(mention)).code is None


@pytest.mark.parametrize(("mention", "code"), [("90家", None), ("300万元", None), ("20万元", None), ("5所", "340822")])
def test_firms_by_their_kind_alone(mention: str, code: str | None) -> None:
    text = "怀宁县抓帮扶。公司因地制宜支持甲乡蓝莓、怀宁县贡糕等产业，签约门店90家；销售300万元。"
    text += "\n去年，怀宁县引来帮手，两家企业分别捐款20万元。\n全县建学校5所。"
    assert decide(text, mention).code == code


def test_here_is_the_town_that_a_sight_lies_in() -> None:
    text = f"{BYLINE}贵州平塘县有一座望远镜，望远镜所在的克度镇变了样。\n游客多了，这里餐馆达到90家。"
    assert decide(text, "90家", "看变化").code is None


def test_an_area_that_only_helps_is_not_the_subject() -> None:
    text = "怀宁县派出干部。石桥村在县里干部的带领下，种起大棚，集体收入从2万元增加到15万元。"
    assert decide(text, "15万元").code is None
    assert decide(text.replace("石桥村在", "在"), "15万元").code == "340822"


@pytest.mark.parametrize("body", ["云岭电业局", "联通累计", "云岭产业研究院"])
def test_bodies_that_carry_a_place(body: str) -> None:
    text = f"{BYLINE}全国推进帮扶。\n去年，河南安阳{body}投入300万元。"
    assert decide(text, "300万元", "帮扶见成效").code is None


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        ("橘农施大山翻开账本。\n老施入社已有七年，每年到手12万元。", "12万元", None),
        ("菜农周明建起大棚。如今，小周一年收入10万元。", "10万元", None),
        ("老城改造加快，投入5亿元。", "5亿元", "340822"),
        ("农民工小区建成。小区可住300户。", "300户", "340822"),
        ("果农吴大勇种桃。老李去年种桃20亩。全县种桃3万亩。", "3万亩", "340822"),
    ],
)
def test_people_by_fond_names_are_those_whom_the_text_introduced(text: str, mention: str, expected: str | None) -> None:
    assert decide(f"怀宁县种果增收。{text}", mention).code == expected
