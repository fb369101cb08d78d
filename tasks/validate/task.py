"""The Prefect tasks around validation: judge a shard, compare documents, settle the ledger, watch for drift."""

from __future__ import annotations

from datetime import UTC, datetime

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.shards import Tally, commit, table_path
from tasks.store import Store
from tasks.validate import gx
from tasks.validate.after import (
    DriftReport,
    compare_documents,
    drift_of_run,
    settle_quarantine,
    write_data_docs,
    write_results,
)
from tasks.validate.corrections import load_corrections
from tasks.validate.ledger import stored_rules
from tasks.validate.shard import judge_shard


@task(name="validate-shard", task_run_name="validate {shard}", cache_policy=NO_CACHE, persist_result=False)
def validate_shard(root: str, shard: str, run_id: str) -> Tally:
    """Judge one shard of staged observations; a failed rule about the whole table stops it."""
    store = Store(root)
    judgement = judge_shard(
        store.read_table(table_path("documents", "clean", shard)),
        store.read_table(table_path("segments", "segment", shard)),
        store.read_table(table_path("observations", "extract", shard)),
        rules=stored_rules(store),
        run=gx.run_suite,
        run_id=run_id,
        corrections=load_corrections(),
    )
    write_results(store, shard, judgement)
    tables = {
        "observations": judgement.observations,
        "quarantine": judgement.quarantine,
        "relations": judgement.relations,
    }
    return commit(store, "validate", shard, tables, judgement.ledger)


@task(name="reconcile", cache_policy=NO_CACHE, persist_result=False)
def reconcile_documents(root: str) -> int:
    """Compare what different documents say of the same thing; returns the number of conflicts."""
    return compare_documents(Store(root))


@task(name="settle-quarantine", cache_policy=NO_CACHE, persist_result=False)
def settle(root: str, run_id: str) -> str:
    """Bring the quarantine ledger up to date; returns the state of the work in a sentence."""
    return settle_quarantine(Store(root), run_id, datetime.now(UTC))


@task(name="data-docs", cache_policy=NO_CACHE, persist_result=False)
def data_docs(root: str) -> str | None:
    """Build the data docs of the latest validations; returns the index page, None on object storage."""
    return write_data_docs(Store(root))


@task(name="drift", cache_policy=NO_CACHE, persist_result=False)
def drift(root: str, run_id: str) -> DriftReport:
    """Compare this run with the history."""
    return drift_of_run(Store(root), run_id)
