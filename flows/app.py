"""The commands of `zhibiao` besides the filters."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from flows.load_cli import app as load_app
from flows.quarantine_cli import app as quarantine_app
from flows.query_cli import query
from flows.releases_cli import app as releases_app
from flows.revisions_cli import revisions
from flows.settings import PROJECT, settings
from flows.sources_cli import app as sources_app
from flows.warc_cli import app as warc_app

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help="指标: numbers that people can query and trust, out of official prose.",
)

Root = Annotated[str | None, typer.Option("--data-root", help="folder or s3://bucket/prefix; default data/")]


@app.command()
def run(
    sources: Annotated[Path | None, typer.Option(help="list of sources; default seeds/sources.yaml")] = None,
    data_root: Root = None,
    since: Annotated[str | None, typer.Option(help="first publication date, YYYY-MM-DD")] = None,
    until: Annotated[str | None, typer.Option(help="last publication date, YYYY-MM-DD")] = None,
    confirm_deletions: Annotated[
        bool, typer.Option("--confirm-deletions", help="publish although more rows go than the threshold allows")
    ] = False,
) -> None:
    """Run the whole pipeline and say where to look."""
    embed_prefect()
    from flows.run import run_and_report

    raise typer.Exit(run_and_report(sources, data_root, since, until, confirm_deletions=confirm_deletions))


@app.command("clean", help="Pages in, one JSON line a document out (a filter).")
@app.command("parse", help="Texts in, one JSON line an expression out (a filter).")
@app.command("extract", help="Texts in, one JSON line an observation out (a filter).")
def _filters() -> None:
    """Listed here for the help; `main` hands the filters to their own light module."""


@app.command()
def explain(
    what: Annotated[
        str, typer.Argument(help="an observation_id of the warehouse, or a file with text; - reads standard input")
    ],
    published_at: Annotated[str | None, typer.Option(help="publication date of the text")] = None,
    publisher: Annotated[str | None, typer.Option(help="publisher of the text")] = None,
    title: Annotated[str | None, typer.Option(help="title of the text")] = None,
    data_root: Root = None,
) -> None:
    """Show how each field of the observations was decided, and what was rejected and why."""
    from flows.explaining import explain_text_or_row

    typer.echo(explain_text_or_row(what, data_root or settings().data_root, title, published_at, publisher))


@app.command()
def serve(port: Annotated[int, typer.Option(help="port on 127.0.0.1")] = 4200) -> None:
    """Start the Prefect server with its UI on this machine."""
    embed_prefect()
    address = f"http://127.0.0.1:{port}"
    os.environ["PREFECT_UI_API_URL"] = os.environ["PREFECT_SERVER_UI_API_URL"] = f"{address}/api"
    typer.echo(f"Prefect UI: {address}   (in another shell: export PREFECT_API_URL={address}/api)")
    import sys

    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)]
    os.execv(sys.executable, command)  # noqa: S606 - replaces this process, no shell is wanted


@app.command("demo-site")
def demo_site(
    port: Annotated[int, typer.Option(help="port on 127.0.0.1; 0 takes a free one")] = 8765,
    sources: Annotated[Path, typer.Option(help="where to write a sources file for the site")] = Path(
        "demo-sources.yaml"
    ),
) -> None:
    """Serve a small site of official-style pages on this machine, to try a live scrape on."""
    from tasks.clean.damage.mirror import Mirror
    from tasks.scrape.demo_site import server, sources_yaml

    with server(port, lambda text: Mirror().spoil(text, seed=len(text))) as site:
        base = f"http://127.0.0.1:{site.server_address[1]}"
        sources.write_text(sources_yaml(base), encoding="utf-8")
        typer.echo(f"{base}/ is up; in another shell: zhibiao run --sources {sources}   (Ctrl-C ends it)")
        try:
            site.serve_forever()
        except KeyboardInterrupt:
            typer.echo("closed")


@app.command()
def doctor(data_root: Root = None) -> None:
    """Check the installation, the vocabulary, the sources and the data root."""
    from flows.doctor import examine

    raise typer.Exit(examine(data_root or settings().data_root))


def embed_prefect() -> None:
    """Quiet defaults for an embedded Prefect; what the environment sets wins."""
    home = PROJECT / "data" / "prefect"
    defaults = {
        "PREFECT_HOME": str(home),
        "DO_NOT_TRACK": "1",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "180",
        "PREFECT_LOGGING_LEVEL": "WARNING",
        "GX_ANALYTICS_ENABLED": "false",
    }
    for name, value in defaults.items():
        os.environ.setdefault(name, value)
    Path(os.environ["PREFECT_HOME"]).mkdir(parents=True, exist_ok=True)


app.add_typer(quarantine_app, name="quarantine")
app.add_typer(releases_app, name="releases")
app.add_typer(load_app, name="load")
app.add_typer(sources_app, name="sources")
app.add_typer(warc_app, name="warc")
app.command("revisions")(revisions)
app.command("query")(query)
