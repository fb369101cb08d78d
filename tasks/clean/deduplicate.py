"""Which of all documents repeat another one: older revisions of a page, and reprints elsewhere."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from tasks.clean.duplicates import DuplicateRecord, find_duplicates
from tasks.contracts import DUPLICATES, SIGNATURES
from tasks.shards import duplicates_path, live_files
from tasks.store import Store


def deduplicate(store: Store) -> int:
    """Write the duplicates of all documents unless they are there; returns how many there are."""
    path = duplicates_path(store)
    if store.exists(path):
        return len(store.read_table(path))
    files = live_files(store, "signatures", "clean")
    tables = [store.read_table(file) for file in files]
    signatures = pa.concat_tables(tables) if tables else SIGNATURES.empty()
    table = duplicates_of(signatures)
    store.write_table(table, path)
    return len(table)


def duplicates_of(signatures: pa.Table) -> pa.Table:
    """Duplicates among documents (SIGNATURES contract in, DUPLICATES out), whatever the row order.

    A URL's newest revision stands for the older ones; reprints are found among the newest.
    """
    rows = sorted(
        signatures.to_pylist(), key=lambda row: (row["source_url"], row["fetched_at"], row["snapshot_sha256"])
    )
    newest = {row["source_url"]: row for row in rows}
    found = {
        row["document_id"]: (newest[row["source_url"]]["document_id"], "revision")
        for row in rows
        if row["document_id"] != newest[row["source_url"]]["document_id"]
    }
    for key, original in find_duplicates(map(_record, newest.values())).items():
        found[key] = (original, "reprint")
    pairs = [{"document_id": key, "duplicate_of": of, "kind": kind} for key, (of, kind) in sorted(found.items())]
    return DUPLICATES.from_rows(pairs)


def _record(row: dict[str, Any]) -> DuplicateRecord:
    return DuplicateRecord(
        id=row["document_id"],
        signature=tuple(row["signature"]),
        text_sha256=row["text_sha256"],
        figures_sha256=row["figures_sha256"],
        published_at=row["published_at"].isoformat() if row["published_at"] else None,
        length=row["length"],
    )
