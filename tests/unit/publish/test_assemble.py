"""What a release is made of: files of shards, with confidences that other documents change."""

from pathlib import Path

import pytest

from benchmarks.synthetic import documents, observations
from tasks.contracts import (
    CONFIDENCES,
    DUPLICATES,
    LEDGER,
    OBSERVATIONS,
    QUARANTINE,
    RELATIONS,
    SEGMENTS,
    WARNINGS,
)
from tasks.publish.assemble import assemble, prune_assembled
from tasks.publish.release import publish_release
from tasks.shards import QUARANTINE_LEDGER, confidences_path, duplicates_path, table_path
from tasks.store import Store
from tasks.versions import stage_version
from tasks.warehouse import read_manifest

SHARD = "0" * 16


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A data root with one shard that went the whole way."""
    store = Store(tmp_path)
    tables = {
        ("documents", "clean"): documents(12),
        ("segments", "segment"): SEGMENTS.empty(),
        ("observations", "validate"): observations(20, years=1, provinces=1),
        ("relations", "validate"): RELATIONS.empty(),
        ("quarantine", "validate"): QUARANTINE.empty(),
        ("warnings", "monitor"): WARNINGS.empty(),
    }
    for (name, stage), table in tables.items():
        store.write_table(table, table_path(name, stage, SHARD))
    for stage in ("clean", "validate", "monitor"):
        store.write_table(LEDGER.empty(), table_path("ledger", stage, SHARD))
    return store


def weigh(store: Store, **confidences: float) -> None:
    rows = [{"observation_id": key, "confidence": value} for key, value in sorted(confidences.items())]
    store.write_table(CONFIDENCES.from_rows(rows), confidences_path(store))


def test_a_shard_goes_in_as_it_is(store: Store) -> None:
    weigh(store, elsewhere=0.5)
    assert assemble(store).files["observations"] == [table_path("observations", "validate", SHARD)]


def test_confidences_weighed_against_other_documents_are_published(store: Store) -> None:
    before = store.read_table(table_path("observations", "validate", SHARD))
    key = before["observation_id"][3].as_py()
    weigh(store, **{key: 0.123})
    (path,) = assemble(store).files["observations"]
    after = store.read_table(path)
    told = dict(zip(after["observation_id"].to_pylist(), after["confidence"].to_pylist(), strict=True))
    assert told.pop(key) == 0.123
    assert told == {
        row["observation_id"]: row["confidence"] for row in before.to_pylist() if row["observation_id"] != key
    }
    assert after.drop_columns("confidence").equals(before.drop_columns("confidence"))
    assert OBSERVATIONS.conform(after).equals(after)


def test_the_same_confidences_make_the_same_file_and_others_another(store: Store) -> None:
    key = store.read_table(table_path("observations", "validate", SHARD))["observation_id"][0].as_py()
    weigh(store, **{key: 0.5})
    first, again = (assemble(store).files["observations"] for _ in range(2))
    weigh(store, **{key: 0.6})
    assert first == again != assemble(store).files["observations"]


def test_files_of_earlier_assemblies_go_but_not_those_of_the_release(store: Store) -> None:
    key = store.read_table(table_path("observations", "validate", SHARD))["observation_id"][3].as_py()
    made = []
    for confidence in (0.1, 0.2, 0.3):
        weigh(store, **{key: confidence})
        assembly = assemble(store)
        made += assembly.files["observations"]
        if confidence == 0.2:
            publish_release({"observations": made[1:]}, store, input_ids={}, code_version="1")
    assert prune_assembled(store, assembly, read_manifest(store)) == [made[0]]
    assert store.exists(made[1])
    assert store.exists(made[2])
    assert prune_assembled(store, assembly, read_manifest(store)) == []


def test_rows_of_new_rules_take_the_place_of_old_ones_in_a_shard_with_reprints(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file without the reprints is made anew when the stage's version is another."""

    def published() -> list[str]:
        pages = store.read_table(table_path("documents", "clean", SHARD))["document_id"].to_pylist()
        pairs = [{"document_id": pages[-1], "duplicate_of": pages[0], "kind": "reprint"}]
        store.write_table(DUPLICATES.from_rows(pairs), duplicates_path(store))
        (path,) = assemble(store).files["observations"]
        mentions: list[str] = store.read_table(path)["mention"].to_pylist()
        return mentions

    before = published()
    rows = store.read_table(table_path("observations", "validate", SHARD))
    others = {name: store.read_table(table_path(name, "validate", SHARD)) for name in ("relations", "quarantine")}
    newer = {"validate": "new"}
    monkeypatch.setattr("tasks.shards.stage_version", lambda stage: newer.get(stage) or stage_version(stage))
    changed = [row | {"mention": "9999万户"} for row in rows.to_pylist()]
    for name, table in (others | {"observations": OBSERVATIONS.from_rows(changed), "ledger": LEDGER.empty()}).items():
        store.write_table(table, table_path(name, "validate", SHARD))
    assert set(published()) == {"9999万户"} != set(before)


def test_rows_held_again_by_a_later_run_make_no_other_release(store: Store) -> None:
    def held(last: str) -> str:
        row = {
            "quarantine_id": "q1", "stage": "clean", "record_id": "r1", "reason_codes": ["error_page"],
            "reason": "404", "state": "open", "first_seen": "run1", "last_seen": last,
        }  # fmt: skip
        store.write_table(QUARANTINE.from_rows([row]), QUARANTINE_LEDGER)
        return publish_release(assemble(store).files, store, input_ids={}, code_version="1").release

    assert held("run1") == held("run2")
    (ledger,) = store.read_table(QUARANTINE_LEDGER).to_pylist()
    (path,) = assemble(store).files["quarantine"]
    (published,) = store.read_table(path).to_pylist()
    assert (ledger["first_seen"], ledger["last_seen"]) == ("run1", "run2")
    assert (published["first_seen"], published["last_seen"]) == (None, None)
    assert {**ledger, "first_seen": None, "last_seen": None} == published
