"""People's names that end in 明 before a word of time."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


@pytest.mark.parametrize(
    ("text", "period", "status"),
    [
        ("社员李长明年底领到分红5600元。", "2020", "observation"),
        ("村民王建明年初贷款5600元，办起养鸡场。", "2021", "observation"),
        ("据介绍，沈阳明年底建成轨道5600公里。", "2022", "target"),
        ("目前，任务明年底完成，投资5600元。", "2022", "target"),
        ("全县明年底发放补助5600元。", "2022", "target"),
        ("到明年底，户均补助达到5600元。", "2022", "target"),
    ],
)
def test_a_name_is_no_year_to_come(text: str, period: str, status: str) -> None:
    found = READER.read(Article("x", text, None, "2021-01-12", None)).observations
    assert [(one.period, one.status) for one in found] == [(period, status)]
