"""Regions in the papers of counties, towns and villages: whose paper it is, and what is no village or scope."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions


def decide(text: str, mention: str, title: str | None = None, publisher: str | None = None) -> RegionDecision:
    scope = RegionScope(text, find_regions(text, 2021), title, publisher, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


@pytest.mark.parametrize(
    ("publisher", "code"),
    [("安康日报", "610900"), ("凉山日报", "513400"), ("白银新闻网", "620400"), ("和平日报", "100000")],
)
def test_a_paper_of_a_prefecture_whose_name_is_a_word(publisher: str, code: str) -> None:
    assert decide("今年茶叶丰收，新建茶园300亩。", "300亩", "茶叶丰收", publisher).code == code


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("(湖北省)恩施市2020年国民经济和社会发展统计公报", "422801"),
        ("（甘肃省）2021年平凉市政府工作报告", "620800"),
        ("(湖北省)2020年国民经济和社会发展统计公报", "420000"),
    ],
)
def test_a_province_in_brackets_leaves_the_title_to_the_area_behind_it(title: str, code: str) -> None:
    assert decide("全年建成水库12座。", "12座", title).code == code


def test_a_name_that_is_a_word_is_a_place_in_a_list_of_places() -> None:
    text = "浓度最高的三个城市依次是石家庄、邯郸和保定，分别为70、68和66微克/立方米。"
    assert decide(text, "66微克/立方米", "空气质量通报").code == "130600"


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("在青石镇三合子村,投入专项资金25万元,建成电站。", "25万元", "青石镇三合子村"),
        ("在青石镇三合子村，投入专项资金25万元，建成电站。", "25万元", "青石镇三合子村"),
        ("走进柳林乡西坪村，新修的水渠长800米。", "800米", "柳林乡西坪村"),
        ("柳林苗族乡乡长李某告诉记者，安置点共建设16栋楼房。", "16栋", "柳林苗族乡"),
        ("西坪村第一书记李某说，今年栽下果树300亩。", "300亩", "西坪村"),
        ("县里派驻西坪村的干部介绍，该村有农户38户。", "38户", "西坪村"),
    ],
)
def test_villages_behind_their_towns_and_those_whose_heads_speak(text: str, mention: str, name: str) -> None:
    decision = decide(text, mention, "临泉县脱贫见闻")
    assert (decision.code, decision.name) == (None, name)


@pytest.mark.parametrize(
    "text",
    [
        "全县流转土地，按照村集体占50%的比例分红。",
        "全县推行新办法，采取村集体资金入股，村集体占50%。",
        "如今，临泉县城乡面貌一新，绿化率达50%。",
        "浙北水乡古村众多，临泉县占50%。",
    ],
)
def test_no_villages_in_clauses_about_villages(text: str) -> None:
    assert decide(text, "50%", "临泉县脱贫见闻").code == "341221"


@pytest.mark.parametrize(("text", "code"), [("村里种下药材300亩。", None), ("全县种下药材300亩。", "430525")])
def test_a_village_of_the_title_that_the_text_speaks_of_as_a_whole(text: str, code: str | None) -> None:
    assert decide(text, "300亩", "洞口县江口镇桃坪村乡村振兴").code == code


def test_a_county_that_is_only_pointed_at_is_not_the_area_around() -> None:
    text = "在创业平台上,该县建成示范点5个。"
    assert decide(text, "5个", None, "商洛日报").code is None
    assert decide("柞水县搬得快。" + text, "5个", None, "商洛日报").code == "611026"


def test_a_page_taken_over_from_elsewhere_is_not_the_publishers() -> None:
    text = "山西兴县地处山区，兴县有贫困村102个。"
    assert decide(text, "102个", "造林富民", "朔州市人民政府").code == "141123"
    assert decide("全市抓造林。" + text, "102个", "造林富民", "朔州市人民政府").code == "140600"


@pytest.mark.parametrize(
    ("then", "code"),
    [
        ("村民李某介绍，自家种茶8亩。", None),
        ("全县种茶的村民每户8亩。", "422826"),
        ("像这里一样，许多村民每户种茶8亩。", "422826"),
    ],
)
def test_a_paper_keeps_to_the_village_of_the_paragraph_before(then: str, code: str | None) -> None:
    text = f"日前，记者来到咸丰县高乐山镇龙坪村，茶园连片。\n{then}"
    assert decide(text, "8亩", "咸丰县茶叶丰收").code == code


def test_a_kind_of_village_in_quotes_is_none() -> None:
    text = "全县山高。类似“石头村”的村子就有85个。像永安村这样的“瓦罐村”已占30%。"
    assert decide(text, "85个", "甘谷县的村子").code == "620523"


@pytest.mark.parametrize(("wider", "code"), [("", None), ("全县都在种药。", "513326")])
def test_a_town_that_a_page_of_its_county_opens_with_and_keeps_to(wider: str, code: str | None) -> None:
    text = f"在道孚县龙泉乡，青稞熟了。龙泉乡海拔高。\n{wider}今年投资30万元，修了路。\n龙泉乡还有个新集市。"
    assert decide(text, "30万元", "道孚：高原上的丰收").code == code
