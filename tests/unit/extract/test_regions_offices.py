"""Counties by their short names in front of their own offices, banks that lend to each other, contests."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions


def decide(text: str, mention: str) -> RegionDecision:
    scope = RegionScope(text, find_regions(text, None), None, None, None)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("房山警方抓获嫌疑人12名。", "110111"),
        ("昨天，定海消防大队救出被困群众12名。", "330902"),
        ("据丛台公安分局通报，追回财物12件。", "130403"),
        ("大兴警方抓获嫌疑人12名。", "110115"),
        ("他在金安消防中队工作，同事12名。", "341502"),
    ],
)
def test_the_office_of_a_county_tells_where_it_is(text: str, code: str | None) -> None:
    rest = "这伙人专挑夜间下手，得手以后低价卖给收购旧货的小贩，所得的钱很快就被他们挥霍一空了。"
    mention = "12名" if "12名" in text else "12件"
    assert decide(text + rest, mention).code == code


def test_the_short_name_stands_for_the_county_wherever_it_comes_again() -> None:
    text = "24岁的湖北人王某被房山警方抓获。他在房山作案36起，涉案价值3万元，目前已被刑事拘留，案件正在审理之中。"
    assert decide(text, "36起").code == "110111"
    assert find_regions("丛台在当地很有名，便衣公安常去。", None) == []


@pytest.mark.parametrize(
    "text",
    [
        "周五上海银行间同业拆放利率全线上涨，隔夜利率上涨12个基点至4.15%。",
        "上海银行间同业拆放利率涨多跌少。\n周四，银行间各期限利率回升，其中隔夜利率上涨12个基点。",
        "央行净投放资金500亿元。周四上海银行间同业拆放利率上涨，银行间资金面偏紧，隔夜利率上涨12个基点。",
    ],
)
def test_what_banks_lend_each_other_at_is_of_no_bank(text: str) -> None:
    assert decide(text, "12个基点").name in ("全国", None)


def test_a_bank_has_its_own_figures() -> None:
    assert decide("上海银行间接融资占比不高。\n上海银行去年净利润增长12%，不良率下降。", "12%").name == "上海银行"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("第八届全国残疾人运动会在杭州举行，来自各地的2000名运动员参加。杭州组织志愿者800人。", "330100"),
        ("杭州的慈善日活动将第八届全国残运会等800个项目整合推出。", "330100"),
    ],
)
def test_a_contest_of_the_country_is_held_somewhere(text: str, code: str) -> None:
    assert decide(text, "800").code == code


@pytest.mark.parametrize(
    "text",
    [
        "理财师年会在北京某饭店举行，李明表示，2005年中国各商业银行发行的理财产品为596款。",
        "论坛在北京某饭店举行。北京今年举办论坛20场。截至2010年底，我国发行的理财产品为596款。",
    ],
)
def test_the_country_is_the_subject_behind_a_date(text: str) -> None:
    assert decide(text, "596款").code == "100000"
