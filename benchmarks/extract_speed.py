"""Characters a second of the reader beside jieba.lcut on the same texts in the same run, on one core.

    python -m benchmarks.extract_speed [JSONL ...]

Each file holds lines {"text", "title"?, "published_at"?, "publisher"?}, gzipped or not; without one the seed pages of
the tests are read. Prints both speeds, their ratio (the goal is 5) and the share of each step of the reader.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import jieba

from benchmarks.score import SEEDS, article
from tasks.extract.dates import find_dates
from tasks.extract.model import Article
from tasks.extract.reader import Reader
from tasks.extract.record import to_record
from tasks.extract.regions import find_regions
from tasks.extract.rejects import read_numbers

ROUNDS = 3


def articles(paths: Sequence[Path], limit: int) -> list[Article]:
    """The texts to read."""
    if not paths:
        return [article(SEEDS, doc) for doc in ("001", "003", "004")] * 4
    found: list[Article] = []
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        step = max(1, len(rows) // limit)
        found += [
            Article(str(place), row["text"], row.get("title"), row.get("published_at"), row.get("publisher"))
            for place, row in enumerate(rows[::step])
        ]
    return found


def seconds(work: Callable[[Article], object], pages: Sequence[Article]) -> float:
    """Processor seconds for all pages, the best of some rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        for page in pages:
            work(page)
        best = min(best, time.process_time() - start)
    return best


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--limit", type=int, default=300, help="texts taken from each file, evenly spread")
    options = parser.parse_args(arguments)
    pages = articles(options.files, options.limit)
    length = sum(len(page.text) for page in pages)
    reader = Reader()
    jieba.lcut("准备")
    steps: dict[str, Callable[[Article], object]] = {
        "jieba.lcut": lambda page: jieba.lcut(page.text),
        "read and write": lambda page: [json.dumps(to_record(o)) for o in reader.read(page).observations],
        "  dates": lambda page: find_dates(page.text, page.published_at),
        "  numbers": lambda page: read_numbers(page.text, None, page.published_at),
        "  regions": lambda page: find_regions(page.text),
    }
    for work in steps.values():
        work(pages[0])
    taken = {name: seconds(work, pages) for name, work in steps.items()}
    for name, spent in taken.items():
        print(f"{name:16}{length / spent / 1e6:8.3f} million characters/s")
    print(f"ratio to jieba.lcut {taken['jieba.lcut'] / taken['read and write']:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
