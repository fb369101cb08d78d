"""Years of pairs of values and of two years side by side, and of building that began long before."""

import pytest


@pytest.mark.parametrize("comma", ["，", ","])
@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("1952年，全省茶叶产量仅3万吨，2018年增加到65万吨，增长20.7倍。", "20.7倍", "1952/2018"),
        ("1952年，全省茶叶产量仅3万吨，2018年增加到65万吨，增长20.7倍，年均增长4.8%。", "4.8%", "1952/2018"),
        ("1978年，全县茶叶产值233万元，到2018年达到30亿元，增长1286倍。", "1286倍", "1978/2018"),
        ("自1958年设厂至2018年底，茶叶产值从2亿元发展到9亿元，增长3.5倍。", "3.5倍", "1958/2018"),
        ("贫困人口从2011年的40万人减少到2014年的15万人，减少贫困人口25万人。", "25万人", "2011/2014"),
        ("2012年茶叶产量达到300万斤，2018年达到400万斤，同比增长5%。", "5%", "2018"),
        ("2012年新修公路30公里，2018年产值从3亿元增加到5亿元，增长66%。", "66%", "2018"),
    ],
)
def test_growth_over_a_pair_is_of_the_years_from_the_first_to_the_last(
    text: str, mention: str, period: str, comma: str, periods
) -> None:
    assert periods(text.replace("，", comma), "2019-07-02")[mention] == period


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("2011年和2012年，全县累计修路66公里。", "66公里", "2011/2012"),
        ("在2011年茶园建设项目和2012年果园建设项目上，共投入260万元。", "260万元", "2011/2012"),
        ("2011年和2012年，全县修路66公里。", "66公里", "2011/2012"),
        ("2011年和2012年，全县每年修路66公里。", "66公里", "2012"),
        ("2011年、2012年，分别修路30公里、36公里。", "30公里", "2011"),
    ],
)
def test_a_sum_is_of_both_years_that_stand_side_by_side(text: str, mention: str, period: str, periods) -> None:
    assert periods(text, "2013-07-02")[mention] == period


def test_a_building_is_as_large_as_it_is_whenever_building_began(periods) -> None:
    found = periods("图书馆于2009年10月开工建设，总建筑面积1.6万平方米，为9层楼房，项目总投资7200万元。", "2012-05-04")
    assert found == {"1.6万平方米": "2012", "9层": "2012", "7200万元": "2012"}
    assert periods("2009年10月，新建公路30公里。", "2012-05-04") == {"30公里": "2009-10"}


def test_what_something_has_now_come_to_is_of_the_month_of_publication(periods) -> None:
    found = periods("2010年9月，他引进了60只羊。两年过去，现羊群数已达到180只。", "2013-07-02")
    assert found == {"60只": "2010-09", "180只": "2013-07"}


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("2011年2月10日，冰面坍塌，6人落水。\n救援由他带队，当时年仅26岁。", "26岁", "2011"),
        ("当时村里有921户。", "921户", None),
        ("2013年，全县财政支出达到82亿元，比起去年来增长了10%。", "10%", "2013"),
        ("2013年，全县财政支出达到82亿元，跟去年比起来增长了10%。", "10%", "2013"),
        ("法院今天发布了7起典型案例。2012年，审结案件400件。\n2012年，受理500件。", "7起", "2013-05-22"),
    ],
)
def test_times_told_before_and_bases_in_spoken_words(text: str, mention: str, period: str | None, periods) -> None:
    assert periods(text, "2013-05-22")[mention] == period


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("“十三五”期间，8.6%的贫困发生率降到了0.4%。", "8.6%", "2016"),
        ("“十三五”期间，8.6%的贫困发生率降到了0.4%。", "0.4%", "2020"),
        ("村里1200亩的茶园扩大到3000亩。", "1200亩", None),
        ("1200亩的茶园丰收了。", "1200亩", "2021"),
        ("最终参赛队伍由原定的8支增加到13支。", "8支", "2021"),
        ("最终参赛队伍由8支增加到13支。", "8支", None),
    ],
)
def test_an_old_value_may_stand_before_what_it_is_of_and_a_plan_is_no_old_value(
    text: str, mention: str, period: str | None, periods
) -> None:
    assert periods(text, "2021-07-02")[mention] == period


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("2017年全市零售额500亿元，一年间增长8.2%。", "8.2%", "2017"),
        ("2017年全市床位800张，一年间提高0.3个百分点。", "0.3个百分点", "2017"),
        ("2017年全市床位800张，一年增加了70张。", "70张", "2017"),
    ],
)
def test_what_one_year_has_changed_is_of_that_year(text: str, mention: str, period: str, periods) -> None:
    assert periods(text, "2018-02-01")[mention] == period


@pytest.mark.parametrize(
    "told",
    [
        "今年力争在此基础上增加30家",
        "今年要在去年的基础上增加30家",
        "今年计划在原有基础上增加30家",
        "2021年拟在这个基础上增加30家",
    ],
)
def test_a_plan_that_builds_on_last_year_is_of_its_own(told: str, periods) -> None:
    assert periods(f"去年全县有合作社412家，{told}。", "2021-04-10") == {"412家": "2020", "30家": "2021"}


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("每万人有机器人200台，远高于2017年国家制定的每万人88台的标准。", "88台", "2017"),
        ("今年要减负280亿元，相当于全市去年财政收入的十分之一。", "十分之一", "2019"),
        ("2018年，年产值突破1000亿元，是十年前的两倍多。", "两倍多", "2008/2018"),
        ("12月以来，各地发放消费券。甲县今天起投放券2亿元。乙县有160家景区打折。", "160家", "2019-12"),
        ("专项行动目前正在开展。其中，35名商贩被处罚。", "35名", "2019"),
    ],
)
def test_what_a_base_laid_down_and_a_month_so_far(text: str, mention: str, period: str, periods) -> None:
    assert periods(text, "2019-12-20")[mention] == period


def test_a_part_of_what_five_years_brought_is_of_them(periods) -> None:
    text = "五年来，改革深入。累计推出成果259项，其中56项为全国首创。净增外贸企业1295家。"
    found = periods(text, "2026-02-11", "2026年某省政府工作报告")
    assert set(found.values()) == {"2021/2025"}
