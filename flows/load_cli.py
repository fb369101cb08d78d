"""`zhibiao load`: the published release into other databases and formats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from tasks.load.loaded import Loaded
    from tasks.store import Store

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Load the release into databases and exports.")

Root = Annotated[str | None, typer.Option("--data-root", help="folder or s3://bucket/prefix; default data/")]


class Mode(StrEnum):
    """Whether a DuckDB file reads the release in place or copies it."""

    views = "views"
    tables = "tables"


class DialectName(StrEnum):
    """Databases that statements are made for."""

    postgresql = "postgresql"
    duckdb = "duckdb"
    clickhouse = "clickhouse"
    snowflake = "snowflake"
    bigquery = "bigquery"


def _store(data_root: str | None) -> Store:
    from flows.settings import settings
    from tasks.store import Store

    return Store(data_root or settings().data_root)


@contextmanager
def _plain_errors() -> Iterator[None]:
    from tasks.load.loaded import LoadError
    from tasks.load.query import QueryError
    from tasks.warehouse import WarehouseError

    try:
        yield
    except (WarehouseError, QueryError, LoadError, OSError) as error:
        typer.echo(f"zhibiao: {error}", err=True)
        raise typer.Exit(2) from error


def _say(loaded: Loaded) -> None:
    done = "loaded" if loaded.changed else "already there:"
    typer.echo(f"{done} release {loaded.release} in {loaded.target}")


def _write(folder: Path, texts: Mapping[str, str]) -> None:
    from tasks.load.target import one_load, write_text

    with one_load(folder):
        for name, text in texts.items():
            write_text(folder / name, text)


@app.command("duckdb")
def load_duckdb_file(
    path: Annotated[Path | None, typer.Argument(help="default zhibiao.duckdb in the data root")] = None,
    mode: Annotated[
        Mode, typer.Option(help="views over the release, or tables that stand for themselves")
    ] = Mode.views,
    data_root: Root = None,
) -> None:
    """Make the DuckDB file of the current release."""
    from tasks.load.duckdb import load_duckdb

    with _plain_errors():
        _say(load_duckdb(_store(data_root), path, mode="views" if mode is Mode.views else "tables"))


@app.command("postgres")
def load_into_postgres(
    uri: Annotated[str, typer.Argument(help="postgresql://user@host/database", envvar="ZHIBIAO_POSTGRES")],
    schema: Annotated[str, typer.Option(help="schema to load into")] = "zhibiao",
    data_root: Root = None,
) -> None:
    """Load the current release into PostgreSQL 15 or newer, in one transaction."""
    from tasks.load.postgres import load_postgres

    with _plain_errors():
        _say(load_postgres(uri, _store(data_root), schema=schema))


@app.command("delta")
def export_to_delta(
    folder: Annotated[Path, typer.Argument(help="folder of the tables")], data_root: Root = None
) -> None:
    """Export the current release as Delta Lake tables."""
    from tasks.load.delta import export_delta

    with _plain_errors():
        _say(export_delta(_store(data_root), folder))


@app.command("sdmx")
def export_to_sdmx(
    folder: Annotated[Path, typer.Argument(help="folder of the messages")], data_root: Root = None
) -> None:
    """Export catalogued observations as SDMX-CSV 2.0, with their structure."""
    from tasks.load.duckdb import database_path
    from tasks.load.sdmx import sdmx_export

    with _plain_errors():
        export = sdmx_export(database_path(_store(data_root)))
        _write(folder, {"observations.csv": export.data, "structure.json": export.structure})
    typer.echo(
        f"{export.rows} observations in {folder}; {export.left_out} have no catalogued indicator, region or period"
    )


@app.command("statvar")
def export_to_statvar(
    folder: Annotated[Path, typer.Argument(help="folder of the files")], data_root: Root = None
) -> None:
    """Export catalogued indicators as statistical variables in the manner of Data Commons."""
    from tasks.load.duckdb import database_path
    from tasks.load.statvar import statvar_export

    with _plain_errors():
        export = statvar_export(database_path(_store(data_root)))
        _write(folder, {"variables.mcf": export.variables, "observations.csv": export.observations})
    typer.echo(f"{export.variable_count} variables, {export.observation_count} observations in {folder}")


@app.command("sql")
def print_statements(
    dialect: Annotated[DialectName, typer.Argument(help="database")],
    location: Annotated[
        str | None, typer.Option(help="folder or URL of the release's files; default the current one's")
    ] = None,
    data_root: Root = None,
) -> None:
    """Print tables, bulk loads and external tables for a database."""
    from tasks.load.templates import script
    from tasks.warehouse import release_path, required_release

    with _plain_errors():
        store = _store(data_root)
        place = location or f"{store.address()}/{release_path(required_release(store))}"
    typer.echo(script(str(dialect), place), nl=False)
