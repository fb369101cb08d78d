"""Loads and releases under bad arguments, full disks, kills, company and strangers' files."""

from __future__ import annotations

import json
import multiprocessing
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pytest
from deltalake import DeltaTable, write_deltalake
from typer.testing import CliRunner

from benchmarks.synthetic import observations, write_inputs
from flows.app import app
from tasks.load.delta import POINTER, delta_versions, export_delta
from tasks.load.duckdb import database_path, load_duckdb
from tasks.load.loaded import LoadError
from tasks.load.query import QueryError, ask_sql
from tasks.publish.diff import diff_releases
from tasks.publish.history import prune, roll_back, verify
from tasks.publish.release import publish_release
from tasks.store import Store
from tasks.warehouse import MANIFEST, PUBLISHED, current_release, read_manifest, release_path

pytestmark = pytest.mark.integration
PROJECT = Path(__file__).resolve().parents[2]
FULL_AT = 20_000


def publish(store: Store, inputs: dict[str, list[str]]) -> str:
    return publish_release(inputs, store, input_ids={}, code_version="1").release


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Two releases; the second has more observations and is current."""
    store = Store(tmp_path / "data")
    inputs = write_inputs(store, document_count=12, years=2, provinces=1)
    publish(store, inputs)
    more = observations(40, start=300, years=2, provinces=1)
    inputs["observations"].append(store.write_table(more, "more.parquet").path)
    publish(store, inputs)
    return store


def command(store: Store, *arguments: str) -> Any:
    return CliRunner().invoke(app, [*arguments, "--data-root", str(store.local_path())])


def counted(path: Path) -> list[tuple[int]]:
    return [(int(row[0]),) for row in ask_sql(path, "SELECT count(*) FROM observations").rows]


BAD = [
    "releases diff x",
    "releases diff ../../etc",
    "releases rollback nothing",
    "releases rollback ''",
    "releases prune --keep 0",
    "releases prune --keep many",
    "releases verify 0123456789abcdef",
    "query",
    "query everything",
    "query evidence 0123456789abcdef",
    "query quarantine --region 410000",
    "query latest --limit 0",
    "query latest --limit 99999999999999999999",
    "query latest --format xml",
    "query latest --sql 'SELECT 1'",
    "query --sql 'SELECT'",
    "query --sql 'DROP TABLE release'",
    "load duckdb {here}",
    "load duckdb {file}",
    "load duckdb /proc/zhibiao.duckdb",
    "load duckdb --mode everything",
    "load postgres nonsense",
    "load postgres postgresql://127.0.0.1:1/none",
    "load postgres postgresql://127.0.0.1:1/none --schema 'a; b'",
    "load delta {file}",
    "load delta /proc/none",
    "load sdmx {file}",
    "load statvar /proc/none",
    "load sql mysql",
]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = Store(tmp_path_factory.mktemp("published"))
    publish(store, write_inputs(store, document_count=4, years=1, provinces=0))
    load_duckdb(store)
    return store


@pytest.mark.parametrize("line", BAD)
def test_bad_arguments_are_told_in_words(published: Store, tmp_path: Path, line: str) -> None:
    import shlex

    file = tmp_path / "file.txt"
    file.write_text("mine", encoding="utf-8")
    result = command(published, *shlex.split(line.format(here=tmp_path, file=file)))
    assert result.exit_code == 2, result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output
    assert file.read_text(encoding="utf-8") == "mine"


def test_rows_of_many_columns_are_shown_one_below_another(published: Store) -> None:
    load_duckdb(published)
    shown = command(published, "query", "evidence", "--limit", "2").output
    assert [line.split()[0] for line in shown.splitlines() if "source_url" in line] == ["source_url"] * 2
    assert "2 rows" in shown


def test_a_strangers_database_is_never_replaced(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "mine.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE notes AS SELECT 'dear' AS text")
    before = path.read_bytes()
    with pytest.raises(LoadError, match="not made by zhibiao"):
        load_duckdb(store, path)
    assert path.read_bytes() == before
    path.write_bytes(b"no database")
    with pytest.raises(LoadError, match="cannot be read"):
        load_duckdb(store, path)
    path.write_bytes(b"")
    assert load_duckdb(store, path).changed
    database_path(store).write_bytes(b"damaged, at our own place")
    assert load_duckdb(store).changed


def test_a_strangers_delta_table_is_never_replaced(store: Store, tmp_path: Path) -> None:
    write_deltalake(tmp_path / "delta/observations", pa.table({"mine": [1]}))
    with pytest.raises(LoadError, match="not made by zhibiao"):
        export_delta(store, tmp_path / "delta")
    assert DeltaTable(tmp_path / "delta/observations").to_pyarrow_table().to_pydict() == {"mine": [1]}


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (FULL_AT, FULL_AT))


def run_limited(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=PROJECT,
        preexec_fn=limited,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize(
    "arguments", [("duckdb", "{to}/t.duckdb", "--mode", "tables"), ("delta", "{to}/delta"), ("sdmx", "{to}/sdmx")]
)
def test_a_load_onto_a_full_disk_says_so_and_leaves_nothing_half(
    store: Store, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    load_duckdb(store)
    call = [each.format(to=tmp_path) for each in arguments]
    failed = run_limited("-m", "flows.cli", "load", *call, "--data-root", str(store.local_path()))
    assert failed.returncode == 2, failed.stderr
    assert "zhibiao: " in failed.stderr
    assert "Traceback" not in failed.stderr
    assert not [path for path in tmp_path.rglob("*") if path.name in ("t.duckdb", POINTER, "observations.csv")]
    assert not list(tmp_path.rglob(".aside-*"))
    assert command(store, "load", *call).exit_code == 0


PUBLISH = """
import sys
from tasks.publish.release import publish_release
from tasks.store import Store
from benchmarks.synthetic import observations
store = Store(sys.argv[1])
publish_release({"observations": ["big.parquet"]}, store, input_ids={}, code_version="2", confirm_deletions=True)
"""


def test_a_release_onto_a_full_disk_is_none(store: Store) -> None:
    current = current_release(store)
    store.write_table(observations(20_000, start=9000, years=1, provinces=0), "big.parquet")
    failed = run_limited("-c", PUBLISH, str(store.local_path()))
    assert failed.returncode != 0
    assert "File too large" in failed.stderr
    assert current_release(store) == current
    assert verify(store) == []
    assert not store.exists("warehouse/staging")
    done = publish_release(
        {"observations": ["big.parquet"]}, store, input_ids={}, code_version="2", confirm_deletions=True
    )
    assert done.rows["observations"] == 20_000


LOAD = """
import sys
from pathlib import Path
from tasks.load.duckdb import load_duckdb
from tasks.store import Store
store, path = Store(sys.argv[1]), Path(sys.argv[2])
while True:
    for mode in ("tables", "views"):
        load_duckdb(store, path, mode=mode)
        print(mode, flush=True)
"""


def test_killed_loads_leave_a_whole_file_and_the_next_one_tidies_up(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "t" / "t.duckdb"
    load_duckdb(store, path)
    for delay in (0.0, 0.05, 0.13, 0.21):
        child = subprocess.Popen(
            [sys.executable, "-c", LOAD, str(store.local_path()), str(path)], cwd=PROJECT, stdout=subprocess.PIPE
        )
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(delay)
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        assert counted(path) == [(340,)]
    (path.parent / f".aside-0123456789ab-{path.name}").write_bytes(b"of a killed load")
    (path.parent / f".aside-0123456789ab-{path.name}.wal").write_bytes(b"of a killed load")
    (path.parent / ".aside-0123456789ab-other.duckdb").write_bytes(b"of someone else")
    roll_back(store)
    assert load_duckdb(store, path).changed
    assert sorted(each.name for each in path.parent.iterdir()) == [".aside-0123456789ab-other.duckdb", path.name]


def _load(root: Path, path: Path, kind: str, results: Any) -> None:
    store = Store(root)
    loaded = load_duckdb(store, path, mode="tables") if kind == "duckdb" else export_delta(store, path)
    results.put(loaded.changed)


@pytest.mark.parametrize("kind", ["duckdb", "delta"])
def test_of_loads_at_once_one_does_the_work(store: Store, tmp_path: Path, kind: str) -> None:
    context = multiprocessing.get_context("spawn")
    results = context.Queue()
    target = tmp_path / "to" / kind
    workers = [context.Process(target=_load, args=(store.local_path(), target, kind, results)) for _ in range(3)]
    for worker in workers:
        worker.start()
    assert sorted(results.get(timeout=60) for _ in workers) == [False, False, True]
    for worker in workers:
        worker.join()


def test_a_killed_delta_export_is_no_release(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two tables: the versions that the pointer names are still those of one release."""
    target = tmp_path / "delta"
    with pytest.raises(LoadError, match="no release was exported"):
        delta_versions(target)
    second = current_release(store)
    first = roll_back(store)
    export_delta(store, target)
    before = delta_versions(target)
    assert json.loads((target / POINTER).read_text(encoding="utf-8"))["release"] == first
    roll_back(store, second)
    with monkeypatch.context() as patch:
        patch.setattr("tasks.load.delta._point", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            export_delta(store, target)
    assert delta_versions(target) == before
    rows = {name: DeltaTable(target / name, version=at).to_pyarrow_table().num_rows for name, at in before.items()}
    assert rows == dict(read_manifest(store, first).rows)
    assert export_delta(store, target).changed
    after = delta_versions(target)
    assert {name for name in PUBLISHED if after[name] != before[name]} == {"observations"}
    assert not export_delta(store, target).changed
    (target / POINTER).write_text("[]", encoding="utf-8")
    with pytest.raises(LoadError, match="damaged"):
        delta_versions(target)


def aged(store: Store, release: str) -> None:
    """Make a release one of a version whose observations had no `theme` yet."""
    manifest = store.local_path(f"{release_path(release)}/{MANIFEST}")
    manifest.chmod(0o644)
    text = manifest.read_text(encoding="utf-8")
    known = read_manifest(store, release).schema_fingerprint
    manifest.write_text(text.replace(known, "0" * 16), encoding="utf-8")
    for path in store.local_path(release_path(release)).glob("observations/*/*/*.parquet"):
        rows = pa.parquet.read_table(path, partitioning=None).drop_columns(["theme"])
        path.unlink()
        pa.parquet.write_table(rows, path)


def test_a_release_of_another_version_is_named_so(store: Store, tmp_path: Path) -> None:
    second = current_release(store)
    assert second is not None
    first = roll_back(store)
    aged(store, first)
    for load in (load_duckdb, export_delta):
        with pytest.raises(LoadError, match="another version"):
            load(store, tmp_path / "target")
    found = diff_releases(store, first, second)
    assert found.counts() == {("observations", "added", "unexplained"): 40}
    load_duckdb(store, release=second)
    result = command(store, "releases", "rollback", first)
    assert result.exit_code == 2
    assert f"current is {first}" in result.output
    assert "another version" in result.output
    assert counted(database_path(store)) == [(340,)]


def test_a_reader_of_a_pruned_release_is_told(store: Store) -> None:
    """An error, never fewer rows."""
    roll_back(store)
    load_duckdb(store)
    inputs = write_inputs(store, document_count=16, years=2, provinces=1)
    with duckdb.connect(str(database_path(store)), read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM observations").fetchall() == [(300,)]
        publish(store, inputs)
        assert connection.execute("SELECT count(*) FROM observations").fetchall() == [(300,)]
        assert len(prune(store, 1)) == 2
        with pytest.raises(duckdb.IOException):
            connection.execute("SELECT count(*), sum(value) FROM observations").fetchall()
    with pytest.raises(QueryError):
        ask_sql(database_path(store), "SELECT sum(value) FROM observations")
    assert load_duckdb(store).changed
    assert counted(database_path(store)) == [(400,)]
