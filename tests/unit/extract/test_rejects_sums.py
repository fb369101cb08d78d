"""Lengths of a whole, counts of a list right before them, those told before, and what a container is called by."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader


def figures(text: str) -> dict[str, str]:
    found = Reader().read(Article("d", text, "国内联播快讯", "2020-01-09", None)).observations
    return {one.mention: one.status for one in found}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("春运从1月10日启动到2月18日结束，共40天。", {"40天": "observation"}),
        ("当前热浪已持续22天，影响很大。", {"22天": "observation"}),
        ("去年优良天气总共有212天，创下新高。", {"212天": "observation"}),
        ("武汉将用三年时间分步推进建设。", {"三年": "target"}),
        ("力争通过3年时间，实现全覆盖。", {"3年": "target"}),
        ("他们用三年时间修通了这条路。", {}),
        ("他们在村里共住了3天。", {}),
        ("行政、立法、司法三个领域都有变化。", {}),
        ("灭活疫苗和腺病毒载体疫苗两种技术路线并行。", {}),
        ("围绕就业、教育、医疗三个方面推出办法。", {"三个": "observation"}),
        ("老伴干社区保洁，两人每月都很忙。", {}),
        ("大桥垮塌，两人死亡。", {"两人": "observation"}),
        ("该船可装载10036只20英尺标准集装箱。", {"10036只": "observation"}),
    ],
)
def test_what_is_told_and_what_only_names(text: str, told: dict[str, str]) -> None:
    assert figures(text) == told


def test_the_provinces_that_report() -> None:
    text = "1月8日0—24时，31个省（自治区、直辖市）和新疆生产建设兵团报告新增确诊病例13例。"
    found = Reader().read(Article("d", text, "疫情通报", "2020-01-09", None)).observations
    assert [(one.mention, one.region_code) for one in found] == [("13例", "100000")]
    assert found[0].indicator == "新增确诊病例"
