"""Which snapshots a cleaning run has still to handle, in which shards."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from tasks.contracts import SNAPSHOTS
from tasks.shards import chunks, live_files, shard_name, stage_folder
from tasks.snapshots import read_index
from tasks.store import Store


def plan_path(shard: str) -> str:
    """Where the snapshot rows of a planned shard stand."""
    return f"{stage_folder('clean')}/plan/{shard}.parquet"


def plan_shards(store: Store, shard_size: int) -> list[str]:
    """Write one plan file a shard for the snapshots that no finished shard holds; returns their names.

    The snapshots are taken in the order of their ids and all shards but the last are full, so a run
    after a killed one plans the very same shards.
    """
    index = read_index(store)
    handled = _handled(store)
    open_rows = index.filter(pc.invert(pc.is_in(index["snapshot_id"], value_set=handled)))
    ids = open_rows.sort_by([("source_url", "ascending"), ("snapshot_id", "ascending")])["snapshot_id"].to_pylist()
    names = []
    for batch in chunks(ids, shard_size):
        rows = open_rows.filter(pc.is_in(open_rows["snapshot_id"], value_set=pa.array(batch)))
        names.append(shard_name(batch))
        store.write_table(SNAPSHOTS.conform(rows), plan_path(names[-1]))
    return names


def _handled(store: Store) -> pa.Array:
    paths = live_files(store, "ledger", "clean")
    columns = [store.read_table(path, columns=["input_id"])["input_id"].combine_chunks() for path in paths]
    return pa.concat_arrays(columns) if columns else pa.array([], pa.string())
