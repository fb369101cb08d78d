"""The Prefect tasks around cleaning: plan shards, clean one shard, find duplicates over all."""

from __future__ import annotations

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.clean.deduplicate import deduplicate
from tasks.clean.plan import plan_path, plan_shards
from tasks.clean.shard import clean_snapshots
from tasks.shards import Tally, commit
from tasks.snapshots import read_object
from tasks.store import Store


@task(name="plan-clean", cache_policy=NO_CACHE, persist_result=False)
def plan_clean(root: str, shard_size: int) -> list[str]:
    """Plan the shards of snapshots that are not clean yet."""
    return plan_shards(Store(root), shard_size)


@task(name="clean-shard", task_run_name="clean {shard}", cache_policy=NO_CACHE, persist_result=False)
def clean_shard(root: str, shard: str) -> Tally:
    """Turn one shard of snapshots into documents and quarantine."""
    store = Store(root)
    snapshots = store.read_table(plan_path(shard)).to_pylist()
    result = clean_snapshots(snapshots, lambda sha256: read_object(store, sha256))
    return commit(store, "clean", shard, result.tables(), result.ledger_table())


@task(name="deduplicate", cache_policy=NO_CACHE, persist_result=False)
def find_duplicate_documents(root: str) -> int:
    """Say which documents repeat another one; returns how many do."""
    return deduplicate(Store(root))
