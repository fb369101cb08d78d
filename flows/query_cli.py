"""`zhibiao query`: ready views of the warehouse, or SQL of one's own."""

from __future__ import annotations

import sys
from datetime import datetime, time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from tasks.load.query import Answer

PIPE_WIDTH = 200
MOST_COLUMNS = 15
# Whole numbers below it are exact as floats: 114 trillion yuan is not shown as 1.14e+14.
EXACT_BELOW = 2**53


class View(StrEnum):
    """The ready views."""

    latest = "latest"
    series = "series"
    compare = "compare"
    evidence = "evidence"
    conflicts = "conflicts"
    quarantine = "quarantine"


class Form(StrEnum):
    """How an answer is printed."""

    table = "table"
    csv = "csv"
    json = "json"


def query(
    view: Annotated[
        View | None,
        typer.Argument(
            help="latest value by indicator and region, time series, comparison of regions, rows with their evidence, "
            "figures that documents state differently, or rows held back"
        ),
    ] = None,
    observation: Annotated[str | None, typer.Argument(help="observation_id, for evidence")] = None,
    sql: Annotated[str | None, typer.Option(help="a query of your own, read-only")] = None,
    indicator: Annotated[str | None, typer.Option(help="indicator id, or a part of its name")] = None,
    region: Annotated[str | None, typer.Option(help="region code, or a part of its name")] = None,
    within: Annotated[
        str | None, typer.Option(help="code or name of a province or prefecture: it and all regions in it")
    ] = None,
    level: Annotated[str | None, typer.Option(help="of the regions: province, prefecture or county")] = None,
    period: Annotated[
        str | None, typer.Option(help="beginning of the ISO 8601 period, such as 2021 or 2021-03")
    ] = None,
    measure: Annotated[str | None, typer.Option(help="level, share, growth, change, rank or ratio")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1_000_000_000, help="most rows to show")] = 50,
    form: Annotated[Form, typer.Option("--format", help="table, csv or json lines")] = Form.table,
    data_root: Annotated[
        str | None, typer.Option("--data-root", help="folder or s3://bucket/prefix; default data/")
    ] = None,
) -> None:
    """Ask the published warehouse."""
    from tasks.load.query import Filters, QueryError, ask, ask_sql

    if (view is None) == (sql is None):
        raise typer.BadParameter(f"name one of the views {', '.join(View)}, or give --sql")
    path = _database(data_root)
    try:
        if sql is not None:
            answer = ask_sql(path, sql)
        else:
            answer = ask(
                path, str(view), Filters(indicator, region, period, measure, observation, within, level), limit
            )
    except QueryError as error:
        typer.echo(f"zhibiao: {error}", err=True)
        raise typer.Exit(2) from error
    typer.echo(_printed(answer, form), nl=False)


def _database(data_root: str | None) -> Path:
    from flows.settings import settings
    from tasks.load.duckdb import database_path
    from tasks.store import Store

    return database_path(Store(data_root or settings().data_root))


def _printed(answer: Answer, form: Form) -> str:
    if form is Form.csv:
        return _csv(answer)
    if form is Form.json:
        import json

        rows = (dict(zip(answer.columns, row, strict=True)) for row in answer.rows)
        return "".join(json.dumps(row, ensure_ascii=False, default=str) + "\n" for row in rows)
    return _table(answer)


def _csv(answer: Answer) -> str:
    import csv
    import io

    sink = io.StringIO()
    writer = csv.writer(sink, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows([_cell(value) for value in row] for row in answer.rows)
    return sink.getvalue()


def _cell(value: Any) -> Any:
    from tasks.load.spreadsheets import as_text

    return as_text(value) if isinstance(value, str) else value


def _table(answer: Answer) -> str:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(width=None if sys.stdout.isatty() else PIPE_WIDTH)
    with console.capture() as captured:
        filled = [at for at in range(len(answer.columns)) if any(row[at] is not None for row in answer.rows)]
        if len(filled) > MOST_COLUMNS:
            for row in answer.rows:
                table = Table("column", "value", show_header=False, box=SIMPLE_HEAD)
                for name, value in zip(answer.columns, row, strict=True):
                    table.add_row(name, Text(_text(value), overflow="fold"))
                console.print(table)
        elif filled:
            table = Table(*(answer.columns[at] for at in filled), box=SIMPLE_HEAD)
            for row in answer.rows:
                table.add_row(*(Text(_text(row[at]), overflow="fold") for at in filled))
            console.print(table)
        console.print(f"{len(answer.rows)} rows")
    return captured.get()


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < EXACT_BELOW else f"{value:.12g}"
    if isinstance(value, datetime) and value.time() == time.min:
        return value.date().isoformat()
    return str(value)
