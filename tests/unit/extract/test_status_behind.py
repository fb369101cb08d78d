"""Figures printed before the words that announce them."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


def status(text: str, published: str | None = "2022-05-10") -> list[str]:
    return [o.status for o in READER.read(Article("x", text, None, published, None)).observations]


@pytest.mark.parametrize(
    "text",
    [
        "九成以上的村卫生室要配齐医生。",
        "95%的入学率须继续保持。",
        "40%的财政资金必须投向农村。",
        "全区300个村要完成改造。",
        "2万名群众今年要搬出大山。",
        "12个县今年计划摘帽。",
        "胃癌、肺癌等20种重大疾病的保障，要全面推开。",
        "六成的脱贫户年内要用上清洁取暖。",
    ],
)
def test_what_those_that_are_counted_are_to_do_is_planned(text: str) -> None:
    assert set(status(text)) == {"target"}


@pytest.mark.parametrize(
    "text",
    [
        "六成的脱贫户用上了清洁取暖。",
        "空军昨夜空袭120处目标。",
        "这1200名学员将成为乡村振兴的生力军。",
        "平均两个小时要完成一列班列的换装。",
        "300户群众主要完成了厨房改造。",
        "9项技术成果应用于大棚。",
        "285个计划新开工项目全部开工。",
        "300名村民要走两个小时山路才能到镇上。",
    ],
)
def test_words_that_only_hold_such_letters_announce_nothing(text: str) -> None:
    assert set(status(text)) == {"observation"}


@pytest.mark.parametrize("needs", ["按需要", "根据群众的需要", "视实际需要"])
def test_a_need_is_no_plan(needs: str) -> None:
    assert status(f"企业{needs}落实帮扶：助学307户，助残238户。") == ["observation"] * 2


def test_the_share_of_those_who_intend_something_is_a_fact() -> None:
    assert status("三分之一的在华企业计划将投资规模扩大。") == ["observation"]


@pytest.mark.parametrize(
    ("text", "mention", "status"),
    [
        ("该厂三期年产3000吨维生素生产线即将投产。", "3000吨", "observation"),
        ("这条56公里的城际铁路即将通车。", "56公里", "observation"),
        ("另有5个项目即将投产。", "5个", "target"),
    ],
)
def test_how_large_a_work_is_that_is_about_to_open(text: str, mention: str, status: str) -> None:
    found = READER.read(Article("d", text, None, "2023-05-01", None)).observations
    assert next(one.status for one in found if one.mention == mention) == status


def test_a_remark_in_quotes_announces_nothing_behind_it() -> None:
    text = "船公司表示「没有减弱迹象，强度可望延续到第3季」，7月营收增35%。“明年要扩建，再招300人”，厂长说，产值3亿元。"
    found = READER.read(Article("d", text, None, "2023-08-14", None)).observations
    assert [(one.mention, one.status) for one in found] == [
        ("35%", "observation"),
        ("300人", "target"),
        ("3亿元", "observation"),
    ]
