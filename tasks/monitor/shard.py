"""Warnings of one shard of validated observations."""

from __future__ import annotations

import pyarrow as pa

from tasks.contracts import LEDGER, WARNINGS
from tasks.monitor.rules import WarningRule
from tasks.monitor.warnings import contradicted, find_warnings


def monitor_observations(
    observations: pa.Table, relations: pa.Table, rules: list[WarningRule]
) -> tuple[pa.Table, pa.Table]:
    """Warnings and ledger of validated observations and their relations; one ledger row an observation."""
    rows = observations.to_pylist()
    by_id = {row["observation_id"]: row for row in rows}
    marked = pa.concat_tables([find_warnings(rows, rules), contradicted(relations.to_pylist(), by_id)])
    counts = dict.fromkeys(by_id, 0)
    for key in marked["observation_id"].to_pylist():
        counts[key] += 1
    ledger = [{"input_id": key, "outcome": "out", "output_id": key, "produced": count} for key, count in counts.items()]
    return WARNINGS.conform(marked), LEDGER.from_rows(ledger)
