"""Classifiers behind digits in front of a word that they could begin, and indexes told without a unit."""

from __future__ import annotations

import pytest

from tasks.extract.rejects import read_numbers


def mentions(text: str) -> list[str]:
    return [text[one.start : one.end] for one in read_numbers(text).quantities]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("全市36家事业单位招聘96人。", ["36家", "96人"]),
        ("引进26家装备制造企业和8000多家纺织企业。", ["26家", "8000多家"]),
        ("其中12家属于国有企业。", ["12家"]),
        ("新建5座机场、16所长期照护机构。", ["5座", "16所"]),
        ("举办6场内外展览。", ["6场"]),
        ("小区有600多位居民。", ["600多位"]),
        ("带动360户均增收。", ["360户"]),
        ("联合3部门印发通知。", ["3部门"]),
        ("这里有2500家庭。", ["2500"]),
        ("共有12条件款。", []),
    ],
)
def test_a_classifier_behind_digits_begins_no_other_word(text: str, found: list[str]) -> None:
    assert mentions(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("四类价格指数分别为101.4、100.5和99.3。", ["101.4", "100.5", "99.3"]),
        ("运价指数为246，比4月上升4点。", ["246", "4点"]),
        ("文号为246，会议4点开始。", []),
    ],
)
def test_indexes_need_no_unit(text: str, found: list[str]) -> None:
    assert mentions(text) == found
