"""Periods and status together, as the reader gives them: reports on plans, look-backs, decisions, news stories."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


def read(
    text: str, published: str | None = "2024-06-12", title: str | None = None
) -> dict[str, tuple[str | None, str]]:
    found = READER.read(Article("x", text, title, published, None)).observations
    return {o.mention: (o.period, o.status[:3]) for o in found}


EXECUTED = "云岭县2022年国民经济和社会发展计划执行情况与2023年国民经济和社会发展计划草案的报告"


def test_estimates_of_a_report_on_a_plan_are_facts_until_the_coming_year_begins() -> None:
    text = (
        "预计完成（下同）生产总值88.2亿元，增长4.1%；新建学校3所。\n"
        "二、2023年国民经济和社会发展主要预期目标\n生产总值增长6%，新建学校2所。"
    )
    found = read(text, "2023-01-28", EXECUTED)
    assert found["88.2亿元"] == found["4.1%"] == found["3所"] == ("2022", "obs")
    assert found["6%"] == found["2所"] == ("2023", "tar")


def test_estimates_in_a_text_on_a_year_that_is_over_are_facts() -> None:
    text = "2022年，全县新建厂房9座。居民人均收入预计达到1.7万元，增长7%。今年，预计新建学校4所。"
    found = read(text, "2023-01-09", "云岭县：2022年工业提速")
    assert found["1.7万元"] == found["7%"] == ("2022", "obs")
    assert found["4所"] == ("2023", "tar")


def test_a_work_report_without_a_date_is_of_the_year_after_the_one_it_reports_on() -> None:
    found = read("去年，生产总值达到88亿元。今年要新建学校2所。", None, "云岭县2022年政府工作报告")
    assert found == {"88亿元": ("2021", "obs"), "2所": ("2022", "tar")}


def test_what_a_meeting_decides_is_planned_point_by_point() -> None:
    text = (
        "会议决定，从今年7月起，将月补助标准提高到300元，其中个人缴费不超过20元。"
        "二是将年费率由2%降至1%。三是新增补贴6亿元。据测算，企业每年少缴9000万元。"
    )
    found = {mention: status for mention, (_, status) in read(text).items()}
    assert found == {"300元": "tar", "20元": "tar", "2%": "obs", "1%": "tar", "6亿元": "tar", "9000万元": "obs"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("公司今年产量将超过500万条，通过平台，企业链接了700余家供应商、900余家经销商。", "tar obs obs"),
        ("今年种植了新品种，有望实现亩产突破600公斤。", "tar"),
        ("会议决定，将现行税率为15%的和部分13%的提至16%；9%的提至10%。", "obs obs tar obs tar"),
        ("预计占比将从2022年的41%扩大到2030年的50%。", "obs tar"),
        ("当地正围绕产业升级，谋划实施重大项目70个。", "tar"),
        ("新建的学校正在建设，今年可以为周边多提供学位400个。", "tar"),
        ("计划全年新增停车位6000个。", "tar"),
        ("要拓宽道路就得搬迁，一动就涉及80多户。", "obs"),
        ("白塔区计划投资30亿元，完成61.5%；云岭区计划投资9亿元，完成70%。", "tar obs tar obs"),
        ("假期预计客流7亿人次，比去年同期增长3%。", "tar tar"),
    ],
)
def test_where_the_reach_of_an_announcement_begins_and_ends(text: str, status: str) -> None:
    found = READER.read(Article("x", text, None, "2024-06-12", None)).observations
    assert " ".join(o.status[:3] for o in found) == status


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("1—4月，全市工业增加值增长5%；其中，当月外贸增长7%。", "2024-04"),
        ("4月，全市工业增加值增长5%；当月，外贸增长7%。", "2024-04"),
        ("一季度，全市投资增长9%，其中当月增长7%。", "2024-03"),
    ],
)
def test_that_month_is_the_last_of_the_months_spoken_of(text: str, period: str) -> None:
    assert read(text)["7%"] == (period, "obs")


def test_that_month_in_an_account_of_a_quarter() -> None:
    found = read("全县工业平稳。\n其中，当月规模以上工业增加值增长7%。", "2025-04-20", "2025年一季度云岭县经济运行情况")
    assert found["7%"] == ("2025-03", "obs")


@pytest.mark.parametrize(
    ("text", "mention", "published", "period"),
    [
        # stretches that a congress or a year named before them places; others stay open
        ("党的十八大以来，变化很大，五年来，50多万人脱贫。", "50多万人", "2017-10-14", "2012/2017"),
        ("五年来，全县开工房屋12万套。", "12万套", "2017-10-14", None),
        ("从1986年开始，每年春天3万人上山植树。30多年来，70万人次参加植树。", "70万人次", "2018-10-13", "1986/2018-10"),
        ("2018年，试验区获批，三年来，累计治理企业7万家。", "7万家", "2021-05-28", "2018/2021"),
        ("2022年，外贸增长3%。十年来，中心由2013年的2个增至9个。", "9个", "2023-02-26", "2022"),
        # now behind a thing, now that dates nothing else
        ("今年，各地推广湖长制；路长制走得更快，全国27个省目前已全部建立路长制。", "27个", "2018-10-13", "2018-10"),
        ("全省710万亩小麦目前已收获近八成。", "710万亩", "2024-05-20", "2024"),
        ("全省710万亩小麦目前已收获近八成。", "八成", "2024-05-20", "2024-05"),
        ("现在距秋收还有一个多月，全省组织3000名农技人员下乡。", "3000名", "2024-08-20", "2024"),
        ("最大雨量出现在云岭村，达到489毫米。", "489毫米", "2023-08-04", "2023"),
        # days
        ("从昨天（7月26日）上午到今天下午，全县30个乡镇出现暴雨。", "30个", "2024-07-27", "2024-07-26/2024-07-27"),
        ("从立春到谷雨，气温回暖。全国已春播1.6亿亩。", "1.6亿亩", "2024-04-20", "2024"),
        ("1月—3月中旬，全市接待游客17万人次。", "17万人次", "2024-03-24", "2024-01/2024-03"),
        ("6月1日至7日，厅里组织“2023年白鹤科学考察”，走过69公里。", "69公里", "2024-07-27", "2024-06-01/2024-06-07"),
        ("新列车今天起上线，全程运行时间5个半小时。", "5个半小时", "2017-06-26", "2017"),
        ("展览今天起对公众开放，首日就有9000名观众。", "9000名", "2017-06-26", "2017-06-26"),
        ("本月12日，云岭市召开大会，表彰70名企业家。", "70名", "2024-12-15", "2024-12-12"),
        ("2015年12月31日，国务院发布意见，公安机关已为1400多万人登记户口。", "1400多万人", "2019-01-20", "2019"),
        ("本月12日，云岭市召开大会，表彰70名优秀企业家和90家企业。", "90家", "2024-12-15", "2024-12-12"),
        ("云岭1460万亩晚稻迎来收割，目前已收获近七成。", "1460万亩", "2024-11-03", "2024"),
        # months of earlier years that tell of an event, and of figures
        ("2020年11月，县里出台意见。改革任务450项全面实施。", "450项", "2022-06-25", "2022"),
        ("2021年12月，外贸增长7%。出口增长9%。", "9%", "2022-01-25", "2021-12"),
        ("2021年12月份，工业稳定增长。采矿业增长9%。", "9%", "2022-01-25", "2021-12"),
        # old values
        ("鹤群由上世纪八十年代的两万只增长到六万多只。", "两万只", "2021-06-04", "1980/1989"),
        ("12月份以来，单日业务量从280万件增至400万件。", "280万件", "2022-12-15", "2022-12"),
        ("2019年以来，村集体收入从不到10万元跃升至去年的31万元。", "10万元", "2024-10-09", "2019"),
        ("增加值增速由去年同期下降2.6%转为增长8.4%。", "2.6%", "2017-11-18", "2016"),
        # plans, aims, events
        ("“十四五”期间，厅里将在已有27所学校的基础上新办学校。", "27所", "2021-04-11", "2021"),
        ("两县虚报完成2014年度新开工任务2130套，9名负责人受处分。", "2130套", "2015-09-28", "2014"),
        ("两县虚报完成2014年度新开工任务2130套，9名负责人受处分。", "9名", "2015-09-28", "2015"),
        ("10月初，新楼交房。主题教育开展以来，市里整改问题2677个。", "2677个", "2019-10-30", "2019"),
        ("1月份，客运量增长10%。国内自2019年12月份以来，首次增长；国际航线增长24%。", "24%", "2021-02-09", "2021-01"),
    ],
)  # fmt: skip
def test_periods_of_news_stories(text: str, mention: str, published: str, period: str | None) -> None:
    assert read(text, published)[mention][0] == period


def test_public_things_and_places_lifted_out_of_poverty_are_no_flow() -> None:
    text = "五年来，城乡面貌一新。公共充电桩达到13万台。脱贫地区居民人均收入突破2万元。新建公园70个。"
    found = read(text, "2026-02-09", "2026年云岭省政府工作报告")
    assert [found[mention][0] for mention in ("13万台", "2万元", "70个")] == ["2025", "2025", "2021/2025"]


@pytest.mark.parametrize(
    ("text", "mention", "published", "title", "period"),
    [
        ("总人口11.3万人（2014年），面积1808平方公里。", "11.3万人", "2024-06-12", None, "2014"),
        ("总人口11.3万人（2014年），面积1808平方公里。", "1808平方公里", "2024-06-12", None, "2024"),
        ("云岭县东西45公里。人口15万（2013年）。\n白塔县人口9万（2012年）。", "45公里", None, None, "2013"),
        ("2011年上半年增长7%，与“十一五”期间年均13.8%相比，明显回落。", "13.8%", "2011-08-03", None, "2006/2010"),
        ("2012年11月起实施的《办法》中规定，批复在30个工作日内完成。", "30个工作日", "2015-07-23", None, "2015"),
        ("汽车产量从全国第8位、第4位双双跃居第1位。", "第4位", "2024-06-12", None, None),
        ("游客从2012年的40万人次跃升至90万人次，收入从5亿元增长至9亿元。", "5亿元", "2025-09-13", None, "2012"),
        ("保护范围从25平方公里的湖区，扩大到256平方公里的流域。", "25平方公里", "2019-09-09", None, None),
        ("云岭村45户人家原来分散在山沟里。", "45户", "2025-01-14", None, None),
        ("县长从5个方面总结了过去一年的工作。", "5个", "2025-01-14", None, "2025"),
        ("去年12月底，铁路全线通车，从县城到省城坐高铁只要两个半小时。", "两个半小时", "2023-02-08", None, "2023"),
        ("2027年底通车后，从县城到省城将缩短至2个小时。", "2个小时", "2023-02-08", None, "2027"),
        # only the year of publication is known
        ("财政收入增长11%，居全省第一。", "11%", "2018", "云岭市2018年政府工作报告", "2017"),
        ("2024年，全市生产总值512亿元。全年零售总额85亿元。", "85亿元", "2025", None, "2024"),
        ("2024年，全市生产总值512亿元。2025年，零售总额85亿元。", "85亿元", "2025", None, "2025"),
        # titles that name a plan
        ("这五年来，民生改善。新增就业稳定在每年12万人以上。", "12万人", "2025-10-21", "非凡“十四五”", "2021/2025"),
        ("全县机械化率将提高到80%以上。", "80%", "2026-04-02", "“十五五”新图景", "2030"),
        ("全县机械化率将比“十四五”末提高3.3个百分点。", "3.3个百分点", "2026-04-02", "“十五五”新图景", "2025/2030"),
        ("新农机将带来约100亿元的市场空间。", "100亿元", "2026-04-02", "“十五五”新图景", "2026/2030"),
    ],
)  # fmt: skip
def test_what_stands_around_a_figure_or_in_the_title(
    text: str, mention: str, published: str | None, title: str | None, period: str | None
) -> None:
    assert read(text, published, title)[mention][0] == period


def test_simulated_things_are_not_planned() -> None:
    assert read("虚拟现实设备、机器人产量增长均超过40%。")["40%"][1] == "obs"


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("据统计，自7月1日起，全市报告病例已达58例。", "58例", "2021-07-01/2021-07-19"),
        ("自7月1日起，月票下调9元。", "9元", "2021-07-01"),
        ("从2013年开始，三沙市栽植了8万株椰子树。", "8万株", "2013/2021-07"),
        ("从2013年起，县里把生态放在首位，现在有林地9万亩。", "9万亩", "2021-07"),
    ],
)
def test_what_runs_on_since_a_day_or_year(text: str, mention: str, period: str) -> None:
    assert read(text, "2021-07-19")[mention][0] == period


@pytest.mark.parametrize(
    ("text", "mention", "published", "title", "period"),
    [
        ("厂房二期预计9月竣工，可新增岗位3000个。", "3000个", "2021-06-30", None, "2021"),
        ("预计9月底竣工住房3000套。", "3000套", "2021-06-30", None, "2021-09"),
        ("2020年1—12月，全市参保9万人。", "9万人", "2021-06-30", None, "2020-01/2020-12"),
        ("党的二十大以来，全省新修公路70公里。", "70公里", "2024-08-04", "2023年公路建设成就", "2024"),
        ("五年来，年均浓度较“十三五”末改善16%。", "16%", "2026-02-09", "云岭省政府工作报告", "2020/2025"),
        ("五年来，巩固率95%，较2019年上升11个百分点。", "11个百分点", "2022-05-30", None, "2019/2022"),
    ],
)  # fmt: skip
def test_what_is_finished_and_what_changed_since(
    text: str, mention: str, published: str, title: str | None, period: str
) -> None:
    assert read(text, published, title)[mention][0] == period
