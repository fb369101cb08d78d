"""The Prefect task around loading: the DuckDB file that is there after every run."""

from __future__ import annotations

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.load.duckdb import load_duckdb
from tasks.store import Store


@task(name="load-duckdb", cache_policy=NO_CACHE, persist_result=False)
def load_database(root: str) -> str:
    """Make the DuckDB file over the current release; returns its path."""
    return load_duckdb(Store(root)).target
