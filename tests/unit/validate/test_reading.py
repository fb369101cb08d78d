"""The second reading of mentions, and what arithmetic makes of printed precision."""

import json
from pathlib import Path

import pyarrow as pa
import pytest

from tasks.validate.reading import agreeing, chinese_number, printed_step, read_mentions
from tasks.validate.rules import load_printed_units

UNITS = load_printed_units()
GOLD = Path(__file__).resolve().parents[2] / "golden" / "seeds" / "gold.jsonl"


def read(mention):
    reading = read_mentions(pa.array([mention]), UNITS)
    return reading.low[0].as_py(), reading.high[0].as_py(), reading.unit[0].as_py()


@pytest.mark.parametrize(
    ("mention", "low", "high", "unit"),
    [
        ("1.42万元", 14200, None, "元"),
        ("1,234.5万元", 12345000, None, "元"),
        ("5至8万元", 50000, 80000, "元"),
        ("500元至700元", 500, 700, "元"),
        ("2—3个", 2, 3, "个"),
        ("6140余万元", 61400000, None, "元"),
        ("10多亿元", 1000000000, None, "元"),
        ("5000余名", 5000, None, "人"),
        ("3.5‰", 3.5, None, "‰"),
        ("7.6个百分点", 7.6, None, "百分点"),
        ("860千瓦时", 860, None, "千瓦时"),
        ("3千瓦时", 3, None, "千瓦时"),
        ("5万4250人", 54250, None, "人"),
        ("2.5亿", 250000000, None, None),
        ("三成", 30, None, "%"),
        ("五年", 5, None, "年"),
        ("两千三百户", 2300, None, "户"),
    ],
)
def test_mentions_are_read(mention, low, high, unit):
    assert read(mention) == (low, high, unit)


@pytest.mark.parametrize("mention", ["无数字", "一个半小时", "翻一番", "", "3/4"])
def test_unknown_forms_are_not_judged(mention):
    assert read(mention)[0] is None


def test_every_mention_of_the_seed_gold_agrees():
    lines = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    stated = [line for line in lines if line["label"] != "reject"]
    reading = read_mentions(pa.array([line["mention"] for line in stated]), UNITS)
    values = pa.array([float(line["value"]) for line in stated])
    got = agreeing(values, reading.low, reading.bare).to_pylist()
    wrong = [
        (line["mention"], value) for line, value in zip(stated, got, strict=True) if value not in (line["value"], None)
    ]
    assert wrong == []
    assert sum(value is None for value in got) <= 0.05 * len(got)


def test_sign_and_table_headers_are_forgiven_and_nothing_else():
    values = pa.array([-2.7, 6500000.0, 65000.0, 27.0])
    reading = read_mentions(pa.array(["2.7%", "650.0", "650.0吨", "2.7%"]), UNITS)
    assert agreeing(values, reading.low, reading.bare).to_pylist() == [-2.7, 6500000.0, 650.0, 2.7]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10),
        ("二十三", 23),
        ("一百零五", 105),
        ("三千二百", 3200),
        ("一万二千", 12000),
        ("两亿", 2e8),
        ("二三", None),
    ],
)
def test_chinese_numerals(text, value):
    assert chinese_number(text) == value


@pytest.mark.parametrize(
    ("mention", "value", "step"),
    [
        ("14036条", 14036, 0),
        ("99.6%", 99.6, 0.1),
        ("50%", 50, 1),
        ("73万人", 730000, 10000),
        ("4.3万元", 43000, 1000),
        ("148亿元", 1.48e10, 1e8),
        ("7.4", 7.4, 0.1),
        ("第二", 2, 0),
        ("七百九十六万名", 7960000, 10000),
        ("百分之十点八", 10.8, 0.1),
        ("百分之五", 5, 1),
        ("三百二十户", 320, 0),
        ("二千三百一十点二万名", 23102000, 1000),
    ],
)
def test_printed_precision(mention, value, step):
    assert printed_step(mention, value) == pytest.approx(step)
