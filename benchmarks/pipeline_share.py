"""The part of a whole run's time that each stage takes: one `zhibiao run` over many pages, all stages of the same run.

    python -m benchmarks.pipeline_share PAGES [--copies 8] [--keep FOLDER]

PAGES is a folder of HTML pages. Each is taken `--copies` times, with other figures in its text and a number in its
title, so that some thousand pages make the 20,000 that the goal speaks of (validation at most a tenth). Prints for each
stage its wall time, the CPU time of all processes, and the part that both are of the run. A stage lasts until the next
one begins; CPU times are read twice a second.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

import psutil
import pyarrow.parquet as pq

BODY = re.compile(r"(?i)</h1>|</title>|<body[^>]*>")
FIGURE = re.compile(r"(?<![\d.])\d[\d,.]*\d(?![年月日时号:：\d])")
YEAR = re.compile(r"(?:19|20)\d\d")
QUIET = {
    "DO_NOT_TRACK": "1", "PREFECT_SERVER_ANALYTICS_ENABLED": "false", "GX_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "180",
}  # fmt: skip


def copied(page: str, copy: int) -> str:
    """A page with the last digit of its longer figures moved, and its title marked; the first copy is the page."""
    last = max((found.end() for found in BODY.finditer(page)), default=0)
    head, text = page[:last], page[last:]
    if not copy:
        return page

    def moved(found: re.Match[str]) -> str:
        figure = found[0]
        if YEAR.fullmatch(figure) or sum(sign.isdigit() for sign in figure) < 3:
            return figure
        return figure[:-1] + str((int(figure[-1]) + copy) % 9 + 1)

    return re.sub(r"(?i)(?=</h1>|</title>)", f"（{copy}）", head) + FIGURE.sub(moved, text)


def write_pages(pages: Iterable[Path], folder: Path, copies: int) -> int:
    """Write all copies of all pages into a folder, and a list of sources beside it; returns how many there are."""
    folder.mkdir()
    count = 0
    for path in pages:
        page = path.read_text(encoding="utf-8")
        for copy in range(copies):
            (folder / f"{path.stem}-{copy}.html").write_text(copied(page, copy), encoding="utf-8")
            count += 1
    (folder.parent / "sources.yaml").write_text(
        'sources:\n  - {id: pages, kind: files, location: "pages/*.html"}\n', encoding="utf-8"
    )
    return count


def _spent(root: psutil.Process) -> dict[int, float]:
    """The CPU seconds so far of a process and of each that came from it and still runs."""
    spent = {}
    with suppress(psutil.NoSuchProcess):
        for process in (root, *root.children(recursive=True)):
            with suppress(psutil.NoSuchProcess):
                times = process.cpu_times()
                spent[process.pid] = times.user + times.system
    return spent


def measured(command: Sequence[str], folder: Path) -> list[tuple[float, float]]:
    """Run a command to its end; returns (time, CPU seconds of all of its processes until then), in order."""
    environment = {**os.environ, **QUIET, "PREFECT_HOME": str(folder / "prefect")}
    environment.pop("PREFECT_API_URL", None)
    most: dict[int, float] = {}
    samples = []
    with (folder / "run.log").open("wb") as log:
        running = subprocess.Popen(command, env=environment, stdout=log, stderr=subprocess.STDOUT)
        root = psutil.Process(running.pid)
        try:
            while running.poll() is None:
                most.update(_spent(root))
                samples.append((time.time(), sum(most.values())))
                time.sleep(0.5)
        finally:
            running.terminate()
    if running.returncode:
        raise SystemExit(f"the run failed:\n{(folder / 'run.log').read_text(errors='replace')[-2000:]}")
    return samples


def cpu_at(samples: Sequence[tuple[float, float]], moment: float) -> float:
    """CPU seconds until a moment, between two samples by the line through them."""
    place = min(max(bisect_right(samples, (moment,)), 1), len(samples) - 1)
    (before, low), (after, high) = samples[place - 1], samples[place]
    part = (moment - before) / (after - before) if after > before else 0.0
    return low + (high - low) * min(max(part, 0.0), 1.0)


def stages(data_root: Path) -> list[tuple[str, float, float]]:
    """The stages of the only run in the order in which they began: name, begin, end."""
    rows = [row for path in data_root.glob("runs/*/*.parquet") for row in pq.read_table(path).to_pylist()]
    rows.sort(key=lambda row: row["started_at"])
    begins = [row["started_at"].timestamp() for row in rows]
    ends = [*begins[1:], begins[-1] + rows[-1]["seconds"]]
    return [(row["stage"], begin, end) for row, begin, end in zip(rows, begins, ends, strict=True)]


def report(found: Sequence[tuple[str, float, float]], samples: Sequence[tuple[float, float]]) -> None:
    """Print the parts."""
    first, last = found[0][1], found[-1][2]
    whole = cpu_at(samples, last) - cpu_at(samples, first)
    print(f"{'run':10} {last - first:7.1f} s wall            {whole:7.1f} s CPU")
    for name, begin, end in found:
        spent = cpu_at(samples, end) - cpu_at(samples, begin)
        wall = (end - begin) / (last - first)
        print(f"{name:10} {end - begin:7.1f} s wall {wall:7.1%}    {spent:7.1f} s CPU {spent / whole:7.1%}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path, help="folder of HTML pages")
    parser.add_argument("--copies", type=int, default=8)
    parser.add_argument("--keep", type=Path, help="empty folder for pages, data and log of the run")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        folder = (chosen.keep or Path(scratch)).absolute()
        folder.mkdir(parents=True, exist_ok=True)
        count = write_pages(sorted(chosen.pages.glob("*.html")), folder / "pages", chosen.copies)
        print(f"{count} pages")
        command = [sys.executable, "-m", "flows.cli", "run"]
        samples = measured([*command, "--sources", f"{folder}/sources.yaml", "--data-root", f"{folder}/data"], folder)
        report(stages(folder / "data"), samples)
    return 0


if __name__ == "__main__":
    sys.exit(main())
