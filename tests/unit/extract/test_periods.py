"""The period of a number: what governs it, what is carried, what the article reports on."""

import datetime as dt

import pytest

from tasks.extract.dates import find_dates
from tasks.extract.periods import PeriodDecision, PeriodScope, period_days


def decide(
    text: str, mention: str, published: str | None = "2022-05-17", title: str | None = None, measure: str = "level",
    status: str = "observation",
) -> PeriodDecision:  # fmt: skip
    scope = PeriodScope(text, find_dates(text, published), published, title)
    start = text.index(mention)
    return scope.period_at(start, start + len(mention), measure, status)


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("2021年,全镇新修水渠8公里,种树300亩。", "300亩", "2021"),
        ("截至2020年底,全县通车里程达到500公里。", "500公里", "2020"),
        ("截至4月底,全市开工项目70个。", "70个", "2022-04"),
        ("1—3月,全市外贸总值12亿元。", "12亿元", "2022-01/2022-03"),
        ("目前,全县共有合作社90家。", "90家", "2022-05"),
        ("全县现有学校90所、教师800名。", "800名", "2022-05"),
        ("今年以来,全省新增就业3万人。", "3万人", "2022"),
        ("“十三五”期间,全市脱贫9万人。", "9万人", "2016/2020"),
        ("2021年10月以来,组织部门走访4000户。", "4000户", "2021-10/2022-05"),
        ("全县有茶园6万亩。", "6万亩", "2022"),
        ("GDP从2015年底的148亿元增至2019年底的245亿元。", "148亿元", "2015"),
        ("GDP从2015年底的148亿元增至2019年底的245亿元。", "245亿元", "2019"),
        ("GDP从2015年底的148亿元增至2019年底的245亿元,人均从2.7万元增至4.3万元。", "2.7万元", "2015"),
        ("GDP从2015年底的148亿元增至2019年底的245亿元,人均从2.7万元增至4.3万元。", "4.3万元", "2019"),
        ("低保标准从每月500元提高到550元。", "500元", None),
        ("低保标准从每月500元提高到550元。", "550元", "2022"),
        ("2021年5月,粮站建成投用。全县有粮库12座。", "12座", "2022"),
        ("5月10日,县里召开会议,介绍先进集体25个。", "25个", "2022"),
        ("上世纪90年代,人均收入只有450元。", "450元", None),
        ("十八大以来,县里累计搬迁3000户。", "3000户", "2012-11/2022-05"),
        ("建成托养中心,当年入住100名老人。", "100名", None),
    ],
)
def test_period_of_a_fact(text: str, mention: str, period: str | None) -> None:
    assert decide(text, mention).period == period


def test_base_of_a_comparison_is_never_the_period() -> None:
    decision = decide("全省监测户享受措施5.1个,较2021年增加0.6个。", "0.6个", measure="change")
    assert (decision.period, decision.baseline, decision.baseline_period) == ("2022", "previous_year", "2021")


def test_change_against_an_earlier_year_runs_from_that_year() -> None:
    decision = decide("2020年,入学人数比2012年增加700人。", "700人", measure="change")
    assert (decision.period, decision.baseline_period) == ("2012/2020", "2012")


def test_last_years_same_period_is_the_governing_one_a_year_earlier() -> None:
    text = "前7月出生5000人,较去年同期的6000人减少。"
    assert decide(text, "6000人", "2022-08-10").period == "2021-01/2021-07"
    assert decide(text, "5000人", "2022-08-10").period == "2022-01/2022-07"


def test_growth_over_years_counts_back_from_the_year_it_ends_in() -> None:
    assert decide("2021年收入8万元,五年增长60%。", "60%", measure="growth").period == "2016/2021"


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("到2025年,全省粮食产量达到800亿斤。", "800亿斤", "2025"),
        ("剩下的30个村到2024年都将通水。", "30个", "2024"),
        ("今年计划新建学校5所。", "5所", "2022"),
        ("力争新增就业4万人。", "4万人", "2022"),
    ],
)
def test_target_takes_its_deadline(text: str, mention: str, period: str) -> None:
    assert decide(text, mention, status="target").period == period


def test_title_says_what_an_article_reports_on() -> None:
    text = "全年粮食总产量90万吨。年末总人口300万人。"
    assert decide(text, "90万吨", "2022-03-20", "2021年某市统计公报").period == "2021"
    assert decide(text, "300万人", "2022-03-20", "2021年某市统计公报").period == "2021"


def test_work_report_looks_back_on_last_year_and_five_years() -> None:
    title = "2026年政府工作报告"
    text = "五年来,经济总量达到6万亿元,年均增长5.7%。新建高速公路900公里。"
    assert decide(text, "6万亿元", "2026-01-25", title).period == "2025"
    assert decide(text, "5.7%", "2026-01-25", title, measure="growth").period == "2021/2025"


@pytest.mark.parametrize("deed", ["加装护栏900公里", "修复河岸900公里", "治理沟渠900公里"])
def test_deeds_of_a_look_back_run_over_its_years(deed: str) -> None:
    text = f"五年来,交通大变。{deed}。"
    assert decide(text, "900公里", "2026-01-25", "2026年政府工作报告").period == "2021/2025"


def test_section_headings_open_a_year() -> None:
    text = "一、2025年工作回顾\n新建学校12所。\n二、2026年重点任务\n新建医院3所。"
    assert decide(text, "12所", "2026-01-25").period == "2025"
    assert decide(text, "3所", "2026-01-25", status="target").period == "2026"


def test_holiday_keeps_its_days_where_the_text_dates_them() -> None:
    text = "数据显示,国庆假期,铁路发送旅客9898万人次。\n民航运送旅客12万人次。"
    assert decide(text, "12万人次", "2018-10-08").period == "2018-10"
    dated = text.replace("国庆假期", "10月1日至7日的国庆假期")
    assert decide(dated, "12万人次", "2018-10-08").period == "2018-10-01/2018-10-07"
    assert decide("全县有学校12所。", "12所", "2018-05-08", "2018年一季度经济运行情况").period == "2018"


def test_aim_of_the_year_is_no_date_for_what_was_reached() -> None:
    text = "1-9月新增就业1024万人,全年900万人的目标提前完成,完成全年目标的113%。"
    assert decide(text, "1024万人", "2012-10-25").period == "2012-01/2012-09"
    assert decide(text, "113%", "2012-10-25", measure="share").period == "2012-01/2012-09"


def test_until_this_october_is_no_until_now() -> None:
    text = "“十三五”期间,截至今年10月,为232万残疾人提供了培训。"
    assert decide(text, "232万", "2020-11-04").period == "2016/2020-10"


@pytest.mark.parametrize(
    ("text", "mention", "status", "published", "period"),
    [
        ("过去,七成人口住在山村。", "七成", "observation", "2022-06-10", None),
        ("未来三年,农业银行推动1000个网点搬迁。", "1000个", "target", "2021-08-21", None),
        ("计划在三年内带动10万人增收。", "10万人", "target", "2016-10-17", None),
        ("对审计查出的67个问题,截至8月底已整改59个。", "67个", "observation", "2023-09-19", "2023-08"),
        ("昨天开始对64条圩堤实施行洪。", "64条", "observation", "2020-07-12", "2020-07-11"),
        ("2月8日0—24时,新增确诊病例14例。", "14例", "observation", "2021-02-09", "2021-02-08"),
        ("12月24日0—24时,报告病例140例。其中境外输入53例。", "53例", "observation", "2021-12-25", "2021-12-24"),
        ("春季田管推进,面积5亩。", "5亩", "observation", "2023-03-26", "2023"),
        ("明年上半年前,全部人口23万名搬入新居。", "23万名", "target", "2018-08-04", "2019-06"),
        ("3月至5月,对2021年至2022年财政补助资金的使用审计,抽查21亿元。", "21亿元", "observation", "2023-09-19",
         "2023-03/2023-05"),
        ("2019年以来,收入从10万元升至去年的310万元,人均由9980元增加到2.1万元。", "9980元", "observation",
         "2024-10-09", "2019"),
    ],
)  # fmt: skip
def test_times_around_the_number(text: str, mention: str, status: str, published: str, period: str | None) -> None:
    assert decide(text, mention, published, status=status).period == period


def test_spring_text_that_opens_with_last_year_reports_on_it() -> None:
    text = "2023年,人均收入14862元。\n工资性收入占72.5%。\n2023年产量1.42万吨。2024年收入增速不低于12%。"
    assert decide(text, "72.5%", "2024-02-06", measure="share").period == "2023"


def test_period_is_carried_within_a_paragraph_only() -> None:
    text = "2020年,全县投资12亿元。修路80公里。\n养羊3万只。"
    assert decide(text, "80公里").period == "2020"
    assert decide(text, "3万只").period == "2022"


def test_without_any_date_and_publication_nothing_is_known() -> None:
    assert decide("全县修路80公里。", "80公里", None).period is None


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2020", (2020, 1, 1), (2020, 12, 31)),
        ("2020-02", (2020, 2, 1), (2020, 2, 29)),
        ("2016/2018", (2016, 1, 1), (2018, 12, 31)),
        ("2024-01/2024-04", (2024, 1, 1), (2024, 4, 30)),
        ("2019-12-31", (2019, 12, 31), (2019, 12, 31)),
    ],
)
def test_period_days(iso: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert period_days(iso) == (dt.date(*first), dt.date(*last))


@pytest.mark.parametrize("iso", [None, "", "soon", "2020-13", "2020-02-30", "2021/2020", "1/2/3"])
def test_period_days_of_no_period(iso: str | None) -> None:
    assert period_days(iso) is None


@pytest.mark.parametrize(
    ("text", "mention", "measure", "period"),
    [
        # The month just named, not that of publication.
        ("4月当月，全市用电增长5.6%。", "5.6%", "growth", "2022-04"),
        # The whole of a share is no period.
        ("1—4月，完成投资21亿元，占去年投资的52.3%。", "52.3%", "share", "2022-01/2022-04"),
        ("截至记者发稿时，洪水已造成3人失踪。", "3人", "level", "2022-05-17"),
        # The day of an opening is not that of what it ends or serves.
        ("连接两县的公路今天正式通车，让6个乡告别摆渡。", "6个", "level", "2022"),
        ("截至5月10日，铁路开通以来发送旅客60万人次。", "60万人次", "level", "2022-05-10"),
        ("全县今天（5月17日）起将发放消费券2万张。", "2万张", "level", "2022-05-17"),
        # 发现有 is no 现有.
        ("农技员发现有些菜利润高，亩产是小麦的3倍。", "3倍", "ratio", "2022"),
        ("十八大以来，全县投入资金2亿元，其中70%用于修路。", "70%", "share", "2022"),
    ],
)
def test_parts_months_and_openings(text: str, mention: str, measure: str, period: str | None) -> None:
    assert decide(text, mention, measure=measure).period == period


def test_contribution_to_a_change_belongs_to_the_report() -> None:
    text = "国家统计局公布，4月份物价上涨2%。蔬菜价格上涨，影响指数上涨0.3个百分点。"
    assert decide(text, "0.3个百分点", title="4月份物价上涨2%", measure="change").period == "2022-04"


def test_what_five_years_put_forward_or_bettered_runs_over_them() -> None:
    text = "五年来，民生改善。推出惠民措施84项，改善农村住房50万户，建成大桥4座、在建8座。"
    title = "2026年政府工作报告"
    assert decide(text, "84项", "2026-01-25", title).period == "2021/2025"
    assert decide(text, "50万户", "2026-01-25", title).period == "2021/2025"
    assert decide(text, "4座", "2026-01-25", title).period == "2021/2025"
    assert decide(text, "8座", "2026-01-25", title).period == "2025"


def test_what_five_years_did_runs_over_them() -> None:
    text = "五年来，乡村变了样。五年建成公路900公里，加装护栏20公里；全省现有桥梁60座。"
    found = decide(text, "20公里", "2026-02-01", "2026年某省政府工作报告")
    assert found.period == "2021/2025"


def test_whole_day_of_a_bulletin_holds_for_its_sentences() -> None:
    text = "3月12日0—24时，全省报告新增病例15例。新增治愈出院8例。"
    assert decide(text, "8例", "2022-03-13").period == "2022-03-12"


def test_what_a_century_led_to_holds_now() -> None:
    text = "1921年，成员只有50多人。一百年来，队伍已经发展成为拥有9500多万名成员的大党。"
    assert decide(text, "50多人", "2021-07-01").period == "1921"
    assert decide(text, "9500多万名", "2021-07-01").period == "2021"


@pytest.mark.parametrize(
    ("text", "mention", "published", "period"),
    [
        ("截至目前,全县建成水窖400口。其中,今春新建60口。", "400口", "2022-05-17", "2022-05"),
        ("截至6月底,全县建成水窖400口。\n其中,石砌水窖60口。", "60口", "2022-07-20", "2022-06"),
        (
            "2021年1—9月共受理申请900件。\n\n其中:新办700件。其中,网上办理650件。",
            "650件",
            "2021-11-02",
            "2021-01/2021-09",
        ),
        ("5.2万吨!这是截至今年8月底,全省收购的鲜奶。", "5.2万吨", "2022-10-02", "2022-08"),
        ("查出的45个问题,截至3月底已整改30个。", "45个", "2022-05-17", "2022-03"),
        ("全镇已有老人3000名,去年9月县长曾来看望。", "3000名", "2022-05-17", "2022"),
        ("工程于2021年6月动工,现已铺管18公里。", "18公里", "2022-05-17", "2022-05"),
        ("2021年四项排名靠前:一是进度快,8月底支出率达90%;二是收益全省第一。", "第一", "2022-01-17", "2021"),
        ("今天,海上油井年产原油达到80万吨。", "80万吨", "2022-12-17", "2022"),
        ("为期三天的茶叶博览会昨天落幕,签约50个项目。", "50个", "2022-05-17", "2022-05-14/2022-05-16"),
        ("今年销售额同比去年的30亿元减少一成。", "30亿元", "2022-05-17", "2021"),
        ("用水量为近十年来最低,比去年少8%。", "8%", "2022-05-17", "2022"),
        ("“十四五”以来,全省修路900公里。", "900公里", "2022-05-17", "2021/2022-05"),
        ("“十三五”以来,全省修路900公里。", "900公里", "2020-12-17", "2016/2020"),
        ("计划用两年时间修路900公里。", "900公里", "2022-05-17", None),
        ("“五一”假期临近,全市排查饭店70家。", "70家", "2022-04-17", "2022"),
    ],
)
def test_neighbours_of_a_number(text: str, mention: str, published: str, period: str | None) -> None:
    status = "target" if text.startswith("计划") else "observation"
    assert decide(text, mention, published, status=status).period == period


REPORT = "各位代表:与“十二五”末相比,2020年全市产值达到500亿元、净增160亿元,年均增长4%。培训农民9000人。"


@pytest.mark.parametrize(
    ("mention", "measure", "period"),
    [
        ("500亿元", "level", "2020"),
        ("160亿元", "change", "2015/2020"),
        ("4%", "growth", "2016/2020"),
        ("9000人", "level", "2020"),
    ],
)
def test_report_without_a_date_speaks_of_the_year_it_names(mention: str, measure: str, period: str) -> None:
    assert decide(REPORT, mention, None, "某市政府工作报告", measure).period == period


@pytest.mark.parametrize(
    ("text", "title", "published", "mention", "period"),
    [
        ("年末户籍人口27万人。", "某县2019年统计公报", "2020-07-10", "27万人", "2019"),
        ("前三季度产粮8万吨。", "某县2015年统计公报", "2023-03-21", "8万吨", "2015-01/2015-09"),
        ("年末户籍人口27万人。", "某县2019年统计公报", None, "27万人", "2019"),
        ("全县有学校16所。", "某县2010年至2012年资金审计结果", "2013-12-28", "16所", "2010/2012"),
        ("期末结余43万元。", "某县2010年至2012年资金审计结果", "2013-12-28", "43万元", "2012"),
        ("该县现为重点县,下辖9个乡。", "某县2010年至2012年资金审计结果", "2013-12-28", "9个", "2013-12"),
        ("夏粮产量36万吨,同比增长1.2%。", "上半年全市经济稳中向好", "2021-07-20", "36万吨", "2021-01/2021-06"),
        ("全市有粮库36座。", "上半年全市经济稳中向好", "2021-07-20", "36座", "2021"),
        ("新建基地6万亩。", None, "2021-01-01", "6万亩", "2020"),
        ("目前有粮库36座。", None, "2021", "36座", "2021"),
        ("目前有粮库36座。", None, "2021-07", "36座", "2021-07"),
        ("今天运粮36车。", None, "2021-07", "36车", "2021-07"),
        ("从2018年开始,累计输水8万吨。", None, "2021-07-20", "8万吨", "2018/2021-07"),
        ("回顾“十三五”,5年来,累计接待游客90万人次。", None, "2020-10-08", "90万人次", "2016/2020"),
        ("疫情前每天约18万人坐车。", None, "2021-07-20", "18万人", None),
        ("产值比去年11.8%的增幅回落。", None, "2021-07-20", "11.8%", "2020"),
    ],
)
def test_what_the_document_reports_on(
    text: str, title: str | None, published: str | None, mention: str, period: str | None
) -> None:
    assert decide(text, mention, published, title).period == period


def test_length_of_a_stretch_counts_back_from_the_year_it_led_to() -> None:
    text = "十年来,全国有900万人脱贫。十年前,有3000万人贫困。十年过去了,到2010年,剩下200万人。"
    assert decide(text, "3000万人", "2012-08-26").period == "2000"
    assert decide(text, "900万人", "2012-08-26").period == "2000/2010"
    assert decide(text, "200万人", "2012-08-26").period == "2010"


@pytest.mark.parametrize(
    ("text", "mention", "measure", "period"),
    [
        ("与上年比,产粮增加8万吨。", "8万吨", "change", "2022"),
        ("与2019年相比,今年产粮增加8万吨,客流增加3万人。", "3万人", "change", "2019/2022"),
        ("1—3月客流较2019年同期增长6%。", "6%", "growth", "2019-01/2022-03"),
        ("2018年初他回到村里。当年7月修渠8公里。", "8公里", "level", "2018-07"),
        ("2018年初他回到村里。次年修渠8公里。", "8公里", "level", "2019"),
    ],
)
def test_years_named_before(text: str, mention: str, measure: str, period: str) -> None:
    assert decide(text, mention, measure=measure).period == period


@pytest.mark.parametrize(
    ("text", "mention", "measure", "published", "period"),
    [
        (
            "前三季度增长5%,比上年同期、上年全年分别加快2个百分点。",
            "2个百分点",
            "change",
            "2022-10-20",
            "2022-01/2022-09",
        ),
        ("前三季度家具增长5%,延续今年以来向好态势;家电增长9%。", "9%", "growth", "2022-10-20", "2022-01/2022-09"),
        ("电站今天投产,每年可送电90亿度。", "90亿度", "level", "2022-10-20", "2022"),
        ("车站2019年建成以来,累计运客90万人次。", "90万人次", "level", "2022-10-20", "2019/2022-10"),
        ("大桥今天合龙,全长900米。", "900米", "level", "2022-10-20", "2022"),
        ("10月19日,42岁的他登上山顶。", "42岁", "level", "2022-10-20", "2022"),
        ("外贸延续去年的增势,1月份出口9亿元。", "9亿元", "level", "2022-02-20", "2022-01"),
        ("每天清晨6点,食堂备好900份早餐。", "900份", "level", "2022-10-20", "2022"),
        ("截至9月底,今年已累计修渠9公里。", "9公里", "level", "2022-10-20", "2022-01/2022-09"),
        ("1980年产值3亿元,2012年达到90亿元。32年实际增长16倍。", "16倍", "growth", "2013-10-20", "1980/2012"),
        ("1981年产值3亿元,2012年达到90亿元。32年间增长16倍,年均增长8%。", "8%", "growth", "2013-10-20", "1981/2012"),
        ("央视网消息:山村2021年产值大增。2021年,村民分红。\n新建大棚8个。", "8个", "level", "2022-02-20", "2022"),
        ("2021年村里产值大增。\n2021年,村民分红。\n新建大棚8个。", "8个", "level", "2022-02-20", "2021"),
        (
            "2021年村里产值大增。\n2021年,村民分红。\n如今村里变了样。\n新建大棚8个。",
            "8个",
            "level",
            "2022-08-20",
            "2022",
        ),
    ],
)
def test_times_of_news(text: str, mention: str, measure: str, published: str, period: str) -> None:
    assert decide(text, mention, published, measure=measure).period == period


def test_date_within_a_quoted_name_or_a_lead_of_months_is_none() -> None:
    assert decide("打造“新十二月市”“大集”，接待游客11亿人次。", "11亿人次", "2024-02-01").period == "2024"
    assert decide("“十四五”期间，完成投资3亿元。", "3亿元", "2024-02-01").period == "2021/2025"
    assert decide("项目提前3个月实现100%交付。", "100%", "2024-05-01").period == "2024"


def test_last_month_is_the_one_before_the_month_spoken_of() -> None:
    decision = decide("8月末余额增长9%,增速比上月末低0.3个百分点。", "0.3个百分点", "2022-09-11", measure="change")
    assert (decision.period, decision.baseline_period) == ("2022-08", "2022-07")
    decision = decide("一季度增长9%,增速比上年同期快4个百分点。", "4个百分点", "2022-04-25", measure="change")
    assert (decision.period, decision.baseline_period) == ("2022-01/2022-03", "2021-01/2021-03")


@pytest.mark.parametrize(
    ("text", "mention", "published", "period"),
    [
        ("本院始建于1958年,现有床位800张。", "800张", "2018-12-20", "2018-12"),
        ("2017年,本院现有床位800张。", "800张", "2018-12-20", "2017"),
        ("2017年门诊9万人次。本院占地120亩。", "120亩", "2018-12-20", "2018"),
        ("线路开通首月运客2万人次。", "2万人次", "2018-12-20", "2018"),
        ("截至2019年底,贫困人口从2012年的80万人减少到3万人,发生率从15%下降到1%。", "15%", "2020-05-08", "2012"),
        ("过去一年,全区签约项目86个。新开工项目52个。", "52个", "2023-01-18", "2022"),
        ("“五一”假期4天,全市来客95万人次。", "95万人次", "2019-05-06", "2019-05"),
        ("国庆中秋假期,全市来客95万人次。", "95万人次", "2023-10-08", "2023"),
        ("春节临近,全市备下蔬菜95万吨。", "95万吨", "2023-01-10", "2023"),
    ],
)
def test_what_stands_for_good_and_what_is_looked_back_on(text: str, mention: str, published: str, period: str) -> None:
    assert decide(text, mention, published).period == period


@pytest.mark.parametrize(
    ("text", "mention", "measure", "period"),
    [
        ("产值由2012年的50亿元增加到2017年的90亿元,年均增长12%。", "12%", "growth", "2012/2017"),
        ("产值由2012年的50亿元增加到2017年的90亿元,同比增长12%。", "12%", "growth", "2017"),
        ("产值由2016年的50亿元增加到2017年的90亿元,增长80%。", "80%", "growth", "2017"),
        ("产值由2012年的50亿元增加到2017年的90亿元,高出全省平均水平12个百分点。", "12个百分点", "change", "2017"),
        ("2017年,产值比五年前增长30%。", "30%", "growth", "2012/2017"),
        ("政策目前已经落地,补助投入16亿元,比上年增加1亿元。", "16亿元", "level", "2018"),
        ("目前有大棚16座,比上年末增加1座。", "16座", "level", "2018-02"),
    ],
)
def test_changes_over_a_pair_of_years(text: str, mention: str, measure: str, period: str) -> None:
    assert decide(text, mention, "2018-02-10", measure=measure).period == period


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("5月以来政策见效,补贴工程启动以来,共售出冰箱90万台。", "90万台", None),
        ("今年2月,省里实施计划以来,共招聘9万人。", "9万人", "2022-02/2022-10"),
        ("国内增长4%,自2019年12月以来,首次转正;国际线增长25%。", "25%", "2022"),
        ("截至9月底,今年已累计发债900亿元。新增债券中,一般债券50亿元。", "50亿元", "2022-01/2022-09"),
    ],
)
def test_events_and_parts(text: str, mention: str, period: str | None) -> None:
    measure = "growth" if mention.endswith("%") else "level"
    assert decide(text, mention, "2022-10-20", measure=measure).period == period


def test_items_without_a_verb_take_that_of_their_list() -> None:
    title = "2026年某省政府工作报告"
    text = "这五年,产业向上。新增上市公司2家、小巨人企业90家,拥有港口3个、机场7座。8次提高低保标准,客流突破30万人次。"
    for mention, period in (("90家", "2021/2025"), ("7座", "2025"), ("8次", "2021/2025"), ("30万人次", "2025")):
        assert decide(text, mention, "2026-02-01", title).period == period
    assert decide("——能源稳产。五年生产原煤65亿吨。", "65亿吨", "2026-02-01", title).period == "2021/2025"


def test_series_of_daily_news_tell_of_their_own_year() -> None:
    text = "2021年,村里产值大增。\n2021年,村民分红。\n新建大棚8个。"
    assert decide(text, "8个", "2022-02-20", "【走基层】村里的新鲜事").period == "2022"
    assert decide(text, "8个", "2022-02-20", "村里的新鲜事").period == "2021"


def test_what_there_is_now_is_of_no_date_before() -> None:
    text = "一季度,全县产值32亿元。全县现有企业86家。"
    assert decide(text, "86家", "2022-04-12").period == "2022-04"
    assert decide(text, "86家", "2022-04-12", "某县2021年统计公报").period == "2022-04"


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("种群由上世纪八十年代的两万只增长到六万只。", "六万只", "2022"),
        ("陵区是11世纪建立的王朝墓地,包含帝陵9座。", "9座", "2022"),
        ("上世纪90年代,村里贫穷,人均收入450元。", "450元", None),
        ("经过近三年的改造,铁路今天通车,全长412公里。", "412公里", "2022"),
        ("历时近十年建设的水库,库容达到900万立方米。", "900万立方米", "2022"),
        ("队员来自旧部,以前身为骨干的队伍为主,共有3个队。", "3个", "2022"),
        ("不久前,8位专家来信。", "8位", "2022"),
        ("过去,办证要跑一年,而这次只用了5个月。", "5个月", "2022"),
    ],
)
def test_vague_times(text: str, mention: str, period: str | None) -> None:
    assert decide(text, mention).period == period


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("今年第1季水果出口20亿元。", "20亿元", "2019-01/2019-03"),
        ("第二季营收3亿元。", "3亿元", "2019-04/2019-06"),
        ("1至9月底，全省压减产能1202万吨。", "1202万吨", "2019-01/2019-09"),
        ("今年截至8月底，外销已达2199公吨。", "2199公吨", "2019-01/2019-08"),
        ("截至8月底，监测对象5925人。", "5925人", "2019-08"),
    ],
)
def test_quarters_and_parts_of_the_year_so_far(text: str, mention: str, period: str) -> None:
    assert decide(text, mention, "2019-10-08").period == period


def test_spring_text_that_opens_a_sentence_with_last_year_reports_on_it() -> None:
    text = "截至4月29日,5067家公司披露年报。2022年境内公司营业收入71亿元。\n央企净利润1.3亿元。"
    assert decide(text, "1.3亿元", "2023-04-29").period == "2022"
    assert decide("去年以来,全县落实责任。\n健全机制,确定13名干部联系包抓。", "13名", "2025-03-19").period == "2024"
    assert decide("去年以来,全县落实责任。\n目前,确定13名干部联系。", "13名", "2025-03-19").period == "2025-03"
    assert decide("去年以来,全县落实责任。\n健全机制,确定13名干部。", "13名", "2025-09-19").period == "2025"


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("全县12个村2018年脱贫。", "12个", "2018"),
        ("东部11个省市一季度增速放缓。", "11个", "2022-01/2022-03"),
        ("17名队员今天下午出发。", "17名", "2022-05-17"),
        ("5个部门今天公布新规。", "5个", "2022"),
        ("310米大楼今天亮灯。", "310米", "2022"),
        ("12个村的2018年规划已经编好。", "12个", "2022"),
    ],
)
def test_date_right_behind_what_is_counted(text: str, mention: str, period: str) -> None:
    assert decide(text, mention).period == period


def test_year_of_a_value_does_not_hold_for_the_next_sentence() -> None:
    text = "发病率由2018年的4.4%下降到2020年的2.9%。预期寿命达到76岁。"
    assert decide(text, "76岁").period == "2022"


def test_part_of_a_year_that_is_not_over_is_of_the_year_reported_on() -> None:
    title = "2023年国民经济和社会发展统计公报"
    assert decide("一季度同比增长4.5%。", "4.5%", "2024-02-29", title).period == "2023-01/2023-03"
    assert decide("一季度同比增长4.5%。", "4.5%", "2024-04-19").period == "2024-01/2024-03"


def test_same_period_of_last_year_opens_a_clause() -> None:
    text = "今年前9个月播种32万亩。去年同期完成28万亩。"
    assert decide(text, "28万亩", "2022-12-05").period == "2021-01/2021-09"
    assert decide("前三季度营收2亿元。截至报告期末,总资产9亿元。", "9亿元", "2022-10-30").period == "2022-09"


def test_end_of_a_month_that_opens_a_paragraph_holds_for_its_sentences() -> None:
    text = "导语。\n截至4月底,务工32万人。安置2万人。\n另有大棚8座。"
    assert decide(text, "2万人").period == "2022-04"
    assert decide(text, "8座").period == "2022"


def test_census_holds_for_its_day_and_its_year() -> None:
    title = "某省第七次全国人口普查公报"
    text = "2020年11月1日零时，人口为9936万人，与2010年第六次全国人口普查的9402万人相比，增长5.67%。\n家庭户3178万户。"
    assert decide(text, "9402万人", "2021-05-21", title).period == "2010"
    assert decide(text, "5.67%", "2021-05-21", title, measure="growth").period == "2010/2020"
    assert decide(text, "3178万户", "2021-05-21", title).period == "2020"


def test_plan_without_a_date_is_of_the_year_that_the_title_names() -> None:
    assert decide("改造管网9公里。", "9公里", None, "2022年全市工作要点", status="target").period == "2022"


def test_years_to_come_hold_for_the_whole_sentence() -> None:
    text = "今后5年内,省里将帮助山区各县建设农田水利工程100个,邀请专家下乡讲课300人次,并在当地培训青年农民10万名。"
    assert decide(text, "10万名", status="target").period is None


def test_five_years_in_a_clause_of_a_report_run_over_its_plan() -> None:
    title = "2026年某省政府工作报告"
    assert decide("占比5年提升10.6个百分点。", "10.6个百分点", "2026-02-01", title, "change").period == "2021/2025"
    assert decide("收入增长6%。", "6%", "2026-02-01", title, "growth").period == "2025"


def test_a_single_month_named_in_passing_does_not_carry() -> None:
    text = "前三季度，工业增加值增长7.8%。9月当月增长8.9%。固定资产投资增长15.0%。"
    assert decide(text, "8.9%", "2022-10-24", measure="growth").period == "2022-09"
    assert decide(text, "15.0%", "2022-10-24", measure="growth").period == "2022-01/2022-09"


def test_what_was_done_of_late_carries_no_year_of_long_ago() -> None:
    text = "2014年贫困发生率高达20.7%。近年来，全村种植有机茶3500亩。"
    assert decide(text, "3500亩", "2021-10-19").period == "2021"


def test_the_year_that_something_began_in_does_not_carry() -> None:
    text = "2015年，收入5亿元。\n我国从2015年启动林场改革。职工工资达到4.5万元。"
    assert decide(text, "4.5万元", "2020-06-02").period == "2020"


def test_a_word_that_begins_with_the_middle_is_no_middle_of_a_month() -> None:
    assert decide("今年前11月中欧班列开行4706列。", "4706列", "2024-12-15").period == "2024-01/2024-11"
    assert decide("11月中国出口3亿元。", "3亿元", "2024-12-15").period == "2024-11"


def test_daily_news_that_opens_with_last_year_and_keeps_to_it_reports_on_it() -> None:
    text = "央视网消息：2022年，全省修通村道。\n{}农户搬进了90间新房。\n2022年，全省投入5亿元。"
    assert decide(text.format(""), "90间", "2023-01-20").period == "2022"
    assert decide(text.format(""), "90间", "2023-04-20").period == "2023"
    assert decide(text.format("2023年新春，"), "90间", "2023-01-20").period == "2023"
    brief = text.format("").replace("：2022", "：\n各地快讯\n2022")
    assert decide(brief, "90间", "2023-01-20").period == "2023"


def test_deeds_since_an_event_that_no_date_places_are_of_the_year_one_and_all() -> None:
    text = "工程启动以来,全县安排资金3亿元,引进企业20家,吸纳劳动力900人。"
    assert {decide(text, mention).period for mention in ("3亿元", "20家", "900人")} == {"2022"}
