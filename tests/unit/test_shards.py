"""Shards and ledgers: a shard counts once its ledger is there, and accounts must balance."""

from pathlib import Path

import pytest

from tasks.contracts import LEDGER, SEGMENTS
from tasks.shards import AccountingError, Tally, commit, done_shards, live_files, prune_versions, table_path
from tasks.store import Store


def ledger_of(*outcomes: str):
    return LEDGER.from_rows(
        [{"input_id": str(at), "outcome": outcome, "produced": 1} for at, outcome in enumerate(outcomes)]
    )


def test_tally_must_balance() -> None:
    assert Tally(3, 1, 1, 1).checked("clean")
    with pytest.raises(AccountingError, match="clean"):
        Tally(3, 1, 1, 0).checked("clean")


def test_commit_counts_outcomes(tmp_path: Path) -> None:
    tally = commit(Store(tmp_path), "segment", "s1", {}, ledger_of("out", "out", "quarantined", "duplicate"))
    assert (tally.records_in, tally.records_out, tally.quarantined, tally.duplicates) == (4, 2, 1, 1)


def test_an_unknown_outcome_does_not_balance(tmp_path: Path) -> None:
    with pytest.raises(AccountingError):
        commit(Store(tmp_path), "segment", "s1", {}, ledger_of("lost"))


def test_a_shard_without_ledger_does_not_count(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.write_table(SEGMENTS.empty(), table_path("segments", "segment", "half"))
    commit(store, "segment", "whole", {"segments": SEGMENTS.empty()}, ledger_of("out"))
    assert done_shards(store, "segment") == ["whole"]
    assert live_files(store, "segments", "segment") == [table_path("segments", "segment", "whole")]


def test_prune_removes_other_versions_only(tmp_path: Path) -> None:
    store = Store(tmp_path)
    commit(store, "segment", "now", {}, ledger_of("out"))
    store.write_bytes(b"x", "staged/segment-000000000000/ledger/then.parquet")
    store.write_bytes(b"x", "staged/clean-000000000000/ledger/then.parquet")
    assert prune_versions(store, "segment") == ["staged/segment-000000000000"]
    assert done_shards(store, "segment") == ["now"]
    assert store.exists("staged/clean-000000000000/ledger/then.parquet")
