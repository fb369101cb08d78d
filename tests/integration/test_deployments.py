"""prefect.yaml against a real server: everything deploys, schedules fire, a worker brings a run to its end."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.integration
PROJECT_DEPLOYMENTS = {
    "pipeline/daily",
    "pipeline/backfill",
    "scrape-clean/stage",
    "segment/stage",
    "extract/stage",
    "validate/stage",
    "publish/stage",
    "monitor/stage",
}


def post(api: str, path: str, body: dict[str, Any]) -> Any:
    request = urllib.request.Request(
        f"{api}{path}", data=json.dumps(body).encode(), headers={"content-type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def until(found: Callable[[], Any], seconds: float) -> Any:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        result = found()
        if result:
            return result
        time.sleep(0.5)
    raise TimeoutError(f"nothing came within {seconds} s")


@pytest.fixture(scope="module")
def deployed(prefect_server) -> dict[str, dict[str, Any]]:
    made = prefect_server.run("prefect", "work-pool", "create", "zhibiao", "--type", "process")
    assert made.returncode == 0, made.stderr
    done = prefect_server.run("prefect", "--no-prompt", "deploy", "--all")
    assert done.returncode == 0, done.stdout + done.stderr
    flows = {flow["id"]: flow["name"] for flow in post(prefect_server.api, "/flows/filter", {})}
    found = post(prefect_server.api, "/deployments/filter", {})
    return {f"{flows[deployment['flow_id']]}/{deployment['name']}": deployment for deployment in found}


def test_everything_deploys(deployed) -> None:
    assert deployed.keys() == PROJECT_DEPLOYMENTS


def test_the_daily_schedule_is_in_beijing_time_and_gets_runs(prefect_server, deployed) -> None:
    daily = deployed["pipeline/daily"]
    (schedule,) = daily["schedules"]
    assert schedule["schedule"]["timezone"] == "Asia/Shanghai"
    body = {
        "deployments": {"id": {"any_": [daily["id"]]}},
        "flow_runs": {"state": {"type": {"any_": ["SCHEDULED"]}}},
    }
    runs = until(lambda: post(prefect_server.api, "/flow_runs/filter", body), 120)
    # 05:30 in Shanghai is 21:30 UTC the day before.
    assert all("T21:30:00" in run["expected_start_time"] for run in runs)


def test_a_worker_brings_a_deployment_to_completed(prefect_server, deployed) -> None:
    made = post(prefect_server.api, f"/deployments/{deployed['scrape-clean/stage']['id']}/create_flow_run", {})
    worker = subprocess.Popen(
        [sys.executable, "-m", "prefect", "worker", "start", "--pool", "zhibiao", "--run-once"],
        env=prefect_server.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )

    def ended() -> Any:
        with urllib.request.urlopen(f"{prefect_server.api}/flow_runs/{made['id']}", timeout=30) as answer:
            run = json.load(answer)
        return run if run["state"]["type"] in ("COMPLETED", "FAILED", "CRASHED", "CANCELLED") else None

    try:
        run = until(ended, 180)
    finally:
        worker.terminate()
        worker.wait(60)
    assert run["state"]["type"] == "COMPLETED", run["state"]
