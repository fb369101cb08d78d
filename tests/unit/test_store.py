"""The data root: whole files, safe paths, one way of writing Parquet."""

from __future__ import annotations

import multiprocessing
import pickle
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from benchmarks.synthetic import dimensions, observations
from tasks.contracts import DIM_UNIT, OBSERVATIONS, ContractError
from tasks.store import ASIDE, ROW_GROUP_ROWS, ParquetFile, Store, StoreError, checked_path


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "data root 数据")


def units(count: int) -> pa.Table:
    return DIM_UNIT.from_rows({"unit": f"u{number:07d}", "dimension": "d", "kind": "count"} for number in range(count))


def test_write_read_list_delete(store: Store) -> None:
    assert store.list() == []
    written = store.write_table(dimensions()["dim_unit"], "a/units.parquet")
    assert (written.path, written.rows) == ("a/units.parquet", len(dimensions()["dim_unit"]))
    assert written.bytes == store.local_path("a/units.parquet").stat().st_size
    store.write_bytes(b"x", "b.txt")
    store.write_bytes(b"y", "b.txt")
    assert store.list() == ["a/units.parquet", "b.txt"]
    assert store.list("a") == ["a/units.parquet"]
    assert store.list("none") == []
    assert store.read_bytes("b.txt") == b"y"
    assert store.read_table("a/units.parquet", columns=["unit"]).column_names == ["unit"]
    assert store.exists("a")
    store.delete("a")
    store.delete("none")
    assert store.list() == ["b.txt"]


def test_missing_files_are_named(store: Store) -> None:
    with pytest.raises(StoreError, match="there is no file a/none"):
        store.read_bytes("a/none")
    with pytest.raises(StoreError, match=r"there is no file none\.parquet"):
        store.read_table("none.parquet")


@pytest.mark.parametrize("path", ["../x", "/etc/passwd", "a/../../x", "a\\..\\x", "a\x00b"])
def test_no_path_leaves_the_root(store: Store, path: str) -> None:
    with pytest.raises(StoreError, match="does not stay under the data root"):
        store.write_bytes(b"", path)
    with pytest.raises(StoreError):
        checked_path(path)


def test_an_unknown_address_is_said_plainly() -> None:
    with pytest.raises(StoreError, match="data root nosuch://x"):
        Store("nosuch://x")


def test_a_table_without_its_contract_is_refused(store: Store) -> None:
    with pytest.raises(ContractError, match=r"pass the rows through Contract\.conform first"):
        store.write_table(pa.table({"unit": ["a"]}), "x.parquet")
    lacking = dimensions()["dim_unit"].drop_columns(["kind"])
    with pytest.raises(ContractError, match=r"dim_unit: column kind is missing"):
        store.write_table(lacking, "x.parquet")
    assert store.list() == []


def test_a_write_that_fails_leaves_the_old_file_and_no_other(store: Store) -> None:
    store.write_bytes(b"old", "x.parquet")
    with pytest.raises(ContractError):
        store.write_table(dimensions()["dim_unit"].drop_columns(["kind"]), "x.parquet")
    assert store.read_bytes("x.parquet") == b"old"
    assert [path.name for path in store.local_path().iterdir()] == ["x.parquet"]


def test_files_being_written_do_not_show(store: Store) -> None:
    store.write_bytes(b"", "a/done")
    store.local_path(f"a/{ASIDE}1-half").write_bytes(b"")
    assert store.list() == ["a/done"]


@pytest.mark.parametrize("pieces", [[1], [7, 100, 3], [ROW_GROUP_ROWS, 1]])
def test_the_same_rows_make_the_same_bytes_in_any_pieces(store: Store, tmp_path: Path, pieces: list[int]) -> None:
    rows = units(ROW_GROUP_ROWS + 500)
    store.write_table(rows, "whole.parquet")
    path = tmp_path / "pieces.parquet"
    with path.open("wb") as sink, ParquetFile(sink, DIM_UNIT, bloom_rows=len(rows), sorted_rows=False) as file:
        at, turn = 0, 0
        while at < len(rows):
            size = pieces[turn % len(pieces)] if sum(pieces) > 50 else 5_000
            file.write(rows.slice(at, size))
            at, turn = at + size, turn + 1
    assert path.read_bytes() == store.read_bytes("whole.parquet")
    metadata = pq.read_metadata(path)
    assert [metadata.row_group(group).num_rows for group in range(metadata.num_row_groups)] == [ROW_GROUP_ROWS, 500]


def test_everything_comes_back_with_its_descriptions(store: Store) -> None:
    rows = observations(100)
    store.write_table(rows, "rows.parquet")
    read = store.read_table("rows.parquet")
    assert read == rows
    assert read.schema.equals(OBSERVATIONS.schema, check_metadata=True)


def test_copies_share_their_bytes(store: Store) -> None:
    store.write_bytes(b"x", "a")
    store.copy("a", "b/c")
    assert store.local_path("a").samefile(store.local_path("b/c"))


def test_where_there_are_no_hard_links_files_are_copied(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr("os.link", refuse)
    store.write_bytes(b"x" * 3_000_000, "a")
    store.copy("a", "b")
    assert store.read_bytes("b") == store.read_bytes("a")
    assert not store.local_path("a").samefile(store.local_path("b"))


def write_many(root: str, value: bytes) -> None:
    store = Store(root)
    for _ in range(20):
        store.write_bytes(value * 100_000, "contended")


def test_writers_side_by_side_never_mix(store: Store) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=write_many, args=(store.root, value)) for value in (b"a", b"b")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
        assert writer.exitcode == 0
    assert store.read_bytes("contended") in (b"a" * 100_000, b"b" * 100_000)
    assert store.list() == ["contended"]


def test_stores_travel_to_other_processes(store: Store) -> None:
    store.write_bytes(b"x", "a")
    assert pickle.loads(pickle.dumps(store)).read_bytes("a") == b"x"
