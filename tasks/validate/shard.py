"""The account of a validated shard, and the stop when the table as a whole fails."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from tasks.contracts import LEDGER


class TableRuleError(RuntimeError):
    """A critical rule about the whole table failed: nothing of the batch may be published."""


def require_table_rules(shard: str, report: Mapping[str, Any]) -> None:
    """Raise TableRuleError when the report of a batch names failed table rules."""
    failed = report["table_level_failed"]
    if failed:
        raise TableRuleError(f"shard {shard}: nothing is published, table rules failed: {', '.join(map(str, failed))}")


def ledger_of(observations: pa.Table, passed: pa.Table) -> pa.Table:
    """One ledger row an observation: out when it passed, quarantined otherwise."""
    through = set(passed["observation_id"].to_pylist())
    return LEDGER.from_rows(
        {
            "input_id": key,
            "outcome": "out" if key in through else "quarantined",
            "output_id": key,
            "produced": int(key in through),
        }
        for key in observations["observation_id"].to_pylist()
    )
