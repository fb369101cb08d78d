"""Days in items of agencies: the line of an item dates nothing, 今天 in it is the day on which it was sent."""

import time

import pytest

from tasks.extract.dates import find_dates
from tasks.extract.periods_items import PagePeriods

PORT = "（中央社记者林立基隆9日电）码头今天清晨发生货柜倒塌，共7只货柜受损。昨天有3人受伤。"
POSTS = "（中央社记者陈立屏东10日电）屏东县府推动长照，已设据点210处，聘用照服员3200人。"
ITEMS = (
    "台中本周起，米价涨3元。\n（中央社记者李立花莲10日电）县府补助1300元。\n（中央社记者黄立台南9日电）查获案件62件。"
)
BLACKOUT = "（中央社记者何立彰化10日电）强风来袭，彰化县一度有8700户停电。"


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        (PORT, "7只", "2026-08-09"),
        (PORT, "3人", "2026-08-08"),
        (POSTS, "210处", "2026"),
        (POSTS, "3200人", "2026"),
        (BLACKOUT, "8700户", "2026-08-10"),
        (ITEMS, "3元", "2026-08"),
        (ITEMS, "1300元", "2026"),
        (ITEMS, "62件", "2026"),
        ("新华社合肥8月9日电 记者王立今天获悉，黄河大桥合龙，主桥长3.2公里。", "3.2公里", "2026"),
    ],
)
def test_the_line_of_an_item(text: str, mention: str, period: str, periods) -> None:
    assert periods(text, "2026-08-10", "米价本周上涨")[mention] == period


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("陈姓男子于2021年骑车时与林男碰撞受伤，经审理后，地院判林男应赔150万元。", "150万元", "2026"),
        ("2018年6月，张某酒后驾车撞人，法院判处其赔偿20万元。", "20万元", "2026"),
        ("2018年6月，法院判处张某赔偿20万元。", "20万元", "2018-06"),
        ("何男被判刑8月，另判赔247万元。", "247万元", "2026"),
        ("甲市法院8月7日作出判决，判处王某入狱10个月。", "10个月", "2026-08-07"),
        ("甲市高等法院今天二审宣判，判处王某有期徒刑10个月。", "10个月", "2026-08-10"),
        ("法官莫罗7日宣布，前市长因贪腐，一审被判处9年有期徒刑。", "9年", "2026-08-07"),
        ("上月中旬，市长因受贿，被判处9年有期徒刑。", "9年", "2026-07"),
    ],
)
def test_what_a_court_decides_is_not_of_the_day_of_the_deed(text: str, mention: str, period: str, periods) -> None:
    assert periods(text, "2026-08-10")[mention] == period


@pytest.mark.parametrize(
    ("text", "mention"),
    [("为期九十天的博览会今天在甲市闭幕，成交3亿元。", "3亿元"), ("甲社某地31日电 今天3人受伤。", "3人")],
)
def test_the_first_days_that_there_are(text: str, mention: str, periods) -> None:
    assert periods(text, "0001-01-02")[mention].startswith("0001")


WEEK = "（中央社记者王立台北9日电）本周有11人在山区受伤。\n（中央社记者李明高雄10日电）高雄港昨晚有3艘船靠岸。"
RELEASED = (
    "（中央社首尔10日综合外电报导）韩国今天公布，第2季出口成长8%。\n"
    "〔财经频道／综合报导〕米价上涨，每斤3元。\n县府补助农民1300元。"
)


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        (WEEK, "11人", "2026-08-03/2026-08-09"),
        (WEEK, "3艘", "2026-08-09"),
        (RELEASED, "8%", "2026-04/2026-06"),
        (RELEASED, "3元", "2026"),
        (RELEASED, "1300元", "2026"),
    ],
)
def test_items_count_from_their_own_day_and_report_on_nothing_together(
    text: str, mention: str, period: str, periods
) -> None:
    assert periods(text, "2026-08-10")[mention] == period


def test_the_dates_of_a_page_are_not_gone_through_for_each_of_its_items() -> None:
    def seconds(items: int) -> float:
        text = "〔财经频道／综合报导〕今天5人。\n" * items
        dates = find_dates(text, "2012-08-09")
        began = time.process_time()
        PagePeriods(text, dates, "2012-08-09")
        return time.process_time() - began

    # The second is for a collection of garbage; a square takes a dozen.
    assert seconds(12_000) < 8 * seconds(3_000) + 1


def test_a_line_of_a_sender_that_counts_something_is_read(periods) -> None:
    assert periods("[截至17日启动期限90天春运〔综合报导〕", "2026-08-20") == {"90天": "2026-08-17"}
