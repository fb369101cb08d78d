"""Periods in texts that nobody dated: the year of their figures against the years of memories and of long stories."""

import time

import pytest

from tasks.extract.dates import find_dates
from tasks.extract.model import Article
from tasks.extract.periods_memories import told_year
from tasks.extract.periods_stamps import stamps
from tasks.extract.reader import Reader

READER = Reader()


def read(text: str, title: str | None = None) -> dict[str, str | None]:
    found = READER.read(Article("x", text, title, None, None)).observations
    return {o.mention: o.period for o in found}


@pytest.mark.parametrize(
    "text",
    [
        "6月8日上午，3200名骑行爱好者从湖滨出发。2008年打铁花被列为国家级名录。此次活动有18支队伍参加。",
        "9月1日，新院区开诊，设病床800张。该院始建于1951年，是全市最早的医院。医院有职工1200人。",
        "小镇居民3500人。1998年小镇被评为历史文化名镇。每年接待游客20万人次。",
        "王师傅今年52岁，1985年进厂当学徒。厂里有工人320名，他带出徒弟28名。",
        "“剪纸”2006年入选名录。村里有剪纸艺人60名，年产值800万元。",
        "合作社2011年成立，带头人是退伍军人。全社种植花椒900亩，社员210户。",
    ],
)
def test_a_year_of_a_memory_is_not_that_of_the_text(text: str) -> None:
    assert set(read(text).values()) == {None}


@pytest.mark.parametrize(
    "text",
    [
        "2012年，全县生产总值120亿元，增长9.5%。全县有乡镇13个。",
        "截至2012年底，全市公路里程达9800公里。其中高速公路420公里。农村公路硬化率达95%。",
        "据某研究院分析，2012年云计算市场快速增长。全国从业企业800家，其中2012年新增60家。",
    ],
)
def test_the_year_of_the_figures_is_that_of_the_text(text: str) -> None:
    assert set(read(text).values()) == {"2012"}


def test_a_story_that_goes_through_the_years_has_no_year_of_its_own() -> None:
    found = read(
        "据检方指控，王某等人受贿4次。2009年3月，王某收受甲公司80万元；2010年5月，又收受乙公司120万元。"
        "案发后，王某退赃150万元。另外2笔由李某收受。2010年6月到2011年2月，王某收受丙公司60万元。"
    )
    assert found["80万元"] == "2009-03" and found["120万元"] == "2010-05"
    assert found["60万元"] == "2010-06/2011-02"
    assert found["150万元"] is found["2笔"] is found["4次"] is None


def test_what_runs_on_from_a_year_does_not_tell_when_the_rest_was() -> None:
    found = read("今年上半年，全省粮食产量1200万吨。2003年以来，全省累计投入资金80亿元。全省有粮库300座。")
    assert found == {"1200万吨": None, "80亿元": "2003", "300座": None}


def test_a_day_alone_is_of_the_month_of_the_day_told_before_it() -> None:
    found = read("2013年8月5日，白塔县发生5.2级地震。截至6日18时，受灾群众3万人，倒塌房屋260间。")
    assert found["5.2级"] == "2013-08-05"
    assert found["3万人"] == found["260间"] == "2013-08-06"


def test_days_counted_on_from_any_year_date_no_text() -> None:
    found = read("连日来，该站共救助29名。从2010年至今，活动从当年的10月15日起至次年的3月底结束。")
    assert found["29名"] is None


def test_a_sentence_without_an_end_is_not_gone_through_for_each_of_its_years() -> None:
    def seconds(years: int) -> float:
        text = "2009年买房，" * years
        found = stamps(text, find_dates(text, None), None)
        began = time.process_time()
        told_year(text, found)
        return time.process_time() - began

    # The second is for a collection of garbage; a square takes a dozen.
    assert seconds(8_000) < 8 * seconds(2_000) + 1
