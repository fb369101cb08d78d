"""Why a row of a release differs from the release before: what both know about its origin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from tasks.store import Store
from tasks.warehouse import Manifest, release_path

Row = Mapping[str, Any]
_DOCUMENT = ("document_id", "source_url", "snapshot_sha256", "duplicate_of")


class _Side:
    """One release, as far as causes need it."""

    def __init__(self, store: Store, manifest: Manifest) -> None:
        self._store = store
        self.manifest = manifest

    def _read(self, table: str, columns: tuple[str, ...] | None = None) -> pa.Table:
        folder = release_path(self.manifest.release)
        files = self.manifest.files_of(table)
        return pa.concat_tables([self._store.read_table(f"{folder}/{file.path}", columns) for file in files])

    @cached_property
    def documents(self) -> dict[str, Row]:
        return {row["document_id"]: row for row in self._read("dim_document", _DOCUMENT).to_pylist()}

    @cached_property
    def addresses(self) -> set[str]:
        return {str(row["source_url"]) for row in self.documents.values()}

    @cached_property
    def held_back(self) -> set[str]:
        rows = self._read("quarantine", ("record_id", "state"))
        return set(
            rows.filter(pc.is_in(rows["state"], value_set=pa.array(["open", "rejected"])))["record_id"].to_pylist()
        )

    @cached_property
    def vocabulary(self) -> dict[tuple[str, str], list[Row]]:
        entries: dict[tuple[str, str], list[Row]] = {}
        for table, key in (("dim_indicator", "indicator_id"), ("dim_region", "region_code"), ("dim_unit", "unit")):
            for row in self._read(table).to_pylist():
                entries.setdefault((table, row[key]), []).append(row)
        return entries


@dataclass(frozen=True)
class Provenance:
    """Both releases, asked for the cause of one row's difference."""

    store: Store
    before: Manifest
    after: Manifest

    @cached_property
    def _old(self) -> _Side:
        return _Side(self.store, self.before)

    @cached_property
    def _new(self) -> _Side:
        return _Side(self.store, self.after)

    def cause(self, table: str, key: str, old: Row | None, new: Row | None) -> str:
        """The cause of a row's being added (`old` None), gone (`new` None) or changed."""
        document = str((new or old or {})["document_id"])
        if old is None or new is None:
            came = old is None
            here, there = (self._new, self._old) if came else (self._old, self._new)
            return self._of_document(document, here, there, came=came) or self._of_row(
                table, key, new or old, came=came
            )
        return self._of_change(table, old, new, document)

    def _of_document(self, document: str, here: _Side, there: _Side, *, came: bool) -> str | None:
        known = here.documents.get(document)
        if known is None or document in there.documents:
            return None
        if str(known["source_url"]) in there.addresses:
            return "source revised"
        return "new document" if came else "document gone"

    def _of_row(self, table: str, key: str, row: Row | None, *, came: bool) -> str:
        held_back = (self._old if came else self._new).held_back
        if key in held_back:
            return "newly validated" if came else "newly quarantined"
        document = str((row or {})["document_id"])
        if self._repetition(document):
            return "told apart"
        return self._of_versions(row or {}) or "unexplained"

    def _repetition(self, document: str) -> bool:
        one, other = self._old.documents.get(document), self._new.documents.get(document)
        return bool(one and other and one["duplicate_of"] != other["duplicate_of"])

    def _of_change(self, table: str, old: Row, new: Row, document: str) -> str:
        one, other = self._old.documents.get(document), self._new.documents.get(document)
        if one and other and one["snapshot_sha256"] != other["snapshot_sha256"]:
            return "source revised"
        if self._repetition(document):
            return "told apart"
        if all(old.get(name) == value for name, value in new.items() if name != "confidence"):
            return "confirmed or contradicted"
        return self._of_entries(old, new) or self._of_versions(new) or "unexplained"

    def _of_entries(self, old: Row, new: Row) -> str | None:
        """Vocabulary changed: an indicator, region or unit that the row has or had reads differently now."""
        keys = {
            (table, str(row[column]))
            for table, column in (
                ("dim_indicator", "indicator_id"),
                ("dim_region", "region_code"),
                ("dim_unit", "unit"),
            )
            for row in (old, new)
            if row.get(column) is not None
        }
        differ = any(self._old.vocabulary.get(key) != self._new.vocabulary.get(key) for key in keys)
        return "vocabulary changed" if differ else None

    def _of_versions(self, row: Row) -> str | None:
        """By the versions that the manifests name: the row's own entries first, then code, then word lists."""
        entries = self._of_entries(row, row) if "unit" in row else None
        old_ids, new_ids = self.before.input_ids, self.after.input_ids
        rules = old_ids.get("rules") != new_ids.get("rules")
        words = old_ids.get("vocabulary") != new_ids.get("vocabulary")
        if entries or (words and not rules):
            return "vocabulary changed"
        if rules or self.before.code_version != self.after.code_version:
            return "rules changed"
        return None
