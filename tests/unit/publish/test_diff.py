"""Differences of releases: every kind of row, with the cause that provenance gives."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from benchmarks.synthetic import ROWS_PER_DOCUMENT, dimensions, documents
from benchmarks.synthetic import observations as spread_observations
from tasks.contracts import CONTRACTS, QUARANTINE
from tasks.publish.diff import ReleaseDiff, diff_releases
from tasks.publish.release import publish_release
from tasks.store import Store

DOCUMENTS = 4


def observations(rows: int, start: int = 0) -> pa.Table:
    return spread_observations(rows, start=start, years=2, provinces=1)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


def tables(**changed: pa.Table) -> dict[str, pa.Table]:
    base = {"documents": documents(DOCUMENTS), "observations": observations(DOCUMENTS * ROWS_PER_DOCUMENT)}
    return base | dimensions() | changed


def publish(store: Store, rows: dict[str, pa.Table], folder: str, **ids: str) -> str:
    paths = {name: [store.write_table(table, f"{folder}/{name}.parquet").path] for name, table in rows.items()}
    return publish_release(paths, store, input_ids=ids, code_version=folder, confirm_deletions=True).release


def changed(table: pa.Table, row: int, **values: Any) -> pa.Table:
    rows = table.to_pylist()
    rows[row] |= values
    return CONTRACTS[table.schema.metadata[b"table"].decode()].from_rows(rows)


def compare(store: Store, old: dict[str, pa.Table], new: dict[str, pa.Table], **ids: str) -> ReleaseDiff:
    first = publish(store, old, "one", rules="1", vocabulary="1")
    second = publish(store, new, "two", **({"rules": "1", "vocabulary": "1"} | ids))
    return diff_releases(store, first, second)


def causes(found: ReleaseDiff, table: str = "observations") -> dict[tuple[str, str], int]:
    return {(kind, cause): count for (name, kind, cause), count in found.counts().items() if name == table}


def held_back(record_id: str, state: str = "open") -> pa.Table:
    row = {
        "quarantine_id": "q",
        "stage": "validate",
        "record_id": record_id,
        "reason_codes": ["unlikely"],
        "reason": "why",
    }
    return QUARANTINE.from_rows([row | {"state": state}])


def test_equal_releases_do_not_differ(store: Store) -> None:
    release = publish(store, tables(), "one")
    found = diff_releases(store, release, release)
    assert found.changes == []
    assert "no difference" in found.text()


def test_new_document(store: Store) -> None:
    fewer = tables(documents=documents(3), observations=observations(3 * ROWS_PER_DOCUMENT))
    both = tables(
        documents=pa.concat_tables([documents(3), documents(1, start=3)]),
        observations=pa.concat_tables(
            [observations(3 * ROWS_PER_DOCUMENT), observations(ROWS_PER_DOCUMENT, start=3 * ROWS_PER_DOCUMENT)]
        ),
    )
    assert causes(compare(store, fewer, both)) == {("added", "new document"): ROWS_PER_DOCUMENT}
    assert causes(compare(store, both, fewer)) == {("gone", "document gone"): ROWS_PER_DOCUMENT}


def test_a_page_with_new_content_is_a_revised_source(store: Store) -> None:
    rows = observations(DOCUMENTS * ROWS_PER_DOCUMENT)
    old_id = rows["document_id"][0].as_py()
    revised = changed(documents(DOCUMENTS), 0, document_id="dfffffffffffffff0", snapshot_sha256="f" * 64)
    ours = [index for index, each in enumerate(rows["document_id"].to_pylist()) if each == old_id]
    moved = rows
    for index in ours:
        moved = changed(moved, index, document_id="dfffffffffffffff0", observation_id=f"{index:016x}")
    found = compare(store, tables(), tables(documents=revised, observations=moved))
    assert causes(found) == {("added", "source revised"): len(ours), ("gone", "source revised"): len(ours)}
    assert causes(found, "documents") == {("added", "source revised"): 1, ("gone", "source revised"): 1}


def test_a_value_that_the_rules_read_differently(store: Store) -> None:
    better = changed(observations(DOCUMENTS * ROWS_PER_DOCUMENT), 3, value=1.5, extractor="rules-2")
    found = compare(store, tables(), tables(observations=better), rules="2")
    assert causes(found) == {("changed", "rules changed"): 1}
    (change,) = found.changes
    assert change.after["value"] == 1.5
    assert "→ 1.5" in found.text()


def test_the_stamp_of_the_rules_alone_is_no_difference(store: Store) -> None:
    stamped = changed(observations(DOCUMENTS * ROWS_PER_DOCUMENT), 3, extractor="rules-2")
    assert causes(compare(store, tables(), tables(observations=stamped), rules="2")) == {}


def test_a_word_list_without_other_rules(store: Store) -> None:
    fewer = observations(DOCUMENTS * ROWS_PER_DOCUMENT).slice(1)
    assert causes(compare(store, tables(observations=fewer), tables(), vocabulary="2")) == {
        ("added", "vocabulary changed"): 1
    }


def test_a_catalogue_entry_that_reads_differently(store: Store) -> None:
    rows = observations(DOCUMENTS * ROWS_PER_DOCUMENT)
    at = rows["indicator_id"].to_pylist().index("gdp")
    catalogue = dimensions()["dim_indicator"]
    entry = catalogue["indicator_id"].to_pylist().index("gdp")
    renamed = changed(catalogue, entry, name="国内生产总值")
    found = compare(
        store,
        tables(),
        tables(observations=changed(rows, at, indicator="国内生产总值", extractor="rules-2"), dim_indicator=renamed),
        rules="2",
    )
    assert causes(found) == {("changed", "vocabulary changed"): 1}


def test_newly_validated_and_newly_quarantined(store: Store) -> None:
    rows = observations(DOCUMENTS * ROWS_PER_DOCUMENT)
    record = rows["observation_id"][0].as_py()
    without = tables(observations=rows.slice(1), quarantine=held_back(record))
    released = tables(quarantine=held_back(record, "released"))
    assert causes(compare(store, without, released)) == {("added", "newly validated"): 1}
    assert causes(compare(store, released, without)) == {("gone", "newly quarantined"): 1}


def test_a_document_that_turns_out_to_repeat_another(store: Store) -> None:
    texts = documents(DOCUMENTS)
    marked = changed(texts, 1, duplicate_of=texts["document_id"][0].as_py())
    rows = observations(DOCUMENTS * ROWS_PER_DOCUMENT)
    keep = [
        index for index, each in enumerate(rows["document_id"].to_pylist()) if each != texts["document_id"][1].as_py()
    ]
    found = compare(store, tables(), tables(documents=marked, observations=rows.take(keep)))
    assert causes(found) == {("gone", "told apart"): ROWS_PER_DOCUMENT}
    assert causes(found, "documents") == {("changed", "told apart"): 1}


def test_a_difference_without_any_cause_is_called_so(store: Store) -> None:
    other = changed(observations(DOCUMENTS * ROWS_PER_DOCUMENT), 3, value=1.5)
    first = publish(store, tables(), "same")
    paths = {
        name: [store.write_table(each, f"b/{name}.parquet").path] for name, each in tables(observations=other).items()
    }
    second = publish_release(paths, store, input_ids={}, code_version="same").release
    assert causes(diff_releases(store, first, second)) == {("changed", "unexplained"): 1}
