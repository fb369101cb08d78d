"""Flow `extract`: from documents and sentences to staged observations."""

from __future__ import annotations

from datetime import UTC, date, datetime

from prefect import flow

from flows.accounting import record
from flows.runner import run_shards, task_runner
from flows.settings import settings
from flows.window import in_window
from tasks.extract.task import dimensions, extract_shard
from tasks.shards import Tally, pending_shards
from tasks.store import Store


@flow(name="extract", task_runner=task_runner(), persist_result=False)
def extract(data_root: str | None = None, since: date | None = None, until: date | None = None) -> Tally:
    """Read the observations out of every segmented shard that has none yet.

    since, until: only shards that hold a document published in this window, inclusive.
    """
    started_at = datetime.now(UTC)
    store = Store(data_root or settings().data_root)
    dimensions(store.root)
    shards = in_window(store, pending_shards(store, "extract", "segment"), since, until)
    tally = run_shards(extract_shard, store.root, shards)
    return record(store, "extract", "document", tally, started_at)
