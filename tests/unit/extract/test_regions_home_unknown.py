"""Homes that are known only as printed, and homes that several signs of a page tell together."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionScope, find_regions


def decided(text: str, mention: str, title: str | None, publisher: str | None) -> tuple[str | None, str | None]:
    scope = RegionScope(text, find_regions(text, 2022), title, publisher, 2022)
    start = text.index(mention)
    found = scope.region_at(start, start + len(mention))
    return found.code, found.name


@pytest.mark.parametrize(
    ("title", "publisher", "text", "name"),
    [
        ("我市夏粮丰收", "燕赵都市报", "今年，我市收获小麦210万亩，单产提高12公斤。", "我市"),
        ("夏粮丰收", "河南日报", "今年收获小麦21万亩。全县机收率99%，全县烘干机达到86台。", "全县"),
        ("开展专项检查", "县教育局", "今年以来，检查校外培训机构86家，责令整改12家。", "县"),
        ("开展专项检查", "区卫生健康委员会", "今年以来，检查诊所86家，立案12起。", "区"),
        (None, None, "十年来，该市建成区绿地率从31%提高到40%，新建公园86处。", "该市"),
        ("柳湾经济开发区调研", None, "开发区规划面积12平方公里，入驻企业86家。", "柳湾经济开发区"),
        ("园区动态", "松岭高新区管委会", "今年，园区新签约项目86个。", "松岭高新区"),
        ("宁夏闽宁镇：影视带动旅游", None, "央视网消息（新闻联播）：这里有民宿86家。", "闽宁镇"),
        ("柳沟县：协作结硕果", None, "柳沟县与天津市西青区协作，到位资金4200万元，建成车间86个。", "柳沟县"),
        (None, None, "甘肃省柳沟县地处山区。全县向天津输出劳务，全县有车间86个。", "柳沟县"),
        (None, "柳沟县融媒体中心", "全县铺开协作。天津的客商来了。\n建成车间86个。", "柳沟县"),
        (
            "我县获评“全国电子商务进农村综合示范县”",
            None,
            "我县自列为全国电子商务进农村综合示范县以来，培训86人。",
            "我县",
        ),
        ("江南能源集团煤炭稳产增效", "齐鲁晚报", "去年，集团营业收入86亿元。", "江南能源集团"),
        ("长三角一体化提速", None, "央视网消息（新闻联播）：三年来，省际断头路打通86条。", "长三角"),
        ("江海大学：服务地方发展", None, "学校选派86名教师到企业任职。", "江海大学"),
        ("松江钢铁集团：改革攻坚", None, "央视网消息（新闻联播）：今年，压减机构86个。", "松江钢铁集团"),
    ],
)
def test_an_area_or_body_that_no_book_has_stays_as_printed(
    title: str | None, publisher: str | None, text: str, name: str
) -> None:
    mention = next(mention for mention in ("86", "210万亩") if mention in text)
    assert decided(text, mention, title, publisher) == (None, name)


@pytest.mark.parametrize(
    ("title", "publisher", "text", "code"),
    [
        ("乡村振兴看陇西", "甘肃日报", "今年，全县种植药材35万亩，建成基地86个。", "621122"),
        ("省农业农村厅：夏收过半", "吉林日报", "投入农机1.2万台。长春的进度快12%。\n发放补贴86亿元。", "220000"),
        ("全省夏收过半", "吉林日报", "长春的进度快12%。\n发放补贴86亿元。", "220000"),
        ("台湾水果登陆厦门", "东南网", "前5个月，通关台湾水果86吨。", "350200"),
        ("港府公布财政预算案", "大公网", "预算案提出，开支增加86亿元。", "810000"),
        ("北京冬奥会带动冰雪运动", None, "央视网消息（新闻联播）：国家统计局调查，参与率86%。", "100000"),
        ("北京冬奥会场馆完工", None, "央视网消息（新闻联播）：场馆用电86%来自绿电。", "110000"),
        (None, None, "上海市第七次全国人口普查显示，人口增长8.0%。\n家庭户增长86%。", "310000"),
        ("夏粮丰收", "河南日报", "唐河县收获小麦210万亩。全县机收率99%，全县烘干机达到86台。", "411328"),
        ("夏粮丰收", "内蒙古日报", "全区收获小麦210万亩，机收率86%。", "150000"),
        (
            "2023年计划执行情况",
            "新疆维吾尔自治区发展和改革委员会",
            "生产总值增长6.8%。阿克苏建成机场。\n产棉86万吨。",
            "650000",
        ),
        (
            "一批重大水利工程将建成",
            "水利部网站",
            "新增供水能力290亿立方米。云南的项目推进快。\n改造灌区86万亩。",
            "100000",
        ),
        ("惠民实事暖人心", None, "县里投入3.4亿元，全县改造小区86个。", None),
        ("经济运行平稳", "苏州工业园区管委会", "园区新签约项目86个。", "320576"),
    ],
)
def test_title_publisher_and_text_tell_the_home_together(
    title: str | None, publisher: str | None, text: str, code: str | None
) -> None:
    assert decided(text, "86", title, publisher)[0] == code
