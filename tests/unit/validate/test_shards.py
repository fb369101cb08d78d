"""Shards judged together come to what each comes to alone."""

import datetime as dt

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from flows.validate import MOST_TOGETHER, in_groups
from tasks.contracts import DOCUMENTS, DUPLICATES, OBSERVATIONS, SEGMENTS, WARNINGS
from tasks.publish.assemble import assemble
from tasks.shards import commit, duplicates_path, shard_name, stage_folder, table_path
from tasks.store import Store
from tasks.validate.after import failed_corrections, settle_quarantine, write_results
from tasks.validate.corrections import Correction
from tasks.validate.frames import SEGMENT_COLUMNS, segment_frame
from tasks.validate.gate import judge, row_findings
from tasks.validate.gx import RuleResult, SuiteResult
from tasks.validate.ledger import change_ledger, read_ledger
from tasks.validate.quarantine import Closing, listed, release
from tasks.validate.shard import ShardInput, TableRuleError, judge_shard, judge_shards
from tasks.validate.suites import load_suites


def by_gate(name, frame, suite, minimum):
    """The vectorised gate in the shape of the library's runner."""
    found = judge(frame, suite, minimum)
    rows = [
        RuleResult(rule.rule_id, rule.severity, "row", rule.rule_id not in found.rows, None, tuple(rows))
        for rule in suite.rules("row")
        for rows in [found.rows.get(rule.rule_id, ())]
    ]
    table = [RuleResult(check.rule_id, check.severity, "table", check.passed, check.observed) for check in found.table]
    return SuiteResult(name, len(frame), (*rows, *table))


@pytest.fixture
def shards(gold_documents, gold_observations):
    """Two shards that hold one page in common, one of them with a figure that was misread."""
    values = gold_observations["value"].to_pylist()
    values[0] += 1
    place = gold_observations.schema.get_field_index("value")
    misread = gold_observations.set_column(place, gold_observations.schema.field(place), pa.array(values))
    first = gold_documents.slice(0, 1)
    mine = pc.is_in(gold_observations["document_id"], value_set=first["document_id"].combine_chunks())
    return [
        ShardInput(gold_documents, SEGMENTS.empty(), misread),
        ShardInput(first, SEGMENTS.empty(), gold_observations.filter(mine)),
    ]


def test_each_comes_to_the_same_as_alone(shards, rules):
    together = judge_shards(shards, rules=rules, run=by_gate, run_id="r")
    alone = [
        judge_shard(each.documents, each.segments, each.observations, rules=rules, run=by_gate, run_id="r")
        for each in shards
    ]
    for mine, theirs in zip(together, alone, strict=True):
        assert mine.observations.equals(theirs.observations)
        assert mine.quarantine.equals(theirs.quarantine)
        assert mine.relations.equals(theirs.relations)
        assert mine.ledger.equals(theirs.ledger)


def test_a_page_in_two_shards_is_no_repetition(shards, rules):
    first, second = judge_shards(shards, rules=rules, run=by_gate)
    codes = {code for each in (first, second) for row in each.quarantine["reason_codes"].to_pylist() for code in row}
    assert codes == {"value_misread"}
    assert len(second.observations) == len(shards[1].observations)


def test_a_suite_is_run_once_for_all(shards, rules):
    seen = []

    def counting(name, frame, suite, minimum):
        seen.append((name, len(frame)))
        return by_gate(name, frame, suite, minimum)

    judgements = judge_shards(shards, rules=rules, run=counting)
    assert [name for name, _ in seen] == ["documents", "segments", "observations", "relations"]
    assert dict(seen)["observations"] == sum(len(shard.observations) for shard in shards)
    assert [len(each.results) for each in judgements] == [4, 0]


def test_a_failed_rule_about_the_table_stops_all(shards, rules):
    broken = pa.array(["没有"] * len(shards[0].observations))
    place = shards[0].observations.schema.get_field_index("mention")
    faulty = shards[0].observations.set_column(place, shards[0].observations.schema.field(place), broken)
    bad = ShardInput(shards[0].documents, shards[0].segments, faulty)
    with pytest.raises(TableRuleError, match="rules about the table failed"):
        judge_shards([bad, shards[1]], rules=rules, run=by_gate)


def test_sentences_are_judged_without_their_words(tmp_path):
    word = {"word": "脱贫", "tag": "v", "start": 8, "end": 12}
    rows = [
        {"document_id": "001", "paragraph": 0, "sentence": number, "start": 10 * number, "end": 10 * number + 10}
        for number in range(2)
    ]
    store = Store(tmp_path)
    store.write_table(SEGMENTS.from_rows([{**row, "tokens": [word]} for row in rows]), "segments.parquet")
    whole, part = store.read_table("segments.parquet"), store.read_table("segments.parquet", SEGMENT_COLUMNS)
    assert "word" not in str(part.schema.field("tokens").type)
    suite = load_suites()["segments"]
    found = row_findings(segment_frame(part), suite)
    assert {code: rows.tolist() for code, rows in found.items()} == {"segment_words_outside": [0, 1]}
    assert segment_frame(part)["context_stray_word"].equals(segment_frame(whole)["context_stray_word"])


@pytest.mark.parametrize(("count", "workers", "sizes"), [(0, 2, []), (1, 4, [1]), (5, 2, [3, 2]), (25, 2, [10, 10, 5])])
def test_groups_are_as_many_as_processes_and_never_too_large(count, workers, sizes):
    groups = in_groups([f"{number:016x}" for number in range(count)], workers)
    assert [len(group) for group in groups] == sizes
    assert max(sizes, default=0) <= MOST_TOGETHER
    assert len({shard for group in groups for shard in group}) == count


def kept(store, judgement, documents, repeated, shard):
    """The only shard, written as the stages do, with a table that says which of its documents repeat another one."""
    for stage in ("clean", "validate", "monitor"):
        for old in store.list(f"{stage_folder(stage)}/ledger"):
            store.delete(old)
    tables = {name: getattr(judgement, name) for name in ("observations", "quarantine", "relations")}
    commit(store, "validate", shard, tables, judgement.ledger)
    store.write_table(documents, table_path("documents", "clean", shard))
    store.write_table(SEGMENTS.empty(), table_path("segments", "segment", shard))
    store.write_table(WARNINGS.empty(), table_path("warnings", "monitor", shard))
    for stage in ("clean", "monitor"):
        store.write_table(judgement.ledger, table_path("ledger", stage, shard))
    store.write_table(DUPLICATES.from_rows([repeated]), duplicates_path(store))
    write_results(store, "only", [judgement])
    return settle_quarantine(store, "run", dt.datetime(2026, 1, 5, tzinfo=dt.UTC))


def published(store):
    assembly = assemble(store)
    rows = [row for path in assembly.files["observations"] for row in store.read_table(path).to_pylist()]
    assert assembly.tally.checked("publish").records_out == len(rows) == assembly.tally.produced
    return {row["observation_id"]: row["value"] for row in rows}


def test_a_correction_in_a_shard_with_a_reprint_and_then_its_guard_fails(
    tmp_path, gold_documents, gold_observations, rules
):
    """The original is corrected and published, its reprint is not; when the source changes, neither is."""
    original = gold_documents.to_pylist()[0]
    reprint = {**original, "document_id": "reprint", "source_url": "https://reprint.invalid/1"}
    mine = [row for row in gold_observations.to_pylist() if row["document_id"] == original["document_id"]]
    copies = [{**row, "document_id": "reprint", "observation_id": f"{row['observation_id']}-r"} for row in mine]
    target = next(row for row in mine if row["status"] == "observation" and row["measure"] == "level")
    nth = sum(row["mention"] == target["mention"] and row["start"] <= target["start"] for row in mine)
    correction = Correction(
        id="c1", source_url=original["source_url"], mention=target["mention"], nth=nth, by="审计",
        expect={"value": target["value"]}, set={"value": target["value"] + 5}, why="印错",
    )  # fmt: skip
    documents = DOCUMENTS.from_rows([original, reprint])
    repeated = {"document_id": "reprint", "duplicate_of": original["document_id"], "kind": "reprint"}
    store = Store(tmp_path / "data")

    def run(rows):
        judgement = judge_shard(
            documents, SEGMENTS.empty(), OBSERVATIONS.from_rows(rows), rules=rules, run=by_gate, run_id="run",
            corrections=[correction],
        )  # fmt: skip
        kept(store, judgement, documents, repeated, shard_name([judgement.observations.to_string(), str(rows)]))
        return published(store)

    first = run([*mine, *copies])
    assert first[target["observation_id"]] == target["value"] + 5
    assert not any(key.endswith("-r") for key in first)
    changed = {**target, "value": target["value"] + 1}
    second = run([changed if row is target else row for row in [*mine, *copies]])
    assert set(first) - set(second) == {target["observation_id"]}
    (row,) = listed(read_ledger(store))
    assert ("correction_stale" in row["reason_codes"], row["record_id"]) == (True, target["observation_id"])
    assert "the correction expects" in failed_corrections(store)["c1"]
    change_ledger(store, lambda ledger: release(ledger, [row["quarantine_id"]], Closing("我", None, "查过原件")))
    third = run([changed if row is target else row for row in [*mine, *copies]])
    assert third[target["observation_id"]] == target["value"] + 1
    assert run([*mine, *copies]) == first, "a released row that passes by now is published once, as its shard has it"
