"""Pages about one school, museum or bank: the whole of a title, the head of a text, a report of its own."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions


def decide(text: str, mention: str, title: str | None = None) -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2021), title, None, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


def test_a_school_whose_name_is_all_of_a_title() -> None:
    text = "学校地处宣城市旌德县，1991年建成。\n学校现占地35亩，在校生1800人。"
    assert decide(text, "1800人", "旌德梓山中学").code is None
    assert decide(text, "1800人", "旌德县教育概况").code == "341825"


def test_a_museum_that_a_title_and_its_text_keep_to() -> None:
    text = "今天是徽商历史展览馆开馆一周年。徽商历史展览馆位于黄山市。\n一年来，接待观众100万人次，展出图片2600幅。"
    assert decide(text, "2600幅", "讲好故事——徽商历史展览馆开馆一周年").code is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("旌德县梓山小学坐落在县城东郊，占地35亩。\n学校现有教学班，学生1800人。", None),
        ("徽宁农村商业银行昨日披露，上半年该行利润增长。\n截至6月末，该行贷款增加。其中，个人贷款1800人。", None),
        ("中国农业发展银行披露的数据显示，该行利润增长，该行贷款增加。\n其中，客户1800人。", None),
        ("中国人民银行披露的数据显示，该行投放增加，该行引导贷款。\n其中，个人贷款1800人。", "100000"),
    ],
)
def test_a_page_without_a_title_that_opens_with_its_body(text: str, code: str | None) -> None:
    assert decide(text, "1800人").code == code
