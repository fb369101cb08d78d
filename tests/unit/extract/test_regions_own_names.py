"""Zones, parks, ports of entry, schools and firms by names of their own where they open a clause."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionScope, find_regions
from tasks.extract.regions_own_names import trade_names, zones


def decide(text: str, mention: str, title: str | None = None) -> str | None:
    start = text.index(mention)
    return RegionScope(text, find_regions(text), title).region_at(start, start + len(mention)).name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("其中，白鹭湖科创园8家企业参展。", ["白鹭湖科创园"]),
        ("昌九景国家自主创新示范区落地成果104项。", ["昌九景国家自主创新示范区"]),
        ("今年以来，横琴口岸验放旅客300万人次。", ["横琴口岸"]),
        ("新建国家现代农业产业园5个。国家级慢性病防控示范区达到8个。各自贸试验区新设企业3万家。", []),
        ("能源绿色转型示范区加快建设，装机1亿千瓦。白鹭湖科创园建设投资2亿元。", []),
        ("北京以白鹭湖科技园为抓手，建基地3万亩。", []),
        ("十年来，京津冀区域综合保税区数量增至11个。", []),
    ],
)
def test_zones_with_names(text: str, names: list[str]) -> None:
    assert [name for _, _, name in zones(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("烽烟通信布局了全产业链。\n为此，烽烟通信把流水线改了。", ["烽烟通信", "烽烟通信"]),
        ("烽烟通信布局了全产业链。", []),
        ("移动通信用户达到3亿户。\n移动通信发展很快。新能源汽车出口增长。新能源汽车产量增加。", []),
    ],
)
def test_firms_by_short_names_are_those_that_a_text_keeps_to(text: str, names: list[str]) -> None:
    assert [name for _, _, name in trade_names(text)] == names


@pytest.mark.parametrize(
    ("text", "mention", "title", "name"),
    [
        ("全年产量129万辆。白鹭湖科创园8家企业参展。", "8家", "重庆市政府工作报告", "白鹭湖科创园"),
        ("全年产量129万辆。白鹭湖科创园8家企业参展。", "129万辆", "重庆市政府工作报告", "重庆市"),
        ("春耕展开。在内蒙古河套灌区，小麦面积扩大到80万亩。", "80万亩", "各地春耕", "内蒙古河套灌区"),
        ("在班列开行数量占全国七成的新疆阿拉山口口岸，通关很快。", "七成", "新疆之窗", "新疆阿拉山口口岸"),
        ("武汉光谷走在前列。截至目前，武汉光谷企业制定标准25项。", "25项", "武汉光谷：谋创新", "武汉光谷"),
        ("烽烟通信谋转型。为此，烽烟通信改造了车间。10条生产线很忙。", "10条", "武汉之窗", "烽烟通信"),
        ("云岭石油大学（北京）绵阳校区招生，435名毕业生来自全国。", "435名", "看高校", "云岭石油大学（北京）绵阳校区"),
        ("云岭大学发展很快，今年300人选择到新疆任教，600人留校。", "600人", "看高校", "云岭大学"),
        ("我国打击假新闻。其中，中国特稿报社被查，35名记者被罚。", "35名", "打击假新闻", "中国特稿报社"),
        ("来信说，得知你们118名同学将奔赴新疆，很高兴。", "118名", "来信", None),
        ("中欧班列经内蒙古二连浩特口岸出境。全程用时6天。", "6天", "我国班列增加", "全国"),
    ],
)
def test_whose_figures_they_are(text: str, mention: str, title: str, name: str | None) -> None:
    assert decide(text, mention, title) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("广西南宁片区集聚企业1200家。", ["广西南宁片区"]),
        ("四川自贸区泸州片区把时间压缩到3天。", ["四川自贸区泸州片区"]),
        ("在湖南长沙片区内，落地项目85个。", ["湖南长沙片区"]),
        ("老旧片区改造惠及5000户。连片特困地区片区县680个。", []),
    ],
)
def test_areas_of_a_free_trade_zone(text: str, names: list[str]) -> None:
    assert [name for _, _, name in zones(text)] == names
