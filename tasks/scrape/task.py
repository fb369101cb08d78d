"""The Prefect task around scraping: one run a source."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.scrape.collect import collect
from tasks.scrape.sources import Source
from tasks.scrape.web import Window
from tasks.shards import Tally
from tasks.store import Store


@task(name="scrape-source", task_run_name="scrape {source.id}", cache_policy=NO_CACHE, persist_result=False)
def scrape_source(root: str, source: Source, base: str, since: date | None = None, until: date | None = None) -> Tally:
    """Fetch one source into the snapshot store; what could not be had goes to quarantine."""
    return asyncio.run(collect(Store(root), source, Path(base), Window(since, until)))
