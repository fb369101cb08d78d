"""`zhibiao revisions`: which figures changed when pages were published anew."""

from __future__ import annotations

import json
from typing import Annotated

import typer


def revisions(
    url: Annotated[str | None, typer.Option(help="only pages whose address contains this")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="one JSON line a revision")] = False,
    data_root: Annotated[str | None, typer.Option("--data-root", help="folder or s3://bucket/prefix")] = None,
) -> None:
    """Show every page that came with other content, and which of its figures changed."""
    from flows.settings import settings
    from tasks.revisions import revisions as find_revisions
    from tasks.store import Store

    found = [
        each for each in find_revisions(Store(data_root or settings().data_root)) if (url or "") in each.source_url
    ]
    for revision in found:
        if as_json:
            typer.echo(json.dumps(revision.as_row(), ensure_ascii=False))
            continue
        typer.echo(f"{revision.revised_at:%Y-%m-%d %H:%M}  {revision.source_url}")
        if revision.changes is None:
            typer.echo("    not read yet by the present rules: run the pipeline")
            continue
        for change in revision.changes:
            where = " ".join(filter(None, (change.region, change.period)))
            values = f"{change.before_mention or '—'} → {change.after_mention or '—'}"
            typer.echo(f"    {change.kind:8} {change.indicator} ({where}): {values}")
        if not revision.changes:
            typer.echo("    no figure changed")
    if not found and not as_json:
        typer.echo("no page came with other content")
