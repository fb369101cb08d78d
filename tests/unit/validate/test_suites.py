"""Every expectation of every suite passes on good rows and is shown to fail on a mutated batch."""

import datetime as dt
import json

import pyarrow as pa
import pytest

from tasks.contracts import CONFLICTS, DOCUMENTS, OBSERVATIONS, QUARANTINE, RELATIONS, SEGMENTS
from tasks.validate.context import observation_frame
from tasks.validate.frames import FRAMES
from tasks.validate.gate import judge
from tasks.validate.suites import PRESETS, SuiteError, expectations_root, load_suite, load_suites

SUITES = load_suites()
CASES = [(table, rule.rule_id) for table, suite in SUITES.items() for rule in suite.expectations]
NOW = dt.datetime(2026, 1, 2, tzinfo=dt.UTC)


def changed(contract, table, column, value, rows=(0,)):
    """The table with one column changed in some rows; nulls are written past the contract's own check."""
    values = table[column].to_pylist()
    for row in rows:
        values[row] = value(values[row]) if callable(value) else value
    place = table.schema.get_field_index(column)
    field = contract.column(column).field.with_nullable(True)
    return table.set_column(place, field, pa.array(values, field.type))


def everywhere(table):
    return range(len(table))


OBSERVATION_FAULTS = {
    "observation_id_missing": ("observation_id", None),
    "observation_id_repeated": ("observation_id", "same", (0, 1)),
    "span_not_forward": ("end", 0),
    "span_outside_text": ("end", 10**6),
    "span_mismatch": ("start", lambda at: at + 1),
    "span_overlaps": ("start", 0, (3,)),
    "mention_missing": ("mention", "户"),
    "indicator_missing": ("indicator", " "),
    "measure_unknown": ("measure", "total"),
    "status_unknown": ("status", "maybe"),
    "qualifier_unknown": ("qualifier", "roughly"),
    "unit_missing": ("unit", ""),
    "value_not_finite": ("value", 1e30),
    "value_missing": ("value", None),
    "value_misread": ("value", lambda value: value * 10_000),
    "value_high_misread": ("value_high", 7.0),
    "unit_misread": ("unit", "人"),
    "range_reversed": ("value_high", 0.5),
    "share_above_whole": ("value", 189.74),
    "share_negative": ("value", -3.0),
    "unit_unfit": ("unit", "元"),
    "measure_unfit": ("measure", "rank"),
    "value_implausibly_low": ("value", 3.0),
    "value_implausibly_high": ("value", 9e12),
    "period_reversed": ("period_end", dt.date(1990, 1, 1)),
    "period_after_publication": ("period_start", dt.date(2031, 1, 1)),
    "region_unknown": ("region_code", "999999"),
    "region_abolished": ("region_code", "413021"),
    "region_not_yet": ("region_code", "410099"),
    "region_name_mismatch": ("region", "山西省"),
    "region_unevidenced": ("region_code", "230000"),
    "province_mismatch": ("province_code", "220000"),
    "confidence_outside_unit": ("confidence", 1.5),
    "confidence_low": ("confidence", 0.1),
}
PICK = {
    "value_high_misread": lambda row: row["value_high"] is not None,
    "range_reversed": lambda row: row["value_high"] is not None,
    "share_above_whole": lambda row: row["indicator"] == "红色户占比",
    "share_negative": lambda row: row["measure"] == "share",
    "unit_unfit": lambda row: row["indicator_id"] == "population",
    "measure_unfit": lambda row: row["indicator_id"] == "population",
    "value_implausibly_low": lambda row: row["indicator_id"] == "population",
    "value_implausibly_high": lambda row: row["indicator_id"] == "population",
    "unit_misread": lambda row: row["mention"].endswith("亿元"),
    "period_reversed": lambda row: row["period_start"] is not None,
    "region_abolished": lambda row: row["period"] == "2019",
    "region_not_yet": lambda row: row["period"] == "2019",
}


def observation_batch(rule_id, observations):
    if rule_id == "value_in_unrepaired_text":
        return observations
    if rule_id == "table_quarantined_share":
        return changed(OBSERVATIONS, observations, "unit", " ", everywhere(observations))
    if rule_id == "table_region_share":
        return changed(OBSERVATIONS, observations, "region_code", None, everywhere(observations))
    if rule_id == "table_period_share":
        return changed(OBSERVATIONS, observations, "period_start", None, everywhere(observations))
    if rule_id == "table_mean_confidence":
        return changed(OBSERVATIONS, observations, "confidence", 0.2, everywhere(observations))
    column, value, *rows = OBSERVATION_FAULTS[rule_id]
    fits = PICK.get(rule_id)
    chosen = rows[0] if rows else (0,)
    if fits:
        chosen = (next(n for n, row in enumerate(observations.to_pylist()) if fits(row)),)
    return changed(OBSERVATIONS, observations, column, value, chosen)


def damaged(documents):
    """The documents with the text around the first number of 001 marked as not repaired."""
    repair = {"start": 0, "end": 2000, "kind": "unrepaired", "before": "?", "after": "?", "confidence": 0.0}
    return changed(DOCUMENTS, documents, "repairs", lambda _: [repair])


DOCUMENT_FAULTS = {
    "document_id_missing": ("document_id", None),
    "document_id_repeated": ("document_id", "003", (0,)),
    "document_text_empty": ("text", "  "),
    "document_text_short": ("text", "完。"),
    "document_title_missing": ("title", None),
    "document_date_missing": ("published_at", None),
    "document_from_future": ("published_at", dt.datetime(2030, 1, 1, tzinfo=dt.UTC)),
    "document_date_ancient": ("published_at", dt.datetime(1900, 6, 1, tzinfo=dt.UTC)),
    "document_script_unknown": ("script", "Latn"),
    "document_charset_missing": ("charset", ""),
    "document_snapshot_malformed": ("snapshot_sha256", "abc"),
    "document_repeats_itself": ("duplicate_of", "001"),
    "document_replacement_characters": ("text", "很长的正文" * 20 + "\ufffd"),
    "table_documents_dated": ("published_at", None, (0, 1, 2)),
}


def documents_frame(rule_id, documents):
    if rule_id == "document_damaged":
        return FRAMES["documents"](damaged(documents))
    column, value, *rows = DOCUMENT_FAULTS.get(rule_id, ("title", "同一标题"))
    return FRAMES["documents"](changed(DOCUMENTS, documents, column, value, rows[0] if rows else (0,)))


def segments():
    word = {"word": "全县", "tag": "n", "start": 0, "end": 2}
    later = {"word": "脱贫", "tag": "v", "start": 10, "end": 12}
    rows = [
        {"document_id": "001", "paragraph": 0, "sentence": 0, "start": 0, "end": 10, "tokens": [word]},
        {"document_id": "001", "paragraph": 0, "sentence": 1, "start": 10, "end": 24, "tokens": [later]},
    ]
    return SEGMENTS.from_rows(rows)


SEGMENT_FAULTS = {
    "segment_document_missing": ("document_id", None),
    "segment_repeated": ("sentence", 1, (0,)),
    "segment_number_negative": ("sentence", -1),
    "segment_paragraph_negative": ("paragraph", -1),
    "segment_start_negative": ("start", -1),
    "segment_not_forward": ("end", 0),
    "segment_without_words": ("tokens", []),
    "segment_words_outside": ("tokens", [{"word": "外", "tag": "n", "start": 90, "end": 91}]),
    "table_segment_length": ("end", 5000, (0, 1)),
}


def relations():
    row = {
        "relation_id": "r1",
        "document_id": "001",
        "kind": "share",
        "parts": ["a", "b"],
        "part_mentions": ["13978条", "14036条"],
        "stated_id": "c",
        "stated_mention": "99.6%",
        "stated": 99.6,
        "computed": 99.5868,
        "unit": "%",
        "tolerance": 0.05,
        "expression": "13978/14036",
        "verdict": "agrees",
    }
    return RELATIONS.from_rows([row, {**row, "relation_id": "r2"}])


RELATION_FAULTS = {
    "relation_id_missing": ("relation_id", None),
    "relation_id_repeated": ("relation_id", "r2", (0,)),
    "relation_kind_unknown": ("kind", "guess"),
    "relation_verdict_unknown": ("verdict", "perhaps"),
    "relation_without_parts": ("parts", []),
    "relation_tolerance_negative": ("tolerance", -1.0),
    "relation_unit_missing": ("unit", ""),
    "relation_verdict_wrong": ("stated", 98.0),
    "relation_silent": ("verdict", "not_comparable"),
    "table_disagreements": ("verdict", "disagrees", (0, 1)),
}


def conflicts():
    row = {
        "conflict_id": "c1",
        "indicator": "总人口",
        "measure": "level",
        "unit": "人",
        "region_code": "411325",
        "period": "2020",
        "kind": "rounding",
        "observation_ids": ["a", "b"],
        "values": [730000.0, 732000.0],
        "publishers": ["甲", "乙"],
        "published_at": [None, None],
        "why": "rounding",
    }
    return CONFLICTS.from_rows([row, {**row, "conflict_id": "c2"}])


CONFLICT_FAULTS = {
    "conflict_id_missing": ("conflict_id", None),
    "conflict_id_repeated": ("conflict_id", "c2", (0,)),
    "conflict_kind_unknown": ("kind", "quarrel"),
    "conflict_one_sided": ("observation_ids", ["a"]),
    "conflict_unexplained": ("why", " "),
}


def quarantine():
    row = {
        "quarantine_id": "q1",
        "stage": "validate",
        "record_id": "a",
        "reason_codes": ["span_mismatch"],
        "reason": "…",
        "state": "released",
        "closed_by": "li",
        "closed_at": NOW,
    }
    return QUARANTINE.from_rows([row, {**row, "quarantine_id": "q2"}])


QUARANTINE_FAULTS = {
    "quarantine_id_missing": ("quarantine_id", None),
    "quarantine_id_repeated": ("quarantine_id", "q2", (0,)),
    "quarantine_state_unknown": ("state", "lost"),
    "quarantine_without_reason": ("reason_codes", []),
    "quarantine_closed_by_nobody": ("closed_by", None),
}
SMALL = {
    "segments": (SEGMENTS, segments, SEGMENT_FAULTS),
    "relations": (RELATIONS, relations, RELATION_FAULTS),
    "conflicts": (CONFLICTS, conflicts, CONFLICT_FAULTS),
    "quarantine": (QUARANTINE, quarantine, QUARANTINE_FAULTS),
}


@pytest.fixture(scope="module")
def good_frames(gold_observations, gold_documents, rules):
    frames = {"observations": observation_frame(gold_observations, gold_documents, rules)}
    frames["documents"] = FRAMES["documents"](gold_documents)
    return frames | {table: FRAMES[table](make()) for table, (_, make, _) in SMALL.items()}


@pytest.fixture(scope="module")
def bad_frame(gold_observations, gold_documents, rules):
    def build(table, rule_id):
        if table == "observations":
            documents = damaged(gold_documents) if rule_id == "value_in_unrepaired_text" else gold_documents
            return observation_frame(observation_batch(rule_id, gold_observations), documents, rules)
        if table == "documents":
            return documents_frame(rule_id, gold_documents)
        contract, make, faults = SMALL[table]
        column, value, *rows = faults[rule_id]
        return FRAMES[table](changed(contract, make(), column, value, rows[0] if rows else (0,)))

    return build


def failed(findings):
    return set(findings.rows) | {check.rule_id for check in findings.table if not check.passed}


@pytest.mark.parametrize("table", sorted(SUITES))
def test_good_rows_pass_every_rule(table, good_frames):
    assert failed(judge(good_frames[table], SUITES[table])) == set()


@pytest.mark.parametrize(("table", "rule_id"), CASES)
def test_each_rule_fails_on_a_mutated_batch(table, rule_id, bad_frame):
    assert rule_id in failed(judge(bad_frame(table, rule_id), SUITES[table]))


def test_no_rule_lacks_a_failing_fixture():
    """A rule without an entry here would make the mutation test raise; this names it."""
    ready = {"value_in_unrepaired_text", "document_damaged"} | {
        r.rule_id for r in SUITES["observations"].rules("table")
    }
    for faults in (
        OBSERVATION_FAULTS,
        DOCUMENT_FAULTS,
        SEGMENT_FAULTS,
        RELATION_FAULTS,
        CONFLICT_FAULTS,
        QUARANTINE_FAULTS,
    ):
        ready |= set(faults)
    assert {rule_id for _, rule_id in CASES} == ready


def test_every_type_of_our_own_is_used():
    used = {rule.type for suite in SUITES.values() for rule in suite.expectations}
    assert set(PRESETS) == used & set(PRESETS)


@pytest.mark.parametrize("path", sorted(expectations_root().glob("*.json")), ids=lambda path: path.name)
def test_suites_are_plain_reviewed_json(path):
    text = path.read_text(encoding="utf-8")
    assert "\\u" not in text
    assert json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n" == text
    assert '"id":' not in text


def test_a_suite_with_a_generated_id_is_refused(tmp_path):
    raw = json.loads((expectations_root() / "conflicts.json").read_text(encoding="utf-8"))
    raw["expectations"][0]["id"] = "6f1b"
    path = tmp_path / "conflicts.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    with pytest.raises(SuiteError, match="generated id"):
        load_suite(path)


def test_a_suite_without_a_reason_is_refused(tmp_path):
    raw = json.loads((expectations_root() / "conflicts.json").read_text(encoding="utf-8"))
    raw["expectations"][0]["notes"] = {"zh": "有"}
    path = tmp_path / "conflicts.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    with pytest.raises(SuiteError, match="zh and en"):
        load_suite(path)
