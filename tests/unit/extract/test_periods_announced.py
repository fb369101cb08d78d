"""What a day brought, against what was only made known, opened or counted for good on it."""

import pytest


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("市交通委今天组织“开放日”活动，7000多人走进调度中心。", "7000多人", "2016-03-26"),
        ("今天，全市120家企业集中签约。", "120家", "2016-03-26"),
        ("驻军百名将军今天也参加了义务植树。", "百名", "2016-03-26"),
        ("维修工程25日竣工。两座游乐场当天重开营业。", "两座", "2016-03-25"),
        ("今天，全长120公里的铁路开通。", "120公里", "2016"),
        ("今天，戈壁基地610万千瓦新能源项目开工建设。", "610万千瓦", "2016"),
        ("今天，46个重点县评价培训会举行。", "46个", "2016"),
        ("省统计局25日公布数据，全省有3家企业入围。", "3家", "2016"),
    ],
)
def test_a_day_is_of_what_it_brought(text: str, mention: str, period: str, periods) -> None:
    assert periods(text, "2016-03-26")[mention] == period


def test_a_beginning_told_as_news_is_of_its_own_time(periods) -> None:
    text = "甲乙高铁正式运营。开通初期，每天安排动车组列车20列。"
    assert periods(text, "2024-04-26", "甲乙高铁今日开通")["20列"] == "2024"
    assert periods(text, "2024-04-26", "甲乙高铁客流增长")["20列"] is None


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("“十四五”以来，时空距离不断缩短：城市之间2小时可达。", "2小时", "2024"),
        ("近三年，全省苹果年产量120万吨，其中约两成出口。", "两成", None),
        ("近三年，全县新建学校30所，城镇化率达到52%。", "52%", "2024"),
        ("合作社自2018年成立以来，不断壮大。累计分红320万元。", "320万元", "2018/2024-11"),
        ("3年来，书记走村入户，收集问题200多个。全县先后出台文件30份。", "30份", None),
        ("截至9月底，今年全县新增就业6000人。培训农民2000人次。", "2000人次", "2024-01/2024-09"),
        ("航线从2015年起运营了44艘次。", "44艘次", "2015/2024-11"),
    ],
)
def test_stretches_up_to_now(text: str, mention: str, period: str | None, periods) -> None:
    assert periods(text, "2024-11-04")[mention] == period


def test_the_paragraphs_of_an_extract_tell_of_five_years_or_of_one(periods) -> None:
    text = "收入年均增长6%。新建学校690所。\n全年原煤产量13亿吨。新开工程9处。\n"
    found = periods(text, "2026-02-09", "2026年某省政府工作报告")
    assert list(found.values()) == ["2021/2025", "2021/2025", "2025", "2025"]
