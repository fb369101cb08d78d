"""A shard judged whole: its documents and sentences first, then its observations, then the arithmetic found.

A document that breaks a critical rule, itself or by its sentences, is held back with everything read from it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from tasks.contracts import LEDGER, QUARANTINE
from tasks.validate.batch import STAGE, quarantine_id, record_json, validate_batch
from tasks.validate.corrections import Correction
from tasks.validate.frames import document_frame, relation_frame, segment_frame
from tasks.validate.gate import Findings
from tasks.validate.gx import SuiteResult
from tasks.validate.rules import Rules
from tasks.validate.suites import Suite

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
    results: tuple[SuiteResult, ...]
    corrected: Mapping[str, str] = field(default_factory=dict)


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
    """Judge DOCUMENTS, SEGMENTS and OBSERVATIONS rows of one shard by their suites.

    Raises TableRuleError when a critical rule about a whole table fails.
    """
    judge = _Judge(rules, run)
    held = judge.held_documents(documents, segments)
    mine = _of_documents(observations, held, inside=False)
    batch = validate_batch(mine, documents, rules=rules, run_id=run_id, corrections=corrections, decide=judge.decide)
    judge.require_table_rules()
    kept, unfit = judge.fit_relations(batch.relations)
    theirs = _of_documents(observations, held, inside=True)
    quarantine = pa.concat_tables(
        [
            batch.quarantined,
            QUARANTINE.from_rows(_held_rows(documents, "document_id", held, run_id)),
            QUARANTINE.from_rows(_held_rows(theirs, "observation_id", _codes_by_row(theirs, held), run_id)),
            QUARANTINE.from_rows(_held_rows(batch.relations, "relation_id", unfit, run_id)),
        ]
    )
    corrected = dict(batch.report["corrections_applied"])
    ledger = ledger_of(observations, batch.passed)
    return ShardJudgement(batch.passed, quarantine, kept, ledger, tuple(judge.results), corrected)


class _Judge:
    """Runs suites and keeps what they said."""

    def __init__(self, rules: Rules, run: Runner) -> None:
        self._rules = rules
        self._run = run
        self.results: list[SuiteResult] = []

    def decide(self, frame: pa.Table, suite: Suite, minimum_rows: int) -> Findings:
        """The engine of `validate_batch`; the result is kept for the data docs."""
        result = self._run(suite.table, frame, suite, minimum_rows)
        self.results.append(result)
        return result.findings

    def held_documents(self, documents: pa.Table, segments: pa.Table) -> dict[str, list[str]]:
        """Codes by document id, of the documents that break a critical rule themselves or by their sentences."""
        held: dict[str, list[str]] = defaultdict(list)
        for table, frame in ((documents, document_frame(documents)), (segments, segment_frame(segments))):
            name = "documents" if table is documents else "segments"
            ids = table["document_id"].to_pylist()
            for code, rows in self._critical(name, frame).items():
                for key in sorted({ids[row] for row in rows if ids[row] is not None}):
                    held[key].append(code)
        return dict(held)

    def fit_relations(self, relations: pa.Table) -> tuple[pa.Table, dict[str, list[str]]]:
        """The relations that keep their suite, and the codes of those that do not, by relation id."""
        unfit: dict[str, list[str]] = defaultdict(list)
        ids = relations["relation_id"].to_pylist()
        for code, rows in self._critical("relations", relation_frame(relations)).items():
            for row in rows:
                unfit[ids[row]].append(code)
        keep = pc.invert(pc.is_in(relations["relation_id"], value_set=pa.array(sorted(unfit), pa.string())))
        return relations.filter(keep), dict(unfit)

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

    def _critical(self, table: str, frame: pa.Table) -> dict[str, list[int]]:
        suite = self._rules.suites[table]
        findings = self.decide(frame, suite, int(self._rules.settings["table_rules_minimum_rows"]))
        critical = {rule.rule_id for rule in suite.rules("row") if rule.severity == "critical"}
        return {code: sorted(map(int, rows)) for code, rows in findings.rows.items() if code in critical and len(rows)}


def _of_documents(rows: pa.Table, documents: Collection[str], *, inside: bool) -> pa.Table:
    hit = pc.is_in(rows["document_id"], value_set=pa.array(sorted(documents), pa.string()))
    return rows.filter(hit if inside else pc.invert(hit))


def _codes_by_row(observations: pa.Table, held: Mapping[str, list[str]]) -> dict[str, list[str]]:
    keys = zip(observations["observation_id"].to_pylist(), observations["document_id"].to_pylist(), strict=True)
    return {key: held[document] for key, document in keys}


def _held_rows(
    rows: pa.Table, key: str, codes: Mapping[str, list[str]], run_id: str | None
) -> Iterable[dict[str, Any]]:
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
            "reason_codes": broken,
            "reason": "; ".join(broken),
            "evidence": row.get("evidence") or row.get("expression") or row.get("title"),
            "record": record_json(row) if key == "observation_id" else None,
            "state": "open",
            "first_seen": run_id,
            "last_seen": run_id,
        }


def ledger_of(observations: pa.Table, passed: pa.Table) -> pa.Table:
    """One ledger row an observation: out when it passed, quarantined otherwise."""
    through = set(passed["observation_id"].to_pylist())
    return LEDGER.from_rows(
        {
            "input_id": key,
            "outcome": "out" if key in through else "quarantined",
            "output_id": key,
            "produced": int(key in through),
        }
        for key in observations["observation_id"].to_pylist()
    )
