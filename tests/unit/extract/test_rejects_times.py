"""Lengths of time that are told for themselves, and those that only say when."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


def told(text: str) -> list[tuple[str, str, str]]:
    read = READER.read(Article("x", text, None, "2022-06-10", None)).observations
    return [(one.mention, one.measure, one.indicator) for one in read]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("车间里每53秒下线一台整车。", [("53秒", "level", "下线一台整车用时")]),
        (
            "平均每五秒，就有一人办好登记。",
            [("五秒", "ratio", "办好登记用时"), ("一人", "ratio", "办好登记")],
        ),
        ("效率提高3倍多，每40秒生产一条轮胎。", [("3倍多", "growth", "效率"), ("40秒", "level", "生产一条轮胎用时")]),
        ("工作人员每2小时消毒一次。", []),
        ("水池每3天换一次水。", []),
        ("具有3年以上工作经验的人员优先。", []),
        ("该职位一般需要有2年以上基层工作经验。", [("2年", "level", "职位一般基层工作经验")]),
    ],
)
def test_a_length_of_time(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected
