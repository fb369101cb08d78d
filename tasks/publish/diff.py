"""What differs between two releases, row by row, and why.

Only files that differ are read. Each added, gone or changed observation (or document) gets one
cause, found by joining the provenance of both releases:

- source revised: its document's page was fetched anew with other content
- new document, document gone: the page itself came or went
- newly validated, newly quarantined: one release holds the row back under its id
- rules changed, vocabulary changed: another version of the extractor, or another entry of the dimensions
- told apart: the document turned out to repeat another one, or no longer to
- confirmed or contradicted: other documents changed its confidence, and nothing else of it
- unexplained: none of these; worth a look
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from tasks.contracts import CONTRACTS
from tasks.publish.provenance import Provenance, Row
from tasks.store import Store
from tasks.warehouse import Manifest, read_manifest, release_path

COMPARED = ("documents", "observations")
STAMPS = frozenset({"extractor"})


@dataclass(frozen=True)
class RowChange:
    """One row that differs; `before` and `after` hold the values of the columns that differ."""

    table: str
    key: str
    kind: str
    cause: str
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class ReleaseDiff:
    """All differences of two releases."""

    old: str
    new: str
    changes: Sequence[RowChange]

    def counts(self) -> dict[tuple[str, str, str], int]:
        """Number of rows by table, kind and cause."""
        return dict(sorted(Counter((each.table, each.kind, each.cause) for each in self.changes).items()))

    def text(self, rows: int = 5) -> str:
        """The counts, and the first rows of each table, kind and cause."""
        lines = [f"{self.old} → {self.new}"]
        for (table, kind, cause), count in self.counts().items():
            lines.append(f"{table}: {count} {kind} ({cause})")
            of_kind = [each for each in self.changes if (each.table, each.kind, each.cause) == (table, kind, cause)]
            lines += [_line(each) for each in of_kind[:rows]]
        if len(lines) == 1:
            lines.append("no difference")
        return "\n".join(lines) + "\n"


def _line(change: RowChange) -> str:
    if change.kind == "changed":
        what = "; ".join(f"{name}: {change.before[name]!s:.40} → {change.after[name]!s:.40}" for name in change.before)
    else:
        row = change.after or change.before
        what = " ".join(str(row[name]) for name in ("indicator", "value", "unit", "title") if row.get(name) is not None)
    return f"    {change.key}  {what}"


def diff_releases(store: Store, old: str, new: str) -> ReleaseDiff:
    """The differences of two releases. Raises WarehouseError when one of them is not there."""
    before, after = read_manifest(store, old), read_manifest(store, new)
    provenance = Provenance(store, before, after)
    changes = [change for table in COMPARED for change in _table_changes(store, table, before, after, provenance)]
    return ReleaseDiff(old, new, changes)


def _table_changes(
    store: Store, table: str, before: Manifest, after: Manifest, provenance: Provenance
) -> list[RowChange]:
    old, new = _differing(store, table, before, after)
    return [_change(table, key, old.get(key), new.get(key), provenance) for key in sorted(old.keys() | new.keys())]


def _change(table: str, key: str, old: Row | None, new: Row | None, provenance: Provenance) -> RowChange:
    kind = "added" if old is None else "gone" if new is None else "changed"
    if old is None or new is None:
        before, after = old or {}, new or {}
    else:
        names = [name for name in old if old[name] != new[name]]
        before, after = {name: old[name] for name in names}, {name: new[name] for name in names}
    return RowChange(table, key, kind, provenance.cause(table, key, old, new), before, after)


def _differing(store: Store, table: str, before: Manifest, after: Manifest) -> tuple[dict[str, Row], dict[str, Row]]:
    """The rows of each side that the other does not have like that, by primary key.

    The stamp of the rules' version is no difference: it changes on every row with every rule. Of releases by different
    versions of zhibiao the columns that both have are compared.
    """
    import duckdb

    contract = CONTRACTS[table]
    sides = []
    with duckdb.connect() as connection:
        connection.execute("SET enable_progress_bar = false")
        old, new = _unshared(store, table, before, after), _unshared(store, table, after, before)
        shared = [name for name in contract.column_names if name in old.column_names and name in new.column_names]
        compared = ", ".join(f'"{name}"' for name in shared if name not in STAMPS)
        connection.register("old", old.select(shared))
        connection.register("new", new.select(shared))
        for here, there in (("old", "new"), ("new", "old")):
            keys = ", ".join(contract.primary_key)
            differing = " ".join(["SELECT", compared, "FROM", here, "EXCEPT ALL SELECT", compared, "FROM", there])
            query = " ".join(["SELECT * FROM", here, f"SEMI JOIN ({differing}) USING ({keys})"])
            rows = connection.execute(query).to_arrow_table()
            sides.append({row[contract.primary_key[0]]: row for row in rows.to_pylist()})
    return sides[0], sides[1]


def _unshared(store: Store, table: str, here: Manifest, there: Manifest) -> pa.Table:
    """The rows of the files that the other release does not have."""
    shared = {(file.path, file.sha256) for file in there.files_of(table)}
    folder = release_path(here.release)
    files = [file for file in here.files_of(table) if (file.path, file.sha256) not in shared]
    rows = [store.read_table(f"{folder}/{file.path}") for file in files]
    return pa.concat_tables(rows) if rows else CONTRACTS[table].empty()
