"""The data root on object storage: an S3-speaking server on loopback, several writers, killed uploads."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import duckdb
import duckdb_extension_httpfs
import pyarrow as pa
import pyarrow.fs as pafs
import pyarrow.parquet as pq
import pytest

from benchmarks.synthetic import dimensions, observations, write_inputs
from tasks.load.duckdb import load_duckdb
from tasks.load.query import ask_sql
from tasks.publish.history import prune, roll_back, summaries, verify
from tasks.publish.release import publish_release
from tasks.store import Store, StoreError
from tasks.warehouse import POINTER, current_release, read_manifest, release_path

pytestmark = pytest.mark.integration
PROJECT = Path(__file__).resolve().parents[2]
KEYS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": "us-east-1"}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + 60
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/moto-api/", timeout=5).close()
                break
            except OSError:
                assert time.monotonic() < deadline, "the S3 server does not start"
                time.sleep(0.1)
        yield f"127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


@pytest.fixture
def root(server: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> str:
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    bucket = f"bucket-{abs(hash(request.node.name)) % 10**9}"
    options = f"endpoint_override={server}&scheme=http&region=us-east-1"
    filesystem, _ = pafs.FileSystem.from_uri(f"s3://{bucket}?{options}&allow_bucket_creation=true")
    filesystem.create_dir(bucket)
    return f"s3://{bucket}/data?{options}"


def publish(store: Store, inputs: dict[str, list[str]]) -> str:
    return publish_release(inputs, store, input_ids={}, code_version="1", confirm_deletions=True).release


def test_files_come_and_go(root: str) -> None:
    store = Store(root)
    assert not store.is_local
    assert store.list() == []
    table = dimensions()["dim_unit"]
    store.write_table(table, "a/units.parquet")
    store.write_bytes(b"text", "a/b/c.txt")
    assert store.list() == ["a/b/c.txt", "a/units.parquet"]
    assert store.read_table("a/units.parquet", columns=["unit"]) == table.select(["unit"])
    assert store.read_bytes("a/b/c.txt") == b"text"
    assert store.exists("a/b/c.txt")
    assert not store.exists("a/none")
    store.delete("a/b")
    assert store.list() == ["a/units.parquet"]
    with pytest.raises(StoreError, match="there is no file none"):
        store.read_bytes("none")
    with pytest.raises(StoreError, match="not a local folder"):
        store.local_path("a")


def test_the_same_bytes_as_on_a_disk(root: str, tmp_path: Path) -> None:
    remote, local = Store(root), Store(tmp_path)
    for store in (remote, local):
        inputs = write_inputs(store, document_count=6, years=2, provinces=1)
        release = publish(store, inputs)
    assert current_release(remote) == release
    assert verify(remote) == []
    ours = {file.path: file.sha256 for file in read_manifest(remote).files}
    assert ours == {file.path: file.sha256 for file in read_manifest(local).files}
    before = remote.list("warehouse")
    assert publish(remote, inputs) == release
    assert remote.list("warehouse") == before


def test_growing_going_back_and_tidying_up(root: str) -> None:
    store = Store(root)
    inputs = write_inputs(store, document_count=6, years=2, provinces=1)
    first = publish(store, inputs)
    inputs["observations"].append(
        store.write_table(observations(20, start=150, years=1, provinces=0), "b.parquet").path
    )
    second = publish(store, inputs)
    assert read_manifest(store).rows["observations"] == 170
    assert [each.release for each in summaries(store)] == [second, first]
    assert roll_back(store) == first
    assert prune(store, 1) == [second]
    assert not store.exists(f"{release_path(second)}/manifest.json")
    assert verify(store) == []


def test_duckdb_reads_a_partition_in_place_and_loads_the_whole(root: str, server: str, tmp_path: Path) -> None:
    store = Store(root)
    publish(store, write_inputs(store, document_count=6, years=2, provinces=1))
    folder = store.address(release_path(str(current_release(store))))
    extension = next(Path(duckdb_extension_httpfs.__file__).parent.rglob("httpfs.duckdb_extension"))
    with duckdb.connect(config={"extension_directory": str(tmp_path)}) as connection:
        connection.execute(f"INSTALL '{extension}'")
        connection.execute("LOAD httpfs")
        connection.execute(
            "CREATE SECRET (TYPE s3, KEY_ID 'test', SECRET 'test', URL_STYLE 'path', USE_SSL false,"
            f" ENDPOINT '{server}')"
        )
        query = f"FROM read_parquet('s3://{folder}/observations/*/*/*.parquet', hive_partitioning = true)"
        count = connection.execute(f"SELECT count(*) {query}").fetchall()
        part = connection.execute(f"SELECT count(*) {query} WHERE year = '2012'").fetchall()
    expected = observations(150, years=2, provinces=1)
    assert count == [(150,)]
    assert part == [(sum(each.year == 2012 for each in expected["period_start"].to_pylist()),)]
    loaded = load_duckdb(store, tmp_path / "copy.duckdb")
    assert loaded.changed
    assert ask_sql(tmp_path / "copy.duckdb", "SELECT count(*) FROM observations WHERE year = 2012").rows == [part[0]]
    assert not load_duckdb(store, tmp_path / "copy.duckdb").changed


def test_writers_side_by_side_leave_one_whole_release(root: str) -> None:
    store = Store(root)
    inputs = {}
    for name, rows in (("one", 100), ("two", 120)):
        table = observations(rows, years=2, provinces=1)
        inputs[name] = {"observations": [store.write_table(table, f"{name}.parquet").path]}
    made: dict[str, str] = {}
    threads = [
        threading.Thread(target=lambda name=name: made.__setitem__(name, publish(Store(root), inputs[name])))
        for name in ("one", "two", "one")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(made) == {"one", "two"}
    assert current_release(store) in made.values()
    for release in set(made.values()):
        assert verify(store, release) == []


CHILD = """
import sys
import tasks.store as module
from tasks.publish.release import publish_release
upload = module.Store.upload
count = 0
def slow(self, source, path):
    global count
    count += 1
    if count == 4:
        print("uploading", flush=True)
        sys.stdin.read()
    upload(self, source, path)
module.Store.upload = slow
inputs = {"observations": ["two.parquet"]}
publish_release(inputs, module.Store(sys.argv[1]), input_ids={}, code_version="1", confirm_deletions=True)
"""


def test_a_killed_upload_is_never_seen_and_mended(root: str) -> None:
    store = Store(root)
    for name, rows in (("one", 100), ("two", 120)):
        store.write_table(observations(rows, years=2, provinces=2, seed=rows), f"{name}.parquet")
    first = publish(store, {"observations": ["one.parquet"]})
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, root],
        cwd=PROJECT,
        env=os.environ | KEYS,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert child.stdout is not None
    assert child.stdin is not None
    assert child.stdout.readline() == b"uploading\n"
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    child.stdin.close()
    assert current_release(store) == first
    assert verify(store) == []
    assert [each.release for each in summaries(store)] == [first]
    second = publish(store, {"observations": ["two.parquet"]})
    assert current_release(store) == second
    assert verify(store) == []


def test_an_upload_that_breaks_off_leaves_the_old_object(root: str) -> None:
    store = Store(root)
    store.write_bytes(b"old", "object")

    class BrokenError(Exception):
        pass

    def break_off() -> None:
        with store._replacing("object") as sink:
            sink.write(b"new, but")
            raise BrokenError

    with pytest.raises(BrokenError):
        break_off()
    assert store.read_bytes("object") == b"old"


def test_a_damaged_pointer_is_said_plainly(root: str) -> None:
    store = Store(root)
    store.write_bytes(b"{", POINTER)
    with pytest.raises(RuntimeError, match=r"_current\.json is damaged"):
        current_release(store)


def test_parquet_is_readable_by_others(root: str) -> None:
    store = Store(root)
    rows = observations(50)
    store.write_table(rows, "rows.parquet")
    read = pq.read_table(store.address("rows.parquet"), filesystem=store.filesystem)
    assert isinstance(read, pa.Table)
    assert read.equals(rows)
