"""The Prefect task around segmentation: one run a shard."""

from __future__ import annotations

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.segment.shard import segment_documents
from tasks.segment.words import segmenter
from tasks.shards import Tally, commit, table_path
from tasks.store import Store


@task(name="segment-shard", task_run_name="segment {shard}", cache_policy=NO_CACHE, persist_result=False)
def segment_shard(root: str, shard: str, engine: str = "rjieba") -> Tally:
    """Cut one shard of documents into sentences and words."""
    store = Store(root)
    documents = store.read_table(table_path("documents", "clean", shard), columns=["document_id", "text"])
    segments, ledger = segment_documents(documents, segmenter(engine))
    return commit(store, "segment", shard, {"segments": segments}, ledger)
