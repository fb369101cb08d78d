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
