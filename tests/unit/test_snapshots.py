"""The snapshot store: content once, revisions counted, damage noticed."""

from datetime import UTC, datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tasks.contracts import SNAPSHOTS
from tasks.snapshots import (
    INDEX,
    Fetched,
    SnapshotWriter,
    compact,
    object_path,
    read_history,
    read_index,
    read_object,
)
from tasks.store import Store

NOON = datetime(2024, 1, 8, 12, tzinfo=UTC)


def page(url: str, data: bytes) -> Fetched:
    return Fetched("s", url, data, NOON)


def test_what_is_stored_is_read_back(tmp_path: Path) -> None:
    store = Store(tmp_path)
    stored = SnapshotWriter(store).add([page("u", "指标".encode())])
    (row,) = read_index(store).to_pylist()
    assert stored.new.num_rows == 1
    assert read_object(store, row["snapshot_sha256"]).decode() == "指标"
    assert row["fetched_at"] == NOON


def test_the_same_again_is_known_and_changes_no_byte(tmp_path: Path) -> None:
    store = Store(tmp_path)
    SnapshotWriter(store).add([page("u", b"1")])
    before = {path: store.read_bytes(path) for path in store.list()}
    again = SnapshotWriter(store).add([page("u", b"1")])
    assert (again.new.num_rows, again.known) == (0, 1)
    assert {path: store.read_bytes(path) for path in store.list()} == before


def test_other_content_of_a_url_is_a_new_revision(tmp_path: Path) -> None:
    store = Store(tmp_path)
    SnapshotWriter(store).add([page("u", b"1")])
    SnapshotWriter(store).add([page("u", b"2"), page("v", b"1")])
    revisions = {(row["source_url"], row["revision"]) for row in read_index(store).to_pylist()}
    assert revisions == {("u", 1), ("u", 2), ("v", 1)}
    assert len(store.list("snapshots/objects")) == 2


def test_the_pages_of_an_article_are_listed_again_together(tmp_path: Path) -> None:
    store = Store(tmp_path)
    writer = SnapshotWriter(store)
    second = Fetched("s", "u_2", b"2", NOON, part_of="u", part_no=2)
    assert writer.add([page("u", b"1"), second, page("v", b"1")]).new.num_rows == 3
    again = SnapshotWriter(store)
    assert again.add([page("u", b"1"), second, page("v", b"1")]).known == 3
    assert again.add([page("u", b"9"), second, page("v", b"1")]).new["source_url"].to_pylist() == ["u", "u_2"]
    rows = [row for row in read_index(store).to_pylist() if row["source_url"] == "u_2"]
    assert [(row["part_of"], row["part_no"]) for row in rows] == [("u", 2)] * 2
    assert again.add([page("u", b"9"), second]).new.num_rows == 0


def test_damaged_bytes_are_noticed(tmp_path: Path) -> None:
    store = Store(tmp_path)
    SnapshotWriter(store).add([page("u", b"1"), page("v", b"2")])
    one, two = (row["snapshot_sha256"] for row in read_index(store).to_pylist())
    store.write_bytes(store.read_bytes(object_path(one)), object_path(two))
    with pytest.raises(ValueError, match="is damaged"):
        read_object(store, two)


def at(url: str, data: bytes, hour: int) -> Fetched:
    return Fetched("s", url, data, NOON.replace(hour=hour))


def test_a_page_that_goes_back_to_what_it_said_is_a_revision(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for hour, data in ((1, b"1"), (2, b"2"), (3, b"1"), (4, b"1")):
        SnapshotWriter(store).add([at("u", data, hour)])
    rows = read_index(store).to_pylist()
    assert [(row["revision"], row["fetched_at"].hour) for row in rows] == [(1, 1), (2, 2), (3, 3)]
    assert len({row["snapshot_id"] for row in rows}) == 3
    assert len(store.list("snapshots/objects")) == 2


def test_captures_read_again_in_any_order_are_no_revisions(tmp_path: Path) -> None:
    store = Store(tmp_path)
    captures = [at("u", b"1", 1), at("u", b"2", 2), at("u", b"3", 3)]
    SnapshotWriter(store).add(captures)
    assert SnapshotWriter(store).add(captures).known == 3
    assert SnapshotWriter(store).add(reversed(captures)).known == 3


def test_two_sources_that_store_a_page_at_the_same_time_store_it_once(tmp_path: Path) -> None:
    store = Store(tmp_path)
    one, two = SnapshotWriter(store), SnapshotWriter(store)
    one.add([Fetched("a", "u", b"1", NOON)])
    two.add([Fetched("b", "u", b"1", NOON)])
    assert read_index(store)["source_url"].to_pylist() == ["u"]


def test_files_are_put_together_without_loss_and_a_crash_in_between_does_no_harm(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for number in range(9):
        SnapshotWriter(store).add([page(f"u{number}", b"%d" % number)])
    before, files = read_index(store), store.list(INDEX)
    saved = {path: store.read_bytes(path) for path in files}
    assert not compact(store, INDEX, SNAPSHOTS, above=9)
    assert compact(store, INDEX, SNAPSHOTS, above=8)
    assert len(store.list(INDEX)) == 1
    assert read_index(store).equals(before)
    store.write_bytes(saved[files[0]], files[0])
    assert read_index(store).equals(before), "what a killed run left twice counts once"


def test_a_history_holds_the_places_asked_for(tmp_path: Path) -> None:
    store = Store(tmp_path)
    urls = ["http://a.cn/1", "http://b.cn/1", "file:x", "http://b.cn/2"]
    SnapshotWriter(store).add([page(url, b"1") for url in urls])
    assert sorted(read_history(store)["source_url"].to_pylist()) == sorted(urls)
    assert sorted(read_history(store, ["b.cn", "file:"])["source_url"].to_pylist()) == sorted(urls[1:])
    assert read_history(store, []).num_rows == 0
    writer = SnapshotWriter(store, read_history(store, ["b.cn"]))
    assert writer.add([page("http://b.cn/1", b"1"), page("http://b.cn/2", b"2")]).known == 1


def test_an_index_written_before_a_column_was_added_is_read(tmp_path: Path) -> None:
    store = Store(tmp_path)
    SnapshotWriter(store).add([page("u", b"1")])
    (path,) = store.list(INDEX)
    pq.write_table(read_index(store).drop_columns(["hints"]), store.local_path(path))
    SnapshotWriter(store).add([page("v", b"2")])
    assert [row["hints"] for row in read_index(store).to_pylist()] == [None, None]
