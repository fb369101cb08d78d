"""Flow `validate`: from staged observations to those that may be published."""

from __future__ import annotations

from datetime import UTC, date, datetime

from prefect import flow

from flows.accounting import record, run_id
from flows.runner import run_shards, task_runner
from flows.settings import settings
from flows.window import in_window
from tasks.shards import Tally, pending_shards
from tasks.store import Store
from tasks.validate.task import validate_shard


@flow(name="validate", task_runner=task_runner(), persist_result=False)
def validate(data_root: str | None = None, since: date | None = None, until: date | None = None) -> Tally:
    """Validate every extracted shard that is not validated yet.

    since, until: only shards that hold a document published in this window, inclusive.
    """
    started_at = datetime.now(UTC)
    store = Store(data_root or settings().data_root)
    shards = in_window(store, pending_shards(store, "validate", "extract"), since, until)
    tally = run_shards(validate_shard, store.root, shards, run_id())
    return record(store, "validate", "observation", tally, started_at)
