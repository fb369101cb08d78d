"""Fixtures of the integration tests: a Prefect server of our own, and the pipeline run once on the seed pages."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class PrefectServer:
    """A running server: its API address, and the environment that makes commands use it."""

    api: str
    environment: dict[str, str]

    def run(self, *arguments: str, timeout: float = 180) -> subprocess.CompletedProcess[str]:
        """Run a Python module of this environment against the server."""
        return subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=PROJECT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
            stdin=subprocess.DEVNULL,
        )


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str, process: subprocess.Popen[bytes], seconds: float = 180) -> None:
    """Wait until an address answers 200."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with status {process.returncode}")
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.3)
    raise TimeoutError(f"{url} did not answer within {seconds} s")


@pytest.fixture(scope="session")
def prefect_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PrefectServer]:
    """A real Prefect server with a fresh database."""
    home = tmp_path_factory.mktemp("prefect")
    port = free_port()
    api = f"http://127.0.0.1:{port}/api"
    environment = os.environ | {
        "PREFECT_HOME": str(home),
        "PREFECT_API_URL": api,
        "PREFECT_LOGGING_LEVEL": "WARNING",
        "PREFECT_SERVER_SERVICES_SCHEDULER_LOOP_SECONDS": "2",
        "ZHIBIAO_HOME": str(PROJECT),
        "ZHIBIAO_DATA_ROOT": str(tmp_path_factory.mktemp("data of worker")),
    }
    with (home / "server.log").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)],
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd=home,
        )
        try:
            wait_for(f"{api}/health", server)
            yield PrefectServer(api, environment)
        finally:
            server.terminate()
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()


@dataclass(frozen=True)
class Run:
    """A finished `zhibiao run` on the seed pages."""

    data_root: Path
    output: str


@pytest.fixture(scope="session")
def seed_run(prefect_server: PrefectServer, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The pipeline, run once by its command, in a data root with a blank in its path."""
    root = tmp_path_factory.mktemp("data root")
    done = prefect_server.run("flows.cli", "run", "--data-root", str(root))
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    return Run(root, done.stdout)
