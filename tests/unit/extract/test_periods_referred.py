"""Things that a clause only names by what befell them once, stretches and years taken up, and the months so far."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


def period_of(text: str, mention: str, published: str) -> str | None:
    read = READER.read(Article("x", text, None, published, None)).observations
    return next(o.period for o in read if o.mention == mention)


@pytest.mark.parametrize(
    ("text", "mention", "published", "period"),
    [
        ("先前已遭下架的5个批次，并不适用此次机制。", "5个", "2026-07-14", "2026"),
        ("早年栽下的500棵梨树今年挂果了。", "500棵", "2022-05-10", "2022"),
        ("由过去种植的20亩扩大到50亩。", "20亩", "2022-05-10", None),
        ("原来的20户贫困户都搬进了新居。", "20户", "2022-05-10", None),
        ("过去全村有60户贫困户。", "60户", "2022-05-10", None),
        ("市府说明最新情况，扣除大班的58位孩童，目前都已安置。", "58位", "2026-07-14", "2026-07"),
        ("去年全县新增的35家企业，目前都已投产。", "35家", "2022-03-10", "2021"),
        ("今年初至今，全县发放贷款3亿元。", "3亿元", "2026-07-14", "2026-01/2026-07"),
        ("今年以来，全县发放贷款3亿元。", "3亿元", "2026-07-14", "2026"),
    ],
)
def test_what_is_told_of_things_by_name(text: str, mention: str, published: str, period: str | None) -> None:
    assert period_of(text, mention, published) == period


def test_years_that_nobody_places_hold_for_the_next_sentences_only() -> None:
    near = "过去三四年，县里狠抓产业。新建公路62条。"
    far = "过去三四年，县里狠抓产业。干部这样说。一场接一场拼下来，路通了。新建公路62条。"
    assert period_of(near, "62条", "2019-05-23") is None
    assert period_of(far, "62条", "2019-05-23") == "2019"


def test_this_year_is_the_one_just_named() -> None:
    text = "2019年对他来说有许多期待。也是在这一年，全乡要修路30公里。"
    assert period_of(text, "30公里", "2019-02-23") == "2019"


@pytest.mark.parametrize(
    ("text", "mention", "published", "period"),
    [
        ("三年前，他们从10亩地起步，到今天，基地有800亩。", "800亩", "2021-07-01", "2021-07"),
        ("展会到今天已有3000人参观。", "3000人", "2021-07-01", "2021-07-01"),
        ("今年3月，王芳办起加工厂，投资30万元。半年多时间，工厂带动就业40人。", "40人", "2020-12-01", "2020"),
        ("6月15日，山路突发塌方。他跳下车，救下80多人。", "80多人", "2021-06-18", "2021-06-15"),
        ("去年年底，法院开设平台，半年多来，共惩戒2万多人。", "2万多人", "2016-11-27", "2016"),
    ],
)
def test_a_story_moves_on(text: str, mention: str, published: str, period: str) -> None:
    assert period_of(text, mention, published) == period
