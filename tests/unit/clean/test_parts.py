"""Pages that continue another one make one document with it, and each snapshot still has one outcome."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tasks.clean.parts import articles
from tasks.clean.plan import plan_path, plan_shards
from tasks.clean.shard import clean_snapshots
from tasks.snapshots import Fetched, SnapshotWriter
from tasks.store import Store


def snapshot(name: str, day: int = 8, **more: object) -> dict[str, object]:
    at = datetime(2024, 1, day, tzinfo=UTC)
    common = {"content_type": "text/html", "fetched_at": at, "source_id": "s", "hints": None}
    row = {"snapshot_id": f"{name}{day}", "snapshot_sha256": f"{name}{day}", "source_url": f"http://a.cn/{name}.html"}
    return {**common, **row, **more}


def part(number: int, day: int = 8) -> dict[str, object]:
    return snapshot(f"c1_{number}", day, part_of="http://a.cn/c1.html", part_no=number)


def read(sha256: str) -> bytes:
    sentences = "".join(
        f"<p>第{n}项：{sha256}页的农户{n}0户在2021年增收{n}2元，道路硬化到户。</p>" for n in range(1, 6)
    )
    return f"<html><title>内乡县成效</title><h1>内乡县成效</h1><div class=content>{sentences}</div></html>".encode()


def test_a_document_of_all_pages_in_order() -> None:
    shard = clean_snapshots([part(3), snapshot("c1"), part(2), snapshot("d1")], read)
    assert [row["source_url"] for row in shard.documents] == ["http://a.cn/c1.html", "http://a.cn/d1.html"]
    text = shard.documents[0]["text"]
    assert text.index("c18页") < text.index("c1_28页") < text.index("c1_38页")
    outcomes = {row["input_id"]: (row["outcome"], row["produced"]) for row in shard.ledger}
    assert outcomes["c18"] == ("out", 1)
    assert outcomes["c1_28"] == outcomes["c1_38"] == ("duplicate", 0)
    assert {row["output_id"] for row in shard.ledger[:3]} == {shard.documents[0]["document_id"]}


def test_each_fetch_of_an_article_has_its_own_parts() -> None:
    found = list(articles([snapshot("c1"), snapshot("c1", 10), part(2), part(2, 11), part(3, 11)]))
    assert [[page["snapshot_id"] for page in each.pages] for each in found] == [
        ["c18", "c1_28"],
        ["c110", "c1_211", "c1_311"],
    ]


def test_of_two_fetches_of_a_part_the_last_counts() -> None:
    shard = clean_snapshots([snapshot("c1"), part(2, 9), part(2, 10)], read)
    assert "c1_210页" in shard.documents[0]["text"]
    assert "c1_29页" not in shard.documents[0]["text"]
    assert Counter(row["outcome"] for row in shard.ledger) == {"out": 1, "duplicate": 2}


def test_a_part_without_its_first_page_stands_alone() -> None:
    (document,) = clean_snapshots([part(2)], read).documents
    assert document["source_url"] == "http://a.cn/c1_2.html"


@pytest.mark.parametrize(("bad", "documents"), [("c18", 1), ("c1_28", 1), ("", 1), ("c1", 0)])
def test_a_page_that_is_held_back_takes_no_other_along(bad: str, documents: int) -> None:
    rows = [snapshot("c1"), part(2, 8), part(2, 7)]
    shard = clean_snapshots(rows, lambda sha256: b"" if bad and sha256.startswith(bad) else read(sha256))
    assert len(shard.documents) == documents
    assert sorted(row["input_id"] for row in shard.ledger) == sorted(str(row["snapshot_id"]) for row in rows)
    assert sum(row["outcome"] == "quarantined" for row in shard.ledger) == len(shard.quarantine)


def test_no_shard_ends_within_an_article(tmp_path: Path) -> None:
    store = Store(tmp_path)
    at = datetime(2024, 1, 8, tzinfo=UTC)
    first = [Fetched("s", f"http://a.cn/{n}.html", str(n).encode(), at) for n in range(5)]
    rest = [
        Fetched("s", f"http://a.cn/{n}_2.html", f"{n} {n}".encode(), at, part_of=f"http://a.cn/{n}.html", part_no=2)
        for n in range(5)
    ]
    SnapshotWriter(store).add([*first, *rest])
    shards = [store.read_table(plan_path(name)).to_pylist() for name in plan_shards(store, 3)]
    assert [len(shard) for shard in shards] == [4, 4, 2]
    for shard in shards:
        assert {row["part_of"] for row in shard if row["part_of"]} <= {row["source_url"] for row in shard}
