"""What a plan on paper announces, and raises that are told behind a forecast."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


def standings(text: str) -> list[str]:
    return [one.status for one in READER.read(Article("x", text, None, "2022-06-10", None)).observations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县里整治撂荒地，将今年大豆种植面积扩大到3万亩。", ["observation"]),
        ("根据园区规划，企业数量达到200家以上。", ["target"]),
        ("按照年度计划，全县已完成造林3万亩。", ["observation"]),
        ("根据采访计划，记者走访了12个村。", ["observation"]),
        ("明年达到200台，远高于2017年国家制定的每万人80台的标准。", ["target", "observation"]),
        (
            "预计农村学生比例将再增加8%，招生范围也由60个县扩大到82个县，覆盖到30所高校。",
            ["target", "observation", "observation", "observation"],
        ),
        ("世贸组织将世界贸易量增速由3.9%下调至2.8%。", ["target", "target"]),
        ("全市将粮食产量增速由2%提高到3%。", ["observation", "observation"]),
        ("招录将向基层倾斜，该职位一般需要有2年以上基层工作经验。", ["observation"]),
        ("东部20个县将结对帮扶。同时，银行今年开始招收100名学生。", ["target", "observation"]),
        ("受访企业中，超过七成表示将增加在华投资。", ["observation"]),
        ("近半数的受访者打算换新车。", ["observation"]),
        ("涉及160万人、12个街道的城区将实施封控。", ["target", "target"]),
        ("12月1日起，政策将进行调整，限额由每人5000元上调为8000元。", ["observation", "target"]),
    ],
)
def test_plans_that_are_told_by_papers_and_raises(text: str, expected: list[str]) -> None:
    assert standings(text) == expected
