"""`zhibiao sources`: which sources there are, and what one of them gives when it is asked."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from tasks.scrape.check import SourceCheck
    from tasks.scrape.sources import Source

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Where pages come from.")

Sources = Annotated[Path | None, typer.Option("--sources", help="list of sources; default seeds/sources.yaml")]


def _load(path: Path | None) -> tuple[list[Source], Path]:
    from flows.settings import settings
    from tasks.scrape.sources import SourcesError, load_sources

    chosen = path or settings().sources
    try:
        return load_sources(chosen), chosen.parent
    except SourcesError as error:
        typer.echo(f"zhibiao: {error}", err=True)
        raise typer.Exit(2) from error


@app.command("list")
def list_sources(
    sources: Sources = None,
    enabled: Annotated[bool, typer.Option("--enabled", help="only those that runs scrape")] = False,
) -> None:
    """List the sources; * marks the enabled ones."""
    for source in _load(sources)[0]:
        if source.enabled or not enabled:
            mark = "*" if source.enabled else " "
            typer.echo(f"{mark} {source.id:24} {source.kind:10} {source.location}  {source.name or ''}")


@app.command()
def check(
    ids: Annotated[list[str], typer.Argument(help="sources to try, enabled or not")],
    sources: Sources = None,
) -> None:
    """Ask for the first list of each source and its first page, clean it, and say what came; nothing is stored."""
    listed, base = _load(sources)
    by_id = {source.id: source for source in listed}
    unknown = [each for each in ids if each not in by_id]
    if unknown:
        typer.echo(f"zhibiao: no source {', '.join(unknown)} in the list", err=True)
        raise typer.Exit(2)
    results = [_check(by_id[each], base) for each in ids]
    raise typer.Exit(0 if all(results) else 1)


def _check(source: Source, base: Path) -> bool:
    from tasks.scrape.check import check_source

    found = asyncio.run(check_source(source, base, datetime.now(UTC)))
    typer.echo("\n".join(_said(source, found)))
    return found.is_sound


def _said(source: Source, found: SourceCheck) -> list[str]:
    lines = [f"{'ok  ' if found.is_sound else 'FAIL'} {source.id}: the first list names {found.links} pages"]
    lines += [f"     {link.day or '(no date)'!s}  {link.url}" for link in found.shown]
    lines += [f"     {failure.code}: {failure.detail}  {failure.source_url}" for failure in found.failures]
    return lines + (_cleaned(found) if found.page else [])


def _cleaned(found: SourceCheck) -> list[str]:
    from tasks.clean.page import CleanedPage, clean_page

    if found.page is None:
        return []
    page = clean_page(found.page.data, url=found.page.source_url, content_type=found.page.content_type)
    if not isinstance(page, CleanedPage):
        return [f"     the first page is no article: {page.code}: {page.detail}"]
    facts = f"{page.published_at or 'no date'} · {page.publisher or 'no publisher'} · {len(page.text)} characters"
    return [f"     {page.title or 'no title'}", f"     {facts}"]
