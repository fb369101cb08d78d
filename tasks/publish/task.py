"""The Prefect tasks around publishing."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.locks import exclusive
from tasks.publish.assemble import LOCK, assemble, prune_assembled
from tasks.publish.ingredients import ingredients
from tasks.publish.release import Release, publish_release
from tasks.revisions import revisions
from tasks.shards import Tally, dimension_path, prune_versions, stage_folder
from tasks.store import Store
from tasks.versions import UPSTREAM, code_version
from tasks.warehouse import read_manifest

_MOST_REVISED = 1000
DIMENSIONS = ("dim_region", "dim_indicator", "dim_unit")


@task(name="publish-release", cache_policy=NO_CACHE, persist_result=False)
def publish_warehouse(root: str, confirm_deletions: bool = False) -> tuple[Tally, Release]:
    """Make a release of everything that went the whole way, and let readers see it.

    What older versions of the stages left is then removed.
    """
    store = Store(root)
    with exclusive(store, LOCK):
        assembly = assemble(store)
        inputs = assembly.files | {name: [dimension_path(name)] for name in DIMENSIONS}
        stages = {stage: stage_folder(stage) for stage in UPSTREAM}
        release = publish_release(
            inputs,
            store,
            input_ids=stages | ingredients(),
            code_version=code_version(),
            confirm_deletions=confirm_deletions,
        )
        for stage in UPSTREAM:
            prune_versions(store, stage)
        prune_assembled(store, assembly, read_manifest(store, release.release))
    return assembly.tally, release


@task(name="revised-figures", cache_policy=NO_CACHE, persist_result=False)
def revised_figures(root: str) -> list[dict[str, Any]]:
    """The figures that differ between two revisions of a page, as rows for people; the first thousand."""
    rows = [
        {"url": revision.source_url, **asdict(change)}
        for revision in revisions(Store(root))
        for change in revision.changes or ()
    ]
    return rows[:_MOST_REVISED]
