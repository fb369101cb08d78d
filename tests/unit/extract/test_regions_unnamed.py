"""Extracts that name no area: null where nothing in them speaks of a country, the country where something does."""

from __future__ import annotations

import pytest

from tests.unit.extract.test_regions import decide

_LOCAL = (
    "据介绍，这家书店营业面积320平方米，藏书4.6万册，每天接待读者500多人次。店长说，周末人最多，去年还办了几十场读书会，"
    "附近的居民带着孩子来，一坐就是半天，有的读者从外地赶来，就是为了找一本旧书。"
)


@pytest.mark.parametrize("mention", ["320平方米", "4.6万册"])
def test_an_extract_that_speaks_of_no_country_has_none(mention: str) -> None:
    assert decide(_LOCAL, mention).code is None


@pytest.mark.parametrize(
    ("added", "title"),
    [
        ("国内这样的书店有上千家。", None),
        ("出版主管部门介绍，全国实体书店超过11万家。", None),
        ("经营者应当明码标价。", None),
        ("", "实体书店加快转型"),
    ],
)
def test_an_extract_with_a_word_of_the_state_or_a_title_is_the_nations(added: str, title: str | None) -> None:
    text = _LOCAL.replace("据介绍，这家", "据介绍，一家") + added
    assert decide(text, "4.6万册", title).code == "100000"


def test_a_sentence_alone_may_be_the_nations() -> None:
    assert decide("新增就业900万人。", "900万人").code == "100000"


@pytest.mark.parametrize(
    "added",
    ["新书须在店内登记。", "它入选全球百家书店。", "会员享有国家级展览的赠票。", "中国平安在这里办了一场活动。"],
)
def test_words_that_name_a_firm_or_a_field_are_no_words_of_the_state(added: str) -> None:
    assert decide(_LOCAL + added, "4.6万册").code is None


def test_banks_of_the_country_are_words_of_it() -> None:
    text = (
        "据不完全统计，上月理财产品发行564款。发行量前三位分别为：中国农业银行（48款）、海州银行（32款）、青山银行（28款）。"
        "人民币产品的收益率小幅回升，预计下月还会走高，期限以中短期为主，投资者可以多加留意。"
    )
    assert decide(text, "564款").code == "100000"


@pytest.mark.parametrize("added", ["大陆居民赴台旅游的也来这里。", "沪指昨日跌至2100点。", "上月CPI同比上涨2%。"])
def test_markets_and_people_of_the_country_are_words_of_it(added: str) -> None:
    assert decide(_LOCAL.replace("据介绍，这家", "据介绍，一家") + added, "4.6万册").code == "100000"
