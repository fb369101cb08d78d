"""How far a period holds: parts of a year beyond their sentence, days off, stretches since a day or a congress."""

import pytest

QUARTERS = "2022-01/2022-09"


@pytest.mark.parametrize(
    ("behind", "period"),
    [
        ("茶园恢复到800亩，安置群众70人。", "2022"),
        ("就业方面，组织培训800人，建成工厂70家。", "2022"),
        ("红茶产值800亿元，同比增长6%；绿茶产值70人次。", QUARTERS),
        ("其中红茶800吨，绿茶70吨。", QUARTERS),
        ("就业800人，完成全年目标的70%。", QUARTERS),
    ],
)
def test_a_part_of_a_year_holds_on_for_what_is_compared_or_a_part(behind: str, period: str, periods) -> None:
    found = periods("前三季度，全县产茶6万担，产值2.1亿元。" + behind, "2022-12-23")
    first = next(mention for mention in found if mention.startswith("800"))
    assert found["6万担"] == QUARTERS
    assert found[first] == period


def test_in_news_in_brief_it_holds_for_the_whole_item(periods) -> None:
    text = "今年前5个月，全国完成投资4100亿元。新开工水库17座。"
    assert periods(text, "2023-06-09", "国内要闻快讯")["17座"] == "2023-01/2023-05"
    assert periods(text, "2023-06-09", "水利建设提速")["17座"] == "2023"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("今年春节，出境游客达到300万人次。", "2015-02"),
        ("春节前银行投放新钞300万元。", "2015"),
        ("国庆档票房达到300万元。", "2015-10"),
        ("春节当天，售票300万张。", "2015-02-19"),
        ("春节假期前3天，售票300万张。", "2015-02-18/2015-02-20"),
        ("10月1日国庆节，广场有300万人。", "2015-10-01"),
    ],
)
def test_a_festival_of_several_days_is_of_its_month_unless_the_day_is_meant(text: str, period: str, periods) -> None:
    assert next(iter(periods(text, "2015-10-25").values())) == period


def test_a_mean_since_a_day_runs_to_the_publication(periods) -> None:
    found = periods("从8月1日起，新窗口启用，平均办理时间3天，减少40%。", "2014-09-14")
    assert set(found.values()) == {"2014-08-01/2014-09-14"}
    assert periods("从8月1日起，补贴标准提高到300元。", "2014-09-14") == {"300元": "2014-08-01"}


@pytest.mark.parametrize(
    ("text", "published", "period"),
    [
        ("党的十八大以来，全市投入90亿元用于文化建设。", "2022-09-04", "2012-11/2022-09"),
        ("党的十八大以来，全市乡村面貌一新，有剧院90座。", "2022-09-04", "2022"),
        ("党的十八大以来，全市处分干部300人。", "2022-09-04", "2012-11/2022-09"),
        ("党的十八大以来，全市先后接诊病人90万人次。", "2022-09-04", "2012-11/2022-09"),
        ("党的十八大以来，全市发展很快，注册资本总额90亿元。", "2022-09-04", "2022"),
        ("党的十八大以来，全市发展很快，服务业增加值迈上90亿元台阶。", "2022-09-04", "2022"),
        ("近年来，全市整治河道，累计完成投资90亿元。", "2022-09-04", None),
        ("近年来，全市水面面积增加90平方公里。", "2022-09-04", None),
        ("近年来，全市乡村面貌一新，有剧院90座。", "2022-09-04", "2022"),
        ("党的二十大以来，全市投入90亿元用于文化建设。", "2024-08-04", "2022-10/2024-08"),
        ("改革开放以来，全市投入90亿元用于文化建设。", "2024-08-04", "1978/2024"),
        ("十八届三中全会召开以来，全市投入90亿元用于文化建设。", "2024-08-04", "2013-11/2024-08"),
        ("脱贫攻坚战打响以来，全市有学校90所。", "2024-08-04", "2024"),
        ("截至今年上半年，全市已完成90项任务。", "2024-08-04", "2024-06"),
        ("截至今年前三季度，就业人数为90万人。", "2024-12-04", "2024-09"),
        ("近五年，全市企业融资合计达到90亿元。“十四五”时期，市场更活跃。", "2025-09-22", "2021/2025"),
    ],
)
def test_stretches_up_to_now_and_their_end(text: str, published: str, period: str, periods) -> None:
    assert next(iter(periods(text, published).values())) == period


def test_a_season_tells_no_time_in_a_text_on_a_month(periods) -> None:
    text = "采购联合会公布：8月份仓储指数为51.5%。暑期需求旺盛，快递指数升至70.6%。"
    assert periods(text, "2024-09-02")["70.6%"] == "2024-08"


def test_people_who_left_poverty_in_five_years_are_of_all_five(periods) -> None:
    text = "过去五年，全市奋力前行。\n（一）脱贫攻坚取得胜利。统筹整合资金30亿元，7个县脱贫摘帽，700个贫困村全部退出。"
    found = periods(text, "2021-02-24", "2021年云岭市政府工作报告")
    assert set(found.values()) == {"2016/2020"}


@pytest.mark.parametrize(
    ("text", "mention", "published", "period"),
    [
        ("6月，全区预算收入累计完成3.1亿元，增长17%。", "17%", "2021-07-10", "2021-01/2021-06"),
        ("6月，全区预算收入完成3.1亿元，增长17%。", "17%", "2021-07-10", "2021-06"),
        ("年初，村里定下几件实事，随后建成3座桥。", "3座", "2008-03-28", "2008"),
        ("日均发送旅客70万人次，约为去年同期的1/5。", "1/5", "2020-02-15", "2020"),
        ("自今年10月5日起至12月底，70项展览有序展开。", "70项", "2022-01-03", "2022-10-05/2022-12-31"),
        ("今年，资产规模有望破万亿元。全行有70家支行。", "70家", "2018-05-02", "2018"),
        ("村里于2019年12月通水；救助学生70人。", "70人", "2020-10-19", "2020"),
        ("厂房70间，其中2018年新建20间；吸纳工人90人。", "90人", "2020-10-19", "2020"),
        ("20年前这里没有一家工厂，一跃成为工业园，入驻企业70家。", "70家", "2021-11-03", "2021"),
        ("2023年以来，全市发展平稳。新增就业1.8万人，完成年度目标1.6万人的110%。", "1.6万人", "2024-01-29", "2023"),
    ],
)
def test_the_reach_of_a_date_within_a_story(text: str, mention: str, published: str, period: str, periods) -> None:
    assert periods(text, published)[mention] == period


def test_an_account_of_the_economy_gives_the_months_so_far(periods) -> None:
    text = "1-3月，生产总值1028亿元。\n工业产值165亿元，增长3.1%。3月份财政支出46亿元。"
    found = periods(text, "2020-04-28", "每月经济运行简况（2020年3月）")
    assert found["165亿元"] == found["3.1%"] == "2020-01/2020-03"
    assert found["46亿元"] == "2020-03"


def test_days_to_come_are_not_what_a_text_reports_on(periods) -> None:
    text = "气象台发布预报，今明两天北方有大风。暴雪造成200条线路停运，出动电力工人300人。"
    assert set(periods(text, "2016-01-23").values()) == {"2016"}


def test_the_last_of_five_years_named_in_passing_is_not_carried(periods) -> None:
    title, published = "2021年云岭市政府工作报告", "2021-02-24"
    body = "水质改善。2020年优良天数242天。持续治理流域，造林70亩。"
    assert periods(f"过去五年，全市奋力前行。\n生态变好，{body}", published, title)["70亩"] == "2016/2020"
    opened = "2020年，全市稳中有进。改造厂房70间。"
    assert periods(f"过去五年，全市奋力前行。\n{opened}", published, title)["70间"] == "2020"


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("2022年，支出24亿元，比上年决算数25亿元下降4%。", "25亿元", "2021"),
        ("2022年，支出24亿元，比上年决算数减少1亿元。", "1亿元", "2022"),
        ("上半年，出栏70万头，季末存栏40万头。", "40万头", "2023-06"),
        ("2015年，合作社成立。现入股农户70户。", "70户", "2023-11"),
        ("去年4月，全省摘帽县达到9个，日前又宣布剩下的7个县退出。", "7个", "2023"),
        ("2013年发起的助学行动已资助70人。", "70人", "2023"),
    ],
)
def test_bases_ends_and_beginnings(text: str, mention: str, period: str, periods) -> None:
    assert periods(text, "2023-11-08")[mention] == period


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("根据卫生部门28日公布的数据，单日新增病例3万例。", "3万例", "2021-12-28"),
        ("据卫生部门28日称，过去24小时新增病例3万例。", "3万例", "2021-12-28"),
        ("根据卫生部门28日公布的数据，累计病例300万例。", "300万例", "2021"),
    ],
)
def test_the_sum_of_one_day_is_of_the_day_it_is_made_known(text: str, mention: str, period: str, periods) -> None:
    assert periods(text, "2021-12-29")[mention] == period


@pytest.mark.parametrize("title", ["政府工作报告——在甲县第一届人民代表大会第一次会议上", "2022年甲县政府工作报告"])
def test_a_work_report_of_the_end_of_a_year_looks_back_on_the_years_up_to_it(title: str, periods) -> None:
    found = periods("这五年，我们攻坚克难。累计投入资金52亿元。2021年，新增就业3万人。", "2021-12-15", title)
    assert found == {"52亿元": "2017/2021", "3万人": "2021"}


@pytest.mark.parametrize(
    ("head", "period"),
    [
        ("目前，全县文化设施的数量为：", "2022-03"),
        ("截至目前，全县共有文化设施：", "2022-03"),
        ("目前建设顺利。全县共有文化设施：", "2021"),
        ("全县共有文化设施：", "2021"),
    ],
)
def test_now_at_the_head_of_a_list_holds_for_its_lines(head: str, period: str, periods) -> None:
    text = f"{head}\n（一）文化馆14个；\n（二）博物馆28座；\n（三）书屋1600家。"
    found = periods(text, "2022-03-10", "2021年全县文化事业")
    assert found == {"14个": period, "28座": period, "1600家": period}


def test_a_text_that_first_tells_what_there_is_now_is_of_its_own_time(periods) -> None:
    text = "该村现有群众1300人。2023年全村外出务工365人。\n企业来村招聘，招用工人8名。"
    assert periods(text, "2024-03-05")["8名"] == "2024"
    assert periods(text.replace("该村现有群众1300人。", ""), "2024-03-05")["8名"] == "2023"


def test_a_text_on_days_off_tells_of_them_throughout(periods) -> None:
    text = "这个中秋假期，夜市人气旺。\n商场接待顾客3万人次。\n中秋假期，餐饮业销售额增长9.1%。\n北街商户收入40万元。"
    assert set(periods(text, "2024-09-18").values()) == {"2024-09"}


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("今年暑运，全市预计发送旅客300万人次。", "300万人次", "2024-07/2024-08"),
        ("进入暑运以来，日均发送旅客3万人次。", "3万人次", "2024-07/2024-08"),
        ("今年暑期，民宿订单增长30%。", "30%", "2024"),
        ("15部70场剧目，将在9月至12月集中上演。", "70场", "2024-09/2024-12"),
        ("这两天，村里的300亩谷子开镰。", "300亩", "2024"),
    ],
)
def test_the_rush_of_summer_and_days_of_now(text: str, mention: str, period: str, periods) -> None:
    assert periods(text, "2024-08-20")[mention] == period


@pytest.mark.parametrize("lead", ["截至8月11日", "据市防指统计，截止到8月11日21时"])
def test_the_day_of_an_account_holds_for_the_sentences_that_go_on_with_it(lead: str, periods) -> None:
    text = f"{lead}，平均降雨量达到120毫米。转移群众6万人，倒塌房屋300间。\n今年，全市投入9亿元。"
    found = periods(text, "2017-08-12")
    assert found["6万人"] == found["300间"] == "2017-08-11"
    assert found["9亿元"] == "2017"


def test_this_time_is_no_more_of_the_stretch_before(periods) -> None:
    text = "自去年8月作出决定以来，各方积极行动。据统计，此次开工的项目有年产40万件羊绒衫项目。"
    assert set(periods(text, "2011-04-25").values()) == {"2011"}


def test_the_day_of_a_survey_is_not_what_a_text_reports_on(periods) -> None:
    text = "6月底，省农业厅按照国家统计局批准的制度对全省生猪生产进行核查。据了解，各级财政拿出9300万元扶持养殖。"
    assert set(periods(text, "2021-07-08").values()) == {"2021"}
    text = "央行公布数据，6月末，广义货币余额230万亿元。"
    assert set(periods(text, "2021-07-08").values()) == {"2021-06"}
