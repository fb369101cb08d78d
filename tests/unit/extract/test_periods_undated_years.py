"""Texts without a date: the year that they are of, and years that only tell when something began."""

import pytest

RATE = "盐湖市是农业大市。\n全年全市生产总值851.5亿元，增长6.1%。人均49487元，按2016年平均汇率折算为7326美元。"
PORTRAIT = (
    "乌山市撤县设市于1993年8月，下辖6个区，人口320万，面积1.2万平方公里。\n"
    "2012年，全市生产总值820亿元。\n2011年9月，党代会提出到2015年实现新目标。"
)
TOWN = "柳河镇1958年建社，现辖12个村，人口2.3万人。2014年全镇财政收入3200万元。"
ORIGIN = "玉泉镇1958年建社，现辖12个村，人口2.3万人。"
NOW = "截至2009年末，存款余额349458万元。\n目前，该行已扶持48个联保组。"
STORY = "指挥部成立于2010年5月，目前有干部11名。项目里有4个学校。经过努力，2013年学生一本录取120名。"
LATE = "高原反应险期限为15天。2013年9月，上海推出宠物险，每年支付1980元。"
COUNTY = "柳河镇现辖12个村。2014年全镇财政收入3200万元。"
FORECAST = "2009年底网民有3.8亿人，2009年网购额为2500亿元。\n机构预计经济增速将达到9.6%。"
ENDED = "截至2011年末，托管规模达14万亿元。今年一季度，新增1万亿元，去年全年新增3万亿元。"
STRETCH = "公报称，从1990年至2012年间，面积减少了32%。2012年耕地面积为120万亩。从2011年至2012年，耕地减少2万亩。"
TODAY = "截至目前，全市申请专利7.2万件。注册商标8万件。2011年12月，新增专利300件。2011年，新增商标900件。"
PRICES = "全年财政收入32亿元。按2015年不变价格计算，工业产值120亿元。"


@pytest.mark.parametrize(
    ("text", "title", "mention", "period"),
    [
        (RATE, None, "851.5亿元", "2016"),
        (RATE, None, "6.1%", "2016"),
        (RATE, None, "7326美元", "2016"),
        (PORTRAIT, "乌山市投资环境", "6个", "2012"),
        (PORTRAIT, "乌山市投资环境", "1.2万平方公里", "2012"),
        (TOWN, None, "12个", "2014"),
        (TOWN, None, "3200万元", "2014"),
        (ORIGIN, None, "12个", None),
        (ORIGIN, None, "2.3万人", None),
        (NOW, "2009年度人物推荐", "48个", "2009"),
        (NOW, None, "48个", None),
        (STORY, None, "11名", None),
        (STORY, None, "4个", None),
        (STORY, None, "120名", "2013"),
        (PRICES, None, "32亿元", None),
        (LATE, None, "15天", None),
        (LATE, None, "1980元", "2013-09"),
        (COUNTY, None, "12个", "2014"),
        (FORECAST, None, "9.6%", None),
        (ENDED, None, "1万亿元", "2012-01/2012-03"),
        (ENDED, None, "3万亿元", "2011"),
        (STRETCH, None, "32%", "1990/2012"),
        (STRETCH, None, "120万亩", "2012"),
        (STRETCH, None, "2万亩", "2011/2012"),
        (TODAY, None, "7.2万件", None),
        (TODAY, None, "8万件", None),
        (ENDED.replace("截至2011年末", "2011年全年"), None, "1万亿元", "2012-01/2012-03"),
    ],
)
def test_the_year_of_a_text_without_a_date(
    text: str, title: str | None, mention: str, period: str | None, periods
) -> None:
    assert periods(text, None, title)[mention] == period


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("公司2007年在深圳上市，现有员工3200人。", "3200人", "2021"),
        ("公司2007年在深圳上市，募集资金5亿元。", "5亿元", "2007"),
        ("该院始建于1952年，职工480人。", "480人", "2021"),
    ],
)
def test_a_year_of_listing_or_founding_dates_nothing_of_now(text: str, mention: str, period: str, periods) -> None:
    assert periods(text, "2021-07-12")[mention][:4] == period


def test_a_share_is_of_the_time_of_the_count_that_it_is_of(periods) -> None:
    text = "全省现共有中小学教师87.2万人。全省小学教师中具有专科及以上学历的人数为35.1万人，比例为71%。"
    assert periods(text, "2010-09-10") == {"87.2万人": "2010-09", "35.1万人": "2010", "71%": "2010"}
