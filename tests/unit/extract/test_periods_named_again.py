"""Those that a text counts again, and events of a day that sentences behind tell on."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "5月9日，120名志愿者从武汉出发支教。这120名志愿者来自8所高校，其中女性66名。",
            ["2019-05-09"] * 4,
        ),
        ("5月8日，该县表彰了50名先进个人。50名先进个人来自各行各业。", ["2019-05-08", "2019"]),
        ("5月8日，该县表彰了50名先进个人。这50名司机来自各行各业。", ["2019-05-08", "2019"]),
        ("该县表彰了50名先进个人。这50名先进个人来自各行各业。", ["2019", "2019"]),
        ("5月5日，利马一家银行发生抢劫。四名歹徒持枪闯入，劫走现金20万美元。", ["2019-05-05"] * 2),
        ("5月4日，部分民众举行抗议集会。警察与民众发生冲突，两人遭到逮捕。", ["2019-05-04"]),
        ("两国5月3日交换部分在押人员，各释放107人。被释放的人员中有74人是守兵。", ["2019-05-03"] * 2),
    ],
)
def test_what_is_told_of_those_ones_is_of_the_day_of_their_count(text: str, periods: list[str]) -> None:
    assert [o.period for o in READER.read(Article("x", text, None, "2019-05-10", None)).observations] == periods


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("公安部从2014年起开展打拐行动。行动期间，共解救儿童800名。", "2014/2016-03"),
        ("多部门从去年起联合开展整治行动。\n专项行动期间，出动13万人次。", "2015/2016-03"),
        ("全市2014年至2015年开展植树活动。活动期间，累计植树80万株。", "2014/2015"),
        ("活动期间，累计植树80万株。", "2016"),
    ],
)
def test_the_time_of_a_deed_is_taken_up(text: str, period: str) -> None:
    assert [o.period for o in READER.read(Article("x", text, None, "2016-03-24", None)).observations] == [period]
