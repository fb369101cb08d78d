"""`zhibiao releases`: what is published, what changed, going back, tidying up, checking."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from tasks.store import Store

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Releases of the warehouse.")

Root = Annotated[str | None, typer.Option("--data-root", help="folder or s3://bucket/prefix; default data/")]


def _store(data_root: str | None) -> Store:
    from flows.settings import settings
    from tasks.store import Store

    return Store(data_root or settings().data_root)


@contextmanager
def _plain_errors() -> Iterator[None]:
    from tasks.load.loaded import LoadError
    from tasks.warehouse import WarehouseError

    try:
        yield
    except (WarehouseError, LoadError, OSError) as error:
        typer.echo(f"zhibiao: {error}", err=True)
        raise typer.Exit(2) from error


@app.command("list")
def list_releases(data_root: Root = None) -> None:
    """List the releases, newest first; * marks the one that readers see."""
    from tasks.publish.history import summaries

    with _plain_errors():
        for each in summaries(_store(data_root)):
            mark = "*" if each.current else " "
            rows = each.problem or "  ".join(f"{table} {count}" for table, count in each.rows.items() if count)
            typer.echo(f"{mark} {each.release}  {each.at or 'never current':25}  {each.bytes:>12} bytes  {rows}")


@app.command()
def diff(
    old: Annotated[str, typer.Argument(help="id of the earlier release")],
    new: Annotated[str | None, typer.Argument(help="id of the later release; default the current one")] = None,
    rows: Annotated[int, typer.Option(min=0, help="rows to show of each kind")] = 5,
    data_root: Root = None,
) -> None:
    """Show which observations were added, are gone or changed, each with its cause."""
    from tasks.publish.diff import diff_releases
    from tasks.warehouse import required_release

    with _plain_errors():
        store = _store(data_root)
        found = diff_releases(store, old, required_release(store, new))
    typer.echo(found.text(rows), nl=False)


@app.command()
def rollback(
    release: Annotated[str | None, typer.Argument(help="id; default the release before the current one")] = None,
    data_root: Root = None,
) -> None:
    """Let readers see an earlier release again, and the DuckDB file with it."""
    from tasks.load.duckdb import database_path, load_duckdb
    from tasks.publish.history import roll_back

    with _plain_errors():
        store = _store(data_root)
        typer.echo(f"current is {roll_back(store, release)}")
        if database_path(store).exists():
            load_duckdb(store)


@app.command()
def prune(
    keep: Annotated[int, typer.Option(min=1, help="how many of the newest releases to keep")] = 10,
    data_root: Root = None,
) -> None:
    """Remove old releases; the current one always stays."""
    from tasks.publish.history import prune as prune_releases

    with _plain_errors():
        removed = prune_releases(_store(data_root), keep)
    typer.echo("\n".join(f"removed {release}" for release in removed) or "nothing to remove")


@app.command()
def verify(
    release: Annotated[str | None, typer.Argument(help="id; default the current one")] = None,
    data_root: Root = None,
) -> None:
    """Check every file of a release against its manifest."""
    from tasks.publish.history import verify as verify_release

    with _plain_errors():
        problems = verify_release(_store(data_root), release)
    for problem in problems:
        typer.echo(problem, err=True)
    if problems:
        raise typer.Exit(1)
    typer.echo("every file is as the manifest says")
