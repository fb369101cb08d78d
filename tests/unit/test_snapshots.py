"""The snapshot store: content once, revisions counted, damage noticed."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tasks.snapshots import Fetched, SnapshotWriter, object_path, read_index, read_object
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


def test_damaged_bytes_are_noticed(tmp_path: Path) -> None:
    store = Store(tmp_path)
    SnapshotWriter(store).add([page("u", b"1"), page("v", b"2")])
    one, two = (row["snapshot_sha256"] for row in read_index(store).to_pylist())
    store.write_bytes(store.read_bytes(object_path(one)), object_path(two))
    with pytest.raises(ValueError, match="is damaged"):
        read_object(store, two)
