"""Counts up to a day of an event, which the sentences behind go on with."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

_STORM = "截至21日20时，洪水已造成12人遇难。消防部门共营救被困群众3500人，累计疏散1.2万人。"
_FIRES = "截至7月20日，今年全省火灾造成32人死亡。消防部门累计疏散群众1200人。今年以来共撤离800人。"


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        (_STORM, "3500人", "2021-07-21"),
        (_STORM, "1.2万人", "2021-07-21"),
        (_FIRES, "800人", "2021"),
    ],
)
def test_a_toll_up_to_a_day_goes_on(text: str, mention: str, period: str) -> None:
    found = Reader().read(Article("d", text, None, "2021-07-22", None)).observations
    assert next(one.period for one in found if one.mention == mention) == period


_FLOOD = (
    "某国北部山区9日发生山洪。两地共有近1500人失踪，其中至少有800人来自20多个国家。目前已有165人遇难。"
    "\n某国北部昨天发生山洪，警方今天更新消息指出，死亡人数攀升至359人。"
)
_STRIKE = (
    "9日的罢工是继5日的罢工之后的第二轮行动。当天首都交通几乎瘫痪。地铁公司说，16条线路中有10条停运，"
    "车次仅为平日的三成。\n该国有42种退休制度。"
)


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        (_FLOOD, "1500人", "2023-08-09"),
        (_FLOOD, "800人", "2023-08-09"),
        (_FLOOD, "20多个", "2023-08-09"),
        (_FLOOD, "165人", "2023-08"),
        (_FLOOD, "359人", "2023-08-10"),
        (_STRIKE, "10条", "2023-08-09"),
        (_STRIKE, "三成", "2023-08-09"),
        (_STRIKE, "42种", "2023"),
    ],
)
def test_a_toll_of_the_day_of_an_event(text: str, mention: str, period: str) -> None:
    found = Reader().read(Article("d", text, None, "2023-08-10", None)).observations
    assert next(one.period for one in found if one.mention == mention) == period


@pytest.mark.parametrize(("text", "period"), [("今夏中暑住院300人。", "2023"), ("去冬今春造林300亩。", "2023")])
def test_a_season_of_this_year(text: str, period: str) -> None:
    found = Reader().read(Article("d", text, None, "2023-08-10", None)).observations
    assert found[0].period == period


def test_what_was_done_about_an_event_is_of_its_day_in_the_paragraphs_behind() -> None:
    text = (
        "昨晚9点，白塔县发生6.1级地震。\n震中距云岭市56公里，距青山县65公里，目前没有伤亡。\n"
        "消防部门出动消防车28辆，对全村47名村民逐一清点排查，转移群众120人。\n武警疏散受阻车辆200台。全县有乡镇13个。"
    )
    found = Reader().read(Article("x", text, "白塔县发生6.1级地震", "2018-11-18", None)).observations
    periods = {o.mention: o.period for o in found}
    of_day = ["6.1级", "56公里", "65公里", "28辆", "47名", "120人", "200台"]
    assert {periods[mention] for mention in of_day} == {"2018-11-17"}
    assert periods["13个"] == "2018"


def test_a_drill_is_no_event() -> None:
    text = "1月4日，云岭省举行地震应急演练。\n演练出动救援人员300名。全省有应急避难场所900处。"
    found = Reader().read(Article("x", text, "云岭省开展地震应急演练", "2022-01-05", None)).observations
    assert {o.period for o in found} == {"2022"}
