"""The Prefect task around monitoring: one run a shard."""

from __future__ import annotations

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.monitor.rules import load_rules
from tasks.monitor.shard import monitor_observations
from tasks.shards import Tally, commit, table_path
from tasks.store import Store


@task(name="monitor-shard", task_run_name="monitor {shard}", cache_policy=NO_CACHE, persist_result=False)
def monitor_shard(root: str, shard: str) -> Tally:
    """Mark the observations of one shard that call for attention."""
    store = Store(root)
    observations = store.read_table(table_path("observations", "validate", shard))
    relations = store.read_table(table_path("relations", "validate", shard))
    warnings, ledger = monitor_observations(observations, relations, load_rules())
    return commit(store, "monitor", shard, {"warnings": warnings}, ledger)
