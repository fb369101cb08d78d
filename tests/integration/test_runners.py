"""The same shards on a Dask cluster: another runner, other shards, the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.integration


def contents(root: Path) -> dict[str, bytes]:
    """Every file of the current release but the accounts of runs, which carry times."""
    current = (root / "warehouse" / "current").resolve()
    files = (path for path in sorted(current.rglob("*.parquet")) if "runs" not in path.parts)
    return {path.relative_to(current).as_posix(): path.read_bytes() for path in files}


def test_dask_gives_the_same_release(seed_run, prefect_server, tmp_path: Path) -> None:
    settings = {"ZHIBIAO_RUNNER": "dask", "ZHIBIAO_SHARD_SIZE": "2", "ZHIBIAO_WORKERS": "2"}
    done = subprocess.run(
        [sys.executable, "-m", "flows.cli", "run", "--data-root", str(tmp_path / "data")],
        env=os.environ | prefect_server.environment | settings,
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert len(list((tmp_path / "data" / "staged").glob("clean-*/ledger/*.parquet"))) == 3
    assert contents(tmp_path / "data") == contents(seed_run.data_root)
