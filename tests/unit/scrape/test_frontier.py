"""What is due, what is known, and where a killed run goes on."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tasks.contracts import CHECKS, SNAPSHOTS
from tasks.scrape.frontier import Frontier, Known, RunMarker, known_urls
from tasks.store import Store

NOW = datetime(2024, 3, 10, 12, tzinfo=UTC)


def ago(**time: float) -> datetime:
    return NOW - timedelta(**time)


@pytest.mark.parametrize(
    ("known", "due"),
    [
        (None, True),
        (Known(first_stored=ago(hours=30), last_checked=ago(hours=30)), True),
        (Known(first_stored=ago(hours=30), last_checked=ago(hours=3)), False),
        (Known(first_stored=ago(days=8), last_checked=ago(days=2)), False),
        (Known(last_checked=ago(hours=30), failures=1), True),
        (Known(last_checked=ago(hours=30), failures=2), False),
        (Known(last_checked=ago(hours=50), failures=2), True),
        (Known(last_checked=ago(days=900), failures=8), False),
    ],
)
def test_what_is_due(known: Known | None, due: bool) -> None:
    assert Frontier({"u": known} if known else {}).is_due("u", NOW) == due


def test_a_run_that_is_taken_up_leaves_out_what_it_had_done() -> None:
    known = {
        "before": Known(first_stored=ago(hours=9), last_checked=ago(hours=9)),
        "since": Known(first_stored=ago(hours=9), last_checked=ago(minutes=1), listed=ago(minutes=1)),
    }
    frontier = Frontier(known, revisit=timedelta(0), resumed_from=ago(minutes=5))
    assert frontier.is_due("before", NOW)
    assert not frontier.is_due("since", NOW)
    assert frontier.is_listed("since")
    assert not frontier.is_listed("before")
    assert not Frontier(known).is_listed("since")
    assert Frontier(known).was_listed("since")


def test_what_the_index_and_the_checks_know() -> None:
    snapshot = {
        "snapshot_id": "1",
        "snapshot_sha256": "x",
        "source_id": "a",
        "source_url": "u",
        "bytes": 1,
        "revision": 1,
    }
    index = SNAPSHOTS.from_rows([snapshot | {"fetched_at": ago(days=2), "etag": '"e"', "redirects": ["range"]}])
    check = {"source_id": "b", "source_url": "u", "checked_at": ago(days=1), "outcome": "not_modified"}
    failed = {"source_id": "b", "source_url": "v", "outcome": "failed"}
    checks = CHECKS.from_rows(
        [
            check,
            {**failed, "checked_at": ago(days=3)},
            {**failed, "checked_at": ago(days=1)},
            {"source_id": "b", "source_url": "list", "checked_at": ago(days=1), "outcome": "listed"},
        ]
    )
    known = known_urls(index, checks)
    assert known["u"].first_stored == ago(days=2)
    assert known["u"].last_checked == ago(days=1)
    assert known["u"].validators() == {"if-none-match": '"e"'}
    assert known["range"].first_stored == ago(days=2)
    assert known["v"].failures == 2
    assert known["list"].listed == ago(days=1)


def test_the_mark_of_a_run(tmp_path: Path) -> None:
    marker = RunMarker(Store(tmp_path), "s")
    assert marker.begin({"since": ""}, NOW) is None
    assert marker.begin({"since": ""}, NOW + timedelta(hours=1)) == NOW, "the killed run is taken up"
    assert marker.begin({"since": "2024-01-01"}, NOW + timedelta(hours=2)) is None, "another window is another run"
    assert marker.begin({"since": "2024-01-01"}, NOW + timedelta(days=2)) is None, "an old one is not taken up"
    marker.end()
    assert marker.begin({"since": "2024-01-01"}, NOW + timedelta(days=2)) is None
