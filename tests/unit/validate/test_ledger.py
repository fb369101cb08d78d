"""The ledger in a data root, and the commands over it."""

import datetime as dt
import json
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from typer.testing import CliRunner

from flows.quarantine_cli import app
from tasks.contracts import DOCUMENTS, LEDGER, OBSERVATIONS, QUARANTINE
from tasks.shards import dimension_path, table_path
from tasks.store import Store
from tasks.validate.batch import validate_batch
from tasks.validate.ledger import change_ledger, held_rows, read_ledger, replay, settle, write_ledger
from tasks.validate.quarantine import Closing, LedgerError, listed, release

AT = dt.datetime(2026, 1, 5, 8, tzinfo=dt.UTC)
SHARD = "0" * 16


@pytest.fixture
def store(tmp_path, gold_observations, gold_documents, regions, indicators, rules):
    """A data root with one shard in which two rows are held."""
    store = Store(str(tmp_path / "data"))
    rows = gold_observations.to_pylist()
    rows[9]["value"] = 1.0
    rows[30]["unit"] = "吨"
    result = validate_batch(OBSERVATIONS.from_rows(rows), gold_documents, rules=rules, run_id="run1")
    store.write_table(result.quarantined, table_path("quarantine", "validate", SHARD))
    store.write_table(gold_documents, table_path("documents", "clean", SHARD))
    for stage in ("clean", "validate"):
        store.write_table(LEDGER.empty(), table_path("ledger", stage, SHARD))
    store.write_table(regions, dimension_path("dim_region"))
    store.write_table(indicators, dimension_path("dim_indicator"))
    return store


@pytest.fixture
def settled(store):
    settle(store, run_id="run1", at=AT)
    return store


def run(store, *words):
    return CliRunner().invoke(app, [*words, "--data-root", store.root])


def test_a_root_without_a_ledger_has_an_empty_one(tmp_path):
    assert read_ledger(Store(str(tmp_path))).num_rows == 0


def test_a_mistyped_root_or_state_is_an_error(settled, tmp_path):
    """No rows held back would be good news; a typing error must not look like it."""
    missing = CliRunner().invoke(app, ["list", "--data-root", str(tmp_path / "dtaa")])
    assert (missing.exit_code, "there is no data root" in missing.output) == (2, True)
    unknown = run(settled, "list", "--state", "opne")
    assert (unknown.exit_code, "there is no state opne" in unknown.output) == (2, True)


@pytest.mark.parametrize(
    "words", [("release", "ab", "--note", "x"), ("replay",), ("list",)], ids=lambda words: words[0]
)
def test_a_mistyped_root_is_not_made(words, tmp_path):
    missing = tmp_path / "dtaa"
    done = CliRunner().invoke(app, [*words, "--data-root", str(missing)])
    assert (done.exit_code, "there is no data root" in done.output, missing.exists()) == (2, True, False)


def test_settling_twice_changes_nothing(settled):
    first = read_ledger(settled)
    done = settle(settled, run_id="run1", at=AT)
    assert read_ledger(settled).equals(first)
    assert (done.total, done.rate) == (2, 0.0)


def test_rows_that_are_held_no_longer_are_rectified(settled):
    held = held_rows(settled)
    settled.write_table(held.slice(0, 1), table_path("quarantine", "validate", SHARD))
    done = settle(settled, run_id="run2", at=AT)
    assert dict(done.by_state)["rectified"] == 1
    (row,) = listed(read_ledger(settled), state="rectified")
    assert row["closed_by"].startswith("rules ")


def test_two_who_change_the_ledger_at_once_both_stand(settled):
    """One reads and takes its time; the other waits instead of writing over what it did not see."""
    first, second = (row["quarantine_id"] for row in read_ledger(settled).to_pylist())

    def slowly(key):
        def step(ledger):
            time.sleep(0.1)
            return release(ledger, [key], Closing("someone", AT, "seen"))

        return change_ledger(settled, step)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(slowly, (first, second)))
    assert {row["quarantine_id"] for row in listed(read_ledger(settled), state="released")} == {first, second}


def test_replay_lets_rows_go_that_pass_now(settled):
    """The record as the mended rules would read it; the row that still breaks a rule stays."""
    rows = read_ledger(settled).to_pylist()
    (misread,) = [row for row in rows if row["reason_codes"] == ["value_misread"]]
    record = json.loads(misread["record"])
    misread["record"] = json.dumps({**record, "value": float(record["mention"].rstrip("所"))}, ensure_ascii=False)
    write_ledger(settled, QUARANTINE.from_rows(rows))
    ledger, left = replay(settled, run_id="replay", at=AT)
    assert left == [misread["quarantine_id"]]
    assert [row["reason_codes"] for row in listed(ledger)] == [["unit_misread"]]
    assert listed(ledger, state="rectified")[0]["closed_by"].startswith("rules ")


def test_replay_without_what_the_rules_go_by_lets_nothing_pass(settled):
    """A rule that has nothing to compare with says nothing: its rows would leave and come back with the next run."""
    before = read_ledger(settled)
    settled.delete(dimension_path("dim_indicator"))
    with pytest.raises(LedgerError, match="run the pipeline"):
        replay(settled, run_id="replay", at=AT)
    assert read_ledger(settled).equals(before)


def test_replay_holds_rows_whose_document_is_not_there(settled):
    before = read_ledger(settled)
    settled.delete(table_path("documents", "clean", SHARD))
    settled.write_table(DOCUMENTS.empty(), table_path("documents", "clean", SHARD))
    after, left = replay(settled, run_id="replay", at=AT)
    assert (left, len(listed(after))) == ([], len(before))


def test_replay_leaves_released_rows_alone(settled):
    ledger = read_ledger(settled)
    key = ledger["quarantine_id"][0].as_py()
    write_ledger(settled, release(ledger, [key], Closing("li", AT, "属实")))
    after, _ = replay(settled, run_id="replay", at=AT)
    assert [row["quarantine_id"] for row in listed(after, state="released")] == [key]


def test_list_and_explain(settled):
    listing = run(settled, "list")
    assert listing.exit_code == 0
    assert "value_misread" in listing.output
    assert "2 open" in listing.output
    key = read_ledger(settled)["quarantine_id"][0].as_py()
    shown = run(settled, "explain", key[:10])
    assert shown.exit_code == 0
    assert "→" in shown.output
    assert "file:001" in shown.output
    assert '"mention"' in shown.output


def test_list_filters(settled):
    assert "value_misread" not in run(settled, "list", "--reason", "unit_misread").output
    assert run(settled, "list", "--state", "released").output.startswith("quarantine: 2 rows")
    lines = run(settled, "list", "--json").output.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("{")


def test_release_needs_a_note_and_is_written_down(settled):
    key = read_ledger(settled)["quarantine_id"][0].as_py()
    assert run(settled, "release", key).exit_code == 2
    done = run(settled, "release", key[:12], "--note", "核对属实", "--by", "li")
    assert done.exit_code == 0
    assert "1 released" in done.output
    (row,) = listed(read_ledger(settled), state="released")
    assert (row["closed_by"], row["note"]) == ("li", "核对属实")
    assert "2 open" in run(settled, "reopen", key, "--note", "再看").output


def test_reject_and_unknown_ids(settled):
    key = read_ledger(settled)["quarantine_id"][1].as_py()
    assert "1 rejected" in run(settled, "reject", key, "--note", "原文有误").output
    wrong = run(settled, "reject", "zzzz", "--note", "原文有误")
    assert wrong.exit_code == 2
    assert "0 rows" in wrong.output


def test_replay_command(settled):
    done = run(settled, "replay")
    assert done.exit_code == 0
    assert "rows left the quarantine" in done.output


def test_corrections_and_reasons_commands():
    assert "0 corrections" in CliRunner().invoke(app, ["corrections"]).output
    reasons = CliRunner().invoke(app, ["reasons"]).output
    assert "span_mismatch" in reasons
    assert "http_*" in reasons
