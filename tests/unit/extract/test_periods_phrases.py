"""Words around dates that change what a figure's time is: prices of a year, the year before, quarters just past."""

import pytest

from tasks.extract.dates import find_dates
from tasks.extract.periods import PeriodScope

COMMUNIQUE = "2023年东川市国民经济和社会发展统计公报"


def period_of(text: str, mention: str, published: str, title: str | None = None, status: str = "observation",
              measure: str = "level") -> str | None:  # fmt: skip
    scope = PeriodScope(text, find_dates(text, published), published, title)
    start = text.index(mention)
    return scope.period_at(start, start + len(mention), measure, status).period


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("按2020年不变价计算，人均产值7.7万元。", "7.7万元", "2023"),
        ("按2015年价格计算，全年能耗7万吨。", "7万吨", "2023"),
        ("人均产值7.7万元，按2023年平均汇率折算为1.1万美元。", "1.1万美元", "2023"),
        ("二产占比由上年的41%提高到42%。", "41%", "2022"),
        ("二产占比由上年的41%提高到42%。", "42%", "2023"),
        ("年末人口70万人，上年末为69万人。", "69万人", "2022"),
    ],
)
def test_a_communique_counts_from_the_year_it_reports_on(text: str, mention: str, period: str) -> None:
    assert period_of(text, mention, "2024-03-01", COMMUNIQUE) == period


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("刚刚过去的一季度，全县产煤300万吨。", "300万吨", "2023-01/2023-03"),
        ("在刚刚过去的3月，全县产煤300万吨。", "300万吨", "2023-03"),
        ("在过去的3个月里，全县产煤300万吨。", "300万吨", "2023"),
        ("3月份涨幅中，今年价格变动的新影响约为0.4个百分点。", "0.4个百分点", "2023-03"),
        ("3月份涨幅中，上年价格变动的翘尾影响约为0.4个百分点。", "0.4个百分点", "2023-03"),
        ("3月台湾出口300亿元。", "300亿元", "2023-03"),
        ("3月销售额300亿元。", "300亿元", "2023-03"),
        ("扩建投产后年产量300万吨。", "300万吨", "2023"),
        ("消化以前年度结转资金300万元。", "300万元", "2023"),
        ("前年，产值300万元。", "300万元", "2021"),
    ],
)
def test_months_and_years_are_told_from_words_that_only_look_like_them(text: str, mention: str, period: str) -> None:
    assert period_of(text, mention, "2023-04-09") == period


def test_years_to_come_are_those_of_a_plan_that_begins_or_of_a_work_report() -> None:
    report = "今后五年，要新建公路70公里，城镇化率要达到65%。"
    title = "2021年东川市政府工作报告"
    assert period_of(report, "70公里", "2021-02-05", title, "target") == "2021/2025"
    assert period_of(report, "65%", "2021-02-05", title, "target", "share") == "2025"
    assert (
        period_of("根据“十三五”规划，未来五年要新增岗位70万个。", "70万个", "2016-03-26", None, "target") == "2016/2020"
    )
    assert period_of("未来五年要新增岗位70万个。", "70万个", "2016-03-26", None, "target") is None


@pytest.mark.parametrize(
    ("mention", "period"), [("3亿元", "2010/2012"), ("43万元", "2012"), ("58公里", "2010/2012"), ("55元", "2012")]
)
def test_the_new_value_of_a_pair_and_what_is_left_hold_at_the_end_of_the_years(mention: str, period: str) -> None:
    text = "2010年至2012年，全县共投入3亿元，期末结余43万元。新修公路58公里，人均产值从39元增至55元。"
    assert period_of(text, mention, "2013-12-28") == period


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("前几年，因病致贫的有7000多人。", "7000多人", None),
        ("可往年他家收入也就7000元。", "7000元", None),
        ("与往年相比，产量增加70吨。", "70吨", "2019"),
        ("当时村里有70户人家。", "70户", None),
        ("2014年，他到村里任职。当时，全村有70户人家。", "70户", "2014"),
        ("几天前，他花掉7万元。", "7万元", "2019"),
        ("几年前，合作社只有7户。", "7户", None),
        ("2018年春运期间，铁路发送旅客7亿人次。", "7亿人次", "2018"),
        ("春运期间，铁路发送旅客7亿人次。", "7亿人次", "2019"),
        ("截至2月18日，已发售春运期间车票7亿张。", "7亿张", "2019-02-18"),
        ("春节假期刚过，70个项目开工。", "70个", "2019"),
        ("春节假期，接待游客7万人次。", "7万人次", "2019-02"),
        ("2月4日至10日放假。春节假期，接待游客7万人次。", "7万人次", "2019-02-04/2019-02-10"),
        ("春节假期前3天，接待游客7万人次。", "7万人次", "2019-02-04/2019-02-06"),
    ],
)
def test_times_that_nobody_names_and_days_off(text: str, mention: str, period: str | None) -> None:
    assert period_of(text, mention, "2019-02-20") == period


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("“五一”假期", "2017-05-02", "2017-04-29/2017-05-01"),
        ("“五一”假期", "2022-05-06", "2022-05-01/2022-05-05"),
        ("中秋国庆假期", "2023-10-08", "2023-09-29/2023-10-06"),
        ("春节假期", "2007-03-01", "2007-02-18/2007-02-24"),
    ],
)
def test_days_off_as_they_were_decreed(text: str, published: str, value: str) -> None:
    assert [date.value for date in find_dates(text + "，来客7万人次。", published)] == [value]


@pytest.mark.parametrize(
    ("text", "mention", "published", "period"),
    [
        ("年初以来，种植面积达到70公顷。", "70公顷", "2017-06-04", "2017"),
        ("11月以来，种植面积达到70公顷。", "70公顷", "2017-03-04", "2016-11/2017-03"),
        ("春播面积占全年七成。", "七成", "2017-03-04", "2017"),
        ("去年同期的产量为70万吨。", "70万吨", "2017-03-04", "2016"),
        ("宁夏至湖南的线路送电70亿千瓦时。", "70亿千瓦时", "2025-04-21", "2025"),
        ("十八大以来，累计投入70亿元。", "70亿元", "2017-07-13", "2012-11/2017-07"),
        ("全国高考今天开始，共有70万考生参加。", "70万", "2013-06-07", "2013-06-07"),
        ("从今天开始，共发放70万份。", "70万份", "2013-06-07", "2013-06-07"),
        ("贷款期限从7年延长到9年。", "7年", "2021-03-14", None),
        ("感染率从实施前的超过9%，降低到了现在的7%。", "9%", "2021-03-14", None),
        ("从业人员指数回升7个百分点，上升到50%。", "7个百分点", "2021-03-14", "2021"),
        ("为目前健在的老党员发放补助70元。", "70元", "2021-05-28", "2021"),
        ("目前在建的70条线路里程500公里。", "500公里", "2021-05-28", "2021-05"),
        ("经济部今（6）日统计，预购总人数为70万人。", "70万人", "2020-07-06", "2020-07-06"),
        ("公司披露了半年报，报告期实现营收70亿元。", "70亿元", "2015-08-23", "2015-01/2015-06"),
    ],
)
def test_more_words_around_dates(text: str, mention: str, published: str, period: str | None) -> None:
    assert period_of(text, mention, published) == period


def test_a_ratio_to_last_year_is_of_this_year() -> None:
    for text in ("客运量约为去年同期的70%。", "航班已恢复至2019年的70%。"):
        assert period_of(text, "70%", "2020-10-08", None, "observation", "ratio") == "2020"


@pytest.mark.parametrize(
    ("text", "mention", "published", "title", "period"),
    [
        ("财政收入完成70亿元。\n一季度物价下降0.5%。", "70亿元", "2017-06-04", "东川经济运行良好", "2017-01/2017-03"),
        ("财报显示，上半年营收41亿元。\n投资收益70亿元。", "70亿元", "2022-07-17", None, "2022-01/2022-06"),
        ("东川县辖70个村。\n2022年，生产总值71亿元。", "70个", "2023-10-23", "东川县简介", "2022"),
        ("近年来，建成70座站。去年以来，巡河300次。", "70座", "2024-05-13", None, "2024"),
        ("原煤五年累计产量65亿吨。新建水库70座。", "70座", "2026-02-01", "2026年东川省政府工作报告", "2021/2025"),
        ("原煤产量比上年增长5%。新建水库70座。", "70座", "2026-02-01", "2026年东川省政府工作报告", "2025"),
    ],
)
def test_what_an_account_reports_on(text: str, mention: str, published: str, title: str | None, period: str) -> None:
    assert period_of(text, mention, published, title) == period


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("东沟村荣获2022年全国美丽乡村称号，全区建成站点70个。", "70个", "2024"),
        ("利润由2012年上半年的60亿元增至2013年同期的70亿元。", "70亿元", "2013-01/2013-06"),
        ("政策发布一个多月来，收到申请70份。", "70份", "2024"),
        ("近十年，拆除工厂90家，这里变成70家企业的园区。", "70家", "2024"),
        ("夏季平均气温17度，年降水70毫米。", "70毫米", "2024"),
        ("今天最高气温17度，降水70毫米。", "70毫米", "2024-05-13"),
        ("6月龄接种疫苗70万剂。", "70万剂", "2024"),
    ],
)
def test_names_ages_and_seasons_are_no_time_of_figures(text: str, mention: str, period: str) -> None:
    assert period_of(text, mention, "2024-05-13") == period


def test_targets_of_a_plan_that_begins_hold_at_its_end() -> None:
    title = "2026年东川省政府工作报告"
    text = "装机新增70万千瓦，数字经济增加值年均增长8%以上，城镇化率达到71%。"
    found = [period_of(text, mention, "2026-02-01", title, "target") for mention in ("70万千瓦", "8%", "71%")]
    assert found == ["2030", "2026/2030", "2030"]
    this_year = "今年装机新增70万千瓦，城镇化率达到71%。"
    assert period_of(this_year, "71%", "2026-02-01", title, "target") == "2026"


def test_a_later_clause_may_turn_to_a_time_that_no_date_tells() -> None:
    assert period_of("他今年60岁，以前靠7亩地为生。", "7亩", "2024-09-12") is None
    assert period_of("今年3月中旬前，7个县制定方案。", "7个", "2024-09-12") == "2024-03"


def test_when_a_thing_began_is_no_time_of_its_figures() -> None:
    text = "2017年启动的大迁建让70万群众受益；全省已累计服务697万人次。"
    assert period_of(text, "70万", "2021-05-28") == "2021"
    assert period_of("2017年启动的7个项目，总投资70亿元。", "70亿元", "2021-05-28") == "2017"


@pytest.mark.parametrize(("mention", "period"), [("3.2%", "2020-06"), ("4.3%", "2020-07"), ("1个百分点", "2020-08")])
def test_a_date_behind_a_list_is_no_item_of_it(mention: str, period: str) -> None:
    text = "8月增长5.3%，在6、7月份分别增长3.2%、4.3%的基础上，8月增幅提高1个百分点。"
    assert period_of(text, mention, "2020-09-19", measure="growth") == period


def test_a_story_of_long_ago_keeps_its_year() -> None:
    text = "1927年7月，成立委员会。8月1日凌晨，率领军队7万人起义。"
    assert period_of(text, "7万人", "2021-01-21") == "1927-08-01"
    assert period_of("2018年开工。预计10月建成站点7个。", "7个", "2021-01-21", status="target") == "2021-10"


def test_news_in_brief_reports_on_no_year() -> None:
    text = "今天发布2021年先进事迹。\n近日，诊所设立70个诊室。"
    assert period_of(text, "70个", "2022-01-10", "国内联播快讯") == "2022"


@pytest.mark.parametrize(
    ("text", "mention", "published", "title", "period"),
    [
        ("上半年增长3%，增速高于邻市今年第一季度的2%，也高于全省。", "2%", "2022-07-27", None, "2022-01/2022-03"),
        ("上半年增长3%，增速高于邻市今年第一季度的2%。\n其中，农业产值70亿元。", "70亿元", "2022-07-27", None,
         "2022-01/2022-06"),
        ("根据最新人口普查数据，过去10年人口增加70万人。", "70万人", "2021-05-27", None, "2010/2020"),
        ("根据最新人口普查数据，占比达到70%。", "70%", "2021-05-27", None, "2020"),
        ("七普显示，过去10年人口增加70万人。", "70万人", "2022-05-27", None, "2010/2020"),
        ("上周网站设立专区，公布数据。\n此次通报70起。", "70起", "2015-04-20", None, "2015"),
        ("“十四五”期间，新区投资3亿元。园区已引进企业70家。", "70家", "2025-09-13", None, "2025"),
        ("2018年收入9万元，上年结余7万元。", "7万元", "2019-06-03", None, "2018"),
    ],
)  # fmt: skip
def test_what_figures_are_of(text: str, mention: str, published: str, title: str | None, period: str) -> None:
    assert period_of(text, mention, published, title) == period


def test_what_is_kept_up_over_the_years_of_a_plan_runs_over_them() -> None:
    text = "一、“十四五”时期工作回顾\n民生支出占比保持在70%以上，建成101所学校、90所幼儿园，城镇化率达到60%。"
    found = [
        period_of(text, mention, "2026-02-09", "2026年东川省政府工作报告", measure=measure)
        for mention, measure in (("70%", "share"), ("101所", "level"), ("90所", "level"), ("60%", "share"))
    ]
    assert found == ["2021/2025", "2021/2025", "2021/2025", "2025"]


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("相比2020年全省总产值70万元的数据，2021年总产值增加了约9万元。", "70万元", "2020"),
        ("刷新了往年一个职位70人竞争的最高纪录。", "70人", None),
        ("公司1月19日早间公告称，购买70万股。", "70万股", "2022"),
        ("一季末贷款余额70亿元。", "70亿元", "2022-03"),
        ("占比9%，排在最前，老年人口70万人。", "70万人", "2022"),
        ("去年前四个月有90人受伤，而今年同期的人数为70人。", "70人", "2022-01/2022-04"),
    ],
)
def test_records_bases_and_quarter_ends(text: str, mention: str, period: str | None) -> None:
    assert period_of(text, mention, "2022-06-22") == period


def test_what_has_doubled_ran_since_its_base() -> None:
    assert period_of("收入较2010年翻一番多。", "一番多", "2022-01-22", measure="ratio") == "2010/2022"
    change = "相比2020年全省总产值70万元的数据，2021年总产值增加了约9万元。"
    assert period_of(change, "9万元", "2022-01-22", measure="change") == "2021"


def test_now_is_no_month_where_nobody_knows_the_day() -> None:
    scope = PeriodScope("2009年放贷30亿元。目前有档案70份。", find_dates("2009年放贷30亿元。目前有档案70份。"), None)
    assert scope.period_at(17, 20).period is None


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("资金逐年增加，去年首次突破9亿元。70个单位参与帮扶。", "70个", "2017"),
        ("去年，外贸增长5%。进口额70亿元，增长3%。", "70亿元", "2017"),
        ("灾区重建的70所学校，目前已全面投入使用。", "70所", "2017-10"),
        ("3月9日复工，项目涉及70个村。", "70个", "2017"),
        ("原本需要70分钟才能翻越的坡，通了车。", "70分钟", None),
        ("修复退化草原70万亩。", "70万亩", "2017"),
        ("时间缩短到原来的三分之一。", "三分之一", "2017"),
        ("此后，70户群众搬到这里。", "70户", None),
        ("在今年端午节的龙舟赛上，这艘长70米的龙舟获奖。", "70米", "2017"),
        ("今天我们一起来关注河北省70名干部。", "70名", "2017"),
    ],
)
def test_what_is_told_in_passing_does_not_hold_for_amounts(text: str, mention: str, period: str | None) -> None:
    assert period_of(text, mention, "2017-10-14") == period


@pytest.mark.parametrize(
    ("mention", "period"), [("2亿元", "2007"), ("163亿元", "2017"), ("7亿元", "2007"), ("35亿元", "2017")]
)
def test_a_pair_without_a_verb_takes_the_ends_of_its_years(mention: str, period: str) -> None:
    text = "2007至2017年间，公司营收从2亿元到163亿元，净利润从7亿元到35亿元。"
    assert period_of(text, mention, "2019-02-14") == period


@pytest.mark.parametrize(
    ("text", "mention", "published", "status", "period"),
    [
        ("客运量123万人次，比2022年同期增长70%。", "70%", "2023-10-01", "observation", "2023"),
        ("今年国庆假期，来客70万人次。高峰在10月1日。", "70万人次", "2024-09-27", "target", "2024-10"),
        ("去年以来，实施项目70项。", "70项", "2022-02-20", "observation", "2021/2022-02"),
        ("去年以来，实施项目70项。", "70项", "2022-01-20", "observation", "2021"),
        ("从5月起，全省将发放消费券70万元。", "70万元", "2026-04-29", "target", "2026"),
        ("21世纪经济报道记者报道，1-8月全省进出口值70亿元。", "70亿元", "2021-09-17", "observation", "2021-01/2021-08"),
        ("如今的中国，装机占比达到70%。", "70%", "2021-09-17", "observation", "2021"),
    ],
)
def test_starts_centuries_and_last_year(text: str, mention: str, published: str, status: str, period: str) -> None:
    measure = "growth" if "增长" in text else "level"
    assert period_of(text, mention, published, None, status, measure) == period


@pytest.mark.parametrize(
    ("text", "mention", "published", "period"),
    [
        ("全年完成总产值70亿元，增长4%。", "70亿元", "2023-10-23", "2022"),
        ("力争全年完成造林70万亩。", "70万亩", "2023-10-23", "2023"),
        ("今年一季度，公布外资9亿元，增长4%。\n从行业看，制造业外资7亿元。", "7亿元", "2025-04-19", "2025-01/2025-03"),
        ("观光局统计，109年旅客70万人次，较108年大减。", "70万人次", "2021-12-10", "2020"),
        ("此时，他决定为70人免费治疗。", "70人", "2015-05-22", "2015"),
    ],
)
def test_years_that_are_over_parts_by_trade_and_years_of_the_republic(
    text: str, mention: str, published: str, period: str
) -> None:
    assert period_of(text, mention, published) == period


def test_traffic_expected_is_that_of_the_day_spoken_of() -> None:
    text = "假期前6天运送7亿人次。水路今天预计运送70万人次。民航预计运送80万人次，预计还将建成机场9座。"
    found = [period_of(text, mention, "2025-10-05", None, "target") for mention in ("70万人次", "80万人次", "9座")]
    assert found == ["2025-10-05", "2025-10-05", "2025"]
