"""The Delta Lake export: every row, a version a change, none without one."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from deltalake import DeltaTable

from benchmarks.synthetic import observations, write_inputs
from tasks.load.delta import RELEASE, export_delta
from tasks.publish.release import publish_release
from tasks.store import Store
from tasks.warehouse import PUBLISHED, WarehouseError, read_manifest

pytestmark = pytest.mark.integration


def test_export_grow_and_repeat(tmp_path: Path) -> None:
    store, target = Store(tmp_path / "data"), tmp_path / "delta"
    with pytest.raises(WarehouseError, match="nothing is published yet"):
        export_delta(store, target)
    inputs = write_inputs(store, document_count=6, years=2, provinces=1)
    first = publish_release(inputs, store, input_ids={}, code_version="1")
    assert export_delta(store, target).changed
    for name, rows in read_manifest(store).rows.items():
        assert DeltaTable(target / name).to_pyarrow_table().num_rows == rows
    assert not export_delta(store, target).changed
    assert {DeltaTable(target / name).version() for name in PUBLISHED} == {0}

    inputs["observations"].append(
        store.write_table(observations(20, start=150, years=1, provinces=0), "b.parquet").path
    )
    second = publish_release(inputs, store, input_ids={}, code_version="1")
    assert export_delta(store, target).changed
    assert {name for name in PUBLISHED if DeltaTable(target / name).version()} == {"observations"}
    table = DeltaTable(target / "observations")
    assert table.to_pyarrow_table().num_rows == 170
    assert table.history(1)[0][RELEASE] == second.release
    assert DeltaTable(target / "observations", version=0).to_pyarrow_table().num_rows == 150
    assert export_delta(store, target, release=first.release).changed

    files = DeltaTable(target / "observations").file_uris()
    query = "SELECT count(*), count(value_exact) FROM read_parquet(?, hive_partitioning = true) WHERE year = 2012"
    made = observations(150, years=2, provinces=1)["period_start"].to_pylist()
    expected = sum(day.year == 2012 for day in made)
    assert duckdb.connect().execute(query, [files]).fetchall() == [(expected, expected)]
