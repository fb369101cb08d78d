"""Flow `monitor`: warnings over what passed validation."""

from __future__ import annotations

from datetime import UTC, datetime

from prefect import flow

from flows.accounting import record
from flows.runner import run_shards, task_runner
from flows.settings import settings
from tasks.monitor.task import monitor_shard
from tasks.shards import Tally, pending_shards
from tasks.store import Store


@flow(name="monitor", task_runner=task_runner(), persist_result=False)
def monitor(data_root: str | None = None) -> Tally:
    """Mark the validated observations that call for attention, shard by shard."""
    started_at = datetime.now(UTC)
    store = Store(data_root or settings().data_root)
    tally = run_shards(monitor_shard, store.root, pending_shards(store, "monitor", "validate"))
    return record(store, "monitor", "observation", tally, started_at)
