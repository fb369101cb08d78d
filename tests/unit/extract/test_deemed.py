"""Limits that set a standard, next to those that only say who is meant."""

from __future__ import annotations

import pytest

from tasks.extract.deemed import is_deemed, without_deeming
from tasks.extract.model import Article
from tasks.extract.reader import Reader
from tasks.extract.rejects import read_numbers


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("那一年，人均纯收入2736元以下的就算贫困人口。", "2736元"),
        ("年人均收入785元以下的为绝对贫困人口。", "785元"),
        ("凡是人均年收入在2855元以下的，都算扶贫对象。", "2855元"),
        ("注册资本300万元以下的算微型企业。", "300万元"),
        ("单价20万元以下的设备一律归为一般设备。", "20万元"),
    ],
)
def test_a_limit_that_sets_a_standard_is_a_figure(text: str, mention: str) -> None:
    assert mention in [text[one.start : one.end] for one in read_numbers(text).quantities]


@pytest.mark.parametrize(
    "text",
    [
        "月收入3000元以下的家庭优先安排。",
        "5万元以下的贷款由乡镇审批。",
        "损失1万元以上的，要计算到户。",
        "结余50万元以上的单位要全部算清账目。",
    ],
)
def test_a_limit_that_says_who_is_meant_is_none(text: str) -> None:
    assert read_numbers(text).quantities == []


def test_what_those_within_it_are_held_to_be_is_no_part_of_the_name() -> None:
    article = Article("1", "注册资本300万元以下的算微型企业。", None, "2024-05-17", None)
    assert [one.indicator for one in Reader().read(article).observations] == ["注册资本"]
    assert is_deemed("以下的就算贫困人口", 0)
    told = Reader().read(article._replace(text="近年来，七成以上的储层属于低渗透油藏。")).observations
    assert ["低渗透" in one.indicator for one in told] == [True]
    assert without_deeming("以下的贫困户") == "以下的贫困户"
