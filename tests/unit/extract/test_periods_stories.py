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
