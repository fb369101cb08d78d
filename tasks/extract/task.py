"""The Prefect task around extraction: one run a shard."""

from __future__ import annotations

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.extract.dimensions import write_dimensions
from tasks.extract.reader import Reader
from tasks.extract.shard import extract_documents
from tasks.shards import Tally, commit, table_path
from tasks.store import Store
from tasks.versions import stage_version

DOCUMENT_COLUMNS = ("document_id", "text", "title", "published_text", "published_at", "publisher", "site")


@task(name="extract-shard", task_run_name="extract {shard}", cache_policy=NO_CACHE, persist_result=False)
def extract_shard(root: str, shard: str) -> Tally:
    """Read the observations out of one shard of documents."""
    store = Store(root)
    documents = store.read_table(table_path("documents", "clean", shard), columns=DOCUMENT_COLUMNS)
    segments = store.read_table(
        table_path("segments", "segment", shard), columns=("document_id", "sentence", "start", "end")
    )
    result = extract_documents(documents, segments, Reader(), stage_version("extract"))
    tables = {"observations": result.observations, "quarantine": result.quarantine}
    return commit(store, "extract", shard, tables, result.ledger)


@task(name="write-dimensions", cache_policy=NO_CACHE, persist_result=False)
def dimensions(root: str) -> list[str]:
    """Write the dimension tables that the present vocabulary makes."""
    return write_dimensions(Store(root))
