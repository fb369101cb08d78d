"""The whole way on the seed pages, as a user runs it."""

from __future__ import annotations

import hashlib
import json
import urllib.request
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

pytestmark = pytest.mark.integration


def digests(root: Path) -> dict[str, str]:
    """The SHA-256 of every file under a folder, by relative path."""
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    return {path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_the_summary_says_what_came_of_it(seed_run) -> None:
    assert "5 documents" in seed_run.output
    assert "observations published" in seed_run.output
    assert "SELECT indicator" in seed_run.output
    assert "warehouse/current" in seed_run.output.replace("\n", "")


def test_the_account_balances(seed_run) -> None:
    rows = [row for path in (seed_run.data_root / "runs").rglob("*.parquet") for row in pq.read_table(path).to_pylist()]
    assert {"scrape", "clean", "segment", "extract", "validate", "publish"} <= {row["stage"] for row in rows}
    for row in rows:
        assert row["records_in"] == row["records_out"] + row["quarantined"] + row["duplicates"], row
    by_stage = {row["stage"]: row for row in rows}
    assert by_stage["clean"]["records_out"] == 5
    assert by_stage["extract"]["produced"] == by_stage["validate"]["records_in"] > 200


def test_every_published_number_is_proved_by_its_span(seed_run) -> None:
    with duckdb.connect(str(seed_run.data_root / "zhibiao.duckdb"), read_only=True) as connection:
        rows = connection.execute(
            'SELECT o.mention, o.start, o."end", d.text, o.evidence '
            "FROM observations o JOIN documents d USING (document_id)"
        ).fetchall()
    assert len(rows) > 200
    for mention, start, end, text, evidence in rows:
        assert text[start:end] == mention
        assert mention in evidence


def test_the_known_figures_are_there(seed_run) -> None:
    with duckdb.connect(str(seed_run.data_root / "zhibiao.duckdb"), read_only=True) as connection:
        found = connection.execute(
            "SELECT mention, value, unit, region_code FROM observations "
            "WHERE mention IN ('14036条', '12079元', '73万人')"
        ).fetchall()
    assert set(found) == {
        ("14036条", 14036.0, "条", "140000"),
        ("12079元", 12079.0, "元", "220000"),
        ("73万人", 730000.0, "人", "411325"),
    }


def test_a_second_run_does_no_work_and_changes_no_byte(seed_run, prefect_server) -> None:
    before = digests(seed_run.data_root)
    done = prefect_server.run("flows.cli", "run", "--data-root", str(seed_run.data_root))
    assert done.returncode == 0, done.stderr[-3000:]
    after = digests(seed_run.data_root)
    assert after == before


def test_the_ui_shows_the_account(seed_run, prefect_server) -> None:
    request = urllib.request.Request(
        f"{prefect_server.api}/artifacts/latest/filter", data=b"{}", headers={"content-type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=20) as answer:
        artifacts = {artifact["key"]: artifact for artifact in json.load(answer)}
    assert {
        "account-clean",
        "account-extract",
        "account-validate",
        "drift",
        "quarantine",
        "release",
    } <= artifacts.keys()
    assert artifacts["data-docs"]["type"] == "markdown"
    assert "index.html" in str(artifacts["data-docs"]["data"])
    assert "quarantined" in str(artifacts["account-clean"]["data"])


def test_a_malformed_sources_file_is_a_clear_error(prefect_server, tmp_path: Path) -> None:
    sources = tmp_path / "sources.yaml"
    sources.write_text("sources:\n  - id: a\n    kind: pigeon\n    location: x\n", encoding="utf-8")
    done = prefect_server.run("flows.cli", "run", "--sources", str(sources), "--data-root", str(tmp_path / "data"))
    assert done.returncode == 2
    assert "sources.yaml:3" in done.stdout.replace("\n", "")
    assert "pigeon" in done.stdout


def test_a_day_that_is_none_is_a_clear_error(prefect_server) -> None:
    done = prefect_server.run("flows.cli", "run", "--since", "2021-13-01")
    assert done.returncode == 2
    assert "is no day; write YYYY-MM-DD" in done.stdout
