"""What `zhibiao doctor` checks: that what the pipeline needs is there and whole."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from importlib import metadata

from rich.console import Console
from rich.text import Text

from flows.settings import settings
from tasks.store import Store

LEAST_FREE_BYTES = 1_000_000_000
PINNED = {"prefect": "3.8.8", "fastapi": "<0.151", "sqlalchemy": "<2.1"}


def examine(data_root: str) -> int:
    """Run every check and print its result; returns 0 when all pass, else 1."""
    console = Console()
    failed = 0
    for name, check in _checks(data_root):
        try:
            said, mark = check(), "ok  "
        except (ValueError, OSError, metadata.PackageNotFoundError, LookupError) as error:
            said, mark = f"{type(error).__name__}: {error}", "FAIL"
            failed += 1
        console.print(Text(f"{mark} {name}: {said}"))
    return 1 if failed else 0


def _checks(data_root: str) -> Iterator[tuple[str, Callable[[], str]]]:
    yield "python", _python
    yield "libraries", _libraries
    yield "sources", _sources
    yield "vocabulary", _vocabulary
    yield "data root", lambda: _data_root(data_root)


def _python() -> str:
    return sys.version.split()[0]


def _libraries() -> str:
    from packaging.specifiers import SpecifierSet

    for name, wanted in PINNED.items():
        found = metadata.version(name)
        if found not in SpecifierSet(wanted if wanted[0] in "<>=" else f"=={wanted}"):
            raise ValueError(f"{name} {found} does not work here, {wanted} does: run make setup")
    return ", ".join(f"{name} {metadata.version(name)}" for name in PINNED)


def _sources() -> str:
    from tasks.scrape.sources import load_sources

    sources = load_sources(settings().sources)
    return f"{sum(source.enabled for source in sources)} enabled of {len(sources)} in {settings().sources}"


def _vocabulary() -> str:
    from tasks.extract.catalogue import indicator_dimension
    from tasks.extract.gazetteer import region_dimension

    return f"{len(indicator_dimension())} indicators, {len(region_dimension())} regions"


def _data_root(data_root: str) -> str:
    store = Store(data_root)
    store.write_bytes(b"zhibiao", "doctor.probe")
    store.delete("doctor.probe")
    if not store.is_local:
        return f"{data_root} can be written"
    free = shutil.disk_usage(store.local_path()).free
    if free < LEAST_FREE_BYTES:
        raise OSError(f"{data_root} has only {free / 1e6:.0f} MB left")
    return f"{data_root} can be written, {free / 1e9:.0f} GB free"
