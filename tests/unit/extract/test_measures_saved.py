"""Measures of what is saved: a fall where it is held against something else, else the share that is saved."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article, Observation
from tasks.extract.reader import Reader


def read(text: str) -> list[Observation]:
    return Reader().read(Article("d", text, None, "2022-06-17", "某日报")).observations


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        ("新装的水泵比老式水泵节电三成。", -30, "growth"),
        ("今年的配方肥较常规施肥节肥15%。", -15, "growth"),
        ("机器插秧比人工省时80%。", -80, "growth"),
        ("这里比往年少用农药20%。", -20, "growth"),
        ("办公楼较改造前节约用电18%。", -18, "growth"),
        ("每吨钢比改造前节煤30公斤。", -30, "change"),
        ("今年秋收比去年省工300个。", -300, "change"),
        ("这种水稻可节水30%。", 30, "share"),
        ("水稻播种面积比去年多20%。", 20, "growth"),
    ],
)
def test_what_is_saved_against_something_else_has_fallen(text: str, value: float, measure: str) -> None:
    (one,) = read(text)
    assert (float(one.value), one.measure) == (value, measure)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("全年植树80万棵，比计划多栽果树5万棵。", [(800000, "level"), (50000, "change")]),
        ("今年比去年多处置垃圾5万吨。", [(50000, "change")]),
        ("与去年相比，多部门联合检查5次。", [(5, "level")]),
        ("和去年相比，多名医生下乡义诊9次。", [(9, "level")]),
    ],
)
def test_what_is_done_more_than_before_is_by_how_much(text: str, values: list[tuple[float, str]]) -> None:
    assert [(float(one.value), one.measure) for one in read(text)] == values


def test_what_is_saved_besides_is_saved_against_the_same() -> None:
    found = read("膜下滴灌较漫灌省水40%，省工50%。滴灌比漫灌节水30%、节肥20%。")
    assert [(float(one.value), one.measure) for one in found] == [
        (-40, "growth"),
        (-50, "growth"),
        (-30, "growth"),
        (-20, "growth"),
    ]
