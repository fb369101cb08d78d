"""`zhibiao warc`: snapshots out to a web archive, and a web archive in as snapshots."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Snapshots as WARC files, and back.")

Root = Annotated[str | None, typer.Option("--data-root", help="folder or s3://bucket/prefix; default data/")]


@app.command("export")
def export(
    path: Annotated[Path, typer.Argument(help="the file to write, *.warc.gz")],
    source: Annotated[str | None, typer.Option(help="only snapshots of this source")] = None,
    data_root: Root = None,
) -> None:
    """Write all snapshots, every revision with its headers, redirects and TLS facts, into one WARC file."""
    from flows.settings import settings
    from tasks.scrape.limits import FetchError
    from tasks.scrape.warc_write import write_warc
    from tasks.snapshots import read_index, read_object
    from tasks.store import Store

    store = Store(data_root or settings().data_root)
    rows = (row for row in read_index(store).to_pylist() if source in (None, row["source_id"]))
    try:
        count = write_warc(rows, lambda sha256: read_object(store, sha256), path)
    except FetchError as error:
        typer.echo(f"zhibiao: {error}", err=True)
        raise typer.Exit(2) from error
    typer.echo(f"{count} snapshots in {path}")


@app.command("import")
def import_(
    path: Annotated[Path, typer.Argument(help="WARC or WET file, or a glob of them")],
    source: Annotated[str, typer.Option(help="source that pages without one of their own are put down to")] = "warc",
    figures: Annotated[bool, typer.Option(help="take only Chinese pages with figures")] = False,
    data_root: Root = None,
) -> None:
    """Store the pages of WARC files as snapshots; the next run cleans them."""
    from flows.settings import settings
    from tasks.scrape.collect import collect
    from tasks.scrape.sources import Source
    from tasks.scrape.window import Window
    from tasks.store import Store

    store = Store(data_root or settings().data_root)
    what = Source(source, "warc", str(path.absolute()), options={"figures": figures})
    tally = asyncio.run(collect(store, what, Path.cwd(), Window()))
    typer.echo(f"{tally.records_out} new snapshots, {tally.duplicates} known, {tally.quarantined} failed")
    raise typer.Exit(1 if tally.quarantined else 0)
