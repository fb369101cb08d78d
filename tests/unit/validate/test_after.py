"""What follows the shards: which documents are compared."""

import datetime as dt

import pytest

from tasks.contracts import DIM_REGION, DOCUMENTS, DUPLICATES, LEDGER, OBSERVATIONS, QUARANTINE
from tasks.shards import confidences_path, conflicts_path, dimension_path, duplicates_path, table_path
from tasks.store import Store
from tasks.validate.after import compare_documents, drift_of_run, settle_quarantine
from tasks.validate.ledger import read_ledger

SHARD = "0" * 16


@pytest.fixture
def told(tmp_path, gold_observations, gold_documents):
    """A data root in which several documents tell the first fact of the gold, each with a value of its own."""

    def make(values, repeats=()):
        store = Store(tmp_path / "data")
        fact = gold_observations.to_pylist()[0] | {"measure": "level", "status": "observation", "unit": "人"}
        fact |= {"indicator": "常住人口总数", "indicator_id": None, "region_code": "411325", "period": "2020"}
        page = gold_documents.to_pylist()[0]
        at = dt.datetime(2021, 1, 5, tzinfo=dt.UTC)
        facts = [
            fact | {"observation_id": f"{name}-1", "document_id": name, "value": value, "published_at": at}
            for name, value in values.items()
        ]
        pages = [page | {"document_id": name, "publisher": name, "published_at": at} for name in values]
        pairs = [{"document_id": old, "duplicate_of": new, "kind": kind} for old, new, kind in repeats]
        for stage in ("clean", "validate"):
            store.write_table(LEDGER.empty(), table_path("ledger", stage, SHARD))
        store.write_table(OBSERVATIONS.from_rows(facts), table_path("observations", "validate", SHARD))
        store.write_table(DOCUMENTS.from_rows(pages), table_path("documents", "clean", SHARD))
        store.write_table(DUPLICATES.from_rows(pairs), duplicates_path(store))
        store.write_table(DIM_REGION.empty(), dimension_path("dim_region"))
        return store

    return make


def conflicts(store):
    compare_documents(store)
    return store.read_table(conflicts_path(store)).to_pylist()


def test_documents_that_differ_conflict(told):
    (conflict,) = conflicts(told({"one": 500000.0, "two": 600000.0}))
    assert sorted(conflict["values"]) == [500000.0, 600000.0]


def test_a_revised_page_does_not_conflict_with_what_it_said_before(told):
    assert conflicts(told({"old": 500000.0, "new": 600000.0}, [("old", "new", "revision")])) == []


def test_conflicts_name_only_rows_that_are_published(told):
    repeats = [("old", "one", "revision"), ("copy", "two", "reprint")]
    store = told({"one": 500000.0, "two": 600000.0, "old": 550000.0, "copy": 600000.0}, repeats)
    (conflict,) = conflicts(store)
    assert sorted(conflict["observation_ids"]) == ["one-1", "two-1"]


def test_other_documents_weigh_on_the_confidence(told):
    store = told({"one": 500000.0, "two": 500000.0, "three": 500000.0})
    before = store.read_table(table_path("observations", "validate", SHARD))
    compare_documents(store)
    after = store.read_table(confidences_path(store)).to_pylist()
    assert [row["observation_id"] for row in after] == ["one-1", "three-1", "two-1"]
    assert all(row["confidence"] > before["confidence"][0].as_py() for row in after)
    assert store.read_table(table_path("observations", "validate", SHARD)).equals(before), (
        "finished shards never change"
    )


@pytest.mark.parametrize(
    "step", [compare_documents, lambda store: drift_of_run(store, "run")], ids=["compare", "drift"]
)
def test_no_text_of_a_document_is_read(told, monkeypatch, step):
    """All documents are in memory at once here: their texts must not be."""
    store = told({"one": 500000.0, "two": 600000.0})
    store.write_table(OBSERVATIONS.empty(), table_path("observations", "extract", SHARD))
    read, asked = store.read_table, {}

    def spying(path, columns=None):
        asked[path.split("/")[-2]] = columns
        return read(path, columns)

    monkeypatch.setattr(store, "read_table", spying)
    step(store)
    assert "text" not in asked["documents"]
    assert asked["observations"] is not None


def test_a_mended_row_that_is_held_again_opens_again(told):
    """A rule taken back, or a correction whose guard failed: the ledger must not call the row done."""
    store = told({"one": 500000.0})
    at = dt.datetime(2026, 1, 5, tzinfo=dt.UTC)
    held = {"quarantine_id": "q", "stage": "validate", "record_id": "one-1", "document_id": "one"}
    held |= {"reason_codes": ["share_above_whole"], "reason": "r", "state": "open"}
    path = table_path("quarantine", "validate", SHARD)
    seen = []
    for run, rows in enumerate(([held], [], [held])):
        store.write_table(QUARANTINE.from_rows(rows), path)
        settle_quarantine(store, f"run{run}", at)
        seen.append(read_ledger(store)["state"].to_pylist())
    assert seen == [["open"], ["rectified"], ["open"]]
