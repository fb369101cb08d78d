"""A batch: accounting, confidence, the frame's own facts."""

import datetime as dt

import pytest

from tasks.contracts import OBSERVATIONS, RELATIONS, ContractError
from tasks.validate.batch import validate_batch
from tasks.validate.context import day_number, previous_ends
from tasks.validate.regions import name_stem


@pytest.fixture(scope="module")
def result(gold_observations, gold_documents, rules):
    return validate_batch(gold_observations, gold_documents, rules=rules, run_id="r")


def confidence_of(table, mention):
    return next(row["confidence"] for row in table.to_pylist() if row["mention"] == mention)


def test_good_rows_pass_and_keep_their_order(result, gold_observations):
    assert result.passed["observation_id"].equals(gold_observations["observation_id"])
    assert result.report["rows_passed"] == result.report["rows_in"]
    assert result.report["table_level_failed"] == []
    OBSERVATIONS.conform(result.passed)
    RELATIONS.conform(result.relations)


def test_confidence_rises_with_a_relation_that_agrees(result):
    assert confidence_of(result.passed, "14036条") > 0.8
    assert confidence_of(result.passed, "99.6%") > 0.8
    assert confidence_of(result.passed, "2465平方公里") == 0.8


def test_a_relation_that_is_not_comparable_moves_nothing(result):
    assert confidence_of(result.passed, "4.3万元") == 0.8


def test_confidence_falls_with_a_relation_that_disagrees(gold_observations, gold_documents, rules):
    rows = gold_observations.to_pylist()
    texts = gold_documents.to_pylist()
    for text in texts:
        text["text"] = text["text"].replace("整改完成率99.6%", "整改完成率96.9%")
    for row in rows:
        if row["mention"] == "99.6%" and "整改" in row["indicator"]:
            row["mention"], row["value"] = "96.9%", 96.9
    documents = gold_documents.schema.empty_table()
    documents = type(documents).from_pylist(texts, schema=gold_documents.schema)
    result = validate_batch(OBSERVATIONS.from_rows(rows), documents, rules=rules)
    assert result.report["relations_by_verdict"]["disagrees"] == 1
    assert len(result.quarantined) == 0
    assert confidence_of(result.passed, "96.9%") < 0.8
    assert confidence_of(result.passed, "14036条") < 0.8


def test_a_table_that_fails_as_a_whole_is_reported(gold_observations, gold_documents, rules):
    rows = [{**row, "unit": " "} if n % 2 else row for n, row in enumerate(gold_observations.to_pylist())]
    result = validate_batch(OBSERVATIONS.from_rows(rows), gold_documents, rules=rules)
    assert result.report["table_level_failed"] == ["table_quarantined_share"]


def test_few_rows_are_no_trend(gold_observations, gold_documents, rules):
    rows = [{**row, "unit": " "} for row in gold_observations.slice(0, 5).to_pylist()]
    result = validate_batch(OBSERVATIONS.from_rows(rows), gold_documents, rules=rules)
    assert len(result.quarantined) == 5
    assert result.report["table_level_failed"] == []


def test_a_table_off_its_contract_is_refused(gold_observations, gold_documents, rules):
    with pytest.raises(ContractError, match="unit"):
        validate_batch(gold_observations.drop_columns(["unit"]), gold_documents, rules=rules)


def test_the_same_batch_gives_the_same_tables(result, gold_observations, gold_documents, rules):
    again = validate_batch(gold_observations, gold_documents, rules=rules, run_id="r")
    assert again.passed.equals(result.passed)
    assert again.relations.equals(result.relations)


def test_rows_of_an_unknown_document_are_held(gold_observations, gold_documents, rules):
    rows = gold_observations.to_pylist()
    rows[0]["document_id"] = "lost"
    result = validate_batch(OBSERVATIONS.from_rows(rows), gold_documents, rules=rules)
    (held,) = result.quarantined.to_pylist()
    assert "span_mismatch" in held["reason_codes"]


def test_previous_ends_look_back_within_a_document_only(gold_observations):
    shuffled = gold_observations.sort_by([("mention", "ascending")])
    ends = dict(zip(shuffled["observation_id"].to_pylist(), previous_ends(shuffled).to_pylist(), strict=True))
    reached = {}
    for row in gold_observations.sort_by([("document_id", "ascending"), ("start", "ascending")]).to_pylist():
        assert ends[row["observation_id"]] == reached.get(row["document_id"])
        reached[row["document_id"]] = max(reached.get(row["document_id"], 0), row["end"])


def test_days_are_legible_numbers():
    import pyarrow as pa

    days = pa.array([dt.date(2020, 11, 5), None], pa.date32())
    assert day_number(days).to_pylist() == [20201105, None]


def test_name_stem():
    assert name_stem("恩施土家族苗族自治州") == "恩施"


def held_codes(gold_observations, gold_documents, rules, changes):
    """The reason codes that the first row gets with these fields changed, span and text apart."""
    rows = gold_observations.to_pylist()
    rows[0] |= changes
    result = validate_batch(OBSERVATIONS.from_rows(rows), gold_documents, rules=rules)
    return {code for row in result.quarantined.to_pylist() for code in row["reason_codes"]} - {"span_mismatch"}


@pytest.mark.parametrize(
    ("mention", "value", "unit", "indicator"),
    [
        ("52.5", 52.5, "", "采购经理指数"),
        ("78.9", 78.9, "", "消费者信心指数初值"),
        ("0.38", 0.38, "", "基尼系数"),
        ("18位", 18.0, "名次", "排名"),
        ("12块", 12.0, "块", "金牌"),
        ("三口", 3.0, "人", "一家"),
        ("174万元", 1740000.0, "港元", "港币"),
    ],
)
def test_units_that_are_right_though_not_as_printed(
    mention, value, unit, indicator, gold_observations, gold_documents, rules
):
    changes = {"mention": mention, "value": value, "unit": unit, "indicator": indicator, "indicator_id": None}
    codes = held_codes(gold_observations, gold_documents, rules, changes)
    assert not codes & {"unit_missing", "unit_misread", "value_misread"}


def test_units_that_are_wrong_are_still_held(gold_observations, gold_documents, rules):
    plain = {"mention": "300万", "value": 3e6, "unit": "", "indicator": "指数基金规模", "indicator_id": None}
    assert "unit_missing" in held_codes(gold_observations, gold_documents, rules, plain)
    money = {"mention": "12万元", "value": 1.2e5, "unit": "人", "indicator": "收入", "indicator_id": None}
    assert "unit_misread" in held_codes(gold_observations, gold_documents, rules, money)
