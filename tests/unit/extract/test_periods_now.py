"""Sums up to now from the date that a story begins with, and what stands by now in a stretch that nobody counts."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


def period_of(text: str, mention: str, published: str) -> str | None:
    found = READER.read(Article("x", text, None, published, None)).observations
    return next(o.period for o in found if o.mention == mention)


@pytest.mark.parametrize(
    ("text", "mention", "published", "period"),
    [
        ("根据今天上午8时监测资料，湖面已达86米，目前距坝顶仅剩2米。", "2米", "2021-05-05", "2021-05-05"),
        ("今天上午，县里召开会议，目前全县有合作社60家。", "60家", "2021-05-05", "2021-05"),
        ("近10年（自2007年起迄今）病例共计12例，包括本国籍7例。", "7例", "2016-10-08", "2007/2016-10"),
        ("2012年，小李回乡当上村医，至今他已为村民看病3000多人次。", "3000多人次", "2014-09-14", "2012/2014-09"),
        ("2015年，省里启动古树保护，迄今已挂牌古树1.2万株。", "1.2万株", "2019-06-20", "2015/2019-06"),
        ("2016年3月，张军任职。至今，他已为村里争取资金6万元，修路12公里。", "12公里", "2020-04-10", "2016-03/2020-04"),
        ("2008年，他第一次献血，到现在献了62次。", "62次", "2021-05-05", "2008/2021-05"),
        ("2014年，合作社引进茶苗，如今茶园面积已达2300亩。", "2300亩", "2017-08-01", "2017-08"),
        ("2018年，县里成立了基金，至今余额为350万元。", "350万元", "2021-05-05", "2021-05"),
        ("近两年，市里加装电梯，仅城东区就有85部，方便了居民。", "85部", "2018-08-02", "2018"),
        ("近三年来，仅城东区就有300人脱贫。", "300人", "2018-08-02", None),
        ("去年全省卖出新车45万辆，接近10年前的3倍。", "3倍", "2026-09-04", "2015/2025"),
    ],
)  # fmt: skip
def test_sums_up_to_now_and_what_there_is_by_now(text: str, mention: str, published: str, period: str | None) -> None:
    assert period_of(text, mention, published) == period


@pytest.mark.parametrize(
    ("text", "mention", "published", "period"),
    [
        ("“十二五”期间，新建水库30座，到2015年底，有水库90座。新增渠道800公里。", "800公里", "2016-04-12", "2011/2015"),
        ("“十三五”期间，新增造林6万亩，截至去年底，覆盖率达45%。全市有林场12个。", "12个", "2021-03-01", "2020"),
        ("五年来，全县脱贫3.2万人，截至2020年底，发生率降为零。新建扶贫车间90个。", "90个", "2021-03-01", "2015/2020"),
    ],
)  # fmt: skip
def test_what_was_done_is_told_on_of_the_years_of_a_plan_behind_their_end(
    text: str, mention: str, published: str, period: str
) -> None:
    assert period_of(text, mention, published) == period


def test_a_story_under_way_is_of_its_own_year_however_often_it_names_the_last() -> None:
    text = (
        "到2019年底，白塔村全部脱贫。\n老陆种了5亩牧草。目前全村有牧草300亩。\n“去年我家摘了帽，最近养了40只羊。”\n"
        "去年初，村里建成水渠。\n小学有学生90人。"
    )
    assert period_of(text, "90人", "2020-08-25") == period_of(text, "5亩", "2020-08-25") == "2020"
