"""Great Expectations, the suite of record, and the vectorised gate judge alike."""

import datetime as dt

import pyarrow as pa
import pytest

from tasks.contracts import OBSERVATIONS
from tasks.validate import gx, loading
from tasks.validate.batch import validate_batch
from tasks.validate.context import observation_frame
from tasks.validate.frames import FRAMES
from tasks.validate.gate import judge
from tasks.validate.suites import load_suites

FAULTS = (
    ("value", 12345.0, 3),
    ("unit", "吨", 5),
    ("measure", "total", 9),
    ("end", 1, 12),
    ("region_code", "999999", 20),
    ("province_code", "110000", 21),
    ("confidence", 1.2, 30),
    ("period_start", dt.date(2040, 1, 1), 33),
    ("region", "黑龙江省", 35),
    ("mention", "无数字", 40),
    ("value_high", -4.0, 42),
    ("observation_id", "twice", 50),
    ("observation_id", "twice", 51),
)


def with_faults(observations):
    rows = observations.to_pylist()
    for column, value, row in FAULTS:
        rows[row][column] = value
    return OBSERVATIONS.from_rows(rows)


@pytest.fixture(scope="module")
def faulty(gold_observations, gold_documents, rules):
    return observation_frame(with_faults(gold_observations), gold_documents, rules)


@pytest.fixture(scope="module")
def library_result(faulty, rules):
    return gx.run_suite("observations", faulty, rules.suites["observations"])


def as_lists(findings):
    return {rule_id: sorted(int(row) for row in rows) for rule_id, rows in findings.rows.items()}


def test_library_and_gate_name_the_same_rows(faulty, library_result, rules):
    expected = as_lists(judge(faulty, rules.suites["observations"]))
    assert len(expected) >= 10
    assert as_lists(library_result.findings) == expected


def test_library_and_gate_agree_on_the_table(faulty, library_result, rules):
    ours = {
        check.rule_id: (check.passed, check.observed) for check in judge(faulty, rules.suites["observations"]).table
    }
    theirs = {check.rule_id: (check.passed, check.observed) for check in library_result.findings.table}
    assert ours.keys() == theirs.keys()
    for rule_id, (passed, observed) in ours.items():
        assert theirs[rule_id][0] == passed
        assert theirs[rule_id][1] == pytest.approx(observed)


def test_severity_and_rule_id_travel(library_result):
    assert library_result.worst_failure == "critical"
    by_id = {result.rule_id: result for result in library_result.results}
    assert by_id["measure_unknown"].severity == "critical"
    assert by_id["measure_unknown"].rows == (9,)
    assert not by_id["measure_unknown"].passed
    assert by_id["status_unknown"].passed


def test_only_the_columns_of_the_suite_are_given_to_the_library(faulty, rules):
    frame = gx._frame(faulty, rules.suites["observations"].columns)
    assert "evidence" not in frame.columns
    assert "extractor" not in frame.columns


def test_what_lacks_a_pair_is_left_out_in_the_columns_of_the_pair():
    numbers = pa.table({"low": pa.array([1, None, 3], pa.int32()), "high": [4.0, 5.0, None], "name": ["a", "b", "c"]})
    frame = gx._frame(numbers, ["low", "high", "name"])
    both = frame.dropna(axis=0, how="any", subset=["low", "high"])
    assert (list(both.columns), list(both.index)) == (["low", "high"], [0])
    assert list(frame.columns) == ["low", "high", "name"]
    assert gx._frame(numbers.slice(0, 1), ["low"])["low"].dtype == int


def test_a_batch_is_the_same_by_either_engine(gold_observations, gold_documents, rules):
    observations = with_faults(gold_observations)
    ours = validate_batch(observations, gold_documents, rules=rules, run_id="r1")
    theirs = validate_batch(observations, gold_documents, rules=rules, run_id="r1", decide=gx.judge)
    assert theirs.passed.equals(ours.passed)
    assert theirs.quarantined.equals(ours.quarantined)
    assert theirs.report["engine"] == "great_expectations"


@pytest.mark.parametrize("table", ["documents"])
def test_other_tables_run_through_the_library(table, gold_documents):
    suite = load_suites()[table]
    result = gx.run_suite(table, FRAMES[table](gold_documents), suite)
    assert result.worst_failure is None
    assert len(result.results) == len(suite.expectations)


def test_analytics_and_progress_bars_are_off(monkeypatch):
    monkeypatch.setenv("GX_ANALYTICS_ENABLED", "true")
    context = gx._context(gx.quiet_library())
    import os

    assert os.environ["GX_ANALYTICS_ENABLED"] == "false"
    assert context.variables.progress_bars.globally is False


def test_data_docs_are_built_offline(library_result, tmp_path):
    index = gx.build_data_docs([library_result], tmp_path / "docs")
    assert index.is_file()
    pages = list((tmp_path / "docs" / "validations").rglob("*.html"))
    assert len(pages) == 1
    assert "belong to this set" in pages[0].read_text(encoding="utf-8")
    rules_page = (tmp_path / "docs" / "expectations" / "observations.html").read_text(encoding="utf-8")
    assert "量度只能取约定的值" in rules_page


def test_page_text_is_not_markup_in_data_docs(gold_observations, gold_documents, rules, tmp_path):
    rows = gold_observations.to_pylist()
    rows[0]["mention"] = rows[0]["unit"] = "<script>alert(1)</script>"
    frame = observation_frame(OBSERVATIONS.from_rows(rows), gold_documents, rules)
    result = gx.run_suite("observations", frame, rules.suites["observations"])
    gx.build_data_docs([result], tmp_path)
    for page in tmp_path.rglob("*.html"):
        assert "<script>alert(1)" not in page.read_text(encoding="utf-8")


def test_a_result_keeps_through_pickling(library_result):
    import pickle

    again = pickle.loads(pickle.dumps(library_result))
    assert again.results == library_result.results


def test_empty_table_passes(rules, gold_documents):
    frame = observation_frame(OBSERVATIONS.empty(), gold_documents, rules)
    assert isinstance(frame, pa.Table)
    assert judge(frame, rules.suites["observations"], 50).rows == {}


def test_a_module_that_is_put_off_loads_when_it_is_used(monkeypatch, tmp_path):
    import sys

    (tmp_path / "seldom_used_here.py").write_text("ANSWER = 42\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    later = loading.Later("seldom_used_here")
    monkeypatch.setitem(sys.modules, "seldom_used_here", later)
    assert later.ANSWER == 42


@pytest.mark.parametrize("collecting", [True, False])
def test_what_lasts_is_not_looked_through_for_garbage(collecting):
    import gc

    before, was_on = gc.get_freeze_count(), gc.isenabled()
    (gc.enable if collecting else gc.disable)()
    try:
        with loading.lasting():
            assert not gc.isenabled()
            loaded = [[number] for number in range(1000)]
        assert gc.isenabled() is collecting
        assert gc.get_freeze_count() >= before + len(loaded)
    finally:
        gc.unfreeze()
        (gc.enable if was_on else gc.disable)()
