"""Killed at any moment and run again, the warehouse is what an undisturbed run gives, byte for byte."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tasks.vocabulary import seeds_root

pytestmark = pytest.mark.integration
STAGES = Path(__file__).with_name("stages.py")
PROJECT = Path(__file__).resolve().parents[2]
KILLS = 6


def start(root: Path, shard_size: int = 2) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(STAGES), str(root), str(seeds_root() / "sources.yaml"), str(shard_size)]
    return subprocess.Popen(
        command, cwd=PROJECT, env={"PYTHONPATH": str(PROJECT), "HOME": str(root), "GX_ANALYTICS_ENABLED": "false"}
    )


def contents(root: Path) -> dict[str, bytes]:
    """Every file of the current release but the accounts of runs, which carry times."""
    current = (root / "warehouse" / "current").resolve()
    files = (path for path in sorted(current.rglob("*.parquet")) if "runs" not in path.parts)
    return {path.relative_to(current).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], float]:
    root = tmp_path_factory.mktemp("undisturbed")
    started = time.monotonic()
    assert start(root).wait(240) == 0
    return contents(root), time.monotonic() - started


def test_kill_and_run_again(undisturbed: tuple[dict[str, bytes], float], tmp_path: Path) -> None:
    wanted, seconds = undisturbed
    assert any(path.startswith("observations/") for path in wanted)
    moments = random.Random(20240108)
    for _ in range(KILLS):
        process = start(tmp_path)
        time.sleep(seconds * moments.uniform(0.1, 0.95))
        process.kill()
        process.wait(30)
    assert start(tmp_path).wait(240) == 0
    assert contents(tmp_path) == wanted


def test_the_size_of_shards_changes_no_row(undisturbed: tuple[dict[str, bytes], float], tmp_path: Path) -> None:
    assert start(tmp_path, shard_size=5).wait(240) == 0
    assert contents(tmp_path) == undisturbed[0]
