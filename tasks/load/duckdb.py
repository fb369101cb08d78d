"""The DuckDB file: every table of a release and the ready views, in one file that any client opens.

Two kinds. `views` (the default) holds no rows: its views read the Parquet files of one release by
absolute path, so that the file is made in no time, works from any folder, and shows one whole
release however long it stays open. Move the data root and it must be made again. `tables` copies
the rows: a file that stands for itself and can be handed to others. Both are built aside and
renamed, so that a client that has the old file open is not disturbed. A database that was not made
here is never replaced.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal

import duckdb

from tasks.contracts import CONTRACTS, Contract
from tasks.load.ddl import DUCKDB, columns_of, create_table, literal
from tasks.load.loaded import Loaded, LoadError, loadable
from tasks.load.rows import with_partition
from tasks.load.target import one_load, remove_leftovers
from tasks.load.views import VIEWS, create_views
from tasks.store import ASIDE, Store, sync_folder
from tasks.warehouse import PUBLISHED, read_manifest, release_path, table_glob

Mode = Literal["views", "tables"]
FILE = "zhibiao.duckdb"


def database_path(store: Store) -> Path:
    """Where the DuckDB file of a data root lies; in the working folder for object storage."""
    return store.local_path(FILE) if store.is_local else Path(FILE).absolute()


def load_duckdb(store: Store, path: Path | None = None, *, release: str | None = None, mode: Mode = "views") -> Loaded:
    """Make the DuckDB file of a release, the current one by default; nothing happens when it is there.

    Object storage is always copied (`tables`). Raises WarehouseError when nothing is published, LoadError when the
    file cannot be made or is a database of someone else's.
    """
    chosen = loadable(store, release).release
    path = (path or database_path(store)).absolute()
    if not store.is_local:
        mode = "tables"
    mark = _mark(store, chosen, mode)
    with one_load(path.parent):
        if _mark_of(path, replaceable=path == database_path(store)) == mark:
            return Loaded(str(path), chosen, changed=False)
        remove_leftovers(path)
        try:
            _make(store, chosen, path, mode, mark)
        except duckdb.Error as error:
            raise LoadError(f"DuckDB: {error}") from error
    return Loaded(str(path), chosen, changed=True)


def _make(store: Store, chosen: str, path: Path, mode: Mode, mark: str) -> None:
    with _replacing_database(path) as connection:
        for name in PUBLISHED:
            if mode == "views":
                connection.execute(_view(store, chosen, CONTRACTS[name]))
            else:
                _copy(connection, store, chosen, CONTRACTS[name])
            _comment(connection, CONTRACTS[name], "VIEW" if mode == "views" else "TABLE")
        for statement in create_views():
            connection.execute(statement)
        for name, (comment, _) in VIEWS.items():
            connection.execute(f"COMMENT ON VIEW {name} IS {literal(comment)}")
        connection.execute("CREATE TABLE release (release VARCHAR, mode VARCHAR, mark VARCHAR)")
        connection.execute("INSERT INTO release VALUES (?, ?, ?)", [chosen, mode, mark])


def _mark(store: Store, release: str, mode: Mode) -> str:
    """What a file is a function of: the release, where it lies, and the statements of this version."""
    statements = "\n".join([*create_views(), *(create_table(CONTRACTS[name], DUCKDB) for name in PUBLISHED)])
    parts = [release, mode, store.address() if mode == "views" else "", duckdb.__version__, statements]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _mark_of(path: Path, *, replaceable: bool) -> str | None:
    """The mark of a file made here; None when there is none or it may be replaced without one.

    `replaceable` says that the place is ours: what cannot be read there (another version's file, a damaged one) is made
    anew. Raises LoadError for a database that was not made here.
    """
    if not path.exists() or (path.is_file() and not path.stat().st_size):
        return None
    try:
        with duckdb.connect(str(path), read_only=True) as connection:
            row = connection.execute("SELECT mark FROM release").fetchone()
    except duckdb.CatalogException as error:
        raise LoadError(f"{path} is there already, and it was not made by zhibiao: choose another file") from error
    except duckdb.Error as error:
        if replaceable and path.is_file():
            return None
        raise LoadError(f"{path} is there already and cannot be read: {error}") from error
    return str(row[0]) if row else None


@contextmanager
def _replacing_database(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    aside = path.with_name(f"{ASIDE}{secrets.token_hex(6)}-{path.name}")
    try:
        with duckdb.connect(str(aside)) as connection:
            connection.execute("SET enable_progress_bar = false")
            connection.execute("SET preserve_insertion_order = true")
            yield connection
            connection.execute("CHECKPOINT")
        with aside.open("rb+") as file:
            os.fsync(file.fileno())
        aside.replace(path)
    finally:
        for leftover in (aside, aside.with_name(aside.name + ".wal")):
            with suppress(FileNotFoundError):
                leftover.unlink()
    sync_folder(path.parent)


def glob_literal(path: str) -> str:
    """A path with its special characters taken literally by DuckDB's globs."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in path)


def _source(store: Store, release: str, contract: Contract) -> str:
    folder = glob_literal(str(store.local_path(release_path(release))))
    if not contract.partition_by:
        return f"read_parquet({literal(f'{folder}/{table_glob(contract.name)}')})"
    types = ", ".join(f"{key}: VARCHAR" for key in contract.partition_by)
    return (
        f"read_parquet({literal(f'{folder}/{table_glob(contract.name)}')}, "
        f"hive_partitioning = true, hive_types = {{{types}}})"
    )


def _select(store: Store, release: str, contract: Contract) -> str:
    columns = [f'"{column.name}"' for column in contract.columns]
    keys = [key if key == "province" else f"try_cast({key} AS INTEGER) AS {key}" for key in contract.partition_by]
    return " ".join(["SELECT", ", ".join([*columns, *keys]), "FROM", _source(store, release, contract)])


def _view(store: Store, release: str, contract: Contract) -> str:
    return " ".join(["CREATE VIEW", contract.name, "AS", _select(store, release, contract)])


def _comment(connection: duckdb.DuckDBPyConnection, contract: Contract, kind: str) -> None:
    connection.execute(f"COMMENT ON {kind} {contract.name} IS {literal(f'{contract.zh} / {contract.en}')}")
    for column in columns_of(contract):
        text = literal(f"{column.zh} / {column.en}")
        connection.execute(f'COMMENT ON COLUMN {contract.name}."{column.name}" IS {text}')


def _copy(connection: duckdb.DuckDBPyConnection, store: Store, release: str, contract: Contract) -> None:
    connection.execute(create_table(contract, DUCKDB))
    if store.is_local:
        connection.execute(" ".join(["INSERT INTO", contract.name, _select(store, release, contract)]))
        return
    for file in read_manifest(store, release).files_of(contract.name):
        rows = store.read_table(f"{release_path(release)}/{file.path}")
        connection.register("piece", with_partition(rows, contract, file.partition))
        connection.execute(f"INSERT INTO {contract.name} SELECT * FROM piece")  # noqa: S608 - contract names
        connection.unregister("piece")
