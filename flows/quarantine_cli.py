"""`zhibiao quarantine`: the working ledger of held rows (排查、整改、销号)."""

from __future__ import annotations

import datetime as dt
import getpass
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    import pyarrow as pa

    from tasks.store import Store

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Rows held back: list, explain, release, replay.")

Root = Annotated[str | None, typer.Option("--data-root", help="folder or s3://bucket/prefix; default data/")]
Ids = Annotated[list[str], typer.Argument(help="beginning of quarantine ids or record ids")]
Note = Annotated[str, typer.Option("--note", help="what was found out; required")]
By = Annotated[str | None, typer.Option("--by", help="who closes it; default the user of this machine")]


def _store(data_root: str | None) -> Store:
    from flows.settings import settings
    from tasks.store import Store

    return Store(data_root or settings().data_root)


@contextmanager
def _plain_errors() -> Iterator[None]:
    from tasks.store import StoreError
    from tasks.validate.corrections import CorrectionError
    from tasks.validate.quarantine import LedgerError

    try:
        yield
    except (LedgerError, CorrectionError, StoreError) as error:
        typer.echo(f"zhibiao: {error}", err=True)
        raise typer.Exit(2) from error


@app.command("list")
def list_rows(
    state: Annotated[str, typer.Option(help="open, released, rectified, rejected or all")] = "open",
    reason: Annotated[str | None, typer.Option(help="only rows with this reason code")] = None,
    stage: Annotated[str | None, typer.Option(help="only rows of this stage")] = None,
    document: Annotated[str | None, typer.Option(help="only rows of this document_id")] = None,
    limit: Annotated[int, typer.Option(help="rows to show at most")] = 50,
    as_json: Annotated[bool, typer.Option("--json", help="one JSON object a line, all columns")] = False,
    data_root: Root = None,
) -> None:
    """List held rows and say how much of the work is done."""
    from tasks.validate.ledger import read_ledger
    from tasks.validate.quarantine import completion, listed

    with _plain_errors():
        ledger = read_ledger(_store(data_root))
        rows = listed(ledger, state=None if state == "all" else state, reason=reason, stage=stage, document_id=document)
    for row in rows[:limit]:
        typer.echo(json.dumps(row, ensure_ascii=False, default=str) if as_json else _line(row))
    if not as_json:
        if len(rows) > limit:
            typer.echo(f"… {len(rows) - limit} more (--limit)")
        typer.echo(completion(ledger).sentence)


def _line(row: dict[str, Any]) -> str:
    evidence = (row["evidence"] or row["reason"] or "").replace("\n", " ")
    shown = evidence if len(evidence) <= 60 else evidence[:59] + "…"
    return f"{row['quarantine_id'][:12]}  {row['state']:9}  {row['stage']:8}  {','.join(row['reason_codes'])}  {shown}"


@app.command()
def explain(
    row_id: Annotated[str, typer.Argument(help="beginning of a quarantine id or record id")], data_root: Root = None
) -> None:
    """Show one held row: every reason, what to do about it, the sentence, the record, its history."""
    from tasks.validate.ledger import read_ledger
    from tasks.validate.quarantine import found
    from tasks.validate.reasons import all_reasons, reason_of

    with _plain_errors():
        row = found(read_ledger(_store(data_root)), row_id)
    reasons = all_reasons()
    for name in ("quarantine_id", "stage", "record_id", "document_id", "source_url", "snapshot_sha256", "state"):
        typer.echo(f"{name:16} {row[name]}")
    typer.echo(f"{'seen':16} first {row['first_seen']}, last {row['last_seen']}")
    if row["closed_by"]:
        typer.echo(f"{'closed':16} by {row['closed_by']} at {row['closed_at']}")
    if row["note"]:
        typer.echo(f"{'note':16} {row['note']}")
    for code in row["reason_codes"]:
        reason = reason_of(code, row["stage"], reasons)
        typer.echo(f"\n{code}")
        if reason:
            typer.echo(
                f"  {reason.says['zh']}\n  {reason.says['en']}\n  → {reason.remedy['zh']}\n  → {reason.remedy['en']}"
            )
    typer.echo(f"\n{row['reason']}\n\n{row['evidence'] or ''}")
    if row["record"]:
        typer.echo(json.dumps(json.loads(row["record"]), ensure_ascii=False, indent=2))


def _close(data_root: str | None, ids: list[str], note: str, by: str | None, step: Callable[..., pa.Table]) -> None:
    from tasks.validate.ledger import change_ledger
    from tasks.validate.quarantine import Closing, completion, found

    closing = Closing(by or getpass.getuser(), dt.datetime.now(dt.UTC), note)
    with _plain_errors():
        ledger = change_ledger(
            _store(data_root), lambda table: step(table, [found(table, each)["quarantine_id"] for each in ids], closing)
        )
    typer.echo(completion(ledger).sentence)


@app.command()
def release(ids: Ids, note: Note, by: By = None, data_root: Root = None) -> None:
    """Let rows be published although they break a rule; the next run publishes them."""
    from tasks.validate.quarantine import release as step

    _close(data_root, ids, note, by, step)


@app.command()
def reject(ids: Ids, note: Note, by: By = None, data_root: Root = None) -> None:
    """Keep rows out for good."""
    from tasks.validate.quarantine import reject as step

    _close(data_root, ids, note, by, step)


@app.command()
def reopen(ids: Ids, note: Note, by: By = None, data_root: Root = None) -> None:
    """Open rows again that were closed."""
    from tasks.validate.quarantine import reopen as step

    _close(data_root, ids, note, by, step)


@app.command()
def replay(data_root: Root = None) -> None:
    """Judge the open rows again by the rules and corrections of now; rows that pass leave by themselves."""
    from tasks.validate.corrections import load_corrections
    from tasks.validate.ledger import replay as step
    from tasks.validate.quarantine import completion

    now = dt.datetime.now(dt.UTC)
    with _plain_errors():
        ledger, left = step(
            _store(data_root), run_id=f"replay {now:%Y-%m-%dT%H:%M:%SZ}", at=now, corrections=load_corrections()
        )
    for each in left:
        typer.echo(f"{each[:12]}  rectified")
    typer.echo(f"{len(left)} rows left the quarantine; the next run publishes them\n{completion(ledger).sentence}")


@app.command()
def corrections() -> None:
    """Check seeds/corrections.yaml against its schema and list its entries."""
    from tasks.validate.corrections import load_corrections

    with _plain_errors():
        entries = load_corrections()
    for entry in entries:
        changes = ", ".join(f"{name} → {value}" for name, value in entry.set.items())
        typer.echo(f"{entry.id}  {entry.document_id or entry.source_url}  {entry.mention}: {changes}  ({entry.by})")
    typer.echo(f"{len(entries)} corrections")


@app.command()
def reasons(markdown: Annotated[bool, typer.Option("--markdown", help="as docs/reasons.md")] = False) -> None:
    """List every reason code and what to do about it."""
    from tasks.validate.reasons import all_reasons, as_markdown

    found = all_reasons()
    if markdown:
        typer.echo(as_markdown(found), nl=False)
        return
    for reason in found:
        typer.echo(f"{reason.code:32} {reason.severity:8} {reason.says['en']}")
