"""Flow `validate`: from staged observations to those that may be published."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from prefect import flow, get_run_logger
from prefect.artifacts import create_link_artifact, create_markdown_artifact
from prefect.futures import PrefectFuture

from flows.accounting import record, run_id
from flows.runner import run_shards, task_runner
from flows.settings import settings
from flows.window import in_window
from tasks.shards import Tally, pending_shards
from tasks.store import Store
from tasks.validate.task import data_docs, drift, reconcile_documents, settle, stale_corrections, validate_shards

MOST_TOGETHER = 10


@flow(name="validate", task_runner=task_runner(), persist_result=False)
def validate(data_root: str | None = None, since: date | None = None, until: date | None = None) -> Tally:
    """Validate every extracted shard that is not validated yet, then compare the documents with each other.

    since, until: only shards that hold a document published in this window, inclusive.
    """
    started_at = datetime.now(UTC)
    store = Store(data_root or settings().data_root)
    shards = in_window(store, pending_shards(store, "validate", "extract"), since, until)
    groups = in_groups(shards, settings().workers)
    tally = run_shards(validate_shards, store.root, groups, run_id()) if groups else Tally()
    # A process that has the library loaded builds the docs, meanwhile the documents are compared here.
    docs = data_docs.submit(store.root) if len(groups) > 1 else None
    reconcile_documents(store.root)
    create_markdown_artifact(key="quarantine", markdown=settle(store.root, run_id()))
    for correction, why in stale_corrections(store.root).items():
        get_run_logger().warning("correction %s does not fit any more: %s", correction, why)
    if shards:
        _report(store, docs)
    return record(store, "validate", "observation", tally, started_at)


def in_groups(shards: Sequence[str], workers: int) -> list[tuple[str, ...]]:
    """The shards in as many groups as there are processes, none of more than MOST_TOGETHER."""
    size = min(max(math.ceil(len(shards) / workers), 1), MOST_TOGETHER)
    return [tuple(shards[start : start + size]) for start in range(0, len(shards), size)]


def _report(store: Store, docs: PrefectFuture[str | None] | None) -> None:
    findings = drift(store.root, run_id())
    create_markdown_artifact(key="drift", markdown=findings.markdown)
    if findings.loud:
        get_run_logger().warning("%s", findings.markdown)
    index = docs.result() if docs else data_docs(store.root)
    if index:
        create_link_artifact(key="data-docs", link=Path(index).as_uri(), description="What the expectations said")
