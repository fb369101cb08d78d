"""The quarantine ledger of a data root: one file, brought up to date after each run, changed by people in between."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable

import pyarrow as pa
import pyarrow.compute as pc

from tasks.contracts import DOCUMENTS, OBSERVATIONS, QUARANTINE
from tasks.locks import exclusive
from tasks.shards import dimension_path, live_files
from tasks.store import Store, StoreError
from tasks.validate.batch import STAGE, validate_batch
from tasks.validate.corrections import Correction
from tasks.validate.quarantine import Completion, LedgerError, completion, listed, merge, observation_of
from tasks.validate.rules import Rules, load_rules
from tasks.versions import stage_version

LEDGER_PATH = "quarantine/ledger.parquet"
LOCK = "quarantine/.ledger.lock"
SHARDED = ("clean", "extract", "validate")
SCRAPE = "scrape"
DIMENSIONS = ("dim_region", "dim_indicator")


def read_ledger(store: Store) -> pa.Table:
    """The ledger of a data root; empty when there is none yet. Raises StoreError for a folder that is not there."""
    _require_root(store)
    return QUARANTINE.conform(store.read_table(LEDGER_PATH)) if store.exists(LEDGER_PATH) else QUARANTINE.empty()


def _require_root(store: Store) -> None:
    """Raise StoreError for a local root that is no folder: a typing error must not make one."""
    if store.is_local and not store.local_path().is_dir():
        raise StoreError(f"there is no data root {store.root}")


def write_ledger(store: Store, ledger: pa.Table) -> None:
    """Replace the ledger, whole or not at all."""
    store.write_table(QUARANTINE.conform(ledger), LEDGER_PATH)


def change_ledger(store: Store, step: Callable[[pa.Table], pa.Table]) -> pa.Table:
    """Read, change, write, while no other process does; returns the new ledger."""
    _require_root(store)
    with exclusive(store, LOCK):
        ledger = step(read_ledger(store))
        write_ledger(store, ledger)
    return ledger


def held_rows(store: Store) -> pa.Table:
    """Every row that the present version of the stages, or scraping, holds back; of equal ids the last."""
    paths = [path for stage in SHARDED for path in live_files(store, "quarantine", stage) if store.exists(path)]
    paths += store.list("quarantine/scrape")
    rows = {row["quarantine_id"]: row for path in sorted(paths) for row in store.read_table(path).to_pylist()}
    return QUARANTINE.from_rows(rows.values())


def settle(store: Store, *, run_id: str, at: dt.datetime, corrected: dict[str, str] | None = None) -> Completion:
    """Bring the ledger up to date after a run; returns the state of the work for the run's summary."""
    held = held_rows(store)
    version = stage_version(STAGE)
    stages = {*SHARDED, SCRAPE}

    def step(ledger: pa.Table) -> pa.Table:
        return merge(ledger, held, run_id=run_id, at=at, rules_version=version, stages=stages, corrected=corrected)

    return completion(change_ledger(store, step))


def stored_rules(store: Store) -> Rules:
    """The rules with the dimensions that the data root holds; without them the rules that need them do not apply."""
    tables = {}
    for name in DIMENSIONS:
        path = dimension_path(name)
        tables[name] = store.read_table(path) if store.exists(path) else None
    return load_rules(regions=tables["dim_region"], indicators=tables["dim_indicator"])


def documents_of(store: Store, ids: Collection[str]) -> pa.Table:
    """The documents of these ids from the finished shards of cleaning."""
    wanted = pa.array(sorted(ids), pa.string())
    found = [_chosen(store.read_table(path), wanted) for path in live_files(store, "documents", "clean")]
    return pa.concat_tables([DOCUMENTS.empty(), *found])


def _chosen(table: pa.Table, wanted: pa.Array) -> pa.Table:
    return table.filter(pc.is_in(table["document_id"], value_set=wanted))


def replay(
    store: Store, *, run_id: str, at: dt.datetime, corrections: Iterable[Correction] = ()
) -> tuple[pa.Table, list[str]]:
    """Judge the open rows of the validate stage again by the rules and corrections of now.

    Returns the new ledger and the ids of the rows that left it. Rows that now pass are published by the next run.
    Raises LedgerError where the tables that the rules need were not made by the present version of the stages: a rule
    that has nothing to go by holds nothing, so rows would leave that no run lets pass.
    """
    _require_root(store)
    if not all(store.exists(dimension_path(name)) for name in DIMENSIONS):
        raise LedgerError(
            "the rules of extraction changed since the last run: run the pipeline, it judges all rows anew"
        )
    with exclusive(store, LOCK):
        ledger = read_ledger(store)
        new = _judged_again(store, ledger, run_id, at, tuple(corrections))
        write_ledger(store, new)
    still = {row["quarantine_id"] for row in listed(new, stage=STAGE)}
    waiting = [row["quarantine_id"] for row in listed(ledger, stage=STAGE)]
    return new, [key for key in waiting if key not in still]


def _judged_again(
    store: Store, ledger: pa.Table, run_id: str, at: dt.datetime, corrections: tuple[Correction, ...]
) -> pa.Table:
    """The ledger once the open rows whose record and document are there were judged again; the others stay held."""
    rows = listed(ledger, stage=STAGE)
    documents = documents_of(store, {row["document_id"] for row in rows if row["document_id"]})
    known = set(documents["document_id"].to_pylist())
    waiting = [row for row in rows if row["record"] and row["document_id"] in known]
    observations = OBSERVATIONS.from_rows(observation_of(row["record"]) for row in waiting)
    rules = stored_rules(store)
    result = validate_batch(observations, documents, rules=rules, run_id=run_id, corrections=corrections)
    judged = {row["quarantine_id"] for row in waiting}
    others = [row for row in rows if row["quarantine_id"] not in judged]
    held = pa.concat_tables([result.quarantined, QUARANTINE.from_rows(others)])
    corrected = _corrected_rows(waiting, result.report["corrections_applied"])
    version = stage_version(STAGE)
    return merge(ledger, held, run_id=run_id, at=at, rules_version=version, stages={STAGE}, corrected=corrected)


def _corrected_rows(waiting: Iterable[dict[str, str]], applied: dict[str, str]) -> dict[str, str]:
    """Quarantine id to correction id."""
    return {row["quarantine_id"]: applied[row["record_id"]] for row in waiting if row["record_id"] in applied}
