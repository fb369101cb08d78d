"""The Prefect tasks around validation: judge shards, compare documents, settle the ledger, watch for drift."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.shards import Tally, commit, shard_name, table_path
from tasks.store import Store
from tasks.validate import gx
from tasks.validate.after import (
    DriftReport,
    compare_documents,
    drift_of_run,
    failed_corrections,
    settle_quarantine,
    write_data_docs,
    write_results,
)
from tasks.validate.corrections import load_corrections
from tasks.validate.frames import SEGMENT_COLUMNS
from tasks.validate.ledger import stored_rules
from tasks.validate.shard import ShardInput, ShardJudgement, judge_shards


@task(name="validate-shards", task_run_name="validate {shards[0]}", cache_policy=NO_CACHE, persist_result=False)
def validate_shards(root: str, shards: Sequence[str], run_id: str) -> Tally:
    """Judge shards of staged observations together; a failed rule about the whole table stops them.

    One run of a suite serves them all: the library costs more a run than a row.
    """
    # Before the shards are read: what is there once the library is loaded is never looked through for garbage again.
    gx.quiet_library()
    store = Store(root)
    judgements = judge_shards(
        [_input(store, shard) for shard in shards],
        rules=stored_rules(store),
        run=gx.run_suite,
        run_id=run_id,
        corrections=load_corrections(),
    )
    write_results(store, shard_name(shards), judgements)
    return sum((_commit(store, *pair) for pair in zip(shards, judgements, strict=True)), Tally())


def _input(store: Store, shard: str) -> ShardInput:
    return ShardInput(
        store.read_table(table_path("documents", "clean", shard)),
        store.read_table(table_path("segments", "segment", shard), SEGMENT_COLUMNS),
        store.read_table(table_path("observations", "extract", shard)),
    )


def _commit(store: Store, shard: str, judgement: ShardJudgement) -> Tally:
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


@task(name="corrections", cache_policy=NO_CACHE, persist_result=False)
def stale_corrections(root: str) -> dict[str, str]:
    """Declared corrections that fit their source no more, and why."""
    return failed_corrections(Store(root))


@task(name="data-docs", cache_policy=NO_CACHE, persist_result=False)
def data_docs(root: str) -> str | None:
    """Build the data docs of the latest validations; returns the index page, None on object storage."""
    return write_data_docs(Store(root))


@task(name="drift", cache_policy=NO_CACHE, persist_result=False)
def drift(root: str, run_id: str) -> DriftReport:
    """Compare this run with the history."""
    return drift_of_run(Store(root), run_id)
