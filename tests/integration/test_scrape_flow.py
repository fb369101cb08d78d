"""The scrape-clean flow on the demo site and a real Prefect server: a task run a source, progress, host limits."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from tasks.scrape.demo_site import server, sources_yaml
from tasks.snapshots import read_index
from tasks.store import Store

pytestmark = pytest.mark.integration
PROJECT = Path(__file__).resolve().parents[2]
RUN = """
import sys
from pathlib import Path
from flows.scrape_clean import scrape_clean
print(scrape_clean(Path(sys.argv[1]), sys.argv[2]))
"""


def ask(api: str, path: str) -> list[dict[str, Any]]:
    request = urllib.request.Request(f"{api}/{path}/filter", b"{}", {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def test_the_flow_scrapes_all_sources(prefect_server: Any, tmp_path: Path) -> None:
    with server() as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{site.server_address[1]}"
        sources = tmp_path / "sources.yaml"
        dead = "  - {id: demo-dead, kind: feed, location: 'http://127.0.0.1:9/feed.xml', tries: 1, delay_seconds: 0,"
        sources.write_text(sources_yaml(base) + dead + " allow_networks: ['127.0.0.0/8']}\n", encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-c", RUN, str(sources), str(tmp_path / "data")],
            cwd=PROJECT,
            env=prefect_server.environment,
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
        )
        site.shutdown()
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert "Tally(records_in=28, records_out=27, quarantined=1," in done.stdout
    assert read_index(Store(tmp_path / "data")).num_rows == 27
    names = [run["name"] for run in ask(prefect_server.api, "task_runs")]
    assert {f"scrape {each}" for each in ("demo-list", "demo-feed", "demo-mirror", "demo-dead")} <= set(names)
    progress = {each["key"]: each for each in ask(prefect_server.api, "artifacts") if each["type"] == "progress"}
    assert progress["scrape-demo-list"]["data"] == 100.0
    assert progress["scrape-demo-list"]["description"] == "12 of 12 pages: 12 new, 0 failed"
    limits = {each["name"]: each["limit"] for each in ask(prefect_server.api, "v2/concurrency_limits")}
    assert limits["host-127.0.0.1"] == 1
    assert "IntegrityError" not in done.stderr
