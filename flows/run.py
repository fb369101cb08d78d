"""What `zhibiao run` does: the pipeline, and then a page of text that says what came of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.pipeline import pipeline
from flows.runner import ShardError
from flows.settings import settings
from tasks.load.duckdb import database_path
from tasks.publish.audit import DeletionsError
from tasks.scrape.sources import SourcesError
from tasks.shards import Tally
from tasks.store import Store
from tasks.validate.corrections import CorrectionError, load_corrections
from tasks.validate.ledger import read_ledger
from tasks.validate.quarantine import completion
from tasks.validate.shard import TableRuleError

SAMPLE_QUERY = """\
SELECT indicator, value, unit, period, region, evidence
FROM observations WHERE status = 'observation' AND measure = 'level' AND indicator_id IS NOT NULL
ORDER BY confidence DESC, observation_id LIMIT 3"""
_SERVER_SECONDS = 180
_DRAIN_SECONDS = 10
COUNTED = {"scrape": "pages", "clean": "pages", "segment": "documents", "extract": "documents"}


def run_and_report(
    sources: Path | None,
    data_root: str | None,
    since: str | None,
    until: str | None,
    *,
    confirm_deletions: bool = False,
) -> int:
    """Run the pipeline and print its summary; returns the exit status: 2 for bad input, 1 when nothing is published."""
    console = Console(width=None if sys.stdout.isatty() else 120)
    root = data_root or settings().data_root
    try:
        window = _window(since, until)
        load_corrections()
        with prefect_api():
            tallies = pipeline(sources, root, *window, confirm_deletions)
    except (SourcesError, CorrectionError, DayError) as error:
        console.print(Text(f"zhibiao: {error}"), style="red")
        return 2
    except DeletionsError as error:
        console.print(
            Text(f"zhibiao: {error}\nzhibiao releases diff shows them; --confirm-deletions publishes"), style="red"
        )
        return 1
    except (TableRuleError, ShardError) as error:
        console.print(Text(f"zhibiao: {error}"), style="red")
        return 1
    console.print(_account(tallies))
    _report_warehouse(console, Store(root))
    return 0


@contextmanager
def prefect_api() -> Iterator[None]:
    """The API that the environment names, or an embedded server that worker processes share with this one."""
    if os.environ.get("PREFECT_API_URL"):
        yield
        return
    from prefect.logging.handlers import APILogWorker
    from prefect.server.api.server import SubprocessASGIServer
    from prefect.settings import PREFECT_API_URL, temporary_settings

    server = SubprocessASGIServer()
    server.start(timeout=_SERVER_SECONDS)
    os.environ["PREFECT_API_URL"] = server.api_url
    try:
        with temporary_settings({PREFECT_API_URL: server.api_url}):
            yield
    finally:
        del os.environ["PREFECT_API_URL"]
        # What still waits to be logged would otherwise look for a server that is gone.
        APILogWorker.drain_all(timeout=_DRAIN_SECONDS)
        server.stop()


class DayError(ValueError):
    """A day that is none; the message names it and the form that is wanted."""


def _window(since: str | None, until: str | None) -> tuple[date | None, date | None]:
    first, last = _day(since), _day(until)
    if first and last and first > last:
        raise DayError(f"the window is empty: {first} is after {last}")
    return first, last


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise DayError(f"{text!r} is no day; write YYYY-MM-DD") from error


def _account(tallies: dict[str, Tally]) -> Table:
    table = Table(title="This run: in = out + quarantined + duplicates", title_justify="left")
    for heading in ("stage", "counted"):
        table.add_column(heading)
    for heading in ("in", "out", "quarantined", "duplicates", "rows written", "shards"):
        table.add_column(heading, justify="right")
    for stage, tally in tallies.items():
        table.add_row(stage, COUNTED.get(stage, "observations"), *map(str, tally.counts))
    return table


def _report_warehouse(console: Console, store: Store) -> None:
    import duckdb

    path = database_path(store)
    with duckdb.connect(str(path), read_only=True) as connection:
        counts = {
            name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchall()[0][0]  # noqa: S608 - names of our own
            for name in ("documents", "observations")
        }
        rows = connection.execute(SAMPLE_QUERY).fetchall()
        headings = [column[0] for column in connection.description or ()]
    console.print(
        Text(
            f"\nWarehouse: {counts['documents']} documents, {counts['observations']} observations published\n"
            f"  {completion(read_ledger(store)).sentence}\n"
            f"  Parquet   {store.address('warehouse/current')}\n  DuckDB    {path}\n\n{SAMPLE_QUERY};\n"
        )
    )
    sample = Table(*headings, show_lines=True)
    for row in rows:
        sample.add_row(*map(_cell, row))
    console.print(sample)


def _cell(value: object) -> Text:
    if value is None:
        return Text("")
    return Text(f"{value:,.10g}" if isinstance(value, float) else str(value))
