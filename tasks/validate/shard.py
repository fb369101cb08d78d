"""Shards judged whole: their documents and sentences first, then the observations, then the arithmetic found.

A document that breaks a critical rule, itself or by its sentences, is held back with everything read from it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from tasks.contracts import LEDGER, QUARANTINE
from tasks.validate.batch import STAGE, BatchResult, conclude_batch, prepare_batch, quarantine_id, record_json
from tasks.validate.corrections import Correction
from tasks.validate.frames import document_frame, relation_frame, segment_frame
from tasks.validate.gate import Findings
from tasks.validate.gx import SuiteResult
from tasks.validate.joined import joined, parted
from tasks.validate.rules import Rules
from tasks.validate.suites import Suite

Codes = Mapping[str, Sequence[str]]
"""Reason codes by record id."""
Runner = Callable[[str, pa.Table, Suite, int], SuiteResult]
"""(table name, check frame, suite, rows from which table rules apply) → what the engine says."""


class TableRuleError(RuntimeError):
    """A critical rule about the whole table failed: nothing of the batch may be published."""


@dataclass(frozen=True)
class ShardJudgement:
    """What a shard came to: tables by their contracts, one ledger row an observation, and the suites' results."""

    observations: pa.Table
    quarantine: pa.Table
    relations: pa.Table
    ledger: pa.Table
    results: tuple[SuiteResult, ...] = ()
    corrected: Mapping[str, str] = field(default_factory=dict)
    corrections_failed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ShardInput:
    """What a shard is judged on: rows of DOCUMENTS and OBSERVATIONS, and of SEGMENTS what their frame is made from."""

    documents: pa.Table
    segments: pa.Table
    observations: pa.Table


def judge_shards(
    shards: Sequence[ShardInput],
    *,
    rules: Rules,
    run: Runner,
    run_id: str | None = None,
    corrections: Sequence[Correction] = (),
) -> list[ShardJudgement]:
    """Judge shards by their suites, each suite run once over all of them; what a row comes to is the same as alone.

    The suites' results are those of all shards together and stand with the first.
    Raises TableRuleError when a critical rule about a whole table fails.
    """
    judge = _Judge(rules, run)
    held = judge.held_documents(shards)
    prepared = [
        prepare_batch(_of_documents(shard.observations, ids, inside=False), shard.documents, rules, corrections)
        for shard, ids in zip(shards, held, strict=True)
    ]
    findings = judge.decide("observations", [each.frame for each in prepared])
    judge.require_table_rules()
    batches = [
        conclude_batch(each, shard.documents, found, rules=rules, run_id=run_id)
        for shard, each, found in zip(shards, prepared, findings, strict=True)
    ]
    unfit = judge.unfit_relations([batch.relations for batch in batches])
    judgements = [
        _judgement(shard, batch, ids, codes, run_id)
        for shard, batch, ids, codes in zip(shards, batches, held, unfit, strict=True)
    ]
    judgements[0] = replace(judgements[0], results=tuple(judge.results))
    return judgements


def judge_shard(
    documents: pa.Table,
    segments: pa.Table,
    observations: pa.Table,
    *,
    rules: Rules,
    run: Runner,
    run_id: str | None = None,
    corrections: Sequence[Correction] = (),
) -> ShardJudgement:
    """Judge one shard by its suites. Raises TableRuleError when a critical rule about a whole table fails."""
    shard = ShardInput(documents, segments, observations)
    return judge_shards([shard], rules=rules, run=run, run_id=run_id, corrections=corrections)[0]


def _judgement(shard: ShardInput, batch: BatchResult, held: Codes, unfit: Codes, run_id: str | None) -> ShardJudgement:
    """The tables of one shard once everything in it was judged."""
    theirs = _of_documents(shard.observations, held, inside=True)
    quarantine = pa.concat_tables(
        [
            batch.quarantined,
            QUARANTINE.from_rows(_held_rows(shard.documents, "document_id", held, run_id)),
            QUARANTINE.from_rows(_held_rows(theirs, "observation_id", _codes_by_row(theirs, held), run_id)),
            QUARANTINE.from_rows(_held_rows(batch.relations, "relation_id", unfit, run_id)),
        ]
    )
    keep = pc.invert(pc.is_in(batch.relations["relation_id"], value_set=pa.array(sorted(unfit), pa.string())))
    return ShardJudgement(
        batch.passed,
        quarantine,
        batch.relations.filter(keep),
        ledger_of(shard.observations, batch.passed),
        corrected=dict(batch.report["corrections_applied"]),
        corrections_failed=dict(batch.report["corrections_failed"]),
    )


class _Judge:
    """Runs suites and keeps what they said."""

    def __init__(self, rules: Rules, run: Runner) -> None:
        self._rules = rules
        self._run = run
        self.results: list[SuiteResult] = []

    def decide(self, table: str, frames: Sequence[pa.Table]) -> list[Findings]:
        """What a suite, run once over the check frames of all shards, finds in each; the result is kept."""
        suite = self._rules.suites[table]
        minimum = int(self._rules.settings["table_rules_minimum_rows"])
        result = self._run(table, joined(frames, suite), suite, minimum)
        self.results.append(result)
        return parted(result.findings, [len(frame) for frame in frames])

    def held_documents(self, shards: Sequence[ShardInput]) -> list[Codes]:
        """Codes by document id, of the documents that break a critical rule themselves or by their sentences."""
        held: list[dict[str, list[str]]] = [defaultdict(list) for _ in shards]
        tables = {
            "documents": [(shard.documents, document_frame(shard.documents)) for shard in shards],
            "segments": [(shard.segments, segment_frame(shard.segments)) for shard in shards],
        }
        for name, pairs in tables.items():
            found = self._critical(name, [frame for _, frame in pairs])
            for codes, (table, _), mine in zip(found, pairs, held, strict=True):
                ids = table["document_id"].to_pylist() if codes else []
                for code, rows in codes.items():
                    for key in sorted({ids[row] for row in rows if ids[row] is not None}):
                        mine[key].append(code)
        return [dict(mine) for mine in held]

    def unfit_relations(self, tables: Sequence[pa.Table]) -> list[Codes]:
        """Codes by relation id, of the relations that break a critical rule."""
        unfit: list[Codes] = []
        for table, codes in zip(
            tables, self._critical("relations", [relation_frame(table) for table in tables]), strict=True
        ):
            ids, mine = table["relation_id"].to_pylist(), defaultdict(list)
            for code, rows in codes.items():
                for row in rows:
                    mine[ids[row]].append(code)
            unfit.append(dict(mine))
        return unfit

    def require_table_rules(self) -> None:
        """Raise TableRuleError when a critical rule about a whole table failed."""
        failed = [
            f"{rule.rule_id} ({result.table}: {rule.observed})"
            for result in self.results
            for rule in result.results
            if rule.level == "table" and rule.severity == "critical" and not rule.passed
        ]
        if failed:
            raise TableRuleError(
                f"nothing of this batch is published, rules about the table failed: {', '.join(failed)}"
            )

    def _critical(self, table: str, frames: Sequence[pa.Table]) -> list[dict[str, list[int]]]:
        critical = {rule.rule_id for rule in self._rules.suites[table].rules("row") if rule.severity == "critical"}
        return [
            {code: sorted(map(int, rows)) for code, rows in findings.rows.items() if code in critical and len(rows)}
            for findings in self.decide(table, frames)
        ]


def _of_documents(rows: pa.Table, documents: Collection[str], *, inside: bool) -> pa.Table:
    hit = pc.is_in(rows["document_id"], value_set=pa.array(sorted(documents), pa.string()))
    return rows.filter(hit if inside else pc.invert(hit))


def _codes_by_row(observations: pa.Table, held: Codes) -> Codes:
    keys = zip(observations["observation_id"].to_pylist(), observations["document_id"].to_pylist(), strict=True)
    return {key: held[document] for key, document in keys}


def _held_rows(rows: pa.Table, key: str, codes: Codes, run_id: str | None) -> Iterable[dict[str, Any]]:
    wanted = rows.filter(pc.is_in(rows[key], value_set=pa.array(sorted(codes), pa.string())))
    for row in wanted.to_pylist():
        broken = codes[row[key]]
        yield {
            "quarantine_id": quarantine_id(STAGE, f"{key}:{row[key]}"),
            "stage": STAGE,
            "record_id": row[key],
            "document_id": row["document_id"],
            "source_url": row.get("source_url"),
            "snapshot_sha256": row.get("snapshot_sha256"),
            "reason_codes": list(broken),
            "reason": "; ".join(broken),
            "evidence": row.get("evidence") or row.get("expression") or row.get("title"),
            "record": record_json(row) if key == "observation_id" else None,
            "state": "open",
            "first_seen": run_id,
            "last_seen": run_id,
        }


def ledger_of(observations: pa.Table, passed: pa.Table) -> pa.Table:
    """One ledger row an observation: out when it passed, quarantined otherwise."""
    ids = observations["observation_id"]
    through = pc.is_in(ids, value_set=passed["observation_id"].combine_chunks())
    outcome = pc.if_else(through, "out", "quarantined")
    produced = pc.cast(through, LEDGER.column("produced").type)
    return LEDGER.conform(pa.table({"input_id": ids, "outcome": outcome, "output_id": ids, "produced": produced}))
