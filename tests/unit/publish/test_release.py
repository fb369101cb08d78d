"""Publishing: layout, determinism, sharing, keys, deletions, looking after releases."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from frictionless import Package

from benchmarks.synthetic import dimensions, documents, observations, segments, write_inputs
from tasks.contracts import CONTRACTS, OBSERVATIONS, RUNS, ContractError
from tasks.publish.audit import DeletionsError, DuplicateKeyError, PublishError
from tasks.publish.history import prune, roll_back, summaries, verify
from tasks.publish.release import Release, publish_release
from tasks.store import Store
from tasks.warehouse import (
    CURRENT,
    PUBLISHED,
    WarehouseError,
    current_release,
    read_manifest,
    release_path,
    table_glob,
)

Inputs = dict[str, list[str]]


def publish(store: Store, inputs: Inputs, **options: Any) -> Release:
    return publish_release(inputs, store, input_ids={"clean": "1"}, code_version="1", **options)


def written(store: Store, folder: str = "one", **tables: pa.Table) -> Inputs:
    tables = dimensions() | tables
    return {name: [store.write_table(table, f"{folder}/{name}.parquet").path] for name, table in tables.items()}


def small(rows: int = 40, start: int = 0) -> pa.Table:
    return observations(rows, start=start, years=2, provinces=1)


def files(store: Store, release: str) -> dict[str, bytes]:
    folder = release_path(release)
    return {path.removeprefix(folder): store.read_bytes(path) for path in store.list(folder)}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "data root")


def test_every_table_is_there_in_its_partitions(store: Store) -> None:
    publish(store, written(store, documents=documents(12), segments=segments(12), observations=small()))
    current = store.local_path(CURRENT)
    for name in PUBLISHED:
        found = list(current.glob(table_glob(name)))
        assert found, name
        for path in found:
            schema = pq.read_schema(path)
            assert schema == CONTRACTS[name].schema
            assert [field.metadata for field in schema] == [field.metadata for field in CONTRACTS[name].schema]
            assert schema.metadata == CONTRACTS[name].schema.metadata
            assert not set(CONTRACTS[name].partition_by) & set(schema.names)
    years = {path.parts[-3] for path in current.glob("observations/*/*/*.parquet")}
    assert years <= {"year=2012", "year=2013", "year=unknown"}
    assert "year=unknown" in years
    assert (current / "documents/year=2012/month=01").is_dir()
    assert all(str(path.relative_to(current)).isascii() for path in current.rglob("*"))


def test_what_is_not_known_goes_to_unknown(store: Store) -> None:
    row = small(3).to_pylist()
    row[0] |= {"period_start": None, "period_end": None, "period": None, "province_code": "unknown"}
    row[1] |= {"province_code": "../../../etc"}
    row[2] |= {"period_start": None, "province_code": "410000"}
    orphan = segments(1, start=7)
    publish(store, written(store, observations=OBSERVATIONS.from_rows(row), segments=orphan))
    folder = store.local_path(CURRENT)
    partitions = {
        str(path.parent.relative_to(folder / "observations")) for path in folder.glob("observations/*/*/*.parquet")
    }
    year = row[1]["period_start"].year
    assert partitions == {
        "year=unknown/province=unknown",
        f"year={year}/province=unknown",
        f"year={row[2]['period_end'].year}/province=410000",
    }
    assert list(folder.glob("segments/year=unknown/month=unknown/*.parquet"))


def test_documents_fall_into_the_month_of_peking_time(store: Store) -> None:
    rows = documents(1).to_pylist()
    late = pa.scalar(1_640_966_400_000_000, pa.timestamp("us", tz="UTC")).as_py()  # 2021-12-31T16:00Z is 2022 there
    rows[0]["published_at"] = late
    publish(store, written(store, documents=CONTRACTS["documents"].from_rows(rows)))
    assert list(store.local_path(CURRENT).glob("documents/year=2022/month=01/*.parquet"))


def test_files_are_sorted_indexed_and_described(store: Store) -> None:
    publish(store, written(store, observations=observations(200, years=1, provinces=0)))
    (path,) = store.local_path(CURRENT).glob("observations/year=2*/*/*.parquet")
    metadata = pq.read_metadata(path)
    group = metadata.row_group(0)
    names = [OBSERVATIONS.schema.names[each.column_index] for each in group.sorting_columns]
    assert names == list(OBSERVATIONS.sort_by)
    column = group.column(0)
    assert column.path_in_schema == "observation_id"
    assert column.compression == "ZSTD"
    assert column.has_offset_index
    assert column.has_column_index
    assert column.is_stats_set
    assert column.bloom_filter_offset is not None
    assert "RLE_DICTIONARY" in group.column(OBSERVATIONS.schema.names.index("indicator_id")).encodings
    rows = pq.read_table(path, partitioning=None)
    keys = [
        tuple((each is None, each or "") for each in row)
        for row in zip(*(rows[name].to_pylist() for name in names), strict=True)
    ]
    assert [str(key) for key in keys] == sorted(map(str, keys))
    schema = pq.read_schema(path)
    assert schema.field("value").metadata[b"sdmx_concept"] == b"OBS_VALUE"
    assert "数值" in schema.field("value").metadata[b"description_zh"].decode()


def test_same_inputs_same_bytes_whatever_their_order_and_cut(store: Store, tmp_path: Path) -> None:
    rows = small(60)
    first = publish(store, written(store, observations=rows))
    other = Store(tmp_path / "other")
    shuffled = rows.take(list(reversed(range(60))))
    inputs = written(other)
    parts = [(0, 7), (7, 50), (50, 60)]
    inputs["observations"] = [
        other.write_table(shuffled.slice(a, b - a), f"parts/{a:02d}.parquet").path for a, b in reversed(parts)
    ]
    second = publish(other, inputs)
    assert second.release == first.release
    ours, theirs = files(store, first.release), files(other, second.release)
    assert {path: data for path, data in ours.items() if path.endswith("parquet")} == {
        path: data for path, data in theirs.items() if path.endswith("parquet")
    }


@pytest.mark.parametrize("memory_bytes", [1, 40_000, 1 << 30])
def test_little_memory_makes_the_same_bytes(store: Store, tmp_path: Path, memory_bytes: int) -> None:
    rows = small(60)
    repeated = pa.concat_tables([rows, rows.slice(0, 20)])
    tables = {"observations": repeated, "documents": documents(10), "segments": segments(10)}
    inputs = written(store, **tables)
    expected = publish(store, inputs)
    other = Store(tmp_path / "other")
    assert publish(other, written(other, **tables), memory_bytes=memory_bytes).release == expected.release


def test_a_second_run_changes_nothing(store: Store) -> None:
    inputs = written(store, observations=small(), documents=documents(3))
    first = publish(store, inputs)
    before = {path: store.local_path(path).stat().st_mtime_ns for path in store.list("warehouse")}
    second = publish(store, inputs)
    assert (second.release, second.published, second.files_written) == (first.release, False, 0)
    assert {path: store.local_path(path).stat().st_mtime_ns for path in store.list("warehouse")} == before


def test_inputs_that_gave_the_same_release_are_not_read_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    first = publish(store, written(store, observations=small()))
    again = written(store, "other names", observations=small())
    assert publish(store, again).release == first.release
    monkeypatch.setattr("tasks.publish.release.read_rows", lambda *_: pytest.fail("read again"))
    assert not publish(store, again).published
    store.local_path("warehouse/_inputs.json").write_text("{")
    with pytest.raises(pytest.fail.Exception, match="read again"):
        publish(store, again)


def test_accounts_alone_make_no_release(store: Store) -> None:
    account = {
        "run_id": "r1", "stage": "clean", "unit_of_count": "page", "records_in": 1, "records_out": 1, "quarantined": 0,
        "duplicates": 0, "produced": 1, "shards": 1, "code_version": "1", "seconds": 1.0,
        "started_at": pa.scalar(0, pa.timestamp("us", tz="UTC")).as_py(),
    }  # fmt: skip
    first = publish(store, written(store, observations=small()))
    second = publish(store, written(store, "two", observations=small(), runs=RUNS.from_rows([account])))
    assert not second.published
    assert second.release == first.release


def test_a_small_batch_shares_what_it_does_not_touch(store: Store) -> None:
    inputs = written(store, observations=observations(300, years=3, provinces=3), documents=documents(12))
    first = publish(store, inputs)
    batch = observations(10, start=300, years=1, provinces=0)
    inputs["observations"].append(store.write_table(batch, "one/batch.parquet").path)
    second = publish(store, inputs)
    assert second.published
    assert second.files_written == 1
    old, new = read_manifest(store, first.release), read_manifest(store, second.release)
    shared = {file.path for file in old.files} & {file.path for file in new.files}
    for path in shared:
        one, two = (store.local_path(f"{release_path(each)}/{path}") for each in (first.release, second.release))
        assert one.samefile(two)
    assert len(shared) == len(new.files) - 1


def test_adding_to_a_release_equals_publishing_all_at_once(store: Store, tmp_path: Path) -> None:
    sizes = [(0, 6), (6, 3), (9, 4)]
    inputs: Inputs = {}
    for start, count in sizes:
        for name, paths in write_inputs(
            store, document_count=count, start=start, shard_documents=2, years=3, provinces=2
        ).items():
            inputs[name] = sorted({*inputs.get(name, []), *paths})
        grown = publish(store, inputs)
    other = Store(tmp_path / "other")
    shutil.copytree(store.local_path(), other.local_path(), ignore=shutil.ignore_patterns("warehouse"))
    assert publish(other, inputs).release == grown.release
    assert files(other, grown.release) == files(store, grown.release)


def test_a_repeated_key_stands_once(store: Store) -> None:
    rows = small(10)
    release = publish(store, written(store, observations=pa.concat_tables([rows, rows.slice(0, 4)])))
    assert release.rows["observations"] == 10
    assert release.duplicates["observations"] == 4


def test_of_two_rows_with_one_key_the_same_stands_in_any_order(store: Store, tmp_path: Path) -> None:
    rows = small(2).to_pylist()
    rows[1] |= {
        "observation_id": rows[0]["observation_id"],
        "period_start": rows[0]["period_start"],
        "province_code": rows[0]["province_code"],
    }
    one = publish(store, written(store, observations=OBSERVATIONS.from_rows(rows)))
    other = Store(tmp_path / "other")
    two = publish(other, written(other, observations=OBSERVATIONS.from_rows(rows[::-1])))
    assert one.release == two.release
    assert one.rows["observations"] == 1


def test_one_key_in_two_partitions_is_an_error(store: Store) -> None:
    rows = small(2).to_pylist()
    rows[0]["province_code"], rows[1]["province_code"] = "410000", "420000"
    rows[1]["observation_id"] = rows[0]["observation_id"]
    with pytest.raises(DuplicateKeyError, match=rows[0]["observation_id"]):
        publish(store, written(store, observations=OBSERVATIONS.from_rows(rows)))
    assert current_release(store) is None


def test_one_key_in_a_partition_of_the_release_before_is_an_error(store: Store) -> None:
    rows = small(2).to_pylist()
    rows[0]["province_code"], rows[1]["province_code"] = "410000", "420000"
    inputs = written(store, observations=OBSERVATIONS.from_rows(rows[:1]))
    first = publish(store, inputs)
    rows[1]["observation_id"] = rows[0]["observation_id"]
    inputs["observations"].append(store.write_table(OBSERVATIONS.from_rows(rows[1:]), "more.parquet").path)
    with pytest.raises(DuplicateKeyError):
        publish(store, inputs)
    assert current_release(store) == first.release


def test_many_deletions_stop_the_release_until_confirmed(store: Store) -> None:
    first = publish(store, written(store, observations=small(100)))
    fewer = written(store, "two", observations=small(70))
    with pytest.raises(DeletionsError, match="observations: 30 of 100 rows") as caught:
        publish(store, fewer)
    assert caught.value.counts == {"observations": (30, 100)}
    assert current_release(store) == first.release
    assert publish(store, fewer, confirm_deletions=True).rows["observations"] == 70


def test_few_deletions_pass(store: Store) -> None:
    publish(store, written(store, observations=small(100)))
    assert publish(store, written(store, "two", observations=small(85))).rows["observations"] == 85


def test_a_table_that_loses_its_inputs_is_a_deletion(store: Store) -> None:
    inputs = written(store, observations=small(60), documents=documents(30))
    publish(store, inputs)
    del inputs["observations"]
    with pytest.raises(DeletionsError, match="observations: 60 of 60 rows"):
        publish(store, inputs)


def test_rows_that_move_to_another_partition_are_no_deletions(store: Store) -> None:
    rows = observations(100, years=1, provinces=0).to_pylist()
    publish(store, written(store, observations=OBSERVATIONS.from_rows(rows)))
    for row in rows:
        row["province_code"] = "410000"
    moved = publish(store, written(store, "two", observations=OBSERVATIONS.from_rows(rows)))
    assert moved.published


def test_a_table_that_breaks_its_contract_publishes_nothing(store: Store) -> None:
    inputs = written(store, observations=small())
    inputs["observations"] = inputs["dim_unit"]
    with pytest.raises(ContractError, match="observations"):
        publish(store, inputs)
    assert current_release(store) is None
    with pytest.raises(PublishError, match="ledger is not a table that is published"):
        publish(store, {"ledger": []})


def test_an_empty_warehouse_has_every_column(store: Store) -> None:
    release = publish(store, {})
    assert set(release.rows.values()) == {0}
    (path,) = store.local_path(CURRENT).glob(table_glob("observations"))
    assert pq.read_schema(path).equals(OBSERVATIONS.schema, check_metadata=True)
    grown = publish(store, written(store, observations=small()))
    assert grown.rows["observations"] == 40


def test_released_files_cannot_be_written(store: Store) -> None:
    publish(store, written(store, observations=small()))
    for path in store.local_path("warehouse/releases").rglob("*"):
        assert path.is_dir() or path.stat().st_mode & 0o222 == 0


def test_files_are_read_only_where_there_are_no_hard_links(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        raise OSError("no hard links here")

    monkeypatch.setattr("os.link", refuse)
    inputs = written(store, observations=small(60))
    publish(store, inputs)
    inputs["observations"].append(store.write_table(small(3, start=900), "more.parquet").path)
    publish(store, inputs)
    modes = {path.stat().st_mode & 0o777 for path in store.local_path(CURRENT).rglob("*") if path.is_file()}
    assert modes == {0o444}


def test_the_manifest_says_what_is_there(store: Store) -> None:
    release = publish(store, written(store, observations=small(), documents=documents(3)))
    manifest = read_manifest(store)
    assert manifest.release == release.release
    assert manifest.rows["documents"] == 3
    assert manifest.input_ids == {"clean": "1"}
    assert {entry.path for entry in manifest.inputs} >= {"one/observations.parquet"}
    file = next(file for file in manifest.files_of("observations") if file.rows)
    assert set(file.partition) == {"year", "province"}
    assert file.minimum["period_start"] <= file.maximum["period_start"]


def test_the_data_package_is_valid_and_names_every_file_and_column(store: Store) -> None:
    publish(store, written(store, observations=small(), documents=documents(3)))
    path = store.local_path(CURRENT) / "datapackage.json"
    report = Package.validate_descriptor(str(path))
    assert report.valid, report.flatten(["message"])
    package = json.loads(path.read_text(encoding="utf-8"))
    assert package["$schema"].endswith("/2.0/datapackage.json")
    named = {name for resource in package["resources"] for name in resource["path"]}
    assert named == {file.path for file in read_manifest(store).files}
    for resource in package["resources"]:
        assert [field["name"] for field in resource["schema"]["fields"]] == CONTRACTS[resource["name"]].column_names


def test_verify_finds_every_kind_of_damage(store: Store) -> None:
    release = publish(store, written(store, observations=small(), documents=documents(3)))
    assert verify(store) == []
    folder = store.local_path(release_path(release.release))
    observed = sorted(folder.glob("observations/*/*/*.parquet"))
    observed[0].chmod(0o644)
    observed[0].write_bytes(observed[0].read_bytes()[:-1] + b"x")
    observed[1].unlink()
    (folder / "extra.parquet").write_bytes(b"")
    problems = verify(store)
    assert len(problems) == 3
    assert "SHA-256" in problems[0]
    assert problems[1].endswith("missing")
    assert problems[2].endswith("extra.parquet: not in the manifest")


def test_going_back_and_tidying_up(store: Store) -> None:
    ids = [publish(store, written(store, str(count), observations=small(count))).release for count in (10, 11, 12)]
    assert [each.release for each in summaries(store)] == ids[::-1]
    assert roll_back(store) == ids[1]
    assert roll_back(store, ids[0]) == ids[0]
    assert current_release(store) == ids[0]
    assert [each.current for each in summaries(store)] == [True, False, False]
    assert prune(store, 1) == sorted(ids[1:])
    assert verify(store) == []
    with pytest.raises(WarehouseError, match="no earlier release"):
        roll_back(store)
    with pytest.raises(WarehouseError, match="no release"):
        roll_back(store, ids[1])


def test_a_damaged_release_is_listed_and_can_be_pruned(store: Store) -> None:
    old = publish(store, written(store, observations=small(60)))
    new = publish(store, written(store, "two", observations=small(61)))
    manifest = store.local_path(f"{old.path}/manifest.json")
    manifest.chmod(0o644)
    manifest.write_text("{}", encoding="utf-8")
    listed = {each.release: each for each in summaries(store)}
    assert "damaged manifest" in str(listed[old.release].problem)
    assert listed[new.release].problem is None
    with pytest.raises(WarehouseError, match=f"{old.release}/manifest.json: damaged manifest"):
        verify(store, old.release)
    assert prune(store, 1) == [old.release]
    note = store.list("warehouse/_history")[0]
    store.write_bytes(b"", note)
    with pytest.raises(WarehouseError, match="damaged"):
        summaries(store)


def test_the_current_release_is_never_pruned(store: Store) -> None:
    ids = [publish(store, written(store, str(count), observations=small(count))).release for count in (10, 11, 12)]
    roll_back(store, ids[0])
    publish(store, written(store, "12", observations=small(12)))
    store.local_path(CURRENT).unlink()
    store.local_path(CURRENT).symlink_to(f"releases/{ids[1]}")
    assert prune(store, 1) == [ids[0]]


def test_nothing_published_is_said_plainly(store: Store) -> None:
    with pytest.raises(WarehouseError, match="nothing is published yet"):
        read_manifest(store)
    with pytest.raises(WarehouseError, match="not the id of a release"):
        read_manifest(store, "../../etc")
