"""How far a place is carried: not into the next item of an enumeration, not over what it is too small to hold."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader
from tasks.extract.regions import RegionScope, find_regions

TITLE, DATE, PAPER = "关于农村公路资金的审计报告", "2023-07-05", None


def regions(text: str, title: str = TITLE) -> dict[str, str | None]:
    """The region code of each figure of a text by its mention."""
    found = Reader().read(Article("d", text, title, DATE, PAPER)).observations
    return {one.mention: one.region_code for one in found}


@pytest.mark.parametrize(("first", "second"), [("一是", "二是"), ("（一）", "（二）"), ("其一，", "其二，")])
def test_a_place_of_one_item_is_not_carried_into_the_next(first: str, second: str) -> None:
    text = f"全国抽查9300公里农村公路。{first}养护不力。河北省大名县失养48公里。{second}挪用资金。涉及金额6.3亿元。"
    assert regions(text) == {"9300公里": "100000", "48公里": "130425", "6.3亿元": "100000"}


def test_a_place_before_the_enumeration_governs_its_items() -> None:
    text = "大名县去年整改有力。一是补种树木3200棵。二是清退资金75万元。"
    assert regions(text, "河北省大名县审计整改情况") == {"3200棵": "130425", "75万元": "130425"}


def test_no_county_holds_counties_or_provinces() -> None:
    text = "审计抽查了河北省大名县。共有37个县挪用资金，14省未整改。"
    assert regions(text) == {"37个": "100000", "14省": "100000"}


def test_an_average_is_told_of_the_town_that_heads_its_clause() -> None:
    text = "大名县地势平坦。西甸镇平均海拔46米，只有2.9万人。"
    assert regions(text, "河北省大名县见闻") == {"46米": None, "2.9万人": None}


@pytest.mark.parametrize(
    ("text", "mention", "wanted"),
    [
        ("在康县花桥村，游人不断。目前，首批和美乡村示范村已创建837个。", "837个", "620000"),
        ("在康县花桥村，游人不断。今年再建41个美丽乡村。", "41个", "620000"),
        ("在康县花桥村，游人不断。全村有3个村民小组。", "3个", None),
        ("全省评估结果揭晓，康县名列32个国家扶贫开发工作重点县第一。", "32个", "620000"),
        ("全省第三方评估成绩公布，在9个脱贫县中，康县排名第二。", "9个", "620000"),
    ],
)
def test_no_village_is_many_and_no_county_either(text: str, mention: str, wanted: str | None) -> None:
    text = f"甘肃省处处新气象。{text}"
    scope = RegionScope(text, find_regions(text, 2021), "甘肃省：乡村振兴", None, 2021)
    start = text.index(mention)
    assert scope.region_at(start, start + len(mention)).code == wanted


def test_no_province_has_so_many_cities_and_villages_counted_are_no_village() -> None:
    text = "一季度，全国空气质量改善。北京优良天数比例为80.2%。168个重点城市中，35个达标。"
    assert regions(text, "一季度空气质量")["168个"] == "100000"
    text = "大名县光伏装机332万千瓦，规模居全省首位；受益村770个。"
    assert regions(text, "河北省大名县光伏见闻") == {"332万千瓦": "130425", "770个": "130425"}


def test_a_report_on_how_a_plan_went_is_of_its_area_throughout() -> None:
    text = "全市产值2988亿元。大庆高新区产值突破1500亿元。城镇登记失业率3.2%。"
    found = regions(text, "大庆市关于2022年国民经济和社会发展计划执行情况的报告")
    assert found == {"2988亿元": "230600", "1500亿元": None, "3.2%": "230600"}


def test_a_county_sells_to_more_provinces_than_it_holds() -> None:
    text = "甘肃电商兴旺。成县核桃销往20多个省市，年销售额6亿元。"
    assert regions(text, "甘肃：电商领跑") == {"20多个": "621221", "6亿元": "621221"}
