"""Flow `segment`: from documents to sentences and words."""

from __future__ import annotations

from datetime import UTC, date, datetime

from prefect import flow

from flows.accounting import record
from flows.runner import run_shards, task_runner
from flows.settings import settings
from flows.window import in_window
from tasks.segment.task import segment_shard
from tasks.shards import Tally, pending_shards
from tasks.store import Store


@flow(name="segment", task_runner=task_runner(), persist_result=False)
def segment(data_root: str | None = None, since: date | None = None, until: date | None = None) -> Tally:
    """Segment every shard of documents that is not segmented yet.

    since, until: only shards that hold a document published in this window, inclusive.
    """
    started_at = datetime.now(UTC)
    store = Store(data_root or settings().data_root)
    shards = in_window(store, pending_shards(store, "segment", "clean"), since, until)
    tally = run_shards(segment_shard, store.root, shards, settings().engine)
    return record(store, "segment", "document", tally, started_at)
