"""What follows the judgement of the shards: conflicts, the quarantine ledger, data docs, drift."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from tasks.contracts import CONTRACTS, DOCUMENTS, DUPLICATES, FUNNEL, OBSERVATIONS, PROFILE
from tasks.shards import (
    RELEASED,
    confidences_path,
    conflicts_path,
    dimension_path,
    done_shards,
    duplicates_path,
    stage_folder,
    table_path,
)
from tasks.store import Store
from tasks.validate import gx
from tasks.validate.batch import STAGE, quarantine_id
from tasks.validate.drift import COMPARED, as_markdown, drift_findings, missing_partitions, moved_rows
from tasks.validate.gx import SuiteResult
from tasks.validate.ledger import held_rows, read_ledger, settle
from tasks.validate.profile import OBSERVATION_COLUMNS, funnel_table, profile_table, sampler_of
from tasks.validate.quarantine import OPEN, RECTIFIED, completion, released_observations
from tasks.validate.reconcile import changed_confidences, reconcile
from tasks.validate.rules import load_settings
from tasks.validate.shard import ShardJudgement
from tasks.validate.suites import load_suites

DOCS = "docs/validation"
HISTORY = "history"
_SHOWN_RESULTS = 20
_TOLD_BY = ("document_id", "publisher", "site", "title", "duplicate_of")
_TOLD = (
    "observation_id", "document_id", "mention", "evidence", "indicator_id", "indicator", "measure", "status", "value",
    "unit", "qualifier", "region_code", "period", "period_end", "baseline", "published_at", "confidence",
)  # fmt: skip
_COUNTED_PAGES = ("document_id", "source_id", "template", "source_url", "title")
_COUNTED = tuple(dict.fromkeys((*OBSERVATION_COLUMNS, *COMPARED, "document_id", "period_start")))


def compare_documents(store: Store) -> int:
    """Write the conflicts among all validated documents unless they are there; returns how many there are.

    The confidences that other documents raise or lower stand beside them: finished shards never change.
    """
    path = conflicts_path(store)
    if store.exists(path):
        return len(store.read_table(path))
    shards = done_shards(store, "validate")
    documents = _originals(store, _all(store, DOCUMENTS.name, "clean", shards, _TOLD_BY))
    observations = _told_by(documents, _all(store, OBSERVATIONS.name, "validate", shards, _TOLD))
    conflicts = reconcile(observations, documents, regions=store.read_table(dimension_path("dim_region")))
    store.write_table(changed_confidences(observations, documents, conflicts), confidences_path(store))
    store.write_table(conflicts, path)
    return len(conflicts)


def _all(store: Store, table: str, stage: str, shards: Iterable[str], columns: Sequence[str]) -> pa.Table:
    """Named columns of a table of all shards: the texts of all documents would not fit into memory."""
    parts = (store.read_table(table_path(table, stage, shard), columns) for shard in shards)
    return pa.concat_tables([CONTRACTS[table].empty().select(columns), *(part.select(columns) for part in parts)])


def _originals(store: Store, documents: pa.Table) -> pa.Table:
    """The documents that repeat no other one: a reprint is no second source, and an old revision is none at all."""
    return documents.filter(pc.invert(pc.is_in(documents["document_id"], value_set=_repeated(store))))


def _repeated(store: Store) -> pa.Array:
    path = duplicates_path(store)
    return (store.read_table(path) if store.exists(path) else DUPLICATES.empty())["document_id"].combine_chunks()


def _told_by(documents: pa.Table, observations: pa.Table) -> pa.Table:
    known = documents["document_id"].combine_chunks()
    return observations.filter(pc.is_in(observations["document_id"], value_set=known))


def settle_quarantine(store: Store, run_id: str, at: datetime) -> str:
    """Bring the ledger up to date when what is held changed; returns the state of the work in a sentence."""
    ledger = read_ledger(store)
    held = set(held_rows(store)["quarantine_id"].to_pylist())
    states = dict(zip(ledger["quarantine_id"].to_pylist(), ledger["state"].to_pylist(), strict=True))
    waiting = {key for key, state in states.items() if state == OPEN}
    mended = {key for key, state in states.items() if state == RECTIFIED}
    changed = bool(held - states.keys() or waiting - held or mended & held)
    state = settle(store, run_id=run_id, at=at, corrected=_corrected(store)) if changed else completion(ledger)
    store.write_table(_let_through(store, held), RELEASED)
    return state.sentence


def _let_through(store: Store, held: Collection[str]) -> pa.Table:
    """Rows that people released and that are still held back; those that pass by now come through their shard.

    What was read from a reprint or an old revision stays out, released or not.
    """
    ledger = read_ledger(store)
    still = pc.is_in(ledger["quarantine_id"], value_set=pa.array(sorted(held), pa.string()))
    released = released_observations(ledger.filter(still))
    return released.filter(pc.invert(pc.is_in(released["document_id"], value_set=_repeated(store))))


def failed_corrections(store: Store) -> dict[str, str]:
    """Declared corrections that fit their source no more, and why, by correction id."""
    return {key: why for kept in _results(store).values() for key, why in kept["corrections_failed"].items()}


def write_results(store: Store, name: str, judgements: Sequence[ShardJudgement]) -> None:
    """Keep what the suites said of shards judged together for the data docs, and which corrections applied."""
    results = [result for judgement in judgements for result in judgement.results]
    suites = [{"table": result.table, "rows": result.rows, "raw": result.raw} for result in results]
    corrected = {key: value for judgement in judgements for key, value in judgement.corrected.items()}
    failed = {key: why for judgement in judgements for key, why in judgement.corrections_failed.items()}
    kept = {"suites": suites, "corrected": corrected, "corrections_failed": failed}
    data = json.dumps(kept, ensure_ascii=False, sort_keys=True, default=str)
    store.write_bytes(data.encode(), f"{_results_folder()}/{name}.json")


def _results_folder() -> str:
    return f"{stage_folder('validate')}/results"


def _results(store: Store) -> dict[str, Any]:
    """What was kept, by shard."""
    paths = [path for path in store.list(_results_folder()) if path.endswith(".json")]
    return {path.rsplit("/", 1)[1].removesuffix(".json"): json.loads(store.read_bytes(path)) for path in paths}


def _corrected(store: Store) -> dict[str, str]:
    """Correction id by quarantine id, of the rows that a declared correction mended."""
    pairs = (pair for kept in _results(store).values() for pair in kept["corrected"].items())
    return {quarantine_id(STAGE, observation): correction for observation, correction in pairs}


def write_data_docs(store: Store) -> str | None:
    """Build the data docs site of the validated shards; returns its index page, None on object storage."""
    if not store.is_local:
        return None
    results = [
        SuiteResult(f"{entry['table']}-{shard[:8]}", entry["rows"], (), entry["raw"])
        for shard, kept in list(_results(store).items())[:_SHOWN_RESULTS]
        for entry in kept["suites"]
    ]
    # The shards may have been judged in other processes: this one does not know our own types yet.
    gx.register(load_suites().values())
    return str(gx.build_data_docs(results, store.local_path(DOCS)))


@dataclass(frozen=True)
class DriftReport:
    """What moved since earlier runs, as Markdown; loud when anything did."""

    markdown: str
    loud: bool


def drift_of_run(store: Store, run_id: str) -> DriftReport:
    """Compare this run's funnel and distributions with earlier runs', and its rows with the last release's.

    Leaves the run's own figures in the history.
    """
    shards = done_shards(store, "validate")
    documents = _all(store, DOCUMENTS.name, "clean", shards, _COUNTED_PAGES)
    extracted = _all(store, OBSERVATIONS.name, "extract", shards, ("document_id",))
    valid = _all(store, OBSERVATIONS.name, "validate", shards, _COUNTED)
    funnel, profile = funnel_table(run_id, documents, extracted, valid), profile_table(run_id, valid)
    settings: dict[str, Any] = load_settings()["drift"]
    findings = drift_findings(
        funnel,
        _history(store, FUNNEL.name),
        profile,
        _history(store, PROFILE.name),
        settings,
        sampler_of(documents, valid),
    )
    previous = _published(store)
    findings += [*moved_rows(previous, valid, settings), *missing_partitions(previous, valid)]
    for table in (funnel, profile):
        name = table.schema.metadata[b"table"].decode()
        store.write_table(table, f"{HISTORY}/{name}/{run_id}.parquet")
    return DriftReport(as_markdown(findings), bool(findings))


def _history(store: Store, table: str) -> pa.Table:
    paths = store.list(f"{HISTORY}/{table}")
    return pa.concat_tables([CONTRACTS[table].empty(), *(store.read_table(path) for path in paths)])


def _published(store: Store) -> pa.Table:
    """The observations of the current release, in the columns that drift is measured on."""
    from tasks.warehouse import current_release, read_manifest, release_path

    release = current_release(store)
    if release is None:
        return OBSERVATIONS.empty()
    files = read_manifest(store, release).files_of(OBSERVATIONS.name)
    tables = (store.read_table(f"{release_path(release)}/{file.path}", _COUNTED) for file in files)
    nothing = OBSERVATIONS.empty().select(_COUNTED)
    return pa.concat_tables([nothing, *(table.select(_COUNTED).cast(nothing.schema) for table in tables)])
