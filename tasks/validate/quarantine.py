"""The quarantine as a working ledger (排查、整改、销号): what is held, why, since when, and how each row was closed.

A row is open, released (published all the same), rectified (a rule or a correction made it pass) or rejected (it is
wrong and stays out). Every function takes a QUARANTINE table and gives a new one;
`tasks.validate.ledger` keeps it in the data root.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from tasks.contracts import OBSERVATIONS, QUARANTINE, QUARANTINE_STATES

OPEN, RELEASED, RECTIFIED, REJECTED = QUARANTINE_STATES
_ORDER = [(name, "ascending") for name in QUARANTINE.sort_by]


class LedgerError(ValueError):
    """A request that the ledger cannot follow; the message says why."""


@dataclass(frozen=True)
class Closing:
    """Who or what closed a row, when, and the words left with it."""

    by: str
    at: dt.datetime
    note: str | None = None


def merge(
    ledger: pa.Table,
    held: pa.Table,
    *,
    run_id: str,
    at: dt.datetime,
    rules_version: str,
    stages: Collection[str],
    corrected: Mapping[str, str] | None = None,
) -> pa.Table:
    """The ledger after a run that looked at all inputs of `stages` and held back the rows `held`.

    New rows are open. Rows held again keep their state, except that a rectified one opens again. Open rows of these
    stages that are held no longer are rectified: by the correction that `corrected` names for their quarantine id, or
    by the rules of this version. Released and rejected rows stay so.
    """
    known = {row["quarantine_id"]: row for row in ledger.to_pylist()}
    seen: set[str] = set()
    for row in held.to_pylist():
        seen.add(row["quarantine_id"])
        known[row["quarantine_id"]] = _seen_again(known.get(row["quarantine_id"]), row, run_id)
    closed_by = corrected or {}
    for key, row in known.items():
        if row["state"] == OPEN and row["stage"] in stages and key not in seen:
            by = f"correction {closed_by[key]}" if key in closed_by else f"rules {rules_version}"
            known[key] = _closed(row, RECTIFIED, Closing(by, at, "passes all rules now"))
    return _table(known.values())


def _seen_again(known: Mapping[str, Any] | None, row: Mapping[str, Any], run_id: str) -> dict[str, Any]:
    if known is None:
        return {**row, "state": OPEN, "first_seen": row["first_seen"] or run_id, "last_seen": run_id}
    kept = {name: known[name] for name in ("state", "closed_by", "closed_at", "note", "first_seen")}
    if kept["state"] == RECTIFIED:
        again = f"held again after {kept['closed_by']}"
        kept |= {"state": OPEN, "closed_by": None, "closed_at": None, "note": again}
    return {**row, **kept, "last_seen": run_id}


def _closed(row: Mapping[str, Any], state: str, closing: Closing) -> dict[str, Any]:
    return {
        **row,
        "state": state,
        "closed_by": closing.by,
        "closed_at": closing.at,
        "note": closing.note or row["note"],
    }


def _table(rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    return QUARANTINE.from_rows(rows).sort_by(_ORDER)


def _close(ledger: pa.Table, ids: Collection[str], state: str, closing: Closing) -> pa.Table:
    rows = ledger.to_pylist()
    missing = set(ids) - {row["quarantine_id"] for row in rows}
    if missing:
        raise LedgerError(f"not in the ledger: {', '.join(sorted(missing))}")
    if not (closing.note or "").strip():
        raise LedgerError("a note is needed: say what was found out")
    return _table(_closed(row, state, closing) if row["quarantine_id"] in set(ids) else row for row in rows)


def release(ledger: pa.Table, ids: Collection[str], closing: Closing) -> pa.Table:
    """The ledger with these rows released: they are published although they break a rule. Needs a note.

    Raises LedgerError for what was held as a whole, a page or a relation: there is no row in it to publish.
    """
    whole = [row for row in ledger.to_pylist() if row["quarantine_id"] in set(ids) and not row["record"]]
    if whole:
        names = ", ".join(f"{row['quarantine_id'][:12]} ({row['stage']})" for row in whole)
        raise LedgerError(f"{names}: held as a whole, there is no row to publish; mend its source or reject it")
    return _close(ledger, ids, RELEASED, closing)


def reject(ledger: pa.Table, ids: Collection[str], closing: Closing) -> pa.Table:
    """The ledger with these rows rejected for good. Needs a note."""
    return _close(ledger, ids, REJECTED, closing)


def reopen(ledger: pa.Table, ids: Collection[str], closing: Closing) -> pa.Table:
    """The ledger with these rows open again. Needs a note."""
    opened = _close(ledger, ids, OPEN, closing).to_pylist()
    wanted = set(ids)
    return _table({**r, "closed_by": None, "closed_at": None} if r["quarantine_id"] in wanted else r for r in opened)


def replay(
    ledger: pa.Table,
    still_held: Callable[[Collection[str]], pa.Table],
    *,
    run_id: str,
    at: dt.datetime,
    rules_version: str,
) -> pa.Table:
    """The ledger after the open rows were judged again: `still_held` takes their record ids and gives those still held.

    Rows that now pass leave by themselves, as rectified by the rules of this version.
    """
    waiting = ledger.filter(pc.equal(ledger["state"], OPEN))
    stages = set(waiting["stage"].to_pylist())
    held = still_held(waiting["record_id"].to_pylist())
    return merge(ledger, held, run_id=run_id, at=at, rules_version=rules_version, stages=stages)


def listed(
    ledger: pa.Table,
    *,
    state: str | None = OPEN,
    reason: str | None = None,
    stage: str | None = None,
    document_id: str | None = None,
) -> list[dict[str, Any]]:
    """The rows of a state (None: all), reason code, stage and document. Raises LedgerError for an unknown state."""
    if state is not None and state not in QUARANTINE_STATES:
        raise LedgerError(f"there is no state {state}; states are {', '.join(QUARANTINE_STATES)}")
    wanted = {"state": state, "stage": stage, "document_id": document_id}
    rows = ledger.to_pylist()
    for name, value in wanted.items():
        rows = [row for row in rows if value is None or row[name] == value]
    return [row for row in rows if reason is None or reason in row["reason_codes"]]


def found(ledger: pa.Table, start_of_id: str) -> dict[str, Any]:
    """The one row whose quarantine id, or record id, begins so; LedgerError when none or several do."""
    rows: list[dict[str, Any]] = [
        row
        for row in ledger.to_pylist()
        if row["quarantine_id"].startswith(start_of_id) or row["record_id"].startswith(start_of_id)
    ]
    if len(rows) != 1:
        raise LedgerError(f"{start_of_id}: {len(rows)} rows of the ledger begin so")
    return rows[0]


def released_ids(ledger: pa.Table) -> frozenset[str]:
    """The quarantine ids that `validate_batch(released=…)` lets through."""
    return frozenset(ledger.filter(pc.equal(ledger["state"], RELEASED))["quarantine_id"].to_pylist())


def released_observations(ledger: pa.Table) -> pa.Table:
    """The released rows of the validate stage as OBSERVATIONS, read back from their records."""
    rows = listed(ledger, state=RELEASED, stage="validate")
    return OBSERVATIONS.from_rows(observation_of(row["record"]) for row in rows if row["record"])


def observation_of(record: str) -> dict[str, Any]:
    """A record's JSON as an OBSERVATIONS row."""
    row: dict[str, Any] = json.loads(record)
    for name in ("period_start", "period_end"):
        row[name] = dt.date.fromisoformat(row[name]) if row[name] else None
    row["published_at"] = dt.datetime.fromisoformat(row["published_at"]) if row["published_at"] else None
    exact = row["value_exact"]
    return {**row, "value_exact": None if exact is None else _decimal(exact)}


def _decimal(text: str) -> Any:
    from decimal import Decimal

    return Decimal(text)


@dataclass(frozen=True)
class Completion:
    """How far the work on the ledger is: rows by state, reasons of the open rows, and the part that is closed."""

    by_state: Mapping[str, int]
    open_by_reason: Mapping[str, int]
    total: int

    @property
    def rate(self) -> float:
        """销号率: closed rows of all rows; 1 for an empty ledger."""
        return 1.0 - self.by_state[OPEN] / self.total if self.total else 1.0

    @property
    def sentence(self) -> str:
        """One line for a run's summary."""
        counts = ", ".join(f"{self.by_state[state]} {state}" for state in QUARANTINE_STATES)
        return f"quarantine: {self.total} rows, {counts}; closed 销号率 {self.rate:.1%}"


def completion(ledger: pa.Table) -> Completion:
    """The state of the work, for a run's summary."""
    states = Counter(ledger["state"].to_pylist())
    waiting = ledger.filter(pc.equal(ledger["state"], OPEN))
    reasons = Counter(code for codes in waiting["reason_codes"].to_pylist() for code in codes)
    return Completion({state: states[state] for state in QUARANTINE_STATES}, dict(reasons.most_common()), len(ledger))
