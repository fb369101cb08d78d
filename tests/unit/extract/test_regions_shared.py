"""Areas counted in a list are of what stands in front of the list, be it in the clause of the list."""

import pytest

from tasks.extract.model import Article


@pytest.mark.parametrize(
    ("title", "text", "code"),
    [
        ("山西实现高速公路县县通", "截至目前，我国已有山西、河北、河南等12个省份实现县县通高速。", "100000"),
        ("山西高速公路", "山西省公路里程增长。\n目前，全国已有山西、河北等12个省份实现县县通高速。", "100000"),
        ("四川养老", "四川省已有成都、绵阳等12个市实现全覆盖。", "510000"),
    ],
)
def test_counted_areas(title: str, text: str, code: str, reader) -> None:
    read = reader.read(Article("x", text, title, "2021-11-08", None)).observations
    assert next(one.region_code for one in read if one.mention == "12个") == code


def test_partners_of_a_trade_have_none_of_its_figures_nor_of_their_growth(reader) -> None:
    text = "去年，江苏省对东盟、中国台湾分别进出口300亿元、200亿元，与前年同期相比分别增长5%、6%。"
    read = reader.read(Article("x", text, "江苏外贸", "2023-05-01", "新华日报")).observations
    assert {one.region_code for one in read} == {"320000"}
