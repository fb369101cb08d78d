"""A shard of snapshots: what becomes of each, and what a source's hints may add."""

import json
from datetime import UTC, datetime

from tasks.clean.shard import clean_snapshots, document_id

PAGE = (
    "<html><title>{title}</title><h1>{title}</h1><div class='content'>"
    + "<p>2021年，全县脱贫人口人均纯收入达到12079元。</p>" * 6
)
PAGE += "</div></html>"


def snapshot(name: str, **more: object) -> dict[str, object]:
    common = {
        "content_type": "text/html",
        "fetched_at": datetime(2024, 1, 8, tzinfo=UTC),
        "source_id": "s",
        "hints": None,
    }
    return {"snapshot_id": name, "snapshot_sha256": name, "source_url": f"http://a.example/{name}", **common, **more}


def clean(*snapshots: dict[str, object], title: str = "内乡县脱贫成效"):
    return clean_snapshots(snapshots, lambda sha256: PAGE.replace("{title}", title).encode("gb18030"))


def test_each_snapshot_has_one_outcome() -> None:
    same = snapshot("b", source_url="http://a.example/a")
    shard = clean(snapshot("a"), same)
    assert [row["outcome"] for row in shard.ledger] == ["out", "duplicate"]
    assert len(shard.documents) == 1


def test_hints_fill_what_the_page_does_not_say() -> None:
    hints = json.dumps({"publisher": "内乡县人民政府", "charset": "gb2312"})
    (document,) = clean(snapshot("a", hints=hints)).documents
    assert document["publisher"] == "内乡县人民政府"
    assert "脱贫人口" in document["text"]


def test_the_id_depends_on_place_and_text_alone() -> None:
    assert document_id("u", "t") == document_id("u", "t") != document_id("v", "t")
