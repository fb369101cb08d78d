"""Bodies with the figures of a clause: banks, groups by their short names, orchestras, reserves that 这里 means."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionScope, find_regions
from tasks.extract.regions_firms import short_forms


def names_of(text: str, mentions: list[str], title: str | None = None) -> list[str | None]:
    scope = RegionScope(text, find_regions(text, 2021), title, None, 2021)
    starts = [text.index(mention) for mention in mentions]
    told = [scope.region_at(start, start + len(mention)) for start, mention in zip(starts, mentions, strict=True)]
    return [decision.name if decision.code is None else decision.code for decision in told]


def test_groups_by_their_short_names() -> None:
    text = "位于杭州的云岭集团开工。还有海江集团。今年，云岭新建厂房3座。\n海江将产品卖到20个国家，而大海江畔无人。"
    assert sorted(name for _, _, name in short_forms(text)) == ["云岭集团", "海江集团"]
    assert short_forms("位于杭州的云岭集团开工，云岭集团投资3亿元。") == []
    assert short_forms("国有集团两家，国有企业10家。中储粮集团开库，中储粮收粮。") == []


def test_short_name_carries_the_figures() -> None:
    text = "浙江扶持民营企业。前不久，位于杭州的云岭集团开工建设。今年，云岭已经上新了12个项目。"
    assert names_of(text, ["12个"]) == ["云岭集团"]


def test_bank_with_its_own_figure_in_brackets() -> None:
    text = "广东的报告称，营收前三名为招商银行（2514亿元）、兴业银行（1612亿元）、中信银行（1565亿元）。"
    assert names_of(text, ["2514亿元", "1612亿元", "1565亿元"]) == ["招商银行", "兴业银行", "中信银行"]


def test_banks_that_figures_are_shared_out_to() -> None:
    text = "紧随其后的是北京农商银行、广州农商银行和成都农商银行，资产规模分别为81亿元、73亿元和70亿元。"
    named = ["北京农商银行", "广州农商银行", "成都农商银行"]
    assert names_of(text, ["81亿元", "73亿元", "70亿元"]) == named


def test_short_names_of_banks() -> None:
    assert names_of("农行新增贷款2亿元，工行新增3亿元。", ["2亿元", "3亿元"]) == ["农行", "工行"]


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("重庆京剧院计划排演5台大戏。", "5台", "重庆京剧院"),
        ("对此，南昌铁路局把车厢由8节增加到16节。", "16节", "南昌铁路局"),
        (
            "在湖南青石湖自然保护区，水鸟有2100只。今年，湖南省林业部门在这里修复湿地250亩。",
            "250亩",
            "湖南青石湖自然保护区",
        ),
        ("在三亚两家方舱医院里，有30名队员。", "30名", "460200"),
        ("2018年，民族八省区贫困人口为379万人。", "379万人", "民族八省区"),
        ("宁夏报告称，三区三州还有43万人。", "43万人", "三区三州"),
    ],
)
def test_bodies_and_groups_as_printed(text: str, mention: str, name: str) -> None:
    assert names_of(text, [mention]) == [name]


def test_firm_of_the_paragraph_before() -> None:
    text = (
        "我国外贸稳中有进。\n在江苏苏州的一家纺织企业，一批布料准备发往意大利。\n"
        "为开拓市场，企业立即组建了20人的团队。\n今年，我国出口增长5%。"
    )
    assert names_of(text, ["20人", "5%"]) == ["320500", "100000"]


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("第十届全国运动会今天闭幕。冠军被吉林队夺得。跳水比赛产生了4枚金牌。", "4枚", "100000"),
        ("湖北医疗队共有15人，成立了3个小组。", "3个", "420000"),
        ("在上海江畔，灯光拼出“中国”字样，70幢高楼亮起。", "70幢", "310000"),
        ("位于上海市的中国共产党第一次全国代表大会纪念馆开馆，展出612件文物。", "612件", "310000"),
        ("我国扩大开放。同2014年版上海自由贸易试验区清单相比，这次取消了60项限制。", "60项", "100000"),
        ("我国扩大开放。上海与2014年相比，取消了60项限制。", "60项", "310000"),
    ],
)
def test_places_inside_names(text: str, mention: str, code: str) -> None:
    assert names_of(text, [mention]) == [code]


def test_story_stays_at_its_scene() -> None:
    text = (
        "我国公路安全形势平稳。\n昨天，在贵州遵义凤冈县，一辆客车与货车相撞。\n"
        "记者确认，出事时车里共有31人。\n今年，全国事故减少5%。"
    )
    assert names_of(text, ["31人", "5%"]) == ["520327", "100000"]


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("全国重大工程加快。云铁公路青石岭隧道掘进突破2000米。", "2000米", "云铁公路青石岭隧道"),
        ("全国水网加密，引青入云工程主洞已长300米。", "300米", "引青入云工程"),
        ("全国路网加密，海底隧道长300米。", "300米", "100000"),
        ("全国吸引外资工程投资300亿元。", "300亿元", "100000"),
    ],
)
def test_great_works_by_their_names(text: str, mention: str, name: str) -> None:
    assert names_of(text, [mention]) == [name]


def test_country_reported_in_a_local_page() -> None:
    text = "四川全省减贫50万人。\n据悉，我国在过去的40年里，贫困人口减少7.4亿人，去年再度减少1000万人。\n粮食50亿斤。"
    assert names_of(text, ["7.4亿人", "1000万人", "50亿斤"], "四川脱贫") == ["100000", "100000", "510000"]


def test_station_without_a_name_is_no_body() -> None:
    text = "金寨县青石村过去很穷。在光伏电站修建之前，收入只有70万元。"
    assert names_of(text, ["70万元"], "青石村的变化") == ["金寨县青石村"]


def test_zones_with_names() -> None:
    assert names_of("在浙江青湖新区，22个项目开工。", ["22个"]) == ["浙江青湖新区"]
    assert names_of("深圳加快开放。今年，前海新设企业300家。", ["300家"]) == ["前海"]


def test_story_goes_on_by_what_is_counted() -> None:
    text = (
        "全国医护人员奋战在一线。\n疫情发生以来，咸宁市400名警力参与防控。江某是咸宁市的特警。\n"
        "自1月28日起，江某和28名队员已经奋战多日。\n有序作业的背后是江苏省供销社整合了70个网点，建成了35个中心。"
    )
    assert names_of(text, ["28名", "70个", "35个"]) == ["421200", "320000", "320000"]


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        ("截至目前，栾川全县兴办的农民合作社达到302个。", "302个", "410324"),
        ("嵩县全县注册的家庭农场达到88家。", "88家", "410325"),
        ("内乡县登记的种植合作社有88家。", "88家", "411325"),
        ("云岭种植合作社有社员80户。", "80户", "云岭种植合作社"),
    ],
)
def test_bodies_that_came_about_in_an_area_are_its_own(text: str, mention: str, expected: str) -> None:
    assert names_of(text, [mention]) == [expected]


@pytest.mark.parametrize(
    ("sentence", "mention", "name"),
    [
        ("加沙地带约81%的居民流离失所。", "81%", "加沙地带"),
        ("渤海油田产量3000万吨。", "3000万吨", "渤海油田"),
        ("渤海捕捞量300万吨。", "300万吨", "渤海"),
        ("北部湾银行贷款余额2000亿元。", "2000亿元", "100000"),
        ("以国家公园为主体的保护地体系面积230万公顷。", "230万公顷", "100000"),
        ("位于腾格里沙漠南缘的八步沙，治沙20万亩。", "20万亩", "100000"),
        ("流动沙地减少3000公顷。", "3000公顷", "100000"),
        ("现有自然保护区增加30个。", "30个", "100000"),
        ("巴丹吉林沙漠缩小300公顷。", "300公顷", "巴丹吉林沙漠"),
    ],
)
def test_deserts_and_bays_by_name_and_none_in_general(sentence: str, mention: str, name: str) -> None:
    assert names_of(f"我国加快生态建设。{sentence}", [mention]) == [name]
