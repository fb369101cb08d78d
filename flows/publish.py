"""Flow `publish`: from validated rows to a release that readers see, and the DuckDB file over it."""

from __future__ import annotations

from datetime import UTC, datetime

from prefect import flow
from prefect.artifacts import create_markdown_artifact, create_table_artifact

from flows.accounting import record
from flows.settings import settings
from tasks.load.task import load_database
from tasks.publish.release import Release
from tasks.publish.task import publish_warehouse, revised_figures
from tasks.shards import Tally
from tasks.store import Store


@flow(name="publish", persist_result=False)
def publish(data_root: str | None = None, confirm_deletions: bool = False) -> Tally:
    """Publish what passed validation; a run that changes nothing publishes nothing.

    confirm_deletions: publish although more rows go than the threshold allows.
    """
    started_at = datetime.now(UTC)
    store = Store(data_root or settings().data_root)
    tally, release = publish_warehouse(store.root, confirm_deletions)
    database = load_database(store.root)
    create_markdown_artifact(key="release", markdown=_page(release, store, database))
    if not release.published:
        return Tally()
    create_table_artifact(key="revisions", table=revised_figures(store.root), description="Figures that pages changed")
    return record(store, "publish", "observation", tally, started_at)


def _page(release: Release, store: Store, database: str) -> str:
    rows = "\n".join(f"| {table} | {count} |" for table, count in release.rows.items())
    said = "published" if release.published else "nothing changed, this release stays"
    return (
        f"# Release `{release.release}`\n\n{said}; {release.files_written} of {release.files} files written\n\n"
        f"- Parquet `{store.address('warehouse/current')}`\n- DuckDB `{database}`\n\n"
        f"| table | rows |\n| --- | --- |\n{rows}\n"
    )
