"""Which snapshots a cleaning run has still to handle, in which shards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from tasks.contracts import SNAPSHOTS
from tasks.shards import live_files, shard_name, stage_folder
from tasks.snapshots import read_index
from tasks.store import Store


def plan_path(shard: str) -> str:
    """Where the snapshot rows of a planned shard stand."""
    return f"{stage_folder('clean')}/plan/{shard}.parquet"


def plan_shards(store: Store, shard_size: int) -> list[str]:
    """Write one plan file a shard for the snapshots that no finished shard holds; returns their names.

    The snapshots are taken in the order of their addresses, all pages of an article in one shard, so a
    run after a killed one plans the very same shards.
    """
    index = read_index(store)
    handled = _handled(store)
    open_rows = index.filter(pc.invert(pc.is_in(index["snapshot_id"], value_set=handled)))
    first_pages = pc.coalesce(open_rows["part_of"], open_rows["source_url"])
    ordered = open_rows.append_column("article", first_pages).sort_by(
        [(name, "ascending") for name in ("article", "source_url", "snapshot_id")]
    )
    names = []
    for start, end in _spans(ordered["article"].to_pylist(), shard_size):
        rows = ordered.slice(start, end - start).drop_columns("article")
        names.append(shard_name(rows["snapshot_id"].to_pylist()))
        rows = rows.sort_by([(name, "ascending") for name in SNAPSHOTS.sort_by])
        store.write_table(SNAPSHOTS.conform(rows), plan_path(names[-1]))
    return names


def _spans(articles: Sequence[str], size: int) -> Iterator[tuple[int, int]]:
    """Runs of about `size` rows that end where an article does."""
    start = 0
    while start < len(articles):
        end = min(start + size, len(articles))
        while end < len(articles) and articles[end] == articles[end - 1]:
            end += 1
        yield start, end
        start = end


def _handled(store: Store) -> pa.Array:
    paths = live_files(store, "ledger", "clean")
    columns = [store.read_table(path, columns=["input_id"])["input_id"].combine_chunks() for path in paths]
    return pa.concat_arrays(columns) if columns else pa.array([], pa.string())
