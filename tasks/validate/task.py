"""The Prefect tasks around validation: judge one shard by the suites and by its own arithmetic."""

from __future__ import annotations

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.shards import Tally, commit, dimension_path, table_path
from tasks.store import Store
from tasks.validate import gx
from tasks.validate.batch import validate_batch
from tasks.validate.rules import Rules, load_rules
from tasks.validate.shard import ledger_of, require_table_rules


@task(name="validate-shard", task_run_name="validate {shard}", cache_policy=NO_CACHE, persist_result=False)
def validate_shard(root: str, shard: str, run_id: str) -> Tally:
    """Judge one shard of staged observations; a failed rule about the whole table stops it."""
    store = Store(root)
    observations = store.read_table(table_path("observations", "extract", shard))
    documents = store.read_table(table_path("documents", "clean", shard))
    result = validate_batch(observations, documents, rules=_rules(store), run_id=run_id, decide=gx.judge)
    require_table_rules(shard, result.report)
    tables = {"observations": result.passed, "quarantine": result.quarantined, "relations": result.relations}
    return commit(store, "validate", shard, tables, ledger_of(observations, result.passed))


def _rules(store: Store) -> Rules:
    return load_rules(
        regions=store.read_table(dimension_path("dim_region")),
        indicators=store.read_table(dimension_path("dim_indicator")),
    )
