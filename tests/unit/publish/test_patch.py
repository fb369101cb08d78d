"""Replaced input files: only the rows that differ touch partitions, and the release is what it would be anyway."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from benchmarks.synthetic import observations
from tasks.contracts import OBSERVATIONS
from tasks.publish import release as publishing
from tasks.publish.audit import DeletionsError, DuplicateKeyError
from tasks.publish.release import Release, publish_release
from tasks.store import Store
from tasks.warehouse import read_manifest, release_path

Row = dict[str, Any]
ROWS = observations(120, years=3, provinces=3).to_pylist()
SHARDS = {name: ROWS[at : at + 30] for at, name in zip(range(0, 120, 30), "abcd", strict=True)}


def put(store: Store, name: str, rows: list[Row]) -> str:
    return store.write_table(OBSERVATIONS.from_rows(rows), f"{name}.parquet").path


def publish(store: Store, paths: list[str], **options: Any) -> Release:
    return publish_release({"observations": paths}, store, input_ids={}, code_version="1", **options)


def files(store: Store, release: str) -> dict[str, bytes]:
    folder = release_path(release)
    return {path: store.read_bytes(path) for path in store.list(folder) if path.endswith(".parquet")}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "data")


@pytest.fixture
def patched(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many rows each patch had to handle."""
    sizes: list[int] = []
    original = publishing.patch_of

    def counting(*arguments: Any) -> Any:
        patch = original(*arguments)
        sizes.append(len(patch.gone) + len(patch.come))
        return patch

    monkeypatch.setattr(publishing, "patch_of", counting)
    return sizes


def changed(rows: list[Row], **values: Any) -> list[Row]:
    """The rows, the third with other values."""
    return [row | (values if number == 2 else {}) for number, row in enumerate(rows)]


CHANGES: dict[str, tuple[Callable[[list[Row]], list[Row]], int]] = {
    "another confidence": (lambda rows: changed(rows, confidence=0.123), 2),
    "another partition": (lambda rows: changed(rows, province_code="650000"), 2),
    "an unknown partition": (
        lambda rows: changed(rows, province_code="unknown", period_start=None, period_end=None),
        2,
    ),
    "a row less": (lambda rows: rows[1:], 1),
    "a row more": (lambda rows: [*rows, rows[0] | {"observation_id": "new"}], 1),
    "another order": (lambda rows: rows[::-1], 0),
    "none left": (lambda rows: [], 30),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_patched_release_is_the_one_made_at_once(
    store: Store, tmp_path: Path, patched: list[int], change: str
) -> None:
    """Also for a partition that becomes empty, and when the patched release is patched back."""
    after, count = CHANGES[change]
    paths = {name: put(store, name, rows) for name, rows in SHARDS.items()}
    first = publish(store, list(paths.values()))
    new = put(store, "b2", after(SHARDS["b"]))
    second = publish(store, [paths["a"], new, paths["c"], paths["d"]], confirm_deletions=True)
    assert patched == [count]
    other = Store(tmp_path / "other")
    merged = [*SHARDS["a"], *after(SHARDS["b"]), *SHARDS["c"], *SHARDS["d"]]
    assert files(other, publish(other, [put(other, "all", merged)]).release) == files(store, second.release)
    assert publish(store, list(paths.values()), confirm_deletions=True).release == first.release
    assert len(patched) == (2 if count else 1)


def test_partitions_without_a_difference_are_shared(store: Store, patched: list[int]) -> None:
    paths = [put(store, name, rows) for name, rows in SHARDS.items()]
    publish(store, paths)
    paths[1] = put(store, "b2", changed(SHARDS["b"], confidence=0.123))
    second = publish(store, paths)
    assert patched == [2]
    assert second.files_written == 1


def test_rows_that_go_are_deletions(store: Store, patched: list[int]) -> None:
    paths = [put(store, name, rows) for name, rows in SHARDS.items()]
    publish(store, paths)
    with pytest.raises(DeletionsError, match="observations: 30 of 120 rows"):
        publish(store, paths[1:])
    with pytest.raises(DeletionsError, match="observations: 21 of 120 rows"):
        publish(store, [put(store, "a2", SHARDS["a"][21:]), *paths[1:]])
    publish(store, [put(store, "a3", SHARDS["a"][20:]), *paths[1:]])
    assert len(patched) == 3


def test_a_key_in_two_partitions_is_an_error(store: Store) -> None:
    paths = [put(store, name, rows) for name, rows in SHARDS.items()]
    publish(store, paths)
    twice = SHARDS["a"][0] | {"province_code": "650000"}
    with pytest.raises(DuplicateKeyError):
        publish(store, [paths[0], put(store, "b2", [*SHARDS["b"], twice]), *paths[2:]])


@pytest.mark.parametrize("how", ["removed", "overwritten", "repeated rows", "most of all"])
def test_what_cannot_be_patched_is_made_anew(store: Store, tmp_path: Path, patched: list[int], how: str) -> None:
    paths = [put(store, name, rows) for name, rows in SHARDS.items()]
    before = [*paths, put(store, "again", SHARDS["b"][:1])] if how == "repeated rows" else paths
    publish(store, before)
    new = put(store, "b2", changed(SHARDS["b"], confidence=0.123))
    if how == "removed":
        store.delete(paths[1])
    if how == "overwritten":
        put(store, "b", SHARDS["b"][5:])
    now = [paths[0], new, *paths[2:]]
    rows = [*SHARDS["a"], *changed(SHARDS["b"], confidence=0.123), *SHARDS["c"], *SHARDS["d"]]
    if how == "most of all":
        rows = [row | {"confidence": 0.5} for row in rows]
        now = [put(store, "all", rows)]
    second = publish(store, now)
    assert patched == []
    other = Store(tmp_path / "other")
    assert publish(other, [put(other, "all", rows)]).release == second.release


def test_a_patched_manifest_names_the_present_inputs(store: Store) -> None:
    paths = [put(store, name, rows) for name, rows in SHARDS.items()]
    publish(store, paths)
    paths[1] = put(store, "b2", changed(SHARDS["b"], confidence=0.123))
    publish(store, paths)
    manifest = read_manifest(store)
    assert sorted(entry.path for entry in manifest.inputs) == sorted(paths)
    assert manifest.rows["observations"] == 120
    assert pa.concat_tables([store.read_table(path) for path in paths]).num_rows == 120


@pytest.mark.parametrize("values", [{}, {"confidence": 0.123}, {"value_high": None, "baseline": None}])
def test_a_row_stated_twice_is_settled_as_in_a_whole_release(
    store: Store, tmp_path: Path, patched: list[int], values: Row
) -> None:
    paths = [put(store, name, rows) for name, rows in SHARDS.items()]
    publish(store, paths)
    twice = [*SHARDS["b"], SHARDS["b"][2] | values]
    second = publish(store, [paths[0], put(store, "b2", twice), *paths[2:]])
    assert patched in ([0], [1])
    other = Store(tmp_path / "other")
    rows = [*SHARDS["a"], *twice, *SHARDS["c"], *SHARDS["d"]]
    assert publish(other, [put(other, "all", rows)]).release == second.release
