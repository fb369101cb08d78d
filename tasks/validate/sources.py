"""Who tells a figure: the document that a reprint goes back to, its publisher, its rank, its date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa

_NEVER = dt.datetime(1, 1, 1, tzinfo=dt.UTC)


class Sources:
    """Origins, publishers and ranks of documents; rank 0 is the best."""

    def __init__(self, documents: pa.Table, settings: Mapping[str, Any]) -> None:
        self._ranks: Sequence[Sequence[str]] = settings["source_ranks"]
        rows = documents.select(["document_id", "publisher", "site", "title", "duplicate_of"]).to_pylist()
        self.duplicates = {row["document_id"]: row["duplicate_of"] for row in rows if row["duplicate_of"]}
        self.names = {row["document_id"]: row["publisher"] or row["site"] for row in rows}
        self.titles = {row["document_id"]: row["title"] or "" for row in rows}

    def origin(self, document_id: str) -> str:
        """The document that a chain of reprints goes back to."""
        seen = {document_id}
        while (earlier := self.duplicates.get(document_id)) and earlier not in seen:
            seen.add(earlier)
            document_id = earlier
        return document_id

    def rank(self, name: str | None) -> int:
        """The rank of a publisher: the number of the first list that holds a word of its name."""
        for number, words in enumerate(self._ranks):
            if name and any(word in name for word in words):
                return number
        return len(self._ranks)

    def title(self, row: Mapping[str, Any]) -> str:
        """The title of the document of a row."""
        return self.titles.get(row["document_id"], "")

    @staticmethod
    def published(row: Mapping[str, Any]) -> dt.datetime:
        """The publication time of a row; unknown is before all."""
        published: dt.datetime | None = row["published_at"]
        return published or _NEVER


def source_table(documents: pa.Table, sources: Sources) -> pa.Table:
    """One row a document: `origin`, `source` (publisher or site) and `rank`."""
    ids = documents["document_id"].to_pylist()
    names = [sources.names[each] for each in ids]
    ranks = {name: sources.rank(name) for name in set(names)}
    return pa.table(
        {
            "document_id": pa.array(ids, pa.string()),
            "origin": pa.array([sources.origin(each) for each in ids], pa.string()),
            "source": pa.array(names, pa.string()),
            "rank": pa.array([ranks[name] for name in names], pa.int32()),
        }
    )
