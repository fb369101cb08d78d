"""A publisher that dies at any moment leaves readers a whole release, and a rerun mends everything."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from benchmarks.synthetic import documents, observations
from tasks.publish.history import prune, verify
from tasks.publish.install import history
from tasks.publish.release import publish_release
from tasks.store import Store
from tasks.warehouse import current_release, read_manifest, release_path

PROJECT = Path(__file__).resolve().parents[3]
CHILD = """
import sys
from tasks.publish.release import publish_release
from tasks.store import Store
store = Store(sys.argv[1])
while True:
    for version in ("one", "two"):
        inputs = {name: [f"{version}/{name}.parquet"] for name in ("documents", "observations")}
        publish_release(inputs, store, input_ids={}, code_version=version, confirm_deletions=True)
        print("published", flush=True)
"""
KILL_AFTER = (0.02, 0.11, 0.19, 0.37, 0.55)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Inputs of two releases: both change every partition of the other."""
    store = Store(tmp_path)
    for version, count in (("one", 8), ("two", 12)):
        store.write_table(documents(count), f"{version}/documents.parquet")
        rows = observations(count * 25, years=2, provinces=1, seed=count)
        store.write_table(rows, f"{version}/observations.parquet")
    return store


def publish(store: Store, version: str) -> str:
    inputs = {name: [f"{version}/{name}.parquet"] for name in ("documents", "observations")}
    return publish_release(inputs, store, input_ids={}, code_version=version, confirm_deletions=True).release


class Reader(threading.Thread):
    """Reads the current release over and over, as a BI tool that resolves the link once would."""

    def __init__(self, store: Store, rows: dict[str, int]) -> None:
        super().__init__(daemon=True)
        self._store = store
        self._rows = rows
        self.reads = 0
        self.problems: list[str] = []
        self.seen: set[str] = set()
        self.stop = threading.Event()

    def run(self) -> None:
        while not self.stop.is_set():
            release = current_release(self._store)
            if release is None:
                continue
            folder = self._store.local_path(release_path(release))
            try:
                count = sum(pq.read_metadata(path).num_rows for path in folder.glob("observations/*/*/*.parquet"))
            except OSError as error:
                self.problems.append(str(error))
                continue
            if count != self._rows[release]:
                self.problems.append(f"{release}: {count} rows")
            self.reads += 1
            self.seen.add(release)


@pytest.mark.integration
def test_killed_publishers_and_a_reader(store: Store, tmp_path: Path) -> None:
    aside = Store(tmp_path / "undisturbed")
    for version in ("one", "two"):
        for name in ("documents", "observations"):
            aside.write_bytes(store.read_bytes(f"{version}/{name}.parquet"), f"{version}/{name}.parquet")
    rows = {publish(aside, version): count for version, count in (("one", 200), ("two", 300))}
    reader = Reader(store, rows)
    reader.start()
    for delay in KILL_AFTER:
        child = subprocess.Popen(
            [sys.executable, "-c", CHILD, str(store.local_path())], cwd=PROJECT, stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None
        assert child.stdout.readline() == "published\n"
        time.sleep(delay)
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        assert verify(store) == []
    final = publish(store, "two")
    reader.stop.set()
    reader.join()
    assert reader.problems == []
    assert reader.reads > len(KILL_AFTER)
    assert reader.seen <= set(rows)
    assert final == current_release(store)
    assert final in rows
    assert store.read_bytes(f"{release_path(final)}/manifest.json") == aside.read_bytes(
        f"{release_path(final)}/manifest.json"
    )
    assert not store.exists("warehouse/staging")


class Cut(BaseException):
    """The process ends here."""


STEPS: dict[str, tuple[Any, str]] = {
    "flush to disk": (os, "fsync"),
    "rename": (Path, "rename"),
    "replace": (Path, "replace"),
    "link": (Path, "symlink_to"),
    "hard link": (os, "link"),
    "make read-only": (Path, "chmod"),
}


@pytest.fixture
def cut_at(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, int], None]]:
    """Let the process end at the n-th call of a step."""

    def install(step: str, number: int) -> None:
        owner, name = STEPS[step]
        original = getattr(owner, name)
        calls = iter(range(1, 1_000_000))

        def failing(*args: Any, **kwargs: Any) -> Any:
            if next(calls) >= number:
                raise Cut(step)
            return original(*args, **kwargs)

        monkeypatch.setattr(owner, name, failing)

    yield install
    monkeypatch.undo()


@pytest.mark.parametrize("step", STEPS)
def test_an_end_at_any_step_leaves_a_whole_release(
    store: Store, cut_at: Callable[[str, int], None], monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    first = publish(store, "one")
    for number in (1, 4):
        cut_at(step, number)
        try:
            publish(store, "two")
        except Cut:
            cut = True
        else:
            cut = False
        monkeypatch.undo()
        assert cut or number > 1, "the step is never taken"
        current = current_release(store)
        assert verify(store) == []
        # Once the link has moved only the note of it can be missing.
        assert current == first or read_manifest(store).rows["observations"] == 300
        second = publish(store, "two")
        assert current_release(store) == second
        assert verify(store) == []
        assert publish(store, "one") == first
        assert prune(store, 1) != []


def test_publishers_side_by_side_take_turns(store: Store) -> None:
    made: list[str] = []
    threads = [
        threading.Thread(target=lambda version=version: made.append(publish(store, version)))
        for version in ("one", "two", "one", "two")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 4
    assert len(set(made)) == 2
    assert made[-1] == current_release(store)
    moves = history(store)
    assert [each.sequence for each in moves] == list(range(1, len(moves) + 1))
    assert all(each.previous == before.release for before, each in pairwise(moves))
    assert verify(store) == []
