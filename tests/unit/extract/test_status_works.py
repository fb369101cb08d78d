"""Lists of things to be done for the people, however their sentence begins."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()
BODY = "为2000名残疾儿童提供免费康复，培训康复人员600人次。"


def status(head: str, published: str = "2026-01-31") -> set[str]:
    found = READER.read(Article("x", head + BODY, "2026年云岭省政府工作报告", published, None)).observations
    return {o.status for o in found if o.mention in ("2000名", "600人次")}


@pytest.mark.parametrize(
    "head",
    [
        "今年的十件民生实事，头一件是提高康复水平。",
        "2026年，省里将办好十件民生实事。\n",
        "2026年，我们要集中力量为群众办十件实事。第一，抓好康复。",
        "省政府2026年为民办实事清单\n",
        "围绕困难群众，今年的安排是：",
    ],
)
def test_a_sentence_that_promises_works_opens_a_list_of_plans(head: str) -> None:
    assert status(head) == {"target"}


@pytest.mark.parametrize("head", ["2025年十件民生实事全部完成。", "去年的民生实事圆满兑现。", "2025年的安排是："])
def test_works_that_were_done_open_none(head: str) -> None:
    assert status(head) == {"observation"}
