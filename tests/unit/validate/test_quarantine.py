"""The quarantine ledger: open, released, rectified, rejected; corrections with a guard; replay."""

import datetime as dt
import json
import re

import pytest
import yaml

from tasks.contracts import OBSERVATIONS, QUARANTINE
from tasks.validate.batch import quarantine_id, validate_batch
from tasks.validate.corrections import (
    Correction,
    CorrectionError,
    apply_corrections,
    corrections_path,
    load_corrections,
)
from tasks.validate.quarantine import (
    Closing,
    LedgerError,
    completion,
    found,
    listed,
    merge,
    observation_of,
    reject,
    release,
    released_ids,
    released_observations,
    reopen,
    replay,
)
from tasks.validate.reasons import all_reasons, as_markdown, reason_of
from tasks.validate.rules import load_rules

AT = dt.datetime(2026, 1, 5, 8, tzinfo=dt.UTC)
BY = Closing("li", AT, "核对过原文")
DOCS = corrections_path().parent.parent / "docs" / "reasons.md"


def held(name, *codes, stage="validate"):
    return {
        "quarantine_id": name,
        "stage": stage,
        "record_id": f"r-{name}",
        "reason_codes": list(codes) or ["value_misread"],
        "reason": "…",
        "record": "{}",
        "state": "open",
    }


def ledger_of(*names):
    rows = QUARANTINE.from_rows(held(name) for name in names)
    return merge(QUARANTINE.empty(), rows, run_id="run1", at=AT, rules_version="v1", stages={"validate"})


def step(ledger, names, run_id="run2", **more):
    rows = QUARANTINE.from_rows(held(name) for name in names)
    return merge(ledger, rows, run_id=run_id, at=AT, rules_version="v2", stages={"validate"}, **more)


def by_id(ledger):
    return {row["quarantine_id"]: row for row in ledger.to_pylist()}


def test_new_rows_are_open_and_seen_in_their_run():
    row = by_id(ledger_of("a"))["a"]
    assert (row["state"], row["first_seen"], row["last_seen"]) == ("open", "run1", "run1")


def test_rows_held_again_keep_their_first_run():
    row = by_id(step(ledger_of("a"), ["a"]))["a"]
    assert (row["first_seen"], row["last_seen"]) == ("run1", "run2")


def test_rows_that_pass_now_leave_by_themselves():
    row = by_id(step(ledger_of("a", "b"), ["b"]))["a"]
    assert (row["state"], row["closed_by"], row["closed_at"]) == ("rectified", "rules v2", AT)


def test_a_correction_is_named_as_what_closed_the_row():
    row = by_id(step(ledger_of("a"), [], corrected={"a": "fix-1"}))["a"]
    assert row["closed_by"] == "correction fix-1"


def test_rectified_rows_open_again_when_they_are_held_again():
    gone = step(ledger_of("a"), [])
    row = by_id(step(gone, ["a"], run_id="run3"))["a"]
    assert (row["state"], row["closed_by"], row["first_seen"], row["last_seen"]) == ("open", None, "run1", "run3")
    assert "held again" in row["note"]


def test_other_stages_are_left_alone():
    rows = QUARANTINE.from_rows([held("p", "no_article", stage="clean")])
    ledger = merge(QUARANTINE.empty(), rows, run_id="run1", at=AT, rules_version="v1", stages={"clean"})
    assert by_id(step(ledger, []))["p"]["state"] == "open"


def test_release_and_reject_keep_their_state_over_runs():
    ledger = reject(release(ledger_of("a", "b", "c"), ["a"], BY), ["b"], BY)
    later = by_id(step(ledger, ["a", "b", "c"]))
    assert [later[name]["state"] for name in "abc"] == ["released", "rejected", "open"]
    assert later["a"]["note"] == "核对过原文"
    assert released_ids(step(ledger, ["a", "b", "c"])) == {"a"}


def test_closing_needs_a_note_and_a_row():
    with pytest.raises(LedgerError, match="note"):
        release(ledger_of("a"), ["a"], Closing("li", AT, " "))
    with pytest.raises(LedgerError, match="not in the ledger: z"):
        release(ledger_of("a"), ["z"], BY)


def test_what_was_held_as_a_whole_cannot_be_released():
    """It would be called released and nothing would ever be published."""
    rows = QUARANTINE.from_rows([held("page", "error_page", stage="clean") | {"record": None}])
    ledger = merge(QUARANTINE.empty(), rows, run_id="run1", at=AT, rules_version="v1", stages={"clean"})
    with pytest.raises(LedgerError, match=r"page \(clean\): held as a whole"):
        release(ledger, ["page"], BY)
    assert by_id(reject(ledger, ["page"], BY))["page"]["state"] == "rejected"


def test_a_row_can_be_opened_again():
    row = by_id(reopen(release(ledger_of("a"), ["a"], BY), ["a"], BY))["a"]
    assert (row["state"], row["closed_by"], row["closed_at"]) == ("open", None, None)


def test_listing_and_finding():
    ledger = release(ledger_of("abc", "abd"), ["abc"], BY)
    assert [row["quarantine_id"] for row in listed(ledger)] == ["abd"]
    assert len(listed(ledger, state=None)) == 2
    assert listed(ledger, reason="span_mismatch", state=None) == []
    assert found(ledger, "abd")["quarantine_id"] == "abd"
    with pytest.raises(LedgerError, match="2 rows"):
        found(ledger, "ab")


def test_completion_rate():
    done = completion(step(release(ledger_of("a", "b", "c", "d"), ["a"], BY), ["a", "c", "d"]))
    assert dict(done.by_state) == {"open": 2, "released": 1, "rectified": 1, "rejected": 0}
    assert done.rate == 0.5
    assert "50.0%" in done.sentence
    assert completion(QUARANTINE.empty()).rate == 1.0


def test_replay_asks_for_the_open_rows_only():
    ledger = release(ledger_of("a", "b", "c"), ["a"], BY)
    asked = []

    def still_held(ids):
        asked.extend(ids)
        return QUARANTINE.from_rows([held("b")])

    after = by_id(replay(ledger, still_held, run_id="replay", at=AT, rules_version="v9"))
    assert sorted(asked) == ["r-b", "r-c"]
    assert [after[name]["state"] for name in "abc"] == ["released", "open", "rectified"]


def bad_row(observations, number=0, **changes):
    rows = observations.to_pylist()
    rows[number] |= changes
    return OBSERVATIONS.from_rows(rows)


def test_a_held_row_carries_everything(gold_observations, gold_documents, rules):
    observations = bad_row(gold_observations, 9, value=1.0)
    result = validate_batch(observations, gold_documents, rules=rules, run_id="run7")
    (row,) = result.quarantined.to_pylist()
    assert row["reason_codes"] == ["value_misread"]
    assert row["quarantine_id"] == quarantine_id("validate", row["record_id"])
    assert (row["first_seen"], row["last_seen"], row["state"]) == ("run7", "run7", "open")
    assert row["source_url"] == "file:001"
    assert row["evidence"]
    assert observation_of(row["record"]) == observations.slice(9, 1).to_pylist()[0]
    assert len(result.passed) + 1 == len(observations)
    assert result.report["rows_by_rule"] == {"value_misread": 1}


def test_a_released_row_passes(gold_observations, gold_documents, rules):
    observations = bad_row(gold_observations, 9, value=1.0)
    key = quarantine_id("validate", observations["observation_id"][9].as_py())
    result = validate_batch(observations, gold_documents, rules=rules, released={key})
    assert len(result.quarantined) == 0
    assert result.report["rows_released"] == 1


def test_released_rows_are_read_back_from_the_ledger(gold_observations, gold_documents, rules):
    observations = bad_row(gold_observations, 9, value=1.0)
    held_back = validate_batch(observations, gold_documents, rules=rules, run_id="r").quarantined
    ledger = merge(QUARANTINE.empty(), held_back, run_id="r", at=AT, rules_version="v", stages={"validate"})
    ledger = release(ledger, ledger["quarantine_id"].to_pylist(), BY)
    assert released_observations(ledger).to_pylist() == observations.slice(9, 1).to_pylist()


def correction(**more):
    fields = {
        "document_id": "003",
        "mention": "1253户",
        "expect": {"value": 1253, "unit": "户"},
        "set": {"value": 1235},
    }
    return Correction(id="c1", nth=1, why="县政府网站更正", by="li", **{**fields, **more})


def test_a_correction_changes_the_row_and_lets_it_pass(gold_observations, gold_documents, rules):
    result = validate_batch(gold_observations, gold_documents, rules=rules, corrections=[correction()])
    row = next(row for row in result.passed.to_pylist() if row["mention"] == "1253户")
    assert row["value"] == 1235.0
    assert result.report["corrections_applied"] == {row["observation_id"]: "c1"}
    assert len(result.quarantined) == 0


def test_a_correction_by_address(gold_observations, gold_documents):
    fix = correction(document_id=None, source_url="file:003")
    assert len(apply_corrections(gold_observations, gold_documents, [fix]).applied) == 1


def test_the_guard_fails_when_the_source_changed(gold_observations, gold_documents, rules):
    stale = correction(expect={"value": 999})
    result = validate_batch(gold_observations, gold_documents, rules=rules, corrections=[stale])
    (row,) = result.quarantined.to_pylist()
    assert row["reason_codes"] == ["correction_stale"]
    assert "expects 999" in result.report["corrections_failed"]["c1"]


def test_the_guard_fails_when_the_place_is_gone(gold_observations, gold_documents):
    done = apply_corrections(gold_observations, gold_documents, [correction(mention="77777户")])
    assert [failure.correction_id for failure in done.failed] == ["c1"]
    assert done.observations.equals(gold_observations)


def test_corrections_of_other_documents_do_nothing(gold_observations, gold_documents):
    done = apply_corrections(gold_observations, gold_documents, [correction(document_id="999")])
    assert (done.applied, done.failed) == ({}, ())


def test_a_corrected_period_and_region_keep_the_contract(gold_observations, gold_documents):
    fix = correction(set={"period": "2020-01/2020-06", "region_code": "411300", "region": "南阳市"})
    table = apply_corrections(gold_observations, gold_documents, [fix]).observations
    row = next(row for row in table.to_pylist() if row["mention"] == "1253户")
    assert (row["period_start"], row["period_end"]) == (dt.date(2020, 1, 1), dt.date(2020, 6, 30))
    assert (row["region_code"], row["province_code"]) == ("411300", "410000")
    OBSERVATIONS.conform(table)


def test_a_correction_rectifies_a_damaged_number(gold_observations, gold_documents, rules):
    """The text stays wrong; the declared value passes, since rules against the text yield to it."""
    fix = correction(set={"value": 1263})
    assert len(validate_batch(gold_observations, gold_documents, rules=rules, corrections=[fix]).quarantined) == 0


def test_the_corrections_file_of_the_seeds_is_valid():
    assert load_corrections() == []


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"id": "x"}, "required property"),
        ({"id": "x", "set": {"colour": "red"}}, "colour"),
        ({"id": "x", "expect": {}}, "expect: .*non-empty"),
    ],
)
def test_a_bad_corrections_file_is_refused(entry, said, tmp_path):
    full = {
        "id": "x",
        "document_id": "d",
        "mention": "1户",
        "expect": {"value": 1},
        "set": {"value": 2},
        "why": "更正如下",
        "by": "li",
    }
    bad = {**full, **entry} if len(entry) > 1 else entry
    path = tmp_path / "corrections.yaml"
    path.write_text(yaml.safe_dump({"corrections": [bad]}, allow_unicode=True), encoding="utf-8")
    with pytest.raises(CorrectionError, match=said):
        load_corrections(path)


def test_a_good_corrections_file_is_read(tmp_path):
    full = {
        "id": "x",
        "document_id": "d",
        "mention": "1户",
        "expect": {"value": 1},
        "set": {"value": 2},
        "why": "更正如下",
        "by": "li",
    }
    path = tmp_path / "corrections.yaml"
    path.write_text(yaml.safe_dump({"corrections": [full]}, allow_unicode=True), encoding="utf-8")
    assert load_corrections(path)[0].set == {"value": 2}
    path.write_text(yaml.safe_dump({"corrections": [full, full]}, allow_unicode=True), encoding="utf-8")
    with pytest.raises(CorrectionError, match="twice"):
        load_corrections(path)


def test_every_reason_code_says_what_to_do():
    reasons = all_reasons()
    for reason in reasons:
        assert all(reason.says[language] and reason.remedy[language] for language in ("zh", "en"))
    assert reason_of("http_404", "scrape", reasons).code == "http_*"
    assert reason_of("too_large", "clean", reasons).where == "clean"
    assert reason_of("never_heard_of", "clean", reasons) is None


def test_the_page_of_reason_codes_is_current():
    assert DOCS.read_text(encoding="utf-8") == as_markdown(all_reasons())


def test_records_are_plain_json(gold_observations, gold_documents, rules):
    observations = bad_row(gold_observations, 0, unit=" ")
    (row,) = validate_batch(observations, gold_documents, rules=rules).quarantined.to_pylist()
    assert json.loads(row["record"])["unit"] == " "


def test_rules_without_dimensions_do_not_judge_regions(gold_observations, gold_documents):
    result = validate_batch(gold_observations, gold_documents, rules=load_rules())
    assert len(result.quarantined) == 0


CODE = re.compile(
    r"(?:FetchError|PageRejection|NoArticleError)\(\s*\"([a-z_0-9]+)\"|FetchFailure\([^()]*?,\s*\"([a-z_]+)\","
)


@pytest.mark.parametrize("stage", ["scrape", "clean"])
def test_every_code_that_a_stage_gives_is_explained(stage):
    reasons = all_reasons()
    folder = corrections_path().parent.parent / "tasks" / stage
    texts = [path.read_text(encoding="utf-8") for path in folder.rglob("*.py")]
    codes = {found[1] or found[2] for text in texts for found in CODE.finditer(text)}
    assert codes
    assert sorted(code for code in codes if reason_of(code, stage, reasons) is None) == []
