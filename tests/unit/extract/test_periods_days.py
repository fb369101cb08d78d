"""Days that count from a day named before them, hours without a day, and parts of the year by other names."""

import pytest

from tasks.extract.dates import find_dates
from tasks.extract.periods import PeriodScope


def period_of(
    text: str, mention: str, published: str = "2023-06-05", title: str | None = None, measure: str = "level"
) -> str | None:
    scope = PeriodScope(text, find_dates(text, published), published, title)
    start = text.index(mention)
    return scope.period_at(start, start + len(mention), measure).period


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("2日,河口县遭遇冰雹。同一天,邻县有40户房屋受损。", "40户", "2023-06-02"),
        ("救援队3日称，自当天凌晨以来，共救出12人。", "12人", "2023-06-03"),
        ("5月30日晚山洪暴发。当晚10点20分，6名队员赶到。", "6名", "2023-05-30"),
        ("5月30日山洪暴发。次日，找到2人。", "2人", "2023-05-31"),
        ("6月4日，连续第二天有超过300例。", "300例", "2023-06-04"),
        ("早上7点多，已工作3个小时的老李送走了20名乘客。", "20名", "2023"),
        ("截至下午3时，全县已转移500人。", "500人", "2023-06-05"),
        ("3日和4日,全市救助至少50人。", "50人", "2023-06-03/2023-06-04"),
        ("从6月1日晚开始，当地转移安置群众900人。", "900人", "2023-06-01/2023-06-05"),
        ("自6月1日起，补贴标准增至80元。", "80元", "2023-06-01"),
    ],
)
def test_days_count_from_the_day_named(text: str, mention: str, period: str | None) -> None:
    assert period_of(text, mention) == period


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("今年首4个月合计出口70吨。", "70吨", "2023-01/2023-04"),
        ("今年首季外销量45吨。", "45吨", "2023-01/2023-03"),
        ("去年前三季塑料出口减少6.7%。", "6.7%", "2022-01/2022-09"),
        ("改造后日产口罩2万件。", "2万件", "2023"),
        ("按照1937年比价，损失达30亿元。", "30亿元", "2023"),
        ("4月初，暴雨成灾。有着近20年党龄的张三转移群众90人。", "90人", "2023-04"),
    ],
)
def test_parts_of_the_year_and_words_that_are_none(text: str, mention: str, period: str | None) -> None:
    assert period_of(text, mention) == period


def test_a_change_against_a_census_goes_on_in_the_next_clauses() -> None:
    text = "与 2010 年第六次人口普查时的 5722 人相比，减少了814 人，下降 14.2%。"
    assert period_of(text, "814 人", measure="change") == "2010/2023"
    assert period_of(text, "14.2%", measure="growth") == "2010/2023"


def test_a_work_report_given_in_june_tells_of_the_year_before() -> None:
    assert period_of("地区生产总值增长8.4%。", "8.4%", "2020-06-04", "某县政府工作报告", "growth") == "2019"


def test_a_count_of_farms_named_by_its_number_is_of_its_year() -> None:
    assert period_of("本次普查对70户农户进行了调查。", "70户", "2018-01-20", "某市第三次农业普查公报") == "2016"


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("抗日战争中，乡里有70人参军。", "70人", None),
        ("创业之初，厂里只有9名工人。", "9名", None),
        ("鼎盛时期藏书60万册。", "60万册", None),
        ("老王曾经三次走过这里。", "三次", None),
        ("曾经寂静的山村开出了59家民宿。", "59家", "2023"),
        ("出生于1988年的张三，今年种树70亩。", "70亩", "2023"),
        ("合作社成立于2013年，共吸纳15户贫困户。", "15户", "2023"),
        ("2016年，村里修路。能解决300人吃水的水库不久前建好了。", "300人", "2023"),
        ("自5月4日以来，日增病例首次回落到90例。", "90例", "2023"),
        ("6月2日11时，市里通报新增3例。", "3例", "2023-06-02"),
        ("6月2日，市里召开大会，介绍先进集体25个。", "25个", "2023"),
    ],
)
def test_history_beginnings_and_what_is_told_of_a_day(text: str, mention: str, period: str | None) -> None:
    assert period_of(text, mention) == period


def test_an_old_value_before_the_amount_of_its_move_has_no_date() -> None:
    assert period_of("6月1日，央行决定将利率从1.5%下调25个基点至1.25%。", "1.5%", measure="share") is None


def test_growth_over_last_year_in_days_to_come_spans_no_years() -> None:
    text = "从小年到除夕，接待量将超70万桌，比去年同期增长27%。"
    assert period_of(text, "27%", "2024-12-27", measure="growth") == period_of(text, "70万桌", "2024-12-27")


@pytest.mark.parametrize(
    ("text", "mention", "published", "period"),
    [
        ("去年经济稳中向好。城镇新增就业1300万人。", "1300万人", "2016-02-27", "2015"),
        ("去年产值首次破百亿。320家企业参加展会。", "320家", "2016-09-27", "2016"),
        ("2003年，双方结好。15年来，往来不断。合作为双方20亿人民带来实惠。", "20亿", "2018-10-08", "2018"),
        ("自20世纪60年代起，花炮就走出国门，如今出口近900个种类。", "900个", "2024-05-20", "2024-05"),
        ("县里有11至13世纪修建的古城遗址，包含9座城门。", "9座", "2024-05-20", "2024"),
    ],
)
def test_what_is_carried_over_and_where_a_story_comes_back(
    text: str, mention: str, published: str, period: str
) -> None:
    assert period_of(text, mention, published) == period


def test_a_review_of_five_years_opens_with_the_first_of_them() -> None:
    text = "一、2021年工作回顾\n2017年以来，全市上下奋力攻坚。\n——产业提速。新增规上企业61家，建成大棚90座。\n"
    assert period_of(text, "61家", "2022-01-10", "2022年某县政府工作报告") == "2017/2021"


def test_a_season_that_opens_a_text_is_what_it_reports_on() -> None:
    text = "2019年10月—2020年3月，全市空气质量改善。\n一区PM2.5平均浓度比去年下降。\n二区平均浓度为52微克。\n"
    assert period_of(text, "52微克", "2020-04-24", measure="share") == "2019-10/2020-03"


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("今天，展馆关闭。在此之前，全市已撤离安置130人。", "130人", "2023"),
        ("合作社自2016年起就与137户签订了协议。", "137户", "2016/2023-06"),
        ("订单已经排到了8月份。在江西上饶，总投资150亿元的工厂投产。", "150亿元", "2023"),
    ],
)
def test_what_came_before_and_what_runs_on(text: str, mention: str, period: str) -> None:
    assert period_of(text, mention) == period
