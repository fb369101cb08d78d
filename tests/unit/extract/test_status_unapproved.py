"""Works that still wait to be approved: what they are to cost and to be is no fact yet."""

import time

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader
from tasks.extract.status import default_status
from tasks.extract.status_scope import StatusScope
from tasks.extract.status_unapproved import Unapproved

READER = Reader()


def read(text: str) -> dict[str, tuple[str, str | None]]:
    found = READER.read(Article("x", text, "交通建设提速", "2012-05-01", "三峡日报")).observations
    return {o.mention: (o.status, o.period) for o in found}


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("鄂西引水工程，目前正编制项目建议书，估算投资80亿元。", "80亿元"),
        ("污水厂扩建项目可研报告已完成评审，概算投资2.3亿元。", "2.3亿元"),
        ("北环铁路可行性研究报告已上报，改造线路90公里。", "90公里"),
        ("粮库迁建工程正待省发改委批复。工程新建仓容12万吨，总投资1.6亿元。", "12万吨"),
        ("粮库迁建工程正待省发改委批复。工程新建仓容12万吨，总投资1.6亿元。", "1.6亿元"),
        ("机场扩建工程，可研报告已编制，跑道延长工程改建面积由30万平方米扩大到45万平方米。", "45万平方米"),
    ],
)
def test_what_waits_to_be_approved_is_planned(text: str, mention: str) -> None:
    assert read(text)[mention][0] == "target"


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("引水工程可研报告已获国家批复，总投资80亿元。", "80亿元"),
        ("北环铁路可行性研究报告完成，去年已经开工，总投资60亿元。", "60亿元"),
        ("江堤整治工程，堤防全长182公里，可研报告已通过审查。", "182公里"),
        ("可研报告已通过审查。\n全县投资20亿元。", "20亿元"),
        ("全市可研报告编制完成率达到80%。", "80%"),
    ],
)
def test_what_was_approved_or_stands_is_a_fact(text: str, mention: str) -> None:
    assert read(text)[mention][0] == "observation"


def test_it_is_of_the_day_of_the_study() -> None:
    assert read("2011年10月，水厂可研报告通过审查，总投资达52亿元。")["52亿元"] == ("target", "2011-10")


def test_what_a_study_reckons_begins_behind_its_words() -> None:
    text = "占地80亩。占地90亩，经测算，总投资9亿元，回收期5年。经测算，人均支出9000元。"
    words = Unapproved(text)
    assert [word for word in ("80", "90", "9亿", "5年", "9000") if words.holds(text.index(word))] == ["9亿", "5年"]


@pytest.mark.parametrize("unit", ["经测算", "\n"])
def test_a_text_is_gone_through_once(unit: str) -> None:
    def seconds(times: int) -> float:
        text = "甲市" + unit * times
        began = time.process_time()
        StatusScope(default_status(), text, "政府工作报告")
        return time.process_time() - began

    # The second is for a collection of garbage; a square takes a dozen.
    assert seconds(16_000) < 8 * seconds(4_000) + 1
