"""The validation of a batch: suites judge rows, arithmetic moves confidence, the rest is held back with reasons."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tasks.contracts import OBSERVATIONS, QUARANTINE
from tasks.validate.context import observation_frame
from tasks.validate.corrections import STALE, Corrected, Correction, apply_corrections
from tasks.validate.gate import Findings, judge
from tasks.validate.relations import relation_table
from tasks.validate.rules import Rules
from tasks.validate.suites import Suite

STAGE = "validate"
Judge = Callable[[pa.Table, Suite, int], Findings]
"""(check frame, suite, rows from which table rules apply) → findings; the vectorised gate or the library's runner."""


@dataclass(frozen=True)
class BatchResult:
    """What a batch came to. `passed` keeps the OBSERVATIONS contract, `quarantined` QUARANTINE, `relations` RELATIONS.

    `report` counts rows by rule and verdict and lists in `table_level_failed` the critical rules about the whole table
    that failed: when it is not empty the batch must not be published.
    """

    passed: pa.Table
    quarantined: pa.Table
    relations: pa.Table
    report: dict[str, Any]


def validate_batch(
    observations: pa.Table,
    documents: pa.Table,
    *,
    rules: Rules,
    run_id: str | None = None,
    released: Collection[str] = frozenset(),
    corrections: Sequence[Correction] = (),
    decide: Judge = judge,
) -> BatchResult:
    """Judge OBSERVATIONS rows by the suite and by the arithmetic of their documents (DOCUMENTS rows).

    Rows that break a critical rule go to quarantine with every rule that they break; rows whose quarantine id is in
    `released` pass all the same. `corrections` are applied first; a row whose correction fails its guard is held with
    `correction_stale`. `decide` is the engine: the vectorised gate, or `tasks.validate.gx.judge`.
    Raises ContractError when a table does not keep its contract.
    """
    prepared = prepare_batch(observations, documents, rules, corrections)
    findings = decide(prepared.frame, rules.suites["observations"], rules.settings["table_rules_minimum_rows"])
    return conclude_batch(prepared, documents, findings, rules=rules, run_id=run_id, released=released)


@dataclass(frozen=True)
class Prepared:
    """Observations with the declared corrections applied, and their check frame."""

    corrected: Corrected
    frame: pa.Table

    @property
    def observations(self) -> pa.Table:
        """The rows that are judged."""
        return self.corrected.observations


def prepare_batch(
    observations: pa.Table, documents: pa.Table, rules: Rules, corrections: Sequence[Correction] = ()
) -> Prepared:
    """The check frame of a batch. Raises ContractError when the observations do not keep their contract."""
    corrected = apply_corrections(OBSERVATIONS.conform(observations), documents, corrections)
    return Prepared(corrected, observation_frame(corrected.observations, documents, rules))


def conclude_batch(
    prepared: Prepared,
    documents: pa.Table,
    findings: Findings,
    *,
    rules: Rules,
    run_id: str | None = None,
    released: Collection[str] = frozenset(),
) -> BatchResult:
    """What a judged batch comes to; `findings` are those on its check frame."""
    observations, suite = prepared.observations, rules.suites["observations"]
    broken = _broken_rules(findings, suite, observations, prepared.corrected)
    ids = _quarantine_ids(observations, broken)
    let_through = {row for row, quarantine_id in ids.items() if quarantine_id in released}
    held = sorted(row for row in broken if row not in let_through)
    keep = np.ones(len(observations), dtype=bool)
    keep[held] = False
    passed = observations.filter(pa.array(keep))
    relations = relation_table(passed, documents)
    passed = _with_confidence(passed, relations, rules.settings["confidence"])
    quarantined = _quarantine(prepared.frame, documents, held, broken, ids, suite, run_id)
    report = _report(observations, passed, quarantined, relations, findings, suite, len(let_through))
    report["corrections_applied"] = dict(prepared.corrected.applied)
    report["corrections_failed"] = {failure.correction_id: failure.why for failure in prepared.corrected.failed}
    return BatchResult(passed, quarantined, relations, report)


def _broken_rules(
    findings: Findings, suite: Suite, observations: pa.Table, corrected: Corrected
) -> dict[int, list[str]]:
    """Critical rules by row, in the suite's order; corrected rows are not held against their text."""
    broken: dict[int, list[str]] = defaultdict(list)
    exempt = _rows_with_ids(observations, corrected.applied)
    for rule in suite.rules("row"):
        if rule.severity == "critical":
            for row in map(int, findings.rows.get(rule.rule_id, ())):
                if not (rule.yields and row in exempt):
                    broken[row].append(rule.rule_id)
    stale = {failure.observation_id for failure in corrected.failed if failure.observation_id}
    for row in _rows_with_ids(observations, stale):
        broken[row].append(STALE)
    return broken


def _rows_with_ids(observations: pa.Table, ids: Collection[str]) -> set[int]:
    """Row numbers of these observation ids."""
    if not ids:
        return set()
    hit = pc.is_in(observations["observation_id"], pa.array(sorted(ids), pa.string()))
    return set(np.flatnonzero(hit.to_numpy(zero_copy_only=False)).tolist())


def quarantine_id(stage: str, record_id: str) -> str:
    """The key of a held row: the same record held by the same stage is one entry of the ledger."""
    return hashlib.sha256(f"{stage}\n{record_id}".encode()).hexdigest()[:24]


def _quarantine_ids(observations: pa.Table, rows: Collection[int]) -> dict[int, str]:
    """Quarantine ids by row; a record id that stands twice gets one id for each place."""
    if not rows:
        return {}
    order = sorted(rows)
    record_ids = observations["observation_id"].take(pa.array(order)).to_pylist()
    seen: Counter[str] = Counter()
    ids = {}
    for row, record_id in zip(order, record_ids, strict=True):
        place = seen[record_id]
        seen[record_id] += 1
        ids[row] = quarantine_id(STAGE, f"{record_id}#{place}" if place else record_id)
    return ids


def _with_confidence(passed: pa.Table, relations: pa.Table, settings: Mapping[str, Any]) -> pa.Table:
    """Confidence moved towards 1 by relations that agree and towards 0 by those that do not."""
    agreeing, disagreeing = _verdicts_by_observation(relations)
    if not agreeing and not disagreeing:
        return passed
    ids = passed["observation_id"].to_pylist()
    confidence = passed["confidence"].to_numpy(zero_copy_only=False).copy()
    for row, observation_id in enumerate(ids):
        for_it = min(agreeing.get(observation_id, 0), settings["most"])
        against = min(disagreeing.get(observation_id, 0), settings["most"])
        if for_it or against:
            doubt = (1 - confidence[row]) * (1 - settings["agrees"]) ** for_it
            confidence[row] = (1 - doubt) * (1 - settings["disagrees"]) ** against
    place = passed.schema.get_field_index("confidence")
    return passed.set_column(place, passed.schema.field(place), pa.array(confidence))


def _verdicts_by_observation(relations: pa.Table) -> tuple[Counter[str], Counter[str]]:
    """How many relations agree with, and how many speak against, each observation that takes part."""
    counts: dict[str, Counter[str]] = {"agrees": Counter(), "disagrees": Counter()}
    for verdict, parts, stated in zip(
        *(relations[c].to_pylist() for c in ("verdict", "parts", "stated_id")), strict=True
    ):
        if verdict in counts:
            counts[verdict].update({*parts, *([stated] if stated else [])})
    return counts["agrees"], counts["disagrees"]


def record_json(row: Mapping[str, Any]) -> str:
    """A row as JSON, dates in ISO 8601, keys in contract order."""
    return json.dumps(row, ensure_ascii=False, default=str)


def _quarantine(
    frame: pa.Table,
    documents: pa.Table,
    held: list[int],
    broken: Mapping[int, list[str]],
    ids: Mapping[int, str],
    suite: Suite,
    run_id: str | None,
) -> pa.Table:
    if not held:
        return QUARANTINE.empty()
    rows = frame.take(pa.array(held)).to_pylist()
    origins = _origins(documents, {row["document_id"] for row in rows})
    entries = [
        _entry(row, broken[number], ids[number], suite, origins.get(row["document_id"], {}), run_id)
        for number, row in zip(held, rows, strict=True)
    ]
    table = QUARANTINE.from_rows(entries)
    return table.sort_by([(name, "ascending") for name in QUARANTINE.sort_by])


def _entry(
    row: Mapping[str, Any], codes: list[str], key: str, suite: Suite, origin: Mapping[str, Any], run_id: str | None
) -> dict[str, Any]:
    """A held row as an entry of the ledger."""
    return {
        "quarantine_id": key,
        "stage": STAGE,
        "record_id": row["observation_id"],
        "document_id": row["document_id"],
        "source_url": origin.get("source_url"),
        "snapshot_sha256": origin.get("snapshot_sha256"),
        "reason_codes": codes,
        "reason": "; ".join(_reason(suite, code, row) for code in codes),
        "evidence": row["evidence"],
        "record": record_json({name: row[name] for name in OBSERVATIONS.column_names}),
        "state": "open",
        "first_seen": run_id,
        "last_seen": run_id,
    }


def _origins(documents: pa.Table, wanted: Collection[str]) -> dict[str, dict[str, Any]]:
    columns = [c for c in ("document_id", "source_url", "snapshot_sha256") if c in documents.column_names]
    chosen = documents.select(columns).filter(pc.is_in(documents["document_id"], pa.array(sorted(wanted), pa.string())))
    return {row["document_id"]: row for row in chosen.to_pylist()}


def _reason(suite: Suite, code: str, row: Mapping[str, Any]) -> str:
    """The rule's note with the values that it compared."""
    if code == STALE:
        return "已申报的更正与现在的原文不符 (a declared correction does not fit the source any more)"
    rule = suite.rule(code)
    shown = ", ".join(f"{name.removeprefix('context_')} {row[name]!r}" for name in rule.columns)
    return f"{rule.notes['zh']} ({shown})"


def _report(
    observations: pa.Table,
    passed: pa.Table,
    quarantined: pa.Table,
    relations: pa.Table,
    findings: Findings,
    suite: Suite,
    let_through: int,
) -> dict[str, Any]:
    failed = [check for check in findings.table if not check.passed]
    return {
        "engine": findings.engine,
        "rows_in": len(observations),
        "rows_passed": len(passed),
        "rows_quarantined": len(quarantined),
        "rows_released": let_through,
        "rows_by_rule": {rule_id: len(rows) for rule_id, rows in sorted(findings.rows.items())},
        "severity_by_rule": {rule_id: suite.rule(rule_id).severity for rule_id in sorted(findings.rows)},
        "table_checks": {check.rule_id: check.observed for check in findings.table},
        "table_level_failed": [check.rule_id for check in failed if check.severity == "critical"],
        "table_level_warned": [check.rule_id for check in failed if check.severity != "critical"],
        "relations_by_verdict": dict(sorted(Counter(relations["verdict"].to_pylist()).items())),
    }
