"""Runs every stage on a data root without a Prefect server: what a worker does, for tests that kill it.

python stages.py DATA_ROOT SOURCES SHARD_SIZE
"""

from __future__ import annotations

import sys
from pathlib import Path

from tasks.clean.task import clean_shard, find_duplicate_documents, plan_clean
from tasks.extract.task import dimensions, extract_shard
from tasks.monitor.task import monitor_shard
from tasks.publish.task import publish_warehouse
from tasks.scrape.sources import load_sources
from tasks.scrape.task import scrape_source
from tasks.segment.task import segment_shard
from tasks.shards import pending_shards
from tasks.store import Store
from tasks.validate.task import validate_shards


def main(root: str, sources: str, shard_size: int) -> None:
    """The stages in the order of the pipeline."""
    store = Store(root)
    for source in load_sources(Path(sources)):
        if source.enabled:
            scrape_source.fn(root, source, str(Path(sources).parent))
    for shard in plan_clean.fn(root, shard_size):
        clean_shard.fn(root, shard)
    find_duplicate_documents.fn(root)
    for shard in pending_shards(store, "segment", "clean"):
        segment_shard.fn(root, shard)
    dimensions.fn(root)
    for shard in pending_shards(store, "extract", "segment"):
        extract_shard.fn(root, shard)
    for shard in pending_shards(store, "validate", "extract"):
        validate_shards.fn(root, [shard], "test")
    for shard in pending_shards(store, "monitor", "validate"):
        monitor_shard.fn(root, shard)
    publish_warehouse.fn(root)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
