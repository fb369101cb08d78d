"""The account of a run: one row a stage in `runs`, and the same as an artifact in the Prefect UI."""

from __future__ import annotations

from datetime import UTC, datetime

from prefect.artifacts import create_table_artifact
from prefect.runtime import flow_run

from tasks.contracts import RUNS
from tasks.shards import Tally
from tasks.store import Store
from tasks.versions import code_version


def run_id() -> str:
    """The id of the outermost flow run."""
    return str(flow_run.root_flow_run_id or flow_run.id)


def record(store: Store, stage: str, counted: str, tally: Tally, started_at: datetime) -> Tally:
    """Check that the stage's account balances and write it down; a stage that met nothing new leaves no row.

    `counted` says what records_in counts: page, document or observation.
    """
    tally.checked(stage)
    if tally.records_in != tally.duplicates:
        row = {
            "run_id": run_id(),
            "stage": stage,
            "unit_of_count": counted,
            "records_in": tally.records_in,
            "records_out": tally.records_out,
            "quarantined": tally.quarantined,
            "duplicates": tally.duplicates,
            "produced": tally.produced,
            "shards": tally.shards,
            "code_version": code_version(),
            "started_at": started_at,
            "seconds": (datetime.now(UTC) - started_at).total_seconds(),
        }
        store.write_table(RUNS.from_rows([row]), f"runs/{run_id()}/{stage}.parquet")
    create_table_artifact(
        key=f"account-{stage}",
        table=[account_row(stage, counted, tally)],
        description=f"{stage}: in = out + quarantined + duplicates",
    )
    return tally


def account_row(stage: str, counted: str, tally: Tally) -> dict[str, object]:
    """A tally as a row for people."""
    return {
        "stage": stage,
        "counted": counted,
        "in": tally.records_in,
        "out": tally.records_out,
        "quarantined": tally.quarantined,
        "duplicates": tally.duplicates,
        "rows written": tally.produced,
        "shards": tally.shards,
    }
