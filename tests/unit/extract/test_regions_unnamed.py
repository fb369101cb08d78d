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
