"""Blanks beside figures and in front of paragraphs do not change what is read; spans slice the text as printed."""

from __future__ import annotations

import re

import pytest

from tasks.extract.blanks import closed
from tasks.extract.model import Article, Observation
from tasks.extract.reader import Reader

SPACED = [
    (
        "　　2021 年，甲县粮食产量 82.6 万吨，比上年增长 2.8 %，居全省第 3 位。",
        "2021年，甲县粮食产量82.6万吨，比上年增长2.8%，居全省第3位。",
    ),
    (
        "　　今年前 10 个月，全县累计新建水库 12 座，完成投资 3.5 亿元。\n　　其中： 6 月底前完工 4 座。",
        "今年前10个月，全县累计新建水库12座，完成投资3.5亿元。\n其中：6月底前完工4座。",
    ),
    ("  2024 年 7 月份生猪存栏同比增长 13.1%", "2024年7月份生猪存栏同比增长13.1%"),
]


def _read(text: str) -> list[Observation]:
    return Reader().read(Article("d", text, None, "2024-11-03", None)).observations


def _fields(one: Observation) -> tuple[object, ...]:
    return (one.value, one.unit, one.measure, one.status, one.region_code, one.period, one.indicator)


@pytest.mark.parametrize(("spaced", "plain"), SPACED)
def test_spaced_text_reads_like_plain_text(spaced: str, plain: str) -> None:
    found = _read(spaced)
    assert [_fields(one) for one in found] == [_fields(one) for one in _read(plain)]
    assert found
    assert all(one.mention == spaced[one.start : one.end] for one in found)
    assert all(one.mention.replace(" ", "") in plain for one in found)


def test_sentences_and_triggers_are_carried_back_too() -> None:
    spaced, plain = SPACED[0]
    one, other = _read(spaced)[0], _read(plain)[0]
    assert spaced[one.sentence_start : one.sentence_end].replace(" ", "") == plain[other.sentence_start :]
    decision = Reader().read(Article("d", spaced, None, "2024-11-03", None)).decisions[0]
    assert decision.period.trigger
    assert spaced[slice(*decision.period.trigger)] == "2021 年"


@pytest.mark.parametrize("row", ["粮食 124735 3.2", "粮食\t12 万吨", "| 粮食 | 12 万吨 |", "小麦 15669"])
def test_rows_of_a_table_keep_the_blanks_between_their_cells(row: str) -> None:
    assert closed(row).text == row


def test_text_without_such_blanks_stays_the_same() -> None:
    text = "全县有 A 类村12个。"
    assert closed(text).text == text


def test_each_code_point_is_found_again() -> None:
    text = "　甲 12 万元， 3 %。\n乙 4 个！"
    left = closed(text)
    assert left.text == "甲12万元，3%。\n乙4个！"
    spans = [left.span(at, at + 1) for at in range(len(left.text))]
    assert "".join(text[start:end] for start, end in spans) == left.text


@pytest.mark.parametrize(
    "text",
    [
        "2009到2011年销售分别达到3822万台、1140万台以及2730万台。",
        "困难残疾人生活补贴从每年1056元提高到1320元，惠及12345人。",
        "去年，全县投入15000000元，改造危房1500户，户均10000元。",
    ],
)
def test_commas_between_thousands_change_no_reading(text: str) -> None:
    parted = re.sub(r"(?<!\d)(\d{4,})(?=[万元人户台])", lambda figure: f"{int(figure[1]):,}", text)
    assert parted != text
    plain, commas = (
        Reader().read(Article("1", printed, published_at="2023-01-20")).observations for printed in (text, parted)
    )
    assert [(o.value, o.unit, o.period, o.status, o.measure) for o in commas] == [
        (o.value, o.unit, o.period, o.status, o.measure) for o in plain
    ]
    assert [parted[o.start : o.end] for o in commas] == [o.mention for o in commas]
    assert [o.mention.replace(",", "") for o in commas] == [o.mention for o in plain]
