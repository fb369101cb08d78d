"""Shards judged together come to what each comes to alone."""

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from flows.validate import MOST_TOGETHER, in_groups
from tasks.contracts import SEGMENTS
from tasks.validate.gate import judge
from tasks.validate.gx import RuleResult, SuiteResult
from tasks.validate.shard import ShardInput, TableRuleError, judge_shard, judge_shards


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


@pytest.mark.parametrize(("count", "workers", "sizes"), [(0, 2, []), (1, 4, [1]), (5, 2, [3, 2]), (25, 2, [10, 10, 5])])
def test_groups_are_as_many_as_processes_and_never_too_large(count, workers, sizes):
    groups = in_groups([f"{number:016x}" for number in range(count)], workers)
    assert [len(group) for group in groups] == sizes
    assert max(sizes, default=0) <= MOST_TOGETHER
    assert len({shard for group in groups for shard in group}) == count
